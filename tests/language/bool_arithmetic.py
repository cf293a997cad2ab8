# Arithmetic of bools with numbers, in a loop and at the edges of int.
import operator
ops = [operator.add, operator.sub, operator.mul, operator.and_, operator.or_, operator.xor, operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge]
vals = [True, False, 0, 1, -1, 2, 2**63 - 1, -2**63, 2**63, -2**64, 0.0, 1.0, -0.0, 1.5, float('inf')]
def go(x, y):
    out = []
    for f in (lambda: x + y, lambda: x - y, lambda: x * y, lambda: x & y, lambda: x | y, lambda: x ^ y, lambda: x < y, lambda: x <= y,
              lambda: x == y, lambda: x != y, lambda: x > y, lambda: x >= y, lambda: x / y, lambda: x // y, lambda: x % y, lambda: x ** y if abs(y) < 99 else 0):
        try: r = f(); out.append((type(r).__name__, r))
        except Exception as e: out.append((type(e).__name__, str(e)))
    return out
for x in vals:
    for y in vals:
        if isinstance(x, bool) or isinstance(y, bool):
            print(x, y, go(x, y))
def inplace(x, y):
    a = x; a += y; b = x; b -= y; c = x; c *= y; d = x; d &= y; e = x; e |= y; f = x; f ^= y
    return a, b, c, d, e, f
for x in vals[:10]:
    for y in vals[:10]:
        if isinstance(x, bool) or isinstance(y, bool):
            print(inplace(x, y))
n = 0; t = True; m = 2**63 - 3
for i in range(300):
    n += i % 3 == 0; n -= i > 290; t ^= i & 1 == 1; t &= i != 5; m += i < 9
    if (i > 7) + (i < 9) == 2: n += 1000
print(n, t, m, type(t))
class I(int):
    def __radd__(self, o): return 'radd'
    def __and__(self, o): return 'and'
print(True + I(3), I(3) & True, True & I(2), True == I(1))
