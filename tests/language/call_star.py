# Calls with * and **: what is iterated over when, the errors, and deep chains of
# wrappers that pass everything on.
import sys


def show(*args, **kw):
    return args, kw


def two(a, b=2, *, c=3):
    return a, b, c


class Tuple(tuple):
    def __iter__(self):
        return iter("sub")


class Sequence:
    def __getitem__(self, i):
        if i == 2:
            raise IndexError
        return i * 10


class Mapping:
    def keys(self):
        return ["c", "b"]

    def __getitem__(self, k):
        return k * 2


def items():
    print("iterated")
    yield 1
    yield 2


values = [(1, 2), [1, 2], "ab", {1: 2, 3: 4}, {5}, range(3), Tuple((7, 8)), Sequence(), b"xy", (), [], iter([1])]
for v in values:
    print(show(*v), show(0, *v), show(*v, 9), show(*v, k=1), show(*v, **{"m": 2}))
print(show(*items(), k=print("keyword")))
print(show(*items(), *items(), **{"x": 1}, y=2))
l = [1]
print(show(*l, k=l.append(2)), l)
print(two(*[1]), two(*[1, 5]), two(*[1], **Mapping()), two(**{"a": 4}), two(*(), **{"a": 1, "b": 0}))


class Methods:
    def plain(self, *args, **kw):
        return args, kw

    def __init__(self, *args):
        self.args = args

    def __call__(self, a, b):
        return self, a + b

    @classmethod
    def of_class(cls, a, b):
        return cls.__name__, a, b

    @staticmethod
    def static(a, b=7):
        return a, b

    def generator(self, a, b):
        yield a
        yield b


m = Methods(*[1, 2])
bound = m.plain
args = [3, 4]
print(m.args, m.plain(*args), bound(*args, **{"k": 5}), Methods.plain(m, *args), m(*args)[1], m.of_class(*args), m.static(*args[:1]), list(m.generator(*args)))
print(max(*args), print(*args, **{"sep": "-"}), int(*["12"], **{"base": 5}), "{} {x}".format(*[1], **{"x": 2}), sorted(*[[3, 1]], **{"reverse": True}))
print((lambda *a: a)(*range(300))[-1], len(show(*range(1000))[0]), two(*range(1, 3), **{"c": 0}))


def errors(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in (
    lambda: two(*5), lambda: two(1, *5), lambda: two(*None), lambda: m.plain(*5), lambda: len(*5), lambda: (5)(*5), lambda: (5)(*[5]),
    lambda: two(*[]), lambda: two(*[1, 2, 3]), lambda: two(*[1], **{"a": 2}), lambda: two(*[1], **{"z": 2}), lambda: two(**{1: 2}),
    lambda: two(*[1], **5), lambda: two(*[1], **{"b": 1}, **{"b": 2}), lambda: two(*(1 // 0 for _ in "x")), lambda: m.static(*[1, 2, 3]),
    lambda: Methods.of_class(*[1]), lambda: list(m.generator(*[1])),
):
    errors(f)


def passing(f):
    def wrapper(*args, **kw):
        return f(*args, **kw)
    return wrapper


@passing
@passing
@passing
def count(n, step=1):
    return count(n - step, step=step) + 1 if n > 0 else sys._getframe(1).f_code.co_name


@passing
def total(n):
    return n + total(n - 1) if n else 0


print(total(200), total(*[150]))
try:
    count(40)
except TypeError as e:
    print(e)


@passing
def endless(*args):
    return endless(*args)


try:
    endless(1, 2)
except RecursionError:
    print("RecursionError")


def numbers(*limits):
    for i in range(*limits):
        yield i


print(list(numbers(*[2, 8, 3])), [list(passing(numbers)(*a)) for a in ((3,), (1, 3))])


async def wait(*args, **kw):
    return args, kw


async def main():
    return await wait(*[1, 2], **{"k": 3}), await passing(wait)(*"ab")


try:
    main().send(None)
except StopIteration as e:
    print(e.value)
