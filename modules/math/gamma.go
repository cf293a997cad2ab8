package math

import (
	"math"

	"github.com/woma-lang/woma/internal/fmath"
	"github.com/woma-lang/woma/py"
)

func gamma(t *py.Thread, a *py.Args) (py.Value, error) {
	x := a.Float(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if math.IsInf(x, -1) || x == math.Floor(x) && x <= 0 {
		return py.Nil, domainError()
	}
	if x-x != 0 {
		return py.Float(x), nil
	}
	r := fmath.Gamma(x)
	if math.IsInf(r, 0) {
		return py.Nil, rangeError()
	}
	return py.Float(r), nil
}

func lgamma(t *py.Thread, a *py.Args) (py.Value, error) {
	x := a.Float(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	switch {
	case x != x:
		return py.Float(x), nil
	case math.IsInf(x, 0):
		return py.Float(math.Inf(1)), nil
	case x == math.Floor(x) && x <= 0:
		return py.Nil, domainError()
	}
	r := fmath.Lgamma(x)
	if math.IsInf(r, 0) {
		return py.Nil, rangeError()
	}
	return py.Float(r), nil
}
