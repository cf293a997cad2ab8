# bisect: places, keys, bounds, errors.
import bisect

a = [1, 2, 2, 2, 5, 7, 7, 9]
for x in range(11):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x), bisect.bisect_left(a, x, 2), bisect.bisect_right(a, x, 2, 5), bisect.bisect_left(a, x, hi=3), bisect.bisect(a, x, lo=4, hi=None))
print(bisect.bisect([], 1), bisect.bisect_left('abcd', 'c'), bisect.bisect((1.5, 2.5), 2), bisect.bisect_left(range(0, 10 ** 12, 3), 10 ** 6))
words = ['fig', 'kiwi', 'apple', 'banana']
print(bisect.bisect_left(words, 5, key=len), bisect.bisect_right(words, 5, key=len), bisect.bisect(words, 4, key=len, lo=2))
out = []
for x in [5, 1, 4, 1, 3, 9, 2, 6]:
    bisect.insort(out, x)
print(out)
out = []
for x in [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')]:
    bisect.insort_left(out, x, key=lambda p: p[0])
print(out)
out = []
for x in [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')]:
    bisect.insort_right(out, x, key=lambda p: p[0])
print(out)
b = [1, 2, 3]
bisect.insort_left(b, 2.0)
bisect.insort(b, True)
bisect.insort(b, 0, 2, 3)
print(b, bisect.insort(b, 5))


class Rows:
    def __init__(self, rows):
        self.rows = rows

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, i):
        return self.rows[i]

    def insert(self, i, x):
        print('insert', i, x)


rows = Rows([1, 3, 5])
print(bisect.bisect(rows, 3), bisect.bisect_left(rows, 3), bisect.insort(rows, 4))
for f in (lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(5, 1), lambda: bisect.bisect([1, 2], 'a'), lambda: bisect.bisect([1], 1, 0, 5), lambda: bisect.insort((1, 2), 1), lambda: bisect.bisect([1]), lambda: bisect.bisect([1], 1, key=5),
          lambda: bisect.bisect([1, 2], 1, 'x'), lambda: bisect.insort([None], 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
