package fmath

import "math"

// logDD is the logarithm of a positive finite number.
func logDD(x dd) dd {
	m, e := math.Frexp(x.hi)
	lo := x.lo
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	if lo != 0 {
		lo = math.Ldexp(lo, -e)
	}
	// m is between 0.7 and 1.42; c*m is near 1, -log(c) in the table.
	var t *[3]float64
	half := 0.0
	if m >= 1 {
		t = &logTable[int((m-1)*128+0.5)]
	} else {
		t = &logTable[int((2*m-1)*128+0.5)]
		half = 1 // the table is for 2*m: c is twice as large
	}
	c := t[0]
	if half != 0 {
		c *= 2
	}
	p := m * c
	r := quickSum(p-1, math.FMA(m, c, -p)+lo*c)
	h := r.hi
	sq := h * h
	tail := sq * h * (1.0/3 - h*(1.0/4-h*(1.0/5-h*(1.0/6-h*(1.0/7-h*(1.0/8))))))
	s := quickSum(h, -0.5*sq)
	y := quickSum(s.hi, s.lo+(tail+(r.lo-(0.5*math.FMA(h, h, -sq)+h*r.lo))))
	k := float64(e) - half
	if c == 1 && k+half == 0 {
		return y
	}
	if half != 0 && c == 1 { // 2*m rounds to the table's end
		k = float64(e)
		return twoMul(k, ln2Hi).addF(k * ln2Lo).add(y)
	}
	y = dd{t[1], t[2]}.add(y)
	if k == 0 {
		return y
	}
	return twoMul(k, ln2Hi).addF(k * ln2Lo).add(y)
}

func logSpecial(x float64) (float64, bool) {
	switch {
	case x != x || math.IsInf(x, 1):
		return x, true
	case x < 0:
		return math.NaN(), true
	case x == 0:
		return math.Inf(-1), true
	}
	return 0, false
}

// Log is the natural logarithm.
func Log(x float64) float64 {
	if f, ok := logSpecial(x); ok {
		return f
	}
	return logDD(dd{x, 0}).float()
}

// Log2 is the logarithm to base 2.
func Log2(x float64) float64 {
	if f, ok := logSpecial(x); ok {
		return f
	}
	m, e := math.Frexp(x)
	if m == 0.5 {
		return float64(e - 1)
	}
	if x > 0.94 && x < 1.06 {
		return logDD(dd{x, 0}).mul(dd{invLn2Hi, invLn2Lo}).float()
	}
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	return logDD(dd{m, 0}).mul(dd{invLn2Hi, invLn2Lo}).addF(float64(e)).float()
}

// Log10 is the logarithm to base 10, as C libraries compute it: powers of ten give
// whole numbers.
func Log10(x float64) float64 {
	if f, ok := logSpecial(x); ok {
		return f
	}
	const log10of2Hi, log10of2Lo = 3.01029995663611771306e-01, 3.69423907715893078616e-13
	m, e := math.Frexp(x)
	m, e = 2*m, e-1 // 1 <= m < 2
	if e < 0 {
		m, e = m/2, e+1
	}
	y := float64(e)
	z := float64(y*log10of2Lo) + float64(invLn10Hi*Log(m))
	return z + float64(y*log10of2Hi)
}

// Log1p is log(1+x); Go's is as good as C's.
func Log1p(x float64) float64 { return math.Log1p(x) }

// Asinh is the inverse hyperbolic sine.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	var r float64
	switch {
	case !isFinite(x) || a < 1e-9:
		return x
	case a > 1<<28:
		r = Log(a) + math.Ln2
	case a > 2:
		r = Log(2*a + 1/(math.Sqrt(x*x+1)+a))
	default:
		t := x * x
		r = math.Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(r, x)
}

// Acosh is the inverse hyperbolic cosine.
func Acosh(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 1:
		return math.NaN()
	case x > 1<<28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(x*x-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(2*t+t*t))
}

// Atanh is the inverse hyperbolic tangent; Go's is as good as C's.
func Atanh(x float64) float64 { return math.Atanh(x) }
