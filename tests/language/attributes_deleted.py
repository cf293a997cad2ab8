# Attributes that are deleted, or kept in a dict: what the caches of attribute accesses
# remember must not outlive a change.


class C:
    def __init__(self):
        self.a, self.b, self.c = 1, 2, 3

    def m(self):
        return self.a

    def drop(self):
        del self.b


for i in range(3):
    o = C()
    o.drop()
    print(hasattr(o, "b"), o.a, o.c, o.m())
    o.b = 5
    print(vars(o), o.b)
    try:
        del o.zz
    except AttributeError as e:
        print(e)

o = C()
for name in "cab":
    delattr(o, name)
    print(sorted(n for n in "abc" if hasattr(o, n)))
o.c = o.a = 7
print(o.__dict__)


def last(o, n):
    for i in range(n):
        o.x = i
        del o.x
        if hasattr(o, "x"):
            print("still there")
        try:
            o.x
        except AttributeError as e:
            if i == n - 1:
                print(e)


last(C(), 40)
last(C(), 3000)


class D:
    def __delattr__(self, name):
        print("del", name)


def drop(o):
    del o.x


for o in (C(), C(), D(), C()):
    o.x = 1
    drop(o)
    print(hasattr(o, "x"))

# A data descriptor that the class gets later.
o, p = C(), C()
o.x = p.x = 1
drop(o)
C.x = property(lambda self: "property", None, lambda self: print("deleter"))
drop(p)
print(p.x, p.__dict__)
del C.x
print(p.x)


def get(o):
    return o.a


def set_(o, v):
    o.a = v


def call(o):
    return o.m()


# In a dict.
o = C()
o.__dict__
for i in range(4):
    set_(o, i)
    print(get(o), call(o), o.__dict__["a"])
C.a = property(lambda self: "a of the class", lambda self, v: print("set", v))
set_(o, 9)
print(get(o), call(o))
del C.a
print(get(o), call(o))
o.m = lambda: "hides"
print(call(o))
del o.m
print(call(o))
C.m = lambda self: "new method"
print(call(o))
del o.__dict__["a"]
try:
    print(get(o))
except AttributeError as e:
    print(e)
C.a = "plain"
print(get(o))
set_(o, 4)
print(get(o), C.a)
o.__dict__ = {"a": "replaced"}
print(get(o), call(o))

# Objects with slots and with dicts at the same place.
del C.a
all_ = [C() for i in range(6)]
for x in all_[::2]:
    x.__dict__
for i in range(3):
    for x in all_:
        set_(x, i)
        print(get(x), call(x), end=" ")
print()

o.__dict__ = globals()
o.fresh = 1
print(fresh)
for i in range(3):
    set_(o, i)
    print(a)


class E(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.a = code

    def m(self):
        return self.args


class L(list):
    def m(self):
        return len(self)


for x in (E(1), E(2), L("abc"), L("xy")):
    set_(x, 5)
    print(get(x), call(x), vars(x))
    x.m = lambda: 0
    print(call(x))


class S:
    __slots__ = ("a", "__dict__")

    def m(self):
        return self.a, self.b


for i in range(3):
    s = S()
    s.a, s.b = 1, 2
    print(call(s), s.__dict__)
    del s.b
    print(s.__dict__, get(s))
    del s.a
    try:
        get(s)
    except AttributeError as e:
        print(e)


def cls(o):
    return o.__class__


def same(o):
    n = 2**40 + 7
    for i in range(3):
        n = o.__class__
        if n is not type(o) or o.__class__ != n:
            print("other class")
    return n


class Lies:
    @property
    def __class__(self):
        return int


print([cls(x) for x in (C(), C(), 1, 1, E(1), E(2), Lies(), Lies(), int, C, None)])
print(same(L()), same(C()), same(Exception()))


class Y(C):
    pass


y = Y()
print(cls(y), cls(y))
y.__class__ = C
print(cls(y), cls(y), same(y))
type.__setattr__(C, "__getattribute__", lambda self, name: name)
print(cls(Y()), cls(Y()), cls(y))


# Computed attributes of objects whose attributes are in a dict.
class P(Exception):
    @property
    def p(self):
        if self.args:
            raise AttributeError("none")
        return "p"


def p(o):
    return o.p


def args(o):
    return o.args


def dict_(o):
    return o.__dict__


for x in (P(), P(), P(1), P(2), P()):
    x.k = 1
    try:
        print(args(x), dict_(x), p(x))
    except AttributeError as e:
        print(e)
P.p = 3
print(p(P()), p(P(1)))
P.args = "args of the class"
print(args(P(1)), args(E(2)))
