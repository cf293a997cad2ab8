# Dictionaries with string keys: counting words, look-ups that hit and miss, deletions.
import time


def words(n):
    syllables = ["ka", "to", "mi", "ren", "su", "lo", "va", "ne"]
    out = []
    x = 7
    for _ in range(n):
        x = (x * 16807) % 2147483647
        out.append(syllables[x & 7] + syllables[(x >> 6) & 7] + syllables[(x >> 12) & 7] + syllables[(x >> 18) & 7])
    return out


def main():
    text = words(20000)
    total = 0
    for rounds in range(80):
        counts = {}
        for w in text:
            if w in counts:
                counts[w] += 1
            else:
                counts[w] = 1
        for w in text:
            total += counts.get(w, 0)
            total += counts.get("missing", 1)
        for i in range(0, len(text), 3):
            w = text[i]
            if w in counts:
                del counts[w]
        total += len(counts)
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
