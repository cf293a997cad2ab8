# Dictionaries with integer and tuple keys: memo tables, histograms, a grid.
import time


def collatz(limit):
    memo = {1: 1}
    best = 0
    for i in range(1, limit):
        n = i
        path = []
        while n not in memo:
            path.append(n)
            n = n // 2 if n % 2 == 0 else 3 * n + 1
        length = memo[n]
        while path:
            length += 1
            memo[path.pop()] = length
        if memo[i] > best:
            best = memo[i]
    return best + len(memo)


def grid(n):
    cells = {}
    x = y = 0
    s = 1
    for _ in range(n):
        s = (s * 48271) % 2147483647
        x += (s & 3) - 1
        y += ((s >> 2) & 3) - 1
        spot = x & 7, y & 7
        cells[spot] = cells.get(spot, 0) + 1
    return max(cells.values()) + len(cells)


def histogram(n):
    bins = {}
    for i in range(n):
        k = (i * i) % 997
        bins[k] = bins.get(k, 0) + 1
    return sum([k * v for k, v in bins.items()])


def main():
    total = histogram(1000000)
    for r in range(30):
        total += collatz(2000 + r) + grid(12000)
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
