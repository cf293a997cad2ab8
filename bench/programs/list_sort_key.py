# Sorting: a quicksort written in Python, list.sort and sorted with key functions and reverse.
import time


def numbers(n, x):
    out = []
    for _ in range(n):
        x = (x * 16807) % 2147483647
        out.append(x % 100003)
    return out


def quicksort(a, low, high):
    while low < high:
        pivot = a[(low + high) // 2]
        i = low
        j = high
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort(a, low, j)
            low = i
        else:
            quicksort(a, i, high)
            high = j


def digits(n):
    return n % 1000, n


def main():
    total = 0
    for r in range(20):
        base = numbers(8000, r + 1)
        a = list(base)
        quicksort(a, 0, len(a) - 1)
        b = sorted(base)
        c = sorted(base, key=lambda v: -v)
        d = sorted(base, key=digits)
        base.sort(reverse=True)
        if a != b or c != base:
            return "wrong order"
        total += a[100] + c[200] * 3 + d[300] * 5
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
