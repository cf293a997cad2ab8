# Parts of a split string taken apart at once, and everything that must not be.
def show(f, *args):
    try:
        print(f.__name__, args, f(*args))
    except Exception as e:
        print(f.__name__, args, type(e).__name__, e)


def two(s):
    a, b = s.split("=")
    return a, b


def two_once(s):
    a, b = s.split("=", 1)
    return a, b


def two_limit(s, n):
    a, b = s.split("=", n)
    return a, b


def three(s, sep):
    a, b, c = s.split(sep)
    return a, b, c


def words(s):
    a, b = s.split()
    return a, b


def words_none(s):
    a, b = s.split(None)
    return a, b


def words_once(s):
    a, b = s.split(None, 1)
    return a, b


def one(s):
    (a,) = s.split(",")
    return a


def none(s):
    [] = s.split(",")


def five(s):
    a, b, c, d, e = s.split(",")
    return a, b, c, d, e


def star(s):
    a, *b = s.split(",")
    return a, b


def swap(s, t):
    # the places are the arguments themselves
    s, t = s.split(t)
    return s, t


def kept(s):
    parts = s.split("=")
    a, b = parts
    return a, b, parts


for s in ("a=b", "=b", "a=", "=", "", "a", "a=b=c", "key=" + "v" * 200, "ä=b", "a=\udc80", "ab=cd=", "=" * 5):
    show(two, s)
    show(two_once, s)
    for n in (-1, 0, 1, 2, 10**30, True):
        show(two_limit, s, n)
    show(kept, s)
    show(swap, s, "=")
for s in ("a, b, c", "a, b", "a, b, c, d", ", , ", ",,", "a,b,c"):
    for sep in (", ", ",", "b", "", None, 1, b","):
        show(three, s, sep)
for s in ("a b", " a  b ", "\ta\n\rb\x0b\x0c", "a", "", "  ", "a b c", "a b  ", "\x1ca\x1db\x1e", "a\u3000b", "a\x85b"):
    show(words, s)
    show(words_none, s)
    show(words_once, s)
for s in ("a", "", "a,b", "a,b,c,d,e", ",,,,", "a,b,c,d", "a,b,c,d,e,f"):
    show(one, s)
    show(none, s)
    show(five, s)
    show(star, s)
show(two, 5)
show(two, b"a=b")
show(swap, "a=b", "")
show(swap, "a=b", 3)


class Sub(str):
    def split(self, sep):
        return ["own", sep]


class Plain(str):
    pass


show(two, Sub("x"))
print([type(x) for x in two(Plain("a=b"))])
for n in (0, 1, 2, 3, 100, -1, -5):
    print(n, "a.b..c".split(".", n), "abc".split("", n) if n > 10**6 else "", "a.b..c".split("..", n))
