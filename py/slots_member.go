package py

import "strings"

// memberDescr is an attribute made by __slots__.
type memberDescr struct {
	Head
	name  *Str
	key   *Str // under which the shapes know it: no attribute of __dict__ can have that name
	owner *Type
}

func initMember() {
	MemberType.define(&memberShape, TypeSpec{Name: "member_descriptor", Flags: NotCallable | Final, Slots: Slots{
		Hash: identityHash, DescrGet: memberGet, DescrSet: memberSet,
		Repr: func(t *Thread, v Value) (Value, error) {
			m := As[memberDescr](v)
			return NewStr("<member '" + m.name.String() + "' of '" + m.owner.Name + "' objects>"), nil
		},
	}, Table: func() Members {
		return Members{
			Field("__name__", func(t *Thread, v Value) (Value, error) { return As[memberDescr](v).name.Value(), nil }),
			Field("__objclass__", func(t *Thread, v Value) (Value, error) { return As[memberDescr](v).owner.Value(), nil }),
			GetSet("__doc__", func(t *Thread, v Value) (Value, error) { return None, nil }, nil),
			GetSet("__qualname__", func(t *Thread, v Value) (Value, error) {
				m := As[memberDescr](v)
				q, err := typeQualName(t, m.owner.Value())
				if err != nil {
					return Nil, err
				}
				s, _ := AsStr(q)
				return NewStr(s.String() + "." + m.name.String()), nil
			}, nil),
		}
	}})
}

// check returns the TypeError for an object that has no such slot.
func (m *memberDescr) check(obj Value) error {
	if IsInstance(obj, m.owner) {
		return nil
	}
	return Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.name, m.owner.Name, TypeName(obj))
}

// place returns where the value stands, nil if there is none yet.
func (m *memberDescr) place(obj Value) *Value {
	if obj.Shape().mode == shapeFixed {
		return OwnAttr(obj, m.name)
	}
	o := (*Instance)(obj.p)
	if p := o.member(m.key); p != nil {
		return p
	}
	return o.getOwn(m.key)
}

func memberGet(t *Thread, d, obj Value, cls *Type) (Value, error) {
	if obj.p == nil {
		return d, nil
	}
	m := (*memberDescr)(d.p)
	if err := m.check(obj); err != nil {
		return Nil, err
	}
	if p := m.place(obj); p != nil && p.p != nil {
		return *p, nil
	}
	return Nil, NoAttribute(obj, m.name)
}

func memberSet(t *Thread, d, obj, val Value) error {
	m := (*memberDescr)(d.p)
	if err := m.check(obj); err != nil {
		return err
	}
	if p := m.place(obj); p != nil && p.p != nil {
		*p = val
		if val.p == nil && obj.Shape().mode == shapeFixed {
			(*dictAt(obj, obj.Type().DictOffset)).DelStr(m.name)
		}
		return nil
	} else if val.p == nil {
		return Raise(AttributeError, "%s", m.name)
	} else if p != nil {
		*p = val
		return nil
	}
	if obj.Shape().mode != shapeFixed {
		(*Instance)(obj.p).setOwn(m.key, val)
		return nil
	}
	off := obj.Type().DictOffset
	if off == 0 {
		return NoAttribute(obj, m.name)
	}
	d2 := dictAt(obj, off)
	if *d2 == nil {
		*d2 = NewDict()
	}
	(*d2).SetStr(m.name, val)
	return nil
}

// IsMember returns the name under which shapes know a __slots__ attribute, if v is
// its descriptor (VM caches).
func IsMember(v Value) (*Str, bool) {
	if (*Head)(v.p).shape == &memberShape {
		return (*memberDescr)(v.p).key, true
	}
	return nil, false
}

// hasDict reports whether objects of the class have a __dict__.
func (t *Type) hasDict() bool {
	if t.Flags&Heap == 0 {
		return t.DictOffset != 0 || t == TypeType || t == ModuleType
	}
	return t.Flags&HasSlotsOf == 0
}

// makeSlots handles __slots__ and gives the class its __dict__ and __weakref__.
func (t *Type) makeSlots(th *Thread) error {
	baseDict, baseWeak := false, false
	for _, m := range t.MRO[1:] {
		baseDict = baseDict || m.hasDict()
		baseWeak = baseWeak || m.weak
	}
	d := t.dict()
	p := d.GetStr(nameSlots)
	mayWeak := !baseWeak && !t.isVariableSize()
	if p == nil {
		if !baseDict {
			t.addDict(d)
		}
		if mayWeak {
			t.addWeakRef(d)
		}
		t.collectMembers()
		return nil
	}
	var items []Value
	if s, ok := AsStr(*p); ok {
		items = []Value{s.Value()}
	} else {
		var err error
		if items, err = Collect(th, *p); err != nil {
			return err
		}
	}
	if len(items) > 0 && t.isVariableSize() {
		return Raise(TypeError, "nonempty __slots__ not supported for subtype of '%s'", t.Base.Name)
	}
	hasDict, hasWeak := baseDict, baseWeak
	addsDict := false
	for _, it := range items {
		s, ok := AsStr(it)
		if !ok {
			return Raise(TypeError, "__slots__ items must be strings, not '%s'", TypeName(it))
		}
		name := s.String()
		if !IsIdentifier(name) {
			return Raise(TypeError, "__slots__ must be identifiers")
		}
		switch name {
		case "__dict__":
			if hasDict {
				return Raise(TypeError, "__dict__ slot disallowed: we already got one")
			}
			hasDict, addsDict = true, true
			continue
		case "__weakref__":
			if hasWeak {
				return Raise(TypeError, "__weakref__ slot disallowed: we already got one")
			}
			hasWeak = true
			t.addWeakRef(d)
			continue
		}
		if strings.HasPrefix(name, "__") && !strings.HasSuffix(name, "__") {
			if stripped := strings.TrimLeft(t.Name, "_"); stripped != "" {
				name = "_" + stripped + name
			}
		}
		n := th.Interp.Intern(name)
		if d.GetStr(n) != nil && name != "__qualname__" && name != "__classcell__" {
			return Raise(ValueError, "'%s' in __slots__ conflicts with class variable", name)
		}
		m := &memberDescr{Head{&memberShape}, n, newStr("\x00" + name), t}
		d.SetStr(n, Object(m))
		t.slotNames = append(t.slotNames, m.key)
	}
	if addsDict {
		t.addDict(d)
	} else if !baseDict {
		t.Flags |= HasSlotsOf
	}
	t.collectMembers()
	return nil
}

// collectMembers lists the keys of the __slots__ of the class and its bases.
func (t *Type) collectMembers() {
	if t.Flags&PlainObject == 0 {
		return
	}
	for i := len(t.MRO) - 1; i >= 0; i-- {
		t.members = append(t.members, t.MRO[i].slotNames...)
	}
	if len(t.members) > maxShapeSlots {
		t.members = nil
	}
}

// isVariableSize reports whether objects have no room for slots in CPython.
func (t *Type) isVariableSize() bool {
	return t.IsSubtype(IntType) || t.IsSubtype(TupleType) || t.IsSubtype(BytesType)
}

// addDict and addWeakRef give the class the attributes that say that its objects
// have a dict and can be referred to weakly.
func (t *Type) addDict(d *Dict) {
	if d.GetStr(nameDict) == nil {
		d.SetStr(nameDict, Object(&GetSetDescr{Head: Head{&getSetShape}, Name: "__dict__", Owner: t, get: dictGet, set: dictSet}))
	}
}

func (t *Type) addWeakRef(d *Dict) {
	t.weak = true
	if d.GetStr(nameWeakRef) == nil {
		d.SetStr(nameWeakRef, Object(&GetSetDescr{Head: Head{&getSetShape}, Name: "__weakref__", Owner: t, get: noWeakRef}))
	}
}

func noWeakRef(t *Thread, v Value) (Value, error) { return None, nil }
