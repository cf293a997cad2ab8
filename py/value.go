// Package py is Python's object model: values, types, attributes, operators,
// calls, exceptions and the builtin types. It is what the author of a Python
// module in Go imports. It knows neither the compiler nor the virtual machine:
// those reach it through [Machine].
package py

import (
	"math"
	"unsafe"
)

// Value is a Python value: a pointer to an object whose first word is its
// [Shape], and a number. An int that fits 64 bits, a float and a bool live in
// the number; the pointer then names a static tag object. The zero Value is
// "unbound": no value at all, never visible from Python.
type Value struct {
	p unsafe.Pointer
	n uint64
}

// Head is the first field of every object: it says what the object is.
type Head struct {
	shape *Shape
}

// Shape is the hidden class of an object: its Python class and, for instances of
// classes written in Python, the layout of its attributes. One compare of the
// shape guards attribute, method and type caches.
type Shape struct {
	Class *Type
	// Version changes whenever a cached look-up through this shape may have
	// become wrong (a method of the class or of a base was replaced).
	Version uint32
	inline  uint8 // slots inside the object
	mode    shapeMode
	parent  *Shape
	name    *Str // the attribute this shape added to its parent
	nslots  int32
	index   map[string]int32  // slot by name; made when the shape is first searched
	next    map[string]*Shape // transitions
}

type shapeMode uint8

const (
	shapeFixed    shapeMode = iota // a builtin object: no attributes described here
	shapeInstance                  // attributes in slots
	shapeDict                      // attributes in a dict
)

// Nil is the unbound Value.
var Nil Value

var (
	tagInt      = Head{&intShape}
	tagFloat    = Head{&floatShape}
	tagBool     = Head{&boolShape}
	tagNone     = Head{&noneShape}
	tagEllipsis = Head{&ellipsisShape}
	tagNotImpl  = Head{&notImplementedShape}
)

// The singletons.
var (
	None           = Value{unsafe.Pointer(&tagNone), 0}
	True           = Value{unsafe.Pointer(&tagBool), 1}
	False          = Value{unsafe.Pointer(&tagBool), 0}
	Ellipsis       = Value{unsafe.Pointer(&tagEllipsis), 0}
	NotImplemented = Value{unsafe.Pointer(&tagNotImpl), 0}
)

// Int returns n as a Python int.
func Int(n int64) Value { return Value{unsafe.Pointer(&tagInt), uint64(n)} }

// Float returns f as a Python float.
func Float(f float64) Value { return Value{unsafe.Pointer(&tagFloat), math.Float64bits(f)} }

// Bool returns b as a Python bool.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// Object returns the Value of an object. p points to a struct whose first field
// is [Head] (or embeds one that has it first).
func Object[T any](p *T) Value { return Value{unsafe.Pointer(p), 0} }

// As returns the object of v as a *T without any check; see also [Cast].
func As[T any](v Value) *T { return (*T)(v.p) }

// Bound reports whether v is a value at all.
func (v Value) Bound() bool { return v.p != nil }

// Shape returns the hidden class of v, which must be bound.
func (v Value) Shape() *Shape { return (*Head)(v.p).shape }

// Type returns the Python class of v, which must be bound.
func (v Value) Type() *Type { return (*Head)(v.p).shape.Class }

// Ptr returns the object pointer (for the virtual machine).
func (v Value) Ptr() unsafe.Pointer { return v.p }

// Bits returns the number word (for the virtual machine).
func (v Value) Bits() uint64 { return v.n }

// MakeValue builds a Value from its words (for the virtual machine).
func MakeValue(p unsafe.Pointer, n uint64) Value { return Value{p, n} }

// IsInt reports whether v is an int (not a bool, not of a subclass) that fits 64 bits.
func (v *Value) IsInt() bool { return v.p == unsafe.Pointer(&tagInt) }

// BothInt reports whether a and b are both small ints.
func BothInt(a, b *Value) bool {
	return a.p == unsafe.Pointer(&tagInt) && b.p == unsafe.Pointer(&tagInt)
}

// IsFloat reports whether v is exactly a float.
func (v *Value) IsFloat() bool { return v.p == unsafe.Pointer(&tagFloat) }

// IsBool reports whether v is True or False.
func (v *Value) IsBool() bool { return v.p == unsafe.Pointer(&tagBool) }

// IsNone reports whether v is None.
func (v *Value) IsNone() bool { return v.p == unsafe.Pointer(&tagNone) }

// I returns the number of a small int or bool.
func (v *Value) I() int64 { return int64(v.n) }

// F returns the number of a float.
func (v *Value) F() float64 { return math.Float64frombits(v.n) }

// IncN adds d to the number word (iteration state of the virtual machine).
func (v *Value) IncN(d int64) { v.n += uint64(d) }

// SetInt makes *v the int n. The pointer word is only written if it changes:
// a write barrier per instruction would cost more than the instruction.
func (v *Value) SetInt(n int64) {
	if v.p != unsafe.Pointer(&tagInt) {
		v.p = unsafe.Pointer(&tagInt)
	}
	v.n = uint64(n)
}

// SetFloat makes *v the float f.
func (v *Value) SetFloat(f float64) {
	if v.p != unsafe.Pointer(&tagFloat) {
		v.p = unsafe.Pointer(&tagFloat)
	}
	v.n = math.Float64bits(f)
}

// SetBool makes *v the bool b.
func (v *Value) SetBool(b bool) {
	if v.p != unsafe.Pointer(&tagBool) {
		v.p = unsafe.Pointer(&tagBool)
	}
	var n uint64
	if b {
		n = 1
	}
	v.n = n
}

// Is reports identity (`a is b`). Ints and floats are compared by value.
func Is(a, b Value) bool { return a == b }

// Cell holds one variable that is shared between functions, or one global.
type Cell struct {
	Head
	V Value
}

// NewCell returns a cell of a closure.
func NewCell(v Value) *Cell { return &Cell{Head{&cellShape}, v} }

// Instance is an object of a class written in Python. The first attributes live
// in the object itself (how many depends on the class), others in more.
type Instance struct {
	Head
	more unsafe.Pointer // *[]Value (overflow slots) or, in dict mode, *Dict
	slot [3]Value
}

type instance6 struct {
	Instance
	_ [3]Value
}
type instance10 struct {
	Instance
	_ [7]Value
}
type instance18 struct {
	Instance
	_ [15]Value
}
type instance64 struct { // of classes with many __slots__
	Instance
	_ [61]Value
}
