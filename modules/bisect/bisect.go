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
			py.Func("bisect_right(a, x, lo=0, hi=None, *, key=None)", bisect_right).Leaf(leafRight).As("bisect"),
			py.Func("bisect_left(a, x, lo=0, hi=None, *, key=None)", bisect_left).Leaf(leafLeft),
			py.Func("bisect_right(a, x, lo=0, hi=None, *, key=None)", bisect_right).Leaf(leafRight),
			py.Func("insort_right(a, x, lo=0, hi=None, *, key=None)", insort_right).Leaf(leafInsortRight).As("insort"),
			py.Func("insort_left(a, x, lo=0, hi=None, *, key=None)", insort_left).Leaf(leafInsortLeft),
			py.Func("insort_right(a, x, lo=0, hi=None, *, key=None)", insort_right).Leaf(leafInsortRight),
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
		var v py.Value
		var err error
		if py.IsList(seq) && mid < len(py.As[py.List](seq).A) {
			v = py.As[py.List](seq).A[mid]
		} else if v, err = py.GetItem(t, seq, py.Int(int64(mid))); err != nil {
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

func leafLeft(dst, _ *py.Value, args []py.Value) bool  { return leafSearch(dst, args, true) }
func leafRight(dst, _ *py.Value, args []py.Value) bool { return leafSearch(dst, args, false) }

// leafSearch is search in a list of ints, floats or strings.
func leafSearch(dst *py.Value, args []py.Value, left bool) bool {
	if len(args) != 2 || !py.IsList(args[0]) {
		return false
	}
	items, x := py.As[py.List](args[0]).A, &args[1]
	lo, hi := 0, len(items)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		v := &items[mid]
		var less bool // whether the place is behind mid
		switch {
		case py.BothInt(x, v):
			less = v.I() < x.I() || !left && v.I() == x.I()
		case x.IsFloat() && v.IsFloat():
			less = left && v.F() < x.F() || !left && !(x.F() < v.F())
		case py.IsStr(*x) && py.IsStr(*v):
			c := py.As[py.Str](*v).Compare(py.As[py.Str](*x))
			less = c < 0 || !left && c == 0
		default:
			return false
		}
		if less {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	dst.SetInt(int64(lo))
	return true
}

func bisect_left(t *py.Thread, a *py.Args) (py.Value, error)  { return search(t, a, true) }
func bisect_right(t *py.Thread, a *py.Args) (py.Value, error) { return search(t, a, false) }

var nameInsert = py.LateName{Text: "insert"}

func leafInsortLeft(dst, _ *py.Value, args []py.Value) bool  { return leafInsort(dst, args, true) }
func leafInsortRight(dst, _ *py.Value, args []py.Value) bool { return leafInsort(dst, args, false) }

// leafInsort is insort into a list that has room and is not long.
func leafInsort(dst *py.Value, args []py.Value, left bool) bool {
	var at py.Value
	if !leafSearch(&at, args, left) {
		return false
	}
	l, x := py.As[py.List](args[0]), args[1]
	n, i := len(l.A), int(at.I())
	if n == cap(l.A) || n > 4096 {
		return false
	}
	l.A = l.A[:n+1]
	copy(l.A[i+1:], l.A[i:n])
	l.A[i] = x
	*dst = py.None
	return true
}

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
	_, err = py.CallMethod(t, a.Value(0), nameInsert.Str(), py.Int(int64(i)), a.Value(1))
	return py.None, err
}

func insort_left(t *py.Thread, a *py.Args) (py.Value, error)  { return insort(t, a, true) }
func insort_right(t *py.Thread, a *py.Args) (py.Value, error) { return insort(t, a, false) }
