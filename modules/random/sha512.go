package random

import (
	"encoding/binary"
	"math/big"
	"math/bits"
)

// sha512 is FIPS 180-4's hash, which seeds from text pass through. The crypto
// package would cost more in the binary than the rest of the module.
func sha512(data []byte) [64]byte {
	k, h := sha512Constants()
	b := append([]byte(nil), data...)
	b = append(b, 0x80)
	for len(b)%128 != 112 {
		b = append(b, 0)
	}
	b = binary.BigEndian.AppendUint64(b, uint64(len(data))>>61)
	b = binary.BigEndian.AppendUint64(b, uint64(len(data))<<3)
	rot := func(x uint64, n int) uint64 { return bits.RotateLeft64(x, -n) }
	for ; len(b) > 0; b = b[128:] {
		var w [80]uint64
		for i := range w[:16] {
			w[i] = binary.BigEndian.Uint64(b[8*i:])
		}
		for i := 16; i < 80; i++ {
			x, y := w[i-15], w[i-2]
			w[i] = w[i-16] + w[i-7] + (rot(x, 1) ^ rot(x, 8) ^ x>>7) + (rot(y, 19) ^ rot(y, 61) ^ y>>6)
		}
		v := h
		for i := range w {
			a, e := v[0], v[4]
			t1 := v[7] + (rot(e, 14) ^ rot(e, 18) ^ rot(e, 41)) + (e&v[5] ^ ^e&v[6]) + k[i] + w[i]
			t2 := (rot(a, 28) ^ rot(a, 34) ^ rot(a, 39)) + (a&v[1] ^ a&v[2] ^ v[1]&v[2])
			v = [8]uint64{t1 + t2, a, v[1], v[2], v[3] + t1, e, v[5], v[6]}
		}
		for i := range h {
			h[i] += v[i]
		}
	}
	var out [64]byte
	for i, x := range h {
		binary.BigEndian.PutUint64(out[8*i:], x)
	}
	return out
}

// sha512Constants computes the round constants, 64 binary places of the cube roots
// of the first 80 primes, and the start, those of the square roots of the first 8.
func sha512Constants() (k [80]uint64, h [8]uint64) {
	n := 0
	for p := int64(2); n < len(k); p++ {
		prime := true
		for d := int64(2); d*d <= p; d++ {
			prime = prime && p%d != 0
		}
		if !prime {
			continue
		}
		x := new(big.Int).Lsh(big.NewInt(p), 192)
		k[n] = low64(cubeRoot(x))
		if n < len(h) {
			h[n] = low64(x.Sqrt(x.Rsh(x, 64)))
		}
		n++
	}
	return k, h
}

func low64(x *big.Int) uint64 {
	return new(big.Int).And(x, new(big.Int).SetUint64(1<<64-1)).Uint64()
}

// cubeRoot is the whole part of the cube root, by Newton's method from above.
func cubeRoot(x *big.Int) *big.Int {
	r := new(big.Int).Lsh(big.NewInt(1), uint(x.BitLen()/3+1))
	for {
		// (2r + x/r²) / 3
		q := new(big.Int).Mul(r, r)
		q.Quo(x, q).Add(q, r).Add(q, r).Quo(q, big.NewInt(3))
		if q.Cmp(r) >= 0 {
			return r
		}
		r = q
	}
}
