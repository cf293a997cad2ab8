def loops(xs, n):
    total = 0
    for i, x in xs:
        if x > 3 and i in (1, 2) or not n:
            continue
        total += x * 2
    while 0 < total <= n:
        total -= 1
        if total is None:
            break
    else:
        a, b = n, total
        a, b = b, a + b
    return [y * y for y in xs if y % 2], total
