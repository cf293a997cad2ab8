def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e, e.args)


print(dict(), dict({}), dict({1: 2}), dict([(1, 2), (3, 4)]), dict(a=1, b=2), dict({'x': 1}, y=2), dict([('a', 1)], a=2), dict(['ab', 'cd']), dict(self=1, iterable=2))
err(dict, 1)
err(dict, 1, 2)
err(dict, [1])
err(dict, [(1,)])
err(dict, [(1, 2, 3)])
err(dict, ['abc'])
err(dict, [(1, 2), 5])
err(dict, [([], 2)])
err(dict, None)
err(dict, 'ab')


class M:
    def keys(self):
        return ['x', 'y']

    def __getitem__(self, k):
        return k * 2


print(dict(M()), {**M(), 'z': 1})
d = {}
d.update(M())
print(d)


class BadKeys:
    keys = 5


err(dict, BadKeys())
d = {1: 'a', 'b': 2, (1, 2): None, None: 3, True: 'one', 1.0: 'float', 2.5: 'f'}
print(d, len(d), d[1], d['b'], d[1, 2], d[None], d[True], d[2.5], bool(d), bool({}))
for k in ('x', 5, (1,), 1.5, b'a'):
    err(lambda: d[k])
err(lambda: d[[]])
err(lambda: [] in d)
err(lambda: d[{}])
err(lambda: {[]: 1})
err(lambda: {}[[1]])


def setitem(o, i, v):
    o[i] = v


def delitem(o, i):
    del o[i]


err(setitem, d, [], 1)
err(delitem, d, 'zz')
err(delitem, d, [])
del d[None]
d['b'] = 'new'
print(d, 'b' in d, None in d, 1 in d, 1.0 in d, 'zz' not in d)

# order
d = {}
for i in range(20):
    d[i] = i
for i in range(0, 20, 2):
    del d[i]
d[0] = 'again'
print(d, list(d), list(reversed(d)))
d[1] = 'changed'
print(d)

# comparison
print({1: 2} == {1: 2}, {1: 2} == {1: 3}, {1: 2} == {2: 1}, {1: 2, 3: 4} == {3: 4, 1: 2}, {} == {}, {1: 1} != {1.0: True}, {} == [], {1: {2: 3}} == {1: {2: 3}})
err(lambda: {} < {})
err(lambda: {} + {})
err(lambda: {1: 2} | 3)
err(lambda: {1: 2} | [(3, 4)])
err(hash, {})
print({1: 2} | {3: 4}, {1: 2, 5: 6} | {1: 9})


def ior(x, y):
    x |= y
    return x


d = {1: 2}
print(ior(d, {3: 4}), d, ior(d, [(5, 6)]), ior(d, M()))
err(ior, d, 3)
err(ior, d, [3])

# repr
print({}, {'a': {'b': {}}}, {1: [], (): set()}, repr({'x': 'y'}))
d = {}
d['self'] = d
print(d)
d = {}
d['l'] = [d]
print(d)


class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, o):
        return isinstance(o, K) and self.n == o.n

    def __repr__(self):
        return 'K%d' % self.n


d = {K(i): i for i in range(30)}
print(len(d), d[K(17)], K(31) in d, [d.pop(K(i)) for i in range(0, 30, 5)], len(d))
print(d)

# different types with one hash
d = {1: 'int'}
d[True] = 'bool'
d[1.0] = 'float'
d[1 + 0j] = 'complex'
print(d)
print({2**61 - 1: 'a', 0: 'b'}, {10**30: 1}[10**30], {-1: 1, -2: 2}, {'a': 1, b'a': 2})


class S(str):
    pass


d = {'abc': 1}
print(d[S('abc')], S('abc') in d)
d[S('abc')] = 2
d[S('x')] = 3
print(d, d['x'], type(list(d)[0]).__name__, type(list(d)[1]).__name__)
nan = float('nan')
d = {nan: 1}
print(d[nan], nan in d)


# subclass
class D(dict):
    def __missing__(self, k):
        return ('missing', k)


d = D(a=1)
d.attr = 7
print(d, d['a'], d['zz'], d.get('zz'), 'zz' in d, d.attr, type(d), type(d.copy()), type(d | {}), type(D.fromkeys('ab')), D.fromkeys('ab'))


class E(dict):
    def __getitem__(self, k):
        return 'getitem'

    def __iter__(self):
        return iter(['iter'])

    def keys(self):
        return ['keys']


e = E(a=1)
print(e['x'], list(e), dict(e), {**e}, e.get('a'), e)
x = {}
x.update(e)
print(x)


class F(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)


f = F(a=1)
f['b'] = 2
f.update(c=3)
print(f, f.setdefault('d', 4), F.fromkeys('a', 3))

# growing and shrinking
d = {}
for i in range(5000):
    d['k%d' % i] = i
for i in range(4990):
    del d['k%d' % i]
print(d, len(d), d['k4999'])
for i in range(20000):
    d[i] = i
    del d[i]
print(len(d))
for i in range(30000):
    d[i] = i
    d.popitem()
print(len(d), 'nope' in d)
d.clear()
print(d)
d['x'] = 1
print(d)
print(dict[str, int], {}.__class__, dict.__name__)
print(sorted(n for n in dir(dict) if not n.startswith('__')))
print({}.__len__(), {1: 2}.__contains__(1), {1: 2}.__getitem__(1), {1: 2}.__eq__(3), {1: 2}.__or__({3: 4}), {1: 2}.__ror__({3: 4}), {1: 2}.__or__(1), {}.__sizeof__() > 0, dict.__hash__)
