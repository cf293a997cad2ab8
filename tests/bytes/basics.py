def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# bytes and bytearray: construction, indexing, operators, repr, comparison
class B:
    def __bytes__(self):
        return b"from B"


class BadB:
    def __bytes__(self):
        return "x"


class I:
    def __index__(self):
        return 3


class Sub(bytes):
    pass


class It:
    def __iter__(self):
        return iter([1, 2, 300])


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i


for c in (bytes, bytearray):
    print(c.__name__)
    t(c)
    t(c, 3)
    t(c, 0)
    t(c, -1)
    t(c, 10 ** 30)
    t(c, True)
    t(c, I())
    t(c, b"abc")
    t(c, bytearray(b"abc"))
    t(c, memoryview(b"abc"))
    t(c, memoryview(b"abcdef")[::2])
    t(c, [1, 2, 3])
    t(c, (65, 255, 0))
    t(c, range(5))
    t(c, {1, 2})
    t(c, (i for i in range(3)))
    t(c, It())
    t(c, Seq())
    t(c, [1, -1])
    t(c, [256])
    t(c, [10 ** 30])
    t(c, ["a"])
    t(c, [1.5])
    t(c, [I()])
    t(c, "abc")
    t(c, "abc", "ascii")
    t(c, "äb", "latin-1")
    t(c, "äb", "ascii", "replace")
    t(c, "äb", encoding="utf-8", errors="strict")
    t(c, source="x", encoding="utf-16-le")
    t(c, "ä", "ascii")
    t(c, "a", "nope")
    t(c, "ä", "ascii", "nope")
    t(c, "a", 1)
    t(c, "a", "ascii", 1)
    t(c, b"a", "ascii")
    t(c, 1, "ascii")
    t(c, encoding="ascii")
    t(c, errors="ascii")
    t(c, b"a", errors="x")
    t(c, "a", errors="strict")
    t(c, 1.5)
    t(c, None)
    t(c, object)
    t(c, B())
    t(c, BadB())
    t(c, 1, 2, 3, 4)
    t(c, x=1)
    t(c, Sub(b"sub"))
    x = c(b"hello\x00\xff'")
    for i in (0, 1, -1, 7, 8, -8, -9, 100):
        t(lambda: x[i])
    for s in (slice(None), slice(1, 3), slice(None, None, -1), slice(None, None, 2), slice(-2, None), slice(5, 1), slice(6, 0, -3), slice(100, 200)):
        t(lambda: x[s])
    t(lambda: x["a"])
    t(lambda: x[1.5])
    t(lambda: x[10 ** 30])
    t(lambda: x[None:])
    t(lambda: x["a":])
    t(lambda: x[I()])
    print(len(x), list(x), list(reversed(x)), ascii(x), str(x), f"{x}")
    t(lambda: x + b"a")
    t(lambda: x + bytearray(b"a"))
    t(lambda: x + memoryview(b"a"))
    t(lambda: x + "a")
    t(lambda: x + 1)
    t(lambda: x + [1])
    t(lambda: 1 + x)
    t(lambda: "a" + x)
    t(lambda: x * 2)
    t(lambda: 2 * x)
    t(lambda: x * 0)
    t(lambda: x * -1)
    t(lambda: x * 1)
    t(lambda: x * 1.5)
    t(lambda: x * "a")
    t(lambda: x * 10 ** 30)
    t(lambda: x * 2 ** 62)
    t(lambda: x - b"a")
    for y in (b"hello", b"", b"\xff", b"hello\x00\xff'", bytearray(b"hello\x00\xff'"), "a", 1, memoryview(b"hello\x00\xff'"), None, Sub(b"hello\x00\xff'")):
        print(x == y, y == x, x != y)
        t(lambda: x < y)
        t(lambda: x >= y)
        t(lambda: y > x)
    for y in (104, 0, 255, 1, b"ell", b"", b"x", bytearray(b"he"), memoryview(b"lo"), True):
        t(lambda: y in x)
    for y in (256, -1, "a", 1.5, None, 10 ** 30, [1]):
        t(lambda: y in x)
    for s in (b"'", b'"', b"'\"", b"\\", b"\t\n\r\x00\x7f\x80\x1f ~"):
        print(c(s), repr(c(s)), str(c(s)), eval(repr(c(s))) == s)
    t(c.fromhex, "")
    t(c.fromhex, "00ff AB\tcd\n")
    t(c.fromhex, "0")
    t(c.fromhex, "0g")
    t(c.fromhex, "zz")
    t(c.fromhex, "00 0")
    t(c.fromhex, "0 0")
    t(c.fromhex, "00ä")
    t(c.fromhex, "ä")
    t(c.fromhex, b"00")
    t(c.fromhex, 1)
    t(c.fromhex)
    t(c.fromhex, "\u3000" + "00")
print(hash(b"abc") == hash(b"ab" + b"c"), {b"abc": 1}[b"ab" + b"c"], b"a" in {b"a"}, "a" in {b"a": 1})
t(hash, bytearray())
s = Sub(b"abc")
s.attr = 1
print(s, type(s), s.attr, repr(s), type(s[:]), type(s + b""), type(s * 1), type(s.upper()), type(s.strip()), s == b"abc", hash(s) == hash(b"abc"), type(bytes(s)), type(Sub.fromhex("00")), Sub(5), type(s.replace(b"x", b"y")))


class SubA(bytearray):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.n = len(self)


s = SubA(b"abc")
print(s, type(s), s.n, type(s[:]), type(s + b""), type(s.copy()), type(SubA.fromhex("00")), s == b"abc")
s += b"x"
print(s, type(s))
it = iter(b"abc")
print(next(it), it.__length_hint__(), type(it).__name__, list(it), next(it, None), it.__length_hint__())
it = iter(bytearray(b"abc"))
print(next(it), it.__length_hint__(), type(it).__name__, it.__reduce__()[1:], list(it), next(it, None))


def setit():
    b"abc"[0] = 1


def delit():
    del b"abc"[0]


t(setit)
t(delit)
print(b"abc".__bytes__(), b"abc".__getnewargs__(), b"a".__add__(b"b"), b"a".__mul__(2), b"a".__len__(), b"a".__contains__(97), b"a".__getitem__(0), b"a".__eq__(b"a"), b"a".__lt__(b"b"), b"a".__eq__("a"), b"%d".__mod__(1))
print(sorted(n for n in dir(bytes) if n[0] != "_"))
print(sorted(n for n in dir(bytearray) if n[0] != "_"))
x = b""
for i in range(100):
    x += bytes([i])
print(len(x), x[50:53])
