package py

import "unsafe"

// batch makes small objects that programs use up by the million, eight at a time:
// an eighth of the trips to Go's allocator. One that is alive keeps the memory of
// its seven neighbours.
// Their pointers must lead to static data only.
type batch[T any] struct {
	objs *[8]T
	left int
}

func (b *batch[T]) next() *T {
	if b.left == 0 {
		b.objs, b.left = (*[8]T)(leafMemory(unsafe.Sizeof([8]T{}))), 8
	}
	b.left--
	return &b.objs[b.left]
}

// NewComplex returns c as a Python complex.
func (t *Thread) NewComplex(c complex128) Value {
	x := t.complexes.next()
	x.Head.shape, x.V = &complexShape, c
	return Value{unsafe.Pointer(x), 0}
}
