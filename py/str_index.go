package py

// Positions in text and properties of characters, for modules that work on the text
// of a str itself.

// Offset returns the byte position of character i (0 ≤ i ≤ length).
func (s *Str) Offset(i int) int { return s.offset(i) }

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
