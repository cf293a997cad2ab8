package json

import (
	"strings"
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// attrsOffset is where decoder and encoder keep their attributes.
const attrsOffset = unsafe.Offsetof(decoder{}.attrs)

// encoder is json.JSONEncoder. The settings are read from its attributes when it
// encodes, since programs may change them.
type encoder struct {
	py.Head
	attrs           *py.Dict
	skip            bool
	ascii           bool
	circular        bool
	nan             bool
	sort            bool
	hasIndent       bool
	indent          string
	itemSep, keySep string
	defaultFn       py.Value
}

var (
	encoderType  = &py.Type{}
	encoderShape py.Shape
)

func encoderSpec() py.TypeSpec {
	init := encoderInit()
	return py.TypeSpec{
		Module:     "json.encoder",
		Doc:        "Writes Python values as JSON; default() may say how for others.",
		DictOffset: unsafe.Offsetof(encoder{}.attrs),
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
				return py.Object(&encoder{Head: cls.Root()}), nil
			},
			Init: func(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error {
				_, err := init.Invoke(t, self, args, kw)
				return err
			},
		},
		Members: py.Members{
			py.Method("def JSONEncoder.default(self, o)", (*encoder).default_),
			py.Method("def JSONEncoder.encode(self, o)", (*encoder).encode),
			py.Const("item_separator", py.NewStr(", ")),
			py.Method("def JSONEncoder.iterencode(self, o, _one_shot=False)", (*encoder).iterencode),
			py.Const("key_separator", py.NewStr(": ")),
		},
	}
}

func encoderInit() *py.Native {
	return py.As[py.Native](py.NewNative("def JSONEncoder.__init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None)",
		func(t *py.Thread, a *py.Args) (py.Value, error) {
			d := py.OwnDict(a.Self, true)
			for i, name := range [...]string{"skipkeys", "ensure_ascii", "check_circular", "allow_nan", "sort_keys", "indent"} {
				d.SetItem(name, a.ValueOr(i, [...]py.Value{py.False, py.True, py.True, py.True, py.False, py.None}[i]))
			}
			if a.Given(6) {
				item, key, err := separators(t, a.Value(6))
				if err != nil {
					return py.Nil, err
				}
				d.SetItem("item_separator", item)
				d.SetItem("key_separator", key)
			} else if a.Given(5) {
				d.SetItem("item_separator", py.NewStr(","))
			}
			if a.Given(7) {
				d.SetItem("default", a.Value(7))
			}
			return py.None, nil
		}))
}

// separators unpacks the argument separators.
func separators(t *py.Thread, v py.Value) (item, key py.Value, err error) {
	if v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
		return py.Nil, py.Nil, py.Raise(py.TypeError, "cannot unpack non-iterable %s object", py.TypeName(v))
	}
	pair, err := py.Collect(t, v)
	if err != nil {
		return py.Nil, py.Nil, err
	}
	switch {
	case len(pair) < 2:
		return py.Nil, py.Nil, py.Raise(py.ValueError, "not enough values to unpack (expected 2, got %d)", len(pair))
	case len(pair) > 2:
		return py.Nil, py.Nil, py.Raise(py.ValueError, "too many values to unpack (expected 2)")
	}
	return pair[0], pair[1], nil
}

// set fills in the settings from arguments: at are the numbers, from first on, of
// skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, separators
// and default.
func (e *encoder) set(t *py.Thread, a *py.Args, first int, at [8]int) error {
	arg := func(i int) int { return first + at[i] }
	e.skip = a.BoolOr(t, arg(0), false)
	e.ascii = a.BoolOr(t, arg(1), true)
	e.circular = a.BoolOr(t, arg(2), true)
	e.nan = a.BoolOr(t, arg(3), true)
	e.sort = a.BoolOr(t, arg(4), false)
	if err := a.Err(); err != nil {
		return err
	}
	e.itemSep, e.keySep = ", ", ": "
	if a.Given(arg(5)) {
		e.itemSep = ","
		if err := e.setIndent(t, a.Value(arg(5))); err != nil {
			return err
		}
	}
	if a.Given(arg(6)) {
		item, key, err := separators(t, a.Value(arg(6)))
		if err != nil {
			return err
		}
		if err := e.setSeparators(item, key); err != nil {
			return err
		}
	}
	if a.Given(arg(7)) {
		e.defaultFn = a.Value(arg(7))
	}
	return nil
}

func (e *encoder) setSeparators(item, key py.Value) error {
	for i, v := range [...]py.Value{item, key} {
		s, ok := py.AsStr(v)
		if !ok {
			return py.Raise(py.TypeError, "make_encoder() argument %d must be str, not %s", [...]int{6, 5}[i], py.TypeName(v))
		}
		if i == 0 {
			e.itemSep = s.String()
		} else {
			e.keySep = s.String()
		}
	}
	return nil
}

func (e *encoder) setIndent(t *py.Thread, v py.Value) error {
	e.hasIndent, e.indent = false, ""
	if v.IsNone() {
		return nil
	}
	e.hasIndent = true
	if s, ok := py.AsStr(v); ok {
		e.indent = s.String()
		return nil
	}
	n, ok := py.IsIntLike(v)
	if !ok && !py.IsIndexable(v) {
		return py.Raise(py.TypeError, "can't multiply sequence by non-int of type '%s'", py.TypeName(v))
	}
	if !ok {
		n = v
	}
	k, err := py.AsInt(t, n)
	if err != nil {
		return err
	}
	if err := t.Alloc(max(k, 0)); err != nil {
		return err
	}
	e.indent = strings.Repeat(" ", max(k, 0))
	return nil
}

// load reads the settings from the attributes of the object.
func (e *encoder) load(t *py.Thread, self py.Value) error {
	attr := func(name string) (py.Value, error) { return py.GetAttr(t, self, py.Name(name)) }
	for _, f := range [...]struct {
		name string
		p    *bool
	}{{"skipkeys", &e.skip}, {"ensure_ascii", &e.ascii}, {"check_circular", &e.circular}, {"allow_nan", &e.nan}, {"sort_keys", &e.sort}} {
		v, err := attr(f.name)
		if err != nil {
			return err
		}
		if *f.p, err = py.Truth(t, v); err != nil {
			return err
		}
	}
	indent, err := attr("indent")
	if err != nil {
		return err
	}
	if err := e.setIndent(t, indent); err != nil {
		return err
	}
	item, err := attr("item_separator")
	if err != nil {
		return err
	}
	key, err := attr("key_separator")
	if err != nil {
		return err
	}
	return e.setSeparators(item, key)
}

// encodeValue is dumps.
func (e *encoder) encodeValue(t *py.Thread, v py.Value) (py.Value, error) {
	w := writer{t: t, e: e}
	if e.attrs != nil {
		if err := e.load(t, py.Object(e)); err != nil {
			return py.Nil, err
		}
		w.self = py.Object(e)
	}
	if err := w.value(v); err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(len(w.b)); err != nil {
		return py.Nil, err
	}
	return py.NewStrBytes(w.b), nil
}

func (e *encoder) default_(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Nil, notSerializable(a.Value(0))
}

func (e *encoder) encode(t *py.Thread, a *py.Args) (py.Value, error) {
	if a.Self.Type() == encoderType {
		return e.encodeValue(t, a.Value(0))
	}
	// A subclass may have its own iterencode.
	if _, owner := a.Self.Type().LookupWhere(nameIterencode.Str()); owner == encoderType {
		return e.encodeValue(t, a.Value(0))
	}
	if s, ok := py.AsStr(a.Value(0)); ok {
		ascii, err := py.GetAttr(t, a.Self, py.Name("ensure_ascii"))
		if err != nil {
			return py.Nil, err
		}
		on, err := py.Truth(t, ascii)
		return py.NewStrBytes(appendString(nil, s, on)), err
	}
	chunks, err := py.CallKw(t, mustAttr(t, a.Self, nameIterencode.Str()), []py.Value{a.Value(0), py.True}, []*py.Str{py.Name("_one_shot")})
	if err != nil {
		return py.Nil, err
	}
	var b []byte
	err = py.Iterate(t, chunks, func(c py.Value) error {
		s, ok := py.AsStr(c)
		if !ok {
			return py.Raise(py.TypeError, "sequence item 0: expected str instance, %s found", py.TypeName(c))
		}
		b = append(b, s.String()...)
		return t.Alloc(s.NBytes())
	})
	return py.NewStrBytes(b), err
}

// mustAttr is GetAttr for a method that is known to be there.
func mustAttr(t *py.Thread, v py.Value, name *py.Str) py.Value {
	m, err := py.GetAttr(t, v, name)
	if err != nil {
		return py.None
	}
	return m
}

func (e *encoder) iterencode(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := e.load(t, a.Self); err != nil {
		return py.Nil, err
	}
	oneShot := a.BoolOr(t, 1, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	w := writer{t: t, e: e, self: a.Self, cut: !oneShot || e.hasIndent}
	if err := w.value(a.Value(0)); err != nil {
		return py.Nil, err
	}
	if !w.cut {
		return py.Iter(t, py.NewTuple(py.NewStrBytes(w.b)))
	}
	if err := t.Alloc(len(w.b)); err != nil {
		return py.Nil, err
	}
	tup, err := t.MakeTuple(len(w.cuts))
	if err != nil {
		return py.Nil, err
	}
	chunks := tup.Items()
	from := 0
	for i, to := range w.cuts {
		chunks[i] = py.NewStrBytes(w.b[from:to])
		from = to
	}
	return py.Iter(t, tup.Value())
}
