package py

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

// Text that is not ASCII. Positions count characters, and characters have one to four
// bytes, so that finding one means counting. The last place that was looked up is
// remembered, which is enough for going through a text; a long one that is looked into
// here and there gets marks.

// strExtra is a Str that is not ASCII.
type strExtra struct {
	Str
	chars uint32 // code points
	lastC uint32 // the last position looked up: code point …
	lastB uint32 // … and byte
}

// strLong is a strExtra of any length, one of more than markStep code points for sure.
type strLong struct {
	strExtra
	marks *uint32 // byte position of each markStep-th code point, nil before they are needed
}

const (
	markStep = 64
	// inlineWide is the length in bytes up to which the text may stand behind its head.
	inlineWide = 64
)

func newWide(s string) *Str {
	if len(s) <= 8 {
		return newInlineWide(s, "")
	}
	o := &strLong{}
	o.shape, o.p, o.n = &strShape, unsafe.StringData(s), uint32(len(s))|strWide
	o.chars = uint32(countChars(s))
	return &o.Str
}

// newInlineWide returns x + y, at most inlineWide bytes, in one object.
func newInlineWide(x, y string) *Str {
	const head = unsafe.Sizeof(strExtra{})
	n := len(x) + len(y)
	o := (*strExtra)(leafMemory(head + uintptr(n)))
	o.shape, o.p, o.n = &strShape, (*byte)(unsafe.Add(unsafe.Pointer(o), head)), uint32(n)|strWide
	text := unsafe.Slice(o.p, n)
	copy(text[copy(text, x):], y)
	o.chars = uint32(countChars(o.String()))
	return &o.Str
}

// Rune returns the one-character string of code point r, which may be a surrogate.
func Rune(r rune) Value {
	if r < 256 {
		return Value{unsafe.Pointer(&latin1[r]), 0}
	}
	o := &struct {
		strExtra
		text [4]byte
	}{}
	n := len(AppendRune(o.text[:0], r))
	o.shape, o.p, o.n, o.chars = &strShape, &o.text[0], uint32(n)|strWide, 1
	return o.Value()
}

// runeCache has the one-character strings that were made last.
type runeCache [128]struct {
	r rune
	s *Str
}

// Rune is [Rune], which most texts ask for the same few letters.
func (t *Thread) Rune(r rune) Value {
	if r < 256 {
		return Value{unsafe.Pointer(&latin1[r]), 0}
	}
	c := t.Interp.runes
	if c == nil {
		c = new(runeCache)
		t.Interp.runes = c
	}
	e := &c[uint32(r)%uint32(len(c))]
	if e.r != r {
		e.r, e.s = r, (*Str)(Rune(r).p)
	}
	return e.s.Value()
}

// starts returns how many of eight bytes begin a code point.
func starts(word uint64) int {
	return 8 - bits.OnesCount64(word>>7&^(word>>6)&0x0101010101010101)
}

// word is the eight bytes of s from i on. One load where one may be at any address.
func word(s string, i int) uint64 {
	return binary.NativeEndian.Uint64((*[8]byte)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i))[:])
}

func countChars(s string) int {
	n, i := 0, 0
	for ; i+8 <= len(s); i += 8 {
		n += starts(word(s, i))
	}
	for ; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// reverseWide is text with its code points in reverse order.
func reverseWide(text string) []byte {
	b := make([]byte, len(text))
	k := len(b)
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c < 0x80:
			k--
			b[k] = c
			i++
		case c < 0xE0:
			k -= 2
			b[k], b[k+1] = c, text[i+1]
			i += 2
		case c < 0xF0:
			k -= 3
			b[k], b[k+1], b[k+2] = c, text[i+1], text[i+2]
			i += 3
		default:
			k -= 4
			b[k], b[k+1], b[k+2], b[k+3] = c, text[i+1], text[i+2], text[i+3]
			i += 4
		}
	}
	return b
}

// mark makes the marks of a long text.
func (x *strLong) mark() {
	text := x.String()
	marks := make([]uint32, 0, int(x.chars)/markStep+1)
	c, i := 0, 0
	for next := 0; next < int(x.chars); next += markStep {
		for i+8 <= len(text) {
			n := starts(word(text, i))
			if c+n > next {
				break
			}
			c += n
			i += 8
		}
		// The code point is the one that begins when c is next.
		for ; ; i++ {
			if text[i]&0xC0 != 0x80 {
				if c == next {
					break
				}
				c++
			}
		}
		marks = append(marks, uint32(i))
	}
	x.marks = unsafe.SliceData(marks)
}

// near returns the marked place before code point i: its code point and byte.
func (x *strLong) near(i int) (c, b int) {
	if x.marks == nil {
		x.mark()
	}
	k := i / markStep
	return k * markStep, int(*(*uint32)(unsafe.Add(unsafe.Pointer(x.marks), k*4)))
}

// offset returns the byte position of code point i (0 ≤ i ≤ length).
func (s *Str) offset(i int) int {
	if s.n&strWide == 0 || i == 0 {
		return i
	}
	x := (*strExtra)(unsafe.Pointer(s))
	text := s.String()
	if i == int(x.chars) {
		return len(text) // also keeps the shared one-character strings unwritten
	}
	c, b := int(x.lastC), int(x.lastB)
	if d := i - c; d > markStep || d < -markStep {
		switch left := int(x.chars) - i; {
		case i <= markStep:
			c, b = 0, 0
		case left <= markStep:
			c, b = int(x.chars), len(text)
		default:
			c, b = (*strLong)(unsafe.Pointer(s)).near(i)
		}
	}
	for c < i {
		b++
		for b < len(text) && text[b]&0xC0 == 0x80 {
			b++
		}
		c++
	}
	for c > i {
		b--
		for text[b]&0xC0 == 0x80 {
			b--
		}
		c--
	}
	x.lastC, x.lastB = uint32(c), uint32(b)
	return b
}

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
	const far = 4 * markStep
	if d := at - b; d > far || d < -far {
		if b, c = 0, 0; at > far {
			c, b = (*strLong)(unsafe.Pointer(s)).nearByte(at)
		}
	}
	if at >= b {
		c += countChars(text[b:at])
	} else {
		c -= countChars(text[at:b])
	}
	x.lastC, x.lastB = uint32(c), uint32(at)
	return c
}

// nearByte returns the marked place before byte position at.
func (x *strLong) nearByte(at int) (c, b int) {
	if x.marks == nil {
		x.mark()
	}
	marks := unsafe.Slice(x.marks, (int(x.chars)+markStep-1)/markStep)
	lo, hi := 0, len(marks) // marks[lo] <= at < marks[hi]
	for hi-lo > 1 {
		if m := (lo + hi) / 2; int(marks[m]) <= at {
			lo = m
		} else {
			hi = m
		}
	}
	return lo * markStep, int(marks[lo])
}
