// Package time is Python's and MicroPython's time module.
package time

import (
	"time"

	"github.com/woma-lang/woma/py"
)

// Module is the module's table.
var Module = &py.Module{
	Name: "time",
	Members: py.Members{
		py.Func("monotonic()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Float(since(t).Seconds()), nil }),
		py.Func("perf_counter()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Float(since(t).Seconds()), nil }),
		py.Func("perf_counter_ns()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(int64(since(t))), nil }),
		py.Func("sleep(seconds, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.None, sleep(t, time.Duration(a.Float(t, 0)*1e9), a.Err())
		}),
		py.Func("sleep_ms(ms, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.None, sleep(t, time.Duration(a.Int(t, 0))*time.Millisecond, a.Err())
		}),
		py.Func("sleep_us(us, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.None, sleep(t, time.Duration(a.Int(t, 0))*time.Microsecond, a.Err())
		}),
		py.Func("ticks_add(ticks, delta, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.Int(int64(a.Int(t, 0)+a.Int(t, 1)) & ticksMax), a.Err()
		}),
		py.Func("ticks_cpu()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.Int(since(t).Nanoseconds() & ticksMax), nil
		}),
		py.Func("ticks_diff(end, start, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			const half = (ticksMax + 1) / 2
			return py.Int((int64(a.Int(t, 0)-a.Int(t, 1))+half)&ticksMax - half), a.Err()
		}),
		py.Func("ticks_ms()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.Int(since(t).Milliseconds() & ticksMax), nil
		}),
		py.Func("ticks_us()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.Int(since(t).Microseconds() & ticksMax), nil
		}),
		py.Func("time()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.Float(float64(now(t).UnixNano()) / 1e9), nil
		}),
		py.Func("time_ns()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(now(t).UnixNano()), nil }),
	},
}

// ticksMax is where the tick counters wrap around.
const ticksMax = 1<<62 - 1

var start = time.Now()

func since(t *py.Thread) time.Duration { return time.Since(start) }

func now(t *py.Thread) time.Time {
	if t.Interp.Now != nil {
		return t.Interp.Now()
	}
	return time.Unix(0, 0)
}

// sleep waits, looking for interrupts ten times a second.
func sleep(t *py.Thread, d time.Duration, err error) error {
	if err != nil {
		return err
	}
	if d < 0 {
		return py.Raise(py.ValueError, "sleep length must be non-negative")
	}
	for end := time.Now().Add(d); ; {
		left := time.Until(end)
		if left <= 0 {
			return nil
		}
		time.Sleep(min(left, 100*time.Millisecond))
		if err := t.Step(1); err != nil {
			return err
		}
	}
}
