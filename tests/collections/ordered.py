from collections import OrderedDict, defaultdict


def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(OrderedDict(), OrderedDict(a=1, b=2), OrderedDict([('x', 1), ('y', 2)]), OrderedDict({'k': 'v'}, z=3))
err(OrderedDict, 1)
err(OrderedDict, 1, 2)
err(OrderedDict, [(1, 2, 3)])
err(OrderedDict, [(1,)])
od = OrderedDict((c, i) for i, c in enumerate('abcde'))
od.move_to_end('b')
print(od)
od.move_to_end('d', last=False)
print(od, list(od), list(reversed(od)))
err(od.move_to_end, 'zz')
err(od.move_to_end)
print(od.popitem(), od.popitem(last=False), od.popitem(False), od)
err(OrderedDict().popitem)
print(od.pop('c'), od.pop('c', 'default'), od.pop(key='q', default=1))
err(od.pop, 'zz')
err(od.pop)
print(od.setdefault('n', 1), od.setdefault('n', 2), od.setdefault(key='m', default=3), od)
print(od.keys(), od.values(), od.items(), type(od.keys()), type(iter(od)), len(od.keys()), 'n' in od.keys(), od.keys() | {'x'} == {'n', 'm', 'x', 'e'})
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1}, {'b': 2, 'a': 1} == OrderedDict(a=1, b=2), OrderedDict(a=1) != OrderedDict(a=2), OrderedDict(a=1) == 1)
err(lambda: OrderedDict() < OrderedDict())
print(OrderedDict(a=1) | {'b': 2}, {'b': 2} | OrderedDict(a=1), type({'b': 2} | OrderedDict(a=1)))
err(lambda: OrderedDict() | 3)
od |= [('p', 1)]
print(od, od.copy(), type(od.copy()), od.copy() is od)
print(OrderedDict.fromkeys('ab'), OrderedDict.fromkeys('ab', 5), OrderedDict.fromkeys(iterable='a', value=1))
od.update({'u': 1}, v=2)
od.update([('w', 3)])
print(od)
err(od.update, 1)
err(od.update, 1, 2)
od.attr = 5
print(od.attr, od.__dict__)
del od['u']
od['u'] = 'again'
od['n'] = 'changed'
print(od, len(od), bool(od), od.get('zz'))
err(lambda: od['zz'])
err(lambda: od[[]])
od.clear()
print(od)
d = OrderedDict()
d['self'] = d
print(d)
d = OrderedDict(a=1, b=2)
try:
    for k in d:
        d['c' + k] = 1
except RuntimeError as e:
    print(e)
try:
    for k in d:
        d.move_to_end(k)
except RuntimeError as e:
    print(e)


class O(OrderedDict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)


o = O(a=1)
o['b'] = 2
print(o, type(o.copy()), type(o | {}), isinstance(o, dict), repr(O()))
lru = OrderedDict()
for i in range(100000):
    lru[i % 1000] = i
    lru.move_to_end(i % 1000)
    if len(lru) > 100:
        lru.popitem(last=False)
print(len(lru), next(iter(lru)), lru.popitem())
for k, v in OrderedDict(a=1).items():
    print(k, v)
print(isinstance(OrderedDict(), dict), OrderedDict.__mro__, OrderedDict.__module__)

# defaultdict
dd = defaultdict(list)
print(dd, dd['a'], dd['b'].append(1), dd, dd.get('zz'), 'zz' in dd, len(dd), dd.default_factory)
err(defaultdict, 1)
err(defaultdict, list, 1)
err(defaultdict, list, {}, 1)
print(defaultdict(), defaultdict(None, {1: 2}), defaultdict(int, a=1), defaultdict(int, [(1, 2)], b=3))
err(lambda: defaultdict()['x'])
err(lambda: defaultdict(None)[1, 2])
c = defaultdict(int)
for ch in 'mississippi':
    c[ch] += 1
print(c, dict(c), c == {'m': 1, 'i': 4, 's': 4, 'p': 2})
print(c.copy(), type(c.copy()), c | {'z': 1}, {'z': 1} | c, type({} | c))
err(lambda: c | 1)
c.default_factory = None
err(lambda: c['new'])
c.default_factory = lambda: 'made'
print(c['new'], c.__missing__('newer'), c['newer'])
del c.default_factory
print(c.default_factory)
n = defaultdict(lambda: defaultdict(int))
n['a']['b'] += 1
print(n['a'], n['a']['b'])


class DD(defaultdict):
    def __missing__(self, key):
        return 'sub ' + key


x = DD(int)
x.attr = 1
print(x['q'], x, x.attr, type(x.copy()))
err(lambda: defaultdict(lambda: 1 // 0)['x'])
r = defaultdict(int)
r['r'] = r
print(r)
c |= {'k': 1}
print(type(c), defaultdict(list, {1: 2}).keys(), list(reversed(defaultdict(list, {1: 2, 3: 4}))))
