package py

// SortedList returns the items of an iterable in a sorted list.
func SortedList(t *Thread, v Value) (Value, error) {
	items, err := Collect(t, v)
	if err != nil {
		return Nil, err
	}
	l := NewList(items).Value()
	_, err = CallMethod(t, l, Name("sort"))
	return l, err
}

// OwnNames returns the names of the attributes in the object itself.
func OwnNames(v Value) []*Str {
	s := v.Shape()
	if s.mode == shapeInstance {
		return s.names()
	}
	var out []*Str
	if d := OwnDict(v, false); d != nil {
		for pos := 0; ; {
			k, _, next, ok := d.Next(pos)
			if !ok {
				return out
			}
			pos = next
			if n, ok := AsStr(k); ok {
				out = append(out, n)
			}
		}
	}
	return out
}

// CallKwNames calls obj.name(args…, keywords…) with keyword names as Go strings.
func CallKwNames(t *Thread, obj Value, name string, args []Value, names []string, vals ...Value) (Value, error) {
	f, err := GetAttr(t, obj, Name(name))
	if err != nil {
		return Nil, err
	}
	kw := make([]*Str, len(names))
	for i, n := range names {
		kw[i] = Name(n)
	}
	return CallKw(t, f, append(append([]Value(nil), args...), vals...), kw)
}
