package math

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/woma-lang/woma/py"
)

// Functions of ints. Sizes are charged before the work; products go through
// py.Binary, which can be interrupted.

func factorial(t *py.Thread, a *py.Args) (py.Value, error) {
	n, err := py.Index(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if py.AsBig(n).Sign() < 0 {
		return py.Nil, py.Raise(py.ValueError, "factorial() not defined for negative values")
	}
	if !n.IsInt() {
		return py.Nil, py.Raise(py.OverflowError, "factorial() argument should not exceed 9223372036854775807")
	}
	return product(t, py.Int(1), n.I(), n)
}

// product is lo * (lo+1) * … * hi, which are count numbers.
func product(t *py.Thread, lo py.Value, count int64, hi py.Value) (py.Value, error) {
	if count <= 0 {
		return py.Int(1), nil
	}
	if lo.IsInt() && count <= 20 && hi.I() <= 20 {
		r := int64(1)
		for i := lo.I(); i <= hi.I(); i++ {
			r *= i
		}
		return py.Int(r), nil
	}
	// The bits of the product: those of the middle factor, about.
	if per := int64(py.IntBitLen(hi)); count > 1<<31/max(1, per-2) {
		return py.Nil, py.Raise(py.MemoryError, "")
	}
	return productOf(t, lo, count)
}

// productRange is the product of up to 256 numbers from lo on, which is not 0.
func productRange(lo, count uint64) py.Value {
	words := make([]big.Word, 1, (int(count)*bits.Len64(lo+count)+bits.UintSize-1)/bits.UintSize+1)
	words[0] = 1
	z := new(big.Int).SetBits(words)
	var y big.Int
	p := uint64(1)
	for i := range count {
		hi, l := bits.Mul64(p, lo+i)
		if hi != 0 {
			z.Mul(z, y.SetUint64(p))
			l = lo + i
		}
		p = l
	}
	return py.NewBig(z.Mul(z, y.SetUint64(p)))
}

func productOf(t *py.Thread, lo py.Value, count int64) (py.Value, error) {
	if count <= 256 {
		if err := t.Step(int(count)); err != nil {
			return py.Nil, err
		}
		if lo.IsInt() && lo.I() > 0 && lo.I() < math.MaxInt64-count {
			return productRange(uint64(lo.I()), uint64(count)), nil
		}
	}
	if count == 1 {
		return lo, nil
	}
	half := count / 2
	x, err := productOf(t, lo, half)
	if err != nil {
		return py.Nil, err
	}
	if lo, err = py.Binary(t, py.OpAdd, lo, py.Int(half)); err != nil {
		return py.Nil, err
	}
	y, err := productOf(t, lo, count-half)
	if err != nil {
		return py.Nil, err
	}
	return py.Binary(t, py.OpMul, x, y)
}

// nAndK reads the arguments of comb and perm.
func nAndK(t *py.Thread, a *py.Args) (n, k py.Value, err error) {
	if n, err = py.Index(t, a.Value(0)); err != nil {
		return
	}
	if k, err = py.Index(t, a.Value(1)); err != nil {
		return
	}
	if py.AsBig(n).Sign() < 0 {
		err = py.Raise(py.ValueError, "n must be a non-negative integer")
	} else if py.AsBig(k).Sign() < 0 {
		err = py.Raise(py.ValueError, "k must be a non-negative integer")
	}
	return
}

func comb(t *py.Thread, a *py.Args) (py.Value, error) {
	n, k, err := nAndK(t, a)
	if err != nil {
		return py.Nil, err
	}
	rest, err := py.Binary(t, py.OpSub, n, k)
	if err != nil {
		return py.Nil, err
	}
	if py.AsBig(rest).Sign() < 0 {
		return py.Int(0), nil
	}
	if py.AsBig(rest).Cmp(py.AsBig(k)) < 0 {
		rest, k = k, rest
	}
	if !k.IsInt() {
		return py.Nil, py.Raise(py.OverflowError, "min(n - k, k) must not exceed 9223372036854775807")
	}
	if n.IsInt() && k.I() <= 30 {
		// Exact all the way as long as it fits: the product so far is a binomial.
		r := uint64(1)
		i := int64(1)
		for ; i <= k.I(); i++ {
			hi, lo := bits.Mul64(r, uint64(n.I()-k.I()+i))
			if hi >= uint64(i) {
				break
			}
			r, _ = bits.Div64(hi, lo, uint64(i))
		}
		if i > k.I() {
			return py.NewUint(r), nil
		}
	}
	lo, err := py.Binary(t, py.OpAdd, rest, py.Int(1))
	if err != nil {
		return py.Nil, err
	}
	num, err := product(t, lo, k.I(), n)
	if err != nil {
		return py.Nil, err
	}
	den, err := product(t, py.Int(1), k.I(), k)
	if err != nil {
		return py.Nil, err
	}
	return py.Binary(t, py.OpFloorDiv, num, den)
}

func perm(t *py.Thread, a *py.Args) (py.Value, error) {
	if !a.Given(1) {
		return factorial(t, a)
	}
	n, k, err := nAndK(t, a)
	if err != nil {
		return py.Nil, err
	}
	rest, err := py.Binary(t, py.OpSub, n, k)
	if err != nil {
		return py.Nil, err
	}
	if py.AsBig(rest).Sign() < 0 {
		return py.Int(0), nil
	}
	if !k.IsInt() {
		return py.Nil, py.Raise(py.OverflowError, "k must not exceed 9223372036854775807")
	}
	lo, err := py.Binary(t, py.OpAdd, rest, py.Int(1))
	if err != nil {
		return py.Nil, err
	}
	return product(t, lo, k.I(), n)
}

func isqrt(t *py.Thread, a *py.Args) (py.Value, error) {
	n, err := py.Index(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	b := py.AsBig(n)
	if b.Sign() < 0 {
		return py.Nil, py.Raise(py.ValueError, "isqrt() argument must be nonnegative")
	}
	if n.IsInt() {
		x := uint64(n.I())
		r := uint64(math.Sqrt(float64(x)))
		for r*r > x {
			r--
		}
		for (r+1)*(r+1) <= x {
			r++
		}
		return py.Int(int64(r)), nil
	}
	if b.BitLen() <= 127 {
		// A float's root of m, the leading 52 bits, gives r with r*r near b; Newton's step
		// from above does the rest.
		shift := uint(b.BitLen()-52) &^ 1
		x := uint64(math.Sqrt(float64(py.TopBits(b, shift)+1)) * float64(uint64(1)<<(shift/2)))
		x += x>>50 + 2
		hi, lo := py.TopBits(b, 64), py.TopBits(b, 0)
		for {
			q, _ := bits.Div64(hi, lo, x)
			y, over := bits.Add64(x, q, 0)
			if y = y>>1 | over<<63; y >= x {
				return py.NewUint(x), nil
			}
			x = y
		}
	}
	if err := chargeSquare(t, b.BitLen()); err != nil {
		return py.Nil, err
	}
	return py.NewBig(new(big.Int).Sqrt(b)), nil
}

// chargeSquare charges work that grows with the square of a number's size.
func chargeSquare(t *py.Thread, n int) error {
	if err := t.Alloc(n / 8); err != nil {
		return err
	}
	w := int64(n >> 6)
	return t.Step(int(min(w*w>>4, math.MaxInt32)))
}

func gcd(t *py.Thread, a *py.Args) (py.Value, error) {
	r := py.Int(0)
	for _, v := range a.Rest() {
		x, err := py.Index(t, v)
		if err != nil {
			return py.Nil, err
		}
		if r, err = gcd2(t, r, x); err != nil {
			return py.Nil, err
		}
	}
	return r, nil
}

func gcd2(t *py.Thread, a, b py.Value) (py.Value, error) {
	if py.BothInt(&a, &b) {
		x, y := a.I(), b.I()
		ux, uy := uint64(x), uint64(y)
		if x < 0 {
			ux = -ux
		}
		if y < 0 {
			uy = -uy
		}
		for uy != 0 {
			ux, uy = uy, ux%uy
		}
		return py.NewUint(ux), nil
	}
	if a.IsInt() {
		a, b = b, a
	}
	if b.IsInt() {
		if b.I() == 0 {
			return py.Unary(t, py.OpAbs, a)
		}
		r, err := py.Binary(t, py.OpMod, a, b)
		if err != nil {
			return py.Nil, err
		}
		return gcd2(t, r, b)
	}
	if r, ok := py.GCD128(a, b); ok {
		return r, nil
	}
	x, y := py.AsBig(a), py.AsBig(b)
	if err := chargeSquare(t, min(x.BitLen(), y.BitLen())); err != nil {
		return py.Nil, err
	}
	return py.NewBig(new(big.Int).GCD(nil, nil, new(big.Int).Abs(x), new(big.Int).Abs(y))), nil
}

func lcm(t *py.Thread, a *py.Args) (py.Value, error) {
	r := py.Int(1)
	for _, v := range a.Rest() {
		x, err := py.Index(t, v)
		if err != nil {
			return py.Nil, err
		}
		if r == py.Int(0) {
			continue
		}
		if x == py.Int(0) {
			r = x
			continue
		}
		g, err := gcd2(t, r, x)
		if err != nil {
			return py.Nil, err
		}
		if x, err = py.Binary(t, py.OpFloorDiv, x, g); err != nil {
			return py.Nil, err
		}
		if r, err = py.Binary(t, py.OpMul, r, x); err != nil {
			return py.Nil, err
		}
		if r, err = py.Unary(t, py.OpAbs, r); err != nil {
			return py.Nil, err
		}
	}
	return r, nil
}
