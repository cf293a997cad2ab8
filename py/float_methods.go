package py

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Methods of float.

func float_as_integer_ratio(t *Thread, a *Args) (Value, error) {
	f := plainFloat(a.Self)
	if math.IsInf(f, 0) {
		return Nil, Raise(OverflowError, "cannot convert Infinity to integer ratio")
	}
	if math.IsNaN(f) {
		return Nil, Raise(ValueError, "cannot convert NaN to integer ratio")
	}
	n, d := FloatRatio(f)
	return NewTuple(NewBig(n), NewBig(d)), nil
}

func float_is_integer(t *Thread, a *Args) (Value, error) {
	f := plainFloat(a.Self)
	return Bool(f == math.Floor(f) && !math.IsInf(f, 0)), nil
}

func float__floor__(t *Thread, a *Args) (Value, error) {
	return FloatToInt(math.Floor(plainFloat(a.Self)))
}

func float__ceil__(t *Thread, a *Args) (Value, error) {
	return FloatToInt(math.Ceil(plainFloat(a.Self)))
}

func float__getformat__(t *Thread, a *Args) (Value, error) {
	switch s := a.String(0); {
	case a.Err() != nil:
		return Nil, Raise(TypeError, "__getformat__() argument must be str, not %s", TypeName(a.Value(0)))
	case s == "double" || s == "float":
		return NewStr("IEEE, little-endian"), nil
	}
	return Nil, Raise(ValueError, "__getformat__() argument 1 must be 'double' or 'float'")
}

func float__round__(t *Thread, a *Args) (Value, error) {
	f := plainFloat(a.Self)
	if !a.Given(0) {
		return FloatToInt(math.RoundToEven(f))
	}
	n, err := AsIndexClamped(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	r := RoundFloat(f, n)
	if math.IsInf(r, 0) && !math.IsInf(f, 0) {
		return Nil, Raise(OverflowError, "rounded value too large to represent")
	}
	return Float(r), nil
}

// RoundFloat is round(f, n): the decimal rounding of f's exact value, ties to even.
func RoundFloat(f float64, n int) float64 {
	switch {
	case f == 0 || f-f != 0 || n > 323:
		return f
	case n < -308:
		return math.Copysign(0, f)
	case n >= 0:
		var buf [400]byte
		r, _ := strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], f, 'f', n, 64)), 64)
		return r
	}
	// The whole part in units of 10**-n, then what is left over.
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n)), nil)
	abs := math.Abs(f)
	q, rest := bigFromFloat(abs).QuoRem(bigFromFloat(abs), unit, new(big.Int))
	c := rest.Lsh(rest, 1).Cmp(unit)
	if c == 0 && abs != math.Floor(abs) {
		c = 1
	}
	if c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	r, err := bigToFloat(q.Mul(q, unit))
	if err != nil {
		r = math.Inf(1)
	}
	return math.Copysign(r, f)
}

func float_hex(t *Thread, a *Args) (Value, error) {
	f := plainFloat(a.Self)
	if f-f != 0 {
		return NewStr(FloatRepr(f)), nil
	}
	u := math.Float64bits(f)
	b := make([]byte, 0, 32)
	if u>>63 != 0 {
		b = append(b, '-')
	}
	e, m := int(u>>52&0x7FF), u&(1<<52-1)
	switch {
	case e == 0 && m == 0:
		return NewStrBytes(append(b, "0x0.0p+0"...)), nil
	case e == 0:
		b = append(b, "0x0."...)
		e = 1
	default:
		b = append(b, "0x1."...)
	}
	for i := 48; i >= 0; i -= 4 {
		b = append(b, "0123456789abcdef"[m>>i&15])
	}
	b = append(b, 'p')
	if e -= 1023; e >= 0 {
		b = append(b, '+')
	}
	return NewStrBytes(strconv.AppendInt(b, int64(e), 10)), nil
}

func float_fromhex(t *Thread, a *Args) (Value, error) {
	s, ok := AsStr(a.Value(0))
	if !ok {
		return Nil, Raise(TypeError, "bad argument type for built-in operation")
	}
	f, err := parseHexFloat(s.String())
	if err != nil {
		return Nil, err
	}
	if cls, ok := IsType(a.Self); ok && cls != FloatType {
		return Call(t, a.Self, Float(f))
	}
	return Float(f), nil
}

func hexDigit(c byte) int {
	if d := digitValue(c); d < 16 {
		return d
	}
	return -1
}

// parseHexFloat reads what float.hex writes, and more: the fraction and the
// exponent may be missing, the number of digits is free.
func parseHexFloat(s string) (float64, error) {
	bad := func() (float64, error) {
		return 0, Raise(ValueError, "invalid hexadecimal floating-point string")
	}
	s = strings.Trim(s, " \t\n\v\f\r")
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	sign := func(f float64) (float64, error) {
		if neg {
			f = -f
		}
		return f, nil
	}
	switch strings.ToLower(s) {
	case "inf", "infinity":
		return sign(math.Inf(1))
	case "nan":
		return sign(NaN())
	}
	if len(s) > 1 && s[0] == '0' && s[1]|0x20 == 'x' {
		s = s[2:]
	}
	// The first 60 bits, and whether anything follows; the number is m * 2**e.
	var m uint64
	var e int64
	digits, frac := 0, false
	i := 0
	for ; i < len(s); i++ {
		if s[i] == '.' && !frac {
			frac = true
			continue
		}
		d := hexDigit(s[i])
		if d < 0 {
			break
		}
		digits++
		if m < 1<<60 {
			m = m<<4 | uint64(d)
			if frac {
				e -= 4
			}
		} else {
			if d != 0 {
				m |= 1
			}
			if !frac {
				e += 4
			}
		}
	}
	if digits == 0 {
		return bad()
	}
	if i < len(s) && s[i]|0x20 == 'p' {
		p := s[i+1:]
		digits := strings.TrimLeft(p, "+-")
		if digits == "" || len(p)-len(digits) > 1 || strings.Trim(digits, "0123456789") != "" {
			return bad()
		}
		x, err := strconv.ParseInt(p, 10, 64)
		if err != nil || x > math.MaxInt64/4 || x < -math.MaxInt64/4 {
			x = math.MaxInt64 / 4
			if p[0] == '-' {
				x = -x
			}
		}
		e += x
		i = len(s)
	}
	if i != len(s) {
		return bad()
	}
	if m == 0 {
		return sign(0)
	}
	n := e + int64(bits.Len64(m))
	if n > 1024 {
		return 0, Raise(OverflowError, "hexadecimal value too large to represent as a float")
	}
	if n < -1080 {
		return sign(0)
	}
	f := ldexpRound(m, int(e))
	if math.IsInf(f, 0) {
		return 0, Raise(OverflowError, "hexadecimal value too large to represent as a float")
	}
	return sign(f)
}
