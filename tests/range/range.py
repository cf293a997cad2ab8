def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(range(5), range(1, 5), range(1, 5, 2), range(5, 1, -1), range(0), range(-3), range(True))
err(range)
err(range, 1, 2, 3, 4)
err(range, 1.0)
err(range, 'a')
err(range, 1, 2, 0)
err(lambda: range(stop=5))
err(range, None)
for r in (range(5), range(1, 10, 3), range(10, 0, -3), range(0), range(5, 1), range(-5, 5, 4), range(3, -3, -1)):
    print(list(r), len(r), bool(r), r.start, r.stop, r.step, list(reversed(r)), r[::-1], r[1:], r[:-1], r[::2], r[-2:], sum(r))
r = range(2, 20, 3)
print(r[0], r[-1], r[5], r[True])
for i in (6, -7, 10**20, 'a', 1.0, None):
    err(lambda: r[i])
print(r[1:4], r[4:1:-1], r[::-2], r[100:], r[-100:2])
err(lambda: r[::0])
print(5 in r, 6 in r, 20 in r, 2 in r, -1 in r, 5.0 in r, 5.5 in r, 'a' in r, True in range(2), 10**30 in r, None in r)
print(17 in range(20, 1, -3), 20 in range(20, 1, -3), 1 in range(20, 1, -3), 2 in range(20, 1, -3))
print(r.count(5), r.count(6), r.count(5.0), r.count('a'), r.index(5), r.index(17))
err(r.index, 6)
err(r.index, 'a')
err(r.index, 6.5)
print(r.index(5.0))
err(r.index)
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == range(3), range(1, 2) == range(1, 2, 5), range(3) != range(4), range(3) == [0, 1, 2])
print(hash(range(0)) == hash(range(5, 5)), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(3): 1}[range(0, 3)])
err(lambda: range(3) < range(4))
err(lambda: range(3) + range(3))
err(lambda: range(3) * 2)


def setitem(o, i, v):
    o[i] = v


err(setitem, r, 0, 1)


def setattr_(o):
    o.start = 1


err(setattr_, r)
err(lambda: type('R', (range,), {}))


class I:
    def __index__(self):
        return 4


print(range(I()), list(range(I())), range(10)[I()])

# large
big = range(10**20, 10**20 + 10, 3)
print(big, list(big), big[1], big[-1], big[1:3], big[::-1], 10**20 + 3 in big, 10**20 + 4 in big, 5 in big, big.index(10**20 + 6), big.count(10**20 + 6), bool(big))
print(list(reversed(big)), len(big), big == range(10**20, 10**20 + 11, 3), hash(big) == hash(range(10**20, 10**20 + 11, 3)))
huge = range(0, 10**30, 10**10)
err(len, huge)
print(huge[10**15], huge[-1], bool(huge), 10**15 in huge, 10**15 + 1 in huge, huge[5:10**19:10**18])
err(lambda: huge[10**20])
it = iter(huge)
print(next(it), next(it), next(it))
print(next(reversed(huge)))
m = range(-2**63, 2**63 - 1)
err(len, m)
print(m[0], m[-1], m[2**63], 0 in m)
print(list(range(2**63 - 3, 2**63 + 2)), list(range(2**63 - 1, 2**63 - 4, -1)), list(range(-2**63 + 2, -2**63 - 1, -1)))
print(range(2**63 - 1)[-1], len(range(2**63 - 1)), len(range(-10, 2**63 - 20)))
print(range(-2**63, 2**63, 2**62), list(range(-2**63, 2**63, 2**62)))
print(list(range(0, 10, 2**62)), list(range(0, 10, 2**64)), list(range(10, 0, -2**64)))
for x in range(2**64, 2**64 + 3):
    print(x)
it = iter(range(3))
print(type(it).__name__, it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it))
print(type(iter(huge)).__name__)
print(sorted(n for n in dir(range) if not n.startswith('__')), range(1, 7, 2).__reduce__())
a, b, c = range(3)
print(a, b, c, [*range(3)], max(range(10)), min(range(5, 1, -1)))
