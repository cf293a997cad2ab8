package py

import (
	"bytes"
	"hash/maphash"
	"unsafe"
)

// What bytes and bytearray share. Their methods are in the bytes_*.go files.

// byteSeq is the common start of Bytes and ByteArray.
type byteSeq struct {
	Head
	B []byte
}

// bytesText is b as text that shares its memory, for the functions on strings.
func bytesText(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// text is the content as a string that shares memory; a bytearray must not change
// while it is in use.
func (b *byteSeq) text() string { return bytesText(b.B) }

func (b *byteSeq) isArray() bool { return b.shape.Class.IsSubtype(ByteArrayType) }

// like returns data, which is given away, as bytes or bytearray.
func (b *byteSeq) like(data []byte) Value {
	if b.isArray() {
		return NewByteArray(data)
	}
	return NewBytes(data)
}

// same is the result of an operation that changes nothing.
func (b *byteSeq) same(t *Thread) (Value, error) {
	if b.shape == &bytesShape {
		return Object(b), nil
	}
	if err := chargeStr(t, len(b.B)); err != nil {
		return Nil, err
	}
	return b.like(bytes.Clone(b.B)), nil
}

// copyOf returns a part of the text as bytes or bytearray of its own.
func (b *byteSeq) copyOf(s string) Value { return b.like([]byte(s)) }

// AsBytes returns the content of v if its class is bytes or bytearray or derives
// from one of them.
func AsBytes(v Value) ([]byte, bool) {
	if v.p == nil {
		return nil, false
	}
	if IsBytes(v) || IsByteArray(v) || IsInstance(v, BytesType) || IsInstance(v, ByteArrayType) {
		return (*byteSeq)(v.p).B, true
	}
	return nil, false
}

func byteSeqLen(t *Thread, v Value) (int, error) { return len((*byteSeq)(v.p).B), nil }

func hashBytes(b []byte) int64 {
	h := int64(maphash.Bytes(hashSeed, b))
	switch {
	case h == -1:
		return -2
	case h >= 0 && h <= bytesRoomy:
		return 100 + h
	}
	return h
}

func bytesHash(t *Thread, v Value) (int64, error) {
	b := (*Bytes)(v.p)
	if b.hash >= 0 && b.hash <= bytesRoomy {
		b.hash = hashBytes(b.B)
	}
	return b.hash, nil
}

func bytesCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	y, ok := Cast[Bytes](b, BytesType)
	if !ok {
		return NotImplemented, nil
	}
	x := (*Bytes)(a.p)
	return compareBytes(op, x.B, y.B), nil
}

func compareBytes(op CmpOp, x, y []byte) Value {
	switch op {
	case OpEq:
		return Bool(bytes.Equal(x, y))
	case OpNe:
		return Bool(!bytes.Equal(x, y))
	}
	return Bool(cmpHolds(op, bytes.Compare(x, y)))
}

// byteSeqBinary is +, * and %.
func byteSeqBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	x, left := AsBytes(a)
	switch op {
	case OpAdd:
		if !left || b.Type().Slots.Buffer == nil {
			return NotImplemented, nil
		}
		y, err := AsBuffer(t, b)
		if err != nil {
			return Nil, err
		}
		if err := t.heapCheck(); err != nil {
			return Nil, err
		}
		if IsBytes(a) {
			return addBytes(t, (*Bytes)(a.p), y)
		}
		if err := chargeStr(t, len(x)+len(y)); err != nil {
			return Nil, err
		}
		sum := make([]byte, len(x)+len(y))
		copy(sum[copy(sum, x):], y)
		return (*byteSeq)(a.p).like(sum), nil
	case OpMul:
		self, num := a, b
		if !left {
			self, num = b, a
		}
		n, ok, err := repeatCount(t, num)
		if err != nil {
			return Nil, err
		}
		if !ok {
			return NotImplemented, nil
		}
		x = (*byteSeq)(self.p).B
		if n == 1 {
			return (*byteSeq)(self.p).same(t)
		}
		if n == 0 || len(x) == 0 {
			return (*byteSeq)(self.p).like(nil), nil
		}
		r, err := repeatBytes(t, bytesText(x), n, "repeated bytes are too long")
		if err != nil && ErrIs(err, OverflowError) && (*byteSeq)(self.p).isArray() {
			err = Raise(MemoryError, "")
		}
		if err != nil {
			return Nil, err
		}
		return (*byteSeq)(self.p).like(r), nil
	case OpMod:
		if !left {
			return NotImplemented, nil
		}
		self := (*byteSeq)(a.p)
		r, err := percentBytes(t, string(self.B), b)
		if err != nil {
			return Nil, err
		}
		return self.like(r), nil
	}
	return NotImplemented, nil
}

// byteValue is v as a byte; message is for one out of range.
func byteValue(t *Thread, v Value, message string) (byte, error) {
	if v.IsInt() {
		if uint64(v.I()) < 256 {
			return byte(v.I()), nil
		}
		return 0, Raise(ValueError, "%s", message)
	}
	x, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if !x.IsInt() || uint64(x.I()) >= 256 {
		return 0, Raise(ValueError, "%s", message)
	}
	return byte(x.I()), nil
}

func byteSeqContains(t *Thread, v, item Value) (bool, error) {
	if isIndexable(item) || IsBig(item) {
		c, err := byteValue(t, item, "byte must be in range(0, 256)")
		if err != nil {
			return false, err
		}
		return bytes.IndexByte((*byteSeq)(v.p).B, c) >= 0, nil
	}
	sub, err := AsBuffer(t, item)
	if err != nil {
		return false, err
	}
	return bytes.Contains((*byteSeq)(v.p).B, sub), nil
}

func bytesGetItem(t *Thread, v, key Value) (Value, error) {
	b := (*byteSeq)(v.p)
	if s, ok := AsSlice(key); ok {
		if err := t.heapCheck(); err != nil {
			return Nil, err
		}
		return b.slice(t, s)
	}
	what := "byte"
	if b.isArray() {
		what = "bytearray"
	}
	i, err := seqIndexRaw(t, key, what)
	if err != nil {
		return Nil, err
	}
	if i < 0 {
		i += len(b.B)
	}
	if i < 0 || i >= len(b.B) {
		if what == "byte" {
			return Nil, Raise(IndexError, "index out of range")
		}
		return Nil, Raise(IndexError, "bytearray index out of range")
	}
	return Int(int64(b.B[i])), nil
}

func (b *byteSeq) slice(t *Thread, s *Slice) (Value, error) {
	start, stop, step, err := s.unpack(t)
	if err != nil {
		return Nil, err
	}
	start, _, n := fitSlice(start, stop, step, len(b.B))
	if n == len(b.B) && step == 1 {
		return b.same(t)
	}
	if err := chargeStr(t, n); err != nil {
		return Nil, err
	}
	if step == 1 && !b.isArray() {
		return CopyBytes(b.B[start : start+n]), nil
	}
	out := make([]byte, n)
	if step == 1 {
		copy(out, b.B[start:])
	} else {
		for i, j := 0, start; i < n; i, j = i+1, j+step {
			out[i] = b.B[j]
		}
	}
	return b.like(out), nil
}

// appendBytesRepr appends repr() of a bytes object. single escapes a single quote
// always.
func appendBytesRepr(b []byte, x []byte, single bool) []byte {
	q := quoteFor(bytesText(x))
	b = append(b, 'b', q)
	for _, c := range x {
		switch {
		case c == q || c == '\\' || c == '\'' && single:
			b = append(b, '\\', c)
		case c >= ' ' && c < 127:
			b = append(b, c)
		case c == '\t':
			b = append(b, '\\', 't')
		case c == '\n':
			b = append(b, '\\', 'n')
		case c == '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return append(b, q)
}

func bytesRepr(t *Thread, v Value) (Value, error) {
	b := (*byteSeq)(v.p)
	if err := chargeStr(t, 2*len(b.B)); err != nil {
		return Nil, err
	}
	var out []byte
	if b.isArray() {
		out = append(append(make([]byte, 0, len(b.B)+16), TypeName(v)...), '(')
		out = append(appendBytesRepr(out, b.B, true), ')')
	} else {
		out = appendBytesRepr(make([]byte, 0, len(b.B)+8), b.B, false)
	}
	if len(out) > MaxStr {
		return Nil, Raise(MemoryError, "")
	}
	return takeStr(out), nil
}

// bytesIter is what iter() of bytes and bytearray gives.
type bytesIter struct {
	Head
	b *byteSeq // nil: exhausted
	i int
}

var (
	bytesIterType, byteArrayIterType   = &Type{}, &Type{}
	bytesIterShape, byteArrayIterShape Shape
)

func bytesIterNext(t *Thread, v Value) (Value, error) {
	it := (*bytesIter)(v.p)
	if it.b == nil {
		return Nil, nil
	}
	if it.i >= len(it.b.B) {
		it.b = nil
		return Nil, nil
	}
	it.i++
	return Int(int64(it.b.B[it.i-1])), nil
}

func initBytesIter(typ *Type, shape *Shape, name string, empty func() Value) {
	typ.define(shape, TypeSpec{
		Name:  name,
		Flags: Final | NotCallable,
		Slots: Slots{Iter: iterSelf, Next: bytesIterNext},
		NextLeaf: func(dst, v *Value) bool {
			it := (*bytesIter)(v.p)
			if it.b == nil || it.i >= len(it.b.B) {
				return false
			}
			dst.SetInt(int64(it.b.B[it.i]))
			it.i++
			return true
		},
		Table: func() Members {
			return Members{
				Method("__length_hint__()", func(it *bytesIter, t *Thread, a *Args) (Value, error) {
					if it.b == nil {
						return Int(0), nil
					}
					return Int(int64(max(0, len(it.b.B)-it.i))), nil
				}),
				Method("__reduce__()", func(it *bytesIter, t *Thread, a *Args) (Value, error) {
					if it.b == nil {
						return NewTuple(builtin(t, "iter"), NewTuple(empty())), nil
					}
					return NewTuple(builtin(t, "iter"), NewTuple(Object(it.b)), Int(int64(it.i))), nil
				}),
				Method("__setstate__(object, /)", func(it *bytesIter, t *Thread, a *Args) (Value, error) {
					n := a.Int(t, 0)
					if a.err != nil {
						return Nil, a.err
					}
					if it.b != nil {
						it.i = max(0, min(n, len(it.b.B)))
					}
					return None, nil
				}),
			}
		},
	})
}
