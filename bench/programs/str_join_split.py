# Built-in string methods: split, join, strip, replace, find, startswith, upper, encode.
import time


def main():
    total = 0
    for i in range(180000):
        line = "  sensor-%d , temperature=%d , humidity=%d , state=ok  " % (i % 17, i % 40, i % 100)
        fields = [f.strip() for f in line.split(",")]
        values = {}
        for f in fields[1:]:
            k, v = f.split("=")
            values[k] = v
        if fields[0].startswith("sensor-") and values["state"] == "ok":
            total += int(values["temperature"]) + int(values["humidity"])
        joined = ";".join(fields).replace("=", ":").upper()
        total += joined.find("STATE") + joined.count("T") + len(joined.encode())
        if joined.endswith("OK"):
            total += joined.rfind(":")
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
