package py

import (
	"math"
	"math/big"
	"math/bits"
	"unsafe"
)

// int: the type's table, its constructor and simple slots. Operators are in
// int_ops.go, powers in int_pow.go, conversions from and to text in int_text.go,
// methods in int_methods.go.

// maxIntBits is the size of the largest int, about 256 MiB.
const maxIntBits = 1<<31 - 1

func initInt() {
	bigIntShape.Class = IntType
	IntType.define(&intShape, TypeSpec{
		Name:    "int",
		Flags:   SelfMatch,
		SubDict: unsafe.Offsetof(IntObj{}.attrs),
		Doc:     "int(x=0), int(text, base=10): a whole number of any size; x is cut off towards zero.",
		Slots: Slots{
			New:     intNew,
			Repr:    intRepr,
			Format:  intFormat,
			Hash:    intHash,
			Bool:    intBool,
			Compare: intCompare,
			Binary:  IntBinary,
			BinaryOps: 1<<OpAdd | 1<<OpSub | 1<<OpMul | 1<<OpTrueDiv | 1<<OpFloorDiv | 1<<OpMod | 1<<OpPow |
				1<<OpLShift | 1<<OpRShift | 1<<OpAnd | 1<<OpOr | 1<<OpXor | 1<<OpDivMod,
			RBinOps: 1<<OpAdd | 1<<OpSub | 1<<OpMul | 1<<OpTrueDiv | 1<<OpFloorDiv | 1<<OpMod | 1<<OpPow |
				1<<OpLShift | 1<<OpRShift | 1<<OpAnd | 1<<OpOr | 1<<OpXor | 1<<OpDivMod,
			Pow3:     intPow3,
			Unary:    intUnary,
			UnaryOps: 1<<OpNeg | 1<<OpPos | 1<<OpInvert | 1<<OpAbs | 1<<OpIndex | 1<<OpInt | 1<<OpFloat,
		},
		Table: func() Members {
			return Members{
				GetSet("denominator", func(*Thread, Value) (Value, error) { return Int(1), nil }, nil),
				GetSet("imag", func(*Thread, Value) (Value, error) { return Int(0), nil }, nil),
				GetSet("numerator", func(_ *Thread, v Value) (Value, error) { return plainInt(v), nil }, nil),
				GetSet("real", func(_ *Thread, v Value) (Value, error) { return plainInt(v), nil }, nil),
				MethodOf("as_integer_ratio()", int_as_integer_ratio),
				MethodOf("bit_count()", int_bit_count),
				MethodOf("bit_length()", int_bit_length),
				MethodOf("conjugate()", intSelf),
				ClassMethod("from_bytes(bytes, byteorder='big', *, signed=False)", int_from_bytes).Fast(intFromBytesFast),
				MethodOf("is_integer()", func(*Thread, *Args) (Value, error) { return True, nil }),
				MethodOf("to_bytes(length=1, byteorder='big', *, signed=False)", int_to_bytes).Fast(intToBytesFast),
				MethodOf("__ceil__()", intSelf),
				MethodOf("__floor__()", intSelf),
				MethodOf("__getnewargs__()", func(t *Thread, a *Args) (Value, error) { return NewTuple(plainInt(a.Self)), nil }),
				MethodOf("__round__(ndigits=None, /)", int__round__),
				MethodOf("__sizeof__()", int__sizeof__),
				MethodOf("__trunc__()", intSelf),
			}
		},
	})
}

// plainInt is the plain int of a value whose class derives from int.
func plainInt(v Value) Value {
	x, _ := IsIntLike(v)
	return x
}

func intNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	npos := len(args) - len(kw)
	if len(args) == 1 && len(kw) == 0 && cls == IntType && args[0].IsInt() {
		return args[0], nil
	}
	if len(kw) > 0 {
		if err := atMost("int", 2, npos, len(kw)); err != nil {
			return Nil, err
		}
	}
	var base Value
	for i, name := range kw {
		if name.String() != "base" {
			return Nil, Raise(TypeError, "int() got an unexpected keyword argument '%s'", name)
		}
		if npos == 2 {
			return Nil, Raise(TypeError, "argument for int() given by name ('base') and position (2)")
		}
		base = args[npos+i]
	}
	if err := argCount("int", npos, 0, 2); err != nil {
		return Nil, err
	}
	if npos == 2 {
		base = args[1]
	}
	var v Value
	var err error
	switch {
	case npos == 0 && base.p != nil:
		return Nil, Raise(TypeError, "int() missing string argument")
	case npos == 0:
		v = Int(0)
	case base.p == nil:
		v, err = ToInt(t, args[0])
	default:
		var b int
		if b, err = AsIndexClamped(t, base); err != nil {
			return Nil, err
		}
		if b != 0 && b < 2 || b > 36 {
			return Nil, Raise(ValueError, "int() base must be >= 2 and <= 36, or 0")
		}
		v, err = intFromText(t, args[0], b)
		if err == nil && v.p == nil {
			err = Raise(TypeError, "int() can't convert non-string with explicit base")
		}
	}
	if err != nil || cls == IntType {
		return v, err
	}
	return Object(&IntObj{Head: cls.Root(), V: v}), nil
}

// ToInt is int(v): a plain int.
func ToInt(t *Thread, v Value) (Value, error) {
	switch {
	case v.IsInt() || IsBig(v):
		return v, nil
	case v.IsFloat():
		return FloatToInt(v.F())
	}
	c := v.Type()
	if c.Slots.Unary != nil {
		for _, op := range [...]UnaryOp{OpInt, OpIndex} {
			if c.Slots.UnaryOps>>op&1 == 0 {
				continue
			}
			r, err := c.Slots.Unary(t, op, v)
			if err != nil {
				return Nil, err
			}
			return plainInt(r), nil
		}
	}
	r, found, err := CallSpecial(t, v, nameTrunc)
	if err != nil {
		return Nil, err
	}
	if found {
		if x, ok := IsIntLike(r); ok {
			return x, nil
		}
		if !isIndexable(r) {
			return Nil, Raise(TypeError, "__trunc__ returned non-Integral (type %s)", TypeName(r))
		}
		return Index(t, r)
	}
	x, err := intFromText(t, v, 10)
	if err == nil && x.p == nil {
		err = Raise(TypeError, unarySigns[OpInt], c.Name)
	}
	return x, err
}

// FloatToInt is int(f).
func FloatToInt(f float64) (Value, error) {
	if f > -(1<<63) && f < 1<<63 {
		return Int(int64(f)), nil
	}
	if math.IsNaN(f) {
		return Nil, Raise(ValueError, "cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return Nil, Raise(OverflowError, "cannot convert float infinity to integer")
	}
	return NewBig(bigFromFloat(f)), nil
}

// bigFromFloat returns the whole part of a finite f.
func bigFromFloat(f float64) *big.Int {
	m, e := math.Frexp(f)
	b := big.NewInt(int64(m * (1 << 53)))
	if e >= 53 {
		return b.Lsh(b, uint(e-53))
	}
	return b.Quo(b, new(big.Int).Lsh(big.NewInt(1), uint(min(53-e, 2000))))
}

func intBool(t *Thread, v Value) (bool, error) {
	x := plainInt(v)
	return !x.IsInt() || x.n != 0, nil
}

func intHash(t *Thread, v Value) (int64, error) {
	x := plainInt(v)
	if x.IsInt() {
		return HashInt(x.I()), nil
	}
	return hashBig(As[BigInt](x).V), nil
}

// hashBig is b modulo 2**61-1 with b's sign, never -1, as CPython defines it.
func hashBig(b *big.Int) int64 {
	const mod = 1<<61 - 1
	words := b.Bits()
	var h uint64
	for i := len(words) - 1; i >= 0; i-- {
		// The hash so far times 2**(word size), plus the word. 2**61 counts as 1.
		w := uint64(words[i])
		h = h<<(bits.UintSize%61)&mod | h>>(61-bits.UintSize%61)
		if bits.UintSize == 64 {
			w = w&mod + w>>61
		}
		if h += w; h >= mod {
			h = h&mod + h>>61
			if h >= mod {
				h -= mod
			}
		}
	}
	x := int64(h)
	if b.Sign() < 0 {
		x = -x
	}
	if x == -1 {
		x = -2
	}
	return x
}

func intCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := IsIntLike(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := IsIntLike(b)
	if !ok {
		return NotImplemented, nil
	}
	return Bool(cmpHolds(op, compareInts(x, y))), nil
}

// compareInts compares two plain ints: -1, 0 or 1.
func compareInts(x, y Value) int {
	switch {
	case BothInt(&x, &y):
		return cmpInt(x.I(), y.I())
	case x.IsInt():
		return -As[BigInt](y).V.Sign()
	case y.IsInt():
		return As[BigInt](x).V.Sign()
	}
	return As[BigInt](x).V.Cmp(As[BigInt](y).V)
}

// CompareInts compares two plain ints: -1, 0 or 1.
func CompareInts(x, y Value) int { return compareInts(x, y) }

// cmpHolds reports whether op holds for operands that compare as c.
func cmpHolds(op CmpOp, c int) bool {
	switch op {
	case OpLt:
		return c < 0
	case OpLe:
		return c <= 0
	case OpGt:
		return c > 0
	case OpGe:
		return c >= 0
	case OpEq:
		return c == 0
	}
	return c != 0
}

func intUnary(t *Thread, op UnaryOp, v Value) (Value, error) {
	x := plainInt(v)
	if x.IsInt() {
		n := x.I()
		switch op {
		case OpNeg:
			if n != math.MinInt64 {
				return Int(-n), nil
			}
			return NewBig(new(big.Int).Neg(big.NewInt(n))), nil
		case OpInvert:
			return Int(^n), nil
		case OpAbs:
			if n < 0 {
				return intUnary(t, OpNeg, x)
			}
		case OpFloat:
			return Float(float64(n)), nil
		}
		return x, nil
	}
	b := As[BigInt](x).V
	switch op {
	case OpNeg, OpInvert:
		if err := chargeBits(t, b.BitLen()); err != nil {
			return Nil, err
		}
		own := b
		r, words := newBox(len(b.Bits()) + 1)
		b = r.z.SetBits(words[:0])
		if op == OpNeg {
			b.Neg(own)
		} else {
			b.Not(own)
		}
		if b.IsInt64() {
			return Int(b.Int64()), nil
		}
		if w := b.Bits(); unsafe.SliceData(w) != unsafe.SliceData(words) {
			return newBigBox(b), nil
		}
		return Value{unsafe.Pointer(&r.BigInt), 0}, nil
	case OpAbs:
		if b.Sign() < 0 {
			return intUnary(t, OpNeg, x)
		}
	case OpFloat:
		f, err := bigToFloat(b)
		return Float(f), err
	}
	return x, nil
}

// bigToFloat rounds b to the nearest float, ties to even.
func bigToFloat(b *big.Int) (float64, error) {
	n := b.BitLen()
	if n > 1024 {
		return 0, Raise(OverflowError, "int too large to convert to float")
	}
	// The top 64 bits; the lowest tells whether more follow.
	low := max(0, n-64)
	w := b.Bits()
	var m uint64
	if bits.UintSize == 64 {
		m = bitsAt(w, uint(low))
	} else {
		m = new(big.Int).Rsh(new(big.Int).Abs(b), uint(low)).Uint64()
	}
	if int(b.TrailingZeroBits()) < low {
		m |= 1
	}
	f := math.Ldexp(float64(m), low)
	if math.IsInf(f, 0) {
		return 0, Raise(OverflowError, "int too large to convert to float")
	}
	if b.Sign() < 0 {
		f = -f
	}
	return f, nil
}

// ldexpRound is q * 2**e rounded once, ties to even. The lowest bit of q may stand
// for anything that follows it; q has at least 55 significant bits then.
func ldexpRound(q uint64, e int) float64 {
	if q == 0 {
		return 0
	}
	n := bits.Len64(q)
	if e+n > -1021 { // a normal number
		return math.Ldexp(float64(q), e)
	}
	drop := -1074 - e // bits below the smallest subnormal
	if drop <= 0 {
		return math.Ldexp(float64(q), e)
	}
	if drop > 64 {
		return 0
	}
	var m, rest, half uint64
	if drop == 64 {
		rest, half = q, 1<<63
	} else {
		m, rest, half = q>>drop, q&(1<<drop-1), 1<<(drop-1)
	}
	if rest > half || rest == half && m&1 == 1 {
		m++
	}
	return math.Ldexp(float64(m), -1074)
}
