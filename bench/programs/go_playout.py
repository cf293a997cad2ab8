# Random playouts of the game of go on nine by nine: groups and liberties by flood fill, captures, ko, own eyes.
import time

SIZE = 9
WIDTH = SIZE + 2
EMPTY, BLACK, WHITE, EDGE = 0, 1, 2, 3
STEPS = (-WIDTH, -1, 1, WIDTH)


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 48271) % 2147483647
        return self.state % n


class Board:
    def __init__(self):
        self.points = [EDGE] * (WIDTH * WIDTH)
        self.spots = []
        for y in range(1, SIZE + 1):
            for x in range(1, SIZE + 1):
                self.points[y * WIDTH + x] = EMPTY
                self.spots.append(y * WIDTH + x)
        self.ko = None
        self.captured = [0, 0, 0]

    def group(self, at):
        # The stones connected to the one at this point, and whether they have a liberty.
        colour = self.points[at]
        stones = {at}
        queue = [at]
        while queue:
            p = queue.pop()
            for step in STEPS:
                n = p + step
                c = self.points[n]
                if c == EMPTY:
                    return None
                if c == colour and n not in stones:
                    stones.add(n)
                    queue.append(n)
        return stones

    def is_eye(self, at, colour):
        for step in STEPS:
            c = self.points[at + step]
            if c != colour and c != EDGE:
                return False
        bad = 0
        border = False
        for step in (-WIDTH - 1, -WIDTH + 1, WIDTH - 1, WIDTH + 1):
            c = self.points[at + step]
            if c == EDGE:
                border = True
            elif c != colour and c != EMPTY:
                bad += 1
        return bad < (1 if border else 2)

    def play(self, at, colour):
        # Puts a stone down and answers whether that was legal.
        if self.points[at] != EMPTY or at == self.ko:
            return False
        other = BLACK + WHITE - colour
        self.points[at] = colour
        taken = []
        for step in STEPS:
            n = at + step
            if self.points[n] == other:
                dead = self.group(n)
                if dead:
                    for s in dead:
                        self.points[s] = EMPTY
                        taken.append(s)
        if not taken and self.group(at):
            self.points[at] = EMPTY
            return False
        self.ko = taken[0] if len(taken) == 1 else None
        self.captured[colour] += len(taken)
        return True

    def score(self):
        total = 0
        for p in self.spots:
            c = self.points[p]
            if c == EMPTY:
                near = [self.points[p + s] for s in STEPS]
                if WHITE not in near:
                    c = BLACK
                elif BLACK not in near:
                    c = WHITE
            if c == BLACK:
                total += 1
            elif c == WHITE:
                total -= 1
        return total


def playout(random):
    board = Board()
    colour = BLACK
    passes = moves = 0
    while passes < 2 and moves < 250:
        candidates = [p for p in board.spots if board.points[p] == EMPTY]
        moved = False
        while candidates:
            k = random.below(len(candidates))
            at = candidates[k]
            candidates[k] = candidates[-1]
            candidates.pop()
            if not board.is_eye(at, colour) and board.play(at, colour):
                moved = True
                break
        if moved:
            passes = 0
        else:
            passes += 1
            board.ko = None
        colour = BLACK + WHITE - colour
        moves += 1
    return board.score(), moves, board.captured[BLACK] * 100 + board.captured[WHITE]


def main():
    random = Random(20240229)
    total = moves = captures = 0
    for _ in range(450):
        score, n, taken = playout(random)
        total += score
        moves += n
        captures += taken
    return "%d %d %d" % (total, moves, captures)


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
