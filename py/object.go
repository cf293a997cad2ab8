package py

func initObject() {
	ObjectType.define(&objectShape, TypeSpec{
		Name: "object",
		Slots: Slots{
			New:     objectNew,
			Init:    objectInit,
			Repr:    objectRepr,
			Str:     nil,
			Format:  objectFormat,
			Hash:    identityHash,
			Compare: objectCompare,
		},
		Table: func() Members {
			return Members{
				GetSet("__class__", func(t *Thread, v Value) (Value, error) { return v.Type().Value(), nil }, objectSetClass),
				MethodOf("__str__()", func(t *Thread, a *Args) (Value, error) {
					s, err := Repr(t, a.Self)
					if err != nil {
						return Nil, err
					}
					return s.Value(), nil
				}),
				MethodOf("__getattribute__(name, /)", func(t *Thread, a *Args) (Value, error) {
					n, err := attrName(a.Value(0))
					if err != nil {
						return Nil, err
					}
					return GenericGetAttr(t, a.Self, n)
				}),
				MethodOf("__setattr__(name, value, /)", func(t *Thread, a *Args) (Value, error) {
					if a.Self.Type().Flags&IsMeta != 0 {
						return Nil, Raise(TypeError, "can't apply this __setattr__ to %s object", TypeName(a.Self))
					}
					n, err := attrName(a.Value(0))
					if err != nil {
						return Nil, err
					}
					return None, GenericSetAttr(t, a.Self, n, a.Value(1))
				}),
				MethodOf("__delattr__(name, /)", func(t *Thread, a *Args) (Value, error) {
					if a.Self.Type().Flags&IsMeta != 0 {
						return Nil, Raise(TypeError, "can't apply this __delattr__ to %s object", TypeName(a.Self))
					}
					n, err := attrName(a.Value(0))
					if err != nil {
						return Nil, err
					}
					return None, GenericSetAttr(t, a.Self, n, Nil)
				}),
				MethodOf("__getstate__()", objectGetState),
				MethodOf("__reduce__()", objectReduce),
				MethodOf("__reduce_ex__(protocol, /)", objectReduceEx),
				ClassMethod("__init_subclass__(*args, **kwargs)", func(t *Thread, a *Args) (Value, error) {
					args, kw := a.all()
					if len(args) > len(kw) {
						return Nil, Raise(TypeError, "object.__init_subclass__() takes no arguments (%d given)", len(args))
					}
					if len(kw) > 0 {
						c := As[Type](a.Self)
						return Nil, Raise(TypeError, "%s.__init_subclass__() takes no keyword arguments", c.qualName())
					}
					return None, nil
				}),
				MethodOf("__dir__()", objectDir),
				MethodOf("__sizeof__()", objectSizeOf),
				ClassMethod("__subclasshook__(object, /)", func(t *Thread, a *Args) (Value, error) { return NotImplemented, nil }),
			}
		},
	})
}

func objectNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if len(args) > 0 {
		newV, initV := cls.Lookup(nameNew), cls.Lookup(nameInit)
		ownNew := newV.p != ObjectType.dict().GetStr(nameNew).p
		ownInit := initV.p != ObjectType.dict().GetStr(nameInit).p
		if ownNew {
			return Nil, Raise(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if !ownInit {
			return Nil, Raise(TypeError, "%s() takes no arguments", cls.Name)
		}
	}
	if cls.Flags&IsAbstract != 0 {
		return Nil, abstractError(t, cls)
	}
	if cls == ObjectType {
		return Object(&struct{ Head }{Head{&objectShape}}), nil
	}
	o := NewInstance(cls)
	if cls.Flags&HasDel != 0 {
		watch(cls, (*Head)(o.p))
	}
	return o, nil
}

func objectInit(t *Thread, self Value, args []Value, kw []*Str) error {
	if len(args) > 0 {
		c := self.Type()
		if c.Lookup(nameInit).p != ObjectType.dict().GetStr(nameInit).p {
			return Raise(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)")
		}
		if c.Lookup(nameNew).p == ObjectType.dict().GetStr(nameNew).p {
			return Raise(TypeError, "%s.__init__() takes exactly one argument (the instance to initialize)", c.Name)
		}
	}
	return nil
}

func objectRepr(t *Thread, v Value) (Value, error) {
	c := v.Type()
	m, err := typeModule(t, c.Value())
	if err != nil {
		return Nil, err
	}
	q, _ := typeQualName(t, c.Value())
	qs, _ := AsStr(q)
	name := qs.String()
	if ms, ok := AsStr(m); ok && ms.String() != "builtins" {
		name = ms.String() + "." + name
	}
	return NewStr("<" + name + " object at " + Address(t, v) + ">"), nil
}

func objectFormat(t *Thread, v Value, spec *Str) (Value, error) {
	if spec.n != 0 {
		return Nil, Raise(TypeError, "unsupported format string passed to %s.__format__", TypeName(v))
	}
	s, err := ToStr(t, v)
	if err != nil {
		return Nil, err
	}
	return s.Value(), nil
}

func objectCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	switch op {
	case OpEq:
		if a == b {
			return True, nil
		}
	case OpNe:
		// != is the inverse of __eq__ unless that is not implemented.
		if f := a.Type().Slots.Compare; f != nil && a.Type() != ObjectType {
			v, err := f(t, OpEq, a, b)
			if err != nil || v == NotImplemented {
				return v, err
			}
			b, err := Truth(t, v)
			return Bool(!b), err
		}
	}
	return NotImplemented, nil
}

// abstractError words the refusal to make an instance of an abstract class.
func abstractError(t *Thread, cls *Type) error {
	p := cls.dict().GetStr(nameAbstract)
	if p == nil {
		return Raise(TypeError, "Can't instantiate abstract class %s", cls.Name)
	}
	l, err := SortedList(t, *p)
	if err != nil {
		return err
	}
	names := ""
	items := As[List](l).A
	for i, v := range items {
		s, err := ToStr(t, v)
		if err != nil {
			return err
		}
		if i > 0 {
			names += ", "
		}
		names += "'" + s.String() + "'"
	}
	return Raise(TypeError, "Can't instantiate abstract class %s without an implementation for abstract method%s %s", cls.Name, plural(len(items)), names)
}

// attrName returns the name of an attribute, which must be a string.
func attrName(v Value) (*Str, error) {
	s, ok := AsStr(v)
	if !ok {
		return nil, Raise(TypeError, "attribute name must be string, not '%s'", TypeName(v))
	}
	return s, nil
}

// objectSizeOf is object.__sizeof__: what CPython would need for the object alone.
func objectSizeOf(t *Thread, a *Args) (Value, error) {
	c := a.Self.Type()
	return Int(16 + 8*int64(len(c.members))), nil
}
