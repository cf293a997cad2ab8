# json.dumps and json.loads of sensor-like records.
import time
import json


def record(i):
    return {
        "id": i,
        "name": "sensor-%d" % i,
        "values": [i * k % 1000 for k in range(10)],
        "ratio": i / 4,
        "flags": {"on": i % 2 == 0, "fault": None, "note": "line\n\"quoted\" \\ end"},
        "tags": ["alpha", "beta", "gamma"],
    }


def main():
    total = 0
    batch = [record(i) for i in range(40)]
    for r in range(2000):
        text = json.dumps(batch)
        back = json.loads(text)
        item = back[r % 40]
        total += item["id"] + sum(item["values"]) + len(item["flags"]["note"]) + int(item["ratio"] * 4)
        total += len(text.replace(" ", ""))
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
