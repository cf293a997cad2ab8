# Attributes of classes change while code that has looked them up runs again.

class A:
    n = 1
    def f(self):
        return 'A.f'

class B(A):
    pass

class C(B):
    pass


def show(label):
    c = C()
    print(label, c.n, C.n, getattr(C, 'n'), c.f(), getattr(c, 'f')(), hasattr(c, 'later'))


show('start')
A.n = 2
show('plain value in the base')
A.n += 1
show('augmented')
B.n = 'B'
show('nearer class')
del B.n
show('removed again')
A.f = lambda self: 'new A.f'
show('method replaced')
B.f = lambda self: 'B.f'
show('method in between')
del B.f
show('and gone')
A.later = True
show('added later')
del A.later
A.n = property(lambda self: 'computed')
print(C().n, getattr(C(), 'n'), type(C.n).__name__)
A.n = 5
show('plain again')


# Special methods.
class D(A):
    pass


def special(d):
    out = []
    for what in (lambda: d + 1, lambda: d[0], lambda: len(d), lambda: d == 3, lambda: bool(d), lambda: d(4), lambda: list(d)):
        try:
            out.append(what())
        except TypeError as e:
            out.append(str(e))
    print(out)


special(D())
A.__add__ = lambda self, o: ('add', o)
A.__getitem__ = lambda self, i: [10, 20][i]
A.__len__ = lambda self: 0
A.__eq__ = lambda self, o: 'eq'
A.__call__ = lambda self, x: ('call', x)
special(D())
D.__len__ = lambda self: 7
D.__add__ = lambda self, o: NotImplemented
special(D())
del D.__len__, D.__add__
special(D())
del A.__add__, A.__getitem__, A.__len__, A.__eq__, A.__call__
special(D())

# Bases change.
class E:
    def f(self):
        return 'E.f'

print(C().f())
B.__bases__ = (E,)
print(C().f(), hasattr(C(), 'n'))

# Many names on one class.
names = ['name%d' % i for i in range(200)]
for i, name in enumerate(names):
    setattr(A, name, i)
a = A()
print(sum(getattr(a, name) for name in names), sum(getattr(A, name) for name in names))
for name in names:
    setattr(A, name, 1)
print(sum(getattr(a, name) for name in names))
print(any(hasattr(A, name + 'x') for name in names))
