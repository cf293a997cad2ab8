package syntax

import (
	"bytes"
	"fmt"
	"math/big"
	"strconv"
	"unicode/utf8"
)

// number turns the text of a number into a Constant.
func (p *parser) number(t token) *Constant {
	text := p.s.src[t.start:t.end]
	if bytes.IndexByte(text, '_') >= 0 {
		text = bytes.ReplaceAll(text, []byte{'_'}, nil)
	}
	c := &Constant{}
	c.Pos = t.span()
	last := text[len(text)-1] | 0x20
	isPrefixed := len(text) > 1 && text[0] == '0' && text[1] > '9' && text[1] != '.' && text[1]|0x20 != 'e' && text[1]|0x20 != 'j'
	switch {
	case isPrefixed:
		base := map[byte]int{'x': 16, 'o': 8, 'b': 2}[text[1]|0x20]
		c.setInt(string(text[2:]), base)
	case last == 'j':
		c.Kind = ConstImag
		c.Float, _ = strconv.ParseFloat(string(text[:len(text)-1]), 64)
	case bytes.ContainsAny(text, ".eE"):
		c.Kind = ConstFloat
		c.Float, _ = strconv.ParseFloat(string(text), 64)
	default:
		if n := p.opts.MaxIntDigits; n > 0 && len(text) > n {
			p.raise(SyntaxError, fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", n, len(text)), t.span())
		}
		c.setInt(string(text), 10)
	}
	return c
}

func (c *Constant) setInt(text string, base int) {
	c.Kind = ConstInt
	var err error
	if c.Int, err = strconv.ParseInt(text, base, 64); err == nil {
		return
	}
	c.Kind, c.Int = ConstBigInt, 0
	c.Big, _ = new(big.Int).SetString(text, base)
}

// stringLit is a string token taken apart.
type stringLit struct {
	raw, bytes bool
	body       []byte // between the quotes
	start      int    // offset of body in the source
}

func (p *parser) splitString(t token) stringLit {
	var l stringLit
	i, end := int(t.start), int(t.end)
	for ; ; i++ {
		switch p.s.src[i] | 0x20 {
		case 'r':
			l.raw = true
			continue
		case 'b':
			l.bytes = true
			continue
		case 'u':
			continue
		}
		break
	}
	q := p.s.src[i]
	n := 1
	if end-i >= 6 && p.s.src[i+1] == q && p.s.src[i+2] == q {
		n = 3
	}
	l.start = i + n
	l.body = p.s.src[l.start : end-n]
	return l
}

// stringError is what is wrong inside a string literal.
type stringError string

func (e stringError) Error() string { return string(e) }

// decodeBytes returns the value of a bytes literal.
func (p *parser) decodeBytes(l stringLit, t token) (string, error) {
	for _, c := range l.body {
		if c >= 128 {
			return "", stringError("bytes can only contain ASCII literal characters")
		}
	}
	if l.raw || bytes.IndexByte(l.body, '\\') < 0 {
		return string(l.body), nil
	}
	out := make([]byte, 0, len(l.body))
	b := l.body
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' {
			out = append(out, b[i])
			continue
		}
		i++
		c, n, ok := simpleEscape(b[i:])
		switch {
		case ok:
			if n >= 3 && b[i] > '3' {
				p.warnEscape("invalid octal escape sequence '\\"+string(b[i:i+3])+"'", t)
			}
			if c >= 0 {
				out = append(out, byte(c))
			}
			i += n - 1
		case b[i] == 'x':
			v, n := hexValue(b[i+1:], 2)
			if n != 2 {
				return "", stringError("(value error) invalid \\x escape at position " + strconv.Itoa(i-1))
			}
			out = append(out, byte(v))
			i += 2
		default:
			p.warnEscape("invalid escape sequence '\\"+string(rune(b[i]))+"'", t)
			out = append(out, '\\', b[i])
		}
	}
	return string(out), nil
}

// simpleEscape decodes the escapes that strings and bytes share: b starts
// after the backslash. It returns the value (-1 for a line joined) and the
// bytes used.
func simpleEscape(b []byte) (v, n int, ok bool) {
	switch b[0] {
	case '\n':
		return -1, 1, true
	case '\\', '\'', '"':
		return int(b[0]), 1, true
	case 'a':
		return 7, 1, true
	case 'b':
		return 8, 1, true
	case 'f':
		return 12, 1, true
	case 'n':
		return 10, 1, true
	case 'r':
		return 13, 1, true
	case 't':
		return 9, 1, true
	case 'v':
		return 11, 1, true
	case '0', '1', '2', '3', '4', '5', '6', '7':
		for n < 3 && n < len(b) && b[n] >= '0' && b[n] <= '7' {
			v = v<<3 | int(b[n]-'0')
			n++
		}
		return v, n, true
	}
	return 0, 0, false
}

// hexValue reads up to limit hexadecimal digits.
func hexValue(b []byte, limit int) (v, n int) {
	for n < limit && n < len(b) && isHex(b[n]) {
		d := b[n]
		switch {
		case d <= '9':
			d -= '0'
		default:
			d = d&^0x20 - 'A' + 10
		}
		v = v<<4 | int(d)
		n++
	}
	return v, n
}

// decodeText returns the value, in WTF-8, of the text of a string or f-string
// that starts at offset start of the source.
func (p *parser) decodeText(b []byte, start int, raw bool, t token) (string, error) {
	i := bytes.IndexByte(b, '\\')
	if raw || i < 0 {
		return string(b), nil
	}
	out := make([]byte, 0, len(b))
	for i = 0; i < len(b); i++ {
		if b[i] != '\\' {
			out = append(out, b[i])
			continue
		}
		at := i
		i++
		if i >= len(b) { // only in f-strings: f"\{x}"
			out = append(out, '\\')
			break
		}
		c, n, ok := simpleEscape(b[i:])
		if ok {
			if c > 255 {
				p.warnEscape("invalid octal escape sequence '\\"+string(b[i:i+3])+"'", t)
			}
			if c >= 0 {
				out = appendWTF8(out, rune(c))
			}
			i += n - 1
			continue
		}
		switch b[i] {
		case 'x', 'u', 'U':
			want := map[byte]int{'x': 2, 'u': 4, 'U': 8}[b[i]]
			v, n := hexValue(b[i+1:], want)
			if n != want {
				return "", escapeError(b, at, i+1+n, "truncated \\"+string(rune(b[i]))+"XXXXXXXX"[:want]+" escape")
			}
			i += want
			if v > utf8.MaxRune {
				return "", escapeError(b, at, i+1, "illegal Unicode character")
			}
			out = appendWTF8(out, rune(v))
		case 'N':
			r, end, err := p.namedChar(b, at)
			if err != nil {
				return "", err
			}
			out = appendWTF8(out, r)
			i = end
		default:
			r, n := utf8.DecodeRune(b[i:])
			// The scanner has warned of \{ and \} in f-strings.
			if t.kind != tFMiddle || r != '{' && r != '}' {
				p.warnEscape("invalid escape sequence '\\"+string(r)+"'", t)
			}
			out = append(out, '\\')
			out = append(out, b[i:i+n]...)
			i += n - 1
		}
	}
	return string(out), nil
}

// namedChar decodes \N{…} at b[at:] and returns the index of its last byte.
func (p *parser) namedChar(b []byte, at int) (rune, int, error) {
	if at+2 < len(b) && b[at+2] == '{' {
		if n := bytes.IndexByte(b[at+3:], '}'); n > 0 {
			end := at + 3 + n
			if p.opts.LookupName == nil {
				return 0, 0, stringError("(unicode error) \\N escapes not supported (can't load unicodedata module)")
			}
			if r, ok := p.opts.LookupName(string(b[at+3 : end])); ok {
				return r, end, nil
			}
			return 0, 0, escapeError(b, at, end+1, "unknown Unicode character name")
		} else if n == 0 {
			return 0, 0, escapeError(b, at, at+3, "malformed \\N character escape")
		}
		return 0, 0, escapeError(b, at, len(b), "malformed \\N character escape")
	}
	return 0, 0, escapeError(b, at, at+2, "malformed \\N character escape")
}

// escapeError words an error in b[from:to] as CPython's codec does. CPython
// first replaces characters beyond ASCII by escapes of ten characters.
func escapeError(b []byte, from, to int, reason string) error {
	at := 0
	for _, r := range string(b[:from]) {
		if r < 128 {
			at++
		} else {
			at += 10
		}
	}
	end := at + to - from - 1
	if end == at {
		return stringError(fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode byte 0x%02x in position %d: %s", b[from], at, reason))
	}
	return stringError("(unicode error) 'unicodeescape' codec can't decode bytes in position " +
		strconv.Itoa(at) + "-" + strconv.Itoa(end) + ": " + reason)
}

// appendWTF8 is utf8.AppendRune that also encodes surrogates.
func appendWTF8(b []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}

// warnEscape warns about a bad escape in token t. CPython gives the line where the
// token begins.
func (p *parser) warnEscape(msg string, t token) {
	p.s.warn(msg, Span{Line: t.line, Col: t.col})
}
