package py

import "bytes"

// bytes: the type's table and the constructor.

const bytesDoc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer"

func initBytes() {
	BytesType.define(&bytesShape, TypeSpec{
		Name:    "bytes",
		Flags:   SelfMatch,
		SubDict: SubDict[Bytes](),
		Doc:     bytesDoc,
		Slots: Slots{
			New:       bytesNew,
			Repr:      bytesRepr,
			Str:       bytesRepr,
			Hash:      bytesHash,
			Compare:   bytesCompare,
			Binary:    byteSeqBinary,
			BinaryOps: 1<<OpAdd | 1<<OpMul | 1<<OpMod,
			RBinOps:   1<<OpMul | 1<<OpMod,
			Len:       byteSeqLen,
			GetItem:   bytesGetItem,
			Contains:  byteSeqContains,
			Iter: func(t *Thread, v Value) (Value, error) {
				return Object(&bytesIter{Head: Head{&bytesIterShape}, b: (*byteSeq)(v.p)}), nil
			},
			Buffer: bytesBuffer,
		},
		Table: func() Members {
			return append(byteSeqMembers(),
				ClassMethod("fromhex(string, /)", bytesFromHex),
				Method("__bytes__()", func(b *byteSeq, t *Thread, a *Args) (Value, error) {
					if b.shape == &bytesShape {
						return Object(b), nil
					}
					return NewBytes(b.B), nil
				}),
				Method("__getnewargs__()", func(b *byteSeq, t *Thread, a *Args) (Value, error) {
					return NewTuple(NewBytes(b.B)), nil
				}),
			)
		},
	})
	initBytesIter(bytesIterType, &bytesIterShape, "bytes_iterator", func() Value { return NewBytes(nil) })
}

// byteSeqMembers are the methods that bytes and bytearray share.
func byteSeqMembers() Members {
	return Members{
		Method("capitalize()", (*byteSeq).capitalize),
		Method("center(width, fillchar=b' ', /)", (*byteSeq).center),
		Method("count(sub, start=None, end=None, /)", (*byteSeq).count),
		Method("decode(encoding='utf-8', errors='strict')", (*byteSeq).decode).Maker(quickDecode),
		Method("endswith(suffix, start=None, end=None, /)", (*byteSeq).endswith),
		Method("expandtabs(tabsize=8)", (*byteSeq).expandtabs),
		Method("find(sub, start=None, end=None, /)", (*byteSeq).find),
		Method("hex(sep='', bytes_per_sep=1)", (*byteSeq).hex).Maker(quickHex),
		Method("index(sub, start=None, end=None, /)", (*byteSeq).index),
		Method("isalnum()", (*byteSeq).isalnum),
		Method("isalpha()", (*byteSeq).isalpha),
		Method("isascii()", (*byteSeq).isascii),
		Method("isdigit()", (*byteSeq).isdigit),
		Method("islower()", (*byteSeq).islower),
		Method("isspace()", (*byteSeq).isspace),
		Method("istitle()", (*byteSeq).istitle),
		Method("isupper()", (*byteSeq).isupper),
		Method("join(iterable_of_bytes, /)", (*byteSeq).join),
		Method("ljust(width, fillchar=b' ', /)", (*byteSeq).ljust),
		Method("lower()", (*byteSeq).lower),
		Method("lstrip(bytes=None, /)", (*byteSeq).lstrip),
		StaticMethod("maketrans(frm, to, /)", bytesMaketrans),
		Method("partition(sep, /)", (*byteSeq).partition),
		Method("removeprefix(prefix, /)", (*byteSeq).removeprefix),
		Method("removesuffix(suffix, /)", (*byteSeq).removesuffix),
		Method("replace(old, new, count=-1, /)", (*byteSeq).replace),
		Method("rfind(sub, start=None, end=None, /)", (*byteSeq).rfind),
		Method("rindex(sub, start=None, end=None, /)", (*byteSeq).rindex),
		Method("rjust(width, fillchar=b' ', /)", (*byteSeq).rjust),
		Method("rpartition(sep, /)", (*byteSeq).rpartition),
		Method("rsplit(sep=None, maxsplit=-1)", (*byteSeq).rsplit),
		Method("rstrip(bytes=None, /)", (*byteSeq).rstrip),
		Method("split(sep=None, maxsplit=-1)", (*byteSeq).split),
		Method("splitlines(keepends=False)", (*byteSeq).splitlines),
		Method("startswith(prefix, start=None, end=None, /)", (*byteSeq).startswith),
		Method("strip(bytes=None, /)", (*byteSeq).strip),
		Method("swapcase()", (*byteSeq).swapcase),
		Method("title()", (*byteSeq).title),
		Method("translate(table, /, delete=b'')", (*byteSeq).translate),
		Method("upper()", (*byteSeq).upper),
		Method("zfill(width, /)", (*byteSeq).zfill),
		Method("__sizeof__()", func(b *byteSeq, t *Thread, a *Args) (Value, error) {
			return Int(int64(40 + cap(b.B))), nil
		}),
	}
}

func bytesBuffer(t *Thread, v Value) (*Buffer, error) {
	return &Buffer{Data: (*Bytes)(v.p).B, ReadOnly: true, Format: "B", ItemSize: 1, Owner: v}, nil
}

var bytesArgs = As[Native](NewNative("bytes(source=b'', encoding='utf-8', errors='strict')", func(t *Thread, a *Args) (Value, error) {
	if a.Has(0) && !a.Has(1) && !a.Has(2) {
		v := a.Value(0)
		if IsBytes(v) {
			return v, nil
		}
		r, found, err := CallSpecial(t, v, nameBytes)
		if err != nil {
			return Nil, err
		}
		if found {
			if !IsInstance(r, BytesType) {
				return Nil, Raise(TypeError, "__bytes__ returned non-bytes (type %s)", TypeName(r))
			}
			return r, nil
		}
	}
	b, err := bytesFromArgs(t, a, "bytes")
	if err != nil {
		return Nil, err
	}
	return NewBytes(b), nil
}))

func bytesNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	v, err := bytesArgs.Invoke(t, Nil, args, kw)
	if err != nil || cls == BytesType {
		return v, err
	}
	o := Alloc[Bytes](cls)
	o.B = (*byteSeq)(v.p).B
	return Object(o), nil
}

// bytesFromArgs evaluates the arguments of bytes() and bytearray(); the result is
// fresh.
func bytesFromArgs(t *Thread, a *Args, name string) ([]byte, error) {
	for i, what := range [...]string{"encoding", "errors"} {
		if a.Has(i + 1) {
			if _, ok := AsStr(a.Value(i + 1)); !ok {
				return nil, Raise(TypeError, "%s() argument '%s' must be str, not %s", name, what, typeNameOrNone(a.Value(i+1)))
			}
		}
	}
	if !a.Has(0) {
		if a.Has(1) {
			return nil, Raise(TypeError, "encoding without a string argument")
		}
		if a.Has(2) {
			return nil, Raise(TypeError, "errors without a string argument")
		}
		return nil, nil
	}
	v := a.Value(0)
	if s, ok := AsStr(v); ok {
		if !a.Has(1) {
			return nil, Raise(TypeError, "string argument without an encoding")
		}
		encoding, errs, err := codecArgs(a, 1, name)
		if err != nil {
			return nil, err
		}
		return Encode(t, s, encoding, errs)
	}
	if a.Has(1) {
		return nil, Raise(TypeError, "encoding without a string argument")
	}
	if a.Has(2) {
		return nil, Raise(TypeError, "errors without a string argument")
	}
	if isIndexable(v) || IsBig(v) {
		x, err := Index(t, v)
		switch {
		case err != nil:
			if !ErrIs(err, TypeError) {
				return nil, err
			}
		case !x.IsInt():
			return nil, Raise(OverflowError, "cannot fit '%s' into an index-sized integer", TypeName(v))
		case x.I() < 0:
			return nil, Raise(ValueError, "negative count")
		default:
			if x.I() > MaxStr {
				return nil, Raise(MemoryError, "")
			}
			if err := chargeStr(t, int(x.I())); err != nil {
				return nil, err
			}
			return make([]byte, x.I()), nil
		}
	}
	return bytesFrom(t, v, name)
}

// bytesFrom makes fresh bytes of a bytes-like object or an iterable of ints.
func bytesFrom(t *Thread, v Value, name string) ([]byte, error) {
	if m, ok := Cast[MemoryView](v, MemoryViewType); ok {
		return m.bytes(t)
	}
	if v.Type().Slots.Buffer != nil {
		b, err := AsBuffer(t, v)
		if err != nil {
			return nil, err
		}
		if err := chargeStr(t, len(b)); err != nil {
			return nil, err
		}
		return bytes.Clone(b), nil
	}
	message := "byte must be in range(0, 256)"
	if name == "bytes" {
		message = "bytes must be in range(0, 256)"
	}
	if v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil || IsInstance(v, StrType) {
		return nil, Raise(TypeError, "cannot convert '%s' object to %s", TypeName(v), name)
	}
	var out []byte
	err := Iterate(t, v, func(x Value) error {
		c, err := byteValue(t, x, message)
		if err != nil {
			return err
		}
		if n := len(out); n == cap(out) && n > 4096 {
			if err := chargeStr(t, 2*n); err != nil {
				return err
			}
		}
		out = append(out, c)
		return nil
	})
	return out, err
}

// bytesFromHex is bytes.fromhex and bytearray.fromhex; a.Self is the class.
func bytesFromHex(t *Thread, a *Args) (Value, error) {
	arg := a.Value(0)
	s, ok := AsStr(arg)
	if !ok {
		return Nil, Raise(TypeError, "fromhex() argument must be str, not %s", typeNameOrNone(arg))
	}
	text := s.String()
	if err := chargeStr(t, len(text)/2); err != nil {
		return Nil, err
	}
	cls := a.ClassOf()
	var out []byte
	if cls == BytesType {
		out = t.Scratch(len(text) / 2)
	} else {
		out = make([]byte, 0, len(text)/2)
	}
	for i := 0; i < len(text); {
		if asciiSpace(text[i]) {
			i++
			continue
		}
		hi := digitValue(text[i])
		if hi >= 16 {
			return Nil, Raise(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", s.CharAt(i))
		}
		i++
		if i >= len(text) || digitValue(text[i]) >= 16 {
			return Nil, Raise(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", s.CharAt(i))
		}
		out = append(out, byte(hi<<4|digitValue(text[i])))
		i++
	}
	if cls == BytesType {
		if cap(out) > scratchSize {
			return NewBytes(out), nil
		}
		v := CopyBytes(out)
		t.scratchBack(out)
		return v, nil
	}
	if cls == ByteArrayType {
		return NewByteArray(out), nil
	}
	return Call(t, cls.Value(), NewBytes(out))
}
