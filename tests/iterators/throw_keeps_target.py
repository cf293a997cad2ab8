# An exception that is thrown in at a yield leaves the variable alone that the value
# of the yield would have been assigned to.
class Error(Exception):
    pass


def simple():
    y = 5
    while True:
        try:
            y = yield y
        except Error as e:
            print("simple", y, e)


g = simple()
print(next(g), g.send(6), g.throw(Error("one")), g.send(7), g.throw(Error("two")))


def inner():
    x = "inner"
    try:
        x = yield "first"
    except Error as e:
        print("inner", x, e)
        raise
    return x


def outer():
    y = "outer"
    try:
        y = yield from inner()
    except Error as e:
        print("outer", y, e)
    y = yield y
    return y


g = outer()
print(next(g), g.throw(Error("three")))
try:
    g.send("end")
except StopIteration as e:
    print(e.value)


class Wait:
    def __await__(self):
        got = "nothing"
        try:
            got = yield "wait"
        finally:
            print("got", got)
        return got


async def coroutine():
    y = "unset"
    try:
        y = await Wait()
    except Error as e:
        print("coroutine", y, e)
    y = await Wait()
    return y


c = coroutine()
print(c.send(None), c.throw(Error("four")))
try:
    c.send("five")
except StopIteration as e:
    print(e.value)


async def stream():
    y = 1
    while True:
        try:
            y = yield y
        except Error as e:
            print("stream", y, e)


async def main():
    s = stream()
    print(await s.asend(None), await s.asend(2), await s.athrow(Error("six")), await s.asend(3))
    await s.aclose()


try:
    main().send(None)
except StopIteration:
    pass
