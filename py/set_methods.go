package py

func (s *Set) add(t *Thread, a *Args) (Value, error) { return None, s.Add(t, a.v[0]) }

func (s *Set) clear(t *Thread, a *Args) (Value, error) {
	s.Clear()
	return None, nil
}

func (s *Set) copy(t *Thread, a *Args) (Value, error) {
	if err := t.heapCheck(); err != nil {
		return Nil, err
	}
	if a.Self.Type() == FrozenSetType {
		return a.Self, nil
	}
	r := like(a.Self)
	return r.Value(), r.copyItems(t, s)
}

func (s *Set) difference(t *Thread, a *Args) (Value, error) {
	r := like(a.Self)
	if len(a.rest) == 1 {
		if o, ok := AsSet(a.rest[0]); ok {
			return r.Value(), r.subtract(t, s, o)
		}
	}
	if err := r.copyItems(t, s); err != nil {
		return Nil, err
	}
	for _, o := range a.rest {
		if err := r.differenceUpdate(t, o); err != nil {
			return Nil, err
		}
	}
	return r.Value(), nil
}

func (s *Set) difference_update(t *Thread, a *Args) (Value, error) {
	for _, o := range a.rest {
		if err := s.differenceUpdate(t, o); err != nil {
			return Nil, err
		}
	}
	return None, nil
}

func (s *Set) discard(t *Thread, a *Args) (Value, error) {
	_, err := s.Discard(t, a.v[0])
	return None, err
}

// intersectAll returns the intersection of s with all iterables, in a set like self.
func (s *Set) intersectAll(t *Thread, self Value, others []Value) (*Set, error) {
	r := like(self)
	if len(others) == 0 {
		return r, r.copyItems(t, s)
	}
	x := s
	for i, o := range others {
		if i > 0 {
			x, r = r, like(self)
		}
		if err := r.intersect(t, x, o); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (s *Set) intersection(t *Thread, a *Args) (Value, error) {
	r, err := s.intersectAll(t, a.Self, a.rest)
	if err != nil {
		return Nil, err
	}
	return r.Value(), nil
}

func (s *Set) intersection_update(t *Thread, a *Args) (Value, error) {
	r, err := s.intersectAll(t, a.Self, a.rest)
	if err != nil {
		return Nil, err
	}
	s.take(r)
	return None, nil
}

func (s *Set) isdisjoint(t *Thread, a *Args) (Value, error) {
	x, v := s, a.v[0]
	if o, ok := AsSet(v); ok {
		if o == s {
			return Bool(s.live == 0), nil
		}
		if o.live > x.live {
			x, v = o, s.Value()
		}
	}
	disjoint := true
	err := eachHashed(t, v, func(k Value, h uint64) error {
		i, err := x.find(t, &k, h)
		if err == nil && i >= 0 {
			disjoint = false
			err = errStop
		}
		return err
	})
	if err == error(errStop) {
		err = nil
	}
	return Bool(disjoint), err
}

func (s *Set) issubset(t *Thread, a *Args) (Value, error) {
	o, ok := AsSet(a.v[0])
	if !ok {
		o = NewSet()
		if err := o.Update(t, a.v[0]); err != nil {
			return Nil, err
		}
	}
	r, err := s.subsetOf(t, o)
	return Bool(r), err
}

func (s *Set) issuperset(t *Thread, a *Args) (Value, error) {
	if o, ok := AsSet(a.v[0]); ok {
		r, err := o.subsetOf(t, s)
		return Bool(r), err
	}
	r, err := allIn(t, a.v[0], a.Self)
	return Bool(r), err
}

func (s *Set) pop(t *Thread, a *Args) (Value, error) {
	v, next, ok := s.Next(0)
	if !ok {
		return Nil, Raise(KeyError, "pop from an empty set")
	}
	s.remove(next - 1)
	return v, nil
}

func (s *Set) remove_(t *Thread, a *Args) (Value, error) {
	found, err := s.Discard(t, a.v[0])
	if err == nil && !found {
		err = RaiseValue(KeyError, a.v[0])
	}
	return None, err
}

func (s *Set) symmetric_difference(t *Thread, a *Args) (Value, error) {
	r := like(a.Self)
	if err := r.copyItems(t, s); err != nil {
		return Nil, err
	}
	return r.Value(), r.symmetricUpdate(t, a.v[0])
}

func (s *Set) symmetric_difference_update(t *Thread, a *Args) (Value, error) {
	return None, s.symmetricUpdate(t, a.v[0])
}

func (s *Set) union(t *Thread, a *Args) (Value, error) {
	r := like(a.Self)
	if err := r.copyItems(t, s); err != nil {
		return Nil, err
	}
	for _, o := range a.rest {
		if err := r.Update(t, o); err != nil {
			return Nil, err
		}
	}
	return r.Value(), nil
}

func (s *Set) update(t *Thread, a *Args) (Value, error) {
	for _, o := range a.rest {
		if err := s.Update(t, o); err != nil {
			return Nil, err
		}
	}
	return None, nil
}

func (s *Set) __reduce__(t *Thread, a *Args) (Value, error) {
	items, err := Collect(t, newSetIter(s))
	if err != nil {
		return Nil, err
	}
	state := None
	if d := OwnDict(a.Self, false); d != nil {
		state = d.Value()
	}
	return NewTuple(a.Self.Type().Value(), NewTuple(NewList(items).Value()), state), nil
}

func (s *Set) __sizeof__(t *Thread, a *Args) (Value, error) {
	n := 64 + 24*cap(s.ents)
	if s.idx != nil {
		n += 32 + 4*cap(s.idx.slots)
	}
	return Int(int64(n)), nil
}
