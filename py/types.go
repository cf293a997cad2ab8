package py

import (
	"math/big"
	"unsafe"
)

// The builtin types. Each is filled by the init… function of its own file, called
// in dependency order from init.go.
var (
	ObjectType           = &Type{}
	TypeType             = &Type{}
	IntType              = &Type{}
	FloatType            = &Type{}
	ComplexType          = &Type{}
	BoolType             = &Type{}
	NoneType             = &Type{}
	EllipsisType         = &Type{}
	NotImplementedType   = &Type{}
	StrType              = &Type{}
	BytesType            = &Type{}
	ByteArrayType        = &Type{}
	MemoryViewType       = &Type{}
	ListType             = &Type{}
	TupleType            = &Type{}
	DictType             = &Type{}
	SetType              = &Type{}
	FrozenSetType        = &Type{}
	RangeType            = &Type{}
	SliceType            = &Type{}
	CellType             = &Type{}
	ModuleType           = &Type{}
	NativeType           = &Type{} // builtin_function_or_method
	MethodDescrType      = &Type{} // method_descriptor
	ClassMethodDescrType = &Type{}
	BoundNativeType      = &Type{} // builtin_function_or_method (bound)
	SlotWrapperType      = &Type{} // wrapper_descriptor
	BoundWrapperType     = &Type{} // method-wrapper
	GetSetType           = &Type{} // getset_descriptor
	MemberType           = &Type{} // member_descriptor (__slots__)
	BoundMethodType      = &Type{} // method
	PropertyType         = &Type{}
	ClassMethodType      = &Type{}
	StaticMethodType     = &Type{}
	SuperType            = &Type{}
	TracebackType        = &Type{}
)

// Shapes of builtin objects. Their addresses are constants of the linker, so a
// type check is one load and one compare.
var (
	objectShape, typeShape, intShape, floatShape, complexShape, boolShape, noneShape,
	ellipsisShape, notImplementedShape, strShape, bytesShape, byteArrayShape, memoryViewShape,
	listShape, tupleShape, dictShape, nsDictShape, setShape, frozenSetShape, rangeShape, sliceShape,
	cellShape, globalCellShape, hiddenCellShape, moduleShape, nativeShape, methodDescrShape,
	classMethodDescrShape, boundNativeShape, boundWrapperShape, slotWrapperShape, getSetShape,
	memberShape, boundMethodShape, propertyShape, classMethodShape, staticMethodShape, superShape,
	tracebackShape, bigIntShape Shape
)

// BigInt is an int outside the range of int64; always normalised (see [NewBig]).
type BigInt struct {
	Head
	V *big.Int
}

// IntObj is an instance of a subclass of int; V is the plain int.
type IntObj struct {
	Head
	V     Value
	attrs *Dict
}

// FloatObj is an instance of a subclass of float.
type FloatObj struct {
	Head
	V     float64
	attrs *Dict
}

// Complex is Python's complex.
type Complex struct {
	Head
	V complex128
}

// Bytes is Python's bytes; B must not be changed once Python has seen it.
type Bytes struct {
	Head
	B    []byte
	hash int64
}

// ByteArray is Python's bytearray.
type ByteArray struct {
	Head
	B       []byte
	exports Exports
	front   int // bytes of the array before B, see splice
}

// List is Python's list.
type List struct {
	Head
	A []Value
}

// Range is Python's range where start, stop, step and length fit int64; others
// are a rangeBig (see range.go).
type Range struct {
	Head
	Start, Stop, Step, N int64
}

// Slice is Python's slice.
type Slice struct {
	Head
	Start, Stop, Step Value
}

// BoundMethod is a Python function (or any callable) bound to an object.
type BoundMethod struct {
	Head
	Func Value
	Self Value
}

// Property is Python's property.
type Property struct {
	Head
	Getter, Setter, Deleter, Doc Value
	Name                         Value // as __set_name__ gave it
	getterDoc                    bool  // Doc is the getter's
	attrs                        *Dict
}

// ClassMethodObj is Python's classmethod.
type ClassMethodObj struct {
	Head
	Func  Value
	attrs *Dict
}

// StaticMethodObj is Python's staticmethod.
type StaticMethodObj struct {
	Head
	Func  Value
	attrs *Dict
}

// ModuleObj is a Python module.
type ModuleObj struct {
	Head
	Dict *Dict // always a namespace
	Def  *Module
}

// IsList reports whether v is exactly a list.
func IsList(v Value) bool { return (*Head)(v.p).shape == &listShape }

// IsTuple reports whether v is exactly a tuple.
func IsTuple(v Value) bool { return (*Head)(v.p).shape == &tupleShape }

// IsDict reports whether v is exactly a dict that is not a namespace of globals.
func IsDict(v Value) bool { return (*Head)(v.p).shape == &dictShape }

// IsBytes reports whether v is exactly a bytes object.
func IsBytes(v Value) bool { return (*Head)(v.p).shape == &bytesShape }

// IsByteArray reports whether v is exactly a bytearray.
func IsByteArray(v Value) bool { return (*Head)(v.p).shape == &byteArrayShape }

// IsRange reports whether v is a Range.
func IsRange(v Value) bool { return (*Head)(v.p).shape == &rangeShape }

// IsBig reports whether v is an int that does not fit 64 bits.
func IsBig(v Value) bool { return (*Head)(v.p).shape == &bigIntShape }

// IsBoundMethod reports whether v is a bound Python method.
func IsBoundMethod(v Value) bool { return (*Head)(v.p).shape == &boundMethodShape }

// IsModule reports whether v is exactly a module.
func IsModule(v Value) bool { return (*Head)(v.p).shape == &moduleShape }

// AsDict returns v as a *Dict if its class is dict or derives from it.
func AsDict(v Value) (*Dict, bool) { return Cast[Dict](v, DictType) }

// AsList returns v as a *List if its class is list or derives from it.
func AsList(v Value) (*List, bool) { return Cast[List](v, ListType) }

// AsTuple returns v as a *Tuple if its class is tuple or derives from it.
func AsTuple(v Value) (*Tuple, bool) { return Cast[Tuple](v, TupleType) }

// NewList returns a list that owns items.
//
//go:noinline
func NewList(items []Value) *List { return &List{Head{&listShape}, items} }

// Value returns the list as a Value.
func (l *List) Value() Value { return Value{unsafe.Pointer(l), 0} }

// copyPieces copies in pieces: one bulk write barrier over megabytes would stop
// the garbage collector's progress (240 ms against 11 measured). dst and src have nothing
// in common. The barrier reads what stands in dst, and a page of fresh memory that is read
// before it is written costs a second fault, so a word of each page is written first: the
// one at this offset in T, which is no pointer.
//
//go:noinline
func copyPieces[T any](dst, src []T, word uintptr) {
	n := 4096 / int(unsafe.Sizeof(dst[0]))
	for len(src) > n {
		*(*uint64)(unsafe.Add(unsafe.Pointer(&dst[0]), word)) = 0
		*(*uint64)(unsafe.Add(unsafe.Pointer(&dst[n-1]), word)) = 0
		copy(dst, src[:n])
		dst, src = dst[n:], src[n:]
	}
	copy(dst, src)
}

func copyValues(dst, src []Value) { copyPieces(dst, src, unsafe.Offsetof(dst[0].n)) }

// CopyValues is copy for slices of values of any length.
func CopyValues(dst, src []Value) { copyValues(dst, src) }

// NewBytes returns a bytes object that owns b.
//
//go:noinline
func NewBytes(b []byte) Value { return Value{unsafe.Pointer(&Bytes{Head: Head{&bytesShape}, B: b}), 0} }

// NewByteArray returns a bytearray that owns b.
func NewByteArray(b []byte) Value {
	return Value{unsafe.Pointer(&ByteArray{Head: Head{&byteArrayShape}, B: b}), 0}
}

// NewBig returns b as an int; b belongs to the value from then on.
func NewBig(b *big.Int) Value {
	if b.IsInt64() {
		return Int(b.Int64())
	}
	return Value{unsafe.Pointer(&BigInt{Head{&bigIntShape}, b}), 0}
}

// NewUint returns n as an int.
func NewUint(n uint64) Value {
	if n <= 1<<63-1 {
		return Int(int64(n))
	}
	return NewBig(new(big.Int).SetUint64(n))
}

// NewComplex returns c as a Python complex.
func NewComplex(c complex128) Value {
	return Value{unsafe.Pointer(&Complex{Head{&complexShape}, c}), 0}
}

// NewRange returns range(start, stop, step); step is not 0.
func NewRange(start, stop, step int64) Value {
	r := &Range{Head{&rangeShape}, start, stop, step, 0}
	if step > 0 && stop > start {
		r.N = int64((uint64(stop)-uint64(start)-1)/uint64(step) + 1)
	} else if step < 0 && start > stop {
		r.N = int64((uint64(start)-uint64(stop)-1)/(-uint64(step)) + 1)
	}
	return Value{unsafe.Pointer(r), 0}
}

// NewSlice returns slice(start, stop, step).
func NewSlice(start, stop, step Value) Value {
	return Value{unsafe.Pointer(&Slice{Head{&sliceShape}, start, stop, step}), 0}
}

// NewBoundMethod binds f to self.
func NewBoundMethod(f, self Value) Value {
	return Value{unsafe.Pointer(&BoundMethod{Head{&boundMethodShape}, f, self}), 0}
}

var (
	emptyStr = &Str{Head: Head{&strShape}}
	latin1   [256]strExtra
)

func init() {
	text := make([]byte, 0, 384)
	for i := range latin1 {
		n := len(text)
		text = AppendRune(text, rune(i))
		o := &latin1[i]
		o.shape = &strShape
		o.p = &text[n]
		o.n = uint32(len(text) - n)
		o.chars = 1
		if i >= 128 {
			o.n |= strWide
		}
		o.tableHash()
	}
	emptyStr.tableHash()
}
