package py

import (
	"strings"
	"unicode/utf8"
)

// Text encodings: which there are and the handlers of errors. The codecs themselves
// are in the codec_*.go files.

// codecKind says how an encoding works.
type codecKind uint8

const (
	codecUTF8 codecKind = iota
	codecASCII
	codecLatin1
	codecUTF16
	codecUTF32
	codecCharmap
	codecEscape
	codecRawEscape
)

// codec is one text encoding.
type codec struct {
	name  string // in error messages
	kind  codecKind
	bom   bool   // utf-8-sig, utf-16, utf-32: a byte order mark is written and read
	big   bool   // big-endian
	table string // characters of bytes 128…255, U+FFFE where there is none
}

var (
	utf8Codec   = &codec{name: "utf-8", kind: codecUTF8}
	asciiCodec  = &codec{name: "ascii", kind: codecASCII}
	latin1Codec = &codec{name: "latin-1", kind: codecLatin1}
)

// codecNames are the encodings under their normalised names and aliases.
var codecNames = [...]struct {
	names string // separated by blanks
	c     *codec
}{
	{"utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001", utf8Codec},
	{"ascii us_ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us", asciiCodec},
	{"latin_1 latin1 latin l1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100", latin1Codec},
	{"utf_8_sig", &codec{name: "utf-8", kind: codecUTF8, bom: true}},
	{"utf_16 utf16 u16", &codec{name: "utf-16", kind: codecUTF16, bom: true}},
	{"utf_16_le utf_16le unicodelittleunmarked", &codec{name: "utf-16-le", kind: codecUTF16}},
	{"utf_16_be utf_16be unicodebigunmarked", &codec{name: "utf-16-be", kind: codecUTF16, big: true}},
	{"utf_32 utf32 u32", &codec{name: "utf-32", kind: codecUTF32, bom: true}},
	{"utf_32_le utf_32le", &codec{name: "utf-32-le", kind: codecUTF32}},
	{"utf_32_be utf_32be", &codec{name: "utf-32-be", kind: codecUTF32, big: true}},
	{"unicode_escape", &codec{name: "unicodeescape", kind: codecEscape}},
	{"raw_unicode_escape", &codec{name: "rawunicodeescape", kind: codecRawEscape}},
	{"cp437 437 ibm437 cspc8codepage437", &codec{name: "charmap", kind: codecCharmap, table: tableCP437}},
	{"cp850 850 ibm850 cspc850multilingual", &codec{name: "charmap", kind: codecCharmap, table: tableCP850}},
	{"cp866 866 ibm866 csibm866", &codec{name: "charmap", kind: codecCharmap, table: tableCP866}},
	{"cp1250 1250 windows_1250", &codec{name: "charmap", kind: codecCharmap, table: tableCP1250}},
	{"cp1251 1251 windows_1251", &codec{name: "charmap", kind: codecCharmap, table: tableCP1251}},
	{"cp1252 1252 windows_1252", &codec{name: "charmap", kind: codecCharmap, table: tableCP1252}},
	{"iso8859_2 iso_8859_2 latin2 l2 csisolatin2 iso_ir_101", &codec{name: "charmap", kind: codecCharmap, table: tableLatin2}},
	{"iso8859_5 iso_8859_5 cyrillic csisolatincyrillic iso_ir_144", &codec{name: "charmap", kind: codecCharmap, table: tableISO5}},
	{"iso8859_7 iso_8859_7 greek greek8 ecma_118 elot_928 iso_ir_126", &codec{name: "charmap", kind: codecCharmap, table: tableISO7}},
	{"iso8859_9 iso_8859_9 latin5 l5 csisolatin5 iso_ir_148", &codec{name: "charmap", kind: codecCharmap, table: tableISO9}},
	{"iso8859_15 iso_8859_15 latin9 l9", &codec{name: "charmap", kind: codecCharmap, table: tableISO15}},
	{"koi8_r cskoi8r", &codec{name: "charmap", kind: codecCharmap, table: tableKOI8R}},
}

// findCodec finds an encoding by name as CPython does: case and punctuation do not
// matter.
func findCodec(encoding string) (*codec, error) {
	switch encoding {
	case "utf-8", "utf8", "UTF-8":
		return utf8Codec, nil
	case "ascii":
		return asciiCodec, nil
	case "latin-1", "latin1":
		return latin1Codec, nil
	}
	var buf [32]byte
	b := buf[:0]
	gap := false
	for i := 0; i < len(encoding); i++ {
		c := encoding[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 32
		case c >= 'a' && c <= 'z' || isDigit(c) || c == '.':
		default:
			gap = true
			continue
		}
		if gap && len(b) > 0 {
			b = append(b, '_')
		}
		gap = false
		b = append(b, c)
	}
	name := string(b)
	for i := range codecNames {
		for list := codecNames[i].names; list != ""; {
			var n string
			n, list, _ = strings.Cut(list, " ")
			if n == name {
				return codecNames[i].c, nil
			}
		}
	}
	return nil, Raise(LookupError, "unknown encoding: %s", encoding)
}

// Encode is s.encode(encoding, errors).
func Encode(t *Thread, s *Str, encoding, errors string) ([]byte, error) {
	c, err := findCodec(encoding)
	if err != nil {
		return nil, err
	}
	return c.encode(t, s, errors, c.bom)
}

// Decode is b.decode(encoding, errors). The result does not share memory with b.
func Decode(t *Thread, b []byte, encoding, errors string) (Value, error) {
	c, err := findCodec(encoding)
	if err != nil {
		return Nil, err
	}
	if err := chargeStr(t, len(b)); err != nil {
		return Nil, err
	}
	if c.kind <= codecASCII && !c.bom && (c.kind == codecUTF8 && utf8.Valid(b) || c.kind == codecASCII && isASCII(bytesText(b))) {
		return NewStrBytes(b), nil
	}
	d := decoder{t: t, c: c, errors: errors, in: b, final: true, bom: c.bom, big: c.big}
	if err := d.run(); err != nil {
		return Nil, err
	}
	return takeStr(d.out), nil
}

// decoder turns bytes into text.
type decoder struct {
	t      *Thread
	c      *codec
	errors string
	in     []byte
	out    []byte
	final  bool // there will be no more input
	bom    bool // a byte order mark is still expected
	big    bool
	done   int // bytes used
	steps  int
}

// run decodes as much as it can.
func (d *decoder) run() error {
	if d.out == nil {
		d.out = make([]byte, 0, len(d.in)+8)
	}
	switch d.c.kind {
	case codecUTF8:
		return d.utf8()
	case codecASCII, codecLatin1, codecCharmap:
		return d.singleByte()
	case codecUTF16:
		return d.utf16()
	case codecUTF32:
		return d.utf32()
	case codecEscape:
		return d.escape()
	}
	return d.rawEscape()
}

// step is called about once per character of input that is not trivial.
func (d *decoder) step() error {
	if d.steps++; d.steps&1023 == 0 {
		if len(d.out) > MaxStr {
			return Raise(MemoryError, "")
		}
		return d.t.Step(1024)
	}
	return nil
}

// bad handles input bytes start to end that are wrong and returns where to go on.
func (d *decoder) bad(start, end int, reason string) (int, error) {
	if err := d.step(); err != nil {
		return 0, err
	}
	switch d.errors {
	case "strict", "":
	case "ignore":
		return end, nil
	case "replace":
		d.out = append(d.out, "\uFFFD"...)
		return end, nil
	case "backslashreplace":
		for _, c := range d.in[start:end] {
			d.out = appendHex(append(d.out, '\\', 'x'), uint32(c), 2)
		}
		return end, nil
	case "surrogateescape":
		n := start
		for n < end && n < start+4 && d.in[n] >= 0x80 {
			d.out = AppendRune(d.out, 0xDC00+rune(d.in[n]))
			n++
		}
		if n > start {
			return n, nil
		}
	case "surrogatepass":
		if r, n := d.surrogate(start); n > 0 {
			d.out = AppendRune(d.out, r)
			return start + n, nil
		}
	case "xmlcharrefreplace", "namereplace":
		return 0, Raise(TypeError, "don't know how to handle UnicodeDecodeError in error callback")
	default:
		return 0, Raise(LookupError, "unknown error handler name '%s'", d.errors)
	}
	name := d.c.name
	if d.c.kind == codecUTF16 || d.c.kind == codecUTF32 {
		name = name[:6] + "-le"
		if d.big {
			name = name[:6] + "-be"
		}
	}
	obj := NewBytes(append([]byte(nil), d.in...))
	return 0, NewExc(UnicodeDecodeError, NewStr(name), obj, Int(int64(start)), Int(int64(end)), NewStr(reason))
}

// surrogate decodes a surrogate that the encoding forbids; n is 0 if there is none.
func (d *decoder) surrogate(at int) (r rune, n int) {
	b := d.in[at:]
	switch d.c.kind {
	case codecUTF8:
		if len(b) >= 3 && b[0] == 0xED && b[1] >= 0xA0 && b[1] <= 0xBF && b[2]&0xC0 == 0x80 {
			return 0xD000 | rune(b[1]&0x3F)<<6 | rune(b[2]&0x3F), 3
		}
	case codecUTF16:
		if len(b) >= 2 {
			r, n = rune(d.u16(b)), 2
		}
	case codecUTF32:
		if len(b) >= 4 {
			r, n = rune(d.u32(b)), 4
		}
	}
	if r < 0xD800 || r > 0xDFFF {
		return 0, 0
	}
	return r, n
}

// encoder turns text into bytes.
type encoder struct {
	t      *Thread
	c      *codec
	s      *Str
	text   string
	errors string
	out    []byte
	steps  int
}

// encode encodes s; bom says whether to write a byte order mark.
func (c *codec) encode(t *Thread, s *Str, errors string, bom bool) ([]byte, error) {
	text := s.String()
	factor := 1
	if c.kind == codecUTF16 {
		factor = 2
	} else if c.kind == codecUTF32 {
		factor = 4
	}
	if err := chargeStr(t, len(text)*factor); err != nil {
		return nil, err
	}
	if c.kind <= codecLatin1 && s.ASCII() || c.kind == codecUTF8 && utf8.ValidString(text) {
		if bom {
			return append([]byte("\uFEFF"), text...), nil
		}
		return []byte(text), nil
	}
	e := encoder{t: t, c: c, s: s, text: text, errors: errors, out: make([]byte, 0, len(text)*factor+4)}
	var err error
	switch c.kind {
	case codecUTF8:
		if bom {
			e.out = append(e.out, "\uFEFF"...)
		}
		err = e.utf8()
	case codecASCII:
		err = e.singleByte(0x80)
	case codecLatin1:
		err = e.singleByte(0x100)
	case codecCharmap:
		err = e.charmap()
	case codecUTF16, codecUTF32:
		if bom {
			e.unit(0xFEFF)
		}
		err = e.wide()
	case codecEscape:
		e.escape()
	default:
		e.rawEscape()
	}
	return e.out, err
}

// bad handles the characters text[at:end] that cannot be encoded; put encodes one
// character of the replacement. It returns where to go on.
func (e *encoder) bad(at, end int, reason string, put func(r rune) bool) (int, error) {
	if e.steps++; e.steps&1023 == 0 {
		if err := e.t.Step(1024); err != nil {
			return 0, err
		}
	}
	run := e.text[at:end]
	fail := func() error {
		start := e.s.CharAt(at)
		return NewExc(UnicodeEncodeError, NewStr(e.c.name), exactStr(e.s), Int(int64(start)), Int(int64(start+countChars(run))), NewStr(reason))
	}
	var rep []byte
	switch e.errors {
	case "strict", "":
		return 0, fail()
	case "ignore":
		return end, nil
	case "replace":
		for i := countChars(run); i > 0; i-- {
			rep = append(rep, '?')
		}
	case "backslashreplace", "namereplace":
		for i := 0; i < len(run); {
			r, n := DecodeRune(run[i:])
			rep = appendEscape(rep, r)
			i += n
		}
	case "xmlcharrefreplace":
		for i := 0; i < len(run); {
			r, n := DecodeRune(run[i:])
			rep = append(appendInt(append(rep, '&', '#'), int64(r)), ';')
			i += n
		}
	case "surrogateescape":
		if e.c.kind == codecUTF16 || e.c.kind == codecUTF32 {
			return 0, fail()
		}
		n := 0
		for n < len(run) {
			r, w := DecodeRune(run[n:])
			if r < 0xDC80 || r > 0xDCFF {
				at += n
				run = run[n:]
				return 0, fail()
			}
			e.out = append(e.out, byte(r))
			n += w
		}
		return at + n, nil
	case "surrogatepass":
		for i := 0; i < len(run); {
			r, n := DecodeRune(run[i:])
			if r < 0xD800 || r > 0xDFFF {
				return 0, fail()
			}
			switch e.c.kind {
			case codecUTF8:
				e.out = append(e.out, run[i:i+n]...)
			case codecUTF16, codecUTF32:
				e.unit(uint32(r))
			default:
				return 0, fail()
			}
			i += n
		}
		return end, nil
	default:
		return 0, Raise(LookupError, "unknown error handler name '%s'", e.errors)
	}
	if len(e.out)+4*len(rep) > MaxStr {
		return 0, Raise(MemoryError, "")
	}
	for _, c := range rep {
		if !put(rune(c)) {
			return 0, fail()
		}
	}
	return end, nil
}
