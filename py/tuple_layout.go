package py

import "unsafe"

// Tuple is Python's tuple: one object, in which the items follow the head. The
// items must not be changed once Python has seen it.
//
// The head has the size and the pointers of a Value, so that a tuple of any length is
// an array of Values to Go, the first of which is the head. Instances of Python's
// subclasses have one Value more, before the head, for their dict: the items are at the
// same place in all tuples. There must never be a pointer behind the last item, Go
// would take it for one to the next object; so an empty tuple has room for an item.
type Tuple struct {
	Head
	n uint32 // 32 bits: Go knows then that n is less than maxTuple, and Items needs no check
	_ uint32
}

const (
	wordBits  = 8 * unsafe.Sizeof(uintptr(0))
	valueSize = unsafe.Sizeof(Value{})
	// maxTuple is more items than a tuple can have: 2**32, or 2**27 where pointers
	// have 32 bits.
	maxTuple = 1 << (22 + 5*wordBits/32)
)

// subTuple is how an instance of a Python subclass begins; it is known by the address
// of the Tuple.
type subTuple struct {
	attrs *Dict
	_     uint64
	Tuple
}

// subTupleOf returns the start of an instance of a Python subclass.
func subTupleOf(h *Head) *subTuple {
	return (*subTuple)(unsafe.Add(unsafe.Pointer(h), -int(valueSize)))
}

// subTupleDict is the distance from the Tuple to attrs, which is less than nothing.
const subTupleDict = ^uintptr(0) - valueSize + 1

// A head is as large as a Value and has its pointer where a Value has one.
var (
	_ [valueSize]byte = [unsafe.Sizeof(Tuple{})]byte{}
	_ [valueSize]byte = [unsafe.Offsetof(subTuple{}.Tuple)]byte{}
	_ [0]byte         = [unsafe.Offsetof(Value{}.p) + unsafe.Offsetof(Tuple{}.shape) + unsafe.Offsetof(subTuple{}.attrs)]byte{}
)

// Tuples of few items are made as structs, which Go's allocator is faster with.
type (
	tuple1 struct {
		Tuple
		a [1]Value
	}
	tuple2 struct {
		Tuple
		a [2]Value
	}
	tuple3 struct {
		Tuple
		a [3]Value
	}
	tuple4 struct {
		Tuple
		a [4]Value
	}
)

var (
	noItems    = tuple1{Tuple: Tuple{Head: Head{&tupleShape}}}
	emptyTuple = &noItems.Tuple
)

// Items returns the items, which must not be changed or appended to.
func (x *Tuple) Items() []Value {
	return (*[maxTuple]Value)(unsafe.Add(unsafe.Pointer(x), valueSize))[:x.n:x.n]
}

// Len returns the number of items.
func (x *Tuple) Len() int { return int(x.n) }

// First returns the place of the first item, which is there even if it has none.
func (x *Tuple) First() *Value {
	return (*Value)(unsafe.Add(unsafe.Pointer(x), valueSize))
}

// At returns item i, which must be there.
func (x *Tuple) At(i int) Value {
	return *(*Value)(unsafe.Add(unsafe.Add(unsafe.Pointer(x), valueSize), uintptr(i)*valueSize))
}

// Value returns the tuple as a Value.
func (x *Tuple) Value() Value { return Value{unsafe.Pointer(x), 0} }

// NewTuple returns a tuple of a copy of items.
func NewTuple(items ...Value) Value { return Value{unsafe.Pointer(newTuple(items)), 0} }

func newTuple(items []Value) *Tuple {
	switch len(items) {
	case 0:
		return emptyTuple
	case 1:
		return &(&tuple1{Tuple{Head{&tupleShape}, 1, 0}, [1]Value(items)}).Tuple
	case 2:
		return &(&tuple2{Tuple{Head{&tupleShape}, 2, 0}, [2]Value(items)}).Tuple
	case 3:
		return &(&tuple3{Tuple{Head{&tupleShape}, 3, 0}, [3]Value(items)}).Tuple
	case 4:
		return &(&tuple4{Tuple{Head{&tupleShape}, 4, 0}, [4]Value(items)}).Tuple
	}
	x := makeTuple(&tupleShape, len(items))
	copyValues(x.Items(), items)
	return x
}

// MakeTuple returns a tuple of n unbound items, to be filled before Python sees it. For
// numbers that a program chooses there is [Thread.MakeTuple].
func MakeTuple(n int) *Tuple {
	switch n {
	case 0:
		return emptyTuple
	case 1:
		return &(&tuple1{Tuple: Tuple{Head{&tupleShape}, 1, 0}}).Tuple
	case 2:
		return &(&tuple2{Tuple: Tuple{Head{&tupleShape}, 2, 0}}).Tuple
	case 3:
		return &(&tuple3{Tuple: Tuple{Head{&tupleShape}, 3, 0}}).Tuple
	case 4:
		return &(&tuple4{Tuple: Tuple{Head{&tupleShape}, 4, 0}}).Tuple
	}
	return makeTuple(&tupleShape, n)
}

// MakeTuple is [MakeTuple] that asks the memory account first.
func (t *Thread) MakeTuple(n int) (*Tuple, error) {
	if n >= 512 {
		if err := t.chargeTuple(n); err != nil {
			return nil, err
		}
	}
	return MakeTuple(n), nil
}

// NewTuple returns a tuple of a copy of items; it asks the memory account first.
func (t *Thread) NewTuple(items []Value) (*Tuple, error) {
	if len(items) >= 512 {
		if err := t.chargeTuple(len(items)); err != nil {
			return nil, err
		}
	}
	return newTuple(items), nil
}

func (t *Thread) chargeTuple(n int) error {
	if n >= maxTuple {
		return Raise(MemoryError, "")
	}
	return t.Alloc(n * int(valueSize))
}

func makeTuple(shape *Shape, n int) *Tuple {
	if n >= maxTuple {
		panic("a tuple of too many items")
	}
	x := (*Tuple)(unsafe.Pointer(unsafe.SliceData(make([]Value, max(n, 1)+1))))
	x.shape, x.n = shape, uint32(n)
	return x
}

// NewTupleOf returns a tuple of class cls, which is tuple or a subclass of it, of a copy
// of items.
func NewTupleOf(cls *Type, items []Value) Value {
	if cls == TupleType {
		return NewTuple(items...)
	}
	cls.want()
	var x *Tuple
	if cls.Flags&Heap == 0 {
		x = makeTuple(cls.root, len(items))
	} else {
		sub := (*subTuple)(unsafe.Pointer(unsafe.SliceData(make([]Value, max(len(items), 1)+2))))
		x = &sub.Tuple
		x.shape, x.n = cls.root, uint32(len(items))
	}
	copyValues(x.Items(), items)
	if cls.Flags&HasDel != 0 {
		watch(cls, &x.Head)
	}
	return Value{unsafe.Pointer(x), 0}
}

// TupleRoom is what a tuple can be made of by appending items, if their number is not
// known: a slice with the head in it. See [SealTuple].
func TupleRoom(n int) []Value { return make([]Value, 1, n+1) }

// sealTuple returns the tuple of the items after the first in a slice that began as
// [TupleRoom]. What is left of the room stays with a long tuple, as it does with a list.
func sealTuple(room []Value) (*Tuple, error) {
	n := len(room) - 1
	if n == 0 || n < 512 && n+1 < cap(room) {
		return newTuple(room[1:]), nil
	}
	if n >= maxTuple {
		return nil, Raise(MemoryError, "")
	}
	x := (*Tuple)(unsafe.Pointer(unsafe.SliceData(room)))
	x.shape, x.n = &tupleShape, uint32(n)
	return x, nil
}

// SealTuple returns the tuple of the items after the first in a slice that began as
// [TupleRoom].
func SealTuple(room []Value) (Value, error) {
	x, err := sealTuple(room)
	if err != nil {
		return Nil, err
	}
	return x.Value(), nil
}
