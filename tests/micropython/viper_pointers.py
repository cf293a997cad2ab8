# The output is MicroPython 1.29's.
# Pointers that leave a viper function, and viper's types in an ordinary function.
import micropython


@micropython.viper
def at(x: ptr8) -> ptr8:
    return x


@micropython.viper
def fill(p: ptr8, c: int, n: int):
    saved = p
    for i in range(n):
        p[i] = c
    assert int(saved) == int(p)


def count(data: ptr8, n: uint) -> uint:
    return data[n]


b = bytearray(b"0000")
fill(at(b), ord("1"), 4)
print(b)
fill(at(b) + 2, ord("2"), 2)
print(b)
print(count(b, 2))
for bad in ("@micropython.fast\ndef f(): pass", "@micropython.viper.fast\ndef f(): pass"):
    try:
        exec(bad, {})
        print("no error")
    except SyntaxError:
        print("SyntaxError")
