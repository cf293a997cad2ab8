def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e, e.args)


def s(x):
    return type(x).__name__, sorted(x, key=repr)


print(set(), frozenset(), {1}, frozenset([1]), set('a'), repr({'x'}), {(1, 2)}, {frozenset()})
for C in (set, frozenset):
    print(s(C()), s(C([1, 2, 1])), s(C('hello')), s(C({1: 2})), s(C(range(3))), s(C({1, 2})), s(C(frozenset('ab'))))
    err(C, 1)
    err(C, 1, 2)
    err(C, [[]])
    err(lambda: C(iterable=[]))
    a, b = C('abcd'), C('cdef')
    print(s(a | b), s(a & b), s(a - b), s(a ^ b), len(a), bool(a), bool(C()))
    print(s(a.union(b)), s(a.intersection(b)), s(a.difference(b)), s(a.symmetric_difference(b)))
    print(s(a.union()), s(a.union('xy', [1], {2: 3})), s(a.intersection()), s(a.intersection('abx', 'bcy')), s(a.difference()), s(a.difference('a', ['b'])), s(a.symmetric_difference('ax')))
    print(s(a.intersection({'a': 1})), s(a.difference({'a': 1})), s(a.symmetric_difference({'a': 1})))
    print(a == b, a != b, a == C('dcba'), a < b, C('ab') < a, C('ab') <= a, a <= a, a < a, a > C('ab'), a >= C('abcd'), C() < a)
    print(a == set('abcd'), a == frozenset('abcd'), a == 'abcd', a == ['a', 'b', 'c', 'd'], a < set('abcde'), set('ab') < a)
    err(lambda: a < 'abcde')
    err(lambda: a < ['a'])
    for op in ('|', '&', '-', '^'):
        err(lambda: eval('a %s "abc"' % op, {'a': a}))
        err(lambda: eval('"abc" %s a' % op, {'a': a}))
        err(lambda: eval('a %s 1' % op, {'a': a}))
        err(lambda: eval('a %s {1: 2}' % op, {'a': a}))
    err(lambda: a + a)
    err(lambda: a * 2)
    err(a.union, 1)
    err(a.intersection, 1)
    err(a.difference, 1)
    err(a.symmetric_difference, 1)
    err(a.symmetric_difference)
    err(a.union, [[]])
    err(a.intersection, [[]])
    err(a.difference, [[]])
    print(a.issubset('abcdef'), a.issubset('ab'), a.issuperset('ab'), a.issuperset('xyz'), a.isdisjoint('xyz'), a.isdisjoint('axyz'), a.issubset({'a': 1}), a.issuperset([]))
    err(a.issubset, 1)
    err(a.issuperset, 1)
    err(a.isdisjoint, 1)
    err(a.issubset)
    err(a.issuperset, [[]])
    print('a' in a, 'z' in a, 1 in C([1.0]), C([1]) in C([frozenset([1])]), {1} in C([frozenset([1])]))
    err(lambda: [] in a)
    err(lambda: {} in a)
    err(lambda: a[0])
    print(type(a.copy()).__name__, a.copy() == a, (a.copy() is a) == (C is frozenset))
    print(type(iter(a)).__name__, iter(a).__length_hint__(), sorted(iter(a)))
    print(C[int], s({1} | C([2])), s(C([2]) | frozenset([1])), s(C([1]) & {1.0}), s(C('a') ^ frozenset('b')))
    print(sorted(n for n in dir(C) if not n.startswith('__')))
    print(a.__len__(), a.__contains__('a'), a.__eq__(1), a.__or__('x'), a.__and__(b) == a & b, a.__ror__(b) == a | b, a.__rsub__(b) == b - a)


class RaisesEq:
    def __hash__(self):
        return 1

    def __eq__(self, o):
        raise ZeroDivisionError('eq')


err(lambda: {RaisesEq(), RaisesEq()})
err(lambda: 1 in {RaisesEq()})
err(lambda: {RaisesEq()} == {1})
err(lambda: {RaisesEq()} | {1})
print(hash(frozenset('abc')) == hash(frozenset('cba')), hash(frozenset()) == hash(frozenset([])), hash(frozenset([1])) == hash(frozenset([1.0])), hash(frozenset('ab')) == hash(frozenset('abc')))
err(hash, set())
err(lambda: {set()})
print({frozenset([1, 2]): 'x'}[frozenset([2, 1])], len({frozenset([i, j]) for i in range(10) for j in range(10)}))
f = frozenset('ab')
print(frozenset(f) is f, f.copy() is f)
for n in ('add', 'remove', 'update', 'pop', 'clear', 'discard'):
    print(hasattr(f, n))
g = f
g |= {'c'}
print(s(g), s(f))


class S(set):
    pass


class F(frozenset):
    def __new__(cls, *a):
        return super().__new__(cls, *a)


x = S([1])
x.attr = 5
print(x, S(), x.attr, type(x | {2}).__name__, type(x.copy()).__name__, type(x.union([2])).__name__, type(x & x).__name__, x == {1}, {1} == x)
y = F([1])
y.attr = 6
print(y, F(), y.attr, type(y | {2}).__name__, type(y.copy()).__name__, hash(y) == hash(frozenset([1])), y == frozenset([1]), frozenset(y) is y)
x |= {2}
print(type(x).__name__, sorted(x), x.attr)
z = S()
z.add(F())
print(z)
a, b = sorted({1, 2})
print(a, b, sum({1, 2, 3}), max({1, 5, 3}), [*{7}], len({*range(5), *'ab'}))
print({1, True, 1.0}, {0, False}, {'a', 'a'})
