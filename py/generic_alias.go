package py

// genericAlias is types.GenericAlias: list[int].
type genericAlias struct {
	Head
	origin Value
	args   *Tuple
}

var (
	genericAliasType  = &Type{}
	genericAliasShape Shape
	mappingProxyType  = &Type{}
	mappingProxyShape Shape
)

// mappingProxy is a read-only view of a mapping: a class's __dict__.
type mappingProxy struct {
	Head
	m Value
}

func newMappingProxy(m Value) Value { return Object(&mappingProxy{Head{&mappingProxyShape}, m}) }

func classGetItem(t *Thread, a *Args) (Value, error) {
	g := &genericAlias{Head: Head{&genericAliasShape}, origin: a.Self}
	if tup, ok := AsTuple(a.Value(0)); ok {
		g.args = tup
	} else {
		g.args = newTuple([]Value{a.Value(0)})
	}
	return Object(g), nil
}

func initGenericAlias() {
	proxied := func(v Value) Value { return As[mappingProxy](v).m }
	forward := func(name string) Member {
		n := Name(name)
		return MethodOf(name+"(*args, **kwargs)", func(t *Thread, a *Args) (Value, error) {
			args, kw := a.all()
			f, err := GetAttr(t, proxied(a.Self), n)
			if err != nil {
				return Nil, err
			}
			return CallKw(t, f, args, kw)
		})
	}
	mappingProxyType.define(&mappingProxyShape, TypeSpec{Name: "mappingproxy", Flags: Final | MapPattern, Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			if len(args) != 1 {
				return Nil, Raise(TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)")
			}
			return newMappingProxy(args[0]), nil
		},
		Init: func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		Repr: func(t *Thread, v Value) (Value, error) {
			s, err := Repr(t, proxied(v))
			if err != nil {
				return Nil, err
			}
			return NewStr("mappingproxy(" + s.String() + ")"), nil
		},
		Str: func(t *Thread, v Value) (Value, error) {
			s, err := ToStr(t, proxied(v))
			if err != nil {
				return Nil, err
			}
			return s.Value(), nil
		},
		Binary: func(t *Thread, op BinOp, a, b Value) (Value, error) {
			if op != OpOr {
				return NotImplemented, nil
			}
			if p, ok := Cast[mappingProxy](a, mappingProxyType); ok {
				a = p.m
			}
			if p, ok := Cast[mappingProxy](b, mappingProxyType); ok {
				b = p.m
			}
			return Binary(t, op, a, b)
		},
		BinaryOps: 1 << OpOr,
		RBinOps:   1 << OpOr,
		Len:       func(t *Thread, v Value) (int, error) { return Len(t, proxied(v)) },
		GetItem:   func(t *Thread, v, k Value) (Value, error) { return GetItem(t, proxied(v), k) },
		Contains:  func(t *Thread, v, k Value) (bool, error) { return Contains(t, proxied(v), k) },
		Iter:      func(t *Thread, v Value) (Value, error) { return Iter(t, proxied(v)) },
		Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			if p, ok := Cast[mappingProxy](b, mappingProxyType); ok {
				b = p.m
			}
			return Compare(t, op, proxied(a), b)
		},
	}, Members: Members{forward("copy"), forward("get"), forward("items"), forward("keys"), forward("values"), forward("__reversed__"),
		ClassMethod("__class_getitem__(object, /)", classGetItem)}})
	genericAliasType.define(&genericAliasShape, TypeSpec{Name: "GenericAlias", Module: "types", Flags: Final, Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			if len(args) != 2 {
				return Nil, Raise(TypeError, "GenericAlias expected 2 arguments, got %d", len(args))
			}
			return classGetItem(t, &Args{Self: args[0], v: args[1:]})
		},
		Init: func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		Call: func(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
			return CallKw(t, As[genericAlias](f).origin, args, kw)
		},
		Repr: func(t *Thread, v Value) (Value, error) {
			g := As[genericAlias](v)
			s, err := aliasRepr(t, g.origin)
			if err != nil {
				return Nil, err
			}
			s += "["
			for i, a := range g.args.A {
				if i > 0 {
					s += ", "
				}
				r, err := aliasRepr(t, a)
				if err != nil {
					return Nil, err
				}
				s += r
			}
			return NewStr(s + "]"), nil
		},
		Hash: func(t *Thread, v Value) (int64, error) {
			g := As[genericAlias](v)
			h, err := Hash(t, g.args.Value())
			k, _ := Hash(t, g.origin)
			return h ^ k, err
		},
		Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			x, y := As[genericAlias](a), (*genericAlias)(nil)
			y, ok := Cast[genericAlias](b, genericAliasType)
			if !ok || op != OpEq && op != OpNe {
				return NotImplemented, nil
			}
			eq, err := Equal(t, x.args.Value(), y.args.Value())
			return Bool((eq && x.origin == y.origin) == (op == OpEq)), err
		},
	}, Members: Members{
		GetSet("__origin__", func(t *Thread, v Value) (Value, error) { return As[genericAlias](v).origin, nil }, nil),
		GetSet("__args__", func(t *Thread, v Value) (Value, error) { return As[genericAlias](v).args.Value(), nil }, nil),
		MethodOf("__mro_entries__(bases, /)", func(t *Thread, a *Args) (Value, error) {
			return NewTuple(As[genericAlias](a.Self).origin), nil
		}),
	}})
}

func aliasRepr(t *Thread, v Value) (string, error) {
	if c, ok := IsType(v); ok {
		m, err := typeModule(t, v)
		if err != nil {
			return "", err
		}
		q, _ := typeQualName(t, v)
		qs, _ := AsStr(q)
		if ms, ok := AsStr(m); ok && ms.String() != "builtins" {
			return ms.String() + "." + qs.String(), nil
		}
		_ = c
		return qs.String(), nil
	}
	if v == Ellipsis {
		return "...", nil
	}
	s, err := Repr(t, v)
	if err != nil {
		return "", err
	}
	return s.String(), nil
}
