package datetime

import (
	"fmt"
	"math"
	"time"

	"github.com/woma-lang/woma/internal/datefmt"
	"github.com/woma-lang/woma/py"
)

// date is a date; what it has beyond that is for moment, which starts with it.
type date struct {
	py.Head
	year                       int16
	month, day                 uint8
	hour, minute, second, fold uint8
	us                         uint32
}

var (
	dateType  = &py.Type{}
	dateShape py.Shape
)

func defineDate() {
	py.DefineType(dateType, &dateShape, py.TypeSpec{
		Name: "date", Module: "datetime", Flags: py.DottedName, SubDict: py.SubDict[date](),
		Doc: "date(year, month, day) --> date object",
		Slots: py.Slots{
			New:       newDate,
			Repr:      dateRepr,
			Str:       isoString,
			Format:    formatSlot,
			Hash:      func(t *py.Thread, v py.Value) (int64, error) { return py.Hash(t, py.Int(int64(py.As[date](v).key()))) },
			Compare:   dateCompare,
			Binary:    dateBinary,
			BinaryOps: 1<<py.OpAdd | 1<<py.OpSub,
			RBinOps:   1<<py.OpAdd | 1<<py.OpSub,
		},
		Members: append(py.Members{
			py.ClassMethod("fromisocalendar(year, week, day)", fromisocalendar),
			py.ClassMethod("fromisoformat(object, /)", dateFromisoformat),
			py.ClassMethod("fromordinal(object, /)", fromordinal),
			py.ClassMethod("fromtimestamp(timestamp, /)", dateFromtimestamp),
			py.ClassMethod("today()", today),
			py.GetSet("year", field(func(d *date) int { return int(d.year) }), nil),
			py.GetSet("month", field(func(d *date) int { return int(d.month) }), nil),
			py.GetSet("day", field(func(d *date) int { return int(d.day) }), nil),
			py.Const("min", dateOf(1, 1, 1)),
			py.Const("max", dateOf(maxYear, 12, 31)),
			py.Const("resolution", spanOf(1, 0, 0)),
			py.Method("ctime()", (*date).ctime),
			py.Method("isocalendar()", (*date).isocalendar),
			py.Method("isoformat()", func(d *date, t *py.Thread, a *py.Args) (py.Value, error) { return py.NewStr(d.iso()), nil }),
			py.Method("isoweekday()", func(d *date, t *py.Thread, a *py.Args) (py.Value, error) {
				return py.Int(int64(weekday(d.ordinal()) + 1)), nil
			}),
			py.MethodOf("strftime(format)", strftime),
			py.MethodOf("timetuple()", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return structTime(t, py.As[date](a.Self), -1)
			}),
			py.Method("toordinal()", func(d *date, t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(int64(d.ordinal())), nil }),
			py.Method("weekday()", func(d *date, t *py.Thread, a *py.Args) (py.Value, error) {
				return py.Int(int64(weekday(d.ordinal()))), nil
			}),
			py.Method("__reduce__()", func(d *date, t *py.Thread, a *py.Args) (py.Value, error) {
				return py.NewTuple(py.Object(d).Type().Value(), py.NewTuple(py.NewBytes(d.state(false)))), nil
			}),
		}, both("(year=None, month=None, day=None)", (*date).replace)...),
	})
}

// both are the rows of replace and of __replace__, which copy.replace calls.
func both[T any](params string, f func(*T, *py.Thread, *py.Args) (py.Value, error)) py.Members {
	return py.Members{py.Method("replace"+params, f), py.Method("__replace__"+params, f)}
}

//go:noinline
func field(get func(*date) int) func(t *py.Thread, v py.Value) (py.Value, error) {
	return func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(int64(get(py.As[date](v)))), nil }
}

func dateOf(y, m, d int) py.Value {
	return py.Object(&date{Head: py.HeadOf(&dateShape), year: int16(y), month: uint8(m), day: uint8(d)})
}

// dateIn makes a date of class cls; subclasses are called.
func dateIn(t *py.Thread, cls *py.Type, y, m, d int) (py.Value, error) {
	if cls != dateType {
		return make_(t, cls, py.Nil, y, m, d)
	}
	if err := checkDate(y, m, d); err != nil {
		return py.Nil, err
	}
	return dateOf(y, m, d), nil
}

func newDate(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	if len(args) == 1 && len(kw) == 0 {
		if b, ok := py.AsBytes(args[0]); ok && len(b) == 4 && b[2] >= 1 && b[2] <= 12 {
			o := py.Alloc[date](cls)
			return py.Object(o), o.restore(b)
		}
	}
	vals, err := parameters(t, args, kw, 3, 3, "year", "month", "day")
	if err != nil {
		return py.Nil, err
	}
	var y, m, d int
	if err := ints(t, vals, &y, &m, &d); err != nil {
		return py.Nil, err
	}
	if err := checkDate(y, m, d); err != nil {
		return py.Nil, err
	}
	o := py.Alloc[date](cls)
	o.year, o.month, o.day = int16(y), uint8(m), uint8(d)
	return py.Object(o), nil
}

// state is what pickles of a date or time hold.
func (d *date) state(clock bool) []byte {
	b := []byte{byte(d.year >> 8), byte(d.year), d.month, d.day}
	if clock {
		b = append(b, d.hour, d.minute, d.second, byte(d.us>>16), byte(d.us>>8), byte(d.us))
	}
	return b
}

// restore is the inverse of state. What a pickle says is checked.
func (d *date) restore(b []byte) error {
	d.year, d.month, d.day = int16(b[0])<<8|int16(b[1]), b[2], b[3]
	if len(b) == 10 {
		if err := d.restoreClock(b[4:]); err != nil {
			return err
		}
	}
	return checkDate(int(d.year), int(d.month), int(d.day))
}

func (d *date) restoreClock(b []byte) error {
	d.hour, d.minute, d.second = b[0], b[1], b[2]
	d.us = uint32(b[3])<<16 | uint32(b[4])<<8 | uint32(b[5])
	return checkTime(int(d.hour), int(d.minute), int(d.second), int(d.us), int(d.fold))
}

func (d *date) ordinal() int { return ordinal(int(d.year), int(d.month), int(d.day)) }

// key orders dates.
func (d *date) key() int { return int(d.year)<<9 | int(d.month)<<5 | int(d.day) }

// clock is the time of day in seconds.
func (d *date) clock() int { return int(d.hour)*3600 + int(d.minute)*60 + int(d.second) }

func (d *date) iso() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

func dateRepr(t *py.Thread, v py.Value) (py.Value, error) {
	d := py.As[date](v)
	return py.NewStr(fmt.Sprintf("%s(%d, %d, %d)", py.TypeName(v), d.year, d.month, d.day)), nil
}

// isoString is __str__ of dates and times: what isoformat, perhaps a subclass's, gives.
func isoString(t *py.Thread, v py.Value) (py.Value, error) {
	if py.IsInstance(v, datetimeType) {
		return py.CallMethod(t, v, py.Name("isoformat"), py.NewStr(" "))
	}
	return py.CallMethod(t, v, py.Name("isoformat"))
}

// formatSlot is __format__.
func formatSlot(t *py.Thread, v py.Value, spec *py.Str) (py.Value, error) {
	if spec.Len() == 0 {
		s, err := py.ToStr(t, v)
		if err != nil {
			return py.Nil, err
		}
		return s.Value(), nil
	}
	return py.CallMethod(t, v, py.Name("strftime"), spec.Value())
}

func dateCompare(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	o, ok := py.Cast[date](b, dateType)
	if !ok || py.IsInstance(b, datetimeType) {
		return py.NotImplemented, nil
	}
	return holds(op, py.As[date](a).key()-o.key()), nil
}

func dateBinary(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
	d, ok := py.Cast[date](a, dateType)
	if !ok {
		if span, ok := py.Cast[delta](a, deltaType); ok && op == py.OpAdd {
			return py.As[date](b).shift(t, int(span.days))
		}
		return py.NotImplemented, nil
	}
	if py.IsInstance(a, datetimeType) || py.IsInstance(b, datetimeType) {
		return py.NotImplemented, nil
	}
	if span, ok := py.Cast[delta](b, deltaType); ok {
		if op == py.OpSub {
			return d.shift(t, -int(span.days))
		}
		return d.shift(t, int(span.days))
	}
	if o, ok := py.Cast[date](b, dateType); ok && op == py.OpSub {
		return spanOf(d.ordinal()-o.ordinal(), 0, 0), nil
	}
	return py.NotImplemented, nil
}

// shift adds days.
func (d *date) shift(t *py.Thread, days int) (py.Value, error) {
	n := d.ordinal() + days
	if n < 1 || n > maxOrdinal {
		return py.Nil, py.Raise(py.OverflowError, "date value out of range")
	}
	y, m, day := fromOrdinal(n)
	return dateIn(t, py.Object(d).Type(), y, m, day)
}

func (d *date) replace(t *py.Thread, a *py.Args) (py.Value, error) {
	y, m, day := int(d.year), int(d.month), int(d.day)
	if err := ints(t, []py.Value{a.Value(0), a.Value(1), a.Value(2)}, &y, &m, &day); err != nil {
		return py.Nil, err
	}
	return dateIn(t, py.Object(d).Type(), y, m, day)
}

func today(t *py.Thread, a *py.Args) (py.Value, error) {
	if a.ClassOf() != dateType {
		x := now(t)
		return py.CallMethod(t, a.Self, py.Name("fromtimestamp"), py.Float(float64(x.UnixNano())/1e9))
	}
	x := now(t).In(time.Local)
	return dateIn(t, dateType, x.Year(), int(x.Month()), x.Day())
}

func fromordinal(t *py.Thread, a *py.Args) (py.Value, error) {
	n, err := cint(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if n < 1 {
		return py.Nil, py.Raise(py.ValueError, "ordinal must be >= 1")
	}
	y, m, d := fromOrdinal(n)
	if y > maxYear {
		return py.Nil, py.Raise(py.ValueError, "year %d is out of range", y)
	}
	return build(t, a.ClassOf(), y, m, d)
}

// build makes a date, or a datetime at midnight, of a class.
func build(t *py.Thread, cls *py.Type, y, m, d int) (py.Value, error) {
	if cls == datetimeType {
		return momentOf(y, m, d, 0, 0, 0, 0, py.None, 0), nil
	}
	return dateIn(t, cls, y, m, d)
}

func fromisocalendar(t *py.Thread, a *py.Args) (py.Value, error) {
	var y, w, d int
	if err := ints(t, []py.Value{a.Value(0), a.Value(1), a.Value(2)}, &y, &w, &d); err != nil {
		return py.Nil, err
	}
	n, err := isoDate(y, w, d)
	if err != nil {
		return py.Nil, err
	}
	if n < 1 || n > maxOrdinal {
		y, _, _ := 0, 0, 0
		if n > maxOrdinal {
			y = maxYear + 1
		}
		return py.Nil, py.Raise(py.ValueError, "year %d is out of range", y)
	}
	y, m, day := fromOrdinal(n)
	return build(t, a.ClassOf(), y, m, day)
}

// timestamp takes apart a number of seconds; half is rounded to even, or if floor
// everything is rounded down.
func timestamp(t *py.Thread, v py.Value, floor bool) (secs int64, us int, err error) {
	if f, ok := py.IsFloatLike(v); ok {
		if math.IsNaN(f) {
			return 0, 0, py.Raise(py.ValueError, "Invalid value NaN (not a number)")
		}
		whole, frac := math.Modf(f)
		n := math.RoundToEven(frac * 1e6)
		if floor {
			n = math.Floor(frac * 1e6)
		}
		if n >= 1e6 {
			n -= 1e6
			whole++
		} else if n < 0 {
			n += 1e6
			whole--
		}
		if math.Abs(whole) >= 1<<63 {
			return 0, 0, py.Raise(py.OverflowError, "timestamp out of range for platform time_t")
		}
		return int64(whole), int(n), nil
	}
	secs, err = py.AsInt64(t, v)
	if py.ErrIs(err, py.OverflowError) {
		err = py.Raise(py.OverflowError, "timestamp out of range for platform time_t")
	}
	return secs, 0, err
}

// civil is what clocks show, in UTC or locally, at a timestamp; the error is for years
// that dates do not have.
func civil(secs int64, zone *time.Location) (time.Time, error) {
	const limit = 1 << 55 // time.Time has years of so many seconds
	if secs > limit || secs < -limit {
		return time.Time{}, py.NewOSError(eoverflow, py.Nil)
	}
	x := time.Unix(secs, 0).In(zone)
	if y := x.Year(); y < 1 || y > maxYear {
		return x, py.Raise(py.ValueError, "year %d is out of range", y)
	}
	return x, nil
}

// eoverflow is Linux's errno of a time whose year does not fit an int.
const eoverflow = 75

func dateFromtimestamp(t *py.Thread, a *py.Args) (py.Value, error) {
	secs, _, err := timestamp(t, a.Value(0), true)
	if err != nil {
		return py.Nil, err
	}
	x, err := civil(secs, time.Local)
	if err != nil {
		return py.Nil, err
	}
	return dateIn(t, a.ClassOf(), x.Year(), int(x.Month()), x.Day())
}

// isoCalendar is the type of what isocalendar returns.
var isoCalendar = py.Late[*py.StructSeq]{Make: func() *py.StructSeq {
	return py.NewStructSeq("datetime", "IsoCalendarDate", "The result of date.isocalendar() or datetime.isocalendar()", 3, false, "year", "week", "weekday")
}}

func (d *date) isocalendar(t *py.Thread, a *py.Args) (py.Value, error) {
	y, ord := int(d.year), d.ordinal()
	start := isoWeek1(y)
	if ord < start {
		y--
		start = isoWeek1(y)
	} else if next := isoWeek1(y + 1); ord >= next {
		y++
		start = next
	}
	return isoCalendar.Get().New(py.Int(int64(y)), py.Int(int64((ord-start)/7+1)), py.Int(int64(weekday(ord)+1))), nil
}

// fields are what strftime and struct_time tell of a date.
func (d *date) fields() datefmt.Fields {
	return datefmt.Fields{
		Year: int(d.year), Mon: int(d.month), Day: int(d.day), Hour: int(d.hour), Min: int(d.minute), Sec: int(d.second),
		Wday: weekday(d.ordinal()), Yday: yearDay(int(d.year), int(d.month), int(d.day)), Isdst: -1,
	}
}

func (d *date) ctime(t *py.Thread, a *py.Args) (py.Value, error) {
	f := d.fields()
	return py.NewStr(fmt.Sprintf("%s%04d", f.Asctime()[:20], d.year)), nil
}

// structTime makes a time.struct_time.
func structTime(t *py.Thread, d *date, dst int) (py.Value, error) {
	m, err := t.Interp.Machine.Import(t, "time", nil, py.None, 0)
	if err != nil {
		return py.Nil, err
	}
	cls, err := py.GetAttr(t, m, py.Name("struct_time"))
	if err != nil {
		return py.Nil, err
	}
	f := d.fields()
	var vals []py.Value
	for _, n := range [...]int{f.Year, f.Mon, f.Day, f.Hour, f.Min, f.Sec, f.Wday, f.Yday, dst} {
		vals = append(vals, py.Int(int64(n)))
	}
	return py.Call(t, cls, py.NewTuple(vals...))
}
