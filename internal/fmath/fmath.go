// Package fmath holds the elementary functions rounded well enough that results
// equal those of a good C library nearly always: Go's own differ from it in the
// last place for one argument in ten or so, which Python programs print. The method
// is the same throughout: the result is computed as an unevaluated sum of two floats
// (a "double-double", about 100 bits) with tables and short series, or by one Newton
// step from the result of package math, and rounded once. Errors stay below 2**-60
// of the result or so; so one result in some hundred at worst is not the nearest
// float.
package fmath

import "math"

// dd is the number hi + lo, |lo| at most half a unit in hi's last place.
type dd struct{ hi, lo float64 }

// quickSum is a + b where |a| >= |b|.
func quickSum(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

// twoSum is a + b, exactly.
func twoSum(a, b float64) dd {
	s := a + b
	t := s - a
	return dd{s, (a - (s - t)) + (b - t)}
}

// twoMul is a * b, exactly (if nothing underflows).
func twoMul(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

func (a dd) add(b dd) dd {
	s := twoSum(a.hi, b.hi)
	t := twoSum(a.lo, b.lo)
	s = quickSum(s.hi, s.lo+t.hi)
	return quickSum(s.hi, s.lo+t.lo)
}

func (a dd) neg() dd { return dd{-a.hi, -a.lo} }

func (a dd) sub(b dd) dd { return a.add(b.neg()) }

func (a dd) addF(b float64) dd {
	s := twoSum(a.hi, b)
	return quickSum(s.hi, s.lo+a.lo)
}

func (a dd) mul(b dd) dd {
	p := twoMul(a.hi, b.hi)
	return quickSum(p.hi, math.FMA(a.hi, b.lo, math.FMA(a.lo, b.hi, p.lo)))
}

func (a dd) mulF(b float64) dd {
	p := twoMul(a.hi, b)
	return quickSum(p.hi, math.FMA(a.lo, b, p.lo))
}

func (a dd) div(b dd) dd {
	q := a.hi / b.hi
	r := a.sub(b.mulF(q))
	q2 := r.hi / b.hi
	r = r.sub(b.mulF(q2))
	return quickSum(q, q2).addF(r.hi / b.hi)
}

func (a dd) sqrt() dd {
	if a.hi <= 0 {
		return dd{}
	}
	s := math.Sqrt(a.hi)
	// One Newton step: s + (a - s*s)/(2s).
	r := a.sub(twoMul(s, s))
	return quickSum(s, r.hi/(2*s))
}

func (a dd) scale(f float64) dd { return dd{a.hi * f, a.lo * f} }

func (a dd) float() float64 { return a.hi + a.lo }

func isFinite(x float64) bool { return x-x == 0 }

// Hypot is the length of the vector (x, y).
func Hypot(x, y float64) float64 {
	a, b := math.Abs(x), math.Abs(y)
	if a < b {
		a, b = b, a
	}
	if a < 1e150 && b > 1e-140 {
		// One step of Newton's method with the exact residual; when the result is not
		// clearly on one side of the middle between two floats, Norm decides.
		h := math.Sqrt(a*a + b*b)
		aa, bb, hh := twoMul(a, a), twoMul(b, b), twoMul(h, h)
		c := ((aa.hi - hh.hi + bb.hi) + (aa.lo - hh.lo + bb.lo)) / (2 * h)
		if r := h + c*(1+0x1p-20); r == h+c*(1-0x1p-20) {
			return r
		}
	}
	return Norm([]float64{x, y})
}

// Norm is the length of a vector: the squares are summed exactly enough and the
// root is corrected once.
func Norm(v []float64) float64 {
	top := 0.0
	nan := false
	for _, x := range v {
		x = math.Abs(x)
		if math.IsInf(x, 0) {
			return x
		}
		nan = nan || x != x
		top = max(top, x)
	}
	if nan {
		return math.NaN()
	}
	if top == 0 || len(v) == 1 {
		return top
	}
	// Scaled by a power of two so that nothing over- or underflows that matters.
	_, e := math.Frexp(top)
	sum := dd{}
	for _, x := range v {
		x = math.Ldexp(x, -e)
		sum = sum.add(twoMul(x, x))
	}
	r := sum.sqrt()
	return ldexp(r, e)
}

// ldexp is a * 2**e, rounded once also where the result is subnormal.
func ldexp(a dd, e int) float64 {
	f := a.float()
	_, n := math.Frexp(f)
	if n+e > -1022 {
		return math.Ldexp(f, e)
	}
	// Round at the place of the last subnormal bit: adding a large number of the
	// right size cuts the rest off, and the sum is rounded from all of a.
	big := math.Ldexp(1.5, 52-1074-e)
	if math.IsInf(big, 0) {
		return math.Copysign(0, f)
	}
	s := twoSum(big, a.hi)
	t := s.hi
	rest := s.lo + a.lo
	unit := math.Ldexp(1, -1074-e)
	switch {
	case rest > unit/2:
		t += unit
	case rest < -unit/2:
		t -= unit
	case math.Abs(rest) == unit/2 && s.lo != 0 && a.lo != 0 && math.Signbit(s.lo) != math.Signbit(rest):
		t += math.Copysign(unit, rest)
	}
	return math.Ldexp(t-big, e)
}

// Cbrt is the cube root.
func Cbrt(x float64) float64 {
	if x == 0 || !isFinite(x) {
		return x
	}
	m, e := math.Frexp(x)
	for e%3 != 0 {
		m /= 2
		e++
	}
	y := math.Cbrt(m)
	r := twoMul(y, y).mulF(y).addF(-m)
	return math.Ldexp(y-r.float()/(3*y*y), e/3)
}
