class C:
    n = 3
    l = [sum(y for y in range(x)) for x in range(4)]
    m = [max(y for y in range(x + 1)) for x in range(n)]
print(C.l, C.m)
def f():
    x = 10
    def g():
        nonlocal x
        x += 1
        return x
    print([any(y > 2 for y in r) for r in ([1], [3], [])], sum(g() for _ in range(3)), x)
    try:
        print(sum(zz for q in range(2)))
    except NameError as e:
        print(e)
    try:
        print(max(y for y in []))
    except ValueError as e:
        print(e)
    print("".join(c.upper() for c in "abc" if c != "b"), sum(i * j for i in range(3) for j in range(i)))
    print(sorted((a, b) for a, b in {1: 2, 3: 4}.items()), list(f"{a}" for a in (1, 2)))
    for i in list(i for i in range(3)):
        pass
    print(i, sum(1 for _ in iter([1, 2])), all(i for i in (1, 0, 1)))
    it = iter(range(10))
    print(any(i == 3 for i in it), next(it))
    def h(list):
        return list(i for i in "ab")
    print(h("".join), h(lambda it: it.__class__.__name__))
    lam = lambda s: set(x % 2 for x in s)
f()
def deep(n):
    return n if n == 0 else sum(deep(n - 1) for _ in range(1)) + 1
print(deep(50))
try:
    def inf(n): return sum(inf(n) for _ in range(1))
    inf(1)
except RecursionError as e:
    print("RecursionError")
async def co():
    return sum(i for i in range(3))
try: co().send(None)
except StopIteration as e: print(e.value)
print(list(map(lambda r: tuple(v for v in r), [[1], [2]])))
x = sum(y for y in range(3)); print(x, "y" in globals())
exec("print(sum(q for q in range(4)), 'q' in globals())")
print(eval("max(q for q in range(4))"))
