from collections import deque


def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


d = deque()
print(d, len(d), bool(d), deque('abc'), deque([1, 2], 1), deque(range(5), maxlen=3), deque(maxlen=2), deque((), None), deque(iterable='a'))
err(deque, 1)
err(deque, [], -1)
err(deque, [], 'a')
err(deque, [], 1.5)
err(lambda: deque(foo=1))
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d[0], d[-1], d[2], d.pop(), d.popleft(), d)
d.extend('ab')
d.extendleft('xy')
print(d, len(d), 'a' in d, 9 in d, d.count('a'), d.index('a'), d.index(2, 1, 5), d.maxlen)
for i in (99, -99, 'a', 1.0, slice(0, 1), 10**30):
    err(lambda: d[i])


def setitem(o, i, v):
    o[i] = v


def delitem(o, i):
    del o[i]


err(setitem, d, 99, 1)
err(delitem, d, 99)
d[0] = 'first'
d[-1] = 'last'
del d[1]
print(d)
err(d.index, 99)
err(d.index, 1, 'a')
err(d.remove, 99)
print(d.remove(2), d, d.reverse(), d)
err(deque().pop)
err(deque().popleft)
err(d.append)
err(d.append, 1, 2)
err(d.pop, 1)
d = deque(range(5))
for n in (1, -1, 2, -2, 7, -7, 0, 100):
    d.rotate(n)
    print(list(d))
d.rotate()
print(d)
err(d.rotate, 'a')
err(d.rotate, 1, 2)
deque().rotate(5)
d = deque([1, 2, 3])
for i, v in ((0, 'a'), (1, 'b'), (-1, 'c'), (100, 'd'), (-100, 'e')):
    d.insert(i, v)
print(d)
err(d.insert, 'a', 1)
m = deque([1, 2], 2)
err(m.insert, 0, 1)
m.append(3)
print(m)
m.appendleft(0)
print(m, m.maxlen)
m.extend(range(10))
print(m)
m.extendleft(range(10))
print(m)
z = deque([1, 2], 0)
z.append(1)
z.appendleft(2)
print(z)


def setmax(o):
    o.maxlen = 5


err(setmax, m)
print(deque([1, 2]) + deque([3]), deque([1, 2]) * 2, 2 * deque([1]), deque([1]) * 0, deque([1]) * -1, deque([1, 2], 3) * 2, deque([1, 2, 3], 4) * 3, deque([1], 2) + deque([2, 3, 4]))
err(lambda: deque() + [1])
err(lambda: [1] + deque())
err(lambda: deque() + 1)
err(lambda: deque() * 'a')
err(lambda: deque() - deque())
d = deque([1])
e = d
d += [2, 3]
d *= 2
print(d, d is e)
d += d
print(d)
d *= 0
print(d)
print(deque([1, 2]) == deque([1, 2]), deque([1]) == [1], deque([1]) != deque([2]), deque([1, 2]) < deque([1, 3]), deque([1]) <= deque([1, 0]), deque('b') > deque('a'))
err(lambda: deque() < [])
err(hash, deque())
d = deque([1, 2, 3])
c = d.copy()
c.append(4)
print(d, c, d.clear(), d, c.__copy__())
d = deque([1])
d.append(d)
print(d)
d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
it = iter(deque('abc'))
print(next(it), it.__length_hint__(), list(it), next(it, 'end'), list(reversed(deque('abc'))), type(it).__name__)
d = deque('abc')
d.extend(d)
print(d)
d = deque('abc')
d.extendleft(d)
print(d)


class D(deque):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.x = 1


d = D([1, 2])
d.y = 2
print(d, d.x, d.y, type(d.copy()), type(d + d), D([1, 2, 3], maxlen=2))
d = deque()
for i in range(1000):
    d.append(i)
    if i % 3 == 0:
        d.popleft()
print(len(d), d[0], d[-1], sum(d))
for i in range(500):
    d.appendleft(-i)
    d.pop()
print(len(d), d[0], d[-1], sum(d))
print(deque[int], sorted(n for n in dir(deque) if not n.startswith('__')))
a, *b = deque([1, 2, 3])
print(a, b)


class Evil:
    def __eq__(self, other):
        evil.append(1)
        return False


evil = deque([Evil(), 2])
err(evil.count, 5)
evil = deque([Evil(), 2])
err(lambda: 5 in evil)
evil = deque([Evil(), 2])
err(evil.index, 5)
evil = deque([Evil(), 2])
err(evil.remove, 5)
