# Values of classes are remembered where they are used; what changes them must be seen.


def of_object(o):
    return o.X


def of_class(c):
    return c.X


# Attributes that a class gets on demand move the others.
for n in range(40):
    C = type("C", (), {"X": 1, **{f"a{i}": i for i in range(n)}})
    o = C()
    exec("def get(): return C.X")
    exec("def get_object(o): return o.X")
    for i in range(3):
        get(), get_object(o)
    C.__annotations__
    C.X = 2
    if get() != 2 or get_object(o) != 2:
        print("old value", n)
    C.__doc__ = "doc"
    C.__type_params__ = ()
    C.X = 3
    if get() != 3 or get_object(o) != 3:
        print("old value", n)


class A:
    X = 1


class B(A):
    pass


class M(type):
    X = property(lambda cls: "of the metaclass")
    Z = 1


class W(metaclass=M):
    X = "of the class"


def x():
    return B.X


for i in range(3):
    print(x(), of_class(B), of_class(W))
A.X = 2
print(x(), of_class(A), of_class(B))
B.X = 3
print(x(), of_class(A), of_class(B))
del B.X
print(x(), of_class(A), of_class(B))
A.X = property(lambda self: "property")
print(type(x()).__name__, of_object(B()))
A.X = A
print(x().__name__)
A.X = "text"
print(x())
del A.X
try:
    x()
except AttributeError as e:
    print(e)


class N:
    X = "N"


B.__bases__ = (N,)
print(x(), of_class(B))
B = W
print(x())


def own(c):
    return c.__first__


class F:
    __first__ = 1


for i in range(3):
    own(F)
type.__delattr__(F, "__first__")
try:
    own(F)
except AttributeError as e:
    print(e)


def line(c):
    return c.__firstlineno__


for i in range(3):
    line(F)
F.__module__ = "other"
try:
    line(F)
except AttributeError as e:
    print(e)
