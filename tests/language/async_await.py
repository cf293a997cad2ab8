# Coroutines, awaitables, async for/with, async generators and comprehensions,
# driven by hand.
class Suspend:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        got = yield self.tag
        return got


def run(coro):
    out, send = [], None
    while True:
        try:
            out.append(coro.send(send))
            send = len(out)
        except StopIteration as e:
            return out, e.value


async def add(a, b):
    x = await Suspend("add")
    return a + b + x


async def main():
    r = await add(1, 2)
    try:
        await fail()
    except ValueError as e:
        r = (r, str(e))
    return r


async def fail():
    await Suspend("fail")
    raise ValueError("inside")


print(run(main()))


class CM:
    async def __aenter__(self):
        print("enter", await Suspend("enter"))
        return self

    async def __aexit__(self, *exc):
        print("exit", exc[0] and exc[0].__name__, await Suspend("exit"))
        return True


async def with_cm():
    async with CM() as c, CM():
        raise KeyError(1)
    return type(c).__name__


print(run(with_cm()))


class AIter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Suspend(self.n)
        return self.n


async def loop():
    out = []
    async for x in AIter(3):
        out.append(x)
    else:
        out.append("else")
    return out, [y async for y in AIter(2)], {k: await add(k, k) async for k in AIter(1)}


print(run(loop()))


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("sent", got)
            await Suspend("in agen")
    finally:
        print("agen done")


async def use_agen():
    out = []
    async for x in agen(2):
        out.append(x)
    g = agen(5)
    out.append(await g.__anext__())
    out.append(await g.asend("hi"))
    try:
        await g.athrow(ZeroDivisionError("z"))
    except ZeroDivisionError as e:
        out.append(str(e))
    g = agen(3)
    await g.__anext__()
    await g.aclose()
    out.append([v async for v in (z * 2 async for z in agen(2))])
    return out


print(run(use_agen()))


async def noawait():
    return 5


c = noawait()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)


async def bad():
    await 5


try:
    run(bad())
except TypeError as e:
    print(e)


async def bad2():
    async with 5:
        pass


try:
    run(bad2())
except TypeError as e:
    print(e)


async def bad3():
    async for x in [1]:
        pass


try:
    run(bad3())
except TypeError as e:
    print(e)
c = noawait()
c.close()
w = noawait().__await__()
try:
    next(w)
except StopIteration as e:
    print("wrapper", e.value)
