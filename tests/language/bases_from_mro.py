# Metaclasses whose mro() sets __bases__ while __bases__ are being set.
class M(type):
    busy = False

    def mro(cls):
        if M.busy and cls.__name__ == "B1":
            B2.__bases__ = (B1,)
        if M.busy and cls.__name__ == "B2":
            B1.__bases__ = (B2,)
        return type.mro(cls)


class A(metaclass=M):
    pass


class B1(A):
    pass


class B2(A):
    pass


M.busy = True
try:
    B1.__bases__ += ()
except TypeError as e:
    print("TypeError", e)
M.busy = False


class N(type):
    moving = False

    def mro(cls):
        if N.moving and cls.__name__ == "C":
            N.moving = False
            C.__bases__ = (D2,)
        return type.mro(cls)


class D(metaclass=N):
    pass


class D1(D):
    pass


class D2(D):
    pass


class C(D):
    pass


N.moving = True
C.__bases__ = (D1,)
D1.__bases__ = (C,)
print(C.__bases__, D1.__bases__)
print(D2.__subclasses__(), D1.__subclasses__(), C.__subclasses__())


class Doc:
    __slots__ = ("__doc__",)


d = Doc()
d.__doc__ = "of the object"
print(d.__doc__)
try:
    class Both:
        "text"
        __slots__ = ("__doc__",)
except ValueError as e:
    print(e)
print(type.__prepare__(), type.__prepare__("x", k=1))
