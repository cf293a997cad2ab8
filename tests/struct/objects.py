# Written by MicroPython: code 'O', objects packed as pointers.
import struct

class A:
    pass

o = A()
for order in "", "@", "<", ">":
    b = struct.pack(order + "O", o)
    print(len(b), struct.calcsize(order + "O"), struct.unpack(order + "O", b)[0] is o)
things = [None, True, "text", b"bytes", (1, 2), 1.5, A, len, 3, 2**70]
b = struct.pack("<10O", *things)
for x, y in zip(things, struct.unpack("<10O", b)):
    print(x == y, type(x) is type(y))
buf = bytearray(32)
struct.pack_into("@bO", buf, 8, 5, o)
x, y = struct.unpack_from("@bO", buf, 8)
print(x, y is o)
