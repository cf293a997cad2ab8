# Attributes that cannot be set or deleted: what each kind of object says.
def r(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A: d = 1
class D(dict): d = 1
class L(list):
    def d(self): pass
class E(Exception): d = 1
class S: __slots__ = (); d = 1
class S2:
    __slots__ = ()
    def __delattr__(self, n): super().__delattr__(n)
class S3(S2): __slots__ = ()
def de(o): del o.d
def dz(o): del o.z
def sd(o): o.d = 2
def sz(o): o.z = 2
for f in de, dz, sd, sz, de, de, sd:
    for o in A(), D(), L(), E(), S(), S2(), S3(), 5, [], 'x', len, A, type, int:
        print(f.__name__, type(o).__name__, end=' '); r(lambda: f(o))
