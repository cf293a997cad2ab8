# Small-integer arithmetic and comparisons on local variables.
import time


def main():
    total = 0
    x = 12345
    i = 0
    while i < 2000000:
        x = (x * 1103515245 + 12345) & 0x3FFFFFFF
        if x & 64:
            total += x >> 12
        else:
            total -= x % 1009
        i += 1
    for j in range(1500000):
        total = (total ^ j) + (j // 3)
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
