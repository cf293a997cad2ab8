# The source of compile, exec and eval: a str knows its characters, whatever it says of its
# encoding; bytes are decoded.
def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

def run(source):
    names = {}
    exec(source, names)
    return names["x"]
for cookie in "", "# coding: latin-1\n", "# coding: utf-8\n", "# coding: cp1252\n", "# coding: koi8-r\n":
    t(lambda: run(cookie + 'x = "\xe9\u20ac"'))
    t(lambda: run((cookie + 'x = "\xe9"').encode()))
t(lambda: run("# coding: nonsense\nx = 1"))
t(lambda: run(b"# coding: nonsense\nx = 1"))
t(lambda: run("# coding: latin-1\nx = 'é'".encode("latin-1")))
t(lambda: run(b"# coding: cp1252\nx = '\x80'"))
t(lambda: run(b"# vim: set fileencoding=iso-8859-15 :\nx = '\xa4'"))
t(lambda: run(b"\xef\xbb\xbfx = 1"))
for bad in "\ud800", "x = '\udc80'":
    t(lambda: run(bad))
    t(lambda: eval(bad))
    t(lambda: compile(bad, "f", "single"))
t(lambda: eval(b"'\xc3\xa9'"))
t(lambda: eval("'é'"))
