# Iterators whose items are tuples, taken apart at once, kept, and asked in turn; and
# those that end, begin again or change under way.
from itertools import *
import operator


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for r in range(5):
    print(r, list(combinations('abc', r)), list(combinations_with_replacement('ab', r)), list(permutations('abc', r)))
    print(list(product('ab', repeat=r)), list(product('', repeat=r)))
print(list(permutations(range(4)))[::5], list(permutations([])), list(product()), list(product('ab', [1], 'xy')))
for a, b in product([1, 2], 'xyz'):
    print(a, b, end=' ')
for a, b, c in combinations('abcde', 3):
    print(a + b + c, end=' ')
for a, b in combinations_with_replacement(range(3), 2):
    print(a, b, end=' ')
for a, b, c in permutations('abcd', 3):
    print(a + b + c, end=' ')
for a, in combinations('ab', 1):
    print(a, end=' ')
print([a + b for a, b in product('ab', 'cd')], {a: b for a, b in permutations([1, 2])}, sum(a * b for a, b in combinations(range(9), 2)))
print(a, b, c)


def wrong():
    for a, b, c in product('ab', 'cd'):
        pass


def wrong2():
    for a, b in combinations('abcd', 3):
        pass


attempt(wrong)
attempt(wrong2)
p = product('ab', 'cd')
print(next(p), *(x for x, y in p), list(p), next(p, 'end'))
p = permutations('abcd', 2)
for n, (a, b) in enumerate(p):
    if n == 3:
        break
print(a, b, next(p), len(list(p)))
rows = [x for x in product([0, 1], repeat=3)]
print(rows, len(set(map(id, rows))) == 8)
row = None
for row in combinations([1, 2, 3], 2):
    x, y = row
    print(row, x, y, end=' ')
for (a, b), c in zip(product('ab', 'cd'), count()):
    print(a, b, c, end=' ')
for (a, b), *rest in product([(1, 2)], 'xy'):
    print(a, b, rest, end=' ')
print()
l = [1, 2, 3]
for a, b in product(l, l):
    l.append(9)
    print(a, b, end=' ')
print(len(l))


class P(product):
    def __next__(self):
        return super().__next__()[::-1]


class C(chain):
    pass


for a, b in P('ab', 'xy'):
    print(a, b, end=' ')
print(list(P('ab', repeat=2)), list(C([1], (2,))))


# Chains of lists, tuples and others, which may grow or shrink.
def g(n):
    print('start', n, end=' ')
    yield n
    yield n * 2
    return 'value'


print(list(chain()), list(chain([], (), '')), [x for x in chain([1, 2], (3,), 'ab', g(5), range(2), [], {7: 8})])
for x in chain.from_iterable([[1, 2], [], (3, 4), 'x', g(6)]):
    print(x, end=' ')
l = [1, 2, 3]
for x in chain(l, l):
    print(x, end=' ')
    if len(l) < 5:
        l.append(x * 10)
l = [1, 2, 3, 4]
for x in chain(l, [0]):
    print(x, end=' ')
    l.pop()
l = [[1], [2]]
for x in chain.from_iterable(l):
    print(x, end=' ')
    if len(l) < 4:
        l.append((x, x))
print()
c = chain([1, 2], (3,), [4])
print(next(c), next(c), [x for x in c], next(c, None), list(c))
attempt(lambda: list(chain([1], 5)))
attempt(lambda: list(chain([1], None, [2])))
attempt(lambda: list(chain.from_iterable(5)))


def bad():
    yield 1
    raise ValueError('bad')


c = chain([0], bad(), [2])
attempt(lambda: list(c))
attempt(lambda: list(c))


def delegate():
    r = yield from chain(g(1))
    print(r)


print(list(delegate()))


class L(list):
    def __iter__(self):
        return iter('L!')


print(list(chain(L([1]), [L([2])])), list(chain.from_iterable(L([[1]]))))
nested = [1]
for _ in range(3000):
    nested = chain(nested)
attempt(lambda: list(nested) if False else next(chain([5], nested)))

# count, repeat, cycle.
for x in count(5):
    if x > 8:
        break
    print(x, end=' ')
for x in count(2**63 - 3):
    print(x, end=' ')
    if x > 2**63:
        break
for x in count(-2**63, -1):
    print(x, end=' ')
    if x < -2**63 - 1:
        break
for x in count(0.5, 0.25):
    print(x, end=' ')
    if x > 1:
        break
c = count(1, 3)
for x in c:
    if x > 10:
        break
print(next(c), c, count(True), next(count(True)))
r = repeat('x', 4)
for x in r:
    print(x, r, end=' ')
print(next(r, 'end'), r, list(repeat(1, 0)), list(repeat(2, -1)), list(zip(repeat(3), 'ab')))
for x, y in repeat((1, 2), 2):
    print(x, y, end=' ')
print(list(starmap(pow, [(2, 3), [3, 2]])), list(starmap(max, [(1, 5), (4, 2)])), list(starmap(lambda *a: a, [(), (1,), 'ab', range(3)])))
attempt(lambda: list(starmap(pow, [5])))
print(list(accumulate([1, 2, 3, 4], operator.mul)), list(map(operator.sub, [5, 6], [1, 2])), operator.add('a', 'b'), operator.lt(1, 2), operator.neg(3))
attempt(lambda: operator.add(1))
attempt(lambda: operator.add(1, 2, 3))
attempt(lambda: operator.add(1, b=2))
attempt(lambda: operator.add(1, 'a'))
attempt(lambda: operator.neg('a'))
attempt(lambda: operator.iadd([1], [2]))
