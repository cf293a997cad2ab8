package py

import (
	"math/big"
	"math/bits"
	"unsafe"
)

// bigBox is a big int and its number in one object.
type bigBox struct {
	BigInt
	z big.Int
}

// newBigBox returns a box for a number of n bits: numbers that are not very large
// have their words inside as well.
func newBigBox(n int) *bigBox {
	switch {
	case n <= 6*64:
		b := &bigBox6{}
		b.z.SetBits(b.words[:0])
		return &b.bigBox
	case n <= 14*64:
		b := &bigBox14{}
		b.z.SetBits(b.words[:0])
		return &b.bigBox
	case n <= 30*64:
		b := &bigBox30{}
		b.z.SetBits(b.words[:0])
		return &b.bigBox
	}
	return &bigBox{}
}

type (
	bigBox6 struct {
		bigBox
		words [6 * 64 / bits.UintSize]big.Word
	}
	bigBox14 struct {
		bigBox
		words [14 * 64 / bits.UintSize]big.Word
	}
	bigBox30 struct {
		bigBox
		words [30 * 64 / bits.UintSize]big.Word
	}
)

// value returns the number, as a small int if it fits.
func (b *bigBox) value() Value {
	if b.z.IsInt64() {
		return Int(b.z.Int64())
	}
	b.shape = &bigIntShape
	b.V = &b.z
	return Value{unsafe.Pointer(&b.BigInt), 0}
}

// quickBits is up to where the quick operations go: no limit can be exceeded and
// nothing takes long.
const quickBits = 1 << 16

// bigScratch are numbers that a thread uses again and again: operands made of small
// ints, and results that nobody wants.
type bigScratch struct{ x, y, other big.Int }

func (s *bigScratch) operand(v Value, z *big.Int) *big.Int {
	if IsBig(v) {
		return As[BigInt](v).V
	}
	return z.SetInt64(v.I())
}

// QuickBig is +, -, *, // or % of ints, one of which at least is big, or the result;
// false if it is something else, or if the numbers are very large.
func QuickBig(t *Thread, op BinOp, dst, b, c *Value) bool {
	if IsBig(*b) {
		if !c.IsInt() && !IsBig(*c) {
			return false
		}
	} else if !b.IsInt() || !IsBig(*c) && (!c.IsInt() || op > OpMul) {
		return false
	}
	v, ok := quickBig(t, op, *b, *c)
	if ok {
		*dst = v
	}
	return ok
}

// quickBig is bigBinary for +, -, *, // and % of numbers that are not very large;
// false if it is something else.
func quickBig(t *Thread, op BinOp, a, b Value) (Value, bool) {
	if t == nil {
		return Nil, false
	}
	s := &t.big
	x, y := s.operand(a, &s.x), s.operand(b, &s.y)
	nx, ny := x.BitLen(), y.BitLen()
	if nx+ny > quickBits {
		return Nil, false
	}
	switch op {
	case OpAdd:
		r := newBigBox(max(nx, ny) + 64)
		r.z.Add(x, y)
		return r.value(), true
	case OpSub:
		r := newBigBox(max(nx, ny) + 64)
		r.z.Sub(x, y)
		return r.value(), true
	case OpMul:
		r := newBigBox(nx + ny)
		r.z.Mul(x, y)
		return r.value(), true
	case OpFloorDiv:
		if y.Sign() == 0 {
			return Nil, false
		}
		r := newBigBox(max(nx-ny, 0) + 64)
		r.z.QuoRem(x, y, &s.other)
		if s.other.Sign() != 0 && s.other.Sign() != y.Sign() {
			r.z.Sub(&r.z, bigOne)
		}
		return r.value(), true
	case OpMod:
		if y.Sign() == 0 {
			return Nil, false
		}
		r := newBigBox(nx + 64)
		s.other.QuoRem(x, y, &r.z)
		if r.z.Sign() != 0 && r.z.Sign() != y.Sign() {
			r.z.Add(&r.z, y)
		}
		return r.value(), true
	}
	return Nil, false
}

var bigOne = big.NewInt(1)
