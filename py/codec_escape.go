package py

import "unicode/utf8"

// unicode_escape and raw_unicode_escape.

func (e *encoder) escape() {
	for i := 0; i < len(e.text); {
		r, n := DecodeRune(e.text[i:])
		i += n
		switch {
		case r == '\\':
			e.out = append(e.out, `\\`...)
		case r == '\n':
			e.out = append(e.out, `\n`...)
		case r == '\r':
			e.out = append(e.out, `\r`...)
		case r == '\t':
			e.out = append(e.out, `\t`...)
		case r >= ' ' && r < 127:
			e.out = append(e.out, byte(r))
		default:
			e.out = appendEscape(e.out, r)
		}
	}
}

func (e *encoder) rawEscape() {
	for i := 0; i < len(e.text); {
		r, n := DecodeRune(e.text[i:])
		i += n
		if r < 256 {
			e.out = append(e.out, byte(r))
		} else {
			e.out = appendEscape(e.out, r)
		}
	}
}

func (d *decoder) escape() error {
	b := d.in
	for i := 0; i < len(b); {
		d.done = i
		c := b[i]
		if c != '\\' {
			d.out = utf8.AppendRune(d.out, rune(c))
			i++
			continue
		}
		if err := d.step(); err != nil {
			return err
		}
		start := i
		i++
		if i == len(b) {
			if !d.final {
				return nil
			}
			next, err := d.bad(start, i, "\\ at end of string")
			if err != nil {
				return err
			}
			i = next
			continue
		}
		c = b[i]
		i++
		digits := 0
		switch c {
		case '\n':
		case '\\', '\'', '"':
			d.out = append(d.out, c)
		case 'a':
			d.out = append(d.out, 7)
		case 'b':
			d.out = append(d.out, 8)
		case 't':
			d.out = append(d.out, 9)
		case 'n':
			d.out = append(d.out, 10)
		case 'v':
			d.out = append(d.out, 11)
		case 'f':
			d.out = append(d.out, 12)
		case 'r':
			d.out = append(d.out, 13)
		case '0', '1', '2', '3', '4', '5', '6', '7':
			r := rune(c - '0')
			for k := 0; k < 2 && i < len(b) && b[i] >= '0' && b[i] <= '7'; k++ {
				r = r<<3 | rune(b[i]-'0')
				i++
			}
			d.out = AppendRune(d.out, r)
		case 'x':
			digits = 2
		case 'u':
			digits = 4
		case 'U':
			digits = 8
		case 'N':
			end, reason := i, "malformed \\N character escape"
			if i < len(b) && b[i] == '{' {
				for end < len(b) && b[end] != '}' {
					end++
				}
				if end < len(b) && end > i+1 {
					end++
					reason = "unknown Unicode character name"
				}
			}
			next, err := d.bad(start, end, reason)
			if err != nil {
				return err
			}
			i = next
		default:
			d.out = utf8.AppendRune(append(d.out, '\\'), rune(c))
		}
		if digits == 0 {
			continue
		}
		r, n := hexRun(b[i:], digits)
		i += n
		if n == digits && r <= 0x10FFFF {
			d.out = AppendRune(d.out, rune(r))
			continue
		}
		reason := "illegal Unicode character"
		if n < digits {
			if i == len(b) && !d.final {
				return nil
			}
			reason = map[int]string{2: "truncated \\xXX escape", 4: "truncated \\uXXXX escape", 8: "truncated \\UXXXXXXXX escape"}[digits]
		}
		next, err := d.bad(start, i, reason)
		if err != nil {
			return err
		}
		i = next
	}
	d.done = len(b)
	return nil
}

// hexRun reads at most max hexadecimal digits.
func hexRun(b []byte, max int) (x uint32, n int) {
	for n < max && n < len(b) {
		v := digitValue(b[n])
		if v >= 16 {
			break
		}
		x = x<<4 | uint32(v)
		n++
	}
	return
}

func (d *decoder) rawEscape() error {
	b := d.in
	for i := 0; i < len(b); {
		d.done = i
		if b[i] != '\\' || i+1 >= len(b) && d.final {
			d.out = utf8.AppendRune(d.out, rune(b[i]))
			i++
			continue
		}
		if i+1 >= len(b) {
			return nil
		}
		if b[i+1] != 'u' && b[i+1] != 'U' {
			d.out = utf8.AppendRune(append(d.out, '\\'), rune(b[i+1]))
			i += 2
			continue
		}
		if err := d.step(); err != nil {
			return err
		}
		digits, reason := 4, "truncated \\uXXXX escape"
		if b[i+1] == 'U' {
			digits, reason = 8, "truncated \\UXXXXXXXX escape"
		}
		r, n := hexRun(b[i+2:], digits)
		end := i + 2 + n
		if n == digits && r <= 0x10FFFF {
			d.out = AppendRune(d.out, rune(r))
			i = end
			continue
		}
		if n < digits && end == len(b) && !d.final {
			return nil
		}
		if n == digits {
			reason = "\\Uxxxxxxxx out of range"
		}
		next, err := d.bad(i, end, reason)
		if err != nil {
			return err
		}
		i = next
	}
	d.done = len(b)
	return nil
}
