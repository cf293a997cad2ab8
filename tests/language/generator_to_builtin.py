def f(n):
    l = list(range(n))
    print(sum(x*x for x in l), any(x > 3 for x in l), all(x < 3 for x in l), max(x for x in l), min(-x for x in l))
    print(set(x % 3 for x in l), tuple(x for x in l if x % 2), list((x, y) for x in l for y in range(x) if x+y > 12))
    print(", ".join(str(x) for x in l), sorted(-x for x in l), frozenset(x for x in l))
    k = 3
    def g(): return k
    print(sum(k * x for x in l), [sum(y for y in range(x)) for x in l])
    try: sum(x.foo for x in l)
    except AttributeError as e: print(e)
    try: sum(next(iter([])) for x in l)
    except RuntimeError as e: print(repr(e), repr(e.__cause__))
    try: print(sum(str(x) for x in l))
    except TypeError as e: print(repr(e))
    class S:
        def __hash__(self): raise StopIteration(5)
    try: print(set(S() for x in l))
    except StopIteration as e: print(repr(e))
f(8)
def any(it): return type(it).__name__
print(any(x for x in [1]))
x = 5
print(sum(x for x in range(4)), x)
class C:
    y = 3
    l = list(y for y in range(3))
    def join(self, it): return ["mine", type(it).__name__]
print(C.l, C().join(z for z in "abc"))
def gen():
    yield sum(i for i in range(5))
    yield list(i for i in "abc" if i != "b")
print(list(gen()))
try:
    list(1/(i-2) for i in range(5))
except ZeroDivisionError as e:
    print("zde")
d = []
d.extend(i for i in range(3)); print(d)

