package time

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"syscall"
	"time"

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
	return structTime.New(vals[:]...)
}

func gmtime(t *py.Thread, a *py.Args) (py.Value, error) {
	x, err := instant(t, a)
	if err != nil {
		return py.Nil, err
	}
	return fields(x.In(utc)), nil
}

// utc is UTC under the name that C's gmtime gives it.
var utc = time.FixedZone("UTC", 0)

func localtime(t *py.Thread, a *py.Args) (py.Value, error) {
	x, err := instant(t, a)
	if err != nil {
		return py.Nil, err
	}
	return fields(x.In(time.Local)), nil
}

// broken is a struct_time taken apart.
type broken struct {
	year, mon, day, hour, min, sec, wday, yday, isdst int
	zone                                              string
	off                                               int
	hasZone                                           bool
}

// take takes a struct_time or tuple apart. MicroPython's have 8 items.
func take(t *py.Thread, v py.Value, fn string) (b broken, err error) {
	tup, ok := py.AsTuple(v)
	if !ok {
		return b, py.Raise(py.TypeError, "Tuple or struct_time argument required")
	}
	if len(tup.A) != 9 && len(tup.A) != 8 {
		return b, py.Raise(py.TypeError, "%s(): illegal time tuple argument", fn)
	}
	b.isdst = -1
	for i, p := range [...]*int{&b.year, &b.mon, &b.day, &b.hour, &b.min, &b.sec, &b.wday, &b.yday, &b.isdst} {
		if i == len(tup.A) {
			break
		}
		if *p, err = py.AsInt(t, tup.A[i]); err != nil {
			return b, err
		}
		if *p > math.MaxInt32 || *p < math.MinInt32 {
			return b, py.Raise(py.OverflowError, "Python int too large to convert to C int")
		}
	}
	if v.Type() == structTime.Type {
		z, err := py.GetAttr(t, v, py.Name("tm_zone"))
		if err != nil {
			return b, err
		}
		if s, ok := py.AsStr(z); ok {
			b.zone, b.hasZone = s.String(), true
		}
		o, err := py.GetAttr(t, v, py.Name("tm_gmtoff"))
		if err != nil {
			return b, err
		}
		if !o.IsNone() {
			if b.off, err = py.AsInt(t, o); err != nil {
				return b, err
			}
		} else {
			b.hasZone = false
		}
	}
	return b, nil
}

// check is what strftime and asctime demand of the items.
func (b *broken) check() error {
	if b.mon == 0 {
		b.mon = 1
	}
	if b.day == 0 {
		b.day = 1
	}
	if b.yday == 0 {
		b.yday = 1
	}
	switch {
	case b.mon < 1 || b.mon > 12:
		return py.Raise(py.ValueError, "month out of range")
	case b.day < 0 || b.day > 31:
		return py.Raise(py.ValueError, "day of month out of range")
	case b.hour < 0 || b.hour > 23:
		return py.Raise(py.ValueError, "hour out of range")
	case b.min < 0 || b.min > 59:
		return py.Raise(py.ValueError, "minute out of range")
	case b.sec < 0 || b.sec > 61:
		return py.Raise(py.ValueError, "seconds out of range")
	case b.wday < -1:
		return py.Raise(py.ValueError, "day of week out of range")
	case b.yday < 0 || b.yday > 366:
		return py.Raise(py.ValueError, "day of year out of range")
	}
	b.wday = (b.wday + 7) % 7
	return nil
}

// mktime takes items that are out of range as they come, like C.
func mktime(t *py.Thread, a *py.Args) (py.Value, error) {
	b, err := take(t, a.Value(0), "mktime")
	if err != nil {
		return py.Nil, err
	}
	x := time.Date(b.year, time.Month(b.mon), b.day, b.hour, b.min, b.sec, 0, time.Local)
	if b.isdst >= 0 && x.IsDST() != (b.isdst > 0) {
		// The caller says that the clock is, or is not, put forward.
		for _, h := range [...]int{-1, 1} {
			if y := x.Add(time.Duration(h) * time.Hour); y.IsDST() == (b.isdst > 0) && y.Hour() != x.Hour() {
				x = y
				break
			}
		}
	}
	return py.Float(float64(x.Unix())), nil
}

var (
	days   = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

func (b *broken) asctime() string {
	return fmt.Sprintf("%.3s %.3s%3d %.2d:%.2d:%.2d %d", days[b.wday%7], months[b.mon-1], b.day, b.hour, b.min, b.sec, b.year)
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
	return py.NewStr(b.asctime()), nil
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
	return py.NewStr(b.asctime()), nil
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
	out = b.format(out, format)
	return py.NewStrBytes(out), nil
}

// isoWeek returns the ISO 8601 year and week.
func (b *broken) isoWeek() (year, week int) {
	// The Thursday of the week decides.
	year = b.year
	day := b.yday - 1 + 3 - b.wday
	if day < 0 {
		year--
		day += yearDays(year)
	} else if n := yearDays(year); day >= n {
		year++
		day -= n
	}
	return year, day/7 + 1
}

func yearDays(y int) int {
	if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
		return 366
	}
	return 365
}

// format appends what C's strftime makes of a format in the C locale.
func (b *broken) format(out []byte, format string) []byte {
	num := func(n, width int) {
		s := strconv.Itoa(n)
		for i := len(s); i < width; i++ {
			out = append(out, '0')
		}
		out = append(out, s...)
	}
	pad := func(n, width int) {
		s := strconv.Itoa(n)
		for i := len(s); i < width; i++ {
			out = append(out, ' ')
		}
		out = append(out, s...)
	}
	hour12 := (b.hour+11)%12 + 1
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c != '%' || i+1 == len(format) {
			out = append(out, c)
			continue
		}
		i++
		switch c := format[i]; c {
		case 'a':
			out = append(out, days[b.wday][:3]...)
		case 'A':
			out = append(out, days[b.wday]...)
		case 'b', 'h':
			out = append(out, months[b.mon-1][:3]...)
		case 'B':
			out = append(out, months[b.mon-1]...)
		case 'c':
			out = b.format(out, "%a %b %e %H:%M:%S %Y")
		case 'C':
			num(floorDiv(b.year, 100), 2)
		case 'd':
			num(b.day, 2)
		case 'D', 'x':
			out = b.format(out, "%m/%d/%y")
		case 'e':
			pad(b.day, 2)
		case 'F':
			out = b.format(out, "%Y-%m-%d")
		case 'g':
			y, _ := b.isoWeek()
			num(((y%100)+100)%100, 2)
		case 'G':
			y, _ := b.isoWeek()
			num(y, 0)
		case 'H':
			num(b.hour, 2)
		case 'I':
			num(hour12, 2)
		case 'j':
			num(b.yday, 3)
		case 'k':
			pad(b.hour, 2)
		case 'l':
			pad(hour12, 2)
		case 'm':
			num(b.mon, 2)
		case 'M':
			num(b.min, 2)
		case 'n':
			out = append(out, '\n')
		case 'p', 'P':
			s := "AM"
			if b.hour >= 12 {
				s = "PM"
			}
			if c == 'P' {
				s = strings.ToLower(s)
			}
			out = append(out, s...)
		case 'r':
			out = b.format(out, "%I:%M:%S %p")
		case 'R':
			out = b.format(out, "%H:%M")
		case 's':
			x := time.Date(b.year, time.Month(b.mon), b.day, b.hour, b.min, b.sec, 0, time.Local)
			num(int(x.Unix()), 0)
		case 'S':
			num(b.sec, 2)
		case 't':
			out = append(out, '\t')
		case 'T', 'X':
			out = b.format(out, "%H:%M:%S")
		case 'u':
			num(b.wday+1, 1)
		case 'U':
			num((b.yday-1+7-(b.wday+1)%7)/7, 2)
		case 'V':
			_, w := b.isoWeek()
			num(w, 2)
		case 'w':
			num((b.wday+1)%7, 1)
		case 'W':
			num((b.yday-1+7-b.wday)/7, 2)
		case 'y':
			num(((b.year%100)+100)%100, 2)
		case 'Y':
			num(b.year, 0)
		case 'z', 'Z':
			zone, off := b.zone, b.off
			if !b.hasZone {
				x := time.Date(b.year, time.Month(b.mon), b.day, b.hour, b.min, b.sec, 0, time.Local)
				zone, off = x.Zone()
			}
			if c == 'Z' {
				out = append(out, zone...)
				break
			}
			sign := byte('+')
			if off < 0 {
				sign, off = '-', -off
			}
			out = append(out, sign)
			num(off/3600, 2)
			num(off/60%60, 2)
		case '%':
			out = append(out, '%')
		default:
			out = append(out, '%', c)
		}
	}
	return out
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
