package fmath

import (
	"math"
	"math/bits"
)

// reduce returns the quadrant of x and the rest, |rest| <= pi/4 (or a hair more).
func reduce(x float64) (q int, r dd) {
	a := math.Abs(x)
	switch {
	case a <= math.Pi/4:
		return 0, dd{x, 0}
	case a < 1<<19:
		// The first three pieces of pi/2 have 33 bits: their products are exact.
		k := math.RoundToEven(x * (2 / math.Pi))
		r = twoSum(x, -k*pio2A)
		r = r.addF(-k * pio2B)
		r = r.addF(-k * pio2C)
		return int(int64(k) & 3), r.sub(twoMul(k, pio2D)).addF(-k * pio2E)
	}
	q, r = reduceLarge(a)
	if x < 0 {
		return -q & 3, r.neg()
	}
	return q, r
}

// reduceLarge multiplies with as many places of 2/pi as matter (Payne and Hanek).
func reduceLarge(x float64) (int, dd) {
	f, e := math.Frexp(x)
	m := uint64(f * (1 << 53))
	e -= 53 // x = m * 2**e
	skip := max(0, e-2)
	word, bit := skip/64, uint(skip%64)
	var w [4]uint64 // 256 places, the first word first
	for i := range w {
		w[i] = twoOverPi[word+i] << bit
		if bit > 0 {
			w[i] |= twoOverPi[word+i+1] >> (64 - bit)
		}
	}
	var p [5]uint64 // m * w
	for i := 3; i >= 0; i-- {
		hi, lo := bits.Mul64(m, w[i])
		var c uint64
		p[i+1], c = bits.Add64(p[i+1], lo, 0)
		p[i] = hi + c
	}
	if s := uint(max(0, 2-e)); s > 0 { // s < 64
		for i := 4; i > 0; i-- {
			p[i] = p[i]>>s | p[i-1]<<(64-s)
		}
	}
	// x * 2/pi modulo 4 is p[1:] with two places before the point.
	q := int(p[1] >> 62)
	for i := 1; i < 4; i++ {
		p[i] = p[i]<<2 | p[i+1]>>62
	}
	p[4] <<= 2
	neg := p[1]>>63 == 1
	if neg { // round up: the rest is negative
		q = (q + 1) & 3
		c := uint64(1)
		for i := 4; i > 0; i-- {
			p[i], c = bits.Add64(^p[i], 0, c)
		}
	}
	// The first 128 significant places as two floats.
	scale := 0
	v := p[1:]
	for len(v) > 2 && v[0] == 0 {
		v = v[1:]
		scale -= 64
	}
	lz := uint(bits.LeadingZeros64(v[0]))
	hi, lo := v[0]<<lz, uint64(0)
	if len(v) > 1 {
		hi |= v[1] >> (64 - lz)
		lo = v[1] << lz
	}
	if len(v) > 2 {
		lo |= v[2] >> (64 - lz)
	}
	scale -= int(lz) + 64
	r := quickSum(math.Ldexp(float64(hi>>11), scale+11), math.Ldexp(float64(hi&(1<<11-1))*(1<<42)+float64(lo>>22), scale-42))
	if neg {
		r = r.neg()
	}
	return q, r.mul(dd{piHi / 2, piLo / 2})
}

// sinCos are sine and cosine of |r| < 0.83.
func sinCos(r dd) (sin, cos dd) {
	neg := r.hi < 0
	if neg {
		r = r.neg()
	}
	i := int(r.hi*32 + 0.5)
	d := r.addF(-float64(i) / 32)
	t := &trigTable[i]
	S, C := dd{t[0], t[1]}, dd{t[2], t[3]}
	// sin d = d - d**3/6 …, cos d = 1 - d**2/2 …, |d| <= 1/64
	h := d.hi * d.hi
	sd := d.addF(d.hi * h * (-1.0/6 + h*(1.0/120-h*(1.0/5040))))
	sq := d.mul(d).scale(-0.5)
	cd := sq.addF(h * h * (1.0/24 - h*(1.0/720-h*(1.0/40320)))) // cos d - 1
	if i == 0 {
		sin = sd
		cos = cd.addF(1)
	} else {
		sin = S.add(C.mul(sd)).add(S.mul(cd))
		cos = C.add(C.mul(cd)).sub(S.mul(sd))
	}
	if neg {
		sin = sin.neg()
	}
	return sin, cos
}

// near is sine or cosine of |r| < 0.83, computed with one float and what is small beside
// it; ok is false where the error, less than 2**-63, could change the rounding.
func near(r dd, cos bool) (v float64, ok bool) {
	sign := 1.0
	if r.hi < 0 {
		r = r.neg()
		if !cos {
			sign = -1
		}
	}
	i := int(r.hi*32 + 0.5)
	d := twoSum(r.hi, -float64(i)/32)
	d.lo += r.lo
	h := d.hi * d.hi
	sd := d.lo + d.hi*h*(-1.0/6+h*(1.0/120-h*(1.0/5040))) // sin d - d.hi
	if i == 0 && !cos {
		e := d.hi * 0x1p-62
		v = d.hi + (sd - e)
		return v * sign, v == d.hi+(sd+e)
	}
	cd := h*h*(1.0/24-h*(1.0/720-h*(1.0/40320))) - d.hi*d.lo - 0.5*math.FMA(d.hi, d.hi, -h) - 0.5*h // cos d - 1
	t := &trigTable[i]
	a, b := dd{t[0], t[1]}, dd{t[2], t[3]} // sin d cos (i/32) + cos d sin (i/32)
	if cos {
		a, b = b, a.neg()
	}
	p := twoMul(b.hi, d.hi)
	s := twoSum(a.hi, p.hi)
	rest := s.lo + (p.lo + a.lo + b.lo*d.hi + b.hi*sd + a.hi*cd)
	v = s.hi + (rest - 0x1p-62)
	return v * sign, v == s.hi+(rest+0x1p-62)
}

func sincosDD(x float64) (sin, cos dd) {
	q, r := reduce(x)
	return quadrant(q, r)
}

// quadrant are sine and cosine of q*pi/2 + r.
func quadrant(q int, r dd) (sin, cos dd) {
	s, c := sinCos(r)
	switch q {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

// Sin is the sine.
func Sin(x float64) float64 {
	if !isFinite(x) {
		return math.NaN()
	}
	if math.Abs(x) < 1e-9 {
		return x
	}
	q, r := reduce(x)
	if v, ok := near(r, q&1 == 1); ok {
		if q&2 != 0 {
			v = -v
		}
		return v
	}
	s, _ := quadrant(q, r)
	return s.float()
}

// Cos is the cosine.
func Cos(x float64) float64 {
	if !isFinite(x) {
		return math.NaN()
	}
	q, r := reduce(x)
	if v, ok := near(r, q&1 == 0); ok {
		if q == 1 || q == 2 {
			v = -v
		}
		return v
	}
	_, c := quadrant(q, r)
	return c.float()
}

// Sincos returns sine and cosine.
func Sincos(x float64) (sin, cos float64) {
	if !isFinite(x) {
		return math.NaN(), math.NaN()
	}
	if math.Abs(x) < 1e-9 {
		return x, 1
	}
	s, c := sincosDD(x)
	return s.float(), c.float()
}

// Tan is the tangent.
func Tan(x float64) float64 {
	if !isFinite(x) {
		return math.NaN()
	}
	if math.Abs(x) < 1e-9 {
		return x
	}
	s, c := sincosDD(x)
	return s.div(c).float()
}

// atan2DD is the angle of the vector (x, y), both scaled to be near 1: one Newton
// step from math.Atan2.
func atan2DD(y, x dd) float64 {
	a := math.Atan2(y.hi, x.hi)
	s, c := sincosDD(a)
	num := y.mul(c).sub(x.mul(s))
	den := x.mul(c).add(y.mul(s))
	return a + num.float()/den.hi
}

// Atan is the inverse tangent.
func Atan(x float64) float64 {
	a := math.Abs(x)
	if x != x || a < 1e-9 {
		return x
	}
	if a > 1e18 {
		return math.Copysign(math.Pi/2, x)
	}
	return math.Copysign(atan2DD(dd{a, 0}, dd{1, 0}), x)
}

// Atan2 is the angle of the vector (x, y).
func Atan2(y, x float64) float64 {
	if !isFinite(x) || !isFinite(y) || x == 0 || y == 0 {
		return math.Atan2(y, x)
	}
	_, ex := math.Frexp(x)
	_, ey := math.Frexp(y)
	if x > 0 && ey-ex < -60 { // the angle is y/x
		return y / x
	}
	if ey-ex > 70 || ex-ey > 70 {
		return math.Atan2(y, x)
	}
	x, ay := math.Ldexp(x, -ex), math.Ldexp(math.Abs(y), -ex)
	return math.Copysign(atan2DD(dd{ay, 0}, dd{x, 0}), y)
}

// Asin is the inverse sine.
func Asin(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || a > 1:
		return math.NaN()
	case a < 1e-9:
		return x
	case a == 1:
		return math.Copysign(math.Pi/2, x)
	}
	root := twoSum(1, -a).mul(twoSum(1, a)).sqrt()
	return math.Copysign(atan2DD(dd{a, 0}, root), x)
}

// Acos is the inverse cosine.
func Acos(x float64) float64 {
	switch {
	case x != x || x > 1 || x < -1:
		return math.NaN()
	case x == 1:
		return 0
	case x == -1:
		return math.Pi
	}
	root := twoSum(1, -x).mul(twoSum(1, x)).sqrt()
	return atan2DD(root, dd{x, 0})
}
