# Method calls: plain, overridden in subclasses, through super(), static, class methods and stored bound methods.
import time


class Shape:
    count = 0

    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def grow(self, by):
        self.size += by
        if self.size > 50:
            self.size -= 50
        return self

    @staticmethod
    def twice(x):
        return x + x

    @classmethod
    def note(cls, x):
        cls.count = (cls.count + x) & 0xFFFF
        return cls.count


class Square(Shape):
    def area(self):
        return self.size * self.size


class Cube(Square):
    def area(self):
        return super().area() * 6


class Strip(Shape):
    def area(self):
        return self.twice(self.size)


def main():
    shapes = [Square(3), Cube(4), Strip(5), Cube(6), Square(7)]
    total = 0
    for i in range(120000):
        for s in shapes:
            total += s.grow(i & 3).area()
        total += s.note(i)
        grow = shapes[0].grow
        grow(1)
        grow(2)
    return total + Square.count


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
