package py

// tuple.

func initTuple() {
	TupleType.define(&tupleShape, TypeSpec{
		Name:    "tuple",
		Flags:   SeqPattern | SelfMatch,
		SubDict: subTupleDict,
		Doc:     "tuple(iterable=()): a sequence that cannot be changed.",
		Slots: Slots{
			New:       tupleNew,
			Repr:      tupleRepr,
			Hash:      func(t *Thread, v Value) (int64, error) { return hashItems(t, (*Tuple)(v.p).Items()) },
			Compare:   tupleCompare,
			Binary:    tupleBinary,
			BinaryOps: 1<<OpAdd | 1<<OpMul,
			RBinOps:   1 << OpMul,
			Len:       func(t *Thread, v Value) (int, error) { return (*Tuple)(v.p).Len(), nil },
			GetItem:   tupleGetItem,
			Contains:  tupleContains,
			Iter:      func(t *Thread, v Value) (Value, error) { return newTupleIter((*Tuple)(v.p)), nil },
		},
		Table: func() Members {
			return Members{
				Method("count(value, /)", (*Tuple).count),
				Method("index(value, start=0, stop=9223372036854775807, /)", (*Tuple).index),
				Method("__getnewargs__()", (*Tuple).__getnewargs__),
				ClassMethod("__class_getitem__(object, /)", classGetItem),
			}
		},
	})
}

func tupleNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if len(kw) > 0 && cls.initOf(TupleType) {
		if err := noKeywords("tuple", kw); err != nil {
			return Nil, err
		}
	}
	args = args[:len(args)-len(kw)]
	if err := argCount("tuple", len(args), 0, 1); err != nil {
		return Nil, err
	}
	if cls == TupleType {
		if len(args) == 0 {
			return emptyTuple.Value(), nil
		}
		x, err := tupleFrom(t, args[0])
		if err != nil {
			return Nil, err
		}
		return x.Value(), nil
	}
	var items []Value
	if len(args) == 1 {
		var err error
		if items, err = ToSlice(t, args[0]); err != nil {
			return Nil, err
		}
		if len(items) >= 512 {
			if err = t.Alloc(len(items) * 16); err != nil {
				return Nil, err
			}
		}
	}
	return NewTupleOf(cls, items), nil
}

// tupleFrom returns the items of an iterable as a tuple.
func tupleFrom(t *Thread, v Value) (*Tuple, error) {
	switch {
	case IsTuple(v):
		return (*Tuple)(v.p), nil
	case IsList(v):
		return t.NewTuple((*List)(v.p).A)
	}
	room, err := collectAfter(t, v, 1)
	if err != nil {
		return nil, err
	}
	return sealTuple(room)
}

// PlainTuple returns v as a tuple if it is one and its class does not iterate over it in
// its own way.
func PlainTuple(v Value) (*Tuple, bool) {
	x, ok := AsTuple(v)
	if ok && v.Type().Flags&Heap != 0 {
		it := v.Type().Lookup(nameIter)
		ok = (*Head)(it.p).shape == &slotWrapperShape && (*Native)(it.p).Owner == TupleType
	}
	return x, ok
}

func tupleRepr(t *Thread, v Value) (Value, error) {
	a := (*Tuple)(v.p).Items()
	if len(a) == 0 {
		return NewStr("()"), nil
	}
	if !enterRepr(t, v) {
		return NewStr("(...)"), nil
	}
	defer leaveRepr(t)
	r := reprBuilder{t: t, b: append(make([]byte, 0, 2+4*min(len(a), 1024)), '(')}
	if len(a) == 1 {
		return r.items(",)", a...)
	}
	return r.items(")", a...)
}

func tupleCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	y, ok := AsTuple(b)
	if !ok {
		return NotImplemented, nil
	}
	return compareTuples(t, op, (*Tuple)(a.p).Items(), y.Items())
}

// compareTuples is compareItems without the shortcut for lengths: CPython compares
// the items of tuples of different length too, which __eq__ can notice.
func compareTuples(t *Thread, op CmpOp, a, b []Value) (Value, error) {
	n := min(len(a), len(b))
	for i := 0; i < n; i++ {
		if a[i] == b[i] {
			continue
		}
		eq, err := itemEq(t, a[i], b[i])
		if err != nil {
			return Nil, err
		}
		if !eq {
			switch op {
			case OpEq:
				return False, nil
			case OpNe:
				return True, nil
			}
			if BothInt(&a[i], &b[i]) {
				return compareLen(op, cmpInt(a[i].I(), b[i].I()), 0), nil
			}
			return CompareItems(t, op, a[i], b[i])
		}
		if i&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return Nil, err
			}
		}
	}
	return compareLen(op, len(a), len(b)), nil
}

func cmpInt(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func tupleBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		x, ok := AsTuple(a)
		y, ok2 := AsTuple(b)
		if !ok || !ok2 {
			break
		}
		if x.Len() == 0 && IsTuple(b) {
			return b, nil
		}
		if y.Len() == 0 && IsTuple(a) {
			return a, nil
		}
		n := x.Len() + y.Len()
		sum, err := t.MakeTuple(n)
		if err != nil {
			return Nil, err
		}
		copyValues(sum.Items(), x.Items())
		copyValues(sum.Items()[x.Len():], y.Items())
		return sum.Value(), nil
	case OpMul:
		x, ok := AsTuple(a)
		if !ok {
			x, _ = AsTuple(b)
			a, b = b, a
		}
		n, ok, err := repeatCount(t, b)
		if err != nil {
			return Nil, err
		}
		if !ok {
			break
		}
		if n == 1 && IsTuple(a) {
			return a, nil
		}
		total, err := repeatLen(t, x.Len(), n)
		if err != nil {
			return Nil, err
		}
		if total >= maxTuple {
			return Nil, Raise(MemoryError, "")
		}
		out := MakeTuple(total)
		if total > 0 {
			if err = repeatInto(t, out.Items(), x.Items()); err != nil {
				return Nil, err
			}
		}
		return out.Value(), nil
	}
	return NotImplemented, nil
}

func tupleGetItem(t *Thread, v, key Value) (Value, error) {
	x := (*Tuple)(v.p)
	if key.IsInt() {
		i := key.I()
		if i < 0 {
			i += int64(x.Len())
		}
		if uint64(i) < uint64(x.Len()) {
			return x.At(int(i)), nil
		}
		return Nil, Raise(IndexError, "tuple index out of range")
	}
	if s, ok := AsSlice(key); ok {
		start, _, step, n, err := SliceIndices(t, s, x.Len())
		if err != nil {
			return Nil, err
		}
		if step == 1 {
			return x.slice(t, start, start+n)
		}
		out, err := t.MakeTuple(n)
		if err != nil {
			return Nil, err
		}
		for i, a := 0, out.Items(); i < n; i++ {
			a[i] = x.At(start + i*step)
		}
		return out.Value(), nil
	}
	i, err := SeqIndex(t, key, x.Len(), "tuple")
	if err != nil {
		return Nil, err
	}
	return x.Items()[i], nil
}

// slice is x[lo:hi] with bounds that fit.
func (x *Tuple) slice(t *Thread, lo, hi int) (Value, error) {
	if lo == 0 && hi == x.Len() && x.shape == &tupleShape {
		return x.Value(), nil
	}
	out, err := t.NewTuple(x.Items()[lo:hi])
	if err != nil {
		return Nil, err
	}
	return out.Value(), nil
}

func tupleContains(t *Thread, v, item Value) (bool, error) {
	i, err := (*Tuple)(v.p).find(t, item, 0, maxInt)
	return i >= 0, err
}

func (x *Tuple) find(t *Thread, item Value, start, stop int) (int, error) {
	for i := start; i < x.Len() && i < stop; i++ {
		eq, err := itemEq(t, x.Items()[i], item)
		if err != nil {
			return -1, err
		}
		if eq {
			return i, nil
		}
		if i&1023 == 1023 {
			if err := t.Step(512); err != nil {
				return -1, err
			}
		}
	}
	return -1, nil
}

func (x *Tuple) count(t *Thread, a *Args) (Value, error) {
	n := 0
	for i, v := range x.Items() {
		eq, err := itemEq(t, v, a.v[0])
		if err != nil {
			return Nil, err
		}
		if eq {
			n++
		}
		if i&1023 == 1023 {
			if err := t.Step(512); err != nil {
				return Nil, err
			}
		}
	}
	return Int(int64(n)), nil
}

func (x *Tuple) index(t *Thread, a *Args) (Value, error) {
	start, stop, err := searchBounds(t, a, x.Len())
	if err != nil {
		return Nil, err
	}
	i, err := x.find(t, a.v[0], start, stop)
	if err != nil {
		return Nil, err
	}
	if i < 0 {
		return Nil, Raise(ValueError, "tuple.index(x): x not in tuple")
	}
	return Int(int64(i)), nil
}

func (x *Tuple) __getnewargs__(t *Thread, a *Args) (Value, error) {
	return NewTuple(NewTuple(x.Items()...)), nil
}
