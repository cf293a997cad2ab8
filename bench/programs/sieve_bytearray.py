# The sieve of Eratosthenes on a bytearray, odd numbers only.
import time


def sieve(n):
    half = n // 2
    flags = bytearray(half)
    flags[0] = 1
    i = 1
    while (2 * i + 1) * (2 * i + 1) <= n:
        if not flags[i]:
            step = 2 * i + 1
            for j in range(2 * i * (i + 1), half, step):
                flags[j] = 1
        i += 1
    count = 1
    last = 2
    for i in range(half):
        if flags[i] == 0:
            count += 1
            last = 2 * i + 1
    return count * last


def main():
    total = 0
    for k in range(6):
        total += sieve(1200000 + 2 * k)
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
