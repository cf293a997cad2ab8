// Package heapq is Python's heapq: lists as heaps. What works on one heap is in Go;
// merge, nlargest and nsmallest are in heapq.py, which is compiled when one of them
// is first asked for. https://docs.python.org/3.13/library/heapq.html
package heapq

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed heapq.py
var source string

// Module is the module heapq.
var Module = &py.Module{
	Name: "heapq",
	Doc:  "Lists whose first item is always the least one.",
	Table: func() py.Members {
		return py.Members{
			py.Make("__all__", func(in *py.Interp) py.Value {
				var names []py.Value
				for _, n := range []string{"heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"} {
					names = append(names, py.NewStr(n))
				}
				return py.NewList(names).Value()
			}),
			py.FastFunc("_heapify_max(heap, /)", _heapify_max),
			py.FastFunc("_heapreplace_max(heap, item, /)", _heapreplace_max),
			py.FastFunc("heapify(heap, /)", heapify),
			py.FastFunc("heappop(heap, /)", heappop),
			py.FastFunc("heappush(heap, item, /)", heappush),
			py.FastFunc("heappushpop(heap, item, /)", heappushpop),
			py.FastFunc("heapreplace(heap, item, /)", heapreplace),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		py.LazySource(m, source, "<frozen heapq>", "merge", "nlargest", "nsmallest")
		return nil
	},
}

func listArg(name string, several bool, v py.Value) (*py.List, error) {
	if l, ok := py.AsList(v); ok {
		return l, nil
	}
	which := "argument"
	if several {
		which = "argument 1"
	}
	return nil, py.Raise(py.TypeError, "%s() %s must be list, not %s", name, which, py.TypeName(v))
}

// less is a < b, or with greatest, for heaps whose first item is the greatest, b < a.
func less(t *py.Thread, a, b py.Value, greatest bool) (bool, error) {
	if greatest {
		a, b = b, a
	}
	if py.BothInt(&a, &b) {
		return a.I() < b.I(), nil
	}
	return py.CompareBool(t, py.OpLt, a, b)
}

// changed is the error for a comparison that has changed the heap.
func changed(l *py.List, n int) error {
	if len(l.A) == n {
		return nil
	}
	return py.Raise(py.RuntimeError, "list changed size during iteration")
}

// up moves the item at pos towards start until its parent is not greater.
func up(t *py.Thread, l *py.List, start, pos int, greatest bool) error {
	n := len(l.A)
	if pos >= n {
		return py.Raise(py.IndexError, "index out of range")
	}
	for pos > start {
		parent := (pos - 1) >> 1
		lt, err := less(t, l.A[pos], l.A[parent], greatest)
		if err != nil {
			return err
		}
		if err := changed(l, n); err != nil {
			return err
		}
		if !lt {
			break
		}
		l.A[pos], l.A[parent] = l.A[parent], l.A[pos]
		pos = parent
	}
	return nil
}

// down moves the item at pos to a leaf, the lesser child coming up each time, and
// then up again to where it belongs: most items belong near the leaves, so that this
// compares less than asking at each step.
func down(t *py.Thread, l *py.List, pos int, greatest bool) error {
	n, start := len(l.A), pos
	if pos >= n {
		return py.Raise(py.IndexError, "index out of range")
	}
	for half := n >> 1; pos < half; {
		child := 2*pos + 1
		if child+1 < n {
			lt, err := less(t, l.A[child], l.A[child+1], greatest)
			if err != nil {
				return err
			}
			if err := changed(l, n); err != nil {
				return err
			}
			if !lt {
				child++
			}
		}
		l.A[pos], l.A[child] = l.A[child], l.A[pos]
		pos = child
	}
	return up(t, l, start, pos, greatest)
}

func heappush(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	l, err := listArg("heappush", true, args[0])
	if err != nil {
		return py.Nil, err
	}
	if n := len(l.A); n == cap(l.A) && n >= 512 {
		if err := t.Alloc(16 * (n + n/4)); err != nil {
			return py.Nil, err
		}
	}
	l.Append(args[1])
	return py.None, up(t, l, 0, len(l.A)-1, false)
}

func heappop(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	l, err := listArg("heappop", false, args[0])
	if err != nil {
		return py.Nil, err
	}
	n := len(l.A) - 1
	if n < 0 {
		return py.Nil, py.Raise(py.IndexError, "index out of range")
	}
	last := l.A[n]
	l.A[n] = py.Nil
	l.A = l.A[:n]
	if n == 0 {
		return last, nil
	}
	first := l.A[0]
	l.A[0] = last
	return first, down(t, l, 0, false)
}

func heapreplace(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return replace(t, "heapreplace", args, false)
}

func _heapreplace_max(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return replace(t, "_heapreplace_max", args, true)
}

func replace(t *py.Thread, name string, args []py.Value, greatest bool) (py.Value, error) {
	l, err := listArg(name, true, args[0])
	if err != nil {
		return py.Nil, err
	}
	if len(l.A) == 0 {
		return py.Nil, py.Raise(py.IndexError, "index out of range")
	}
	first := l.A[0]
	l.A[0] = args[1]
	return first, down(t, l, 0, greatest)
}

func heappushpop(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	l, err := listArg("heappushpop", true, args[0])
	if err != nil || len(l.A) == 0 {
		return args[1], err
	}
	lt, err := less(t, l.A[0], args[1], false)
	if err != nil || !lt {
		return args[1], err
	}
	if len(l.A) == 0 {
		return py.Nil, py.Raise(py.IndexError, "index out of range")
	}
	first := l.A[0]
	l.A[0] = args[1]
	return first, down(t, l, 0, false)
}

func heapify(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return order(t, "heapify", args[0], false)
}

func _heapify_max(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return order(t, "_heapify_max", args[0], true)
}

func order(t *py.Thread, name string, v py.Value, greatest bool) (py.Value, error) {
	l, err := listArg(name, false, v)
	if err != nil {
		return py.Nil, err
	}
	for i := len(l.A)/2 - 1; i >= 0; i-- {
		if i&255 == 0 {
			if err := t.Step(256); err != nil {
				return py.Nil, err
			}
		}
		if err := down(t, l, i, greatest); err != nil {
			return py.Nil, err
		}
	}
	return py.None, nil
}
