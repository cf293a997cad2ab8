def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(tuple(), tuple([]), tuple('abc'), tuple(range(7)), tuple({1: 2}), tuple((1, 2)))
t = (1, 2, 3)
print(tuple(t) is t, t[:] is t, t * 1 is t, () + t is t, tuple([1]) == (1,))
err(tuple, 1)
err(tuple, 1, 2)
err(lambda: tuple(iterable=()))
print((1,), (1, 2), ((1,), ()), repr((1, 'a', None)))
print(t[0], t[-1], t[True], t[1:], t[::-1], t[::2], t[5:], t[-100:100], len(t), bool(()), bool(t))
for i in (3, -4, 10**20, 'a', 1.0, None):
    err(lambda: t[i])
err(lambda: t[::0])


def setitem(o, i, v):
    o[i] = v


def delitem(o, i):
    del o[i]


err(setitem, t, 0, 1)
err(delitem, t, 0)
err(setitem, t, slice(0, 1), ())
print((1, 2) + (3,), (1, 2) * 3, 2 * (0,), (1,) * 0, (1,) * -5, () * 9)
err(lambda: (1,) + [1])
err(lambda: (1,) + 1)
err(lambda: [1] + (1,))
err(lambda: (1,) * 'a')
err(lambda: (1,) * 1.5)
err(lambda: (1,) * (1,))
err(lambda: (1,) - (1,))
err(lambda: (1,) * 10**30)


def iadd(x, y):
    x += y
    return x


print(iadd((1,), (2,)))
err(iadd, (1,), [2])
print((1, 2) == (1, 2), (1, 2) != (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 5), () <= (), (1, 2) >= (1, 3))
print((1,) == [1], (1, 2) == (1.0, 2.0), (1, (2, 3)) == (1, (2, 3)))
err(lambda: (1,) < [1])
err(lambda: (1,) < ('a',))
err(lambda: (1, 'a') < (1, 2))
print(2 in t, 9 in t, () in ((),), t.count(2), t.count(9), t.index(3), t.index(2, -2), (1, 1, 1).index(1, 1, 2))
err(t.index, 9)
err(t.index, 1, 1)
err(t.index)
err(t.index, 1, 'a')
err(t.count)
err(t.count, 1, 2)
print(hash((1, 2)) == hash((1, 2)), hash((1, 2)) == hash((2, 1)), hash(()) == hash(()), hash((1,)) == hash((1.0,)), hash((1, (2, 'a'))) == hash((1, (2, 'a'))))
err(hash, ([],))
err(hash, (1, (2, {})))
print({(1, 2): 3}[1, 2], {(1, 2): 'x'}.get((1.0, 2)))
print(len({(i, j) for i in range(20) for j in range(20)}), len({hash((i, j)) for i in range(50) for j in range(50)}))
a = ([],)
a[0].append(a)
print(a)


class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)

    def hello(self):
        return 'hello %d' % len(self)


x = T(1, 2)
x.attr = 5
print(x, x.hello(), x.attr, type(x), type(x + ()), type(x[:]), type(x * 2), x == (1, 2), hash(x) == hash((1, 2)), x[:] is x)
print(x.__dict__, isinstance(x, tuple), tuple(x), type(tuple(x)))


class Plain(tuple):
    pass


print(Plain([1, 2]), Plain(), Plain('ab') + (1,))
err(Plain, 1)
it = iter(t)
print(next(it), it.__length_hint__(), list(it), next(it, None), type(it).__name__)
print(list(reversed(t)), type(reversed(t)).__name__)
print(sorted(n for n in dir(tuple) if not n.startswith('__')), t.__getnewargs__(), tuple[int, str])
p, q, *r = t
print(p, q, r)
big = tuple(range(100000))
print(len(big + big), big[99999], sum(big[::1000]), big == tuple(range(100000)))


class Eq:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        print('eq', self.n)
        return True


print((Eq(1), Eq(2)) == (Eq(3), Eq(4)), (Eq(1), 2) == (Eq(3),))
print((1,).__eq__(1), (1,).__lt__((2,)), (1,).__add__((2,)), (1,).__contains__(1), (1,).__mul__(2), (1,).__rmul__(2), (1, 2).__getitem__(1))
err((1,).__add__, [1])
err((1,).__mul__, 'a')
