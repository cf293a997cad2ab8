package base64

import (
	"strings"

	"github.com/woma-lang/woma/py"
)

const (
	alphabet32    = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	alphabet32hex = "0123456789ABCDEFGHIJKLMNOPQRSTUV"
)

// b32encode is written out here, as decode32 must be: package encoding/base32 makes its
// tables whenever a program starts.
func b32encode(t *py.Thread, a *py.Args, alphabet string) (py.Value, error) {
	data, err := memory(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	n := (len(data) + 4) / 5 * 8
	if err := t.Alloc(n); err != nil {
		return py.Nil, err
	}
	out := make([]byte, 0, n)
	for len(data) > 0 {
		var group [5]byte
		k := copy(group[:], data)
		data = data[k:]
		word := uint64(group[0])<<32 | uint64(group[1])<<24 | uint64(group[2])<<16 | uint64(group[3])<<8 | uint64(group[4])
		for i := range 8 {
			if i*5 < k*8 {
				out = append(out, alphabet[word>>(35-5*i)&31])
			} else {
				out = append(out, '=')
			}
		}
	}
	return py.NewBytes(out), nil
}

func b32decode(t *py.Thread, a *py.Args) (py.Value, error) {
	return decode32(t, a, alphabet32, a.ValueOr(2, py.None))
}

func b32hexdecode(t *py.Thread, a *py.Args) (py.Value, error) {
	return decode32(t, a, alphabet32hex, py.None)
}

// decode32 checks as CPython does; Go's decoder is stricter about the bits that
// padding leaves over.
func decode32(t *py.Thread, a *py.Args, alphabet string, map01 py.Value) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	fold := a.BoolOr(t, 1, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if len(data)%8 != 0 {
		return py.Nil, fail(t, "Incorrect padding")
	}
	if err := t.Alloc(2 * len(data)); err != nil {
		return py.Nil, err
	}
	text := string(data)
	if !map01.IsNone() {
		to, err := ascii(t, map01)
		if err != nil {
			return py.Nil, err
		}
		if len(to) != 1 {
			r, err := py.Repr(t, map01)
			if err != nil {
				return py.Nil, err
			}
			return py.Nil, py.RaiseValue(py.AssertionError, r.Value())
		}
		text = strings.NewReplacer("0", "O", "1", string(to)).Replace(text)
	}
	if fold {
		text = strings.ToUpper(text)
	}
	trimmed := strings.TrimRight(text, "=")
	pads := len(text) - len(trimmed)
	var out []byte
	var acc uint64
	for i := 0; i < len(trimmed); i++ {
		v := strings.IndexByte(alphabet, trimmed[i])
		if v < 0 {
			return py.Nil, fail(t, "Non-base32 digit found")
		}
		acc = acc<<5 | uint64(v)
		if i%8 == 7 {
			out = append(out, byte(acc>>32), byte(acc>>24), byte(acc>>16), byte(acc>>8), byte(acc))
			acc = 0
		}
	}
	switch pads {
	case 0:
		return py.NewBytes(out), nil
	case 1, 3, 4, 6:
	default:
		return py.Nil, fail(t, "Incorrect padding")
	}
	acc <<= 5 * uint(pads)
	last := []byte{byte(acc >> 32), byte(acc >> 24), byte(acc >> 16), byte(acc >> 8), byte(acc)}
	return py.NewBytes(append(out, last[:(43-5*pads)/8]...)), nil
}
