def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e, e.args)


d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('z'), d.get('z', 5), d.get('a', 5))
err(d.get)
err(d.get, 1, 2, 3)
err(d.get, [])
err(lambda: d.get('a', default=1))
print(d.setdefault('a', 9), d.setdefault('c', 3), d.setdefault('d'), d)
err(d.setdefault)
err(d.setdefault, [])
err(d.setdefault, 1, 2, 3)
print(d.pop('a'), d.pop('zz', 'def'), d)
err(d.pop, 'zz')
err(d.pop)
err(d.pop, [], 1)
err(d.pop, 1, 2, 3)
err({}.pop, 'x')
err({}.pop, [], 5)
print(d.popitem(), d.popitem(), d)
d.popitem()
err(d.popitem)
err(d.popitem, 1)
d = {1: 2}
print(d.copy(), d.copy() is d, d.clear(), d)
err(d.copy, 1)
err(d.clear, 1)
print(d.update({1: 2}), d.update([(3, 4)]), d.update(a=5), d.update({1: 0}, b=6), d.update(), d.update(()), d)
err(d.update, 1)
err(d.update, 1, 2)
err(d.update, [1])
err(d.update, [(1, 2, 3)])
err(d.update, ['a'])
err(d.update, [[]])
err(d.update, {1: 2}, {3: 4})
d.update(d)
print(d)
d.update((str(i), i) for i in range(3))
print(d)
print(dict.fromkeys('abc'), dict.fromkeys([1, 2], 'x'), dict.fromkeys({3: 4}), {}.fromkeys(range(3), []), dict.fromkeys(()), dict.fromkeys({5, 6}, 1))
err(dict.fromkeys)
err(dict.fromkeys, 1)
err(dict.fromkeys, [[]])
err(dict.fromkeys, 1, 2, 3)
print({}.keys(), {1: 2}.keys(), {1: 2}.values(), {1: 2}.items())
err({}.keys, 1)

# a __eq__ that changes the dict


class Evil:
    def __init__(self, d):
        self.d = d

    def __hash__(self):
        return 1

    def __eq__(self, o):
        self.d.clear()
        return False


d = {}
d[Evil(d)] = 1
d[2] = 2
print(d.get(1), d)
for i in range(20):
    d[i + 2] = i
d[Evil(d)] = 1
print(1 in d, len(d))


class RaisesEq:
    def __hash__(self):
        return 1

    def __eq__(self, o):
        raise ZeroDivisionError


d = {RaisesEq(): 1}
err(lambda: d[1])
err(d.get, 1)
err(setitem := d.__setitem__, 1, 1)
err(d.pop, 1)
print(2 in d)


class RaisesHash:
    def __hash__(self):
        raise ZeroDivisionError('hash')


err(lambda: d[RaisesHash()])
err(lambda: {RaisesHash(): 1})
err(lambda: RaisesHash() in {})
err({}.pop, RaisesHash(), 1)


# changes while iterating
def change(d, f):
    try:
        n = 0
        for k in d:
            n += 1
            f(d, k)
            if n > 100:
                print('endless')
                break
        print('ok', n)
    except RuntimeError as e:
        print('RuntimeError', e)


change({1: 1, 2: 2}, lambda d, k: d.pop(k))
change({1: 1, 2: 2}, lambda d, k: d.update({k + 10: 1}))
change({1: 1, 2: 2}, lambda d, k: d.update({k: 5}))
change({1: 1, 2: 2}, lambda d, k: d.clear())
change({1: 1, 2: 2}, lambda d, k: d.setdefault(k, 5))
d = {1: 1, 2: 2, 3: 3}
it = iter(d)
next(it)
d[4] = 4
for i in range(2):
    err(next, it)
d = {1: 1}
it = iter(d.items())
print(next(it))
err(next, it)
d[2] = 2
print(list(it))
d = {}
for i in (1, 2, 3):
    d[i] = i
it = iter(d)
next(it)
del d[1]
d[1] = 0
print(next(it), next(it))
err(next, it)
for n in ('keys', 'values', 'items'):
    d = {1: 'a', 2: 'b', 3: 'c'}
    it = iter(getattr(d, n)())
    print(type(it).__name__, it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__())
    it = reversed(getattr(d, n)())
    print(type(it).__name__, it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__())
print(type(iter({})).__name__, type(reversed({})).__name__, list(reversed({})), list(reversed({1: 2, 3: 4})))
for k, v in {1: 2, 3: 4}.items():
    print(k, v)
a, b = {1: 2, 3: 4}
print(a, b, [*{5: 6}], {**{1: 2}, **{3: 4}}, max({1: 2, 3: 4}), sorted({3: 1, 2: 1}))
