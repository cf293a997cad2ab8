package fmath

import "math"

// expSmall is e**r - 1 for |r| < 0.0109.
func expSmall(r dd) dd {
	sq := r.mul(r).scale(0.5)
	h := r.hi
	rest := h * h * h * (1.0/6 + h*(1.0/24+h*(1.0/120+h*(1.0/720+h*(1.0/5040+h*(1.0/40320))))))
	// The cubic term once more, with the low part of r.
	rest += sq.hi * r.lo
	return r.add(sq).addF(rest)
}

// expDD is e**x as m * 2**e, for |x| < 800.
func expDD(x dd) (m dd, e int) {
	k := math.RoundToEven(x.hi * (64 * invLn2Hi))
	// x - k*ln2/64 with ln2 in three pieces.
	r := x.sub(twoMul(k, ln2Hi/64)).sub(twoMul(k, ln2Lo/64))
	r = r.addF(-k * (ln2Low / 64))
	n := int(k)
	t := exp2Table[n&63]
	T := dd{t[0], t[1]}
	return T.add(T.mul(expSmall(r))), n >> 6
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

// expm1DD is e**x - 1 for |x| < 40.
func expm1DD(x dd) dd {
	if math.Abs(x.hi) < 0.0108 {
		return expSmall(x)
	}
	m, e := expDD(x)
	return m.scale(math.Ldexp(1, e)).addF(-1)
}

// Expm1 is e**x - 1.
func Expm1(x float64) float64 {
	switch {
	case x > 40:
		return Exp(x)
	case x < -40:
		return -1
	case math.Abs(x) < 1e-17 || x != x:
		return x
	}
	return expm1DD(dd{x, 0}).float()
}

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !isFinite(x) || a < 1e-9:
		return x
	case a > 40:
		if a > 712 {
			return math.Copysign(math.Inf(1), x)
		}
		m, e := expDD(dd{a, 0})
		return math.Copysign(ldexp(m, e-1), x)
	}
	if a < 0.02 {
		s := twoMul(a, a)
		h := s.hi
		return math.Copysign(quickSum(a, a*(h/6+h*h*(1.0/120+h/5040))).float(), x)
	}
	m := expm1DD(dd{a, 0})
	return math.Copysign(m.add(m.div(m.addF(1))).scale(0.5).float(), x)
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case a > 40:
		if a > 712 {
			return math.Inf(1)
		}
		m, e := expDD(dd{a, 0})
		return ldexp(m, e-1)
	}
	m, e := expDD(dd{a, 0})
	m = m.scale(math.Ldexp(1, e))
	return m.add(dd{1, 0}.div(m)).scale(0.5).float()
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < 1e-9 || x != x:
		return x
	case a > 20:
		return math.Copysign(1, x)
	case a < 0.005:
		h := a * a
		return math.Copysign(quickSum(a, a*h*(-1.0/3+h*(2.0/15-h*(17.0/315)))).float(), x)
	}
	m := expm1DD(dd{2 * a, 0})
	return math.Copysign(m.div(m.addF(2)).float(), x)
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
	p := l.mulF(y)
	var r float64
	switch {
	case p.hi > 710:
		r = math.Inf(1)
	case p.hi < -746:
	default:
		m, e := expDD(p)
		r = ldexp(m, e)
	}
	if neg {
		r = -r
	}
	return r
}
