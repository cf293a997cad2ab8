# Many objects with __del__, most of which are gone at once: each is called once, and
# those that are alive keep what they have.
import gc

calls = 0


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        global calls
        calls += 1


class T(tuple):
    def __del__(self):
        global calls
        calls += 1


kept = []
for i in range(120000):
    d = D(i)
    if i % 1000 == 0:
        kept.append(d)
        kept.append(T((i,)))
del d
for i in range(5):
    gc.collect()
print(calls >= 120000 - 120 - 1, calls <= 120000 - 120)
print(sum(x.n for x in kept if isinstance(x, D)) == sum(range(0, 120000, 1000)), len(kept))


class Back:
    def __del__(self):
        kept.append(self)


for i in range(40000):
    Back()
for i in range(5):
    gc.collect()
print(len(kept) >= 40000 - 1)
del kept[:]
