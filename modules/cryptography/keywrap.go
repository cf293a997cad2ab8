package cryptography

import (
	"crypto/aes"

	"github.com/woma-lang/woma/internal/ciphers"
	"github.com/woma-lang/woma/py"
)

// wrap(wrapping_key, key, padded) is AES key wrap; the sizes have been checked.
func wrap(t *py.Thread, a *py.Args) (py.Value, error) {
	wrapping, key, padded := a.Buffer(t, 0), a.Buffer(t, 1), a.Bool(t, 2)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := refuse(t, "AES key wrap"); err != nil {
		return py.Nil, err
	}
	block, err := aes.NewCipher(wrapping)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	if err := work(t, 8*len(key)); err != nil {
		return py.Nil, err
	}
	if padded {
		return py.NewBytes(ciphers.WrapPadded(block, key)), nil
	}
	return py.NewBytes(ciphers.Wrap(block, key)), nil
}

// unwrap(wrapping_key, wrapped, padded) undoes wrap.
func unwrap(t *py.Thread, a *py.Args) (py.Value, error) {
	wrapping, key, padded := a.Buffer(t, 0), a.Buffer(t, 1), a.Bool(t, 2)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := refuse(t, "AES key wrap"); err != nil {
		return py.Nil, err
	}
	block, err := aes.NewCipher(wrapping)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	if err := work(t, 8*len(key)); err != nil {
		return py.Nil, err
	}
	undo := ciphers.Unwrap
	if padded {
		undo = ciphers.UnwrapPadded
	}
	out, err := undo(block, key)
	if err != nil {
		return py.Nil, py.RaiseValue(invalidUnwrap)
	}
	return py.NewBytes(out), nil
}
