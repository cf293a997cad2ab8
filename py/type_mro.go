package py

import "strings"

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

// mro is the resolution order as the metaclass has it: a metaclass may override the
// method of that name.
func (t *Type) mro(th *Thread) ([]*Type, error) {
	meta := t.Meta()
	if meta == TypeType || meta.Lookup(nameMro) == TypeType.Lookup(nameMro) {
		return computeMRO(t)
	}
	if t.MRO == nil {
		t.MRO = append([]*Type{t}, t.Base.MRO...) // while the method runs
		defer func() { t.MRO = nil }()
	}
	v, err := CallMethod(th, t.Value(), nameMro)
	if err != nil {
		return nil, err
	}
	items, err := Collect(th, v)
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, Raise(TypeError, "type MRO must not be empty")
	}
	solid := solidBase(t)
	var out []*Type
	for _, x := range items {
		c, ok := IsType(x)
		if !ok {
			return nil, Raise(TypeError, "mro() returned a non-class ('%s')", TypeName(x))
		}
		if !solid.IsSubtype(solidBase(c)) {
			return nil, Raise(TypeError, "mro() returned base with unsuitable layout ('%s')", c.Name)
		}
		out = append(out, c)
	}
	return out, nil
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
