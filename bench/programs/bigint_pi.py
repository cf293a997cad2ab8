# Arbitrary-precision integers: digits of pi by Machin's formula, Fibonacci numbers, modular powers.
import time


def arctan_inverse(x, unit):
    term = unit // x
    total = term
    square = x * x
    n = 3
    sign = -1
    while term:
        term //= square
        total += sign * (term // n)
        sign = -sign
        n += 2
    return total


def pi(digits):
    unit = 10 ** (digits + 10)
    value = 4 * (4 * arctan_inverse(5, unit) - arctan_inverse(239, unit))
    return value // 10 ** 10


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def main():
    total = 0
    for _ in range(80):
        total += pi(1200) % 1000000007
    for n in range(12000, 12020):
        total += fibonacci(n) % 1000000007
    m = (1 << 521) - 1
    for k in range(3, 400):
        total += pow(k, m - 2, m) % 1000003
        total += (k ** 300 * 7919 + k) % 1000003
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
