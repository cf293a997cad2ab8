# Attributes that are not there: hasattr, getattr with a default, __getattr__ and what its
# errors say.
class A:
    def __getattr__(self, n):
        if n.startswith('x'): return n * 2
        raise AttributeError('no ' + n)
class P(A):
    @property
    def bad(self): raise AttributeError('inner')
    y = 5
a = A(); p = P(); a.z = 1
print(a.xa, a.z, p.bad if hasattr(p, 'bad') else 'none', hasattr(a, 'q'), hasattr(a, 'xq'), getattr(a, 'q', 7), p.y)
for o, n in (a, 'q'), (p, 'bad'), (A, 'q'), (object(), 'q'), (a.xa, 'q'), (5, 'imaginarium'):
    try: getattr(o, n)
    except AttributeError as e: print(repr(e), e.name, e.obj is o, repr(e.__context__))
try: a.qq
except AttributeError as e:
    print(e, e.__context__)
class M(type):
    def __getattr__(cls, n): return ('meta', n)
class C(metaclass=M): pass
print(C.foo, hasattr(C, 'bar'), hasattr(C(), 'foo'))
class G:
    def __getattribute__(self, n):
        if n == 'k': raise AttributeError('k!')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'hook ' + n
g = G(); g.v = 3
print(g.v, g.k, g.other, hasattr(g, 'zz'))
class G2(G):
    def __getattr__(self, n): raise KeyError(n)
try: hasattr(G2(), 'zz')
except KeyError as e: print('KeyError', e)
class S:
    __slots__ = ('a',)
s = S()
print(hasattr(s, 'a'), hasattr(s, 'b'), getattr(s, 'a', 'unset'))
s.a = 1
print(hasattr(s, 'a'))
class SG:
    __slots__ = ('a',)
    def __getattr__(self, n): return 'g' + n
print(SG().a, SG().b, hasattr(SG(), 'c'))
class Static:
    @staticmethod
    def __getattr__(n): return 'static ' + n
print(Static().foo)
class Default:
    def __getattr__(self, n, d=4): return (n, d)
print(Default().foo)
class Gen:
    def __getattr__(self, n):
        yield n
print(list(Gen().foo))
import types, math
m = types.ModuleType('m') if hasattr(types, 'ModuleType') else type(math)('m')
print(hasattr(m, 'a'), hasattr(math, 'pi'), hasattr(math, 'nope'), getattr(math, 'nope', 0))
m.__getattr__ = lambda n: 'mod ' + n
print(m.abc, hasattr(m, 'zzz'))
class Deep:
    def __getattr__(self, n): return self.more
try: Deep().x
except RecursionError as e: print('RecursionError')
class D2:
    def __init__(self, o): self.o = o
    def __getattr__(self, n): return getattr(self.o, n)
d = D2(D2(D2([1, 2])))
print(d.count(1), hasattr(d, 'nope'))
for i in range(3):
    try: print(d.nope)
    except AttributeError as e: print(e)
class Sub(Exception, A): pass
print(Sub().xs, hasattr(Sub(), 'args'))
