def f(n):
    try:
        if n == 0:
            return "return"
        if n == 1:
            raise ValueError("v")
        if n == 2:
            raise KeyError("k")
        if n == 3:
            1 / 0
    except ValueError as e:
        return "value " + str(e)
    except (KeyError, IndexError) as e:
        return "key " + str(e)
    else:
        return "else"
    finally:
        print("finally", n)


for i in range(3):
    print(f(i))
try:
    f(3)
except ZeroDivisionError as e:
    print(e)
print(f(4))


def nested():
    try:
        try:
            raise ValueError(1)
        finally:
            raise KeyError(2)
    except KeyError as e:
        return repr(e), repr(e.__context__)


print(nested())


def override():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    try:
        return 1
    finally:
        return i


print(override())
try:
    try:
        raise ValueError("a")
    except ValueError as e:
        raise TypeError("b") from e
except TypeError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise TypeError("b") from None
except TypeError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    raise
except RuntimeError as e:
    print(e)


def reraise():
    try:
        raise ValueError("orig")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


try:
    reraise()
except ValueError as e:
    print(repr(e), e.__context__)
for bad in (5, "text", object, None):
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e)
e = 1
try:
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError as x:
    print(x)


class MyErr(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.b = b


try:
    raise MyErr(1, 2)
except MyErr as x:
    print(x, x.args, x.b, repr(x))
x = ValueError("n")
x.add_note("note 1")
print(x.__notes__)


def gen():
    try:
        yield 1
    except ValueError as e:
        print("in gen", repr(e), repr(e.__context__))


g = gen()
next(g)
try:
    try:
        raise KeyError
    except KeyError:
        g.throw(ValueError("thrown"))
except StopIteration as s:
    print("stopped", repr(s.__context__))


def depth(n):
    return depth(n + 1)


try:
    depth(0)
except RecursionError as e:
    print(e)


class Ctx:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v)
        return self.swallow


with Ctx("a") as a, Ctx("b", True) as b:
    print(a, b)
    raise ValueError("in with")
with (Ctx("p"), Ctx("q")):
    pass
try:
    with Ctx("c"):
        with Ctx("d"):
            raise KeyError("x")
except KeyError as e:
    print("out", e)


def with_return():
    with Ctx("r"):
        return 1


print(with_return())
for i in range(2):
    with Ctx(i):
        if i == 0:
            continue
        break
try:
    with 5:
        pass
except TypeError as e:
    print(e)
assert True
try:
    assert 0, "message"
except AssertionError as e:
    print(repr(e))
import sys

try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb.tb_lineno > 0, sys.exception() is v)
print(sys.exc_info())
