package py

import (
	"strings"
	"unsafe"
)

// bytes that grow. `b += chunk` in a loop would copy all of b each time. A sum of more
// than bytesLong bytes tells so in place of its hash; if something is added to it, too,
// the new sum is put into a buffer with room behind it, and what is added next goes there.
// As with strings (str_grow.go) only the newest, which ends where the text of the buffer
// ends, can be appended to in place.

// Marks in Bytes.hash, which no hash is equal to. Who computes the hash drops them.
const (
	bytesSum   = 1 // a sum, alone in its memory
	bytesRoomy = 2 // in a buffer with a bytesBuf in front
)

const bytesLong = 256

// bytesBuf is the start of a buffer; the text is behind it.
type bytesBuf struct{ n, room uint64 }

const bytesBufSize = unsafe.Sizeof(bytesBuf{})

// unclearedText returns n bytes of memory that the collector does not look into. What stands
// in them is undefined.
func unclearedText(n int) unsafe.Pointer {
	var b strings.Builder
	b.Grow(n)
	b.WriteByte(0)
	return unsafe.Pointer(unsafe.StringData(b.String()))
}

// UnclearedBytes returns n bytes with undefined contents, to be written before any Python code
// sees them. Clearing memory takes as long as reading a file into it.
func UnclearedBytes(n int) []byte { return unsafe.Slice((*byte)(unclearedText(n)), n) }

// addBytes is a + y of two bytes.
func addBytes(t *Thread, a *Bytes, y []byte) (Value, error) {
	x := a.B
	n := len(x) + len(y)
	if a.hash == bytesRoomy {
		g := (*bytesBuf)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(x)), -int(bytesBufSize)))
		if g.n == uint64(len(x)) && g.room >= uint64(n) {
			return g.sum(n, y), nil
		}
	}
	if n > MaxStr {
		return Nil, Raise(MemoryError, "")
	}
	room := n
	if a.hash == bytesSum || a.hash == bytesRoomy {
		room = textRoom(n)
	}
	if room > 4096 {
		var err error
		if room, err = t.takeRoom(n, room, 1); err != nil {
			return Nil, err
		}
	}
	if room > n {
		g := (*bytesBuf)(unclearedText(int(bytesBufSize) + room))
		g.n, g.room = uint64(len(x)), uint64(room)
		copy(g.text(len(x)), x)
		return g.sum(n, y), nil
	}
	if n <= bytesLong {
		v, b := MakeBytes(n)
		copy(b[copy(b, x):], y)
		return v, nil
	}
	o := &Bytes{Head: Head{&bytesShape}, B: unsafe.Slice((*byte)(unclearedText(n)), n), hash: bytesSum}
	copy(o.B[copy(o.B, x):], y)
	return Value{unsafe.Pointer(o), 0}, nil
}

func (g *bytesBuf) text(n int) []byte {
	return unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(g), bytesBufSize)), n)
}

// sum appends y, for which there is room, and returns the first n bytes.
func (g *bytesBuf) sum(n int, y []byte) Value {
	b := g.text(n)
	copy(b[g.n:], y)
	g.n = uint64(n)
	return Value{unsafe.Pointer(&Bytes{Head: Head{&bytesShape}, B: b, hash: bytesRoomy}), 0}
}
