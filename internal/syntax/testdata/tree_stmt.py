import a, b.c, d.e as f
from a import b
from . import a
from .. import a as b, c
from ...a.b import (c, d as e,)
from .... import (a)
from a import *
x = y = z
x, y = y, x
(x) = 1; (x, y) = 1; [x, *y] = 1; x.y = 1; x[0] = 1; *x, y = 1; (x, [y, (z)]) = 1; () = []; x, = 1,
x: int
x: int = 1
(x): int = 1
x.y: int
x[0]: int = yield
x: int = *a, b
x += 1; x -= 1; x *= 1; x @= 1; x /= 1; x %= 1; x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1; x **= 1; x //= 1
(x) += yield
x.y += 1, 2
del x, y.z, (a, [b, c]), d[0],
del (x), [y], ()
del x
pass; break; continue
return
return x, *y
raise
raise x
raise x from y
assert x
assert x, y
global a, b
nonlocal c
type X = int
type X[T, *Ts, **P] = list[T]
type X[T: int = str, *Ts = *tuple[int], **P = [int]] = T
type = 1
type.x = 1
type: int = 2
if a: pass
if a:
    b
elif c:
    d
elif e:
    f
else:
    g
while a: b
while a:
    break
else:
    c
for x in y: z
for x, *y in a, *b:
    continue
else:
    c
for (x) in y: pass
for [x, y] in z: pass
for x.y, z[0] in w: pass
for x, in y: pass
with a: b
with a as b, c as d: e
with (a as b, c as d,): e
with (a, b): c
with (a, b) as c: d
with (a): b
with (a) as b: c
with (yield): b
with (a), (b): c
with (a).b as c: d
with (a as b): c
with a as (b, c), d as [e], f as g.h, i as j[0]: k
try: a
except: b
try:
    a
except B: c
except (B, C) as d:
    e
else:
    f
finally:
    g
try: a
finally: b
try: a
except* B: c
except* C as d: e
def f(): pass
def f(a, b=1, /, c=2, *d: e, f, g=3, **h: i) -> j: return
def f(*, a): pass
def f(a: int, *args: *Ts): pass
def f(a, /): pass
def f(a, b, /, c): pass
def f[T](a: T) -> T: pass
async def f():
    async for x in y: z
    else: w
    async with a as b: c
    async with (a, b): c
    await x
    return [x async for x in y]
@a
@b.c(d)
@(lambda f: f)
def f(): pass
@a
async def f(): pass
@a
class C: pass
class C: pass
class C(): pass
class C(A, *B, metaclass=D, **e): pass
class C[T: (int, str)](A):
    """doc"""
    x = 1

    def f(self):
        if x:
            # comment

            y

        # out
        z
    # dedent
w

if a:
	tab
if x: \
    y
x = 1; y = 2;
x \
    = \
    1
