package py

// template is string.templatelib.Template (PEP 750), interpolation one field of it.
type template struct {
	Head
	parts []Value
}

type interpolation struct {
	Head
	value, text, conv, spec Value
}

var templateType, interpolationType = &Type{}, &Type{}
var templateShape, interpolationShape Shape

func initTemplate() {
	templateType.define(&templateShape, TypeSpec{Name: "Template", Module: "string.templatelib", Flags: Final, Slots: Slots{
		Iter: func(t *Thread, v Value) (Value, error) {
			var out []Value
			for _, p := range As[template](v).parts {
				if s, ok := AsStr(p); !ok || s.NBytes() > 0 {
					out = append(out, p)
				}
			}
			return Iter(t, NewList(out).Value())
		}, Hash: identityHash,
	}, Members: Members{
		GetSet("interpolations", func(t *Thread, v Value) (Value, error) { return NewTuple(templateParts(v, false)...), nil }, nil),
		GetSet("strings", func(t *Thread, v Value) (Value, error) { return NewTuple(templateParts(v, true)...), nil }, nil),
		GetSet("values", func(t *Thread, v Value) (Value, error) {
			var out []Value
			for _, p := range templateParts(v, false) {
				out = append(out, As[interpolation](p).value)
			}
			return NewTuple(out...), nil
		}, nil),
	}})
	field := func(name string, get func(i *interpolation) Value) Member {
		return GetSet(name, func(t *Thread, v Value) (Value, error) { return get(As[interpolation](v)), nil }, nil)
	}
	interpolationType.define(&interpolationShape, TypeSpec{Name: "Interpolation", Module: "string.templatelib", Flags: Final, Slots: Slots{Hash: identityHash}, Members: Members{
		field("conversion", func(i *interpolation) Value { return i.conv }),
		field("expression", func(i *interpolation) Value { return i.text }),
		field("format_spec", func(i *interpolation) Value { return i.spec }),
		field("value", func(i *interpolation) Value { return i.value }),
	}})
}

// templateParts returns the strings of a template, one around every field, or its fields.
func templateParts(v Value, texts bool) []Value {
	var out []Value
	last := emptyStr.Value()
	for _, p := range As[template](v).parts {
		if IsStr(p) {
			last = p
			continue
		}
		if texts {
			out = append(out, last)
			last = emptyStr.Value()
		} else {
			out = append(out, p)
		}
	}
	if texts {
		out = append(out, last)
	}
	return out
}

// NewInterpolation makes one field of a t-string.
func NewInterpolation(t *Thread, value, text, conv, spec Value) (Value, error) {
	none := func(v, def Value) Value {
		if v.p == nil {
			return def
		}
		return v
	}
	return Object(&interpolation{Head{&interpolationShape}, value, text, none(conv, None), none(spec, emptyStr.Value())}), nil
}

// NewTemplate makes a Template of its parts in order.
func NewTemplate(t *Thread, parts Value) (Value, error) {
	return Object(&template{Head{&templateShape}, As[Tuple](parts).A}), nil
}
