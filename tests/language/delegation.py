# Chains of `yield from` and `await`: values, results, exceptions, close and throw
# at every depth, frames in between seen from outside.
import sys


def leaf(n):
    got = []
    for i in range(n):
        got.append((yield i))
    return got


def chain(depth, n):
    if depth == 0:
        r = yield from leaf(n)
    else:
        before = depth * 10
        r = yield from chain(depth - 1, n)
        assert before == depth * 10
        r.append(depth)
    return r


def drive(g, values):
    out = [next(g)]
    try:
        for v in values:
            out.append(g.send(v))
    except StopIteration as e:
        out.append(("result", e.value))
    return out


for depth in (0, 1, 2, 7, 30):
    print(depth, drive(chain(depth, 3), "abc"))


# An exception inside goes out through the levels, one of which handles it.
def boom():
    yield 1
    raise KeyError("inside")


def middle():
    x = 5
    yield from boom()
    print("never", x)


def outer():
    y = 7
    try:
        yield from middle()
    except KeyError as e:
        yield ("caught", e.args, y)
    yield "end"


print(list(outer()))


# throw() goes to the innermost; a level may answer with a value.
def catcher():
    while True:
        try:
            yield "waiting"
        except ValueError as e:
            yield ("threw", str(e))


def over(inner):
    z = [1, 2]
    r = yield from inner
    return z, r


g = over(over(over(catcher())))
print(next(g), g.throw(ValueError("v")), next(g))
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
print(list(g))


# close() runs every finally, innermost first.
def fin(name, inner):
    try:
        yield from inner
    finally:
        print("finally", name)


g = fin("a", fin("b", fin("c", leaf(3))))
print(next(g), next(g))
g.close()
print(next(g, "closed"))


# The inner generator advanced from outside, ended from outside, already running.
shared = leaf(4)
a, b = over(shared), over(shared)
print(next(a), next(b), next(a), next(shared), next(b, "done"))
try:
    next(a)
except StopIteration as e:
    print("a", e.value)


def selfish():
    yield 1
    yield from me


me = selfish()
print(next(me))
try:
    next(me)
except ValueError as e:
    print("ValueError", e)

# What a delegating generator says about itself.
inner = leaf(2)
g = over(inner)
next(g)
print(g.gi_yieldfrom is inner, g.gi_running, inner.gi_yieldfrom, g.gi_suspended)


# The exception being handled in an outer level is the context of an inner error.
def inner_error():
    yield 1
    raise ValueError("inner")


def handling():
    try:
        raise KeyError("first")
    except KeyError:
        yield from inner_error()


g = handling()
next(g)
try:
    next(g)
except ValueError as e:
    print(repr(e), repr(e.__context__))


def names():
    f = sys._getframe()
    out = []
    while f is not None and f.f_code.co_name != "<module>":
        out.append(f.f_code.co_name)
        f = f.f_back
    yield out
    yield out


def down(n):
    yield from down(n - 1) if n else names()


g = down(3)
print(next(g))


# Recursion through delegation has an end.
def forever():
    yield from forever()


try:
    list(forever())
except RecursionError:
    print("RecursionError")

# Lists of locals survive many resumes.
def keep(depth, n):
    a, b, c = [depth], (depth,), {depth: depth}
    if depth:
        total = yield from keep(depth - 1, n)
    else:
        total = 0
        for i in range(n):
            total += (yield i) or 0
    assert a == [depth] and b == (depth,) and c == {depth: depth}
    return total + depth


g = keep(20, 100)
s = next(g)
try:
    while True:
        s = g.send(2)
except StopIteration as e:
    print(s, e.value)


class Pause:
    def __await__(self):
        return (yield "paused")


async def level(n):
    if n:
        return 1 + await level(n - 1)
    return await Pause() + await Pause()


c = level(5)
print(c.send(None), c.send(10))
try:
    c.send(20)
except StopIteration as e:
    print(e.value)


async def failing(n):
    try:
        if n:
            await failing(n - 1)
        else:
            await Pause()
    except ValueError as e:
        e.add_note(str(n))
        raise


c = failing(3)
c.send(None)
try:
    c.throw(ValueError("x"))
except ValueError as e:
    print(e.__notes__)
