package py

import (
	"math/bits"
	"unsafe"
)

// Deleting items, and giving memory back.

// delete removes item i.
func (l *List) delete(i int) { l.cut(i, i+1) }

// cut removes items lo to hi. Close to the front of a long list the few items before
// them move, and the array's start with them. What is unused before the start must not
// stay for ever, but is not counted: when what is left of the array has half the size
// that some power of two has, the list moves, so it is never more than is left. Between
// two moves a list that is a queue takes as many items as move, or a quarter of them.
func (l *List) cut(lo, hi int) {
	n, k := len(l.A), hi-lo
	if lo < (n-hi)/8 && n-hi > 256 {
		moveValues(l.A[k:hi], l.A[:lo])
		clear(l.A[:k])
		size := cap(l.A)
		l.A = l.A[k:]
		if bits.Len(uint(cap(l.A))) < bits.Len(uint(size)) {
			l.move(cap(l.A))
		}
	} else {
		moveValues(l.A[lo:], l.A[hi:])
		clear(l.A[n-k:])
		l.A = l.A[:n-k]
	}
	l.shrink()
}

// shrink gives memory back when less than a quarter is used.
func (l *List) shrink() {
	if cap(l.A) > 256 && len(l.A) < cap(l.A)/4 {
		l.move(len(l.A) * 2)
	}
}

// moveValues is copyValues for slices that may overlap.
func moveValues(dst, src []Value) {
	if len(src) <= 256 {
		copy(dst, src)
		return
	}
	if uintptr(unsafe.Pointer(&dst[0])) <= uintptr(unsafe.Pointer(&src[0])) {
		for len(src) > 256 {
			copy(dst, src[:256])
			dst, src = dst[256:], src[256:]
		}
		copy(dst, src)
		return
	}
	for n := len(src); n > 0; {
		k := max(0, n-256)
		copy(dst[k:n], src[k:n])
		n = k
	}
}

// QuickDelete is `del o[start:start+n]` of a list or a bytearray that nobody looks at;
// false for anything else.
func QuickDelete(o *Value, lo, hi, by *Value) bool {
	var length int
	switch {
	case IsList(*o):
		length = len((*List)(o.p).A)
	case IsByteArray(*o) && (*ByteArray)(o.p).exports.n == 0:
		length = len((*ByteArray)(o.p).B)
	default:
		return false
	}
	start, step, n, ok := SimpleSlice(lo, hi, by, length)
	switch {
	case !ok || step != 1:
		return false
	case n == 0:
	case IsList(*o):
		(*List)(o.p).cut(start, start+n)
	default:
		(*ByteArray)(o.p).cut(start, start+n)
	}
	return true
}
