def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class S:
    __slots__ = ("a", "__p", "c")
    def __init__(self): self.__p = 1
s = S()
show(lambda: s.a)
s.a = 1
print(s.a, S.a, type(S.a), s._S__p, S.__slots__)
del s.a
show(lambda: s.a)
show(lambda: delattr(s, "a"))
show(lambda: setattr(s, "zz", 1))
show(lambda: delattr(s, "zz"))
show(lambda: s.__dict__)
show(lambda: s.__weakref__)
show(lambda: setattr(s, "__dict__", {}))
class D(S): pass
d = D(); d.a = 1; d.zz = 2
print(d.__dict__, d.a, vars(d), d._S__p)
d.__dict__ = {"q": 1}
print(d.a, d.q, d.__dict__)
del d.a
show(lambda: d.a)
class E(S): __slots__ = ["e", "__dict__"]
e = E(); e.a = 1; e.e = 2; e.x = 3
print(e.__dict__, e.a, e.e, e.x)
def mk(**ns):
    return type("T", ns.pop("bases", ()), ns)
show(lambda: mk(__slots__=("a", 1)))
show(lambda: mk(__slots__=("a b",)))
show(lambda: mk(__slots__=("a",), a=1))
show(lambda: mk(__slots__=("__dict__", "__dict__")))
show(lambda: mk(__slots__=5))
show(lambda: mk(__slots__=("a",), bases=(int,)))
show(lambda: mk(__slots__=("a",), bases=(tuple,)))
show(lambda: mk(__slots__=(), bases=(int,))(5) + 1)
show(lambda: mk(__slots__=("a",), bases=(list,))())
show(lambda: mk(__slots__=("__weakref__", "__weakref__")))
show(lambda: mk(__slots__=("__dict__",), bases=(D,)))
class A1: __slots__ = ("x",)
class A2: __slots__ = ("y",)
show(lambda: type("AA", (A1, A2), {}))
class A0: __slots__ = ()
show(lambda: type("AA", (A1, A0), {}).__mro__)
show(lambda: S.a.__get__(5))
show(lambda: S.a.__set__(5, 1))
show(lambda: S.a.__delete__(5))
show(lambda: S.a.__objclass__)
print(S.a.__name__, S.a.__doc__, repr(S.a), S.a.__get__(None, S) is S.a)
class Doc: __slots__ = {"a": "doc of a", "b": None}
print(Doc.__slots__, Doc.a.__doc__, Doc().__slots__)
class Str: __slots__ = "only"
x = Str(); x.only = 1; print(x.only)
class It: __slots__ = iter(["p", "q"])
print(It.__slots__ is not None, It.p)
x = A1(); y = A2()
show(lambda: setattr(x, "__class__", A2))
class A3: __slots__ = ("x",)
x.x = 5
x.__class__ = A3
print(type(x).__name__, x.x)
show(lambda: setattr(x, "__class__", int))
show(lambda: setattr(x, "__class__", D))
show(lambda: setattr(x, "__class__", 5))
show(lambda: setattr(5, "__class__", int))
show(lambda: delattr(x, "__class__"))
class P1: pass
class P2: pass
p = P1(); p.v = 1; p.__class__ = P2
print(type(p).__name__, p.v)
class L1(list): pass
class L2(list): pass
l = L1([1]); l.__class__ = L2
print(type(l).__name__, l)
show(lambda: setattr(l, "__class__", P1))
show(lambda: setattr(p, "__class__", L1))
class G:
    __slots__ = ("a",)
    def __getattr__(self, n): return "G" + n
print(G().a, G().b)
class CV:
    __slots__ = ("a", "b")
    def __init__(self): self.a = self.b = 0
    def __eq__(self, o): return self.a == o.a
show(lambda: hash(CV()))
many = type("Many", (), {"__slots__": tuple("s%d" % i for i in range(40))})
m = many()
for i in range(40): setattr(m, "s%d" % i, i)
print(sum(getattr(m, "s%d" % i) for i in range(40)))
class Many2(many): pass
m = Many2()
for i in range(40): setattr(m, "s%d" % i, i)
m.extra = 1
print(sum(getattr(m, "s%d" % i) for i in range(40)), m.__dict__)
