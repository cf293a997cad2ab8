package random

import (
	"math"

	"github.com/woma-lang/woma/py"
)

// Whole numbers and choices from sequences.

func (r *rng) randrange(t *py.Thread, a *py.Args) (py.Value, error) {
	start, err := py.Index(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if !a.Given(1) {
		if a.Has(2) && a.Value(2) != py.Int(1) {
			return py.Nil, py.Raise(py.TypeError, "Missing a non-None stop argument")
		}
		if py.AsBig(start).Sign() > 0 {
			return r.below(t, start)
		}
		return py.Nil, py.Raise(py.ValueError, "empty range for randrange()")
	}
	stop, err := py.Index(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	step, err := py.Index(t, a.ValueOr(2, py.Int(1)))
	if err != nil {
		return py.Nil, err
	}
	return r.between(t, start, stop, step)
}

// between is randrange of three ints.
func (r *rng) between(t *py.Thread, start, stop, step py.Value) (py.Value, error) {
	width, err := py.IntBinary(t, py.OpSub, stop, start)
	if err != nil {
		return py.Nil, err
	}
	if step == py.Int(1) {
		if py.AsBig(width).Sign() <= 0 {
			return py.Nil, py.Raise(py.ValueError, "empty range in randrange(%s, %s)", py.IntString(start), py.IntString(stop))
		}
		x, err := r.below(t, width)
		if err != nil {
			return py.Nil, err
		}
		return py.Binary(t, py.OpAdd, start, x)
	}
	sign := py.AsBig(step).Sign()
	if sign == 0 {
		return py.Nil, py.Raise(py.ValueError, "zero step for randrange()")
	}
	// (width + step -+ 1) // step
	n, err := py.IntBinary(t, py.OpAdd, width, step)
	if err != nil {
		return py.Nil, err
	}
	if n, err = py.IntBinary(t, py.OpSub, n, py.Int(int64(sign))); err != nil {
		return py.Nil, err
	}
	if n, err = py.IntBinary(t, py.OpFloorDiv, n, step); err != nil {
		return py.Nil, err
	}
	if py.AsBig(n).Sign() <= 0 {
		return py.Nil, py.Raise(py.ValueError, "empty range in randrange(%s, %s, %s)", py.IntString(start), py.IntString(stop), py.IntString(step))
	}
	x, err := r.below(t, n)
	if err != nil {
		return py.Nil, err
	}
	if x, err = py.Binary(t, py.OpMul, step, x); err != nil {
		return py.Nil, err
	}
	return py.Binary(t, py.OpAdd, start, x)
}

func (r *rng) randint(t *py.Thread, a *py.Args) (py.Value, error) {
	stop, err := py.Binary(t, py.OpAdd, a.Value(1), py.Int(1))
	if err != nil {
		return py.Nil, err
	}
	start, err := py.Index(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if stop, err = py.Index(t, stop); err != nil {
		return py.Nil, err
	}
	return r.between(t, start, stop, py.Int(1))
}

func (r *rng) choice(t *py.Thread, a *py.Args) (py.Value, error) {
	seq := a.Value(0)
	n, err := py.Len(t, seq)
	if err != nil {
		return py.Nil, err
	}
	if n == 0 {
		return py.Nil, py.Raise(py.IndexError, "Cannot choose from an empty sequence")
	}
	i, err := r.index(t, n)
	if err != nil {
		return py.Nil, err
	}
	return py.GetItem(t, seq, py.Int(int64(i)))
}

func (r *rng) shuffle(t *py.Thread, a *py.Args) (py.Value, error) {
	x := a.Value(0)
	n, err := py.Len(t, x)
	if err != nil {
		return py.Nil, err
	}
	if py.IsList(x) {
		l := py.As[py.List](x)
		for i := n - 1; i > 0; i-- {
			j, err := r.index(t, i+1)
			if err != nil {
				return py.Nil, err
			}
			if i >= len(l.A) {
				return py.Nil, py.Raise(py.IndexError, "list index out of range")
			}
			l.A[i], l.A[j] = l.A[j], l.A[i]
			if i&1023 == 0 {
				if err := t.Step(1024); err != nil {
					return py.Nil, err
				}
			}
		}
		return py.None, nil
	}
	for i := n - 1; i > 0; i-- {
		j, err := r.index(t, i+1)
		if err != nil {
			return py.Nil, err
		}
		if err := swap(t, x, py.Int(int64(i)), py.Int(int64(j))); err != nil {
			return py.Nil, err
		}
		if err := t.Step(1); err != nil {
			return py.Nil, err
		}
	}
	return py.None, nil
}

func swap(t *py.Thread, x, i, j py.Value) error {
	b, err := py.GetItem(t, x, j)
	if err != nil {
		return err
	}
	c, err := py.GetItem(t, x, i)
	if err != nil {
		return err
	}
	if err := py.SetItem(t, x, i, b); err != nil {
		return err
	}
	return py.SetItem(t, x, j, c)
}

func (r *rng) sample(t *py.Thread, a *py.Args) (py.Value, error) {
	pop := a.Value(0)
	c := pop.Type()
	if c.Slots.GetItem == nil || c.Slots.Len == nil || c.Flags&py.MapPattern != 0 || py.IsInstance(pop, py.TypeType) {
		return py.Nil, py.Raise(py.TypeError, "Population must be a sequence.  For dicts or sets, use sorted(d).")
	}
	n, err := py.Len(t, pop)
	if err != nil {
		return py.Nil, err
	}
	get := func(i int) (py.Value, error) { return py.GetItem(t, pop, py.Int(int64(i))) }
	if a.Given(2) {
		cum, err := accumulate(t, a.Value(2))
		if err != nil {
			return py.Nil, err
		}
		if len(cum) != n {
			return py.Nil, py.Raise(py.ValueError, "The number of counts does not match the population")
		}
		total := 0
		if len(cum) > 0 {
			last := cum[len(cum)-1]
			if _, ok := py.IsIntLike(last); !ok {
				return py.Nil, py.Raise(py.TypeError, "Counts must be integers")
			}
			if total, err = py.AsInt(t, last); err != nil {
				return py.Nil, err
			}
			if total == 0 {
				return py.Nil, py.Raise(py.ValueError, "Total of counts must be greater than zero")
			}
			if total < 0 {
				return py.Nil, py.Raise(py.ValueError, "Counts must be non-negative")
			}
		}
		get = func(i int) (py.Value, error) {
			j, err := bisect(t, cum, py.Int(int64(i)), len(cum))
			if err != nil {
				return py.Nil, err
			}
			return py.GetItem(t, pop, py.Int(int64(j)))
		}
		n = total
	}
	if _, ok := py.IsIntLike(a.Value(1)); !ok && !py.IsIndexable(a.Value(1)) {
		// CPython compares and then multiplies a list by it.
		if _, err := py.Compare(t, py.OpLe, py.Int(0), a.Value(1)); err != nil {
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.TypeError, "can't multiply sequence by non-int of type '%s'", py.TypeName(a.Value(1)))
	}
	k := a.Index64(t, 1, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if k < 0 || k > n {
		return py.Nil, py.Raise(py.ValueError, "Sample larger than population or is negative")
	}
	if err := t.Alloc(k * 16); err != nil {
		return py.Nil, err
	}
	out := make([]py.Value, 0, k)
	// A pool if that takes less room than a set of what was chosen.
	setSize := 21.0
	if k > 5 {
		setSize += math.Pow(4, math.Ceil(math.Log(float64(k)*3)/math.Log(4)))
	}
	if float64(n) <= setSize {
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := 0; i < k; i++ {
			j, err := r.index(t, n-i)
			if err != nil {
				return py.Nil, err
			}
			v, err := get(pool[j])
			if err != nil {
				return py.Nil, err
			}
			out = append(out, v)
			pool[j] = pool[n-i-1]
			if i&1023 == 1023 {
				if err := t.Step(1024); err != nil {
					return py.Nil, err
				}
			}
		}
		return py.NewList(out).Value(), nil
	}
	chosen := make(map[int]bool, k)
	for i := 0; i < k; i++ {
		j, err := r.index(t, n)
		if err != nil {
			return py.Nil, err
		}
		for chosen[j] {
			if j, err = r.index(t, n); err != nil {
				return py.Nil, err
			}
		}
		chosen[j] = true
		v, err := get(j)
		if err != nil {
			return py.Nil, err
		}
		out = append(out, v)
		if i&255 == 255 {
			if err := t.Step(1024); err != nil {
				return py.Nil, err
			}
		}
	}
	return py.NewList(out).Value(), nil
}

// accumulate is list(itertools.accumulate(v)).
func accumulate(t *py.Thread, v py.Value) ([]py.Value, error) {
	var out []py.Value
	err := py.Iterate(t, v, func(x py.Value) error {
		if len(out) > 0 {
			var err error
			if x, err = py.Binary(t, py.OpAdd, out[len(out)-1], x); err != nil {
				return err
			}
		}
		out = append(out, x)
		return nil
	})
	return out, err
}

// bisect is bisect.bisect_right(a, x, 0, hi).
func bisect(t *py.Thread, a []py.Value, x py.Value, hi int) (int, error) {
	lo := 0
	for lo < hi {
		mid := (lo + hi) / 2
		less, err := py.CompareBool(t, py.OpLt, x, a[mid])
		if err != nil {
			return 0, err
		}
		if less {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo, nil
}

func (r *rng) choices(t *py.Thread, a *py.Args) (py.Value, error) {
	pop := a.Value(0)
	n, err := py.Len(t, pop)
	if err != nil {
		return py.Nil, err
	}
	var cum []py.Value
	var total float64
	if a.Given(2) {
		if a.Given(1) {
			return py.Nil, py.Raise(py.TypeError, "Cannot specify both weights and cumulative weights")
		}
		if cum, err = py.ToSlice(t, a.Value(2)); err != nil {
			return py.Nil, err
		}
	} else if a.Given(1) {
		if k, ok := py.IsIntLike(a.Value(1)); ok {
			return py.Nil, py.Raise(py.TypeError, "The number of choices must be a keyword argument: k=%s", py.IntString(k))
		}
		if cum, err = accumulate(t, a.Value(1)); err != nil {
			return py.Nil, err
		}
	}
	weighted := a.Given(1) || a.Given(2)
	if weighted {
		if len(cum) != n {
			return py.Nil, py.Raise(py.ValueError, "The number of weights does not match the population")
		}
		if n == 0 {
			return py.Nil, py.Raise(py.IndexError, "list index out of range")
		}
		if total, err = py.AsFloat(t, cum[n-1]); err != nil {
			return py.Nil, err
		}
		if total <= 0 {
			return py.Nil, py.Raise(py.ValueError, "Total of weights must be greater than zero")
		}
		if total-total != 0 {
			return py.Nil, py.Raise(py.ValueError, "Total of weights must be finite")
		}
	}
	k := a.IntOr(t, 3, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	k = max(0, k)
	if err := t.Alloc(k * 16); err != nil {
		return py.Nil, err
	}
	out := make([]py.Value, 0, min(k, 1<<16))
	for len(out) < k {
		f, err := r.float(t)
		if err != nil {
			return py.Nil, err
		}
		i := int(f * float64(n))
		if weighted {
			if i, err = bisect(t, cum, py.Float(f*total), n-1); err != nil {
				return py.Nil, err
			}
		}
		v, err := py.GetItem(t, pop, py.Int(int64(i)))
		if err != nil {
			return py.Nil, err
		}
		out = append(out, v)
		if len(out)&1023 == 0 {
			if err := t.Step(1024); err != nil {
				return py.Nil, err
			}
		}
	}
	return py.NewList(out).Value(), nil
}
