# Unpacking, del, augmented and annotated assignment, walrus, global, chains.
a, b = 1, 2
a, b = b, a
print(a, b)
(a, [b, *c]), d = (1, (2, 3, 4)), 5
print(a, b, c, d)
*x, y = "abc"
print(x, y)
x = y = []
x.append(1)
print(y)
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, b = (1,)", "a, *b, c = (1,)", "(a, b), c = 1, 2"):
    try:
        exec(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
l = [1, 2, 3]
l[0], l[1] = l[1], l[0]
i = 0
i, l[i] = 2, 9
print(i, l)
l[1:] = [7, 8, 9]
del l[0], l[-1]
print(l)
l += (1,)
l *= 2
print(l)
t = (1,)
old = t
t += (2,)
print(t, old)
n = 7
n //= 2
n **= 3
n %= 5
n <<= 4
n |= 1
n ^= 3
n &= 0xFE
n >>= 1
n -= 1
print(n)
f = 1
f /= 4
print(f)


class O:
    pass


o = O()
o.a = o.b = 1
o.a += 5
o.l = [0]
o.l[0] += 2
print(o.a, o.b, o.l)


def calls():
    out = []

    def idx():
        out.append("i")
        return 0

    def obj():
        out.append("o")
        return l

    obj()[idx()] += 1
    return out


print(calls())
v: int = 5
u: "str"
print(v, __annotations__)


class Ann:
    a: int = 1
    b: list[int]
    print(__annotations__)


print(Ann.__annotations__)


def fn(a: int, *, b: "x" = 1) -> float:
    z: int
    return 1.0


print(fn.__annotations__)
if (q := 10) > 5:
    print(q)
print([w for x in range(5) if (w := x * x) > 3], w)
while (q := q - 3) > 0:
    print(q, end=" ")
print()
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 1 != 5, not 1 == 1)
print(1 if [] else 2, [] or 0 or "x", [] and 1, 1 and 2, not [])
for i in range(3):
    if i == 5:
        break
else:
    print("no break", i)
for i in []:
    pass
else:
    print("empty", i)
while True:
    i += 1
    if i < 5:
        continue
    break
else:
    print("never")
print(i)
try:
    del undefined
except NameError as e:
    print(e)


def g():
    global made
    made = 1
    exec("local = 5")
    try:
        local
    except NameError as e:
        print(e)
    ns = {}
    exec("r = 3 + made", globals(), ns)
    return ns, eval("made + k", {"made": 1}, {"k": 2})


print(g(), made)
print({**{"a": 1}, "b": 2, **{"a": 3}}, [*range(3), *"ab"], {*[1, 1], 2}, (*[], 1))
print({i: i * i for i in range(3)}, {c for c in "aa"}, [(i, j) for i in range(2) for j in range(i + 1)])
print("a" "b", 0x10, 0b11, 0o17, 1_000, 1e3, 1j * 1j, ..., b"\x00\xff", r"\n")
print(__name__, (lambda: (yield))().__class__.__name__)
print(2**10, -2**2, 7 // -2, 7 % -3, -7 % 3, 1 << 70, ~5, 5 @ o if False else "no")
assert (lambda x: x)(1)
pass
x = 5; y = 6; print(x, y)
if x: print("one line")
print(*[1, 2], sep="-", end="!\n")
lst = [0] * 3
for lst[1] in range(3):
    pass
print(lst)
with open(__file__) as h, open(__file__) as h2:
    print(h.readline().strip(), h2.closed)
print(h.closed)
@(lambda f: lambda: f() + 1)
def decorated():
    return 1
print(decorated())
