def g():
    x = yield 1
    print("got", x)
    try:
        y = yield 2
    except ValueError as e:
        print("caught", e)
        y = yield "recovered"
    finally:
        print("cleanup")
    return y


it = g()
print(next(it))
print(it.send("a"))
print(it.throw(ValueError("boom")))
try:
    it.send("end")
except StopIteration as e:
    print("stop", e.value)
try:
    next(it)
except StopIteration as e:
    print("again", e.value)


def inner():
    try:
        while True:
            try:
                got = yield
                print("inner", got)
            except KeyError:
                print("inner key error")
                yield "from handler"
    except GeneratorExit:
        print("inner closed")
        raise
    return "never"


def outer():
    r = yield from inner()
    print("result", r)


o = outer()
next(o)
o.send(1)
print(o.throw(KeyError))
next(o)
o.close()


def ret():
    yield 1
    return 42


def use():
    v = yield from ret()
    print("v", v)
    v = yield from [10, 20]
    print("v", v)


print(list(use()))


def bad():
    yield 1
    raise StopIteration("x")


try:
    list(bad())
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)


def ignoring():
    try:
        yield 1
    except GeneratorExit:
        yield 2


i = ignoring()
next(i)
try:
    i.close()
except RuntimeError as e:
    print(e)


def self_running():
    yield next(me)


me = self_running()
try:
    next(me)
except ValueError as e:
    print(e)
try:
    g().send(1)
except TypeError as e:
    print(e)
print(sum(x * x for x in range(10)), list(x for x in "abc" if x != "b"))
print(type(g()).__name__, g.__name__, g().__name__)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))


def fin():
    try:
        yield 1
    finally:
        print("finalised")


for v in fin():
    print(v)
f = fin()
next(f)
f.close()
f.close()
h = fin()
h.close()


def throw_types():
    for exc in (ValueError, ValueError("inst")):
        gen = (lambda: (yield))()
        next(gen)
        try:
            gen.throw(exc)
        except ValueError as e:
            print("thrown", e.args)


throw_types()


def delegating_to_iter():
    class It:
        def __iter__(self):
            self.n = 0
            return self

        def __next__(self):
            self.n += 1
            if self.n > 2:
                raise StopIteration("done")
            return self.n

    r = yield from It()
    print("It returned", r)


print(list(delegating_to_iter()))
