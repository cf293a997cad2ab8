# nsmallest and nlargest: order of equal items, keys, calls of keys, iterators, errors.
import heapq
import random
from heapq import nlargest, nsmallest

random.seed(3)


class K:
    def __init__(self, k, n):
        self.k, self.n = k, n

    def __lt__(self, o):
        return self.k < o.k

    def __repr__(self):
        return f'{self.k}.{self.n}'


for size in 0, 1, 5, 60:
    l = [random.randrange(12) for _ in range(size)]
    ks = [K(random.randrange(6), n) for n in range(size)]
    for n in -1, 0, 1, 2, 5, 10, 59, 60, 100:
        assert nsmallest(n, l) == sorted(l)[:max(n, 0)], (n, l)
        assert nlargest(n, l) == sorted(l, reverse=True)[:max(n, 0)]
        assert nsmallest(n, iter(l)) == sorted(l)[:max(n, 0)]
        assert nlargest(n, iter(l), key=lambda x: -x) == sorted(l)[:max(n, 0)]
        print(nsmallest(n, ks)[:12], nlargest(n, ks)[:12], nsmallest(n, iter(ks), key=lambda x: -x.k)[:7])
calls = []
print(nsmallest(2, 'hello world', key=lambda c: calls.append(c) or c), ''.join(calls))
print(nlargest(3, [1.5, 'a'][:1]), nsmallest(2, {3: 1, 1: 2, 2: 0}), nsmallest(3, range(100, 0, -1)), nlargest(2, (x * x % 7 for x in range(9))))
for f in nsmallest, nlargest:
    for args in (2, [1, 'a', 2]), (2, 5), ('x', [1, 2]), (2, iter([1, 2, 'a'])):
        try:
            print(f(*args))
        except TypeError as e:
            print('TypeError', e)
h = [random.randrange(100) for _ in range(30)]
heapq._heapify_max(h)
print(h)
print([heapq._heapreplace_max(h, x) for x in (5, 200, 50, 7)], h)
for f, args in (heapq._heapify_max, (5,)), (heapq._heapreplace_max, ([], 1)), (heapq._heapreplace_max, (5, 1)), (heapq.heapreplace, ([], 1)), (heapq.heapify, ((),)):
    try:
        f(*args)
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)
