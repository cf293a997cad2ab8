package py

// maketrans and translate.

func maketrans(t *Thread, a *Args) (Value, error) {
	d := NewDict()
	x := a.Value(0)
	if !a.Has(1) {
		src, ok := AsDict(x)
		if !ok || !IsDict(x) {
			return Nil, Raise(TypeError, "if you give only one argument to maketrans it must be a dict")
		}
		for pos := 0; ; {
			k, v, next, ok := src.Next(pos)
			if !ok {
				break
			}
			pos = next
			if s, ok := AsStr(k); ok {
				if s.Len() != 1 {
					return Nil, Raise(ValueError, "string keys in translate table must be of length 1")
				}
				r, _ := DecodeRune(s.String())
				k = Int(int64(r))
			} else if _, ok := IsIntLike(k); !ok {
				return Nil, Raise(TypeError, "keys in translate table must be strings or integers")
			}
			if err := d.Set(t, k, v); err != nil {
				return Nil, err
			}
		}
		return Object(d), nil
	}
	to := a.Str(1)
	if a.Has(2) {
		a.Str(2)
	}
	if a.err != nil {
		return Nil, a.err
	}
	from, ok := AsStr(x)
	if !ok {
		return Nil, Raise(TypeError, "first maketrans argument must be a string if there is a second argument")
	}
	if from.Len() != to.Len() {
		return Nil, Raise(ValueError, "the first two maketrans arguments must have equal length")
	}
	y := to.String()
	for text := from.String(); text != ""; {
		r, n := DecodeRune(text)
		q, m := DecodeRune(y)
		text, y = text[n:], y[m:]
		if err := d.Set(t, Int(int64(r)), Int(int64(q))); err != nil {
			return Nil, err
		}
	}
	if a.Has(2) {
		for text := a.String(2); text != ""; {
			r, n := DecodeRune(text)
			text = text[n:]
			if err := d.Set(t, Int(int64(r)), None); err != nil {
				return Nil, err
			}
		}
	}
	return Object(d), nil
}

// lookTable is table[r]: what a character becomes. keep says that it stays.
func lookTable(t *Thread, table Value, r rune) (out []byte, keep bool, err error) {
	v, err := GetItem(t, table, Int(int64(r)))
	if err != nil {
		if ErrIs(err, LookupError) {
			return nil, true, nil
		}
		return nil, false, err
	}
	if v.IsNone() {
		return nil, false, nil
	}
	if i, ok := IsIntLike(v); ok {
		if !i.IsInt() || i.I() < 0 || i.I() > 0x10FFFF {
			return nil, false, Raise(ValueError, "character mapping must be in range(0x110000)")
		}
		return AppendRune(nil, rune(i.I())), false, nil
	}
	if s, ok := AsStr(v); ok {
		return []byte(s.String()), false, nil
	}
	return nil, false, Raise(TypeError, "character mapping must return integer, None or str")
}

func (s *Str) translate(t *Thread, a *Args) (Value, error) {
	table := a.Value(0)
	if table.Type().Slots.GetItem == nil {
		return Nil, Raise(TypeError, "'%s' object is not subscriptable", TypeName(table))
	}
	text := s.String()
	if err := chargeStr(t, len(text)); err != nil {
		return Nil, err
	}
	// What ASCII characters become is asked once; CPython does the same.
	var known [128]struct {
		out  []byte
		keep bool
		seen bool
	}
	var one [256]uint16 // 1 + what a byte becomes, if that is one byte
	b := make([]byte, 0, len(text)+16)
	charged := len(text) + 4096
	for i, n := 0, 0; i < len(text); n++ {
		for n&1023 != 1023 && i < len(text) && one[text[i]] != 0 {
			b = append(b, byte(one[text[i]]-1))
			i++
			n++
		}
		if i == len(text) {
			break
		}
		r, w := DecodeRune(text[i:])
		var out []byte
		var keep bool
		if r < 128 && known[r].seen {
			out, keep = known[r].out, known[r].keep
		} else {
			var err error
			if out, keep, err = lookTable(t, table, r); err != nil {
				return Nil, err
			}
			if r < 128 {
				known[r].out, known[r].keep, known[r].seen = out, keep, true
				if keep {
					one[r] = uint16(r) + 1
				} else if len(out) == 1 {
					one[r] = uint16(out[0]) + 1
				}
			}
		}
		if keep {
			b = append(b, text[i:i+w]...)
		} else {
			b = append(b, out...)
		}
		i += w
		if len(b) > charged {
			if len(b) > MaxStr {
				return Nil, Raise(MemoryError, "")
			}
			charged = 2 * len(b)
			if err := t.Alloc(charged); err != nil {
				return Nil, err
			}
		}
		if n&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return Nil, err
			}
		}
	}
	return takeStr(b), nil
}
