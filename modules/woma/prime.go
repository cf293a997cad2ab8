package womamod

import (
	"crypto/sha3"
	"math/big"

	"github.com/woma-lang/woma/py"
)

const (
	// maxPrimeBits is the size up to which numbers are tested: that of the largest prime of
	// RFC 3526. The test of one takes some seconds, and the time grows with the cube; the first
	// part, which cannot be interrupted, a second.
	maxPrimeBits = 8192
	// primeRounds are the rounds of Miller and Rabin after the test of Baillie and others.
	primeRounds = 20
)

// is_prime reports whether n is a prime number. No composite number is known that passes
// the test of Baillie, Pomerance, Selfridge and Wagstaff, and below 2**64 there is none.
func is_prime(t *py.Thread, a *py.Args) (py.Value, error) {
	v, err := py.Index(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	n := py.AsBig(v)
	if n.BitLen() > maxPrimeBits {
		return py.Nil, py.Raise(py.ValueError, "numbers of more than %d bits are not tested", maxPrimeBits)
	}
	words := n.BitLen()/64 + 1
	if err := t.Step(words * words * words); err != nil { // one round, which most numbers do not survive
		return py.Nil, err
	}
	if !n.ProbablyPrime(0) {
		return py.False, nil
	}
	if n.BitLen() <= 64 {
		return py.True, nil
	}
	for round := range byte(primeRounds) {
		if err := t.Step(words * words * words); err != nil { // between rounds it can be interrupted
			return py.Nil, err
		}
		if !millerRabin(n, round) {
			return py.False, nil
		}
	}
	return py.True, nil
}

// millerRabin is one round of the test of this name with a base made of the number, which is
// odd and greater than 2**64.
func millerRabin(n *big.Int, round byte) bool {
	one := big.NewInt(1)
	less := new(big.Int).Sub(n, one)
	h := sha3.NewSHAKE256()
	h.Write([]byte{round})
	h.Write(n.Bytes())
	b := make([]byte, n.BitLen()/8+9) // 8 bytes more, so that all bases are as likely
	h.Read(b)
	// From 1 to n-2, of which 1 is a lost round at worst.
	base := new(big.Int).SetBytes(b)
	base.Mod(base, new(big.Int).Sub(less, one)).Add(base, one)
	twos := less.TrailingZeroBits()
	x := new(big.Int).Exp(base, new(big.Int).Rsh(less, twos), n)
	if x.Cmp(one) == 0 || x.Cmp(less) == 0 {
		return true
	}
	for range twos - 1 {
		if x.Mul(x, x).Mod(x, n).Cmp(less) == 0 {
			return true
		}
	}
	return false
}
