package py

// set and frozenset: tables and slots. The entries are in set.go, methods in
// set_methods.go.

func initSet() {
	const ops = 1<<OpSub | 1<<OpAnd | 1<<OpOr | 1<<OpXor
	slots := Slots{
		Repr:      setRepr,
		Compare:   setCompare,
		Binary:    setBinary,
		BinaryOps: ops,
		RBinOps:   ops,
		Len:       func(t *Thread, v Value) (int, error) { return int((*Set)(v.p).live), nil },
		Contains:  func(t *Thread, v, item Value) (bool, error) { return (*Set)(v.p).Contains(t, item) },
		Iter:      func(t *Thread, v Value) (Value, error) { return newSetIter((*Set)(v.p)), nil },
	}
	shared := func() Members {
		return Members{
			Method("copy()", (*Set).copy),
			Method("difference(*others)", (*Set).difference),
			Method("intersection(*others)", (*Set).intersection),
			Method("isdisjoint(other, /)", (*Set).isdisjoint),
			Method("issubset(other, /)", (*Set).issubset),
			Method("issuperset(other, /)", (*Set).issuperset),
			Method("symmetric_difference(other, /)", (*Set).symmetric_difference),
			Method("union(*others)", (*Set).union),
			Method("__reduce__()", (*Set).__reduce__),
			Method("__sizeof__()", (*Set).__sizeof__),
			ClassMethod("__class_getitem__(object, /)", classGetItem),
		}
	}
	mutable := slots
	mutable.New = setNew
	mutable.Init = setInit
	mutable.Inplace = setInplace
	mutable.InplOps = ops
	SetType.define(&setShape, TypeSpec{
		Name:    "set",
		Flags:   SelfMatch,
		SubDict: SubDict[Set](),
		Doc:     "set(iterable=()): values without order, none twice.",
		Slots:   mutable,
		Table: func() Members {
			return append(Members{
				Method("add(object, /)", (*Set).add).Leaf(leafSetAdd),
				Method("clear()", (*Set).clear),
				Method("difference_update(*others)", (*Set).difference_update),
				Method("discard(object, /)", (*Set).discard),
				Method("intersection_update(*others)", (*Set).intersection_update),
				Method("pop()", (*Set).pop),
				Method("remove(object, /)", (*Set).remove_),
				Method("symmetric_difference_update(other, /)", (*Set).symmetric_difference_update),
				Method("update(*others)", (*Set).update).Consumes(consumeSetUpdate),
			}, shared()...)
		},
	})
	frozen := slots
	frozen.New = frozenSetNew
	frozen.Hash = frozenSetHash
	FrozenSetType.define(&frozenSetShape, TypeSpec{
		Name:    "frozenset",
		Flags:   SelfMatch,
		SubDict: SubDict[Set](),
		Doc:     "frozenset(iterable=()): a set that cannot be changed.",
		Slots:   frozen,
		Table:   shared,
	})
}

func setNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if cls == SetType {
		return NewSet().Value(), nil
	}
	return Object(Alloc[Set](cls)), nil
}

func setInit(t *Thread, v Value, args []Value, kw []*Str) error {
	if err := noKeywords("set", kw); err != nil {
		return err
	}
	if err := argCount("set", len(args), 0, 1); err != nil {
		return err
	}
	s := (*Set)(v.p)
	s.Clear()
	if len(args) == 0 {
		return nil
	}
	return s.Update(t, args[0])
}

func frozenSetNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if len(kw) > 0 && cls.initOf(FrozenSetType) {
		if err := noKeywords("frozenset", kw); err != nil {
			return Nil, err
		}
	}
	args = args[:len(args)-len(kw)]
	if err := argCount("frozenset", len(args), 0, 1); err != nil {
		return Nil, err
	}
	if cls == FrozenSetType && len(args) == 1 && args[0].Type() == FrozenSetType {
		return args[0], nil
	}
	s := Alloc[Set](cls)
	if len(args) == 1 {
		if err := s.Update(t, args[0]); err != nil {
			return Nil, err
		}
	}
	return s.Value(), nil
}

func frozenSetHash(t *Thread, v Value) (int64, error) {
	s := (*Set)(v.p)
	if s.hash == 0 {
		s.hash = s.itemsHash()
	}
	return s.hash, nil
}

func setRepr(t *Thread, v Value) (Value, error) {
	s := (*Set)(v.p)
	name := v.Type().Name
	if s.live == 0 {
		return NewStr(name + "()"), nil
	}
	if !enterRepr(t, v) {
		return NewStr(name + "(...)"), nil
	}
	defer leaveRepr(t)
	head, tail := name+"({", "})"
	if v.Type() == SetType {
		head, tail = "{", "}"
	}
	items, err := Collect(t, newSetIter(s))
	if err != nil {
		return Nil, err
	}
	r := reprBuilder{t: t, b: append(make([]byte, 0, len(head)+2+4*min(len(items), 1024)), head...)}
	return r.items(tail, items...)
}

func setCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	y, ok := AsSet(b)
	if !ok {
		return NotImplemented, nil
	}
	x := (*Set)(a.p)
	var r bool
	var err error
	switch op {
	case OpEq, OpNe:
		if r = x.live == y.live; r && x.hash != 0 && y.hash != 0 {
			r = x.hash == y.hash
		}
		if r {
			r, err = x.subsetOf(t, y)
		}
		r = r == (op == OpEq)
	case OpLt:
		if r = x.live < y.live; r {
			r, err = x.subsetOf(t, y)
		}
	case OpLe:
		r, err = x.subsetOf(t, y)
	case OpGt:
		if r = x.live > y.live; r {
			r, err = y.subsetOf(t, x)
		}
	case OpGe:
		r, err = y.subsetOf(t, x)
	}
	return Bool(r), err
}

// subsetOf reports whether all items of s are in o.
func (s *Set) subsetOf(t *Thread, o *Set) (bool, error) {
	if s.live > o.live {
		return false, nil
	}
	for i := 0; i < len(s.ents); i++ {
		e := s.ents[i]
		if e.K.p == nil {
			continue
		}
		j, err := o.find(t, &e.K, e.Hash)
		if j < 0 || err != nil {
			return false, err
		}
		if i&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return false, err
			}
		}
	}
	return true, nil
}

// like returns an empty set or frozenset, as v's builtin base is.
func like(v Value) *Set {
	if IsInstance(v, FrozenSetType) {
		return NewFrozenSet()
	}
	return NewSet()
}

func setBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	x, ok := AsSet(a)
	y, ok2 := AsSet(b)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	r := like(a)
	var err error
	switch op {
	case OpAnd:
		err = r.intersect(t, x, b)
	case OpSub:
		err = r.subtract(t, x, y)
	case OpOr:
		if err = r.copyItems(t, x); err == nil {
			err = r.Update(t, b)
		}
	case OpXor:
		if err = r.copyItems(t, x); err == nil {
			err = r.symmetricUpdate(t, b)
		}
	default:
		return NotImplemented, nil
	}
	return r.Value(), err
}

func setInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	x := (*Set)(a.p)
	y, ok := AsSet(b)
	if !ok {
		return NotImplemented, nil
	}
	switch op {
	case OpAnd:
		r := NewSet()
		if err := r.intersect(t, x, b); err != nil {
			return Nil, err
		}
		x.take(r)
		return a, nil
	case OpOr:
		return a, x.Update(t, b)
	case OpSub:
		if x == y {
			x.Clear()
			return a, nil
		}
		return a, x.differenceUpdate(t, b)
	case OpXor:
		return a, x.symmetricUpdate(t, b)
	}
	return NotImplemented, nil
}

// take gives s the items of r.
func (s *Set) take(r *Set) {
	s.ents, s.idx, s.live = r.ents, r.idx, r.live
	s.changes++
}

// eachHashed calls f for the items of an iterable with their hashes.
func eachHashed(t *Thread, v Value, f func(k Value, h uint64) error) error {
	if o, ok := AsSet(v); ok && plainIter(v) {
		for i := 0; i < len(o.ents); i++ {
			if e := o.ents[i]; e.K.p != nil {
				if err := f(e.K, e.Hash); err != nil {
					return err
				}
			}
			if i&1023 == 1023 {
				if err := t.Step(1024); err != nil {
					return err
				}
			}
		}
		return nil
	}
	if d, ok := AsPlainDict(v); ok && v.Type() == DictType {
		n := d.live
		for i := 0; i < len(d.ents); i++ {
			if e := d.ents[i]; e.K.p != nil {
				if err := f(e.K, e.Hash); err != nil {
					return err
				}
				if d.live != n {
					return Raise(RuntimeError, "dictionary changed size during iteration")
				}
			}
			if i&1023 == 1023 {
				if err := t.Step(1024); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return Iterate(t, v, func(k Value) error {
		h, err := HashKey(t, k)
		if err != nil {
			return err
		}
		return f(k, h)
	})
}

// plainIter reports whether a set is iterated as the builtin type does.
func plainIter(v Value) bool {
	c := v.Type()
	if c.Flags&Heap == 0 {
		return true
	}
	it := c.Lookup(nameIter)
	return (*Head)(it.p).shape == &slotWrapperShape
}

// Update adds all items of an iterable.
func (s *Set) Update(t *Thread, v Value) error {
	if o, ok := AsSet(v); ok && plainIter(v) {
		if o == s {
			return nil
		}
		if s.live == 0 {
			return s.copyItems(t, o)
		}
	}
	return eachHashed(t, v, func(k Value, h uint64) error {
		_, err := s.addHashed(t, k, h)
		return err
	})
}

// intersect fills the empty s with what x and the iterable v share.
func (s *Set) intersect(t *Thread, x *Set, v Value) error {
	if y, ok := AsSet(v); ok && plainIter(v) {
		if x == y {
			return s.copyItems(t, x)
		}
		if y.live > x.live {
			x, y = y, x
		}
		return s.choose(t, y, x, true)
	}
	return eachHashed(t, v, func(k Value, h uint64) error {
		i, err := x.find(t, &k, h)
		if i < 0 || err != nil {
			return err
		}
		_, err = s.addHashed(t, k, h)
		return err
	})
}

// choose fills the empty s with the items of x that are in y, or that are not.
func (s *Set) choose(t *Thread, x, y *Set, in bool) error {
	changes := x.changes
	for i := 0; i < len(x.ents); i++ {
		e := &x.ents[i]
		k, h := e.K, e.Hash
		if k.p == nil {
			continue
		}
		j, err := y.find(t, &k, h)
		if err != nil {
			return err
		}
		if j >= 0 == in {
			if x.changes == changes {
				err = s.addNew(t, k, h)
			} else {
				_, err = s.addHashed(t, k, h)
			}
			if err != nil {
				return err
			}
		}
		if i&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return err
			}
		}
	}
	return nil
}

// subtract fills the empty s with what is in x and not in y.
func (s *Set) subtract(t *Thread, x, y *Set) error { return s.choose(t, x, y, false) }

func (s *Set) differenceUpdate(t *Thread, v Value) error {
	if o, ok := AsSet(v); ok && o == s {
		s.Clear()
		return nil
	}
	return eachHashed(t, v, func(k Value, h uint64) error {
		i, err := s.find(t, &k, h)
		if i >= 0 && err == nil {
			s.remove(i)
		}
		return err
	})
}

func (s *Set) symmetricUpdate(t *Thread, v Value) error {
	o, ok := AsSet(v)
	if ok && o == s {
		s.Clear()
		return nil
	}
	if !ok {
		o = NewSet()
		if err := o.Update(t, v); err != nil {
			return err
		}
	}
	return eachHashed(t, o.Value(), func(k Value, h uint64) error {
		i, err := s.find(t, &k, h)
		if err != nil {
			return err
		}
		if i >= 0 {
			s.remove(i)
			return nil
		}
		_, err = s.addHashed(t, k, h)
		return err
	})
}
