package py

import (
	"math"
	"math/big"
)

// floatOf returns the number of a float or instance of a subclass.
func floatOf(v Value) (float64, bool) {
	if v.IsFloat() {
		return v.F(), true
	}
	if o, ok := Cast[FloatObj](v, FloatType); ok {
		return o.V, true
	}
	return 0, false
}

func cmpResult(op CmpOp, c int) Value {
	return Bool([...]bool{c < 0, c <= 0, c > 0, c >= 0, c == 0, c != 0}[op])
}

func floatToInt(f float64) (Value, error) {
	switch {
	case math.IsNaN(f):
		return Nil, Raise(ValueError, "cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return Nil, Raise(OverflowError, "cannot convert float infinity to integer")
	case f > -1<<63 && f < 1<<63:
		return Int(int64(f)), nil
	}
	b, _ := new(big.Float).SetFloat64(f).Int(nil)
	return NewBig(b), nil
}

// formatNumber is __format__ of the numbers.
func formatNumber(t *Thread, v Value, spec *Str) (Value, error) {
	if spec.NBytes() == 0 {
		s, err := ToStr(t, v)
		if err != nil {
			return Nil, err
		}
		return s.Value(), nil
	}
	f, err := ParseFormatSpec(t, spec, TypeName(v))
	if err != nil {
		return Nil, err
	}
	if c, ok := Cast[Complex](v, ComplexType); ok {
		return FormatComplex(t, c.V, f)
	}
	if x, ok := floatOf(v); ok {
		return FormatFloat(t, x, f)
	}
	return FormatInt(t, plainIntOf(v), f)
}

func plainIntOf(v Value) Value {
	i, _ := IsIntLike(v)
	return i
}

func intFormat(t *Thread, v Value, spec *Str) (Value, error)     { return formatNumber(t, v, spec) }
func floatFormat(t *Thread, v Value, spec *Str) (Value, error)   { return formatNumber(t, v, spec) }
func complexFormat(t *Thread, v Value, spec *Str) (Value, error) { return formatNumber(t, v, spec) }
