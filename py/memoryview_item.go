package py

import (
	"encoding/binary"
	"math"
)

// Items of memoryviews: indexing, iteration, packing and unpacking.

// itemSizes are the sizes of native formats, 0 for others. The machine is little-endian
// with 64-bit longs, whatever it really is: formats of arrays agree with that.
var itemSizes = [256]uint8{
	'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'e': 2, 'i': 4, 'I': 4, 'f': 4,
	'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'n': 8, 'N': 8, 'd': 8, 'P': 8,
}

// formatCode is the character of a native format with an optional '@', 0 for others.
func formatCode(f string) byte {
	if len(f) == 2 && f[0] == '@' {
		f = f[1:]
	}
	if len(f) == 1 && itemSizes[f[0]] > 0 {
		return f[0]
	}
	return 0
}

func (m *MemoryView) code() byte {
	if c := formatCode(m.format); c != 0 && int(itemSizes[c]) == m.itemSize {
		return c
	}
	return 0
}

func (m *MemoryView) needCode() (byte, error) {
	if c := m.code(); c != 0 {
		return c, nil
	}
	return 0, Raise(NotImplementedError, "memoryview: unsupported format %s", m.format)
}

func unpackItem(c byte, b []byte) Value {
	le := binary.LittleEndian
	switch c {
	case 'B':
		return Int(int64(b[0]))
	case 'b':
		return Int(int64(int8(b[0])))
	case 'c':
		return NewBytes([]byte{b[0]})
	case '?':
		return Bool(b[0] != 0)
	case 'h':
		return Int(int64(int16(le.Uint16(b))))
	case 'H':
		return Int(int64(le.Uint16(b)))
	case 'i':
		return Int(int64(int32(le.Uint32(b))))
	case 'I':
		return Int(int64(le.Uint32(b)))
	case 'l', 'q', 'n':
		return Int(int64(le.Uint64(b)))
	case 'L', 'Q', 'N', 'P':
		return NewUint(le.Uint64(b))
	case 'e':
		return Float(HalfToFloat(le.Uint16(b)))
	case 'f':
		return Float(float64(math.Float32frombits(le.Uint32(b))))
	}
	return Float(math.Float64frombits(le.Uint64(b)))
}

// HalfToFloat converts a half-precision number.
func HalfToFloat(h uint16) float64 {
	exp, frac := int(h>>10&31), float64(h&1023)
	var f float64
	switch exp {
	case 0:
		f = math.Ldexp(frac, -24)
	case 31:
		f = math.Inf(1)
		if frac != 0 {
			f = math.NaN()
		}
	default:
		f = math.Ldexp(1024+frac, exp-25)
	}
	if h>>15 != 0 {
		return math.Copysign(f, -1)
	}
	return f
}

// FloatToHalf rounds f to half precision, ties to even; ok is false if it is too large.
func FloatToHalf(f float64) (h uint16, ok bool) {
	var sign uint16
	if math.Signbit(f) {
		sign = 0x8000
		f = -f
	}
	switch {
	case math.IsNaN(f):
		return sign | 0x7E00, true
	case math.IsInf(f, 0):
		return sign | 0x7C00, true
	case f == 0:
		return sign, true
	}
	_, e := math.Frexp(f) // f = m * 2**e, m in [0.5, 1)
	e = max(e, -13)
	n := math.RoundToEven(math.Ldexp(f, 11-e))
	// n counts units of 2**(e-11): below 1024 it is subnormal.
	if n >= 2048 {
		n /= 2
		e++
	}
	if e > 16 {
		return 0, false
	}
	if n < 1024 {
		return sign | uint16(n), true
	}
	return sign | uint16(e+14)<<10 | uint16(n-1024), true
}

// packItem writes v at the start of b.
func packItem(t *Thread, c byte, b []byte, v Value, format string) error {
	le := binary.LittleEndian
	wrongType := func() error { return Raise(TypeError, "memoryview: invalid type for format '%s'", format) }
	wrongValue := func() error { return Raise(ValueError, "memoryview: invalid value for format '%s'", format) }
	switch c {
	case 'c':
		x, ok := Cast[Bytes](v, BytesType)
		if !ok {
			return wrongType()
		}
		if len(x.B) != 1 {
			return wrongValue()
		}
		b[0] = x.B[0]
		return nil
	case '?':
		ok, err := Truth(t, v)
		if err != nil {
			return err
		}
		b[0] = 0
		if ok {
			b[0] = 1
		}
		return nil
	case 'd', 'f', 'e':
		f, err := AsFloat(t, v)
		if err != nil {
			if ErrIs(err, TypeError) {
				return wrongType()
			}
			return err
		}
		switch c {
		case 'd':
			le.PutUint64(b, math.Float64bits(f))
		case 'f':
			if x := float32(f); math.IsInf(float64(x), 0) && !math.IsInf(f, 0) {
				return wrongValue()
			} else {
				le.PutUint32(b, math.Float32bits(x))
			}
		default:
			h, ok := FloatToHalf(f)
			if !ok {
				return wrongValue()
			}
			le.PutUint16(b, h)
		}
		return nil
	}
	if !isIndexable(v) && !IsBig(v) {
		return wrongType()
	}
	x, err := Index(t, v)
	if err != nil {
		if ErrIs(err, TypeError) {
			return wrongType()
		}
		return err
	}
	bits := uint(itemSizes[c]) * 8
	signed := c >= 'a' // small letters are signed
	if !x.IsInt() {
		if signed || bits < 64 || AsBig(x).Sign() < 0 || AsBig(x).BitLen() > 64 {
			return wrongValue()
		}
		le.PutUint64(b, AsBig(x).Uint64())
		return nil
	}
	n := x.I()
	if signed {
		if bits < 64 && (n < -1<<(bits-1) || n >= 1<<(bits-1)) {
			return wrongValue()
		}
	} else if n < 0 || bits < 64 && n >= 1<<bits {
		return wrongValue()
	}
	switch bits {
	case 8:
		b[0] = byte(n)
	case 16:
		le.PutUint16(b, uint16(n))
	case 32:
		le.PutUint32(b, uint32(n))
	default:
		le.PutUint64(b, uint64(n))
	}
	return nil
}

// itemAt returns the position of the item (or of the first item of the row) that
// index i of dimension dim chooses.
func (m *MemoryView) itemAt(i, dim, off int) (int, error) {
	n := m.shape[dim]
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return 0, Raise(IndexError, "index out of bounds on dimension %d", dim+1)
	}
	return off + i*m.strides[dim], nil
}

// indexOf evaluates key as the position of one item; slice is set if it is a slice.
func (m *MemoryView) indexOf(t *Thread, key Value) (off int, slice *Slice, err error) {
	if err := m.check(); err != nil {
		return 0, nil, err
	}
	if len(m.shape) == 0 {
		if x, ok := AsTuple(key); ok && x.Len() == 0 || key == Ellipsis {
			return m.off, nil, nil
		}
		return 0, nil, Raise(TypeError, "invalid indexing of 0-dim memory")
	}
	if s, ok := AsSlice(key); ok {
		return 0, s, nil
	}
	if isIndexable(key) || IsBig(key) {
		i, err := AsIndexFit(t, key)
		if err != nil {
			return 0, nil, err
		}
		if err := m.check(); err != nil {
			return 0, nil, err
		}
		if len(m.shape) > 1 {
			return 0, nil, Raise(NotImplementedError, "multi-dimensional sub-views are not implemented")
		}
		off, err = m.itemAt(i, 0, m.off)
		return off, nil, err
	}
	x, ok := AsTuple(key)
	if !ok {
		return 0, nil, Raise(TypeError, "memoryview: invalid slice key")
	}
	for _, v := range x.Items() {
		if !isIndexable(v) {
			if _, ok := AsSlice(v); ok {
				return 0, nil, Raise(NotImplementedError, "multi-dimensional slicing is not implemented")
			}
			return 0, nil, Raise(TypeError, "memoryview: invalid slice key")
		}
	}
	if x.Len() < len(m.shape) {
		return 0, nil, Raise(NotImplementedError, "sub-views are not implemented")
	}
	if x.Len() > len(m.shape) {
		return 0, nil, Raise(TypeError, "cannot index %d-dimension view with %d-element tuple", len(m.shape), x.Len())
	}
	off = m.off
	for d, v := range x.Items() {
		i, err := AsIndexFit(t, v)
		if err != nil {
			return 0, nil, err
		}
		if err := m.check(); err != nil {
			return 0, nil, err
		}
		if off, err = m.itemAt(i, d, off); err != nil {
			return 0, nil, err
		}
	}
	return off, nil, nil
}

// AsIndexFit is v.__index__() as an int; IndexError if it does not fit.
func AsIndexFit(t *Thread, v Value) (int, error) { return seqIndexRaw(t, v, "memoryview") }

func memoryViewGetItem(t *Thread, v, key Value) (Value, error) {
	m := (*MemoryView)(v.p)
	if !key.IsInt() {
		if err := t.heapCheck(); err != nil {
			return Nil, err
		}
	}
	if key.IsInt() && len(m.shape) == 1 && m.itemSize == 1 && m.format == "B" && m.base != nil {
		off, err := m.itemAt(int(key.I()), 0, m.off)
		if err != nil {
			return Nil, err
		}
		return Int(int64(m.mem[off])), nil
	}
	if len(m.shape) == 0 && key == Ellipsis && m.base != nil {
		return v, nil
	}
	off, slice, err := m.indexOf(t, key)
	if err != nil {
		return Nil, err
	}
	if slice != nil {
		s, err := m.sliced(t, slice)
		if err != nil {
			return Nil, err
		}
		return Object(s), nil
	}
	c, err := m.needCode()
	if err != nil {
		return Nil, err
	}
	return unpackItem(c, m.mem[off:]), nil
}

// sliced is the view that a slice of the first dimension chooses.
func (m *MemoryView) sliced(t *Thread, s *Slice) (*MemoryView, error) {
	start, _, step, n, err := SliceIndices(t, s, m.shape[0])
	if err != nil {
		return nil, err
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	if len(m.shape) == 1 {
		return m.window(start, n, step), nil
	}
	o := m.sub()
	o.shape = append([]int{n}, m.shape[1:]...)
	o.strides = append([]int{m.strides[0] * step}, m.strides[1:]...)
	if n > 0 {
		o.off += start * m.strides[0]
	}
	return o, nil
}

// memoryView1 is a view of one dimension and its length in one object.
type memoryView1 struct {
	MemoryView
	n [1]int
}

// window is sliced for a view of one dimension.
func (m *MemoryView) window(start, n, step int) *MemoryView {
	m.base.refs++
	o := &memoryView1{MemoryView: MemoryView{
		Head: Head{&memoryViewShape}, base: m.base, mem: m.mem, off: m.off, strides: m.strides,
		format: m.format, itemSize: m.itemSize, readOnly: m.readOnly,
	}, n: [1]int{n}}
	o.shape = o.n[:]
	if step != 1 {
		o.strides = []int{m.strides[0] * step}
	}
	if n > 0 {
		o.off += start * m.strides[0]
	}
	return &o.MemoryView
}

func memoryViewSetItem(t *Thread, v, key, val Value) error {
	m := (*MemoryView)(v.p)
	if err := m.check(); err != nil {
		return err
	}
	if m.readOnly {
		return Raise(TypeError, "cannot modify read-only memory")
	}
	if val.p == nil {
		return Raise(TypeError, "cannot delete memory")
	}
	off, slice, err := m.indexOf(t, key)
	if err != nil {
		return err
	}
	if slice != nil {
		return m.setSlice(t, slice, val)
	}
	c, err := m.needCode()
	if err != nil {
		return err
	}
	var tmp [8]byte
	if err := packItem(t, c, tmp[:], val, m.format); err != nil {
		return err
	}
	if err := m.check(); err != nil { // packing may run Python code
		return err
	}
	copy(m.mem[off:off+m.itemSize], tmp[:])
	return nil
}

func (m *MemoryView) setSlice(t *Thread, s *Slice, val Value) error {
	if len(m.shape) > 1 {
		return Raise(NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
	}
	if val.Type().Slots.Buffer == nil {
		return Raise(TypeError, "a bytes-like object is required, not '%s'", TypeName(val))
	}
	x, err := NewMemoryView(t, val)
	if err != nil {
		return err
	}
	src := (*MemoryView)(x.p)
	defer func() { _ = src.Release() }()
	dst, err := m.sliced(t, s)
	if err != nil {
		return err
	}
	defer dst.base.drop()
	f := func(s string) string {
		if len(s) > 1 && s[0] == '@' {
			return s[1:]
		}
		return s
	}
	if len(src.shape) != 1 || src.shape[0] != dst.shape[0] || f(src.format) != f(m.format) || src.itemSize != m.itemSize {
		return Raise(ValueError, "memoryview assignment: lvalue and rvalue have different structures")
	}
	if dst.contiguous(false) && src.contiguous(false) {
		copy(dst.direct(), src.direct())
		return nil
	}
	data, err := src.bytes(t)
	if err != nil {
		return err
	}
	i := 0
	dst.each(func(off int) {
		copy(m.mem[off:off+m.itemSize], data[i:i+m.itemSize])
		i += m.itemSize
	})
	return nil
}

// memoryIter is what iter(memoryview) gives.
type memoryIter struct {
	Head
	m *MemoryView // nil: exhausted
	i int
}

var (
	memoryIterType  = &Type{}
	memoryIterShape Shape
)

func memoryViewIter(t *Thread, v Value) (Value, error) {
	m := (*MemoryView)(v.p)
	if err := m.check(); err != nil {
		return Nil, err
	}
	switch {
	case len(m.shape) == 0:
		return Nil, Raise(TypeError, "invalid indexing of 0-dim memory")
	case len(m.shape) > 1:
		return Nil, Raise(NotImplementedError, "multi-dimensional sub-views are not implemented")
	}
	if _, err := m.needCode(); err != nil {
		return Nil, err
	}
	return Object(&memoryIter{Head: Head{&memoryIterShape}, m: m}), nil
}

func memoryIterNext(t *Thread, v Value) (Value, error) {
	it := (*memoryIter)(v.p)
	m := it.m
	if m == nil {
		return Nil, nil
	}
	if err := m.check(); err != nil {
		return Nil, err
	}
	if it.i >= m.shape[0] {
		it.m = nil
		return Nil, nil
	}
	off := m.off + it.i*m.strides[0]
	it.i++
	return unpackItem(m.code(), m.mem[off:]), nil
}
