package py

import (
	"math/big"
	"math/bits"
	"unsafe"
)

// bigBox is a big int, its number and, behind them, the number's words in one object.
type bigBox struct {
	BigInt
	z big.Int
}

// newBox returns a box for a number of up to n words, which is 0 as yet.
func newBox(n int) (*bigBox, []big.Word) {
	const head = unsafe.Sizeof(bigBox{})
	b := (*bigBox)(leafMemory(head + uintptr(n)*unsafe.Sizeof(big.Word(0))))
	own := unsafe.Slice((*big.Word)(unsafe.Add(unsafe.Pointer(b), head)), n)
	b.shape, b.V = &bigIntShape, &b.z
	return b, own
}

// newBigBox returns a copy of z as an int.
//
//go:noinline
func newBigBox(z *big.Int) Value {
	if z.IsInt64() {
		return Int(z.Int64())
	}
	words := z.Bits()
	b, own := newBox(len(words))
	copy(own, words)
	b.z.SetBits(own)
	if z.Sign() < 0 {
		b.z.Neg(&b.z)
	}
	return Value{unsafe.Pointer(&b.BigInt), 0}
}

// quickBits is up to where the quick operations go: no limit can be exceeded and
// nothing takes long.
const quickBits = 1 << 16

// bigScratch are numbers that a thread uses again and again.
type bigScratch struct {
	small [2]big.Int // operands made of small ints
	other big.Int    // results that nobody wants
	held  [4]heldBig
	n     int // how many are held
}

// heldBig is a number that stands for the value of a register while nothing but
// operations on ints reads it: most results are only operands of the next
// operation, and making objects of them takes longer than the arithmetic.
type heldBig struct {
	z   big.Int
	dst *Value // nil: free
}

// at returns the place where the value of v is held, nil if it is not.
func (s *bigScratch) at(v *Value) *heldBig {
	if s.n == 0 {
		return nil
	}
	return s.find(v)
}

// find returns the place that holds a number for dst, nil if there is none; a free
// one for nil.
//
//go:noinline
func (s *bigScratch) find(dst *Value) *heldBig {
	for k := range s.held {
		if h := &s.held[k]; h.dst == dst {
			return h
		}
	}
	return nil
}

// settle gives up what is held at hx and hy, which may be nil, and for dst.
func (s *bigScratch) settle(dst *Value, hx, hy *heldBig) {
	if s.n != 0 {
		s.giveUp(dst, hx, hy)
	}
}

//go:noinline
func (s *bigScratch) giveUp(dst *Value, hx, hy *heldBig) {
	for k := range s.held {
		if h := &s.held[k]; h.dst != nil && (h == hx || h == hy || h.dst == dst) {
			h.dst = nil
			s.n--
		}
	}
}

// FlushBig makes objects of all numbers that are held.
func (t *Thread) FlushBig() {
	s := &t.big
	if s.n == 0 {
		return
	}
	for k := range s.held {
		if h := &s.held[k]; h.dst != nil {
			*h.dst = newBigBox(&h.z)
			h.dst = nil
		}
	}
	s.n = 0
}

// HoldsBig reports whether numbers are held; see [QuickBig].
func (t *Thread) HoldsBig() bool { return t.big.n != 0 }

// bigOperand returns the big int that v is, or that is held for it; nil for a small
// one. ok is false if it is no int.
func bigOperand(v *Value, held *heldBig) (z *big.Int, ok bool) {
	switch {
	case held != nil:
		return &held.z, true
	case IsBig(*v):
		return As[BigInt](*v).V, true
	}
	return nil, v.IsInt()
}

// QuickBig is b op c of ints; false if the operation is another one or has operands of
// other types, raises an exception, or the numbers are very large. A caller who knows
// that all that reads dst is one operand of a QuickBig that follows may say hold: the
// result need not become an object then. Until [Thread.FlushBig], nothing else may
// look at dst. An operand that is held is given up.
func QuickBig(t *Thread, op BinOp, dst, b, c *Value, hold bool) bool {
	s := &t.big
	hx, hy := s.at(b), s.at(c)
	x, okX := bigOperand(b, hx)
	y, okY := bigOperand(c, hy)
	if !okX || !okY {
		return false
	}
	smallX, smallY := x == nil, y == nil
	same, zero := false, false // the result is the other operand, or 0
	if smallY {
		n := c.I()
		if smallX {
			if r, ok := smallOp(op, b.I(), n); ok {
				s.settle(dst, nil, nil)
				dst.SetInt(r)
				return true
			}
			x = s.small[0].SetInt64(b.I())
		} else if n == 0 {
			same, zero = opsSame0>>op&1 != 0, op == OpMul || op == OpAnd
		} else if n == 1 {
			same = op == OpMul || op == OpFloorDiv
		}
		y = s.small[1].SetInt64(n)
	} else if smallX {
		n := b.I()
		if n == 0 {
			same, zero = op == OpAdd || op == OpOr || op == OpXor, op == OpMul || op == OpAnd
		} else if n == 1 {
			same = op == OpMul
		}
		x = s.small[0].SetInt64(n)
	}
	switch {
	case zero:
		s.settle(dst, hx, hy)
		dst.SetInt(0)
		return true
	case same:
		v, h := b, hx
		if smallX {
			v, h = c, hy
		}
		s.settle(dst, hx, hy)
		switch {
		case h == nil:
			*dst = *v
		case hold:
			h.dst = dst
			s.n++
		default:
			*dst = newBigBox(&h.z)
		}
		return true
	}
	nx, ny := x.BitLen(), y.BitLen()
	if nx+ny > quickBits {
		return false
	}
	if lx, ly := len(x.Bits()), len(y.Bits()); !hold && (op <= OpSub || op == OpMul && min(lx, ly) < 32) {
		n := max(lx, ly) + 1
		if op == OpMul {
			n = lx + ly
		}
		v := newBigOf(op, x, y, n)
		s.settle(dst, hx, hy)
		*dst = v
		return true
	}
	h := s.find(nil)
	if h == nil || !s.operation(op, &h.z, x, y, smallY) {
		return false
	}
	s.settle(dst, hx, hy)
	switch {
	case h.z.IsInt64():
		dst.SetInt(h.z.Int64())
	case hold:
		h.dst = dst
		s.n++
	default:
		*dst = newBigBox(&h.z)
	}
	return true
}

// opsSame0 are the operations x op 0 that give x.
const opsSame0 = 1<<OpAdd | 1<<OpSub | 1<<OpOr | 1<<OpXor | 1<<OpLShift | 1<<OpRShift

// newBigOf is +, - or * of numbers whose result has up to n words, computed where it
// stays.
func newBigOf(op BinOp, x, y *big.Int, n int) Value {
	b, own := newBox(n)
	r := &b.z
	r.SetBits(own[:0])
	plainBig(r, op, x, y)
	words := r.Bits()
	if len(words) < n-2 || unsafe.SliceData(words) != unsafe.SliceData(own) || r.IsInt64() {
		return newBigBox(r)
	}
	return Value{unsafe.Pointer(&b.BigInt), 0}
}

// operation computes r = x op y; shift is that y is small.
func (s *bigScratch) operation(op BinOp, r, x, y *big.Int, shift bool) bool {
	switch op {
	case OpAdd, OpSub, OpMul, OpAnd, OpOr, OpXor:
		plainBig(r, op, x, y)
	case OpFloorDiv:
		if y.Sign() == 0 {
			return false
		}
		if q, ok := quickQuo(x, y); ok {
			r.SetUint64(q)
			if x.Sign() != y.Sign() {
				r.Not(r)
			}
			return true
		}
		s.divMod(x, y, r, &s.other)
	case OpMod:
		if y.Sign() == 0 {
			return false
		}
		if n := y.TrailingZeroBits(); y.Sign() > 0 && int(n) == y.BitLen()-1 {
			r.And(x, s.other.Sub(y, bigOne))
			return true
		}
		if q, ok := quickQuo(x, y); ok {
			z := s.small[1].SetUint64(q) // y is not there, being long
			if x.Sign() != y.Sign() {
				z.Not(z)
			}
			r.Sub(x, s.other.Mul(y, z))
			return true
		}
		s.divMod(x, y, &s.other, r)
	case OpLShift, OpRShift:
		if !shift || y.Sign() < 0 || y.Int64() > quickBits {
			return false
		}
		if op == OpRShift {
			r.Rsh(x, uint(y.Int64()))
		} else {
			r.Lsh(x, uint(y.Int64()))
		}
	default:
		return false
	}
	return true
}

// plainBig computes r = x op y for the operations that package big has as they are.
func plainBig(r *big.Int, op BinOp, x, y *big.Int) {
	switch op {
	case OpAdd:
		r.Add(x, y)
	case OpSub:
		r.Sub(x, y)
	case OpMul:
		r.Mul(x, y)
	case OpAnd:
		r.And(x, y)
	case OpOr:
		r.Or(x, y)
	case OpXor:
		r.Xor(x, y)
	}
}

var bigOne = big.NewInt(1)

// divMod is Python's divmod; y is not 0.
func (s *bigScratch) divMod(x, y, q, r *big.Int) {
	q.QuoRem(x, y, r)
	if r.Sign() != 0 && r.Sign() != y.Sign() {
		q.Sub(q, bigOne)
		r.Add(r, y)
	}
}

// quickNeg is -x of a number that is not very large.
func (t *Thread) quickNeg(x *big.Int) (Value, bool) {
	if t == nil || x.BitLen() > quickBits {
		return Nil, false
	}
	return newBigBox(t.big.other.Neg(x)), true
}

// quickDivMod is divmod(x, y) of numbers that are not very large.
func (t *Thread) quickDivMod(x, y *big.Int) (q, r Value, ok bool) {
	if t == nil || y.Sign() == 0 || x.BitLen()+y.BitLen() > quickBits {
		return Nil, Nil, false
	}
	s := &t.big
	s.divMod(x, y, &s.held[0].z, &s.other)
	return newBigBox(&s.held[0].z), newBigBox(&s.other), true
}

// smallOp is x op y of small ints, if that is small and no exception.
func smallOp(op BinOp, x, y int64) (r int64, ok bool) {
	switch op {
	case OpAdd:
		r = x + y
		return r, (x^r)&(y^r) >= 0
	case OpSub:
		r = x - y
		return r, (x^y)&(x^r) >= 0
	case OpMul:
		return mulInt64(x, y)
	case OpAnd:
		return x & y, true
	case OpOr:
		return x | y, true
	case OpXor:
		return x ^ y, true
	}
	return 0, false
}

// quickQuo is |x|/|y| rounded down, if the leading 64 bits of y tell, and the
// division leaves a rest: they do for all short quotients but one in 2**60.
func quickQuo(x, y *big.Int) (q uint64, ok bool) {
	ny := y.BitLen()
	more := x.BitLen() - ny
	if ny < 65 || more > 62 || x.Sign() == 0 || bits.UintSize != 64 {
		return 0, false
	}
	if more < 0 {
		return 0, true
	}
	// With s bits dropped, y lies between top and top+1, x between hi:lo and hi:lo + 1.
	s := uint(ny - 64)
	top := bitsAt(y.Bits(), s)
	lo, hi := bitsAt(x.Bits(), s), bitsAt(x.Bits(), s+64)
	if top+1 == 0 {
		return 0, false
	}
	q, _ = bits.Div64(hi, lo, top+1)
	lo, c := bits.Add64(lo, 1, 0)
	most, _ := bits.Div64(hi+c, lo, top)
	return q, q == most
}

// bitsAt returns the 64 bits from bit s on, of words of 64 bits.
func bitsAt(w []big.Word, s uint) uint64 {
	i, r := int(s/64), s%64
	if i >= len(w) {
		return 0
	}
	b := uint64(w[i]) >> r
	if i+1 < len(w) {
		b |= uint64(w[i+1]) << (64 - r) // nothing, if r is 0
	}
	return b
}
