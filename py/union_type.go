package py

// UnionType is types.UnionType: int | str.
var UnionType = &Type{}

var unionShape Shape

type union struct {
	Head
	args   *Tuple
	typing bool // with a type variable: shown as typing.Union[…]
}

// unionOr is | of classes, aliases, type variables and unions.
func unionOr(t *Thread, op BinOp, a, b Value) (Value, error) {
	if op != OpOr {
		return NotImplemented, nil
	}
	ka, kb := unionKind(a), unionKind(b)
	if ka == 0 && kb < 2 || kb == 0 && ka < 2 {
		return NotImplemented, nil
	}
	u := &union{Head: Head{&unionShape}, typing: ka == 2 || kb == 2}
	items, err := u.add(t, nil, a)
	if err == nil {
		items, err = u.add(t, items, b)
	}
	if err != nil {
		return Nil, err
	}
	if len(items) == 1 {
		return items[0], nil
	}
	u.args = newTuple(items)
	return Object(u), nil
}

// NewUnion returns the union of types, as typing.Union[…] does.
func NewUnion(t *Thread, types []Value) (Value, error) {
	u := &union{Head: Head{&unionShape}, typing: true}
	var items []Value
	var err error
	for _, v := range types {
		if items, err = u.add(t, items, v); err != nil {
			return Nil, err
		}
	}
	if len(items) == 1 {
		return items[0], nil
	}
	u.args = newTuple(items)
	return Object(u), nil
}

// unionKind says whether v can be part of a union: 0 no, 1 yes, 2 yes, and then the
// other may be anything.
func unionKind(v Value) int {
	if _, ok := IsType(v); ok || v.IsNone() {
		return 1
	}
	switch v.Type() {
	case UnionType:
		if As[union](v).typing {
			return 2
		}
		return 1
	case TypeAliasType:
		return 1
	case TypeVarType, ParamSpecType, TypeVarTupleType:
		return 2
	}
	if g, ok := asAlias(v); ok {
		if g.typing {
			return 2
		}
		return 1
	}
	return 0
}

// add appends v, or what v is a union of, unless it is there already.
func (u *union) add(t *Thread, items []Value, v Value) ([]Value, error) {
	if x, ok := Cast[union](v, UnionType); ok {
		var err error
		for _, a := range x.args.Items() {
			if items, err = u.add(t, items, a); err != nil {
				return nil, err
			}
		}
		return items, nil
	}
	if v.IsNone() {
		v = NoneType.Value()
	}
	for _, x := range items {
		eq := x == v
		if _, ok := IsType(x); !ok && !eq {
			var err error
			if eq, err = Equal(t, x, v); err != nil {
				return nil, err
			}
		}
		if eq {
			return items, nil
		}
	}
	return append(items, v), nil
}

func initUnion() {
	check := func(sig, func_ string, test func(t *Thread, v, cls Value) (bool, error)) Member {
		return MethodOf(sig, func(t *Thread, a *Args) (Value, error) {
			for _, c := range As[union](a.Self).args.Items() {
				if _, ok := asAlias(c); ok {
					return Nil, Raise(TypeError, "%s() argument 2 cannot be a parameterized generic", func_)
				}
				if b, err := test(t, a.Value(0), c); b || err != nil {
					return Bool(b), err
				}
			}
			return False, nil
		})
	}
	UnionType.define(&unionShape, TypeSpec{Name: "UnionType", Module: "types", Flags: Final | NotCallable | DottedName, Slots: Slots{
		Repr:      unionRepr,
		Binary:    unionOr,
		BinaryOps: 1 << OpOr,
		RBinOps:   1 << OpOr,
		Hash: func(t *Thread, v Value) (int64, error) {
			s, err := Call(t, FrozenSetType.Value(), As[union](v).args.Value())
			if err != nil {
				return 0, err
			}
			return Hash(t, s)
		},
		Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			y, ok := Cast[union](b, UnionType)
			if !ok || op != OpEq && op != OpNe {
				return NotImplemented, nil
			}
			x, err := Call(t, SetType.Value(), As[union](a).args.Value())
			if err != nil {
				return Nil, err
			}
			z, err := Call(t, SetType.Value(), y.args.Value())
			if err != nil {
				return Nil, err
			}
			return Compare(t, op, x, z)
		},
		GetItem: func(t *Thread, v, k Value) (Value, error) {
			u := As[union](v)
			params, err := typeParamsIn(t, u.args.Items(), nil)
			if err != nil {
				return Nil, err
			}
			args, err := substitute(t, v, params, u.args.Items(), k)
			if err != nil {
				return Nil, err
			}
			r := args[0]
			for _, a := range args[1:] {
				if r, err = Binary(t, OpOr, r, a); err != nil {
					return Nil, err
				}
			}
			return r, nil
		},
	}, Table: func() Members {
		return Members{
			Field("__args__", func(t *Thread, v Value) (Value, error) { return As[union](v).args.Value(), nil }),
			GetSet("__parameters__", func(t *Thread, v Value) (Value, error) {
				p, err := typeParamsIn(t, As[union](v).args.Items(), nil)
				if err != nil {
					return Nil, err
				}
				return NewTuple(p...), nil
			}, nil),
			check("__instancecheck__(instance, /)", "isinstance", IsInstanceOf),
			check("__subclasscheck__(subclass, /)", "issubclass", IsSubclassOf),
		}
	}})
}

func unionRepr(t *Thread, v Value) (Value, error) {
	u := As[union](v)
	s, sep, end := "", " | ", ""
	args := u.args.Items()
	if u.typing {
		s, sep, end = "typing.Union[", ", ", "]"
		if len(args) == 2 && args[1] == NoneType.Value() {
			s, args = "typing.Optional[", args[:1]
		} else if len(args) == 2 && args[0] == NoneType.Value() {
			s, args = "typing.Optional[", args[1:]
		}
	}
	for i, a := range args {
		if i > 0 {
			s += sep
		}
		if a == NoneType.Value() {
			if u.typing {
				s += "NoneType"
			} else {
				s += "None"
			}
			continue
		}
		r, err := typeArgRepr(t, a)
		if err != nil {
			return Nil, err
		}
		s += r
	}
	return NewStr(s + end), nil
}
