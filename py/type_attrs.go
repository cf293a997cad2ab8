package py

// The attributes of classes: __name__, __bases__ and the like.

func typeMembers() Members {
	return Members{
		GetSet("__abstractmethods__", typeAbstract, typeSetAbstract),
		GetSet("__annotations__", typeAnnotations, typeSetAnnotations),
		Field("__base__", func(t *Thread, v Value) (Value, error) { return classOrNone(As[Type](v).Base), nil }),
		GetSet("__bases__", func(t *Thread, v Value) (Value, error) { return typeTuple(As[Type](v).Bases), nil }, typeSetBases),
		typeSize("__basicsize__", func(c *Type) int64 {
			if c.Flags&Heap != 0 {
				return 16 + 8*int64(len(c.members))
			}
			return 16
		}),
		GetSet("__dict__", func(t *Thread, v Value) (Value, error) { return newMappingProxy(As[Type](v).dict().Value()), nil }, nil),
		typeSize("__dictoffset__", func(c *Type) int64 {
			if c.Flags&Heap != 0 && c.hasDict() {
				return -1
			}
			return int64(c.DictOffset)
		}),
		GetSet("__doc__", typeDoc, typeSetDoc),
		typeSize("__flags__", typeFlagBits),
		typeSize("__itemsize__", func(c *Type) int64 {
			if c.isVariableSize() {
				return 8
			}
			return 0
		}),
		GetSet("__module__", typeModule, typeSetModule),
		GetSet("__mro__", func(t *Thread, v Value) (Value, error) { return typeTuple(As[Type](v).MRO), nil }, nil),
		GetSet("__name__", func(t *Thread, v Value) (Value, error) { return NewStr(As[Type](v).Name), nil }, typeSetName),
		GetSet("__qualname__", typeQualName, typeSetQualName),
		GetSet("__text_signature__", func(t *Thread, v Value) (Value, error) { return None, nil }, nil),
		GetSet("__type_params__", func(t *Thread, v Value) (Value, error) {
			if c := As[Type](v); c.Flags&Heap != 0 {
				if p := c.dict().GetStr(nameTypeParams); p != nil {
					return *p, nil
				}
			}
			return emptyTuple.Value(), nil
		}, func(t *Thread, v, val Value) error {
			if err := typeSettable(v, val, nameTypeParams); err != nil {
				return err
			}
			As[Type](v).put(nameTypeParams, val)
			return nil
		}),
		typeSize("__weakrefoffset__", func(c *Type) int64 {
			for _, m := range c.MRO {
				if m.weak {
					return -8
				}
			}
			return 0
		}),
	}
}

//go:noinline
func typeSize(name string, f func(c *Type) int64) Member {
	return Field(name, func(t *Thread, v Value) (Value, error) { return Int(f(As[Type](v))), nil })
}

// typeFlagBits is __flags__ with the bits that programs look at: immutable, heap
// type, base type, ready, abstract, subclass of int …
func typeFlagBits(c *Type) int64 {
	f := int64(1 << 12)
	if c.Flags&Heap != 0 {
		f |= 1 << 9
	} else {
		f |= 1 << 8
	}
	if c.Flags&Final == 0 {
		f |= 1 << 10
	}
	if c.Flags&IsAbstract != 0 {
		f |= 1 << 20
	}
	for i, b := range [...]*Type{IntType, ListType, TupleType, BytesType, StrType, DictType, BaseException, TypeType} {
		if c.IsSubtype(b) {
			f |= 1 << (24 + i)
		}
	}
	return f
}

// typeSettable returns the error for an attribute that cannot be set or, if val is
// unbound, deleted.
func typeSettable(v, val Value, name *Str) error {
	c := As[Type](v)
	if c.Flags&Heap == 0 {
		return Raise(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.fullName())
	}
	if val.p == nil {
		return Raise(TypeError, "cannot delete '%s' attribute of immutable type '%s'", name, c.Name)
	}
	return nil
}

func typeTuple(ts []*Type) Value {
	x := MakeTuple(len(ts))
	out := x.Items()
	for i, c := range ts {
		out[i] = c.Value()
	}
	return x.Value()
}

func typeRepr(t *Thread, v Value) (Value, error) {
	m, err := typeModule(t, v)
	if err != nil {
		return Nil, err
	}
	name := As[Type](v).qualName()
	if ms, ok := AsStr(m); ok && ms.String() != "builtins" {
		name = ms.String() + "." + name
	}
	return NewStr("<class '" + name + "'>"), nil
}

func typeSetName(t *Thread, v, val Value) error {
	if err := typeSettable(v, val, nameName); err != nil {
		return err
	}
	s, ok := AsStr(val)
	if !ok {
		return Raise(TypeError, "can only assign string to %s.__name__, not '%s'", As[Type](v).Name, TypeName(val))
	}
	if err := checkTypeName(s); err != nil {
		return err
	}
	if c := As[Type](v); c.QualName == "" {
		c.QualName = c.Name
	}
	As[Type](v).Name = s.String()
	return nil
}

func checkTypeName(s *Str) error {
	for i := range s.NBytes() {
		if s.ByteAt(i) == 0 {
			return Raise(ValueError, "type name must not contain null characters")
		}
	}
	return nil
}

// qualName is __qualname__.
func (t *Type) qualName() string {
	if t.QualName != "" {
		return t.QualName
	}
	return t.Name
}

func typeQualName(t *Thread, v Value) (Value, error) { return NewStr(As[Type](v).qualName()), nil }

func typeSetQualName(t *Thread, v, val Value) error {
	if err := typeSettable(v, val, nameQualName); err != nil {
		return err
	}
	s, ok := AsStr(val)
	if !ok {
		return Raise(TypeError, "can only assign string to %s.__qualname__, not '%s'", As[Type](v).Name, TypeName(val))
	}
	As[Type](v).QualName = s.String()
	return nil
}

func typeModule(t *Thread, v Value) (Value, error) {
	c := As[Type](v)
	if c.Flags&Heap != 0 {
		if p := c.dict().GetStr(nameModule); p != nil {
			return *p, nil
		}
	}
	if c.Module != "" {
		return NewStr(c.Module), nil
	}
	return NewStr("builtins"), nil
}

func typeSetModule(t *Thread, v, val Value) error {
	if err := typeSettable(v, val, nameModule); err != nil {
		return err
	}
	c := As[Type](v)
	c.put(nameModule, val)
	c.drop(nameFirstLine)
	return nil
}

func typeDoc(t *Thread, v Value) (Value, error) {
	c := As[Type](v)
	p := c.dict().GetStr(nameDoc)
	if p == nil {
		return None, nil
	}
	if get := p.Type().Slots.DescrGet; get != nil {
		return get(t, *p, Nil, c)
	}
	return *p, nil
}

func typeSetDoc(t *Thread, v, val Value) error {
	if err := typeSettable(v, val, nameDoc); err != nil {
		return err
	}
	c := As[Type](v)
	c.put(nameDoc, val)
	c.modified()
	return nil
}

func typeAbstract(t *Thread, v Value) (Value, error) {
	c := As[Type](v)
	if p := c.dict().GetStr(nameAbstract); p != nil && c != TypeType {
		return *p, nil
	}
	return Nil, WithNameObj(Raise(AttributeError, "%s", nameAbstract).(*Exc), nameAbstract, v)
}

func typeSetAbstract(t *Thread, v, val Value) error {
	c := As[Type](v)
	if c.Flags&Heap == 0 {
		return typeSettable(v, val, nameAbstract)
	}
	abstract := false
	if val.p == nil {
		if !c.drop(nameAbstract) {
			return WithNameObj(Raise(AttributeError, "%s", nameAbstract).(*Exc), nameAbstract, v)
		}
	} else {
		var err error
		if abstract, err = Truth(t, val); err != nil {
			return err
		}
		c.put(nameAbstract, val)
	}
	c.Flags &^= IsAbstract
	if abstract {
		c.Flags |= IsAbstract
	}
	c.modified()
	c.updateSlots(nameAbstract)
	return nil
}

func typeAnnotations(t *Thread, v Value) (Value, error) {
	c := As[Type](v)
	if c.Flags&Heap == 0 {
		e := Raise(AttributeError, "type object '%s' has no attribute '__annotations__'", c.Name).(*Exc)
		return Nil, WithNameObj(e, nameAnnotations, v)
	}
	if p := c.dict().GetStr(nameAnnotations); p != nil {
		if get := p.Type().Slots.DescrGet; get != nil {
			return get(t, *p, Nil, c)
		}
		return *p, nil
	}
	d := NewDict().Value()
	c.put(nameAnnotations, d)
	return d, nil
}

func typeSetAnnotations(t *Thread, v, val Value) error {
	c := As[Type](v)
	if c.Flags&Heap == 0 {
		return Raise(TypeError, "cannot set '__annotations__' attribute of immutable type '%s'", c.Name)
	}
	if val.p != nil {
		c.put(nameAnnotations, val)
	} else if !c.drop(nameAnnotations) {
		return WithNameObj(Raise(AttributeError, "__annotations__").(*Exc), nameAnnotations, v)
	}
	c.modified()
	return nil
}

func typeSetBases(t *Thread, v, val Value) error {
	if err := typeSettable(v, val, nameBases); err != nil {
		return err
	}
	c := As[Type](v)
	tup, ok := AsTuple(val)
	if !ok {
		return Raise(TypeError, "can only assign tuple to %s.__bases__, not %s", c.Name, TypeName(val))
	}
	if tup.Len() == 0 {
		return Raise(TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", c.Name)
	}
	var bases []*Type
	for _, b := range tup.Items() {
		bt, ok := IsType(b)
		if !ok {
			return Raise(TypeError, "%s.__bases__ must be tuple of classes, not '%s'", c.Name, TypeName(b))
		}
		if bt.IsSubtype(c) || bt.hasBase(c) {
			return Raise(TypeError, "a __bases__ item causes an inheritance cycle")
		}
		bases = append(bases, bt)
	}
	best, err := bestBase(bases)
	if err != nil {
		return err
	}
	if !c.Base.sameObjects(best) {
		return Raise(TypeError, "__bases__ assignment: '%s' object layout differs from '%s'", best.Name, c.Base.Name)
	}
	oldBases, oldBase := c.Bases, c.Base
	c.Bases, c.Base = bases, best
	undo, err := c.newMRO(t, nil)
	if err != nil {
		for i := len(undo) - 1; i >= 0; i-- {
			if u := undo[i]; sameMRO(u.t.MRO, u.now) {
				u.t.MRO = u.old
			}
		}
		if sameMRO(c.Bases, bases) {
			c.Bases, c.Base = oldBases, oldBase
		}
		return err
	}
	if !sameMRO(c.Bases, bases) {
		return nil // set again by a method mro()
	}
	for _, b := range oldBases {
		b.forgetSubclass(t, c)
	}
	for _, b := range bases {
		b.addSubclass(t, c)
	}
	c.modified()
	c.updateSlots(nil)
	return nil
}

// hasBase reports whether base is among t's first bases. Where mro() sets __bases__,
// they are changed before the resolution order is.
func (t *Type) hasBase(base *Type) bool {
	for ; t != nil; t = t.Base {
		if t == base {
			return true
		}
	}
	return false
}

// newMRO computes the resolution order of the class and its subclasses again; it adds
// what it replaced to undo. A method mro() may have set __bases__ in the meantime, which
// then stays.
func (t *Type) newMRO(th *Thread, undo []oldMRO) ([]oldMRO, error) {
	old := t.MRO
	mro, err := t.mro(th)
	if err != nil {
		return undo, err
	}
	if !sameMRO(t.MRO, old) {
		return undo, nil
	}
	t.MRO = mro
	undo = append(undo, oldMRO{t, old, mro})
	for _, s := range append([]*Type(nil), t.subclasses...) {
		if undo, err = s.newMRO(th, undo); err != nil {
			return undo, err
		}
	}
	return undo, nil
}

// oldMRO is what newMRO replaced.
type oldMRO struct {
	t        *Type
	old, now []*Type
}

// sameMRO reports whether two resolution orders are one and the same, not just equal.
func sameMRO(a, b []*Type) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

// subs returns the place of the list of subclasses: builtin types are shared by
// interpreters, so theirs is kept in the interpreter.
func (t *Type) addSubclass(th *Thread, c *Type) {
	if t.Flags&Heap != 0 {
		t.subclasses = append(t.subclasses, c)
		return
	}
	if th.Interp.subclasses == nil {
		th.Interp.subclasses = map[*Type][]*Type{}
	}
	th.Interp.subclasses[t] = append(th.Interp.subclasses[t], c)
}

func (t *Type) forgetSubclass(th *Thread, c *Type) {
	remove := func(list []*Type) []*Type {
		var out []*Type
		for _, x := range list {
			if x != c {
				out = append(out, x)
			}
		}
		return out
	}
	if t.Flags&Heap != 0 {
		t.subclasses = remove(t.subclasses)
	} else {
		th.Interp.subclasses[t] = remove(th.Interp.subclasses[t])
	}
}

// MatchAs gives a class of Python and those that derive from it the flags, SeqPattern
// and MatchMapping, with which the match statement takes their objects for sequences or
// mappings.
func (t *Type) MatchAs(flags TypeFlags) {
	if t.Flags&Heap == 0 || flags == 0 {
		return
	}
	t.Flags = t.Flags&^(SeqPattern|MatchMapping) | flags
	for _, s := range t.subclasses {
		s.MatchAs(flags)
	}
}

// patternFlags are those that a class has from the first of its bases that has any.
const patternFlags = MapPattern | MatchMapping | SeqPattern
