# sys.unraisablehook gets what callbacks of weak references and functions at exit raise.
import sys, atexit, weakref, gc, io

default = sys.unraisablehook
here = __file__


class Plain(io.StringIO):
    """Shows what is written, without addresses and library frames."""

    def show(self):
        skip = 0
        for line in self.getvalue().splitlines():
            if skip:
                skip -= 1
            elif line.startswith("  File") and "weakref" in line:
                skip = not line.count("frozen")
            else:
                i = line.find(" at 0x")
                if i > 0:
                    j = i + 6
                    while line[j] in "0123456789abcdef":
                        j += 1
                    line = line[:i] + line[j:]
                print(line.replace(here, "FILE"))
        self.seek(0)
        self.truncate()


sys.stderr = err = Plain()


class A:
    pass


def cb(r):
    raise ValueError("x")


def die():
    a = A()
    r = weakref.ref(a, cb)
    del a
    gc.collect()
    err.show()
    return r


def hook(a):
    print(type(a), a.exc_type, a.exc_value, a.exc_traceback is not None, a.err_msg, a.object is cb, len(a))


sys.unraisablehook = hook
die()
del sys.unraisablehook
die()


def bad(a):
    raise KeyError("hook")


sys.unraisablehook = bad
die()
sys.unraisablehook = None
die()
sys.unraisablehook = default
for limit in 1, 0:
    sys.tracebacklimit = limit
    die()
del sys.tracebacklimit
try:
    default(3)
except TypeError as e:
    print(e)

a = A()
f = weakref.finalize(a, cb, 1)
del a
gc.collect()
err.show()


@atexit.register
def done():
    err.show()


@atexit.register
def at_exit():
    1 / 0
