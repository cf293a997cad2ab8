def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# find, rfind, index, rindex, count, in, startswith, endswith
for s in ("", "a", "abcabc", "äöüäöü", "a\U0001f600b\U0001f600", "aaaa", "\ud800x\udc00"):
    for sub in ("", "a", "bc", "ö", "\U0001f600", "aa", "\udc00", "zz"):
        for args in ((), (1,), (1, 4), (-3,), (-3, -1), (2, 1), (100,), (None, 3), (0, None), (-100, 100), (3, 3)):
            row = [s.find(sub, *args), s.rfind(sub, *args), s.count(sub, *args), s.startswith(sub, *args), s.endswith(sub, *args)]
            try:
                row.append(s.index(sub, *args))
            except ValueError as e:
                row.append(str(e))
            try:
                row.append(s.rindex(sub, *args))
            except ValueError as e:
                row.append(str(e))
            print(ascii(s), ascii(sub), args, *row, sub in s)
t("abc".find, 1)
t("abc".find)
t("abc".find, "a", "x")
t("abc".find, "a", 1.5)
t("abc".find, "a", 0, 1, 2)
t("abc".find, "c", 10 ** 30)
t("abc".find, "c", -(10 ** 30), 10 ** 30)
t("abc".index, b"a")
t("abc".index, "x")
t("abc".rindex, "x")
t("abc".count, None)
t("abc".count)
t("abc".startswith, 1)
t("abc".startswith, ("x", "a"))
t("abc".startswith, ("x", 1))
t("abc".startswith, ("a", 1))
t("abc".startswith, ())
t("abc".startswith, ["a"])
t("abc".endswith, ("bc", "x"), 0, 3)
t("abc".endswith, ("bc", "x"), 0, 2)
t("abc".endswith, None)
t("abc".startswith)
t("abc".startswith, "", 3)
t("abc".startswith, "", 4)
t("abc".endswith, "", 4)
t(lambda: 1 in "abc")
t(lambda: b"a" in "abc")
t(lambda: None in "abc")


class I:
    def __index__(self):
        return 1


t("abcabc".find, "a", I())
t("abcabc".find, "a", I(), I())


class S(str):
    pass


t("abcabc".find, S("c"))
t(S("abcabc").rfind, S("c"))
t("abc".startswith, S("a"))
t(lambda: S("b") in "abc")
