# A report from a log file: read it line by line, put up with what is wrong in it,
# count, group, sort, and print tables.
import io
import os
from collections import Counter, OrderedDict, namedtuple

Reading = namedtuple("Reading", ("date", "time", "sensor", "value", "unit", "remark"))


def parse(lines, problems):
    """Yield the readings of a log; what cannot be read goes to problems."""
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        fields = line.split(";")
        if len(fields) != 6:
            problems.append((number, f"{len(fields)} fields instead of 6"))
            continue
        try:
            value = float(fields[3])
        except ValueError as e:
            problems.append((number, str(e)))
            continue
        yield Reading(fields[0], fields[1], fields[2], value, fields[4], fields[5])


class Series:
    def __init__(self, unit):
        self.unit = unit
        self.values = []

    def add(self, value):
        self.values.append(value)

    @property
    def mean(self):
        return sum(self.values) / len(self.values)

    @property
    def median(self):
        v = sorted(self.values)
        half = len(v) // 2
        return v[half] if len(v) % 2 else (v[half - 1] + v[half]) / 2

    def bar(self, value, width=24):
        low, high = min(self.values), max(self.values)
        n = round((value - low) / (high - low) * width) if high > low else 0
        return "█" * n + "·" * (width - n)


def table(head, rows, out):
    """Write columns as wide as they need to be, numbers to the right."""
    rows = [[str(c) for c in row] for row in rows]
    widths = [max(len(row[i]) for row in [head] + rows) for i in range(len(head))]
    right = [all(row[i].replace(".", "", 1).lstrip("-").isdigit() for row in rows) for i in range(len(head))]

    def line(row):
        cells = (c.rjust(w) if r else c.ljust(w) for c, w, r in zip(row, widths, right))
        out.write("  ".join(cells).rstrip() + "\n")

    line(head)
    line(["-" * w for w in widths])
    for row in rows:
        line(row)


def words(text):
    word = ""
    for c in text.lower() + " ":
        if c.isalpha():
            word += c
        elif word:
            yield word
            word = ""


def main():
    path = os.path.join(os.path.dirname(__file__), "data", "station.log")
    problems = []
    with open(path, encoding="utf-8") as f:
        readings = list(parse(f, problems))

    series = OrderedDict()
    for r in readings:
        series.setdefault(r.sensor, Series(r.unit)).add(r.value)

    out = io.StringIO()
    out.write(f"{len(readings)} readings of {len(series)} sensors, {len(problems)} lines not understood\n\n")
    table(
        ["sensor", "unit", "n", "min", "mean", "median", "max"],
        [(name, s.unit, len(s.values), min(s.values), f"{s.mean:.2f}", f"{s.median:.2f}", max(s.values)) for name, s in sorted(series.items())],
        out,
    )

    days = {}
    for r in readings:
        if r.sensor == "temperature":
            days.setdefault(r.date, []).append(r)
    temperature = series["temperature"]
    for date in sorted(days):
        out.write(f"\n{date}\n")
        for r in days[date]:
            out.write(f"  {r.time}  {r.value:>+5.1f} {r.unit}  {temperature.bar(r.value)}  {r.remark}".rstrip() + "\n")

    count = Counter(w for r in readings for w in words(r.remark) if len(w) > 2)
    out.write("\nwords in remarks: ")
    out.write(", ".join(f"{w} ({n})" for w, n in sorted(count.items(), key=lambda x: (-x[1], x[0])) if n > 1))
    out.write("\n\nlines not understood:\n")
    for number, reason in problems:
        out.write(f"{number:4}: {reason}\n")

    text = out.getvalue()
    print(text, end="")
    print(f"({len(text.splitlines())} lines, {len(text)} characters, {len(text.encode())} bytes)")


main()
