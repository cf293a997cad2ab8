package fmath

import "math"

// logNear is log((1+s)/(1-s)) = 2*(s + s**3/3 + s**5/5 …) for |s| < 1/30.
func logNear(s dd) dd {
	sq := s.mul(s)
	h := sq.hi
	tail := h * h * (1.0/5 + h*(1.0/7+h*(1.0/9+h*(1.0/11+h*(1.0/13)))))
	third := dd{0x1.5555555555555p-2, 0x1.5555555555555p-56}
	return s.add(s.mul(sq.mul(third).addF(tail))).scale(2)
}

// logDD is the logarithm of a positive finite number.
func logDD(x dd) dd {
	if x.hi > 0.94 && x.hi < 1.06 {
		f := x.addF(-1)
		return logNear(f.div(f.addF(2)))
	}
	m, e := math.Frexp(x.hi)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	lo := math.Ldexp(x.lo, -e)
	y := dd{}
	if m > 0.94 && m < 1.06 {
		f := dd{m, lo}.addF(-1)
		y = logNear(f.div(f.addF(2)))
	} else {
		// One Newton step for e**y = m.
		y0 := math.Log(m)
		em, ee := expDD(dd{-y0, 0})
		d := dd{m, lo}.mul(em.scale(math.Ldexp(1, ee))).addF(-1)
		y = dd{y0, 0}.add(d).addF(-d.hi * d.hi / 2)
	}
	if e == 0 {
		return y
	}
	k := float64(e)
	return twoMul(k, ln2Hi).add(dd{k * ln2Lo, 0}).add(y)
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

// Log10 is the logarithm to base 10.
func Log10(x float64) float64 {
	if f, ok := logSpecial(x); ok {
		return f
	}
	return logDD(dd{x, 0}).mul(dd{invLn10Hi, invLn10Lo}).float()
}

// log1pDD is log(1+x) for x > -1.
func log1pDD(x dd) dd {
	if math.Abs(x.hi) < 0.06 {
		return logNear(x.div(x.addF(2)))
	}
	return logDD(x.addF(1))
}

// Log1p is log(1+x).
func Log1p(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1) || math.Abs(x) < 1e-17:
		return x
	case x < -1:
		return math.NaN()
	case x == -1:
		return math.Inf(-1)
	}
	return log1pDD(dd{x, 0}).float()
}

// Asinh is the inverse hyperbolic sine.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !isFinite(x) || a < 1e-9:
		return x
	case a > 1e9:
		return math.Copysign(logDD(dd{a, 0}).add(dd{ln2Hi, ln2Lo}).float(), x)
	}
	sq := twoMul(a, a)
	root := sq.addF(1).sqrt()
	return math.Copysign(log1pDD(dd{a, 0}.add(sq.div(root.addF(1)))).float(), x)
}

// Acosh is the inverse hyperbolic cosine.
func Acosh(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 1:
		return math.NaN()
	case x > 1e9:
		return logDD(dd{x, 0}).add(dd{ln2Hi, ln2Lo}).float()
	}
	t := twoSum(x, -1)
	root := t.mul(t.addF(2)).sqrt()
	return log1pDD(t.add(root)).float()
}

// Atanh is the inverse hyperbolic tangent.
func Atanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || a > 1:
		return math.NaN()
	case a == 1:
		return math.Copysign(math.Inf(1), x)
	case a < 1e-9:
		return x
	case a < 1.0/32:
		return math.Copysign(logNear(dd{a, 0}).scale(0.5).float(), x)
	}
	q := twoSum(1, a).div(twoSum(1, -a))
	return math.Copysign(logDD(q).scale(0.5).float(), x)
}
