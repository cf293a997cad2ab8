# Lists of ints, floats and strings, mixed ones, and what is not a list.
from bisect import *

lists = [[], [1], [1, 1, 1], list(range(0, 50, 2)), [1.5, 2.5, 2.5, 9.0], ['a', 'b', 'b', 'é', 'z'], [1, 2.0, 2, 3.5, 10**30], [False, 1, True, 2],
         [float('nan'), 1.0, 2.0], [b'a', b'b'], [(1, 2), (1, 3)], (1, 2, 3), 'abc', range(9)]
for l in lists:
    for x in [0, 1, 2, 24, 25, 99, -1, 1.0, 2.5, 3.0, float('inf'), float('nan'), 'b', 'é', '', b'a', (1, 3), 10**30, True, None]:
        try:
            print(bisect(l, x), bisect_left(l, x), bisect_right(l, x), bisect_left(l, x, 1), bisect_right(l, x, 0, 1 if l else 0), end=' ')
        except Exception as e:
            print(type(e).__name__, e, end=' ')
    print()


class L(list):
    def __getitem__(self, i):
        print('get', i, end=' ')
        return super().__getitem__(i)

    def insert(self, i, x):
        print('insert', i, end=' ')
        super().insert(i, x)


l = L([1, 2, 3])
print(bisect_left(l, 2), insort(l, 2), insort_left(l, 2), insort_right(l, 0), list(l))
l = []
for x in [5, 3, 5, 1, 4, 1, 5, 9, 2, 6, 5]:
    insort(l, x)
print(l)
l = []
for i in range(1000):
    insort(l, i * 7919 % 1009)
print(l == sorted(l), len(l))
l = ['b', 'd']
print(insort_left(l, 'c'), insort_left(l, 'a'), insort_right(l, 'z'), l)
m = [1, True, 1.0]
insort_left(m, 1)
insort_right(m, 1.0)
print(m)
print(bisect([1, 2], 1, key=lambda x: -x), insort(l, 'q', key=str.upper), l)


class Cut:
    def __init__(self, l):
        self.l = l

    def __lt__(self, o):
        self.l.clear()
        return False

    __gt__ = __lt__


l = list(range(10))
try:
    print(bisect_left(l, Cut(l)))
except IndexError as e:
    print(e)
