package io

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// codec turns bytes into text piece by piece. It knows how many bytes at the end of
// a piece belong to a character that is not complete; the rest is package py's.
type codec struct {
	encoding string // as the program wrote it
	errors   string
	kind     codecKind
	started  bool // a byte order mark was looked for (when reading) or written
	big      bool // utf-16 and utf-32 found to be big-endian
	order    bool // the byte order is known
}

type codecKind uint8

const (
	codecOther codecKind = iota
	codecUTF8
	codecASCII
	codecLatin1
	codecUTF8Sig
	codecUTF16
	codecUTF16LE
	codecUTF16BE
	codecUTF32
	codecUTF32LE
	codecUTF32BE
)

// newCodec returns the codec of a name; LookupError if there is none.
func newCodec(t *py.Thread, encoding, errors string) (*codec, error) {
	c := &codec{encoding: encoding, errors: errors}
	if encoding == "utf-8" || encoding == "UTF-8" {
		c.kind = codecUTF8
		return c, nil
	}
	name := strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(encoding))
	switch name {
	case "utf8", "u8", "utf", "cp65001":
		c.kind = codecUTF8
	case "ascii", "usascii", "646":
		c.kind = codecASCII
	case "latin1", "latin", "iso88591", "l1", "8859", "cp819":
		c.kind = codecLatin1
	case "utf8sig":
		c.kind = codecUTF8Sig
	case "utf16", "u16":
		c.kind = codecUTF16
	case "utf16le":
		c.kind = codecUTF16LE
	case "utf16be":
		c.kind = codecUTF16BE
	case "utf32", "u32":
		c.kind = codecUTF32
	case "utf32le":
		c.kind = codecUTF32LE
	case "utf32be":
		c.kind = codecUTF32BE
	default:
		if _, err := py.Decode(t, nil, encoding, "strict"); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// partial returns how many bytes at the end of p are the start of a character.
func (c *codec) partial(p []byte) int {
	switch c.kind {
	case codecUTF8, codecUTF8Sig:
		if c.kind == codecUTF8Sig && !c.started && len(p) < 3 && strings.HasPrefix("\xef\xbb\xbf", string(p)) {
			return len(p)
		}
		for i := 1; i <= 3 && i <= len(p); i++ {
			b := p[len(p)-i]
			if b < 0x80 {
				return 0
			}
			if b >= 0xC0 {
				if !utf8.FullRune(p[len(p)-i:]) {
					return i
				}
				return 0
			}
		}
		return 0
	case codecUTF16, codecUTF16LE, codecUTF16BE:
		if c.kind == codecUTF16 && !c.order && len(p) < 2 {
			return len(p)
		}
		n := len(p) % 2
		if len(p) >= 2+n {
			hi := p[len(p)-n-1]
			if c.isBig(p) {
				hi = p[len(p)-n-2]
			}
			if hi&0xFC == 0xD8 {
				n += 2
			}
		}
		return n
	case codecUTF32, codecUTF32LE, codecUTF32BE:
		if c.kind == codecUTF32 && !c.order && len(p) < 4 {
			return len(p)
		}
		return len(p) % 4
	}
	return 0
}

func (c *codec) isBig(p []byte) bool {
	switch c.kind {
	case codecUTF16BE, codecUTF32BE:
		return true
	case codecUTF16LE, codecUTF32LE:
		return false
	}
	if c.order {
		return c.big
	}
	return len(p) >= 2 && p[0] == 0xFE && p[1] == 0xFF || len(p) >= 4 && p[0] == 0 && p[1] == 0 && p[2] == 0xFE
}

// decodeOwn is decode for a p that nobody will change: the text may be its memory.
func (c *codec) decodeOwn(t *py.Thread, p []byte) (string, error) {
	if c.kind == codecUTF8 && utf8.Valid(p) || c.kind == codecASCII && isASCII(p) {
		return unsafe.String(unsafe.SliceData(p), len(p)), nil
	}
	return c.decode(t, p)
}

// decode decodes p, which has no incomplete character at its end unless final.
func (c *codec) decode(t *py.Thread, p []byte) (string, error) {
	if len(p) == 0 {
		return "", nil
	}
	name := c.encoding
	switch c.kind {
	case codecUTF8:
		if utf8.Valid(p) {
			return string(p), nil
		}
	case codecUTF8Sig:
		if !c.started && len(p) >= 3 && string(p[:3]) == "\xef\xbb\xbf" {
			p = p[3:]
		}
		c.started = true
		name = "utf-8"
	case codecASCII:
		if isASCII(p) {
			return string(p), nil
		}
	case codecUTF16, codecUTF32:
		if !c.order {
			c.big, c.order = c.isBig(p), true
			if c.kind == codecUTF16 && len(p) >= 2 && (p[0] == 0xFF && p[1] == 0xFE || p[0] == 0xFE && p[1] == 0xFF) {
				p = p[2:]
			} else if c.kind == codecUTF32 && len(p) >= 4 && (string(p[:4]) == "\xff\xfe\x00\x00" || string(p[:4]) == "\x00\x00\xfe\xff") {
				p = p[4:]
			}
		}
		name = "utf-16-le"
		switch {
		case c.kind == codecUTF16 && c.big:
			name = "utf-16-be"
		case c.kind == codecUTF32 && c.big:
			name = "utf-32-be"
		case c.kind == codecUTF32:
			name = "utf-32-le"
		}
	}
	v, err := py.Decode(t, p, name, c.errors)
	if err != nil {
		return "", err
	}
	s, ok := py.AsStr(v)
	if !ok {
		return "", py.Raise(py.TypeError, "decoder should return a string result, not '%s'", py.TypeName(v))
	}
	return s.String(), nil
}

// encode appends the bytes of s to dst. atStart says that the stream is at its
// beginning, where a byte order mark belongs.
func (c *codec) encode(t *py.Thread, dst []byte, s *py.Str, atStart bool) ([]byte, error) {
	switch c.kind {
	case codecUTF8:
		if s.ASCII() || utf8.ValidString(s.String()) {
			return append(dst, s.String()...), nil
		}
	case codecASCII, codecLatin1:
		if s.ASCII() {
			return append(dst, s.String()...), nil
		}
	}
	name := c.encoding
	switch c.kind {
	case codecUTF8Sig:
		name = "utf-8"
		if !c.started && atStart {
			dst = append(dst, "\xef\xbb\xbf"...)
		}
	case codecUTF16:
		name = "utf-16-le"
		if !c.started && atStart {
			dst = append(dst, 0xFF, 0xFE)
		}
	case codecUTF32:
		name = "utf-32-le"
		if !c.started && atStart {
			dst = append(dst, 0xFF, 0xFE, 0, 0)
		}
	}
	c.started = true
	p, err := py.Encode(t, s, name, c.errors)
	if err != nil {
		return dst, err
	}
	return append(dst, p...), nil
}

func isASCII(p []byte) bool {
	for _, c := range p {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// newlines keeps what the newline argument says and which line ends were seen.
type newlines struct {
	arg       string // "", "\n", "\r", "\r\n"
	none      bool   // newline=None: universal and translated
	universal bool   // '' or None
	seen      uint8
	pendingCR bool
}

const (
	seenCR uint8 = 1 << iota
	seenLF
	seenCRLF
)

func newNewlines(text string, none bool) newlines {
	return newlines{arg: text, none: none, universal: none || text == ""}
}

// translate turns \r\n and \r into \n if newline is None, and notes what it sees.
// A \r at the end of s is held back until the next piece unless final.
func (n *newlines) translate(s string, final bool) string {
	if !n.universal {
		return s
	}
	if n.pendingCR {
		s = "\r" + s
		n.pendingCR = false
	}
	if !final && strings.HasSuffix(s, "\r") {
		s = s[:len(s)-1]
		n.pendingCR = true
	}
	if strings.IndexByte(s, '\r') < 0 {
		if n.seen&seenLF == 0 && strings.IndexByte(s, '\n') >= 0 {
			n.seen |= seenLF
		}
		return s
	}
	var out []byte
	if n.none {
		out = make([]byte, 0, len(s))
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\n':
			n.seen |= seenLF
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			n.seen |= seenCRLF
			i++
			if !n.none {
				continue
			}
			c = '\n'
		case c == '\r':
			n.seen |= seenCR
			c = '\n'
		}
		if n.none {
			out = append(out, c)
		}
	}
	if !n.none {
		return s
	}
	return string(out)
}

// value is the attribute newlines.
func (n *newlines) value() py.Value {
	var kinds []py.Value
	for _, k := range [...]struct {
		bit  uint8
		text string
	}{{seenCR, "\r"}, {seenLF, "\n"}, {seenCRLF, "\r\n"}} {
		if n.seen&k.bit != 0 {
			kinds = append(kinds, py.NewStr(k.text))
		}
	}
	switch len(kinds) {
	case 0:
		return py.None
	case 1:
		return kinds[0]
	}
	return py.NewTuple(kinds...)
}

// end returns the length of the first line of s with its end, -1 if s has no end
// of a line. atEOF says that nothing follows s.
func (n *newlines) end(s string, atEOF bool) int {
	switch {
	case n.none || n.arg == "\n":
		return strings.IndexByte(s, '\n') + 1 - b2i(strings.IndexByte(s, '\n') < 0)
	case n.arg == "":
		i := strings.IndexAny(s, "\r\n")
		if i < 0 {
			return -1
		}
		if s[i] == '\r' {
			if i+1 < len(s) && s[i+1] == '\n' {
				return i + 2
			}
			if i+1 == len(s) && !atEOF {
				return -1
			}
		}
		return i + 1
	}
	i := strings.Index(s, n.arg)
	if i < 0 {
		return -1
	}
	return i + len(n.arg)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// output is what '\n' becomes when written.
func (n *newlines) output(s string) string {
	if n.none || n.arg == "" || n.arg == "\n" || strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.ReplaceAll(s, "\n", n.arg)
}

// newlineArg checks the newline argument; text is "" for None.
func newlineArg(v py.Value, fn string) (text string, none bool, err error) {
	if !v.Bound() || v.IsNone() {
		return "", true, nil
	}
	s, ok := py.AsStr(v)
	if !ok {
		return "", false, py.Raise(py.TypeError, "%s argument 'newline' must be str or None, not %s", fn, py.TypeName(v))
	}
	text = s.String()
	switch text {
	case "", "\n", "\r", "\r\n":
		return text, false, nil
	}
	return "", false, py.Raise(py.ValueError, "illegal newline value: %s", text)
}
