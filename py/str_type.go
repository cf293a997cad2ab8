package py

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// subStr is an instance of a subclass of str.
type subStr struct {
	Str
	extra [3]uint32 // the fields of strExtra, at the same place
	buf   *strBuf
	attrs *Dict
}

func initStr() {
	StrType.define(&strShape, TypeSpec{
		Name: "str", Flags: SelfMatch, SubDict: unsafe.Offsetof(subStr{}.attrs),
		Slots: Slots{
			New:    strNew,
			Repr:   func(t *Thread, v Value) (Value, error) { return NewStr(quoteStr(As[Str](v).String(), false)), nil },
			Str:    func(t *Thread, v Value) (Value, error) { return exactStr(As[Str](v)), nil },
			Hash:   func(t *Thread, v Value) (int64, error) { return int64(As[Str](v).hash32()), nil },
			Format: strFormatSpec,
			Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
				y, ok := AsStr(b)
				if !ok {
					return NotImplemented, nil
				}
				x := As[Str](a)
				switch op {
				case OpEq:
					return Bool(x.equal(y)), nil
				case OpNe:
					return Bool(!x.equal(y)), nil
				}
				return cmpResult(op, compareWTF8(x.String(), y.String())), nil
			},
			Binary: strBinary, BinaryOps: 1<<OpAdd | 1<<OpMul | 1<<OpMod, RBinOps: 1<<OpMul | 1<<OpMod,
			Len: func(t *Thread, v Value) (int, error) { return As[Str](v).Len(), nil },
			GetItem: func(t *Thread, v, k Value) (Value, error) {
				s := As[Str](v)
				if sl, ok := Cast[Slice](k, SliceType); ok {
					start, stop, step, n, err := SliceIndices(t, sl, s.Len())
					if err != nil {
						return Nil, err
					}
					if n == 0 {
						return emptyStr.Value(), nil
					}
					if step == 1 {
						return s.Slice(start, stop), nil
					}
					if s.ASCII() {
						b := make([]byte, n)
						for i := range b {
							b[i] = s.ByteAt(start + i*step)
						}
						return takeStr(b), nil
					}
					rs := runes(s.String())
					var b []byte
					for i := 0; i < n; i++ {
						b = AppendRune(b, rs[start+i*step])
					}
					return takeStr(b), nil
				}
				n, err := SeqIndex(t, k, s.Len(), "string")
				if err != nil {
					return Nil, err
				}
				return s.At(n), nil
			},
			Contains: func(t *Thread, v, x Value) (bool, error) {
				y, ok := AsStr(x)
				if !ok {
					return false, Raise(TypeError, "'in <string>' requires string as left operand, not %s", TypeName(x))
				}
				return strings.Contains(As[Str](v).String(), y.String()), nil
			},
			Iter: func(t *Thread, v Value) (Value, error) {
				return Object(&strIter{Head: Head{&strIterShape}, s: As[Str](v)}), nil
			},
		},
		Members: strMembers,
	})
	strIterType.define(&strIterShape, TypeSpec{Name: "str_ascii_iterator", Flags: Final | NotCallable, Slots: Slots{
		Iter: func(t *Thread, v Value) (Value, error) { return v, nil },
		Next: func(t *Thread, v Value) (Value, error) {
			it := As[strIter](v)
			text := it.s.String()
			if it.pos >= len(text) {
				return Nil, nil
			}
			r, n := DecodeRune(text[it.pos:])
			it.pos += n
			return Rune(r), nil
		},
	}})
}

type strIter struct {
	Head
	s   *Str
	pos int
}

var (
	strIterType  = &Type{}
	strIterShape Shape
)

func exactStr(s *Str) Value {
	if s.shape == &strShape {
		return s.Value()
	}
	return NewStr(s.String())
}

// compareWTF8 orders by code points, which for WTF-8 is the order of bytes.
func compareWTF8(a, b string) int { return strings.Compare(a, b) }

func runes(s string) []rune {
	var out []rune
	for len(s) > 0 {
		r, n := DecodeRune(s)
		out = append(out, r)
		s = s[n:]
	}
	return out
}

func strNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	npos := len(args) - len(kw)
	var obj, enc, errs Value
	fields := [...]*Value{&obj, &enc, &errs}
	if npos > 3 {
		return Nil, Raise(TypeError, "str() takes at most 3 arguments (%d given)", len(args))
	}
	for i := 0; i < npos; i++ {
		*fields[i] = args[i]
	}
	for i, k := range kw {
		switch k.String() {
		case "object":
			obj = args[npos+i]
		case "encoding":
			enc = args[npos+i]
		case "errors":
			errs = args[npos+i]
		default:
			return Nil, Raise(TypeError, "str() got an unexpected keyword argument '%s'", k)
		}
	}
	var v Value
	switch {
	case obj.p == nil:
		v = emptyStr.Value()
	case enc.p != nil || errs.p != nil:
		if _, ok := AsStr(obj); ok {
			return Nil, Raise(TypeError, "decoding str is not supported")
		}
		if obj.Type().Slots.Buffer == nil {
			return Nil, Raise(TypeError, "decoding to str: need a bytes-like object, %s found", TypeName(obj))
		}
		b, err := AsBuffer(t, obj)
		if err != nil {
			return Nil, err
		}
		encoding, errors := "utf-8", "strict"
		if s, ok := AsStr(enc); enc.p != nil && ok {
			encoding = s.String()
		}
		if s, ok := AsStr(errs); errs.p != nil && ok {
			errors = s.String()
		}
		if v, err = Decode(t, b, encoding, errors); err != nil {
			return Nil, err
		}
	default:
		s, err := ToStr(t, obj)
		if err != nil {
			return Nil, err
		}
		v = s.Value()
	}
	if cls == StrType {
		return v, nil
	}
	s := As[Str](v)
	o := &subStr{Str: *s}
	o.shape = cls.root
	if s.n&strExt != 0 {
		o.extra = [3]uint32{uint32(s.Len()), 0, 0}
	}
	return Object(o), nil
}

func strBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		x, ok1 := AsStr(a)
		y, ok2 := AsStr(b)
		if ok1 && ok2 {
			n := x.NBytes() + y.NBytes()
			if n > MaxStr {
				return Nil, NewExc(MemoryError)
			}
			if n > 4096 {
				if err := t.Alloc(y.NBytes()); err != nil {
					return Nil, err
				}
			}
			return Concat(x, y), nil
		}
	case OpMul:
		if _, ok := AsStr(a); !ok {
			a, b = b, a
		}
		s, ok := AsStr(a)
		if !ok || b.Type().Slots.UnaryOps>>OpIndex&1 == 0 {
			return NotImplemented, nil // seqTypeError words it
		}
		n, err := AsIndexClamped(t, b)
		if err != nil {
			return Nil, err
		}
		if n <= 0 || s.NBytes() == 0 {
			return emptyStr.Value(), nil
		}
		if n > MaxStr/s.NBytes() {
			return Nil, NewExc(MemoryError)
		}
		if err := t.Alloc(n * s.NBytes()); err != nil {
			return Nil, err
		}
		return NewStr(strings.Repeat(s.String(), n)), nil
	case OpMod:
		if s, ok := AsStr(a); ok {
			return strPercent(t, s, b)
		}
	}
	return NotImplemented, nil
}

// quoteStr is repr of a str; with ascii, ascii().
func quoteStr(s string, ascii bool) string {
	q := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, "\"") {
		q = '"'
	}
	b := make([]byte, 0, len(s)+2)
	b = append(b, q)
	const hexDigits = "0123456789abcdef"
	for len(s) > 0 {
		r, n := DecodeRune(s)
		s = s[n:]
		switch {
		case r == rune(q) || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\r':
			b = append(b, '\\', 'r')
		case r == '\t':
			b = append(b, '\\', 't')
		case r >= ' ' && r < 0x7f:
			b = append(b, byte(r))
		case r >= 0x80 && !ascii && isPrintable(r):
			b = utf8.AppendRune(b, r)
		case r < 0x100:
			b = append(b, '\\', 'x', hexDigits[r>>4], hexDigits[r&15])
		case r < 0x10000:
			b = append(b, '\\', 'u', hexDigits[r>>12], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
		default:
			b = append(b, '\\', 'U', '0', '0', hexDigits[r>>20&15], hexDigits[r>>16&15], hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
		}
	}
	return string(append(b, q))
}

func isPrintable(r rune) bool {
	if r == ' ' {
		return true
	}
	return !unicode.In(r, unicode.C, unicode.Z) && unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S)
}

// ASCII is ascii(v).
func ASCII(t *Thread, v Value) (*Str, error) {
	s, err := Repr(t, v)
	if err != nil || s.ASCII() {
		return s, err
	}
	var b []byte
	const hexDigits = "0123456789abcdef"
	for _, r := range runes(s.String()) {
		switch {
		case r < 0x80:
			b = append(b, byte(r))
		case r < 0x100:
			b = append(b, '\\', 'x', hexDigits[r>>4], hexDigits[r&15])
		case r < 0x10000:
			b = append(b, '\\', 'u', hexDigits[r>>12], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
		default:
			b = append(b, '\\', 'U', '0', '0', hexDigits[r>>20&15], hexDigits[r>>16&15], hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
		}
	}
	return newStr(string(b)), nil
}

// EmptyStr returns ”.
func EmptyStr() *Str { return emptyStr }

// TakeStr returns b as a str without copying it; the caller gives b away.
func TakeStr(b []byte) Value { return takeStr(b) }

// ToWTF8 makes a Python text of a Go string from outside: bytes that are no UTF-8
// become lone surrogates (surrogateescape).
func ToWTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b []byte
	for len(s) > 0 {
		r, n := DecodeRune(s)
		if r == utf8.RuneError && n == 1 {
			r = 0xDC00 + rune(s[0])
		}
		b = AppendRune(b, r)
		s = s[n:]
	}
	return string(b)
}
