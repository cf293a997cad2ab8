# What is the context of an exception that is thrown into a generator, and names of
# generators.
def chain(e):
    return repr(e), repr(e.__context__)


def waiting():
    try:
        raise KeyError("a")
    except KeyError:
        yield


def inside():
    try:
        raise KeyError("b")
    except KeyError:
        try:
            yield
        except ValueError as e:
            print(chain(e))
            yield "went on"


def inner():
    yield


def delegating():
    try:
        raise KeyError("c")
    except KeyError:
        yield from inner()


for f in (waiting, delegating):
    g = f()
    next(g)
    try:
        g.throw(ValueError("v"))
    except ValueError as e:
        print(chain(e))
g = inside()
next(g)
print(g.throw(ValueError("w")))

# What the thrower handles is no context.
g = inner()
next(g)
try:
    raise OSError("outside")
except OSError:
    try:
        g.throw(ValueError("x"))
    except ValueError as e:
        print(chain(e))

for args in ((ValueError, "a", 3), (3,), (ValueError("a"), "b")):
    g = inner()
    next(g)
    try:
        g.throw(*args)
    except TypeError as e:
        print(e)

g = inner()
g.__name__, g.__qualname__ = "n", "q.n"
print(g.__name__, g.__qualname__, inner.__name__, str(g)[:22])
for value in (1, None):
    try:
        g.__name__ = value
    except TypeError as e:
        print(e)


def outer():
    print(o.gi_yieldfrom)
    yield from middle()


def middle():
    print(o.gi_yieldfrom)
    yield


o = outer()
print(o.gi_yieldfrom)
next(o)
print(o.gi_yieldfrom.gi_code.co_name)


async def coroutine():
    pass


c = coroutine()
c.close()
try:
    c.throw(ValueError)
except RuntimeError as e:
    print(e)


class Wrong:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        1 / 0


async def loop():
    async for _ in Wrong():
        pass


try:
    loop().send(None)
except TypeError as e:
    print(e, repr(e.__cause__))

try:
    try:
        raise ValueError(42)
    except* ValueError as e:
        raise
except BaseException as e:
    print(repr(e), e.__cause__)

for details in (("f.py", 1, 2), ("f.py", 1, 2, "text", 1), ("f.py", 1, 2, "text", 1, 5, 6)):
    try:
        SyntaxError("m", details)
    except TypeError as e:
        print(e)
