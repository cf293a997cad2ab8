package math

import (
	"math"
	"math/bits"

	"github.com/woma-lang/woma/internal/fmath"
	"github.com/woma-lang/woma/py"
)

// Sums, products and vectors.

// fsum keeps the exact sum as floats that do not overlap, in the order of their
// size (Shewchuk 1997, as CPython does).
func fsum(t *py.Thread, a *py.Args) (py.Value, error) {
	var parts []float64
	var special, infs float64
	err := py.Iterate(t, a.Value(0), func(v py.Value) error {
		x, err := py.AsFloat(t, v)
		if err != nil {
			return err
		}
		x0 := x
		i := 0
		for _, y := range parts {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			lo := y - (hi - x)
			if lo != 0 {
				parts[i] = lo
				i++
			}
			x = hi
		}
		parts = parts[:i]
		if x == 0 {
			return nil
		}
		if x-x != 0 {
			if x0-x0 == 0 {
				return py.Raise(py.OverflowError, "intermediate overflow in fsum")
			}
			if math.IsInf(x0, 0) {
				infs += x0
			}
			special += x0
			parts = parts[:0]
			return nil
		}
		parts = append(parts, x)
		return nil
	})
	if err != nil {
		return py.Nil, err
	}
	if special != 0 {
		if infs != infs {
			return py.Nil, py.Raise(py.ValueError, "-inf + inf in fsum")
		}
		return py.Float(special), nil
	}
	n := len(parts)
	if n == 0 {
		return py.Float(0), nil
	}
	// Add from the top until something is lost; then round half to even.
	n--
	hi, lo := parts[n], 0.0
	for n > 0 {
		x := hi
		n--
		y := parts[n]
		hi = x + y
		if lo = y - (hi - x); lo != 0 {
			break
		}
	}
	if n > 0 && (lo < 0 && parts[n-1] < 0 || lo > 0 && parts[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return py.Float(hi), nil
}

func prod(t *py.Thread, a *py.Args) (py.Value, error) {
	r := a.ValueOr(1, py.Int(1))
	err := py.Iterate(t, a.Value(0), func(v py.Value) error {
		if r.IsFloat() && v.IsFloat() {
			r = py.Float(r.F() * v.F())
			return nil
		}
		var err error
		r, err = py.Binary(t, py.OpMul, r, v)
		return err
	})
	return r, err
}

// triple is an unevaluated sum of three floats.
type triple struct{ hi, lo, tiny float64 }

func addExact(a, b float64) (sum, rest float64) {
	sum = a + b
	c := sum - a
	return sum, (a - (sum - c)) + (b - c)
}

// addProduct is t + x*y, the product exact (algorithm SumKVert of Ogita, Rump and
// Oishi for K=3, as in CPython).
func (s triple) addProduct(x, y float64) triple {
	p := x * y
	e := math.FMA(x, y, -p)
	hi, l1 := addExact(s.hi, p)
	l2, t1 := addExact(s.lo, e)
	lo, t2 := addExact(l2, l1)
	return triple{hi, lo, s.tiny + t1 + t2}
}

func (s triple) float() float64 {
	l, r := addExact(s.lo, s.tiny)
	hi, lo := addExact(s.hi, l)
	return hi + (lo + r)
}

// sumprod sums ints exactly in a machine word, then floats exactly in a triple, as
// long as the items are of that kind, like CPython.
func sumprod(t *py.Thread, a *py.Args) (py.Value, error) {
	p, err := py.Iter(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	q, err := py.Iter(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	total := py.Int(0)
	var ints int64
	var floats triple
	intPath, floatPath := true, true
	intUsed, floatUsed := false, false
	add := func(v py.Value) error {
		total, err = py.Binary(t, py.OpAdd, total, v)
		return err
	}
	for n := 0; ; n++ {
		x, err := py.Next(t, p)
		if err != nil {
			return py.Nil, err
		}
		y, err := py.Next(t, q)
		if err != nil {
			return py.Nil, err
		}
		if x.Bound() != y.Bound() {
			return py.Nil, py.Raise(py.ValueError, "Inputs are not the same length")
		}
		end := !x.Bound()
		if n&255 == 255 {
			if err := t.Step(256); err != nil {
				return py.Nil, err
			}
		}
		if intPath {
			if !end && py.BothInt(&x, &y) {
				if r, ok := mulAdd(x.I(), y.I(), ints); ok {
					ints, intUsed = r, true
					continue
				}
			}
			intPath = false
			if intUsed {
				if err := add(py.Int(ints)); err != nil {
					return py.Nil, err
				}
			}
		}
		if floatPath {
			if !end {
				fx, okx := number(x)
				fy, oky := number(y)
				if okx && oky && (x.IsFloat() || y.IsFloat()) {
					if s := floats.addProduct(fx, fy); s.hi-s.hi == 0 {
						floats, floatUsed = s, true
						continue
					}
				}
			}
			floatPath = false
			if floatUsed {
				if err := add(py.Float(floats.float())); err != nil {
					return py.Nil, err
				}
			}
		}
		if end {
			return total, nil
		}
		r, err := py.Binary(t, py.OpMul, x, y)
		if err != nil {
			return py.Nil, err
		}
		if err := add(r); err != nil {
			return py.Nil, err
		}
	}
}

func mulAdd(x, y, s int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(x), uint64(y))
	if x < 0 {
		hi -= uint64(y)
	}
	if y < 0 {
		hi -= uint64(x)
	}
	if int64(hi) != int64(lo)>>63 {
		return 0, false
	}
	p := int64(lo)
	r := p + s
	return r, (p^r)&(s^r) >= 0
}

// number returns a float, int or bool as a float.
func number(v py.Value) (float64, bool) {
	switch {
	case v.IsFloat():
		return v.F(), true
	case v.IsInt() || v.IsBool():
		return float64(v.I()), true
	case py.IsBig(v):
		f, err := py.AsFloat(nil, v)
		return f, err == nil
	}
	return 0, false
}

func hypot(t *py.Thread, a *py.Args) (py.Value, error) {
	rest := a.Rest()
	var buf [4]float64
	v := buf[:0]
	for _, x := range rest {
		f, err := py.AsFloat(t, x)
		if err != nil {
			return py.Nil, err
		}
		v = append(v, f)
	}
	return py.Float(fmath.Norm(v)), nil
}

func dist(t *py.Thread, a *py.Args) (py.Value, error) {
	p, err := py.Collect(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	q, err := py.Collect(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	if len(p) != len(q) {
		return py.Nil, py.Raise(py.ValueError, "both points must have the same number of dimensions")
	}
	v := make([]float64, len(p))
	for i := range v {
		x, err := py.AsFloat(t, p[i])
		if err != nil {
			return py.Nil, err
		}
		y, err := py.AsFloat(t, q[i])
		if err != nil {
			return py.Nil, err
		}
		v[i] = x - y
	}
	return py.Float(fmath.Norm(v)), nil
}
