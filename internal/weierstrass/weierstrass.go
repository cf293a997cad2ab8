// Package weierstrass is the elliptic curves y² = x³ + ax + b that Go's standard library
// lacks and devices use: secp256k1 of SEC 2 (Bitcoin) and three of Brainpool, RFC 5639
// (passports, Germany's smart meters). Points, and signatures with ECDSA.
//
// The arithmetic modulo the prime and modulo the order is filippo.io/bigmod's, which
// works in constant time. Above it are the complete formulas of Renes, Costello and
// Batina ("Complete addition formulas for prime order elliptic curves", 2015), which
// have no special cases, and a window of four bits whose entries are all read each
// time: what depends on a private key branches on nothing and indexes nothing.
//
// The modules there are did not fit: decred's secp256k1 has 0.7 MB of tables, an init function
// and multiplications in variable time; secp256k1-voi unpacks 0.5 MB when a program starts;
// the Brainpool of ProtonMail's go-crypto computes with math/big, in variable time.
package weierstrass

import (
	"crypto/elliptic"
	"math/big"
	"math/bits"
	"sync"

	"filippo.io/bigmod"
)

// constants are the numbers of a curve.
type constants struct{ name, p, n, a, b, x, y string }

// Curve is a curve as elliptic.Curve, which makes keys of crypto/ecdsa of it. Its methods take
// and return coordinates, (0, 0) for the point at infinity; the points must be on the curve.
// It is made when first wanted and never changes.
type Curve struct {
	once   sync.Once
	size   int // of coordinates and private keys, in bytes; the prime and the order have as many bits
	params elliptic.CurveParams
	linear *big.Int // a
	p, n   *bigmod.Modulus
	a, b3  *bigmod.Nat // a and 3b; nil for secp256k1, whose a is 0
	invP   []byte      // p-2, the exponent that inverts
	invN   []byte      // n-2
	g      point
}

var shared [len(table)]Curve

// Secp256k1 returns the curve of this name.
func Secp256k1() elliptic.Curve { return made(0) }

// BrainpoolP256r1 returns the curve of this name.
func BrainpoolP256r1() elliptic.Curve { return made(1) }

// BrainpoolP384r1 returns the curve of this name.
func BrainpoolP384r1() elliptic.Curve { return made(2) }

// BrainpoolP512r1 returns the curve of this name.
func BrainpoolP512r1() elliptic.Curve { return made(3) }

func made(i int) *Curve {
	f := &shared[i]
	f.once.Do(func() { f.fill(&table[i]) })
	return f
}

func (f *Curve) fill(c *constants) {
	hex := func(s string) *big.Int {
		n, _ := new(big.Int).SetString(s, 16)
		return n
	}
	f.size = len(c.p) / 2
	f.params = elliptic.CurveParams{P: hex(c.p), N: hex(c.n), B: hex(c.b), Gx: hex(c.x), Gy: hex(c.y), BitSize: 8 * f.size, Name: c.name}
	f.p, _ = bigmod.NewModulus(f.params.P.Bytes())
	f.n, _ = bigmod.NewModulus(f.params.N.Bytes())
	f.invP = new(big.Int).Sub(f.params.P, big.NewInt(2)).Bytes()
	f.invN = new(big.Int).Sub(f.params.N, big.NewInt(2)).Bytes()
	if f.linear = hex(c.a); f.linear.Sign() != 0 {
		f.a = f.nat(f.linear)
		b := new(big.Int).Mul(f.params.B, big.NewInt(3))
		f.b3 = f.nat(b.Mod(b, f.params.P))
	}
	f.g = f.affine(f.params.Gx, f.params.Gy)
}

// Params returns the curve's numbers. The methods of what it returns are for curves with
// another equation.
func (f *Curve) Params() *elliptic.CurveParams { return &f.params }

// Size returns how many bytes coordinates and private keys have.
func (f *Curve) Size() int { return f.size }

// IsOnCurve reports whether y² = x³ + ax + b, with both coordinates below the prime.
func (f *Curve) IsOnCurve(x, y *big.Int) bool {
	p := f.params.P
	if x.Sign() < 0 || y.Sign() < 0 || x.Cmp(p) >= 0 || y.Cmp(p) >= 0 {
		return false
	}
	left := new(big.Int).Mul(y, y)
	return left.Mod(left, p).Cmp(f.right(x)) == 0
}

// right returns x³ + ax + b.
func (f *Curve) right(x *big.Int) *big.Int {
	r := new(big.Int).Mul(x, x)
	r.Add(r, f.linear)
	r.Mul(r, x)
	r.Add(r, f.params.B)
	return r.Mod(r, f.params.P)
}

// Decompress returns the y of the given parity that belongs to x, nil if there is none.
func (f *Curve) Decompress(x *big.Int, odd bool) *big.Int {
	p := f.params.P
	if x.Sign() < 0 || x.Cmp(p) >= 0 {
		return nil
	}
	y := new(big.Int).ModSqrt(f.right(x), p)
	if y != nil && (y.Bit(0) == 1) != odd {
		y.Sub(p, y)
	}
	return y
}

// Add adds two points.
func (f *Curve) Add(x1, y1, x2, y2 *big.Int) (x, y *big.Int) {
	a, b := f.affine(x1, y1), f.affine(x2, y2)
	r := newPoint(f)
	f.arithmetic().add(&r, &a, &b)
	return f.coordinates(&r)
}

// Double doubles a point.
func (f *Curve) Double(x1, y1 *big.Int) (x, y *big.Int) {
	a := f.affine(x1, y1)
	f.arithmetic().double(&a, &a)
	return f.coordinates(&a)
}

// ScalarMult multiplies a point by a number, whose length is not secret.
func (f *Curve) ScalarMult(x1, y1 *big.Int, k []byte) (x, y *big.Int) {
	a := f.affine(x1, y1)
	return f.coordinates(f.multiply(&a, k))
}

// ScalarBaseMult multiplies the base point by a number, whose length is not secret.
func (f *Curve) ScalarBaseMult(k []byte) (x, y *big.Int) {
	return f.coordinates(f.multiply(&f.g, k))
}

// point is a point in projective coordinates: (x/z, y/z), or the one at infinity if z is 0.
type point struct{ x, y, z *bigmod.Nat }

// nat returns a number below the modulus.
func nat(b []byte, m *bigmod.Modulus) *bigmod.Nat {
	n, err := bigmod.NewNat().SetBytes(b, m)
	if err != nil {
		return bigmod.NewNat().ExpandFor(m)
	}
	return n
}

// newPoint returns the point at infinity, (0 : 1 : 0).
func newPoint(f *Curve) point {
	return point{nat(nil, f.p), nat([]byte{1}, f.p), nat(nil, f.p)}
}

// nat returns a coordinate.
func (f *Curve) nat(x *big.Int) *bigmod.Nat { return nat(x.FillBytes(make([]byte, f.size)), f.p) }

// affine returns the point with the given coordinates.
func (f *Curve) affine(x, y *big.Int) point {
	if x.Sign() == 0 && y.Sign() == 0 {
		return newPoint(f)
	}
	return point{f.nat(x), f.nat(y), nat([]byte{1}, f.p)}
}

// coordinates is the reverse of affine. The inverse of 0 is 0 here, so that infinity
// becomes (0, 0) by itself.
func (f *Curve) coordinates(a *point) (x, y *big.Int) {
	inverse := bigmod.NewNat().Exp(a.z, f.invP, f.p)
	x = new(big.Int).SetBytes(mul(a.x, inverse, f.p).Bytes(f.p))
	y = new(big.Int).SetBytes(mul(a.y, inverse, f.p).Bytes(f.p))
	return x, y
}

func mul(a, b *bigmod.Nat, m *bigmod.Modulus) *bigmod.Nat {
	return set(bigmod.NewNat().ExpandFor(m), a).Mul(b, m)
}

// set copies a number to another one of the same length.
func set(to, from *bigmod.Nat) *bigmod.Nat {
	copy(to.Bits(), from.Bits())
	return to
}

// arithmetic computes with points; its numbers are what would be made anew 8,000 times
// in a multiplication otherwise.
type arithmetic struct {
	p                          *bigmod.Modulus
	a, b3                      *bigmod.Nat
	xx, yy, zz, xy, yz, xz     *bigmod.Nat
	minus, plus, four, product *bigmod.Nat
}

func (f *Curve) arithmetic() *arithmetic {
	m := &arithmetic{p: f.p, a: f.a, b3: f.b3}
	for _, n := range []**bigmod.Nat{&m.xx, &m.yy, &m.zz, &m.xy, &m.yz, &m.xz, &m.minus, &m.plus, &m.four, &m.product} {
		*n = bigmod.NewNat().ExpandFor(f.p)
	}
	return m
}

// mul sets r, which is neither a nor b, to their product.
func (m *arithmetic) mul(r, a, b *bigmod.Nat) *bigmod.Nat { return set(r, a).Mul(b, m.p) }

// cross sets r to u1v2 + u2v1, where uu and vv are the products u1u2 and v1v2.
func (m *arithmetic) cross(r, u1, v1, u2, v2, uu, vv *bigmod.Nat) {
	set(m.four, u2).Add(v2, m.p)
	set(r, u1).Add(v1, m.p).Mul(m.four, m.p).Sub(uu, m.p).Sub(vv, m.p)
}

// times21 multiplies a by 3·7.
func (m *arithmetic) times21(a *bigmod.Nat) {
	set(m.four, a).Add(m.four, m.p).Add(m.four, m.p)
	set(m.product, m.four).Add(m.product, m.p).Add(m.product, m.p)
	a.Add(m.four, m.p).Add(m.product, m.p)
}

// triple multiplies a by 3.
func (m *arithmetic) triple(a *bigmod.Nat) {
	set(m.product, a)
	a.Add(m.product, m.p).Add(m.product, m.p)
}

// add sets r to a + b, of which r may be one: algorithm 1, and 7 for a curve without a
// linear term. With xy for x1y2+x2y1 and xx for x1x2, and so on,
//
//	u = a·xz + 3b·zz    v = a(xx - a·zz) + 3b·xz    w = 3xx + a·zz
//	x = xy(yy-u) - yz·v    y = (yy+u)(yy-u) + wv    z = yz(yy+u) + w·xy
func (m *arithmetic) add(r, a, b *point) {
	m.mul(m.xx, a.x, b.x)
	m.mul(m.yy, a.y, b.y)
	m.mul(m.zz, a.z, b.z)
	m.cross(m.xy, a.x, a.y, b.x, b.y, m.xx, m.yy)
	m.cross(m.yz, a.y, a.z, b.y, b.z, m.yy, m.zz)
	m.cross(m.xz, a.x, a.z, b.x, b.z, m.xx, m.zz)
	u, v, w := m.zz, m.xz, m.xx
	if m.a == nil {
		m.times21(u)
		m.times21(v)
		m.triple(w)
	} else {
		m.mul(m.minus, m.zz, m.a)
		m.mul(m.plus, m.xz, m.a)
		u.Mul(m.b3, m.p).Add(m.plus, m.p)
		set(m.plus, m.xx).Sub(m.minus, m.p).Mul(m.a, m.p)
		v.Mul(m.b3, m.p).Add(m.plus, m.p)
		m.triple(w)
		w.Add(m.minus, m.p)
	}
	set(m.minus, m.yy).Sub(u, m.p)
	set(m.plus, m.yy).Add(u, m.p)
	m.mul(r.x, m.xy, m.minus).Sub(m.mul(m.product, m.yz, v), m.p)
	m.mul(r.y, m.plus, m.minus).Add(m.mul(m.product, w, v), m.p)
	m.mul(r.z, m.yz, m.plus).Add(m.mul(m.product, w, m.xy), m.p)
}

// double sets r to a + a, which r may be: algorithm 9 for a curve without a linear term.
//
//	x = 2xy(y²-63z²)    y = (y²-63z²)(y²+21z²) + 8y²·21z²    z = 8y²·yz
func (m *arithmetic) double(r, a *point) {
	if m.a != nil {
		m.add(r, a, a)
		return
	}
	m.mul(m.yy, a.y, a.y)
	m.mul(m.zz, a.z, a.z)
	m.times21(m.zz)
	m.mul(m.xy, a.x, a.y)
	m.mul(m.yz, a.y, a.z)
	set(m.minus, m.yy).Sub(m.zz, m.p).Sub(m.zz, m.p).Sub(m.zz, m.p)
	set(m.plus, m.yy).Add(m.zz, m.p)
	m.mul(r.x, m.xy, m.minus)
	r.x.Add(r.x, m.p)
	eight := m.yy.Add(m.yy, m.p).Add(m.yy, m.p)
	eight.Add(eight, m.p)
	m.mul(r.y, m.minus, m.plus).Add(m.mul(m.product, m.zz, eight), m.p)
	m.mul(r.z, m.yz, eight)
}

// multiply returns k·a.
func (f *Curve) multiply(a *point, k []byte) *point {
	m := f.arithmetic()
	var table [16]point
	for i := range table {
		table[i] = newPoint(f)
	}
	table[1] = *a
	for i := 2; i < len(table); i += 2 {
		m.double(&table[i], &table[i/2])
		m.add(&table[i+1], &table[i], a)
	}
	r, entry := newPoint(f), newPoint(f)
	for _, b := range k {
		for _, window := range [2]byte{b >> 4, b & 15} {
			for range 4 {
				m.double(&r, &r)
			}
			for j := range table {
				mask := equal(uint(j), uint(window))
				choose(entry.x, table[j].x, mask)
				choose(entry.y, table[j].y, mask)
				choose(entry.z, table[j].z, mask)
			}
			m.add(&r, &r, &entry)
		}
	}
	return &r
}

// equal returns all ones if a == b, both below 16, and zero otherwise.
func equal(a, b uint) uint { return -(((a ^ b) - 1) >> (bits.UintSize - 1)) }

// choose copies from to to if mask is all ones, and does nothing if it is zero.
func choose(to, from *bigmod.Nat, mask uint) {
	t, f := to.Bits(), from.Bits()
	for i := range t {
		t[i] ^= mask & (t[i] ^ f[i])
	}
}
