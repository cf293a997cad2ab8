// Package json is Python's json module.
// https://docs.python.org/3.13/library/json.html
//
// Parser and encoder are our own: Go's encoding/json would cost 0.6 MB, knows no
// Python types and words its errors differently. MicroPython's streams with
// readinto() only are accepted by load().
package json

import (
	"github.com/woma-lang/woma/py"
	"syscall"
)

// Module is json.
var Module = &py.Module{
	Name: "json",
	Doc:  "Reads and writes JSON (RFC 8259).",
	Types: func() {
		py.DefineLater(encoderType, &encoderShape, "JSONEncoder", encoderSpec)
		py.DefineLater(decodeErrorType, &decodeErrorShape, "JSONDecodeError", decodeErrorSpec)
		py.DefineLater(decoderType, &decoderShape, "JSONDecoder", decoderSpec)
	},
	Table: func() py.Members {
		return py.Members{
			py.ClassAs("JSONDecodeError", decodeErrorType),
			py.ClassAs("JSONDecoder", decoderType),
			py.ClassAs("JSONEncoder", encoderType),
			py.Func("def detect_encoding(b)", detect_encoding),
			py.Func("def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw)", dump),
			py.Func("def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw)", dumps),
			py.Func("def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw)", load),
			py.Func("def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw)", loads),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		m.Dict.SetItem("__all__", py.NewList([]py.Value{py.NewStr("dump"), py.NewStr("dumps"), py.NewStr("load"), py.NewStr("loads"),
			py.NewStr("JSONDecoder"), py.NewStr("JSONDecodeError"), py.NewStr("JSONEncoder")}).Value())
		// The submodules that CPython has, for `json.decoder.JSONDecodeError`.
		for _, sub := range [...]struct {
			name  string
			names []string
		}{{"decoder", []string{"JSONDecodeError", "JSONDecoder"}}, {"encoder", []string{"JSONEncoder"}}} {
			s := py.NewModuleObj(t.Interp, "json."+sub.name)
			for _, n := range sub.names {
				s.Dict.SetItem(n, m.Dict.GetItem(n))
			}
			t.Interp.Modules.SetItem("json."+sub.name, s.Value())
			m.Dict.SetItem(sub.name, s.Value())
		}
		return nil
	},
}

var (
	nameDecode     = py.LateName{Text: "decode"}
	nameDefault    = py.LateName{Text: "default"}
	nameEncode     = py.LateName{Text: "encode"}
	nameItems      = py.LateName{Text: "items"}
	nameIterencode = py.LateName{Text: "iterencode"}
	nameRawDecode  = py.LateName{Text: "raw_decode"}
	nameRead       = py.LateName{Text: "read"}
	nameReadinto   = py.LateName{Text: "readinto"}
	nameSort       = py.LateName{Text: "sort"}
	nameWrite      = py.LateName{Text: "write"}
)

// maxDepth is how deep documents may be nested, as CPython's limit for C code.
const maxDepth = 10000

// text returns the argument of loads as text.
func text(t *py.Thread, v py.Value) (*py.Str, error) {
	if s, ok := py.AsStr(v); ok {
		if len(s.String()) >= 3 && s.String()[:3] == "\ufeff" {
			return nil, newDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
		}
		return s, nil
	}
	if !py.IsInstance(v, py.BytesType) && !py.IsInstance(v, py.ByteArrayType) {
		return nil, py.Raise(py.TypeError, "the JSON object must be str, bytes or bytearray, not %s", py.TypeName(v))
	}
	b, err := py.AsBuffer(t, v)
	if err != nil {
		return nil, err
	}
	enc := encodingOf(b)
	if enc == "utf-8-sig" {
		b, enc = b[3:], "utf-8"
	}
	d, err := py.Decode(t, b, enc, "surrogatepass")
	if err != nil {
		return nil, err
	}
	s, _ := py.AsStr(d)
	return s, nil
}

// encodingOf tells the encoding of a document from its first bytes.
func encodingOf(b []byte) string {
	has := func(p string) bool { return len(b) >= len(p) && string(b[:len(p)]) == p }
	switch {
	case has("\xff\xfe\x00\x00"), has("\x00\x00\xfe\xff"):
		return "utf-32"
	case has("\xff\xfe"), has("\xfe\xff"):
		return "utf-16"
	case has("\xef\xbb\xbf"):
		return "utf-8-sig"
	}
	switch {
	case len(b) >= 4:
		if b[0] == 0 {
			if b[1] != 0 {
				return "utf-16-be"
			}
			return "utf-32-be"
		}
		if b[1] == 0 {
			if b[2] != 0 || b[3] != 0 {
				return "utf-16-le"
			}
			return "utf-32-le"
		}
	case len(b) == 2:
		if b[0] == 0 {
			return "utf-16-be"
		}
		if b[1] == 0 {
			return "utf-16-le"
		}
	}
	return "utf-8"
}

func detect_encoding(t *py.Thread, a *py.Args) (py.Value, error) {
	b := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return py.NewStr(encodingOf(b)), nil
}

func loads(t *py.Thread, a *py.Args) (py.Value, error) { return loadFrom(t, a, a.Value(0)) }

func load(t *py.Thread, a *py.Args) (py.Value, error) {
	fp := a.Value(0)
	read, err := py.LookupAttr(t, fp, nameRead.Str())
	if err != nil {
		return py.Nil, err
	}
	if read.Bound() {
		v, err := py.Call(t, read)
		if err != nil {
			return py.Nil, err
		}
		return loadFrom(t, a, v)
	}
	into, err := py.GetAttr(t, fp, nameReadinto.Str())
	if err != nil {
		return py.Nil, py.NoAttribute(fp, nameRead.Str())
	}
	var all []byte
	for size := 1; ; size = 256 { // the first read shows a stream that claims too much
		buf := py.NewByteArray(make([]byte, size))
		v, err := py.Call(t, into, buf)
		if err != nil {
			return py.Nil, err
		}
		if v.IsNone() {
			break
		}
		n, err := py.AsInt(t, v)
		if err != nil {
			return py.Nil, err
		}
		p := py.As[py.ByteArray](buf).B
		if n > len(p) {
			return py.Nil, py.NewOSError(int(syscall.EIO), py.Nil)
		}
		if n <= 0 {
			break
		}
		if err := t.Alloc(n); err != nil {
			return py.Nil, err
		}
		all = append(all, p[:n]...)
	}
	return loadFrom(t, a, py.NewBytes(all))
}

// loadFrom is loads with the arguments of loads or load.
func loadFrom(t *py.Thread, a *py.Args, v py.Value) (py.Value, error) {
	s, err := text(t, v)
	if err != nil {
		return py.Nil, err
	}
	kwNames, kwVals := a.Kw()
	if !a.Given(1) && len(kwNames) == 0 {
		p := parser{t: t, doc: s, s: s.String(), strict: true}
		p.hooks(a, 2, 3, 4, 5, 6)
		return p.document()
	}
	cls := decoderType.Value()
	if a.Given(1) {
		cls = a.Value(1)
	}
	names := append([]*py.Str(nil), kwNames...)
	vals := append([]py.Value(nil), kwVals...)
	for i, name := range [...]string{"object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook"} {
		if a.Given(i + 2) {
			names = append(names, py.Name(name))
			vals = append(vals, a.Value(i+2))
		}
	}
	d, err := py.CallKw(t, cls, vals, names)
	if err != nil {
		return py.Nil, err
	}
	return py.CallMethod(t, d, nameDecode.Str(), s.Value())
}

// newEncoder returns what dumps and dump encode with: our own encoder, or an object
// of the class given.
func newEncoder(t *py.Thread, a *py.Args, first int) (*encoder, py.Value, error) {
	kwNames, kwVals := a.Kw()
	if !a.Given(first+4) && len(kwNames) == 0 {
		e := &encoder{}
		e.Head = encoderType.Root()
		err := e.set(t, a, first, [...]int{0, 1, 2, 3, 8, 5, 6, 7})
		return e, py.Nil, err
	}
	cls := encoderType.Value()
	if a.Given(first + 4) {
		cls = a.Value(first + 4)
	}
	names := append([]*py.Str(nil), kwNames...)
	vals := append([]py.Value(nil), kwVals...)
	for i, d := range [...]struct {
		name string
		val  py.Value
	}{{"skipkeys", py.False}, {"ensure_ascii", py.True}, {"check_circular", py.True}, {"allow_nan", py.True},
		{"", py.None}, {"indent", py.None}, {"separators", py.None}, {"default", py.None}, {"sort_keys", py.False}} {
		if d.name != "" {
			names = append(names, py.Name(d.name))
			vals = append(vals, a.ValueOr(first+i, d.val))
		}
	}
	// CallKw wants positional arguments first: there are none.
	o, err := py.CallKw(t, cls, vals, names)
	if err != nil {
		return nil, py.Nil, err
	}
	if o.Type() == encoderType {
		return py.As[encoder](o), o, nil
	}
	return nil, o, nil
}

func dumps(t *py.Thread, a *py.Args) (py.Value, error) {
	obj := a.Value(0)
	e, o, err := newEncoder(t, a, 1)
	if err != nil {
		return py.Nil, err
	}
	if e != nil {
		return e.encodeValue(t, obj)
	}
	return py.CallMethod(t, o, nameEncode.Str(), obj)
}

func dump(t *py.Thread, a *py.Args) (py.Value, error) {
	obj, fp := a.Value(0), a.Value(1)
	e, o, err := newEncoder(t, a, 2)
	if err != nil {
		return py.Nil, err
	}
	if e != nil {
		w := writer{t: t, e: e, self: o, cut: true}
		err := w.value(obj)
		return writeChunks(t, fp, &w, err)
	}
	chunks, err := py.CallMethod(t, o, nameIterencode.Str(), obj)
	if err != nil {
		return py.Nil, err
	}
	return py.None, py.Iterate(t, chunks, func(c py.Value) error {
		_, err := py.CallMethod(t, fp, nameWrite.Str(), c)
		return err
	})
}

// writeChunks writes what came out before err, as CPython's generator has done by
// then: in one piece if nobody can tell.
func writeChunks(t *py.Thread, fp py.Value, w *writer, err error) (py.Value, error) {
	if f := t.Interp.Streams.WriteText; f != nil {
		done, werr := f(t, fp, string(w.b))
		if werr != nil {
			return py.Nil, werr
		}
		if done {
			return py.None, err
		}
	}
	from := 0
	for _, to := range w.cuts {
		if _, werr := py.CallMethod(t, fp, nameWrite.Str(), py.NewStrBytes(w.b[from:to])); werr != nil {
			return py.Nil, werr
		}
		from = to
	}
	return py.None, err
}
