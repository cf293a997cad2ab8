def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


# sequence protocol
class Seq:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * i


print(list(Seq(4)), tuple(Seq(3)), 9 in Seq(5), 8 in Seq(5), [*Seq(2)], max(Seq(4)), type(iter(Seq(1))).__name__)
it = iter(Seq(3))
print(next(it), list(it), list(it), it.__length_hint__())


class SeqLen(Seq):
    def __len__(self):
        return self.n


it = iter(SeqLen(3))
print(it.__length_hint__(), next(it), it.__length_hint__())
print(list(reversed(SeqLen(4))))
err(lambda: reversed(Seq(4)))


class Stop:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i


print(list(Stop()))


class Bad:
    def __getitem__(self, i):
        raise ValueError(i)


err(list, Bad())


class NotIter:
    def __iter__(self):
        return 5


err(iter, NotIter())
err(iter, 5)
err(iter)
err(iter, 1, 2)


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return 1


err(iter, NoIter())
err(next, [])
err(next)
err(lambda: next(iter([])))
print(next(iter([]), 'd'))

# callable iterator
l = [1, 2, 3, 4]
print(list(iter(lambda: l.pop(0), 3)), l)
it = iter(lambda: 1, 1)
print(type(it).__name__, list(it), list(it))


def stop():
    raise StopIteration


print(list(iter(stop, 0)))
err(lambda: list(iter(lambda: 1 // 0, 0)))

# enumerate
print(list(enumerate('abc')), list(enumerate('ab', 5)), list(enumerate([], 1)), list(enumerate(iterable='x', start=-1)))
print(list(enumerate('abc', 2**63 - 2)), list(enumerate('a', 10**30)), list(enumerate('ab', True)))
err(enumerate)
err(enumerate, 1)
err(enumerate, 'a', 'b')
err(enumerate, 'a', 1.0)
err(enumerate, 'a', 1, 2)
err(lambda: enumerate('a', foo=1))
e = enumerate('ab')
print(next(e), iter(e) is e, list(e), next(e, 'end'), enumerate[int])

# zip
print(list(zip()), list(zip('ab')), list(zip('ab', [1, 2, 3])), list(zip('abc', range(3), (7, 8, 9))), list(zip(*['ab', 'cd', 'ef', 'gh', 'ij'])))
print(list(zip('ab', [1, 2], strict=True)), list(zip(strict=True)), list(zip('ab', 'c', strict=False)))
err(lambda: list(zip('ab', 'c', strict=True)))
err(lambda: list(zip('a', 'cd', strict=True)))
err(lambda: list(zip('ab', 'cd', 'e', strict=True)))
err(lambda: list(zip('a', 'c', 'de', strict=True)))
err(lambda: list(zip('a', 'cd', 'e', strict=True)))
err(lambda: zip(1))
err(lambda: zip('a', 1))
err(lambda: zip('a', foo=1))
it = iter([1, 2, 3])
print(list(zip(it, it)), list(it))
z = zip('ab', 'cd')
print(iter(z) is z, next(z), dict(z), next(z, 'end'))

# map
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [3, 2], [5, 7])))
err(map)
err(map, str)
err(map, str, 1)
err(lambda: list(map(1, [1])))
err(lambda: list(map(int, ['x'])))
err(lambda: map(str, [], foo=1))
m = map(abs, [-1, -2])
print(iter(m) is m, next(m), list(m), next(m, 'end'))


def nested(n):
    return n if n < 3 else next(m2)


m2 = map(nested, [5, 1, 2])
print(list(m2))

# filter
print(list(filter(None, [0, 1, '', 'a', [], None])), list(filter(lambda x: x % 2, range(6))), list(filter(bool, [0, 2])))
err(filter)
err(filter, None)
err(filter, None, 1)
err(filter, None, [], 1)
err(lambda: list(filter(1, [1])))
f = filter(None, [1, 0, 2])
print(iter(f) is f, next(f), list(f), next(f, 'end'))

# reversed
print(list(reversed('abc')), list(reversed((1, 2))), list(reversed([1, 2])), list(reversed(range(3))), list(reversed(b'ab')), ''.join(reversed('xyz')))
err(reversed)
err(reversed, 5)
err(reversed, {1, 2})
err(reversed, iter([]))
err(reversed, 'a', 'b')
err(lambda: reversed(seq='a'))


class Rev:
    def __reversed__(self):
        return 'reversed!'


print(reversed(Rev()))


class NoRev(SeqLen):
    __reversed__ = None


err(reversed, NoRev(3))
r = reversed('ab')
print(type(r).__name__, r.__length_hint__(), next(r), r.__length_hint__(), iter(r) is r, list(r), next(r, 'end'))

# a class that is its own iterator


class Count:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


print(list(Count(3)), sum(Count(4)), tuple(Count(2)), set(Count(2)), dict.fromkeys(Count(2)), list(zip(Count(2), Count(3))), 2 in Count(3), sorted(Count(3), reverse=True))
a, *b = Count(4)
print(a, b)


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint

    def __iter__(self):
        return iter([1, 2])


print(list(Hint(5)), list(Hint(0)), list(Hint(10**9)), list(Hint(NotImplemented)))
err(list, Hint(-1))
err(list, Hint('a'))


class MyZip(zip):
    pass


class MyMap(map):
    def __init__(self, *a):
        self.x = 1


print(list(MyZip('ab', 'cd')), MyMap(str, [1]).x, list(MyMap(str, [1])))
for x in (iter([]), iter(()), iter({}), iter(set()), iter(range(1)), iter(''), iter(b''), enumerate([]), zip(), map(str, []), filter(None, [])):
    print(type(x).__name__, hasattr(x, '__next__'), hasattr(x, '__iter__'))
