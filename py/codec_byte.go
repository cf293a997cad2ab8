package py

import (
	"strings"
	"unicode/utf8"
)

// Encodings with one byte per character.

func (d *decoder) singleByte() error {
	b := d.in
	for i := 0; i < len(b); {
		start := i
		for i < len(b) && b[i] < utf8.RuneSelf {
			i++
		}
		d.out = append(d.out, b[start:i]...)
		if i == len(b) {
			break
		}
		reason := ""
		switch d.c.kind {
		case codecLatin1:
			d.out = utf8.AppendRune(d.out, rune(b[i]))
			i++
			continue
		case codecASCII:
			reason = "ordinal not in range(128)"
		default:
			if r := d.c.char(b[i]); r != undefined {
				d.out = utf8.AppendRune(d.out, r)
				i++
				continue
			}
			reason = "character maps to <undefined>"
		}
		next, err := d.bad(i, i+1, reason)
		if err != nil {
			return err
		}
		i = next
	}
	d.done = len(b)
	return nil
}

// undefined stands in a table for a byte that is no character.
const undefined = 0xFFFE

// char returns the character of byte c, at least 128.
func (c *codec) char(b byte) rune {
	i := 0
	for _, r := range c.table {
		if i == int(b)-128 {
			return r
		}
		i++
	}
	return undefined
}

// byteOf returns the byte of r, false if it has none.
func (c *codec) byteOf(r rune) (byte, bool) {
	if r < 128 {
		return byte(r), true
	}
	if r == undefined || r >= 0xD800 && r <= 0xDFFF {
		return 0, false
	}
	i := strings.IndexRune(c.table, r)
	if i < 0 {
		return 0, false
	}
	return byte(128 + countChars(c.table[:i])), true
}

// singleByte encodes where characters below limit are their own bytes.
func (e *encoder) singleByte(limit rune) error {
	reason := "ordinal not in range(128)"
	if limit == 0x100 {
		reason = "ordinal not in range(256)"
	}
	return e.bytes(reason, func(r rune) (byte, bool) { return byte(r), r < limit })
}

func (e *encoder) charmap() error {
	return e.bytes("character maps to <undefined>", e.c.byteOf)
}

func (e *encoder) bytes(reason string, byteOf func(rune) (byte, bool)) error {
	s := e.text
	put := func(r rune) bool {
		c, ok := byteOf(r)
		if ok {
			e.out = append(e.out, c)
		}
		return ok
	}
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		if put(r) {
			i += n
			continue
		}
		end := i + n
		for end < len(s) { // the whole run is one error
			r, n := DecodeRune(s[end:])
			if _, ok := byteOf(r); ok {
				break
			}
			end += n
		}
		next, err := e.bad(i, end, reason, put)
		if err != nil {
			return err
		}
		i = next
	}
	return nil
}
