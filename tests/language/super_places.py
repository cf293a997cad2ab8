# super().name at one place: what it found is remembered, and must follow changes of the
# classes, other classes of self, and names that are not methods.


class L(list):
    def append(self, x):
        super().append(x)

    def __len__(self):
        return super().__len__() + 100


class L2(L):
    pass


for c in (L, L2, L, L2):
    x = c()
    for i in range(3):
        x.append(i)
    print(list(x), len(x))


class E(Exception):
    def __init__(self, text, code):
        super().__init__(text)
        self.code = code

    def __str__(self):
        return super().__str__() + "!"


class F(E):
    def __init__(self, text):
        super().__init__(text, 5)


for e in (E("a", 1), F("b"), E("c", 2), F("d")):
    print(e, e.args, e.code, repr(e))


class A:
    x = "A.x"
    p = property(lambda self: "A.p")

    def m(self):
        return "A.m"

    @classmethod
    def c(cls):
        return "A.c " + cls.__name__

    @staticmethod
    def s():
        return "A.s"

    def __new__(cls, *args):
        return super().__new__(cls)


class B(A):
    def all(self):
        return super().x, super().p, super().m(), super().c(), super().s()

    def __new__(cls, *args):
        return super().__new__(cls, *args)


class C(B):
    pass


for i in range(3):
    print(B(1).all(), C().all())
A.m = lambda self: "new A.m"
print(B().all())
A.m = classmethod(lambda cls: "class " + cls.__name__)
print(B().all())
A.m = len
try:
    B().all()
except TypeError as e:
    print(e)
A.m = type
A.p = 7
print(B().all() if False else "", end="")


class M2:
    x, p = 1, 2

    def m(self):
        return "M2.m"

    c = s = m


class D(B, M2):
    pass


A.m = lambda self: "A.m"
print(D().all()[2:])
B.__bases__ = (M2,)
B.__new__ = lambda cls: object.__new__(cls)
try:
    print(D().all())
except TypeError as e:
    print(e)
M2.s = staticmethod(lambda: "s")
print(D().all(), C().all())
o = D()
o.m = "in the object"
print(o.all()[2])
o.__dict__
print(o.all()[2])
o.__class__ = C
print(o.all()[2])


class Meta(type):
    def __call__(cls, *args):
        return super().__call__(*args), cls.__name__


class X(metaclass=Meta):
    pass


class Y(metaclass=Meta):
    pass


for i in range(2):
    print(X()[1], type(X()[0]).__name__, Y()[1], type(Y()[0]).__name__)
