# Float arithmetic on local variables: a series, the logistic map and a damped oscillator.
import time


def leibniz(n):
    total = 0.0
    sign = 1.0
    for k in range(n):
        total += sign / (2.0 * k + 1.0)
        sign = -sign
    return total * 4.0


def logistic(n):
    x = 0.3
    total = 0.0
    for _ in range(n):
        x = 3.2 * x * (1.0 - x)
        total += x
    return total


def oscillator(n):
    x = 1.0
    v = 0.0
    dt = 0.00001
    for _ in range(n):
        v -= (x + 0.1 * v) * dt
        x += v * dt
    return x


def main():
    values = leibniz(1500000), logistic(1500000), oscillator(1500000)
    return " ".join([str(int(v * 1000000)) for v in values])


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
