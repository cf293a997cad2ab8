package py

import (
	"math"
	"math/bits"
	"strings"
	"unsafe"
)

// str: the type's table and its slots; methods are in the other str_*.go files, the
// representation is in str.go.

func initStr() {
	StrType.define(&strShape, TypeSpec{
		Name:    "str",
		Flags:   SelfMatch,
		SubDict: SubDict[strLong](),
		Doc:     "str(object=''), str(bytes, encoding='utf-8', errors='strict'): text, a sequence of Unicode code points.",
		Slots: Slots{
			New:       strNew,
			Repr:      strRepr,
			Str:       func(t *Thread, v Value) (Value, error) { return exactStr((*Str)(v.p)), nil },
			Format:    strFormatSlot,
			Hash:      func(t *Thread, v Value) (int64, error) { return int64((*Str)(v.p).hash32()), nil },
			Compare:   strCompare,
			Binary:    strBinary,
			BinaryOps: 1<<OpAdd | 1<<OpMul | 1<<OpMod,
			RBinOps:   1<<OpMul | 1<<OpMod,
			Len:       func(t *Thread, v Value) (int, error) { return (*Str)(v.p).Len(), nil },
			GetItem:   StrGetItem,
			Contains:  strContains,
			Iter:      func(t *Thread, v Value) (Value, error) { return newStrIter((*Str)(v.p)), nil },
		},
		Table: func() Members {
			return Members{
				Method("capitalize()", (*Str).capitalize),
				Method("casefold()", (*Str).casefold),
				Method("center(width, fillchar=' ', /)", (*Str).center).Maker(quickPad(false, leftCentered)),
				Method("count(sub, start=None, end=None, /)", (*Str).count).Leaf(leafFind(strings.Count)),
				Method("encode(encoding='utf-8', errors='strict')", (*Str).encode).Maker(quickEncode),
				Method("endswith(suffix, start=None, end=None, /)", (*Str).endswith).Leaf(leafEndsWith),
				Method("expandtabs(tabsize=8)", (*Str).expandtabs),
				Method("find(sub, start=None, end=None, /)", (*Str).find).Leaf(leafFind(strings.Index)),
				Method("format(*args, **kwargs)", (*Str).format),
				Method("format_map(mapping, /)", (*Str).format_map),
				Method("index(sub, start=None, end=None, /)", (*Str).index),
				Method("isalnum()", (*Str).isalnum),
				Method("isalpha()", (*Str).isalpha).Leaf(leafChars(asciiAlpha)),
				Method("isascii()", (*Str).isascii),
				Method("isdecimal()", (*Str).isdecimal),
				Method("isdigit()", (*Str).isdigit).Leaf(leafChars(asciiDigit)),
				Method("isidentifier()", (*Str).isidentifier),
				Method("islower()", (*Str).islower),
				Method("isnumeric()", (*Str).isnumeric),
				Method("isprintable()", (*Str).isprintable),
				Method("isspace()", (*Str).isspace).Leaf(leafChars(asciiBlank)),
				Method("istitle()", (*Str).istitle),
				Method("isupper()", (*Str).isupper),
				Method("join(iterable, /)", (*Str).join).Maker(quickJoin).Consumes(consumeJoin),
				Method("ljust(width, fillchar=' ', /)", (*Str).ljust).Maker(quickPad(false, leftNone)),
				Method("lower()", (*Str).lower).Maker(quickCase('A')),
				Method("lstrip(chars=None, /)", (*Str).lstrip).Maker(quickStrip(true, false)),
				StaticMethod("maketrans(x, y=None, z=None, /)", maketrans),
				Method("partition(sep, /)", (*Str).partition),
				Method("removeprefix(prefix, /)", (*Str).removeprefix),
				Method("removesuffix(suffix, /)", (*Str).removesuffix),
				Method("replace(old, new, /, count=-1)", (*Str).replace).Maker(quickReplace),
				Method("rfind(sub, start=None, end=None, /)", (*Str).rfind).Leaf(leafFind(lastIndex)),
				Method("rindex(sub, start=None, end=None, /)", (*Str).rindex),
				Method("rjust(width, fillchar=' ', /)", (*Str).rjust).Maker(quickPad(false, leftAll)),
				Method("rpartition(sep, /)", (*Str).rpartition),
				Method("rsplit(sep=None, maxsplit=-1)", (*Str).rsplit),
				Method("rstrip(chars=None, /)", (*Str).rstrip).Maker(quickStrip(false, true)),
				Method("split(sep=None, maxsplit=-1)", (*Str).split).Maker(quickSplit),
				Method("splitlines(keepends=False)", (*Str).splitlines),
				Method("startswith(prefix, start=None, end=None, /)", (*Str).startswith).Leaf(leafStartsWith),
				Method("strip(chars=None, /)", (*Str).strip).Maker(quickStrip(true, true)),
				Method("swapcase()", (*Str).swapcase),
				Method("title()", (*Str).title),
				Method("translate(table, /)", (*Str).translate),
				Method("upper()", (*Str).upper).Maker(quickCase('a')),
				Method("zfill(width, /)", (*Str).zfill).Maker(quickPad(true, leftAll)),
				Method("__getnewargs__()", func(s *Str, t *Thread, a *Args) (Value, error) {
					return NewTuple(NewStr(s.String())), nil
				}),
				Method("__sizeof__()", (*Str).__sizeof__),
			}
		},
	})
	initStrIter()
}

// exactStr is s as a plain str.
func exactStr(s *Str) Value {
	if s.shape == &strShape {
		return s.Value()
	}
	return NewStr(s.String())
}

// EmptyStr returns ”.
func EmptyStr() *Str { return emptyStr }

// TakeStr returns b, valid WTF-8 that the caller gives away, as a str.
func TakeStr(b []byte) Value { return takeStr(b) }

var strArgs = As[Native](NewNative("str(object='', encoding='utf-8', errors='strict')", func(t *Thread, a *Args) (Value, error) {
	if !a.Has(1) && !a.Has(2) {
		if !a.Has(0) {
			return emptyStr.Value(), nil
		}
		s, err := ToStr(t, a.Value(0))
		if err != nil {
			return Nil, err
		}
		return s.Value(), nil
	}
	encoding, errs := "utf-8", "strict"
	if a.Has(1) {
		s, ok := AsStr(a.Value(1))
		if !ok {
			return Nil, Raise(TypeError, "str() argument 'encoding' must be str, not %s", typeNameOrNone(a.Value(1)))
		}
		encoding = s.String()
	}
	if a.Has(2) {
		s, ok := AsStr(a.Value(2))
		if !ok {
			return Nil, Raise(TypeError, "str() argument 'errors' must be str, not %s", typeNameOrNone(a.Value(2)))
		}
		errs = s.String()
	}
	if !a.Has(0) {
		return emptyStr.Value(), nil
	}
	obj := a.Value(0)
	if IsInstance(obj, StrType) {
		return Nil, Raise(TypeError, "decoding str is not supported")
	}
	if obj.Type().Slots.Buffer == nil {
		return Nil, Raise(TypeError, "decoding to str: need a bytes-like object, %s found", TypeName(obj))
	}
	b, err := AsBuffer(t, obj)
	if err != nil {
		return Nil, err
	}
	if len(b) == 0 {
		return emptyStr.Value(), nil
	}
	return Decode(t, b, encoding, errs)
}))

func strNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if cls == StrType && len(args) == 1 && len(kw) == 0 {
		s, err := ToStr(t, args[0])
		if err != nil {
			return Nil, err
		}
		return s.Value(), nil
	}
	if len(kw) == 0 && len(args) > 3 {
		return Nil, argCount("str", len(args), 0, 3)
	}
	v, err := strArgs.Invoke(t, Nil, args, kw)
	if err != nil || cls == StrType {
		return v, err
	}
	return newSubStr(cls, (*Str)(v.p)), nil
}

// newSubStr is an instance of a subclass with the text of s.
func newSubStr(cls *Type, s *Str) Value {
	o := Alloc[strLong](cls)
	o.p, o.n, o.h = s.p, s.n&^strGrow, s.h
	o.chars = uint32(s.Len())
	return Object(o)
}

func strCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	y, ok := AsStr(b)
	if !ok {
		return NotImplemented, nil
	}
	x := (*Str)(a.p)
	switch op {
	case OpEq:
		return Bool(x.equal(y)), nil
	case OpNe:
		return Bool(!x.equal(y)), nil
	}
	return Bool(cmpHolds(op, x.Compare(y))), nil
}

func strBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		x, ok := AsStr(a)
		if !ok {
			return NotImplemented, nil
		}
		y, ok := AsStr(b)
		if !ok {
			return NotImplemented, nil
		}
		return AddStr(t, x, y)
	case OpMul:
		if s, ok := AsStr(a); ok {
			return s.repeat(t, b)
		}
		if s, ok := AsStr(b); ok {
			return s.repeat(t, a)
		}
	case OpMod:
		if s, ok := AsStr(a); ok {
			return percentStr(t, s, b)
		}
	}
	return NotImplemented, nil
}

// AddStr is x + y.
func AddStr(t *Thread, x, y *Str) (Value, error) {
	n := x.NBytes() + y.NBytes()
	if n > MaxStr {
		return Nil, Raise(MemoryError, "")
	}
	room := 0
	if n > 4096 && !x.growsBy(y) {
		var err error
		if room, err = t.takeRoom(n, x.roomFor(n, y.NBytes()), 1); err != nil {
			return Nil, err
		}
	}
	v := concat(x, y, false, room)
	if n > 1<<14 && y.NBytes() > x.NBytes() {
		t.front = frontBuf{newest: (*Str)(v.p)}
	}
	return v, nil
}

func (s *Str) repeat(t *Thread, v Value) (Value, error) {
	n, ok, err := repeatCount(t, v)
	if err != nil {
		return Nil, err
	}
	if !ok {
		return NotImplemented, nil
	}
	text := s.String()
	switch {
	case n == 0 || text == "":
		return emptyStr.Value(), nil
	case n == 1:
		return exactStr(s), nil
	}
	b, err := repeatBytes(t, text, n, "repeated string is too long")
	if err != nil {
		return Nil, err
	}
	return takeStr(b), nil
}

// repeatBytes is text n times; tooLong is CPython's message where the length does
// not fit its integers.
func repeatBytes(t *Thread, text string, n int, tooLong string) ([]byte, error) {
	hi, total := bits.Mul64(uint64(len(text)), uint64(n))
	if hi != 0 || total > math.MaxInt64 {
		return nil, Raise(OverflowError, "%s", tooLong)
	}
	if total > MaxStr {
		return nil, Raise(MemoryError, "")
	}
	if err := chargeStr(t, int(total)); err != nil {
		return nil, err
	}
	b := make([]byte, total)
	done := copy(b, text)
	for done < len(b) {
		done += copy(b[done:], b[:done])
	}
	return b, nil
}

// StrGetItem is s[key] of a str.
func StrGetItem(t *Thread, v, key Value) (Value, error) {
	s := (*Str)(v.p)
	if sl, ok := AsSlice(key); ok {
		return s.slice(t, sl)
	}
	i, err := strIndex(t, key)
	if err != nil {
		return Nil, err
	}
	n := s.Len()
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return Nil, Raise(IndexError, "string index out of range")
	}
	if s.ASCII() {
		return s.At(i), nil
	}
	r, _ := DecodeRune(s.String()[s.offset(i):])
	return t.Rune(r), nil
}

func strIndex(t *Thread, key Value) (int, error) {
	if key.IsInt() && int64(int(key.I())) == key.I() {
		return int(key.I()), nil
	}
	if !isIndexable(key) {
		return 0, Raise(TypeError, "string indices must be integers, not '%s'", TypeName(key))
	}
	return seqIndexRaw(t, key, "string")
}

func (s *Str) slice(t *Thread, sl *Slice) (Value, error) {
	start, _, step, n, err := SliceIndices(t, sl, s.Len())
	if err != nil {
		return Nil, err
	}
	if n == 0 {
		return emptyStr.Value(), nil
	}
	if step == 1 || n == 1 {
		return s.Slice(start, start+n), nil
	}
	text := s.String()
	if err := chargeStr(t, n); err != nil {
		return Nil, err
	}
	if s.ASCII() {
		o, b := newText(n)
		for j, i := 0, start; j < len(b); j, i = j+1, i+step {
			b[j] = text[i]
		}
		return o.Value(), nil
	}
	if step == -1 {
		return takeStr(reverseWide(text[s.offset(start+1-n):s.offset(start+1)])), nil
	}
	b := make([]byte, 0, min(n*2, len(text)))
	if step > 0 {
		at := s.offset(start)
		for j := 0; j < n; j++ {
			_, w := DecodeRune(text[at:])
			b = append(b, text[at:at+w]...)
			at += w
			for k := 1; k < step && at < len(text); k++ {
				_, w = DecodeRune(text[at:])
				at += w
			}
		}
	} else {
		end := s.offset(start + 1)
		for j := 0; j < n; j++ {
			_, w := DecodeLastRune(text[:end])
			b = append(b, text[end-w:end]...)
			end -= w
			for k := 1; k < -step && end > 0; k++ {
				_, w = DecodeLastRune(text[:end])
				end -= w
			}
		}
	}
	return takeStr(b), nil
}

func strContains(t *Thread, v, item Value) (bool, error) {
	sub, ok := AsStr(item)
	if !ok {
		return false, Raise(TypeError, "'in <string>' requires string as left operand, not %s", TypeName(item))
	}
	return strings.Contains((*Str)(v.p).String(), sub.String()), nil
}

func strFormatSlot(t *Thread, v Value, spec *Str) (Value, error) {
	s := (*Str)(v.p)
	if spec.n&strMask == 0 {
		if v.Type() == StrType {
			return v, nil
		}
		x, err := ToStr(t, v)
		if err != nil {
			return Nil, err
		}
		return x.Value(), nil
	}
	f, err := ParseFormatSpec(t, spec, TypeName(v))
	if err != nil {
		return Nil, err
	}
	return FormatString(t, s, f)
}

func (s *Str) encode(t *Thread, a *Args) (Value, error) {
	encoding, errs, err := codecArgs(a, 0, "encode")
	if err != nil {
		return Nil, err
	}
	b, err := Encode(t, s, encoding, errs)
	if err != nil {
		return Nil, err
	}
	return NewBytes(b), nil
}

// codecArgs reads the arguments encoding and errors of a method.
func codecArgs(a *Args, i int, fn string) (encoding, errs string, err error) {
	encoding, errs = "utf-8", "strict"
	for k, p := range [...]*string{&encoding, &errs} {
		if !a.Has(i + k) {
			continue
		}
		s, ok := AsStr(a.Value(i + k))
		if !ok {
			return "", "", Raise(TypeError, "%s() argument '%s' must be str, not %s", fn, [...]string{"encoding", "errors"}[k], typeNameOrNone(a.Value(i+k)))
		}
		if strings.IndexByte(s.String(), 0) >= 0 {
			return "", "", Raise(ValueError, "embedded null character")
		}
		*p = s.String()
	}
	return encoding, errs, nil
}

func (s *Str) __sizeof__(t *Thread, a *Args) (Value, error) {
	size := int(unsafe.Sizeof(*s)) + int(s.n&strMask)
	if s.n&strWide != 0 {
		size += int(unsafe.Sizeof(strExtra{}) - unsafe.Sizeof(*s))
	}
	return Int(int64(size)), nil
}
