# The largest singular value of an infinite matrix by power iteration: float lists and small function calls.
import time
import math


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, n):
    out = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(i, j) * v[j]
        out.append(total)
    return out


def times_transposed(v, n):
    out = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(j, i) * v[j]
        out.append(total)
    return out


def main():
    n = 240
    u = [1.0] * n
    for _ in range(10):
        v = times_transposed(times(u, n), n)
        u = times_transposed(times(v, n), n)
    uv = vv = 0.0
    for i in range(n):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    return int(math.sqrt(uv / vv) * 1000000000)


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
