# Formatting: percent, str.format, f-strings and str() of integers and floats.
import time


def main():
    total = 0
    for i in range(160000):
        a = "%05d %x %s %.2f" % (i, i, "item", i / 7)
        b = "{:>8} {:<6}|{:04x}".format(i, "ab", i & 0xFFFF)
        c = f"{i}:{i * 2:6d}:{i / 3:.3f}:{'yes' if i & 1 else 'no'}"
        d = str(i) + repr(b)
        total += len(a) + len(b) * 3 + len(c) * 5 + len(d) + ord(a[-1]) + ord(c[-4])
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
