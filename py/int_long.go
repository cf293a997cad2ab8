package py

import (
	"math/big"
	"math/bits"
)

// Ints so long that work on them takes noticeable time. math/big cannot be
// interrupted, so what would take it long is divided here until the pieces are short.

// divLeaf is the product of the lengths, in words, of quotient and divisor up to
// which a division is left to math/big: some milliseconds.
const divLeaf = 1 << 23

// quoRemBig is Go's QuoRem (rounding towards zero) of charged operands; y is not 0.
func quoRemBig(t *Thread, x, y *big.Int) (q, r *big.Int, err error) {
	if x.BitLen()>>6 < 1<<10 || y.BitLen() <= 64 {
		q, r = new(big.Int).QuoRem(x, y, new(big.Int))
		return q, r, nil
	}
	ax, ay := x, y
	if x.Sign() < 0 {
		ax = new(big.Int).Neg(x)
	}
	if y.Sign() < 0 {
		ay = new(big.Int).Neg(y)
	}
	if q, r, err = divide(t, ax, ay); err != nil {
		return nil, nil, err
	}
	if x.Sign() != y.Sign() {
		q.Neg(q)
	}
	if x.Sign() < 0 {
		r.Neg(r)
	}
	return q, r, nil
}

// divide is x/y of positive ints, in time that grows as that of a product does:
// a long quotient is found half by half, and one that is shorter than the divisor
// from the leading bits of both, which makes it too large by two at most.
func divide(t *Thread, x, y *big.Int) (q, r *big.Int, err error) {
	nx, ny := x.BitLen(), y.BitLen()
	if x.Cmp(y) < 0 {
		return new(big.Int), new(big.Int).Set(x), nil
	}
	n := nx - ny + 1 // bits of the quotient, at most
	if cost := int64(n>>6+1) * int64(ny>>6+1); cost <= divLeaf {
		if err := t.Step(int(cost>>7) + 1); err != nil {
			return nil, nil, err
		}
		q, r = new(big.Int).QuoRem(x, y, new(big.Int))
		return q, r, nil
	}
	if n > ny/2+64 {
		half := uint(n / 2)
		low := new(big.Int)
		high := new(big.Int).Rsh(x, half)
		low.Sub(x, low.Lsh(high, half))
		if q, r, err = divide(t, high, y); err != nil {
			return nil, nil, err
		}
		q0, r, err := divide(t, low.Add(low, r.Lsh(r, half)), y)
		if err != nil {
			return nil, nil, err
		}
		return q.Add(q.Lsh(q, half), q0), r, nil
	}
	rest := uint(ny - n - 2)
	xh, yh := new(big.Int).Rsh(x, rest), new(big.Int).Rsh(y, rest)
	if q, r, err = divide(t, xh, yh); err != nil {
		return nil, nil, err
	}
	// r := x - q*y, from what is known of it.
	xl := new(big.Int)
	xl.Sub(x, xl.Lsh(xh, rest))
	yl := new(big.Int)
	yl.Sub(y, yl.Lsh(yh, rest))
	p, err := mulParts(t, q, yl)
	if err != nil {
		return nil, nil, err
	}
	r.Lsh(r, rest).Add(r, xl).Sub(r, p)
	for r.Sign() < 0 {
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	return q, r, nil
}

// textLeaf is the number of digits up to which conversions are left to math/big.
const textLeaf = 8000

// powers are base**(textLeaf<<i), made when they are needed.
type powers struct {
	base int
	pow  []*big.Int
}

func (p *powers) at(t *Thread, i int) (*big.Int, error) {
	for len(p.pow) <= i {
		n := len(p.pow)
		if n == 0 {
			p.pow = append(p.pow, new(big.Int).Exp(big.NewInt(int64(p.base)), big.NewInt(textLeaf), nil))
			continue
		}
		sq, err := mulParts(t, p.pow[n-1], p.pow[n-1])
		if err != nil {
			return nil, err
		}
		p.pow = append(p.pow, sq)
	}
	return p.pow[i], nil
}

// appendDecimal appends the decimal digits of x, which is not negative, with zeros in
// front if they are fewer than width.
func (p *powers) appendDecimal(t *Thread, b []byte, x *big.Int, width int) ([]byte, error) {
	digits := int(float64(x.BitLen()-1)*0.30102999) + 1 // or one more
	if digits <= textLeaf {
		if err := t.Step(digits); err != nil {
			return nil, err
		}
		text := x.Append(nil, 10)
		for n := width - len(text); n > 0; n-- {
			b = append(b, '0')
		}
		return append(b, text...), nil
	}
	i := bits.Len(uint((digits-1)/textLeaf)) - 1
	pow, err := p.at(t, i)
	if err != nil {
		return nil, err
	}
	hi, lo, err := quoRemBig(t, x, pow)
	if err != nil {
		return nil, err
	}
	low := textLeaf << i
	if b, err = p.appendDecimal(t, b, hi, max(width-low, 0)); err != nil {
		return nil, err
	}
	return p.appendDecimal(t, b, lo, low)
}

// decimal is the text of a charged int, however long.
func decimal(t *Thread, x *big.Int) (string, error) {
	if x.BitLen() < textLeaf*3 {
		return x.String(), nil
	}
	var b []byte
	if x.Sign() < 0 {
		b = append(b, '-')
		x = new(big.Int).Neg(x)
	}
	b, err := (&powers{base: 10}).appendDecimal(t, b, x, 0)
	return string(b), err
}

// parse is the value of digits, which are all right in p.base.
func (p *powers) parse(t *Thread, s string) (*big.Int, error) {
	if len(s) <= textLeaf {
		if err := t.Step(len(s)); err != nil {
			return nil, err
		}
		z, _ := new(big.Int).SetString(s, p.base)
		return z, nil
	}
	i := bits.Len(uint((len(s)-1)/textLeaf)) - 1
	low := textLeaf << i
	pow, err := p.at(t, i)
	if err != nil {
		return nil, err
	}
	hi, err := p.parse(t, s[:len(s)-low])
	if err != nil {
		return nil, err
	}
	lo, err := p.parse(t, s[len(s)-low:])
	if err != nil {
		return nil, err
	}
	if hi, err = mulParts(t, hi, pow); err != nil {
		return nil, err
	}
	return hi.Add(hi, lo), nil
}
