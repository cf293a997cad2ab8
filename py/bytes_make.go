package py

import "unsafe"

// MakeBytes returns a bytes object of n zeros and the zeros, to be written before
// any Python code sees the object. Short ones are a single object with their bytes.
func MakeBytes(n int) (Value, []byte) {
	const head = unsafe.Sizeof(Bytes{})
	if n > inlineMost {
		b := &Bytes{Head: Head{&bytesShape}, B: make([]byte, n)}
		return Value{unsafe.Pointer(b), 0}, b.B
	}
	b := (*Bytes)(leafMemory(head + max(uintptr(n), 1))) // no pointer may lead behind the object
	b.shape = &bytesShape
	b.B = unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(b), head)), n)
	return Value{unsafe.Pointer(b), 0}, b.B
}

// CopyBytes returns a bytes object with a copy of b.
func CopyBytes(b []byte) Value {
	if len(b) > inlineMost {
		c := UnclearedBytes(len(b))
		copy(c, b)
		return NewBytes(c)
	}
	v, to := MakeBytes(len(b))
	copy(to, b)
	return v
}
