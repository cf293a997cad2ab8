package py

import "slices"

// template is string.templatelib.Template (PEP 750): strings and interpolations in
// turn, a string first and last.
// https://docs.python.org/3.14/library/string.templatelib.html
type template struct {
	Head
	strings, fields []Value
}

// interpolation is one field of a template.
type interpolation struct {
	Head
	value, text, conv, spec Value
}

// TemplateType and InterpolationType are the classes of module string.templatelib.
var TemplateType, InterpolationType = &Type{}, &Type{}
var templateShape, interpolationShape Shape

func initTemplate() {
	TemplateType.define(&templateShape, TypeSpec{Name: "Template", Module: "string.templatelib", Flags: Final | DottedName,
		Doc: "Template(*parts): what a t-string gives, strings and interpolations.",
		Slots: Slots{
			New:  templateNew,
			Hash: identityHash,
			Repr: func(t *Thread, v Value) (Value, error) {
				x := As[template](v)
				s, err := Repr(t, NewTuple(x.strings...))
				if err != nil {
					return Nil, err
				}
				f, err := Repr(t, NewTuple(x.fields...))
				if err != nil {
					return Nil, err
				}
				return NewStr("Template(strings=" + s.String() + ", interpolations=" + f.String() + ")"), nil
			},
			Iter: func(t *Thread, v Value) (Value, error) {
				x := As[template](v)
				var out []Value
				for i, s := range x.strings {
					if As[Str](s).NBytes() > 0 {
						out = append(out, s)
					}
					if i < len(x.fields) {
						out = append(out, x.fields[i])
					}
				}
				return Iter(t, NewList(out).Value())
			},
			Binary: templateConcat, BinaryOps: 1 << OpAdd, RBinOps: 1 << OpAdd,
		},
		Table: func() Members {
			return Members{
				ReadOnly("interpolations", func(t *Thread, v Value) (Value, error) { return NewTuple(As[template](v).fields...), nil }),
				ReadOnly("strings", func(t *Thread, v Value) (Value, error) { return NewTuple(As[template](v).strings...), nil }),
				ReadOnly("values", func(t *Thread, v Value) (Value, error) {
					var out []Value
					for _, p := range As[template](v).fields {
						out = append(out, As[interpolation](p).value)
					}
					return NewTuple(out...), nil
				}),
			}
		}})
	field := func(name string, get func(i *interpolation) Value) Member {
		return ReadOnly(name, func(t *Thread, v Value) (Value, error) { return get(As[interpolation](v)), nil })
	}
	ctor := As[Native](NewNative("Interpolation(value, expression='', conversion=None, format_spec='')", interpolationMake))
	InterpolationType.define(&interpolationShape, TypeSpec{Name: "Interpolation", Module: "string.templatelib", Flags: Final | DottedName,
		Doc: "Interpolation(value, expression, conversion, format_spec): one field of a t-string.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
				return ctor.Invoke(t, cls.Value(), args, kw)
			},
			Hash: identityHash,
			Repr: func(t *Thread, v Value) (Value, error) {
				x := As[interpolation](v)
				text := "Interpolation("
				for i, f := range [...]Value{x.value, x.text, x.conv, x.spec} {
					s, err := Repr(t, f)
					if err != nil {
						return Nil, err
					}
					if i > 0 {
						text += ", "
					}
					text += s.String()
				}
				return NewStr(text + ")"), nil
			},
		},
		Table: func() Members {
			return Members{
				Const("__match_args__", NewTuple(NewStr("value"), NewStr("expression"), NewStr("conversion"), NewStr("format_spec"))),
				field("conversion", func(i *interpolation) Value { return i.conv }),
				field("expression", func(i *interpolation) Value { return i.text }),
				field("format_spec", func(i *interpolation) Value { return i.spec }),
				field("value", func(i *interpolation) Value { return i.value }),
			}
		}})
}

// newTemplate makes a Template of strings and interpolations in any order.
func newTemplate(parts []Value) Value {
	x := &template{Head: Head{&templateShape}}
	open := false // a string was added last
	for _, p := range parts {
		if !IsStr(p) {
			if !open {
				x.strings = append(x.strings, emptyStr.Value())
			}
			x.fields = append(x.fields, p)
			open = false
			continue
		}
		if open {
			n := len(x.strings) - 1
			p = NewStr(As[Str](x.strings[n]).String() + As[Str](p).String())
			x.strings = x.strings[:n]
		}
		x.strings = append(x.strings, p)
		open = true
	}
	if !open {
		x.strings = append(x.strings, emptyStr.Value())
	}
	return Object(x)
}

func templateNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if len(kw) > 0 {
		return Nil, Raise(TypeError, "Template.__new__ only accepts *args arguments")
	}
	for _, a := range args {
		if !IsStr(a) && a.Shape() != &interpolationShape {
			return Nil, Raise(TypeError, "Template.__new__ *args need to be of type 'str' or 'Interpolation', got %s", TypeName(a))
		}
	}
	return newTemplate(args), nil
}

func interpolationMake(t *Thread, a *Args) (Value, error) {
	conv := a.ValueOr(2, None)
	if !conv.IsNone() {
		s, ok := AsStr(conv)
		if !ok {
			return Nil, Raise(TypeError, "Interpolation() argument 'conversion' must be str, not %s", TypeName(conv))
		}
		if c := s.String(); c != "a" && c != "r" && c != "s" {
			return Nil, Raise(ValueError, "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
		}
	}
	for i, name := range map[int]string{1: "expression", 3: "format_spec"} {
		if v := a.ValueOr(i, emptyStr.Value()); !IsStr(v) {
			return Nil, Raise(TypeError, "Interpolation() argument '%s' must be str, not %s", name, TypeName(v))
		}
	}
	return NewInterpolation(t, a.v[0], a.ValueOr(1, emptyStr.Value()), conv, a.ValueOr(3, emptyStr.Value()))
}

func templateConcat(t *Thread, op BinOp, a, b Value) (Value, error) {
	if op != OpAdd {
		return NotImplemented, nil
	}
	x, okA := Cast[template](a, TemplateType)
	y, okB := Cast[template](b, TemplateType)
	switch {
	case okA && okB:
		return newTemplate(slices.Concat(x.parts(), y.parts())), nil
	case okA:
		return Nil, Raise(TypeError, "can only concatenate string.templatelib.Template (not \"%s\") to string.templatelib.Template", TypeName(b))
	case IsStr(a):
		return Nil, Raise(TypeError, "can only concatenate str (not \"string.templatelib.Template\") to str")
	}
	return NotImplemented, nil
}

// parts returns strings and interpolations in order.
func (x *template) parts() []Value {
	var out []Value
	for i, s := range x.strings {
		out = append(out, s)
		if i < len(x.fields) {
			out = append(out, x.fields[i])
		}
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
	return newTemplate(As[Tuple](parts).Items()), nil
}
