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
inc()
inc(5)
print(get())

fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
print([f() for f in [lambda i=i: i for i in range(3)]])
print([f() for f in [lambda: i for i in range(3)]])


def outer(x):
    def mid():
        def inner():
            return x * 2

        return inner

    return mid()()


print(outer(21))


def late():
    def g():
        return v

    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    v = 1
    print(g())
    del v
    try:
        g()
    except NameError as e:
        print(e)


late()


def unbound():
    try:
        print(q)
    except UnboundLocalError as e:
        print(e)
    q = 1
    del q
    try:
        print(q)
    except UnboundLocalError as e:
        print(e)


unbound()


def param_cell(a, b):
    def g():
        nonlocal a
        a += b
        return a

    g()
    return a, g()


print(param_cell(1, 2))


class C:
    x = 1

    def m(self):
        return [self.x for _ in range(2)], [x for x in (1, 2)]

    y = [x * 2 for x in range(3)]


print(C().m(), C.y)


def deep(n):
    if n:
        return lambda: deep(n - 1)() + 1
    return lambda: 0


print(deep(50)())
f = counter()[0]
print(f.__closure__[0].cell_contents, f.__code__.co_freevars)
g = 10


def shadow():
    g = 1

    def use():
        global g
        g += 1
        return g

    return use(), g


print(shadow(), g)
