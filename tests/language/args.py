# All kinds of parameters and arguments.
def f(a, b, /, c, d=4, *args, e, g=7, **kw):
    return (a, b, c, d, args, e, g, sorted(kw.items()))

print(f(1, 2, 3, e=5))
print(f(1, 2, c=3, e=5, z=9, a=1))
print(f(1, 2, 3, 4, 5, 6, e=7, g=8))
print(f(*(1, 2), **{"c": 3, "e": 5}))
print(f(*[1], *[2, 3], e=1, **{"x": 1}, **{"y": 2}))


def tries(thunk):
    try:
        print(thunk())
    except TypeError as e:
        print("TypeError:", e)


tries(lambda: f())
tries(lambda: f(1))
tries(lambda: f(1, 2))
tries(lambda: f(1, 2, 3))
tries(lambda: f(1, 2, 3, e=1, c=2))
tries(lambda: f(1, b=2, c=3, e=4))
tries(lambda: f(1, 2, 3, e=1, **{"e": 2}))
tries(lambda: f(*5))
tries(lambda: f(**5))
tries(lambda: f(**{1: 2}))


def two(a, b):
    return a, b


tries(lambda: two(1, 2, 3))
tries(lambda: two())
tries(lambda: two(1, 2, c=3))
tries(lambda: two(1, aa=3))
tries(lambda: two(b=1))


def kwonly(*, x, y=2):
    return x, y


tries(lambda: kwonly(1))
tries(lambda: kwonly())
tries(lambda: kwonly(x=1, y=3))
tries(lambda: kwonly(1, x=2))


def defaults(a, b=[], *, c={}):
    b.append(a)
    c[a] = 1
    return b, c


print(defaults(1), defaults(2), defaults.__defaults__, defaults.__kwdefaults__)


def order():
    out = []

    def note(x):
        out.append(x)
        return x

    two(note(1), b=note(2))
    {note("k1"): note("v1"), note("k2"): note("v2")}
    [note(3), *[note(4)], note(5)]
    note(lambda: 0).__name__
    return [x for x in out if not callable(x)]


print(order())
print((lambda *a, **k: (a, k))(1, *[2], x=3))
print((lambda a, b=2, /, c=3: (a, b, c))(1, c=5))
big = list(range(300))
print(len((lambda *a: a)(*big)), sum(f(*big[:3], *big, e=0)[4]))
