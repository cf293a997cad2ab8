def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# construction, indexing, slices, operators, comparison, iteration, repr, hash
t(str)
t(str, 1)
t(str, b"abc", "utf-8")
t(str, b"ab\xff", "utf-8")
t(str, b"ab\xff", "ascii", "replace")
t(str, b"ab\xff", errors="ignore")
t(str, object=b"ab\xff", encoding="latin-1")
t(str, bytearray(b"x"), "ascii")
t(str, memoryview(b"xyz"), "ascii")
t(str, "abc", "utf-8")
t(str, 1, "utf-8")
t(str, b"a", 1)
t(str, b"a", "utf-8", 1)
t(str, 1, 2, 3, 4)
t(str, foo=1)
t(str, b"abc")
t(str, encoding="ascii")
t(str, b"a", "nope")
t(str, b"\xff", "ascii", "nope")
for s in ("", "abc", "aäb\U0001f600c", "\ud800x"):
    for i in (0, 1, -1, 2, -3, 4, 10, -10):
        t(lambda: s[i])
    for sl in (slice(None), slice(1, None), slice(None, -1), slice(None, None, -1), slice(None, None, 2), slice(-1, 0, -2), slice(1, 100), slice(3, 1), slice(-2, None), slice(4, None, -3), slice(0, 5, 3)):
        t(lambda: s[sl])
    print(len(s), ascii(list(s)), ascii(list(reversed(s))), ascii(repr(s)), ascii(str(s)), ascii(f"{s!a}"))
s = "abc"
t(lambda: s["a"])
t(lambda: s[1.5])
t(lambda: s[None])
t(lambda: s[10 ** 30])
t(lambda: s[1:2:0])
t(lambda: s["a":])
t(lambda: s[True])


def setitem():
    s[0] = "x"


def delitem():
    del s[0]


t(setitem)
t(delitem)
t(lambda: s + 1)
t(lambda: 1 + s)
t(lambda: s + b"x")
t(lambda: s * 3)
t(lambda: 3 * s)
t(lambda: s * -1)
t(lambda: s * 0)
t(lambda: s * True)
t(lambda: s * 1.5)
t(lambda: s * "x")
t(lambda: s * 10 ** 30)
t(lambda: s * 2 ** 62)
t(lambda: s - "a")
t(lambda: -s)
t(lambda: "ä\U0001f600" * 3)
strs = ["", "a", "b", "ab", "aa", "ä", "z", "\uffff", "\U00010000", "\ud800", "\ue000", "A"]
print(ascii(sorted(strs)))
for a in strs:
    print([(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in strs])
t(lambda: "a" < 1)
t(lambda: "a" == 1)
t(lambda: "a" != b"a")
t(lambda: "a" >= None)
print(hash("abc") == hash("ab" + "c"), hash("ä") == hash("äx"[0]), {"a": 1}["ab"[0]])
for s in ("'", '"', "'\"", "\\", "\n\r\t\0\x7f\x80\xa0\xad", "\u2028\u200b\ue000\U0010ffff\ud800", "ä\u3042\U0001f600", "it's", 'say "hi"'):
    print(ascii(repr(s)), ascii(ascii(s)), eval(repr(s)) == s, eval(ascii(s)) == s)


class S(str):
    def __new__(cls, x, extra=None):
        self = super().__new__(cls, x)
        self.extra = extra
        return self


a = S("hello", 5)
print(a, a.extra, type(a), repr(a), len(a), a == "hello", "hello" == a, hash(a) == hash("hello"), {a: 1}["hello"], {"hello": 2}[a], a[1:3], type(a[:]), type(str(a)), type(a + ""), type(a * 1), type(a.upper()), type(a.replace("x", "y")), type(a.strip()), type(f"{a}"), type("%s" % a), type(a.lower()), a.__dict__)
b = S("hällö\U0001f600")
print(ascii(b[1]), ascii(b[-1]), len(b), ascii(list(b)), ascii(b.upper()), b.find("ö"), ascii(b[::-1]), b == "hällö\U0001f600")


class R:
    def __str__(self):
        return 1

    def __repr__(self):
        return None


t(str, R())
t(repr, R())
t(lambda: f"{R()}")


class Q(str):
    def __str__(self):
        return self


q = Q("x")
print(type(str(q)), str(q) is q)
it = iter("aä")
print(it.__length_hint__(), next(it), it.__length_hint__(), ascii(next(it)), next(it, "end"), next(it, "end"), it.__length_hint__())
print(type(iter("a")).__name__, type(iter("ä")).__name__)
it = iter("abcdef")
next(it)
print(it.__reduce__()[1:])
it.__setstate__(4)
print(list(it), it.__reduce__()[1:])
print("abc".__getnewargs__(), "a".__add__("b"), "a".__mul__(3), "a".__rmul__(3), "ab".__contains__("a"), "ab".__getitem__(0), "ab".__len__(), "a".__eq__("a"), "a".__lt__("b"), "a".__eq__(1), "%s".__mod__(1))
x = ""
for i in range(300):
    x += chr(97 + i % 26)
    if i % 50 == 0:
        y = x + "|"
        x += "-"
print(x, y, len(x))
x = ""
for i in range(200):
    x += "ä"
    y = x
    x += "b"
    y += "c"
print(len(x), ascii(x[-5:]), ascii(y[-5:]), ascii(x[150:155]))
print(all(hasattr(str, n) for n in "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill".split()))
