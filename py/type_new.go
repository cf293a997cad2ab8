package py

// typeNew is type.__new__(cls, name, bases, ns, **kwds).
func typeNew(t *Thread, meta *Type, args []Value, kw []*Str) (Value, error) {
	npos := len(args) - len(kw)
	if npos != 3 {
		return Nil, Raise(TypeError, "type.__new__() takes exactly 3 arguments (%d given)", npos)
	}
	name, ok := AsStr(args[0])
	if !ok {
		return Nil, Raise(TypeError, "type.__new__() argument 1 must be str, not %s", TypeName(args[0]))
	}
	if err := checkTypeName(name); err != nil {
		return Nil, err
	}
	bt, ok := AsTuple(args[1])
	if !ok {
		return Nil, Raise(TypeError, "type.__new__() argument 2 must be tuple, not %s", TypeName(args[1]))
	}
	ns, ok := AsDict(args[2])
	if !ok {
		return Nil, Raise(TypeError, "type.__new__() argument 3 must be dict, not %s", TypeName(args[2]))
	}
	for _, b := range bt.Items() {
		if _, ok := IsType(b); ok {
			continue
		}
		if f, err := LookupAttr(t, b, nameMroEntries); err != nil {
			return Nil, err
		} else if f.p != nil {
			return Nil, Raise(TypeError, "type() doesn't support MRO entry resolution; use types.new_class()")
		}
	}
	winner, err := CalculateMeta(t, meta.Value(), bt.Items())
	if err != nil {
		return Nil, err
	}
	if w, _ := IsType(winner); w != nil && w != meta {
		if w.Slots.New != nil && w.Flags&Heap != 0 {
			return w.Slots.New(t, w, args, kw)
		}
		meta = w
	}
	var bases []*Type
	for _, b := range bt.Items() {
		c, ok := IsType(b)
		if !ok {
			return Nil, Raise(TypeError, "bases must be types")
		}
		bases = append(bases, c)
	}
	if len(bases) == 0 {
		bases = []*Type{ObjectType}
	}
	c, err := newClass(t, meta, name.String(), bases, ns)
	if err != nil {
		return Nil, err
	}
	if err := c.setNames(t); err != nil {
		return Nil, err
	}
	// __init_subclass__ of the parent gets the class keywords.
	sup := Nil
	for _, m := range c.MRO[1:] {
		if p := m.dict().GetStr(nameInitSubclass); p != nil {
			sup = *p
			break
		}
	}
	if sup.p != nil {
		f := sup
		if get := sup.Type().Slots.DescrGet; get != nil {
			if f, err = get(t, sup, Nil, c); err != nil {
				return Nil, err
			}
		}
		if _, err := CallKw(t, f, args[npos:], kw); err != nil {
			return Nil, err
		}
	}
	return c.Value(), nil
}

// newClass makes a class without running any hook.
func newClass(t *Thread, meta *Type, name string, bases []*Type, ns *Dict) (*Type, error) {
	for i, b := range bases {
		for _, o := range bases[:i] {
			if b == o {
				return nil, Raise(TypeError, "duplicate base class %s", b.Name)
			}
		}
	}
	base, err := bestBase(bases)
	if err != nil {
		return nil, err
	}
	c := &Type{Name: name, Base: base, Bases: bases, interp: t.Interp}
	c.shape = meta.root
	c.Flags = Heap | base.Flags&(IsException|SelfMatch|IsMeta|PlainObject)
	if layoutOf(base) == ObjectType {
		c.Flags |= PlainObject
	}
	if err := t.Alloc(1024 + 8*len(base.MRO)); err != nil {
		return nil, err
	}
	c.attrs.Store(ns.Copy())
	if c.MRO, err = c.mro(t); err != nil {
		return nil, err
	}
	for _, b := range c.MRO[1:] {
		if f := b.Flags & patternFlags; f != 0 {
			c.Flags |= f
			break
		}
	}
	if q := c.dict().GetStr(nameQualName); q != nil {
		s, ok := AsStr(*q)
		if !ok {
			return nil, Raise(TypeError, "type __qualname__ must be a str, not %s", TypeName(*q))
		}
		c.QualName = s.String()
		c.drop(nameQualName)
	}
	if c.dict().GetStr(nameModule) == nil {
		if g := t.Interp.Machine.Globals(t); g != nil {
			if n := g.GetStr(nameName); n != nil {
				c.put(nameModule, *n)
			}
		}
	}
	implicit(c, nameNew, func(f Value) Value { return Object(&StaticMethodObj{Head: Head{&staticMethodShape}, Func: f}) })
	for _, n := range [...]*Str{nameInitSubclass, nameClassGetItem} {
		implicit(c, n, func(f Value) Value { return Object(&ClassMethodObj{Head: Head{&classMethodShape}, Func: f}) })
	}
	if c.dict().GetStr(nameEq) != nil && c.dict().GetStr(nameHash) == nil {
		c.put(nameHash, None)
	}
	if err := c.makeSlots(t); err != nil {
		return nil, err
	}
	if c.dict().GetStr(nameDoc) == nil {
		c.put(nameDoc, None)
	}
	c.DictOffset = base.DictOffset
	c.SubDict = base.SubDict
	if c.Flags&PlainObject == 0 && c.DictOffset == 0 {
		c.DictOffset = base.SubDict
	}
	if c.Flags&PlainObject != 0 {
		c.root = newRootShape(c, c.expectedSlots())
	} else {
		c.root = &Shape{Class: c}
	}
	c.roots = []*Shape{c.root}
	cell := c.dict().GetStr(nameClassCell)
	if cell != nil {
		if x, ok := Cast[Cell](*cell, CellType); ok {
			x.V = c.Value()
		} else {
			return nil, Raise(TypeError, "__classcell__ must be a nonlocal cell, not <class '%s'>", TypeName(*cell))
		}
		c.drop(nameClassCell)
	}
	c.resolveSlots()
	for _, b := range bases {
		b.addSubclass(t, c)
	}
	return c, nil
}

// implicit wraps a function in the class body that is a static or class method
// without saying so.
func implicit(c *Type, name *Str, wrap func(Value) Value) {
	if p := c.dict().GetStr(name); p != nil && p.Type().Flags&bindsSelf != 0 && p.Type().Name == "function" {
		*p = wrap(*p)
	}
}

// setNames calls __set_name__ of the attributes.
func (c *Type) setNames(t *Thread) error {
	d := c.dict().Copy()
	for pos := 0; ; {
		k, v, next, ok := d.Next(pos)
		if !ok {
			return nil
		}
		pos = next
		if v.Type().Flags&Heap == 0 && v.Type().Lookup(nameSetName).p == nil {
			continue
		}
		m, err := BindSpecial(t, v, nameSetName)
		if err != nil {
			return err
		}
		if m.p == nil {
			continue
		}
		if _, err := Call(t, m, c.Value(), k); err != nil {
			if e, ok := err.(*Exc); ok {
				if r, err := Repr(t, k); err == nil {
					e.AddNote("Error calling __set_name__ on '" + TypeName(v) + "' instance " + r.String() + " in '" + c.Name + "'")
				}
			}
			return err
		}
	}
}

// CalculateMeta returns the metaclass that a class with these bases gets.
func CalculateMeta(t *Thread, meta Value, bases []Value) (Value, error) {
	if !meta.Bound() {
		if len(bases) == 0 {
			return TypeType.Value(), nil
		}
		meta = bases[0].Type().Value()
	}
	w, ok := IsType(meta)
	if !ok {
		return meta, nil
	}
	for _, b := range bases {
		m := b.Type()
		if w.IsSubtype(m) {
			continue
		}
		if m.IsSubtype(w) {
			w = m
			continue
		}
		return Nil, Raise(TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
	}
	return w.Value(), nil
}

// MroEntries replaces bases that are no classes by what their __mro_entries__ gives.
func MroEntries(t *Thread, bases []Value) ([]Value, bool, error) {
	var out []Value
	changed := false
	for _, b := range bases {
		if _, ok := IsType(b); ok {
			out = append(out, b)
			continue
		}
		f, err := LookupAttr(t, b, nameMroEntries)
		if err != nil {
			return nil, false, err
		}
		if f.p == nil {
			out = append(out, b)
			continue
		}
		r, err := Call(t, f, NewTuple(bases...))
		if err != nil {
			return nil, false, err
		}
		tup, ok := AsTuple(r)
		if !ok {
			return nil, false, Raise(TypeError, "__mro_entries__ must return a tuple")
		}
		changed = true
		out = append(out, tup.Items()...)
	}
	return out, changed, nil
}
