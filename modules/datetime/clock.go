package datetime

import (
	"fmt"
	"strings"

	"github.com/woma-lang/woma/internal/datefmt"
	"github.com/woma-lang/woma/py"
)

// time: a moment without a date.
var (
	timeType  = &py.Type{}
	timeShape py.Shape
)

func defineTime() {
	py.DefineType(timeType, &timeShape, py.TypeSpec{
		Name: "time", Module: "datetime", Flags: py.DottedName, SubDict: py.SubDict[moment](),
		Doc: "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.",
		Slots: py.Slots{
			New: newTime,
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
				m := py.As[moment](v)
				return m.reprTail(t, py.TypeName(v)+"("+m.clockRepr())
			},
			Str:     isoString,
			Format:  formatSlot,
			Hash:    timeHash,
			Compare: timeCompare,
		},
		Members: append(append(py.Members{
			py.ClassMethod("fromisoformat(string, /)", timeFromisoformat),
			py.Const("min", timeOf(0, 0, 0, 0, py.None)),
			py.Const("max", timeOf(23, 59, 59, 999999, py.None)),
			py.Const("resolution", spanOf(0, 0, 1)),
			py.Method("dst()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) {
				return orNone(ask(t, m.tz, "dst", py.None))
			}),
			py.Method("isoformat(timespec='auto')", (*moment).timeIsoformat),
			py.MethodOf("strftime(format)", strftime),
			py.Method("tzname()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) { return askName(t, m.tz, py.None) }),
			py.Method("utcoffset()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) {
				return orNone(ask(t, m.tz, "utcoffset", py.None))
			}),
			py.Method("__reduce_ex__(protocol, /)", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) {
				n, err := cint(t, a.Value(0))
				if err != nil {
					return py.Nil, err
				}
				return m.reduce(m.state(true)[4:], 0, n > 3), nil
			}),
			py.Method("__reduce__()", func(m *moment, t *py.Thread, a *py.Args) (py.Value, error) {
				return m.reduce(m.state(true)[4:], 0, false), nil
			}),
		}, clockRows()...), both("(hour=None, minute=None, second=None, microsecond=None, tzinfo=None, *, fold=None)", (*moment).replaceTime)...),
	})
}

func timeOf(h, m, s, us int, tz py.Value) py.Value {
	c := &moment{date: date{Head: py.HeadOf(&timeShape)}, tz: tz}
	c.set(0, 0, 0, h, m, s, us, 0)
	return py.Object(c)
}

func newTime(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	if len(kw) == 0 && (len(args) == 1 || len(args) == 2) {
		if b, ok := py.AsBytes(args[0]); ok && len(b) == 6 && b[0]&0x7f < 24 {
			m := py.Alloc[moment](cls)
			m.tz = py.None
			if len(args) == 2 {
				m.tz = args[1]
				if err := checkTZ(m.tz); err != nil {
					return py.Nil, py.Raise(py.TypeError, "bad tzinfo state arg")
				}
			}
			c := append([]byte(nil), b...)
			m.fold = c[0] >> 7
			c[0] &= 0x7f
			return py.Object(m), m.restoreClock(c)
		}
	}
	vals, err := parameters(t, args, kw, 0, 5, "hour", "minute", "second", "microsecond", "tzinfo", "fold")
	if err != nil {
		return py.Nil, err
	}
	var h, mi, s, us, fold int
	if err = ints(t, vals[:4], &h, &mi, &s, &us); err == nil {
		err = ints(t, vals[5:], &fold)
	}
	if err == nil {
		err = checkTime(h, mi, s, us, fold)
	}
	tz := vals[4]
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
	m.set(0, 0, 0, h, mi, s, us, fold)
	return py.Object(m), nil
}

// timeIn makes a time of class cls; subclasses are called, without fold.
func timeIn(t *py.Thread, cls *py.Type, h, mi, s, us int, tz py.Value, fold int) (py.Value, error) {
	err := checkTime(h, mi, s, us, fold)
	if err == nil {
		err = checkTZ(tz)
	}
	if err != nil {
		return py.Nil, err
	}
	v := timeOf(h, mi, s, us, tz)
	if cls != timeType {
		if v, err = make_(t, cls, tz, h, mi, s, us); err != nil {
			return py.Nil, err
		}
	}
	if m, ok := py.Cast[moment](v, timeType); ok {
		m.fold = uint8(fold)
	}
	return v, nil
}

func (m *moment) replaceTime(t *py.Thread, a *py.Args) (py.Value, error) {
	h, mi, s, us, fold := int(m.hour), int(m.minute), int(m.second), int(m.us), int(m.fold)
	err := ints(t, []py.Value{a.Value(0), a.Value(1), a.Value(2), a.Value(3)}, &h, &mi, &s, &us)
	if err == nil {
		err = ints(t, []py.Value{a.Value(5)}, &fold)
	}
	if err != nil {
		return py.Nil, err
	}
	return timeIn(t, py.Object(m).Type(), h, mi, s, us, a.ValueOr(4, m.tz), fold)
}

func timeCompare(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	m := py.As[moment](a)
	o, ok := py.Cast[moment](b, timeType)
	if !ok {
		return py.NotImplemented, nil
	}
	if py.Is(m.tz, o.tz) {
		return holds(op, m.compare(o)), nil
	}
	d1, err := ask(t, m.tz, "utcoffset", py.None)
	if err != nil {
		return py.Nil, err
	}
	d2, err := ask(t, o.tz, "utcoffset", py.None)
	if err != nil {
		return py.Nil, err
	}
	switch {
	case d1 == nil && d2 == nil || d1 != nil && d2 != nil && d1.compare(d2) == 0:
		return holds(op, m.compare(o)), nil
	case d1 == nil || d2 == nil:
		if op == py.OpEq || op == py.OpNe {
			return holds(op, 1), nil
		}
		return py.Nil, py.Raise(py.TypeError, "can't compare offset-naive and offset-aware times")
	}
	diff := m.inUTC(d1) - o.inUTC(d2)
	if diff == 0 {
		diff = int(m.us) - int(o.us)
	}
	return holds(op, diff), nil
}

// inUTC is the time of day in seconds, perhaps of another day.
func (m *moment) inUTC(off *delta) int { return m.clock() - int(off.days)*secsPerDay - int(off.secs) }

func timeHash(t *py.Thread, v py.Value) (int64, error) {
	m := *py.As[moment](v)
	m.Head, m.fold = py.HeadOf(&timeShape), 0
	off, err := ask(t, m.tz, "utcoffset", py.None)
	if err != nil {
		return 0, err
	}
	if off == nil {
		off = &delta{}
	}
	return py.Hash(t, py.NewTuple(py.Int(int64(m.inUTC(off))), py.Int(int64(m.us))))
}

// timespec writes the time of day as precisely as asked.
func (d *date) timespec(spec string) (string, error) {
	if spec == "auto" {
		if spec = "seconds"; d.us != 0 {
			spec = "microseconds"
		}
	}
	text := fmt.Sprintf("%02d:%02d:%02d", d.hour, d.minute, d.second)
	switch spec {
	case "hours":
		text = text[:2]
	case "minutes":
		text = text[:5]
	case "seconds":
	case "milliseconds":
		text += fmt.Sprintf(".%03d", d.us/1000)
	case "microseconds":
		text += fmt.Sprintf(".%06d", d.us)
	default:
		return "", py.Raise(py.ValueError, "Unknown timespec value")
	}
	return text, nil
}

// withOffset appends the zone's offset.
func (m *moment) withOffset(t *py.Thread, text string, arg py.Value) (py.Value, error) {
	off, err := ask(t, m.tz, "utcoffset", arg)
	if err != nil {
		return py.Nil, err
	}
	if off != nil {
		text += offsetText(off, ":")
	}
	return py.NewStr(text), nil
}

func (m *moment) timeIsoformat(t *py.Thread, a *py.Args) (py.Value, error) {
	spec := a.StringOr(0, "auto")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	text, err := m.timespec(spec)
	if err != nil {
		return py.Nil, err
	}
	return m.withOffset(t, text, py.None)
}

func (m *moment) isoformat(t *py.Thread, a *py.Args) (py.Value, error) {
	sep := "T"
	if v := a.Value(0); v.Bound() {
		s, ok := py.AsStr(v)
		if !ok || s.Len() != 1 {
			return py.Nil, py.Raise(py.TypeError, "isoformat() argument 1 must be a unicode character, not %s", py.TypeName(v))
		}
		sep = s.String()
	}
	spec := a.StringOr(1, "auto")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	text, err := m.timespec(spec)
	if err != nil {
		return py.Nil, err
	}
	return m.withOffset(t, m.iso()+sep+text, a.Self)
}

// strftime is that of date, datetime and time. What asks the zone is written here,
// the rest by datefmt.
func strftime(t *py.Thread, a *py.Args) (py.Value, error) {
	format := a.Str(0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(format.NBytes() * 32); err != nil {
		return py.Nil, err
	}
	var f datefmt.Fields
	var m *moment
	arg := py.None
	switch v := a.Self; {
	case py.IsInstance(v, timeType):
		m = py.As[moment](v)
		f = datefmt.Fields{Year: 1900, Mon: 1, Day: 1, Yday: 1, Hour: int(m.hour), Min: int(m.minute), Sec: int(m.second)}
	case py.IsInstance(v, datetimeType):
		m, arg = py.As[moment](v), v
		f = m.fields()
		dst, err := ask(t, m.tz, "dst", v)
		if err != nil {
			return py.Nil, err
		}
		if dst != nil && dst.sign() != 0 {
			f.Isdst = 1
		}
	default:
		f = py.As[date](v).fields()
	}
	var out []byte
	text := format.String()
	for {
		i := strings.IndexByte(text, '%')
		if i < 0 || i+1 == len(text) {
			break
		}
		out = append(out, text[:i]...)
		n := 2
		if strings.HasPrefix(text[i:], "%:z") {
			n = 3
		}
		switch d := text[i : i+n]; {
		case d == "%f":
			us := uint32(0)
			if m != nil {
				us = m.us
			}
			out = fmt.Appendf(out, "%06d", us)
		case d == "%z" || d == "%:z":
			if m == nil {
				break
			}
			off, err := ask(t, m.tz, "utcoffset", arg)
			if err != nil {
				return py.Nil, err
			}
			if off != nil {
				out = append(out, offsetText(off, d[1:n-1])...)
			}
		case d == "%Z":
			if m == nil {
				break
			}
			name, err := askName(t, m.tz, arg)
			if err != nil {
				return py.Nil, err
			}
			if s, ok := py.AsStr(name); ok {
				out = append(out, s.String()...)
			}
		default:
			out = f.Format(out, d)
		}
		text = text[i+n:]
	}
	return py.NewStrBytes(append(out, text...)), nil
}
