# a[i:j] = b[k:l] in all its forms; what is between the two slices may run anything.
def f():
    a = list(range(10)); b = list(range(100, 110)); k = 3
    a[: k + 1] = a[k::-1]; print(a)
    a[2:5] = b[2:5]; print(a, b)
    a[0:2] = b[0:5]; print(a)
    a[::2] = b[: (len(a) + 1) // 2]; print(a)
    a[1:1] = b[3:6]; print(a)
    a[:] = a[::-1]; print(a)
    a[3:] = a[:0]; print(a)
    a[k - 1 : k] = b[-1:]; print(a)
    try: a[::2] = b[0:1]
    except ValueError as e: print(e)
    a[0:2] = b[1:3]; print(a)
class K(int):
    def __add__(self, o):
        x = [1, 2, 3, 4]; y = [9, 8, 7, 6]
        x[:2] = y[1:3]
        print(x)
        return 2
def g():
    a = list('abcdef'); k = K(1)
    a[: k + 1] = a[4:6]; print(a)
    a[: k + 1] = a[0:5]; print(a)
class Boom:
    def __add__(self, o): raise ValueError('boom')
def h():
    a = list('abcdef'); k = Boom()
    for _ in range(3):
        try: a[: k + 1] = a[4:6]
        except ValueError as e: print(e, a)
    j = 1
    a[: j + 1] = a[4:6]; print(a)
class Setter(list):
    def __setitem__(self, i, v): self.got = v
class Other:
    def __setitem__(self, i, v): self.got = v
def s():
    a = list('abcdef'); k = 1
    for o in (Setter(), Other()):
        o[: k + 1] = a[2:4]; first = o.got
        o[: k + 1] = a[4:6]
        print(first, o.got, first is o.got)
    d = {}
    d[1:2] = a[2:4]; x = d[slice(1, 2)]
    d[1:2] = a[0:1]; print(x, d)
    a[0:2] = t = a[2:4]; print(a, t)
    a[0:1] = [a[1:3]]; print(a)
def rec(n):
    a = [n, n + 1, n + 2]; b = [0, 0, 0]
    class R:
        def __add__(self, o): rec(n - 1) if n else None; return 2
    k = R()
    b[: k + 0] = a[0:2]
    print(n, b)
def gen():
    a = list(range(6))
    while True:
        k = yield a[:]
        a[: k + 1] = a[k::-1]
def globals_():
    global G
    G = list(range(5))
    G[0:2] = G[3:5]; print(G)
f(); g(); h(); s(); rec(5); globals_()
it = gen(); next(it); it2 = gen(); next(it2); print(it.send(3), it2.send(1), it.send(4))
import random
random.seed(7)
for _ in range(200):
    n = random.randrange(1, 9); a = list(range(n)); b = [-x for x in range(n)]
    i, j, k, l = (random.randrange(-n - 1, n + 2) for _ in range(4)); st = random.choice([1, 1, 2, -1])
    c = list(a)
    try: a[i:j] = b[k:l:st]
    except ValueError as e: pass
    t = b[k:l:st]; c.__setitem__(slice(i, j), t)
    assert a == c, (a, c)
