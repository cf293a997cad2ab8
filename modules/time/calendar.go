package time

import (
	"math"
	"syscall"
	"time"

	"github.com/woma-lang/woma/internal/datefmt"
	"github.com/woma-lang/woma/py"
)

const einval = syscall.EINVAL

// instant is the seconds argument of gmtime and its like; now if it is not given.
func instant(t *py.Thread, a *py.Args) (time.Time, error) {
	if !a.Given(0) {
		return now(t), nil
	}
	v := a.Value(0)
	if v.IsFloat() {
		f := v.F()
		if math.IsNaN(f) {
			return time.Time{}, py.Raise(py.ValueError, "Invalid value NaN (not a number)")
		}
		f = math.Floor(f)
		if math.Abs(f) >= 1<<63 {
			return time.Time{}, py.Raise(py.OverflowError, "timestamp out of range for platform time_t")
		}
		return checkYear(time.Unix(int64(f), 0))
	}
	n, err := py.AsInt64(t, v)
	if err != nil {
		if py.ErrIs(err, py.OverflowError) {
			err = py.Raise(py.OverflowError, "timestamp out of range for platform time_t")
		}
		return time.Time{}, err
	}
	if n > 1<<56 || n < -(1<<56) {
		return time.Time{}, py.NewOSError(int(syscall.EOVERFLOW), py.Nil)
	}
	return checkYear(time.Unix(n, 0))
}

// checkYear is the error of a time whose year does not fit 32 bits.
func checkYear(x time.Time) (time.Time, error) {
	if y := x.Year(); y > math.MaxInt32 || y < math.MinInt32 {
		return x, py.NewOSError(int(syscall.EOVERFLOW), py.Nil)
	}
	return x, nil
}

// fields makes a struct_time.
func fields(x time.Time) py.Value {
	zone, off := x.Zone()
	dst := 0
	if x.IsDST() {
		dst = 1
	}
	var vals [11]py.Value
	for i, n := range [...]int{x.Year(), int(x.Month()), x.Day(), x.Hour(), x.Minute(), x.Second(), (int(x.Weekday()) + 6) % 7, x.YearDay(), dst} {
		vals[i] = py.Int(int64(n))
	}
	vals[9], vals[10] = py.NewStr(zone), py.Int(int64(off))
	return structTime.Get().New(vals[:]...)
}

func gmtime(t *py.Thread, a *py.Args) (py.Value, error) {
	x, err := instant(t, a)
	if err != nil {
		return py.Nil, err
	}
	return fields(x.In(utc.Get())), nil
}

// utc is UTC under the name that C's gmtime gives it.
var utc = py.Late[*time.Location]{Make: func() *time.Location { return time.FixedZone("UTC", 0) }}

func localtime(t *py.Thread, a *py.Args) (py.Value, error) {
	x, err := instant(t, a)
	if err != nil {
		return py.Nil, err
	}
	return fields(x.In(time.Local)), nil
}

// broken is a struct_time taken apart.
type broken struct{ datefmt.Fields }

// take takes a struct_time or tuple apart. MicroPython's have 8 items.
func take(t *py.Thread, v py.Value, fn string) (b broken, err error) {
	tup, ok := py.AsTuple(v)
	if !ok {
		return b, py.Raise(py.TypeError, "Tuple or struct_time argument required")
	}
	if tup.Len() != 9 && tup.Len() != 8 {
		return b, py.Raise(py.TypeError, "%s(): illegal time tuple argument", fn)
	}
	b.Isdst = -1
	for i, p := range [...]*int{&b.Year, &b.Mon, &b.Day, &b.Hour, &b.Min, &b.Sec, &b.Wday, &b.Yday, &b.Isdst} {
		if i == tup.Len() {
			break
		}
		if *p, err = py.AsInt(t, tup.Items()[i]); err != nil {
			return b, err
		}
		if *p > math.MaxInt32 || *p < math.MinInt32 {
			return b, py.Raise(py.OverflowError, "Python int too large to convert to C int")
		}
	}
	if v.Type() == structTime.Get().Type {
		z, err := py.GetAttr(t, v, py.Name("tm_zone"))
		if err != nil {
			return b, err
		}
		if s, ok := py.AsStr(z); ok {
			b.Zone, b.HasZone = s.String(), true
		}
		o, err := py.GetAttr(t, v, py.Name("tm_gmtoff"))
		if err != nil {
			return b, err
		}
		if !o.IsNone() {
			if b.Off, err = py.AsInt(t, o); err != nil {
				return b, err
			}
		} else {
			b.HasZone = false
		}
	}
	return b, nil
}

// check is what strftime and asctime demand of the items.
func (b *broken) check() error {
	if b.Mon == 0 {
		b.Mon = 1
	}
	if b.Day == 0 {
		b.Day = 1
	}
	if b.Yday == 0 {
		b.Yday = 1
	}
	switch {
	case b.Mon < 1 || b.Mon > 12:
		return py.Raise(py.ValueError, "month out of range")
	case b.Day < 0 || b.Day > 31:
		return py.Raise(py.ValueError, "day of month out of range")
	case b.Hour < 0 || b.Hour > 23:
		return py.Raise(py.ValueError, "hour out of range")
	case b.Min < 0 || b.Min > 59:
		return py.Raise(py.ValueError, "minute out of range")
	case b.Sec < 0 || b.Sec > 61:
		return py.Raise(py.ValueError, "seconds out of range")
	case b.Wday < -1:
		return py.Raise(py.ValueError, "day of week out of range")
	case b.Yday < 0 || b.Yday > 366:
		return py.Raise(py.ValueError, "day of year out of range")
	}
	b.Wday = (b.Wday + 7) % 7
	return nil
}

// mktime takes items that are out of range as they come, like C.
func mktime(t *py.Thread, a *py.Args) (py.Value, error) {
	b, err := take(t, a.Value(0), "mktime")
	if err != nil {
		return py.Nil, err
	}
	x := time.Date(b.Year, time.Month(b.Mon), b.Day, b.Hour, b.Min, b.Sec, 0, time.Local)
	if b.Isdst >= 0 && x.IsDST() != (b.Isdst > 0) {
		// The caller says that the clock is, or is not, put forward.
		for _, h := range [...]int{-1, 1} {
			if y := x.Add(time.Duration(h) * time.Hour); y.IsDST() == (b.Isdst > 0) && y.Hour() != x.Hour() {
				x = y
				break
			}
		}
	}
	return py.Float(float64(x.Unix())), nil
}

func asctime(t *py.Thread, a *py.Args) (py.Value, error) {
	v := a.ValueOr(0, py.None)
	if !a.Has(0) {
		v = fields(now(t).In(time.Local))
	}
	b, err := take(t, v, "asctime")
	if err == nil {
		err = b.check()
	}
	if err != nil {
		return py.Nil, err
	}
	return py.NewStr(b.Asctime()), nil
}

func ctime(t *py.Thread, a *py.Args) (py.Value, error) {
	x, err := instant(t, a)
	if err != nil {
		return py.Nil, err
	}
	b, err := take(t, fields(x.In(time.Local)), "ctime")
	if err != nil {
		return py.Nil, err
	}
	return py.NewStr(b.Asctime()), nil
}

func strftime(t *py.Thread, a *py.Args) (py.Value, error) {
	format := a.String(0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	v := a.ValueOr(1, py.Nil)
	if !v.Bound() {
		v = fields(now(t).In(time.Local))
	}
	b, err := take(t, v, "strftime")
	if err == nil {
		err = b.check()
	}
	if err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(len(format) * 32); err != nil {
		return py.Nil, err
	}
	var out []byte
	out = b.Format(out, format)
	return py.NewStrBytes(out), nil
}
