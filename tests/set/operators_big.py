# Operators on large sets and on ones with deleted items.
def check(a, b):
    for x, y in ((a, b), (b, a)):
        both = [v for v in x if v in y]
        only = [v for v in x if v not in y]
        assert sorted(x & y) == sorted(both) and sorted(x - y) == sorted(only)
        assert sorted(x.intersection(list(y))) == sorted(both)
        assert sorted(x.difference(iter(y))) == sorted(only)
        assert len(x | y) == len(only) + len(y) and sorted(x ^ y) == sorted(only + [v for v in y if v not in x])
        r = x & y
        for v in both:
            r.remove(v)
        assert r == set()
        r = x - y
        r.update(y)
        assert r == x | y and r.issuperset(x)
        assert type(frozenset(x) & y).__name__ == 'frozenset'


for n in (0, 1, 5, 8, 9, 30, 1000, 3000):
    a, b = set(range(n)), set(range(n // 2, n + n // 2))
    check(a, b)
    check(a, a)
    for i in range(0, n, 3):
        a.discard(i)
    check(a, b)
    b -= {n - 1, n}
    check(a, b)
    check(set(map(str, a)), set(map(str, b)))
    print(n, len(a & b), len(a - b))


class K:
    def __init__(self, n, other=None):
        self.n = n
        self.other = other

    def __hash__(self):
        return self.n % 4

    def __eq__(self, o):
        if self.other is not None and len(self.other) > 3 and len(changes) < 40:
            changes.append(1)
            k = self.other.pop()
            self.other.add(k)
        return self.n == o.n


changes = []
a = {K(i) for i in range(12)}
b = set()
b.update(K(i, b) for i in range(6, 18))
try:
    for op in (set.__and__, set.__rand__, set.__sub__, set.__rsub__):
        r = op(a, b)
        changes.clear()
        assert len({k.n for k in r}) == len(r)
except RuntimeError as e:
    pass
print('done')
