# re: match, search, groups and sub with patterns that every implementation knows.
import time
import re


def main():
    line = re.compile(r"^(\w+)-(\d+)\s+(GET|PUT|POST)\s+(/[a-z/]*)\s+(\d\d\d)$")
    number = re.compile(r"-?\d+\.?\d*")
    pair = re.compile(r"([a-z]+)=([^;]*);?")
    words = re.compile(r"[,; ]+")
    blank = re.compile(r"\s+")
    total = 0
    for i in range(60000):
        m = line.match("host-%d   GET /status/all  %d" % (i, 200 + i % 300))
        if m:
            total += int(m.group(2)) % 100 + int(m.group(5)) + len(m.group(4))
        m = number.search("the temperature is now about %d.5 degrees" % (i % 50 - 20))
        total += len(m.group(0))
        text = "mode=auto;level=%d;unit=kelvin" % i
        while text:
            m = pair.match(text)
            total += len(m.group(1)) * len(m.group(2))
            text = text[len(m.group(0)):]
        total += len(words.split("one, two; three four,five"))
        total += len(blank.sub(" ", "a  b \t c    d"))
        if line.match("garbage line number %d" % i):
            total += 1000000
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
