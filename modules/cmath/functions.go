package cmath

import (
	"math"
	"math/cmplx"

	"github.com/woma-lang/woma/internal/fmath"
)

// The functions for finite arguments follow Kahan's "Branch cuts for complex
// elementary functions"; Go's math/cmplx serves where an argument is not finite.

// large is where squares of a part could overflow.
const large = math.MaxFloat64 / 4

func sqrt(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		switch {
		case math.IsInf(y, 0):
			return complex(inf(), y)
		case math.IsInf(x, 1) && !math.IsNaN(y):
			return complex(inf(), math.Copysign(0, y))
		case math.IsInf(x, -1) && !math.IsNaN(y):
			return complex(0, math.Copysign(inf(), y))
		case math.IsInf(x, 1):
			return complex(inf(), nan())
		case math.IsInf(x, -1):
			return complex(nan(), inf())
		}
		return complex(nan(), nan())
	}
	if x == 0 && y == 0 {
		return complex(0, y)
	}
	ax, ay := math.Abs(x), math.Abs(y)
	var s float64
	if ax < math.SmallestNonzeroFloat64*(1<<52) && ay < math.SmallestNonzeroFloat64*(1<<52) && (ax > 0 || ay > 0) {
		ax = math.Ldexp(ax, 53)
		s = math.Ldexp(math.Sqrt(ax+fmath.Hypot(ax, math.Ldexp(ay, 53))), -27)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+fmath.Hypot(ax, ay/8))
	}
	d := ay / (2 * s)
	if x >= 0 {
		return complex(s, math.Copysign(d, y))
	}
	return complex(d, math.Copysign(s, y))
}

func exp(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		switch {
		case math.IsInf(x, -1) && !finite(y):
			return complex(0, math.Copysign(0, y))
		case math.IsInf(x, 1) && !finite(y):
			return complex(inf(), nan())
		case math.IsInf(x, 0) && y == 0:
			return complex(fmath.Exp(x), y)
		case math.IsInf(x, 1):
			s, c := fmath.Sincos(y)
			return complex(math.Copysign(inf(), c), math.Copysign(inf(), s))
		case math.IsInf(x, -1):
			s, c := fmath.Sincos(y)
			return complex(math.Copysign(0, c), math.Copysign(0, s))
		case math.IsNaN(x) && y == 0:
			return complex(nan(), y)
		}
		return complex(nan(), nan())
	}
	s, c := fmath.Sincos(y)
	if y == 0 {
		s, c = y, 1
	}
	if x > 708 {
		l := fmath.Exp(x - 1)
		return complex(l*c*math.E, l*s*math.E)
	}
	l := fmath.Exp(x)
	return complex(l*c, l*s)
}

func log(z complex128) complex128 {
	x, y := real(z), imag(z)
	arg := fmath.Atan2(y, x)
	ax, ay := math.Abs(x), math.Abs(y)
	if !finite(x) || !finite(y) {
		if math.IsInf(x, 0) || math.IsInf(y, 0) {
			return complex(inf(), arg)
		}
		return complex(nan(), nan())
	}
	var r float64
	switch {
	case ax > large || ay > large:
		r = fmath.Log(fmath.Hypot(ax/2, ay/2)) + math.Ln2
	case ax < 0x1p-1022 && ay < 0x1p-1022:
		if ax > 0 || ay > 0 {
			r = fmath.Log(fmath.Hypot(math.Ldexp(ax, 53), math.Ldexp(ay, 53))) - 53*math.Ln2
		} else {
			r = math.Inf(-1)
		}
	default:
		h := fmath.Hypot(ax, ay)
		if 0.71 <= h && h <= 1.73 {
			if ax < ay {
				ax, ay = ay, ax
			}
			r = fmath.Log1p((ax-1)*(ax+1)+ay*ay) / 2
		} else {
			r = fmath.Log(h)
		}
	}
	return complex(r, arg)
}

func acos(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return cmplx.Acos(z)
	}
	if math.Abs(x) > large || math.Abs(y) > large {
		re := fmath.Atan2(math.Abs(y), x)
		im := fmath.Log(fmath.Hypot(x/2, y/2)) + 2*math.Ln2
		return complex(re, -math.Copysign(im, y))
	}
	s1, s2 := sqrt(complex(1-x, -y)), sqrt(complex(1+x, y))
	return complex(2*fmath.Atan2(real(s1), real(s2)), fmath.Asinh(real(s2)*imag(s1)-imag(s2)*real(s1)))
}

func acosh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return cmplx.Acosh(z)
	}
	if math.Abs(x) > large || math.Abs(y) > large {
		return complex(fmath.Log(fmath.Hypot(x/2, y/2))+2*math.Ln2, fmath.Atan2(y, x))
	}
	s1, s2 := sqrt(complex(x-1, y)), sqrt(complex(x+1, y))
	return complex(fmath.Asinh(real(s1)*real(s2)+imag(s1)*imag(s2)), 2*fmath.Atan2(imag(s1), real(s2)))
}

func asin(z complex128) complex128 {
	s := asinh(complex(-imag(z), real(z)))
	return complex(imag(s), -real(s))
}

func asinh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return cmplx.Asinh(z)
	}
	if math.Abs(x) > large || math.Abs(y) > large {
		return complex(math.Copysign(fmath.Log(fmath.Hypot(x/2, y/2))+2*math.Ln2, x), fmath.Atan2(y, math.Abs(x)))
	}
	s1, s2 := sqrt(complex(1+y, -x)), sqrt(complex(1-y, x))
	return complex(fmath.Asinh(real(s1)*imag(s2)-real(s2)*imag(s1)), fmath.Atan2(y, real(s1)*real(s2)-imag(s1)*imag(s2)))
}

func atan(z complex128) complex128 {
	s := atanh(complex(-imag(z), real(z)))
	return complex(imag(s), -real(s))
}

func atanh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return cmplx.Atanh(z)
	}
	if x < 0 || x == 0 && math.Signbit(x) {
		return -atanh(-z)
	}
	ay := math.Abs(y)
	const big = 0x1p511
	switch {
	case x > big || ay > big:
		h := fmath.Hypot(x/2, y/2)
		return complex(x/4/h/h, -math.Copysign(math.Pi/2, -y))
	case x == 1 && ay < 0x1p-511:
		if ay == 0 {
			return complex(inf(), y)
		}
		return complex(-fmath.Log(math.Sqrt(ay)/math.Sqrt(fmath.Hypot(ay, 2))), math.Copysign(fmath.Atan2(2, -ay)/2, y))
	}
	return complex(fmath.Log1p(4*x/((1-x)*(1-x)+ay*ay))/4, -fmath.Atan2(-2*y, (1-x)*(1+x)-ay*ay)/2)
}

func cosh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		if math.IsInf(x, 0) && finite(y) && y != 0 {
			s, c := fmath.Sincos(y)
			if x < 0 {
				s = -s
			}
			return complex(math.Copysign(inf(), c), math.Copysign(inf(), s))
		}
		return cmplx.Cosh(z)
	}
	s, c := fmath.Sincos(y)
	if math.Abs(x) > 708 {
		m := x - math.Copysign(1, x)
		return complex(c*fmath.Cosh(m)*math.E, s*fmath.Sinh(m)*math.E)
	}
	return complex(c*fmath.Cosh(x), s*fmath.Sinh(x))
}

func sinh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		if math.IsInf(x, 0) && finite(y) && y != 0 {
			s, c := fmath.Sincos(y)
			if x < 0 {
				c = -c
			}
			return complex(math.Copysign(inf(), c), math.Copysign(inf(), s))
		}
		return cmplx.Sinh(z)
	}
	s, c := fmath.Sincos(y)
	if math.Abs(x) > 708 {
		m := x - math.Copysign(1, x)
		return complex(c*fmath.Sinh(m)*math.E, s*fmath.Cosh(m)*math.E)
	}
	return complex(c*fmath.Sinh(x), s*fmath.Cosh(x))
}

func tanh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		if math.IsInf(x, 0) {
			im := 0.0
			if finite(y) {
				s, c := fmath.Sincos(y)
				im = 2 * s * c
			}
			return complex(math.Copysign(1, x), math.Copysign(0, im))
		}
		return cmplx.Tanh(z)
	}
	if math.Abs(x) > 354 {
		s, c := fmath.Sincos(y)
		return complex(math.Copysign(1, x), 4*s*c*fmath.Exp(-2*math.Abs(x)))
	}
	tx, ty := fmath.Tanh(x), fmath.Tan(y)
	cx := 1 / fmath.Cosh(x)
	txty := tx * ty
	d := 1 + txty*txty
	return complex(tx*(1+ty*ty)/d, ty/d*cx*cx)
}
