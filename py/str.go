package py

import (
	"encoding/binary"
	"hash/maphash"
	"unicode/utf8"
	"unsafe"
)

// Str is Python's str. The text is kept as UTF-8 in which lone surrogates are
// written as three bytes as well (WTF-8). The length word has two flags on top:
// strWide for text that is not ASCII, whose Str is part of a strExtra, and strGrow for
// text in a growBuf.
// Short ASCII strings have their bytes in the object.
type Str struct {
	Head
	p *byte
	n uint32
	h uint32 // hash, 0: not computed yet
}

// inlineMost is the length up to which the bytes of an ASCII string are behind its
// head, in one object.
const inlineMost = 256

// newInline returns a string of n bytes to be filled, in one object with its head.
func newInline(n int) (*Str, []byte) {
	const head = unsafe.Sizeof(Str{})
	o := (*Str)(leafMemory(head + uintptr(n)))
	o.shape = &strShape
	o.p = (*byte)(unsafe.Add(unsafe.Pointer(o), head))
	o.n = uint32(n)
	return o, unsafe.Slice(o.p, n)
}

// newText returns a string of n ASCII bytes to be filled, in one object if it is short.
func newText(n int) (*Str, []byte) {
	if n <= inlineMost {
		return newInline(n)
	}
	buf := make([]byte, n)
	return &Str{Head: Head{&strShape}, p: unsafe.SliceData(buf), n: uint32(n)}, buf
}

// leafMemory returns n zero bytes that the collector does not look into: memory for
// an object whose pointers lead to static data and into itself only. It is cheaper
// to get than other memory.
func leafMemory(n uintptr) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(make([]uint64, (n+7)/8)))
}

const (
	strWide = 1 << 31
	strGrow = 1 << 30
	strMask = strGrow - 1
	// MaxStr is the longest string in bytes of UTF-8.
	MaxStr = strMask
)

var hashSeed = maphash.MakeSeed()

// NewStr returns s as a Python str. s must be valid WTF-8.
func NewStr(s string) Value { return Value{unsafe.Pointer(newStr(s)), 0} }

func newStr(s string) *Str {
	if !isASCII(s) {
		return newWide(s)
	}
	return newASCII(s)
}

func newASCII(s string) *Str {
	switch n := len(s); {
	case n == 0:
		return emptyStr
	case n == 1:
		return &latin1[s[0]].Str
	case n <= 8:
		o, buf := newInline(n)
		copy(buf, s)
		return o
	}
	return &Str{Head: Head{&strShape}, p: unsafe.StringData(s), n: uint32(len(s))}
}

// NewStrBytes returns a Python str made of a copy of b (valid WTF-8).
func NewStrBytes(b []byte) Value {
	n := len(b)
	if n > inlineMost || n <= 1 {
		return NewStr(string(b))
	}
	text := unsafe.String(unsafe.SliceData(b), n)
	if !isASCII(text) {
		if n > inlineWide {
			return NewStr(string(b))
		}
		return newInlineWide(text, "").Value()
	}
	o, buf := newInline(n)
	copy(buf, b)
	return o.Value()
}

// Bytes returns the text as bytes, which must not be changed.
func (s *Str) Bytes() []byte { return unsafe.Slice(s.p, s.NBytes()) }

// takeStr returns b as a Python str without copying; the caller gives b away.
func takeStr(b []byte) Value {
	if len(b) <= 40 {
		return NewStrBytes(b)
	}
	return NewStr(unsafe.String(unsafe.SliceData(b), len(b)))
}

// Name returns a str for a name known at compile time, with its hash computed, so
// that interpreters can share it.
func Name(s string) *Str {
	o := newStr(s)
	o.tableHash()
	return o
}

// AppendRune appends r as WTF-8.
func AppendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xED, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
	}
	return utf8.AppendRune(b, r)
}

// DecodeRune decodes the first code point of WTF-8 text and its width in bytes.
func DecodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xED {
		return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, n
}

// DecodeLastRune decodes the last code point.
func DecodeLastRune(s string) (rune, int) {
	i := len(s) - 1
	for i > 0 && s[i]&0xC0 == 0x80 {
		i--
	}
	r, _ := DecodeRune(s[i:])
	return r, len(s) - i
}

func isASCII(s string) bool {
	for len(s) >= 8 {
		// One load where one may be at any address, which it may not on MIPS.
		if binary.NativeEndian.Uint64((*[8]byte)(unsafe.Pointer(unsafe.StringData(s)))[:])&0x8080808080808080 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// String returns the text (WTF-8). It shares memory with s.
func (s *Str) String() string {
	h := struct {
		p *byte
		n int
	}{s.p, int(s.n & strMask)}
	return *(*string)(unsafe.Pointer(&h))
}

// Len returns the number of code points.
func (s *Str) Len() int {
	if s.n&strWide == 0 {
		return int(s.n & strMask)
	}
	return int((*strExtra)(unsafe.Pointer(s)).chars)
}

// ASCII reports whether all of the text is ASCII, so that bytes are characters.
func (s *Str) ASCII() bool { return s.n&strWide == 0 }

// Value returns s as a Value.
func (s *Str) Value() Value { return Value{unsafe.Pointer(s), 0} }

// IsStr reports whether v is exactly a str.
func IsStr(v Value) bool { return (*Head)(v.p).shape == &strShape }

// AsStr returns v as a *Str if its class is str or derives from it.
func AsStr(v Value) (*Str, bool) {
	if IsStr(v) {
		return (*Str)(v.p), true
	}
	return Cast[Str](v, StrType)
}

// hash32 returns the cached hash, never 0.
func (s *Str) hash32() uint32 {
	if h := s.h; h != 0 { // in line
		return h
	}
	return s.hashText()
}

//go:noinline
func (s *Str) hashText() uint32 {
	h := uint32(maphash.String(hashSeed, s.String()))
	if h == 0 {
		h = 1
	}
	s.h = h
	return h
}

func (s *Str) tableHash() uint64 { return uint64(s.hash32()) }

func (s *Str) equal(o *Str) bool {
	return s == o || s.n&strMask == o.n&strMask && s.String() == o.String()
}

// Equal reports whether two strings have the same text.
func (s *Str) Equal(o *Str) bool { return s.equal(o) }

// At returns code point i as a one-character string (0 ≤ i < length).
func (s *Str) At(i int) Value {
	if s.n&strWide == 0 {
		return Value{unsafe.Pointer(&latin1[*(*byte)(unsafe.Add(unsafe.Pointer(s.p), i))]), 0}
	}
	r, _ := DecodeRune(s.String()[s.offset(i):])
	return Rune(r)
}

// Slice returns code points lo to hi (0 ≤ lo ≤ hi ≤ length) as a string.
func (s *Str) Slice(lo, hi int) Value {
	if lo == 0 && hi == s.Len() && s.shape == &strShape {
		return s.Value()
	}
	if s.n&strWide == 0 {
		return s.sub(s.String()[lo:hi])
	}
	b := s.offset(lo)
	return s.sub(s.String()[b:s.offset(hi)])
}

// sub is NewStrSub of a part of s, which is ASCII if s is: a program that takes piece
// after piece off a long text need not look at all of the rest each time.
func (s *Str) sub(part string) Value {
	if len(part) <= 64 || s.n&strWide != 0 {
		return NewStrSub(part)
	}
	return newASCII(part).Value()
}

// NewStrSub is NewStr for a part of a larger string: short parts are copied so that
// they do not keep the whole alive.
func NewStrSub(s string) Value {
	if len(s) <= 64 {
		return NewStrBytes(unsafe.Slice(unsafe.StringData(s), len(s)))
	}
	return NewStr(s)
}
