package compile

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/woma-lang/woma/internal/bytecode"
)

// constRepr is Python's repr() of a constant.
func constRepr(k *bytecode.Const) string {
	switch k.Kind {
	case bytecode.ConstFloat:
		return floatRepr(k.Float)
	case bytecode.ConstComplex:
		im := strings.TrimSuffix(floatRepr(k.Imag), ".0") + "j"
		if k.Float == 0 && !math.Signbit(k.Float) {
			return im
		}
		re := strings.TrimSuffix(floatRepr(k.Float), ".0")
		if !strings.HasPrefix(im, "-") {
			im = "+" + im
		}
		return "(" + re + im + ")"
	case bytecode.ConstStr:
		return strRepr(k.Str)
	case bytecode.ConstBytes:
		return bytesRepr(k.Str)
	case bytecode.ConstTuple, bytecode.ConstFrozenSet:
		var parts []string
		for i := range k.Items {
			parts = append(parts, constRepr(&k.Items[i]))
		}
		if len(parts) == 1 {
			return "(" + parts[0] + ",)"
		}
		return "(" + strings.Join(parts, ", ") + ")"
	}
	return k.String()
}

// floatRepr is Python's repr() of a float.
func floatRepr(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case math.IsNaN(f):
		return "nan"
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		s := strconv.FormatFloat(f, 'e', -1, 64)
		return s
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// quoteFor chooses the quotes of a literal.
func quoteFor(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

const hexDigits = "0123456789abcdef"

// strRepr is Python's repr() of a str given as WTF-8.
func strRepr(s string) string {
	q := quoteFor(s)
	b := []byte{q}
	hex := func(prefix byte, n int, r rune) {
		b = append(b, '\\', prefix)
		for ; n > 0; n-- {
			b = append(b, hexDigits[r>>(4*(n-1))&15])
		}
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			n = min(3, len(s)-i) // a lone surrogate
			if n == 3 {
				hex('u', 4, rune(s[i]&15)<<12|rune(s[i+1]&63)<<6|rune(s[i+2]&63))
			}
			i += n
			continue
		}
		i += n
		switch {
		case r == rune(q) || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r == ' ' || unicode.IsPrint(r):
			b = utf8.AppendRune(b, r)
		case r < 0x100:
			hex('x', 2, r)
		case r < 0x10000:
			hex('u', 4, r)
		default:
			hex('U', 8, r)
		}
	}
	return string(append(b, q))
}

// bytesRepr is Python's repr() of bytes.
func bytesRepr(s string) string {
	q := quoteFor(s)
	b := []byte{'b', q}
	for i := range len(s) {
		switch c := s[i]; {
		case c == q || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case c < ' ' || c >= 0x7f:
			b = append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, q))
}
