// Package cmath is Python's cmath: functions of complex numbers. The special cases
// (infinities, NaNs, signed zeros) are those of C99's Annex G.
// https://docs.python.org/3.13/library/cmath.html
package cmath

import (
	"math"
	"math/cmplx"

	"github.com/woma-lang/woma/internal/fmath"
	"github.com/woma-lang/woma/py"
)

func inf() float64 { return math.Inf(1) }
func nan() float64 { return math.NaN() }

// Module is the module cmath.
var Module = &py.Module{
	Name: "cmath",
	Doc:  "Functions of complex numbers.",
	Table: func() py.Members {
		return py.Members{
			one("acos", acos),
			one("acosh", acosh),
			one("asin", asin),
			one("asinh", asinh),
			one("atan", atan),
			one("atanh", atanh),
			one("cos", func(z complex128) complex128 { return cosh(complex(-imag(z), real(z))) }),
			one("cosh", cosh),
			py.Const("e", py.Float(math.E)),
			one("exp", exp),
			py.Const("inf", py.Float(inf())),
			py.Make("infj", func(*py.Interp) py.Value { return py.NewComplex(complex(0, inf())) }),
			py.Func("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose),
			test("isfinite", func(z complex128) bool { return finite(real(z)) && finite(imag(z)) }),
			test("isinf", func(z complex128) bool { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) }),
			test("isnan", func(z complex128) bool { return math.IsNaN(real(z)) || math.IsNaN(imag(z)) }),
			py.Func("log(z, base=<unrepresentable>, /)", logBase),
			py.Func("log10(z, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				z, err := py.AsComplex(t, a.Value(0))
				if err != nil {
					return py.Nil, err
				}
				if z == 0 {
					return py.Nil, domain()
				}
				l := log(z)
				return py.NewComplex(complex(real(l)/math.Ln10, imag(l)/math.Ln10)), nil
			}),
			py.Const("nan", py.Float(nan())),
			py.Make("nanj", func(*py.Interp) py.Value { return py.NewComplex(complex(0, nan())) }),
			py.Func("phase(z, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				z, err := py.AsComplex(t, a.Value(0))
				return py.Float(fmath.Atan2(imag(z), real(z))), err
			}),
			py.Const("pi", py.Float(math.Pi)),
			py.Func("polar(z, /)", polar),
			py.Func("rect(r, phi, /)", rect),
			one("sin", func(z complex128) complex128 {
				s := sinh(complex(-imag(z), real(z)))
				return complex(imag(s), -real(s))
			}),
			one("sinh", sinh),
			one("sqrt", sqrt),
			one("tan", func(z complex128) complex128 {
				s := tanh(complex(-imag(z), real(z)))
				return complex(imag(s), -real(s))
			}),
			one("tanh", tanh),
			py.Const("tau", py.Float(2*math.Pi)),
		}
	},
}

func finite(x float64) bool { return x-x == 0 }

func domain() error { return py.Raise(py.ValueError, "math domain error") }
func tooBig() error { return py.Raise(py.OverflowError, "math range error") }

// one is a row for a function of one argument. A finite argument that gives a NaN
// is outside the domain; one that gives an infinity is a pole or too large. Inlined it
// would be 8 KB more.
//
//go:noinline
func one(name string, f func(complex128) complex128) py.Member {
	return py.FastFunc(name+"(z, /)", func(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
		z, err := py.AsComplex(t, args[0])
		if err != nil {
			return py.Nil, err
		}
		w := f(z)
		if finite(real(z)) && finite(imag(z)) && (!finite(real(w)) || !finite(imag(w))) {
			if name == "atanh" || name == "atan" {
				return py.Nil, domain()
			}
			return py.Nil, tooBig()
		}
		if invalid(name, z) {
			return py.Nil, domain()
		}
		return t.NewComplex(w), nil
	})
}

// invalid reports whether Annex G says that the function raises "invalid" for an
// infinite argument: the direction of the result is unknown.
func invalid(name string, z complex128) bool {
	x, y := real(z), imag(z)
	switch name {
	case "cos", "sin", "tan":
		x, y = y, x
	case "exp", "cosh", "sinh", "tanh":
	default:
		return false
	}
	if !math.IsInf(y, 0) {
		return false
	}
	switch name {
	case "exp":
		return finite(x) || x > 0
	case "tanh", "tan":
		return finite(x)
	}
	return finite(x) || math.IsInf(x, 0)
}

func test(name string, f func(complex128) bool) py.Member {
	return py.FastFunc(name+"(z, /)", func(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
		z, err := py.AsComplex(t, args[0])
		return py.Bool(f(z)), err
	})
}

func polar(t *py.Thread, a *py.Args) (py.Value, error) {
	z, err := py.AsComplex(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	r := fmath.Hypot(real(z), imag(z))
	if math.IsInf(r, 0) && finite(real(z)) && finite(imag(z)) {
		return py.Nil, tooBig()
	}
	return py.NewTuple(py.Float(r), py.Float(fmath.Atan2(imag(z), real(z)))), nil
}

func rect(t *py.Thread, a *py.Args) (py.Value, error) {
	r, phi := a.Float(t, 0), a.Float(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	switch {
	case r == 0 && !finite(phi):
		if math.IsInf(phi, 0) {
			return py.NewComplex(0), nil
		}
		return py.NewComplex(0), nil
	case !finite(phi) || !finite(r):
		if math.IsInf(phi, 0) && !math.IsNaN(r) {
			return py.Nil, domain()
		}
		if math.IsInf(r, 0) && finite(phi) {
			if phi == 0 {
				return py.NewComplex(complex(r, math.Copysign(phi, phi*math.Copysign(1, r)))), nil
			}
			s, c := fmath.Sincos(phi)
			return py.NewComplex(complex(math.Copysign(inf(), c)*math.Copysign(1, r), math.Copysign(inf(), s)*math.Copysign(1, r))), nil
		}
		return py.NewComplex(complex(nan(), nan())), nil
	case phi == 0:
		return py.NewComplex(complex(r, r*phi)), nil
	}
	s, c := fmath.Sincos(phi)
	return t.NewComplex(complex(r*c, r*s)), nil
}

func logBase(t *py.Thread, a *py.Args) (py.Value, error) {
	z, err := py.AsComplex(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if z == 0 && !a.Has(1) {
		return py.Nil, domain()
	}
	w := log(z)
	if a.Has(1) {
		b, err := py.AsComplex(t, a.Value(1))
		if err != nil {
			return py.Nil, err
		}
		if b == 0 {
			return py.Nil, domain()
		}
		q, ok := py.ComplexDiv(w, log(b))
		if !ok {
			return py.Nil, domain()
		}
		return t.NewComplex(q), nil
	}
	return t.NewComplex(w), nil
}

func isclose(t *py.Thread, a *py.Args) (py.Value, error) {
	x, err := py.AsComplex(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	y, err := py.AsComplex(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	rel, abs := a.FloatOr(t, 2, 1e-9), a.FloatOr(t, 3, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if rel < 0 || abs < 0 {
		return py.Nil, py.Raise(py.ValueError, "tolerances must be non-negative")
	}
	if x == y {
		return py.True, nil
	}
	if cmplx.IsInf(x) || cmplx.IsInf(y) {
		return py.False, nil
	}
	size := func(z complex128) float64 { return fmath.Hypot(real(z), imag(z)) }
	d := size(x - y)
	return py.Bool(d <= rel*size(y) || d <= rel*size(x) || d <= abs), nil
}
