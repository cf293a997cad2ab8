a, b = 1, 2; print(a, b)
a, b = b, a; print(a, b)
(a, [b, (c, *d)], *e) = 1, [2, (3, 4, 5)], 6, 7; print(a, b, c, d, e)
*a, = "xyz"; print(a)
a, *b, c = range(5); print(a, b, c)
[x, y] = {"k": 1, "l": 2}; print(x, y)
a = b = c = []; a.append(1); print(b is c, b)
for i, (j, *k) in [(1, "abc"), (2, "de")]: print(i, j, k)
d = {}
d["x"], d["y"] = 1, 2; print(d)
class O: pass
o = O(); o.a, (o.b, *o.c) = 1, (2, 3); print(vars(o))
i = 0
i, d[i] = 5, "after"; print(i, d)
l = [1, 2, 3]
l[0], l[1:] = 9, [8, 7, 6]; print(l)
for bad in ("a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = 1,", "a, b = 5", "a, b = None", "(a,) = ()", "a, b = {1: 2}", "[a] = 'xy'", "for a, b in [1]: pass", "a, b = iter([1, 2, 3])", "*a, b = 7"):
    try: exec(bad)
    except (ValueError, TypeError) as e: print(bad, "|", e)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))
a, b, c = It(3); print(a, b, c)
def order(n): print(n, end=" "); return d
order(1)[order(2) and "k"], order(3)["m"] = order(4) and 1, 2; print()
x = [1, 2, 3]; x[0] += 10; x += 4, 5; x *= 2; print(x)
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
def f(): return *range(2), 3
print(f(), (*"ab", 1), [*f(), *f()], {*f()}, *f())
a, (b, (c, (d,))) = 1, (2, (3, (4,))); print(a, b, c, d)
def g(*args): (x, *y), z = args; return x, y, z
print(g("abc", 1))
a: int = 5; b: "str"; print(a, __annotations__)
del a, x[0]; print(x)
x, y = y, x = 1, 2; print(x, y)
