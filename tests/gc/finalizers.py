# __del__: called when an object is gone, once, after gc.collect() at the latest, and for what is left at the end.
import gc
import sys


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


a = A('a')
del a
gc.collect()
print('1')

b = A('b')
b = None
gc.collect()
print('2')


def local():
    c = A('c')
    return c.name


local()
gc.collect()
print('3')


# a subclass, a builtin base, __slots__
class B(A):
    pass


class L(list):
    def __del__(self):
        print('del list', self)


class S:
    __slots__ = ('x',)

    def __del__(self):
        print('del slots', self.x)


def make():
    B('sub')
    gc.collect()
    L([1, 2])
    gc.collect()
    s = S()
    s.x = 5


make()
gc.collect()
print('4')


# an object held by another one
class Owner:
    def __init__(self):
        self.part = A('part')

    def __del__(self):
        print('del owner of', self.part.name)


o = Owner()
del o
gc.collect()
print('5')


# back to life, and gone again: called once
saved = []


class Phoenix:
    def __del__(self):
        print('del phoenix')
        saved.append(self)


p = Phoenix()
del p
gc.collect()
print(len(saved))
saved.clear()
gc.collect()
print('6')


# an exception inside is printed, not raised
class Bad:
    def __del__(self):
        raise ValueError('in del')


def hook(u):
    print('unraisable', u.exc_type.__name__, u.exc_value, u.object is Bad.__del__)


sys.unraisablehook = hook
x = Bad()
del x
gc.collect()
sys.unraisablehook = sys.__unraisablehook__


# __init__ fails
class Half:
    def __init__(self):
        raise KeyError('half')

    def __del__(self):
        print('del half')


try:
    Half()
except KeyError as e:
    print(repr(e))
gc.collect()
print('7')


# no instance attribute counts
class N:
    pass


n = N()
n.__del__ = lambda: print('not called')
del n
gc.collect()


# set later
N.__del__ = lambda self: print('set later')
n = N()
del n
gc.collect()
print('8')

last = A('at exit 1')
last2 = A('at exit 2')
print('end')
