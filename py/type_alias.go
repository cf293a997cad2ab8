package py

// TypeAliasType is what a type statement makes.
var TypeAliasType = &Type{}

var typeAliasShape Shape

type typeAlias struct {
	Head
	name   Value
	module Value
	params *Tuple
	value  lazyValue
}

// NewTypeAlias makes what a type statement binds; value is a function.
func NewTypeAlias(t *Thread, name, params, value Value) (Value, error) {
	a := &typeAlias{Head: Head{&typeAliasShape}, name: name, module: callerModule(t), params: emptyTuple}
	if params.p != nil && IsTuple(params) {
		a.params = As[Tuple](params)
	}
	a.value.thunk = value
	return Object(a), nil
}

func initTypeAlias() {
	TypeAliasType.define(&typeAliasShape, TypeSpec{Name: "TypeAliasType", Module: "typing", Flags: Final | DottedName, Slots: Slots{
		New: Ctor("typealias(name, value, *, type_params=())", func(t *Thread, a *Args) (Value, error) {
			name := a.Str(0)
			if err := a.Err(); err != nil {
				return Nil, err
			}
			params := a.ValueOr(2, emptyTuple.Value())
			if !IsTuple(params) {
				return Nil, Raise(TypeError, "type_params must be a tuple")
			}
			v, err := NewTypeAlias(t, name.Value(), params, Nil)
			if err == nil {
				As[typeAlias](v).value.value = a.Value(1)
			}
			return v, err
		}),
		Init: func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		Repr: func(t *Thread, v Value) (Value, error) { return As[typeAlias](v).name, nil },
		Hash: identityHash,
		GetItem: func(t *Thread, v, k Value) (Value, error) {
			if len(As[typeAlias](v).params.Items()) == 0 {
				return Nil, Raise(TypeError, "Only generic type aliases are subscriptable")
			}
			return NewGenericAlias(v, k), nil
		},
		Iter: func(t *Thread, v Value) (Value, error) {
			return Iter(t, NewTuple(Object(&unpacked{Head{&unpackedShape}, v})))
		},
		Binary:    unionOr,
		BinaryOps: 1 << OpOr,
		RBinOps:   1 << OpOr,
	}, Table: func() Members {
		return Members{
			Field("__name__", func(t *Thread, v Value) (Value, error) { return As[typeAlias](v).name, nil }),
			GetSet("__module__", func(t *Thread, v Value) (Value, error) { return As[typeAlias](v).module, nil }, nil),
			GetSet("__value__", func(t *Thread, v Value) (Value, error) { return As[typeAlias](v).value.get(t, None) }, nil),
			GetSet("__type_params__", func(t *Thread, v Value) (Value, error) { return As[typeAlias](v).params.Value(), nil }, nil),
			GetSet("__parameters__", func(t *Thread, v Value) (Value, error) {
				out := make([]Value, 0, len(As[typeAlias](v).params.Items()))
				for _, p := range As[typeAlias](v).params.Items() {
					if p.Type() == TypeVarTupleType {
						p = Object(&unpacked{Head{&unpackedShape}, p})
					}
					out = append(out, p)
				}
				return NewTuple(out...), nil
			}, nil),
			MethodOf("__reduce__()", func(t *Thread, a *Args) (Value, error) { return As[typeAlias](a.Self).name, nil }),
		}
	}})
}
