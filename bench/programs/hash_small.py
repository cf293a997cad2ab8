# hashlib.sha256 of sixteen bytes at a time: the cost of making and finishing a hash object.
import time
import hashlib


def main():
    data = bytes(range(16))
    total = 0
    for _ in range(700000):
        digest = hashlib.sha256(data).digest()
        total = (total * 31 + digest[5]) & 0x3FFFFFFF
        data = digest[8:24]
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
