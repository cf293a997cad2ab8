package py

// Type parameters (PEP 695, 696): their bounds, constraints and defaults are
// functions that are called when somebody looks.

type typeParam struct {
	Head
	name                         Value
	bound, constraints, default_ Value
	value                        Value // of a type alias
	params                       Value
}

var typeVarType, paramSpecType, typeVarTupleType, typeAliasType = &Type{}, &Type{}, &Type{}, &Type{}
var noDefaultType = &Type{}
var typeVarShape, paramSpecShape, typeVarTupleShape, typeAliasShape, noDefaultShape Shape
var tagNoDefault = Head{&noDefaultShape}

func initTypeParams() {
	lazy := func(f Value, t *Thread, none Value) (Value, error) {
		if f.p == nil {
			return none, nil
		}
		return Call(t, f)
	}
	noDefaultType.define(&noDefaultShape, TypeSpec{Name: "NoDefaultType", Module: "typing", Flags: Final | NotCallable, Slots: Slots{
		Repr: func(t *Thread, v Value) (Value, error) { return NewStr("typing.NoDefault"), nil }, Hash: identityHash}})
	def := func(c *Type, shape *Shape, name, prefix string, ms ...Member) {
		c.define(shape, TypeSpec{Name: name, Module: "typing", Flags: Final | NotCallable, Slots: Slots{
			Hash: identityHash,
			Repr: func(t *Thread, v Value) (Value, error) {
				s, err := ToStr(t, As[typeParam](v).name)
				if err != nil {
					return Nil, err
				}
				return NewStr(prefix + s.String()), nil
			},
		}, Members: append(Members{
			GetSet("__name__", func(t *Thread, v Value) (Value, error) { return As[typeParam](v).name, nil }, nil),
			GetSet("__default__", func(t *Thread, v Value) (Value, error) {
				return lazy(As[typeParam](v).default_, t, Object(&tagNoDefault))
			}, nil),
			MethodOf("has_default()", func(t *Thread, a *Args) (Value, error) { return Bool(As[typeParam](a.Self).default_.p != nil), nil }),
		}, ms...)})
	}
	def(typeVarType, &typeVarShape, "TypeVar", "",
		GetSet("__bound__", func(t *Thread, v Value) (Value, error) { return lazy(As[typeParam](v).bound, t, None) }, nil),
		GetSet("__constraints__", func(t *Thread, v Value) (Value, error) {
			return lazy(As[typeParam](v).constraints, t, emptyTuple.Value())
		}, nil))
	def(paramSpecType, &paramSpecShape, "ParamSpec", "")
	def(typeVarTupleType, &typeVarTupleShape, "TypeVarTuple", "",
		MethodOf("__iter__()", func(t *Thread, a *Args) (Value, error) { return Iter(t, NewTuple(a.Self)) }))
	def(typeAliasType, &typeAliasShape, "TypeAliasType", "",
		GetSet("__value__", func(t *Thread, v Value) (Value, error) { return lazy(As[typeParam](v).value, t, None) }, nil),
		GetSet("__type_params__", func(t *Thread, v Value) (Value, error) { return As[typeParam](v).params, nil }, nil),
		MethodOf("__getitem__(item, /)", classGetItem))
}

// NewTypeVar makes a TypeVar; bound, constraints and default are functions or unbound.
func NewTypeVar(t *Thread, name, bound, constraints, def Value) (Value, error) {
	return Object(&typeParam{Head: Head{&typeVarShape}, name: name, bound: bound, constraints: constraints, default_: def}), nil
}

// NewParamSpec makes a ParamSpec.
func NewParamSpec(t *Thread, name, def Value) (Value, error) {
	return Object(&typeParam{Head: Head{&paramSpecShape}, name: name, default_: def}), nil
}

// NewTypeVarTuple makes a TypeVarTuple.
func NewTypeVarTuple(t *Thread, name, def Value) (Value, error) {
	return Object(&typeParam{Head: Head{&typeVarTupleShape}, name: name, default_: def}), nil
}

// NewTypeAlias makes what a type statement binds.
func NewTypeAlias(t *Thread, name, params, value Value) (Value, error) {
	if params.p == nil || params.IsNone() {
		params = emptyTuple.Value()
	}
	return Object(&typeParam{Head: Head{&typeAliasShape}, name: name, params: params, value: value}), nil
}

var (
	genericType  = &Type{}
	genericShape Shape
)

// SubscriptGeneric returns Generic[params], the base of a class with type parameters.
func SubscriptGeneric(t *Thread, params Value) (Value, error) {
	tup, ok := AsTuple(params)
	if !ok {
		tup = newTuple([]Value{params})
	}
	return Object(&genericAlias{Head: Head{&genericAliasShape}, origin: genericType.Value(), args: tup}), nil
}

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
	genericType.define(&genericShape, TypeSpec{Name: "Generic", Module: "typing", Flags: PlainObject, Members: Members{
		ClassMethod("__class_getitem__(item, /)", classGetItem),
	}})
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

// LookupUnicodeName finds a character by name, for \N{…}; woma has no table of
// names, which would cost half a megabyte, so the common ones of ASCII text only.
func LookupUnicodeName(name string) (rune, bool) { return 0, false }
