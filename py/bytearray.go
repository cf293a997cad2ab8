package py

import (
	"bytes"
	"unsafe"
)

// bytearray: the type's table, its constructor and what changes it.

func initByteArray() {
	ByteArrayType.define(&byteArrayShape, TypeSpec{
		Name:    "bytearray",
		Flags:   SelfMatch,
		SubDict: SubDict[ByteArray](),
		Doc:     "bytearray(size), bytearray(bytes or ints=()), bytearray(text, encoding, errors='strict'): bytes that can be changed.",
		Slots: Slots{
			New:       byteArrayNew,
			Init:      byteArrayInit,
			Repr:      bytesRepr,
			Str:       bytesRepr,
			Compare:   byteArrayCompare,
			Binary:    byteSeqBinary,
			BinaryOps: 1<<OpAdd | 1<<OpMul | 1<<OpMod,
			RBinOps:   1<<OpMul | 1<<OpMod,
			Inplace:   byteArrayInplace,
			InplOps:   1<<OpAdd | 1<<OpMul,
			Len:       byteSeqLen,
			GetItem:   bytesGetItem,
			SetItem:   byteArraySetItem,
			Contains:  byteSeqContains,
			Iter: func(t *Thread, v Value) (Value, error) {
				return Object(&bytesIter{Head: Head{&byteArrayIterShape}, b: (*byteSeq)(v.p)}), nil
			},
			Buffer: byteArrayBuffer,
		},
		Table: func() Members {
			return append(byteSeqMembers(),
				ClassMethod("fromhex(string, /)", bytesFromHex),
				Method("append(item, /)", (*ByteArray).append).Leaf(leafByteArrayAppend),
				Method("clear()", (*ByteArray).clear),
				Method("copy()", (*ByteArray).copy),
				Method("extend(iterable_of_ints, /)", (*ByteArray).extend).Leaf(leafByteArrayExtend),
				Method("insert(index, item, /)", (*ByteArray).insert),
				Method("pop(index=-1, /)", (*ByteArray).pop),
				Method("remove(value, /)", (*ByteArray).remove),
				Method("reverse()", (*ByteArray).reverse),
				Method("__alloc__()", func(b *ByteArray, t *Thread, a *Args) (Value, error) {
					return Int(int64(cap(b.B))), nil
				}),
				Method("__reduce__()", (*ByteArray).__reduce__),
				Method("__reduce_ex__(protocol=0, /)", (*ByteArray).__reduce__),
			)
		},
	})
	initBytesIter(byteArrayIterType, &byteArrayIterShape, "bytearray_iterator", func() Value { return NewTuple() })
}

func byteArrayNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if cls == ByteArrayType {
		return NewByteArray(nil), nil
	}
	return Object(Alloc[ByteArray](cls)), nil
}

var byteArrayArgs = As[Native](NewNative("bytearray(source=b'', encoding='utf-8', errors='strict')", func(t *Thread, a *Args) (Value, error) {
	b, err := bytesFromArgs(t, a, "bytearray")
	if err != nil {
		return Nil, err
	}
	o := As[ByteArray](a.Self)
	if err := o.mayResize(t); err != nil {
		return Nil, err
	}
	o.own(b)
	return None, nil
}))

func byteArrayInit(t *Thread, v Value, args []Value, kw []*Str) error {
	_, err := byteArrayArgs.Invoke(t, v, args, kw)
	return err
}

func byteArrayBuffer(t *Thread, v Value) (*Buffer, error) {
	b := (*ByteArray)(v.p)
	return b.exports.Buffer(&Buffer{Data: b.B, Format: "B", ItemSize: 1, Owner: v}), nil
}

func byteArrayCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	y, ok := AsBytes(b)
	if !ok {
		if b.Type().Slots.Buffer == nil {
			return NotImplemented, nil
		}
		var err error
		if y, err = AsBuffer(t, b); err != nil {
			return NotImplemented, nil
		}
	}
	return compareBytes(op, (*ByteArray)(a.p).B, y), nil
}

// mayResize is an error while memoryviews look at the content.
func (b *ByteArray) mayResize(t *Thread) error {
	if b.exports.Any(t) {
		return Raise(BufferError, "Existing exports of data: object cannot be re-sized")
	}
	return nil
}

// own makes data, which is given away, the content.
func (b *ByteArray) own(data []byte) { b.B, b.front = data, 0 }

// back moves the start of B n bytes into the front.
func (b *ByteArray) back(n int) {
	p := unsafe.Add(unsafe.Pointer(unsafe.SliceData(b.B)), -n)
	b.B = unsafe.Slice((*byte)(p), n+cap(b.B))[:n+len(b.B)]
	b.front -= n
}

// grow appends n bytes of undefined content.
func (b *ByteArray) grow(t *Thread, n int) error {
	if err := t.heapCheck(); err != nil {
		return err
	}
	if n == 0 {
		return nil
	}
	if err := b.mayResize(t); err != nil {
		return err
	}
	if size := len(b.B); n > cap(b.B)-size && size <= b.front && n <= b.front+cap(b.B)-size {
		// At least as much was deleted since the content moved last as moves now.
		b.back(b.front)
		copy(b.B, b.B[len(b.B)-size:])
		b.B = b.B[:size]
	}
	c, err := GrowBytes(t, b.B, n)
	if err != nil {
		return err
	}
	if cap(c) != cap(b.B) {
		b.front = 0
	}
	b.B = c[:len(c)+n]
	return nil
}

// splice replaces B[lo:hi] with data, which is not part of B.
func (b *ByteArray) splice(t *Thread, lo, hi int, data []byte) error {
	if len(data) > hi-lo {
		if err := t.heapCheck(); err != nil {
			return err
		}
	}
	d := len(data) - (hi - lo)
	if d == 0 {
		copy(b.B[lo:hi], data)
		return nil
	}
	if err := b.mayResize(t); err != nil {
		return err
	}
	n := len(b.B)
	switch {
	case d < 0:
		b.cut(lo+len(data), hi)
	case d <= b.front && lo < n-hi:
		b.back(d)
		copy(b.B, b.B[d:d+lo])
	default:
		if err := b.grow(t, d); err != nil {
			return err
		}
		copy(b.B[hi+d:], b.B[hi:n])
	}
	copy(b.B[lo:], data)
	return nil
}

// cut removes B[lo:hi], which is not empty. The shorter side moves: programs that read
// a protocol take the front away again and again. When less than a quarter of the array
// is used, the rest is given back, but not that of a buffer for reading: having it made
// anew for each piece took longer than the rest of a loop.
func (b *ByteArray) cut(lo, hi int) {
	n, k := len(b.B), hi-lo
	if lo < n-hi { // some bytes are left, or the pointer would not move
		copy(b.B[k:], b.B[:lo])
		b.B = b.B[k:]
		b.front += k
	} else {
		copy(b.B[lo:], b.B[hi:])
		b.B = b.B[:n-k]
	}
	if all := b.front + cap(b.B); all > 1<<14 && len(b.B) < all/4 {
		b.own(bytes.Clone(b.B))
	}
}

// source is the bytes of v, copied if they could be b's own.
func (b *ByteArray) source(t *Thread, v Value, name string) ([]byte, error) {
	if x, ok := AsBytes(v); ok {
		if v.p == unsafe.Pointer(b) {
			x = bytes.Clone(x)
		}
		return x, nil
	}
	return bytesFrom(t, v, name)
}

func byteArrayInplace(t *Thread, op BinOp, a, v Value) (Value, error) {
	b := (*ByteArray)(a.p)
	switch op {
	case OpAdd:
		if v.Type().Slots.Buffer == nil {
			return Nil, Raise(TypeError, "can't concat %s to %s", TypeName(v), TypeName(a))
		}
		if v.p == a.p && len(b.B) > 0 { // CPython looks at its own buffer here
			return Nil, Raise(BufferError, "Existing exports of data: object cannot be re-sized")
		}
		data, err := b.source(t, v, "bytearray")
		if err != nil {
			return Nil, err
		}
		n := len(b.B)
		if err := b.grow(t, len(data)); err != nil {
			return Nil, err
		}
		copy(b.B[n:], data)
		return a, nil
	case OpMul:
		n, ok, err := repeatCount(t, v)
		if err != nil {
			return Nil, err
		}
		if !ok {
			return NotImplemented, nil
		}
		if n == 1 || len(b.B) == 0 {
			return a, nil
		}
		if err := b.mayResize(t); err != nil {
			return Nil, err
		}
		if n == 0 {
			b.own(nil)
			return a, nil
		}
		r, err := repeatBytes(t, bytesText(b.B), n, "repeated bytes are too long")
		if err != nil && ErrIs(err, OverflowError) {
			err = Raise(MemoryError, "")
		}
		if err != nil {
			return Nil, err
		}
		b.own(r)
		return a, nil
	}
	return NotImplemented, nil
}

func byteArraySetItem(t *Thread, v, key, val Value) error {
	b := (*ByteArray)(v.p)
	if s, ok := AsSlice(key); ok {
		return b.setSlice(t, s, val)
	}
	i, err := seqIndexRaw(t, key, "bytearray")
	if err != nil {
		return err
	}
	var c byte
	if val.p != nil {
		if c, err = byteValue(t, val, "byte must be in range(0, 256)"); err != nil {
			return err
		}
	}
	if i < 0 {
		i += len(b.B)
	}
	if i < 0 || i >= len(b.B) {
		return Raise(IndexError, "bytearray index out of range")
	}
	if val.p == nil {
		return b.splice(t, i, i+1, nil)
	}
	b.B[i] = c
	return nil
}

func (b *ByteArray) setSlice(t *Thread, s *Slice, val Value) error {
	var data []byte
	if val.p != nil {
		if val.Type().Slots.UnaryOps&(1<<OpInt|1<<OpFloat|1<<OpIndex) != 0 || IsInstance(val, StrType) {
			return Raise(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
		}
		var err error
		if data, err = b.source(t, val, "bytearray"); err != nil {
			return err
		}
	}
	start, stop, step, err := s.unpack(t)
	if err != nil {
		return err
	}
	start, stop, n := fitSlice(start, stop, step, len(b.B))
	if step == 1 {
		return b.splice(t, start, max(start, stop), data)
	}
	if val.p != nil {
		if len(data) == 0 && n > 0 {
			val = Nil // an empty value deletes
		} else if len(data) != n {
			return Raise(ValueError, "attempt to assign bytes of size %d to extended slice of size %d", len(data), n)
		}
	}
	if val.p != nil {
		for i, c := range data {
			b.B[start+i*step] = c
		}
		return nil
	}
	if n == 0 {
		return nil
	}
	if err := b.mayResize(t); err != nil {
		return err
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	out := b.B[:start]
	for i := start; i < len(b.B); i++ {
		if k := i - start; k%step == 0 && k/step < n {
			continue
		}
		out = append(out, b.B[i])
	}
	b.B = out
	return nil
}

func (b *ByteArray) append(t *Thread, a *Args) (Value, error) {
	c, err := byteValue(t, a.Value(0), "byte must be in range(0, 256)")
	if err != nil {
		return Nil, err
	}
	if err := b.grow(t, 1); err != nil {
		return Nil, err
	}
	b.B[len(b.B)-1] = c
	return None, nil
}

func (b *ByteArray) clear(t *Thread, a *Args) (Value, error) {
	if len(b.B) == 0 {
		return None, nil
	}
	if err := b.mayResize(t); err != nil {
		return Nil, err
	}
	b.own(nil)
	return None, nil
}

func (b *ByteArray) copy(t *Thread, a *Args) (Value, error) {
	if err := chargeStr(t, len(b.B)); err != nil {
		return Nil, err
	}
	return NewByteArray(bytes.Clone(b.B)), nil
}

func (b *ByteArray) extend(t *Thread, a *Args) (Value, error) {
	v := a.Value(0)
	if _, ok := AsBytes(v); !ok && v.Type().Slots.Buffer == nil {
		if IsInstance(v, StrType) {
			if (*Str)(v.p).n&strMask != 0 {
				return Nil, Raise(TypeError, "expected iterable of integers; got: 'str'")
			}
			return None, nil
		}
		if v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
			return Nil, Raise(TypeError, "can't extend bytearray with %s", TypeName(v))
		}
	}
	data, err := b.source(t, v, "bytearray")
	if err != nil {
		return Nil, err
	}
	n := len(b.B)
	if err := b.grow(t, len(data)); err != nil {
		return Nil, err
	}
	copy(b.B[n:], data)
	return None, nil
}

func (b *ByteArray) insert(t *Thread, a *Args) (Value, error) {
	i := a.Int(t, 0)
	if a.err != nil {
		return Nil, a.err
	}
	c, err := byteValue(t, a.Value(1), "byte must be in range(0, 256)")
	if err != nil {
		return Nil, err
	}
	if i < 0 {
		i = max(0, i+len(b.B))
	}
	i = min(i, len(b.B))
	return None, b.splice(t, i, i, []byte{c})
}

func (b *ByteArray) pop(t *Thread, a *Args) (Value, error) {
	i := a.IntOr(t, 0, -1)
	if a.err != nil {
		return Nil, a.err
	}
	if len(b.B) == 0 {
		return Nil, Raise(IndexError, "pop from empty bytearray")
	}
	if i < 0 {
		i += len(b.B)
	}
	if i < 0 || i >= len(b.B) {
		return Nil, Raise(IndexError, "pop index out of range")
	}
	c := b.B[i]
	return Int(int64(c)), b.splice(t, i, i+1, nil)
}

func (b *ByteArray) remove(t *Thread, a *Args) (Value, error) {
	c, err := byteValue(t, a.Value(0), "byte must be in range(0, 256)")
	if err != nil {
		return Nil, err
	}
	i := bytes.IndexByte(b.B, c)
	if i < 0 {
		return Nil, Raise(ValueError, "value not found in bytearray")
	}
	return None, b.splice(t, i, i+1, nil)
}

func (b *ByteArray) reverse(t *Thread, a *Args) (Value, error) {
	for i, j := 0, len(b.B)-1; i < j; i, j = i+1, j-1 {
		b.B[i], b.B[j] = b.B[j], b.B[i]
	}
	return None, nil
}

func (b *ByteArray) __reduce__(t *Thread, a *Args) (Value, error) {
	state := None
	if d := b.shape.Class.Lookup(nameDict); d.p != nil {
		if v, err := GetAttr(t, Object(b), nameDict); err == nil {
			if x, ok := AsDict(v); ok && x.Len() > 0 {
				state = v
			}
		}
	}
	text, err := Decode(t, b.B, "latin-1", "strict")
	if err != nil {
		return Nil, err
	}
	return NewTuple(b.shape.Class.Value(), NewTuple(text, NewStr("latin-1")), state), nil
}
