package py

import "unsafe"

// Positions in text and properties of characters, for modules that work on the text
// of a str itself.

// Offset returns the byte position of character i (0 ≤ i ≤ length).
func (s *Str) Offset(i int) int { return s.offset(i) }

// CharAt returns the number of characters before byte position at, which is the
// begin of one or the end of the text. It remembers the last place, as Offset does, so
// that going through a text from place to place costs no more than reading it.
func (s *Str) CharAt(at int) int {
	if s.n&strWide == 0 || at == 0 {
		return at
	}
	x := (*strExtra)(unsafe.Pointer(s))
	text := s.String()
	if at == len(text) {
		return int(x.chars)
	}
	c, b := int(x.lastC), int(x.lastB)
	switch {
	case at < b/2:
		c = countChars(text[:at])
	case at >= b:
		c += countChars(text[b:at])
	default:
		c -= countChars(text[at:b])
	}
	x.lastC, x.lastB = uint32(c), uint32(at)
	return c
}

// IsDecimal is str.isdecimal of a character.
func IsDecimal(r rune) bool { return isDecimal(r) }

// IsAlnum is str.isalnum of a character.
func IsAlnum(r rune) bool { return isAlnum(r) }

// IsSpace is str.isspace of a character.
func IsSpace(r rune) bool { return isSpace(r) }

// NewMappingProxy returns a read-only view of a mapping.
func NewMappingProxy(m Value) Value { return newMappingProxy(m) }

// StrBatch makes short strings that stay together, such as the items of a list, with
// fewer trips to Go's allocator.
type StrBatch struct {
	short batch[shortStr]
	last  Value // the last one made, which is made again if it is the same
}

// New is [NewStrSub].
func (b *StrBatch) New(s string) Value {
	n := len(s)
	if n <= 1 {
		return NewStrSub(s)
	}
	if b.last.p != nil && n <= 64 && (*Str)(b.last.p).String() == s {
		return b.last
	}
	if n > len(shortStr{}.buf) || !isASCII(s) {
		b.last = NewStrSub(s)
		return b.last
	}
	o := b.short.next()
	o.shape, o.n, o.p = &strShape, uint32(n), &o.buf[0]
	copy(o.buf[:], s)
	b.last = o.Value()
	return b.last
}

type shortStr struct {
	Str
	buf [8]byte
}
