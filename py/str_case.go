package py

import "encoding/binary"

// Case conversions of str. Text that stays as it is is returned without a copy.

// mapASCII is the text with every byte replaced through f, which keeps ASCII.
func (s *Str) mapASCII(t *Thread, f *[128]byte) (Value, error) {
	text := s.String()
	if len(text) == 1 {
		return Latin1(f[text[0]&127]), nil
	}
	i := 0
	for i < len(text) && f[text[i]&127] == text[i] {
		i++
	}
	if i == len(text) {
		return exactStr(s), nil
	}
	if err := chargeStr(t, len(text)); err != nil {
		return Nil, err
	}
	if len(text) <= 40 {
		var buf [40]byte
		b := buf[:copy(buf[:], text)]
		for ; i < len(b); i++ {
			b[i] = f[b[i]&127]
		}
		return NewStrBytes(b), nil
	}
	o, b := newText(len(text))
	copy(b, text)
	switch f {
	case &lowerTable:
		flipCase(b, i, 'A')
	case &upperTable:
		flipCase(b, i, 'a')
	default:
		for ; i < len(text); i++ {
			b[i] = f[text[i]&127]
		}
	}
	return o.Value(), nil
}

// flipCase changes the case of the letters of b from position i on of which from is the
// first. Eight bytes at a time: the highest bit of each says whether it is a letter.
func flipCase(b []byte, i int, from byte) {
	const ones = 0x0101010101010101
	for i &^= 7; i+8 <= len(b); i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		letters := (x + (128-uint64(from))*ones) &^ (x + (128-uint64(from)-26)*ones) & (128 * ones)
		binary.LittleEndian.PutUint64(b[i:], x^letters>>2)
	}
	for ; i < len(b); i++ {
		if b[i]-from <= 'z'-'a' {
			b[i] ^= 0x20
		}
	}
}

// mapWide builds the text character by character; what ASCII becomes stands in a table,
// if it does not depend on what is around.
func (s *Str) mapWide(t *Thread, ascii *[128]byte, f func(b []byte, r rune, text string, at int) []byte) (Value, error) {
	text := s.String()
	if err := chargeStr(t, len(text)); err != nil {
		return Nil, err
	}
	b := make([]byte, 0, len(text)+8)
	for i := 0; i < len(text); {
		if c := text[i]; c < 128 && ascii != nil {
			b = append(b, ascii[c])
			i++
			continue
		}
		r, n := DecodeRune(text[i:])
		b = f(b, r, text, i)
		i += n
	}
	if len(b) > MaxStr {
		return Nil, Raise(MemoryError, "")
	}
	return takeStr(b), nil
}

var lowerTable, upperTable, swapTable = func() (lower, upper, swap [128]byte) {
	for i := range lower {
		c := byte(i)
		lower[i], upper[i], swap[i] = c, c, c
		switch {
		case c >= 'A' && c <= 'Z':
			lower[i], swap[i] = c+32, c+32
		case c >= 'a' && c <= 'z':
			upper[i], swap[i] = c-32, c-32
		}
	}
	return
}()

func (s *Str) lower(t *Thread, a *Args) (Value, error) {
	if s.ASCII() {
		return s.mapASCII(t, &lowerTable)
	}
	return s.mapCase(t, caseLower, caseLower, false)
}

func (s *Str) upper(t *Thread, a *Args) (Value, error) {
	if s.ASCII() {
		return s.mapASCII(t, &upperTable)
	}
	return s.mapCase(t, caseUpper, caseUpper, false)
}

func (s *Str) casefold(t *Thread, a *Args) (Value, error) {
	if s.ASCII() {
		return s.mapASCII(t, &lowerTable)
	}
	return s.mapWide(t, &lowerTable, func(b []byte, r rune, _ string, _ int) []byte { return appendFold(b, r) })
}

func (s *Str) swapcase(t *Thread, a *Args) (Value, error) {
	if s.ASCII() {
		return s.mapASCII(t, &swapTable)
	}
	return s.mapWide(t, &swapTable, func(b []byte, r rune, text string, at int) []byte {
		switch {
		case isUpperChar(r):
			return appendLower(b, r, text, at)
		case isLowerChar(r):
			return appendUpper(b, r)
		}
		return AppendRune(b, r)
	})
}

func (s *Str) capitalize(t *Thread, a *Args) (Value, error) {
	return s.mapCase(t, caseTitle, caseLower, false)
}

func (s *Str) title(t *Thread, a *Args) (Value, error) {
	return s.mapCase(t, caseTitle, caseLower, true)
}

// The kinds of case.
const (
	caseLower = iota
	caseUpper
	caseTitle
)

// caseCache remembers what the characters of two bytes, those of most alphabets, become,
// by kind of case: a look-up in Unicode's tables takes ten times as long. 0: not known yet.
type caseCache [3][0x800]uint16

const (
	caseOther uint16 = 0x8000 // it becomes something that is not one character of two bytes, or depends on what is around
	caseCased uint16 = 0x4000 // the character has case
)

func appendCase(b []byte, kind int, r rune, text string, at int) []byte {
	switch kind {
	case caseLower:
		return appendLower(b, r, text, at)
	case caseUpper:
		return appendUpper(b, r)
	}
	return appendTitle(b, r)
}

// find returns the entry of a character.
func (c *caseCache) find(kind int, r rune) uint16 {
	var buf [8]byte
	e := caseOther
	if b := appendCase(buf[:0], kind, r, "", 0); len(b) == 2 && b[0] >= 0xC0 && r != 'Σ' {
		e = uint16(b[0]&0x1F)<<6 | uint16(b[1]&0x3F)
	}
	if isCased(r) {
		e |= caseCased
	}
	c[kind][r] = e
	return e
}

// mapCase is the text with its first character in one case and the others in another;
// with words, the first one after each character without case counts as a first one.
func (s *Str) mapCase(t *Thread, first, rest int, words bool) (Value, error) {
	text := s.String()
	if err := chargeStr(t, len(text)); err != nil {
		return Nil, err
	}
	if t.Interp.cases == nil {
		t.Interp.cases = &caseCache{}
	}
	if len(text) <= 40 {
		var buf [64]byte
		return NewStrBytes(t.Interp.cases.append(buf[:0], text, first, rest, words)), nil
	}
	b := t.Interp.cases.append(make([]byte, 0, len(text)+8), text, first, rest, words)
	if len(b) > MaxStr {
		return Nil, Raise(MemoryError, "")
	}
	return takeStr(b), nil
}

// append does mapCase's work.
func (known *caseCache) append(b []byte, text string, first, rest int, words bool) []byte {
	kind := first
	for i := 0; i < len(text); {
		c := text[i]
		cased := false
		switch {
		case c < 0x80:
			if cased = c|0x20-'a' < 26; cased {
				c |= 0x20
				if kind != caseLower {
					c -= 0x20
				}
			}
			b = append(b, c)
			i++
		case c < 0xE0:
			r := rune(c&0x1F)<<6 | rune(text[i+1]&0x3F)
			e := known[kind][r]
			if e == 0 {
				e = known.find(kind, r)
			}
			if e&caseOther == 0 {
				b = append(b, 0xC0|byte(e>>6)&0x1F, 0x80|byte(e)&0x3F)
			} else {
				b = appendCase(b, kind, r, text, i)
			}
			cased = e&caseCased != 0
			i += 2
		default:
			r, n := DecodeRune(text[i:])
			b = appendCase(b, kind, r, text, i)
			cased = words && isCased(r)
			i += n
		}
		kind = rest
		if words && !cased {
			kind = first
		}
	}
	return b
}
