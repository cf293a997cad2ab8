package syntax

import "strconv"

// prefix begins the messages about the f-string.
func (f *fstringMode) prefix() string {
	if f.tstring {
		return "t-string: "
	}
	return "f-string: "
}

// quotes returns how many quotes open a string at pos: 1 or 3.
func (s *scanner) quotes() int {
	q := s.peek(0)
	if s.peek(1) == q && s.peek(2) == q {
		return 3
	}
	return 1
}

// str scans a string that is not an f-string; pos is at its first quote.
func (s *scanner) str() token {
	src := s.src
	quote := s.peek(0)
	size := s.quotes()
	s.pos += size
	if size == 1 && s.peek(0) == quote {
		s.pos++
		return s.make(tString)
	}
	escapedQuote := false
	pos := s.pos
	for run := 0; run < size; {
		if pos >= len(src) || size == 1 && src[pos] == '\n' {
			return s.unterminated(quote, size, escapedQuote, pos)
		}
		c := src[pos]
		pos++
		if c == quote {
			run++
			continue
		}
		run = 0
		if c == '\\' {
			if pos >= len(src) {
				continue
			}
			c = src[pos]
			pos++
			if c == quote {
				escapedQuote = true
			}
		}
		if c == '\n' && pos < len(src) {
			s.line++
			s.lineStart = pos
		}
	}
	s.pos = pos
	return s.make(tString)
}

// unterminated reports a string whose end is missing, at its start.
func (s *scanner) unterminated(quote byte, size int, escaped bool, pos int) token {
	at := strconv.Itoa(int(s.line))
	s.pos, s.line, s.lineStart = s.tokStart+1, s.tokLine, s.tokLineStart
	if n := len(s.fstrings); n > 0 {
		f := &s.fstrings[n-1]
		if f.quote == quote && f.size == size {
			t := s.fail(f.prefix() + "expecting '}'")
			return t
		}
	}
	if size == 3 {
		t := s.fail("unterminated triple-quoted string literal (detected at line " + at + ")")
		if pos >= len(s.src) {
			s.done = doneEOFS
		}
		return t
	}
	msg := "unterminated string literal (detected at line " + at + ")"
	if escaped {
		msg += "; perhaps you escaped the end quote?"
	}
	return s.fail(msg)
}

// fstringStart scans the opening quotes of an f- or t-string; pos is at the
// first quote, after the prefix.
func (s *scanner) fstringStart() token {
	f := fstringMode{quote: s.peek(0), size: s.quotes(), inText: true, exprDepth: -1,
		start: s.tokStart, line: s.line, lineStart: s.lineStart}
	for _, c := range s.src[s.tokStart:s.pos] {
		f.raw = f.raw || c|0x20 == 'r'
		f.tstring = f.tstring || c|0x20 == 't'
	}
	s.pos += f.size
	if len(s.fstrings)+1 >= maxFString {
		return s.fail("too many nested f-strings")
	}
	s.fstrings = append(s.fstrings, f)
	return s.make(tFStart)
}

// openField begins a replacement field at the { at pos.
func (s *scanner) openField(f *fstringMode) bool {
	f.exprDepth++
	f.inText = false
	return f.exprDepth < maxExprs
}

// fstringText scans text of an f-string, or its end, or hands a { to code.
func (s *scanner) fstringText() token {
	f := &s.fstrings[len(s.fstrings)-1]
	s.tokStart, s.tokLine, s.tokLineStart = s.pos, s.line, s.lineStart
	if s.peek(0) == '{' && s.peek(1) != '{' {
		if !s.openField(f) {
			return s.fail(f.prefix() + "expressions nested too deeply")
		}
		return s.code()
	}
	if s.atQuotes(f) {
		s.pos += f.size
		s.fstrings = s.fstrings[:len(s.fstrings)-1]
		return s.make(tFEnd)
	}
	named := false // after \N{
	src := s.src
	for {
		if s.pos >= len(src) || f.size == 1 && src[s.pos] == '\n' {
			if s.pos < len(src) && f.inSpec && f.exprDepth >= 0 {
				f.inText, f.inSpec = false, false // the format spec ends with the line
				return s.make(tFMiddle)
			}
			return s.unterminatedF(f)
		}
		c := src[s.pos]
		if c == f.quote && s.atQuotes(f) {
			return s.make(tFMiddle)
		}
		s.pos++
		switch c {
		case '\n':
			s.crossLine()
		case '{':
			if s.peek(0) != '{' || f.inSpec && f.exprDepth >= 0 {
				s.pos--
				if !s.openField(f) {
					return s.fail(f.prefix() + "expressions nested too deeply")
				}
				return s.make(tFMiddle)
			}
			return s.doubled()
		case '}':
			if named {
				named = false
				return s.make(tFMiddle)
			}
			if s.peek(0) == '}' && !(f.inSpec && f.exprDepth >= 0) && f.depth == 0 {
				return s.doubled()
			}
			s.pos--
			f.inText = false
			return s.make(tFMiddle)
		case '\\':
			if s.pos >= len(src) {
				continue
			}
			e := src[s.pos]
			if e == '{' || e == '}' {
				if !f.raw {
					s.warn("invalid escape sequence '\\"+string(rune(e))+"'", Span{Line: s.line, Col: int32(s.pos - s.lineStart - 1)})
				}
				continue
			}
			s.pos++
			if e == '\n' {
				s.crossLine()
			}
			if !f.raw && e == 'N' && s.peek(0) == '{' {
				s.pos++
				named = true
			}
		}
	}
}

// doubled ends a token between the two braces of {{ or }}: the first belongs to
// the text, its place ends after the second.
func (s *scanner) doubled() token {
	end := s.pos
	s.pos++
	t := s.make(tFMiddle)
	t.end = int32(end)
	return t
}

// atQuotes says whether the closing quotes of f stand at pos.
func (s *scanner) atQuotes(f *fstringMode) bool {
	for i := range f.size {
		if s.pos+i >= len(s.src) || s.src[s.pos+i] != f.quote {
			return false
		}
	}
	return true
}

func (s *scanner) unterminatedF(f *fstringMode) token {
	at := strconv.Itoa(int(s.line))
	eof := s.pos >= len(s.src)
	s.pos, s.line, s.lineStart = f.start+1, f.line, f.lineStart
	kind := "f-string"
	if f.tstring {
		kind = "t-string"
	}
	if f.size == 3 {
		t := s.fail("unterminated triple-quoted " + kind + " literal (detected at line " + at + ")")
		if eof {
			s.done = doneEOFS
		}
		return t
	}
	return s.fail("unterminated " + kind + " literal (detected at line " + at + ")")
}
