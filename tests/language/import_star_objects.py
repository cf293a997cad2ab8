# from x import * with objects in sys.modules that are no modules, and odd names.
import sys
def star(m):
    sys.modules["mod"] = m
    ns = {}
    try:
        exec("from mod import *", ns)
        ns.pop("__builtins__")
        print(ns)
    except BaseException as e:
        print(type(e).__name__, e)
class M:
    x = "a1"
    _y = 2
    def __init__(self): self.x = "a2"; self._z = 3
class Only:
    x = 1
M.__doc__ = None
for k in ("__firstlineno__", "__static_attributes__"): pass
star(M())
class All:
    __all__ = ("y",)
    x, y = "b1", "b2"
star(All)
star(All())
a = All(); a.__all__ = ["x", "nope"]
star(a)
a.__all__ = ["x", 5]
star(a)
a.__name__ = "aaa"
star(a)
a.__name__ = 5
star(a)
a.__all__ = 7
star(a)
star(1)
star(None)
class D:
    __slots__ = ("__dict__",)
    def __getattr__(self, n): return "got " + n
d = D(); d.__all__ = ["p", "q"]
star(d)
del d.__all__
class G:
    @property
    def __all__(self): raise ValueError("all")
star(G())
class G2:
    @property
    def __dict__(self): return {"k": 1, "_u": 2}
    def __getattr__(self, n):
        if n.startswith("_"): raise AttributeError(n)
        return n * 2
star(G2())
import types
m = types.ModuleType("mm")
m.__dict__["one"] = 1
m.__dict__[2] = 2
star(m)
m = types.ModuleType("mm")
m.one, m._two = 1, 2
star(m)
m.__all__ = ["_two"]
star(m)
del m.__name__
m.__all__ = [3]
star(m)
class Loc:
    sys.modules["mod"] = M()
try:
    exec("class C:\n from mod import *")
except SyntaxError as e: print(e)
m = types.ModuleType("mm")
del m.__name__
try: m.foo
except AttributeError as e: print(e)
