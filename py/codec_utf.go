package py

import (
	"encoding/binary"
	"unicode/utf8"
)

// UTF-8, UTF-16 and UTF-32.

func (d *decoder) utf8() error {
	b := d.in
	i := 0
	if d.bom {
		if len(b) < 3 && !d.final && string(b) == "\uFEFF"[:len(b)] {
			return nil
		}
		d.bom = false
		if len(b) >= 3 && string(b[:3]) == "\uFEFF" {
			i = 3
		}
	}
	for i < len(b) {
		start := i
		for i < len(b) {
			if b[i] < utf8.RuneSelf {
				i++
				continue
			}
			r, n := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			i += n
		}
		d.out = append(d.out, b[start:i]...)
		d.done = i
		if i == len(b) {
			break
		}
		n, reason := utf8Error(b[i:])
		if reason == "unexpected end of data" && !d.final {
			break
		}
		next, err := d.bad(i, i+n, reason)
		if err != nil {
			return err
		}
		i = next
		d.done = i
	}
	d.done = max(d.done, i)
	return nil
}

// utf8Error says how many of the bytes at the start of b are wrong and why.
func utf8Error(b []byte) (int, string) {
	c := b[0]
	n, lo, hi := 0, byte(0x80), byte(0xBF)
	switch {
	case c < 0xC2 || c > 0xF4:
		return 1, "invalid start byte"
	case c < 0xE0:
		n = 2
	case c < 0xF0:
		n = 3
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	default:
		n = 4
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	}
	for k := 1; k < n; k++ {
		if k == len(b) {
			return k, "unexpected end of data"
		}
		if b[k] < lo || b[k] > hi {
			return k, "invalid continuation byte"
		}
		lo, hi = 0x80, 0xBF
	}
	return n, "invalid continuation byte"
}

func (e *encoder) utf8() error {
	s := e.text
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && (s[i] != 0xED || s[i+1] < 0xA0) {
			i++
		}
		e.out = append(e.out, s[start:i]...)
		end := i
		for end < len(s) && s[end] == 0xED && s[end+1] >= 0xA0 {
			end += 3
		}
		if end == i {
			break
		}
		next, err := e.bad(i, end, "surrogates not allowed", func(r rune) bool {
			e.out = append(e.out, byte(r))
			return true
		})
		if err != nil {
			return err
		}
		i = next
	}
	return nil
}

func (d *decoder) u16(b []byte) uint16 {
	if d.big {
		return binary.BigEndian.Uint16(b)
	}
	return binary.LittleEndian.Uint16(b)
}

func (d *decoder) u32(b []byte) uint32 {
	if d.big {
		return binary.BigEndian.Uint32(b)
	}
	return binary.LittleEndian.Uint32(b)
}

func (d *decoder) utf16() error {
	b := d.in
	i := 0
	if d.bom {
		if len(b) < 2 && !d.final {
			return nil
		}
		d.bom = false
		if len(b) >= 2 {
			switch {
			case b[0] == 0xFF && b[1] == 0xFE:
				i = 2
			case b[0] == 0xFE && b[1] == 0xFF:
				i = 2
				d.big = true
			}
		}
	}
	for i < len(b) {
		d.done = i
		if err := d.step(); err != nil {
			return err
		}
		var n int
		var reason string
		if len(b)-i < 2 {
			if !d.final {
				return nil
			}
			n, reason = len(b)-i, "truncated data"
		} else {
			u := d.u16(b[i:])
			switch {
			case u < 0xD800 || u > 0xDFFF:
				d.out = utf8.AppendRune(d.out, rune(u))
				i += 2
				continue
			case u >= 0xDC00:
				n, reason = 2, "illegal encoding"
			case len(b)-i < 4:
				if !d.final {
					return nil
				}
				n, reason = len(b)-i, "unexpected end of data"
			default:
				v := d.u16(b[i+2:])
				if v >= 0xDC00 && v <= 0xDFFF {
					d.out = utf8.AppendRune(d.out, 0x10000+rune(u&0x3FF)<<10+rune(v&0x3FF))
					i += 4
					continue
				}
				n, reason = 2, "illegal UTF-16 surrogate"
			}
		}
		next, err := d.bad(i, i+n, reason)
		if err != nil {
			return err
		}
		i = next
	}
	d.done = len(b)
	return nil
}

func (d *decoder) utf32() error {
	b := d.in
	i := 0
	if d.bom {
		if len(b) < 4 && !d.final {
			return nil
		}
		d.bom = false
		if len(b) >= 4 {
			switch {
			case binary.LittleEndian.Uint32(b) == 0xFEFF:
				i = 4
			case binary.BigEndian.Uint32(b) == 0xFEFF:
				i = 4
				d.big = true
			}
		}
	}
	for i < len(b) {
		d.done = i
		if err := d.step(); err != nil {
			return err
		}
		n, reason := 4, ""
		if len(b)-i < 4 {
			if !d.final {
				return nil
			}
			n, reason = len(b)-i, "truncated data"
		} else {
			u := d.u32(b[i:])
			switch {
			case u > 0x10FFFF:
				reason = "code point not in range(0x110000)"
			case u >= 0xD800 && u <= 0xDFFF:
				reason = "code point in surrogate code point range(0xd800, 0xe000)"
			default:
				d.out = utf8.AppendRune(d.out, rune(u))
				i += 4
				continue
			}
		}
		next, err := d.bad(i, i+n, reason)
		if err != nil {
			return err
		}
		i = next
	}
	d.done = len(b)
	return nil
}

// unit appends one unit of UTF-16 or UTF-32.
func (e *encoder) unit(u uint32) {
	switch {
	case e.c.kind == codecUTF16 && e.c.big:
		e.out = binary.BigEndian.AppendUint16(e.out, uint16(u))
	case e.c.kind == codecUTF16:
		e.out = binary.LittleEndian.AppendUint16(e.out, uint16(u))
	case e.c.big:
		e.out = binary.BigEndian.AppendUint32(e.out, u)
	default:
		e.out = binary.LittleEndian.AppendUint32(e.out, u)
	}
}

func (e *encoder) wide() error {
	s := e.text
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		switch {
		case r >= 0xD800 && r <= 0xDFFF:
			next, err := e.bad(i, i+n, "surrogates not allowed", func(r rune) bool {
				e.unit(uint32(r))
				return true
			})
			if err != nil {
				return err
			}
			i = next
			continue
		case r > 0xFFFF && e.c.kind == codecUTF16:
			r -= 0x10000
			e.unit(0xD800 + uint32(r>>10))
			e.unit(0xDC00 + uint32(r&0x3FF))
		default:
			e.unit(uint32(r))
		}
		i += n
	}
	return nil
}
