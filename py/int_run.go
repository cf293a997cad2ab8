package py

import (
	"math"
	"math/big"
	"math/bits"
	"unsafe"
)

// BigRun executes operations on ints that are big, or whose results are, one after the
// other, and holds the results. While nothing but such operations reads a register, an
// object for its number would take longer to make than the arithmetic takes, and the
// garbage costs page faults and collections.
//
// A register that stands for a number held has the pointer word tagHeld and the slot
// of the number in its number word. Nothing else knows that: before anything else may
// look at registers, [BigRun.Flush] puts objects into them.
type BigRun struct {
	slots [8]heldBig
	used  uint8      // a bit for each slot with a number
	n     int        // how many of regs count
	regs  [16]*Value // the registers that may stand for numbers held
	small [2]big.Int // operands made of small ints
	other big.Int    // results that nobody wants
	Cost  int64      // steps to charge for long numbers
}

// heldBig is a number: ±(hi·2**64 + lo), or z if it is wide.
type heldBig struct {
	hi, lo    uint64
	neg, wide bool
	refs      int32 // how many registers stand for it
	z         big.Int
	made      Value // the object, while Flush works
}

var tagHeld = Head{&bigIntShape}

// BigRun returns what holds numbers for the thread.
func (t *Thread) BigRun() *BigRun {
	if t.big == nil {
		t.big = &BigRun{}
	}
	return t.big
}

// IsHeld reports whether a register stands for a number that is held.
func IsHeld(v *Value) bool { return v.p == unsafe.Pointer(&tagHeld) }

// Holds reports whether numbers are held.
func (s *BigRun) Holds() bool { return s.used != 0 }

// Drop must come before a register gets another value.
func (s *BigRun) Drop(v *Value) {
	if IsHeld(v) {
		s.drop(v)
	}
}

func (s *BigRun) drop(v *Value) {
	k := v.n
	if h := &s.slots[k]; h.refs == 1 {
		h.refs = 0
		s.used &^= 1 << k
	} else {
		h.refs--
	}
	v.SetInt(0)
}

// bind makes dst, which is no register of a number, one of slot k.
func (s *BigRun) bind(dst *Value, k uint64) {
	s.slots[k].refs++
	s.used |= 1 << k
	dst.p, dst.n = unsafe.Pointer(&tagHeld), k
	for _, r := range s.regs[:s.n] {
		if r == dst {
			return
		}
	}
	s.regs[s.n] = dst
	s.n++
}

// room makes sure that one more number can be held.
func (s *BigRun) room() {
	if s.used == 1<<len(s.slots)-1 || s.n == len(s.regs) {
		s.Flush()
	}
}

// Move is *dst = *src.
func (s *BigRun) Move(dst, src *Value) {
	if s.n == len(s.regs) {
		s.Flush()
	}
	if !IsHeld(src) {
		s.Drop(dst)
		*dst = *src
		return
	}
	if k := src.n; !IsHeld(dst) {
		s.bind(dst, k)
	} else if dst.n != k {
		s.drop(dst)
		s.bind(dst, k)
	}
}

// Settle makes an object of the number that one register may stand for.
func (s *BigRun) Settle(v *Value) {
	if IsHeld(v) {
		h := &s.slots[v.n]
		o := s.object(h, h.refs == 1)
		s.drop(v)
		*v = o
	}
}

// Flush makes objects of all numbers that are held.
func (s *BigRun) Flush() {
	for _, v := range s.regs[:s.n] {
		if IsHeld(v) {
			h := &s.slots[v.n]
			o := h.made
			if !o.Bound() {
				o = s.object(h, true)
			}
			*v = o
			if h.refs--; h.refs == 0 {
				o = Nil
			}
			h.made = o
		}
	}
	clear(s.regs[:s.n])
	s.n = 0
	s.used = 0
}

// stealWords is the length from which a number gets the words it was computed in and
// no copy of them.
const stealWords = 64

// object makes an int of a number; last is that the number is not used again.
func (s *BigRun) object(h *heldBig, last bool) Value {
	if !h.wide {
		return newBig128(h.hi, h.lo, h.neg)
	}
	if w := h.z.Bits(); last && len(w) >= stealWords && len(w) >= cap(w)/2 {
		z := new(big.Int)
		*z, h.z = h.z, big.Int{}
		return Value{unsafe.Pointer(&BigInt{Head{&bigIntShape}, z}), 0}
	}
	v := newBigBox(&h.z)
	if cap(h.z.Bits()) > 1<<10 {
		h.z = big.Int{}
	}
	return v
}

// newBig128 returns ±(hi·2**64 + lo), which does not fit 64 bits, as an int.
func newBig128(hi, lo uint64, neg bool) Value {
	n := 128 / bits.UintSize
	if hi == 0 {
		n /= 2
	}
	b, own := newBox(n)
	b.z.SetBits(putWords(own, hi, lo))
	if neg {
		b.z.Neg(&b.z)
	}
	return Value{unsafe.Pointer(&b.BigInt), 0}
}

// putWords writes hi·2**64 + lo into w; hi only if there is room.
func putWords(w []big.Word, hi, lo uint64) []big.Word {
	if bits.UintSize == 64 {
		w[0] = big.Word(lo)
		if len(w) > 1 {
			w[1] = big.Word(hi)
		}
		return w
	}
	w[0], w[1] = big.Word(lo), big.Word(lo>>32)
	if len(w) > 2 {
		w[2], w[3] = big.Word(hi), big.Word(hi>>32)
	}
	return w
}

// words128 is the number of up to 128 bits that w are.
func words128(w []big.Word) (hi, lo uint64, ok bool) {
	if bits.UintSize == 64 {
		switch len(w) {
		case 2:
			return uint64(w[1]), uint64(w[0]), true
		case 1:
			return 0, uint64(w[0]), true
		}
		return 0, 0, len(w) == 0
	}
	if len(w) > 4 {
		return 0, 0, false
	}
	var d [4]uint64
	for i, x := range w {
		d[i] = uint64(x)
	}
	return d[3]<<32 | d[2], d[1]<<32 | d[0], true
}

// num returns an int of up to 128 bits and a sign.
func (s *BigRun) num(v *Value) (hi, lo uint64, neg, ok bool) {
	switch {
	case v.IsInt():
		n := v.I()
		if n < 0 {
			return 0, -uint64(n), true, true
		}
		return 0, uint64(n), false, true
	case IsHeld(v):
		h := &s.slots[v.n]
		return h.hi, h.lo, h.neg, !h.wide
	case IsBig(*v):
		z := As[BigInt](*v).V
		hi, lo, ok = words128(z.Bits())
		return hi, lo, z.Sign() < 0, ok
	}
	return 0, 0, false, false
}

// wide returns an int as operand k of package big; nil if v is no int.
func (s *BigRun) wide(v *Value, k int) *big.Int {
	switch {
	case v.IsInt():
		return s.small[k].SetInt64(v.I())
	case IsHeld(v):
		h := &s.slots[v.n]
		if !h.wide {
			w := h.z.Bits()
			if cap(w) < 128/bits.UintSize {
				w = make([]big.Word, 128/bits.UintSize)
			}
			h.z.SetBits(putWords(w[:128/bits.UintSize], h.hi, h.lo))
			if h.neg {
				h.z.Neg(&h.z)
			}
		}
		return &h.z
	case IsBig(*v):
		return As[BigInt](*v).V
	}
	return nil
}

// Binary is b op c of ints, held for dst; false if the operation is another one or has
// operands of other types, raises an exception, or the numbers are very large. lastB
// and lastC say that nothing else reads b or c.
func (s *BigRun) Binary(op BinOp, dst, b, c *Value, lastB, lastC bool) bool {
	xh, xl, xn, okX := s.num(b)
	yh, yl, yn, okY := s.num(c)
	if okX && okY {
		if h, l, n, ok := op128(op, xh, xl, xn, yh, yl, yn); ok {
			if lastB {
				s.Drop(b)
			}
			if lastC {
				s.Drop(c)
			}
			s.put(dst, h, l, n)
			return true
		}
	}
	s.room()
	x, y := s.wide(b, 0), s.wide(c, 1)
	if x == nil || y == nil {
		return false
	}
	k := bits.TrailingZeros8(^s.used)
	h := &s.slots[k]
	if !s.operation(op, &h.z, x, y, c.IsInt()) {
		return false
	}
	if lastB {
		s.Drop(b)
	}
	if lastC {
		s.Drop(c)
	}
	s.putWide(dst, uint64(k))
	return true
}

// put holds ±(hi·2**64 + lo) for dst.
func (s *BigRun) put(dst *Value, hi, lo uint64, neg bool) {
	if hi == 0 && (lo <= math.MaxInt64 || neg && lo == 1<<63) {
		s.Drop(dst)
		if neg {
			lo = -lo
		}
		dst.SetInt(int64(lo))
		return
	}
	var h *heldBig
	if IsHeld(dst) && s.slots[dst.n].refs == 1 {
		h = &s.slots[dst.n]
	} else {
		s.Drop(dst)
		s.room()
		k := bits.TrailingZeros8(^s.used)
		h = &s.slots[k]
		s.bind(dst, uint64(k))
	}
	h.hi, h.lo, h.neg, h.wide = hi, lo, neg, false
}

// putWide holds the number in slot k, which is not in use, for dst.
func (s *BigRun) putWide(dst *Value, k uint64) {
	h := &s.slots[k]
	if hi, lo, ok := words128(h.z.Bits()); ok {
		s.put(dst, hi, lo, h.z.Sign() < 0)
		return
	}
	s.Drop(dst)
	h.wide = true
	s.bind(dst, k)
}

// Unary is -b or ~b, like Binary.
func (s *BigRun) Unary(op UnaryOp, dst, b *Value, last bool) bool {
	if op == OpInvert {
		k := Int(-1)
		return s.Binary(OpXor, dst, b, &k, last, false)
	}
	if op != OpNeg {
		return false
	}
	if h, l, n, ok := s.num(b); ok {
		if last {
			s.Drop(b)
		}
		s.put(dst, h, l, !n && h|l != 0)
		return true
	}
	s.room()
	x := s.wide(b, 0)
	if x == nil || x.BitLen() > longBits {
		return false
	}
	k := bits.TrailingZeros8(^s.used)
	s.slots[k].z.Neg(x)
	s.Cost += int64(len(x.Bits()) >> 5)
	if last {
		s.Drop(b)
	}
	s.putWide(dst, uint64(k))
	return true
}

// Compare compares two ints: -1, 0, 1.
func (s *BigRun) Compare(b, c *Value) (r int, ok bool) {
	xh, xl, xn, okX := s.num(b)
	yh, yl, yn, okY := s.num(c)
	if okX && okY {
		switch {
		case xn != yn:
			if xn {
				return -1, true
			}
			return 1, true
		case xh == yh && xl == yl:
			return 0, true
		case (xh < yh || xh == yh && xl < yl) == xn:
			return 1, true
		}
		return -1, true
	}
	x, y := s.wide(b, 0), s.wide(c, 1)
	if x == nil || y == nil {
		return 0, false
	}
	return x.Cmp(y), true
}

// op128 is x op y of numbers of up to 128 bits and a sign, if the result is one.
func op128(op BinOp, xh, xl uint64, xn bool, yh, yl uint64, yn bool) (h, l uint64, neg, ok bool) {
	switch op {
	case OpSub:
		yn = !yn
		fallthrough
	case OpAdd:
		var c uint64
		if xn == yn {
			l, c = bits.Add64(xl, yl, 0)
			h, c = bits.Add64(xh, yh, c)
			return h, l, xn && h|l != 0, c == 0
		}
		l, c = bits.Sub64(xl, yl, 0)
		h, c = bits.Sub64(xh, yh, c)
		if c != 0 {
			h, l = neg128(h, l)
			xn = yn
		}
		return h, l, xn && h|l != 0, true
	case OpMul:
		h, l = bits.Mul64(xl, yl)
		if xh|yh != 0 {
			if xh != 0 && yh != 0 {
				return 0, 0, false, false
			}
			over, p := bits.Mul64(xh|yh, cond(xh != 0, yl, xl))
			var c uint64
			if h, c = bits.Add64(h, p, 0); over|c != 0 {
				return 0, 0, false, false
			}
		}
		return h, l, xn != yn && h|l != 0, true
	case OpAnd, OpOr, OpXor:
		if xn || yn {
			if (xh|yh)>>63 != 0 {
				return 0, 0, false, false
			}
			if xn {
				xh, xl = neg128(xh, xl)
			}
			if yn {
				yh, yl = neg128(yh, yl)
			}
		}
		switch op {
		case OpAnd:
			h, l, neg = xh&yh, xl&yl, xn && yn
		case OpOr:
			h, l, neg = xh|yh, xl|yl, xn || yn
		default:
			h, l, neg = xh^yh, xl^yl, xn != yn
		}
		if neg {
			h, l = neg128(h, l)
		}
		return h, l, neg, true
	case OpLShift:
		if yn || yh != 0 {
			return 0, 0, false, false
		}
		n := bits.Len64(xl)
		if xh != 0 {
			n = 64 + bits.Len64(xh)
		}
		if yl > uint64(128-n) {
			return 0, 0, false, false
		}
		h, l = lsh128(xh, xl, uint(yl))
		return h, l, xn, true
	case OpRShift:
		switch {
		case yn:
			return 0, 0, false, false
		case xn: // floor
			c := uint64(0)
			xl, c = bits.Sub64(xl, 1, 0)
			xh -= c
		}
		if yh == 0 && yl < 128 {
			h, l = rsh128(xh, xl, uint(yl))
		}
		if xn {
			c := uint64(0)
			l, c = bits.Add64(l, 1, 0)
			h += c
		}
		return h, l, xn, true
	case OpFloorDiv, OpMod:
		if yh|yl == 0 {
			return 0, 0, false, false
		}
		qh, ql, rh, rl := div128(xh, xl, yh, yl)
		var c uint64
		if op == OpFloorDiv {
			if xn != yn && rh|rl != 0 {
				if ql, c = bits.Add64(ql, 1, 0); c != 0 {
					qh++
				}
			}
			return qh, ql, xn != yn && qh|ql != 0, true
		}
		if xn != yn && rh|rl != 0 {
			rl, c = bits.Sub64(yl, rl, 0)
			rh, _ = bits.Sub64(yh, rh, c)
		}
		return rh, rl, yn && rh|rl != 0, true
	}
	return 0, 0, false, false
}

func cond(c bool, a, b uint64) uint64 {
	if c {
		return a
	}
	return b
}

func neg128(h, l uint64) (uint64, uint64) {
	l, c := bits.Sub64(0, l, 0)
	h, _ = bits.Sub64(0, h, c)
	return h, l
}

// lsh128 and rsh128 shift by less than 128; a shift by 64 and more is 0 in Go.
func lsh128(h, l uint64, n uint) (uint64, uint64) {
	if n >= 64 {
		return l << (n - 64), 0
	}
	return h<<n | l>>(64-n), l << n
}

func rsh128(h, l uint64, n uint) (uint64, uint64) {
	if n >= 64 {
		return 0, h >> (n - 64)
	}
	return h >> n, l>>n | h<<(64-n)
}

// div128 is x/y and the rest; y is not 0.
func div128(xh, xl, yh, yl uint64) (qh, ql, rh, rl uint64) {
	if yh == 0 {
		if xh == 0 {
			return 0, xl / yl, 0, xl % yl
		}
		qh, r := xh/yl, xh%yl
		ql, rl = bits.Div64(r, xl, yl)
		return qh, ql, 0, rl
	}
	// The quotient has at most 64 bits. From the leading 64 bits of y it is right or
	// one too large.
	n := uint(bits.LeadingZeros64(yh))
	top, _ := lsh128(yh, yl, n)
	h, l := rsh128(xh, xl, 1)
	ql, _ = bits.Div64(h, l, top)
	if ql = ql >> (63 - n); ql != 0 {
		ql--
	}
	ph, pl := bits.Mul64(ql, yl)
	ph += ql * yh
	rl, c := bits.Sub64(xl, pl, 0)
	rh, _ = bits.Sub64(xh, ph, c)
	if rh > yh || rh == yh && rl >= yl {
		ql++
		rl, c = bits.Sub64(rl, yl, 0)
		rh, _ = bits.Sub64(rh, yh, c)
	}
	return 0, ql, rh, rl
}
