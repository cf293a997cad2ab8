package datetime

import (
	"fmt"

	"github.com/woma-lang/woma/py"
)

// tzinfo is the base of all time zones.
type tzinfo struct{ py.Head }

// timezone is a zone with a fixed offset.
type timezone struct {
	py.Head
	offset *delta
	name   py.Value // unbound: made from the offset
}

var (
	tzinfoType, timezoneType   = &py.Type{}, &py.Type{}
	tzinfoShape, timezoneShape py.Shape
)

// utcZone is datetime.timezone.utc.
var utcZone = &timezone{Head: py.HeadOf(&timezoneShape), offset: &delta{Head: py.HeadOf(&deltaShape)}}

func utc() py.Value { return py.Object(utcZone) }

// zoneOf makes a timezone of an offset in seconds.
func zoneOf(secs int, name py.Value) py.Value {
	return py.Object(&timezone{Head: py.HeadOf(&timezoneShape), offset: py.As[delta](seconds(secs)), name: name})
}

func defineTzinfo() {
	py.DefineType(tzinfoType, &tzinfoShape, py.TypeSpec{
		Name: "tzinfo", Module: "datetime", Flags: py.DottedName, SubDict: py.SubDict[tzinfo](),
		Doc: "Abstract base class for time zone info objects.",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
				return py.Object(py.Alloc[tzinfo](cls)), nil
			},
			Init: func(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error { return nil },
		},
		Members: py.Members{
			abstractly("dst"), abstractly("tzname"), abstractly("utcoffset"),
			py.MethodOf("fromutc(dt, /)", fromutc),
			py.MethodOf("__reduce__()", func(t *py.Thread, a *py.Args) (py.Value, error) {
				args := py.NewTuple()
				if f, err := py.LookupAttr(t, a.Self, py.Name("__getinitargs__")); err != nil {
					return py.Nil, err
				} else if f.Bound() {
					if args, err = py.Call(t, f); err != nil {
						return py.Nil, err
					}
				}
				state, err := py.CallMethod(t, a.Self, py.Name("__getstate__"))
				if err != nil {
					return py.Nil, err
				}
				return py.NewTuple(a.Self.Type().Value(), args, state), nil
			}),
		},
	})
}

func abstractly(name string) py.Member {
	return py.MethodOf(name+"(dt, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		return py.Nil, py.Raise(py.NotImplementedError, "a tzinfo subclass must implement %s()", name)
	})
}

func defineTimezone() {
	py.DefineType(timezoneType, &timezoneShape, py.TypeSpec{
		Name: "timezone", Module: "datetime", Base: tzinfoType, Flags: py.DottedName | py.Final,
		Doc: "Fixed offset from UTC implementation of tzinfo.",
		Slots: py.Slots{
			New: py.Ctor("timezone(offset, name=None)", newTimezone),
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
				z := py.As[timezone](v)
				if z == utcZone {
					return py.NewStr("datetime.timezone.utc"), nil
				}
				off, err := py.Repr(t, py.Object(z.offset))
				if err != nil {
					return py.Nil, err
				}
				text := "datetime.timezone(" + off.String()
				if z.name.Bound() {
					name, err := py.Repr(t, z.name)
					if err != nil {
						return py.Nil, err
					}
					text += ", " + name.String()
				}
				return py.NewStr(text + ")"), nil
			},
			Str: func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[timezone](v).text(), nil },
			Hash: func(t *py.Thread, v py.Value) (int64, error) {
				return deltaHash(t, py.Object(py.As[timezone](v).offset))
			},
			Compare: func(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
				o, ok := py.Cast[timezone](b, timezoneType)
				if !ok || op != py.OpEq && op != py.OpNe {
					return py.NotImplemented, nil
				}
				return holds(op, py.As[timezone](a).offset.compare(o.offset)), nil
			},
		},
		Members: py.Members{
			py.Method("dst(dt, /)", zoneMethod("dst", func(z *timezone) py.Value { return py.None })),
			py.Method("tzname(dt, /)", zoneMethod("tzname", (*timezone).text)),
			py.Method("utcoffset(dt, /)", zoneMethod("utcoffset", func(z *timezone) py.Value { return py.Object(z.offset) })),
			py.Method("fromutc(dt, /)", func(z *timezone, t *py.Thread, a *py.Args) (py.Value, error) {
				m, err := ownMoment(a)
				if err != nil {
					return py.Nil, err
				}
				return m.add(t, z.offset, 1)
			}),
			py.Method("__getinitargs__()", func(z *timezone, t *py.Thread, a *py.Args) (py.Value, error) {
				if !z.name.Bound() {
					return py.NewTuple(py.Object(z.offset)), nil
				}
				return py.NewTuple(py.Object(z.offset), z.name), nil
			}),
			py.Const("max", zoneOf(secsPerDay-60, py.Nil)),
			py.Const("min", zoneOf(60-secsPerDay, py.Nil)),
			py.Const("utc", utc()),
		},
	})
}

func zoneMethod(name string, f func(*timezone) py.Value) func(*timezone, *py.Thread, *py.Args) (py.Value, error) {
	return func(z *timezone, t *py.Thread, a *py.Args) (py.Value, error) {
		if v := a.Value(0); !v.IsNone() && !py.IsInstance(v, datetimeType) {
			return py.Nil, py.Raise(py.TypeError, "%s(dt) argument must be a datetime instance or None, not %s", name, py.TypeName(v))
		}
		return f(z), nil
	}
}

func newTimezone(t *py.Thread, a *py.Args) (py.Value, error) {
	d, ok := py.Cast[delta](a.Value(0), deltaType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "timezone() argument 1 must be datetime.timedelta, not %s", py.TypeName(a.Value(0)))
	}
	name := a.Value(1)
	if name.Bound() && !py.IsInstance(name, py.StrType) {
		return py.Nil, py.Raise(py.TypeError, "timezone() argument 2 must be str, not %s", py.TypeName(name))
	}
	return newZone(t, d, name)
}

// newZone makes a timezone of any timedelta.
func newZone(t *py.Thread, d *delta, name py.Value) (py.Value, error) {
	if !name.Bound() && d.sign() == 0 {
		return utc(), nil
	}
	if !d.isOffset() {
		r, err := py.Repr(t, py.Object(d))
		if err != nil {
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", r)
	}
	return py.Object(&timezone{Head: py.HeadOf(&timezoneShape), offset: d, name: name}), nil
}

// isOffset reports whether the span is less than a day in either direction.
func (d *delta) isOffset() bool {
	return d.days == 0 || d.days == -1 && (d.secs > 0 || d.us > 0)
}

// text is the zone's name.
func (z *timezone) text() py.Value {
	if z.name.Bound() {
		return z.name
	}
	if z.offset.sign() == 0 {
		return py.NewStr("UTC")
	}
	return py.NewStr("UTC" + offsetText(z.offset, ":"))
}

// offsetText writes an offset as +HH:MM[:SS[.ffffff]].
func offsetText(d *delta, sep string) string {
	sign := "+"
	secs, us := int(d.days)*secsPerDay+int(d.secs), int(d.us)
	if secs < 0 {
		sign = "-"
		secs = -secs
		if us > 0 {
			secs, us = secs-1, 1000000-us
		}
	}
	text := fmt.Sprintf("%s%02d%s%02d", sign, secs/3600, sep, secs/60%60)
	if secs%60 != 0 || us != 0 {
		text += fmt.Sprintf("%s%02d", sep, secs%60)
	}
	if us != 0 {
		text += fmt.Sprintf(".%06d", us)
	}
	return text
}

// ask calls utcoffset or dst of a zone; nil stands for None.
func ask(t *py.Thread, zone py.Value, method string, arg py.Value) (*delta, error) {
	if zone.IsNone() {
		return nil, nil
	}
	if z, ok := py.Cast[timezone](zone, timezoneType); ok && method == "utcoffset" {
		return z.offset, nil
	}
	v, err := py.CallMethod(t, zone, py.Name(method), arg)
	if err != nil || v.IsNone() {
		return nil, err
	}
	d, ok := py.Cast[delta](v, deltaType)
	if !ok {
		return nil, py.Raise(py.TypeError, "tzinfo.%s() must return None or timedelta, not '%s'", method, py.TypeName(v))
	}
	if !d.isOffset() {
		return nil, py.Raise(py.ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
	}
	return d, nil
}

// askName calls tzname of a zone.
func askName(t *py.Thread, zone, arg py.Value) (py.Value, error) {
	if zone.IsNone() {
		return py.None, nil
	}
	v, err := py.CallMethod(t, zone, py.Name("tzname"), arg)
	if err == nil && !v.IsNone() && !py.IsInstance(v, py.StrType) {
		err = py.Raise(py.TypeError, "tzinfo.tzname() must return None or a string, not '%s'", py.TypeName(v))
	}
	return v, err
}

// orNone is a span as a value.
func orNone(d *delta, err error) (py.Value, error) {
	if err != nil {
		return py.Nil, err
	}
	if d == nil {
		return py.None, nil
	}
	return py.Object(d), nil
}

// ownMoment returns the argument of fromutc, a datetime in this very zone.
func ownMoment(a *py.Args) (*moment, error) {
	m, ok := py.Cast[moment](a.Value(0), datetimeType)
	if !ok {
		return nil, py.Raise(py.TypeError, "fromutc: argument must be a datetime")
	}
	if !py.Is(m.tz, a.Self) {
		return nil, py.Raise(py.ValueError, "fromutc: dt.tzinfo is not self")
	}
	return m, nil
}

// fromutc is that of zones written in Python, which know utcoffset and dst only.
func fromutc(t *py.Thread, a *py.Args) (py.Value, error) {
	m, err := ownMoment(a)
	if err != nil {
		return py.Nil, err
	}
	off, err := m.utcoffset(t)
	if err == nil && off == nil {
		err = py.Raise(py.ValueError, "fromutc: non-None utcoffset() result required")
	}
	if err != nil {
		return py.Nil, err
	}
	dst, err := ask(t, m.tz, "dst", a.Value(0))
	if err == nil && dst == nil {
		err = py.Raise(py.ValueError, "fromutc: non-None dst() result required")
	}
	if err != nil {
		return py.Nil, err
	}
	std, err := off.minus(dst)
	if err != nil {
		return py.Nil, err
	}
	v, err := m.add(t, py.As[delta](std), 1)
	if err != nil {
		return py.Nil, err
	}
	m = py.As[moment](v)
	if dst, err = ask(t, m.tz, "dst", v); err != nil {
		return py.Nil, err
	}
	if dst == nil {
		return py.Nil, py.Raise(py.ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	return m.add(t, dst, 1)
}
