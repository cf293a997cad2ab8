package py

import "unsafe"

// Short bytes objects with their contents behind them: one allocation instead of two.
type (
	bytes16 struct {
		Bytes
		data [16]byte
	}
	bytes32 struct {
		Bytes
		data [32]byte
	}
	bytes64 struct {
		Bytes
		data [64]byte
	}
)

// MakeBytes returns a bytes object of n zeros and the zeros, to be written before
// any Python code sees the object. Short ones are a single allocation.
func MakeBytes(n int) (Value, []byte) {
	var b *Bytes
	switch {
	case n <= 16:
		x := &bytes16{}
		x.B, b = x.data[:n:n], &x.Bytes
	case n <= 32:
		x := &bytes32{}
		x.B, b = x.data[:n:n], &x.Bytes
	case n <= 64:
		x := &bytes64{}
		x.B, b = x.data[:n:n], &x.Bytes
	default:
		b = &Bytes{B: make([]byte, n)}
	}
	b.Head = Head{&bytesShape}
	return Value{unsafe.Pointer(b), 0}, b.B
}

// CopyBytes returns a bytes object with a copy of b.
func CopyBytes(b []byte) Value {
	v, to := MakeBytes(len(b))
	copy(to, b)
	return v
}
