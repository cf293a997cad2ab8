# What a class namespace holds and what can be assigned to a class.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class C:
    "C doc"
    x: int = 1

    def m(self):
        self.a = 1
        self.b = 2


print(type(C.__dict__), list(C.__dict__))
print(C.__dict__["__static_attributes__"], C.__dict__["__firstlineno__"], C.__firstlineno__, C.__annotations__)
d = C.__dict__
C.y = 5
print(d["y"], "y" in d, len(d) == len(C.__dict__), d.get("zz"), d.get("zz", 3), d.copy() is not d, type(d.copy()))
show(lambda: d.__setitem__("q", 1))
show(lambda: d.pop("x"))
try:
    d["q"] = 1
except TypeError as e:
    print(e)
try:
    del d["x"]
except TypeError as e:
    print(e)
print(C.__dict__["__dict__"], C.__dict__["__weakref__"], C().__dict__, C.__weakref__)
print(C.__name__, C.__qualname__, C.__module__, C.__doc__, C.__bases__, C.__base__, C.__mro__)
C.__name__ = "D"
C.__qualname__ = "Q.D"
C.__doc__ = "new doc"
C.__module__ = "elsewhere"
print(C, C.__name__, C.__doc__, C.__dict__["__doc__"], repr(C())[:18])
show(lambda: setattr(C, "__name__", 1))
show(lambda: setattr(C, "__name__", "a\0b"))
show(lambda: delattr(C, "__name__"))
show(lambda: setattr(C, "__qualname__", 1))
show(lambda: delattr(C, "__qualname__"))
show(lambda: setattr(C, "__dict__", {}))
show(lambda: setattr(C, "__mro__", ()))
show(lambda: setattr(C, "__base__", int))
show(lambda: setattr(C, "__bases__", 5))
show(lambda: setattr(C, "__bases__", ()))
show(lambda: setattr(C, "__bases__", (1,)))
show(lambda: setattr(C, "__bases__", (C,)))
show(lambda: setattr(C, "__bases__", (int,)))
show(lambda: delattr(C, "__bases__"))
show(lambda: delattr(C, "__module__"))
show(lambda: delattr(C, "__doc__"))
show(lambda: C.__doc__)
show(lambda: delattr(C, "nothing"))
show(lambda: C.nothing)
show(lambda: setattr(int, "x", 1))
show(lambda: delattr(int, "real"))
show(lambda: setattr(int, "__name__", "x"))
show(lambda: int.__dict__["real"])
show(lambda: C.__abstractmethods__)
show(lambda: setattr(C, "__annotations__", {"z": int}))
print(C.__annotations__)
del C.__annotations__
print(C.__annotations__)
show(lambda: int.__annotations__)


class A:
    def hi(self): return "A"


class B:
    def hi(self): return "B"


class E(A):
    pass


e = E()
print(e.hi(), A.__subclasses__(), B.__subclasses__())
E.__bases__ = (B,)
print(e.hi(), E.__mro__, A.__subclasses__(), B.__subclasses__())
E.__bases__ = (A, B)
print(e.hi(), E.__base__)
print(type.__dict__["__name__"], int.__dict__["__add__"], str.__dict__["upper"], dict.__dict__["fromkeys"])
print(int.__flags__ & 1024 == 1024, type.__basicsize__ > 0, C.__dictoffset__, C.__itemsize__, C.__weakrefoffset__ != 0)
print(C.__type_params__, int.__type_params__)
print(type("X", (), {}).__doc__)


def f():
    class Local:
        class Inner: pass
    return Local


print(f(), f().Inner.__qualname__)
print(sorted(vars(type("T", (), {}))))
