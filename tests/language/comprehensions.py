print([x for x in range(5)], {x % 3 for x in range(9)}, {x: x * x for x in range(3)}, list(x for x in "abc"))
print([(x, y) for x in range(3) for y in range(x)], [[i * j for j in range(3)] for i in range(3)])
print([x for x in range(20) if x % 2 if x % 3], [x if x % 2 else -x for x in range(4)])
x = "outer"
print([x for x in range(2)], x)
print([y := 5, y], y)
print([last := i for i in range(3)], last)
def f():
    total = 0
    r = [total := total + v for v in range(5)]
    return r, total
print(f())
def g(n): return [lambda: i + n for i in range(2)]
print([h() for h in g(10)])
class C:
    items = [1, 2, 3]
    n = 10
    doubled = [i * 2 for i in items]
    pairs = [(i, j) for i in items for j in range(2)]
    def m(self): return [self.n + i for i in self.items]
print(C.doubled, C.pairs, C().m())
try:
    class D:
        k = 2
        bad = [i * k for i in range(2)]
except NameError as e: print(e)
print([*range(3), *"ab"], {*range(3), 1}, {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], *[2]))
print([(lambda v=v: v)() for v in range(3)], [[k, v] for k, v in {"a": 1}.items()], [a for a, *b in [(1, 2, 3)]])
print(sum(i for i in range(10) if i % 2), any(i > 3 for i in range(5)), sorted((c for c in "hello"), reverse=True))
def gen():
    yield from (i for i in range(3))
    yield [(yield_ := i) for i in range(2)]
print(list(gen()))
print([[x for x in range(y)] for y in range(3)], [x for x in [x for x in range(3)]], {(a, b): c for (a, b), c in [((1, 2), 3)]})
try: [i for i in 5]
except TypeError as e: print(e)
try: [1 / i for i in (1, 0)]
except ZeroDivisionError as e: print(e)
try: print({[]: 1 for _ in "a"})
except TypeError as e: print(e)
def nest():
    a = 1
    return [[a + b + c for c in range(2) if (lambda: c)()] for b in range(2)]
print(nest())
print([i for i in range(3) for i in range(i)], [locals_ for locals_ in [1]], [i for i, in [(1,), (2,)]])
def loc():
    z = 1
    return sorted([k for k in (lambda: locals())()]), [sorted(locals()) for q in [1]][0]
print(loc())
