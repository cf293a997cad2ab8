# heapq: the heap's order after each operation, stability, errors.
import heapq
import random

r = random.Random(5)
for n in (0, 1, 2, 3, 7, 10, 50):
    data = [r.randrange(30) for _ in range(n)]
    heap = data[:]
    heapq.heapify(heap)
    print(heap)
    pushed = []
    for x in data:
        heapq.heappush(pushed, x)
    print(pushed, [heapq.heappop(pushed) for _ in range(n)] == sorted(data), pushed)
    if n:
        print(heapq.heapreplace(heap, 15), heapq.heappushpop(heap, -1), heapq.heappushpop(heap, 99), heap)
    print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(1, data), heapq.nsmallest(1, data), heapq.nlargest(0, data), heapq.nsmallest(-1, data), heapq.nlargest(n + 5, iter(data)), heapq.nsmallest(n, iter(data)))

words = 'the quick brown fox jumps over the lazy dog again and again'.split()
heap = words[:]
heapq.heapify(heap)
print(heap, [heapq.heappop(heap) for _ in words])
print(heapq.nlargest(4, words, key=len), heapq.nsmallest(4, words, key=len), heapq.nlargest(2, iter(words), key=str.upper), heapq.nsmallest(20, iter(words), len))
print(heapq.nlargest(3, [(1, 'a'), (1, 'b'), (0, 'c'), (1, 'd')], key=lambda p: p[0]), heapq.nsmallest(3, iter([(1, 'a'), (1, 'b'), (0, 'c'), (1, 'd')]), key=lambda p: p[0]))
heap = []
for task in ((5, 'write'), (7, 'release'), (1, 'spec'), (3, 'tests')):
    heapq.heappush(heap, task)
print(heapq.heappop(heap), heap)

print(list(heapq.merge([1, 3, 5], [2, 4, 6], [], [0, 9])), list(heapq.merge()), list(heapq.merge([1, 2])), list(heapq.merge('ac', 'bd', key=str.upper)))
print(list(heapq.merge([5, 3, 1], [6, 4, 2], reverse=True)), list(heapq.merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len)), list(heapq.merge(['kangaroo', 'fish', 'cat'], ['horse', 'dog'], key=len, reverse=True)))
print(list(heapq.merge([(1, 'a'), (2, 'a')], [(1, 'b'), (2, 'b')], key=lambda p: p[0])), list(zip(range(5), heapq.merge(iter(range(0, 10 ** 9, 2)), iter(range(1, 10 ** 9, 2))))))


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return 'I%d' % self.n


heap = [Item(n) for n in (5, 2, 8, 1)]
heapq.heapify(heap)
print(heap, heapq.heappop(heap), heapq.heappushpop(heap, Item(0)), heapq.heapreplace(heap, Item(6)), heap, heapq.nlargest(2, heap), heapq.nsmallest(2, iter(heap)))


class Sub(list):
    pass


s = Sub([3, 1, 2])
heapq.heapify(s)
print(s, type(s), heapq.heappop(s))


class Shrink:
    def __lt__(self, other):
        heap.clear()
        return False


for f in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappushpop([], 1), lambda: heapq.heappush((), 1), lambda: heapq.heapify(5), lambda: heapq.heappop('a'),
          lambda: heapq.heappush([1], 'a'), lambda: heapq.heapify([1, 'a']), lambda: heapq.heappush([]), lambda: heapq.nlargest(2, 5), lambda: heapq.nlargest(2, [1, 'a', 2]), lambda: heapq.heappush([None], None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
heap = [Shrink(), Shrink(), Shrink(), Shrink()]
try:
    heapq.heappop(heap)
except RuntimeError as e:
    print(e)
print(sorted(heapq.__all__))
