# One place in the program that meets objects of many classes, and classes that change meanwhile.

class Base:
    kind = "base"

    def __init__(self, n):
        self.n = n

    def name(self):
        return "base %d" % self.n

    def twice(self, by=2):
        return self.n * by


class A(Base):
    kind = "a"

    def name(self):
        return "a %d" % self.n


class B(Base):
    def __init__(self, n):
        self.extra = "x"
        super().__init__(n)

    def name(self):
        return "b %d %s" % (self.n, self.extra)


class C(Base):
    __slots__ = ("s",)

    def __init__(self, n):
        self.s = n
        self.n = n + 1

    name = lambda self: "c %d %d" % (self.s, self.n)


class D(Base):
    @property
    def kind(self):
        return "property %d" % self.n

    @staticmethod
    def name():
        return "static"


class E(Base):
    def __getattr__(self, name):
        if name == "later":
            return "made"
        raise AttributeError(name)


class F:
    __slots__ = ("n", "kind")

    def __init__(self, n):
        self.n = n
        self.kind = "slot"

    def name(self):
        return "f %d" % self.n

    twice = Base.twice


def read(o):
    return o.n, o.kind


def call(o):
    return o.name(), o.twice(), o.twice(3)


def write(o, v):
    o.n = v
    return o.n


def add(o, v):
    o.new = v
    return o.new


def show(title, objects):
    print("--", title)
    for o in objects:
        print(type(o).__name__, read(o), call(o), write(o, o.n + 10))


classes = [A, B, C, D, E, F, Base]
objects = [c(i) for i, c in enumerate(classes)]
for turn in range(3):
    show("turn %d" % turn, objects)
show("backwards", objects[::-1])
for o in objects:
    try:
        print(add(o, "new"))
    except AttributeError:
        print(type(o).__name__, "has no room")

A.name = lambda self: "changed %d" % self.n
Base.twice = lambda self, by=2: ("changed", by)
B.kind = "b now"
show("classes changed", objects)

objects[0].name = lambda: "own"
objects[1].kind = "own kind"
show("objects changed", objects)

del objects[1].kind
del objects[2].n
try:
    read(objects[2])
except AttributeError as e:
    print("AttributeError:", e)
objects[2].n = 5
show("and back", objects)

C.n = property(lambda self: 99, lambda self, v: print("set", v))
show("a property appears", objects)
del C.n
show("and goes", objects)

objects[3].__class__ = A
show("another class", objects)

for o in objects + [E(1), A(1)]:
    try:
        print(o.later)
    except AttributeError as e:
        print("AttributeError:", e)

# More classes than any cache remembers.
many = []
for i in range(12):
    many.append(type("T%d" % i, (Base,), {"kind": i, "name": lambda self, i=i: "t%d" % i})(i))
for turn in range(3):
    print([read(o) for o in many], [o.name() for o in many], sum(write(o, i) for i, o in enumerate(many)))
