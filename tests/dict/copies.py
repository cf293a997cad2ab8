# Copies of dicts of all sizes, with and without deleted items, and what happens to them.
from collections import OrderedDict, defaultdict


def check(d):
    want = list(d.items())
    for make in (dict.copy, dict, lambda d: d | {}, lambda d: {} | d, lambda d: {**d}, lambda d: dict(d, **{})):
        c = make(d)
        assert c is not d and list(c.items()) == want and c == d, make
        for k, v in want:
            assert k in c and c[k] is v
        assert 'none' not in c and c.get(-77) is None
        c['new'] = 1
        assert 'new' not in d and list(c)[-1] == 'new'
        for k, v in want[::2]:
            del c[k]
        assert len(c) == len(want) // 2 + 1 and list(d.items()) == want
        for k, v in want:
            c[k] = v
        assert sorted(map(str, c)) == sorted([*map(str, d), 'new'])
        e = make(c)
        assert list(e) == list(c)
        e.clear()
        assert len(c) == len(want) + 1
        e.update(c)
        assert e == c and list(e) == list(c)


for n in (0, 1, 2, 7, 8, 9, 10, 11, 20, 21, 22, 42, 43, 100, 1000, 5000):
    d = {i: str(i) for i in range(n)}
    check(d)
    d = {'k%d' % i: i for i in range(n)}
    check(d)
    for i in range(0, n, 3):
        del d['k%d' % i]
    check(d)
    for i in range(0, n, 3):
        d['k%d' % i] = -i
    check(d)
    for i in range(n):
        d.popitem()
    check(d)
    d = {i * 64: i for i in range(n)}
    for i in range(n * 2 // 3):
        del d[i * 64]
    check(d)
    print(n, len(d))

d = {i: i for i in range(50)}
c = d.copy()
it = iter(c)
next(it)
d.clear()
print(next(it), len(c), d)
e = {}
it = iter(e)
e.update(c)
try:
    next(it)
except RuntimeError as x:
    print(x)

o = OrderedDict((i, i) for i in range(20))
o.move_to_end(3)
o.move_to_end(9, last=False)
print(list(o.copy()), list(dict(o))[:3], type(o.copy()).__name__)
m = defaultdict(list, {i: [i] for i in range(20)})
n = m.copy()
n[30].append(1)
print(len(m), len(n), n[30], type(n).__name__, type(dict(n)).__name__)


class Sub(dict):
    def __missing__(self, k):
        return 'missing'


s = Sub({i: i for i in range(30)})
del s[4]
t = s.copy()
print(type(t).__name__, 4 in t, s[4], len(t), len(Sub(s)), Sub(s)[4])


class Other(dict):
    def __iter__(self):
        return iter([1])

    def keys(self):
        return ['x']

    def __getitem__(self, k):
        return k * 2


print(dict(Other({i: i for i in range(10)})), len(Other({i: i for i in range(10)}).copy()))
x = 1
g = globals().copy()
g['x'] = 2
print(x, g['x'], 'check' in g, g['check'] is check)
exec('y = x + 1', g)
print(g['y'], 'y' in globals())
