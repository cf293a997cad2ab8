package structs

import "github.com/woma-lang/woma/py"

// structObj is a Struct.
type structObj struct {
	py.Head
	l *layout
}

var structType = py.LazyType("Struct", structSpec)

func structSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_struct", Flags: py.DottedName,
		Doc:     "Struct(format): a format that is read once and used often.",
		SubDict: py.SubDict[structObj](),
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
				return py.Object(py.Alloc[structObj](cls)), nil
			},
			Init: structInit,
			Repr: structRepr,
		},
		Members: py.Members{
			py.GetSet("format", func(t *py.Thread, v py.Value) (py.Value, error) {
				s, err := ready(v)
				if err != nil {
					return py.Nil, err
				}
				return py.NewStr(s.format), nil
			}, nil),
			py.FastMethod("iter_unpack(buffer, /)", withLayout((*layout).iter_unpack)),
			py.FastMethod("pack(*args)", withLayout((*layout).pack)),
			py.FastMethod("pack_into(*args)", withLayout((*layout).pack_into)),
			py.GetSet("size", func(t *py.Thread, v py.Value) (py.Value, error) {
				s, err := ready(v)
				if err != nil {
					return py.Nil, err
				}
				return py.Int(int64(s.size)), nil
			}, nil),
			py.FastMethod("unpack(buffer, /)", withLayout((*layout).unpack)),
			py.MethodOf("unpack_from(buffer, offset=0)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return unpackFrom(t, a.Self, []py.Value{a.Value(0), a.ValueOr(1, py.Int(0))})
			}).Fast(unpackFrom),
			py.Method("__sizeof__()", (*structObj).__sizeof__),
		},
	}
}

func structInit(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error {
	var format py.Value
	switch {
	case len(args) > 1:
		return py.Raise(py.TypeError, "Struct() takes at most 1 argument (%d given)", len(args))
	case len(kw) == 1 && kw[0].String() != "format":
		return py.Raise(py.TypeError, "Struct() missing required argument 'format' (pos 1)")
	case len(args) == 0:
		return py.Raise(py.TypeError, "Struct() missing required argument 'format' (pos 1)")
	default:
		format = args[0]
	}
	if b, ok := py.Cast[py.ByteArray](format, py.ByteArrayType); ok {
		_ = b
		return py.Raise(py.TypeError, "Struct() argument 1 must be a str or bytes object, not %s", py.TypeName(format))
	}
	l, err := layoutOf(t, format)
	if err != nil {
		return err
	}
	py.As[structObj](self).l = l
	return nil
}

func ready(v py.Value) (*layout, error) {
	if l := py.As[structObj](v).l; l != nil {
		return l, nil
	}
	return nil, py.Raise(py.RuntimeError, "Struct object is not initialized")
}

func structRepr(t *py.Thread, v py.Value) (py.Value, error) {
	l, err := ready(v)
	if err != nil {
		return py.Nil, err
	}
	s, err := py.Repr(t, py.NewStr(l.format))
	if err != nil {
		return py.Nil, err
	}
	return py.NewStr(v.Type().Name + "(" + s.String() + ")"), nil
}

// unpackFrom is the method unpack_from.
func unpackFrom(t *py.Thread, self py.Value, args []py.Value) (py.Value, error) {
	l, err := ready(self)
	if err != nil {
		return py.Nil, err
	}
	return l.unpack_from(t, args)
}

// withLayout makes a method of what needs the layout alone.
//
//go:noinline
func withLayout(fn func(l *layout, t *py.Thread, args []py.Value) (py.Value, error)) py.FastNative {
	return func(t *py.Thread, self py.Value, args []py.Value) (py.Value, error) {
		l, err := ready(self)
		if err != nil {
			return py.Nil, err
		}
		return fn(l, t, args)
	}
}

func (s *structObj) __sizeof__(t *py.Thread, a *py.Args) (py.Value, error) {
	n := 0
	if s.l != nil {
		n = 32 * (len(s.l.fields) + 1)
	}
	return py.Int(int64(56 + n)), nil
}

// unpackIter is what iter_unpack returns.
type unpackIter struct {
	py.Head
	l   *layout
	buf *py.Buffer
	at  int
}

var unpackIterType = py.LazyType("unpack_iterator", unpackIterSpec)

func unpackIterSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_struct",
		Flags:  py.NotCallable | py.Final | py.DottedName,
		Slots:  py.Slots{Iter: py.IterSelf, Next: unpackIterNext}, NextLeaf: leafUnpackNext, NextRow: leafUnpackRow,
		Members: py.Members{
			py.Method("__length_hint__()", func(it *unpackIter, t *py.Thread, a *py.Args) (py.Value, error) {
				if it.l == nil {
					return py.Int(0), nil
				}
				return py.Int(int64((len(it.buf.Data) - it.at) / it.l.size)), nil
			}),
		},
	}
}

func (l *layout) iter_unpack(t *py.Thread, args []py.Value) (py.Value, error) {
	if l.size == 0 {
		return py.Nil, fail("cannot iteratively unpack with a struct of length 0")
	}
	buf, err := py.GetBuffer(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	if len(buf.Data)%l.size != 0 {
		if buf.Release != nil {
			buf.Release()
		}
		return py.Nil, fail("iterative unpacking requires a buffer of a multiple of %d bytes", l.size)
	}
	return py.Object(&unpackIter{Head: unpackIterType.Root(), l: l, buf: buf}), nil
}

func unpackIterNext(t *py.Thread, v py.Value) (py.Value, error) {
	it := py.As[unpackIter](v)
	if it.l == nil {
		return py.Nil, nil
	}
	if it.at >= len(it.buf.Data) {
		if it.buf.Release != nil {
			it.buf.Release()
		}
		it.l, it.buf = nil, nil
		return py.Nil, nil
	}
	r, err := it.l.get(t, it.buf.Data[it.at:it.at+it.l.size])
	it.at += it.l.size
	return r, err
}

// quick returns the next bytes to be unpacked into a short row, nil if there are none.
func (it *unpackIter) quick() []byte {
	if it.l == nil || !it.l.short || it.at >= len(it.buf.Data) {
		return nil
	}
	it.at += it.l.size
	return it.buf.Data[it.at-it.l.size : it.at]
}

func leafUnpackNext(dst, v *py.Value) bool {
	it := (*unpackIter)(v.Ptr())
	b := it.quick()
	if b != nil {
		*dst = it.l.row(b)
	}
	return b != nil
}

func leafUnpackRow(row []py.Value, v *py.Value) bool {
	it := (*unpackIter)(v.Ptr())
	if it.l == nil || it.l.items != len(row) {
		return false
	}
	b := it.quick()
	if b != nil {
		it.l.fill(row, b)
	}
	return b != nil
}
