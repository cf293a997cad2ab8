from collections import Counter, ChainMap, UserDict, UserList, UserString
import collections


def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


c = Counter('abracadabra')
print(c, c['a'], c['zz'], len(c), c.most_common(), c.most_common(2), c.most_common(0), sorted(c.elements()), c.total(), c.get('q'), 'q' in c)
print(Counter(), Counter(a=1, b=2), Counter({'x': 3}), Counter([1, 1, 2]), Counter(['a'], a=5), Counter(None), Counter(iterable=3))
err(Counter, 1)
err(Counter, 1, 2)
err(Counter, [[]])
err(Counter.fromkeys, 'ab')
c.update('aaa')
c.update({'z': 2}, y=1)
print(c)
c.subtract('aab')
c.subtract({'z': 5})
c.subtract(q=1)
print(c, c.most_common()[-1])
a, b = Counter(a=3, b=1, d=0), Counter(a=1, b=2, c=4)
print(a + b, a - b, a & b, a | b, +Counter(a=1, b=-1), -Counter(a=1, b=-1))
print(a == b, a == Counter(a=3, b=1), a != b, a <= b, a < b, a >= Counter(a=1), a > Counter(a=1), Counter() == {}, a == 1)
err(lambda: a + 1)
err(lambda: a < {'a': 1})
err(lambda: a | {'a': 1})
a += b
print(a)
a -= Counter(a=1)
print(a)
a |= Counter(zz=3)
a &= Counter(a=2, zz=1)
print(a)
del a['a']
del a['nothing']
print(a, a.copy(), type(a.copy()), dict(a), list(a), Counter('ab').items())
print(repr(Counter({'a': 'x', 'b': 1})), isinstance(c, dict), Counter.__name__, Counter.__module__)


class C2(Counter):
    pass


print(C2('aab'), type(C2('a') + C2('b')), type(C2('a').copy()), max(Counter('hello').values()))

# ChainMap
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['a'], m['b'], len(m), sorted(m), list(m), 'b' in m, 'z' in m, m.get('z', 0), bool(m), bool(ChainMap()), ChainMap(), m.maps)
err(lambda: m['z'])
m['c'] = 5
print(m, m.new_child({'x': 1}), m.new_child(y=2), m.parents, m.pop('c'), m)
err(lambda: m.pop('b'))
err(lambda: m.__delitem__('b'))
print(m.popitem())
err(m.popitem)
print(dict(ChainMap({'a': 1}, {'b': 2})), ChainMap({'a': 1}) == {'a': 1}, ChainMap({1: 2}) | {3: 4}, {3: 4} | ChainMap({1: 2}), ChainMap({1: 2}).copy(), sorted(ChainMap({1: 2}, {3: 4}).items()))
m |= {'n': 1}
m.clear()
m.update(k=1)
print(m, m.keys(), m.values(), m.items(), ChainMap.fromkeys('ab', 1))
err(lambda: ChainMap(5)['x'])

# User…
u = UserDict({'a': 1}, b=2)
u['c'] = 3
print(u, len(u), u['a'], 'b' in u, list(u), u.data, u.get('z'), u == {'a': 1, 'b': 2, 'c': 3}, u | {'d': 4}, {'d': 4} | u, u.copy(), type(u.copy()), u.pop('a'), sorted(u.items()))
err(lambda: u['zz'])
del u['b']
u.update(x=1)
u |= {'y': 2}
print(u, u.setdefault('q', 5), u.keys(), UserDict.fromkeys('ab', 0))


class Upper(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)

    def __missing__(self, k):
        return 'missing ' + k


x = Upper(a=1)
x['b'] = 2
x.update(c=3)
print(x, x['zz'], x.get('A'), type(x.copy()))
l = UserList([3, 1, 2])
l.append(4)
print(l, len(l), l[0], l[1:], type(l[1:]).__name__, l + [5], [5] + l, l * 2, 2 * l, l == [3, 1, 2, 4], l < [4], 3 in l, sorted(l), l.index(1), l.count(3), l.data)
l.sort(reverse=True)
l.insert(0, 'x')
l.extend([7])
l += (8,)
l *= 1
del l[0]
l[0] = 'first'
l.remove(7)
l.reverse()
print(l, l.pop(), l.copy(), list(reversed(l)), UserList(), UserList('ab'), UserList(l) == l)
l.clear()
print(l)
err(lambda: UserList([1])[5])
err(lambda: UserList() + 1)
err(hash, UserList())
s = UserString('Hello')
print(s, repr(s), len(s), s[0], s[1:3], s + ' World', 'Say ' + s, s * 2, s.upper(), type(s.upper()).__name__, s == 'Hello', s < 'Z', 'ell' in s, s.find('l'), s.split('l'), s.replace('l', 'L'), s.join(['a', 'b']), hash(s) == hash('Hello'), s.startswith('He'), int(UserString('5')), s.encode(), UserString(5), s.center(9, '*'), '%s!' % s, UserString('%d') % 3, s.count('l'))
print(collections.UserString is UserString, sorted(collections.__all__))
err(lambda: collections.nothing)
from collections import *
print(Counter, OrderedDict, deque)
