package py

// scratchSize is the size of a thread's scratch buffer, and of the largest text that
// is copied out of it.
const scratchSize = 256

// Scratch returns an empty buffer for text of some n bytes that is about to become a
// str; [Thread.ScratchStr] makes it one. Short texts are put together in one buffer
// of the thread, so that they cost one object, the str. Who asks while the buffer is
// in use, or never gives it back, gets or leaves another.
func (t *Thread) Scratch(n int) []byte {
	if n > scratchSize {
		return make([]byte, 0, n)
	}
	b := t.scratch
	t.scratch = nil
	if b == nil {
		b = make([]byte, 0, scratchSize)
	}
	return b
}

// scratchBack gives back what came from Scratch and is not wanted.
func (t *Thread) scratchBack(b []byte) {
	if cap(b) == scratchSize {
		t.scratch = b[:0]
	}
}

// ScratchStr returns b, which came from Scratch and may have grown, as a str. The
// caller gives b away.
func (t *Thread) ScratchStr(b []byte) Value {
	if cap(b) != scratchSize {
		return takeStr(b)
	}
	t.scratch = b[:0]
	return NewStrBytes(b)
}
