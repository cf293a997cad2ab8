package py

import (
	"runtime"
	"weak"
)

// Exports counts the buffers of an object that are handed out, during which its size
// cannot change. A memoryview that is dropped without release() gives its buffer back
// in CPython at once; here that is found out when somebody wants to change the size.
// All memoryviews of an object share one buffer, so that one weak pointer will do: one
// for each took longer than the rest of memoryview().
type Exports struct {
	shared weak.Pointer[sharedBuffer] // of the memoryviews, until the last is released
	n      int32
	fresh  bool // a memoryview was made, or released, since the collector was run for them
	tries  uint8
}

// None reports whether there surely are no exports.
func (e *Exports) None() bool { return e.n == 0 }

// Buffer returns b as handed out: it is counted until it is released.
func (e *Exports) Buffer(b *Buffer) *Buffer {
	e.n++
	b.exports, b.Release = e, func() { e.n-- }
	return b
}

// share returns the buffer for a memoryview that was to have b: that of the other
// memoryviews if there are any.
func (e *Exports) share(b *Buffer) *sharedBuffer {
	e.fresh = true
	s := e.shared.Value()
	switch {
	case s != nil && s.buf.Owner == b.Owner:
		b.Release()
		s.refs++
		return s
	case s == nil:
		e.forget()
	}
	s = &sharedBuffer{b, 1}
	e.shared = weak.Make(s)
	return s
}

// forget gives back the buffer of memoryviews that were all dropped.
func (e *Exports) forget() {
	if e.shared != (weak.Pointer[sharedBuffer]{}) && e.shared.Value() == nil {
		e.n--
		e.shared = weak.Pointer[sharedBuffer]{}
	}
}

// released is called when the last memoryview with s is released.
func (e *Exports) released(s *sharedBuffer) {
	if e.shared.Value() == s {
		e.shared = weak.Pointer[sharedBuffer]{}
	}
}

// Any reports whether buffers are handed out. To be sure of that it runs the collector
// if there are memoryviews made since it last did, and now and then later.
func (e *Exports) Any(t *Thread) bool {
	if e.n == 0 {
		return false
	}
	e.forget()
	if e.n == 1 && e.shared.Value() != nil {
		if e.tries++; e.fresh || e.tries%64 == 0 {
			e.fresh = false
			t.Interp.Machine.ClearDead(t)
			runtime.GC()
			e.forget()
		}
	}
	return e.n > 0
}
