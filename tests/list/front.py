# Taking items from the front, where the rest does not move.
l = list(range(2000))
print(l.pop(0), l.pop(0), l[0], l[-1], len(l))
del l[:10]
del l[0]
print(l[:3], len(l))
l.insert(0, 'a')
l[:0] = ['b', 'c']
print(l[:5], len(l))
del l[1:3]
print(l[:3])
l[:3] = ['x']
print(l[:3], len(l))
del l[5:20]
print(l[:7], len(l))
l.remove(36)
print(l[:7], len(l))
del l[-5:]
print(l[-2:], len(l))
del l[: -len(l) + 3]
print(l)

# While somebody iterates, from either end.
l = list(range(1000))
seen = 0
for x in l:
    seen += x
    l.pop(0)
print(seen, len(l), l[0])
l = list(range(1000))
it = iter(l)
print(next(it), next(it))
del l[:500]
print(next(it), it.__length_hint__())
r = reversed(l)
print(next(r))
del l[:100]
print(next(r, 'end'), next(it))
l.extend(range(3))
print(list(it)[-4:], l[0])

# A queue of many lengths: growing, shrinking, and as it is.
for size in (1, 16, 17, 255, 256, 257, 258, 300, 512, 1000, 5000):
    q = list(range(size))
    first, last = 0, size
    for i in range(3 * size + 50):
        q.append(last)
        last += 1
        assert q.pop(0) == first
        first += 1
    assert q == list(range(first, last)), size
    for i in range(size):
        q.append(last)
        last += 1
        q.append(last)
        last += 1
        assert q.pop(0) == first
        first += 1
    assert q == list(range(first, last)), size
    n = 0
    while q:
        del q[:n % 5]
        n += 1
    print(size, last, n)


# What was taken away is let go of.
class Item:
    pass


import gc
import weakref

l = [Item() for i in range(1000)]
refs = [weakref.ref(x) for x in l[:300]]
del l[:100]
for i in range(100):
    l.pop(0)
l[:100] = []
gc.collect()
print(len(l), sum(r() is None for r in refs) >= 299)

# Compared and sorted behind a start that has moved.
l = list(range(600, 0, -1))
del l[:200]
l.sort()
print(l[0], l[-1], l == list(range(1, 401)), l < l[1:], l.index(400), 401 in l)
del l[:100]
l.reverse()
l *= 2
print(l[0], l[-1], len(l), l[::150])
l = l + l[:2]
l.clear()
print(l)
