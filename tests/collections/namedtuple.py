from collections import namedtuple


def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


P = namedtuple('P', 'x y')
p = P(1, 2)
print(p, p.x, p.y, p[0], p[-1], len(p), tuple(p), p == (1, 2), hash(p) == hash((1, 2)), isinstance(p, tuple), P(y=1, x=2), P(1, y=5), P(*[7, 8]), P(**{'x': 1, 'y': 2}))
print(P, P.__name__, P.__qualname__, P.__module__, P.__doc__, P._fields, P._field_defaults, P.__match_args__, P.__slots__, P.__bases__, P.__mro__)
print(P.x, P.x.__doc__, P.y)
err(P)
err(P, 1)
err(P, 1, 2, 3)
err(lambda: P(1, z=2))
err(lambda: P(1, 2, y=3))
err(lambda: P(x=1))
print(P._make([3, 4]), P._make('ab'), p._replace(x=10), p._replace(), p._asdict(), p.__getnewargs__())
err(P._make, [1])
err(P._make, [1, 2, 3])
err(P._make, 1)
err(lambda: p._replace(z=1))
err(lambda: p._replace(z=1, w=2, x=1))


def setx(o):
    o.x = 1


def setfoo(o):
    o.foo = 1


def delx(o):
    del o.x


err(setx, p)
err(setfoo, p)
err(delx, p)
err(lambda: p.nope)
x, y = p
print(x, y, p + (3,), p[0:1], p * 2, P(1, 2) < P(1, 3), sorted([P(2, 1), P(1, 2)]))
print(namedtuple('A', ['a', 'b'])(1, 2), namedtuple('B', 'a, b,c')(1, 2, 3), namedtuple('C', ())(), namedtuple('D', ('only',))(5), namedtuple('E', '')())
D = namedtuple('D', 'a b c', defaults=(2, 3))
print(D(1), D(1, 5), D(a=0, c=9), D._field_defaults)
err(D)
err(D, 1, 2, 3, 4)
err(namedtuple, 'X', 'a', defaults=[1, 2])
print(namedtuple('R', 'a class _b a 1', rename=True)._fields)
for fields in ('a a', '_a', 'class', '1a', 'a b-c', ['a', ''], ['a', 5], 'x None'):
    err(namedtuple, 'X', fields)
err(namedtuple, 'class', 'a')
err(namedtuple, '9', 'a')
err(namedtuple, 'X')
err(namedtuple)
err(namedtuple, 'X', 'a', 'b')
err(namedtuple, 'X', 'a', foo=1)
print(namedtuple('M', 'a', module='some.module').__module__)


class Sub(P):
    __slots__ = ()

    @property
    def total(self):
        return self.x + self.y

    def __str__(self):
        return 'Sub!'


s = Sub(1, 2)
print(s.total, str(s), repr(s), s._replace(x=5), type(s._replace(x=5)).__name__, Sub._make([1, 2]))


class WithNew(namedtuple('Base', 'a b')):
    def __new__(cls, a, b=7):
        return super().__new__(cls, a, b)


w = WithNew(1)
w.attr = 3
print(w, w.attr)
match p:
    case P(x, y):
        print('match', x, y)
match p:
    case P(x=1, y=z):
        print('match', z)
print({P(1, 2): 'v'}[1, 2], repr(P('a', [1])), P((1,), None))
nested = P(P(1, 2), P(3, 4))
print(nested, nested.x.y)
big = namedtuple('Big', ['f%d' % i for i in range(30)])
b = big(*range(30))
print(b.f29, b._replace(f0='x').f0, len(b._fields))
print(P.__new__(P, 1, 2), P._make.__self__ is P, p.__repr__(), p.count(1), p.index(2), p.__replace__(x=0))
import copy
print(copy.copy(p), copy.deepcopy(P([1], 2)), copy.replace(p, y='new')) if hasattr(copy, 'replace') else None
