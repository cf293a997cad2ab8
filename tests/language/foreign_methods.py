# Special methods taken from classes that the object does not belong to.
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print("TypeError", str(e).split(" for ")[0].split(" requires")[0])


class A(int):
    __repr__ = list.__repr__
    __eq__ = str.__eq__
    __add__ = str.__add__
    __len__ = list.__len__
    __getitem__ = list.__getitem__
    __iter__ = list.__iter__
    __hash__ = str.__hash__
    __contains__ = dict.__contains__
    __neg__ = float.__neg__
    __call__ = type.__call__


a = A(3)
for f in (lambda: repr(a), lambda: a == a, lambda: a + a, lambda: len(a), lambda: a[0], lambda: iter(a), lambda: hash(a),
          lambda: 1 in a, lambda: -a, lambda: a()):
    attempt(f)


class B:
    __next__ = type(iter([])).__next__
    __init__ = list.__init__
    __getattribute__ = type.__getattribute__
    __setattr__ = type.__setattr__


b = object.__new__(B)
attempt(B)
attempt(lambda: next(b))
attempt(lambda: b.x)
attempt(lambda: setattr(b, "x", 1))


class C:
    __new__ = list.__new__


print(type(C()), isinstance(C(), list))


class F(list):
    __new__ = object.__new__


f = F()
f.append(1)
print(f)


class X(dict):
    __setattr__ = dict.__setitem__
    __neg__ = dict.copy


x = X()
x.y = 42
print(x["y"], -x)


class I(int):
    def __pow__(self, other, mod=None):
        return "pow", int(self), int(other), mod

    def __rpow__(self, other, mod=None):
        return "rpow", int(self), int(other), mod


print(pow(I(2), I(3), I(5)), pow(2, I(3), 5), pow(I(2), 3), 2 ** I(3), pow(2, 3, I(5)))


class Callable:
    def __call__(self, *args):
        pass


import types

m = types.MethodType(c := Callable(), 1)
print(repr(m))
c.__name__ = "name"
print(repr(m))
c.__qualname__ = "qualified.name"
print(repr(m))


class P:
    def method(self):
        return type(self).__name__


class Q:
    pass


print(P().method.__get__(Q(), Q)())
attempt(lambda: object.__setattr__(P, "foo", 42))
attempt(lambda: object.__delattr__(P, "foo"))
attempt(lambda: object.__setattr__(list, "foo", 42))


# Keyword arguments reach constructors of subclasses with an __init__ of their own only.
class L(list):
    def __new__(cls, items, extra=None):
        return super().__new__(cls, items)


print(L([1], extra=2))
for base in (float, tuple, frozenset, map, reversed):
    class Sub(base):
        pass

    attempt(lambda: Sub(x=1))
