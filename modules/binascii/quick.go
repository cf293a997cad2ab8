package binascii

import (
	"encoding/base64"
	"encoding/hex"

	"github.com/woma-lang/woma/py"
)

// Short forms (see [py.Leaf]) for the most frequent calls: one argument, which is
// bytes, a bytearray or an ASCII string and short. What is wrong is left to the
// functions themselves.

const quickMost = 2048

// quickBytes is the one argument if it is short bytes or a short bytearray.
func quickBytes(args []py.Value) ([]byte, bool) {
	var b []byte
	switch {
	case len(args) != 1:
		return nil, false
	case py.IsBytes(args[0]):
		b = py.As[py.Bytes](args[0]).B
	case py.IsByteArray(args[0]):
		b = py.As[py.ByteArray](args[0]).B
	default:
		return nil, false
	}
	return b, len(b) <= quickMost
}

// quickASCII is quickBytes that takes strings, too.
func quickASCII(args []py.Value) ([]byte, bool) {
	if len(args) == 1 && py.IsStr(args[0]) {
		s := py.As[py.Str](args[0])
		return s.Bytes(), s.ASCII() && s.NBytes() <= quickMost
	}
	return quickBytes(args)
}

func quickHex(dst, _ *py.Value, args []py.Value) bool {
	b, ok := quickBytes(args)
	if !ok {
		return false
	}
	v, out := py.MakeBytes(2 * len(b))
	py.PutHex(out, b)
	*dst = v
	return true
}

func quickFromHex(dst, _ *py.Value, args []py.Value) bool {
	b, ok := quickASCII(args)
	if !ok || len(b)%2 != 0 {
		return false
	}
	v, out := py.MakeBytes(len(b) / 2)
	if _, err := hex.Decode(out, b); err != nil {
		return false
	}
	*dst = v
	return true
}

func quickBase64(dst, _ *py.Value, args []py.Value) bool {
	b, ok := quickBytes(args)
	if !ok {
		return false
	}
	n := base64.StdEncoding.EncodedLen(len(b))
	v, out := py.MakeBytes(n + 1)
	base64.StdEncoding.Encode(out, b)
	out[n] = '\n'
	*dst = v
	return true
}

// quickFromBase64 takes whole quads of characters, and a newline at the end.
func quickFromBase64(dst, _ *py.Value, args []py.Value) bool {
	b, ok := quickASCII(args)
	if !ok {
		return false
	}
	if n := len(b); n > 0 && b[n-1] == '\n' {
		b = b[:n-1]
	}
	n := len(b)
	if n < 4 || n%4 != 0 {
		return false
	}
	size := n / 4 * 3
	if b[n-1] == '=' {
		size--
		if b[n-2] == '=' {
			size--
		}
	}
	v, out := py.MakeBytes(size)
	if got, err := base64.StdEncoding.Decode(out, b); err != nil || got != size {
		return false
	}
	*dst = v
	return true
}
