# A special method that is None is there, and refuses.
import operator


def attempt(name, f, *args):
    try:
        print(name, f(*args))
    except TypeError as e:
        print(name, "TypeError:", e)


class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None


class Blocked(Equal):
    __eq__ = None


class NotUnequal(Equal):
    __ne__ = None


for a, b in ((Equal(), Blocked()), (Blocked(), Equal()), (Equal(), NotUnequal()), (NotUnequal(), Equal())):
    attempt("eq", operator.eq, a, b)
    attempt("ne", operator.ne, a, b)


def inplace(x):
    x += 1
    return x


class NoIadd:
    __iadd__ = None

    def __add__(self, other):
        return "added"


attempt("iadd", inplace, NoIadd())

names = """add radd neg len getitem setitem delitem call bool lt int float index round divmod pow
contains iter reversed hash complex bytes format""".split()
M = type("M", (), {"__%s__" % n: None for n in names})
m = M()
attempt("add", lambda: m + 1)
attempt("radd", lambda: 1 + m)
attempt("neg", lambda: -m)
attempt("len", len, m)
attempt("getitem", lambda: m[0])
attempt("setitem", operator.setitem, m, 0, 1)
attempt("delitem", operator.delitem, m, 0)
attempt("call", lambda: m())
attempt("bool", bool, m)
attempt("not", lambda: not m)
attempt("if", lambda: 1 if m else 2)
attempt("lt", lambda: m < 1)
attempt("gt", lambda: 1 > m)
attempt("int", int, m)
attempt("float", float, m)
attempt("complex", complex, m)
attempt("index", operator.index, m)
attempt("range", range, m)
attempt("subscript", lambda: [1][m])
attempt("round", round, m)
attempt("divmod", divmod, m, 1)
attempt("pow", lambda: m ** 2)
attempt("rpow", lambda: 2 ** m)
attempt("in", lambda: 1 in m)
attempt("iter", iter, m)
attempt("reversed", reversed, m)
attempt("hash", hash, m)
attempt("bytes", bytes, m)
attempt("format", format, m)


class Hint:
    __len__ = None

    def __length_hint__(self):
        return 7


attempt("hint", operator.length_hint, Hint())


class NoItems:
    __class_getitem__ = None


attempt("class_getitem", lambda: NoItems[0])


class NoChildren:
    __init_subclass__ = None


attempt("subclass", lambda: type("Child", (NoChildren,), {}))


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        del Iterator.__next__
        return 1


def loop():
    for x in Iterator():
        print("got", x)


try:
    loop()
except TypeError:
    print("no longer an iterator")
