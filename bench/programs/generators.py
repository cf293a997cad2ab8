# Generators: pipelines, yield from through several levels, send, and recursion over a tree.
import time


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(source):
    for x in source:
        if x & 1 == 0:
            yield x


def scaled(source, by):
    for x in source:
        yield x * by


def walk(lo, hi):
    if lo < hi:
        mid = (lo + hi) // 2
        yield from walk(lo, mid)
        yield mid
        yield from walk(mid + 1, hi)


def averager():
    total = 0
    n = 0
    value = 0
    while True:
        x = yield value
        total += x
        n += 1
        value = total // n


def main():
    total = 0
    for x in scaled(evens(count(1500000)), 3):
        total += x
    for r in range(100):
        for x in walk(r, r + 60):
            total ^= x
    a = averager()
    next(a)
    for i in range(900000):
        total += a.send(i & 1023)
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
