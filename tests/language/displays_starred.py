# Displays and calls with * and **: copies, order of evaluation, what code that runs on
# the way may change, and errors.
a, b, t = [1, 2, 3], [4, 5], (6, 7)
d, e = {'a': 1, 'b': 2}, {'b': 3, 'c': 4}
print([*a], [*a, 9], [9, *a], [*a, *b], [*a, 8, *t, 9, *b], [*t], [*'ab', *range(3)], [*[]], [*(), *[]])
print((*a,), (*a, 9), (9, *a), (*a, *b), (*t, *t), (*t,) is t, (*'xy',), (*(),))
print({*a}, {*a, 1, 9}, {*b, *a} == {1, 2, 3, 4, 5}, {*a, *b, *{1, 2}}, {*frozenset([5])}, sorted({*'abc'}), {*()})
print({**d}, {**d, 'z': 9}, {'z': 9, **d}, {**d, **e}, {**e, **d}, {**d, 'b': 7, **e}, {**{}}, {**{}, **{}})
x = [*a]
x.append(5)
y = {**d}
y['n'] = 1
z = {*a}
z.add(77)
print(a, d, x is a, y is d)

# Long ones.
big = list(range(2000))
bd = dict.fromkeys(range(2000))
print(len([*big, *big]), len((*big, 1)), len({*big, *big, 'x'}), len({**bd, **bd, 'x': 1}))
print(len([*big[:600], *big[:600]]), len([1, *big[:600], 2]), len({**dict.fromkeys('abcdefghijkl'), 'z': 1, **d}))
gone = {i: i for i in range(20)}
for i in range(17):
    del gone[i]
print({**gone}, {**gone, 1: 2}, {**gone, **gone, **d})
print({**{1: 'a', 1.0: 'b', True: 'c'}}, {1: 0, **{True: 5}}, {*[1], True, 1.0}, [*{**d, 'k': 0}])


class D(dict):
    def keys(self):
        print('keys')
        return super().keys()

    def __getitem__(self, k):
        print('getitem', k)
        return 10


class L(list):
    def __iter__(self):
        print('iter')
        return iter('L!')


class M:
    def keys(self):
        return ['p', 'q']

    def __getitem__(self, k):
        return k * 2


class H:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print('hash', self.n)
        return 1

    def __eq__(self, o):
        print('eq', self.n, getattr(o, 'n', o))
        return self.n == getattr(o, 'n', o)

    def __repr__(self):
        return f'H{self.n}'


print([*L([1])], (*L([1]), 2), {*L([1])} == {'L', '!'}, {**D(a=1)}, {**D(a=1), 'k': 2}, {**M(), 'r': 1}, {'s': 1, **M()})
h = [H(1), H(2), H(1)]
print({*h})
print({**{h[0]: 1}, **{h[2]: 2}})


def log(x, name):
    print(name, end=' ')
    return x


print([*log(a, 'A'), log(0, 'B'), *log(b, 'C')], {**log(d, 'D'), log('k', 'E'): log(0, 'F'), **log(e, 'G')})


def f(*args, **kw):
    return args, kw


def g(p, q=5, *, r=6):
    return p, q, r


print(f(*a), f(*a, **d), f(**d), f(1, *a, x=1, **d), f(*a, *b, **d, **{'z': 0}), f(*(), **{}), f(*t, 1), f(*'ab'))
print(g(*[1]), g(*(1, 2)), g(*(1,), **{'r': 3}), g(**{'p': 1, 'r': 2, 'q': 3}), g(1, **{}))
print(max(*a), max(*t), max(*'ab'), min(*a, *b), print(*a, **{'sep': '-'}), dict(**d), dict(**d, **{'y': 1}), int(*('ff',), **{'base': 16}))
args, kw = f(*t, **d)
print(args == t, kw == d, kw is d)


class C:
    def __init__(self, *a, **k):
        self.got = a, k

    def m(self, *a, **k):
        return a, k

    def __call__(self, *a, **k):
        return 'call', a, k


print(C(*a, **d).got, C().m(*a, **d), C()(*a, **d), C.m(*[C(), 1], **d))


# A generator among the arguments changes the dict: it was copied before.
def change(d):
    d['new'] = 1
    yield 1


dd = {'a': 1}
print(f(*change(dd), **dd), dd)
dd = {'a': 1}
print(f(0, *change(dd), **dd), dd)
dd = {'a': 1}
print({**dd, **dict(change(dd) and ())}, [*change(dd), dd])


def own(*args, **kw):
    return f(*args, **kw), f(*change(kw), **kw), f(**kw)


print(own(1, x=2))


def decorated(fn):
    def inner(*args, **kw):
        return fn(*args, **kw)
    return inner


@decorated
def two(p, q):
    return p + q


@decorated
def gen(n):
    yield n


print(two(1, 2), two(1, q=5), two(**{'p': 1, 'q': 2}), list(gen(3)))


def depth(n, *rest):
    return 0 if not n else 1 + depth(*(n - 1,) + rest)


print(depth(300, 1))


def attempt(fn):
    try:
        print(fn())
    except Exception as ex:
        print(type(ex).__name__, ex)


attempt(lambda: [*5])
attempt(lambda: [1, *5])
attempt(lambda: (*None,))
attempt(lambda: {*5})
attempt(lambda: {*[[]]})
attempt(lambda: {*[1, 2, []]})
attempt(lambda: {**5})
attempt(lambda: {**[1]})
attempt(lambda: {'a': 1, **None})
attempt(lambda: f(*5))
attempt(lambda: f(1, *5))
attempt(lambda: f(*5, 1))
attempt(lambda: f(**5))
attempt(lambda: f(*a, **5))
attempt(lambda: f(x=1, **5))
attempt(lambda: f(**{1: 2}))
attempt(lambda: max(*a, **{1: 2}))
attempt(lambda: f(*a, x=1, **{'x': 2}))
attempt(lambda: f(**d, **d))
attempt(lambda: f(**{'x': 1}, x=2))
attempt(lambda: g(**{'p': 1, 'zz': 2}))
attempt(lambda: g(*a))
attempt(lambda: g(*a, **{'p': 1}))
attempt(lambda: two(1, **{'p': 1}))
attempt(lambda: [*(1 / 0 for _ in 'a')])


def forever():
    while True:
        yield 1 / 0


attempt(lambda: f(*forever(), **5))
