from itertools import *
import itertools


def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


def take(n, it):
    return [x for _, x in zip(range(n), it)]


# count, cycle, repeat
print(take(3, count()), take(3, count(5)), take(3, count(5, -2)), take(3, count(1.5, 0.5)), take(2, count(2**63 - 1)), take(2, count(step=3)), take(2, count(1j)))
print(count(), count(5), count(5, 2), count(1.5), count(1, 1.0), count(-3, -1))
err(count, 'a')
err(count, 1, 'a')
err(count, 1, 2, 3)
c = count(7)
print(next(c), next(c), c, type(c))
print(take(7, cycle('abc')), list(cycle([])), take(3, cycle(iter([1]))))
err(cycle)
err(cycle, 1)
print(list(repeat(5, 3)), list(repeat('x', 0)), list(repeat(1, -5)), take(2, repeat([])), repeat(5), repeat(5, 3), list(repeat(object=1, times=2)))
err(repeat)
err(repeat, 1, 'a')
err(repeat, 1, None)
r = repeat(1, 3)
print(r.__length_hint__(), next(r), r)
err(repeat(1).__length_hint__)
print(list(map(pow, range(4), repeat(2))))

# accumulate
print(list(accumulate([1, 2, 3])), list(accumulate([])), list(accumulate([1, 2, 3], initial=10)), list(accumulate([], initial=5)), list(accumulate([3, 1, 4], max)), list(accumulate('abc')), list(accumulate([1, 2], func=lambda a, b: a * 10 + b)), list(accumulate([1, 2], None)), list(accumulate([1], initial=None)))
err(accumulate)
err(accumulate, 1)
err(lambda: list(accumulate([1, 'a'])))

# batched
print(list(batched('abcdefg', 3)), list(batched([], 2)), list(batched('abcd', 2, strict=True)), list(batched('ab', 10)))
err(batched, 'ab', 0)
err(batched, 'ab')
err(batched, 1, 2)
err(lambda: list(batched('abc', 2, strict=True)))

# chain
print(list(chain()), list(chain('ab', [1], (), {2: 3})), list(chain.from_iterable(['ab', [1]])), list(chain.from_iterable([])))
err(lambda: list(chain(1)))
err(lambda: list(chain([1], 2)))
err(chain.from_iterable, 1)
err(lambda: list(chain.from_iterable([1])))
ch = chain('ab', 'c')
print(next(ch), list(ch), list(ch))

# combinatorics
print(list(combinations('abcd', 2)), list(combinations(range(3), 0)), list(combinations('ab', 3)), list(combinations('abc', 3)), list(combinations([], 0)))
err(combinations, 'a', -1)
err(combinations, 'a')
err(combinations, 1, 1)
err(combinations, 'a', 'b')
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement('ab', 0)), list(combinations_with_replacement('', 2)), list(combinations_with_replacement('a', 3)))
err(combinations_with_replacement, 'a', -1)
print(list(permutations('abc')), list(permutations('abc', 2)), list(permutations('ab', 3)), list(permutations([], 0)), list(permutations('ab', 0)), len(list(permutations(range(6)))), list(permutations('ab', None)))
err(permutations, 'a', -1)
err(permutations, 'a', 1.0)
err(permutations, 1)
print(list(product('ab', [1, 2])), list(product()), list(product('ab', repeat=2)), list(product('a', [], 'b')), list(product([0, 1], repeat=3)), list(product('ab', repeat=0)), len(list(product(range(5), repeat=4))))
err(product, 1)
err(product, 'a', repeat=-1)
err(product, 'a', repeat='x')
err(lambda: product('a', foo=1))
for n in range(7):
    print(n, len(list(combinations(range(6), n))), len(list(permutations(range(5), n))), len(list(combinations_with_replacement(range(4), n))))

# filters
print(list(compress('abcdef', [1, 0, 1, 0, 1])), list(compress('ab', [True])), list(compress([], [1])), list(compress(data='ab', selectors=[0, 1])))
err(compress, 'a')
err(compress, 1, [])
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1, 5])), list(dropwhile(bool, [])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, '', 'a'])))
t = takewhile(lambda x: x < 2, [1, 5, 1, 1])
print(list(t), list(t))
err(dropwhile, bool)
err(lambda: list(dropwhile(1, [1])))
err(lambda: list(takewhile(lambda x: 1 // 0, [1])))
print(list(starmap(pow, [(2, 3), [3, 2]])), list(starmap(lambda *a: a, ['ab', ()])))
err(lambda: list(starmap(pow, [1])))

# islice
print(list(islice('abcdefg', 2)), list(islice('abcdefg', 2, 4)), list(islice('abcdefg', 2, None)), list(islice('abcdefg', 0, None, 3)), list(islice('abc', None)), list(islice('abc', 0)), list(islice('abc', 10)), list(islice('abcdef', 1, 5, 2)), list(islice('abcdef', None, None, None)), list(islice([], 3)))
err(islice, 'a')
err(islice, 'a', -1)
err(islice, 'a', 'x')
err(islice, 'a', 1, -1)
err(islice, 'a', -1, 1)
err(islice, 'a', 1, 'x')
err(islice, 'a', 'x', 1)
err(islice, 'a', 1, 2, 0)
err(islice, 'a', 1, 2, -1)
err(islice, 'a', 1, 2, 'x')
err(islice, 'a', 1, 2, 3, 4)
err(islice, 1, 1)
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 1, 3)), list(it))
it = iter(range(10))
print(list(islice(it, 2, 2)), next(it))
print(take(3, islice(count(), 3, None, 10)))

# pairwise, zip_longest
print(list(pairwise('abcd')), list(pairwise('a')), list(pairwise([])))
err(pairwise, 1)
err(pairwise)
print(list(zip_longest('ab', [1, 2, 3])), list(zip_longest('ab', 'c', fillvalue='-')), list(zip_longest()), list(zip_longest('ab')), list(zip_longest([], [1])))
err(zip_longest, 1)
err(lambda: zip_longest('a', foo=1))

# groupby
print([(k, list(g)) for k, g in groupby('aabbbca')], [(k, list(g)) for k, g in groupby([1, 2, 4, 6, 7], key=lambda x: x % 2)], list(groupby([])))
print([k for k, g in groupby('aabbc')])
g = groupby('aabb')
k1, g1 = next(g)
print(k1, next(g1))
k2, g2 = next(g)
print(list(g1), k2, list(g2), list(g2))
err(groupby)
err(groupby, 1)
err(lambda: list(groupby([1, 2], key=lambda x: 1 // 0)))
print([(k, list(g)) for k, g in groupby('AaBb', str.lower)])

# tee
a, b = tee('abc')
print(next(a), next(a), list(b), list(a), list(b))
print(tee([], 0), len(tee('a', 3)), [list(x) for x in tee('ab', 3)])
err(tee, 'a', -1)
err(tee, 1)
err(tee)
a, = tee(iter(range(200)), 1)
b, c = tee(a)
print(sum(b), sum(c), type(a).__name__)
a, b = tee(range(1000))
print(sum(a), sum(b))

for f in (count(), cycle([]), repeat(1), chain(), combinations([], 1), permutations([]), product(), groupby([]), islice([], 1), starmap(str, []), zip_longest(), pairwise([]), accumulate([]), compress([], []), batched([], 1)):
    print(type(f), iter(f) is f)
print(chain[int], sorted(n for n in dir(itertools) if not n.startswith('_')))
err(lambda: len(count()))
err(lambda: count() + 1)


class MyCount(count):
    pass


m = MyCount(3)
m.x = 1
print(next(m), m.x, m)
