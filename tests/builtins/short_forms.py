# Types called with what they are mostly called with, and with what is next to it.
class I(int):
    pass


class S(str):
    pass


class F(float):
    pass


class B(bytearray):
    pass


class L(list):
    def __iter__(self):
        return iter(["own"])


class T(tuple):
    pass


class Falsy:
    def __bool__(self):
        return False


class Odd:
    def __bool__(self):
        return 3


def show(cls, v):
    try:
        r = cls(v)
        print(cls.__name__, ascii(v)[:60], "->", type(r).__name__, ascii(r)[:60], r is v)
    except Exception as e:
        print(cls.__name__, ascii(v)[:60], "->", type(e).__name__, ascii(e)[:120])


numbers = [0, 1, -1, 9, 10, -10, 255, 256, 2**53, 2**53 + 1, 2**62, 2**63 - 1, -2**63, 2**63, 10**30, True, False, I(7),
           0.0, -0.0, 1.5, -1.5, 1e15, 2.0**61, 2.0**62, -2.0**62, 2.0**63, 1e300, float("inf"), float("-inf"), float("nan"), F(2.5)]
texts = ["", "0", "7", "-7", "+7", "--7", "-", "00", "007", "-0", " 7", "7 ", "7\n", "1_000", "1__0", "_1", "0x10", "1.5", "1e3", "9" * 18, "9" * 19,
         "-" + "9" * 18, "-" + "9" * 19, "9223372036854775807", "9223372036854775808", "-9223372036854775808", "12a", "a12", "\u0663", "1\u0663", "é", "inf", "nan",
         "/", ":", "1/", "1:", S("12"), S("x"), "long " * 40]
for v in numbers + texts:
    for cls in (int, str, float, bool):
        if type(v) is float and cls in (int, str, float) or type(v) is not float or cls is bool:
            show(cls, v)
for v in (b"", b"ab", bytearray(), bytearray(b"abc"), bytearray(5000), B(b"xy"), [1, 2], [1, 300], 3):
    show(bytes, v)
    show(bool, v)
for v in ([], [1], [1, 2, 3], list(range(12)), list(range(13)), list(range(300)), (), (1,), (1, 2), tuple(range(300)), L([1, 2]), T((1, 2)), "ab", range(3), {1: 2}, 5, None):
    show(list, v)
    show(tuple, v)
    show(type, v)
    show(bool, v)
for v in (None, Falsy(), Odd(), ..., {}, set(), {0}, b"", 0j, 1j):
    try:
        print(bool(v))
    except TypeError as e:
        print(e)

a = [1, 2, 3]
b = list(a)
b.append(4)
c = bytearray(b"abc")
d = bytes(c)
c[0] = 120
print(a, b, c, d)
x = "12"
x = int(x)
x = str(x)
x = float(x)
x = int(x)
print(x)


# list.append where the list has room and where not, and where it is not list's
class Log(list):
    def append(self, x):
        super().append((x, x))


class Same(list):
    pass


for cls in (list, Same, Log):
    l = cls()
    results = set()
    for i in range(600):
        results.add(l.append(i))
    print(cls.__name__, len(l), results, l[0], l[-1], l == [(i, i) if cls is Log else i for i in range(600)])
l = []
for x in ([], (), [1]):
    try:
        l.append(*x)
    except TypeError as e:
        print(e)
print(l)
