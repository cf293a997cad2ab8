# Calls that have a short form: the same answers and the same errors as always.
class S(str): pass
class L(list):
    def append(self, x): super().append(-x)
class D(dict):
    def __missing__(self, k): return 'missing'
class Int(int): pass
class Sized:
    def __repr__(self): return "Sized()"
    def __len__(self): return 7
def tell(f, *a):
    try: print(f.__name__, a, '->', repr(f(*a)))
    except Exception as e: print(f.__name__, a, type(e).__name__, e)
for v in [[], [1], (), (1, 2), 'abc', 'äö', '', {}, {1: 2}, {1, 2}, frozenset([1]), b'ab', bytearray(3), range(5), S('xy'), L([1]), Sized(), 5, None, 1.5]: tell(len, v)
tell(len); tell(len, [], [])
for v in ['a', 'ä', '€', '', 'ab', S('z'), b'x', b'', 5]: tell(ord, v)
for v in [0, 65, 255, 256, 0x10ffff, 0x110000, -1, True, Int(66), 1.0, 'a']: tell(chr, v)
for v in [0, -5, 5, True, -2**63, 2**64, -0.0, -1.5, float('-inf'), 3-4j, Int(-3), 'a']: tell(abs, v)
for a in [(1, 2), (2, 1), (1.5, 0.5), (float('nan'), 1.0), (1.0, float('nan')), (1, 1.0), (1.0, 1), (-0.0, 0.0), (True, False), ('a', 'b'), (1, 'a'), (2**70, 1), ([1], [0])]: tell(max, *a); tell(min, *a)
class A: pass
class B(A): pass
class Liar:
    @property
    def __class__(self): return A
class Meta(type):
    def __instancecheck__(cls, o): return o == 5
class M(metaclass=Meta): pass
for a in [(1, int), (True, int), (1, str), (B(), A), (A(), B), (Liar(), A), (Liar(), Liar), (Liar(), int), (5, M), (6, M), (1, (str, int)), (1, int | str), (1, 5)]: 
    try: print(isinstance(*a))
    except TypeError as e: print(e)
l = L([1]); l.append(5); print(l)
l = []
for i in range(40): l.append(i)
print(l.pop(), l.pop(0), l.pop(-1), len(l))
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].append(), lambda: [1].append(1, 2), lambda: [1, 2].pop('a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = {'a': 1, 2: 'b', 3.0: 'c', S('s'): 4, (1,): 5}
print([d.get(k) for k in ('a', 2, 2.0, 3, 's', S('a'), (1,), 'zz', True)], d.get('zz', 9), d.get(99, None), D().get('q'))
for f in (lambda: d.get(), lambda: d.get(1, 2, 3), lambda: d.get([])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for s in ['abc', '', 'ä', S('abc'), 'a b', ' \t\n\x0b\x0c\r\x1c\x1f', '\x85', '123', '12a', '²', 'ABC', '_']:
    print(ascii(s), s.isdigit(), s.isalpha(), s.isspace(), s.startswith('a'), s.endswith('c'), s.startswith(''), s.startswith(('x', 'a')), s.startswith('b', 1))
for f in (lambda: 'a'.startswith(1), lambda: 'a'.startswith(), lambda: 'a'.isdigit(1), lambda: 'a'.endswith([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import math
for n in 'sin cos sqrt floor ceil exp fabs degrees isnan isinf isfinite'.split():
    f = getattr(math, n)
    for v in [0.5, -0.0, -1.0, 1e308, float('inf'), float('nan'), 3, True, 2**70, '1']:
        try: print(n, v, f(v))
        except Exception as e: print(n, v, type(e).__name__, e)
print(math.atan2(-0.0, 1.0), math.copysign(3, -0.0), math.floor(-1e20), math.ceil(2.0**62), math.floor(-2.0**62))
