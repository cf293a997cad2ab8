package py

import (
	"math/big"
	"math/bits"
	"strconv"
	"unicode"
)

// Ints and text.

// defaultMaxStrDigits is CPython's limit for conversions between int and decimal
// text, which take quadratic time there.
const defaultMaxStrDigits = 4300

// MaxDigits returns the limit in force, 0 for none (sys.get_int_max_str_digits).
func (in *Interp) MaxDigits() int {
	switch {
	case in.MaxStrDigits == 0:
		return defaultMaxStrDigits
	case in.MaxStrDigits < 0:
		return 0
	}
	return in.MaxStrDigits
}

// IntString returns the decimal digits of a plain int, however many.
func IntString(v Value) string {
	if v.IsInt() {
		return strconv.FormatInt(v.I(), 10)
	}
	return As[BigInt](v).V.String()
}

// AppendInt appends the decimal digits of a plain int, however many.
func AppendInt(b []byte, v Value) []byte {
	if v.IsInt() {
		return appendInt(b, v.I())
	}
	return As[BigInt](v).V.Append(b, 10)
}

// IntToText is str(v) of an int or an instance of a subclass, within the limit on
// digits.
func IntToText(t *Thread, v Value) (string, error) {
	v = plainInt(v)
	if v.IsInt() {
		return strconv.FormatInt(v.I(), 10), nil
	}
	b := As[BigInt](v).V
	limit := t.Interp.MaxDigits()
	n := b.BitLen()
	if hi, lo, ok := words128(b.Bits()); ok { // 39 digits, which every limit allows
		var buf [40]byte
		text := buf[:0]
		if b.Sign() < 0 {
			text = append(text, '-')
		}
		return string(appendDecimal128(text, hi, lo)), nil
	}
	const exceeds = "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
	if limit > 0 && float64(n-1)*0.30102999 > float64(limit) {
		return "", Raise(ValueError, exceeds, limit)
	}
	if n > 1<<14 {
		if err := chargeText(t, n); err != nil {
			return "", err
		}
	}
	s, err := decimal(t, b)
	if err != nil {
		return "", err
	}
	digits := len(s)
	if s[0] == '-' {
		digits--
	}
	if limit > 0 && digits > limit {
		return "", Raise(ValueError, exceeds, limit)
	}
	return s, nil
}

// chargeText charges the conversion of n bits from or to decimal digits.
func chargeText(t *Thread, n int) error {
	if err := chargeBits(t, 8*min(n, maxIntBits/8)); err != nil {
		return err
	}
	return t.Step(n >> 10)
}

func intRepr(t *Thread, v Value) (Value, error) {
	if v.IsInt() {
		n := v.I()
		if uint64(n) < 10 {
			return Latin1('0' + byte(n)), nil
		}
		var buf [20]byte
		return NewStrBytes(appendInt(buf[:0], n)), nil
	}
	s, err := IntToText(t, v)
	if err != nil {
		return Nil, err
	}
	return NewStr(s), nil
}

// intFromText parses a str or bytes-like v; unbound if v is neither.
func intFromText(t *Thread, v Value, base int) (Value, error) {
	if s, ok := AsStr(v); ok {
		return ParseInt(t, s.String(), base, v)
	}
	if b, ok := Cast[Bytes](v, BytesType); ok {
		return ParseInt(t, string(b.B), base, v)
	}
	if b, ok := Cast[ByteArray](v, ByteArrayType); ok {
		return ParseInt(t, string(b.B), base, NewBytes(append([]byte(nil), b.B...)))
	}
	if base == 10 && v.Type().Slots.Buffer != nil {
		b, err := AsBuffer(t, v)
		if err != nil {
			return Nil, err
		}
		b = append([]byte(nil), b...)
		return ParseInt(t, string(b), base, NewBytes(b))
	}
	return Nil, nil
}

func asciiSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// NumberText returns the text of a numeric literal as ASCII: digits of other
// scripts become 0…9, white space becomes blanks, other characters stay.
func NumberText(s string) string {
	if isASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		r, n := DecodeRune(s)
		switch {
		case r < 128:
			b = append(b, byte(r))
		case unicode.IsSpace(r):
			b = append(b, ' ')
		default:
			if d, ok := DecimalDigit(r); ok {
				b = append(b, '0'+byte(d))
			} else {
				b = append(b, s[:n]...)
			}
		}
		s = s[n:]
	}
	return string(b)
}

// DecimalDigit returns the value of a decimal digit of any script.
func DecimalDigit(r rune) (int, bool) {
	if r >= '0' && r <= '9' {
		return int(r - '0'), true
	}
	if r < 0x660 || !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	// Digits come in runs of ten from zero up, but runs can adjoin.
	for _, x := range unicode.Nd.R16 {
		if r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10, true
		}
	}
	for _, x := range unicode.Nd.R32 {
		if r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10, true
		}
	}
	return 0, false
}

// digitValues are the values of characters as digits, 99 of those that are none.
var digitValues = func() (v [256]uint8) {
	for c := range v {
		switch {
		case c >= '0' && c <= '9':
			v[c] = uint8(c - '0')
		case c >= 'a' && c <= 'z':
			v[c] = uint8(c - 'a' + 10)
		case c >= 'A' && c <= 'Z':
			v[c] = uint8(c - 'A' + 10)
		default:
			v[c] = 99
		}
	}
	return v
}()

func digitValue(c byte) int { return int(digitValues[c]) }

// ParseInt is int(text, base); orig is the object that the error shows (unbound:
// text itself).
func ParseInt(t *Thread, text string, base int, orig Value) (Value, error) {
	s := NumberText(text)
	i, end := 0, len(s)
	for i < end && asciiSpace(s[i]) {
		i++
	}
	for end > i && asciiSpace(s[end-1]) {
		end--
	}
	s = s[i:end]
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	asked := base
	onlyZero := false
	if base == 0 {
		base = 10
		if len(s) > 1 && s[0] == '0' {
			switch s[1] | 0x20 {
			case 'x':
				base = 16
			case 'o':
				base = 8
			case 'b':
				base = 2
			default:
				onlyZero = true // "00" is fine, "01" is not
			}
		}
	}
	if len(s) > 1 && s[0] == '0' {
		if c := s[1] | 0x20; base == 16 && c == 'x' || base == 8 && c == 'o' || base == 2 && c == 'b' {
			s = s[2:]
			if s != "" && s[0] == '_' {
				s = s[1:]
			}
		}
	}
	if len(s) > 15 && (base == 16 || base == 2) && !onlyZero {
		if err := chargeBits(t, min(len(s), maxIntBits/4+1)*4); err != nil {
			return Nil, err
		}
		if v, ok := parseWords(s, bits.Len(uint(base))-1, neg); ok {
			return v, nil
		}
	}
	// One pass for the common case; the digits are checked on the way.
	digits, under := 0, false
	var n uint64
	limit := (uint64(1)<<63 - 1) / 36
	big_ := false
	ok := s != "" && s[0] != '_' && s[len(s)-1] != '_'
	for j := 0; ok && j < len(s); j++ {
		c := s[j]
		if c == '_' {
			under = true
			ok = s[j-1] != '_'
			continue
		}
		d := int(digitValues[c])
		if d >= base {
			ok = false
			break
		}
		digits++
		if n > limit {
			big_ = true
		} else {
			n = n*uint64(base) + uint64(d)
		}
	}
	if max := t.Interp.MaxDigits(); max > 0 && digits > max && base&(base-1) != 0 {
		return Nil, Raise(ValueError, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", max, digits)
	}
	if !ok || onlyZero && (n != 0 || big_) {
		if orig.p == nil {
			orig = NewStr(text)
		}
		r, err := Repr(t, orig)
		if err != nil {
			return Nil, err
		}
		return Nil, Raise(ValueError, "invalid literal for int() with base %d: %s", asked, firstChars(r.String(), 200))
	}
	if !big_ {
		if neg {
			return Int(-int64(n)), nil
		}
		return Int(int64(n)), nil
	}
	if base&(base-1) != 0 {
		if digits > 5000 {
			if err := chargeText(t, digits*bits.Len(uint(base))); err != nil {
				return Nil, err
			}
		}
	} else if err := chargeBits(t, digits*bits.Len(uint(base-1))); err != nil {
		return Nil, err
	}
	if base == 10 && digits <= 38 {
		hi, lo := parse128(s)
		if hi == 0 && lo <= 1<<63-1+uint64(b2i(neg)) {
			if neg {
				lo = -lo
			}
			return Int(int64(lo)), nil
		}
		return newBig128(hi, lo, neg), nil
	}
	if under && base&(base-1) != 0 {
		b := make([]byte, 0, len(s))
		for j := 0; j < len(s); j++ {
			if s[j] != '_' {
				b = append(b, s[j])
			}
		}
		s = string(b)
	}
	var z *big.Int
	if base&(base-1) != 0 {
		var err error
		if z, err = (&powers{base: base}).parse(t, s); err != nil {
			return Nil, err
		}
	} else {
		z = parsePow2(s, digits, bits.Len(uint(base))-1)
	}
	if neg {
		z.Neg(z)
	}
	return NewBig(z), nil
}

// firstChars returns at most n characters of s.
func firstChars(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
