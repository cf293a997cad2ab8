package py

import "unsafe"

func initProperty() {
	copyWith := func(name string, field int) Member {
		return MethodOf(name+"(object, /)", func(t *Thread, a *Args) (Value, error) {
			p := As[Property](a.Self)
			vals := [4]Value{p.Getter, p.Setter, p.Deleter, p.Doc}
			vals[field] = a.Value(0)
			if p.getterDoc && !vals[0].IsNone() {
				vals[3] = None
			}
			v, err := Call(t, a.Self.Type().Value(), vals[:]...)
			if q, ok := Cast[Property](v, PropertyType); err == nil && ok {
				q.Name = p.Name
			}
			return v, err
		})
	}
	field := func(name string, get func(p *Property) Value) Member {
		return Field(name, func(t *Thread, v Value) (Value, error) { return get(As[Property](v)), nil })
	}
	PropertyType.define(&propertyShape, TypeSpec{Name: "property", DictOffset: unsafe.Offsetof(Property{}.attrs), Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			return Object(&Property{Head: cls.Root(), Getter: None, Setter: None, Deleter: None, Doc: None}), nil
		},
		Init: propertyInit,
		Hash: identityHash,
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) {
			p := As[Property](d)
			if obj.p == nil {
				return d, nil
			}
			if p.Getter.IsNone() {
				return Nil, p.missing(t, obj, "getter")
			}
			return Call(t, p.Getter, obj)
		},
		DescrSet: func(t *Thread, d, obj, val Value) error {
			p := As[Property](d)
			if val.p == nil {
				if p.Deleter.IsNone() {
					return p.missing(t, obj, "deleter")
				}
				_, err := Call(t, p.Deleter, obj)
				return err
			}
			if p.Setter.IsNone() {
				return p.missing(t, obj, "setter")
			}
			_, err := Call(t, p.Setter, obj, val)
			return err
		},
	}, Table: func() Members {
		return Members{
			copyWith("getter", 0),
			copyWith("setter", 1),
			copyWith("deleter", 2),
			field("fget", func(p *Property) Value { return p.Getter }),
			field("fset", func(p *Property) Value { return p.Setter }),
			field("fdel", func(p *Property) Value { return p.Deleter }),
			GetSet("__doc__", func(t *Thread, v Value) (Value, error) { return As[Property](v).Doc, nil }, func(t *Thread, v, val Value) error {
				if val.p == nil {
					val = None
				}
				As[Property](v).Doc = val
				return nil
			}),
			GetSet("__name__", func(t *Thread, v Value) (Value, error) {
				n, err := As[Property](v).name(t)
				if err == nil && n.p == nil {
					err = NoAttribute(v, nameName)
				}
				return n, err
			}, func(t *Thread, v, val Value) error {
				As[Property](v).Name = val
				return nil
			}),
			GetSet("__isabstractmethod__", func(t *Thread, v Value) (Value, error) {
				p := As[Property](v)
				for _, f := range [...]Value{p.Getter, p.Setter, p.Deleter} {
					if b, err := isAbstract(t, f); b || err != nil {
						return Bool(b), err
					}
				}
				return False, nil
			}, nil),
			MethodOf("__set_name__(*args)", func(t *Thread, a *Args) (Value, error) {
				if len(a.Rest()) != 2 {
					return Nil, Raise(TypeError, "__set_name__() takes 2 positional arguments but %d were given", len(a.Rest()))
				}
				As[Property](a.Self).Name = a.Rest()[1]
				return None, nil
			}),
		}
	}})
}

var propertyArgs = As[Native](NewNative("property(fget=None, fset=None, fdel=None, doc=None)", propertyInitArgs))

func propertyInit(t *Thread, self Value, args []Value, kw []*Str) error {
	_, err := propertyArgs.Invoke(t, self, args, kw)
	return err
}

func propertyInitArgs(t *Thread, a *Args) (Value, error) {
	p := As[Property](a.Self)
	p.Getter, p.Setter, p.Deleter, p.Doc = a.ValueOr(0, None), a.ValueOr(1, None), a.ValueOr(2, None), a.ValueOr(3, None)
	p.Name, p.getterDoc = Nil, false
	doc := p.Doc
	if doc.IsNone() && !p.Getter.IsNone() {
		d, err := attrOrNone(t, p.Getter, nameDoc)
		if err != nil {
			return Nil, err
		}
		if !d.IsNone() {
			doc, p.getterDoc = d, true
		}
	}
	if a.Self.Type() == PropertyType {
		p.Doc = doc
	} else {
		// The doc of a subclass hides the property's own: it must be in the object.
		if p.attrs == nil {
			p.attrs = NewDict()
		}
		p.attrs.SetStr(nameDoc, doc)
	}
	return None, nil
}

// name is __name__: that of the attribute or else the getter's.
func (p *Property) name(t *Thread) (Value, error) {
	if p.Name.p != nil || p.Getter.IsNone() {
		return p.Name, nil
	}
	return LookupAttr(t, p.Getter, nameName)
}

// missing is the AttributeError for a property without getter, setter or deleter.
func (p *Property) missing(t *Thread, obj Value, what string) error {
	q, err := typeQualName(t, obj.Type().Value())
	if err != nil {
		return err
	}
	qr, err := Repr(t, q)
	if err != nil {
		return err
	}
	n, err := p.name(t)
	if err != nil {
		return err
	}
	if n.p == nil {
		return Raise(AttributeError, "property of %s object has no %s", qr, what)
	}
	nr, err := Repr(t, n)
	if err != nil {
		return err
	}
	return Raise(AttributeError, "property %s of %s object has no %s", nr, qr, what)
}

// isAbstract reports whether a function is marked as an abstract method.
func isAbstract(t *Thread, f Value) (bool, error) {
	if f.IsNone() {
		return false, nil
	}
	v, err := LookupAttr(t, f, nameIsAbstract)
	if err != nil || v.p == nil {
		return false, err
	}
	return Truth(t, v)
}
