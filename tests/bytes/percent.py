def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# the operator % of bytes and bytearray
class B:
    def __bytes__(self):
        return b"BB"

    def __repr__(self):
        return "B(\xe4)"


class I:
    def __index__(self):
        return 65


for c in (bytes, bytearray):
    print(c.__name__)
    for f, a in [
        (b"abc", ()), (b"%s", b"x"), (b"%s %s", (b"x", bytearray(b"y"))), (b"%b", memoryview(b"mv")), (b"%s", B()), (b"%r %a", (B(), "\xe4")), (b"%5s|%-5s|%.2s", (b"abc", b"abc", b"abc")),
        (b"%d %i %u", (1, -2, 3)), (b"%5d|%-5d|%05d|%+d|% d", (1, 2, 3, 4, 5)), (b"%x %X %o %#x %#o", (255, 255, 8, 255, 8)), (b"%c%c%c", (65, b"B", bytearray(b"C"))), (b"%c", I()),
        (b"%f %.2f %e %g %G", (1.5, 2.345, 12345.678, 1e-10, 1e20)), (b"%10.3f|%-10.3f|%010.3f|%+.1f", (1.5, 1.5, -1.5, 2)), (b"%%", ()), (b"100%%", {}), (b"%(a)s %(b)d", {b"a": b"x", b"b": 5}),
        (b"%*d|%-*d|%.*f", (5, 1, 5, 2, 2, 1.5)), (b"%s", "x"), (b"%s", 1), (b"%b", None), (b"%d", "x"), (b"%d", 1.9), (b"%x", 1.5), (b"%f", "x"), (b"%c", 256), (b"%c", -1), (b"%c", b"ab"), (b"%c", "a"), (b"%c", bytearray(b"")),
        (b"%s %s", b"x"), (b"%s", (b"x", b"y")), (b"%z", 1), (b"%", ()), (b"%(a)s", {"a": 1}), (b"%(a)s", 1), (b"%(a", {b"a": 1}), (b"abc", 1), (b"abc", {}), (b"%\xff", 1), (b"%ld", 5), (b"%d", 10 ** 30), (b"%x", I()), (b"%d", I()),
        (b"%.0f", 0.5), (b"%#.0f", 1.0), (b"%.3d", 5), (b"%08.3d", 5), (b"\x00%s\xff", b"\x80"), (b"%*d", ("x", 1)), (b"%f", b"x"), (b"%s", (b"x",)), (b"%r", b"y"), (b"%99999999999999999999d", 1), (b"%.99999999999d", 1),
    ]:
        t(lambda: c(f) % a)
    t(lambda: 1 % c(b"x"))
