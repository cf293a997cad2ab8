package py

// strIter is what iter(str) gives.
type strIter struct {
	Head
	s   *Str // nil: exhausted
	pos int  // in bytes
	i   int  // in characters
}

var (
	strIterType, strIterASCIIType   = &Type{}, &Type{}
	strIterShape, strIterASCIIShape Shape
)

func newStrIter(s *Str) Value {
	if s.ASCII() {
		return Object(&strIter{Head: Head{&strIterASCIIShape}, s: s})
	}
	return Object(&strIter{Head: Head{&strIterShape}, s: s})
}

func initStrIter() {
	for _, x := range [...]struct {
		typ   *Type
		shape *Shape
		name  string
	}{{strIterType, &strIterShape, "str_iterator"}, {strIterASCIIType, &strIterASCIIShape, "str_ascii_iterator"}} {
		x.typ.define(x.shape, TypeSpec{
			Name:  x.name,
			Flags: Final | NotCallable,
			Slots: Slots{Iter: iterSelf, Next: strIterNext},
			Table: func() Members {
				return Members{
					Method("__length_hint__()", func(it *strIter, t *Thread, a *Args) (Value, error) {
						if it.s == nil {
							return Int(0), nil
						}
						return Int(int64(it.s.Len() - it.i)), nil
					}),
					Method("__reduce__()", func(it *strIter, t *Thread, a *Args) (Value, error) {
						if it.s == nil {
							return NewTuple(builtin(t, "iter"), NewTuple(emptyStr.Value())), nil
						}
						return NewTuple(builtin(t, "iter"), NewTuple(it.s.Value()), Int(int64(it.i))), nil
					}),
					Method("__setstate__(object, /)", func(it *strIter, t *Thread, a *Args) (Value, error) {
						n := a.Int(t, 0)
						if a.err != nil {
							return Nil, a.err
						}
						if it.s != nil {
							it.i = max(0, min(n, it.s.Len()))
							it.pos = it.s.offset(it.i)
						}
						return None, nil
					}),
				}
			},
		})
	}
}

func strIterNext(t *Thread, v Value) (Value, error) {
	it := (*strIter)(v.p)
	s := it.s
	if s == nil {
		return Nil, nil
	}
	if it.pos >= int(s.n&strMask) {
		it.s = nil
		return Nil, nil
	}
	it.i++
	if s.ASCII() {
		c := s.ByteAt(it.pos)
		it.pos++
		return Latin1(c), nil
	}
	r, n := DecodeRune(s.String()[it.pos:])
	it.pos += n
	return t.Rune(r), nil
}
