package py

// Struct sequences: the tuples with named items of sys, os and time
// (sys.version_info, os.stat_result, time.struct_time).

// StructSeq describes a struct sequence type.
type StructSeq struct {
	Type    *Type
	module  string
	name    string
	fields  []string
	visible int
}

// NewStructSeq makes a type whose objects are tuples of the first visible fields; the
// other fields are attributes only. create says whether programs can make objects.
func NewStructSeq(module, name, doc string, visible int, create bool, fields ...string) *StructSeq {
	s := &StructSeq{Type: &Type{Name: name, late: true}, module: module, name: name, fields: fields, visible: visible}
	s.Type.lazy = func() TypeSpec {
		spec := TypeSpec{Module: module, Doc: doc, Base: TupleType, Flags: Final, Slots: Slots{Repr: s.repr}, Table: s.rows}
		if create {
			spec.Slots.New = Ctor(module+"."+name+"(sequence, dict=None)", s.create)
		} else {
			spec.Flags |= NotCallable
		}
		return spec
	}
	return s
}

func (s *StructSeq) rows() Members {
	members := Members{
		Const("n_fields", Int(int64(len(s.fields)))),
		Const("n_sequence_fields", Int(int64(s.visible))),
		Const("n_unnamed_fields", Int(0)),
	}
	for i, f := range s.fields {
		members = append(members, GetSet(f, func(t *Thread, v Value) (Value, error) { return s.at(v, i), nil }, nil))
	}
	args := make([]Value, s.visible)
	for i := range args {
		args[i] = NewStr(s.fields[i])
	}
	return append(members, Const("__match_args__", NewTuple(args...)))
}

func (s *StructSeq) at(v Value, i int) Value {
	return (*Tuple)(v.p).At(i) // the fields with a name only are behind the tuple's items
}

// New returns an object with the given fields; those that are left out are None.
func (s *StructSeq) New(vals ...Value) Value {
	s.Type.want()
	o := makeTuple(s.Type.root, len(s.fields))
	all := o.Items()
	for i := range all {
		all[i] = None
	}
	copy(all, vals)
	o.n = uint32(s.visible)
	return o.Value()
}

// create is the constructor.
func (s *StructSeq) create(t *Thread, a *Args) (Value, error) {
	name := s.module + "." + s.name
	if a.v[0].Type().Slots.Iter == nil && a.v[0].Type().Slots.GetItem == nil {
		return Nil, Raise(TypeError, "constructor requires a sequence")
	}
	vals, err := Collect(t, a.v[0])
	if err != nil {
		return Nil, err
	}
	switch n := len(vals); {
	case s.visible == len(s.fields) && n != s.visible:
		return Nil, Raise(TypeError, "%s() takes a %d-sequence (%d-sequence given)", name, s.visible, n)
	case n < s.visible:
		return Nil, Raise(TypeError, "%s() takes an at least %d-sequence (%d-sequence given)", name, s.visible, n)
	case n > len(s.fields):
		return Nil, Raise(TypeError, "%s() takes an at most %d-sequence (%d-sequence given)", name, len(s.fields), n)
	}
	if a.Given(1) {
		d, ok := AsDict(a.v[1])
		if !ok {
			return Nil, Raise(TypeError, "%s() takes a dict as second arg, if any", name)
		}
		for i := len(vals); i < len(s.fields); i++ {
			v := d.GetItem(s.fields[i])
			if v.p == nil {
				v = None
			}
			vals = append(vals, v)
		}
	}
	return s.New(vals...), nil
}

func (s *StructSeq) repr(t *Thread, v Value) (Value, error) {
	text := s.module + "." + s.name + "("
	for i, x := range (*Tuple)(v.p).Items() {
		if i > 0 {
			text += ", "
		}
		r, err := Repr(t, x)
		if err != nil {
			return Nil, err
		}
		text += s.fields[i] + "=" + r.String()
	}
	return NewStr(text + ")"), nil
}
