package json

import (
	"fmt"

	"github.com/woma-lang/woma/py"
)

// decodeErrorType is json.JSONDecodeError.
var (
	decodeErrorType  = &py.Type{}
	decodeErrorShape py.Shape
)

func decodeErrorSpec() py.TypeSpec {
	init := decodeErrorInit()
	return py.TypeSpec{
		Module: "json.decoder", Base: py.ValueError,
		Doc: "What is wrong in a JSON text: msg, and where: doc, pos, lineno, colno.",
		Slots: py.Slots{
			Init: func(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error {
				_, err := init.Invoke(t, self, args, kw)
				return err
			},
		},
	}
}

func decodeErrorInit() *py.Native {
	return py.As[py.Native](py.NewNative("def JSONDecodeError.__init__(self, msg, doc, pos)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		msg, doc := a.Str(0), a.Str(1)
		pos := a.Int(t, 2)
		if err := a.Err(); err != nil {
			return py.Nil, err
		}
		fillDecodeError(py.As[py.Exc](a.Self), msg.String(), doc, pos)
		return py.None, nil
	}))
}

func newDecodeError(msg string, doc *py.Str, pos int) error {
	e := py.NewExc(decodeErrorType)
	fillDecodeError(e, msg, doc, pos)
	return e
}

func fillDecodeError(e *py.Exc, msg string, doc *py.Str, pos int) {
	line, col, n := 1, 1, 0
	for _, c := range []byte(doc.String()) {
		if c&0xC0 == 0x80 {
			continue
		}
		if n++; n > pos {
			break
		}
		col++
		if c == '\n' {
			line, col = line+1, 1
		}
	}
	if n < pos {
		col += pos - n
	}
	text := fmt.Sprintf("%s: line %d column %d (char %d)", msg, line, col, pos)
	e.Args = py.As[py.Tuple](py.NewTuple(py.NewStr(text)))
	d := py.OwnDict(e.Value(), true)
	d.SetItem("msg", py.NewStr(msg))
	d.SetItem("doc", doc.Value())
	d.SetItem("pos", py.Int(int64(pos)))
	d.SetItem("lineno", py.Int(int64(line)))
	d.SetItem("colno", py.Int(int64(col)))
}

// decoder is json.JSONDecoder.
type decoder struct {
	py.Head
	attrs *py.Dict
}

var (
	decoderType  = &py.Type{}
	decoderShape py.Shape
)

func decoderSpec() py.TypeSpec {
	init := decoderInit()
	return py.TypeSpec{
		Module:     "json.decoder",
		Doc:        "Reads JSON into Python values; hooks may make others.",
		DictOffset: attrsOffset,
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
				return py.Object(&decoder{Head: cls.Root()}), nil
			},
			Init: func(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error {
				_, err := init.Invoke(t, self, args, kw)
				return err
			},
		},
		Members: py.Members{
			py.Method("def JSONDecoder.decode(self, s)", (*decoder).decode),
			py.Method("def JSONDecoder.raw_decode(self, s, idx=0)", (*decoder).raw_decode),
		},
	}
}

func decoderInit() *py.Native {
	return py.As[py.Native](py.NewNative("def JSONDecoder.__init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None)",
		func(t *py.Thread, a *py.Args) (py.Value, error) {
			d := py.OwnDict(a.Self, true)
			for i, name := range decoderAttrs {
				def := py.None
				if name == "strict" {
					def = py.True
				}
				d.SetItem(name, a.ValueOr(i, def))
			}
			return py.None, nil
		}))
}

var decoderAttrs = [...]string{"object_hook", "parse_float", "parse_int", "parse_constant", "strict", "object_pairs_hook"}

// parser returns a parser with the decoder's settings.
func (d *decoder) parser(t *py.Thread, self py.Value, doc *py.Str) (*parser, error) {
	p := &parser{t: t, doc: doc, s: doc.String(), strict: true}
	for i, h := range [...]*py.Value{&p.objectHook, &p.parseFloat, &p.parseInt, &p.parseConstant, nil, &p.pairsHook} {
		v, err := py.LookupAttr(t, self, py.Name(decoderAttrs[i]))
		if err != nil {
			return nil, err
		}
		if h == nil {
			if v.Bound() {
				if p.strict, err = py.Truth(t, v); err != nil {
					return nil, err
				}
			}
		} else if v.Bound() && !v.IsNone() && v != py.FloatType.Value() && v != py.IntType.Value() {
			*h = v
		}
	}
	return p, nil
}

func (d *decoder) decode(t *py.Thread, a *py.Args) (py.Value, error) {
	s, ok := py.AsStr(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "expected string or bytes-like object, got '%s'", py.TypeName(a.Value(0)))
	}
	if a.Self.Type() == decoderType {
		p, err := d.parser(t, a.Self, s)
		if err != nil {
			return py.Nil, err
		}
		return p.document()
	}
	p := &parser{t: t, doc: s, s: s.String()}
	r, err := py.CallMethod(t, a.Self, nameRawDecode.Str(), s.Value(), py.Int(int64(charIndex(p.s, p.space(0)))))
	if err != nil {
		return py.Nil, err
	}
	pair, ok := py.AsTuple(r)
	if !ok || pair.Len() != 2 {
		return py.Nil, py.Raise(py.TypeError, "cannot unpack non-iterable %s object", py.TypeName(r))
	}
	end, err := py.AsInt(t, pair.Items()[1])
	if err != nil {
		return py.Nil, err
	}
	if i := p.space(byteIndex(p.s, end)); i != len(p.s) {
		return py.Nil, p.fail("Extra data", i)
	}
	return pair.Items()[0], nil
}

// byteIndex turns a code point position into a byte position.
func byteIndex(s string, pos int) int {
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			if pos == 0 {
				return i
			}
			pos--
		}
	}
	return len(s)
}

func (d *decoder) raw_decode(t *py.Thread, a *py.Args) (py.Value, error) {
	s, ok := py.AsStr(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "first argument must be a string, not %s", py.TypeName(a.Value(0)))
	}
	idx := a.IntOr(t, 1, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if idx < 0 {
		return py.Nil, py.Raise(py.ValueError, "idx cannot be negative")
	}
	p, err := d.parser(t, a.Self, s)
	if err != nil {
		return py.Nil, err
	}
	if idx > s.Len() {
		return py.Nil, newDecodeError("Expecting value", s, idx)
	}
	v, end, err := p.value(byteIndex(p.s, idx))
	if err != nil {
		return py.Nil, err
	}
	return py.NewTuple(v, py.Int(int64(charIndex(p.s, end)))), nil
}
