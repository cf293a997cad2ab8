def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# lower, upper, title, capitalize, swapcase, casefold and the predicates
words = ["", "a", "A", "hello world", "HELLO WORLD", "Hello World", "they're bill's friends", "aBc DeF", "123", "a1b2", "ß", "straße", "ﬁne ﬂow ﬃ",
         "İstanbul", "ΑΣ", "ΑΣ ΒΣ", "Σ", "ΑΣΑ", "Α.Σ", "ΑΣ.", "ΑΣ'Α", "ΑΣ\u0301", "ǆ ǅ Ǆ", "ŉ", "ΰ", "ᾳ ᾼ", "\U00010428 \U00010400", "Ⅷ ⅷ ⓐ Ⓐ", "ª º", "ﬀ", "ᏸ Ᏸ ꭰ",
         "éÉ", "\u0345", "ẞ", "ı I i", "x\u0307", "中文", "ʰ", "a\u0345", "_", "A_b", "tEST", "\xb5", "\u01c5\u01c8"]
for s in words:
    print(ascii(s), ascii([s.lower(), s.upper(), s.title(), s.capitalize(), s.swapcase(), s.casefold()]))
    print([s.islower(), s.isupper(), s.istitle(), s.isalpha(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isalnum(), s.isspace(), s.isprintable(),
           s.isidentifier(), s.isascii()])
more = ["\xb2", "\u0660", "\u2460", "\u4e00", "\u00bd", "\u0bf0", "\u3007", " ", "\t\n", "\x1c\x1d\x1e\x1f", "\x85", "\xa0", "\u200b", "\u2028", "\u3000", "\ud800", "\U0010ffff",
        "\ue000", "\u0378", "\xad", "\u202a", "é", "e\u0301", "_a", "1a", "a b", "def", "\u2118x", "a\xb7", "x\u0661", "\U0002ebf0", "\u1369", "a\u1369", "\u037a", "\u0e33", "a\u0e33"]
for s in more:
    print(ascii(s), [s.islower(), s.isupper(), s.istitle(), s.isalpha(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isalnum(), s.isspace(), s.isprintable(),
                     s.isidentifier(), s.isascii()], ascii(repr(s)), ascii(ascii(s)))
for m in ("lower", "upper", "isalpha", "istitle", "casefold"):
    t(getattr("a", m), 1)
n = 0
total = 0
for i in range(0x110000):
    c = chr(i)
    x = (c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.isprintable(), c.isupper(), c.islower(), c.istitle(), c.isidentifier(), ("a" + c).isidentifier(), c.isalnum())
    for b in x:
        n = (n * 2 + b) % 1000000007
    for y in (c.upper(), c.lower(), c.title(), c.casefold(), c.swapcase(), c.capitalize()):
        if y != c:
            for d in y:
                n = (n * 31 + ord(d)) % 1000000007
            total += 1
    if i % 0x1000 == 0xfff:
        print(hex(i), n, total)
