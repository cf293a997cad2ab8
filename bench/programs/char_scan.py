# A hand-written tokenizer: one-character strings, comparisons, membership, slices.
import time


def tokens(text):
    out = []
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c == " " or c == "\n":
            i += 1
        elif "a" <= c <= "z" or c == "_":
            j = i + 1
            while j < n and ("a" <= text[j] <= "z" or text[j] == "_" or text[j].isdigit()):
                j += 1
            out.append(("name", text[i:j]))
            i = j
        elif c.isdigit():
            j = i
            value = 0
            while j < n and text[j] in "0123456789":
                value = value * 10 + ord(text[j]) - 48
                j += 1
            out.append(("int", value))
            i = j
        else:
            out.append(("op", c))
            i += 1
    return out


def main():
    source = "total_1 = (alpha + 42) * beta_2 - 17 / (gamma % 1009)\nwhile total_1 > 0: total_1 = step(total_1, 3)\n" * 12
    total = 0
    for _ in range(2000):
        for kind, value in tokens(source):
            if kind == "int":
                total += value
            else:
                total += len(value)
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
