package py

import (
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"
	"unsafe"
)

// Conversions that need nothing but the words of a number: from and to text in bases
// that are powers of two, and bytes.

// AppendPow2 appends the digits of |z| in base 1<<shift, which is 2, 8 or 16.
func AppendPow2(b []byte, z *big.Int, shift int) []byte {
	n := (z.BitLen() + shift - 1) / shift
	if n == 0 {
		return append(b, '0')
	}
	at := len(b)
	if cap(b)-at < n {
		b = append(make([]byte, 0, at+n), b...)
	}
	b = b[:at+n]
	d := b[at:]
	w := z.Bits()
	if bits.UintSize != 64 || shift == 3 {
		mask := uint(1)<<shift - 1
		var acc, have uint // digits that lie across words
		i := n
		for _, x := range w {
			x := uint(x)
			if have != 0 {
				need := uint(shift) - have
				i--
				d[i] = '0' + byte(acc|x<<have&mask)
				x >>= need
				have = bits.UintSize - need
			} else {
				have = bits.UintSize
			}
			for have >= uint(shift) && i > 0 {
				i--
				c := byte(x & mask)
				if c > 9 {
					c += 'a' - '0' - 10
				}
				d[i] = '0' + c
				x >>= shift
				have -= uint(shift)
			}
			acc = x
		}
		if i > 0 {
			d[0] = '0' + byte(acc)
		}
		return b
	}
	per := 64 / shift
	var buf [64]byte
	for _, x := range w {
		to := buf[64-per:]
		if len(d) >= per {
			to = d[len(d)-per:]
		}
		if shift == 4 {
			binary.BigEndian.PutUint64(to, hexWord(uint64(x>>32)))
			binary.BigEndian.PutUint64(to[8:16], hexWord(uint64(x&0xffffffff)))
		} else {
			for k := 0; k < 64; k += 8 {
				// The bits of a byte, the highest first, each in a byte of its own.
				p := uint64(x>>(56-k)&0xff) * 0x8040201008040201 >> 7 & 0x0101010101010101
				binary.LittleEndian.PutUint64(to[k:k+8], p|0x3030303030303030)
			}
		}
		if len(d) < per {
			copy(d, buf[64-len(d):])
			break
		}
		d = d[:len(d)-per]
	}
	return b
}

// hexWord returns the eight hexadecimal digits of x.
func hexWord(x uint64) uint64 {
	// Each nibble into a byte of its own; those above 9 become letters.
	x = (x | x<<16) & 0x0000ffff0000ffff
	x = (x | x<<8) & 0x00ff00ff00ff00ff
	x = (x | x<<4) & 0x0f0f0f0f0f0f0f0f
	letters := (x + 0x0606060606060606) >> 4 & 0x0101010101010101
	return x + 0x3030303030303030 + letters*('a'-'0'-10)
}

// parseWords returns the value of digits in base 1<<shift, 2 or 16; false if others
// are among them.
func parseWords(s string, shift int, neg bool) (Value, bool) {
	per := bits.UintSize / shift
	o, w := newBox((len(s) + per - 1) / per)
	bad := uint(0)
	for k := range w {
		p := s[max(0, len(s)-per):]
		s = s[:len(s)-len(p)]
		x := uint(0)
		for i := 0; i < len(p); i++ {
			d := uint(digitValues[p[i]])
			bad |= d
			x = x<<shift | d
		}
		w[k] = big.Word(x)
	}
	if bad>>shift != 0 {
		return Nil, false
	}
	o.z.SetBits(w)
	if neg {
		o.z.Neg(&o.z)
	}
	if o.z.IsInt64() {
		return Int(o.z.Int64()), true
	}
	return Value{unsafe.Pointer(&o.BigInt), 0}, true
}

// parsePow2 returns the value of digits, which are all right and n without the
// underscores, in base 1<<shift.
func parsePow2(s string, n, shift int) *big.Int {
	w := make([]big.Word, (n*shift+bits.UintSize-1)/bits.UintSize)
	var acc uint
	have, k := uint(0), 0
	for i := len(s) - 1; i >= 0; i-- {
		c := s[i]
		if c == '_' {
			continue
		}
		d := uint(digitValues[c])
		acc |= d << have
		if have += uint(shift); have >= bits.UintSize {
			w[k] = big.Word(acc)
			k++
			have -= bits.UintSize
			acc = d >> (uint(shift) - have)
		}
	}
	if k < len(w) {
		w[k] = big.Word(acc)
	}
	return new(big.Int).SetBits(w)
}

// parse128 returns the value of at most 38 decimal digits among underscores.
func parse128(s string) (hi, lo uint64) {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '_' {
			h, l := bits.Mul64(lo, 10)
			var carry uint64
			lo, carry = bits.Add64(l, uint64(c-'0'), 0)
			hi = hi*10 + h + carry
		}
	}
	return hi, lo
}

// appendDecimal128 appends the decimal digits of hi*2**64 + lo, which is not 0.
func appendDecimal128(b []byte, hi, lo uint64) []byte {
	const e19 = 10_000_000_000_000_000_000
	var buf [39]byte
	i := len(buf)
	for hi|lo != 0 {
		h := hi / e19
		l, r := bits.Div64(hi%e19, lo, e19)
		hi, lo = h, l
		for k := 0; k < 19 && (r != 0 || hi|lo != 0); k++ {
			i--
			buf[i] = '0' + byte(r%10)
			r /= 10
		}
	}
	return append(b, buf[i:]...)
}

// putUint writes n into all of b, zeros in front; false if it does not fit.
func putUint(b []byte, n uint64, little bool) bool {
	if len(b) < 8 && n>>(8*len(b)) != 0 {
		return false
	}
	clear(b)
	if little {
		for i := range min(8, len(b)) {
			b[i] = byte(n >> (8 * i))
		}
		return true
	}
	for i := range min(8, len(b)) {
		b[len(b)-1-i] = byte(n >> (8 * i))
	}
	return true
}

// putWordsLE writes the words of a number into b, of which the rest is zero.
func putWordsLE(b []byte, w []big.Word) {
	const size = bits.UintSize / 8
	for _, x := range w {
		if len(b) >= size {
			if size == 8 {
				binary.LittleEndian.PutUint64(b, uint64(x))
			} else {
				binary.LittleEndian.PutUint32(b, uint32(x))
			}
			b = b[size:]
			continue
		}
		for i := range b {
			b[i] = byte(x >> (8 * i))
		}
		b = nil
	}
}

// putWordsBE is putWordsLE with the highest byte first.
func putWordsBE(b []byte, w []big.Word) {
	const size = bits.UintSize / 8
	for _, x := range w {
		n := len(b)
		if n >= size {
			if size == 8 {
				binary.BigEndian.PutUint64(b[n-size:], uint64(x))
			} else {
				binary.BigEndian.PutUint32(b[n-size:], uint32(x))
			}
			b = b[:n-size]
			continue
		}
		for i := range b {
			b[n-1-i] = byte(x >> (8 * i))
		}
		b = nil
	}
}

// getWords returns the number of b, of more than 8 bytes and without a sign.
func getWords(b []byte, little bool) Value {
	const size = bits.UintSize / 8
	o, w := newBox((len(b) + size - 1) / size)
	for k := range w {
		var x uint64
		p := b
		if n := len(b); little {
			p = b[:min(size, n)]
			b = b[len(p):]
			for i := len(p) - 1; i >= 0 && len(p) < 8; i-- {
				x = x<<8 | uint64(p[i])
			}
			if len(p) == 8 {
				x = binary.LittleEndian.Uint64(p)
			}
		} else {
			p = b[max(0, n-size):]
			b = b[:n-len(p)]
			for i := 0; i < len(p) && len(p) < 8; i++ {
				x = x<<8 | uint64(p[i])
			}
			if len(p) == 8 {
				x = binary.BigEndian.Uint64(p)
			}
		}
		w[k] = big.Word(x)
	}
	o.z.SetBits(w)
	if o.z.IsInt64() {
		return Int(o.z.Int64())
	}
	return Value{unsafe.Pointer(&o.BigInt), 0}
}

// GCD128 is the greatest common divisor of big ints of up to 128 bits.
func GCD128(a, b Value) (Value, bool) {
	ah, al, ok := words128(As[BigInt](a).V.Bits())
	bh, bl, ok2 := words128(As[BigInt](b).V.Bits())
	if !ok || !ok2 {
		return Nil, false
	}
	for bh != 0 {
		_, _, rh, rl := div128(ah, al, bh, bl)
		ah, al, bh, bl = bh, bl, rh, rl
	}
	if bl != 0 {
		_, _, _, r := div128(ah, al, 0, bl)
		for al = bl; r != 0; {
			al, r = r, al%r
		}
		return NewUint(al), true
	}
	if ah == 0 {
		return NewUint(al), true
	}
	return newBig128(ah, al, false), true
}

// TopBits returns the 64 bits of |z| from bit s on.
func TopBits(z *big.Int, s uint) uint64 {
	if bits.UintSize == 64 {
		return bitsAt(z.Bits(), s)
	}
	return new(big.Int).And(new(big.Int).Rsh(new(big.Int).Abs(z), s), new(big.Int).SetUint64(1<<64-1)).Uint64()
}

// quickTrueDiv is x/y from the leading 64 bits of both, if these tell how to round.
func quickTrueDiv(x, y *big.Int) (float64, bool) {
	nx, ny := x.BitLen(), y.BitLen()
	if e := nx - ny; e < -900 || e > 900 || bits.UintSize != 64 {
		return 0, false
	}
	// Both as 64 bits with the highest one set, rounded down.
	mx, my := topWord(x, nx), topWord(y, ny)
	if my == 1<<64-1 {
		return 0, false
	}
	// The quotient times 2**62 lies between the two, with some room.
	lo, _ := bits.Div64(mx>>2, mx<<62, my+1)
	hi := lo + 16
	e := nx - ny - 62
	f, g := math.Ldexp(float64(lo-8|1), e), math.Ldexp(float64(hi|1), e)
	if f != g {
		return 0, false
	}
	if x.Sign() != y.Sign() {
		f = -f
	}
	return f, true
}

// topWord is the leading 64 bits of |z|, which has n.
func topWord(z *big.Int, n int) uint64 {
	if n >= 64 {
		return bitsAt(z.Bits(), uint(n-64))
	}
	return uint64(z.Bits()[0]) << (64 - n)
}
