# Methods and attributes of builtin classes on objects of other classes.
import functools
import operator


def attempt(f):
    try:
        print(f())
    except TypeError:
        print("TypeError")


class X:
    append = list.append
    get = dict.get
    upper = str.upper
    add = int.__add__
    real = float.real
    length = list.__len__
    fromkeys = dict.__dict__["fromkeys"]


class Y(int):
    append = list.append
    upper = str.upper


class M(type):
    append = list.append


class Z(metaclass=M):
    pass


x, y = X(), Y(3)
for _ in range(3):
    attempt(lambda: x.append(1))
    attempt(lambda: y.append(1))
for f in (lambda: x.get(1), lambda: x.upper(), lambda: x.add(1), lambda: x.real, lambda: x.length(), lambda: x.fromkeys("ab"),
          lambda: X.fromkeys("ab"), lambda: X.append(x, 1), lambda: getattr(x, "append"), lambda: y.upper(), lambda: Z.append(1),
          lambda: list(map(list.append, [x], [1])), lambda: sorted([x], key=list.copy), lambda: list(map(str.upper, [1])),
          lambda: functools.partial(list.append, 5)(1), lambda: operator.methodcaller("append", 1)(x),
          lambda: list.append.__get__(5), lambda: list.append.__get__(5)(1), lambda: type.__call__.__get__(5)(),
          lambda: dict.__dict__["fromkeys"].__get__(None, int), lambda: dict.__dict__["fromkeys"](5, "a")):
    attempt(f)


def loop():
    o = X()
    for i in range(3):
        o.append(i)


attempt(loop)
