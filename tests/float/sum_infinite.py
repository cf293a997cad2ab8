# Sums with infinities, whose compensation is no number.
def r(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


inf, nan = float("inf"), float("nan")
r(lambda: sum([2.5, 1, True], inf))
r(lambda: sum([2.5], inf))
r(lambda: sum([1e308, 1e308, -1e308]))
r(lambda: sum([1e308, 1e308]))
r(lambda: sum([inf, 1, 2.0]))
r(lambda: sum([1.0, inf, 2, True]))
r(lambda: sum([1.0, -inf, 2]))
r(lambda: sum([inf, -inf]))
r(lambda: sum([-0.0, -0.0]), )
r(lambda: sum([0.1]*10, 5))
r(lambda: sum([1, inf, 2]))
r(lambda: sum([1, 2.5, inf, 3], -inf))
r(lambda: sum((x for x in [2.5, 1, inf, 1])))
r(lambda: sum(x for x in [inf, 1]))
r(lambda: sum([1j, inf]))
r(lambda: sum([1.5, 2j, inf, 1]))
