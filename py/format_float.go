package py

import (
	"math"
	"strconv"
)

// Text of floats: repr, and the layouts of e, f and g.

// FloatRepr returns the shortest text that reads back as f, as repr() shows it.
func FloatRepr(f float64) string {
	var buf [32]byte
	return string(AppendFloatRepr(buf[:0], f))
}

// AppendFloatRepr appends repr(f): an exponent from 1e16 up and below 1e-4, and
// ".0" after a whole number.
func AppendFloatRepr(b []byte, f float64) []byte {
	return appendFloat(b, f, 'r', 0, false, true)
}

// appendFloat appends f without an exponent's or infinity's capital letters. verb is
// 'r' (shortest), 'e', 'f' or 'g'; alt is the flag #, dot0 asks for ".0" after a
// number that would look like an int (and makes 'g' switch to an exponent one digit
// earlier, as CPython does for format(f, '.3')).
func appendFloat(b []byte, f float64, verb byte, prec int, alt, dot0 bool) []byte {
	switch {
	case math.IsNaN(f):
		return append(b, "nan"...)
	case math.IsInf(f, 1):
		return append(b, "inf"...)
	case math.IsInf(f, -1):
		return append(b, "-inf"...)
	}
	switch verb {
	case 'f':
		b = strconv.AppendFloat(b, f, 'f', prec, 64)
		if alt && prec == 0 {
			b = append(b, '.')
		}
		return b
	case 'e':
		n := len(b)
		b = strconv.AppendFloat(b, f, 'e', prec, 64)
		if alt && prec == 0 {
			b = insertDot(b, n)
		}
		return b
	case 'r':
		if f == math.Trunc(f) && math.Abs(f) < 1e15 && !(f == 0 && math.Signbit(f)) {
			b = strconv.AppendInt(b, int64(f), 10)
			return appendDot0(b, alt, dot0)
		}
		var tmp [32]byte
		return layFloat(b, strconv.AppendFloat(tmp[:0], f, 'e', -1, 64), 0, 16, alt, dot0)
	}
	prec = max(prec, 1)
	limit := prec
	if dot0 {
		limit--
	}
	var tmp [40]byte
	return layFloat(b, strconv.AppendFloat(tmp[:0], f, 'e', prec-1, 64), prec, limit, alt, dot0)
}

func appendDot0(b []byte, alt, dot0 bool) []byte {
	if dot0 {
		return append(b, '.', '0')
	}
	if alt {
		return append(b, '.')
	}
	return b
}

func insertDot(b []byte, from int) []byte {
	for i := from; i < len(b); i++ {
		if b[i] == 'e' {
			b = append(b, 0)
			copy(b[i+1:], b[i:])
			b[i] = '.'
			break
		}
	}
	return b
}

// layFloat lays out sci ("-d.ddde±dd"): with an exponent if the decimal point would
// stand right of limit digits or left of 0.000d. With alt, prec digits are kept;
// otherwise trailing zeros go.
func layFloat(b, sci []byte, prec, limit int, alt, dot0 bool) []byte {
	if sci[0] == '-' {
		b = append(b, '-')
		sci = sci[1:]
	}
	e := len(sci) - 1
	for sci[e] != 'e' {
		e--
	}
	exp := 0
	for _, c := range sci[e+2:] {
		exp = exp*10 + int(c-'0')
	}
	if sci[e+1] == '-' {
		exp = -exp
	}
	digits := sci[:e]
	if len(digits) > 1 { // close the gap of the point
		copy(digits[1:], digits[2:])
		digits = digits[:len(digits)-1]
	}
	if !alt || prec == 0 {
		for len(digits) > 1 && digits[len(digits)-1] == '0' {
			digits = digits[:len(digits)-1]
		}
	}
	n := len(digits)
	point := exp + 1
	if point <= -4 || point > limit {
		b = append(b, digits[0])
		if n > 1 {
			b = append(append(b, '.'), digits[1:]...)
		} else if alt {
			b = append(b, '.')
		}
		b = append(b, 'e', '+')
		if exp < 0 {
			b[len(b)-1] = '-'
			exp = -exp
		}
		if exp < 10 {
			b = append(b, '0')
		}
		return strconv.AppendInt(b, int64(exp), 10)
	}
	switch {
	case point <= 0:
		b = append(b, '0', '.')
		for ; point < 0; point++ {
			b = append(b, '0')
		}
		return append(b, digits...)
	case n <= point:
		b = append(b, digits...)
		for ; n < point; n++ {
			b = append(b, '0')
		}
		return appendDot0(b, alt, dot0)
	}
	b = append(b, digits[:point]...)
	return append(append(b, '.'), digits[point:]...)
}

// floatCode appends f as a type code of the format language shows it: "eEfFgGn%" or
// 0 for none. prec < 0 is the default.
func (s *FormatSpec) floatCode(t *Thread, f float64) ([]byte, error) {
	verb := byte(s.Type)
	prec, dot0, upper, percent := s.Prec, false, false, false
	def := 6
	switch verb {
	case 0:
		verb, def, dot0 = 'r', 0, true
		if prec >= 0 {
			verb = 'g'
		}
	case 'n':
		verb = 'g'
	case '%':
		verb, percent = 'f', true
		f *= 100
	case 'E', 'F', 'G':
		verb, upper = verb|0x20, true
	}
	if prec < 0 {
		prec = def
	}
	if prec > math.MaxInt32 {
		return nil, Raise(ValueError, "precision too big")
	}
	if err := chargeStr(t, prec); err != nil {
		return nil, err
	}
	b := appendFloat(make([]byte, 0, 32), f, verb, prec, s.Alt, dot0)
	if s.NoNegZero && b[0] == '-' && allZero(b[1:]) {
		b = b[1:]
	}
	if upper {
		for i, c := range b {
			if c >= 'a' && c <= 'z' {
				b[i] = c - 32
			}
		}
	}
	if percent {
		b = append(b, '%')
	}
	return b, nil
}

func allZero(b []byte) bool {
	for _, c := range b {
		switch {
		case c == '0' || c == '.':
		case c == 'e':
			return true
		default:
			return false
		}
	}
	return true
}

// splitNumber cuts the sign and the digits before the point off.
func splitNumber(b []byte) (neg bool, digits, rest []byte) {
	if b[0] == '-' {
		neg = true
		b = b[1:]
	}
	i := 0
	for i < len(b) && b[i] >= '0' && b[i] <= '9' {
		i++
	}
	return neg, b[:i], b[i:]
}

// FormatFloat is format(f, spec) for a spec that is not empty.
func FormatFloat(t *Thread, f float64, spec FormatSpec) (Value, error) {
	switch spec.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
	default:
		return Nil, spec.unknownType()
	}
	b, err := spec.floatCode(t, f)
	if err != nil {
		return Nil, err
	}
	neg, digits, rest := splitNumber(b)
	return spec.number(t, neg, "", digits, rest)
}

// FormatComplex is format(c, spec) for a spec that is not empty.
func FormatComplex(t *Thread, c complex128, spec FormatSpec) (Value, error) {
	switch spec.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return Nil, spec.unknownType()
	}
	spec.fit('>')
	if spec.Fill == '0' {
		return Nil, Raise(ValueError, "Zero padding is not allowed in complex format specifier")
	}
	if spec.Align == '=' {
		return Nil, Raise(ValueError, "'=' alignment flag is not allowed in complex format specifier")
	}
	part := spec
	part.Width, part.Align, part.Fill = -1, '<', ' '
	parens, skipRe := false, false
	re, im := real(c), imag(c)
	if spec.Type == 0 {
		if re == 0 && !math.Signbit(re) {
			skipRe = true
		} else {
			parens = true
		}
	}
	var out []byte
	if parens {
		out = append(out, '(')
	}
	if !skipRe {
		b, err := part.complexPart(t, re)
		if err != nil {
			return Nil, err
		}
		neg, digits, rest := splitNumber(b)
		if out, err = part.appendNumber(t, out, neg, "", digits, rest); err != nil {
			return Nil, err
		}
		part.Sign = '+'
	}
	b, err := part.complexPart(t, im)
	if err != nil {
		return Nil, err
	}
	neg, digits, rest := splitNumber(b)
	if out, err = part.appendNumber(t, out, neg, "", digits, rest); err != nil {
		return Nil, err
	}
	out = append(out, 'j')
	if parens {
		out = append(out, ')')
	}
	return spec.pad(t, out, len(out))
}

// complexPart is floatCode without the ".0" of whole numbers.
func (s *FormatSpec) complexPart(t *Thread, f float64) ([]byte, error) {
	if s.Type != 0 {
		return s.floatCode(t, f)
	}
	if s.Prec > math.MaxInt32 {
		return nil, Raise(ValueError, "precision too big")
	}
	if err := chargeStr(t, s.Prec); err != nil {
		return nil, err
	}
	verb := byte('r')
	if s.Prec >= 0 {
		verb = 'g'
	}
	b := appendFloat(nil, f, verb, max(0, s.Prec), s.Alt, false)
	if s.NoNegZero && b[0] == '-' && allZero(b[1:]) {
		b = b[1:]
	}
	return b, nil
}
