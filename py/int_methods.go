package py

import (
	"math/big"
	"math/bits"
	"slices"
)

// Methods of int. Self may be a bool or an instance of a subclass.

func intSelf(t *Thread, a *Args) (Value, error) { return plainInt(a.Self), nil }

func int_as_integer_ratio(t *Thread, a *Args) (Value, error) {
	return NewTuple(plainInt(a.Self), Int(1)), nil
}

func int_bit_count(t *Thread, a *Args) (Value, error) {
	v := plainInt(a.Self)
	if v.IsInt() {
		n := v.I()
		if n < 0 {
			n = -n
		}
		return Int(int64(bits.OnesCount64(uint64(n)))), nil
	}
	n := 0
	for _, w := range As[BigInt](v).V.Bits() {
		n += bits.OnesCount(uint(w))
	}
	return Int(int64(n)), nil
}

// IntBitLen is v.bit_length() of a plain int.
func IntBitLen(v Value) int {
	if v.IsInt() {
		n := v.I()
		if n < 0 {
			n = -n
		}
		return bits.Len64(uint64(n))
	}
	return As[BigInt](v).V.BitLen()
}

func int_bit_length(t *Thread, a *Args) (Value, error) {
	return Int(int64(IntBitLen(plainInt(a.Self)))), nil
}

// int__sizeof__ gives CPython's figure: it counts in digits of 30 bits.
func int__sizeof__(t *Thread, a *Args) (Value, error) {
	return Int(24 + 4*max(1, int64(IntBitLen(plainInt(a.Self))+29)/30)), nil
}

func int__round__(t *Thread, a *Args) (Value, error) {
	v := plainInt(a.Self)
	if !a.Has(0) {
		return v, nil
	}
	nd, err := Index(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	if AsBig(nd).Sign() >= 0 {
		return v, nil
	}
	// 10**k is more than twice |v|: the result is 0.
	if !nd.IsInt() || -nd.I() > int64(IntBitLen(v))/3+2 {
		return Int(0), nil
	}
	p, err := intPow(t, Int(10), Int(-nd.I()))
	if err != nil {
		return Nil, err
	}
	x, m := AsBig(v), AsBig(p)
	q, r, err := floorDivBig(t, x, m)
	if err != nil {
		return Nil, err
	}
	if c := new(big.Int).Lsh(r, 1).Cmp(m); c > 0 || c == 0 && q.Bit(0) == 1 {
		r.Sub(r, m)
	}
	return NewBig(r.Sub(x, r)), nil
}

// byteOrder reads the argument byteorder.
func byteOrder(v Value, fn string) (little bool, err error) {
	if v.p == nil {
		return false, nil
	}
	s, ok := AsStr(v)
	if !ok {
		return false, Raise(TypeError, "%s() argument 'byteorder' must be str, not %s", fn, typeNameOrNone(v))
	}
	switch s.String() {
	case "little":
		return true, nil
	case "big":
		return false, nil
	}
	return false, Raise(ValueError, "byteorder must be either 'little' or 'big'")
}

func int_to_bytes(t *Thread, a *Args) (Value, error) {
	n := a.IntOr(t, 0, 1)
	if err := a.Err(); err != nil {
		return Nil, err
	}
	little, err := byteOrder(a.Value(1), "to_bytes")
	if err != nil {
		return Nil, err
	}
	signed := a.Bool(t, 2)
	if err := a.Err(); err != nil {
		return Nil, err
	}
	return intToBytes(t, plainInt(a.Self), n, little, signed)
}

// intToBytesFast is to_bytes(length, byteorder) for the usual arguments.
func intToBytesFast(t *Thread, self Value, args []Value) (Value, error) {
	n, little := 1, false
	if len(args) > 0 {
		var err error
		if n, err = AsInt(t, args[0]); err != nil {
			return Nil, err
		}
	}
	if len(args) > 1 {
		var err error
		if little, err = byteOrder(args[1], "to_bytes"); err != nil {
			return Nil, err
		}
	}
	return intToBytes(t, plainInt(self), n, little, false)
}

func intToBytes(t *Thread, v Value, n int, little, signed bool) (Value, error) {
	if n < 0 {
		return Nil, Raise(ValueError, "length argument must be non-negative")
	}
	if !signed && (v.IsInt() && v.I() < 0 || !v.IsInt() && As[BigInt](v).V.Sign() < 0) {
		return Nil, Raise(OverflowError, "can't convert negative int to unsigned")
	}
	if err := t.Alloc(n); err != nil {
		return Nil, err
	}
	o, b := MakeBytes(n)
	if !PutInt(b, v, little, signed) {
		return Nil, Raise(OverflowError, "int too big to convert")
	}
	return o, nil
}

// PutInt writes a plain int into all of b in two's complement; false if it does
// not fit.
func PutInt(b []byte, v Value, little, signed bool) bool {
	if v.IsInt() && (v.I() >= 0 && !signed) {
		return putUint(b, v.n, little)
	}
	x := AsBig(v)
	neg := x.Sign() < 0
	if neg {
		if !signed {
			return false
		}
		x = new(big.Int).Not(x) // -x-1: as many bits as the number needs without its sign
	}
	need := x.BitLen()
	if signed && (need > 0 || neg) && len(b) > 0 {
		need++
	} else if signed && need > 0 {
		need++
	}
	if need > 8*len(b) {
		return false
	}
	clear(b)
	if little {
		putWordsLE(b, x.Bits())
	} else {
		putWordsBE(b, x.Bits())
	}
	if neg {
		for i := range b {
			b[i] = ^b[i]
		}
	}
	return true
}

// GetInt reads an int in two's complement.
func GetInt(b []byte, little, signed bool) Value {
	if len(b) == 0 {
		return Int(0)
	}
	if len(b) <= 8 {
		var n uint64
		if little {
			for i := len(b) - 1; i >= 0; i-- {
				n = n<<8 | uint64(b[i])
			}
		} else {
			for _, c := range b {
				n = n<<8 | uint64(c)
			}
		}
		if !signed {
			return NewUint(n)
		}
		s := uint(64 - 8*len(b))
		return Int(int64(n<<s) >> s)
	}
	top := b[0]
	if little {
		top = b[len(b)-1]
	}
	if !signed || top < 0x80 {
		return getWords(b, little)
	}
	c := slices.Clone(b)
	for i := range c {
		c[i] = ^c[i]
	}
	x := new(big.Int).Set(AsBig(getWords(c, little)))
	return NewBig(x.Not(x))
}

func int_from_bytes(t *Thread, a *Args) (Value, error) {
	little, err := byteOrder(a.Value(1), "from_bytes")
	if err != nil {
		return Nil, err
	}
	signed := a.Bool(t, 2)
	if err := a.Err(); err != nil {
		return Nil, err
	}
	return intFromBytes(t, a.Self, a.Value(0), little, signed)
}

// intFromBytesFast is from_bytes(bytes, byteorder).
func intFromBytesFast(t *Thread, self Value, args []Value) (Value, error) {
	little := false
	if len(args) > 1 {
		var err error
		if little, err = byteOrder(args[1], "from_bytes"); err != nil {
			return Nil, err
		}
	}
	return intFromBytes(t, self, args[0], little, false)
}

func intFromBytes(t *Thread, self, v Value, little, signed bool) (Value, error) {
	var b []byte
	var err error
	switch {
	case IsBytes(v):
		b = As[Bytes](v).B
	case v.Type().Slots.Buffer != nil:
		b, err = AsBuffer(t, v)
	default:
		if m, e := BindSpecial(t, v, nameBytes); e != nil {
			return Nil, e
		} else if m.p != nil {
			r, e := Call(t, m)
			if e != nil {
				return Nil, e
			}
			o, ok := Cast[Bytes](r, BytesType)
			if !ok {
				return Nil, Raise(TypeError, "__bytes__ returned non-bytes (type %s)", TypeName(r))
			}
			b = o.B
			break
		}
		if _, ok := AsStr(v); ok || v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
			return Nil, Raise(TypeError, "cannot convert '%s' object to bytes", TypeName(v))
		}
		err = Iterate(t, v, func(x Value) error {
			if !isIndexable(x) {
				return Raise(TypeError, "'%s' object cannot be interpreted as an integer", TypeName(x))
			}
			n, err := AsIndexClamped(t, x)
			if err != nil {
				return err
			}
			if n < 0 || n > 255 {
				return Raise(ValueError, "bytes must be in range(0, 256)")
			}
			b = append(b, byte(n))
			return nil
		})
	}
	if err != nil {
		return Nil, err
	}
	if err := chargeBits(t, min(len(b), maxIntBits/8)*8); err != nil {
		return Nil, err
	}
	x := GetInt(b, little, signed)
	if cls, ok := IsType(self); ok && cls != IntType {
		return Call(t, self, x)
	}
	return x, nil
}
