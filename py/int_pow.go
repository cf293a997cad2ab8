package py

import (
	"math"
	"math/big"
	"math/bits"
)

// Powers of ints.

// intPow is a ** b of plain ints.
func intPow(t *Thread, a, b Value) (Value, error) {
	if b.IsInt() && b.I() < 0 || !b.IsInt() && As[BigInt](b).V.Sign() < 0 {
		x, err := AsFloat(t, a)
		if err != nil {
			return Nil, err
		}
		y, err := AsFloat(t, b)
		if err != nil {
			return Nil, err
		}
		return floatPow(x, y)
	}
	if a.IsInt() {
		switch x := a.I(); {
		case x == 0 && b != Int(0):
			return a, nil
		case x == 1 || b == Int(0):
			return Int(1), nil
		case x == -1:
			return Int(1 - 2*int64(AsBig(b).Bit(0))), nil
		}
	} else if b == Int(0) {
		return Int(1), nil
	}
	if !b.IsInt() {
		return Nil, Raise(MemoryError, "")
	}
	n := b.I()
	if a.IsInt() {
		if r, ok := powInt64(a.I(), n); ok {
			return Int(r), nil
		}
	}
	x := AsBig(a)
	// At least (bits-1)*n bits; exact for a power of two.
	if n > maxIntBits || int64(x.BitLen()-1)*n > maxIntBits {
		return Nil, Raise(MemoryError, "")
	}
	if z := x.TrailingZeroBits(); int(z) == x.BitLen()-1 && x.Sign() > 0 {
		return shiftLeft(t, big.NewInt(1), int64(z)*n)
	}
	if err := chargeBits(t, int(min(int64(x.BitLen())*n, maxIntBits))); err != nil {
		return Nil, err
	}
	r := new(big.Int).Set(x)
	for i := bits.Len64(uint64(n)) - 2; i >= 0; i-- {
		var err error
		if r, err = mulBig(t, r, r); err != nil {
			return Nil, err
		}
		if n>>uint(i)&1 == 1 {
			if r, err = mulBig(t, r, x); err != nil {
				return Nil, err
			}
		}
	}
	return NewBig(r), nil
}

// powInt64 is x**n, n not negative; ok is false if it does not fit.
func powInt64(x, n int64) (r int64, ok bool) {
	r = 1
	for {
		if n&1 == 1 {
			if r, ok = mulInt64(r, x); !ok {
				return 0, false
			}
		}
		if n >>= 1; n == 0 {
			return r, true
		}
		if x, ok = mulInt64(x, x); !ok {
			return 0, false
		}
	}
}

func intPow3(t *Thread, a, b, mod Value) (Value, error) {
	x, ok := IsIntLike(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := IsIntLike(b)
	if !ok {
		return NotImplemented, nil
	}
	if mod.IsNone() {
		return intPow(t, x, y)
	}
	m, ok := IsIntLike(mod)
	if !ok {
		return NotImplemented, nil
	}
	if m.IsInt() && m.I() == 0 {
		return Nil, Raise(ValueError, "pow() 3rd argument cannot be 0")
	}
	if BothInt(&x, &y) && m.IsInt() && y.I() >= 0 && m.I() > 0 {
		return Int(powMod64(x.I(), y.I(), m.I())), nil
	}
	bm := AsBig(m)
	abs := new(big.Int).Abs(bm)
	bx, by := AsBig(x), AsBig(y)
	if by.Sign() < 0 {
		by = new(big.Int).Neg(by)
		if err := chargeDiv(t, bx); err != nil {
			return Nil, err
		}
		_, r, err := floorDivBig(t, bx, abs)
		if err != nil {
			return Nil, err
		}
		if abs.Cmp(big.NewInt(1)) == 0 {
			return Int(0), nil
		}
		if bx = new(big.Int).ModInverse(r, abs); bx == nil {
			return Nil, Raise(ValueError, "base is not invertible for the given modulus")
		}
	}
	r, err := powMod(t, bx, by, abs)
	if err != nil {
		return Nil, err
	}
	if bm.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, bm)
	}
	return NewBig(r), nil
}

func powMod64(x, n, m int64) int64 {
	um := uint64(m)
	b, r := uint64(floorMod(x, m)), 1%um
	mul := func(a, b uint64) uint64 {
		hi, lo := bits.Mul64(a, b)
		_, rem := bits.Div64(hi, lo, um)
		return rem
	}
	if um <= math.MaxUint32 {
		mul = func(a, b uint64) uint64 { return a * b % um }
	}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = mul(r, b)
		}
		b = mul(b, b)
	}
	return int64(r)
}

// powMod is x**n modulo m > 0, n not negative. math/big cannot be interrupted:
// where it would take long, the work is done here in steps, with a window of four
// bits.
func powMod(t *Thread, x, n, m *big.Int) (*big.Int, error) {
	words := int64(len(m.Bits()))
	cost := int64(n.BitLen()) * words * words
	if cost < 1<<27 || words > 1<<20 && n.BitLen() < 4 {
		if err := t.Step(int(cost >> 6)); err != nil {
			return nil, err
		}
		return new(big.Int).Exp(x, n, m), nil
	}
	_, x, err := floorDivBig(t, x, m)
	if err != nil {
		return nil, err
	}
	step := func(a, b *big.Int) (*big.Int, error) {
		p, err := mulBig(t, a, b)
		if err != nil {
			return nil, err
		}
		if err = t.Step(int(min(words*words>>6+1, 1<<20))); err != nil {
			return nil, err
		}
		_, p, err = quoRemBig(t, p, m)
		return p, err
	}
	var pow [16]*big.Int
	pow[0] = big.NewInt(1)
	for i := 1; i < 16; i++ {
		if pow[i], err = step(pow[i-1], x); err != nil {
			return nil, err
		}
	}
	r := big.NewInt(1)
	for i := (n.BitLen() + 3) / 4 * 4; i > 0; i -= 4 {
		var digit uint
		for k := 1; k <= 4; k++ {
			if r, err = step(r, r); err != nil {
				return nil, err
			}
			digit = digit<<1 | n.Bit(i-k)
		}
		if digit != 0 {
			if r, err = step(r, pow[digit]); err != nil {
				return nil, err
			}
		}
	}
	return r.Rem(r, m), nil
}
