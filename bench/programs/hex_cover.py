# A hexagonal puzzle as exact cover: count the ways to fill a board of hexagons, its middle taken out,
# with pieces of three cells, by depth-first search that always takes the most constrained cell.
import time

DIRECTIONS = [(1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1)]


def board(radius):
    cells = []
    for q in range(-radius, radius + 1):
        for r in range(-radius, radius + 1):
            if abs(q + r) <= radius and (q, r) != (0, 0):
                cells.append((q, r))
    return cells


def pieces(cells):
    # Every connected set of three cells, once: grow from each cell, keep the sorted tuple.
    number = {}
    for i in range(len(cells)):
        number[cells[i]] = i
    seen = set()
    out = []
    for q, r in cells:
        for dq, dr in DIRECTIONS:
            second = (q + dq, r + dr)
            if second not in number:
                continue
            for base in ((q, r), second):
                for eq, er in DIRECTIONS:
                    third = (base[0] + eq, base[1] + er)
                    if third in number and third != (q, r) and third != second:
                        key = tuple(sorted([number[(q, r)], number[second], number[third]]))
                        if key not in seen:
                            seen.add(key)
                            out.append(key)
    out.sort()
    return out


class Solver:
    def __init__(self, radius):
        self.cells = board(radius)
        self.pieces = pieces(self.cells)
        self.by_cell = [[] for _ in self.cells]
        for p in self.pieces:
            for c in p:
                self.by_cell[c].append(p)
        self.free = [True] * len(self.cells)
        self.left = len(self.cells)
        self.nodes = 0
        self.solutions = 0
        self.limit = 0

    def fitting(self, cell):
        free = self.free
        return [p for p in self.by_cell[cell] if free[p[0]] and free[p[1]] and free[p[2]]]

    def choose(self):
        best = None
        for cell in range(len(self.cells)):
            if self.free[cell]:
                options = self.fitting(cell)
                if best is None or len(options) < len(best):
                    best = options
                    if len(best) <= 1:
                        break
        return best

    def solve(self):
        self.nodes += 1
        if self.left == 0:
            self.solutions += 1
            return
        for a, b, c in self.choose():
            if self.solutions >= self.limit:
                return
            free = self.free
            free[a] = free[b] = free[c] = False
            self.left -= 3
            self.solve()
            self.left += 3
            free[a] = free[b] = free[c] = True


def main():
    out = []
    for radius, limit in ((2, 100000), (3, 30000)):
        s = Solver(radius)
        s.limit = limit
        s.solve()
        out.append("%d/%d/%d" % (len(s.pieces), s.solutions, s.nodes))
    return " ".join(out)


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
