package binascii

import (
	"bytes"
	"encoding/hex"

	"github.com/woma-lang/woma/py"
)

// Quoted-printable, RFC 2045 section 6.7, with CPython's choices where the standard
// leaves some.

func a2b_qp(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	header := a.BoolOr(t, 1, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(len(data)); err != nil {
		return py.Nil, err
	}
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); {
		c := data[i]
		i++
		if c != '=' {
			if header && c == '_' {
				c = ' '
			}
			out = append(out, c)
			continue
		}
		if i >= len(data) {
			break
		}
		switch c := data[i]; {
		case c == '\n' || c == '\r': // soft line break
			for i < len(data) && data[i] != '\n' {
				i++
			}
			i++
		case c == '=': // broken case from broken encoders
			out = append(out, '=')
			i++
		default:
			var b [1]byte
			if i+1 < len(data) {
				if _, err := hex.Decode(b[:], data[i:i+2]); err == nil {
					out = append(out, b[0])
					i += 2
					continue
				}
			}
			out = append(out, '=')
		}
	}
	return py.NewBytes(out), nil
}

// maxLine is the longest line that b2a_qp makes.
const maxLine = 76

func b2a_qp(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	quoteTabs, isText, header := a.BoolOr(t, 1, false), a.BoolOr(t, 2, true), a.BoolOr(t, 3, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(3 * len(data)); err != nil {
		return py.Nil, err
	}
	eol := []byte("\n")
	if i := bytes.IndexByte(data, '\n'); i > 0 && data[i-1] == '\r' {
		eol = []byte("\r\n")
	}
	var out []byte
	line := 0
	next := func(i int) byte {
		if i+1 < len(data) {
			return data[i+1]
		}
		return 0
	}
	quote := func(c byte) {
		const digits = "0123456789ABCDEF"
		out = append(out, '=', digits[c>>4], digits[c&15])
	}
	soft := func() {
		out = append(append(out, '='), eol...)
		line = 0
	}
	for i := 0; i < len(data); {
		c := data[i]
		last := i+1 == len(data)
		white := c == ' ' || c == '\t'
		n := next(i)
		if c > 126 || c == '=' || header && c == '_' ||
			c == '.' && line == 0 && (last || n == '\n' || n == '\r' || n == 0) ||
			!isText && (c == '\r' || c == '\n') ||
			white && last ||
			c < 33 && c != '\r' && c != '\n' && (quoteTabs || !white) {
			if line+3 >= maxLine {
				soft()
			}
			quote(c)
			line += 3
			i++
			continue
		}
		if isText && (c == '\n' || c == '\r' && n == '\n') {
			line = 0
			if k := len(out); k > 0 && (out[k-1] == ' ' || out[k-1] == '\t') {
				space := out[k-1]
				out = out[:k-1]
				quote(space)
			}
			out = append(out, eol...)
			if c == '\r' {
				i++
			}
			i++
			continue
		}
		if !last && n != '\n' && line+1 >= maxLine {
			soft()
		}
		line++
		if header && c == ' ' {
			c = '_'
		}
		out = append(out, c)
		i++
	}
	return py.NewBytes(out), nil
}
