# isinstance, issubclass and what classes can do about them.
def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


class Meta(type):
    def __instancecheck__(cls, o): return "yes" if o == 1 else 0
    def __subclasscheck__(cls, c): return c is int


class M(metaclass=Meta): pass


print(isinstance(1, M), isinstance(2, M), isinstance(M(), M), issubclass(int, M), issubclass(str, M), issubclass(M, M))


class BadMeta(type):
    def __instancecheck__(cls, o): raise ValueError("no")


class BM(metaclass=BadMeta): pass


show(lambda: isinstance(1, BM))
print(isinstance(BM(), BM))


class Proxy:
    @property
    def __class__(self): return int


print(isinstance(Proxy(), int), isinstance(Proxy(), Proxy), isinstance(Proxy(), str), Proxy().__class__, type(Proxy()).__name__)


class Raises:
    @property
    def __class__(self): raise AttributeError("x")


print(isinstance(Raises(), int))


class Duck:
    __bases__ = (int,)


show(lambda: issubclass(Duck(), int))
show(lambda: issubclass(Duck(), (str, object)))
show(lambda: isinstance(5, Duck()))


class Checker:
    def __instancecheck__(self, o): return o == 3
    def __subclasscheck__(self, c): return c == 4


print(isinstance(3, Checker()), isinstance(4, Checker()), issubclass(4, Checker()))
print(isinstance(3, (str, Checker())), issubclass(int, (str, (float, (int,)))))
show(lambda: isinstance(1, None))
show(lambda: isinstance(1, (int, 5)))
show(lambda: isinstance("1", (int, 5)))
show(lambda: issubclass(int, None))
show(lambda: issubclass(int, (str, 5)))
show(lambda: issubclass(5, int))
show(lambda: issubclass(5, (int,)))
show(lambda: issubclass([], (int,)))
print(type.__instancecheck__(int, 5), type.__subclasscheck__(int, bool))
show(lambda: type.__subclasscheck__(int, 5))
print(int.__instancecheck__(True), int.__subclasscheck__(str))
deep = int
for _ in range(50):
    deep = (deep,)
print(isinstance(1, deep))
for _ in range(100000):
    deep = (deep,)
show(lambda: isinstance("a", deep))
from abc import ABC, abstractmethod, ABCMeta


class Abs(ABC):
    @abstractmethod
    def a(self): pass

    @property
    @abstractmethod
    def p(self): pass

    @classmethod
    @abstractmethod
    def c(cls): pass

    @staticmethod
    @abstractmethod
    def s(): pass


show(Abs)
print(sorted(Abs.__abstractmethods__))


class Half(Abs):
    def a(self): pass
    p = 1
    c = s = None


print(Half().p, Half.__abstractmethods__)


class One(ABC):
    @abstractmethod
    def only(self): pass


show(One)
show(lambda: object.__new__(One))


class Reg(ABC): pass


Reg.register(int)
print(issubclass(bool, Reg), isinstance(5, Reg), isinstance("", Reg))


class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        return hasattr(c, "hooked") or NotImplemented


class Has: hooked = 1


print(issubclass(Has, Hook), isinstance(Has(), Hook), issubclass(int, Hook))
One.__abstractmethods__ = frozenset()
print(type(One()).__name__)
