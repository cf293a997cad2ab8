package py

import (
	"bytes"
	"math"
	"unsafe"
)

// memoryview: the type's table, its constructor, attributes, release. Items are in
// memoryview_item.go, cast in memoryview_cast.go.

// MemoryView is Python's memoryview: a window on the memory of an object.
type MemoryView struct {
	Head
	base     *sharedBuffer // nil once released
	mem      []byte        // all memory of the object
	off      int           // of the first item
	shape    []int
	strides  []int
	format   string
	itemSize int
	readOnly bool
	exports  int
	hash     int64
	attrs    *Dict
}

// sharedBuffer is the buffer under all views that were made from one.
type sharedBuffer struct {
	buf  *Buffer
	refs int
}

func (s *sharedBuffer) drop() {
	if s.refs--; s.refs == 0 && s.buf.Release != nil {
		if s.buf.exports != nil {
			s.buf.exports.released(s)
		}
		s.buf.Release()
		s.buf.Release = nil
	} else if s.buf.exports != nil {
		s.buf.exports.fresh = true // the others may have been dropped
	}
}

func initMemoryView() {
	attr := func(name string, f func(t *Thread, m *MemoryView) (Value, error)) Member {
		return GetSet(name, func(t *Thread, v Value) (Value, error) {
			m := (*MemoryView)(v.p)
			if err := m.check(); err != nil {
				return Nil, err
			}
			return f(t, m)
		}, nil)
	}
	flag := func(name string, f func(m *MemoryView) bool) Member {
		return attr(name, func(_ *Thread, m *MemoryView) (Value, error) { return Bool(f(m)), nil })
	}
	num := func(name string, f func(m *MemoryView) int) Member {
		return attr(name, func(_ *Thread, m *MemoryView) (Value, error) { return Int(int64(f(m))), nil })
	}
	MemoryViewType.define(&memoryViewShape, TypeSpec{
		Name:  "memoryview",
		Flags: Final | SeqPattern,
		Doc:   "memoryview(object): the memory of a bytes-like object, without a copy.",
		Slots: Slots{
			New:      memoryViewNew,
			Repr:     memoryViewRepr,
			Hash:     memoryViewHash,
			Compare:  memoryViewCompare,
			Len:      memoryViewLen,
			GetItem:  memoryViewGetItem,
			SetItem:  memoryViewSetItem,
			Iter:     memoryViewIter,
			Buffer:   memoryViewBuffer,
			Contains: nil,
		},
		Table: func() Members {
			return Members{
				flag("c_contiguous", func(m *MemoryView) bool { return m.contiguous(false) }),
				flag("contiguous", func(m *MemoryView) bool { return m.contiguous(false) || m.contiguous(true) }),
				flag("f_contiguous", func(m *MemoryView) bool { return m.contiguous(true) }),
				attr("format", func(_ *Thread, m *MemoryView) (Value, error) { return NewStr(m.format), nil }),
				num("itemsize", func(m *MemoryView) int { return m.itemSize }),
				num("nbytes", (*MemoryView).nbytes),
				num("ndim", func(m *MemoryView) int { return len(m.shape) }),
				attr("obj", func(_ *Thread, m *MemoryView) (Value, error) {
					if m.base.buf.Owner.p == nil {
						return None, nil
					}
					return m.base.buf.Owner, nil
				}),
				flag("readonly", func(m *MemoryView) bool { return m.readOnly }),
				attr("shape", func(_ *Thread, m *MemoryView) (Value, error) { return intTuple(m.shape), nil }),
				attr("strides", func(_ *Thread, m *MemoryView) (Value, error) { return intTuple(m.strides), nil }),
				attr("suboffsets", func(_ *Thread, m *MemoryView) (Value, error) { return NewTuple(), nil }),
				Method("__enter__()", func(m *MemoryView, t *Thread, a *Args) (Value, error) { return Object(m), m.check() }),
				Method("__exit__(*args)", func(m *MemoryView, t *Thread, a *Args) (Value, error) { return None, m.Release() }),
				Method("cast(format, shape=None)", (*MemoryView).cast),
				Method("hex(sep='', bytes_per_sep=1)", (*MemoryView).hex),
				Method("release()", func(m *MemoryView, t *Thread, a *Args) (Value, error) { return None, m.Release() }),
				Method("tobytes(order='C')", (*MemoryView).tobytes),
				Method("tolist()", (*MemoryView).tolist),
				Method("toreadonly()", (*MemoryView).toreadonly),
			}
		},
	})
	memoryIterType.define(&memoryIterShape, TypeSpec{
		Name:  "memory_iterator",
		Flags: Final | NotCallable,
		Slots: Slots{Iter: iterSelf, Next: memoryIterNext},
	})
}

func intTuple(a []int) Value {
	x := MakeTuple(len(a))
	out := x.Items()
	for i, n := range a {
		out[i] = Int(int64(n))
	}
	return x.Value()
}

var memoryViewArgs = As[Native](NewNative("memoryview(object)", func(t *Thread, a *Args) (Value, error) {
	return NewMemoryView(t, a.Value(0))
}))

func memoryViewNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	return memoryViewArgs.Invoke(t, Nil, args, kw)
}

// NewMemoryView is memoryview(v).
func NewMemoryView(t *Thread, v Value) (Value, error) {
	if m, ok := Cast[MemoryView](v, MemoryViewType); ok {
		if err := m.check(); err != nil {
			return Nil, err
		}
		return Object(m.sub()), nil
	}
	if v.Type().Slots.Buffer == nil {
		return Nil, Raise(TypeError, "memoryview: a bytes-like object is required, not '%s'", TypeName(v))
	}
	buf, err := GetBuffer(t, v)
	if err != nil {
		return Nil, err
	}
	if buf.Owner.p == nil {
		buf.Owner = v
	}
	var base *sharedBuffer
	if buf.exports != nil {
		base = buf.exports.share(buf)
	} else {
		base = &sharedBuffer{buf, 1}
	}
	m := &MemoryView{
		Head: Head{&memoryViewShape}, base: base, mem: buf.Data,
		format: buf.Format, itemSize: buf.ItemSize, readOnly: buf.ReadOnly, shape: buf.Shape, strides: buf.Strides,
	}
	if m.format == "" {
		m.format = "B"
	}
	m.itemSize = max(1, m.itemSize)
	if m.shape == nil {
		m.shape = []int{len(buf.Data) / m.itemSize}
	}
	if m.strides == nil {
		m.strides = cStrides(m.shape, m.itemSize)
	}
	return Object(m), nil
}

func cStrides(shape []int, itemSize int) []int {
	s := make([]int, len(shape))
	n := itemSize
	for i := len(shape) - 1; i >= 0; i-- {
		s[i] = n
		n *= shape[i]
	}
	return s
}

// sub is a further view on the same memory.
func (m *MemoryView) sub() *MemoryView {
	m.base.refs++
	return &MemoryView{
		Head: Head{&memoryViewShape}, base: m.base, mem: m.mem, off: m.off, shape: m.shape, strides: m.strides,
		format: m.format, itemSize: m.itemSize, readOnly: m.readOnly,
	}
}

func (m *MemoryView) check() error {
	if m.base == nil {
		return Raise(ValueError, "operation forbidden on released memoryview object")
	}
	return nil
}

// Release is m.release().
func (m *MemoryView) Release() error {
	if m.base == nil {
		return nil
	}
	if m.exports > 0 {
		return Raise(BufferError, "memoryview has %d exported buffer%s", m.exports, plural(m.exports))
	}
	m.base.drop()
	m.base, m.mem = nil, nil
	return nil
}

func (m *MemoryView) items() int {
	n := 1
	for _, k := range m.shape {
		n *= k
	}
	return n
}

func (m *MemoryView) nbytes() int { return m.items() * m.itemSize }

// contiguous reports whether the items lie one after the other, in Fortran's order
// (first index fastest) or C's.
func (m *MemoryView) contiguous(fortran bool) bool {
	if m.items() == 0 {
		return true
	}
	n := m.itemSize
	for k := range m.shape {
		i := len(m.shape) - 1 - k
		if fortran {
			i = k
		}
		if m.shape[i] > 1 && m.strides[i] != n {
			return false
		}
		n *= m.shape[i]
	}
	return true
}

// direct is the memory of a contiguous view.
func (m *MemoryView) direct() []byte {
	n := m.nbytes()
	if n == 0 {
		return nil
	}
	return m.mem[m.off : m.off+n : m.off+n]
}

// bytes returns a copy of the items, in C's order.
func (m *MemoryView) bytes(t *Thread) ([]byte, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	if err := chargeStr(t, m.nbytes()); err != nil {
		return nil, err
	}
	if m.contiguous(false) {
		return bytes.Clone(m.direct()), nil
	}
	out := make([]byte, 0, m.nbytes())
	m.each(func(off int) { out = append(out, m.mem[off:off+m.itemSize]...) })
	return out, nil
}

// each calls f with the position of every item in C's order.
func (m *MemoryView) each(f func(off int)) { eachItem(m.shape, m.strides, m.off, f) }

func eachItem(shape, strides []int, off int, f func(off int)) {
	if len(shape) == 0 {
		f(off)
		return
	}
	for i := 0; i < shape[0]; i++ {
		eachItem(shape[1:], strides[1:], off+i*strides[0], f)
	}
}

func memoryViewBuffer(t *Thread, v Value) (*Buffer, error) {
	m := (*MemoryView)(v.p)
	if err := m.check(); err != nil {
		return nil, err
	}
	if !m.contiguous(false) {
		return nil, Raise(BufferError, "memoryview: underlying buffer is not C-contiguous")
	}
	m.exports++
	return &Buffer{
		Data: m.direct(), ReadOnly: m.readOnly, Format: m.format, ItemSize: m.itemSize, Shape: m.shape, Strides: m.strides,
		Owner: v, Release: func() { m.exports-- },
	}, nil
}

func memoryViewRepr(t *Thread, v Value) (Value, error) {
	if (*MemoryView)(v.p).base == nil {
		return NewStr("<released memory at " + Address(t, v) + ">"), nil
	}
	return NewStr("<memory at " + Address(t, v) + ">"), nil
}

func memoryViewHash(t *Thread, v Value) (int64, error) {
	m := (*MemoryView)(v.p)
	if m.hash != 0 {
		return m.hash, nil
	}
	if err := m.check(); err != nil {
		return 0, err
	}
	if !m.readOnly {
		return 0, Raise(ValueError, "cannot hash writable memoryview object")
	}
	if c := m.code(); c != 'B' && c != 'b' && c != 'c' {
		return 0, Raise(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
	}
	b, err := m.bytes(t)
	if err != nil {
		return 0, err
	}
	m.hash = hashBytes(b)
	return m.hash, nil
}

func memoryViewLen(t *Thread, v Value) (int, error) {
	m := (*MemoryView)(v.p)
	if err := m.check(); err != nil {
		return 0, err
	}
	if len(m.shape) == 0 {
		return 0, Raise(TypeError, "0-dim memory has no length")
	}
	return m.shape[0], nil
}

func memoryViewCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	eq, err := (*MemoryView)(a.p).equal(t, b)
	if err != nil {
		return Nil, err
	}
	return Bool(eq == (op == OpEq)), nil
}

func (m *MemoryView) equal(t *Thread, b Value) (bool, error) {
	o, ok := Cast[MemoryView](b, MemoryViewType)
	if ok && (m == o || m.base == nil || o.base == nil) {
		return m == o, nil
	}
	if m.base == nil {
		return false, nil
	}
	if !ok {
		if b.Type().Slots.Buffer == nil {
			return false, nil
		}
		v, err := NewMemoryView(t, b)
		if err != nil {
			return false, nil
		}
		o = (*MemoryView)(v.p)
		defer func() { _ = o.Release() }()
	}
	if len(m.shape) != len(o.shape) {
		return false, nil
	}
	for i, n := range m.shape {
		if n != o.shape[i] {
			return false, nil
		}
		if n == 0 {
			return true, nil
		}
	}
	c, d := m.code(), o.code()
	if c == 0 || d == 0 {
		return false, nil
	}
	x, err := m.bytes(t)
	if err != nil {
		return false, err
	}
	y, err := o.bytes(t)
	if err != nil {
		return false, err
	}
	if c == d && c != 'f' && c != 'd' && c != 'e' && c != '?' {
		return bytes.Equal(x, y), nil
	}
	for i, j := 0, 0; i < len(x); i, j = i+m.itemSize, j+o.itemSize {
		eq, err := Equal(t, unpackItem(c, x[i:]), unpackItem(d, y[j:]))
		if !eq || err != nil {
			return false, err
		}
	}
	return true, nil
}

func (m *MemoryView) hex(t *Thread, a *Args) (Value, error) {
	if err := m.check(); err != nil {
		return Nil, err
	}
	sep, group, err := hexArgs(t, a)
	if err != nil {
		return Nil, err
	}
	b, err := m.bytes(t)
	if err != nil {
		return Nil, err
	}
	return hexText(t, b, sep, group)
}

func (m *MemoryView) tobytes(t *Thread, a *Args) (Value, error) {
	if err := m.check(); err != nil {
		return Nil, err
	}
	order := "C"
	if a.Given(0) {
		s, ok := AsStr(a.Value(0))
		if !ok {
			return Nil, Raise(TypeError, "tobytes() argument 'order' must be str or None, not %s", TypeName(a.Value(0)))
		}
		order = s.String()
	}
	if order != "C" && order != "F" && order != "A" {
		return Nil, Raise(ValueError, "order must be 'C', 'F' or 'A'")
	}
	if order == "F" || order == "A" && !m.contiguous(false) && m.contiguous(true) {
		f := *m
		f.shape, f.strides = reversed(m.shape), reversed(m.strides)
		m = &f
	}
	b, err := m.bytes(t)
	if err != nil {
		return Nil, err
	}
	return NewBytes(b), nil
}

func reversed(a []int) []int {
	out := make([]int, len(a))
	for i, n := range a {
		out[len(a)-1-i] = n
	}
	return out
}

func (m *MemoryView) toreadonly(t *Thread, a *Args) (Value, error) {
	if err := m.check(); err != nil {
		return Nil, err
	}
	s := m.sub()
	s.readOnly = true
	return Object(s), nil
}

func (m *MemoryView) tolist(t *Thread, a *Args) (Value, error) {
	if err := m.check(); err != nil {
		return Nil, err
	}
	c, err := m.needCode()
	if err != nil {
		return Nil, err
	}
	if err := t.Alloc(m.items() * int(unsafe.Sizeof(Nil))); err != nil {
		return Nil, err
	}
	return m.nested(t, c, m.shape, m.strides, m.off)
}

func (m *MemoryView) nested(t *Thread, c byte, shape, strides []int, off int) (Value, error) {
	if len(shape) == 0 {
		return unpackItem(c, m.mem[off:]), nil
	}
	out := make([]Value, shape[0])
	for i := range out {
		v, err := m.nested(t, c, shape[1:], strides[1:], off+i*strides[0])
		if err != nil {
			return Nil, err
		}
		out[i] = v
		if i&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return Nil, err
			}
		}
	}
	return NewList(out).Value(), nil
}

// Cast: memoryview.cast(format[, shape]).
func (m *MemoryView) cast(t *Thread, a *Args) (Value, error) {
	if err := m.check(); err != nil {
		return Nil, err
	}
	f, ok := AsStr(a.Value(0))
	if !ok {
		return Nil, Raise(TypeError, "cast() argument 'format' must be str, not %s", typeNameOrNone(a.Value(0)))
	}
	if !m.contiguous(false) {
		return Nil, Raise(TypeError, "memoryview: casts are restricted to C-contiguous views")
	}
	var dims []int
	if a.Given(1) {
		var items []Value
		if l, ok := AsList(a.Value(1)); ok {
			items = l.A
		} else if x, ok := AsTuple(a.Value(1)); ok {
			items = x.Items()
		} else {
			return Nil, Raise(TypeError, "shape must be a list or a tuple")
		}
		if len(items) > 64 {
			return Nil, Raise(ValueError, "memoryview: number of dimensions must not exceed 64")
		}
		if len(m.shape) != 1 && len(items) != 1 {
			return Nil, Raise(TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D")
		}
		dims = make([]int, 0, len(items))
		for _, v := range items {
			x, ok := IsIntLike(v)
			if !ok {
				return Nil, Raise(TypeError, "memoryview.cast(): elements of shape must be integers")
			}
			if !x.IsInt() || x.I() <= 0 || x.I() > math.MaxInt32*1024 {
				return Nil, Raise(ValueError, "memoryview.cast(): elements of shape must be integers > 0")
			}
			dims = append(dims, int(x.I()))
		}
	} else if len(m.shape) == 0 {
		dims = nil
	}
	src := m.code()
	dst := formatCode(f.String())
	size := itemSizes[dst]
	if size == 0 {
		return Nil, Raise(ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	if src == 0 || len(m.format) > 1 && m.format[0] != '@' {
		return Nil, Raise(ValueError, "memoryview: source format must be a native single character format prefixed with an optional '@'")
	}
	if !isByteCode(src) && !isByteCode(dst) {
		return Nil, Raise(TypeError, "memoryview: cannot cast between two non-byte formats")
	}
	n := m.nbytes()
	if n%int(size) != 0 {
		return Nil, Raise(TypeError, "memoryview: length is not a multiple of itemsize")
	}
	s := m.sub()
	s.format, s.itemSize = f.String(), int(size)
	s.shape = []int{n / int(size)}
	if a.Given(1) {
		total := int(size)
		for _, k := range dims {
			if total > math.MaxInt/k {
				s.base.drop()
				return Nil, Raise(ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX")
			}
			total *= k
		}
		if total != n {
			s.base.drop()
			return Nil, Raise(TypeError, "memoryview: product(shape) * itemsize != buffer size")
		}
		s.shape = dims
	}
	s.strides = cStrides(s.shape, s.itemSize)
	return Object(s), nil
}

func isByteCode(c byte) bool { return c == 'b' || c == 'B' || c == 'c' }
