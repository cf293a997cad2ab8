package datetime

import (
	"fmt"
	"time"

	"github.com/woma-lang/woma/internal/datefmt"
	"github.com/woma-lang/woma/py"
)

// moment is a datetime; a time of day is one too, without the date.
type moment struct {
	date
	tz py.Value // None: naive
}

var (
	datetimeType  = &py.Type{}
	datetimeShape py.Shape
)

func defineDatetime() {
	py.DefineType(datetimeType, &datetimeShape, py.TypeSpec{
		Name: "datetime", Module: "datetime", Base: dateType, Flags: py.DottedName, SubDict: py.SubDict[moment](),
		Doc: "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.",
		Slots: py.Slots{
			New:       newDatetime,
			Repr:      datetimeRepr,
			Str:       isoString,
			Hash:      datetimeHash,
			Compare:   datetimeCompare,
			Binary:    datetimeBinary,
			BinaryOps: 1<<py.OpAdd | 1<<py.OpSub,
			RBinOps:   1<<py.OpAdd | 1<<py.OpSub,
		},
		Members: append(append(py.Members{
			py.ClassMethod("combine(date, time, tzinfo=None)", combine),
			py.ClassMethod("fromisoformat(string, /)", datetimeFromisoformat),
			py.ClassMethod("fromtimestamp(timestamp, tz=None)", datetimeFromtimestamp),
			py.ClassMethod("now(tz=None)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				x := now(t)
				return fromInstant(t, a.ClassOf(), x.Unix(), x.Nanosecond()/1000, a.ValueOr(0, py.None))
			}),
			py.ClassMethod("strptime(date_string, format, /)", strptime),
			py.ClassMethod("utcfromtimestamp(timestamp, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				secs, us, err := timestamp(t, a.Value(0), false)
				if err != nil {
					return py.Nil, err
				}
				return inUTC(t, a.ClassOf(), secs, us)
			}),
			py.ClassMethod("utcnow()", func(t *py.Thread, a *py.Args) (py.Value, error) {
				x := now(t)
				return inUTC(t, a.ClassOf(), x.Unix(), x.Nanosecond()/1000)
			}),
			py.Const("min", momentOf(1, 1, 1, 0, 0, 0, 0, py.None, 0)),
			py.Const("max", momentOf(maxYear, 12, 31, 23, 59, 59, 999999, py.None, 0)),
			py.Const("resolution", spanOf(0, 0, 1)),
			py.Method("astimezone(tz=None)", (*moment).astimezone),
			py.Method("date()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) {
				return dateOf(int(m.year), int(m.month), int(m.day)), nil
			}),
			py.Method("dst()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) {
				return orNone(ask(t, m.tz, "dst", a.Self))
			}),
			py.Method("isoformat(sep='T', timespec='auto')", (*moment).isoformat),
			py.Method("time()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) { return m.timeOf(py.None), nil }),
			py.Method("timetz()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) { return m.timeOf(m.tz), nil }),
			py.Method("timestamp()", (*moment).timestamp),
			py.Method("timetuple()", (*moment).timetuple),
			py.Method("tzname()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) { return askName(t, m.tz, a.Self) }),
			py.Method("utcoffset()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) { return orNone(m.utcoffset(t)) }),
			py.Method("utctimetuple()", (*moment).utctimetuple),
			py.Method("__reduce_ex__(protocol, /)", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) {
				n, err := cint(t, a.Value(0))
				if err != nil {
					return py.Nil, err
				}
				return m.reduce(m.state(true), 2, n > 3), nil
			}),
			py.Method("__reduce__()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) {
				return m.reduce(m.state(true), 2, false), nil
			}),
		}, clockRows()...), both("(year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=None, *, fold=None)", (*moment).replace)...),
	})
}

// clockRows are the attributes that datetime and time share.
func clockRows() py.Members {
	return py.Members{
		py.GetSet("hour", field(func(d *date) int { return int(d.hour) }), nil),
		py.GetSet("minute", field(func(d *date) int { return int(d.minute) }), nil),
		py.GetSet("second", field(func(d *date) int { return int(d.second) }), nil),
		py.GetSet("microsecond", field(func(d *date) int { return int(d.us) }), nil),
		py.GetSet("fold", field(func(d *date) int { return int(d.fold) }), nil),
		py.GetSet("tzinfo", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[moment](v).tz, nil }, nil),
	}
}

func momentOf(y, mo, d, h, mi, s, us int, tz py.Value, fold int) py.Value {
	m := &moment{date: date{Head: py.HeadOf(&datetimeShape)}, tz: tz}
	m.set(y, mo, d, h, mi, s, us, fold)
	return py.Object(m)
}

func (d *date) set(y, mo, day, h, mi, s, us, fold int) {
	d.year, d.month, d.day = int16(y), uint8(mo), uint8(day)
	d.hour, d.minute, d.second, d.fold, d.us = uint8(h), uint8(mi), uint8(s), uint8(fold), uint32(us)
}

// momentIn makes a datetime of class cls; subclasses are called, without fold.
func momentIn(t *py.Thread, cls *py.Type, y, mo, d, h, mi, s, us int, tz py.Value, fold int) (py.Value, error) {
	if cls != datetimeType {
		v, err := make_(t, cls, tz, y, mo, d, h, mi, s, us)
		if err == nil && fold != 0 {
			if m, ok := py.Cast[moment](v, datetimeType); ok && py.IsInstance(v, datetimeType) {
				m.fold = uint8(fold)
			}
		}
		return v, err
	}
	err := checkDate(y, mo, d)
	if err == nil {
		err = checkTime(h, mi, s, us, fold)
	}
	if err == nil {
		err = checkTZ(tz)
	}
	if err != nil {
		return py.Nil, err
	}
	return momentOf(y, mo, d, h, mi, s, us, tz, fold), nil
}

func newDatetime(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	if len(kw) == 0 && (len(args) == 1 || len(args) == 2) {
		if b, ok := py.AsBytes(args[0]); ok && len(b) == 10 && b[2]&0x7f >= 1 && b[2]&0x7f <= 12 {
			m := py.Alloc[moment](cls)
			m.tz = py.None
			if len(args) == 2 {
				m.tz = args[1]
				if err := checkTZ(m.tz); err != nil {
					return py.Nil, py.Raise(py.TypeError, "bad tzinfo state arg")
				}
			}
			c := append([]byte(nil), b...)
			m.fold = c[2] >> 7
			c[2] &= 0x7f
			return py.Object(m), m.restore(c)
		}
	}
	vals, err := parameters(t, args, kw, 3, 8, "year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold")
	if err != nil {
		return py.Nil, err
	}
	var y, mo, d, h, mi, s, us, fold int
	if err = ints(t, vals[:7], &y, &mo, &d, &h, &mi, &s, &us); err == nil {
		err = ints(t, vals[8:], &fold)
	}
	if err == nil {
		err = checkDate(y, mo, d)
	}
	if err == nil {
		err = checkTime(h, mi, s, us, fold)
	}
	tz := vals[7]
	if !tz.Bound() {
		tz = py.None
	}
	if err == nil {
		err = checkTZ(tz)
	}
	if err != nil {
		return py.Nil, err
	}
	m := py.Alloc[moment](cls)
	m.tz = tz
	m.set(y, mo, d, h, mi, s, us, fold)
	return py.Object(m), nil
}

// reduce is what pickles hold: fold is the top bit of byte i in newer protocols.
func (m *moment) reduce(state []byte, i int, fold bool) py.Value {
	if fold && m.fold != 0 {
		state[i] |= 0x80
	}
	args := []py.Value{py.NewBytes(state)}
	if !m.tz.IsNone() {
		args = append(args, m.tz)
	}
	return py.NewTuple(py.Object(m).Type().Value(), py.NewTuple(args...))
}

func (m *moment) utcoffset(t *py.Thread) (*delta, error) {
	return ask(t, m.tz, "utcoffset", py.Object(m))
}

// copy returns an equal datetime of the builtin class.
func (m *moment) copy() *moment {
	c := *m
	c.Head = py.HeadOf(&datetimeShape)
	return &c
}

// secs is the time since day 0 as the clock shows it.
func (m *moment) secs() int64 { return int64(m.ordinal())*secsPerDay + int64(m.clock()) }

// add adds a span, sign times.
func (m *moment) add(t *py.Thread, d *delta, sign int64) (py.Value, error) {
	us := int64(m.us) + sign*int64(d.us)
	secs := int64(m.clock()) + sign*int64(d.secs) + floorDiv(us, 1000000)
	us = floorMod(us, 1000000)
	days := sign*int64(d.days) + floorDiv(secs, secsPerDay)
	n := int(floorMod(secs, secsPerDay))
	y, mo := int(m.year), int(m.month)
	day := int(m.day) + int(days)
	if day < 1 || day > 28 { // not in the same month for sure
		ord := m.ordinal() + int(days)
		if ord < 1 || ord > maxOrdinal {
			return py.Nil, py.Raise(py.OverflowError, "date value out of range")
		}
		y, mo, day = fromOrdinal(ord)
	}
	cls := py.Object(m).Type()
	if cls == datetimeType {
		return momentOf(y, mo, day, n/3600, n/60%60, n%60, int(us), m.tz, 0), nil
	}
	return momentIn(t, cls, y, mo, day, n/3600, n/60%60, n%60, int(us), m.tz, 0)
}

// sub is the span between two datetimes as their clocks show them.
func (m *moment) sub(o *moment) py.Value {
	v, _ := span(0, m.secs()-o.secs(), int64(m.us)-int64(o.us))
	return v
}

func datetimeBinary(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
	m, ok := py.Cast[moment](a, datetimeType)
	if !ok {
		if d, ok := py.Cast[delta](a, deltaType); ok && op == py.OpAdd {
			return py.As[moment](b).add(t, d, 1)
		}
		return py.NotImplemented, nil
	}
	if d, ok := py.Cast[delta](b, deltaType); ok {
		if op == py.OpSub {
			return m.add(t, d, -1)
		}
		return m.add(t, d, 1)
	}
	o, ok := py.Cast[moment](b, datetimeType)
	if !ok || op != py.OpSub {
		return py.NotImplemented, nil
	}
	if py.Is(m.tz, o.tz) {
		return m.sub(o), nil
	}
	d1, err := m.utcoffset(t)
	if err != nil {
		return py.Nil, err
	}
	d2, err := o.utcoffset(t)
	if err != nil {
		return py.Nil, err
	}
	if (d1 == nil) != (d2 == nil) {
		return py.Nil, py.Raise(py.TypeError, "can't subtract offset-naive and offset-aware datetimes")
	}
	v := m.sub(o)
	if d1 == nil || d1.compare(d2) == 0 {
		return v, nil
	}
	shift, err := d2.minus(d1)
	if err != nil {
		return py.Nil, err
	}
	return py.As[delta](v).plus(py.As[delta](shift))
}

// compare orders what two clocks show.
func (m *moment) compare(o *moment) int {
	switch a, b := m.secs(), o.secs(); {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return int(m.us) - int(o.us)
}

// dependsOnFold reports whether the offset of a time is another in the other fold:
// such times are equal to none in another zone (PEP 495).
func (m *moment) dependsOnFold(t *py.Thread, off *delta) (bool, error) {
	c := m.copy()
	c.fold = 1 - c.fold
	other, err := c.utcoffset(t)
	if err != nil {
		return false, err
	}
	return (off == nil) != (other == nil) || off != nil && off.compare(other) != 0, nil
}

func datetimeCompare(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	m := py.As[moment](a)
	o, ok := py.Cast[moment](b, datetimeType)
	if !ok {
		return py.NotImplemented, nil
	}
	if py.Is(m.tz, o.tz) {
		return holds(op, m.compare(o)), nil
	}
	d1, err := m.utcoffset(t)
	if err != nil {
		return py.Nil, err
	}
	d2, err := o.utcoffset(t)
	if err != nil {
		return py.Nil, err
	}
	isEq := op == py.OpEq || op == py.OpNe
	exception := func(n int) (py.Value, error) {
		if isEq && n == 0 {
			for _, x := range [...]struct {
				m   *moment
				off *delta
			}{{m, d1}, {o, d2}} {
				special, err := x.m.dependsOnFold(t, x.off)
				if err != nil {
					return py.Nil, err
				}
				if special {
					return holds(op, 1), nil
				}
			}
		}
		return holds(op, n), nil
	}
	switch {
	case d1 == nil && d2 == nil || d1 != nil && d2 != nil && d1.compare(d2) == 0:
		return exception(m.compare(o))
	case d1 == nil || d2 == nil:
		if isEq {
			return holds(op, 1), nil
		}
		return py.Nil, py.Raise(py.TypeError, "can't compare offset-naive and offset-aware datetimes")
	}
	diff, err := datetimeBinary(t, py.OpSub, a, b)
	if err != nil {
		return py.Nil, err
	}
	return exception(py.As[delta](diff).sign())
}

func datetimeHash(t *py.Thread, v py.Value) (int64, error) {
	m := py.As[moment](v).copy()
	m.fold = 0
	off, err := m.utcoffset(t)
	if err != nil {
		return 0, err
	}
	secs := m.secs()
	us := int64(m.us)
	if off != nil {
		secs -= int64(off.days)*secsPerDay + int64(off.secs)
		us -= int64(off.us)
		secs += floorDiv(us, 1000000)
		us = floorMod(us, 1000000)
	}
	return py.Hash(t, py.NewTuple(py.Int(secs), py.Int(us)))
}

func datetimeRepr(t *py.Thread, v py.Value) (py.Value, error) {
	m := py.As[moment](v)
	text := fmt.Sprintf("%s(%d, %d, %d, %s", py.TypeName(v), m.year, m.month, m.day, m.clockRepr())
	return m.reprTail(t, text)
}

// clockRepr are the time's numbers as repr shows them.
func (d *date) clockRepr() string {
	switch {
	case d.us != 0:
		return fmt.Sprintf("%d, %d, %d, %d", d.hour, d.minute, d.second, d.us)
	case d.second != 0:
		return fmt.Sprintf("%d, %d, %d", d.hour, d.minute, d.second)
	}
	return fmt.Sprintf("%d, %d", d.hour, d.minute)
}

func (m *moment) reprTail(t *py.Thread, text string) (py.Value, error) {
	if m.fold != 0 {
		text += ", fold=1"
	}
	if !m.tz.IsNone() {
		r, err := py.Repr(t, m.tz)
		if err != nil {
			return py.Nil, err
		}
		text += ", tzinfo=" + r.String()
	}
	return py.NewStr(text + ")"), nil
}

func combine(t *py.Thread, a *py.Args) (py.Value, error) {
	d, ok := py.Cast[date](a.Value(0), dateType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "combine() argument 1 must be datetime.date, not %s", py.TypeName(a.Value(0)))
	}
	c, ok := py.Cast[moment](a.Value(1), timeType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "combine() argument 2 must be datetime.time, not %s", py.TypeName(a.Value(1)))
	}
	return momentIn(t, a.ClassOf(), int(d.year), int(d.month), int(d.day), int(c.hour), int(c.minute), int(c.second), int(c.us),
		a.ValueOr(2, c.tz), int(c.fold))
}

func inUTC(t *py.Thread, cls *py.Type, secs int64, us int) (py.Value, error) {
	x, err := civil(secs, time.UTC)
	if err != nil {
		return py.Nil, err
	}
	return momentIn(t, cls, x.Year(), int(x.Month()), x.Day(), x.Hour(), x.Minute(), x.Second(), us, py.None, 0)
}

func datetimeFromtimestamp(t *py.Thread, a *py.Args) (py.Value, error) {
	secs, us, err := timestamp(t, a.Value(0), false)
	if err != nil {
		return py.Nil, err
	}
	return fromInstant(t, a.ClassOf(), secs, us, a.ValueOr(1, py.None))
}

// fromInstant makes the datetime that clocks in a zone, None: here, show at an instant.
func fromInstant(t *py.Thread, cls *py.Type, unix int64, us int, tz py.Value) (py.Value, error) {
	if err := checkTZ(tz); err != nil {
		return py.Nil, err
	}
	zone := time.Local
	if !tz.IsNone() {
		zone = time.UTC
	}
	x, err := civil(unix, zone)
	if err != nil {
		return py.Nil, err
	}
	fold := 0
	if tz.IsNone() && unix-maxFold > -epoch+secsPerDay {
		// In the fold if clocks have been put back within the last day.
		here := local(unix + epoch)
		before := local(unix + epoch - maxFold)
		if back := here - before - maxFold; back < 0 && local(unix+epoch+back) == here {
			fold = 1
		}
	}
	v, err := momentIn(t, cls, x.Year(), int(x.Month()), x.Day(), x.Hour(), x.Minute(), x.Second(), us, tz, fold)
	if err != nil || tz.IsNone() {
		return v, err
	}
	return py.CallMethod(t, tz, py.Name("fromutc"), v)
}

// localZone is the zone that clocks here are in at an instant.
func localZone(unix int64) py.Value {
	off, name := localOffset(unix)
	return zoneOf(off, py.NewStr(name))
}

// unix is the instant of a naive datetime, which is local.
func (m *moment) unix() int64 { return fromLocal(m.secs(), int(m.fold)) - epoch }

// localZone is the zone that a naive datetime is in. Of times that clocks leave out it
// is the zone before they are put forward, unless fold says after.
func (m *moment) localZone() py.Value {
	secs := m.secs()
	u, other := fromLocal(secs, int(m.fold)), fromLocal(secs, 1-int(m.fold))
	if u != other && (other > u) == (m.fold != 0) {
		u = other
	}
	return localZone(u - epoch)
}

func (m *moment) astimezone(t *py.Thread, a *py.Args) (py.Value, error) {
	tz := a.ValueOr(0, py.None)
	if err := checkTZ(tz); err != nil {
		return py.Nil, err
	}
	own := m.tz
	if own.IsNone() {
		own = m.localZone()
	}
	if py.Is(own, tz) {
		return a.Self, nil
	}
	off, err := ask(t, own, "utcoffset", a.Self)
	if err == nil && off == nil {
		own = m.localZone()
		if py.Is(own, tz) {
			return a.Self, nil
		}
		off, err = ask(t, own, "utcoffset", a.Self)
	}
	if err != nil {
		return py.Nil, err
	}
	v, err := m.add(t, off, -1)
	if err != nil {
		return py.Nil, err
	}
	u, ok := py.Cast[moment](v, datetimeType)
	if !ok {
		return v, nil
	}
	u.tz = tz
	if tz.IsNone() {
		u.tz = localZone(u.secs() - epoch)
	}
	return py.CallMethod(t, u.tz, py.Name("fromutc"), v)
}

func (m *moment) timeOf(tz py.Value) py.Value {
	c := &moment{date: date{Head: py.HeadOf(&timeShape)}, tz: tz}
	c.hour, c.minute, c.second, c.us, c.fold = m.hour, m.minute, m.second, m.us, m.fold
	return py.Object(c)
}

func (m *moment) timestamp(t *py.Thread, a *py.Args) (py.Value, error) {
	if m.tz.IsNone() {
		return py.Float(float64(m.unix()) + float64(m.us)/1e6), nil
	}
	v, err := py.Binary(t, py.OpSub, a.Self, momentOf(1970, 1, 1, 0, 0, 0, 0, utc(), 0))
	if err != nil {
		return py.Nil, err
	}
	return py.CallMethod(t, v, py.Name("total_seconds"))
}

func (m *moment) timetuple(t *py.Thread, a *py.Args) (py.Value, error) {
	flag := -1
	dst, err := ask(t, m.tz, "dst", a.Self)
	if err != nil {
		return py.Nil, err
	}
	if dst != nil {
		flag = 0
		if dst.sign() != 0 {
			flag = 1
		}
	}
	return structTime(t, &m.date, flag)
}

func (m *moment) utctimetuple(t *py.Thread, a *py.Args) (py.Value, error) {
	off, err := m.utcoffset(t)
	if err != nil {
		return py.Nil, err
	}
	if off != nil {
		v, err := m.copy().add(t, off, -1)
		if err != nil {
			return py.Nil, err
		}
		m = py.As[moment](v)
	}
	return structTime(t, &m.date, 0)
}

func (m *moment) replace(t *py.Thread, a *py.Args) (py.Value, error) {
	y, mo, d, h, mi, s, us, fold := int(m.year), int(m.month), int(m.day), int(m.hour), int(m.minute), int(m.second), int(m.us), int(m.fold)
	vals := make([]py.Value, 9)
	for i := range vals {
		vals[i] = a.Value(i)
	}
	err := ints(t, vals[:7], &y, &mo, &d, &h, &mi, &s, &us)
	if err == nil {
		err = ints(t, vals[8:], &fold)
	}
	if err == nil && fold != 0 && fold != 1 {
		err = py.Raise(py.ValueError, "fold must be either 0 or 1")
	}
	if err != nil {
		return py.Nil, err
	}
	return momentIn(t, py.Object(m).Type(), y, mo, d, h, mi, s, us, a.ValueOr(7, m.tz), fold)
}

func strptime(t *py.Thread, a *py.Args) (py.Value, error) {
	var texts [2]string
	for i := range texts {
		s, err := py.StrArg("strptime", i+1, a.Value(i))
		if err != nil {
			return py.Nil, err
		}
		texts[i] = s.String()
	}
	p, kind, detail := datefmt.Parse(texts[0], texts[1])
	if text := kind.Text(texts[0], texts[1], detail, py.QuoteStr); text != "" {
		return py.Nil, py.RaiseValue(py.ValueError, py.NewStr(text))
	}
	tz := py.None
	if p.HasOff {
		off, err := span(0, int64(p.Off), int64(p.OffMicro))
		if err != nil {
			return py.Nil, err
		}
		name := py.Nil
		if p.Zone != "" {
			name = py.NewStr(p.Zone)
		}
		if tz, err = newZone(t, py.As[delta](off), name); err != nil {
			return py.Nil, err
		}
	}
	return momentIn(t, a.ClassOf(), p.Year, p.Mon, p.Day, p.Hour, p.Min, p.Sec, p.Micro, tz, 0)
}
