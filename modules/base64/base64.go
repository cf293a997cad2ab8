// Package base64 is Python's base64 module.
// https://docs.python.org/3.13/library/base64.html
//
// Decoding base64 and the exception class are binascii's, as in CPython.
package base64

import (
	"encoding/base64"
	"encoding/hex"
	"strings"

	"github.com/woma-lang/woma/py"
)

// Module is base64.
var Module = &py.Module{
	Name: "base64",
	Doc:  "Bytes as text: Base64, Base32, Base16, Base85, Ascii85.",
	Table: func() py.Members {
		return py.Members{
			py.Const("MAXBINSIZE", py.Int(maxBin)),
			py.Const("MAXLINESIZE", py.Int(76)),
			py.Func("def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \\t\\n\\r\\x0b')", a85decode),
			py.Func("def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False)", a85encode),
			py.Func("def b16decode(s, casefold=False)", b16decode),
			py.Func("def b16encode(s)", b16encode),
			py.Func("def b32decode(s, casefold=False, map01=None)", b32decode),
			py.Func("def b32encode(s)", func(t *py.Thread, a *py.Args) (py.Value, error) { return b32encode(t, a, alphabet32) }),
			py.Func("def b32hexdecode(s, casefold=False)", b32hexdecode),
			py.Func("def b32hexencode(s)", func(t *py.Thread, a *py.Args) (py.Value, error) { return b32encode(t, a, alphabet32hex) }),
			py.Func("def b64decode(s, altchars=None, validate=False)", b64decode),
			py.Func("def b64encode(s, altchars=None)", b64encode),
			py.Func("def b85decode(b)", b85decode),
			py.Func("def b85encode(b, pad=False)", b85encode),
			py.Func("def decode(input, output)", decode),
			py.Func("def decodebytes(s)", decodebytes),
			py.Func("def encode(input, output)", encode),
			py.Func("def encodebytes(s)", encodebytes),
			py.Func("def standard_b64decode(s)", standard_b64decode),
			py.Func("def standard_b64encode(s)", standard_b64encode),
			py.Func("def urlsafe_b64decode(s)", urlsafe_b64decode),
			py.Func("def urlsafe_b64encode(s)", urlsafe_b64encode),
			py.Func("def z85decode(s)", z85decode),
			py.Func("def z85encode(s)", z85encode),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		b, err := t.Interp.Machine.Import(t, "binascii", nil, py.NewTuple(py.NewStr("Error")), 0)
		if err != nil {
			return err
		}
		s := &state{}
		if s.a2b, err = py.GetAttr(t, b, py.Name("a2b_base64")); err != nil {
			return err
		}
		e, err := py.GetAttr(t, b, py.Name("Error"))
		if err != nil {
			return err
		}
		s.err, _ = py.IsType(e)
		py.SetState(t, stateKey, s)
		m.Dict.SetItem("binascii", b)
		words := strings.Fields(all)
		names := make([]py.Value, len(words))
		for i, n := range words {
			names[i] = py.NewStr(n)
		}
		m.Dict.SetItem("__all__", py.NewList(names).Value())
		return nil
	},
}

const all = "encode decode encodebytes decodebytes b64encode b64decode b32encode b32decode b32hexencode b32hexdecode b16encode b16decode b85encode b85decode a85encode a85decode z85encode z85decode standard_b64encode standard_b64decode urlsafe_b64encode urlsafe_b64decode"

// maxBin is how many bytes make a line of encode().
const maxBin = 76 / 4 * 3

// state is what the module needs of binascii.
type state struct {
	a2b py.Value
	err *py.Type
}

var stateKey = &py.Module{Name: "base64"}

func fail(t *py.Thread, text string) error {
	return py.Raise(py.State[*state](t, stateKey).err, text)
}

// ascii returns the bytes of a bytes-like object or ASCII string.
func ascii(t *py.Thread, v py.Value) ([]byte, error) {
	if s, ok := py.AsStr(v); ok {
		if !s.ASCII() {
			return nil, py.Raise(py.ValueError, "string argument should contain only ASCII characters")
		}
		return []byte(s.String()), nil
	}
	if v.Type().Slots.Buffer == nil {
		return nil, py.Raise(py.TypeError, "argument should be a bytes-like object or ASCII string, not '%s'", py.TypeName(v))
	}
	return py.AsBuffer(t, v)
}

// memory is for functions that go through memoryview() in CPython.
func memory(t *py.Thread, v py.Value) ([]byte, error) {
	if v.Type().Slots.Buffer == nil {
		return nil, py.Raise(py.TypeError, "memoryview: a bytes-like object is required, not '%s'", py.TypeName(v))
	}
	return py.AsBuffer(t, v)
}

func b64encode(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	alt := a.ValueOr(1, py.None)
	out, err := encode64(t, data)
	if err != nil || alt.IsNone() {
		return py.NewBytes(out), err
	}
	chars, err := py.AsBuffer(t, alt)
	if err != nil {
		return py.Nil, err
	}
	if len(chars) != 2 {
		r, err := py.Repr(t, alt)
		if err != nil {
			return py.Nil, err
		}
		return py.Nil, py.RaiseValue(py.AssertionError, r.Value())
	}
	translate(out, "+/", chars)
	return py.NewBytes(out), nil
}

func encode64(t *py.Thread, data []byte) ([]byte, error) {
	n := base64.StdEncoding.EncodedLen(len(data))
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	out := make([]byte, n)
	base64.StdEncoding.Encode(out, data)
	return out, nil
}

// translate replaces characters in place.
func translate(b []byte, from string, to []byte) {
	for i, c := range b {
		if j := strings.IndexByte(from, c); j >= 0 {
			b[i] = to[j]
		}
	}
}

func decode64(t *py.Thread, data []byte, strict bool) (py.Value, error) {
	return py.CallKw(t, py.State[*state](t, stateKey).a2b, []py.Value{py.NewBytes(data), py.Bool(strict)}, []*py.Str{py.Name("strict_mode")})
}

func b64decode(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	data = append([]byte(nil), data...)
	alt, validate := a.ValueOr(1, py.None), a.BoolOr(t, 2, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if !alt.IsNone() {
		chars, err := ascii(t, alt)
		if err != nil {
			return py.Nil, err
		}
		if len(chars) != 2 {
			r, err := py.Repr(t, alt)
			if err != nil {
				return py.Nil, err
			}
			return py.Nil, py.RaiseValue(py.AssertionError, r.Value())
		}
		translate(data, string(chars), []byte("+/"))
	}
	return decode64(t, data, validate)
}

func standard_b64encode(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	out, err := encode64(t, data)
	return py.NewBytes(out), err
}

func standard_b64decode(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	return decode64(t, append([]byte(nil), data...), false)
}

func urlsafe_b64encode(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	out, err := encode64(t, data)
	translate(out, "+/", []byte("-_"))
	return py.NewBytes(out), err
}

func urlsafe_b64decode(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	data = append([]byte(nil), data...)
	translate(data, "-_", []byte("+/"))
	return decode64(t, data, false)
}

func b16encode(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(2 * len(data)); err != nil {
		return py.Nil, err
	}
	return py.NewBytes([]byte(strings.ToUpper(hex.EncodeToString(data)))), nil
}

func b16decode(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	fold := a.BoolOr(t, 1, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	for _, c := range data {
		if !(c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || fold && c >= 'a' && c <= 'f') {
			return py.Nil, fail(t, "Non-base16 digit found")
		}
	}
	if len(data)%2 != 0 {
		return py.Nil, fail(t, "Odd-length string")
	}
	out := make([]byte, len(data)/2)
	hex.Decode(out, data)
	return py.NewBytes(out), nil
}

// bytesOnly is for the functions of the old interface.
func bytesOnly(t *py.Thread, v py.Value) ([]byte, error) {
	if v.Type().Slots.Buffer == nil {
		return nil, py.Raise(py.TypeError, "expected bytes-like object, not %s", py.TypeName(v))
	}
	if py.IsBytes(v) {
		return py.AsBuffer(t, v)
	}
	m, err := py.Call(t, py.MemoryViewType.Value(), v)
	if err != nil {
		return nil, err
	}
	format, err := py.GetAttr(t, m, py.Name("format"))
	if err != nil {
		return nil, err
	}
	switch f, _ := py.AsStr(format); f.String() {
	case "B", "b", "c":
	default:
		return nil, py.Raise(py.TypeError, "expected single byte elements, not '%s' from %s", f, py.TypeName(v))
	}
	dims, err := py.GetAttr(t, m, py.Name("ndim"))
	if err != nil {
		return nil, err
	}
	if dims != py.Int(1) {
		return nil, py.Raise(py.TypeError, "expected 1-D data, not %d-D data from %s", dims.I(), py.TypeName(v))
	}
	return py.AsBuffer(t, v)
}

func encodebytes(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := bytesOnly(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(2 * len(data)); err != nil {
		return py.Nil, err
	}
	var out []byte
	for len(data) > 0 {
		n := min(maxBin, len(data))
		out = append(base64.StdEncoding.AppendEncode(out, data[:n]), '\n')
		data = data[n:]
	}
	return py.NewBytes(out), nil
}

func decodebytes(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := bytesOnly(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	return decode64(t, append([]byte(nil), data...), false)
}

var (
	nameRead     = py.LateName{Text: "read"}
	nameReadline = py.LateName{Text: "readline"}
	nameWrite    = py.LateName{Text: "write"}
)

// encode turns a binary file into lines of base64.
func encode(t *py.Thread, a *py.Args) (py.Value, error) {
	in, out := a.Value(0), a.Value(1)
	for {
		var chunk []byte
		for len(chunk) < maxBin {
			v, err := py.CallMethod(t, in, nameRead.Str(), py.Int(int64(maxBin-len(chunk))))
			if err != nil {
				return py.Nil, err
			}
			b, err := py.AsBuffer(t, v)
			if err != nil {
				return py.Nil, err
			}
			if len(b) == 0 {
				break
			}
			chunk = append(chunk, b...)
		}
		if len(chunk) == 0 {
			return py.None, nil
		}
		line := append(base64.StdEncoding.AppendEncode(nil, chunk), '\n')
		if _, err := py.CallMethod(t, out, nameWrite.Str(), py.NewBytes(line)); err != nil {
			return py.Nil, err
		}
	}
}

// decode undoes encode.
func decode(t *py.Thread, a *py.Args) (py.Value, error) {
	in, out := a.Value(0), a.Value(1)
	for {
		v, err := py.CallMethod(t, in, nameReadline.Str())
		if err != nil {
			return py.Nil, err
		}
		b, err := py.AsBuffer(t, v)
		if err != nil || len(b) == 0 {
			return py.None, err
		}
		d, err := decode64(t, append([]byte(nil), b...), false)
		if err != nil {
			return py.Nil, err
		}
		if _, err := py.CallMethod(t, out, nameWrite.Str(), d); err != nil {
			return py.Nil, err
		}
	}
}
