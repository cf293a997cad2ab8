def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def outer():
    x = 1
    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    f = middle()
    return f(), f(), x
print(outer())
def late():
    def f():
        return v
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    v = 3
    return f()
print(late())
def deleted():
    v = 1
    def f(): return v
    del v
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
deleted()
def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 1
unbound()
try:
    undefined_name
except NameError as e:
    print(e)
x = "global"
class C:
    x = "class"
    def f(self): return x
    y = [x for _ in range(1)]
    z = (lambda: x)()
print(C().f(), C.y, C.z)
def g():
    x = "function"
    class D:
        a = x
        x = "inner"
        b = x
        def m(self): return x
    return D.a if False else D.b, D().m()
try:
    print(g())
except NameError as e:
    print(type(e).__name__, e)
def g2():
    x = "function"
    class D:
        a = x
        def m(self): return x
    return D.a, D().m()
print(g2())
def f(a, b):
    def g(): return a, b
    a = a * 2
    return g
print(f(1, 2)(), f.__code__.co_cellvars, f(1, 2).__code__.co_freevars)
print([c.cell_contents for c in f(3, 4).__closure__])
def rec(n): return 1 if n == 0 else n * rec(n - 1)
print(rec(20))
def gl():
    global newglobal
    newglobal = 7
gl()
print(newglobal)
def gd():
    global newglobal
    del newglobal
gd()
try:
    newglobal
except NameError as e:
    print(e)
