# The output is MicroPython 1.29's.
# const(): names that the compiler replaces by their values, in functions and classes too.
from micropython import const

A = const(3)
B = const(A * 2 + 1)
_HIDDEN = const(0x10)
TEXT = const("text")
PAIR = const((A, "b"))
late = 1


def use():
    return A, B, _HIDDEN, TEXT, PAIR, A << 2


print(use(), A + late)


class Pin:
    IN = const(0)
    OUT = const(IN + 1)
    _MASK = const(0xFF)

    def mode(self):
        return OUT | _MASK, self.OUT

    print(IN, OUT, _MASK)


print(Pin().mode(), Pin.OUT, hasattr(Pin, "_MASK"))


def other(x, default=B):
    return [A + i for i in range(default) if i > _HIDDEN - 12]


print(other(1))
print([lambda: A][0](), {A: B}, f"{A}{B}")
if A == 3:
    print("three")
while B < 3:
    print("never")

for bad in ("X = const(y)", "X = const(1)\nX = const(2)", "X = const(1 // 0)", "X = const(-Y)"):
    try:
        exec(bad)
        print("no error")
    except SyntaxError:
        print("SyntaxError")


def scope():
    e = const(5)
    return e + A


print(scope())
