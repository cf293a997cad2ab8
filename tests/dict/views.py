def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d['d'] = 4
print(k, v, i, list(k), list(v), list(i))
print('a' in k, 'z' in k, 1 in v, 9 in v, ('a', 1) in i, ('a', 2) in i, 'a' in i, ('a',) in i, ('z', 1) in i, ['a', 1] in i)
err(lambda: [] in k)
err(lambda: ([], 1) in i)
err(lambda: [] in v)
del d['d']


def s(x):
    return sorted(x, key=repr), type(x).__name__


print(s(k & {'a', 'z'}), s(k | ['z']), s(k - {'a'}), s(k ^ {'a', 'z'}), s(k & 'ab'), s({'a': 0}.keys() & k))
print(s({'a', 'z'} & k), s({'z'} | k), s({'a', 'z'} - k), s({'a', 'z'} ^ k))
print(s(['a', 'z'] & k), s(['z'] | k), s(['a', 'z'] - k), s(['a', 'z'] ^ k))
print(s(i & {('a', 1), ('a', 2)}), s(i | [1]), s(i - {('a', 1)}), s(i ^ {('a', 1), 5}), s(i & {'a': 1, 'b': 9}.items()), s(i ^ {'a': 1, 'b': 9}.items()))
err(lambda: k & 1)
err(lambda: k | 1)
err(lambda: k - 1)
err(lambda: k ^ 1)
err(lambda: 1 & k)
err(lambda: 1 - k)
err(lambda: v & v)
err(lambda: v | v)
err(lambda: k + k)
err(lambda: {1: []}.items() | [])
print(k == {'a', 'b', 'c'}, k == d.keys(), k == ['a', 'b', 'c'], k != {'a'}, k <= {'a', 'b', 'c', 'd'}, k < k, k > {'a'}, k >= {'a', 'b', 'c'}, {'a'} < k, {'a', 'b', 'c'} == k, frozenset('abc') == k)
print(i == d.items(), i == {('a', 1), ('b', 2), ('c', 3)}, i == k, i > {('a', 1)}, v == v, v == d.values(), d.values() == d.values())
err(lambda: k < ['a'])
err(lambda: v < v)
err(lambda: k < 5)
print(k.isdisjoint({'x'}), k.isdisjoint(['a']), i.isdisjoint([('a', 1)]), k.isdisjoint({}), k.isdisjoint(k), {}.keys().isdisjoint({}.keys()))
err(k.isdisjoint, 1)
err(k.isdisjoint)
err(lambda: v.isdisjoint([]))
print(k.mapping, type(k.mapping).__name__, v.mapping['a'], i.mapping == d)
err(lambda: k.mapping.update({}))


def setitem(o, i, v):
    o[i] = v


err(setitem, k.mapping, 'a', 1)
err(lambda: k[0])
err(hash, k)
err(hash, i)
print(hash(v) == hash(v))
print(list(reversed(k)), list(reversed(v)), list(reversed(i)))
x = {}
x['k'] = x.keys()
print(x)
y = {}
y[1] = y.values()
print(y)
print(type(k)() if False else type(k).__name__, type(v).__name__, type(i).__name__)
err(type(k))
err(type(k), {})
print(sorted(n for n in dir(k) if not n.startswith('_')), sorted(n for n in dir(v) if not n.startswith('_')), sorted(n for n in dir(i) if not n.startswith('_')))
big = {n: n for n in range(5000)}
print(len(big.keys() & range(2500, 7500)), len(big.keys() - range(100)), len(big.items() ^ {n: n for n in range(10)}.items()))


class Sub(dict):
    pass


print(Sub(a=1).keys(), Sub(a=1).items().mapping)
