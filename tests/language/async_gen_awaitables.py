# What __anext__, asend, athrow and aclose return, used in every way.
import sys


class Aw:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        return (yield ("aw", self.v))


keep = []  # nothing is finalized while the program runs


def tr(f, *a):
    try:
        print(f.__name__, a, "->", f(*a))
    except BaseException as e:
        print(f.__name__, a, "!", type(e).__name__, e.args)


async def plain():
    try:
        yield 1
        await Aw(2)
        yield 3
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")


async def stubborn():
    for k in range(9):
        try:
            await Aw(k)
            yield k
        except BaseException as e:
            print("caught", type(e).__name__)


def advance(g, n):
    for _ in range(n):
        c = g.__anext__()
        try:
            while True:
                c.send(None)
        except (StopIteration, StopAsyncIteration):
            pass


SCRIPTS = """
close
close close
send
send send
send close
send1
throw
send throw
send throw send
close send
send close send
other
send other
send other close
"""

for make in plain, stubborn:
    for n in range(4):
        for kind in "anext", "asend", "athrow", "aclose":
            for script in SCRIPTS.split("\n")[1:-1]:
                g = make()
                keep.append(g)
                advance(g, n)
                if kind == "anext":
                    c = g.__anext__()
                elif kind == "asend":
                    c = g.asend(5)
                elif kind == "athrow":
                    c = g.athrow(KeyError("k"))
                else:
                    c = g.aclose()
                keep.append(c)
                print(make.__name__, n, kind, script)
                for op in script.split():
                    if op == "send":
                        tr(c.send, None)
                    elif op == "send1":
                        tr(c.send, 1)
                    elif op == "close":
                        tr(c.close)
                    elif op == "throw":
                        tr(c.throw, ValueError("v"))
                    else:
                        for other in g.__anext__(), g.aclose(), g.athrow(OSError(1)):
                            keep.append(other)
                            tr(other.send, None)
                print(g.ag_running, g.ag_frame is None)
# CPython finalizes what is suspended at its end.
sys.stdout.flush()
sys.stdout = sys.__stdout__ = None
