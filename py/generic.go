package py

// GenericType is typing.Generic, a base of every class with type parameters.
var GenericType = &Type{}

var genericShape Shape

// SubscriptGeneric returns Generic[params], the base of a class with type parameters.
func SubscriptGeneric(t *Thread, params Value) (Value, error) {
	g := newAlias(GenericType.Value(), params)
	g.typing = true
	return Object(g), nil
}

func initGeneric() {
	GenericType.define(&genericShape, TypeSpec{Name: "Generic", Module: "typing", Flags: PlainObject, Table: func() Members {
		return Members{
			ClassMethod("__class_getitem__(item, /)", genericGetItem),
			ClassMethod("__init_subclass__(*args, **kwargs)", genericInitSubclass),
		}
	}})
}

// genericGetItem is Generic[T] and, for a class that derives from it, A[int].
func genericGetItem(t *Thread, a *Args) (Value, error) {
	item := a.Value(0)
	if a.Self == GenericType.Value() {
		items := []Value{item}
		if tup, ok := AsTuple(item); ok {
			items = tup.Items()
		}
		if len(items) == 0 {
			return Nil, Raise(TypeError, "Parameter list to Generic[...] cannot be empty")
		}
		for i, p := range items {
			if u, ok := Cast[unpacked](p, unpackedType); ok {
				p = u.origin
			}
			if !isTypeParam(p) {
				return Nil, Raise(TypeError, "Parameters to Generic[...] must all be type variables or parameter specification variables.")
			}
			for _, q := range items[:i] {
				if q == p {
					return Nil, Raise(TypeError, "Parameters to Generic[...] must all be unique")
				}
			}
		}
		return SubscriptGeneric(t, item)
	}
	params, err := classParameters(t, a.Self)
	if err != nil {
		return Nil, err
	}
	m, err := bindTypeParams(t, a.Self, params, item)
	if err != nil {
		return Nil, err
	}
	var args []Value
	for _, p := range params {
		switch {
		case p.Type() == TypeVarTupleType:
			args = append(args, As[Tuple](m[p]).Items()...)
		default:
			args = append(args, m[p])
		}
	}
	g := newAlias(a.Self, newTuple(args).Value())
	g.typing = true
	return Object(g), nil
}

func classParameters(t *Thread, cls Value) ([]Value, error) {
	p, err := attrOrNone(t, cls, nameParameters)
	if tup, ok := AsTuple(p); err == nil && ok {
		return tup.Items(), nil
	}
	return nil, err
}

// genericInitSubclass gives a class its __parameters__.
func genericInitSubclass(t *Thread, a *Args) (Value, error) {
	c := As[Type](a.Self)
	args, kw := a.all()
	sup, err := Call(t, SuperType.Value(), GenericType.Value(), a.Self)
	if err != nil {
		return Nil, err
	}
	f, err := GetAttr(t, sup, nameInitSubclass)
	if err != nil {
		return Nil, err
	}
	if _, err := CallKw(t, f, args, kw); err != nil {
		return Nil, err
	}
	var params []Value
	if ob := c.dict().GetStr(nameOrigBases); ob != nil {
		bases, ok := AsTuple(*ob)
		if !ok {
			return None, nil
		}
		for _, b := range bases.Items() {
			if b == GenericType.Value() {
				return Nil, Raise(TypeError, "Cannot inherit from plain Generic")
			}
		}
		if params, err = typeParamsIn(t, bases.Items(), nil); err != nil {
			return Nil, err
		}
		for _, b := range bases.Items() {
			g, ok := asAlias(b)
			if !ok || g.origin != GenericType.Value() {
				continue
			}
			own, err := g.parameters(t)
			if err != nil {
				return Nil, err
			}
			for _, p := range params {
				if !contains(own.Items(), p) {
					return Nil, missingTypeParams(t, params, own.Items())
				}
			}
			params = own.Items()
			break
		}
	} else {
		for _, b := range c.Bases {
			if b == GenericType && c.Name != "Protocol" {
				return Nil, Raise(TypeError, "Cannot inherit from plain Generic")
			}
		}
	}
	c.put(nameParameters, NewTuple(params...))
	return None, nil
}

func contains(items []Value, v Value) bool {
	for _, x := range items {
		if x == v {
			return true
		}
	}
	return false
}

func missingTypeParams(t *Thread, all, own []Value) error {
	names := func(ps []Value) string {
		s := ""
		for _, p := range ps {
			r, err := Repr(t, p)
			if err != nil {
				return "?"
			}
			if s != "" {
				s += ", "
			}
			s += r.String()
		}
		return s
	}
	var missing []Value
	for _, p := range all {
		if !contains(own, p) {
			missing = append(missing, p)
		}
	}
	return Raise(TypeError, "Some type variables (%s) are not listed in Generic[%s]", names(missing), names(own))
}
