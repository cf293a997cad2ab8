class A:
    "doc of A"
    x = 1

    def who(self):
        return "A"

    @classmethod
    def cm(cls, v):
        return cls.__name__, v

    @staticmethod
    def sm(v):
        return v

    @property
    def p(self):
        return self._p

    @p.setter
    def p(self, v):
        self._p = v * 2

    @p.deleter
    def p(self):
        del self._p


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


print(D().who(), [c.__name__ for c in D.__mro__])
print(A.cm(1), D().cm(2), A.sm(3), D().sm(4), A.__doc__)
a = A()
a.p = 5
print(a.p, a.__dict__)
del a.p
try:
    a.p
except AttributeError as e:
    print(e)
try:
    class X(A, B):
        pass
except TypeError as e:
    print(e)
try:
    A.p = property(lambda self: 1)
    a.p = 2
except AttributeError as e:
    print(e)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"injected": 1}

    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, dict(ns))

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.made = kw

    def __call__(cls, *args):
        print("calling", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 7

    def hello(cls):
        return "hello from " + cls.__name__


class M(metaclass=Meta, opt=3):
    def __init__(self, v):
        self.v = v


m = M(9)
print(m.v, M.injected, M.made, len(M), M.hello(), type(M).__name__)
try:
    m.hello
except AttributeError as e:
    print(e)


class Base:
    subs = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.subs.append((cls.__name__, tag))


class S1(Base, tag="t"):
    pass


class S2(S1):
    pass


print(Base.subs)
try:
    class S3(A, tag=1):
        pass
except TypeError as e:
    print(e)


class Named:
    def __set_name__(self, owner, name):
        self.where = owner.__name__, name

    def __get__(self, obj, cls):
        return (self.where, obj is None, cls.__name__)


class UsesNamed:
    n = Named()


print(UsesNamed.n, UsesNamed().n)


class Data:
    def __get__(self, obj, cls=None):
        return "data" if obj is not None else self

    def __set__(self, obj, v):
        print("set", v)

    def __delete__(self, obj):
        print("delete")


class NonData:
    def __get__(self, obj, cls=None):
        return "nondata"


class T:
    d = Data()
    n = NonData()


t = T()
t.__dict__["d"] = 1
t.d = 5
del t.d
print(t.d, t.n)
t.n = 3
print(t.n, sorted(t.__dict__))


class Slots:
    __slots__ = ("a", "_b", "__c")

    def __init__(self):
        self.a = 1
        self.__c = 3

    def c(self):
        return self.__c


s = Slots()
print(s.a, s.c(), hasattr(s, "__dict__"), [n for n in dir(Slots) if not n.startswith("__")])
for name in ("_b", "zz"):
    try:
        getattr(s, name)
    except AttributeError as e:
        print(e)
try:
    s.zz = 1
except AttributeError as e:
    print(e)
del s.a
try:
    del s.a
except AttributeError as e:
    print(e)


class Slots2(Slots):
    pass


s2 = Slots2()
s2.zz = 1
print(s2.__dict__, s2.a)
try:
    class Bad:
        __slots__ = ("x",)
        x = 1
except ValueError as e:
    print(e)


class Priv:
    __x = 1

    def get(self):
        return self.__x, Priv.__x

    def __m(self):
        return "m"

    def call(self):
        return self.__m()


print(Priv().get(), Priv().call(), [n for n in vars(Priv) if "Priv" in n])


class GA:
    def __getattr__(self, name):
        if name.startswith("dyn"):
            return name
        raise AttributeError("no " + name)

    def __setattr__(self, name, v):
        super().__setattr__(name, (v,))

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


g = GA()
g.x = 1
print(g.x, g.dynamic, hasattr(g, "other"), getattr(g, "zzz", "default"))
del g.x


class GAB:
    def __getattribute__(self, name):
        if name == "magic":
            return 42
        return super().__getattribute__(name)


print(GAB().magic, GAB().__class__.__name__)


class Cmp:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v if isinstance(o, Cmp) else NotImplemented

    def __lt__(self, o):
        return self.v < o.v

    def __repr__(self):
        return "Cmp(%d)" % self.v


print(Cmp(1) == Cmp(1), Cmp(1) != Cmp(2), Cmp(1) == 1, sorted([Cmp(3), Cmp(1)]), Cmp(1) > Cmp(0))
try:
    hash(Cmp(1))
except TypeError as e:
    print(e)
try:
    Cmp(1) <= Cmp(2)
except TypeError as e:
    print(e)


class Num:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return "add"

    def __radd__(self, o):
        return "radd"

    def __iadd__(self, o):
        self.v += 1
        return self

    def __neg__(self):
        return "neg"

    def __call__(self, *a, **k):
        return a, k

    def __getitem__(self, k):
        return k

    def __contains__(self, x):
        return x == 1

    def __len__(self):
        return 3

    def __bool__(self):
        return False

    def __iter__(self):
        return iter("it")

    def __index__(self):
        return 5

    def __hash__(self):
        return 99

    def __enter__(self):
        return "entered"

    def __exit__(self, *a):
        return None


n = Num(1)
print(n + 1, 1 + n, -n, n(1, k=2), n[1:2, ...], 1 in n, 2 in n, len(n), bool(n), list(n), [0] * 3, hash(n), hex(n))
n += 1
print(n.v)
for op in ("n - 1", "1 - n", "n @ n", "~n", "n()['x']"):
    try:
        print(eval(op))
    except TypeError as e:
        print(e)


class Outer:
    class Inner:
        def f(self):
            pass


print(Outer.Inner.f.__qualname__, Outer.Inner.__qualname__, Outer.__module__)


def local():
    class L:
        def m(self):
            return __class__

    return L


print(local().__qualname__, local()().m().__name__)
print(type("Dyn", (A,), {"y": 2})().y, isinstance(D(), A), issubclass(D, (int, C)))


class IntSub(int):
    def __add__(self, o):
        return IntSub(int.__add__(self, o))

    def __repr__(self):
        return "I%d" % self


i = IntSub(5)
i.extra = 1
print(i + 1, i * 2, i.extra, type(i + 1).__name__, i == 5, {i: 1}[5])


class ListSub(list):
    def total(self):
        return sum(self)


l = ListSub([1, 2])
l.append(3)
l.name = "n"
print(l, l.total(), l.name, l[1:], type(l[1:]).__name__)


class DictSub(dict):
    def __missing__(self, k):
        return k * 2


print(DictSub(a=1)["zz"], DictSub(a=1))


class Str(str):
    pass


z = Str("abc")
z.tag = 1
print(z.upper(), z.tag, {z: 1}["abc"], type(z + "d").__name__)
try:
    class BoolSub(bool):
        pass
except TypeError as e:
    print(e)
try:
    class Conflict(int, str):
        pass
except TypeError as e:
    print(e)
try:
    object.__new__(int)
except TypeError as e:
    print(e)
try:
    A(1)
except TypeError as e:
    print(e)
A.late = lambda self: "late"
print(D().late(), D.late is A.late)
D.__bases__ = (C, B)
print([c.__name__ for c in D.__mro__], D().who())
