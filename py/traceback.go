package py

import "strconv"

// ID returns id(v).
func ID(t *Thread, v Value) int64 {
	if v.IsInt() || v.IsFloat() || v.IsBool() {
		return int64(v.n<<4 | 8)
	}
	return int64(uintptr(v.p))
}

// Address is the id in the form reprs show.
func Address(t *Thread, v Value) string { return "0x" + strconv.FormatInt(ID(t, v)|0x7f0000000000, 16) }

func initTraceback() {
	TracebackType.define(&tracebackShape, TypeSpec{Name: "traceback", Flags: Final, Slots: Slots{Hash: identityHash}, Members: Members{
		GetSet("tb_lineno", func(t *Thread, v Value) (Value, error) {
			tb := As[Traceback](v)
			l, _, _, _ := tb.Code.Position(tb.PC)
			return Int(int64(l)), nil
		}, nil),
		GetSet("tb_next", func(t *Thread, v Value) (Value, error) {
			if n := As[Traceback](v).Next; n != nil {
				return Object(n), nil
			}
			return None, nil
		}, nil),
		GetSet("tb_frame", func(t *Thread, v Value) (Value, error) {
			tb := As[Traceback](v)
			if f, ok := tb.Code.(interface{ FrameObject(int) Value }); ok {
				return f.FrameObject(tb.PC), nil
			}
			return None, nil
		}, nil),
	}})
}

// IsInstanceOf is isinstance(v, cls).
func IsInstanceOf(t *Thread, v, cls Value) (bool, error) {
	if c, ok := IsType(cls); ok {
		if v.Type() == c || c.Meta() == TypeType {
			return IsInstance(v, c), nil
		}
	}
	if tup, ok := AsTuple(cls); ok {
		for _, c := range tup.A {
			if b, err := IsInstanceOf(t, v, c); b || err != nil {
				return b, err
			}
		}
		return false, nil
	}
	r, found, err := CallSpecial(t, cls, nameInstanceCheck, v)
	if err != nil {
		return false, err
	}
	if found {
		return Truth(t, r)
	}
	return false, Raise(TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// IsSubclassOf is issubclass(c, cls).
func IsSubclassOf(t *Thread, c, cls Value) (bool, error) {
	if tup, ok := AsTuple(cls); ok {
		for _, x := range tup.A {
			if b, err := IsSubclassOf(t, c, x); b || err != nil {
				return b, err
			}
		}
		return false, nil
	}
	ct, ok := IsType(c)
	if !ok {
		return false, Raise(TypeError, "issubclass() arg 1 must be a class")
	}
	if x, ok := IsType(cls); ok && x.Meta() == TypeType {
		return ct.IsSubtype(x), nil
	}
	r, found, err := CallSpecial(t, cls, nameSubclassCheck, c)
	if err != nil {
		return false, err
	}
	if found {
		return Truth(t, r)
	}
	return false, Raise(TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
}
