# WeakSet and the weak dictionaries: operations of sets and mappings.
import weakref


class A:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'A{self.n}'


a, b, c, d = [A(i) for i in range(4)]
s, t = weakref.WeakSet([a, b, c]), weakref.WeakSet([b, c, d])


def show(x):
    if isinstance(x, (weakref.WeakSet, set)):
        return type(x).__name__, sorted(y.n for y in x)
    return x


for r in (s | t, s & t, s - t, s ^ t, s.union([d]), s.intersection([a, d]), s.difference([a]), s.symmetric_difference([a, d]),
          s < t, s <= s, s > weakref.WeakSet([a]), s >= t, s == weakref.WeakSet([c, b, a]), s != t, s == {a, b, c},
          s.issubset([a, b, c, d]), s.issuperset([a]), s.isdisjoint([d]), s.isdisjoint(t), len(s), a in s, d in s, 5 in s):
    print(show(r))
u = s.copy()
u |= t
print(show(u))
u &= weakref.WeakSet([a, d])
print(show(u))
u ^= weakref.WeakSet([a, b])
print(show(u))
u -= weakref.WeakSet([b])
print(show(u))
u.update([a, a])
u.intersection_update([a, d])
u.difference_update([d])
u.symmetric_difference_update([a, b])
print(show(u))
print(u.pop() is b, len(u))
for f in (u.pop, lambda: u.remove(a), lambda: hash(u), lambda: u.add(5), lambda: s | 5):
    try:
        print(f())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e if not isinstance(e, KeyError) or f is u.pop else '')
u.discard(a)

k = weakref.WeakKeyDictionary({a: 1, b: 2})
k2 = k | {c: 3}
print(sorted(k2.values()), sorted(k.values()), len(k2), type(k2).__name__)
k |= {d: 4}
print(sorted(k.values()))
v = weakref.WeakValueDictionary({1: a, 2: b})
print(sorted((v | {3: c}).keys()), sorted(({0: c} | v).keys()), v.get(9), v.pop(1) is a, sorted(v))
