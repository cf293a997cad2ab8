# One byte or character replaced by another: all, none, the first few, at every
# distance from the ends, and where bytes differ in one bit.
import binascii

sum = 0
for n in (0, 1, 7, 8, 9, 15, 16, 17, 30, 100, 257, 1000):
    for step in (1, 2, 3, 7, 8, 9, 50):
        for x, y in ((0, 255), (255, 0), (127, 128), (128, 127), (10, 32), (97, 97)):
            b = bytearray([x ^ 1 if k % 5 else x ^ 128 for k in range(n)])
            b[::step] = bytes([x]) * len(b[::step])
            for count in (-1, 0, 1, 8, 9, 10, 1000):
                r = bytes(b).replace(bytes([x]), bytes([y]), count)
                sum = binascii.crc32(r, sum)
                expected, left = bytearray(b), len(b) if count < 0 else count
                for k in range(n):
                    if b[k] == x and left:
                        expected[k], left = y, left - 1
                if r != expected:
                    print("bytes", n, step, x, y, count)
                s = b.decode("latin-1")
                if s.replace(chr(x), chr(y), count).encode("latin-1") != r:
                    print("str", n, step, x, y, count)
print(sum)
