# Instances of subclasses of tuple have items and attributes; tuples from all sources, short and long.
import gc
import weakref
from collections import namedtuple


class T(tuple):
    pass


class Named(namedtuple('P', 'a b c')):
    def total(self):
        return self.a + self.b + self.c


class Slots(tuple):
    __slots__ = ()


for n in (0, 1, 2, 3, 4, 5, 12, 600):
    t = T(range(n))
    t.x = n
    t.y = [t]
    assert t.y[0] is t and t.x == n and len(t) == n
    assert t == tuple(range(n)) and hash(t) == hash(tuple(range(n)))
    del t.y
    print(n, t.__dict__, t[:3], list(t)[-2:], T(t) is t, tuple(t) == t, type(tuple(t)).__name__)

p = Named(1, 2, 3)
p.extra = 'e'
print(p, p.total(), p.extra, p._replace(b=20), type(p._replace(b=20)).__name__, p._asdict(), p[1:], [*p])
a, b, c = p
print(a, b, c, p.b, p == (1, 2, 3), {p: 1}[1, 2, 3])
print(Slots((1, 2)), hasattr(Slots(), '__dict__'), Slots() == ())
t = T('ab')
t.__dict__ = {'z': 1}
print(t.z, t)
t.__class__ = T
try:
    t.__class__ = Slots
except TypeError as e:
    print('TypeError')
print(T.__dictoffset__ != 0, T.__itemsize__, T((1,)).__reduce_ex__(2)[1])


class Two(T, object):
    pass


print(Two((5, 6)), Two.__mro__[1].__name__)


class Dying(tuple):
    def __del__(self):
        print('del', len(self), tuple(self))


def make(n):
    d = Dying(range(n))
    d.attr = [n]


make(3)
gc.collect()
make(0)
gc.collect()

# Many of them, which a collection must leave alone.
keep = []
for i in range(20000):
    t = T((i,))
    t.v = [i]
    keep.append(t)
    t = T()
    t.v = (i, i + 1)
    keep.append(t)
gc.collect()
print(all(keep[2 * i].v == [i] and keep[2 * i] == (i,) and keep[2 * i + 1].v == (i, i + 1) for i in range(20000)))

# Tuples from everything that makes them.
n = 5000
want = tuple(range(n))
print(tuple(list(range(n))) == want, tuple(range(n)) == want, tuple(i for i in range(n)) == want, tuple(iter(want)) == want)
print((*want,) == want, (*want[:7], *want[7:]) == want, want[:2500] + want[2500:] == want, tuple({i: 0 for i in want}) == want)
print(len(want * 3), (want * 3)[n] == 0, want[::2] == tuple(range(0, n, 2)), want[::-1][0], want[10:4990][-1])
print([len(tuple(i for i in range(k))) for k in (0, 1, 2, 7, 8, 9, 16, 17, 511, 512, 513)])
print([tuple(range(k))[-1:] for k in range(8)])
for k in range(7):
    t = tuple(str(i) for i in range(k))
    print(t, t + t, t * 2, t[1:], t[:-1], t[::-1])


def rest(*args):
    return args


print(rest(*want) == want, rest(), rest(1), rest(*'abcdefg'))


class Iter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(tuple(Iter(0)), tuple(Iter(3)), len(tuple(Iter(3000))), sum(tuple(Iter(3000))))
r = T((1, 2))
w = None
try:
    w = weakref.ref(r)
except TypeError as e:
    print(e)
