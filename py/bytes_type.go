package py

import (
	"bytes"
	"encoding/hex"
	"hash/maphash"
	"strings"
	"unsafe"
)

type subBytes struct {
	Bytes
	attrs *Dict
}
type subByteArray struct {
	ByteArray
	attrs *Dict
}

// bytesOf returns the contents of a bytes or bytearray object.
func bytesOf(v Value) []byte {
	if IsInstance(v, ByteArrayType) {
		return (*ByteArray)(v.p).B
	}
	return (*Bytes)(v.p).B
}

// sameKind makes a bytes or bytearray like v of b, which is given away.
func sameKind(v Value, b []byte) Value {
	if IsInstance(v, ByteArrayType) {
		return NewByteArray(b)
	}
	return NewBytes(b)
}

func bytesSlots(name string) Slots {
	return Slots{
		Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			if b.Type().Slots.Buffer == nil {
				return NotImplemented, nil
			}
			y, err := AsBuffer(t, b)
			if err != nil {
				return Nil, err
			}
			return cmpResult(op, bytes.Compare(bytesOf(a), y)), nil
		},
		Binary: func(t *Thread, op BinOp, a, b Value) (Value, error) {
			switch op {
			case OpAdd:
				if !IsInstance(a, BytesType) && !IsInstance(a, ByteArrayType) {
					return NotImplemented, nil
				}
				if b.Type().Slots.Buffer == nil {
					return Nil, Raise(TypeError, "can't concat %s to %s", TypeName(b), TypeName(a))
				}
				y, err := AsBuffer(t, b)
				if err != nil {
					return Nil, err
				}
				x := bytesOf(a)
				if err := t.Alloc(len(x) + len(y)); err != nil {
					return Nil, err
				}
				return sameKind(a, append(append(make([]byte, 0, len(x)+len(y)), x...), y...)), nil
			case OpMul:
				if !IsInstance(a, BytesType) && !IsInstance(a, ByteArrayType) {
					a, b = b, a
				}
				if b.Type().Slots.UnaryOps>>OpIndex&1 == 0 {
					return NotImplemented, nil
				}
				n, err := AsIndexClamped(t, b)
				if err != nil {
					return Nil, err
				}
				x := bytesOf(a)
				n = max(n, 0)
				if len(x) > 0 && n > 1<<36/len(x) {
					return Nil, NewExc(MemoryError)
				}
				if err := t.Alloc(n * len(x)); err != nil {
					return Nil, err
				}
				return sameKind(a, bytes.Repeat(x, n)), nil
			}
			return NotImplemented, nil
		},
		BinaryOps: 1<<OpAdd | 1<<OpMul, RBinOps: 1 << OpMul,
		Len: func(t *Thread, v Value) (int, error) { return len(bytesOf(v)), nil },
		GetItem: func(t *Thread, v, k Value) (Value, error) {
			b := bytesOf(v)
			if sl, ok := Cast[Slice](k, SliceType); ok {
				start, _, step, n, err := SliceIndices(t, sl, len(b))
				if err != nil {
					return Nil, err
				}
				out := make([]byte, n)
				for i := range out {
					out[i] = b[start+i*step]
				}
				return sameKind(v, out), nil
			}
			i, err := SeqIndex(t, k, len(b), name)
			if err != nil {
				return Nil, err
			}
			return Int(int64(b[i])), nil
		},
		Contains: func(t *Thread, v, x Value) (bool, error) {
			if x.Type().Slots.Buffer != nil {
				y, err := AsBuffer(t, x)
				return bytes.Contains(bytesOf(v), y), err
			}
			n, err := AsInt(t, x)
			if err != nil {
				return false, Raise(TypeError, "a bytes-like object is required, not '%s'", TypeName(x))
			}
			if n < 0 || n > 255 {
				return false, Raise(ValueError, "byte must be in range(0, 256)")
			}
			return bytes.IndexByte(bytesOf(v), byte(n)) >= 0, nil
		},
		Iter: func(t *Thread, v Value) (Value, error) { return newSeqIter(v), nil },
	}
}

func initBytes() {
	s := bytesSlots("bytes")
	s.New = func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
		b, err := bytesFrom(t, args, kw, "bytes")
		if err != nil {
			return Nil, err
		}
		if cls == BytesType {
			if len(args) == 1 && IsBytes(args[0]) {
				return args[0], nil
			}
			return NewBytes(b), nil
		}
		return Object(&subBytes{Bytes: Bytes{Head: cls.Root(), B: b}}), nil
	}
	s.Init = func(t *Thread, self Value, args []Value, kw []*Str) error { return nil }
	s.Repr = func(t *Thread, v Value) (Value, error) { return NewStr(bytesRepr(bytesOf(v))), nil }
	s.Hash = func(t *Thread, v Value) (int64, error) {
		return int64(uint32(maphash.Bytes(hashSeed, bytesOf(v)))), nil
	}
	s.Buffer = func(t *Thread, v Value) (*Buffer, error) {
		b := bytesOf(v)
		return &Buffer{Data: b, ReadOnly: true, Format: "B", ItemSize: 1, Shape: []int{len(b)}, Strides: []int{1}, Owner: v}, nil
	}
	BytesType.define(&bytesShape, TypeSpec{Name: "bytes", Flags: SelfMatch, SubDict: unsafe.Offsetof(subBytes{}.attrs), Slots: s, Members: bytesMembers})
}

func initByteArray() {
	s := bytesSlots("bytearray")
	s.New = func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
		if cls == ByteArrayType {
			return NewByteArray(nil), nil
		}
		return Object(&subByteArray{ByteArray: ByteArray{Head: cls.Root()}}), nil
	}
	s.Init = func(t *Thread, self Value, args []Value, kw []*Str) error {
		b, err := bytesFrom(t, args, kw, "bytearray")
		As[ByteArray](self).B = append([]byte(nil), b...)
		return err
	}
	s.Repr = func(t *Thread, v Value) (Value, error) {
		return NewStr("bytearray(" + bytesRepr(bytesOf(v)) + ")"), nil
	}
	s.Buffer = func(t *Thread, v Value) (*Buffer, error) {
		a := As[ByteArray](v)
		a.Exports++
		return &Buffer{Data: a.B, Format: "B", ItemSize: 1, Shape: []int{len(a.B)}, Strides: []int{1}, Owner: v, Release: func() { a.Exports-- }}, nil
	}
	s.Inplace = func(t *Thread, op BinOp, a, b Value) (Value, error) {
		if op != OpAdd || b.Type().Slots.Buffer == nil {
			return NotImplemented, nil
		}
		y, err := AsBuffer(t, b)
		if err != nil {
			return Nil, err
		}
		x := As[ByteArray](a)
		if err := t.Alloc(len(y)); err != nil {
			return Nil, err
		}
		x.B = append(x.B, y...)
		return a, nil
	}
	s.InplOps = 1 << OpAdd
	s.SetItem = byteArraySetItem
	ms := append(Members{
		Method("append(item, /)", func(x *ByteArray, t *Thread, a *Args) (Value, error) {
			n, err := oneByte(t, a.Value(0))
			x.B = append(x.B, n)
			return None, err
		}),
		Method("clear()", func(x *ByteArray, t *Thread, a *Args) (Value, error) { x.B = nil; return None, nil }),
		Method("copy()", func(x *ByteArray, t *Thread, a *Args) (Value, error) {
			return NewByteArray(append([]byte(nil), x.B...)), nil
		}),
		Method("extend(iterable, /)", func(x *ByteArray, t *Thread, a *Args) (Value, error) {
			b, err := bytesFrom(t, []Value{a.Value(0)}, nil, "bytearray")
			x.B = append(x.B, b...)
			return None, err
		}),
		Method("pop(index=-1, /)", func(x *ByteArray, t *Thread, a *Args) (Value, error) {
			if len(x.B) == 0 {
				return Nil, Raise(IndexError, "pop from empty bytearray")
			}
			i, err := SeqIndex(t, Int(int64(a.IntOr(t, 0, -1))), len(x.B), "pop")
			if err != nil {
				return Nil, Raise(IndexError, "pop index out of range")
			}
			c := x.B[i]
			x.B = append(x.B[:i], x.B[i+1:]...)
			return Int(int64(c)), nil
		}),
		Method("reverse()", func(x *ByteArray, t *Thread, a *Args) (Value, error) {
			for i, j := 0, len(x.B)-1; i < j; i, j = i+1, j-1 {
				x.B[i], x.B[j] = x.B[j], x.B[i]
			}
			return None, nil
		}),
	}, bytesMembers...)
	ByteArrayType.define(&byteArrayShape, TypeSpec{Name: "bytearray", Flags: SelfMatch, SubDict: unsafe.Offsetof(subByteArray{}.attrs), Slots: s, Members: ms})
}

func oneByte(t *Thread, v Value) (byte, error) {
	n, err := AsInt(t, v)
	if err != nil {
		return 0, err
	}
	if n < 0 || n > 255 {
		return 0, Raise(ValueError, "byte must be in range(0, 256)")
	}
	return byte(n), nil
}

func byteArraySetItem(t *Thread, v, k, val Value) error {
	x := As[ByteArray](v)
	if sl, ok := Cast[Slice](k, SliceType); ok {
		var y []byte
		if val.p != nil {
			b, err := bytesFrom(t, []Value{val}, nil, "bytearray")
			if err != nil {
				return err
			}
			y = append([]byte(nil), b...)
		}
		start, stop, step, n, err := SliceIndices(t, sl, len(x.B))
		if err != nil {
			return err
		}
		if step == 1 {
			stop = max(stop, start)
			x.B = append(append(append(make([]byte, 0, len(x.B)+len(y)), x.B[:start]...), y...), x.B[stop:]...)
			return nil
		}
		if val.p != nil {
			if len(y) != n {
				return Raise(ValueError, "attempt to assign bytes of size %d to extended slice of size %d", len(y), n)
			}
			for i := range y {
				x.B[start+i*step] = y[i]
			}
			return nil
		}
		drop := map[int]bool{}
		for i := 0; i < n; i++ {
			drop[start+i*step] = true
		}
		out := x.B[:0]
		for i, c := range x.B {
			if !drop[i] {
				out = append(out, c)
			}
		}
		x.B = out
		return nil
	}
	i, err := SeqIndex(t, k, len(x.B), "bytearray")
	if err != nil {
		return err
	}
	if val.p == nil {
		x.B = append(x.B[:i], x.B[i+1:]...)
		return nil
	}
	c, err := oneByte(t, val)
	if err == nil {
		x.B[i] = c
	}
	return err
}

// bytesFrom is the construction shared by bytes() and bytearray().
func bytesFrom(t *Thread, args []Value, kw []*Str, name string) ([]byte, error) {
	var src, enc, errs Value
	fields := [...]*Value{&src, &enc, &errs}
	npos := len(args) - len(kw)
	if npos > 3 {
		return nil, Raise(TypeError, "%s() takes at most 3 arguments (%d given)", name, len(args))
	}
	for i := 0; i < npos; i++ {
		*fields[i] = args[i]
	}
	for i, k := range kw {
		switch k.String() {
		case "source":
			src = args[npos+i]
		case "encoding":
			enc = args[npos+i]
		case "errors":
			errs = args[npos+i]
		default:
			return nil, Raise(TypeError, "%s() got an unexpected keyword argument '%s'", name, k)
		}
	}
	if src.p == nil {
		return nil, nil
	}
	if s, ok := AsStr(src); ok {
		if enc.p == nil {
			return nil, Raise(TypeError, "string argument without an encoding")
		}
		e, _ := AsStr(enc)
		h := "strict"
		if errs.p != nil {
			x, _ := AsStr(errs)
			h = x.String()
		}
		return Encode(t, s, e.String(), h)
	}
	if r, found, err := CallSpecial(t, src, nameBytes); found || err != nil {
		if err != nil {
			return nil, err
		}
		return AsBuffer(t, r)
	}
	if src.Type().Slots.Buffer != nil {
		b, err := AsBuffer(t, src)
		return append([]byte(nil), b...), err
	}
	if src.Type().Slots.UnaryOps>>OpIndex&1 != 0 {
		n, err := AsInt(t, src)
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, Raise(ValueError, "negative count")
		}
		if err := t.Alloc(n); err != nil {
			return nil, err
		}
		return make([]byte, n), nil
	}
	if src.Type().Slots.Iter == nil && src.Type().Slots.GetItem == nil {
		return nil, Raise(TypeError, "cannot convert '%s' object to %s", TypeName(src), name)
	}
	var out []byte
	err := Iterate(t, src, func(x Value) error {
		n, err := AsInt(t, x)
		if err != nil {
			return err
		}
		if n < 0 || n > 255 {
			if name == "bytes" {
				return Raise(ValueError, "bytes must be in range(0, 256)")
			}
			return Raise(ValueError, "byte must be in range(0, 256)")
		}
		out = append(out, byte(n))
		return nil
	})
	return out, err
}

func bytesRepr(b []byte) string {
	q := byte('\'')
	if bytes.IndexByte(b, '\'') >= 0 && bytes.IndexByte(b, '"') < 0 {
		q = '"'
	}
	out := append(make([]byte, 0, len(b)+3), 'b', q)
	for _, c := range b {
		switch {
		case c == q || c == '\\':
			out = append(out, '\\', c)
		case c == '\n':
			out = append(out, '\\', 'n')
		case c == '\r':
			out = append(out, '\\', 'r')
		case c == '\t':
			out = append(out, '\\', 't')
		case c >= ' ' && c < 0x7f:
			out = append(out, c)
		default:
			out = append(out, '\\', 'x', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		}
	}
	return string(append(out, q))
}

func bytesSearch(f func(s, sub []byte) int, fail bool) NativeFunc {
	return func(t *Thread, a *Args) (Value, error) {
		b := bytesOf(a.Self)
		var sub []byte
		if a.Value(0).Type().Slots.Buffer != nil {
			sub = a.Buffer(t, 0)
		} else {
			c, err := oneByte(t, a.Value(0))
			if err != nil {
				return Nil, err
			}
			sub = []byte{c}
		}
		lo, hi := a.Index64(t, 1, 0), a.Index64(t, 2, len(b))
		if lo < 0 {
			lo = max(lo+len(b), 0)
		}
		if hi < 0 {
			hi = max(hi+len(b), 0)
		}
		hi = min(hi, len(b))
		n := -1
		if lo <= hi {
			if n = f(b[lo:hi], sub); n >= 0 {
				n += lo
			}
		}
		if n < 0 && fail {
			return Nil, Raise(ValueError, "subsection not found")
		}
		return Int(int64(n)), a.Err()
	}
}

var bytesMembers = Members{
	MethodOf("count(sub, start=None, end=None, /)", func(t *Thread, a *Args) (Value, error) {
		sub := a.Buffer(t, 0)
		return Int(int64(bytes.Count(bytesOf(a.Self), sub))), a.Err()
	}),
	MethodOf("decode(encoding='utf-8', errors='strict')", func(t *Thread, a *Args) (Value, error) {
		enc, errs := a.StringOr(0, "utf-8"), a.StringOr(1, "strict")
		if err := a.Err(); err != nil {
			return Nil, err
		}
		return Decode(t, bytesOf(a.Self), enc, errs)
	}),
	MethodOf("endswith(suffix, start=None, end=None, /)", func(t *Thread, a *Args) (Value, error) {
		return Bool(bytes.HasSuffix(bytesOf(a.Self), a.Buffer(t, 0))), a.Err()
	}),
	MethodOf("find(sub, start=None, end=None, /)", bytesSearch(bytes.Index, false)),
	ClassMethod("fromhex(string, /)", func(t *Thread, a *Args) (Value, error) {
		s := strings.Join(strings.Fields(a.String(0)), "")
		if err := a.Err(); err != nil {
			return Nil, err
		}
		b, err := hex.DecodeString(s)
		if err != nil {
			return Nil, Raise(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", 0)
		}
		return Call(t, a.Self, NewBytes(b))
	}),
	MethodOf("hex(sep=None, bytes_per_sep=1)", func(t *Thread, a *Args) (Value, error) {
		return NewStr(hex.EncodeToString(bytesOf(a.Self))), nil
	}),
	MethodOf("index(sub, start=None, end=None, /)", bytesSearch(bytes.Index, true)),
	MethodOf("join(iterable, /)", func(t *Thread, a *Args) (Value, error) {
		var out []byte
		i := 0
		sep := bytesOf(a.Self)
		self := a.Self
		err := Iterate(t, a.Value(0), func(x Value) error {
			if x.Type().Slots.Buffer == nil {
				return Raise(TypeError, "sequence item %d: expected a bytes-like object, %s found", i, TypeName(x))
			}
			b, err := AsBuffer(t, x)
			if i > 0 {
				out = append(out, sep...)
			}
			out = append(out, b...)
			i++
			return err
		})
		return sameKind(self, out), err
	}),
	MethodOf("lower()", func(t *Thread, a *Args) (Value, error) { return sameKind(a.Self, bytes.ToLower(bytesOf(a.Self))), nil }),
	MethodOf("upper()", func(t *Thread, a *Args) (Value, error) { return sameKind(a.Self, bytes.ToUpper(bytesOf(a.Self))), nil }),
	MethodOf("replace(old, new, count=-1, /)", func(t *Thread, a *Args) (Value, error) {
		old, new := a.Buffer(t, 0), a.Buffer(t, 1)
		n := a.IntOr(t, 2, -1)
		if err := a.Err(); err != nil {
			return Nil, err
		}
		return sameKind(a.Self, bytes.Replace(bytesOf(a.Self), old, new, n)), nil
	}),
	MethodOf("rfind(sub, start=None, end=None, /)", bytesSearch(bytes.LastIndex, false)),
	MethodOf("rindex(sub, start=None, end=None, /)", bytesSearch(bytes.LastIndex, true)),
	MethodOf("split(sep=None, maxsplit=-1)", func(t *Thread, a *Args) (Value, error) {
		var parts [][]byte
		n := a.IntOr(t, 1, -1)
		if a.Given(0) {
			sep := a.Buffer(t, 0)
			if err := a.Err(); err != nil {
				return Nil, err
			}
			if len(sep) == 0 {
				return Nil, Raise(ValueError, "empty separator")
			}
			if n >= 0 {
				n++
			}
			parts = bytes.SplitN(bytesOf(a.Self), sep, n)
		} else {
			parts = bytes.Fields(bytesOf(a.Self))
		}
		out := make([]Value, len(parts))
		for i, p := range parts {
			out[i] = sameKind(a.Self, append([]byte(nil), p...))
		}
		return NewList(out).Value(), a.Err()
	}),
	MethodOf("startswith(prefix, start=None, end=None, /)", func(t *Thread, a *Args) (Value, error) {
		return Bool(bytes.HasPrefix(bytesOf(a.Self), a.Buffer(t, 0))), a.Err()
	}),
	MethodOf("strip(bytes=None, /)", func(t *Thread, a *Args) (Value, error) {
		cut := " \t\n\r\x0b\x0c"
		if a.Given(0) {
			cut = string(a.Buffer(t, 0))
		}
		return sameKind(a.Self, append([]byte(nil), bytes.Trim(bytesOf(a.Self), cut)...)), a.Err()
	}),
}
