package py

// How objects say what copies of them are made from: the pickling protocol, of which
// the module copy uses this part.
// https://docs.python.org/3.13/library/pickle.html#object.__reduce_ex__

// objectGetState is object.__getstate__: the attributes, with those in slots as a
// second dict.
func objectGetState(t *Thread, a *Args) (Value, error) {
	state, err := LookupAttr(t, a.Self, nameDict)
	if err != nil {
		return Nil, err
	}
	if d, ok := AsDict(state); state.p == nil || !ok || d.Len() == 0 {
		state = None
	} else {
		state = d.Copy().Value()
	}
	slots := NewDict()
	for _, c := range a.Self.Type().MRO {
		for _, key := range c.slotNames {
			n := t.Interp.Intern(key.String()[1:])
			if n.equal(nameDict) || n.String() == "__weakref__" {
				continue
			}
			v, err := LookupAttr(t, a.Self, n)
			if err != nil {
				return Nil, err
			}
			if v.p != nil {
				slots.SetStr(n, v)
			}
		}
	}
	if slots.Len() > 0 {
		return NewTuple(state, slots.Value()), nil
	}
	return state, nil
}

var (
	nameReduce     = Name("__reduce__")
	nameGetState   = Name("__getstate__")
	nameNewArgs    = Name("__getnewargs__")
	nameNewArgsEx  = Name("__getnewargs_ex__")
	nameItemsNames = Name("items")
)

// newObject is what a copy is made with: newObject(cls, *args, **kwargs).
var newObject = NewNative("__newobj__(cls, /, *args, **kwargs)", func(t *Thread, a *Args) (Value, error) {
	f, err := GetAttr(t, a.v[0], nameNew)
	if err != nil {
		return Nil, err
	}
	names, vals := a.Kw()
	args := append(append([]Value{a.v[0]}, a.rest...), vals...)
	return CallKw(t, f, args, names)
})

func objectReduceEx(t *Thread, a *Args) (Value, error) {
	self, c := a.Self, a.Self.Type()
	if r := c.Lookup(nameReduce); r.p != nil && r != ObjectType.Lookup(nameReduce) {
		f, err := GetAttr(t, self, nameReduce)
		if err != nil {
			return Nil, err
		}
		return Call(t, f)
	}
	return reduceObject(t, self)
}

func objectReduce(t *Thread, a *Args) (Value, error) { return reduceObject(t, a.Self) }

func reduceObject(t *Thread, self Value) (Value, error) {
	c := self.Type()
	maker, args := newObject, []Value{c.Value()}
	if f, err := BindSpecial(t, self, nameNewArgsEx); err != nil {
		return Nil, err
	} else if f.p != nil {
		v, err := Call(t, f)
		if err != nil {
			return Nil, err
		}
		pair, ok := AsTuple(v)
		if !ok || pair.Len() != 2 {
			return Nil, Raise(TypeError, "__getnewargs_ex__ should return a tuple of length 2, not '%s'", TypeName(v))
		}
		pos, err := ToSlice(t, pair.Items()[0])
		if err != nil {
			return Nil, err
		}
		kw, ok := AsDict(pair.Items()[1])
		if !ok {
			return Nil, Raise(TypeError, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", TypeName(pair.Items()[1]))
		}
		args = append(args, pos...)
		if kw.Len() > 0 {
			cls := args[0]
			rest := args[1:]
			maker = NewNative("__newobj_ex__(*args)", func(t *Thread, a *Args) (Value, error) {
				f, err := GetAttr(t, cls, nameNew)
				if err != nil {
					return Nil, err
				}
				all := append([]Value{cls}, rest...)
				var names []*Str
				for pos := 0; ; {
					k, v, next, ok := kw.Next(pos)
					if !ok {
						break
					}
					s, _ := AsStr(k)
					names, all, pos = append(names, s), append(all, v), next
				}
				return CallKw(t, f, all, names)
			})
			args = nil
		}
	} else if f, err := BindSpecial(t, self, nameNewArgs); err != nil {
		return Nil, err
	} else if f.p != nil {
		v, err := Call(t, f)
		if err != nil {
			return Nil, err
		}
		tup, ok := AsTuple(v)
		if !ok {
			return Nil, Raise(TypeError, "__getnewargs__ should return a tuple, not '%s'", TypeName(v))
		}
		args = append(args, tup.Items()...)
	} else if c.Flags&Heap == 0 && c != ObjectType || c.Flags&Heap != 0 && c.Flags&PlainObject == 0 && !copyableLayout(c) {
		return Nil, Raise(TypeError, "cannot pickle '%s' object", c.fullName())
	}
	f, err := GetAttr(t, self, nameGetState)
	if err != nil {
		return Nil, err
	}
	state, err := Call(t, f)
	if err != nil {
		return Nil, err
	}
	items, pairs := None, None
	if IsInstance(self, ListType) {
		if items, err = Iter(t, self); err != nil {
			return Nil, err
		}
	}
	if IsInstance(self, DictType) {
		m, err := CallMethod(t, self, nameItemsNames)
		if err != nil {
			return Nil, err
		}
		if pairs, err = Iter(t, m); err != nil {
			return Nil, err
		}
	}
	return NewTuple(maker, NewTuple(args...), state, items, pairs), nil
}

// copyableLayout reports whether an object of a class that derives from a builtin
// type is made again by its __new__ without arguments.
func copyableLayout(c *Type) bool {
	for _, b := range []*Type{ListType, DictType, SetType, TypeType, BaseException} {
		if c.IsSubtype(b) {
			return true
		}
	}
	return false
}
