def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e, e.args)


a = {1}
print(a.add(2), a.add(1), sorted(a))
err(a.add)
err(a.add, [])
err(a.add, {1})
err(a.add, 1, 2)
print(a.discard(2), a.discard(99), a)
err(a.discard, [])
err(a.discard)
print(a.remove(1), a)
err(a.remove, 1)
err(a.remove, 'x')
err(a.remove, [])
err(a.remove, (1, 2))
err(a.remove, {1})
a = {frozenset([1]), 5}
print({1} in a, a.remove({1}), a, a.discard({7}))
a = {1, 2, 3}
out = {a.pop(), a.pop(), a.pop()}
print(out == {1, 2, 3}, a)
err(a.pop)
err(a.pop, 1)
a = {1, 2}
print(a.clear(), a)
a = {1, 2, 3, 4}
print(a.update([5], 'x', {7: 8}), sorted(a, key=str), a.update())
err(a.update, 1)
err(a.update, [[]])
a = {1, 2, 3, 4}
print(a.intersection_update([1, 2, 9], {1, 3}), a, a.intersection_update(), a)
err(a.intersection_update, 1)
a = {1, 2, 3, 4}
print(a.difference_update([1], {2}), sorted(a), a.difference_update(), a.difference_update(a), a)
err(a.difference_update, 1)
a = {1, 2}
print(a.symmetric_difference_update([2, 3]), sorted(a), a.symmetric_difference_update(a), a)
err(a.symmetric_difference_update, 1)
err(a.symmetric_difference_update)
b = a = {1, 2, 3}
a |= {4}
a &= {1, 2, 4}
a -= {1}
a ^= {2, 9}
print(sorted(a), a is b)
a |= a
a &= a
print(sorted(a))
a -= a
print(a)
a = {1}
a ^= a
print(a)


def ior(x, y):
    x |= y


def iand(x, y):
    x &= y


def isub(x, y):
    x -= y


def ixor(x, y):
    x ^= y


for f in (ior, iand, isub, ixor):
    err(f, {1}, [1])
    err(f, {1}, 1)
    err(f, {1}, {1: 2})
a = {1, 2}
a |= frozenset([3])
a |= {5: 6}.keys()
print(sorted(a))
a.__init__([7])
print(a)
a.__init__()
print(a)


def change(s, f):
    try:
        n = 0
        for k in s:
            n += 1
            f(s, k)
            if n > 50:
                break
        print('ok', n)
    except RuntimeError as e:
        print('RuntimeError', e)


change({1, 2}, lambda s, k: s.add(k + 10))
change({1, 2}, lambda s, k: s.discard(k))
change({1, 2}, lambda s, k: s.add(k))
change({1, 2, 3}, lambda s, k: s.clear())
s = {1, 2, 3}
it = iter(s)
next(it)
s.add(9)
err(next, it)
err(next, it)
s = {1}
it = iter(s)
next(it)
print(next(it, 'end'), next(it, 'end'), it.__length_hint__())

# many
s = set()
for i in range(3000):
    s.add(i * 7)
for i in range(2990):
    s.remove(i * 7)
print(sorted(s), len(s))
for i in range(20000):
    s.add(-i)
    s.remove(-i)
print(len(s), 5 in s)
while s:
    s.pop()
print(s)
big = set(range(5000))
print(len(big & set(range(2500, 9000))), len(big - set(range(100))), len(big | set(range(9000))), len(big ^ set(range(10))), big >= set(range(100)))
queue = set(range(20000))
total = 0
while queue:
    total += queue.pop()
print(total)


class Evil:
    def __init__(self, s):
        self.s = s

    def __hash__(self):
        return 1

    def __eq__(self, o):
        self.s.clear()
        return False


s = set()
s.add(Evil(s))
s.add(1)
print(len(s) <= 2)


class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 4

    def __eq__(self, o):
        return isinstance(o, K) and self.n == o.n


s = {K(i) for i in range(40)}
print(len(s), K(17) in s, K(41) in s, len(s & {K(i) for i in range(20, 60)}))
l = []
s = {1}
print(s, str(s))
