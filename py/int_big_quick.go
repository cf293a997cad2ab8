package py

import (
	"math"
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

// quickBits is up to where products and quotients are quick operations: no limit can be
// exceeded and nothing takes long. longBits is the same for operations that take a time
// in proportion to the length.
const (
	quickBits = 1 << 16
	longBits  = 1 << 20
)

// quickBig is a op b of ints, at least one of which is big; false if the operation is
// another one, raises an exception, or the numbers are very large.
func (t *Thread) quickBig(op BinOp, a, b Value) (Value, bool) {
	s := t.BigRun()
	xh, xl, xn, okX := s.num(&a)
	yh, yl, yn, okY := s.num(&b)
	if okX && okY {
		if h, l, neg, ok := op128(op, xh, xl, xn, yh, yl, yn); ok {
			if h == 0 && (l <= math.MaxInt64 || neg && l == 1<<63) {
				if neg {
					l = -l
				}
				return Int(int64(l)), true
			}
			return newBig128(h, l, neg), true
		}
	}
	x, y := s.wide(&a, 0), s.wide(&b, 1)
	if x == nil || y == nil {
		return Nil, false
	}
	lx, ly := len(x.Bits()), len(y.Bits())
	if max(lx, ly)*bits.UintSize > quickBits {
		return Nil, false
	}
	switch {
	case op <= OpSub:
		return newBigOf(op, x, y, max(lx, ly)+1), true
	case op == OpMul && min(lx, ly) < 32 && (lx+ly)*bits.UintSize <= quickBits:
		return newBigOf(op, x, y, lx+ly), true
	}
	h := &s.slots[0]
	if !s.operation(op, &h.z, x, y, b.IsInt()) {
		return Nil, false
	}
	h.wide = true
	if h.z.IsInt64() {
		return Int(h.z.Int64()), true
	}
	return s.object(h, true), true
}

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

// operation computes r = x op y; small is that y is small.
func (s *BigRun) operation(op BinOp, r, x, y *big.Int, small bool) bool {
	lx, ly := len(x.Bits()), len(y.Bits())
	cost := max(lx, ly) >> 5
	if max(lx, ly) > longBits/bits.UintSize {
		return false
	}
	switch op {
	case OpAnd:
		if lx > 2*ly && y.Sign() >= 0 || ly > 2*lx && x.Sign() >= 0 {
			if lx > ly {
				x, y = y, x
			}
			s.andShort(r, x, y)
			break
		}
		fallthrough
	case OpAdd, OpSub, OpOr, OpXor:
		plainBig(r, op, x, y)
	case OpMul:
		if (lx+ly)*bits.UintSize > quickBits {
			if min(lx, ly) > 8 {
				return false
			}
		}
		cost = lx * ly >> 7
		r.Mul(x, y)
	case OpFloorDiv, OpMod:
		if y.Sign() == 0 {
			return false
		}
		if n := y.TrailingZeroBits(); op == OpMod && y.Sign() > 0 && int(n) == y.BitLen()-1 {
			s.andShort(r, s.other.Sub(y, bigOne), x)
			break
		}
		if (lx+ly)*bits.UintSize > quickBits && ly > 1 {
			return false
		}
		cost = max(lx-ly, 1) * ly >> 6
		s.quotient(op, r, x, y)
	case OpLShift, OpRShift:
		if !small || y.Sign() < 0 {
			return false
		}
		n := y.Int64()
		if op == OpRShift {
			r.Rsh(x, uint(min(n, 2*longBits)))
			break
		}
		if n > longBits-int64(lx)*bits.UintSize {
			return false
		}
		cost += int(n >> 11)
		r.Lsh(x, uint(n))
	default:
		return false
	}
	s.Cost += int64(cost)
	return true
}

// andShort is x & y for a short x that is not negative.
func (s *BigRun) andShort(r, x, y *big.Int) {
	wx, wy := x.Bits(), y.Bits()
	n := min(len(wx), len(wy))
	if y.Sign() < 0 {
		n = len(wx)
	}
	w := r.Bits()
	if cap(w) < n {
		w = make([]big.Word, n, n+4)
	}
	w = w[:n]
	if y.Sign() >= 0 {
		for i := range w {
			w[i] = wx[i] & wy[i]
		}
	} else {
		// -y is ^y + 1 in two's complement.
		borrow := big.Word(1)
		for i := range w {
			d := ^big.Word(0)
			if i < len(wy) {
				d = ^wy[i]
			}
			if d += borrow; d != 0 {
				borrow = 0
			}
			w[i] = wx[i] & d
		}
	}
	r.SetBits(w)
}

// quotient is x // y or x % y; y is not 0.
func (s *BigRun) quotient(op BinOp, r, x, y *big.Int) {
	q, ok := quickQuo(x, y)
	switch {
	case ok && op == OpFloorDiv:
		r.SetUint64(q)
		if x.Sign() != y.Sign() {
			r.Not(r)
		}
	case ok:
		z := s.small[1].SetUint64(q) // y is not there, being long
		if x.Sign() != y.Sign() {
			z.Not(z)
		}
		r.Sub(x, s.other.Mul(y, z))
	case op == OpFloorDiv:
		s.divMod(x, y, r, &s.other)
	default:
		s.divMod(x, y, &s.other, r)
	}
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
func (s *BigRun) divMod(x, y, q, r *big.Int) {
	q.QuoRem(x, y, r)
	if r.Sign() != 0 && r.Sign() != y.Sign() {
		q.Sub(q, bigOne)
		r.Add(r, y)
	}
}

// quickDivMod is divmod(x, y) of numbers that are not very large.
func (t *Thread) quickDivMod(x, y *big.Int) (q, r Value, ok bool) {
	if t == nil || y.Sign() == 0 || x.BitLen()+y.BitLen() > quickBits {
		return Nil, Nil, false
	}
	s := t.BigRun()
	z := &s.slots[0].z
	s.divMod(x, y, z, &s.other)
	return newBigBox(z), newBigBox(&s.other), true
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
