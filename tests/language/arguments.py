def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, x=7, a=8))
print(f(*[1, 2], **{"d": 3, "z": 4}))
print(f(*"ab", *[], c=0, d=1, **{}, **{"q": 1}))
def show(fn, *a, **k):
    try: print(fn(*a, **k))
    except TypeError as e: print(e)
show(f)
show(f, 1)
show(f, b=1, d=2)
show(f, 1, 2, 3, c=4, d=5)
def g(a, b, c=1): return a, b, c
show(g); show(g, 1); show(g, 1, 2, 3, 4); show(g, 1, 2, a=3); show(g, 1, 2, x=3); show(g, 1, b=2, c=3); show(g, b=1, a=2)
show(lambda: g(**{"a": 1}, **{"a": 2}))
show(lambda: g(1, *5)); show(lambda: g(1, **5)); show(lambda: g(**{1: 2}))
def h(*, x, y, z=1): return x, y, z
show(h); show(h, x=1); show(h, 1, x=1, y=2); show(h, y=1, x=2); show(h, 1)
def p(a, /): return a
show(p, a=1); show(p); show(p, 1, 2)
def n(): return "n"
show(n, 1); show(n, 1, 2); show(n, x=1)
def kwonly(*args, **kwargs): return args, kwargs
show(kwonly, 1, x=2)
class C:
    def m(self, a): return a
    def none(): return 1
show(C().m); show(C().m, 1, 2); show(C().none)
def default(x=[]): x.append(1); return x
default(); print(default())
i = 5
def early(x=i): return x
i = 6
print(early())
print(f.__defaults__, f.__kwdefaults__, g.__defaults__, h.__kwdefaults__)
g.__defaults__ = (7, 8, 9)
print(g())
g.__defaults__ = None
show(g, 1)
def order(tag): print(tag, end=" "); return tag
def r(*a, **k): return a, k
print(r(order(1), *[order(2)], order(3), k=order(4), **{"z": order(5)}))
print((lambda *a, b=1, **k: (a, b, k))(1, 2, c=3))
def many(a0,a1,a2,a3,a4,a5,a6,a7,a8,a9,b0,b1,b2,b3,b4,b5,b6,b7,b8,b9): return a0 + b9
print(many(*range(20)))
def ann(a: int, *b: str, c: "x" = 1, **d: float) -> list: pass
print(ann.__annotations__)
print(f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames[:7])
show(print, 1, sepp=2); show(len); show(len, 1, 2); show("x".join); show(int, "1", 2, 3)
show(lambda a, b: 0)
show(lambda a, b, c: 0, 1)
show(lambda a, *, b, c: 0, 1)
def conflict(a, **kw): return a, kw
show(conflict, 1, **{"b": 2}); show(conflict, 1, a=2)
print(max(*[3, 9, 4]), dict(**{"a b": 1}), "{} {x}".format(*[1], **{"x": 2}))
