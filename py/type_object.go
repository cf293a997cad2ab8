package py

import "strings"

// type as a metaclass: calling classes, making classes, attributes of classes.

func initType() {
	TypeType.define(&typeShape, TypeSpec{
		Name:  "type",
		Flags: IsMeta,
		Slots: Slots{
			New:       typeNew,
			Init:      func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
			Call:      typeCall,
			Repr:      typeRepr,
			Hash:      identityHash,
			Binary:    unionOr,
			BinaryOps: 1 << OpOr,
			RBinOps:   1 << OpOr,
			GetAttr:   typeGetAttr,
			SetAttr:   typeSetAttr,
		},
		Members: Members{
			GetSet("__name__", func(t *Thread, v Value) (Value, error) { return NewStr(As[Type](v).Name), nil }, typeSetName),
			GetSet("__qualname__", typeQualName, typeSetQualName),
			GetSet("__module__", typeModule, typeSetModule),
			GetSet("__bases__", typeBases, typeSetBases),
			GetSet("__base__", func(t *Thread, v Value) (Value, error) {
				if b := As[Type](v).Base; b != nil {
					return b.Value(), nil
				}
				return None, nil
			}, nil),
			GetSet("__mro__", func(t *Thread, v Value) (Value, error) { return typeTuple(As[Type](v).MRO), nil }, nil),
			MethodOf("__dir__()", typeDir),
			MethodOf("mro()", func(t *Thread, a *Args) (Value, error) {
				return NewList(append([]Value(nil), As[Tuple](typeTuple(As[Type](a.Self).MRO)).A...)).Value(), nil
			}),
			MethodOf("__subclasses__()", func(t *Thread, a *Args) (Value, error) {
				c := As[Type](a.Self)
				subs := c.subclasses
				if c.Flags&Heap == 0 {
					subs = t.Interp.subclasses[c]
				}
				return NewList(append([]Value(nil), As[Tuple](typeTuple(subs)).A...)).Value(), nil
			}),
			GetSet("__dict__", func(t *Thread, v Value) (Value, error) { return newMappingProxy(As[Type](v).dict().Value()), nil }, nil),
			GetSet("__doc__", func(t *Thread, v Value) (Value, error) {
				if p := As[Type](v).dict().GetStr(nameDoc); p != nil {
					return *p, nil
				}
				return None, nil
			}, nil),
			MethodOf("__instancecheck__(instance, /)", func(t *Thread, a *Args) (Value, error) {
				return Bool(IsInstance(a.Value(0), As[Type](a.Self))), nil
			}),
			MethodOf("__subclasscheck__(subclass, /)", func(t *Thread, a *Args) (Value, error) {
				c, ok := IsType(a.Value(0))
				return Bool(ok && c.IsSubtype(As[Type](a.Self))), nil
			}),
			ClassMethod("__prepare__(name, bases, /, **kwds)", func(t *Thread, a *Args) (Value, error) { return NewDict().Value(), nil }),
		},
	})
}

func identityHash(t *Thread, v Value) (int64, error) { return int64(uintptr(v.p) >> 4), nil }

func typeTuple(ts []*Type) Value {
	out := make([]Value, len(ts))
	for i, c := range ts {
		out[i] = c.Value()
	}
	return TakeTuple(out)
}

func typeRepr(t *Thread, v Value) (Value, error) {
	c := As[Type](v)
	m, err := typeModule(t, v)
	if err != nil {
		return Nil, err
	}
	q, _ := typeQualName(t, v)
	qs, _ := AsStr(q)
	if ms, ok := AsStr(m); ok && ms.String() != "builtins" {
		return NewStr("<class '" + ms.String() + "." + qs.String() + "'>"), nil
	}
	_ = c
	return NewStr("<class '" + qs.String() + "'>"), nil
}

func typeSetName(t *Thread, v, val Value) error {
	s, ok := AsStr(val)
	if !ok {
		return Raise(TypeError, "can only assign string to %s.__name__, not '%s'", As[Type](v).Name, TypeName(val))
	}
	As[Type](v).Name = s.String()
	return nil
}

func typeQualName(t *Thread, v Value) (Value, error) {
	c := As[Type](v)
	if c.QualName != "" {
		return NewStr(c.QualName), nil
	}
	return NewStr(c.Name), nil
}

func typeSetQualName(t *Thread, v, val Value) error {
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
	As[Type](v).put(nameModule, val)
	return nil
}

func typeBases(t *Thread, v Value) (Value, error) { return typeTuple(As[Type](v).Bases), nil }

func typeSetBases(t *Thread, v, val Value) error {
	c := As[Type](v)
	tup, ok := AsTuple(val)
	if !ok || len(tup.A) == 0 {
		return Raise(TypeError, "can only assign non-empty tuple to %s.__bases__", c.Name)
	}
	var bases []*Type
	for _, b := range tup.A {
		bt, ok := IsType(b)
		if !ok {
			return Raise(TypeError, "%s.__bases__ must be tuple of classes, not '%s'", c.Name, TypeName(b))
		}
		if bt.IsSubtype(c) {
			return Raise(TypeError, "a __bases__ item causes an inheritance cycle")
		}
		bases = append(bases, bt)
	}
	best, err := bestBase(bases)
	if err != nil {
		return err
	}
	old, oldMRO := c.Bases, c.MRO
	c.Bases = bases
	mro, err := computeMRO(c)
	if err != nil {
		c.Bases, c.MRO = old, oldMRO
		return err
	}
	c.MRO, c.Base = mro, best
	for _, s := range c.subclasses {
		if s.MRO, err = computeMRO(s); err != nil {
			return err
		}
	}
	c.modified()
	c.updateSlots(nil)
	return nil
}

// typeCall is type.__call__: type(x), or making an instance.
func typeCall(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
	c := As[Type](f)
	if c == TypeType && len(args) == 1 && len(kw) == 0 {
		return args[0].Type().Value(), nil
	}
	if c.Slots.New == nil {
		return Nil, Raise(TypeError, "cannot create '%s' instances", c.fullName())
	}
	v, err := c.Slots.New(t, c, args, kw)
	if err != nil {
		return Nil, err
	}
	if vt := v.Type(); vt.Slots.Init != nil && (vt == c || vt.IsSubtype(c)) {
		if err := vt.Slots.Init(t, v, args, kw); err != nil {
			return Nil, err
		}
	}
	return v, nil
}

func (t *Type) fullName() string {
	if t.Module != "" && t.Module != "builtins" {
		return t.Module + "." + t.Name
	}
	return t.Name
}

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
	bt, ok := AsTuple(args[1])
	if !ok {
		return Nil, Raise(TypeError, "type.__new__() argument 2 must be tuple, not %s", TypeName(args[1]))
	}
	ns, ok := AsDict(args[2])
	if !ok {
		return Nil, Raise(TypeError, "type.__new__() argument 3 must be dict, not %s", TypeName(args[2]))
	}
	winner, err := CalculateMeta(t, meta.Value(), bt.A)
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
	for _, b := range bt.A {
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
		f, err := sup.Type().Slots.DescrGet(t, sup, Nil, c)
		if err != nil {
			return Nil, err
		}
		if _, err := CallKw(t, f, args[npos:], kw); err != nil {
			return Nil, err
		}
	}
	return c.Value(), nil
}

// bestBase returns the base that decides the layout.
func bestBase(bases []*Type) (*Type, error) {
	var best *Type
	for _, b := range bases {
		if b.Flags&Final != 0 {
			return nil, Raise(TypeError, "type '%s' is not an acceptable base type", b.fullName())
		}
		switch {
		case best == nil:
			best = b
		case solidBase(b) != solidBase(best) && solidBase(b).IsSubtype(solidBase(best)):
			best = b
		case !solidBase(best).IsSubtype(solidBase(b)):
			return nil, Raise(TypeError, "multiple bases have instance lay-out conflict")
		}
	}
	return best, nil
}

// solidBase returns the class that added something to the objects of t last: fields
// or __slots__.
func solidBase(t *Type) *Type {
	for t.Flags&Heap != 0 {
		if len(t.slotNames) > 0 {
			return t
		}
		t = t.Base
	}
	return layoutOf(t)
}

// layoutOf returns the builtin class whose struct the instances of t are.
func layoutOf(t *Type) *Type {
	b := t.builtinBase()
	if b.Flags&PlainObject != 0 { // a builtin mixin without a layout of its own
		return ObjectType
	}
	for b != ObjectType && b.Base != nil && b.SubDict == b.Base.SubDict && b.DictOffset == b.Base.DictOffset && b.Base != ObjectType {
		b = b.Base
	}
	return b
}

// computeMRO is the C3 linearisation.
func computeMRO(t *Type) ([]*Type, error) {
	if len(t.Bases) == 1 {
		return append([]*Type{t}, t.Bases[0].MRO...), nil
	}
	var seqs [][]*Type
	for _, b := range t.Bases {
		seqs = append(seqs, append([]*Type(nil), b.MRO...))
	}
	seqs = append(seqs, append([]*Type(nil), t.Bases...))
	out := []*Type{t}
	for {
		var next *Type
		empty := true
		for _, s := range seqs {
			if len(s) == 0 {
				continue
			}
			empty = false
			cand := s[0]
			ok := true
			for _, o := range seqs {
				for i := 1; i < len(o); i++ {
					if o[i] == cand {
						ok = false
					}
				}
			}
			if ok {
				next = cand
				break
			}
		}
		if empty {
			return out, nil
		}
		if next == nil {
			var names []string
			seen := map[*Type]bool{}
			for _, s := range seqs {
				if len(s) > 0 && !seen[s[0]] {
					seen[s[0]] = true
					names = append(names, s[0].Name)
				}
			}
			return nil, Raise(TypeError, "Cannot create a consistent method resolution order (MRO) for bases %s", strings.Join(names, ", "))
		}
		out = append(out, next)
		for i, s := range seqs {
			if len(s) > 0 && s[0] == next {
				seqs[i] = s[1:]
			}
		}
	}
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
	c.Flags = Heap | base.Flags&(IsException|MapPattern|SeqPattern|SelfMatch|IsMeta|PlainObject)
	for _, b := range bases {
		c.Flags |= b.Flags & (MapPattern | SeqPattern)
	}
	if layoutOf(base) == ObjectType {
		c.Flags |= PlainObject
	}
	if err := t.Alloc(1024 + 8*len(base.MRO)); err != nil {
		return nil, err
	}
	if c.MRO, err = computeMRO(c); err != nil {
		return nil, err
	}
	c.attrs.Store(ns.Copy())
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
	if c.dict().GetStr(nameDoc) == nil {
		c.put(nameDoc, None)
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
	c.DictOffset = base.DictOffset
	c.SubDict = base.SubDict
	if c.Flags&PlainObject == 0 && c.DictOffset == 0 {
		c.DictOffset = base.SubDict
	}
	if c.Flags&PlainObject != 0 {
		c.root = newRootShape(c, 0)
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
		if b.Flags&Heap != 0 {
			b.subclasses = append(b.subclasses, c)
		} else {
			if t.Interp.subclasses == nil {
				t.Interp.subclasses = map[*Type][]*Type{}
			}
			t.Interp.subclasses[b] = append(t.Interp.subclasses[b], c)
		}
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
				s, _ := AsStr(k)
				_ = e
				_ = s
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
		out = append(out, tup.A...)
	}
	return out, changed, nil
}
