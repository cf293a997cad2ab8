def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# str.encode: encodings, aliases, error handlers, errors
texts = ("", "abc", "äöü", "\xff\u0100", "\u20ac\u4e2d", "\U0001f600x", "a\ud800b", "\udc80\udcff", "\ud83d\ude00", "x\udc80", "\ud800\udc80", "é" * 3 + "\u0151" * 3 + "z")
for enc in ("utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "unicode_escape", "raw_unicode_escape", "cp1252", "iso8859-15", "cp437", "cp1250", "cp1251", "cp866", "cp850", "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "koi8-r"):
    for s in texts:
        for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"):
            print(enc, errors, end=" ")
            t(s.encode, enc, errors)
for enc in ("UTF8", "utf_8", "U8", "Utf 8", "utf", "cp65001", "utf-8 ", "utf--8", "UTF-16LE", "utf16", "UTF_16BE", "unicodebigunmarked", "us-ascii", "ANSI_X3.4-1968", "646", "ASCII", "iso-8859-1", "ISO_8859-1", "latin_1", "L1", "iso8859_1", "cp819", "8859", "windows-1252", "1252", "CP1252", "latin9", "latin-2", "ibm437", "437", "KOI8_R", "UTF32", "u32", "unicode-escape"):
    print(enc, end=" ")
    t("aé".encode, enc)
for enc in ("", "nope", "utf-9", "utf 8 8", "latin-99", "ä", "\0", "x\0y", "cp9999"):
    t("a".encode, enc)
t("a".encode, 1)
t("a".encode, "utf-8", 1)
t("a".encode, None)
t("a".encode, "utf-8", "nope")
t("ä".encode, "utf-8", "nope")
t("ä".encode, "ascii", "nope")
t("a".encode, "utf-8", "strict", 1)
t("a".encode, foo=1)
t("ä".encode, encoding="latin-1", errors="strict")
t("".encode, "nope")
t("ä\x00\x7f\t\n\r\\'\"".encode, "unicode_escape")
t("ä\u0100\\u0041\\".encode, "raw_unicode_escape")
try:
    "abcäöü".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
try:
    "ab\ud800\ud801c".encode()
except UnicodeEncodeError as e:
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason)
b = bytes(range(128, 256))
for enc in ("latin-1", "iso8859-15", "cp437", "cp866", "koi8-r", "cp850"):
    print(b.decode(enc).encode(enc) == b)
