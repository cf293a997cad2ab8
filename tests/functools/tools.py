import functools
from functools import *


def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


# reduce
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 5), reduce(max, [3, 9, 2], 4), reduce(lambda a, b: b + a, 'abc'), reduce(None, [1]))
err(reduce)
err(reduce, max)
err(reduce, max, [])
err(reduce, max, 5)
err(reduce, max, [], 1, 2)
err(reduce, 5, [1, 2])
err(reduce, lambda a, b: 1 // 0, [1, 2])


# partial
def f(*a, **k):
    return a, k


p = partial(f, 1, x=2)
print(p(), p(3), p(3, y=4), p(x=9), p.args, p.keywords, p.func is f, callable(p))
q = partial(p, 2, x=5, z=6)
print(q(), q.func is f, q.args, q.keywords)
p.attr = 'a'
print(p.attr, p.__dict__, partial(p, 7).func is p)
err(partial)
err(partial, 5)
err(lambda: partial(f)(1, 2, **{'k': 3}))
print(partial(int, base=2)('101'), partial(print, 'hi', end='!\n')())


class Named:
    def __repr__(self):
        return 'named'

    def __call__(self, *a, **k):
        return a


print(partial(Named()), partial(Named(), 1, 'b', c=[]), partial(int, base=2))


def setfunc(o):
    o.func = 1


err(setfunc, p)


class SubPartial(partial):
    pass


print(SubPartial(Named(), 1), SubPartial(f, 1)(2), type(partial(SubPartial(f, 1), 2).func).__name__)
print(partial[int], sorted(n for n in dir(partial) if not n.startswith('__')))

# cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted('bca', key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
K = cmp_to_key(lambda a, b: a - b)
print(K(1) < K(2), K(1) == K(1), K(2) >= K(3), K(5).obj, K(obj=1) != K(2))
err(lambda: K(1) < 2)
err(hash, K(1))
err(K)
err(cmp_to_key)
err(lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: 1 // 0)))


# update_wrapper, wraps
def original(a, b: int = 2):
    'The doc.'
    return a, b


original.extra = 'x'


@wraps(original)
def wrapper(*a):
    'Other doc.'
    return original(*a)


print(wrapper.__name__, wrapper.__doc__, wrapper.__qualname__, wrapper.__module__, wrapper.__wrapped__ is original, wrapper.extra, wrapper.__annotations__, wrapper(1), wrapper.__dict__.keys())


class Callable:
    def __call__(self):
        return 'called'


w = update_wrapper(Callable(), original)
print(w.__name__, w(), w.__wrapped__ is original)


def g():
    pass


g.own = 1
update_wrapper(g, original, assigned=('__doc__',), updated=())
print(g.__name__, g.__doc__, hasattr(g, 'extra'), g.__dict__.keys())
update_wrapper(g, partial(f))
print(g.__name__)
print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
err(update_wrapper)
err(update_wrapper, g)
err(wraps)
err(lambda: wraps(original)(5))


# lru_cache
calls = []


@lru_cache(maxsize=3)
def sq(x):
    'Square.'
    calls.append(x)
    return x * x


print([sq(i) for i in (1, 2, 3, 1, 4, 2, 1)], calls, sq.cache_info(), sq.__name__, sq.__doc__, sq.__wrapped__(9), sq.cache_parameters())
sq.cache_clear()
print(sq.cache_info(), sq(1), sq(1.0), sq(True), sq.cache_info())


@lru_cache
def bare(*a, **k):
    return len(a), sorted(k)


print(bare(1), bare(1, x=2), bare(x=2), bare(x=2), bare.cache_info())
err(bare, [])


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed(1), typed.cache_info(), typed.cache_parameters())


@lru_cache(0)
def nocache(x):
    return x


print(nocache(1), nocache(1), nocache.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())
err(lru_cache, 'x')
err(lambda: cache())
err(lru_cache(2)(lambda: 1 // 0))


class WithMethod:
    @lru_cache(maxsize=10)
    def m(self, x):
        return x + 1

    @staticmethod
    @cache
    def s(x):
        return x * 3


o = WithMethod()
print(o.m(1), o.m(1), WithMethod.m.cache_info(), o.s(3), type(WithMethod.__dict__['m']).__name__)
info = sq.cache_info()
print(info.hits, info._fields, type(info).__module__, type(info).__name__)


# cached_property
class CP:
    n = 0

    @cached_property
    def val(self):
        'The value.'
        CP.n += 1
        return CP.n * 10


c = CP()
print(c.val, c.val, CP.n, c.__dict__, CP.val.__doc__, CP.val.attrname, CP.val.func.__name__)
del c.val
print(c.val)
c.val = 'set'
print(c.val, CP().val)
err(lambda: delattr(CP(), 'val'))


class Slotted:
    __slots__ = ()

    @cached_property
    def p(self):
        return 1


err(lambda: Slotted().p)


class Unnamed:
    pass


Unnamed.p = cached_property(lambda self: 1)
err(lambda: Unnamed().p)


def twice():
    prop = cached_property(lambda self: 1)

    class T:
        a = prop
        b = prop


try:
    twice()
except Exception as e:
    print(type(e).__name__, e)


# total_ordering
def ordering(name):
    class A:
        def __init__(self, v):
            self.v = v

        def __eq__(self, o):
            return isinstance(o, A) and self.v == o.v
    ops = {'__lt__': lambda s, o: s.v < o.v if isinstance(o, A) else NotImplemented,
           '__le__': lambda s, o: s.v <= o.v if isinstance(o, A) else NotImplemented,
           '__gt__': lambda s, o: s.v > o.v if isinstance(o, A) else NotImplemented,
           '__ge__': lambda s, o: s.v >= o.v if isinstance(o, A) else NotImplemented}
    setattr(A, name, ops[name])
    return total_ordering(A)


for name in ('__lt__', '__le__', '__gt__', '__ge__'):
    A = ordering(name)
    print(name, [(A(x) < A(y), A(x) <= A(y), A(x) > A(y), A(x) >= A(y)) for x, y in ((1, 2), (2, 1), (1, 1))])
    err(lambda: A(1) < 5)


class NoOrder:
    pass


err(total_ordering, NoOrder)


# partialmethod
class PM:
    def set(self, *a, **k):
        return a, k
    on = partialmethod(set, True, x=1)
    both = partialmethod(on, 'more')

    @classmethod
    def cm(cls, *a):
        return cls.__name__, a
    pcm = partialmethod(cm, 1)

    @staticmethod
    def sm(*a):
        return a
    psm = partialmethod(sm, 1)


pm = PM()
print(pm.on(), pm.on(2, y=3), pm.both(), pm.pcm(2), PM.pcm(3), pm.psm(2), PM.on(pm))
err(partialmethod, 5)


# singledispatch
@singledispatch
def show(x, *rest):
    'Shows.'
    return 'object'


@show.register(int)
def _(x):
    return 'int %d' % x


@show.register
def _(x: list):
    return 'list of ' + ', '.join(show(i) for i in x)


@show.register(str)
@show.register(bytes)
def text(x):
    return 'text'


show.register(type(None), lambda x: 'none')
print(show(1), show(True), show([1, 'a', 2.5, None]), show(b''), show(1.5), show.__name__, show.__doc__, show.dispatch(bool) is show.dispatch(int), show.dispatch(dict).__name__, len(show.registry))
err(show)
err(show.register, 5)


@show.register
def _(x: dict | set):
    return 'dict or set'


print(show({}), show(set()), show(frozenset()))
from collections import abc, OrderedDict


@singledispatch
def kind(x):
    return 'other'


kind.register(abc.Sized, lambda x: 'sized')
kind.register(abc.Mapping, lambda x: 'mapping')
kind.register(abc.Sequence, lambda x: 'sequence')
print(kind([]), kind({}), kind(set()), kind(5), kind(OrderedDict()), kind('x'))


class SDM:
    @singledispatchmethod
    def m(self, x):
        return 'base', x

    @m.register
    def _(self, x: int):
        return 'int', x

    @m.register(str)
    def _(self, x):
        return 'str', x

    @singledispatchmethod
    @classmethod
    def c(cls, x):
        return cls.__name__, 'base'

    @c.register
    @classmethod
    def _(cls, x: int):
        return cls.__name__, 'int'


print(SDM().m(1), SDM().m('a'), SDM().m(2.5), SDM.c(1), SDM.c('x'), SDM().m.__name__)
err(lambda: SDM().m())
print(sorted(functools.__all__))
