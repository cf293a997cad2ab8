package py

import (
	"math"
	"strings"
	"unsafe"

	"github.com/woma-lang/woma/internal/fmath"
)

// What the virtual machine needs of the object model beyond the public API. Each
// is small enough to be inlined into the dispatch loop.

// ValueSize is the size of a Value in registers.
const ValueSize = unsafe.Sizeof(Value{})

// DefineType is [NewType] for a type whose objects' shape must have a fixed
// address, so that the virtual machine can test for it with one compare.
func DefineType(t *Type, shape *Shape, spec TypeSpec) *Type {
	for _, b := range [...]*Type{spec.Base, spec.Second} {
		if b != nil {
			b.want() // what is inherited is copied
		}
	}
	t.define(shape, spec)
	return t
}

// DefineLater is [LazyType] for a type with a fixed shape. Its objects are made with
// the type's Root, not with [HeadOf].
func DefineLater(t *Type, shape *Shape, name string, spec func() TypeSpec) *Type {
	t.Name, t.late, t.lazy, t.lazyRoot = name, true, spec, shape
	return t
}

// HeadOf returns the head for objects of a fixed shape.
func HeadOf(s *Shape) Head { return Head{s} }

// IsCell reports whether v is a cell of a closure.
func IsCell(v Value) bool { return (*Head)(v.p).shape == &cellShape }

// IsClass reports whether v is a class whose metaclass is exactly type.
func IsClass(v *Value) bool { return (*Head)(v.p).shape == &typeShape }

// ShapeIs reports whether the hidden class of v is s.
func (v *Value) ShapeIs(s *Shape) bool { return (*Head)(v.p).shape == s }

// ByteAt returns byte i of the text of an ASCII string.
func (s *Str) ByteAt(i int) byte { return *(*byte)(unsafe.Add(unsafe.Pointer(s.p), i)) }

// NBytes returns the length of the text in bytes.
func (s *Str) NBytes() int { return int(s.n & strMask) }

// Latin1 returns the one-character string of a code point below 256.
func Latin1(c byte) Value { return Value{unsafe.Pointer(&latin1[c]), 0} }

// Latin1Stride is the distance of one-character strings from one code point to the next.
const Latin1Stride = unsafe.Sizeof(strExtra{})

// StrHead is where a Str has the number of its bytes, in the bits of StrLen; StrWide is
// set if they are not ASCII.
const (
	StrHead = unsafe.Offsetof(Str{}.n)
	StrText = unsafe.Offsetof(Str{}.p)
	StrLen  = strMask
	StrWide = strWide
)

// SetLatin1 makes *v the one-character string of a code point below 256.
func (v *Value) SetLatin1(c byte) {
	v.p = unsafe.Pointer(&latin1[c])
	v.n = 0
}

// SetPtr makes *v the object at p.
func (v *Value) SetPtr(p unsafe.Pointer) {
	if v.p != p {
		v.p = p
	}
}

// SetBoolN makes *v the bool n (0 or 1).
func (v *Value) SetBoolN(n uint64) {
	if v.p != unsafe.Pointer(&tagBool) {
		v.p = unsafe.Pointer(&tagBool)
	}
	v.n = n
}

// SetN sets the number word only.
func (v *Value) SetN(n uint64) { v.n = n }

// Assign is *v = o that leaves the pointer word alone if it is the same already.
func (v *Value) Assign(o *Value) {
	if v.p != o.p {
		v.p = o.p
	}
	v.n = o.n
}

// SimpleIn looks for x among items without running Python code; ok is false if that
// cannot be done, or would take long.
func SimpleIn(x *Value, items []Value) (found, ok bool) {
	if len(items) > 64 {
		return false, false
	}
	for i := range items {
		if x.IsInt() && items[i].IsInt() {
			if x.n == items[i].n {
				return true, true
			}
			continue
		}
		eq, ok := simpleEq(x, &items[i])
		if *x == items[i] { // a NaN is in a list by identity
			return true, true
		}
		if !ok {
			return false, false
		}
		if eq {
			return true, true
		}
	}
	return false, true
}

// QuickPow is a power of an int that fits in a word or of a float that is finite; false
// if it is something else.
func QuickPow(dst, a, b *Value) bool {
	if a.IsInt() {
		if !b.IsInt() || b.I() < 0 {
			return false
		}
		r, ok := powInt64(a.I(), b.I())
		if ok {
			dst.SetInt(r)
		}
		return ok
	}
	if !a.IsFloat() {
		return false
	}
	x, y := a.F(), b.F()
	if b.IsInt() {
		y = float64(b.I())
	} else if !b.IsFloat() {
		return false
	}
	var r float64
	switch {
	case y == 2:
		r = x * x
	case x > 0 && math.Abs(y) < 1<<20:
		r = fmath.Pow(x, y)
	default:
		return false
	}
	if math.IsInf(r, 0) || r != r {
		return false
	}
	dst.SetFloat(r)
	return true
}

// QuickAdd is a + b of two strings, bytes or lists that are not large; false if it is
// something else. grow is set for +=.
func QuickAdd(dst, a, b *Value, grow bool) bool {
	switch {
	case IsStr(*a) && IsStr(*b):
		x, y := (*Str)(a.p), (*Str)(b.p)
		if x.NBytes()+y.NBytes() > 1<<14 && !x.growsBy(y) {
			return false
		}
		*dst = Concat(x, y, grow || dst == a)
		return true
	case IsList(*a) && IsList(*b):
		x, y := (*List)(a.p).A, (*List)(b.p).A
		l := newListLen(len(x) + len(y))
		if l == nil {
			return false
		}
		copy(l.A[copy(l.A, x):], y)
		*dst = l.Value()
		return true
	case IsBytes(*a) && IsBytes(*b):
		x, y := (*Bytes)(a.p).B, (*Bytes)(b.p).B
		if len(x)+len(y) > bytesLong {
			return false
		}
		v, sum := MakeBytes(len(x) + len(y))
		copy(sum[copy(sum, x):], y)
		*dst = v
		return true
	}
	return false
}

// SetSimple is d[k] = v for a str or an int, if that needs no look at the memory and
// no other key may be equal to it; false if it does.
func (d *Dict) SetSimple(k, v *Value) bool {
	i := foreign
	var h uint64
	switch {
	case d.shape != &dictShape || len(d.ents) >= 512 && len(d.ents) == cap(d.ents):
		return false
	case IsStr(*k):
		h = (*Str)(k.p).tableHash()
		i = d.findStr((*Str)(k.p), h)
	case k.IsInt():
		h = uint64(HashInt(k.I()))
		i = d.findInt(k.I())
	}
	if i == foreign {
		return false
	}
	if i >= 0 {
		*d.value(i) = *v
	} else {
		d.insert(*k, h, *v)
	}
	return true
}

// DeleteSimple is del d[k] for a str or an int that is a key; false if it is
// something else.
func (d *Dict) DeleteSimple(k *Value) bool {
	i := foreign
	switch {
	case d.shape != &dictShape:
		return false
	case IsStr(*k):
		i = d.findStr((*Str)(k.p), (*Str)(k.p).tableHash())
	case k.IsInt():
		i = d.findInt(k.I())
	}
	if i < 0 {
		return false
	}
	d.remove(i)
	return true
}

// SimpleTruth is the truth of a str, list, tuple, dict, float or int; ok is false for
// others.
func SimpleTruth(v Value) (truth, ok bool) {
	switch {
	case IsStr(v):
		return (*Str)(v.p).NBytes() != 0, true
	case IsList(v):
		return len((*List)(v.p).A) != 0, true
	case IsBytes(v):
		return len((*Bytes)(v.p).B) != 0, true
	case IsTuple(v):
		return (*Tuple)(v.p).Len() != 0, true
	case IsDict(v):
		return (*Dict)(v.p).Len() != 0, true
	case v.IsFloat():
		return v.F() != 0, true
	case v.IsInt():
		return v.n != 0, true
	}
	return false, false
}

// Compare orders two strings by code points: negative, zero, positive.
func (s *Str) Compare(o *Str) int {
	// The order of WTF-8 bytes is the order of code points.
	return strings.Compare(s.String(), o.String())
}

// Assign2 sets both words of v.
func (v *Value) Assign2(p unsafe.Pointer, n uint64) {
	if v.p != p {
		v.p = p
	}
	v.n = n
}

// Slots2 returns the offset of an instance's inline slots.
const InlineSlotOffset = unsafe.Offsetof(Instance{}.slot)

// AddSlot gives an instance the next shape and its new attribute, when that lives
// inside the object at offset off.
func AddSlot(o unsafe.Pointer, next *Shape, off uintptr, v Value) {
	(*Head)(o).shape = next
	*(*Value)(unsafe.Add(o, off)) = v
}

// Parent returns the shape before the last attribute was added, nil if there is none.
func (s *Shape) Parent() *Shape { return s.parent }

// HasOwnDict reports whether v is an object that keeps its attributes in a dict.
func HasOwnDict(v Value) bool {
	s := v.Shape()
	return s.Class.Flags&HasSlotsOf == 0 && (s.mode == shapeDict || s.mode == shapeFixed && s.Class.DictOffset != 0)
}

// SetInDict sets an attribute of an object that keeps them in a dict.
func SetInDict(v Value, name *Str, val Value) { OwnDict(v, true).SetStr(name, val) }

// PlainLookup reports whether an attribute that is found on the class or in the
// object is what the attribute access gives: there is no __getattribute__ but
// object's.
func (t *Type) PlainLookup() bool {
	if t.Slots.GetAttr == nil {
		return true
	}
	if t.Flags&HasGetAttr == 0 {
		return false
	}
	g := t.Lookup(nameGetAttribute)
	return g.p != nil && (*Head)(g.p).shape == &slotWrapperShape && (*Native)(g.p).Owner.Slots.GetAttr == nil
}

// IsPlainObject reports whether instances are Instance structs.
func (t *Type) IsPlainObject() bool { return t.Flags&PlainObject != 0 }

// IsDataDescr reports whether objects of this type are data descriptors.
func (t *Type) IsDataDescr() bool { return t.Slots.DescrGet != nil && t.Slots.DescrSet != nil }

// SetsDescr reports whether objects of this type intercept assignment.
func (t *Type) SetsDescr() bool { return t.Slots.DescrSet != nil }

// IsPlainData reports whether v as a class attribute is given out as it is.
func IsPlainData(v Value) bool { return isPlainData(v) }

// NewTraceback returns a traceback entry for instruction pc of code.
func NewTraceback(next *Traceback, code CodeInfo, pc int) *Traceback {
	return &Traceback{Head: Head{&tracebackShape}, Next: next, Code: code, PC: pc}
}

// Suggest returns the name of candidates that is most like name, "" if none is
// close enough (CPython's "Did you mean").
func Suggest(name string, candidates []string) string {
	best, bestDist := "", -1
	for _, c := range candidates {
		if c == name || c == "" {
			continue
		}
		limit := (len(name) + len(c) + 3) * 2 / 6
		d := editDistance(name, c, limit)
		if d <= limit && (bestDist < 0 || d < bestDist) {
			best, bestDist = c, d
		}
	}
	return best
}

// editDistance is the Levenshtein distance, where a change of case costs half;
// it gives up above limit.
func editDistance(a, b string, limit int) int {
	if len(a) > 40 || len(b) > 40 {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j * 2
	}
	for i := 0; i < len(a); i++ {
		prev := row[0]
		row[0] = (i + 1) * 2
		for j := 0; j < len(b); j++ {
			cost := 2
			if a[i] == b[j] {
				cost = 0
			} else if a[i]|0x20 == b[j]|0x20 {
				cost = 1
			}
			v := min(prev+cost, row[j]+2, row[j+1]+2)
			prev, row[j+1] = row[j+1], v
		}
	}
	return row[len(b)]
}

// IsComplex reports whether v is exactly a complex.
func IsComplex(v Value) bool { return v.p != nil && (*Head)(v.p).shape == &complexShape }

// AsBoundNative returns v as a native method bound to its object.
func AsBoundNative(v Value) (*BoundNative, bool) {
	if (*Head)(v.p).shape == &boundNativeShape {
		return (*BoundNative)(v.p), true
	}
	return nil, false
}

// HasWeakRefs reports whether objects of a class written in Python can be weakly
// referenced: with __slots__ they must have __weakref__.
func (t *Type) HasWeakRefs() bool {
	for _, c := range t.MRO {
		if c.weak {
			return true
		}
	}
	return false
}

// IsASCII reports whether s has only ASCII characters.
func IsASCII(s string) bool { return isASCII(s) }
