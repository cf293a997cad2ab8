# try/except/finally: the path without an exception, raise and catch near and far, custom classes, with blocks.
import time


class Odd(Exception):
    pass


class VeryOdd(Odd):
    def __init__(self, value):
        super().__init__(value)
        self.value = value


class Scope:
    depth = 0

    def __enter__(self):
        Scope.depth += 1
        return self

    def __exit__(self, kind, value, trace):
        Scope.depth -= 1
        return kind is not None and issubclass(kind, KeyError)


def check(n):
    if n % 8 == 7:
        raise VeryOdd(n)
    if n % 4 == 3:
        raise Odd("odd")
    return n


def deep(n, depth):
    if depth:
        return deep(n, depth - 1) + 1
    return check(n)


def main():
    total = 0
    table = {1: 1}
    numbers = [1, 2, 3]
    for i in range(400000):
        try:
            total += check(i)
        except VeryOdd as e:
            total += e.value & 7
        except Odd:
            total += 1
        finally:
            total ^= 1
        try:
            total += table[i & 1]
        except (KeyError, IndexError):
            total += 2
        if i % 5 == 0:
            try:
                total += deep(i, 4)
            except Odd as e:
                total += len(e.args)
        if i % 3 == 0:
            with Scope():
                total += numbers[i % 3]
                if i & 1:
                    total += table[2]
    return total + Scope.depth


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
