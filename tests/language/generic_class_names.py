# Private names and type parameters of classes; annotations of modules.
import types


class __Base:
    def __init_subclass__(cls, **kwargs):
        cls.kwargs = kwargs


class Derived[T](__Base, __keyword=1):
    pass


print(Derived.kwargs, Derived.__bases__[0] is __Base)


def same(x):
    return type("Same", (), {"x": x})


__X = "global"


class Private[__T, U: __X](same([__X for _ in range(1)][0])):
    use = __T
    __own = 2

    def method[V](self, a: __T):
        return self.__own, __T


print(Private.__type_params__, Private.use is Private.__type_params__[0], Private().method(1)[0], Private.__bases__[0].x)
print(Private.__type_params__[1].__bound__)


class Outer:
    __own = 1

    class Inner[T]:
        __own = 2

    after = __own


print(Outer.after, Outer.Inner._Inner__own)

m = types.ModuleType("m")
print(m.__annotations__)
m.__annotations__["a"] = int
print(m.__annotations__)
del m.__annotations__
print(m.__annotations__)
