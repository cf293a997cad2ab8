def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# split, rsplit, splitlines, partition, rpartition, join
for s in ("", " ", "a", " a b  c ", "a,b,,c,", ",", "\t\n a\x0b\x0c\x1cb\x85c\u2003d\u3000", "äöäöä", "a\U0001f600b", "xaaxaax", "  "):
    for sep in (None, ",", "a", "ö", "aa", "\U0001f600", " "):
        for n in (-1, 0, 1, 2, 100, -5):
            print(ascii(s), ascii(sep), n, ascii(s.split(sep, n)), ascii(s.rsplit(sep, n)))
        if sep:
            print(ascii(s.partition(sep)), ascii(s.rpartition(sep)))
t("a b".split, "")
t("a b".rsplit, "")
t("a b".split, 1)
t("a b".split, b" ")
t("a b".split, None, "x")
t("a b".split, None, 1.0)
t("a b".split, None, 1, 2)
t("a b c".split, maxsplit=1)
t("a b c".rsplit, maxsplit=1)
t("a,b,c".rsplit, sep=",", maxsplit=1)
t("a b".split, foo=1)
t("a b".split, None, None)
t("a b".partition, "")
t("a b".partition, 1)
t("a b".rpartition, "")
t("a b".rpartition, None)
t("a b".partition)
for s in ("", "a", "a\n", "a\nb", "a\r\nb\rc\n\n", "\n", "\r\n\r\n", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "ä\nö\r", "a\r", "a\x1fb"):
    print(ascii(s), ascii(s.splitlines()), ascii(s.splitlines(True)), ascii(s.splitlines(keepends=1)))
t("a\nb".splitlines, "x")
t("a\nb".splitlines, True, 1)
t(",".join, ["a", "b", "c"])
t(",".join, "abc")
t(",".join, [])
t(",".join, ["a"])
t("".join, ("ä", "b", "\U0001f600"))
t("ö".join, ("a", "b"))
t(",".join, (str(i) for i in range(5)))
t(",".join, {"k": 1, "l": 2})
t(",".join, 1)
t(",".join, None)
t(",".join, ["a", 1])
t(",".join, [None])
t(",".join, [b"a"])
t(",".join, [1, 2])
t(",".join)


class S(str):
    def __str__(self):
        return "no"


t(",".join, [S("x"), S("y")])
print(type(S("x").join(["a"])), type("".join([S("x")])), type(S("a b").split()[0]), type(S("ab").partition("x")[0]))
print(type(S("x").join(["a", "b"])))


def gen():
    yield "a"
    raise KeyError("stop")


t(",".join, gen())
a = "a"
x, y, z = a.partition("b")
print(x is a or x == a, y == "", z == "")
print("a-b-c".rpartition("-"), "abc".rpartition("-"))
print(["a b c d".split(None, i) for i in range(5)], ["a b c d  ".rsplit(None, i) for i in range(5)])
print(len(("x," * 5000).split(",")), len(("x " * 5000).split()), len(("x," * 5000).rsplit(",")), len(("x\n" * 5000).splitlines()))
