def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# format(value, spec) of str, int, float, complex, bool
ints = (0, 1, -1, 5, -5, 255, 1234567, -1234567, 10 ** 20, -(10 ** 30), True, 2 ** 63, -(2 ** 63))
for spec in ("", "d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "n", "5", "<5", ">5", "^5", "=5", "05", "+", "-", " ", "+d", " d", ",", "_", ",d", "_d", "_b", "_x", "#_b", "_o", "020,", "020_", "#020x", "#020_x",
             "*>10", "*^11", "*=10", "ä^9", "0<10", "0>10", "0=10", "e", ".2e", "f", ".1f", "g", "%", ".0%", "E", "G", "F", ",.2f", "015,.2f", "+,", "30,", "^30,", "=30_b", "012,d", "013,d", "010b", "zf", "+.3", "\u0665d"):
    row = []
    for v in ints:
        try:
            row.append(format(v, spec))
        except Exception as e:
            row.append(type(e).__name__ + ": " + str(e))
    print(ascii(spec), ascii(row))
floats = (0.0, -0.0, 1.0, -1.5, 0.1, 1e16, 1e-5, 123456789.987654321, 1e100, -1e-100, float("inf"), float("-inf"), float("nan"), 2.5, 3.5, 0.5, 1 / 3, 100000.0, 999999.5, 1e22, 5e-324, 1.7976931348623157e308)
for spec in ("", "e", "f", "g", "E", "F", "G", "%", "n", ".0e", ".0f", ".0g", ".1", ".3", ".5", ".10", ".17", ".3e", ".3f", ".3g", ".3%", "#", "#.0f", "#.0e", "#g", "#.3g", "10", "<10", "^10", "=10", "010", "+", " ", "-", "+.2f", ",", "_",
             ",.2f", "_.2f", "020,.2f", "020_.2f", "*^20.3f", "ä>15", "z", "z.0f", "z.1f", "+z.0f", "z%", "#e", ".2n", "030,", "^030,.1f", "0<10", "<010", ",e", ",%", "25.17f", ".20f", ".30g", "\u0663.\u0662f"):
    row = []
    for v in floats:
        try:
            row.append(format(v, spec))
        except Exception as e:
            row.append(type(e).__name__ + ": " + str(e))
    print(ascii(spec), ascii(row))
complexes = (0j, 1 + 2j, -1.5 - 0.25j, complex(0, -0.0), complex(-0.0, 0.0), complex("inf+nanj"), 1e20 + 1e-7j, 1234567 + 7654321j, 3j)
for spec in ("", "e", "f", ".2f", "g", "G", ".3", "+", " ", "20", "<20", "^20", ">20", "*^30.1f", ",", "_", ",.1f", "#", "n", "z.0f", ".0f", "E", "F", "+.1f", "05", "=5", "0=20", "d", "%", "x", "s", "0<20"):
    row = []
    for v in complexes:
        try:
            row.append(format(v, spec))
        except Exception as e:
            row.append(type(e).__name__ + ": " + str(e))
    print(ascii(spec), ascii(row))
for spec in ("", "s", "5", "<5", ">5", "^5", "05", "005", "*^9", "ä^9", "\U0001f600>5", ".2", ".0", "10.2", "<10.2s", "^^9", "<<5", "0", "0s", ".100", "100000", "=5", "+", "-", " ", "#", ",", "_", "z", "d", "x", "5d", ".", "5.", "5.5.5", "ss", "é", "\n", "<", "{", "a<5", "0=5", ",s", "99999999999999999999", ".99999999999999999999", "\ud800^5"):
    for v in ("", "abc", "äöü\U0001f600"):
        try:
            r = format(v, spec)
            print(ascii(spec), ascii(r if len(r) < 50 else len(r)))
        except Exception as e:
            print(ascii(spec), type(e).__name__, ascii(str(e)))
for v, s in [(5, "z"), (5, "zd"), (5, "c"), (97, "c"), (0x1f600, "c"), (97, "5c"), (97, "<5c"), (97, "^5c"), (97, "=5c"), (97, "05c"), (-1, "c"), (10 ** 30, "c"), (0x110000, "c"), (97, "+c"), (97, "#c"), (97, ",c"), (97, ".1c"), (97, "zc"), (5, ".2d"), (5, ".2"), (5, ",n"), (5, "_n"),
             (5, ",b"), (5, ",x"), (5, ",_"), (5, "_,"), (5, ",,"), (5, "__"), (5, "s"), (5, "q"), (5, "\n"), (5, "é"), (5, "dd"), (5, "5 d"), (5, "."), (5, ".d"), (5, "z#"), (5, "#z"), (5, "9999999999999999999999"), (1.5, "d"), (1.5, "x"), (1.5, "c"), (1.5, "s"), (1.5, ",n"), (1.5, "_n"), (1.5, "q"), (1.5, "\t"),
             (1.5, ".99999999999999999999f"), (1.5, ".2147483648f"), (10 ** 400, "f"), (10 ** 400, ".1%"), (None, ""), (None, "5"), ([], ""), ([1], "x"), (object, "s"), (b"x", "5"), (True, "d"), (True, "s"), (True, "5"), (True, ""), ("x", 1), (1j, "x"), (1j, ",x")]:
    t(format, v, s)
t(format)
t(format, 1, "2", 3)


class F:
    def __format__(self, spec):
        return "F(" + spec + ")"


class G:
    def __format__(self, spec):
        return 5


class H:
    pass


class I(int):
    pass


class J(float):
    def __str__(self):
        return "J!"


t(format, F(), "abc")
t(format, F())
t(format, G())
t(format, H(), "x")
t(format, I(5), "x")
t(format, I(5), "03d")
t(format, I(5), "q")
t(format, J(1.5), "")
t(format, J(1.5), ".3f")
t(lambda: f"{5:{3}}|{1.5:{5}.{2}f}|{'x':{'*'}^{5}}")
t(lambda: f"{5!r:>5}{'a'!r:5}{'ä'!a}{F():x{1}y}")
t((5).__format__, "x")
t((5).__format__, 5)
t("a".__format__, "3")
print(repr(1e16), repr(1e15), repr(123456789012345680.0), repr(1e-4), repr(1e-5), repr(0.1 + 0.2), repr(1e22), repr(1e21), repr(-0.0), repr(5e-324), repr(2 ** 53 + 0.0), repr(9007199254740993.0), repr(1.5e300), repr(float("nan")), repr(123456.789), repr(1e5), repr(100.0), repr(9999999999999998.0))
