// Package mldsa verifies signatures of ML-DSA (FIPS 204) over μ, the hash that the scheme makes of
// public key, context and message. With it a file of any size is verified as it is read.
// No Go library has that function: crypto/mldsa of Go 1.27, its forerunner filippo.io/mldsa and
// circl hash the message themselves. Everything else about ML-DSA is circl's.
//
// Nothing here is secret, so nothing need be in constant time. Numbers of algorithms are
// those of FIPS 204.
package mldsa

import (
	"bytes"
	"crypto/sha3"
)

const (
	q = 8380417
	n = 256
	d = 13 // low bits of t that the public key lacks
)

// Parameters are those of one of the three sets (table 1).
type Parameters struct {
	k, l, tau, beta, omega int
	challenge              int // bytes of c̃
	zBits                  int // bits of a coefficient of z; γ1 is half of their range
	gamma2                 uint32
}

// The parameter sets, which never change. They are no pointers, so that a table that points to
// them is made by the linker.
var (
	MLDSA44 = Parameters{4, 4, 39, 78, 80, 32, 18, (q - 1) / 88}
	MLDSA65 = Parameters{6, 5, 49, 196, 55, 48, 20, (q - 1) / 32}
	MLDSA87 = Parameters{8, 7, 60, 120, 75, 64, 20, (q - 1) / 32}
)

// PublicKeySize returns the length of public keys.
func (p *Parameters) PublicKeySize() int { return 32 + p.k*n*10/8 }

// SignatureSize returns the length of signatures.
func (p *Parameters) SignatureSize() int { return p.challenge + p.l*n*p.zBits/8 + p.omega + p.k }

// MuSize is the length of μ.
const MuSize = 64

// poly is a polynomial with coefficients from 0 to q-1.
type poly [n]uint32

// Verify reports whether sig is a signature over μ (algorithm 8).
func (p *Parameters) Verify(pub, mu, sig []byte) bool {
	if len(pub) != p.PublicKeySize() || len(sig) != p.SignatureSize() || len(mu) != MuSize {
		return false
	}
	rho, t1 := pub[:32], pub[32:]
	challenge, rest := sig[:p.challenge], sig[p.challenge:]
	packed, encoded := rest[:len(rest)-p.omega-p.k], rest[len(rest)-p.omega-p.k:]
	var hints [8][n]bool
	if !p.hints(&hints, encoded) {
		return false
	}
	zetas := makeZetas()
	var z [7]poly
	for i := range p.l {
		if !p.unpack(&z[i], packed[i*n*p.zBits/8:]) {
			return false
		}
		z[i].ntt(zetas)
	}
	c := p.ball(challenge)
	c.ntt(zetas)
	h := sha3.NewSHAKE256()
	h.Write(mu)
	for i := range p.k {
		// w = Az - ct₁2ᵈ
		var w, t, a poly
		for j := range n {
			at := uint(10 * j)
			pair := uint32(t1[at/8]) | uint32(t1[at/8+1])<<8
			t[j] = pair >> (at % 8) & 1023 << d
		}
		t1 = t1[n*10/8:]
		t.ntt(zetas)
		for j := range w {
			w[j] = product(q-c[j], t[j])
		}
		for s := range p.l {
			a.expand(rho, byte(s), byte(i))
			for j := range w {
				w[j] = (w[j] + product(a[j], z[s][j])) % q
			}
		}
		w.inverse(zetas)
		h.Write(p.high(&w, &hints[i]))
	}
	got := make([]byte, p.challenge)
	h.Read(got)
	return bytes.Equal(got, challenge)
}

func product(a, b uint32) uint32 { return uint32(uint64(a) * uint64(b) % q) }

// makeZetas returns the powers of 1753, a 512th root of unity, in the order of the transform (appendix B).
func makeZetas() *poly {
	var powers, zetas poly
	powers[0] = 1
	for i := 1; i < n; i++ {
		powers[i] = product(powers[i-1], 1753)
	}
	for i := range zetas {
		reversed := 0
		for bit := range 8 {
			reversed |= i >> bit & 1 << (7 - bit)
		}
		zetas[i] = powers[reversed]
	}
	return &zetas
}

// ntt is algorithm 41.
func (w *poly) ntt(zetas *poly) {
	m := 0
	for length := n / 2; length > 0; length /= 2 {
		for start := 0; start < n; start += 2 * length {
			m++
			for j := start; j < start+length; j++ {
				t := product(zetas[m], w[j+length])
				w[j+length] = (w[j] + q - t) % q
				w[j] = (w[j] + t) % q
			}
		}
	}
}

// inverse is algorithm 42.
func (w *poly) inverse(zetas *poly) {
	m := n
	for length := 1; length < n; length *= 2 {
		for start := 0; start < n; start += 2 * length {
			m--
			for j := start; j < start+length; j++ {
				t := w[j]
				w[j] = (t + w[j+length]) % q
				w[j+length] = product(q-zetas[m], t+q-w[j+length])
			}
		}
	}
	for j := range w {
		w[j] = product(w[j], 8347681) // 1/256
	}
}

// expand makes an entry of the matrix A, transformed (algorithms 30 and 32).
func (w *poly) expand(rho []byte, column, row byte) {
	h := sha3.NewSHAKE128()
	h.Write(rho)
	h.Write([]byte{column, row})
	var block [168]byte
	for j := 0; j < n; {
		h.Read(block[:])
		for b := block[:]; len(b) > 0 && j < n; b = b[3:] {
			if x := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2]&127)<<16; x < q {
				w[j] = x
				j++
			}
		}
	}
}

// ball makes the polynomial of the challenge: tau coefficients are 1 or -1 (algorithm 29).
func (p *Parameters) ball(challenge []byte) *poly {
	h := sha3.NewSHAKE256()
	h.Write(challenge)
	var signs [8]byte
	h.Read(signs[:])
	var c poly
	var b [1]byte
	for i := n - p.tau; i < n; i++ {
		for {
			if h.Read(b[:]); int(b[0]) <= i {
				break
			}
		}
		c[i] = c[b[0]]
		bit := i + p.tau - n
		c[b[0]] = 1
		if signs[bit/8]>>(bit%8)&1 == 1 {
			c[b[0]] = q - 1
		}
	}
	return &c
}

// unpack reads a polynomial of z; false if a coefficient is not below γ1-β (algorithm 19).
func (p *Parameters) unpack(w *poly, data []byte) bool {
	gamma1 := 1 << (p.zBits - 1)
	for j := range w {
		at := j * p.zBits
		bits := uint(data[at/8]) | uint(data[at/8+1])<<8 | uint(data[at/8+2])<<16
		x := gamma1 - int(bits>>(at%8)&(1<<p.zBits-1))
		if x >= gamma1-p.beta || -x >= gamma1-p.beta {
			return false
		}
		w[j] = uint32((x + q) % q)
	}
	return true
}

// hints reads the hints; false if their encoding is not the only one (algorithm 21).
func (p *Parameters) hints(h *[8][n]bool, data []byte) bool {
	index := 0
	for i := range p.k {
		end := int(data[p.omega+i])
		if end < index || end > p.omega {
			return false
		}
		for first := index; index < end; index++ {
			if index > first && data[index-1] >= data[index] {
				return false
			}
			h[i][data[index]] = true
		}
	}
	for _, b := range data[index:p.omega] {
		if b != 0 {
			return false
		}
	}
	return true
}

// high returns the high bits of w, as the hints correct them, packed (algorithms 40 and 28).
func (p *Parameters) high(w *poly, hints *[n]bool) []byte {
	m := (q - 1) / (2 * p.gamma2) // 44 or 16
	bits := 4
	if m == 44 {
		bits = 6
	}
	out := make([]byte, 0, n*bits/8)
	buffer, have := uint32(0), 0
	for j, r := range w {
		// r = r1·2γ2 + r0, r0 from -γ2+1 to γ2 (algorithm 36).
		r1 := (r + p.gamma2 - 1) / (2 * p.gamma2)
		r0 := int(r) - int(r1*2*p.gamma2)
		if r1 == m { // r - r0 = q-1
			r1 = 0
			r0--
		}
		if hints[j] && r0 > 0 {
			r1 = (r1 + 1) % m
		} else if hints[j] {
			r1 = (r1 + m - 1) % m
		}
		buffer |= r1 << have
		for have += bits; have >= 8; have -= 8 {
			out = append(out, byte(buffer))
			buffer >>= 8
		}
	}
	return out
}
