package py

// Call calls f with positional arguments. They go through Thread.callArgs, since
// a slice that is handed to a Call slot is allocated, which takes longer than
// everything else together.
func Call(t *Thread, f Value, args ...Value) (Value, error) {
	call := f.Type().Slots.Call
	if call == nil {
		return Nil, Raise(TypeError, "'%s' object is not callable", TypeName(f))
	}
	all, old := t.pushArgs(len(args))
	copy(all, args)
	v, err := call(t, f, all, nil)
	clear(all)
	t.callArgs = old
	return v, err
}

// pushArgs returns room for n arguments of a call, and what t.callArgs must be again
// after it.
func (t *Thread) pushArgs(n int) (args, old []Value) {
	if len(t.callArgs)+n > cap(t.callArgs) {
		t.callArgs = make([]Value, 0, 128+n)
	}
	old = t.callArgs
	t.callArgs = old[:len(old)+n]
	return old[len(old) : len(old)+n : len(old)+n], old
}

// CallKw calls f. args are the positional arguments followed by one value for each
// name in kw. args may be reused by the caller afterwards.
func CallKw(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
	call := f.Type().Slots.Call
	if call == nil {
		return Nil, Raise(TypeError, "'%s' object is not callable", TypeName(f))
	}
	return call(t, f, args, kw)
}

// CallItems calls f with copies of args, and with the items of the dict kw as keywords;
// kw may be unbound.
func CallItems(t *Thread, f Value, args []Value, kw Value) (Value, error) {
	n := len(args)
	var d *Dict
	if kw.p != nil {
		d = As[Dict](kw)
		n += d.Len()
	}
	all, old, err := t.argRoom(n)
	if err != nil {
		return Nil, err
	}
	copy(all, args)
	var names []*Str
	if n > len(args) {
		names, err = d.Keywords(make([]*Str, 0, n-len(args)), all[len(args):])
	}
	var v Value
	if err == nil {
		v, err = CallKw(t, f, all, names)
	}
	clear(all)
	t.callArgs = old
	return v, err
}

// CallAfter calls f with args after others; the last of args are the values of the names
// in kw.
func CallAfter(t *Thread, f Value, before, args []Value, kw []*Str) (Value, error) {
	all, old, err := t.argRoom(len(before) + len(args))
	if err != nil {
		return Nil, err
	}
	copy(all[copy(all, before):], args)
	v, err := CallKw(t, f, all, kw)
	clear(all)
	t.callArgs = old
	return v, err
}

// argRoom is pushArgs for any number of arguments.
func (t *Thread) argRoom(n int) (args, old []Value, err error) {
	if n <= 64 {
		args, old = t.pushArgs(n)
		return args, old, nil
	}
	return make([]Value, n), t.callArgs, t.Alloc(n * 16)
}

// Keywords puts the values of a dict into vals, and returns names with its keys, which
// must be strings, added.
func (d *Dict) Keywords(names []*Str, vals []Value) ([]*Str, error) {
	for pos := 0; ; {
		k, v, next, ok := d.Next(pos)
		if !ok {
			return names, nil
		}
		pos = next
		s, ok := AsStr(k)
		if !ok {
			return nil, Raise(TypeError, "keywords must be strings")
		}
		vals[len(names)] = v
		names = append(names, s)
	}
}

// CallMethod calls obj.name(args…).
func CallMethod(t *Thread, obj Value, name *Str, args ...Value) (Value, error) {
	f := obj.Type().Lookup(name)
	if f.p != nil && obj.Type().Slots.GetAttr == nil {
		if n, ok := IsMethodDescr(f); ok && (n.Owner == nil || obj.Type().IsSubtype(n.Owner)) && OwnAttr(obj, name) == nil {
			return n.Invoke(t, obj, args, nil)
		}
	}
	m, err := GetAttr(t, obj, name)
	if err != nil {
		return Nil, err
	}
	return CallKw(t, m, args, nil)
}

// CallSpecial calls the special method name of obj's class; found is false if the
// class has none.
func CallSpecial(t *Thread, obj Value, name *Str, args ...Value) (v Value, found bool, err error) {
	m, err := BindSpecial(t, obj, name)
	if err != nil || m.p == nil {
		return Nil, err != nil, err
	}
	v, err = CallKw(t, m, args, nil)
	return v, true, err
}

// BindSpecial returns the special method name of obj's class bound to obj, unbound
// if the class has none.
func BindSpecial(t *Thread, obj Value, name *Str) (Value, error) {
	c := obj.Type()
	f := c.Lookup(name)
	if f.p == nil {
		return Nil, nil
	}
	if get := f.Type().Slots.DescrGet; get != nil {
		return get(t, f, obj, c)
	}
	return f, nil
}

// callSpecialFunc calls what [Type.Lookup] found, with self, without making a bound
// method where that can be avoided.
func callSpecialFunc(t *Thread, f, self Value, args ...Value) (Value, error) {
	ft := f.Type()
	if ft.Flags&bindsSelf == 0 {
		if get := ft.Slots.DescrGet; get != nil {
			var err error
			if f, err = get(t, f, self, self.Type()); err != nil {
				return Nil, err
			}
		}
		self = Nil
	}
	call := f.Type().Slots.Call
	if call == nil {
		return Nil, Raise(TypeError, "'%s' object is not callable", TypeName(f))
	}
	all, old := t.pushArgs(len(args) + 1)
	all[0] = self
	copy(all[1:], args)
	if self.p == nil {
		all = all[1:]
	}
	v, err := call(t, f, all, nil)
	clear(all)
	t.callArgs = old
	return v, err
}

// callWith calls f with one more argument before args.
func callWith(t *Thread, f, first Value, args []Value, kw []*Str) (Value, error) {
	all, old := t.pushArgs(len(args) + 1)
	all[0] = first
	copy(all[1:], args)
	v, err := CallKw(t, f, all, kw)
	clear(all)
	t.callArgs = old
	return v, err
}

// BindsSelf marks types of functions for which binding to an object and calling is
// the same as calling with the object as first argument.
const BindsSelf TypeFlags = 1 << 20
const bindsSelf = BindsSelf

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
