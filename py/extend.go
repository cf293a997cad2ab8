package py

// few is how many items are not large: they are copied without being charged.
const few = 512

// fewItems returns the items of a list or tuple that is not large; false for anything else.
func fewItems(v *Value) (items []Value, ok bool) {
	switch {
	case IsList(*v):
		items = (*List)(v.p).A
	case IsTuple(*v):
		items = (*Tuple)(v.p).Items()
	default:
		return nil, false
	}
	if len(items) > few {
		return nil, false
	}
	return items, true
}

// ExtendSimple puts the items of a list or tuple that is not large at the end of the
// list at dst; false if v is something else. With isNew, dst becomes a new list with
// room for more items.
func ExtendSimple(dst, v *Value, isNew bool, room int) bool {
	items, ok := fewItems(v)
	if !ok {
		return false
	}
	n := len(items)
	if !isNew {
		l := (*List)(dst.p)
		if len(l.A)+n > cap(l.A) && len(l.A) > few {
			return false
		}
		l.A = append(l.A, items...)
		return true
	}
	l := newListN(n + room)
	l.A = l.A[:n]
	copy(l.A, items)
	*dst = l.Value()
	return true
}

// UpdateSimple is [Dict.Update] of the dict at dst with another one that is not large,
// where keys are found without Python code; false if not, then some items may have been
// put in. With isNew, dst becomes a new dict with room for more items.
func UpdateSimple(dst, v *Value, isNew bool, room int) bool {
	if !IsDict(*v) {
		return false
	}
	s := (*Dict)(v.p)
	if len(s.ents) > few {
		return false
	}
	if isNew {
		*dst = s.copyRoom(room).Value()
		return true
	}
	d := (*Dict)(dst.p)
	for i := range s.ents {
		if e := &s.ents[i]; e.K.p != nil && !d.SetSimple(&e.K, &e.V) {
			return false
		}
	}
	return true
}

// UpdateSimple adds the items of a list, tuple or set that is not large, where they are
// found without Python code; false if not, then some may have been added.
func (s *Set) UpdateSimple(v *Value) bool {
	if IsSet(*v) {
		o := (*Set)(v.p)
		if len(o.ents) > few {
			return false
		}
		for i := range o.ents {
			if k := &o.ents[i].K; k.p != nil && !s.AddSimple(k) {
				return false
			}
		}
		return true
	}
	items, ok := fewItems(v)
	for i := range items {
		if !s.AddSimple(&items[i]) {
			return false
		}
	}
	return ok
}
