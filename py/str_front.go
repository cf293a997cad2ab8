package py

import "unsafe"

// Strings that grow at the front. `s = t + s` in a loop would copy all of s each time.
// A thread remembers the newest sum of that kind; what is put in front of it once more
// goes into a buffer with room before the text, which the next sums share. The buffer is
// forgotten at the end of a slice, so that it lives no longer than its strings.
type frontBuf struct {
	newest *Str
	free   []byte // the room before its text
}

// frontMin is the length from which sums share a buffer.
const frontMin = 256

// ClearFront forgets the buffer.
func (t *Thread) ClearFront() { t.front = frontBuf{} }

// Prepend is *s = *a + *s of strings of which *s is long; false if it is something else
// or too long.
func (t *Thread) Prepend(s, a *Value) bool {
	if !IsStr(*a) || !IsStr(*s) {
		return false
	}
	x, y := (*Str)(a.p), (*Str)(s.p)
	k, n := x.NBytes(), x.NBytes()+y.NBytes()
	if y.NBytes() < frontMin || k == 0 || k > y.NBytes() || n > MaxStr {
		return false
	}
	f := &t.front
	if f.newest != y {
		if n > 1<<14 { // AddStr charges it
			return false
		}
		*s = joined(x, y)
		t.front = frontBuf{newest: (*Str)(s.p)}
		return true
	}
	if len(f.free) < k {
		room, err := t.takeRoom(n, textRoom(n), 1)
		if err != nil {
			return false
		}
		buf := unsafe.Slice((*byte)(unclearedText(room)), room)
		f.free = buf[:room-copy(buf[room-y.NBytes():], y.String())]
	}
	at := len(f.free) - k
	copy(f.free[at:], x.String())
	o := &Str{Head: Head{&strShape}, n: uint32(n)}
	if wide := (x.n | y.n) & strWide; wide != 0 {
		l := &strLong{}
		l.shape, l.n, l.chars = &strShape, uint32(n)|wide, uint32(x.Len()+y.Len())
		o = &l.Str
	}
	o.p = &f.free[at]
	f.free, f.newest = f.free[:at], o
	*s = o.Value()
	return true
}
