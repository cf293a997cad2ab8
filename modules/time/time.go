// Package time is Python's time module with MicroPython's ticks.
// https://docs.python.org/3.13/library/time.html
// https://docs.micropython.org/en/latest/library/time.html
//
// The clock is the interpreter's; monotonic clocks start at 0 when the module is
// imported. The local time zone is the host's.
package time

import (
	"math"
	"runtime"
	"time"

	"github.com/woma-lang/woma/py"
)

// Module is time.
var Module = &py.Module{
	Name: "time",
	Doc:  "Clocks, waiting, and dates as tuples and text.",
	Table: func() py.Members {
		return py.Members{
			py.Const("CLOCK_MONOTONIC", py.Int(1)),
			py.Const("CLOCK_PROCESS_CPUTIME_ID", py.Int(2)),
			py.Const("CLOCK_REALTIME", py.Int(0)),
			py.Const("CLOCK_THREAD_CPUTIME_ID", py.Int(3)),
			py.Func("asctime(tuple=None, /)", asctime),
			py.Func("clock_getres(clk_id, /)", clock_getres),
			py.Func("clock_gettime(clk_id, /)", clock_gettime),
			py.Func("clock_gettime_ns(clk_id, /)", clock_gettime_ns),
			py.Func("ctime(seconds=None, /)", ctime),
			py.Func("get_clock_info(name, /)", get_clock_info),
			py.Func("gmtime(seconds=None, /)", gmtime),
			py.Func("localtime(seconds=None, /)", localtime),
			py.Func("mktime(tuple, /)", mktime),
			seconds("monotonic", since), nanoseconds("monotonic_ns", since),
			seconds("perf_counter", since), nanoseconds("perf_counter_ns", since),
			seconds("process_time", cpu), nanoseconds("process_time_ns", cpu),
			py.Func("sleep(seconds, /)", sleep),
			py.Func("sleep_ms(ms, /)", sleepUnits(time.Millisecond)),
			py.Func("sleep_us(us, /)", sleepUnits(time.Microsecond)),
			py.Func("strftime(format, tuple=None, /)", strftime),
			py.Func("strptime(string, format='%a %b %d %H:%M:%S %Y', /)", strptime),
			py.ClassAs("struct_time", structTime.Get().Type),
			seconds("thread_time", cpu), nanoseconds("thread_time_ns", cpu),
			py.Func("ticks_add(ticks, delta, /)", ticks_add),
			ticks("ticks_cpu", time.Nanosecond),
			py.Func("ticks_diff(ticks1, ticks2, /)", ticks_diff),
			ticks("ticks_ms", time.Millisecond),
			ticks("ticks_us", time.Microsecond),
			py.Func("time()", time_),
			py.Func("time_ns()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(now(t).UnixNano()), nil }),
			py.Func("tzset()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.None, nil }),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		start := now(t)
		py.SetState(t, stateKey, &start)
		// The zone's names and offsets, from midwinter and midsummer of this year.
		names, offsets := [2]string{}, [2]int{}
		for i, month := range [...]time.Month{time.January, time.July} {
			names[i], offsets[i] = time.Date(start.Year(), month, 1, 0, 0, 0, 0, time.Local).Zone()
		}
		std, dst := 0, 1
		if offsets[1] < offsets[0] {
			std, dst = 1, 0
		}
		m.Dict.SetItem("timezone", py.Int(int64(-offsets[std])))
		m.Dict.SetItem("altzone", py.Int(int64(-offsets[dst])))
		daylight := int64(0)
		if offsets[0] != offsets[1] {
			daylight = 1
		}
		m.Dict.SetItem("daylight", py.Int(daylight))
		m.Dict.SetItem("tzname", py.NewTuple(py.NewStr(names[std]), py.NewStr(names[dst])))
		return nil
	},
}

// stateKey finds the time of the import.
var stateKey = &py.Module{Name: "time"}

// structTime is time.struct_time.
var structTime = py.Late[*py.StructSeq]{Make: func() *py.StructSeq {
	return py.NewStructSeq("time", "struct_time",
		"The time value as returned by gmtime(), localtime(), and strptime(), and\naccepted by asctime(), mktime() and strftime().  May be considered as a\nsequence of 9 integers.",
		9, true, "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff")
}}

func now(t *py.Thread) time.Time {
	if t.Interp.Now != nil {
		return t.Interp.Now()
	}
	return time.Unix(0, 0)
}

// since is the time since the import.
func since(t *py.Thread) time.Duration {
	return now(t).Sub(*py.State[*time.Time](t, stateKey))
}

// cpu stands in for processor time, which Go does not tell portably.
func cpu(t *py.Thread) time.Duration { return since(t) }

//go:noinline
func seconds(name string, f func(*py.Thread) time.Duration) py.Member {
	return py.Func(name+"()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Float(f(t).Seconds()), nil })
}

//go:noinline
func nanoseconds(name string, f func(*py.Thread) time.Duration) py.Member {
	return py.Func(name+"()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(int64(f(t))), nil })
}

func time_(t *py.Thread, a *py.Args) (py.Value, error) {
	n := now(t)
	return py.Float(float64(n.Unix()) + float64(n.Nanosecond())/1e9), nil
}

// ticksPeriod is where MicroPython's tick counters wrap around on 64-bit machines.
const ticksPeriod = 1 << 62

//go:noinline
func ticks(name string, unit time.Duration) py.Member {
	return py.Func(name+"()", func(t *py.Thread, a *py.Args) (py.Value, error) {
		return py.Int(int64(since(t)/unit) & (ticksPeriod - 1)), nil
	})
}

func ticks_add(t *py.Thread, a *py.Args) (py.Value, error) {
	ticks, err := py.AsInt64(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	delta, err := py.AsInt64(t, a.Value(1))
	if err != nil || delta >= ticksPeriod/2 || delta <= -ticksPeriod/2 {
		if err != nil && !py.ErrIs(err, py.OverflowError) {
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.OverflowError, "ticks interval overflow")
	}
	return py.Int((ticks + delta) & (ticksPeriod - 1)), nil
}

func ticks_diff(t *py.Thread, a *py.Args) (py.Value, error) {
	end, err := py.AsInt64(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	start, err := py.AsInt64(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	return py.Int((end-start+ticksPeriod/2)&(ticksPeriod-1) - ticksPeriod/2), nil
}

func sleep(t *py.Thread, a *py.Args) (py.Value, error) {
	f := a.Float(t, 0)
	if err := a.Err(); err != nil {
		v := a.Value(0)
		if py.ErrIs(err, py.TypeError) && !v.IsFloat() {
			err = py.Raise(py.TypeError, "'%s' object cannot be interpreted as an integer", py.TypeName(v))
		}
		return py.Nil, err
	}
	switch {
	case math.IsNaN(f):
		return py.Nil, py.Raise(py.ValueError, "Invalid value NaN (not a number)")
	case f < 0:
		return py.Nil, py.Raise(py.ValueError, "sleep length must be non-negative")
	case f > math.MaxInt64/1e9:
		return py.Nil, py.Raise(py.OverflowError, "timestamp too large to convert to C PyTime_t")
	}
	return py.None, wait(t, time.Duration(f*1e9))
}

// sleepUnits makes sleep_ms and sleep_us, which take no negative sleep amiss.
//
//go:noinline
func sleepUnits(unit time.Duration) py.NativeFunc {
	return func(t *py.Thread, a *py.Args) (py.Value, error) {
		n := a.Int(t, 0)
		if err := a.Err(); err != nil {
			return py.Nil, err
		}
		if n <= 0 {
			return py.None, wait(t, 0)
		}
		return py.None, wait(t, time.Duration(min(int64(n), math.MaxInt64/int64(unit)))*unit)
	}
}

// wait sleeps until the time is over or an interrupt raises an exception.
func wait(t *py.Thread, d time.Duration) error {
	if d <= 0 {
		runtime.Gosched()
		return t.Step(1)
	}
	wake := t.Wake()
	timer := time.NewTimer(d)
	defer timer.Stop()
	for {
		if err := t.Step(0); err != nil {
			return err
		}
		select {
		case <-timer.C:
			return nil
		case <-wake:
		}
	}
}

func clockID(t *py.Thread, a *py.Args) (time.Duration, error) {
	id := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return 0, err
	}
	switch id {
	case 0:
		return time.Duration(now(t).UnixNano()), nil
	case 1:
		return since(t), nil
	case 2, 3:
		return cpu(t), nil
	}
	return 0, py.FromGo(einval)
}

func clock_gettime(t *py.Thread, a *py.Args) (py.Value, error) {
	d, err := clockID(t, a)
	return py.Float(d.Seconds()), err
}

func clock_gettime_ns(t *py.Thread, a *py.Args) (py.Value, error) {
	d, err := clockID(t, a)
	return py.Int(int64(d)), err
}

func clock_getres(t *py.Thread, a *py.Args) (py.Value, error) {
	_, err := clockID(t, a)
	return py.Float(1e-9), err
}

func get_clock_info(t *py.Thread, a *py.Args) (py.Value, error) {
	name := a.String(0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	implementation, monotonic := "", true
	switch name {
	case "time":
		implementation, monotonic = "clock_gettime(CLOCK_REALTIME)", false
	case "monotonic", "perf_counter":
		implementation = "clock_gettime(CLOCK_MONOTONIC)"
	case "process_time":
		implementation = "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)"
	case "thread_time":
		implementation = "clock_gettime(CLOCK_THREAD_CPUTIME_ID)"
	default:
		return py.Nil, py.Raise(py.ValueError, "unknown clock")
	}
	d := py.NewDict()
	d.SetItem("implementation", py.NewStr(implementation))
	d.SetItem("monotonic", py.Bool(monotonic))
	d.SetItem("adjustable", py.Bool(!monotonic))
	d.SetItem("resolution", py.Float(1e-9))
	return py.NewSimpleNamespace(d), nil
}
