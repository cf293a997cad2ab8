# What isinstance and issubclass remember of abstract classes, and what they ask.
import abc
from abc import ABC, ABCMeta
from collections.abc import Hashable, Mapping, Sequence, Sized


def error(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


print(isinstance([], Sequence), isinstance({}, Mapping), isinstance({}, Sequence), isinstance(5, Hashable))


class A(ABC): pass
class B: pass


print(isinstance(B(), A))
A.register(B)
print(isinstance(B(), A), issubclass(B, A))
error(issubclass, 3, A)
error(A.register, 3)
error(type("B2", (A,), {}).register, A)

n = 0


class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        global n
        n += 1
        return NotImplemented


for i in range(5):
    isinstance(3, Hook)
print(n)
A.register(int)
print(isinstance(3, Hook), n)


class Liar:
    @property
    def __class__(self): return B


print(isinstance(Liar(), A), isinstance(Liar(), Hook), isinstance(Liar(), B), isinstance(Liar(), (int, B)))


class Shy:
    def __getattribute__(self, name):
        raise AttributeError(name)


error(isinstance, Shy(), A)


class Bad(ABC):
    @classmethod
    def __subclasshook__(cls, C): return 5


error(isinstance, 3, Bad)


class D(Hook): pass
class E(D): pass


D.register(str)
print(isinstance("a", Hook), issubclass(E, Hook), issubclass(Hook, E))
print(isinstance(3, (str, A)), isinstance(3, ()), isinstance(3, ((), (int,))), isinstance(B(), (int, str)))
error(isinstance, 3, (str, 5))
error(isinstance, "s", (str, 5))
error(isinstance, B(), (str, 5))
print(type(ABCMeta.__instancecheck__).__name__, type(A._abc_impl), type(abc.get_cache_token()))


# A class that gets the method later is asked again after the next registration.
class Late: pass


print(isinstance(Late(), Sized))
Late.__len__ = lambda self: 0
print(isinstance(Late(), Sized))
Hook.register(float)
print(isinstance(Late(), Sized))
del Late.__len__
print(isinstance(Late(), Sized))


class Own(ABCMeta):
    def __subclasscheck__(cls, sub):
        print("asked", sub.__name__)
        return super().__subclasscheck__(sub)


class F(metaclass=Own): pass


print(isinstance(3, F), isinstance(3, F), issubclass(int, F), isinstance(F(), F))
