def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


a = [1]
print(a.append(2), a)
err(a.append)
err(a.append, 1, 2)
err(lambda: a.append(object=1))
print(a.extend([3, 4]), a.extend(x for x in 'ab'), a.extend(()), a.extend(range(2)), a.extend({5: 6}), a)
err(a.extend, 1)
err(a.extend)
a.extend(a)
print(a, len(a))


def bad():
    yield 1
    yield 2
    raise KeyError('x')


a = [0]
err(a.extend, bad())
print(a)

a = [1, 2, 3]
a.insert(0, 0)
a.insert(10, 'end')
a.insert(-1, 'x')
a.insert(-100, 'first')
a.insert(True, 'one')
print(a)
err(a.insert, 1)
err(a.insert, 'a', 1)
err(a.insert, 1.5, 1)
err(a.insert, 10**30, 1)

a = list(range(6))
print(a.pop(), a.pop(0), a.pop(-2), a.pop(1), a)
err(a.pop, 5)
err(a.pop, -3)
err(a.pop, 'a')
err(a.pop, 1, 2)
err([].pop)
err([].pop, 0)
err(a.pop, 10**30)

a = [1, 2, 3, 2]
print(a.remove(2), a)
err(a.remove, 9)
err(a.remove)
print(a.count(2), a.count(9), [1, True, 1.0].count(1), a.index(3), a.index(2, 1), a.index(2, -1), a.index(2, 0, 10**30), a.index(2, -10**30))
err(a.index, 9)
err(a.index, 1, 1)
err(a.index, 1, 0, 0)
err(a.index, 'a')
err(a.index, [1])
err(a.index)
err(a.index, 1, 'a')
err(a.index, 1, None)
err(a.index, 1, 0, 1, 2)

print(a.reverse(), a, a.copy(), a.copy() is a, a.clear(), a)
err([].copy, 1)
err([].clear, 1)
err([].reverse, 1)


# == that changes the list
class Evil:
    def __init__(self, l):
        self.l = l

    def __eq__(self, other):
        self.l.clear()
        return False


l = []
l.extend([Evil(l), 1, 2, 3])
print(1 in l, l)
l.extend([Evil(l), 1, 2, 3])
err(l.index, 3)
l.extend([Evil(l), 1, 2, 3])
err(l.remove, 3)
l.extend([Evil(l), 1, 2, 3])
print(l.count(3))
l.extend([Evil(l), 1, 2, 3])
print(l == [1, 2, 3, 4])


class Raises:
    def __eq__(self, other):
        raise ZeroDivisionError('eq')


err(lambda: 1 in [Raises()])
err([Raises()].index, 1)
err([Raises()].count, 1)
err([Raises()].remove, 1)
err(lambda: [Raises()] == [1])

# iteration while it changes
a = [1, 2, 3]
out = []
for x in a:
    out.append(x)
    if x < 3:
        a.append(x + 10)
print(out)
a = [1, 2, 3, 4]
out = []
for x in a:
    out.append(x)
    a.remove(x)
print(out, a)

it = iter([1, 2])
print(next(it), it.__length_hint__(), next(it), next(it, 'end'), next(it, 'end'), it.__length_hint__())
a = [1]
it = iter(a)
print(list(it))
a.append(2)
print(list(it))
r = reversed([1, 2, 3])
print(r.__length_hint__(), next(r), list(r), list(r))
print(type(iter([])).__name__, type(reversed([])).__name__)
big = list(range(1000))
for i in range(990):
    big.pop()
print(big, len(big))
for i in range(5):
    big.insert(0, i)
print(big)
print([].__sizeof__() >= 0)
