package py

import (
	"math"
	"math/big"
	"math/bits"
)

// IntBinary is a op b of ints (or of subclasses of int, on either side);
// NotImplemented if one of them is none.
func IntBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if !BothInt(&a, &b) {
		var ok bool
		if a, ok = IsIntLike(a); !ok {
			return NotImplemented, nil
		}
		if b, ok = IsIntLike(b); !ok {
			return NotImplemented, nil
		}
		if !BothInt(&a, &b) {
			return bigBinary(t, op, a, b)
		}
	}
	x, y := a.I(), b.I()
	switch op {
	case OpAdd:
		if r := x + y; (x^r)&(y^r) >= 0 {
			return Int(r), nil
		}
	case OpSub:
		if r := x - y; (x^y)&(x^r) >= 0 {
			return Int(r), nil
		}
	case OpMul:
		if r, ok := mulInt64(x, y); ok {
			return Int(r), nil
		}
	case OpTrueDiv:
		if y == 0 {
			return Nil, Raise(ZeroDivisionError, "division by zero")
		}
		const exact = 1 << 53
		if -exact <= x && x <= exact && -exact <= y && y <= exact {
			return Float(float64(x) / float64(y)), nil
		}
	case OpFloorDiv:
		if y == 0 {
			return Nil, Raise(ZeroDivisionError, "integer division or modulo by zero")
		}
		if y != -1 || x != math.MinInt64 {
			return Int(floorDiv(x, y)), nil
		}
	case OpMod:
		if y == 0 {
			return Nil, Raise(ZeroDivisionError, "integer modulo by zero")
		}
		return Int(floorMod(x, y)), nil
	case OpDivMod:
		if y == 0 {
			return Nil, Raise(ZeroDivisionError, "integer division or modulo by zero")
		}
		if y != -1 || x != math.MinInt64 {
			return NewTuple(Int(floorDiv(x, y)), Int(floorMod(x, y))), nil
		}
	case OpPow:
		return intPow(t, a, b)
	case OpLShift:
		if y < 0 {
			return Nil, Raise(ValueError, "negative shift count")
		}
		if x == 0 {
			return a, nil
		}
		if y < 64 {
			if r := x << uint(y); r>>uint(y) == x {
				return Int(r), nil
			}
		}
		return shiftLeft(t, big.NewInt(x), y)
	case OpRShift:
		if y < 0 {
			return Nil, Raise(ValueError, "negative shift count")
		}
		return Int(x >> uint(min(y, 63))), nil
	case OpAnd:
		return Int(x & y), nil
	case OpOr:
		return Int(x | y), nil
	case OpXor:
		return Int(x ^ y), nil
	default:
		return NotImplemented, nil
	}
	return bigBinary(t, op, a, b)
}

// mulInt64 is x*y; ok is false if it does not fit.
func mulInt64(x, y int64) (r int64, ok bool) {
	if r = x * y; int64(int32(x)) == x && int64(int32(y)) == y {
		return r, true
	}
	ux, uy := uint64(x), uint64(y)
	if x < 0 {
		ux = -ux
	}
	if y < 0 {
		uy = -uy
	}
	hi, lo := bits.Mul64(ux, uy)
	if x < 0 != (y < 0) {
		return r, hi == 0 && lo <= 1<<63
	}
	return r, hi == 0 && lo < 1<<63
}

func floorDiv(x, y int64) int64 {
	q := x / y
	if (x%y != 0) && (x < 0) != (y < 0) {
		q--
	}
	return q
}

func floorMod(x, y int64) int64 {
	if y == -1 {
		return 0
	}
	r := x % y
	if r != 0 && (r < 0) != (y < 0) {
		r += y
	}
	return r
}

// chargeBits asks for an int of n bits before it is made.
func chargeBits(t *Thread, n int) error {
	if n < 1<<14 {
		return nil
	}
	if n > maxIntBits {
		return Raise(MemoryError, "")
	}
	if err := t.Alloc(n / 8); err != nil {
		return err
	}
	return t.Step(n >> 12)
}

func bigBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if t != nil {
		if v, ok := t.quickBig(op, a, b); ok {
			return v, nil
		}
	}
	x, y := AsBig(a), AsBig(b)
	z := new(big.Int)
	switch op {
	case OpAdd, OpSub, OpAnd, OpOr, OpXor:
		if err := chargeBits(t, max(x.BitLen(), y.BitLen())+1); err != nil {
			return Nil, err
		}
		plainBig(z, op, x, y)
		return NewBig(z), nil
	case OpMul:
		z, err := mulBig(t, x, y)
		if err != nil {
			return Nil, err
		}
		return NewBig(z), nil
	case OpTrueDiv:
		f, err := divBig(t, x, y)
		return Float(f), err
	case OpFloorDiv, OpMod, OpDivMod:
		if y.Sign() == 0 {
			if op == OpMod {
				return Nil, Raise(ZeroDivisionError, "integer modulo by zero")
			}
			return Nil, Raise(ZeroDivisionError, "integer division or modulo by zero")
		}
		if op == OpDivMod {
			if q, r, ok := t.quickDivMod(x, y); ok {
				return NewTuple(q, r), nil
			}
		}
		q, r, err := floorDivBig(t, x, y)
		if err != nil {
			return Nil, err
		}
		switch op {
		case OpFloorDiv:
			return NewBig(q), nil
		case OpMod:
			return NewBig(r), nil
		}
		return NewTuple(NewBig(q), NewBig(r)), nil
	case OpPow:
		return intPow(t, a, b)
	case OpLShift, OpRShift:
		if y.Sign() < 0 {
			return Nil, Raise(ValueError, "negative shift count")
		}
		if b.IsInt() {
			if op == OpLShift {
				return shiftLeft(t, x, b.I())
			}
			if b.I() < int64(x.BitLen()) {
				if err := chargeBits(t, x.BitLen()-int(b.I())); err != nil {
					return Nil, err
				}
				return NewBig(z.Rsh(x, uint(b.I()))), nil
			}
		}
		switch {
		case op == OpRShift && x.Sign() < 0:
			return Int(-1), nil
		case op == OpRShift || x.Sign() == 0:
			return Int(0), nil
		case y.Cmp(new(big.Int).Mul(big.NewInt(30), big.NewInt(1<<61))) >= 0:
			// 2**63 bytes of digits, which have thirty bits in four bytes: beyond that
			// CPython has another exception.
			return Nil, Raise(OverflowError, "too many digits in integer")
		}
		return Nil, Raise(MemoryError, "")
	}
	return NotImplemented, nil
}

func shiftLeft(t *Thread, x *big.Int, n int64) (Value, error) {
	if x.Sign() == 0 {
		return Int(0), nil
	}
	if n > maxIntBits {
		return Nil, Raise(MemoryError, "")
	}
	if err := chargeBits(t, x.BitLen()+int(n)); err != nil {
		return Nil, err
	}
	return NewBig(new(big.Int).Lsh(x, uint(n))), nil
}

// mulLeaf is the size in bits up to which a product is left to math/big, which
// cannot be interrupted: about a millisecond.
const mulLeaf = 1 << 17

// mulBig is x*y, interruptible and charged.
func mulBig(t *Thread, x, y *big.Int) (*big.Int, error) {
	n := x.BitLen() + y.BitLen()
	if n < 1<<12 {
		return new(big.Int).Mul(x, y), nil
	}
	if err := chargeBits(t, n); err != nil {
		return nil, err
	}
	return mulParts(t, x, y)
}

// mulParts is Karatsuba's method above mulLeaf.
func mulParts(t *Thread, x, y *big.Int) (*big.Int, error) {
	nx, ny := x.BitLen(), y.BitLen()
	if nx < ny {
		x, y, nx, ny = y, x, ny, nx
	}
	if nx <= mulLeaf || ny <= 1<<10 {
		if err := t.Step(1 + (nx>>6)*(ny>>6)>>7); err != nil {
			return nil, err
		}
		return new(big.Int).Mul(x, y), nil
	}
	half := uint(nx+1) / 2
	xl, xh := splitBits(x, half)
	if uint(ny) <= half { // y is short: multiply piece by piece
		lo, err := mulParts(t, xl, y)
		if err != nil {
			return nil, err
		}
		hi, err := mulParts(t, xh, y)
		if err != nil {
			return nil, err
		}
		return hi.Add(hi.Lsh(hi, half), lo), nil
	}
	square := x == y
	yl, yh := xl, xh
	if !square {
		yl, yh = splitBits(y, half)
	}
	lo, err := mulParts(t, xl, yl)
	if err != nil {
		return nil, err
	}
	hi, err := mulParts(t, xh, yh)
	if err != nil {
		return nil, err
	}
	xs := xl.Add(xl, xh)
	ys := xs
	if !square {
		ys = yl.Add(yl, yh)
	}
	mid, err := mulParts(t, xs, ys)
	if err != nil {
		return nil, err
	}
	mid.Sub(mid, lo).Sub(mid, hi)
	hi.Lsh(hi, half).Add(hi, mid)
	return hi.Add(hi.Lsh(hi, half), lo), nil
}

// splitBits returns fresh lo and hi with x = hi<<n + lo, both of x's sign.
func splitBits(x *big.Int, n uint) (lo, hi *big.Int) {
	abs := new(big.Int).Abs(x)
	hi = new(big.Int).Rsh(abs, n)
	lo = abs.Sub(abs, new(big.Int).Lsh(hi, n))
	if x.Sign() < 0 {
		lo.Neg(lo)
		hi.Neg(hi)
	}
	return lo, hi
}

// chargeDiv charges a division before it is made.
func chargeDiv(t *Thread, x *big.Int) error {
	nx := x.BitLen()
	if nx < 1<<13 {
		return nil
	}
	if err := chargeBits(t, 2*nx); err != nil {
		return err
	}
	return t.Step(nx >> 12)
}

// floorDivBig is divmod(x, y); y is not 0.
func floorDivBig(t *Thread, x, y *big.Int) (q, r *big.Int, err error) {
	if err := chargeDiv(t, x); err != nil {
		return nil, nil, err
	}
	if q, r, err = quoRemBig(t, x, y); err != nil {
		return nil, nil, err
	}
	if r.Sign() != 0 && r.Sign() != y.Sign() {
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	return q, r, nil
}

// divBig is x/y, correctly rounded.
func divBig(t *Thread, x, y *big.Int) (float64, error) {
	if y.Sign() == 0 {
		return 0, Raise(ZeroDivisionError, "division by zero")
	}
	if x.Sign() == 0 {
		return math.Copysign(0, float64(y.Sign())), nil
	}
	e := x.BitLen() - y.BitLen()
	switch {
	case e > 1024:
		return 0, Raise(OverflowError, "integer division result too large for a float")
	case e < -1080:
		if x.Sign() != y.Sign() {
			return math.Copysign(0, -1), nil
		}
		return 0, nil
	}
	if f, ok := quickTrueDiv(x, y); ok {
		return f, nil
	}
	if err := chargeDiv(t, x); err != nil {
		return 0, err
	}
	// A quotient of 60 or 61 bits, the lowest of which stands for the rest.
	shift := 60 - e
	a, b := new(big.Int).Abs(x), new(big.Int).Abs(y)
	if shift > 0 {
		a.Lsh(a, uint(shift))
	} else {
		b.Lsh(b, uint(-shift))
	}
	q, r, err := quoRemBig(t, a, b)
	if err != nil {
		return 0, err
	}
	m := q.Uint64()
	if r.Sign() != 0 {
		m |= 1
	}
	f := ldexpRound(m, -shift)
	if math.IsInf(f, 0) {
		return 0, Raise(OverflowError, "integer division result too large for a float")
	}
	if x.Sign() != y.Sign() {
		f = -f
	}
	return f, nil
}
