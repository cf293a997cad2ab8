# A zone with daylight saving time: the hour that is there twice, and the one that is not.
from datetime import *

HOUR = timedelta(hours=1)


class Eastern(tzinfo):
    def bounds(self, year):
        start = datetime(year, 3, 8, 2)
        start += timedelta(days=6 - start.weekday())
        end = datetime(year, 11, 1, 2)
        end += timedelta(days=6 - end.weekday())
        return start, end

    def dst(self, dt):
        if dt is None:
            return None
        start, end = self.bounds(dt.year)
        dt = dt.replace(tzinfo=None)
        if start + HOUR <= dt < end - HOUR:
            return HOUR
        if end - HOUR <= dt < end:
            return timedelta(0) if dt.fold else HOUR
        if start <= dt < start + HOUR:
            return HOUR if dt.fold else timedelta(0)
        return timedelta(0)

    def utcoffset(self, dt):
        return timedelta(hours=-5) + self.dst(dt) if dt else None

    def __repr__(self):
        return 'Eastern'

    def tzname(self, dt):
        return 'EDT' if self.dst(dt) else 'EST'

    def fromutc(self, dt):
        start, end = self.bounds(dt.year)
        start, end = start.replace(tzinfo=self), end.replace(tzinfo=self)
        std = dt + timedelta(hours=-5)
        time_dst = std + HOUR
        if end <= time_dst < end + HOUR:
            return std.replace(fold=1)
        if std < start or time_dst >= end:
            return std
        return time_dst


z = Eastern()
u0 = datetime(2016, 3, 13, 5, tzinfo=timezone.utc)
for i in range(4):
    u = u0 + i * HOUR
    print(u.time(), 'UTC =', u.astimezone(z).time(), u.astimezone(z).tzname())
u0 = datetime(2016, 11, 6, 4, tzinfo=timezone.utc)
for i in range(4):
    t = (u0 + i * HOUR).astimezone(z)
    print(repr(t), t.tzname(), t.strftime('%Z %z'), t.utcoffset(), t.dst(), t.timetuple()[8])
a = datetime(2016, 11, 6, 1, 30, tzinfo=z)
b = a.replace(fold=1)
print(a == b, hash(a) == hash(b), a - b, a < b)
print(a.astimezone(timezone.utc), b.astimezone(timezone.utc))
print(a == a.astimezone(timezone.utc), b == b.astimezone(timezone.utc), a != a.astimezone(timezone.utc))
print(a.astimezone(timezone.utc) == a, a <= a.astimezone(timezone.utc))
print(a.timestamp(), b.timestamp())
print(a.isoformat(), b.isoformat(), a.timetz(), b.timetz(), b.time().fold)
print(time(1, tzinfo=z).utcoffset(), time(1, tzinfo=z) == time(1), time(1, fold=1) == time(1))
t = time(1, 2, tzinfo=timezone(HOUR))
print(t == time(0, 2, tzinfo=timezone.utc), hash(t) == hash(time(0, 2, tzinfo=timezone.utc)), t > time(0, 1, tzinfo=timezone.utc))
print(time(0, tzinfo=timezone(HOUR)) < time(0, tzinfo=timezone.utc), hash(time(0, tzinfo=timezone(HOUR))) is not None)

# Local time, wherever this is run: both ways agree.
for s in range(1600000000, 1640000000, 1234567):
    n = datetime.fromtimestamp(s)
    assert n.timestamp() == s, s
    assert n.astimezone().timestamp() == s, s
    assert n.astimezone(timezone.utc) == datetime.fromtimestamp(s, timezone.utc), s
    assert n.date() == date.fromtimestamp(s), s
    assert datetime.fromtimestamp(s, timezone.utc).astimezone().replace(tzinfo=None, fold=0) == n.replace(fold=0), s
now = datetime.now(timezone.utc)
assert abs(now - datetime.now().astimezone()) < timedelta(seconds=60)
assert abs(datetime.utcnow().replace(tzinfo=timezone.utc) - now) < timedelta(seconds=60)
assert date.today() in (datetime.now().date(), now.date(), date.today())
print('ok')
