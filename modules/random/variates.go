package random

import (
	"math"

	"github.com/woma-lang/woma/internal/fmath"
	"github.com/woma-lang/woma/py"
)

// Distributions of real numbers; the methods are those of CPython's module, so that
// the same seed gives the same values. draw remembers the first error of the source.

type draw struct {
	r   *rng
	t   *py.Thread
	err error
	n   int
}

func (d *draw) next() float64 {
	f, err := d.r.float(d.t)
	if d.n++; d.n&63 == 0 && err == nil {
		err = d.t.Step(64)
	}
	if err != nil && d.err == nil {
		d.err = err
	}
	return f
}

func (d *draw) result(f float64) (py.Value, error) { return py.Float(f), d.err }

func (r *rng) uniform(t *py.Thread, a *py.Args) (py.Value, error) {
	w, err := py.Binary(t, py.OpSub, a.Value(1), a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	f, err := r.float(t)
	if err != nil {
		return py.Nil, err
	}
	if w, err = py.Binary(t, py.OpMul, w, py.Float(f)); err != nil {
		return py.Nil, err
	}
	return py.Binary(t, py.OpAdd, a.Value(0), w)
}

func (r *rng) triangular(t *py.Thread, a *py.Args) (py.Value, error) {
	low, high := a.FloatOr(t, 0, 0), a.FloatOr(t, 1, 1)
	d := draw{r: r, t: t}
	c := 0.5
	if a.Given(2) {
		mode := a.Float(t, 2)
		if high == low {
			if err := a.Err(); err != nil {
				return py.Nil, err
			}
			d.next()
			if d.err != nil {
				return py.Nil, d.err
			}
			return a.ValueOr(0, py.Float(0)), nil
		}
		c = (mode - low) / (high - low)
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	u := d.next()
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	return d.result(low + float64((high-low)*math.Sqrt(u*c)))
}

func (d *draw) normal(mu, sigma float64) float64 {
	const magic = 1.7155277699214135 // 4*exp(-0.5)/sqrt(2)
	for d.err == nil {
		u1 := d.next()
		u2 := 1 - d.next()
		z := magic * (u1 - 0.5) / u2
		if z*z/4 <= -fmath.Log(u2) {
			return mu + float64(z*sigma)
		}
	}
	return 0
}

func (r *rng) normalvariate(t *py.Thread, a *py.Args) (py.Value, error) {
	mu, sigma := a.FloatOr(t, 0, 0), a.FloatOr(t, 1, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d := draw{r: r, t: t}
	return d.result(d.normal(mu, sigma))
}

func (r *rng) lognormvariate(t *py.Thread, a *py.Args) (py.Value, error) {
	mu, sigma := a.FloatOr(t, 0, 0), a.FloatOr(t, 1, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d := draw{r: r, t: t}
	f := fmath.Exp(d.normal(mu, sigma))
	if math.IsInf(f, 0) {
		return py.Nil, py.Raise(py.OverflowError, "math range error")
	}
	return d.result(f)
}

func (r *rng) gauss_(t *py.Thread, a *py.Args) (py.Value, error) {
	mu, sigma := a.FloatOr(t, 0, 0), a.FloatOr(t, 1, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if r.spare {
		r.spare = false
		return py.Float(mu + float64(r.gauss*sigma)), nil
	}
	d := draw{r: r, t: t}
	x := d.next() * (2 * math.Pi)
	g := math.Sqrt(-2 * fmath.Log(1-d.next()))
	if d.err != nil {
		return py.Nil, d.err
	}
	sin, cos := fmath.Sincos(x)
	r.gauss, r.spare = sin*g, true
	return py.Float(mu + float64(float64(cos*g)*sigma)), nil
}

func (r *rng) expovariate(t *py.Thread, a *py.Args) (py.Value, error) {
	lambd := a.FloatOr(t, 0, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d := draw{r: r, t: t}
	f := -fmath.Log(1 - d.next())
	if lambd == 0 {
		return py.Nil, py.Raise(py.ZeroDivisionError, "float division by zero")
	}
	return d.result(f / lambd)
}

func (r *rng) vonmisesvariate(t *py.Thread, a *py.Args) (py.Value, error) {
	mu, kappa := a.Float(t, 0), a.Float(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d := draw{r: r, t: t}
	if kappa <= 1e-6 {
		return d.result(2 * math.Pi * d.next())
	}
	s := 0.5 / kappa
	q := s + math.Sqrt(1+float64(s*s))
	var z float64
	for d.err == nil {
		z = fmath.Cos(math.Pi * d.next())
		c := z / (q + z)
		u := d.next()
		if u < 1-float64(c*c) || u <= (1-c)*fmath.Exp(c) {
			break
		}
	}
	q = 1 / q
	f := (q + z) / (1 + float64(q*z))
	angle := fmath.Acos(f)
	if d.next() <= 0.5 {
		angle = -angle
	}
	_, m := py.FloatDivMod(mu+angle, 2*math.Pi)
	return d.result(m)
}

func (d *draw) gamma(alpha, beta float64) (float64, error) {
	if alpha <= 0 || beta <= 0 {
		return 0, py.Raise(py.ValueError, "gammavariate: alpha and beta must be > 0.0")
	}
	switch {
	case alpha > 1: // R.C.H. Cheng 1977
		ainv := math.Sqrt(2*alpha - 1)
		b := alpha - 1.3862943611198906 // log 4
		c := alpha + ainv
		for d.err == nil {
			u1 := d.next()
			if !(1e-7 < u1 && u1 < 0.9999999) {
				continue
			}
			u2 := 1 - d.next()
			v := fmath.Log(u1/(1-u1)) / ainv
			x := alpha * fmath.Exp(v)
			z := float64(u1*u1) * u2
			r := b + float64(c*v) - x
			if r+2.504077396776274-float64(4.5*z) >= 0 || r >= fmath.Log(z) {
				return x * beta, d.err
			}
		}
	case alpha == 1:
		return -fmath.Log(1-d.next()) * beta, d.err
	default: // Kennedy and Gentle, algorithm GS
		for d.err == nil {
			u := d.next()
			b := (math.E + alpha) / math.E
			p := b * u
			var x float64
			if p <= 1 {
				x = fmath.Pow(p, 1/alpha)
			} else {
				x = -fmath.Log((b - p) / alpha)
			}
			u1 := d.next()
			if p > 1 && u1 <= fmath.Pow(x, alpha-1) || p <= 1 && u1 <= fmath.Exp(-x) {
				return x * beta, d.err
			}
		}
	}
	return 0, d.err
}

func (r *rng) gammavariate(t *py.Thread, a *py.Args) (py.Value, error) {
	alpha, beta := a.Float(t, 0), a.Float(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d := draw{r: r, t: t}
	f, err := d.gamma(alpha, beta)
	return py.Float(f), err
}

func (r *rng) betavariate(t *py.Thread, a *py.Args) (py.Value, error) {
	alpha, beta := a.Float(t, 0), a.Float(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d := draw{r: r, t: t}
	y, err := d.gamma(alpha, 1)
	if err != nil {
		return py.Nil, err
	}
	if y == 0 {
		return py.Float(0), nil
	}
	x, err := d.gamma(beta, 1)
	return py.Float(y / (y + x)), err
}

func (r *rng) paretovariate(t *py.Thread, a *py.Args) (py.Value, error) {
	alpha := a.Float(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d := draw{r: r, t: t}
	u := 1 - d.next()
	if alpha == 0 {
		return py.Nil, py.Raise(py.ZeroDivisionError, "float division by zero")
	}
	return d.result(fmath.Pow(u, -1/alpha))
}

func (r *rng) weibullvariate(t *py.Thread, a *py.Args) (py.Value, error) {
	alpha, beta := a.Float(t, 0), a.Float(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d := draw{r: r, t: t}
	u := 1 - d.next()
	if beta == 0 {
		return py.Nil, py.Raise(py.ZeroDivisionError, "float division by zero")
	}
	return d.result(alpha * fmath.Pow(-fmath.Log(u), 1/beta))
}

func (r *rng) binomialvariate(t *py.Thread, a *py.Args) (py.Value, error) {
	nv, p := a.ValueOr(0, py.Int(1)), a.FloatOr(t, 1, 0.5)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	n, err := py.AsInt64(t, nv)
	if err != nil {
		return py.Nil, err
	}
	if n < 0 {
		return py.Nil, py.Raise(py.ValueError, "n must be non-negative")
	}
	switch {
	case p == 0:
		return py.Int(0), nil
	case p == 1:
		return py.Int(n), nil
	case !(p > 0 && p < 1):
		return py.Nil, py.Raise(py.ValueError, "p must be in the range 0.0 <= p <= 1.0")
	}
	d := draw{r: r, t: t}
	if n == 1 {
		if d.next() < p {
			return py.Int(1), d.err
		}
		return py.Int(0), d.err
	}
	if p > 0.5 {
		k := d.binomial(n, 1-p)
		return py.Int(n - k), d.err
	}
	return py.Int(d.binomial(n, p)), d.err
}

// binomial is for 0 < p <= 0.5.
func (d *draw) binomial(n int64, p float64) int64 {
	nf := float64(n)
	if nf*p < 10 { // Devroye's geometric method
		var x, y int64
		c := fmath.Log2(1 - p)
		if c == 0 {
			return 0
		}
		for d.err == nil {
			y += int64(math.Floor(fmath.Log2(d.next())/c)) + 1
			if y > n || y < 0 {
				return x
			}
			x++
		}
		return 0
	}
	// Hörmann's transformed rejection with squeeze (BTRS).
	spq := math.Sqrt(nf * p * (1 - p))
	b := 1.15 + float64(2.53*spq)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := float64(nf*p) + 0.5
	vr := 0.92 - 4.2/b
	alpha := (2.83 + 5.1/b) * spq
	lpq := fmath.Log(p / (1 - p))
	m := math.Floor((nf + 1) * p)
	h := fmath.Lgamma(m+1) + fmath.Lgamma(nf-m+1)
	for d.err == nil {
		u := d.next() - 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((2*a/us+b)*u) + c)
		if k < 0 || k > nf || k != k {
			continue
		}
		v := d.next()
		if us >= 0.07 && v <= vr {
			return int64(k)
		}
		v *= alpha / (a/(us*us) + b)
		if fmath.Log(v) <= h-fmath.Lgamma(k+1)-fmath.Lgamma(nf-k+1)+float64((k-m)*lpq) {
			return int64(k)
		}
	}
	return 0
}
