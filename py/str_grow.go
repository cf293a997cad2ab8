package py

import "unsafe"

// Strings that grow. `s += t` in a loop would copy all of s each time, so the sum is
// put into a buffer with room behind it, and what is added next goes there: strings
// share the buffer, each with its own length. Only the newest, which ends where the
// text of the buffer ends, can be appended to in place.

// growBuf is the start of such a buffer; the text is behind it. The buffer has no
// pointers.
type growBuf struct {
	n, room uint32 // length of the text, and of what fits
	heads   uint32 // Strs behind that of the newest string, for those to come
	made    uint32 // how many were made together
}

const growHead = unsafe.Sizeof(growBuf{})

// growMin is the length from which a concatenation makes a buffer with room.
const growMin = 64

// growBuf returns the buffer of a string with flag strGrow.
func (s *Str) growBuf() *growBuf {
	return (*growBuf)(unsafe.Add(unsafe.Pointer(s.p), -int(growHead)))
}

func newGrowBuf(room int) *growBuf {
	g := (*growBuf)(unclearedText(int(growHead) + room))
	*g = growBuf{room: uint32(room)}
	return g
}

// joined is a + b in memory of its own.
func joined(a, b *Str) Value {
	text := a.String() + b.String()
	if wide := (a.n | b.n) & strWide; wide != 0 {
		o := &strLong{}
		o.shape, o.p, o.n = &strShape, unsafe.StringData(text), uint32(len(text))|strWide
		o.chars = uint32(a.Len() + b.Len())
		return o.Value()
	}
	return newASCII(text).Value()
}

// text returns all of the buffer's room for text.
func (g *growBuf) text() []byte {
	return unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(g), growHead)), g.room)
}

// head returns a Str for the string that follows on a, the newest of the buffer. Those
// of strings that grow again and again are made together.
func (g *growBuf) head(a *Str, wide uint32) *Str {
	if g.heads > 0 && a.n&strWide == wide {
		g.heads--
		if wide != 0 {
			return (*Str)(unsafe.Add(unsafe.Pointer(a), unsafe.Sizeof(strLong{})))
		}
		return (*Str)(unsafe.Add(unsafe.Pointer(a), unsafe.Sizeof(Str{})))
	}
	g.made = min(max(1, 4*g.made), 16)
	g.heads = g.made - 1
	if wide != 0 {
		return &unsafe.SliceData(make([]strLong, g.made)).Str
	}
	return unsafe.SliceData(make([]Str, g.made))
}

// growsBy reports whether a + b will share a's buffer.
func (a *Str) growsBy(b *Str) bool {
	if a.n&strGrow == 0 {
		return false
	}
	g := a.growBuf()
	return int(g.n) == a.NBytes() && int(g.room)-a.NBytes() >= b.NBytes()
}

// roomFor is the room of the buffer for a string of n bytes, of which more were added to a.
func (a *Str) roomFor(n, more int) int {
	if a.n&strGrow == 0 {
		return n + more
	}
	return textRoom(n)
}

// Concat returns a + b; grow tells that a is not needed any more, as far as one can
// know. The caller has checked that the sum is at most MaxStr bytes.
func Concat(a, b *Str, grow bool) Value { return concat(a, b, grow, 0) }

// concat is Concat for which room in a new buffer has been charged, if it is not 0.
func concat(a, b *Str, grow bool, room int) Value {
	x, y := a.String(), b.String()
	n := len(x) + len(y)
	if len(y) == 0 && a.shape == &strShape {
		return a.Value()
	}
	if len(x) == 0 && b.shape == &strShape {
		return b.Value()
	}
	wide := (a.n | b.n) & strWide
	if wide == 0 && (n < growMin || !grow && n <= inlineMost) {
		o, buf := newInline(n)
		copy(buf[copy(buf, x):], y)
		return o.Value()
	}
	if n < growMin {
		return newInlineWide(x, y).Value()
	}
	if a.n&strGrow == 0 && len(y) > len(x) {
		return joined(a, b) // y is what is long: no sign of growing at the end
	}
	var g *growBuf
	newest := false
	if a.n&strGrow != 0 {
		g = a.growBuf()
		newest = int(g.n) == len(x)
	}
	if !newest || int(g.room)-len(x) < len(y) {
		if room == 0 {
			room = a.roomFor(n, len(y))
		}
		old := g
		g = newGrowBuf(room)
		copy(g.text(), x)
		if newest {
			g.heads, g.made = old.heads, old.made
			old.heads = 0
		}
	}
	copy(g.text()[len(x):], y)
	g.n = uint32(n)
	o := g.head(a, wide)
	o.shape, o.p, o.n = &strShape, unsafe.SliceData(g.text()), uint32(n)|strGrow|wide
	if wide != 0 {
		(*strExtra)(unsafe.Pointer(o)).chars = uint32(a.Len() + b.Len())
	}
	return Value{unsafe.Pointer(o), 0}
}
