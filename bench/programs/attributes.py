# Loads and stores of instance, class and inherited attributes.
import time


class Base:
    step = 3
    limit = 1000

    def __init__(self):
        self.a = 0
        self.b = 1
        self.c = 2


class Point(Base):
    scale = 2

    def __init__(self):
        super().__init__()
        self.next = None
        self.hits = 0


def run(p, n):
    for i in range(n):
        p.a = p.b + p.c
        p.b = p.c + p.step
        p.c = p.a - p.b + p.scale
        if p.a > p.limit:
            p.a = p.b = p.c = i & 15
            p.hits += 1
        p = p.next
    return p


def main():
    ring = [Point() for _ in range(8)]
    for i in range(8):
        ring[i].next = ring[(i + 1) % 8]
        ring[i].b = i
    run(ring[0], 2000000)
    return sum([p.a + p.b * 3 + p.c * 5 + p.hits * 7 for p in ring])


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
