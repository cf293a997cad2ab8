# Abstract sequences and mappings in match.
import collections
from collections.abc import Mapping, MutableSequence, Sequence


def kind(x):
    match x:
        case [*items]:
            return "sequence", items
        case {**rest}:
            return "mapping", rest
    return None


class Three(Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return [4, 5, 6][i]


class Table(Mapping):
    def __len__(self):
        return 1

    def __iter__(self):
        return iter("k")

    def __getitem__(self, key):
        if key != "k":
            raise KeyError(key)
        return 1


print(kind(Three()), kind(Table()), kind(collections.UserDict(a=1)), kind(collections.UserList([1])))

match Three():
    case [first, *_, last]:
        print(first, last)
match Table():
    case {"k": value, **more}:
        print(value, more)


class Late:
    def __len__(self):
        return 0

    def __getitem__(self, i):
        raise IndexError


class LateChild(Late):
    pass


print(kind(Late()), kind(LateChild()))
Sequence.register(Late)
print(kind(Late()), kind(LateChild()))


class LateMapping:
    def keys(self):
        return ["q"]

    def get(self, key, default=None):
        return 1

    def __getitem__(self, key):
        return key


Mapping.register(LateMapping)
print(kind(LateMapping()))


# The first base that is one of them decides.
class A(collections.UserDict, Sequence):
    pass


class B(list, Mapping):
    pass


class Plain:
    pass


class C(Plain, B):
    pass


print(kind(A()), kind(B([1])), kind(C([2])))
print(kind("text"), kind(b"bytes"), kind({1}), kind(3))
