package syntax

import "bytes"

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// number scans a number; pos is at its first digit or point.
func (s *scanner) number() token {
	if s.peek(0) == '.' {
		s.pos++
		return s.fraction()
	}
	if s.peek(0) != '0' {
		if !s.digits() {
			return s.fail("invalid decimal literal")
		}
		return s.decimalEnd()
	}
	s.pos++
	switch s.peek(0) | 0x20 {
	case 'x':
		s.pos++
		for {
			if s.peek(0) == '_' {
				s.pos++
			}
			if !isHex(s.peek(0)) {
				return s.fail("invalid hexadecimal literal")
			}
			for isHex(s.peek(0)) {
				s.pos++
			}
			if s.peek(0) != '_' {
				return s.numberEnd("hexadecimal")
			}
		}
	case 'o':
		return s.radix('7', "octal")
	case 'b':
		return s.radix('1', "binary")
	}
	for {
		if s.peek(0) == '_' {
			s.pos++
			if !isDigit(s.peek(0)) {
				return s.fail("invalid decimal literal")
			}
		}
		if s.peek(0) != '0' {
			break
		}
		s.pos++
	}
	zeros := s.pos + 1
	nonzero := isDigit(s.peek(0))
	if nonzero && !s.digits() {
		return s.fail("invalid decimal literal")
	}
	switch c := s.peek(0); {
	case c == '.' || c|0x20 == 'e' || c|0x20 == 'j':
		return s.decimalEnd()
	case nonzero:
		return s.failRange("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
			int32(s.tokStart-s.lineStart), int32(zeros-s.lineStart)-1)
	}
	return s.numberEnd("decimal")
}

// radix scans an octal or binary number; pos is at the o or b.
func (s *scanner) radix(top byte, kind string) token {
	s.pos++
	for {
		if s.peek(0) == '_' {
			s.pos++
		}
		if c := s.peek(0); c < '0' || c > top {
			if isDigit(c) {
				s.pos++
				return s.fail("invalid digit '" + string(rune(c)) + "' in " + kind + " literal")
			}
			return s.fail("invalid " + kind + " literal")
		}
		for c := s.peek(0); c >= '0' && c <= top; c = s.peek(0) {
			s.pos++
		}
		c := s.peek(0)
		if c == '_' {
			continue
		}
		if isDigit(c) {
			s.pos++
			return s.fail("invalid digit '" + string(rune(c)) + "' in " + kind + " literal")
		}
		return s.numberEnd(kind)
	}
}

// digits passes decimal digits with underscores; false if an underscore is
// not followed by a digit.
func (s *scanner) digits() bool {
	for {
		for isDigit(s.peek(0)) {
			s.pos++
		}
		if s.peek(0) != '_' {
			return true
		}
		s.pos++
		if !isDigit(s.peek(0)) {
			return false
		}
	}
}

// decimalEnd scans what follows the digits before the point.
func (s *scanner) decimalEnd() token {
	if s.peek(0) == '.' {
		s.pos++
		return s.fraction()
	}
	return s.exponent()
}

func (s *scanner) fraction() token {
	if isDigit(s.peek(0)) && !s.digits() {
		return s.fail("invalid decimal literal")
	}
	return s.exponent()
}

func (s *scanner) exponent() token {
	if s.peek(0)|0x20 == 'e' {
		sign := s.peek(1) == '+' || s.peek(1) == '-'
		switch {
		case sign && isDigit(s.peek(2)):
			s.pos += 2
		case sign:
			s.pos += 2
			return s.fail("invalid decimal literal")
		case isDigit(s.peek(1)):
			s.pos++
		default: // 1else: the number ends before the e
			return s.numberEnd("decimal")
		}
		if !s.digits() {
			return s.fail("invalid decimal literal")
		}
	}
	if s.peek(0)|0x20 == 'j' {
		s.pos++
		return s.numberEnd("imaginary")
	}
	return s.numberEnd("decimal")
}

// numberEnd checks what follows a number: a keyword that may stand there is
// only warned about.
func (s *scanner) numberEnd(kind string) token {
	c := s.peek(0)
	if c < 128 && identChar(c) {
		rest := s.src[s.pos:]
		ok := c == 'i' && (s.peek(1) == 'f' || s.peek(1) == 'n' || s.peek(1) == 's')
		for _, w := range [...]string{"and", "else", "for", "or", "not"} {
			if bytes.HasPrefix(rest, []byte(w)) && (len(rest) == len(w) || !identChar(rest[len(w)])) {
				ok = true
			}
		}
		if !ok {
			return s.fail("invalid " + kind + " literal")
		}
		t := s.make(tNumber)
		s.warn("invalid "+kind+" literal", t.span())
		return t
	}
	return s.make(tNumber)
}
