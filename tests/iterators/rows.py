# zip, enumerate and pairwise over lists, tuples, ranges and others: taken apart, kept,
# with iterators that occur twice, lists that change, and ends at different places.
from itertools import pairwise, count


def show(it):
    kept = []
    for x in it:
        kept.append(x)
    print(kept, end=' ')


def gen(*items):
    for x in items:
        yield x


for a, b in (([1, 2, 3], (4, 5, 6)), ([1, 2], range(5)), (range(5), [1, 2]), ([], [1]), ([1], []), ('ab', [1, 2, 3]), (gen(1, 2), [3, 4, 5]), ({1: 2}, (3, 4)), ([1, 2, 3], gen(4, 5))):
    a, b = list(a) if not hasattr(a, '__len__') else a, b
    for x, y in zip(a, b):
        print(x, y, end=' ')
    show(zip(a, b))
    show(enumerate(a))
    show(pairwise(a))
    for i, x in enumerate(a, 5):
        print(i, x, end=' ')
    for x, y in pairwise(a):
        print(x, y, end=' ')
    print()
it = iter(range(10))
for a, b, c in zip(it, it, it):
    print(a, b, c, end=' ')
print(list(it))
it = iter([1, 2, 3, 4, 5])
for a, b in zip(it, it):
    print(a, b, end=' ')
print(next(it, 'end'))
x, y = iter([1, 2, 3]), iter([1, 2])
for a, b in zip(x, y):
    pass
print(next(x, 'end'), next(y, 'end'))
x, y = iter((1, 2, 3)), iter((1, 2))
for a in zip(y, x):
    pass
print(next(x, 'end'), next(y, 'end'))
for t in zip([1, 2], (3, 4), range(5, 7), 'ab'):
    print(t, end=' ')
for a, b, c, d in zip([1, 2], (3, 4), range(5, 7), range(2)):
    print(a, b, c, d, end=' ')
for a, in zip([1, 2]):
    print(a, end=' ')
for t in zip():
    print(t)
for a, b in zip(range(2), count()):
    print(a, b, end=' ')
print()
l = [1, 2, 3]
for i, x in enumerate(l):
    print(i, x, end=' ')
    if i < 4:
        l.append(x)
l = [1, 2, 3, 4, 5, 6]
for a, b in zip(l, l):
    print(a, b, end=' ')
    l.pop()
l = [1, 2, 3, 4, 5, 6]
for a, b in pairwise(l):
    print(a, b, end=' ')
    l.pop()
l.extend('abcdef')
for a, b in zip(l, (1, 2, 3, 4, 5, 6, 7, 8, 9)):
    print(a, b, end=' ')
    if len(l) < 12:
        l.insert(0, 'x')
print()


def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


def wrong(it):
    for a, b in it:
        pass


def wrong3(it):
    for a, b, c in it:
        pass


attempt(lambda: wrong(zip([1], [2], [3])))
attempt(lambda: wrong3(zip([1], [2])))
attempt(lambda: wrong3(enumerate([1])))
attempt(lambda: wrong3(pairwise([1, 2])))
attempt(lambda: wrong(zip([1, 2], [3], strict=True)))
attempt(lambda: wrong(zip([1], (3, 4), strict=True)))
attempt(lambda: wrong(zip([1, 2], (3, 4), strict=True)))
z = zip([1, 2, 3], 'abc', strict=True)
attempt(lambda: wrong(z))
print(next(z, 'end'))
e = enumerate([1, 2, 3], 2**63 - 2)
for i, x in e:
    print(i, x, end=' ')
for i, x in enumerate('ab', -1):
    print(i, x, end=' ')
for i, x in enumerate((7, 8), True):
    print(i, x, end=' ')
e = enumerate([5, 6, 7, 8])
print(next(e), [i + x for i, x in e], next(e, 'end'))
p = pairwise([1, 2, 3, 4])
print(next(p), [(b, a) for a, b in p], next(p, 'end'))
for i, (a, b) in enumerate(zip([1, 2], [3, 4])):
    print(i, a, b, end=' ')
for (i, a), b in zip(enumerate('xy'), [3, 4]):
    print(i, a, b, end=' ')
print(dict(zip('ab', [1, 2])), {b: a for a, b in enumerate('xyz')}, sum(i * x for i, x in enumerate([3, 4, 5])), sorted(zip([2, 1], [1, 2])))


class Z(zip):
    def __next__(self):
        return super().__next__() + ('z',)


class E(enumerate):
    pass


for a, b, c in Z([1, 2], [3, 4]):
    print(a, b, c, end=' ')
for a, b in E([1, 2]):
    print(a, b, end=' ')
nested = zip([1, 2, 3], pairwise([4, 5, 6, 7]))
for a, (b, c) in nested:
    print(a, b, c, end=' ')
for x in iter([1, 2]):
    for y in iter((3, 4)):
        for z in iter(range(2)):
            print(x, y, z, end=' ')
print()
