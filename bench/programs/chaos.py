# The chaos game over a B-spline: small classes with operators, float arithmetic, an image as a list of rows.
import time


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def mix(self, other, t):
        return self + (other - self) * t


class Spline:
    # A uniform quadratic B-spline evaluated by de Boor's recurrence.
    def __init__(self, points):
        self.points = points
        n = len(points)
        self.knots = [0.0, 0.0] + [float(k) for k in range(n - 1)] + [float(n - 2), float(n - 2)]
        self.span = float(n - 2)

    def at(self, t):
        knots = self.knots
        k = int(t) + 2
        last = len(self.points) - 1
        if k > last:
            k = last
        d = [self.points[k - 2], self.points[k - 1], self.points[k]]
        for r in range(1, 3):
            for j in range(2, r - 1, -1):
                i = j + k - 2
                lo = knots[i]
                hi = knots[i + 3 - r]
                a = (t - lo) / (hi - lo)
                d[j] = d[j - 1].mix(d[j], a)
        return d[2]


class Game:
    def __init__(self, splines, size):
        self.splines = splines
        self.size = size
        self.image = [[0] * size for _ in range(size)]
        self.seed = 42

    def random(self):
        self.seed = (self.seed * 16807) % 2147483647
        return self.seed / 2147483647.0

    def step(self, p):
        s = self.splines[int(self.random() * len(self.splines))]
        t = p.x * s.span * 0.999999
        a = s.at(t)
        b = s.at(t * 0.5 + self.random() * 0.25)
        q = a.mix(b, 0.3) * 0.75 + Vector(p.y * 0.2, p.x * 0.2)
        x = min(max(q.x, 0.0), 0.999)
        y = min(max(q.y, 0.0), 0.999)
        return Vector(x, y)

    def play(self, steps):
        p = Vector(0.4, 0.6)
        size = self.size
        for _ in range(steps):
            p = self.step(p)
            self.image[int(p.y * size)][int(p.x * size)] += 1


def main():
    splines = [
        Spline([Vector(0.1, 0.2), Vector(0.4, 0.9), Vector(0.8, 0.3), Vector(0.9, 0.8), Vector(0.3, 0.6)]),
        Spline([Vector(0.9, 0.1), Vector(0.2, 0.5), Vector(0.6, 0.7), Vector(0.7, 0.1)]),
        Spline([Vector(0.5, 0.5), Vector(0.1, 0.9), Vector(0.9, 0.9), Vector(0.5, 0.0), Vector(0.2, 0.2), Vector(0.8, 0.6)]),
    ]
    game = Game(splines, 64)
    game.play(45000)
    total = 0
    for y in range(64):
        row = game.image[y]
        for x in range(64):
            total = (total * 3 + row[x]) % 1000000007
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
