package py

// Slots of classes written in Python: functions that look the special method up
// and call it.

// genericBinary marks classes whose Binary slot is slotBinary.
const genericBinary TypeFlags = 1 << 21

// updateSlots recomputes the slots of a class written in Python, and of its
// subclasses, after name changed in it; nil recomputes all.
func (t *Type) updateSlots(name *Str) {
	if name != nil {
		s := name.String()
		if len(s) < 5 || s[:2] != "__" {
			return
		}
	}
	t.resolveSlots()
	for _, s := range t.subclasses {
		s.updateSlots(nil)
	}
}

// resolve tells where the special methods names come from: pure is false if one of
// them is not a slot wrapper of a builtin type; otherwise owner is the builtin
// type whose wrapper was found first, nil if none was found.
func (t *Type) resolve(names ...*Str) (owner *Type, pure bool) {
	for _, n := range names {
		v := t.lookupOnce(n)
		if v.p == nil {
			continue
		}
		if (*Head)(v.p).shape == &slotWrapperShape {
			// One of another class or for another method must check what it gets.
			if w := (*Native)(v.p); t.IsSubtype(w.Owner) && w.Name == n.String() {
				if owner == nil {
					owner = w.Owner
				}
				continue
			}
		}
		return nil, false
	}
	return owner, true
}

func pick[F any](t *Type, slot *F, get func(*Slots) F, generic F, names ...*Str) {
	owner, pure := t.resolve(names...)
	switch {
	case !pure:
		*slot = generic
	case owner != nil:
		*slot = get(&owner.Slots)
	default:
		var none F
		*slot = none
	}
}

func (t *Type) resolveSlots() {
	needSlotWrappers()
	s := &t.Slots
	base := &t.Base.Slots
	*s = Slots{Traverse: base.Traverse}

	newV := t.lookupOnce(nameNew)
	if n, ok := IsNative(newV); ok && n.Owner != nil {
		s.New = base.New // whose __new__ it is does not matter, as in CPython
	} else if newV.p != nil {
		s.New = slotNew
	}
	pick(t, &s.Init, func(s *Slots) func(*Thread, Value, []Value, []*Str) error { return s.Init }, slotInit, nameInit)
	pick(t, &s.Call, func(s *Slots) func(*Thread, Value, []Value, []*Str) (Value, error) { return s.Call }, slotCall, nameCall)
	type unary = func(*Thread, Value) (Value, error)
	pick(t, &s.Repr, func(s *Slots) unary { return s.Repr }, slotRepr, nameRepr)
	pick(t, &s.Str, func(s *Slots) unary { return s.Str }, slotStr, nameStr)
	pick(t, &s.Format, func(s *Slots) func(*Thread, Value, *Str) (Value, error) { return s.Format }, slotFormat, nameFormat)
	if h := t.lookupOnce(nameHash); h.p == nil || h.IsNone() {
		s.Hash = nil
	} else {
		pick(t, &s.Hash, func(s *Slots) func(*Thread, Value) (int64, error) { return s.Hash }, slotHash, nameHash)
	}
	pick(t, &s.Bool, func(s *Slots) func(*Thread, Value) (bool, error) { return s.Bool }, slotBool, nameBool)
	pick(t, &s.Compare, func(s *Slots) func(*Thread, CmpOp, Value, Value) (Value, error) { return s.Compare }, slotCompare, cmpNames[:]...)
	type binary = func(*Thread, BinOp, Value, Value) (Value, error)
	t.Flags &^= genericBinary
	if owner, pure := t.resolve(append(binNames[:], rbinNames[:]...)...); !pure {
		s.Binary, s.Pow3 = slotBinary, slotPow3
		t.Flags |= genericBinary
	} else if owner != nil {
		s.Binary, s.BinaryOps, s.RBinOps, s.Pow3 = owner.Slots.Binary, owner.Slots.BinaryOps, owner.Slots.RBinOps, owner.Slots.Pow3
	}
	pick(t, &s.Inplace, func(s *Slots) binary { return s.Inplace }, slotInplace, ibinNames[:]...)
	if owner, pure := t.resolve(unaryNames[:]...); !pure {
		s.Unary = slotUnary
		for i, n := range unaryNames {
			if t.lookupOnce(n).p != nil {
				s.UnaryOps |= 1 << i
			}
		}
	} else if owner != nil {
		s.Unary, s.UnaryOps = owner.Slots.Unary, owner.Slots.UnaryOps
	}
	pick(t, &s.Buffer, func(s *Slots) func(*Thread, Value) (*Buffer, error) { return s.Buffer }, slotBuffer, nameBuffer)
	pick(t, &s.Len, func(s *Slots) func(*Thread, Value) (int, error) { return s.Len }, slotLen, nameLen)
	pick(t, &s.GetItem, func(s *Slots) func(*Thread, Value, Value) (Value, error) { return s.GetItem }, slotGetItem, nameGetItem)
	pick(t, &s.SetItem, func(s *Slots) func(*Thread, Value, Value, Value) error { return s.SetItem }, slotSetItem, nameSetItem, nameDelItem)
	pick(t, &s.Contains, func(s *Slots) func(*Thread, Value, Value) (bool, error) { return s.Contains }, slotContains, nameContains)
	pick(t, &s.Iter, func(s *Slots) unary { return s.Iter }, slotIter, nameIter)
	pick(t, &s.Next, func(s *Slots) unary { return s.Next }, slotNext, nameNext)
	t.Flags &^= HasGetAttr
	if t.lookupOnce(nameGetAttr).p != nil {
		s.GetAttr = slotGetAttr
		t.Flags |= HasGetAttr
	} else {
		pick(t, &s.GetAttr, func(s *Slots) func(*Thread, Value, *Str) (Value, error) { return s.GetAttr }, slotGetAttr, nameGetAttribute)
		if _, pure := t.resolve(nameGetAttribute); !pure {
			t.Flags |= HasGetAttr
		}
	}
	pick(t, &s.SetAttr, func(s *Slots) func(*Thread, Value, *Str, Value) error { return s.SetAttr }, slotSetAttr, nameSetAttr, nameDelAttr)
	pick(t, &s.DescrGet, func(s *Slots) func(*Thread, Value, Value, *Type) (Value, error) { return s.DescrGet }, slotDescrGet, nameGet)
	pick(t, &s.DescrSet, func(s *Slots) func(*Thread, Value, Value, Value) error { return s.DescrSet }, slotDescrSet, nameSet, nameDelete)
	pick(t, &s.Del, func(s *Slots) func(*Thread, Value) error { return s.Del }, slotDel, nameDel)
	pick(t, &s.Await, func(s *Slots) unary { return s.Await }, slotAwait, nameAwait)
	pick(t, &s.AIter, func(s *Slots) unary { return s.AIter }, slotAIter, nameAIter)
	pick(t, &s.ANext, func(s *Slots) unary { return s.ANext }, slotANext, nameANext)
	// object's own __getattribute__ and __setattr__ are the generic ones.
	t.ctor = Nil
	t.Flags &^= HasDel
	if t.lookupOnce(nameDel).p != nil {
		t.Flags |= HasDel // so that objectNew makes the objects
	} else if f := t.lookupOnce(nameInit); f.p != nil && t.Flags&PlainObject != 0 && s.New != nil && newV.p == ObjectType.dict().GetStr(nameNew).p && t.Flags&IsAbstract == 0 {
		t.ctor = f
	}
}

var (
	nameRepr     = Name("__repr__")
	nameStr      = Name("__str__")
	nameBool     = Name("__bool__")
	nameGetItem  = Name("__getitem__")
	nameSetItem  = Name("__setitem__")
	nameDelItem  = Name("__delitem__")
	nameContains = Name("__contains__")
	nameDel      = Name("__del__")
	nameAwait    = Name("__await__")
	nameAIter    = Name("__aiter__")
	nameANext    = Name("__anext__")
)

// Ctor returns the __init__ that a call of the class runs on a fresh [NewInstance];
// unbound if creating an object needs more than that (VM fast path).
func (t *Type) Ctor() Value { return t.ctor }

func slotNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	f, err := GetAttr(t, cls.Value(), nameNew)
	if err != nil {
		return Nil, err
	}
	return callWith(t, f, cls.Value(), args, kw)
}

func slotInit(t *Thread, self Value, args []Value, kw []*Str) error {
	f := self.Type().Lookup(nameInit)
	var r Value
	var err error
	if f.Type().Flags&bindsSelf != 0 {
		r, err = callWith(t, f, self, args, kw)
	} else {
		if f, err = BindSpecial(t, self, nameInit); err == nil {
			r, err = CallKw(t, f, args, kw)
		}
	}
	if err != nil {
		return err
	}
	if !r.IsNone() {
		return Raise(TypeError, "__init__() should return None, not '%s'", TypeName(r))
	}
	return nil
}

func slotCall(t *Thread, self Value, args []Value, kw []*Str) (Value, error) {
	f := self.Type().Lookup(nameCall)
	if f.p == nil {
		return Nil, Raise(TypeError, "'%s' object is not callable", TypeName(self))
	}
	if err := t.Enter(); err != nil {
		return Nil, err
	}
	defer t.Leave()
	if f.Type().Flags&bindsSelf != 0 {
		return callWith(t, f, self, args, kw)
	}
	f, err := BindSpecial(t, self, nameCall)
	if err != nil {
		return Nil, err
	}
	return CallKw(t, f, args, kw)
}

// special0 calls a special method that the class is known to have.
func special0(t *Thread, v Value, name *Str, args ...Value) (Value, error) {
	f := v.Type().Lookup(name)
	if f.p == nil {
		return Nil, NoAttribute(v, name)
	}
	return callSpecialFunc(t, f, v, args...)
}

func slotRepr(t *Thread, v Value) (Value, error) { return special0(t, v, nameRepr) }
func slotStr(t *Thread, v Value) (Value, error)  { return special0(t, v, nameStr) }
func slotFormat(t *Thread, v Value, spec *Str) (Value, error) {
	return special0(t, v, nameFormat, spec.Value())
}

func slotHash(t *Thread, v Value) (int64, error) {
	r, err := special0(t, v, nameHash)
	if err != nil {
		return 0, err
	}
	i, ok := IsIntLike(r)
	if !ok {
		return 0, Raise(TypeError, "__hash__ method should return an integer")
	}
	if i.IsInt() {
		if i.I() == -1 {
			return -2, nil
		}
		return i.I(), nil
	}
	return Hash(t, i)
}

func slotBool(t *Thread, v Value) (bool, error) {
	r, err := special0(t, v, nameBool)
	if err != nil {
		return false, err
	}
	if !r.IsBool() {
		return false, Raise(TypeError, "__bool__ should return bool, returned %s", TypeName(r))
	}
	return r.n != 0, nil
}

func slotCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	f := a.Type().Lookup(cmpNames[op])
	if f.p == nil {
		return NotImplemented, nil
	}
	return callSpecialFunc(t, f, a, b)
}

func slotBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	return NotImplemented, nil // binaryLeft and binaryRight know the side
}

// slotPow3 is pow(a, b, mod), which only the class of a decides.
func slotPow3(t *Thread, a, b, mod Value) (Value, error) {
	c := a.Type()
	f := c.Lookup(binNames[OpPow])
	if c.Flags&genericBinary == 0 || f.p == nil {
		return NotImplemented, nil
	}
	return callSpecialFunc(t, f, a, b, mod)
}

// binaryLeft asks the left operand.
func binaryLeft(t *Thread, op BinOp, a, b Value) (Value, error) {
	c := a.Type()
	if c.Flags&genericBinary == 0 {
		return c.Slots.Binary(t, op, a, b)
	}
	f := c.Lookup(binNames[op])
	if f.p == nil {
		return NotImplemented, nil
	}
	return callSpecialFunc(t, f, a, b)
}

// binaryRight asks the right operand.
func binaryRight(t *Thread, op BinOp, a, b Value) (Value, error) {
	c := b.Type()
	if c.Flags&genericBinary == 0 {
		return c.Slots.Binary(t, op, a, b)
	}
	f := c.Lookup(rbinNames[op])
	if f.p == nil {
		return NotImplemented, nil
	}
	return callSpecialFunc(t, f, b, a)
}

func overridesReflected(op BinOp, ta, tb *Type) bool {
	f := tb.Lookup(rbinNames[op])
	return f.p != nil && f != ta.Lookup(rbinNames[op])
}

func callReflected(t *Thread, op BinOp, a, b Value) (Value, error) { return binaryRight(t, op, a, b) }

func slotInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	f := a.Type().Lookup(ibinNames[op])
	if f.p == nil {
		return NotImplemented, nil
	}
	return callSpecialFunc(t, f, a, b)
}

func slotUnary(t *Thread, op UnaryOp, v Value) (Value, error) {
	r, err := special0(t, v, unaryNames[op])
	if err == nil && (op == OpIndex || op == OpInt) {
		i, ok := IsIntLike(r)
		if !ok {
			return Nil, Raise(TypeError, "%s returned non-int (type %s)", unaryNames[op], TypeName(r))
		}
		return i, nil
	}
	return r, err
}

func slotLen(t *Thread, v Value) (int, error) {
	r, err := special0(t, v, nameLen)
	if err != nil {
		return 0, err
	}
	i, err := Index(t, r)
	if err != nil {
		return 0, err
	}
	if !i.IsInt() {
		if AsBig(i).Sign() < 0 {
			return 0, Raise(ValueError, "__len__() should return >= 0")
		}
		return 0, Raise(OverflowError, "cannot fit 'int' into an index-sized integer")
	}
	if i.I() < 0 {
		return 0, Raise(ValueError, "__len__() should return >= 0")
	}
	return AsInt(t, i)
}

func slotGetItem(t *Thread, v, key Value) (Value, error) { return special0(t, v, nameGetItem, key) }

func slotSetItem(t *Thread, v, key, val Value) error {
	name, args := nameSetItem, []Value{key, val}
	if val.p == nil {
		name, args = nameDelItem, args[:1]
	}
	f := v.Type().Lookup(name)
	if f.p == nil {
		return noSetItem(v, key, val)
	}
	_, err := callSpecialFunc(t, f, v, args...)
	return err
}

func slotContains(t *Thread, v, item Value) (bool, error) {
	f := v.Type().Lookup(nameContains)
	if f.IsNone() {
		return false, Raise(TypeError, "'%s' object is not a container", TypeName(v))
	}
	r, err := callSpecialFunc(t, f, v, item)
	if err != nil {
		return false, err
	}
	return Truth(t, r)
}

func slotIter(t *Thread, v Value) (Value, error) {
	f := v.Type().Lookup(nameIter)
	if f.IsNone() {
		return Nil, Raise(TypeError, "'%s' object is not iterable", TypeName(v))
	}
	return callSpecialFunc(t, f, v)
}

func slotNext(t *Thread, v Value) (Value, error) {
	r, err := special0(t, v, nameNext)
	if e, ok := err.(*Exc); ok && e.IsA(StopIteration) {
		if e.Args.Len() > 0 {
			t.StopValue = e.Args.Items()[0]
		}
		return Nil, nil
	}
	return r, err
}

// slotGetAttr is attribute look-up of a class with __getattribute__ or __getattr__.
func slotGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	r, err := findUserAttr(t, v, name)
	if r.p == nil && err == nil {
		err = NoAttribute(v, name)
	}
	return r, err
}

// findUserAttr is slotGetAttr that returns the unbound Value where there is no attribute.
func findUserAttr(t *Thread, v Value, name *Str) (Value, error) {
	c := v.Type()
	var r Value
	var err error
	g := c.Lookup(nameGetAttribute)
	if (*Head)(g.p).shape == &slotWrapperShape && c.IsSubtype((*Native)(g.p).Owner) {
		if get := (*Native)(g.p).Owner.Slots.GetAttr; get != nil {
			r, err = get(t, v, name)
		} else {
			r, err = findAttr(t, v, name)
		}
	} else {
		r, err = callSpecialFunc(t, g, v, name.Value())
	}
	if r.p != nil || err != nil && !ErrIs(err, AttributeError) {
		return r, err
	}
	f := c.Lookup(nameGetAttr)
	if f.p == nil {
		return Nil, err
	}
	return callSpecialFunc(t, f, v, name.Value())
}

func slotSetAttr(t *Thread, v Value, name *Str, val Value) error {
	m, args := nameSetAttr, []Value{name.Value(), val}
	if val.p == nil {
		m, args = nameDelAttr, args[:1]
	}
	_, err := special0(t, v, m, args...)
	return err
}

func slotDescrGet(t *Thread, d, obj Value, cls *Type) (Value, error) {
	o := obj
	if o.p == nil {
		o = None
	}
	return special0(t, d, nameGet, o, cls.Value())
}

func slotDescrSet(t *Thread, d, obj, val Value) error {
	name, args := nameSet, []Value{obj, val}
	if val.p == nil {
		name, args = nameDelete, args[:1]
	}
	f := d.Type().Lookup(name)
	if f.p == nil {
		return Raise(AttributeError, "%s", name)
	}
	_, err := callSpecialFunc(t, f, d, args...)
	return err
}

func slotDel(t *Thread, v Value) error {
	_, err := special0(t, v, nameDel)
	return err
}

func slotAwait(t *Thread, v Value) (Value, error) { return special0(t, v, nameAwait) }
func slotAIter(t *Thread, v Value) (Value, error) { return special0(t, v, nameAIter) }
func slotANext(t *Thread, v Value) (Value, error) { return special0(t, v, nameANext) }
