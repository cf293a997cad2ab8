class A:
    "doc of A"
    attr = 1
    def __init__(self, x=0): self.x = x
    def m(self): return "A.m", self.x
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v * 2
    @p.deleter
    def p(self): del self._p
a = A(5)
print(A.__doc__, A.__name__, A.__qualname__, A.__module__, A.attr, a.attr, a.x, a.m(), A.c(1), a.c(2), A.s(3), a.s(4))
a.p = 21
print(a.p)
del a.p
try: a.p
except AttributeError as e: print(e)
a.attr = 2
print(A.attr, a.attr, vars(a))
del a.attr
print(a.attr)
for f in (lambda: a.nope, lambda: A.nope, lambda: A.m(), lambda: A(1, 2), lambda: A(y=1)):
    try: f()
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
class B(A):
    def m(self): return ("B.m",) + super().m()
class C(A):
    def m(self): return ("C.m",) + super().m()
class D(B, C):
    def m(self): return ("D.m",) + super().m()
print(D(1).m(), [c.__name__ for c in D.__mro__])
try:
    class E(A, B): pass
except TypeError as e: print(e)
try:
    class E(1): pass
except TypeError as e: print(e)
print(issubclass(D, A), isinstance(D(), (int, C)), isinstance(1, A), D.__bases__, A.__subclasses__())
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        ns["made"] = sorted(k for k in ns if not k.startswith("__"))
        return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        c.kw = kw
    def __call__(c, *a):
        o = super().__call__(*a)
        o.called = True
        return o
    @classmethod
    def __prepare__(m, name, bases, **kw):
        return {"prepared": name}
    def __len__(c): return 42
    def __getitem__(c, k): return k
class M(metaclass=Meta, flag=3):
    x = 1
    def y(self): pass
class N(M, other=4): z = 2
print(M.made, M.kw, M.prepared, M().called, len(M), M["k"], type(M).__name__, N.made, N.kw, type(N) is Meta)
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.subs.append((cls.__name__, tag))
class S1(Base, tag="one"): pass
class S2(S1): pass
print(Base.subs)
try:
    class S3(Base, wrong=1): pass
except TypeError as e: print(e)
class Desc:
    def __set_name__(self, owner, name): self.name = "_" + name; print("set_name", owner.__name__, name)
    def __get__(self, obj, cls):
        if obj is None: return self
        return getattr(obj, self.name, "unset")
    def __set__(self, obj, v): setattr(obj, self.name, v + 1)
    def __delete__(self, obj): delattr(obj, self.name)
class HasDesc:
    d = Desc()
    def __init__(self): self.__dict__["d"] = "shadow"
h = HasDesc()
print(h.d); h.d = 1; print(h.d, vars(h)); del h.d; print(h.d, type(HasDesc.d).__name__)
class NonData:
    def __get__(self, obj, cls): return "nondata"
class HasND: nd = NonData()
o = HasND(); print(o.nd); o.nd = 5; print(o.nd)
class Slots:
    __slots__ = ("a", "b")
s = Slots(); s.a = 1
print(s.a)
for f in ("s.b", "s.c", "setattr(s, 'c', 1)", "s.__dict__", "delattr(s, 'b')"):
    try: eval(f)
    except AttributeError as e: print(e)
class Slots2(Slots): __slots__ = ["c"]
s = Slots2(); s.a, s.b, s.c = 1, 2, 3; print(s.a, s.b, s.c, Slots2.__slots__)
class Slots3(Slots): pass
s = Slots3(); s.z = 1; print(s.__dict__)
class Priv:
    def __init__(self): self.__x = 1; self.__y__ = 2
    def get(self): return self.__x
    class Inner:
        __z = 3
        def f(self): return self.__z
print(vars(Priv()), Priv().get(), Priv.Inner().f(), sorted(k for k in vars(Priv.Inner) if "z" in k))
class GA:
    def __getattr__(self, n): return "got " + n
    def __setattr__(self, n, v): object.__setattr__(self, n, (v, v))
    def __delattr__(self, n): print("del", n)
g = GA(); g.x = 1; print(g.x, g.y); del g.q
class GAB:
    y = 1
    def __getattribute__(self, n):
        if n.startswith("__"): return object.__getattribute__(self, n)
        return n * 2
print(GAB().y, GAB().ab)
class New:
    def __new__(cls, *a):
        o = super().__new__(cls); o.args = a; return o
    def __init__(self, *a): self.init = len(a)
n = New(1, 2); print(n.args, n.init)
class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")
print(Other())
class BadInit:
    def __init__(self): return 1
try: BadInit()
except TypeError as e: print(e)
def deco(tag):
    def f(c): c.tag = tag; return c
    return f
@deco("t1")
class Deco: pass
print(Deco.tag)
T = type("T", (A,), {"q": 5, "__doc__": "made"})
print(T.q, T(9).x, T.__doc__, T.__mro__[1].__name__)
class Outer:
    class In:
        def f(self): pass
    def g(self):
        def h(): pass
        return h
print(Outer.In.f.__qualname__, Outer().g().__qualname__, (lambda: 0).__qualname__)
A.m = lambda self: ("patched",)
print(D(1).m(), a.m())
del A.attr
try: a.attr
except AttributeError as e: print(e)
class Cls:
    x: int = 5
    y: "later"
    (z): str
print(Cls.__annotations__)
class Callable:
    def __call__(self, *a, **k): return a, k
print(Callable()(1, b=2), callable(Callable()), callable(a))
print(super(B, D(1)).m(), super(D, D).c(5))
try: super()
except RuntimeError as e: print(e)
