def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# bytes.decode: encodings, error handlers, errors
datas = (b"", b"abc", b"\xff", b"a\x80b", b"\xc3\xa4", b"\xc3", b"\xc3x", b"\xe2\x82\xac", b"\xe2\x82", b"\xe2", b"\xe2x", b"\xe2\x82x", b"\xed\xa0\x80", b"\xed\xa0", b"\xed\xbf\xbf\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xf0\x9f\x98", b"\xf0\x9f", b"\xf0", b"\xf0\x80\x80\x80", b"\xf4\x90\x80\x80", b"\xf5\x80", b"\xc0\x80", b"\xc1\xbf", b"\xe0\x80\x80", b"\xe0\x9f\xbf", b"\xe0\xa0",
         b"\xf8\x88\x80\x80\x80", b"\xfe\xff\x00a", b"\xff\xfea\x00", b"a\x00b\x00", b"\x00a\x00b", b"\x3d\xd8\x00\xde", b"\x3d\xd8", b"\x3d\xd8a\x00", b"\x00\xdc", b"\x00\xdca\x00", b"a", b"abc\x00", b"\x00\xd8\x00", b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x00\x00\xfe\xff\x00\x00\x00a", b"a\x00\x00\x00", b"\x00\x00\x11\x00", b"\x00\xd8\x00\x00", b"\xff\xff\xff\xff", b"\xef\xbb\xbfabc", b"\xef\xbb", b"\xef\xbb\xbf",
         b"\\x41\\u00e4\\U0001f600\\n\\t\\\\\\'\\101\\7\\q", b"\\", b"\\x", b"\\x4", b"\\xzz", b"\\u", b"\\u123", b"\\U0011", b"\\U00110000", b"\\N{}", b"\\N{nope nope}", b"\\N", b"\\777", b"a\\\nb", b"\xe4\\x", b"\\ud800", b"\\\\u0041", b"\x81\x8d\x90", b"\x80\xa4\xa6", b"\xd2\xff\xae", b"ab\xff\xfe\xfdcd")
for enc in ("utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252", "iso8859-15", "iso8859-7", "cp437"):
    for b in datas:
        for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
            print(enc, errors, b, end=" ")
            t(b.decode, enc, errors)
try:
    import warnings
    warnings.simplefilter("ignore")
except ImportError:
    pass
for enc in ("unicode_escape", "raw_unicode_escape"):
    for b in datas:
        for errors in ("strict", "ignore", "replace", "backslashreplace"):
            if b == b"\\N{nope nope}":
                continue
            print(enc, errors, b, end=" ")
            t(b.decode, enc, errors)
t(b"\xff".decode, "utf-8", "xmlcharrefreplace")
t(b"\xff".decode, "utf-8", "nope")
t(b"a".decode, "utf-8", "nope")
t(b"a".decode, "nope")
t(b"".decode, "nope")
t(b"a".decode, "utf-8", None)
t(b"a".decode, None)
t(b"a".decode, "ut\0f")
t(b"\xff".decode, errors="ignore")
try:
    b"ab\xff\xfecd".decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
try:
    bytearray(b"ab\xe2\x82").decode("UTF8")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
for enc in ("cp437", "cp850", "cp866", "cp1250", "cp1251", "cp1252", "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-15", "koi8-r", "latin-1"):
    print(enc, ascii(bytes(range(128, 256)).decode(enc, "replace")))
for n in range(1, 5):
    for c in (0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff):
        b = chr(c).encode()
        print(ascii(b[:n].decode("utf-8", "replace")), ascii((b"x" + b[:n] + b"y").decode("utf-8", "backslashreplace")))
