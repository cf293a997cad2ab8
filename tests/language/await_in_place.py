# Coroutines that are called and awaited at once, and generators in `yield from`: what
# they do must not depend on whether they are suspended, and where.
import sys


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def run(c, *send):
    """Drives c; returns what it yields, and its result or exception."""
    seen, send = [], list(send)
    try:
        value = None
        while True:
            seen.append(c.send(value))
            value = send.pop(0) if send else None
    except StopIteration as e:
        return seen, e.value
    except Exception as e:
        names, tb = [], e.__traceback__
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        return seen, type(e).__name__, str(e), names


# Depth, with and without a suspension at the bottom.
async def deep(n, pause):
    local = [n]
    if n:
        below = await deep(n - 1, pause)
        return below + local.pop()
    if pause:
        return await Pause("bottom")
    return 0


print(run(deep(150, False)), run(deep(150, True), 5))


def walk(n, pause):
    if n:
        r = yield from walk(n - 1, pause)
        return r + 1
    if pause:
        yield "bottom"
    return 0


print(run(walk(100, False)), run(walk(100, True)))


async def endless():
    await endless()


try:
    run(endless())
    endless().send(None)
except RecursionError:
    print("RecursionError")


# Locals of every frame on the way survive, whichever of them is suspended first.
async def leaf(tag, pauses):
    total = 0
    for i in range(pauses):
        total += (await Pause((tag, i))) or 0
    return total


async def middle(tag, pauses):
    a, b = tag + "a", tag + "b"
    first = await leaf(a, pauses)
    second = await leaf(b, 0)
    third = await leaf(a + b, pauses)
    return a, b, first, second, third


async def top():
    names = ["x", "y"]
    results = {}
    for name in names:
        results[name] = await middle(name, len(results))
    return results


print(run(top(), 1, 2, 3))


# Exceptions: caught on the way, with their tracebacks, in finally and with.
async def fails(pause, kind):
    if pause:
        await Pause("before")
    raise kind("failed")


async def passes(pause, kind):
    return await fails(pause, kind)


async def handles(pause):
    try:
        await passes(pause, ValueError)
    except ValueError as e:
        try:
            await passes(pause, KeyError)
        except KeyError as f:
            return str(f), f.__context__ is e
    finally:
        await leaf("finally", int(pause))


for pause in (False, True):
    print(run(handles(pause)))
    print(run(passes(pause, OSError)))
    print(run(passes(pause, StopIteration)))


class Manager:
    def __init__(self, pauses):
        self.pauses = pauses

    async def __aenter__(self):
        await leaf("enter", self.pauses)
        return self

    async def __aexit__(self, kind, value, tb):
        await leaf("exit", self.pauses)
        return kind is ValueError

    def __aiter__(self):
        self.left = 3
        return self

    async def __anext__(self):
        await leaf("next", self.pauses)
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


async def manage(pauses):
    out = []
    async with Manager(pauses) as m:
        async for x in m:
            out.append(x)
        out.append([x async for x in m])
        await fails(False, ValueError)
    return out


print(run(manage(0)))
print(run(manage(1)))


# Calls of other forms.
async def arguments(a, b=2, *rest, c=3, **more):
    await leaf("args", b & 1)
    return a, b, rest, c, more


class Methods:
    def __init__(self, name):
        self.name = name

    async def plain(self, x):
        return self.name, x

    @classmethod
    async def of_class(cls, x):
        return cls.__name__, x

    @staticmethod
    async def static(x):
        return "static", x

    async def base(self):
        return "base of " + await leaf_name(self)


class Derived(Methods):
    async def base(self):
        return "derived, " + await super().base()


async def leaf_name(o):
    return o.name


async def forms():
    m = Derived("m")
    coroutine = m.plain(1)
    kept = await coroutine
    try:
        await coroutine
    except RuntimeError as e:
        print(e)
    c = await (walrus := m.plain(5))
    return (
        await arguments(1), await arguments(1, 3), await arguments(1, 2, 3, c=4, d=5), await arguments(*[1, 2], **{"c": 6}), kept, c,
        type(walrus).__name__, await m.plain(x=2), await Derived.of_class(3), await m.static(4), await m.base(),
        [await m.plain(i) for i in range(3)], {i: await leaf(str(i), 0) for i in range(2)}, (await m.plain(8))[1] + (await m.plain(9))[1],
        await (lambda x: m.plain(x))(7),
    )


print(run(forms()))


# Cells that the frames share.
async def shares():
    count = 0

    async def add(n):
        nonlocal count
        before = count
        await leaf("add", n)
        count = before + 1
        return lambda: count

    first = await add(0)
    second = await add(1)
    return first(), second(), count


print(run(shares()))


# A coroutine that is running cannot be resumed; who looks at the frames sees them all.
async def resumes():
    try:
        me.send(None)
    except ValueError as e:
        return str(e)


async def calls_resumes():
    return await resumes()


me = calls_resumes()
print(run(me))


async def looks():
    names, frame = [], sys._getframe()
    while frame and len(names) < 4:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


async def looked_at():
    return await looks()


print(run(looked_at()))


# Closing and throwing reach the innermost frame and unwind all of them.
async def guarded(name, inside):
    try:
        return await inside
    finally:
        print("closing", name)


async def nested():
    return await guarded("outer", guarded("inner", leaf("leaf", 5)))


c = nested()
print(c.send(None))
c.close()
c = nested()
print(c.send(None))
try:
    c.throw(ValueError("thrown"))
except ValueError as e:
    print(e)


# The code of a function may be replaced while it runs.
async def replaced(n):
    if n == 0:
        replaced.__code__ = replacement.__code__
        return await leaf("old", 1)
    return "old", await replaced(n - 1)


async def replacement(n):
    return "new", n


print(run(replaced(2), 9))
print(run(replaced(2)))

# __await__ that is no generator function, or wrong.
class Iterator:
    def __init__(self, it):
        self.it = it

    def __await__(self):
        return self.it


async def awaits(o):
    return await o


print(run(awaits(Iterator(iter([1, 2])))))
for wrong in (Iterator(5), Iterator(leaf("x", 0)), 5):
    print(run(awaits(wrong))[1:3])
wrong = None


def settrace_inside():
    events = []

    def tracer(frame, event, arg):
        if frame.f_code.co_name in ("traced", "untraced", "leaf"):
            events.append((frame.f_code.co_name, event))
        return tracer

    async def untraced(pause):
        sys.settrace(tracer)
        await leaf("traced", pause)
        return 1

    async def traced(pause):
        return await untraced(pause)

    for pause in (0, 1):
        try:
            run(traced(pause))
        finally:
            sys.settrace(None)
    return events


print(settrace_inside()[:6])
