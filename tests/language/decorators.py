def trace(tag):
    print("make", tag)
    def d(f):
        print("apply", tag, f.__name__)
        def w(*a): return (tag, f(*a))
        w.__name__ = f.__name__
        return w
    return d
@trace("a")
@trace("b")
def f(x): return x
print(f(1))
decos = [trace("list")]
@decos[0]
def g(): pass
@(lambda f: 42)
def h(): pass
print(h)
@type
def k(): pass
print(k.__name__)
class C:
    @trace("m")
    def m(self): return "m"
    @staticmethod
    @trace("s")
    def s(): return "s"
    @property
    def p(self): return "p"
    @classmethod
    def c(cls): return cls.__name__
    if True:
        def cond(self): return "cond"
print(C().m(), C.s(), C().p, C.c(), C().cond())
x = None
@(x := trace("walrus"))
def y(): pass
print(callable(x))
def lineno(f): print(f.__code__.co_firstlineno); return f
@lineno

@lineno
def z(): pass
f.attr = 5; print(f.attr, f.__dict__, f.__module__, f.__doc__)
def doc():
    """The doc."""
print(doc.__doc__, doc.__name__, doc)if False else print(doc.__doc__)
try: f.nope
except AttributeError as e: print(e)
import functools
@functools.wraps(doc)
def wrapped(): pass
print(wrapped.__name__, wrapped.__doc__, wrapped.__wrapped__ is doc)
