def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# methods that bytes and bytearray share
for c in (bytes, bytearray):
    print(c.__name__)
    for s in (b"", b"a", b"abcabc", b"aaaa", b"\xff\x00\xff"):
        s = c(s)
        for sub in (b"", b"a", b"bc", b"aa", b"zz", 97, 255, bytearray(b"c"), memoryview(b"b")):
            for args in ((), (1,), (1, 4), (-3,), (-3, -1), (2, 1), (100,), (None, 3), (0, None)):
                row = [s.find(sub, *args), s.rfind(sub, *args), s.count(sub, *args)]
                try:
                    row.append(s.index(sub, *args))
                except ValueError as e:
                    row.append(str(e))
                if not isinstance(sub, int):
                    row += [s.startswith(sub, *args), s.endswith(sub, *args)]
                print(*row, end=" ")
            print()
    s = c(b"abcabc")
    t(s.find, "a")
    t(s.find, 256)
    t(s.find, -1)
    t(s.find, 1.5)
    t(s.find)
    t(s.index, b"x")
    t(s.rindex, 120)
    t(s.count, None)
    t(s.find, b"a", "x")
    t(s.startswith, "a")
    t(s.startswith, 97)
    t(s.startswith, (b"x", b"a"))
    t(s.startswith, (b"x", "a"))
    t(s.endswith, (b"a", 1))
    t(s.endswith, [b"a"])
    for s in (b"", b" ", b"a", b" a b  c ", b"a,b,,c,", b",", b"\t\n a\x0b\x0c\x1cb\x85c", b"xaaxaax"):
        s = c(s)
        for sep in (None, b",", b"a", b"aa", bytearray(b" ")):
            for n in (-1, 0, 1, 2, 100):
                print(s.split(sep, n), s.rsplit(sep, n))
            if sep:
                print(s.partition(sep), s.rpartition(sep))
        print(s.splitlines(), s.splitlines(True))
    s = c(b"a b\nc\r\nd\re\x0bf\n\n")
    print(s.splitlines(), s.splitlines(keepends=True), c(b"").splitlines(), c(b"\n").splitlines())
    t(s.split, "a")
    t(s.split, b"")
    t(s.split, 1)
    t(s.rsplit, sep=b" ", maxsplit=1)
    t(s.split, None, "x")
    t(s.partition, b"")
    t(s.partition, "a")
    t(s.rpartition, 1)
    t(c(b",").join, [b"a", bytearray(b"b"), memoryview(b"c")])
    t(c(b"").join, [])
    t(c(b",").join, [b"x"])
    t(c(b",").join, (x for x in [b"1", b"2"]))
    t(c(b",").join, b"abc")
    t(c(b",").join, ["a"])
    t(c(b",").join, [b"a", 1])
    t(c(b",").join, 1)
    t(c(b",").join, {b"k": 1, b"l": 2})
    for s in (b"", b"  a  ", b"\t\x1ca\x0b", b"xyaxy", b"xx"):
        s = c(s)
        for ch in (None, b"", b"x", b"yx", bytearray(b"a ")):
            print(s.strip(ch), s.lstrip(ch), s.rstrip(ch))
    t(s.strip, "x")
    t(s.strip, 1)
    t(s.lstrip, b"x", b"y")
    for s in (b"", b"abcabc", b"aaaa"):
        s = c(s)
        for old in (b"", b"a", b"aa", b"bc", b"zz"):
            for new in (b"", b"x", b"long"):
                print([s.replace(old, new, n) for n in (-1, 0, 1, 2, 100)])
    t(s.replace, b"a")
    t(s.replace, "a", b"b")
    t(s.replace, b"a", "b")
    t(s.replace, b"a", b"b", "c")
    t(s.replace, b"a", b"b", count=1)
    t(c(b"abc").removeprefix, b"ab")
    t(c(b"abc").removeprefix, b"x")
    t(c(b"abc").removesuffix, b"bc")
    t(c(b"abc").removesuffix, b"")
    t(c(b"abc").removesuffix, "c")
    for s in (b"", b"a", b"ab", b"abc", b"+1", b"-1", b"--1"):
        s = c(s)
        for w in (-1, 0, 1, 2, 3, 4, 5, 8):
            print([s.center(w), s.ljust(w), s.rjust(w), s.center(w, b"*"), s.ljust(w, bytearray(b"\xff")), s.zfill(w)])
    t(c(b"a").center, "x")
    t(c(b"a").center, 5, "x")
    t(c(b"a").ljust, 5, b"xy")
    t(c(b"a").rjust, 5, b"")
    t(c(b"a").rjust, 5, 1)
    t(c(b"a").rjust, 10 ** 30)
    t(c(b"a").zfill, "a")
    for s in (b"", b"\t", b"a\tb", b"abc\tdef\tg", b"a\nb\tc", b"\xe4\tb", b"12345678\tx"):
        s = c(s)
        print([s.expandtabs(), s.expandtabs(4), s.expandtabs(0), s.expandtabs(-1), s.expandtabs(tabsize=3)])
    for s in (b"", b"a", b"A", b"hello World", b"HELLO WORLD", b"Hello World", b"they're", b"123", b"a1", b" \t\n\x0b\x0c\r", b"\x1c", b"\xe4", b"a\xe4B", b"A1b"):
        s = c(s)
        print(s.lower(), s.upper(), s.title(), s.capitalize(), s.swapcase(), [s.isalnum(), s.isalpha(), s.isascii(), s.isdigit(), s.islower(), s.isspace(), s.istitle(), s.isupper()])
    s = c(b"\x00\x01\x02\x03\x04\xff\xab")
    print(s.hex(), s.hex(":"), s.hex(b"-"), s.hex(":", 2), s.hex(":", -2), s.hex("_", 4), s.hex("_", -4), s.hex(":", 0), s.hex(":", 100), s.hex(sep=" ", bytes_per_sep=3), c(b"").hex(":"))
    t(s.hex, "")
    t(s.hex, "ab")
    t(s.hex, "ä")
    t(s.hex, b"\xff")
    t(s.hex, 1)
    t(s.hex, None)
    t(s.hex, ":", "x")
    t(s.hex, ["x"])
    m = c.maketrans(b"abc", b"xyz")
    print(type(m), m[97:100], len(m), m[0:5])
    t(c.maketrans, b"a", b"ab")
    t(c.maketrans, "a", b"b")
    t(c.maketrans, b"a")
    t(c(b"abcabc").translate, m)
    t(c(b"abcabc").translate, None, b"b")
    t(c(b"abcabc").translate, m, b"b")
    t(c(b"abcabc").translate, m, delete=b"ca")
    t(c(b"abcabc").translate, None)
    t(c(b"abc").translate, b"x")
    t(c(b"abc").translate, "x")
    t(c(b"abc").translate, 1)
    t(c(b"abc").translate)
    t(c(b"abc").translate, None, "b")
    t(c(b"abc").decode)
    t(c(b"abc\xff").decode)
    t(c(b"abc\xff").decode, "latin-1")
    t(c(b"abc\xff").decode, errors="replace")
    t(c(b"abc\xff").decode, "ascii", "ignore")
    t(c(b"abc").decode, 1)
    t(c(b"abc").decode, "x")
    t(c(b"abc").decode, "utf-8", 1)
