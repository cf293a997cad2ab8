def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# strip, lstrip, rstrip, removeprefix, removesuffix, center, ljust, rjust, zfill, expandtabs
for s in ("", "  a  ", "\t\n\x1c\x85\u3000a\u2000\u2028", "xxaxx", "xyaxy", "äöaäö", "a", "xx", "\u200ba\u200b", "\xa0b\xa0"):
    for c in (None, "", "x", "xy", "yx", "äö", "a", "ö", "\U0001f600"):
        print(ascii(s), ascii(c), ascii(s.strip(c)), ascii(s.lstrip(c)), ascii(s.rstrip(c)))
    print(ascii(s.strip()), ascii(s.lstrip()), ascii(s.rstrip()))
t("a".strip, 1)
t("a".lstrip, b"a")
t("a".rstrip, ["a"])
t("a".strip, "a", "b")
for p in ("", "a", "ab", "abc", "x", "abcd"):
    print("abc".removeprefix(p), "abc".removesuffix(p), "cba".removesuffix(p), "abcabc".removeprefix(p))
t("a".removeprefix, 1)
t("a".removesuffix, None)
t("a".removeprefix)
t("a".removesuffix, "a", "b")
for s in ("", "a", "ab", "abc", "äö", "\U0001f600"):
    for w in (-1, 0, 1, 2, 3, 4, 5, 8):
        print(ascii([s.center(w), s.ljust(w), s.rjust(w), s.center(w, "*"), s.ljust(w, "ä"), s.rjust(w, "\U0001f600"), s.zfill(w)]))
for f in ("a".center, "a".ljust, "a".rjust):
    t(f, "x")
    t(f)
    t(f, 5, "")
    t(f, 5, "ab")
    t(f, 5, 1)
    t(f, 5, b"x")
    t(f, 1.5)
    t(f, 10 ** 30)
    t(f, 5, "x", 1)
for s in ("", "+", "-", "+1", "-1", "--1", "1", "abc", " 1", "ä", "+ä", "\u20131"):
    print(ascii([s.zfill(w) for w in (-1, 0, 1, 2, 3, 5)]))
t("a".zfill, "x")
t("a".zfill)
for s in ("", "\t", "a\tb", "abc\tdef\tg", "a\nb\tc", "a\rb\tc", "12345678\tx", "ä\tö", "\t\t", "a\r\n\tb", "\U0001f600\tx"):
    print(ascii([s.expandtabs(), s.expandtabs(4), s.expandtabs(0), s.expandtabs(-1), s.expandtabs(1), s.expandtabs(tabsize=3)]))
t("a\t".expandtabs, "x")
t("a\t".expandtabs, 1, 2)
t("a\t".expandtabs, tab=1)
