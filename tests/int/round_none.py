# round() takes None for no digits, int.__round__ does not, float.__round__ does.
for f in lambda: round(7, None), lambda: (7).__round__(None), lambda: (2**70).__round__(None), lambda: (7).__round__(), lambda: (7.5).__round__(None), lambda: True.__round__(None), lambda: round(True, None), lambda: (7).__round__(-1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
