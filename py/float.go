package py

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unsafe"

	"github.com/woma-lang/woma/internal/fmath"
)

// float: the type's table, its constructor and operators. Methods are in
// float_methods.go.

func initFloat() {
	const ops = 1<<OpAdd | 1<<OpSub | 1<<OpMul | 1<<OpTrueDiv | 1<<OpFloorDiv | 1<<OpMod | 1<<OpPow | 1<<OpDivMod
	FloatType.define(&floatShape, TypeSpec{
		Name:    "float",
		Flags:   SelfMatch,
		SubDict: unsafe.Offsetof(FloatObj{}.attrs),
		Doc:     "float(x=0): a number with a fraction, 64 bits (IEEE 754).",
		Slots: Slots{
			New:       floatNew,
			Repr:      floatRepr,
			Format:    floatFormat,
			Hash:      floatHash,
			Bool:      func(t *Thread, v Value) (bool, error) { return plainFloat(v) != 0, nil },
			Compare:   floatCompare,
			Binary:    FloatBinary,
			BinaryOps: ops,
			RBinOps:   ops,
			Pow3:      floatPow3,
			Unary:     floatUnary,
			UnaryOps:  1<<OpNeg | 1<<OpPos | 1<<OpAbs | 1<<OpInt | 1<<OpFloat,
		},
		Table: func() Members {
			return Members{
				GetSet("imag", func(*Thread, Value) (Value, error) { return Float(0), nil }, nil),
				GetSet("real", func(_ *Thread, v Value) (Value, error) { return Float(plainFloat(v)), nil }, nil),
				MethodOf("as_integer_ratio()", float_as_integer_ratio),
				MethodOf("conjugate()", func(t *Thread, a *Args) (Value, error) { return Float(plainFloat(a.Self)), nil }),
				ClassMethod("fromhex(string, /)", float_fromhex),
				MethodOf("hex()", float_hex),
				MethodOf("is_integer()", float_is_integer),
				MethodOf("__ceil__()", float__ceil__),
				MethodOf("__floor__()", float__floor__),
				StaticMethod("__getformat__(typestr, /)", float__getformat__),
				MethodOf("__getnewargs__()", func(t *Thread, a *Args) (Value, error) { return NewTuple(Float(plainFloat(a.Self))), nil }),
				MethodOf("__round__(ndigits=None, /)", float__round__),
				MethodOf("__sizeof__()", func(*Thread, *Args) (Value, error) { return Int(24), nil }),
				MethodOf("__trunc__()", func(t *Thread, a *Args) (Value, error) { return FloatToInt(plainFloat(a.Self)) }),
			}
		},
	})
}

// plainFloat is the number of a value whose class derives from float.
func plainFloat(v Value) float64 {
	if v.IsFloat() {
		return v.F()
	}
	return As[FloatObj](v).V
}

// IsFloatLike returns the number of v if its class is float or derives from it.
func IsFloatLike(v Value) (float64, bool) {
	if v.IsFloat() {
		return v.F(), true
	}
	if o, ok := Cast[FloatObj](v, FloatType); ok {
		return o.V, true
	}
	return 0, false
}

func floatNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if len(kw) > 0 && cls.initOf(FloatType) {
		return Nil, noKeywords("float", kw)
	}
	args = args[:len(args)-len(kw)]
	if err := argCount("float", len(args), 0, 1); err != nil {
		return Nil, err
	}
	var f float64
	if len(args) == 1 {
		var err error
		if f, err = ToFloat(t, args[0]); err != nil {
			return Nil, err
		}
	}
	if cls == FloatType {
		return Float(f), nil
	}
	return Object(&FloatObj{Head: cls.Root(), V: f}), nil
}

// ToFloat is float(v).
func ToFloat(t *Thread, v Value) (float64, error) {
	if v.IsFloat() {
		return v.F(), nil
	}
	var text string
	if s, ok := AsStr(v); ok && (v.Type() == StrType || v.Type().Slots.UnaryOps>>OpFloat&1 == 0) {
		text = NumberText(s.String())
	} else if c := v.Type(); c.Slots.UnaryOps&(1<<OpFloat|1<<OpIndex) != 0 {
		return AsFloat(t, v)
	} else if c.Slots.Buffer != nil {
		b, err := AsBuffer(t, v)
		if err != nil {
			return 0, err
		}
		if !IsBytes(v) {
			v = NewBytes(append([]byte(nil), b...))
		}
		text = string(b)
	} else {
		return 0, Raise(TypeError, "float() argument must be a string or a real number, not '%s'", c.Name)
	}
	if f, ok := ParseFloat(strings.Trim(text, " \t\n\v\f\r")); ok {
		return f, nil
	}
	r, err := Repr(t, v)
	if err != nil {
		return 0, err
	}
	return 0, Raise(ValueError, "could not convert string to float: %s", r)
}

// ParseFloat parses a Python float in ASCII without white space around it: digits
// with single underscores between them, inf, nan.
func ParseFloat(s string) (float64, bool) {
	if len(s) > 400 || strings.IndexByte(s, '_') >= 0 {
		b := make([]byte, 0, len(s))
		for i := 0; i < len(s); i++ {
			if s[i] == '_' {
				if i == 0 || i == len(s)-1 || !isDigit(s[i-1]) || !isDigit(s[i+1]) {
					return 0, false
				}
				continue
			}
			b = append(b, s[i])
		}
		s = string(b)
	}
	i := 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	if i < len(s) && !isDigit(s[i]) && s[i] != '.' {
		switch strings.ToLower(s[i:]) {
		case "inf", "infinity":
			if s[0] == '-' {
				return math.Inf(-1), true
			}
			return math.Inf(1), true
		case "nan":
			return math.Copysign(NaN(), 1-2*float64(b2i(s[0] == '-'))), true
		}
		return 0, false
	}
	n := 0
	for i < len(s) && isDigit(s[i]) {
		i++
		n++
	}
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && isDigit(s[i]); i++ {
			n++
		}
	}
	if n == 0 {
		return 0, false
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		i++
		if i < len(s) && (s[i] == '-' || s[i] == '+') {
			i++
		}
		if i == len(s) || !isDigit(s[i]) {
			return 0, false
		}
		for i < len(s) && isDigit(s[i]) {
			i++
		}
	}
	if i != len(s) {
		return 0, false
	}
	if len(s) > 400 {
		return parseLong(s), true
	}
	f, _ := strconv.ParseFloat(s, 64) // out of range: infinity, as wanted
	return f, true
}

// parseLong reads a number of many digits, of which package strconv loses the decimal
// point after 800 and the exponent's value from 10000 on.
func parseLong(s string) float64 {
	const keep = 780 // more than the 767 digits that can decide how to round
	digits := make([]byte, 0, keep+8)
	sign, point, sticky := "", 0, false // the value is 0.digits * 10**point
	seenPoint := false
	i := 0
	if s[0] == '-' || s[0] == '+' {
		sign = s[:1]
		i++
	}
	for ; i < len(s) && s[i]|0x20 != 'e'; i++ {
		switch {
		case s[i] == '.':
			seenPoint = true
			continue
		case s[i] == '0' && len(digits) == 0:
			if seenPoint {
				point--
			}
			continue
		case len(digits) < keep:
			digits = append(digits, s[i])
		case s[i] != '0':
			sticky = true
		}
		if !seenPoint {
			point++
		}
	}
	if i < len(s) {
		exp := 0
		neg := s[i+1] == '-'
		for _, c := range s[i+1:] {
			if c >= '0' && c <= '9' && exp < 1<<26 {
				exp = exp*10 + int(c-'0')
			}
		}
		if neg {
			exp = -exp
		}
		point += exp
	}
	if sticky {
		digits = append(digits, '1')
	}
	if len(digits) == 0 {
		digits, point = append(digits, '0'), 0
	}
	f, _ := strconv.ParseFloat(sign+"."+string(digits)+"e"+strconv.Itoa(max(-2000, min(2000, point))), 64)
	return f
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// NaN returns the NaN of float('nan'); Go's own has another payload, which struct
// would show.
func NaN() float64 { return math.Float64frombits(0x7FF8 << 48) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func floatRepr(t *Thread, v Value) (Value, error) {
	return NewStr(FloatRepr(plainFloat(v))), nil
}

func floatHash(t *Thread, v Value) (int64, error) {
	f := plainFloat(v)
	if f != f {
		// CPython hashes a NaN's address; ours have none.
		return int64(math.Float64bits(f) >> 4), nil
	}
	return HashFloat(f), nil
}

// floatOperand returns v as a float for arithmetic; ok is false if it is no number
// that mixes with floats.
func floatOperand(v Value) (f float64, ok bool, err error) {
	switch {
	case v.IsFloat():
		return v.F(), true, nil
	case v.IsInt() || v.IsBool():
		return float64(v.I()), true, nil
	case IsBig(v):
		f, err = bigToFloat(As[BigInt](v).V)
		return f, true, err
	}
	if o, ok := Cast[FloatObj](v, FloatType); ok {
		return o.V, true, nil
	}
	if x, ok := IsIntLike(v); ok {
		return floatOperand(x)
	}
	return 0, false, nil
}

func floatCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, xok := IsFloatLike(a)
	y, yok := IsFloatLike(b)
	switch {
	case xok && yok:
		return Bool(compareFloats(op, x, y)), nil
	case xok:
		if n, ok := IsIntLike(b); ok {
			if x != x {
				return Bool(op == OpNe), nil
			}
			return Bool(cmpHolds(op, -cmpIntFloat(n, x))), nil
		}
	case yok:
		if n, ok := IsIntLike(a); ok {
			if y != y {
				return Bool(op == OpNe), nil
			}
			return Bool(cmpHolds(op, cmpIntFloat(n, y))), nil
		}
	}
	return NotImplemented, nil
}

func compareFloats(op CmpOp, x, y float64) bool {
	switch op {
	case OpLt:
		return x < y
	case OpLe:
		return x <= y
	case OpGt:
		return x > y
	case OpGe:
		return x >= y
	case OpEq:
		return x == y
	}
	return x != y
}

// cmpIntFloat compares a plain int with a float that is not NaN, exactly.
func cmpIntFloat(n Value, f float64) int {
	if n.IsInt() {
		i := n.I()
		if -1<<53 <= i && i <= 1<<53 {
			return cmpFloat(float64(i), f)
		}
		if f >= 1<<63 {
			return -1
		}
		if f < -1<<63 {
			return 1
		}
		whole := math.Trunc(f)
		if c := cmpInt(i, int64(whole)); c != 0 {
			return c
		}
		return cmpFloat(whole, f)
	}
	b := As[BigInt](n).V
	if math.IsInf(f, 0) || math.Abs(f) < 1<<63 {
		if math.IsInf(f, 1) || !math.IsInf(f, -1) && b.Sign() < 0 {
			return -1
		}
		return 1
	}
	if b.BitLen() > 1024 {
		return b.Sign()
	}
	return b.Cmp(bigFromFloat(f)) // such a float is whole
}

func cmpFloat(x, y float64) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// FloatBinary is a op b where one is a float and the other a float or an int;
// NotImplemented for other operands.
func FloatBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	x, ok, err := floatOperand(a)
	if !ok || err != nil {
		return NotImplemented, err
	}
	y, ok, err := floatOperand(b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	switch op {
	case OpAdd:
		return Float(x + y), nil
	case OpSub:
		return Float(x - y), nil
	case OpMul:
		return Float(x * y), nil
	case OpTrueDiv:
		if y == 0 {
			return Nil, Raise(ZeroDivisionError, "float division by zero")
		}
		return Float(x / y), nil
	case OpFloorDiv:
		if y == 0 {
			return Nil, Raise(ZeroDivisionError, "float floor division by zero")
		}
		q, _ := FloatDivMod(x, y)
		return Float(q), nil
	case OpMod:
		if y == 0 {
			return Nil, Raise(ZeroDivisionError, "float modulo by zero")
		}
		return Float(floatMod(x, y)), nil
	case OpDivMod:
		if y == 0 {
			return Nil, Raise(ZeroDivisionError, "float divmod()")
		}
		q, r := FloatDivMod(x, y)
		return NewTuple(Float(q), Float(r)), nil
	case OpPow:
		return floatPow(x, y)
	}
	return NotImplemented, nil
}

// floatMod is x % y: the sign is y's.
func floatMod(x, y float64) float64 {
	r := math.Mod(x, y)
	if r == 0 {
		return math.Copysign(0, y)
	}
	if (r < 0) != (y < 0) {
		r += y
	}
	return r
}

// FloatDivMod is divmod(x, y) for y other than 0.
func FloatDivMod(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	q = (x - r) / y
	if r == 0 {
		r = math.Copysign(0, y)
	} else if (r < 0) != (y < 0) {
		r += y
		q--
	}
	if q == 0 {
		return math.Copysign(0, x/y), r
	}
	f := math.Floor(q)
	if q-f > 0.5 {
		f++
	}
	return f, r
}

// floatPow is x ** y; a negative number to a broken power is complex.
func floatPow(x, y float64) (Value, error) {
	switch {
	case y == 2 || y == 1: // frequent, and exact
		r := x
		if y == 2 {
			r = x * x
		}
		if math.IsInf(r, 0) && !math.IsInf(x, 0) {
			break
		}
		return Float(r), nil
	case y == 0:
		return Float(1), nil
	case x != x:
		return Float(x), nil
	case y != y:
		if x == 1 {
			y = 1
		}
		return Float(y), nil
	case x == 0 && y < 0 && !math.IsInf(y, 0):
		return Nil, Raise(ZeroDivisionError, "0.0 cannot be raised to a negative power")
	case x < 0 && !math.IsInf(x, 0) && y != math.Floor(y):
		c, err := complexPow(complex(x, 0), complex(y, 0))
		return NewComplex(c), err
	}
	r := fmath.Pow(x, y)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return Nil, rangeError()
	}
	return Float(r), nil
}

func rangeError() error {
	return RaiseValue(OverflowError, Int(34), NewStr("Numerical result out of range"))
}

func floatPow3(t *Thread, a, b, mod Value) (Value, error) {
	if !mod.IsNone() {
		return Nil, Raise(TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
	}
	return FloatBinary(t, OpPow, a, b)
}

func floatUnary(t *Thread, op UnaryOp, v Value) (Value, error) {
	f := plainFloat(v)
	switch op {
	case OpNeg:
		f = -f
	case OpAbs:
		f = math.Abs(f)
	case OpInt:
		return FloatToInt(f)
	}
	return Float(f), nil
}

// FloatRatio returns the two ints whose quotient a finite f is, in lowest terms.
func FloatRatio(f float64) (num, den *big.Int) {
	m, e := math.Frexp(f)
	n := int64(m * (1 << 53))
	e -= 53
	for n != 0 && n&1 == 0 && e < 0 {
		n >>= 1
		e++
	}
	num, den = big.NewInt(n), big.NewInt(1)
	switch {
	case n == 0:
	case e > 0:
		num.Lsh(num, uint(e))
	default:
		den.Lsh(den, uint(-e))
	}
	return num, den
}
