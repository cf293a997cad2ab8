# Tuples of derived classes taken apart: named ones, ones that iterate in their own way,
# wrong numbers of items.
from collections import namedtuple


class T(tuple):
    pass


class I(tuple):
    def __iter__(self):
        print('iter', end=' ')
        return iter('xyz')


class J(I):
    pass


class N(tuple):
    __iter__ = None


class G(tuple):
    def __getitem__(self, i):
        return 'item'

    def __len__(self):
        return 7


class L(list):
    def __iter__(self):
        return iter((7, 8, 9))


P = namedtuple('P', 'x y z')


class Q(P):
    pass


class R(P):
    def __iter__(self):
        return iter((1,) * 3)


def take(v):
    try:
        a, b, c = v
        print(a, b, c, end=' ')
        c, *b = v
        print(b, c)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


for v in (1, 2, 3), T((1, 2, 3)), I((1, 2, 3)), J((1, 2, 3)), N((1, 2, 3)), G((1, 2, 3)), P(1, 2, 3), Q(1, 2, 3), R(4, 5, 6), L((1, 2, 3)), T((1, 2)), T((1, 2, 3, 4)), T():
    take(v)
for x, y, z in [P(1, 2, 3), Q(4, 5, 6), R(7, 8, 9), T('abc')]:
    print(x, y, z, end=' ')
T.__iter__ = lambda self: iter('123')
take(T((1, 2, 3)))
del T.__iter__
take(T((1, 2, 3)))
a, (b, c, d), e = P(1, Q(2, 3, 4), 5)
print(a, b, c, d, e)
a, b, c = P(b, c, a)
print(a, b, c)
