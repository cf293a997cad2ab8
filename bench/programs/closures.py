# Functions made at run time: captured and rebound variables, composition, defaults, keywords, star arguments.
import time


def counter(step):
    n = 0

    def bump(by=1):
        nonlocal n
        n += step * by
        return n

    def reset():
        nonlocal n
        n = n & 7

    return bump, reset


def compose(f, g):
    return lambda x: f(g(x))


def adder(k):
    return lambda x: x + k


def spread(a, b, *rest, scale=1, **more):
    return (a + b + len(rest)) * scale + len(more)


def main():
    total = 0
    bump, reset = counter(3)
    f = compose(adder(5), compose(adder(-2), adder(1)))
    args = (1, 2, 3)
    for i in range(350000):
        total += bump()
        total += bump(by=2)
        if i & 63 == 0:
            reset()
        total += f(i)
        total += adder(i)(1)
        total += spread(i, 1, scale=2)
        if i & 3 == 0:
            total += spread(*args, i, extra=1)
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
