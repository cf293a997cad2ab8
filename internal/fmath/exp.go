package fmath

import "math"

// expSmall is e**r - 1 for |r| < 0.0109: the square in full, the rest as a float.
func expSmall(r dd) dd {
	h := r.hi
	p := h * h
	e := math.FMA(h, h, -p)
	rest := p * h * (1.0/6 + h*(1.0/24+h*(1.0/120+h*(1.0/720+h*(1.0/5040)))))
	s := quickSum(h, p/2)
	return quickSum(s.hi, s.lo+(rest+(r.lo+(e/2+h*r.lo))))
}

// expDD is e**x as m * 2**e, for |x| < 800.
func expDD(x dd) (m dd, e int) {
	k := math.RoundToEven(x.hi * (64 * invLn2Hi))
	r0 := x.hi - k*ln2Over64A // exact
	p := k * ln2Over64B
	r := r0 - p
	lo := (r0 - r) - p - math.FMA(k, ln2Over64B, -p) - k*ln2Over64C + x.lo
	n := int(k)
	t := &exp2Table[n&63]
	f := expSmall(quickSum(r, lo))
	p = t[0] * f.hi
	s := quickSum(t[0], p)
	return quickSum(s.hi, s.lo+(math.FMA(t[0], f.hi, -p)+(t[1]+(t[0]*f.lo+t[1]*f.hi)))), n >> 6
}

// Exp is e**x.
func Exp(x float64) float64 {
	switch {
	case x != x || x > 710:
		if x > 0 {
			return math.Inf(1)
		}
		return x
	case x < -746:
		return 0
	case x == 0:
		return 1
	}
	m, e := expDD(dd{x, 0})
	return ldexp(m, e)
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x:
		return x
	case x >= 1024:
		return math.Inf(1)
	case x < -1080:
		return 0
	case x == math.Floor(x):
		return math.Ldexp(1, int(x))
	}
	n := math.RoundToEven(x)
	m, e := expDD(dd{ln2Hi, ln2Lo}.mulF(x - n))
	return ldexp(m, e+int(n))
}

// Expm1 is e**x - 1; Go's is as good as C's.
func Expm1(x float64) float64 { return math.Expm1(x) }

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	var r float64
	switch {
	case !isFinite(x) || a < 1e-9:
		return x
	case a < 1:
		t := math.Expm1(a)
		r = 0.5 * (2*t - t*t/(t+1))
	case a < 22:
		t := math.Expm1(a)
		r = 0.5 * (t + t/(t+1))
	default:
		r = halfExp(a)
	}
	return math.Copysign(r, x)
}

// halfExp is e**x / 2 without overflow on the way.
func halfExp(x float64) float64 {
	if x < 709 {
		return 0.5 * Exp(x)
	}
	w := Exp(0.5 * x)
	return 0.5 * w * w
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case a < math.Ln2/2:
		t := math.Expm1(a)
		w := 1 + t
		return 1 + t*t/(w+w)
	case a < 22:
		t := Exp(a)
		return 0.5*t + 0.5/t
	}
	return halfExp(a)
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	var r float64
	switch {
	case a < 1e-9 || x != x:
		return x
	case a >= 22:
		r = 1
	case a >= 1:
		r = 1 - 2/(math.Expm1(2*a)+2)
	default:
		t := math.Expm1(-2 * a)
		r = -t / (t + 2)
	}
	return math.Copysign(r, x)
}

// Pow is x**y with the special cases of C.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case !isFinite(x) || !isFinite(y) || x == 0:
		return math.Pow(x, y)
	case x < 0 && y != math.Floor(y):
		return math.NaN()
	case y == 0.5:
		return math.Sqrt(x)
	}
	neg := x < 0 && math.Mod(y, 2) != 0
	x = math.Abs(x)
	l := logDD(dd{x, 0})
	var r float64
	switch p := l.hi * y; {
	case p > 710:
		r = math.Inf(1)
	case p < -746:
	default:
		m, e := expDD(l.mulF(y))
		r = ldexp(m, e)
	}
	if neg {
		r = -r
	}
	return r
}
