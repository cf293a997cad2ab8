package builtins

import "github.com/woma-lang/woma/py"

func max_(t *py.Thread, a *py.Args) (py.Value, error) {
	return extreme(t, "max", py.OpGt, a.Rest(), a.ValueOr(0, py.None), a.Value(1))
}

func min_(t *py.Thread, a *py.Args) (py.Value, error) {
	return extreme(t, "min", py.OpLt, a.Rest(), a.ValueOr(0, py.None), a.Value(1))
}

func maxOf(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return extremeOf(t, "max", py.OpGt, args)
}

func minOf(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return extremeOf(t, "min", py.OpLt, args)
}

// extremeOf is extreme without key and default; two or more numbers need no iterator.
func extremeOf(t *py.Thread, name string, op py.CmpOp, args []py.Value) (py.Value, error) {
	if len(args) < 2 {
		return extreme(t, name, op, args, py.None, py.Nil)
	}
	best := args[0]
	for _, x := range args[1:] {
		better, err := py.CompareBool(t, op, x, best)
		if err != nil {
			return py.Nil, err
		}
		if better {
			best = x
		}
	}
	return best, nil
}

// extreme is max and min: op says when an item replaces the best so far.
func extreme(t *py.Thread, name string, op py.CmpOp, rest []py.Value, key, def py.Value) (py.Value, error) {
	var src py.Value
	switch len(rest) {
	case 0:
		return py.Nil, py.Raise(py.TypeError, "%s expected at least 1 argument, got 0", name)
	case 1:
		src = rest[0]
	default:
		if def.Bound() {
			return py.Nil, py.Raise(py.TypeError, "Cannot specify a default for %s() with multiple positional arguments", name)
		}
		src = py.NewTuple(rest...)
	}
	var best, bestKey py.Value
	err := py.Iterate(t, src, func(x py.Value) error {
		k := x
		if !key.IsNone() {
			var err error
			if k, err = py.Call(t, key, x); err != nil {
				return err
			}
		}
		if best.Bound() {
			var better bool
			if py.BothInt(&k, &bestKey) {
				better = (k.I() < bestKey.I()) == (op == py.OpLt) && k.I() != bestKey.I()
			} else {
				var err error
				if better, err = py.CompareBool(t, op, k, bestKey); err != nil {
					return err
				}
			}
			if !better {
				return nil
			}
		}
		best, bestKey = x, k
		return nil
	})
	if err != nil {
		return py.Nil, err
	}
	if !best.Bound() {
		if def.Bound() {
			return def, nil
		}
		return py.Nil, py.Raise(py.ValueError, "%s() iterable argument is empty", name)
	}
	return best, nil
}

// sum adds small ints and floats without calling anything; floats with Neumaier's
// compensation, as CPython does since 3.12.
func sum(t *py.Thread, a *py.Args) (py.Value, error) {
	acc := a.ValueOr(1, py.Int(0))
	if _, ok := py.AsStr(acc); ok {
		return py.Nil, py.Raise(py.TypeError, "sum() can't sum strings [use ''.join(seq) instead]")
	}
	if acc.Type() == py.BytesType {
		return py.Nil, py.Raise(py.TypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
	}
	if acc.Type() == py.ByteArrayType {
		return py.Nil, py.Raise(py.TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	return newSum(t, acc).Feed(t, a.Value(0))
}

func consumeSum(t *py.Thread, _ py.Value) (*py.Consumer, error) { return newSum(t, py.Int(0)), nil }

func newSum(t *py.Thread, start py.Value) *py.Consumer {
	c := t.NewConsumer(py.Consumer{Take: takeSum, Simple: simpleSum, End: endSum, Acc: start})
	if start.IsInt() {
		c.Same = py.Int(0) // until the sum is no number
	}
	return c
}

func simpleSum(c *py.Consumer, x *py.Value) (more, ok bool) {
	if py.BothInt(&c.Acc, x) {
		r := c.Acc.I() + x.I()
		if ok = (c.Acc.I()^r)&(x.I()^r) >= 0; ok {
			c.Acc.SetInt(r)
		}
	}
	return true, ok
}

func takeSum(c *py.Consumer, t *py.Thread, x py.Value) (bool, error) {
	if py.BothInt(&c.Acc, &x) {
		if r := c.Acc.I() + x.I(); (c.Acc.I()^r)&(x.I()^r) >= 0 {
			c.Acc.SetInt(r)
			return true, nil
		}
	}
	if c.Acc.IsFloat() && (x.IsFloat() || x.IsInt()) {
		s := c.Acc.F()
		y := x.F()
		if x.IsInt() {
			y = float64(x.I())
		}
		r := s + y
		if abs64(s) >= abs64(y) {
			c.Float += (s - r) + y
		} else {
			c.Float += (y - r) + s
		}
		c.Acc.SetFloat(r)
		return true, nil
	}
	sumFloats(c)
	c.Same = py.Nil
	acc, err := py.Binary(t, py.OpAdd, c.Acc, x)
	if err != nil {
		return false, err
	}
	c.Acc = acc
	return true, nil
}

func endSum(c *py.Consumer, t *py.Thread) (py.Value, error) {
	sumFloats(c)
	return c.Acc, nil
}

// sumFloats adds the compensation to a sum that is a float. It is no number where the
// sum is infinite.
func sumFloats(c *py.Consumer) {
	if c.Acc.IsFloat() && c.Float != 0 && c.Float-c.Float == 0 {
		c.Acc = py.Float(c.Acc.F() + c.Float)
	}
	c.Float = 0
}

func abs64(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}
