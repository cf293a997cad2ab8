// Package math is Python's math module. Elementary functions come from
// internal/fmath, so that results print as CPython's do.
package math

import (
	"math"
	"math/big"

	"github.com/woma-lang/woma/internal/fmath"
	"github.com/woma-lang/woma/py"
)

// Module is the module's table.
var Module = &py.Module{
	Name: "math",
	Doc:  "Functions of real numbers.",
	Table: func() py.Members {
		return py.Members{
			one("acos", fmath.Acos),
			one("acosh", fmath.Acosh),
			one("asin", fmath.Asin),
			one("asinh", fmath.Asinh),
			one("atan", fmath.Atan),
			two("atan2(y, x, /)", fmath.Atan2),
			one("atanh", fmath.Atanh),
			one("cbrt", fmath.Cbrt),
			py.Func("ceil(x, /)", ceil).Leaf(leafCeil),
			py.Func("comb(n, k, /)", comb),
			two("copysign(x, y, /)", math.Copysign),
			one("cos", fmath.Cos),
			overflowing("cosh", fmath.Cosh),
			plain("degrees", func(x float64) float64 { return x * (180 / math.Pi) }),
			py.Func("dist(p, q, /)", dist),
			py.Const("e", py.Float(math.E)),
			one("erf", math.Erf),
			one("erfc", math.Erfc),
			overflowing("exp", fmath.Exp),
			overflowing("exp2", fmath.Exp2),
			overflowing("expm1", fmath.Expm1),
			one("fabs", math.Abs),
			py.Func("factorial(n, /)", factorial),
			py.Func("floor(x, /)", floor).Leaf(leafFloor),
			py.Func("fma(x, y, z, /)", fma),
			py.Func("fmod(x, y, /)", fmod),
			py.Func("frexp(x, /)", frexp),
			py.Func("fsum(seq, /)", fsum),
			py.Func("gamma(x, /)", gamma),
			py.Func("gcd(*integers)", gcd),
			py.Func("hypot(*coordinates)", hypot),
			py.Const("inf", py.Float(math.Inf(1))),
			py.Func("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose),
			test("isfinite", func(x float64) bool { return x-x == 0 }),
			test("isinf", func(x float64) bool { return math.IsInf(x, 0) }),
			test("isnan", func(x float64) bool { return x != x }),
			py.Func("isqrt(n, /)", isqrt),
			py.Func("lcm(*integers)", lcm),
			py.Func("ldexp(x, i, /)", ldexp),
			py.Func("lgamma(x, /)", lgamma),
			py.Func("log(x, base=math.e, /)", log),
			py.Func("log10(x, /)", func(t *py.Thread, a *py.Args) (py.Value, error) { return logOf(t, a.Value(0), fmath.Log10) }),
			one("log1p", fmath.Log1p),
			py.Func("log2(x, /)", func(t *py.Thread, a *py.Args) (py.Value, error) { return logOf(t, a.Value(0), fmath.Log2) }),
			py.Func("modf(x, /)", modf),
			py.Const("nan", py.Float(py.NaN())),
			py.Func("nextafter(x, y, /, *, steps=None)", nextafter),
			py.Func("perm(n, k=None, /)", perm),
			py.Const("pi", py.Float(math.Pi)),
			py.Func("pow(x, y, /)", pow),
			py.Func("prod(iterable, /, *, start=1)", prod),
			plain("radians", func(x float64) float64 { return x * (math.Pi / 180) }),
			py.Func("remainder(x, y, /)", remainder),
			one("sin", fmath.Sin),
			overflowing("sinh", fmath.Sinh),
			one("sqrt", math.Sqrt),
			py.Func("sumprod(p, q, /)", sumprod),
			one("tan", fmath.Tan),
			one("tanh", fmath.Tanh),
			py.Const("tau", py.Float(2*math.Pi)),
			py.Func("trunc(x, /)", trunc),
			one("ulp", ulp),
		}
	},
}

func domainError() error { return py.Raise(py.ValueError, "math domain error") }
func rangeError() error  { return py.Raise(py.OverflowError, "math range error") }

// one is a row for a function of a float where an infinite result of a finite
// argument is a pole.
//
//go:noinline
func one(name string, f func(float64) float64) py.Member {
	return py.Func(name+"(x, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		x := a.Float(t, 0)
		if err := a.Err(); err != nil {
			return py.Nil, err
		}
		r := f(x)
		if r-r != 0 && x-x == 0 || r != r && x == x {
			return py.Nil, domainError()
		}
		return py.Float(r), nil
	}).Leaf(func(dst, _ *py.Value, args []py.Value) bool {
		if len(args) != 1 || !args[0].IsFloat() {
			return false
		}
		r := f(args[0].F())
		if r-r != 0 {
			return false
		}
		dst.SetFloat(r)
		return true
	})
}

// overflowing is a row for a function whose infinite result is an overflow.
//
//go:noinline
func overflowing(name string, f func(float64) float64) py.Member {
	return py.Func(name+"(x, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		x := a.Float(t, 0)
		if err := a.Err(); err != nil {
			return py.Nil, err
		}
		r := f(x)
		if math.IsInf(r, 0) && x-x == 0 {
			return py.Nil, rangeError()
		}
		return py.Float(r), nil
	}).Leaf(func(dst, _ *py.Value, args []py.Value) bool {
		if len(args) != 1 || !args[0].IsFloat() {
			return false
		}
		r := f(args[0].F())
		if r-r != 0 {
			return false
		}
		dst.SetFloat(r)
		return true
	})
}

//go:noinline
func two(sig string, f func(x, y float64) float64) py.Member {
	return py.Func(sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
		x, y := a.Float(t, 0), a.Float(t, 1)
		return py.Float(f(x, y)), a.Err()
	}).Leaf(func(dst, _ *py.Value, args []py.Value) bool {
		if len(args) != 2 || !args[0].IsFloat() || !args[1].IsFloat() {
			return false
		}
		dst.SetFloat(f(args[0].F(), args[1].F()))
		return true
	})
}

// plain is a row for a function that never fails.
//
//go:noinline
func plain(name string, f func(float64) float64) py.Member {
	return py.Func(name+"(x, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		return py.Float(f(a.Float(t, 0))), a.Err()
	}).Leaf(func(dst, _ *py.Value, args []py.Value) bool {
		if len(args) != 1 || !args[0].IsFloat() {
			return false
		}
		dst.SetFloat(f(args[0].F()))
		return true
	})
}

//go:noinline
func test(name string, f func(float64) bool) py.Member {
	return py.Func(name+"(x, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		return py.Bool(f(a.Float(t, 0))), a.Err()
	})
}

var (
	nameCeil  = py.LateName{Text: "__ceil__"}
	nameFloor = py.LateName{Text: "__floor__"}
	nameTrunc = py.LateName{Text: "__trunc__"}
)

func ceil(t *py.Thread, a *py.Args) (py.Value, error) { return whole(t, a, nameCeil.Str(), math.Ceil) }
func floor(t *py.Thread, a *py.Args) (py.Value, error) {
	return whole(t, a, nameFloor.Str(), math.Floor)
}

func leafFloor(dst, _ *py.Value, args []py.Value) bool { return leafWhole(dst, args, math.Floor) }
func leafCeil(dst, _ *py.Value, args []py.Value) bool  { return leafWhole(dst, args, math.Ceil) }

func leafWhole(dst *py.Value, args []py.Value, f func(float64) float64) bool {
	if len(args) != 1 || !args[0].IsFloat() {
		return false
	}
	r := f(args[0].F())
	if !(math.Abs(r) < 1<<62) {
		return false
	}
	dst.SetInt(int64(r))
	return true
}

// whole asks the object's special method, if it has one.
func whole(t *py.Thread, a *py.Args, name *py.Str, f func(float64) float64) (py.Value, error) {
	v := a.Value(0)
	if v.IsInt() {
		return v, nil
	}
	if !v.IsFloat() {
		if r, found, err := py.CallSpecial(t, v, name); found || err != nil {
			return r, err
		}
	}
	x := a.Float(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return py.FloatToInt(f(x))
}

func trunc(t *py.Thread, a *py.Args) (py.Value, error) {
	v := a.Value(0)
	if v.IsFloat() {
		return py.FloatToInt(v.F())
	}
	r, found, err := py.CallSpecial(t, v, nameTrunc.Str())
	if !found && err == nil {
		err = py.Raise(py.TypeError, "type %s doesn't define __trunc__ method", py.TypeName(v))
	}
	return r, err
}

func fma(t *py.Thread, a *py.Args) (py.Value, error) {
	x, y, z := a.Float(t, 0), a.Float(t, 1), a.Float(t, 2)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	r := math.FMA(x, y, z)
	switch {
	case r-r == 0:
	case r != r && x == x && y == y && z == z:
		return py.Nil, py.Raise(py.ValueError, "invalid operation in fma")
	case r == r && x-x == 0 && y-y == 0 && z-z == 0:
		return py.Nil, py.Raise(py.OverflowError, "overflow in fma")
	}
	return py.Float(r), nil
}

func fmod(t *py.Thread, a *py.Args) (py.Value, error) {
	x, y := a.Float(t, 0), a.Float(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	r := math.Mod(x, y)
	if r != r && x == x && y == y {
		return py.Nil, domainError()
	}
	return py.Float(r), nil
}

func remainder(t *py.Thread, a *py.Args) (py.Value, error) {
	x, y := a.Float(t, 0), a.Float(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	r := math.Remainder(x, y)
	if r != r && x == x && y == y {
		return py.Nil, domainError()
	}
	if r == 0 {
		r = math.Copysign(0, x)
	}
	return py.Float(r), nil
}

func pow(t *py.Thread, a *py.Args) (py.Value, error) {
	x, y := a.Float(t, 0), a.Float(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	r := fmath.Pow(x, y)
	if r-r != 0 && x-x == 0 && y-y == 0 {
		if r != r || x == 0 {
			return py.Nil, domainError()
		}
		return py.Nil, rangeError()
	}
	return py.Float(r), nil
}

func frexp(t *py.Thread, a *py.Args) (py.Value, error) {
	x := a.Float(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	m, e := math.Frexp(x)
	return py.NewTuple(py.Float(m), py.Int(int64(e))), nil
}

func ldexp(t *py.Thread, a *py.Args) (py.Value, error) {
	x := a.Float(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	i, ok := py.IsIntLike(a.Value(1))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "Expected an int as second argument to ldexp.")
	}
	if x == 0 || x-x != 0 {
		return py.Float(x), nil
	}
	n, err := py.AsIndexClamped(t, i)
	if err != nil {
		return py.Nil, err
	}
	r := math.Ldexp(x, max(-5000, min(n, 5000)))
	if math.IsInf(r, 0) {
		return py.Nil, rangeError()
	}
	return py.Float(r), nil
}

func modf(t *py.Thread, a *py.Args) (py.Value, error) {
	x := a.Float(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	i := math.Trunc(x)
	f := x - i
	if math.IsInf(x, 0) || f == 0 {
		f = math.Copysign(0, x)
	}
	return py.NewTuple(py.Float(f), py.Float(i)), nil
}

func log(t *py.Thread, a *py.Args) (py.Value, error) {
	num, err := logOf(t, a.Value(0), fmath.Log)
	if err != nil || !a.Has(1) {
		return num, err
	}
	den, err := logOf(t, a.Value(1), fmath.Log)
	if err != nil {
		return py.Nil, err
	}
	return py.Binary(t, py.OpTrueDiv, num, den)
}

// logOf is a logarithm of a number; an int may be larger than any float.
func logOf(t *py.Thread, v py.Value, f func(float64) float64) (py.Value, error) {
	if n, ok := py.IsIntLike(v); ok && py.IsBig(n) {
		b := py.AsBig(n)
		if b.Sign() <= 0 {
			return py.Nil, domainError()
		}
		if b.BitLen() > 1023 {
			m := new(big.Float).SetMantExp(new(big.Float).SetInt(b), -b.BitLen())
			x, _ := m.Float64()
			return py.Float(f(x) + f(2)*float64(b.BitLen())), nil
		}
	}
	x, err := py.AsFloat(t, v)
	if err != nil {
		return py.Nil, err
	}
	if x <= 0 {
		return py.Nil, domainError()
	}
	return py.Float(f(x)), nil
}

func isclose(t *py.Thread, a *py.Args) (py.Value, error) {
	x, y, rel, abs := a.Float(t, 0), a.Float(t, 1), a.FloatOr(t, 2, 1e-9), a.FloatOr(t, 3, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if rel < 0 || abs < 0 {
		return py.Nil, py.Raise(py.ValueError, "tolerances must be non-negative")
	}
	if x == y {
		return py.True, nil
	}
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return py.False, nil
	}
	d := math.Abs(x - y)
	return py.Bool(d <= math.Abs(rel*y) || d <= math.Abs(rel*x) || d <= abs), nil
}

func nextafter(t *py.Thread, a *py.Args) (py.Value, error) {
	x, y := a.Float(t, 0), a.Float(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if !a.Given(2) {
		if x == y {
			return py.Float(y), nil
		}
		return py.Float(math.Nextafter(x, y)), nil
	}
	s, err := py.Index(t, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	n := py.AsBig(s)
	if n.Sign() < 0 {
		return py.Nil, py.Raise(py.ValueError, "steps must be a non-negative integer")
	}
	steps := uint64(math.MaxUint64)
	if n.IsUint64() {
		steps = n.Uint64()
	}
	return py.Float(next(x, y, steps)), nil
}

// next goes steps floats from x towards y. Floats are in the order of their bits
// when those of negative numbers are turned round.
func next(x, y float64, steps uint64) float64 {
	switch {
	case steps == 0:
		return x
	case x != x:
		return x
	case y != y || x == y:
		return y
	}
	from, to := order(x), order(y)
	if from < to {
		if uint64(to)-uint64(from) <= steps {
			return y
		}
		return step(x, from+int64(steps))
	}
	if uint64(from)-uint64(to) <= steps {
		return y
	}
	return step(x, from-int64(steps))
}

// step is the float at place n, where a zero has the sign of x.
func step(x float64, n int64) float64 {
	if n == 0 {
		return math.Copysign(0, x)
	}
	return unorder(n)
}

func order(x float64) int64 {
	n := int64(math.Float64bits(x))
	if n < 0 {
		n = -(n & math.MaxInt64)
	}
	return n
}

func unorder(n int64) float64 {
	if n < 0 {
		return -math.Float64frombits(uint64(-n))
	}
	return math.Float64frombits(uint64(n))
}

func ulp(x float64) float64 {
	x = math.Abs(x)
	if x-x != 0 {
		return x
	}
	if up := math.Nextafter(x, math.Inf(1)); !math.IsInf(up, 0) {
		return up - x
	}
	return x - math.Nextafter(x, 0)
}
