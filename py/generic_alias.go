package py

// genericAlias is types.GenericAlias: list[int]; and what subscripting a class with
// type parameters gives (typing's own alias class in CPython).
type genericAlias struct {
	Head
	origin  Value
	args    *Tuple
	params  *Tuple // the type parameters in args; nil: not collected yet
	starred bool   // *tuple[int]
	typing  bool   // of a class that derives from typing.Generic
}

// GenericAliasType is types.GenericAlias.
var GenericAliasType = &Type{}

var genericAliasShape Shape

// classGetItem is the __class_getitem__ of builtin generic types.
func classGetItem(t *Thread, a *Args) (Value, error) {
	return NewGenericAlias(a.Self, a.Value(0)), nil
}

// NewGenericAlias returns origin[args]; args is a tuple or the only argument.
func NewGenericAlias(origin, args Value) Value { return Object(newAlias(origin, args)) }

func newAlias(origin, args Value) *genericAlias {
	tup, ok := AsTuple(args)
	if !ok {
		tup = newTuple([]Value{args})
	}
	return &genericAlias{Head: Head{&genericAliasShape}, origin: origin, args: tup}
}

func asAlias(v Value) (*genericAlias, bool) { return Cast[genericAlias](v, GenericAliasType) }

// own returns the attributes that an alias does not take from its origin.
func ownAliasAttr(name string) bool {
	switch name {
	case "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
		"__mro_entries__", "__reduce_ex__", "__reduce__", "__bases__", "__copy__", "__deepcopy__":
		return true
	}
	return false
}

func initGenericAlias() {
	aliasCheck := func(sig, func_ string) Member {
		return MethodOf(sig, func(t *Thread, a *Args) (Value, error) {
			if g := As[genericAlias](a.Self); g.typing {
				return Nil, Raise(TypeError, "Subscripted generics cannot be used with class and instance checks")
			}
			return Nil, Raise(TypeError, "%s() argument 2 cannot be a parameterized generic", func_)
		})
	}
	GenericAliasType.define(&genericAliasShape, TypeSpec{Name: "GenericAlias", Module: "types", Flags: DottedName, Slots: Slots{
		New: Ctor("GenericAlias(origin, args, /)", func(t *Thread, a *Args) (Value, error) {
			return NewGenericAlias(a.Value(0), a.Value(1)), nil
		}),
		Init:      func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		Call:      aliasCall,
		Repr:      genericAliasRepr,
		Binary:    unionOr,
		BinaryOps: 1 << OpOr,
		RBinOps:   1 << OpOr,
		GetItem: func(t *Thread, v, k Value) (Value, error) {
			g := As[genericAlias](v)
			params, err := g.parameters(t)
			if err != nil {
				return Nil, err
			}
			args, err := substitute(t, v, params.Items(), g.args.Items(), k)
			if err != nil {
				return Nil, err
			}
			out := *g
			out.args, out.params = newTuple(args), nil
			return Object(&out), nil
		},
		Iter: func(t *Thread, v Value) (Value, error) {
			out := *As[genericAlias](v)
			out.starred = true
			return Iter(t, NewTuple(Object(&out)))
		},
		Hash: func(t *Thread, v Value) (int64, error) {
			g := As[genericAlias](v)
			h, err := Hash(t, g.args.Value())
			if err != nil {
				return 0, err
			}
			k, err := Hash(t, g.origin)
			return h ^ k, err
		},
		Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			x := As[genericAlias](a)
			y, ok := asAlias(b)
			if !ok || op != OpEq && op != OpNe {
				return NotImplemented, nil
			}
			eq := x.starred == y.starred
			if eq {
				var err error
				if eq, err = Equal(t, x.origin, y.origin); err == nil && eq {
					eq, err = Equal(t, x.args.Value(), y.args.Value())
				}
				if err != nil {
					return Nil, err
				}
			}
			return Bool(eq == (op == OpEq)), nil
		},
		GetAttr: func(t *Thread, v Value, name *Str) (Value, error) {
			if ownAliasAttr(name.String()) {
				return GenericGetAttr(t, v, name)
			}
			if s := name.String(); GenericAliasType.dict().GetStr(name) != nil && s != "__doc__" && s != "__getattribute__" {
				return GenericGetAttr(t, v, name)
			}
			return GetAttr(t, As[genericAlias](v).origin, name)
		},
	}, Table: func() Members {
		return Members{
			Field("__origin__", func(t *Thread, v Value) (Value, error) { return As[genericAlias](v).origin, nil }),
			Field("__args__", func(t *Thread, v Value) (Value, error) { return As[genericAlias](v).args.Value(), nil }),
			GetSet("__parameters__", func(t *Thread, v Value) (Value, error) {
				p, err := As[genericAlias](v).parameters(t)
				if err != nil {
					return Nil, err
				}
				return p.Value(), nil
			}, nil),
			Field("__unpacked__", func(t *Thread, v Value) (Value, error) { return Bool(As[genericAlias](v).starred), nil }),
			GetSet("__typing_unpacked_tuple_args__", func(t *Thread, v Value) (Value, error) {
				if g := As[genericAlias](v); g.starred && g.origin == TupleType.Value() {
					return g.args.Value(), nil
				}
				return None, nil
			}, nil),
			MethodOf("__mro_entries__(bases, /)", aliasMroEntries),
			aliasCheck("__instancecheck__(instance, /)", "isinstance"),
			aliasCheck("__subclasscheck__(subclass, /)", "issubclass"),
			MethodOf("__dir__()", func(t *Thread, a *Args) (Value, error) {
				d, err := Dir(t, As[genericAlias](a.Self).origin)
				if err != nil {
					return Nil, err
				}
				for _, n := range [...]string{"__args__", "__origin__", "__parameters__", "__unpacked__", "__mro_entries__", "__typing_unpacked_tuple_args__"} {
					As[List](d).Append(NewStr(n))
				}
				return d, nil
			}),
			MethodOf("__reduce__()", func(t *Thread, a *Args) (Value, error) {
				g := As[genericAlias](a.Self)
				return NewTuple(GenericAliasType.Value(), NewTuple(g.origin, g.args.Value())), nil
			}),
		}
	}})
}

// aliasCall makes an object of the origin and notes the alias in it, if it lets us.
func aliasCall(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
	v, err := CallKw(t, As[genericAlias](f).origin, args, kw)
	if err != nil {
		return Nil, err
	}
	if err := SetAttr(t, v, nameOrigClass, f); err != nil && !ErrIs(err, AttributeError) && !ErrIs(err, TypeError) {
		return Nil, err
	}
	return v, nil
}

// aliasMroEntries leaves Generic[T] out of the bases if a later base is an alias of
// a generic class too.
func aliasMroEntries(t *Thread, a *Args) (Value, error) {
	g := As[genericAlias](a.Self)
	bases, ok := AsTuple(a.Value(0))
	if ok && g.origin == GenericType.Value() {
		seen := false
		for _, b := range bases.Items() {
			if b == a.Self {
				seen = true
				continue
			}
			if x, ok := asAlias(b); ok && seen && x.typing {
				return NewTuple(), nil
			}
		}
	}
	return NewTuple(g.origin), nil
}

func genericAliasRepr(t *Thread, v Value) (Value, error) {
	g := As[genericAlias](v)
	if err := t.Enter(); err != nil {
		return Nil, err
	}
	defer t.Leave()
	s, err := typeArgRepr(t, g.origin)
	if err != nil {
		return Nil, err
	}
	if g.starred {
		s = "*" + s
	}
	s += "["
	for i, a := range g.args.Items() {
		if i > 0 {
			s += ", "
		}
		r, err := typeArgRepr(t, a)
		if err != nil {
			return Nil, err
		}
		s += r
	}
	if g.args.Len() == 0 {
		s += "()"
	}
	return NewStr(s + "]"), nil
}

// typeArgRepr shows a class by its name, anything else by its repr.
func typeArgRepr(t *Thread, v Value) (string, error) {
	if v == Ellipsis {
		return "...", nil
	}
	if l, ok := AsList(v); ok {
		s := "["
		for i, a := range l.A {
			if i > 0 {
				s += ", "
			}
			r, err := typeArgRepr(t, a)
			if err != nil {
				return "", err
			}
			s += r
		}
		return s + "]", nil
	}
	if _, ok := asAlias(v); !ok {
		q, err := attrOrNone(t, v, nameQualName)
		if err != nil {
			return "", err
		}
		if qs, ok := AsStr(q); ok {
			m, err := attrOrNone(t, v, nameModule)
			if err != nil {
				return "", err
			}
			if !m.IsNone() {
				ms, err := ToStr(t, m)
				if err != nil {
					return "", err
				}
				if ms.String() == "builtins" {
					return qs.String(), nil
				}
				return ms.String() + "." + qs.String(), nil
			}
		}
	}
	s, err := Repr(t, v)
	if err != nil {
		return "", err
	}
	return s.String(), nil
}
