# Viper functions: machine words, casts, pointers; the decorators need no import.

@micropython.viper
def add(x: int, y: int) -> int:
    return x + y

print(add(1, 2), add(-5, 3), add(0x7fffffffffffffff, 1) == -0x8000000000000000)

@micropython.viper
def mul(x: int, y: int) -> int:
    return x * y

print(mul(0x123456789, 0x987654321))

@micropython.viper
def unsigned(x: uint, y: uint):
    print(x < y, x > y, x == y)

unsigned(1, 2)
unsigned(-1, 1)

@micropython.viper
def shifts(x: int, n: int):
    print(x << n, x >> n, -x, ~x, x & 12, x | 3, x ^ 5)

shifts(-1000, 3)
shifts(77, 1)

@micropython.viper
def total(buf: ptr8, n: int) -> int:
    s = 0
    for i in range(n):
        s += buf[i]
    return s

print(total(b'\x01\x02\xff', 3))

@micropython.viper
def fill(buf: ptr16, n: int, v: int):
    i = 0
    while i < n:
        buf[i] = v + i
        i += 1

b = bytearray(8)
fill(b, 4, 0xfffe)
print(b)

@micropython.viper
def swap32(src) -> int:
    p = ptr32(src)
    q = ptr8(src)
    q[0] = 0x78
    return p[0]

print(hex(swap32(bytearray(b'\x00\x56\x34\x12'))))

@micropython.viper
def objects(a, b: int):
    l = [a, b + 1]
    l.append(len(l))
    d = {'k': a}
    return l, d["k"]

print(objects('x', 1))

@micropython.viper
def nothing() -> int:
    pass

print(nothing())

@micropython.viper
def truth(x: bool) -> bool:
    return x

print(truth([]), truth(5))

@micropython.native
def native(n):
    return sum(range(n))

print(native(10))

def outer():
    @micropython.viper
    def inner(x: int) -> int:
        return x * 2
    return inner

print(outer()(21))
X = const(5)
_Y = const(X + 1)
print(X, _Y)
