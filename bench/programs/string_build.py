# Strings and byte arrays grown piece by piece.
import time


def by_concatenation(n):
    s = ""
    for i in range(n):
        s += "ab"
        if i % 7 == 0:
            s += str(i)
    return s


def by_parts(n):
    parts = []
    for i in range(n):
        parts.append(chr(97 + i % 26))
        parts.append("-")
    return "".join(parts)


def by_bytes(n):
    b = bytearray()
    for i in range(n):
        b.append(i & 127)
        b.extend(b"xyz")
    return bytes(b)


def weigh(s):
    total = 0
    for k in range(0, len(s), 37):
        total += ord(s[k]) * (k & 255)
    return total


def main():
    total = 0
    for r in range(8000):
        s = by_concatenation(200 + r % 5)
        p = by_parts(200)
        b = by_bytes(100)
        total += weigh(s) + weigh(p) + len(b) + b[-4 - (r & 63)]
    return total


# The clock: MicroPython's ticks where they exist, so that every implementation runs this file.
if hasattr(time, "ticks_us"):
    clock, elapsed = time.ticks_us, time.ticks_diff
else:
    def clock():
        return int(time.perf_counter() * 1000000)

    def elapsed(end, start):
        return end - start

start = clock()
result = main()
spent = elapsed(clock(), start)
print(result)
print("time", spent)
