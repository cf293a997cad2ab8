package cryptography

import (
	"github.com/woma-lang/woma/py"
)

// bytesLike returns the bytes of a value, or the error that pyca/cryptography's
// bindings give; prefix says which argument it is, or nothing.
func bytesLike(t *py.Thread, v py.Value, prefix string) ([]byte, error) {
	if v.Bound() && v.Type().Slots.Buffer != nil {
		return py.AsBuffer(t, v)
	}
	r, err := py.Repr(t, v.Type().Value())
	if err != nil {
		return nil, err
	}
	hint := ""
	if _, ok := py.AsStr(v); ok {
		hint = "\nDid you mean to pass a bytestring instead?"
	}
	return nil, py.Raise(py.TypeError, "%sCannot convert \"%s\" instance to a buffer.%s", prefix, r, hint)
}

// argument is bytesLike for an argument with a name.
func argument(t *py.Thread, v py.Value, name string) ([]byte, error) {
	if py.IsBytes(v) {
		return py.As[py.Bytes](v).B, nil
	}
	return bytesLike(t, v, "argument '"+name+"': ")
}

// arg is bytesLike for an argument of a.
func arg(t *py.Thread, a *py.Args, i int, name string) []byte {
	b, err := argument(t, a.Value(i), name)
	if err != nil {
		a.Fail(err)
	}
	return b
}

// argOrNone is arg for an argument that may be None: nil.
func argOrNone(t *py.Thread, a *py.Args, i int, name string) []byte {
	if !a.Given(i) {
		return nil
	}
	return arg(t, a, i, name)
}

// target returns the bytes of an object to write to. They are used before any
// Python code runs again, so the object is not kept locked.
func target(t *py.Thread, v py.Value) ([]byte, error) {
	if !v.Bound() || v.Type().Slots.Buffer == nil {
		_, err := bytesLike(t, v, "argument 'buf': ")
		return nil, err
	}
	b, err := py.GetBuffer(t, v)
	if err != nil {
		return nil, err
	}
	if b.Release != nil {
		b.Release()
	}
	if b.ReadOnly {
		return nil, py.Raise(py.TypeError, "argument 'buf': Buffer is not writable.")
	}
	return b.Data, nil
}

// work charges n bytes of output and the time for as many bytes of input.
func work(t *py.Thread, n int) error {
	if n < 1<<12 {
		return nil
	}
	if err := t.Alloc(n); err != nil {
		return err
	}
	return t.Step(n / 64)
}

// random returns n bytes from the interpreter's source of randomness.
func random(t *py.Thread, n int) ([]byte, error) {
	if t.Interp.Random == nil {
		return nil, py.Raise(py.NotImplementedError, "the interpreter has no source of randomness")
	}
	b := make([]byte, n)
	for i := 0; i < n; {
		k, err := t.Interp.Random.Read(b[i:])
		if i += k; err != nil && i < n {
			return nil, py.FromGo(err)
		}
	}
	return b, nil
}

// isInt returns the value of an int of moderate size.
func isInt(v py.Value) (int, bool) {
	if v.Bound() && v.IsInt() {
		return int(v.I()), true
	}
	return 0, false
}

// asText returns v as Go text if it is a str.
func asText(v py.Value) (string, bool) {
	if !v.Bound() {
		return "", false
	}
	s, ok := py.AsStr(v)
	if !ok {
		return "", false
	}
	return s.String(), true
}
