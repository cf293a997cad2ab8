# StopIteration thrown into a generator that delegates to something without throw() is its end.
def delegate(it):
    try:
        x = yield from it
        print("value", x)
        yield "after"
    except Exception as e:
        print("raised", repr(e))
    yield "last"


def inner():
    try:
        yield 1
    except StopIteration as e:
        print("inner", repr(e))
        return 7


def failing():
    yield 1


for make in lambda: [1, 2], lambda: range(3), lambda: "ab", lambda: iter({1: 2}), inner, failing:
    for e in StopIteration(5), StopIteration(), StopIteration, KeyError("k"):
        g = delegate(make())
        print(next(g))
        try:
            print(g.throw(e))
            print(list(g))
        except Exception as x:
            print(type(x).__name__, x)


def outer(it):
    r = yield from delegate(it)
    print("outer", r)


g = outer([1, 2])
print(next(g), g.throw(StopIteration(9)), list(g))
