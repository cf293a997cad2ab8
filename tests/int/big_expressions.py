# Expressions of ints around the borders of words: results that are only operands of the
# next operation are never objects.
class Lcg:
    def __init__(self):
        self.x = 88172645463325252

    def bits(self, n):
        r = 0
        for _ in range(0, n, 32):
            self.x = (self.x * 6364136223846793005 + 1442695040888963407) % 2 ** 64
            r = r << 32 | self.x >> 32
        return r & ((1 << n) - 1)

    def int(self):
        kind = self.bits(4)
        size = self.bits(5) * 32 + self.bits(2)
        if kind < 4:
            n = (1 << size) + self.bits(3) - 3
        elif kind < 6:
            n = self.bits(6)
        elif kind < 8:
            n = (1 << 62 + self.bits(2)) + self.bits(2) - 2
        else:
            n = self.bits(size)
        return -n if self.bits(1) else n


class Sum:
    def __init__(self):
        self.h = 0

    def add(self, *numbers):
        for n in numbers:
            for c in hex(n):
                self.h = (self.h * 31 + ord(c)) % 1000000007


def nonzero(r):
    n = r.int()
    return n if n else 1


def forms(s, a, b, c, d, e, k, j):
    s.add(a * b + c * d, a * b - c * d, (a + b) * (c - d), (a * b + c) * d - e)
    s.add((a * k + b) // (c * j + d or 1), (a * k + b) % (c * j + d or 1))
    s.add(a * b & c, (a * b | c) ^ d, (a * b & 0xffffffffffffffff) + c, a * b & 255, a * 7 | 1)
    s.add(a * b >> 64, (a + b) >> 1, (a << 65) - b, (a << k) + (b >> j), (a ^ b) << 3)
    s.add(a * b + (c * d + (e * a + (b * c + (d * e + a * e)))))
    s.add(a - (b - (c - (d - (e - a * b)))), a * b * c * d, a + b + c + d + e)
    s.add((a + b) - a - b, (a * b) // (b or 1) - a, a * b - a * b + 5, (a - a) * b + c)
    s.add(a * 0 + b, 0 * a + b * 1, 1 * a - 0 + c, (a + 0) * 1 // 1, (a | 0) ^ 0, (a << 0) + b, 0 | a * b)
    s.add(a * b + 1, a * b - 1, 3 * (a * b), (a * b) * 3, (a + b) // 7, (a + b) % 7, (a * b + 9) // 1)
    s.add((x := a * b) * x + x, (y := c + d) - (y := y * 2) + y)
    t = a
    t = t * t + t
    t += t * b
    s.add(t)
    t -= t * c + d
    t *= a - b
    t //= (b or 1)
    s.add(t)
    t %= c * d or 1
    t <<= 5
    t |= a & b
    t ^= c
    t >>= 3
    s.add(t)


def divisions(s, r, y, q):
    for z in (q * y, q * y - 1, q * y + 1, q * y + y // 2, (q + 1) * y - 1):
        s.add(z // y, z % y, -z // y, -z % y, *divmod(z, -y))
        s.add((z + 1) // y, (z * 3) % y, (z - 1) // (y + 1 or 1), (-z + 5) // (y - 1 or 1))


def random_forms():
    r, s = Lcg(), Sum()
    for n in range(1, 601):
        forms(s, r.int(), r.int(), r.int(), r.int(), r.int(), r.bits(5), r.bits(3))
        if n % 100 == 0:
            print(n, s.h)
    for n in range(1, 601):
        divisions(s, r, nonzero(r), r.bits(n % 70))
        if n % 100 == 0:
            print(n, s.h)


class Keep:
    "an operand that keeps what it meets"
    def __init__(self):
        self.kept = []

    def __radd__(self, other):
        self.kept.append(other)
        return other

    __rmul__ = __rsub__ = __rfloordiv__ = __rand__ = __rrshift__ = __radd__


class Int(int):
    pass


def others():
    a, b, k = 3 ** 80, -7 ** 50, Keep()
    print(a * b + k + 1, a * b - k - 1, (a + b) // k * 2, (a * b & k) + 1, (a - b >> k) + 3)
    print(k.kept)
    print(a * b + 0.5, a * b / 3, (a + b) ** 2, (a * b) * 1j, a * b == b * a, -(a * b), ~(a + b), abs(a * b - 1))
    print(a * Int(5) + 1, Int(a) * b + Int(b), a * b + True, a * True - False, (a + b) * [1][0])
    print([a * b + x for x in range(3)], {a * b: a + b}, (a * b, a * b + 1, a + 1 + b), f"{a * b + 1} {a + b:x}")
    print([x * y + y for x in [a, b] for y in [x * x]])
    for f in (lambda: a * b // 0, lambda: (a + b) % 0, lambda: a * b << -1, lambda: a + b >> -1, lambda: a * b + "x",
              lambda: a * b + None, lambda: (a + b) & 1.5, lambda: "x" + (a * b), lambda: a * (a * b // (b - b))):
        try:
            print(f())
        except (ArithmeticError, TypeError, ValueError) as e:
            print(type(e).__name__, e)
    l = [a, b]
    l[a * b - a * b] += a * b
    l[1] -= l[0] * 2 + l[1]
    print(l, a < b * a < a * a + 1, a * b if a + b > a * b else b)
    x = y = a * b + 1
    x += 1
    print(x, y, len(str(1 << 70000 | a * b)), (a << 70000 >> 69990) + 1 == (a << 10) + 1, a * b >> 10 ** 30, a + b >> 1000)


class Body:
    x = 10 ** 30
    y = x * x + x
    z = (y * 3 - x) // (x + 1)
    print(x, y, z)


n = 2 ** 100
m = n * n + n - (n * 5) // 3
print(n, m, n * m + 1)
others()
random_forms()
random_forms()
