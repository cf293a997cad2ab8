package syntax

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// The limits of CPython's tokenizer.
const (
	maxIndent  = 100 // levels of indentation
	maxBracket = 200 // levels of brackets
	maxFString = 150 // nested f-strings
	maxExprs   = 3   // nested replacement fields of one f-string
)

// scanDone says why the scanner stopped.
type scanDone uint8

const (
	doneNot scanDone = iota
	doneEOF
	doneRaised   // err holds a complete error
	doneDedent   // unindent does not match
	doneTabs     // inconsistent tabs
	doneTooDeep  // too many levels of indentation
	doneLineCont // something after a backslash
	doneEOFS     // end of file in a string: err holds the error
)

// fstringMode is the state of one f-string being scanned.
type fstringMode struct {
	quote     byte
	size      int // 1 or 3 quotes
	raw       bool
	tstring   bool
	inText    bool // literal text, as opposed to an expression
	inSpec    bool // in a format spec
	debug     bool // an = was seen in the expression
	depth     int  // brackets open in the expression part
	exprDepth int  // replacement fields open, less one
	start     int  // offset of the prefix
	line      int32
	lineStart int
}

// bracket is an open bracket.
type bracket struct {
	char byte
	line int32
	col  int32
}

// scanner cuts a source into tokens, as CPython's tokenizer does. src ends
// with a newline unless it is empty, and has no carriage returns.
type scanner struct {
	src       []byte
	filename  string
	pos       int
	line      int32
	lineStart int // offset of the line of pos
	atBOL     bool
	pending   int // indents (positive) or dedents (negative) to hand out

	indents    []int32
	altIndents []int32
	brackets   []bracket
	fstrings   []fstringMode

	done     scanDone
	err      *Error
	warnings []Warning
	quiet    bool // collect no warnings

	tokStart     int
	tokLine      int32
	tokLineStart int
}

func (s *scanner) reset(src []byte, filename string) {
	*s = scanner{src: src, filename: filename, atBOL: true,
		indents: append(s.indents[:0], 0), altIndents: append(s.altIndents[:0], 0)}
}

// peek returns the byte at pos+i, or 0 at the end.
func (s *scanner) peek(i int) byte {
	if s.pos+i < len(s.src) {
		return s.src[s.pos+i]
	}
	return 0
}

// crossLine is called when pos has just passed a newline inside a token or a
// bracket. At the end of the file the line is not counted, as in CPython.
func (s *scanner) crossLine() {
	if s.pos < len(s.src) {
		s.line++
		s.lineStart = s.pos
	}
}

// fail stops with a SyntaxError at the character before pos.
func (s *scanner) fail(msg string) token {
	at := s.pos - 1
	for at > s.lineStart && s.src[at]&0xc0 == 0x80 {
		at--
	}
	col := int32(at - s.lineStart)
	return s.failRange(msg, col, col)
}

func (s *scanner) failRange(msg string, col, endCol int32) token {
	s.err = &Error{Kind: SyntaxError, Msg: msg, Filename: s.filename, Span: Span{s.line, col, s.line, endCol}}
	s.done = doneRaised
	return s.errorToken()
}

func (s *scanner) stop(why scanDone) token {
	s.done = why
	return s.errorToken()
}

func (s *scanner) errorToken() token {
	return token{kind: tError, line: s.line, endLine: s.line, col: -1,
		endCol: int32(s.pos - s.lineStart), start: int32(s.pos), end: int32(s.pos)}
}

func (s *scanner) warn(msg string, sp Span) {
	if !s.quiet {
		s.warnings = append(s.warnings, Warning{Msg: msg, Span: sp})
	}
}

// make returns the token from tokStart to pos.
func (s *scanner) make(k tokKind) token {
	return token{kind: k, level: uint8(len(s.brackets)), start: int32(s.tokStart), end: int32(s.pos),
		line: s.tokLine, col: int32(s.tokStart - s.tokLineStart), endLine: s.line, endCol: int32(s.pos - s.lineStart)}
}

// bare returns a token without text.
func (s *scanner) bare(k tokKind) token {
	return token{kind: k, level: uint8(len(s.brackets)), start: int32(s.pos), end: int32(s.pos),
		line: s.line, col: -1, endLine: s.line, endCol: int32(s.pos - s.lineStart)}
}

// next returns the next token. After tEOF or tError it returns the same again.
func (s *scanner) next() token {
	if s.done != doneNot {
		if s.done == doneEOF && len(s.brackets) == 0 {
			return s.bare(tEOF)
		}
		return s.errorToken()
	}
	if n := len(s.fstrings); n > 0 && s.fstrings[n-1].inText {
		return s.fstringText()
	}
	return s.code()
}

// code scans a token outside the text of f-strings.
func (s *scanner) code() token {
	for {
		blank := false
		if s.atBOL {
			s.atBOL = false
			var bad scanDone
			if blank, bad = s.indentation(); bad != doneNot {
				return s.stop(bad)
			}
		}
		if s.pending != 0 {
			if s.pending < 0 {
				s.pending++
				return s.bare(tDedent)
			}
			s.pending--
			return s.bare(tIndent)
		}
	again:
		src := s.src
		pos := s.pos
		for pos < len(src) && (src[pos] == ' ' || src[pos] == '\t' || src[pos] == '\f') {
			pos++
		}
		s.tokStart, s.tokLine, s.tokLineStart = pos, s.line, s.lineStart
		if pos < len(src) && src[pos] == '#' {
			for pos < len(src) && src[pos] != '\n' {
				pos++
			}
		}
		s.pos = pos
		if pos >= len(src) {
			s.done = doneEOF
			if len(s.brackets) > 0 {
				return s.errorToken()
			}
			return s.bare(tEOF)
		}
		c := src[pos]
		switch {
		case identStart(c):
			return s.name()
		case c == '\n':
			s.pos++
			s.atBOL = true
			if blank || len(s.brackets) > 0 {
				continue
			}
			return s.make(tNewline)
		case c >= '0' && c <= '9':
			return s.number()
		case c == '.':
			d := s.peek(1)
			if d >= '0' && d <= '9' {
				return s.number()
			}
			if d == '.' && s.peek(2) == '.' {
				s.pos += 3
				return s.make(tEllipsis)
			}
			s.pos++
			return s.make(tDot)
		case c == '"' || c == '\'':
			return s.str()
		case c == '\\':
			if bad := s.continuation(); bad != doneNot {
				return s.stop(bad)
			}
			goto again
		}
		return s.operator(c)
	}
}

// continuation passes a backslash and the newline after it.
func (s *scanner) continuation() scanDone {
	s.pos++
	if s.peek(0) != '\n' {
		s.pos = min(s.pos+1, len(s.src))
		return doneLineCont
	}
	s.pos++
	if s.pos >= len(s.src) {
		return doneEOF
	}
	s.crossLine()
	return doneNot
}

// indentation reads the white space at the start of a line and sets pending.
// It says whether the line is blank.
func (s *scanner) indentation() (blank bool, bad scanDone) {
	if s.pos > 0 || s.line == 0 {
		s.line++
		s.lineStart = s.pos
		if s.pos >= len(s.src) && s.line > 1 {
			s.line-- // no line begins at the end of the file
			s.lineStart = s.lastLineStart()
		}
	}
	var col, alt, contCol int32
loop:
	for ; s.pos < len(s.src); s.pos++ {
		switch s.src[s.pos] {
		case ' ':
			col++
			alt++
		case '\t':
			col = (col/8 + 1) * 8
			alt++
		case '\f':
			col, alt = 0, 0
		case '\\':
			if contCol == 0 {
				contCol = col
			}
			if bad := s.continuation(); bad != doneNot {
				return false, bad
			}
			s.pos--
		default:
			break loop
		}
	}
	if s.pos < len(s.src) && (s.src[s.pos] == '#' || s.src[s.pos] == '\n') {
		return true, doneNot
	}
	if len(s.brackets) > 0 {
		return false, doneNot
	}
	if contCol != 0 {
		col, alt = contCol, contCol
	}
	top := len(s.indents) - 1
	switch {
	case col == s.indents[top]:
		if alt != s.altIndents[top] {
			return false, s.lineError(doneTabs)
		}
	case col > s.indents[top]:
		if top+1 >= maxIndent {
			return false, s.lineError(doneTooDeep)
		}
		if alt <= s.altIndents[top] {
			return false, s.lineError(doneTabs)
		}
		s.pending++
		s.indents = append(s.indents, col)
		s.altIndents = append(s.altIndents, alt)
	default:
		for top > 0 && col < s.indents[top] {
			s.pending--
			top--
		}
		s.indents, s.altIndents = s.indents[:top+1], s.altIndents[:top+1]
		if col != s.indents[top] {
			return false, s.lineError(doneDedent)
		}
		if alt != s.altIndents[top] {
			return false, s.lineError(doneTabs)
		}
	}
	return false, doneNot
}

// lineError moves to the end of the line, where CPython reports errors of indentation.
func (s *scanner) lineError(why scanDone) scanDone {
	for s.pos < len(s.src) && s.src[s.pos] != '\n' {
		s.pos++
	}
	s.pos = min(s.pos+1, len(s.src))
	return why
}

// lastLineStart returns where the last line of the source starts.
func (s *scanner) lastLineStart() int {
	i := len(s.src) - 1
	for i > 0 && s.src[i-1] != '\n' {
		i--
	}
	return max(i, 0)
}

func identStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128
}

func identChar(c byte) bool { return identStart(c) || c >= '0' && c <= '9' }

// name scans an identifier, a keyword or a string with a prefix.
func (s *scanner) name() token {
	src := s.src
	pos := s.pos
	// A prefix is at most two letters and a quote.
	for n := 1; n <= 2 && pos+n < len(src); n++ {
		if q := src[pos+n]; q == '"' || q == '\'' {
			if isPrefix, f := stringPrefix(src[pos : pos+n]); isPrefix {
				s.pos += n
				if f {
					return s.fstringStart()
				}
				return s.str()
			}
		}
	}
	nonASCII := false
	for pos < len(src) && identChar(src[pos]) {
		if src[pos] >= 128 {
			nonASCII = true
		}
		pos++
	}
	s.pos = pos
	if nonASCII {
		if t, ok := s.checkIdent(); !ok {
			return t
		}
		return s.make(tName)
	}
	return s.make(keyword(src[s.tokStart:pos]))
}

// stringPrefix says whether b is the prefix of a string, and of an f- or t-string.
func stringPrefix(b []byte) (ok, f bool) {
	var r, other byte
	for _, c := range b {
		switch c |= 0x20; c {
		case 'r':
			if r != 0 {
				return false, false
			}
			r = c
		case 'b', 'u', 'f', 't':
			if other != 0 {
				return false, false
			}
			other = c
		default:
			return false, false
		}
	}
	if other == 'u' && r != 0 {
		return false, false
	}
	return true, other == 'f' || other == 't'
}

// checkIdent verifies an identifier that has bytes beyond ASCII.
func (s *scanner) checkIdent() (token, bool) {
	text := s.src[s.tokStart:s.pos]
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if i == 0 && !xidStart(r) || i > 0 && !xidContinue(r) {
			s.pos = s.tokStart + i + n
			if unicode.IsPrint(r) {
				return s.fail("invalid character '" + string(r) + "' (U+" + hex4(r) + ")"), false
			}
			return s.fail("invalid non-printable character U+" + hex4(r)), false
		}
		i += n
	}
	return token{}, true
}

func hex4(r rune) string {
	h := strconv.FormatInt(int64(r), 16)
	b := []byte("0000")
	if len(h) > 4 {
		b = make([]byte, len(h))
	}
	copy(b[len(b)-len(h):], h)
	for i, c := range b {
		if c >= 'a' {
			b[i] = c - 32
		}
	}
	return string(b)
}

func xidStart(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_ID_Start, r)
}

func xidContinue(r rune) bool {
	return xidStart(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
}

// operator scans punctuation.
func (s *scanner) operator(c byte) token {
	var f *fstringMode
	if n := len(s.fstrings); n > 0 {
		f = &s.fstrings[n-1]
		if c == ':' && f.exprDepth >= 0 && f.depth-1 == f.exprDepth {
			f.inText, f.inSpec = true, true
			s.pos++
			return s.make(tColon)
		}
	}
	k, n := punct(s.src[s.pos:])
	s.pos += n
	if n > 1 {
		return s.make(k)
	}
	switch c {
	case '(', '[', '{':
		if len(s.brackets) >= maxBracket {
			return s.fail("too many nested parentheses")
		}
		s.brackets = append(s.brackets, bracket{c, s.line, int32(s.tokStart - s.lineStart)})
		if f != nil {
			f.depth++
		}
	case ')', ']', '}':
		if bad := s.closeBracket(c, f); bad != "" {
			return s.fail(bad)
		}
	case '=':
		if f != nil && f.exprDepth >= 0 {
			f.debug = true
		}
	}
	if k == tError && (c < ' ' || c == 0x7f) {
		return s.fail("invalid non-printable character U+" + hex4(rune(c)))
	}
	if k == tError { // $ ? `: no rule takes them
		t := s.make(tError)
		t.kind = numTokens
		return t
	}
	return s.make(k)
}

// closeBracket matches a closing bracket and returns what is wrong with it.
func (s *scanner) closeBracket(c byte, f *fstringMode) string {
	if f != nil && f.depth == 0 && c == '}' {
		return f.prefix() + "single '}' is not allowed"
	}
	n := len(s.brackets)
	if n == 0 {
		return "unmatched '" + string(rune(c)) + "'"
	}
	open := s.brackets[n-1]
	s.brackets = s.brackets[:n-1]
	if open.char == '(' && c != ')' || open.char == '[' && c != ']' || open.char == '{' && c != '}' {
		if f != nil && open.char == '{' && f.depth-1 == f.exprDepth {
			return f.prefix() + "unmatched '" + string(rune(c)) + "'"
		}
		msg := "closing parenthesis '" + string(rune(c)) + "' does not match opening parenthesis '" + string(rune(open.char)) + "'"
		if open.line != s.line {
			msg += " on line " + strconv.Itoa(int(open.line))
		}
		return msg
	}
	if f != nil {
		f.depth--
		if f.depth < 0 {
			return f.prefix() + "unmatched '" + string(rune(c)) + "'"
		}
		if c == '}' && f.depth == f.exprDepth {
			f.exprDepth--
			f.inText, f.inSpec, f.debug = true, false, false
		}
	}
	return ""
}

// colAfter returns the column after the one-byte token at start.
func (s *scanner) colAfter(start position) int32 { return start.col + 1 }
