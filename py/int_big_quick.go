package py

import (
	"math/big"
	"unsafe"
)

// bigBox is a big int, its number and, behind them, the number's words in one object.
type bigBox struct {
	BigInt
	z big.Int
}

// newBigBox returns a copy of z as an int.
func newBigBox(z *big.Int) Value {
	if z.IsInt64() {
		return Int(z.Int64())
	}
	const head = unsafe.Sizeof(bigBox{})
	words := z.Bits()
	b := (*bigBox)(leafMemory(head + uintptr(len(words))*unsafe.Sizeof(big.Word(0))))
	own := unsafe.Slice((*big.Word)(unsafe.Add(unsafe.Pointer(b), head)), len(words))
	copy(own, words)
	b.z.SetBits(own)
	if z.Sign() < 0 {
		b.z.Neg(&b.z)
	}
	b.shape, b.V = &bigIntShape, &b.z
	return Value{unsafe.Pointer(&b.BigInt), 0}
}

// quickBits is up to where the quick operations go: no limit can be exceeded and
// nothing takes long.
const quickBits = 1 << 16

// bigScratch are numbers that a thread uses again and again: operands made of small
// ints, results before they are copied, and results that nobody wants.
type bigScratch struct{ x, y, r, other big.Int }

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
	r := &s.r
	switch op {
	case OpAdd:
		r.Add(x, y)
	case OpSub:
		r.Sub(x, y)
	case OpMul:
		r.Mul(x, y)
	case OpFloorDiv:
		if y.Sign() == 0 {
			return Nil, false
		}
		r.QuoRem(x, y, &s.other)
		if s.other.Sign() != 0 && s.other.Sign() != y.Sign() {
			r.Sub(r, bigOne)
		}
	case OpMod:
		if y.Sign() == 0 {
			return Nil, false
		}
		s.other.QuoRem(x, y, r)
		if r.Sign() != 0 && r.Sign() != y.Sign() {
			r.Add(r, y)
		}
	default:
		return Nil, false
	}
	return newBigBox(r), true
}

var bigOne = big.NewInt(1)
