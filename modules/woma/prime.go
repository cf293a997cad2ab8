package womamod

import "github.com/woma-lang/woma/py"

const (
	// maxPrimeBits is the size up to which numbers are tested: that of the largest prime of
	// RFC 3526. The test of one takes some seconds, and the time grows with the cube.
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
	if err := t.Step(primeRounds * words * words * words); err != nil {
		return py.Nil, err
	}
	return py.Bool(n.ProbablyPrime(primeRounds)), nil
}
