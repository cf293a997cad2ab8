# type() with three arguments, metaclasses, hooks.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "__notes__", ""))


T = type("T", (int,), {"a": 1, "m": lambda self: self + 1})
print(T, T(3).m(), T.a, T.__module__, T.__qualname__)
show(lambda: type())
show(lambda: type(1, 2))
show(lambda: type(1, (), {}))
show(lambda: type("a", [], {}))
show(lambda: type("a", (), []))
show(lambda: type("a", (1,), {}))
show(lambda: type("a\0", (), {}))
show(lambda: type("a", (bool,), {}))
show(lambda: type("a", (type(None),), {}))
show(lambda: type("a", (int, str), {}))
show(lambda: type("a", (int, int), {}))
show(lambda: type("a", (object, int), {}))
show(lambda: type("a", (), {"__qualname__": 1}))
show(lambda: type("a", (), {"__qualname__": "q.a"}).__qualname__)
show(lambda: type("a", (), {}, x=1))
show(lambda: type.__new__(int, "a", (), {}))
show(lambda: type.__new__(type, "a", ()))
show(lambda: type.__new__())
show(lambda: type.__call__(int, "7"))


class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass


show(lambda: type("C", (A, B), {}))
print(type(type("C", (A,), {})))


def conflict():
    class X(A, metaclass=M2): pass


show(conflict)


class Prep(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"from_prepare": 1}

    def __new__(mcls, name, bases, ns, **kw):
        print("new", sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)

    def __call__(cls, *a):
        print("call", a)
        return super().__call__(*a)


class P(metaclass=Prep, key=1):
    def __init__(self, *a): print("P", a)


P(1, 2)


class BadPrep(type):
    @classmethod
    def __prepare__(mcls, *a): return 5


def bad():
    class X(metaclass=BadPrep): pass


show(bad)


class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print("subclass", cls.__name__, tag)


class S1(Base, tag="x"): pass
class S2(S1): pass


def extra():
    class S3(Base, other=1): pass


show(extra)


def plain_kw():
    class S4(other=1): pass


show(plain_kw)


class Descr:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


class HasDescr:
    one = Descr()
    two = Descr()


class BadDescr:
    def __set_name__(self, owner, name):
        raise ValueError("bad name")


def bad_descr():
    class X:
        attr = BadDescr()


show(bad_descr)


class NoArgs:
    def __set_name__(self): pass


def no_args():
    class X:
        attr = NoArgs()


show(no_args)


class Mro(type):
    def mro(cls):
        print("mro of", cls.__name__)
        return super().mro()


class WithMro(metaclass=Mro): pass
class WithMro2(WithMro): pass


print(WithMro2.mro(), WithMro2.__mro__)


class BadMro(type):
    def mro(cls): return [cls, 5]


def bad_mro():
    class X(metaclass=BadMro): pass


show(bad_mro)


class Entries:
    def __mro_entries__(self, bases):
        return (A,)


class UsesEntries(Entries()): pass


print(UsesEntries.__bases__, [type(x).__name__ for x in UsesEntries.__orig_bases__])
show(lambda: type("X", (Entries(),), {}))


def not_meta():
    class X(metaclass=lambda n, b, d: (n, b, sorted(k for k in d if k[0] != "_"))):
        v = 1
    return X


show(not_meta)
show(lambda: type("X", (A, object, M1), {}))
class Q1: pass
class Q2(Q1): pass
show(lambda: type("X", (Q1, Q2), {}))


def dup():
    class X(Q1, Q1): pass


show(dup)


def ellipsis_base():
    class X(...): pass


show(ellipsis_base)


def func_base():
    class X(len): pass


show(func_base)
print(isinstance(A, M1), issubclass(M1, type), type(A) is M1, type(type) is type)
