package py

// GetAttr is getattr(v, name): AttributeError if there is none.
func GetAttr(t *Thread, v Value, name *Str) (r Value, err error) {
	if get := v.Type().Slots.GetAttr; get != nil {
		r, err = get(t, v, name)
	} else {
		r, err = GenericGetAttr(t, v, name)
	}
	if err != nil {
		if e, ok := err.(*Exc); ok {
			AttrFailed(e, v, name)
		}
	}
	return r, err
}

// AttrFailed tells an AttributeError that came of v.name, but which a program has raised,
// what was looked for.
func AttrFailed(e *Exc, v Value, name *Str) {
	if e.IsA(AttributeError) && len(e.X) >= 2 && e.X[0].p == nil && e.X[1].p == nil {
		e.X[0], e.X[1] = name.Value(), v
	}
}

// LookupAttr is GetAttr that returns the unbound Value instead of AttributeError, which
// for most objects is not even made.
func LookupAttr(t *Thread, v Value, name *Str) (r Value, err error) {
	c := v.Type()
	switch {
	case c.Slots.GetAttr == nil:
		r, err = findAttr(t, v, name)
	case c.Flags&HasGetAttr != 0:
		r, err = findUserAttr(t, v, name)
	case c == TypeType:
		r, err = findTypeAttr(t, v, name)
	default:
		r, err = c.Slots.GetAttr(t, v, name)
	}
	if err != nil && ErrIs(err, AttributeError) {
		return Nil, nil
	}
	return r, err
}

// attrOrNone is GetAttr that returns None instead of AttributeError.
func attrOrNone(t *Thread, v Value, name *Str) (Value, error) {
	r, err := LookupAttr(t, v, name)
	if r.p == nil {
		r = None
	}
	return r, err
}

// SetAttr is setattr(v, name, val); an unbound val deletes.
func SetAttr(t *Thread, v Value, name *Str, val Value) error {
	if set := v.Type().Slots.SetAttr; set != nil {
		return set(t, v, name, val)
	}
	return GenericSetAttr(t, v, name, val)
}

// PlainAttr returns the address of the attribute of an instance that has it itself
// and whose class neither has that name nor looks attributes up in its own way;
// otherwise nil.
func PlainAttr(v Value, name *Str) *Value {
	if v.Shape().mode == shapeFixed {
		return nil
	}
	c := v.Type()
	if c.Slots.GetAttr != nil || c.find(name).ref != nil {
		return nil
	}
	return (*Instance)(v.p).getOwn(name)
}

// OwnAttr returns the address of the attribute in the object itself, not its
// class, or nil.
func OwnAttr(v Value, name *Str) *Value {
	s := v.Shape()
	if s.mode != shapeFixed {
		return (*Instance)(v.p).getOwn(name)
	}
	if off := s.Class.DictOffset; off != 0 {
		if d := *dictAt(v, off); d != nil {
			return d.GetStr(name)
		}
	}
	return nil
}

// GenericGetAttr is object.__getattribute__.
func GenericGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	r, err := findAttr(t, v, name)
	if r.p == nil && err == nil {
		err = NoAttribute(v, name)
	}
	return r, err
}

// QuickHasAttr is hasattr(v, name) where that runs no Python code; ok is false otherwise.
func QuickHasAttr(v Value, name *Str) (has, ok bool) {
	c := v.Type()
	if c.Slots.GetAttr != nil {
		return false, false
	}
	if d := c.Lookup(name); d.p != nil {
		return true, d.Type().Slots.DescrGet == nil
	}
	return OwnAttr(v, name) != nil, true
}

// AttrHook returns the method __getattr__ that v.name calls, if the name is looked up as
// usual and not found; otherwise the unbound Value.
func AttrHook(v Value, name *Str) Value {
	c := v.Type()
	g := c.Lookup(nameGetAttribute)
	if (*Head)(g.p).shape != &slotWrapperShape || (*Native)(g.p).Owner.Slots.GetAttr != nil {
		return Nil
	}
	if c.Lookup(name).p != nil || OwnAttr(v, name) != nil {
		return Nil
	}
	return c.Lookup(nameGetAttr)
}

// findAttr is GenericGetAttr that returns the unbound Value where there is no attribute.
func findAttr(t *Thread, v Value, name *Str) (Value, error) {
	c := v.Type()
	d := c.Lookup(name)
	if d.p != nil {
		s := &d.Type().Slots
		if s.DescrSet != nil && s.DescrGet != nil {
			return s.DescrGet(t, d, v, c)
		}
	}
	if p := OwnAttr(v, name); p != nil {
		return *p, nil
	}
	if d.p != nil {
		if get := d.Type().Slots.DescrGet; get != nil {
			return get(t, d, v, c)
		}
		return d, nil
	}
	return Nil, nil
}

// NoAttribute returns the AttributeError for v.name.
func NoAttribute(v Value, name *Str) error {
	e := Raise(AttributeError, "'%s' object has no attribute '%s'", TypeName(v), name).(*Exc)
	return WithNameObj(e, name, v)
}

// WithNameObj sets the fields name and obj of an AttributeError (or name of a NameError).
func WithNameObj(e *Exc, name *Str, obj Value) *Exc {
	if len(e.X) >= 1 {
		e.X[0] = name.Value()
	}
	if len(e.X) >= 2 {
		e.X[1] = obj
	}
	return e
}

// GenericSetAttr is object.__setattr__ and, with an unbound val, __delattr__.
func GenericSetAttr(t *Thread, v Value, name *Str, val Value) error {
	c := v.Type()
	d := c.Lookup(name)
	if d.p != nil {
		if set := d.Type().Slots.DescrSet; set != nil {
			return set(t, d, v, val)
		}
	}
	if v.Shape().mode != shapeFixed && c.Flags&HasSlotsOf == 0 {
		o := (*Instance)(v.p)
		if val.p != nil {
			o.setOwn(name, val)
			return nil
		}
		if o.delOwn(name) {
			return nil
		}
		return NoAttribute(v, name)
	}
	if dict := OwnDict(v, val.p != nil); dict != nil {
		if val.p != nil {
			dict.SetStr(name, val)
			return nil
		}
		if dict.DelStr(name) {
			return nil
		}
		return NoAttribute(v, name)
	}
	switch {
	case HasOwnDict(v) || c.builtinBase().DictOffset != 0:
		return NoAttribute(v, name)
	case d.p != nil:
		e := Raise(AttributeError, "'%s' object attribute '%s' is read-only", TypeName(v), name).(*Exc)
		return WithNameObj(e, name, v)
	case c.Slots.SetAttr == nil:
		e := Raise(AttributeError, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", TypeName(v), name).(*Exc)
		return WithNameObj(e, name, v)
	}
	return NoAttribute(v, name)
}

// typeGetAttr is type.__getattribute__.
func typeGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	r, err := findTypeAttr(t, v, name)
	if r.p == nil && err == nil {
		e := Raise(AttributeError, "type object '%s' has no attribute '%s'", (*Type)(v.p).Name, name).(*Exc)
		err = WithNameObj(e, name, v)
	}
	return r, err
}

// findTypeAttr is typeGetAttr that returns the unbound Value where there is no attribute.
func findTypeAttr(t *Thread, v Value, name *Str) (Value, error) {
	c := (*Type)(v.p)
	meta := c.Meta()
	m := meta.Lookup(name)
	if m.p != nil {
		s := &m.Type().Slots
		if s.DescrSet != nil && s.DescrGet != nil {
			return s.DescrGet(t, m, v, meta)
		}
	}
	if d := c.Lookup(name); d.p != nil {
		if get := d.Type().Slots.DescrGet; get != nil {
			return get(t, d, Nil, c)
		}
		return d, nil
	}
	if m.p != nil {
		if get := m.Type().Slots.DescrGet; get != nil {
			return get(t, m, v, meta)
		}
		return m, nil
	}
	return Nil, nil
}

// typeSetAttr is type.__setattr__ and __delattr__.
func typeSetAttr(t *Thread, v Value, name *Str, val Value) error {
	c := (*Type)(v.p)
	if c.Flags&Heap == 0 {
		return Raise(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.Name)
	}
	if m := c.Meta().Lookup(name); m.p != nil {
		if set := m.Type().Slots.DescrSet; set != nil {
			return set(t, m, v, val)
		}
	}
	old := c.dict().GetStr(name)
	if val.p == nil {
		if old == nil {
			e := Raise(AttributeError, "type object '%s' has no attribute '%s'", c.Name, name).(*Exc)
			return WithNameObj(e, name, v)
		}
		c.dict().DelStr(name)
		c.modified()
		c.updateSlots(name)
		return nil
	}
	// Data that is replaced by data cannot be in any cache but that of its own name,
	// which holds the address of the value.
	plain := old != nil && isPlainData(*old) && isPlainData(val)
	c.dict().SetStr(name, val)
	if !plain {
		c.modified()
		c.updateSlots(name)
	}
	return nil
}

// isPlainData reports whether v as a class attribute is not a descriptor.
func isPlainData(v Value) bool {
	s := &v.Type().Slots
	return s.DescrGet == nil && s.DescrSet == nil && v.Type().Flags&Heap == 0
}

// moduleGetAttr is the attribute look-up of modules, with PEP 562's __getattr__.
func moduleGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	m := (*ModuleObj)(v.p)
	if p := m.Dict.GetStr(name); p != nil {
		return *p, nil
	}
	r, err := findAttr(t, v, name)
	if r.p != nil || err != nil && !ErrIs(err, AttributeError) {
		return r, err
	}
	if g := m.Dict.GetStr(nameGetAttr); g != nil {
		return Call(t, *g, name.Value())
	}
	mod := "module"
	if p := m.Dict.GetStr(nameName); p != nil {
		if s, ok := AsStr(*p); ok {
			mod = "module '" + s.String() + "'"
		}
	}
	e := Raise(AttributeError, "%s has no attribute '%s'", mod, name).(*Exc)
	return Nil, WithNameObj(e, name, v)
}

func moduleSetAttr(t *Thread, v Value, name *Str, val Value) error {
	m := (*ModuleObj)(v.p)
	if d := v.Type().Lookup(name); d.p != nil && d.Type().Slots.DescrSet != nil {
		return d.Type().Slots.DescrSet(t, d, v, val)
	}
	if val.p == nil {
		if !m.Dict.DelStr(name) {
			_, err := moduleGetAttr(t, v, name)
			if err == nil {
				err = NoAttribute(v, name)
			}
			return err
		}
		return nil
	}
	m.Dict.SetStr(name, val)
	return nil
}
