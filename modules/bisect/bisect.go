// Package bisect is Python's bisect: search and insertion in sorted sequences.
// https://docs.python.org/3.13/library/bisect.html
package bisect

import "github.com/woma-lang/woma/py"

// Module is the module bisect.
var Module = &py.Module{
	Name: "bisect",
	Doc:  "Search and insertion in sorted lists.",
	Table: func() py.Members {
		return py.Members{
			py.Func("bisect_right(a, x, lo=0, hi=None, *, key=None)", bisect_right).As("bisect"),
			py.Func("bisect_left(a, x, lo=0, hi=None, *, key=None)", bisect_left),
			py.Func("bisect_right(a, x, lo=0, hi=None, *, key=None)", bisect_right),
			py.Func("insort_right(a, x, lo=0, hi=None, *, key=None)", insort_right).As("insort"),
			py.Func("insort_left(a, x, lo=0, hi=None, *, key=None)", insort_left),
			py.Func("insort_right(a, x, lo=0, hi=None, *, key=None)", insort_right),
		}
	},
}

// find returns where x belongs in argument 0.
func find(t *py.Thread, a *py.Args, x py.Value, left bool) (int, error) {
	seq := a.Value(0)
	lo := a.IntOr(t, 2, 0)
	hi := -1
	if a.Given(3) {
		hi = a.Int(t, 3)
	}
	if err := a.Err(); err != nil {
		return 0, err
	}
	if lo < 0 {
		return 0, py.Raise(py.ValueError, "lo must be non-negative")
	}
	if hi == -1 {
		var err error
		if hi, err = py.Len(t, seq); err != nil {
			return 0, err
		}
	}
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		v, err := py.GetItem(t, seq, py.Int(int64(mid)))
		if err != nil {
			return 0, err
		}
		if a.Given(4) {
			if v, err = py.Call(t, a.Value(4), v); err != nil {
				return 0, err
			}
		}
		first, second := x, v
		if left {
			first, second = v, x
		}
		lt, err := py.CompareBool(t, py.OpLt, first, second)
		if err != nil {
			return 0, err
		}
		if lt != left {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo, nil
}

func search(t *py.Thread, a *py.Args, left bool) (py.Value, error) {
	i, err := find(t, a, a.Value(1), left)
	return py.Int(int64(i)), err
}

func bisect_left(t *py.Thread, a *py.Args) (py.Value, error)  { return search(t, a, true) }
func bisect_right(t *py.Thread, a *py.Args) (py.Value, error) { return search(t, a, false) }

// insort inserts argument 1 where its key belongs.
func insort(t *py.Thread, a *py.Args, left bool) (py.Value, error) {
	x := a.Value(1)
	if a.Given(4) {
		var err error
		if x, err = py.Call(t, a.Value(4), x); err != nil {
			return py.Nil, err
		}
	}
	i, err := find(t, a, x, left)
	if err != nil {
		return py.Nil, err
	}
	_, err = py.CallMethod(t, a.Value(0), py.Name("insert"), py.Int(int64(i)), a.Value(1))
	return py.None, err
}

func insort_left(t *py.Thread, a *py.Args) (py.Value, error)  { return insort(t, a, true) }
func insort_right(t *py.Thread, a *py.Args) (py.Value, error) { return insort(t, a, false) }
