package cryptography

import (
	"crypto/subtle"

	"github.com/woma-lang/woma/py"
)

// check_padding returns the length of a message's padding, 0 if it is wrong. How long
// it takes depends on the size of a block only.
func check_padding(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "data")
	size, style := a.Int(t, 1), a.String(2)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if len(data) != size || size == 0 || size > 255 {
		return py.Int(0), nil
	}
	n := int(data[size-1])
	good := subtle.ConstantTimeLessOrEq(1, n) & subtle.ConstantTimeLessOrEq(n, size)
	want := data[size-1]
	if style == "ANSIX923" {
		want = 0
	}
	for i, c := range data[:size-1] {
		inside := subtle.ConstantTimeLessOrEq(size-n, i)
		good &= 1 ^ inside | subtle.ConstantTimeByteEq(c, want)
	}
	return py.Int(int64(good * n)), nil
}

// to_bytes(data, name) returns the bytes of a buffer, or pyca's error.
func to_bytes(t *py.Thread, a *py.Args) (py.Value, error) {
	if a.Value(0).Type() == py.BytesType {
		return a.Value(0), nil
	}
	b, err := bytesLike(t, a.Value(0), "argument '"+a.String(1)+"': ")
	if err != nil {
		return py.Nil, err
	}
	return py.NewBytes(append([]byte(nil), b...)), nil
}

// is_bytes_like reports whether an object has the buffer protocol.
func is_bytes_like(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Bool(a.Value(0).Type().Slots.Buffer != nil), nil
}

// write_into(buf, data) fills a writable buffer of exactly that size.
func write_into(t *py.Thread, a *py.Args) (py.Value, error) {
	buf, err := target(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	data := a.Buffer(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return py.Int(int64(copy(buf, data))), nil
}
