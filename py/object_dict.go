package py

// dictGet and dictSet are the attribute __dict__ of objects that have one.

func dictGet(t *Thread, v Value) (Value, error) {
	if d := OwnDict(v, true); d != nil {
		return d.Value(), nil
	}
	return Nil, NoAttribute(v, nameDict)
}

func dictSet(t *Thread, v, val Value) error {
	if val.p == nil {
		val = NewDict().Value()
	}
	d, ok := AsDict(val)
	if !ok {
		return Raise(TypeError, "__dict__ must be set to a dictionary, not a '%s'", TypeName(val))
	}
	s := v.Shape()
	if s.mode != shapeFixed {
		if s.Class.Flags&HasSlotsOf != 0 {
			return NoAttribute(v, nameDict)
		}
		(*Instance)(v.p).setDict(d)
		return nil
	}
	if off := s.Class.DictOffset; off != 0 {
		*dictAt(v, off) = d
		return nil
	}
	return NoAttribute(v, nameDict)
}
