from collections.abc import *
import collections.abc


def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


samples = [1, 'a', b'a', bytearray(), [], (), {}, set(), frozenset(), range(3), {}.keys(), {}.items(), {}.values(),
           iter([]), (x for x in []), len, int, None, 1.5, zip(), map(str, [])]
for name in sorted(collections.abc.__all__):
    if name in ('Buffer', 'ByteString'):
        continue
    cls = getattr(collections.abc, name)
    print(name, ''.join('01'[isinstance(s, cls)] for s in samples))


class MySeq(Sequence):
    def __init__(self, *a):
        self.a = a

    def __getitem__(self, i):
        return self.a[i]

    def __len__(self):
        return len(self.a)


s = MySeq(1, 2, 3, 2)
print(list(s), 2 in s, 9 in s, s.index(2), s.count(2), list(reversed(s)), isinstance(s, Iterable), isinstance(s, Reversible), isinstance(s, Collection))
err(s.index, 9)
err(Sequence)
err(MutableMapping)


class Partial(Mapping):
    def __len__(self):
        return 0


err(Partial)


class MyMap(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)

    def __repr__(self):
        return 'MyMap(%r)' % self.d


m = MyMap()
m['a'] = 1
m.update(b=2, c=3)
m.update({'d': 4})
m.update([('e', 5)])
print(m, m.get('a'), m.get('z', 0), 'a' in m, m.pop('a'), m.pop('z', None), m.setdefault('q', 9), m.keys(), list(m.values()), list(m.items()), m == dict(m), m.popitem())
err(m.pop, 'zz')
m.clear()
print(len(m), dict(m))
err(m.popitem)
m['x'] = 1
print(m.keys() & {'x'}, sorted(m.keys() | {'y'}), ('x', 1) in m.items(), 1 in m.values(), len(m.values()), {**m})
err(lambda: reversed(m))


class MySet(MutableSet):
    def __init__(self, it=()):
        self.s = list(dict.fromkeys(it))

    def __contains__(self, x):
        return x in self.s

    def __iter__(self):
        return iter(self.s)

    def __len__(self):
        return len(self.s)

    def add(self, x):
        if x not in self.s:
            self.s.append(x)

    def discard(self, x):
        if x in self.s:
            self.s.remove(x)

    def __repr__(self):
        return 'MySet(%r)' % self.s


a, b = MySet('abc'), MySet('bcd')
print(a & b, a | b, a - b, a ^ b, a <= b, a < MySet('abcd'), a == MySet('cba'), a != b, a.isdisjoint('xyz'), a >= MySet('a'))
a |= b
a &= MySet('bcx')
a ^= MySet('by')
a -= MySet('y')
print(a, a.pop(), a)
err(a.remove, 'zz')
err(a.pop)
print({'b', 'q'} & MySet('bc'), {1} | MySet([2]))


class MyList(MutableSequence):
    def __init__(self, it=()):
        self.l = list(it)

    def __getitem__(self, i):
        return self.l[i]

    def __setitem__(self, i, v):
        self.l[i] = v

    def __delitem__(self, i):
        del self.l[i]

    def __len__(self):
        return len(self.l)

    def insert(self, i, v):
        self.l.insert(i, v)


l = MyList([1, 2])
l.append(3)
l.extend([4, 5])
l += [6]
l.remove(2)
l.reverse()
print(list(l), l.pop(), l.pop(0), list(l))
l.extend(l)
print(list(l))
l.clear()
print(len(l))


class It(Iterator):
    n = 0

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


print(list(It()), iter(It()).__class__.__name__)


class Gen(Generator):
    def send(self, v):
        return v

    def throw(self, *a):
        raise StopIteration


g = Gen()
print(next(g), g.send(5), g.close())


class Dunder:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __contains__(self, x):
        return False


class NoHash:
    __hash__ = None


print(isinstance(Dunder(), Collection), issubclass(Dunder, Sized), issubclass(NoHash, Hashable), isinstance(NoHash(), Hashable))


class Virtual:
    pass


Sequence.register(Virtual)
print(isinstance(Virtual(), Sequence), issubclass(Virtual, Collection), Sequence[int], Callable.__name__)
print(collections.abc.Mapping is Mapping, Mapping.__module__)
