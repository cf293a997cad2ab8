def g(n):
    for i in range(n):
        got = yield i
        if got: print("got", got)
    return "done"
print(list(g(3)))
it = g(3)
print(next(it), it.send("a"), it.send(None))
try: next(it)
except StopIteration as e: print("value", e.value)
try: next(it)
except StopIteration as e: print("value", e.value)
it = g(3)
try: it.send(1)
except TypeError as e: print(e)
def handling():
    while True:
        try: yield 1
        except ValueError as e: print("caught", e); yield 2
        finally: print("finally")
it = handling()
print(next(it), it.throw(ValueError("x")), next(it))
it.close()
it.close()
try: next(it)
except StopIteration: print("stopped")
it = handling()
next(it)
try: it.throw(KeyError("k"))
except KeyError as e: print("through", e)
def ignores():
    try: yield
    except GeneratorExit: yield 1
it = ignores(); next(it)
try: it.close()
except RuntimeError as e: print(e)
def outer():
    r = yield from inner()
    print("inner gave", r)
    yield from [7, 8]
    try: yield from inner()
    except ValueError as e: print("outer caught", e)
    return "end"
def inner():
    x = yield 1
    print("inner got", x)
    try: yield 2
    except KeyError: print("inner caught"); yield "k"
    return 3
it = outer()
print(next(it), it.send("hello"), next(it), next(it), next(it), next(it), it.throw(KeyError()))
try: it.throw(ValueError("v"))
except StopIteration as e: print(e.value)
def stop():
    yield 1
    raise StopIteration(5)
it = stop(); next(it)
try: next(it)
except RuntimeError as e: print(e, type(e.__cause__).__name__)
def selfrun():
    next(me)
    yield
me = selfrun()
try: next(me)
except ValueError as e: print(e)
print(sum(x * x for x in range(5)), list(x + y for x in "ab" for y in "cd" if x != y))
gen = (x for x in [1, 2])
print(gen.gi_running, gen.gi_frame is not None, type(gen).__name__, gen.__name__, g(1).__qualname__)
def early():
    return 5
    yield
try: next(early())
except StopIteration as e: print(e.value)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print([x for x, _ in zip(fib(), range(15))])
def tree(n):
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(4)))
a, *b = (i for i in range(4)); print(a, b)
def ctx():
    with open_() as f: yield f
class open_:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0] and a[0].__name__)
it = ctx(); next(it); it.close()
it = ctx(); next(it)
try: it.throw(OSError)
except OSError: print("oserror")
def y(): x = yield; print(x, (yield x)); return [(yield)]
it = y(); print(next(it), it.send(1), it.send(2))
try: it.send(3)
except StopIteration as e: print(e.value)
def deep(n):
    if n == 0: yield "bottom"
    else: yield from deep(n - 1)
print(list(deep(200)))
try: 
    def bad(): yield from 5
    list(bad())
except TypeError as e: print(e)
lst = [g(2) for _ in range(3)]
print([next(x) for x in lst], [next(x) for x in lst])
def fin():
    try: yield 1
    finally: print("cleanup")
it = fin(); next(it); it.close()
print(list(map(lambda f: f(), [lambda: 1])), [*g(2), *g(1)], {*g(3)}, dict((i, i) for i in g(2)))
