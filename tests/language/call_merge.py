# What ** in calls merges: when values are asked for, what is twice, what is no str.
def r(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def F(*a, **k): return a, k
def G(a, b=2): return a, b
class K:
    def __init__(self, d): self.d = d
    def keys(self):
        print('keys'); return list(self.d)
    def __getitem__(self, k):
        print('get', k); return self.d[k]
r(lambda: F(**{1: 2}))
r(lambda: F(**{1: 2}, **{1: 3}))
r(lambda: F(**{1: 2}, **None))
r(lambda: F(a=1, **{2: 3}, **K({'a': 1})))
r(lambda: F(a=1, **K({'b': 1, 'a': 1, 'c': 3})))
r(lambda: F(**K({'b': 1, 2: 1, 'c': 3})))
r(lambda: F(*[1], **K({'b': 1, 2: 1, 'c': 3})))
r(lambda: F(*5, **K({'b': 1, 2: 1, 'c': 3})))
r(lambda: F(*5, **None))
r(lambda: F(*5, **{1: 2}, **print('x')))
r(lambda: G(**{1: 2}, c=3))
r(lambda: len(**{1: 2}))
r(lambda: max(1, **{1: 2}))
r(lambda: dict(**{1: 2}))
r(lambda: dict(**{1: 2}, a=1))


def P(f, a, /, **kw):
    return f, a, kw


def Q(f, a, /):
    return f, a


r(lambda: P(1, 2, a=3, f=4))
r(lambda: Q(a=3, f=4))
r(lambda: Q(1, a=3, f=4))
