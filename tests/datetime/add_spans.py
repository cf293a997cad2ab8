# Datetimes and spans: within a month, over its ends, and out of range.
import random
from datetime import datetime, timedelta, timezone


class D(datetime):
    pass


random.seed(5)
days = [0, 1, -1, 2, 27, -27, 28, 31, 365, -365, 99999999, -99999999]
for d in [datetime(2024, 1, 2, 3, 4, 5, 6), datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), datetime(2024, 2, 29, 23, 59, 59),
          datetime(2023, 12, 28), datetime(2000, 3, 1, tzinfo=timezone.utc), D(2024, 5, 28, 12)]:
    for _ in range(60):
        x = timedelta(random.choice(days + [random.randint(-800000, 3700000)]), random.choice([0, 1, -1, 86399, random.randint(-10**6, 10**6)]), random.choice([0, 1, -1, 999999]))
        for f in (lambda: d + x, lambda: d - x, lambda: x + d):
            try:
                print(repr(f()))
            except OverflowError as e:
                print(e)
