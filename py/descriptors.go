package py

import "unsafe"

func initDescriptors() {
	GetSetType.define(&getSetShape, TypeSpec{Name: "getset_descriptor", Flags: NotCallable | Final, Slots: Slots{
		Hash: identityHash,
		Repr: func(t *Thread, v Value) (Value, error) {
			g := As[GetSetDescr](v)
			return NewStr("<attribute '" + g.Name + "' of '" + g.Owner.Name + "' objects>"), nil
		},
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) {
			g := As[GetSetDescr](d)
			if obj.p == nil {
				return d, nil
			}
			if !IsInstance(obj, g.Owner) {
				return Nil, Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.Name, g.Owner.Name, TypeName(obj))
			}
			return g.get(t, obj)
		},
		DescrSet: func(t *Thread, d, obj, val Value) error {
			g := As[GetSetDescr](d)
			if g.set == nil {
				return Raise(AttributeError, "attribute '%s' of '%s' objects is not writable", g.Name, g.Owner.longName())
			}
			return g.set(t, obj, val)
		},
	}, Members: Members{
		GetSet("__name__", func(t *Thread, v Value) (Value, error) { return NewStr(As[GetSetDescr](v).Name), nil }, nil),
		GetSet("__objclass__", func(t *Thread, v Value) (Value, error) { return As[GetSetDescr](v).Owner.Value(), nil }, nil),
	}})
	MemberType.define(&memberShape, TypeSpec{Name: "member_descriptor", Flags: NotCallable | Final, Slots: Slots{
		Hash: identityHash, DescrGet: memberGet, DescrSet: memberSet,
		Repr: func(t *Thread, v Value) (Value, error) {
			m := As[memberDescr](v)
			return NewStr("<member '" + m.name.String() + "' of '" + m.owner.Name + "' objects>"), nil
		},
	}, Members: Members{
		GetSet("__name__", func(t *Thread, v Value) (Value, error) { return As[memberDescr](v).name.Value(), nil }, nil),
	}})
	orNone := func(v Value) Value {
		if v.p == nil {
			return None
		}
		return v
	}
	copyWith := func(name string, set func(p *Property, v Value)) Member {
		return Method(name+"(f, /)", func(p *Property, t *Thread, a *Args) (Value, error) {
			q := *p
			q.attrs = nil
			set(&q, a.Value(0))
			return Object(&q), nil
		})
	}
	PropertyType.define(&propertyShape, TypeSpec{Name: "property", DictOffset: unsafe.Offsetof(Property{}.attrs), Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			return Object(&Property{Head: cls.Root(), Getter: None, Setter: None, Deleter: None, Doc: None}), nil
		},
		Init: func(t *Thread, self Value, args []Value, kw []*Str) error {
			p := As[Property](self)
			names := [...]string{"fget", "fset", "fdel", "doc"}
			fields := [...]*Value{&p.Getter, &p.Setter, &p.Deleter, &p.Doc}
			npos := len(args) - len(kw)
			if npos > 4 {
				return Raise(TypeError, "property() takes at most 4 arguments (%d given)", len(args))
			}
			for i, v := range args[:npos] {
				*fields[i] = v
			}
			for i, k := range kw {
				ok := false
				for j, n := range names {
					if k.String() == n {
						*fields[j] = args[npos+i]
						ok = true
					}
				}
				if !ok {
					return Raise(TypeError, "property() got an unexpected keyword argument '%s'", k)
				}
			}
			if p.Doc.IsNone() && !p.Getter.IsNone() {
				if d, err := LookupAttr(t, p.Getter, nameDoc); err == nil && d.p != nil {
					p.Doc = d
				}
			}
			return nil
		},
		Hash: identityHash,
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) {
			p := As[Property](d)
			if obj.p == nil {
				return d, nil
			}
			if p.Getter.IsNone() {
				return Nil, propertyError(t, p, obj, "getter")
			}
			return Call(t, p.Getter, obj)
		},
		DescrSet: func(t *Thread, d, obj, val Value) error {
			p := As[Property](d)
			if val.p == nil {
				if p.Deleter.IsNone() {
					return propertyError(t, p, obj, "deleter")
				}
				_, err := Call(t, p.Deleter, obj)
				return err
			}
			if p.Setter.IsNone() {
				return propertyError(t, p, obj, "setter")
			}
			_, err := Call(t, p.Setter, obj, val)
			return err
		},
	}, Members: Members{
		copyWith("getter", func(p *Property, v Value) { p.Getter = v }),
		copyWith("setter", func(p *Property, v Value) { p.Setter = v }),
		copyWith("deleter", func(p *Property, v Value) { p.Deleter = v }),
		GetSet("fget", func(t *Thread, v Value) (Value, error) { return orNone(As[Property](v).Getter), nil }, nil),
		GetSet("fset", func(t *Thread, v Value) (Value, error) { return orNone(As[Property](v).Setter), nil }, nil),
		GetSet("fdel", func(t *Thread, v Value) (Value, error) { return orNone(As[Property](v).Deleter), nil }, nil),
		GetSet("__doc__", func(t *Thread, v Value) (Value, error) { return orNone(As[Property](v).Doc), nil }, func(t *Thread, v, val Value) error {
			As[Property](v).Doc = val
			return nil
		}),
		Method("__set_name__(owner, name, /)", func(p *Property, t *Thread, a *Args) (Value, error) {
			p.Name = a.Value(1)
			return None, nil
		}),
	}})
	wrapped := func(off func(v Value) Value) Members {
		return Members{
			GetSet("__func__", func(t *Thread, v Value) (Value, error) { return off(v), nil }, nil),
			GetSet("__wrapped__", func(t *Thread, v Value) (Value, error) { return off(v), nil }, nil),
		}
	}
	ClassMethodType.define(&classMethodShape, TypeSpec{Name: "classmethod", DictOffset: unsafe.Offsetof(ClassMethodObj{}.attrs), Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			if len(args) != 1 {
				return Nil, Raise(TypeError, "classmethod expected 1 argument, got %d", len(args))
			}
			return Object(&ClassMethodObj{Head: cls.Root(), Func: args[0]}), nil
		},
		Init: func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		Hash: identityHash,
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) {
			f := As[ClassMethodObj](d).Func
			if get := f.Type().Slots.DescrGet; get != nil {
				return get(t, f, cls.Value(), cls.Meta())
			}
			return NewBoundMethod(f, cls.Value()), nil
		},
	}, Members: wrapped(func(v Value) Value { return As[ClassMethodObj](v).Func })})
	StaticMethodType.define(&staticMethodShape, TypeSpec{Name: "staticmethod", DictOffset: unsafe.Offsetof(StaticMethodObj{}.attrs), Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			if len(args) != 1 {
				return Nil, Raise(TypeError, "staticmethod expected 1 argument, got %d", len(args))
			}
			return Object(&StaticMethodObj{Head: cls.Root(), Func: args[0]}), nil
		},
		Init: func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		Hash: identityHash,
		Call: func(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
			return CallKw(t, As[StaticMethodObj](f).Func, args, kw)
		},
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) { return As[StaticMethodObj](d).Func, nil },
	}, Members: wrapped(func(v Value) Value { return As[StaticMethodObj](v).Func })})
}

func propertyError(t *Thread, p *Property, obj Value, what string) error {
	q, _ := typeQualName(t, obj.Type().Value())
	qs, _ := AsStr(q)
	if p.Name.p != nil {
		r, err := Repr(t, p.Name)
		if err != nil {
			return err
		}
		return Raise(AttributeError, "property %s of '%s' object has no %s", r, qs, what)
	}
	return Raise(AttributeError, "property of '%s' object has no %s", qs, what)
}

// superObject is Python's super.
type superObject struct {
	Head
	cls  *Type
	self Value
	typ  *Type // class whose MRO is searched
}

func initSuper() {
	SuperType.define(&superShape, TypeSpec{Name: "super", Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			return Object(&superObject{Head: cls.Root()}), nil
		},
		Init: func(t *Thread, self Value, args []Value, kw []*Str) error {
			s := As[superObject](self)
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
				return Raise(TypeError, "super expected at most 2 arguments, got %d", len(args))
			}
			c, ok := IsType(cv)
			if !ok {
				return Raise(TypeError, "super() argument 1 must be a type, not %s", TypeName(cv))
			}
			s.cls = c
			if obj.p != nil && !obj.IsNone() {
				s.self = obj
				if ot, ok := IsType(obj); ok && ot.IsSubtype(c) {
					s.typ = ot
				} else if obj.Type().IsSubtype(c) {
					s.typ = obj.Type()
				} else {
					return Raise(TypeError, "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", "instance of", TypeName(obj), c.Name)
				}
			}
			return nil
		},
		Hash: identityHash,
		GetAttr: func(t *Thread, v Value, name *Str) (Value, error) {
			s := As[superObject](v)
			if s.typ != nil && !name.Equal(nameClass) {
				found := false
				for _, m := range s.typ.MRO {
					if !found {
						found = m == s.cls
						continue
					}
					if p := m.dict().GetStr(name); p != nil {
						if get := p.Type().Slots.DescrGet; get != nil {
							obj := s.self
							if ot, ok := IsType(obj); ok && ot == s.typ {
								obj = Nil
							}
							return get(t, *p, obj, s.typ)
						}
						return *p, nil
					}
				}
				e := Raise(AttributeError, "'super' object has no attribute '%s'", name).(*Exc)
				if SuperType.Lookup(name).p == nil {
					return Nil, WithNameObj(e, name, v)
				}
			}
			return GenericGetAttr(t, v, name)
		},
		Repr: func(t *Thread, v Value) (Value, error) {
			s := As[superObject](v)
			if s.typ != nil {
				return NewStr("<super: <class '" + s.cls.Name + "'>, <" + s.typ.Name + " object>>"), nil
			}
			return NewStr("<super: <class '" + s.cls.Name + "'>, NULL>"), nil
		},
	}, Members: Members{
		GetSet("__thisclass__", func(t *Thread, v Value) (Value, error) { return As[superObject](v).cls.Value(), nil }, nil),
		GetSet("__self__", func(t *Thread, v Value) (Value, error) {
			if s := As[superObject](v).self; s.p != nil {
				return s, nil
			}
			return None, nil
		}, nil),
	}})
}

func initModule() {
	ModuleType.define(&moduleShape, TypeSpec{Name: "module", Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			if len(args) == 0 {
				return Nil, Raise(TypeError, "module() missing required argument 'name' (pos 1)")
			}
			s, ok := AsStr(args[0])
			if !ok {
				return Nil, Raise(TypeError, "module.__init__() argument 1 must be str, not %s", TypeName(args[0]))
			}
			m := NewModuleObj(t.Interp, s.String())
			m.shape = cls.root
			if len(args) > 1 {
				m.Dict.SetStr(nameDoc, args[1])
			}
			return m.Value(), nil
		},
		Init:    func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		GetAttr: moduleGetAttr, SetAttr: moduleSetAttr, Hash: identityHash,
		Repr: func(t *Thread, v Value) (Value, error) {
			m := As[ModuleObj](v)
			if m.Def != nil {
				return NewStr("<module '" + m.Name() + "' (built-in)>"), nil
			}
			if f, ok := AsStr(m.Dict.GetItem("__file__")); m.Dict.GetStr(Name("__file__")) != nil && ok {
				return NewStr("<module '" + m.Name() + "' from '" + f.String() + "'>"), nil
			}
			return NewStr("<module '" + m.Name() + "'>"), nil
		},
	}, Members: Members{
		MethodOf("__dir__()", moduleDir),
		GetSet("__dict__", func(t *Thread, v Value) (Value, error) { return As[ModuleObj](v).Dict.Value(), nil }, nil),
	}})
}
