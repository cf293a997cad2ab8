# List, set and dict comprehensions, generator expressions, and the builtins fed by them.
import time


def main():
    total = 0
    for r in range(360):
        squares = [x * x for x in range(3000)]
        odd = [x for x in squares if x & 1]
        pairs = [(i, j) for i in range(40) for j in range(i, 40) if (i + j) % 3 == 0]
        table = {x: x + r for x in range(1500)}
        kinds = {x % 101 for x in squares}
        total += sum(x % 7 for x in odd)
        total += sum([table[k] for k in range(0, 1500, 3)])
        total += len(pairs) + len(kinds)
        total += sum(map(lambda x: x & 3, odd))
        total += len(list(filter(lambda x: x % 5 == 0, squares)))
        total += max([a * b for a, b in zip(odd, squares)]) % 1009
        total += any(x > 8990000 for x in squares) + all(x >= 0 for x in squares)
        for i, x in enumerate(odd):
            total += i ^ (x & 15)
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
