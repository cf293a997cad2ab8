# Pancake flips over all permutations of n: list indexing, slicing and reversal.
import time


def fannkuch(n):
    perm = list(range(n))
    count = [0] * n
    best = 0
    checksum = 0
    sign = 1
    while True:
        if perm[0]:
            work = perm[:]
            flips = 0
            first = work[0]
            while first:
                work[: first + 1] = work[first::-1]
                flips += 1
                first = work[0]
            if flips > best:
                best = flips
            checksum += sign * flips
        # The next permutation: rotate ever longer prefixes until a counter has room.
        i = 1
        while True:
            if i == n:
                return best, checksum
            head = perm[0]
            for k in range(i):
                perm[k] = perm[k + 1]
            perm[i] = head
            count[i] += 1
            if count[i] <= i:
                break
            count[i] = 0
            i += 1
        sign = -sign


def main():
    return "%d %d" % fannkuch(9)


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
