g = {}
exec("x = 1\ndef f(): return x\nclass C: y = x", g)
print(g["x"], g["f"](), g["C"].y, sorted(k for k in g if not k.startswith("__")), "__builtins__" in g)
l = {}
exec("a = 5; b = x + a", g, l)
print(l, "a" in g)
print(eval("x + 1", g), eval("a", g, {"a": 7}), eval(" 1 + 1"), eval("\t2"))
c = compile("z = 1\nz + 1", "file", "exec"); ns = {}; exec(c, ns); print(ns["z"], c.co_filename, c.co_name)
print(eval(compile("3 * 4", "f", "eval")))
exec(compile("5 * 5\n'str'\nNone", "f", "exec"))
code = compile("40 + 2", "f", "single"); exec(code)
def f():
    loc = 1
    exec("loc = 2; new = 3")
    return loc, sorted(locals())
print(f())
def h(a, b=2):
    c = a
    d = locals()
    return d
print(h(1))
class K:
    q = 1
    r = sorted(k for k in locals() if not k.startswith("__"))
print(K.r)
class Mapping(dict):
    def __missing__(self, k): return k.upper()
    def __setitem__(self, k, v): print("set", k); super().__setitem__(k, v)
m = Mapping(); exec("v = foo\nw = bar, v", {}, m); print(dict(m))
for src, *a in (("1 +",), ("x = 5", "eval"), ("nope", "eval"), ("return 1",), ("1/0", "eval"), ("yield",), ("break",), ("a\nb", "eval"), ("",  "eval"), ("def f(:", ), ("  x",), ("if 1:\nx",), ("'a", ), ("x = = 2",), ("f(a=1, 2)",), ("1 = x",), ("x + 1 = 2",), ("nonlocal x",), ("await x",), ("def f():\n global x\n x = 1\n nonlocal x",), ("lambda: (yield)", "eval"), ("import *",), ("from x import (a, b", )):
    try: (eval if a else exec)(src)
    except SyntaxError as e: print(repr(src), "|", type(e).__name__, e.msg, e.lineno, e.offset)
    except Exception as e: print(repr(src), "|", type(e).__name__, e)
print(eval("[i for i in range(n)]", {"n": 3}), eval("(lambda: n)()", {"n": 4}))
def outer():
    v = 1
    return eval("v"), [eval("v") for _ in range(1)] if False else None
print(outer())
try: exec("def f(): pass", 5)
except TypeError as e: print(e)
try: eval(5)
except TypeError as e: print(e)
try: compile("1", "f", "wrong")
except ValueError as e: print(e)
try: exec("x\0y")
except SyntaxError as e: print(e)
globals()["made"] = 3; print(made)
del globals()["made"]
try: made
except NameError as e: print(e)
import builtins
builtins.everywhere = 9; print(everywhere); everywhere = 10; print(everywhere); del everywhere; print(everywhere); del builtins.everywhere
print(__name__, __doc__, vars() is globals(), __builtins__ is builtins)
def shadow():
    len = lambda x: "mine"
    return len(1)
print(shadow(), len("ab"))
len = lambda x: "global"
print(len("ab")); del len; print(len("ab"))
class D(dict): pass
try: exec("print(zz)", D(zz=1))
except NameError as e: print(e)
