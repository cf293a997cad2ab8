# Subclasses, copies, dictionary keys, attributes.
import copy
import datetime as D
import time as T


class Date(D.date):
    def __new__(cls, *args, extra=5):
        self = super().__new__(cls, *args)
        self.extra = extra
        return self

    def month_start(self):
        return self.replace(day=1)


d = Date(2020, 2, 29, extra=7)
print(repr(d), d.extra, repr(d.month_start()), d.month_start().extra, d == D.date(2020, 2, 29), hash(d) == hash(D.date(2020, 2, 29)))
print(repr(d + D.timedelta(1)), repr(d - D.timedelta(365)), type(d - d), repr(Date.fromisoformat('2020-01-01')), repr(Date.fromordinal(700000)))
print(type(Date.today()).__name__, type(Date.fromtimestamp(0)).__name__, repr(Date.fromisocalendar(2020, 1, 1)))


class Moment(D.datetime):
    note = 'x'


m = Moment(2020, 1, 2, 3, 4, 5, 6, D.timezone.utc, fold=1)
print(repr(m), repr(m.replace(hour=5)), repr(m.astimezone(D.timezone(D.timedelta(hours=2)))), repr(m + D.timedelta(hours=1)))
print(type(Moment.now()).__name__, type(Moment.utcnow()).__name__, type(Moment.strptime('2020', '%Y')).__name__, type(Moment.fromisoformat('2020-01-01')).__name__,
      type(Moment.combine(D.date(2020, 1, 1), D.time(1))).__name__, type(Moment.fromtimestamp(0, D.UTC)).__name__, type(m.date()).__name__, type(m.time()).__name__)
print(type(Moment.fromordinal(5)).__name__, repr(Moment.fromisocalendar(2021, 3, 4)), repr(D.datetime.fromordinal(5)))


class Clock(D.time):
    pass


c = Clock(1, 2, 3, tzinfo=D.UTC)
print(repr(c), repr(c.replace(minute=9)), c == D.time(1, 2, 3, tzinfo=D.UTC), repr(Clock.fromisoformat('05:06')))


class Span(D.timedelta):
    pass


s = Span(days=1, hours=2)
print(repr(s), type(s + s).__name__, type(-s).__name__, type(s * 2).__name__, s == D.timedelta(hours=26), type(abs(s)).__name__, str(s))

for x in (D.date(2020, 1, 2), D.datetime(2020, 1, 2, 3, tzinfo=D.UTC, fold=1), D.time(1, fold=1), D.timedelta(1, 2, 3), D.timezone(D.timedelta(hours=1), 'x'), D.UTC, m, c, d, s):
    for y in (copy.copy(x), copy.deepcopy(x)):
        print(type(y).__name__, y == x, repr(y) == repr(x), getattr(y, 'fold', None))
print(copy.replace(D.date(2020, 1, 2), day=5), copy.replace(D.time(1), minute=5), copy.replace(D.datetime(2020, 1, 1), year=1))

table = {D.date(2020, 1, 1): 1, D.datetime(2020, 1, 1): 2, D.timedelta(1): 3, D.time(0): 4, D.UTC: 5}
print(table[D.date.fromisoformat('20200101')], table[D.datetime(2020, 1, 1)], table[D.timedelta(hours=24)], table[D.time()], table[D.timezone(D.timedelta(0))], len(table))
aware = D.datetime(2020, 1, 1, 12, tzinfo=D.UTC)
other = aware.astimezone(D.timezone(D.timedelta(hours=5, minutes=45)))
print(aware == other, hash(aware) == hash(other), {aware: 1}[other], aware - other, other.utctimetuple() == aware.utctimetuple())

for cls in (D.date, D.datetime, D.time, D.timedelta):
    print(cls.__name__, repr(cls.min), repr(cls.max), repr(cls.resolution), issubclass(D.datetime, cls))
print([n for n in ('year', 'hour', 'fold', 'tzinfo') if hasattr(D.datetime, n)], D.MINYEAR, D.MAXYEAR, D.UTC is D.timezone.utc)
for x, name in ((D.date(1, 1, 1), 'year'), (D.datetime(1, 1, 1), 'hour'), (D.time(1), 'tzinfo'), (D.timedelta(1), 'seconds'), (D.UTC, 'foo'), (D.date(1, 1, 1), 'foo')):
    try:
        setattr(x, name, 5)
    except AttributeError as e:
        print(name, 'AttributeError')
print(f'{D.date(2020, 1, 2):%d.%m.%y} {D.datetime(2020, 1, 2, 3, 4):%H%M} {D.time(5, 6):%H:%M} {D.date(2020, 1, 2)} {D.timedelta(1)}')
print(D.datetime(2020, 1, 2).timetuple() == T.strptime('2020-01-02', '%Y-%m-%d'), T.strftime('%j', D.date(2020, 3, 1).timetuple()))
print(bool(D.time(0)), bool(D.timedelta(0)), bool(D.timedelta(microseconds=1)))
print(sorted([D.date(2020, 5, 1), D.date(2019, 1, 1)]), max(D.timedelta(1), D.timedelta(2)), sum([D.timedelta(1)] * 3, D.timedelta(0)))
match D.date(2020, 5, 1):
    case D.date(year=2020, month=m):
        print('month', m)
match D.datetime.now():
    case D.date():
        print('a date too')
