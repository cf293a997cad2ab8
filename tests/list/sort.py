def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


def rnd(n, m, seed=1):
    out = []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed // 65536 % m)
    return out


a = [3, 1, 2]
print(a.sort(), a)
a.sort(reverse=True)
print(a)
print(sorted('hello'), sorted([3.5, -1.0, 2.25, -0.0, 0.0]), sorted([2, 1.5, True, 0]))
print(sorted(['b', 'a', 'Z', '', 'ab', 'ä', '€', '😀', 'aa']))
print(sorted([(2, 'b'), (1, 'z'), (2, 'a'), (1,)]), sorted([[2], [1, 5], [1]]))
for n in (0, 1, 2, 3, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 500, 1000):
    x = rnd(n, 50)
    s = sorted(x)
    assert all(s[i] <= s[i + 1] for i in range(len(s) - 1)) and len(s) == n and sum(s) == sum(x)
    r = sorted(x, reverse=True)
    assert r == s[::-1]
    # stability
    pairs = list(zip(x, range(n)))
    p = sorted(pairs, key=lambda t: t[0])
    assert p == sorted(pairs), n
    p = sorted(pairs, key=lambda t: t[0], reverse=True)
    assert p == sorted(pairs, key=lambda t: (-t[0], t[1])), n
    p = sorted(pairs, key=lambda t: float(t[0]))
    assert p == sorted(pairs)
    p = sorted(pairs, key=lambda t: '%04d' % t[0])
    assert p == sorted(pairs)
    p = sorted(pairs, key=lambda t: [t[0]])
    assert p == sorted(pairs)
    assert sorted(x + [1.5], key=lambda v: -v) == sorted(x + [1.5])[::-1] or n > 50
big = rnd(70000, 32768)
s = sorted(big)
print(s[0], s[-1], s[35000], all(s[i] <= s[i + 1] for i in range(len(s) - 1)))
print(sorted(range(100, 0, -1)) == list(range(1, 101)), sorted(range(100)) == list(range(100)))
print(sorted([10**30, 5, -10**25, 0, 2**63, -2**63]))
print(sorted(['x', 'Y', 'z'], key=str.lower), sorted(['x', 'Y', 'z'], key=None))
print(sorted({3: 0, 1: 0}), sorted({'b', 'a'}))
err(sorted, [1, 'a'])
err(sorted, ['a', 1])
err(sorted, [1, None])
err(sorted, [(1, 'a'), (1, 2)])
err(sorted, 5)
err(sorted)
err(sorted, [], 1)
err([].sort, 1)
err(lambda: [].sort(foo=1))
err(lambda: [1].sort(key=5))
err(lambda: [1, 2].sort(reverse='x'))
err(lambda: [3, 1].sort(reverse=None))
err(lambda: sorted([3, 1, 2], key=lambda v: 1 // (v - 1)))

# the same items are left after an exception
a = [3, 2, 'x', 1]
err(a.sort)
print(len(a), set(map(str, a)) == {'1', '2', '3', 'x'})
a = [3, 2, 1]
err(lambda: a.sort(key=lambda v: 1 // (v - 1)))
print(a)


class V:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v < other.v

    def __repr__(self):
        return 'V%s' % self.v


print(sorted([V(3), V(1), V(2)]), sorted([V(x) for x in rnd(40, 10)], reverse=True))


class NoLt:
    pass


err(sorted, [NoLt(), NoLt()])

# changed while it is sorted
a = [3, 1, 2]


def key(v):
    a.append(v)
    return v


err(lambda: a.sort(key=key))
print(a)
a = [3, 1, 2]


def key(v):
    return v + len(a)


a.sort(key=key)
print(a)


class W:
    def __lt__(self, other):
        ws.append(1)
        return False


ws = [W(), W(), W()]
err(ws.sort)
print(len(ws))

# keys of equal value
print(sorted([1, True, 1.0, 0, False]), sorted([True, 1, False, 0], reverse=True))
nan = float('nan')
print(len(sorted([3.0, nan, 1.0, 2.0])))
print(sorted('bca', key=lambda c: (len(c), c)), sorted([[3], [1]], key=len))
l = list('hello world')
l.sort(key=ord, reverse=True)
print(''.join(l))
class L(list):
    pass
l = L([2, 1])
l.sort()
print(l, type(sorted(l)))
