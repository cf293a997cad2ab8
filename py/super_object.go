package py

// superObject is Python's super.
type superObject struct {
	Head
	cls  *Type
	self Value
	typ  *Type // class whose MRO is searched; nil: not bound
}

func initSuper() {
	SuperType.define(&superShape, TypeSpec{Name: "super", Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			return Object(&superObject{Head: cls.Root()}), nil
		},
		Init:    superInit,
		Hash:    identityHash,
		GetAttr: superGetAttr,
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) {
			s := As[superObject](d)
			if obj.p == nil || obj.IsNone() || s.typ != nil || s.cls == nil {
				return d, nil
			}
			if d.Type() != SuperType {
				return Call(t, d.Type().Value(), s.cls.Value(), obj)
			}
			n := &superObject{Head: Head{&superShape}, cls: s.cls}
			return Object(n), n.bind(t, obj)
		},
		Repr: func(t *Thread, v Value) (Value, error) {
			s := As[superObject](v)
			name := "NULL"
			if s.cls != nil {
				name = s.cls.Name
			}
			if s.typ != nil {
				return NewStr("<super: <class '" + name + "'>, <" + s.typ.Name + " object>>"), nil
			}
			return NewStr("<super: <class '" + name + "'>, NULL>"), nil
		},
	}, Table: func() Members {
		return Members{
			Field("__thisclass__", func(t *Thread, v Value) (Value, error) { return classOrNone(As[superObject](v).cls), nil }),
			Field("__self__", func(t *Thread, v Value) (Value, error) {
				if s := As[superObject](v).self; s.p != nil {
					return s, nil
				}
				return None, nil
			}),
			Field("__self_class__", func(t *Thread, v Value) (Value, error) { return classOrNone(As[superObject](v).typ), nil }),
		}
	}})
}

func classOrNone(c *Type) Value {
	if c == nil {
		return None
	}
	return c.Value()
}

func superInit(t *Thread, self Value, args []Value, kw []*Str) error {
	s := As[superObject](self)
	if len(kw) > 0 {
		return Raise(TypeError, "super() takes no keyword arguments")
	}
	var cv, obj Value
	switch len(args) {
	case 0:
		var err error
		if cv, obj, err = t.Interp.Machine.SuperArgs(t); err != nil {
			return err
		}
	case 1:
		cv = args[0]
	case 2:
		cv, obj = args[0], args[1]
	default:
		return Raise(TypeError, "super() expected at most 2 arguments, got %d", len(args))
	}
	c, ok := IsType(cv)
	if !ok {
		return Raise(TypeError, "super() argument 1 must be a type, not %s", TypeName(cv))
	}
	s.cls = c
	if obj.p == nil || obj.IsNone() {
		return nil
	}
	return s.bind(t, obj)
}

// bind makes s look methods up for obj, an instance or subclass of its class.
func (s *superObject) bind(t *Thread, obj Value) error {
	s.self = obj
	c, isClass := IsType(obj)
	if isClass && c.IsSubtype(s.cls) {
		s.typ = c
		return nil
	}
	if obj.Type().IsSubtype(s.cls) {
		s.typ = obj.Type()
		return nil
	}
	// An object may claim another class.
	v, err := attrOrNone(t, obj, nameClass)
	if err != nil {
		return err
	}
	if k, ok := IsType(v); ok && k != obj.Type() && k.IsSubtype(s.cls) {
		s.typ = k
		return nil
	}
	what, name := "instance of", TypeName(obj)
	if isClass {
		what, name = "type", c.Name
	}
	return Raise(TypeError, "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", what, name, s.cls.Name)
}

func superGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	s := As[superObject](v)
	if s.typ == nil || name.Equal(nameClass) {
		return GenericGetAttr(t, v, name)
	}
	found := false
	for _, m := range s.typ.MRO {
		if !found {
			found = m == s.cls
			continue
		}
		p := m.dict().GetStr(name)
		if p == nil {
			continue
		}
		if get := p.Type().Slots.DescrGet; get != nil {
			obj := s.self
			if c, ok := IsType(obj); ok && c == s.typ {
				obj = Nil
			}
			return get(t, *p, obj, s.typ)
		}
		return *p, nil
	}
	return GenericGetAttr(t, v, name)
}
