// Package datetime is Python's datetime module.
// https://docs.python.org/3.13/library/datetime.html
//
// The clock is the interpreter's, the local time zone is the host's, as for the
// module time.
package datetime

import (
	"math"
	"time"

	"github.com/woma-lang/woma/py"
)

// Module is datetime.
var Module = &py.Module{
	Name: "datetime",
	Doc:  "Dates, times of day, and spans of time.",
	Types: func() {
		defineDelta()
		defineTzinfo()
		defineTimezone()
		defineDate()
		defineDatetime()
		defineTime()
	},
	Table: func() py.Members {
		return py.Members{
			py.Const("MAXYEAR", py.Int(maxYear)),
			py.Const("MINYEAR", py.Int(1)),
			py.Const("UTC", utc()),
			py.Class(dateType),
			py.Class(datetimeType),
			py.Class(timeType),
			py.Class(deltaType),
			py.Class(timezoneType),
			py.Class(tzinfoType),
		}
	},
}

const (
	maxYear    = 9999
	secsPerDay = 86400
	// maxOrdinal is 31 December 9999, 1 being 1 January 1.
	maxOrdinal = 3652059
	// epoch is 1 January 1970 in seconds since day 0.
	epoch = 719163 * secsPerDay
)

var monthDays = [...]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func isLeap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func daysIn(y, m int) int {
	if m == 2 && isLeap(y) {
		return 29
	}
	return monthDays[m]
}

// yearDay is the number of the day in its year.
func yearDay(y, m, d int) int {
	for i := 1; i < m; i++ {
		d += daysIn(y, i)
	}
	return d
}

func ordinal(y, m, d int) int {
	n := y - 1
	return n*365 + n/4 - n/100 + n/400 + yearDay(y, m, d)
}

// fromOrdinal is the inverse of ordinal.
func fromOrdinal(n int) (y, m, d int) {
	n--
	y = n/146097*400 + 1
	n %= 146097
	c := n / 36524
	n %= 36524
	q := n / 1461
	n %= 1461
	k := n / 365
	n %= 365
	y += c*100 + q*4 + k
	if k == 4 || c == 4 {
		return y - 1, 12, 31
	}
	for m = 1; n >= daysIn(y, m); m++ {
		n -= daysIn(y, m)
	}
	return y, m, n + 1
}

// weekday of a day, Monday being 0.
func weekday(ord int) int { return (ord + 6) % 7 }

// isoWeek1 is the Monday on which a year's first week begins.
func isoWeek1(y int) int {
	first := ordinal(y, 1, 1)
	w := weekday(first)
	monday := first - w
	if w > 3 {
		monday += 7
	}
	return monday
}

// isoDate returns the day of a week date, or the error of one that is none.
func isoDate(y, w, d int) (ord int, err error) {
	if y < 1 || y > maxYear {
		return 0, py.Raise(py.ValueError, "Year is out of range: %d", y)
	}
	if w < 1 || w > 53 || w == 53 && isoWeek1(y)+52*7 >= yearAfter(y) {
		return 0, py.Raise(py.ValueError, "Invalid week: %d", w)
	}
	if d < 1 || d > 7 {
		return 0, py.Raise(py.ValueError, "Invalid day: %d (range is [1, 7])", d)
	}
	return isoWeek1(y) + (w-1)*7 + d - 1, nil
}

// yearAfter is the Monday on which the first week of the next year begins.
func yearAfter(y int) int { return isoWeek1(y + 1) }

func checkDate(y, m, d int) error {
	switch {
	case y < 1 || y > maxYear:
		return py.Raise(py.ValueError, "year %d is out of range", y)
	case m < 1 || m > 12:
		return py.Raise(py.ValueError, "month must be in 1..12")
	case d < 1 || d > daysIn(y, m):
		return py.Raise(py.ValueError, "day is out of range for month")
	}
	return nil
}

func checkTime(h, m, s, us, fold int) error {
	switch {
	case h < 0 || h > 23:
		return py.Raise(py.ValueError, "hour must be in 0..23")
	case m < 0 || m > 59:
		return py.Raise(py.ValueError, "minute must be in 0..59")
	case s < 0 || s > 59:
		return py.Raise(py.ValueError, "second must be in 0..59")
	case us < 0 || us > 999999:
		return py.Raise(py.ValueError, "microsecond must be in 0..999999")
	case fold != 0 && fold != 1:
		return py.Raise(py.ValueError, "fold must be either 0 or 1")
	}
	return nil
}

func checkTZ(v py.Value) error {
	if v.IsNone() || py.IsInstance(v, tzinfoType) {
		return nil
	}
	return py.Raise(py.TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'", py.TypeName(v))
}

// cint returns an argument that C would convert to an int.
func cint(t *py.Thread, v py.Value) (int, error) {
	n, err := py.AsInt64(t, v)
	switch {
	case err != nil:
		if py.ErrIs(err, py.OverflowError) {
			err = py.Raise(py.OverflowError, "Python int too large to convert to C long")
		}
		return 0, err
	case n > math.MaxInt32:
		return 0, py.Raise(py.OverflowError, "signed integer is greater than maximum")
	case n < math.MinInt32:
		return 0, py.Raise(py.OverflowError, "signed integer is less than minimum")
	}
	return int(n), nil
}

// parameters binds the arguments of a constructor as CPython's C code does, whose
// errors do not know the function's name. Those from kwOnly on have no position.
func parameters(t *py.Thread, args []py.Value, kw []*py.Str, required, kwOnly int, names ...string) ([]py.Value, error) {
	vals := make([]py.Value, len(names))
	npos := len(args) - len(kw)
	if len(args) > len(names) {
		return nil, py.Raise(py.TypeError, "function takes at most %d argument%s (%d given)", len(names), plural(len(names)), len(args))
	}
	if npos > kwOnly {
		return nil, py.Raise(py.TypeError, "function takes at most %d positional argument%s (%d given)", kwOnly, plural(kwOnly), npos)
	}
	copy(vals, args[:npos])
	for i, name := range names {
		for k, given := range kw {
			if given.String() != name {
				continue
			}
			if i < npos {
				return nil, py.Raise(py.TypeError, "argument for function given by name ('%s') and position (%d)", name, i+1)
			}
			vals[i] = args[npos+k]
		}
		if i < required && !vals[i].Bound() {
			// C converts what comes before, which may be wrong too.
			for _, v := range vals[:i] {
				if _, err := cint(t, v); err != nil {
					return nil, err
				}
			}
			return nil, py.Raise(py.TypeError, "function missing required argument '%s' (pos %d)", name, i+1)
		}
	}
next:
	for _, given := range kw {
		for _, name := range names {
			if given.String() == name {
				continue next
			}
		}
		return nil, py.Raise(py.TypeError, "this function got an unexpected keyword argument '%s'", given)
	}
	return vals, nil
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// ints converts parameters; those that are not there keep their defaults.
func ints(t *py.Thread, vals []py.Value, places ...*int) error {
	for i, p := range places {
		if i < len(vals) && vals[i].Bound() {
			n, err := cint(t, vals[i])
			if err != nil {
				return err
			}
			*p = n
		}
	}
	return nil
}

func now(t *py.Thread) time.Time {
	if t.Interp.Now != nil {
		return t.Interp.Now()
	}
	return time.Unix(0, 0)
}

// localOffset is how far east of Greenwich local clocks are at an instant, and what
// the zone is called.
func localOffset(unix int64) (seconds int, name string) {
	name, seconds = time.Unix(unix, 0).In(time.Local).Zone()
	return seconds, name
}

// local is what local clocks show at an instant, both in seconds since day 0.
func local(secs int64) int64 {
	off, _ := localOffset(secs - epoch)
	return secs + int64(off)
}

// maxFold is how far a clock can be put back.
const maxFold = 24 * 3600

// fromLocal is the inverse of local; fold says which of two instants at which clocks
// show the same is meant. A time that clocks leave out counts as if they had not.
func fromLocal(secs int64, fold int) int64 {
	a := local(secs) - secs
	u1 := secs - a
	t1 := local(u1)
	var b int64
	if t1 == secs {
		u2 := u1 - maxFold
		if fold != 0 {
			u2 = u1 + maxFold
		}
		if b = local(u2) - u2; a == b {
			return u1
		}
	} else {
		b = t1 - u1
	}
	u2 := secs - b
	switch t2 := local(u2); {
	case t2 == secs:
		return u2
	case t1 == secs:
		return u1
	}
	if fold != 0 {
		return min(u1, u2)
	}
	return max(u1, u2)
}

// make_ calls a class with ints, for subclasses written in Python.
func make_(t *py.Thread, cls *py.Type, tz py.Value, nums ...int) (py.Value, error) {
	args := make([]py.Value, 0, 8)
	for _, n := range nums {
		args = append(args, py.Int(int64(n)))
	}
	if tz.Bound() {
		args = append(args, tz)
	}
	return py.Call(t, cls.Value(), args...)
}
