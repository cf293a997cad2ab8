# Special methods written in Python: which is asked, what its result does, how errors pass.
import sys
def tell(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class N:
    def __add__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    __hash__ = None
class L:
    def __add__(self, o): return ('L.add', type(o).__name__)
    def __radd__(self, o): return ('L.radd', type(o).__name__)
    def __iadd__(self, o): return ('L.iadd', type(o).__name__)
    def __lt__(self, o): return ('L.lt', type(o).__name__)
    def __gt__(self, o): return []
    def __eq__(self, o): return 'L.eq'
class S(L):
    def __radd__(self, o): return ('S.radd', type(o).__name__)
    def __gt__(self, o): return ('S.gt', type(o).__name__)
class I:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return ('I.add', o)
class R:
    def __radd__(self, o): return NotImplemented
    def __rsub__(self, o): return ('R.rsub', o)
    def __rpow__(self, o): return ('R.rpow', o)
tell(lambda: N() + N()); tell(lambda: N() + L()); tell(lambda: N() + 1); tell(lambda: 1 + N())
tell(lambda: L() + N()); tell(lambda: L() + S()); tell(lambda: S() + L()); tell(lambda: 1 + L()); tell(lambda: 1.5 + S()); tell(lambda: 'a' + L())
tell(lambda: 1 + R()); tell(lambda: 1 - R()); tell(lambda: 2.5 - R()); tell(lambda: 2 ** R()); tell(lambda: [] + R()); tell(lambda: True - R()); tell(lambda: 2**70 - R())
def iadd(x, y):
    x += y
    return x
tell(lambda: iadd(L(), 1)); tell(lambda: iadd(I(), 1)); tell(lambda: iadd(N(), 1)); tell(lambda: iadd(1, L())); tell(lambda: iadd(N(), L())); tell(lambda: iadd(N(), 'x'))
tell(lambda: N() < N()); tell(lambda: N() < L()); tell(lambda: L() < N()); tell(lambda: N() < S()); tell(lambda: L() < S()); tell(lambda: L() > 5); tell(lambda: 5 < L())
tell(lambda: N() == N()); tell(lambda: N() != N()); tell(lambda: L() == 3); tell(lambda: 3 == L()); tell(lambda: L() != 3)
def branch(a, b):
    r = []
    if a < b: r.append('lt')
    if not a < b: r.append('not lt')
    if a > b: r.append('gt')
    if a == b: r.append('eq')
    while a > b: r.append('loop'); break
    return r, 'x' if a > b else 'y', a < b < a
tell(lambda: branch(L(), L())); tell(lambda: branch(L(), S())); tell(lambda: branch(L(), 3)); tell(lambda: branch(N(), 3))
class Truth:
    def __repr__(self): return 'Truth()'
    def __bool__(self): raise ValueError('no truth')
class C:
    def __lt__(self, o): return Truth()
    def __getitem__(self, i):
        if i == 3: raise IndexError('end')
        return i * 2
    def __setitem__(self, i, v): self.last = (i, v); return 'ignored'
    def __call__(self, *a, **k): return a, k
    def __iadd__(self, o): self.sum = o; return self
tell(lambda: C() < 1); tell(lambda: 1 if C() < 1 else 2)
c = C(); c[1] = 5; print(c.last); c[1:2] = 6; print(c.last); print(c[4], c[-1], list(c)); c[0] += 7; print(c.last); c += 4; print(c.sum)
tell(lambda: c[3]); tell(lambda: c(1, 2, x=3)); tell(lambda: c[1, 2])
class Fixed:
    def __call__(self, x): return x + 1
print(Fixed()(1), [Fixed()(i) for i in range(3)], list(map(Fixed(), [1, 2]))); tell(lambda: Fixed()()); tell(lambda: Fixed()(1, 2))
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration('done')
        self.n -= 1
        return self.n
for x in It(3): print(x, end=' ')
else: print('else')
print([x for x in It(4)], [(x, y) for x in It(2) for y in It(2)], list(It(3)), sum(x for x in It(4)), [*It(2)])
class GenIter:
    def __iter__(self):
        yield 1
        yield 2
print([x for x in GenIter()])
class BadIter:
    def __iter__(self): return 5
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise KeyError('in next')
class SubStop(StopIteration): pass
class Sub:
    def __iter__(self): return self
    def __next__(self): raise SubStop
def loop(o):
    r = []
    for x in o: r.append(x)
    return r
tell(lambda: loop(BadIter())); tell(lambda: loop(BadNext())); tell(lambda: loop(Sub())); tell(lambda: loop(5))
def gen():
    for x in It(2): yield x
    raise StopIteration
def stops():
    for x in It(1): next(iter([]))
tell(lambda: list(gen())); tell(stops)
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v
    @property
    def bad(self): raise AttributeError('inside')
    @property
    def key(self): return {}['k']
class G(P):
    def __getattr__(self, n): return 'getattr ' + n
p = P(); p.x += 5; print(p.x, [p.x for _ in range(3)]); tell(lambda: p.bad); tell(lambda: p.key); tell(lambda: G().bad); tell(lambda: G().x)
def twice(o): return [o.x for _ in range(2)]
print(twice(p)); P.x = property(lambda s: 'new'); print(twice(p)); P.x = 3; print(twice(p)); del P.x; tell(lambda: twice(p))
class Rec:
    def __add__(self, o): return self + o
    def __getitem__(self, i): return self[i]
    @property
    def p(self): return self.p
for f in (lambda: Rec() + 1, lambda: Rec()[0], lambda: Rec().p):
    try: f()
    except RecursionError as e: print('RecursionError')
class Meta(type):
    def __add__(cls, o): return cls.__name__ + o
    def __getitem__(cls, i): return cls, i
    def __call__(cls, *a): return ('made', a)
    def __iter__(cls): return iter([1, 2])
class M(metaclass=Meta): pass
print(M + 'x', M[3], M(1, 2), [x for x in M])
class Lst(list):
    def __getitem__(self, i): return 'item'
    def __iter__(self): return iter('xy')
    def __add__(self, o): return 'add'
l = Lst([1, 2]); print(l[0], [x for x in l], l + [1], l == [1, 2], l < [3])
class Int(int):
    def __add__(self, o): return 'Int.add'
    def __radd__(self, o): return 'Int.radd'
    def __lt__(self, o): return 'Int.lt'
    def __gt__(self, o): return 'Int.gt'
print(Int(1) + 2, 2 + Int(1), Int(1) + Int(1), Int(1) < 2, 2 < Int(1), Int(3) == 3, Int(1) - 1, 5 - Int(1))
def trace():
    class T:
        def __add__(self, o): raise ValueError('deep')
    try: T() + 1
    except ValueError as e:
        tb = e.__traceback__
        names = []
        while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
        print(names)
trace()
class With:
    def __lt__(self, o):
        try: raise KeyError(1)
        except KeyError: return sys.exception() is not None
print(With() < 1, sys.exception())
async def coro(): return It(2)
class AddGen:
    def __add__(self, o):
        yield o
print(list(AddGen() + 5))
