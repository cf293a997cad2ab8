ns = {}
exec("""
x = 1
def f():
    return x
class C:
    y = x
    z = [y for _ in range(2)] if False else y
del x
x = 2
""", ns)
print(ns["f"](), ns["C"].y, sorted(k for k in ns if not k.startswith("__")))
g, l = {"a": 1}, {"b": 2}
exec("c = a + b\nglobal d\nd = 9", g, l)
print(l, g["d"], "c" in g)
print(eval("[a for _ in (1, 2)]", {"a": 5}), eval(compile("1 + 1", "<s>", "eval")))
code = compile("x = 10\ny = x * 2", "file.py", "exec")
print(code.co_filename, code.co_name)
d = {}
exec(code, d)
print(d["y"])


class Map(dict):
    def __missing__(self, k):
        if k == "print":
            raise KeyError(k)
        return "missing " + k


exec("print(foo)\nbar = 1", {}, Map())


def loc(a, b=2):
    c = a + b
    del b
    return locals()


print(loc(1))
print(sorted(vars(type("Q", (), {"x": 1})))[:1], "loc" in globals(), "loc" in dir())


class Body:
    a = 1
    locals()["b"] = 2
    print(a, b, sorted(k for k in locals() if k[0] != "_"))


for src in ("return 1", "x = ", "def f(:", "if 1:\nx", "  x = 1", "a = 1 +", "print 'x'", "f(a for a in b, c)", "yield", "await x",
            "break", "continue", "def f(a, a): pass", "nonlocal x", "x: int: 3", "1 = x", "f() = 1", "a + 1 = 2", "del f()",
            "import *", "from x import *, y", "lambda: (yield)", "'abc", '"""abc', "(1, 2", "1)", "[1, 2)", "a b", "x = 5 6",
            "else: pass", "try: pass", "class C pass", "for x in: pass", "0777", "1_", "0x", "1.2.3", "@", "$", "a ? b", "x\n  y",
            "global x; x = 1; global x", "def f():\n  x = 1\n  global x", "None = 1", "f(None=1)", "f(x=1, 2)", "f(**k, *a)",
            "def f(*): pass", "def f(a=1, b): pass", "with open(x) as 1: pass", "async def f(): yield from x", "if x = 1: pass"):
    try:
        compile(src, "<test>", "exec")
        print("ok", repr(src))
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset, repr(src))
