package py

// __reduce__ of iterators, with which module copy copies them.

func (e *enumerateObj) __reduce__(t *Thread, a *Args) (Value, error) {
	n := Int(e.n)
	if e.big != nil {
		n = newBigCopy(e.big)
	}
	return NewTuple(a.Self.Type().Value(), NewTuple(e.it, n)), nil
}

func (z *zipObj) __reduce__(t *Thread, a *Args) (Value, error) {
	c := a.Self.Type().Value()
	if z.strict {
		return NewTuple(c, NewTuple(z.its...), True), nil
	}
	return NewTuple(c, NewTuple(z.its...)), nil
}

// __setstate__ sets strict.
func (z *zipObj) __setstate__(t *Thread, a *Args) (Value, error) {
	strict, err := Truth(t, a.Value(0))
	z.strict = strict
	return None, err
}

func (m *mapObj) __reduce__(t *Thread, a *Args) (Value, error) {
	return NewTuple(a.Self.Type().Value(), NewTuple(append([]Value{m.f}, m.its...)...)), nil
}

func (f *filterObj) __reduce__(t *Thread, a *Args) (Value, error) {
	return NewTuple(a.Self.Type().Value(), NewTuple(f.f, f.it)), nil
}

func (r *reversedObj) __reduce__(t *Thread, a *Args) (Value, error) {
	if r.seq.p == nil {
		return NewTuple(a.Self.Type().Value(), NewTuple(NewTuple())), nil
	}
	return NewTuple(a.Self.Type().Value(), NewTuple(r.seq), Int(int64(r.i))), nil
}

// __setstate__ sets the index of the next item.
func (r *reversedObj) __setstate__(t *Thread, a *Args) (Value, error) {
	i := a.Int(t, 0)
	if err := a.Err(); err != nil || r.seq.p == nil {
		return None, err
	}
	n, err := Len(t, r.seq)
	r.i = max(-1, min(i, n-1))
	return None, err
}

func (it *callIter) __reduce__(t *Thread, a *Args) (Value, error) {
	if it.f.p == nil {
		return NewTuple(builtin(t, "iter"), NewTuple(NewTuple())), nil
	}
	return NewTuple(builtin(t, "iter"), NewTuple(it.f, it.sentinel)), nil
}

func (it *setIter) __reduce__(t *Thread, a *Args) (Value, error) {
	rest := *it
	items, err := Collect(t, Object(&rest))
	return NewTuple(builtin(t, "iter"), NewTuple(NewList(items).Value())), err
}

func (it *seqIter) __reduce__(t *Thread, a *Args) (Value, error) {
	if it.seq.p == nil {
		return NewTuple(builtin(t, "iter"), NewTuple(NewTuple())), nil
	}
	return NewTuple(builtin(t, "iter"), NewTuple(it.seq), Int(it.i)), nil
}

// __setstate__ sets the index of the next item.
func (it *seqIter) __setstate__(t *Thread, a *Args) (Value, error) {
	n := a.Int(t, 0)
	if it.seq.p != nil {
		it.i = max(0, int64(n))
	}
	return None, a.err
}
