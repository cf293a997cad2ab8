def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# replace, translate, maketrans
for s in ("", "a", "abcabc", "aaaa", "äöäö", "a\U0001f600b", "\ud800\udc00"):
    for old in ("", "a", "aa", "bc", "ö", "\U0001f600", "zz", "\ud800"):
        for new in ("", "x", "äö", "a", "long text"):
            for n in (-1, 0, 1, 2, 3, 100):
                print(ascii(s.replace(old, new, n)), end=" ")
            print(ascii(s.replace(old, new)))
t("a".replace, "a")
t("a".replace)
t("a".replace, "a", 1)
t("a".replace, 1, "a")
t("a".replace, "a", "b", "c")
t("a".replace, "a", "b", 1.5)
t("a".replace, "a", "b", 1, 1)
t("aaa".replace, "a", "b", count=2)
t("aaa".replace, "a", new="b")
t("aaa".replace, "a", "b", None)
t(str.maketrans, "abc", "xyz")
t(str.maketrans, "abc", "xyz", "de")
t(str.maketrans, {"a": 1, 98: "x", "ä": None})
t(str.maketrans, "abc", "xy")
t(str.maketrans, "abc")
t(str.maketrans, 1)
t(str.maketrans, 1, 2)
t(str.maketrans, "a", 2)
t(str.maketrans, "a", "b", 3)
t(str.maketrans, {"ab": 1})
t(str.maketrans, {"": 1})
t(str.maketrans, {1.5: 1})
t(str.maketrans)
t(str.maketrans, "a", "b", "c", "d")
t("".maketrans, "ä\U0001f600", "öx")
for table in ({97: "x"}, {97: None}, {97: 0x1f600, 98: "yy"}, {}, {0xe4: "ae", 97: 98}, str.maketrans("abä", "xyz", "c"), {97: "", 98: "\ud800"}):
    for s in ("", "abc", "aäbö", "a" * 50 + "b"):
        print(ascii(s.translate(table)))
t("abc".translate, {97: -1})
t("abc".translate, {97: 0x110000})
t("abc".translate, {97: 10 ** 30})
t("abc".translate, {97: 1.5})
t("abc".translate, {97: b"x"})
t("abc".translate, [1, 2])
t("abc".translate, 1)
t("abc".translate, None)
t("abc".translate)
t("abc".translate, ["x"] * 200)
t("abc".translate, "y" * 98)


class T:
    def __getitem__(self, k):
        if k == 98:
            raise LookupError
        if k == 99:
            raise IndexError
        if k == 100:
            raise ValueError("no")
        return chr(k + 1)


t("abc".translate, T())
t("abcd".translate, T())


class D(dict):
    def __missing__(self, k):
        return "?"


t("abc".translate, D({97: "A"}))
