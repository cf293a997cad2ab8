def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(list(), list(()), list('abc'), list(range(5)), list({1: 2}), list([1, 2]))
err(list, 1)
err(list, 1, 2)
err(lambda: list(iterable=[1]))
err(list, None)

a = [1, 2, 3]
print(a[0], a[-1], a[True], len(a), bool(a), bool([]))
for i in (3, -4, 10**20, -10**20, 'a', 1.0, None):
    err(lambda: a[i])


def setitem(l, i, v):
    l[i] = v


def delitem(l, i):
    del l[i]


for i in (3, -4, 10**20, 'a', 1.0):
    err(setitem, a, i, 0)
    err(delitem, a, i)


class Idx:
    def __index__(self):
        return 1


print(a[Idx()])
a[Idx()] = 7
print(a)
del a[Idx()]
print(a)

# operators
print([1] + [2, 3], [] + [], [1, 2] * 3, 3 * [1, 2], [1] * 0, [1] * -1, [] * 5, True * [4])
err(lambda: [1] + 1)
err(lambda: [1] + (1,))
err(lambda: [1] + None)
err(lambda: 1 + [1])
err(lambda: [1] * 'a')
err(lambda: 'a' * [1])
err(lambda: [1] * 1.5)
err(lambda: 1.5 * [1])
err(lambda: [1] * [1])
err(lambda: [1] - [1])
err(lambda: -[1])
err(lambda: [1] * 10**30)


def iadd(x, y):
    x += y
    return x


def imul(x, y):
    x *= y
    return x


print(iadd([1], (2, 3)), iadd([1], 'ab'), iadd([], {1: 2}), imul([1, 2], 2), imul([1], 0), imul([1], True))
err(iadd, [1], 1)
err(imul, [1], 'a')
err(imul, [1], 1.0)
b = [1, 2]
c = b
b += b
print(b, c is b)
b *= 2
print(b, c is b)


class R:
    def __radd__(self, other):
        return ('radd', other)

    def __rmul__(self, other):
        return ('rmul', other)


print([1] + R(), [1] * R())

# comparison
print([1, 2] == [1, 2], [1, 2] != [1, 2], [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [2] > [1, 9], [] < [1], [1] <= [1], [1] >= [2])
print([1] == (1,), [1] != (1,), [1] == [1.0], [True] == [1], [[1], [2]] == [[1], [2]])
err(lambda: [1] < (1,))
err(lambda: [1] < ['a'])
err(lambda: [1, 'a'] < [1, 2])
err(lambda: [1, 2] < 3)
nan = float('nan')
print([nan] == [nan], nan in [nan], [nan].count(nan), [nan].index(nan))

# repr, recursion
a = [1, 'a', None, 2.5, (1,), []]
print(a, str(a), repr(a))
a = []
a.append(a)
print(a, repr(a))
a = [1]
a.append([a, 2])
print(a)
b = [a]
print(b)

# contains
print(2 in [1, 2], 3 in [1, 2], 'a' in ['a'], [] in [[]], 1.0 in [1], 3 not in [1])

# hash
err(hash, [])
err(lambda: {[]: 1})

# subclass
class L(list):
    def __init__(self, *a):
        super().__init__(*a)
        self.x = 1


l = L([1, 2])
print(l, l.x, type(l), isinstance(l, list), l == [1, 2], [1, 2] == l)
print(type(l + [1]), type(l * 2), type(l[:]), type(l.copy()), type([1] + l))
l.y = 3
print(l.__dict__)
l.append(3)
print(l, len(l), l[2], l[-1:])

# __init__ again
a = [1, 2]
a.__init__([3])
print(a)
a.__init__()
print(a)

# unpacking
x, *y = [1, 2, 3]
print(x, y, [*[1, 2], *(3, 4), *'ab'])

# class getitem
print(list[int], list.__name__, list.__module__, type(list[int]).__name__)

# dunders
print([1].__len__(), [1, 2].__contains__(2), [1].__add__([2]), [1].__mul__(2), [1].__rmul__(2), [1].__eq__(1), [1].__lt__([2]))
print([1].__getitem__(0), list.__hash__, [3].__iter__().__next__())
a = [1, 2, 3]
a.__setitem__(0, 9)
a.__delitem__(1)
print(a, a.__iadd__([1]), a.__imul__(2))
print([1, 2].__reversed__().__next__())
print(sorted(n for n in dir(list) if not n.startswith('__')))
