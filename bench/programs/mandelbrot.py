# The Mandelbrot set on a small grid: float arithmetic and a data-dependent inner loop, then the same with complex numbers.
import time


def by_floats(size, limit):
    total = 0
    for row in range(size):
        ci = 2.0 * row / size - 1.0
        for col in range(size):
            cr = 3.0 * col / size - 2.0
            x = y = 0.0
            n = 0
            while n < limit:
                xx = x * x
                yy = y * y
                if xx + yy > 4.0:
                    break
                y = 2.0 * x * y + ci
                x = xx - yy + cr
                n += 1
            total += n * (row ^ col)
    return total


def by_complex(size, limit):
    total = 0
    for row in range(size):
        for col in range(size):
            c = complex(3.0 * col / size - 2.0, 2.0 * row / size - 1.0)
            z = 0j
            for n in range(limit):
                if abs(z) > 2.0:
                    break
                z = z * z + c
            total += n
    return total


def main():
    return by_floats(240, 100) + by_complex(150, 50)


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
