package ciphers

import (
	"encoding/binary"
	"math/bits"
)

// element is a member of GF(2^128) as POLYVAL writes it (RFC 8452, 3): bit i of the
// 128-bit little-endian number is the coefficient of x^i.
type element struct{ lo, hi uint64 }

func load(b []byte) element {
	return element{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])}
}

func (e element) store(b []byte) {
	binary.LittleEndian.PutUint64(b, e.lo)
	binary.LittleEndian.PutUint64(b[8:], e.hi)
}

// clmulLow is the lower half of the product of two polynomials over GF(2). Numbers
// with a bit in every fourth place have sums that do not carry into the next place,
// so ordinary multiplication does it, in constant time, without tables.
func clmulLow(x, y uint64) uint64 {
	const m0, m1, m2, m3 = 0x1111111111111111, 0x2222222222222222, 0x4444444444444444, 0x8888888888888888
	x0, x1, x2, x3 := x&m0, x&m1, x&m2, x&m3
	y0, y1, y2, y3 := y&m0, y&m1, y&m2, y&m3
	return (x0*y0^x1*y3^x2*y2^x3*y1)&m0 |
		(x0*y1^x1*y0^x2*y3^x3*y2)&m1 |
		(x0*y2^x1*y1^x2*y0^x3*y3)&m2 |
		(x0*y3^x1*y2^x2*y1^x3*y0)&m3
}

// clmul is the whole product; the upper half is the lower one of the mirrored factors.
func clmul(x, y uint64) (lo, hi uint64) {
	return clmulLow(x, y), bits.Reverse64(clmulLow(bits.Reverse64(x), bits.Reverse64(y))) >> 1
}

// dot is POLYVAL's product: a * b * x^-128 modulo x^128 + x^127 + x^126 + x^121 + 1.
func dot(a, b element) element {
	l0, l1 := clmul(a.lo, b.lo)
	h0, h1 := clmul(a.hi, b.hi)
	m0, m1 := clmul(a.lo^a.hi, b.lo^b.hi)
	m0 ^= l0 ^ h0
	m1 ^= l1 ^ h1
	l1 ^= m0
	h0 ^= m1
	// Divide by x^64 twice: the modulus is x^121 + x^126 + x^127 + x^128 + 1, so a
	// low word w vanishes if w * modulus is added.
	for range 2 {
		w := l0
		l0 = l1 ^ w<<57 ^ w<<62 ^ w<<63
		l1 = h0 ^ w ^ w>>7 ^ w>>2 ^ w>>1
		h0, h1 = h1, 0
	}
	return element{l0, l1}
}

// polyval is the hash of RFC 8452.
type polyval struct{ h, s element }

func (p *polyval) block(b []byte) {
	x := load(b)
	p.s = dot(element{p.s.lo ^ x.lo, p.s.hi ^ x.hi}, p.h)
}

// update adds b, padded with zeros to whole blocks.
func (p *polyval) update(b []byte) {
	for len(b) >= blockSize {
		p.block(b)
		b = b[blockSize:]
	}
	if len(b) > 0 {
		var last [blockSize]byte
		copy(last[:], b)
		p.block(last[:])
	}
}

// ghashMul is the product of two blocks as GHASH writes them (NIST SP 800-38D, 6.3):
// the mirror of POLYVAL's, up to one factor of x (RFC 8452, appendix A).
func ghashMul(dst, x, h *[blockSize]byte) {
	a, b := loadMirrored(x), loadMirrored(h)
	carry := b.hi >> 63
	b.hi = b.hi<<1 | b.lo>>63
	b.lo <<= 1
	b.lo ^= carry
	b.hi ^= carry<<63 | carry<<62 | carry<<57
	p := dot(a, b)
	binary.BigEndian.PutUint64(dst[:], p.hi)
	binary.BigEndian.PutUint64(dst[8:], p.lo)
}

func loadMirrored(b *[blockSize]byte) element {
	return element{binary.BigEndian.Uint64(b[8:]), binary.BigEndian.Uint64(b[:])}
}
