package py

import (
	"unicode/utf8"
	"unsafe"
)

const hexDigits = "0123456789abcdef"

func strRepr(t *Thread, v Value) (Value, error) {
	s := (*Str)(v.p)
	text := s.String()
	if err := chargeStr(t, len(text)+2); err != nil {
		return Nil, err
	}
	b := appendQuoted(t.Scratch(len(text)+2), text, false)
	if len(b) > MaxStr {
		return Nil, Raise(MemoryError, "")
	}
	return t.ScratchStr(b), nil
}

// QuoteStr returns repr() of a text.
func QuoteStr(s string) string { return string(appendQuoted(nil, s, false)) }

// quoteFor returns the quotation mark that repr() uses.
func quoteFor(s string) byte {
	single := false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			return '\''
		case '\'':
			single = true
		}
	}
	if single {
		return '"'
	}
	return '\''
}

// appendQuoted appends repr(s), with ascii of ascii(s).
func appendQuoted(b []byte, s string, ascii bool) []byte {
	q := quoteFor(s)
	b = append(b, q)
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 127 && c != q && c != '\\' {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = DecodeRune(s[i:])
		}
		switch {
		case r == '\\' || r == rune(q):
			b = append(b, '\\', c)
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\r':
			b = append(b, '\\', 'r')
		case r == '\t':
			b = append(b, '\\', 't')
		case r >= 127 && !ascii && isPrintable(r):
			b = append(b, s[i:i+n]...)
		default:
			b = appendEscape(b, r)
		}
		i += n
		start = i
	}
	return append(append(b, s[start:]...), q)
}

// appendEscape appends \xhh, \uhhhh or \Uhhhhhhhh.
func appendEscape(b []byte, r rune) []byte {
	n := 2
	switch {
	case r > 0xFFFF:
		b = append(b, '\\', 'U')
		n = 8
	case r > 0xFF:
		b = append(b, '\\', 'u')
		n = 4
	default:
		b = append(b, '\\', 'x')
	}
	return appendHex(b, uint32(r), n)
}

func appendHex(b []byte, x uint32, digits int) []byte {
	for i := digits - 1; i >= 0; i-- {
		b = append(b, hexDigits[x>>(4*i)&15])
	}
	return b
}

// ASCII is ascii(v).
func ASCII(t *Thread, v Value) (*Str, error) {
	s, err := Repr(t, v)
	if err != nil || s.ASCII() {
		return s, err
	}
	text := s.String()
	if err := chargeStr(t, len(text)*4); err != nil {
		return nil, err
	}
	b := make([]byte, 0, len(text)*2)
	for i := 0; i < len(text); {
		r, n := DecodeRune(text[i:])
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else {
			b = appendEscape(b, r)
		}
		i += n
	}
	return (*Str)(takeStr(b).p), nil
}

// ToWTF8 makes the bytes of a Go string that come from outside (a file name, an
// argument) into the text of a str: bytes that are not UTF-8 become lone surrogates
// U+DC80…U+DCFF, as with CPython's surrogateescape.
func ToWTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			b = AppendRune(b, 0xDC00+rune(s[i]))
			i++
			continue
		}
		b = append(b, s[i:i+n]...)
		i += n
	}
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// validWTF8 is ToWTF8 for text that may have lone surrogates already, like messages
// that quote Python strings.
func validWTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			b = append(b, s[i:i+n]...)
		case len(s)-i >= 3 && s[i] == 0xED && s[i+1] >= 0xA0 && s[i+1] <= 0xBF && s[i+2]&0xC0 == 0x80:
			n = 3
			b = append(b, s[i:i+n]...)
		default:
			b = AppendRune(b, 0xDC00+rune(s[i]))
		}
		i += n
	}
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// FromWTF8 undoes [ToWTF8]: surrogates that stand for bytes become those bytes.
func FromWTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		if r >= 0xDC80 && r <= 0xDCFF {
			b = append(b, byte(r))
		} else {
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return unsafe.String(unsafe.SliceData(b), len(b))
}
