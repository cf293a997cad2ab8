# Operators of proxies, references with __init__, what can be referred to.
import functools
import io
import operator
import re
import weakref


class N:
    def __floordiv__(self, other):
        return "floordiv", other

    def __ifloordiv__(self, other):
        return "ifloordiv"

    def __truediv__(self, other):
        return "truediv"

    def __matmul__(self, other):
        return "matmul"

    def __rmatmul__(self, other):
        return "rmatmul"

    def __index__(self):
        return 10

    def __reversed__(self):
        return iter("cba")

    def __bytes__(self):
        return b"bb"

    def __eq__(self, other):
        return "eq"

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i

    def __divmod__(self, other):
        return "divmod"


n = N()
p = weakref.proxy(n)
print(p // 5, p / 2, p @ 5, 5 @ p, operator.index(p), list(reversed(p)), bytes(p), p == 3, len(p), p[4], divmod(p, 2), hex(p))
q = p
q //= 2
print(q)


class F:
    def __call__(self, *args, **kwargs):
        return args, kwargs


f = F()
print(weakref.proxy(f)(1, x=2))


def numbers():
    yield 1
    yield 2


g = numbers()
print(list(weakref.proxy(g)))


class NoIterator:
    pass


o = NoIterator()
try:
    next(weakref.proxy(o))
except TypeError as e:
    print(e)


class Named(weakref.ref):
    def __init__(self, obj, callback=None, **kwargs):
        super().__init__(obj, callback)
        self.kwargs = kwargs


r = Named(o, a=1)
print(r() is o, r.kwargs)
for args in ((o, None, 3), ()):
    try:
        r.__init__(*args)
        weakref.ref(o).__init__(*args)
    except TypeError as e:
        print(e)
try:
    weakref.ref(o, callback=None)
except TypeError as e:
    print(e)

for thing in (io.BytesIO(), io.StringIO(), functools.partial(print), memoryview(b""), re.compile("a"), g, list[int]):
    print(type(thing).__name__, weakref.ref(thing)() is thing)


class Slots:
    __slots__ = ("a", "b", "__weakref__")


s = Slots()
print(weakref.ref(s)() is s)
d = weakref.WeakValueDictionary(k=o)
print(next(d.keys()), next(d.items())[0], next(d.values()) is o)
