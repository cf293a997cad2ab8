package py

// Call calls f with positional arguments.
func Call(t *Thread, f Value, args ...Value) (Value, error) { return CallKw(t, f, args, nil) }

// CallKw calls f. args are the positional arguments followed by one value for each
// name in kw. args may be reused by the caller afterwards.
func CallKw(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
	call := f.Type().Slots.Call
	if call == nil {
		return Nil, Raise(TypeError, "'%s' object is not callable", TypeName(f))
	}
	return call(t, f, args, kw)
}

// CallMethod calls obj.name(args…).
func CallMethod(t *Thread, obj Value, name *Str, args ...Value) (Value, error) {
	f := obj.Type().Lookup(name)
	if f.p != nil && obj.Type().Slots.GetAttr == nil {
		if n, ok := IsMethodDescr(f); ok && OwnAttr(obj, name) == nil {
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
	if ft.Flags&bindsSelf != 0 {
		var buf [4]Value
		all := append(append(buf[:0], self), args...)
		return ft.Slots.Call(t, f, all, nil)
	}
	if get := ft.Slots.DescrGet; get != nil {
		m, err := get(t, f, self, self.Type())
		if err != nil {
			return Nil, err
		}
		return CallKw(t, m, args, nil)
	}
	return CallKw(t, f, args, nil)
}

// BindsSelf marks types of functions for which binding to an object and calling is
// the same as calling with the object as first argument.
const BindsSelf TypeFlags = 1 << 20
const bindsSelf = BindsSelf
