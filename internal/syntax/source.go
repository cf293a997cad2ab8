package syntax

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// decodeSource returns src as UTF-8 with plain newlines, and a newline at the
// end of whole files. It obeys the byte order mark and the coding cookie.
func decodeSource(src []byte, filename string, mode Mode, opts Options) ([]byte, *Error) {
	// What is wrong with the encoding has no place in a program, and stands before the
	// first line otherwise.
	bad := func(msg string) *Error {
		return &Error{Msg: msg, Filename: filename, Nowhere: opts.Script, Span: Span{Col: -2, EndCol: -2}}
	}
	if at := bytes.IndexByte(src, 0); at >= 0 && opts.Script {
		if i := invalidUTF8(src[:at]); i < 0 || cookie(src) != "" {
			line := bytes.LastIndexByte(src[:at], '\n') + 1
			return nil, &Error{Msg: "source code cannot contain null bytes", Filename: filename,
				Span: Span{Line: int32(bytes.Count(src[:at], []byte{'\n'}) + 1), Col: -1}, Text: string(src[line:at]) + "\n"}
		}
	} else if at >= 0 {
		return nil, &Error{Msg: "source code string cannot contain null bytes", Filename: filename, Nowhere: true}
	}
	enc := ""
	if !opts.IsText {
		hasBOM := bytes.HasPrefix(src, []byte("\xef\xbb\xbf"))
		if hasBOM {
			src = src[3:]
		}
		switch enc = cookie(src); enc {
		case "", "utf-8":
		case "utf8": // the same, but not to CPython when there is a byte order mark
			if hasBOM {
				return nil, bad("encoding problem: utf8 with BOM")
			}
		default:
			if hasBOM {
				return nil, bad("encoding problem: " + enc + " with BOM")
			}
			text, known, why := latin1(src), enc == "iso-8859-1", ""
			if !known && opts.Decode != nil {
				text, known, why = opts.Decode(enc, src)
			}
			switch {
			case known && why == "":
				src = text
			case opts.Script:
				return nil, bad("encoding problem: " + enc)
			case known:
				return nil, bad(why)
			default:
				return nil, bad("unknown encoding: " + enc)
			}
		}
	}
	if at := invalidUTF8(src); at >= 0 {
		if opts.Script && enc == "" {
			return nil, &Error{Msg: fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
				src[at], filename, bytes.Count(src[:at], []byte{'\n'})+1), Filename: filename, Nowhere: true}
		}
		n, why := utf8Reason(src[at:])
		return nil, decodeError(src, filename, at, n, "'utf-8'", why)
	}
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	if mode == Exec && len(src) > 0 && src[len(src)-1] != '\n' {
		src = append(src[:len(src):len(src)], '\n')
	}
	return src, nil
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
}

// utf8Reason says how many bytes are wrong at the start of b, and why.
func utf8Reason(b []byte) (int, string) {
	need := 0
	switch c := b[0]; {
	case c >= 0xc2 && c < 0xe0:
		need = 1
	case c >= 0xe0 && c < 0xf0:
		need = 2
	case c >= 0xf0 && c < 0xf5:
		need = 3
	default:
		return 1, "invalid start byte"
	}
	n := 1
	for n <= need && n < len(b) && b[n]&0xc0 == 0x80 {
		if n == 1 && (b[0] == 0xe0 && b[1] < 0xa0 || b[0] == 0xed && b[1] > 0x9f || b[0] == 0xf0 && b[1] < 0x90 || b[0] == 0xf4 && b[1] > 0x8f) {
			break
		}
		n++
	}
	if n == len(b) {
		return n, "unexpected end of data"
	}
	return n, "invalid continuation byte"
}

func decodeError(src []byte, filename string, at, n int, codec, why string) *Error {
	line := bytes.Count(src[:at], []byte{'\n'}) + 1
	col := at - (bytes.LastIndexByte(src[:at], '\n') + 1)
	what := fmt.Sprintf("byte 0x%02x in position %d", src[at], at)
	if n > 1 {
		what = fmt.Sprintf("bytes in position %d-%d", at, at+n-1)
	}
	return &Error{Msg: "(unicode error) " + codec + " codec can't decode " + what + ": " + why,
		Filename: filename, Span: Span{Line: int32(line), Col: int32(col)}}
}

func latin1(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/8)
	for _, c := range b {
		out = utf8.AppendRune(out, rune(c))
	}
	return out
}

// cookie returns the normalised encoding that a comment on one of the first
// two lines names (PEP 263), or "".
func cookie(src []byte) string {
	for range 2 {
		line, rest, _ := bytes.Cut(src, []byte{'\n'})
		src = rest
		text := bytes.TrimLeft(line, " \t\f")
		if len(text) > 0 && text[0] == '#' {
			if name := cookieIn(text); name != "" {
				return normalEncoding(name)
			}
		} else if len(bytes.TrimRight(text, "\r")) > 0 {
			return ""
		}
	}
	return ""
}

func cookieIn(comment []byte) string {
	for {
		i := bytes.Index(comment, []byte("coding"))
		if i < 0 {
			return ""
		}
		comment = comment[i+len("coding"):]
		if len(comment) == 0 || comment[0] != ':' && comment[0] != '=' {
			continue
		}
		b := bytes.TrimLeft(comment[1:], " \t")
		n := 0
		for n < len(b) && (identChar(b[n]) && b[n] < 128 || b[n] == '-' || b[n] == '.') {
			n++
		}
		if n > 0 {
			return string(b[:n])
		}
	}
}

// normalEncoding maps the usual names of the three encodings that are known to
// utf-8, iso-8859-1 and ascii.
func normalEncoding(name string) string {
	n := strings.ReplaceAll(strings.ToLower(name), "_", "-")
	is := func(s string) bool { return n == s || strings.HasPrefix(n, s+"-") }
	switch {
	case is("utf-8"):
		return "utf-8"
	case n == "utf8", n == "u8":
		return "utf8"
	case is("latin-1"), is("iso-8859-1"), is("iso-latin-1"), n == "latin1", n == "l1", n == "8859", n == "iso8859-1", n == "cp819":
		return "iso-8859-1"
	case n == "ascii", n == "us-ascii", n == "646":
		return "ascii"
	}
	return name
}
