# Numbers that are too large for their format.
import struct


def r(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in "efd":
    for v in -2**31, 2**1100, 1e300, 70000, True, 2**15, 65520, 65519, 10**400:
        r(lambda: struct.pack(f, v))
        r(lambda: struct.pack("<" + f, v))
for f in "bhiqnBHIQN":
    for v in 2**70, -2**70, 1.5, "a", 2**31, -129:
        r(lambda: struct.pack(f, v))
        if f not in "nN": r(lambda: struct.pack(">" + f, v))
