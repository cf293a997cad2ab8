# super() in loops, with classes and functions that change meanwhile.
class A:
    def f(self): return 'A'
class B(A):
    def f(self): return 'B' + super().f()
class C(B):
    def f(self): return 'C' + super().f()
class D(A):
    def f(self): return 'D' + super().f()
class E(C, D):
    def f(self): return 'E' + super().f()
def many(o, n=5):
    return {o.f() for _ in range(n)}
print(many(B()), many(C()), many(E()), many(B()))
out = []
for i in range(6):
    for o in B(), C(), E(), D(): out.append(o.f())
print(out)
A.f = lambda self: 'a'
print(many(B()), many(E()))
B.f = lambda self: 'b'
print(many(C()), many(E()))
del D.f
print(many(E()))
def make(tag):
    class X(A):
        def f(self): return tag + super().f()
    return X
x, y = make('x'), make('y')
print([c().f() for c in (x, y, x, y, x)])
class Z(x):
    def f(self): return 'z' + super().f()
print([o.f() for o in (Z(), x(), Z(), y())])
A.f = staticmethod(lambda: 'static')
print(many(x()), many(Z()))
A.f = classmethod(lambda cls: cls.__name__)
print(many(x()), many(Z()))
class P(A):
    @property
    def f(self): return 3
class Q(P):
    @property
    def f(self): return super().f + 1
print({Q().f for _ in range(4)})
class K(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def get(self, k): return super().get(k, 'none')
k = K()
for i in range(5): k[i] = i
print(k, k.get(9))
class I:
    def __init__(self, a): self.a = a
class J(I):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
print([(j.a, j.b) for j in [J(i, -i) for i in range(4)]])
o = J(1, 2)
o.extra = 5
o.__init__(3, 4)
o.__class__ = J
print(o.__dict__)
class W(A):
    def f(self): return super().f()
w = W()
w.f()
super_ = super
def super(*a): return type('S', (), {'f': lambda s: 'mine'})()
try: print(w.f())
except Exception as e: print(type(e), e)
del super
print(w.f())
class M:
    def f(self): return super().nope()
for i in range(3):
    try: M().f()
    except AttributeError as e: print(e)
