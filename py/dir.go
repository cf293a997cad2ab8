package py

// Dir is dir(v): a sorted list of what v.__dir__() gives.
func Dir(t *Thread, v Value) (Value, error) {
	r, found, err := CallSpecial(t, v, nameDir)
	if err != nil {
		return Nil, err
	}
	if !found {
		return Nil, Raise(TypeError, "object does not provide __dir__")
	}
	return SortedList(t, r)
}

// SortedList returns the items of an iterable in a sorted list.
func SortedList(t *Thread, v Value) (Value, error) {
	items, err := Collect(t, v)
	if err != nil {
		return Nil, err
	}
	l := NewList(items)
	return l.Value(), l.Sort(t, Nil, false)
}

// keysOf returns the keys of dicts, each once, as a list.
func keysOf(dicts ...*Dict) Value {
	names := NewDict()
	for _, d := range dicts {
		for pos := 0; ; {
			k, _, next, ok := d.Next(pos)
			if !ok {
				break
			}
			pos = next
			if s, ok := AsStr(k); ok {
				names.SetStr(s, None)
			}
		}
	}
	var out []Value
	for pos := 0; ; {
		k, _, next, ok := names.Next(pos)
		if !ok {
			return NewList(out).Value()
		}
		pos = next
		out = append(out, k)
	}
}

// objectDir is object.__dir__: what the object has itself, its class and the bases.
func objectDir(t *Thread, a *Args) (Value, error) {
	var dicts []*Dict
	if d, err := attrOrNone(t, a.Self, nameDict); err != nil {
		return Nil, err
	} else if own, ok := AsDict(d); ok {
		dicts = append(dicts, own)
	}
	c, err := attrOrNone(t, a.Self, nameClass)
	if err != nil {
		return Nil, err
	}
	if cls, ok := IsType(c); ok {
		for _, m := range cls.MRO {
			dicts = append(dicts, m.dict())
		}
	}
	return keysOf(dicts...), nil
}

// typeDir is type.__dir__: the metaclass is left out.
func typeDir(t *Thread, a *Args) (Value, error) {
	var dicts []*Dict
	for _, m := range As[Type](a.Self).MRO {
		dicts = append(dicts, m.dict())
	}
	return keysOf(dicts...), nil
}

// moduleDir is module.__dir__, with PEP 562's __dir__ of the module.
func moduleDir(t *Thread, a *Args) (Value, error) {
	d := As[ModuleObj](a.Self).Dict
	d.Fill()
	if f := d.GetStr(nameDir); f != nil {
		return Call(t, *f)
	}
	return keysOf(d), nil
}
