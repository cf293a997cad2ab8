package py

import "unsafe"

// BinOp is a binary operator.
type BinOp uint8

// The binary operators, in the order of bytecode's Add…Xor.
const (
	OpAdd BinOp = iota
	OpSub
	OpMul
	OpTrueDiv
	OpFloorDiv
	OpMod
	OpPow
	OpMatMul
	OpLShift
	OpRShift
	OpAnd
	OpOr
	OpXor
	OpDivMod
	numBinOps
)

// CmpOp is a comparison.
type CmpOp uint8

// The comparisons, in the order of bytecode's Lt…Ne.
const (
	OpLt CmpOp = iota
	OpLe
	OpGt
	OpGe
	OpEq
	OpNe
)

// Swapped returns the comparison that holds when the operands change places.
func (op CmpOp) Swapped() CmpOp { return [...]CmpOp{OpGt, OpGe, OpLt, OpLe, OpEq, OpNe}[op] }

// UnaryOp is a unary operator.
type UnaryOp uint8

// The unary operators; OpIndex, OpInt, OpFloat are the conversions __index__, __int__, __float__.
const (
	OpNeg UnaryOp = iota
	OpPos
	OpInvert
	OpAbs
	OpIndex
	OpInt
	OpFloat
)

// Ops is a set of binary operators: 1<<OpAdd | …
type Ops uint32

// Slots are the operations of a type as Go functions; nil means the type has not
// got it. A class written in Python gets functions that call its special methods.
type Slots struct {
	New  func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) // __new__
	Init func(t *Thread, self Value, args []Value, kw []*Str) error         // __init__
	Call func(t *Thread, self Value, args []Value, kw []*Str) (Value, error)

	Repr   func(t *Thread, v Value) (Value, error)
	Str    func(t *Thread, v Value) (Value, error)
	Format func(t *Thread, v Value, spec *Str) (Value, error)
	Hash   func(t *Thread, v Value) (int64, error) // HashNotImplemented: unhashable
	Bool   func(t *Thread, v Value) (bool, error)

	// Compare returns NotImplemented for a pair it does not know. a has the slot.
	Compare func(t *Thread, op CmpOp, a, b Value) (Value, error)
	// Binary gets the operands as written; either may be the one of this type.
	// It returns NotImplemented for a pair or an operator it does not know.
	Binary    func(t *Thread, op BinOp, a, b Value) (Value, error)
	BinaryOps Ops // which operators Binary knows with self on the left (makes __add__ …)
	RBinOps   Ops // … and on the right (makes __radd__ …)
	Inplace   func(t *Thread, op BinOp, a, b Value) (Value, error)
	InplOps   Ops
	Pow3      func(t *Thread, a, b, mod Value) (Value, error) // three-argument pow
	Unary     func(t *Thread, op UnaryOp, v Value) (Value, error)
	UnaryOps  uint8 // which unary operators: 1<<OpNeg | …

	Len      func(t *Thread, v Value) (int, error)
	GetItem  func(t *Thread, v, key Value) (Value, error)
	SetItem  func(t *Thread, v, key, val Value) error // val unbound: delete
	Contains func(t *Thread, v, item Value) (bool, error)
	Iter     func(t *Thread, v Value) (Value, error)
	// Next returns the unbound Value and no error at the end.
	Next func(t *Thread, v Value) (Value, error)

	GetAttr func(t *Thread, v Value, name *Str) (Value, error)
	SetAttr func(t *Thread, v Value, name *Str, val Value) error // val unbound: delete
	// DescrGet is __get__; obj is unbound for access through the class.
	DescrGet func(t *Thread, d, obj Value, cls *Type) (Value, error)
	DescrSet func(t *Thread, d, obj, val Value) error // val unbound: __delete__
	Del      func(t *Thread, v Value) error           // __del__

	Await func(t *Thread, v Value) (Value, error)
	AIter func(t *Thread, v Value) (Value, error)
	ANext func(t *Thread, v Value) (Value, error)

	// Buffer gives the bytes of an object that supports the buffer protocol.
	Buffer func(t *Thread, v Value) (*Buffer, error)

	// Sub is called for a new object of a subclass written in Python: it copies
	// the object with room for attributes. See subclass.go.
	Traverse func(v Value, visit func(Value)) // for gc accounting; may be nil
}

// Buffer is a view of an object's memory (PEP 3118).
type Buffer struct {
	Data     []byte
	ReadOnly bool
	Format   string // struct format of an item, "B" for bytes
	ItemSize int
	Shape    []int
	Strides  []int
	Owner    Value
	Release  func() // called once when the view is dropped; may be nil
	exports  *Exports
}

// slotWords is Slots as words: fewer than 64, pointers and sets of operators.
type slotWords [unsafe.Sizeof(Slots{}) / unsafe.Sizeof(uintptr(0))]uintptr

// given returns which words of s are not zero.
func (s *Slots) given() (mask uint64) {
	for i, w := range (*slotWords)(unsafe.Pointer(s)) {
		if w != 0 {
			mask |= 1 << i
		}
	}
	return mask
}

// only returns the words of s in mask. (To keep the slots themselves would take 288
// bytes for each type when a program starts.)
func (s *Slots) only(mask uint64) (o Slots) {
	o = *s
	for i := range (*slotWords)(unsafe.Pointer(&o)) {
		if mask>>i&1 == 0 {
			// What a pointer that goes away showed is still in s.
			(*slotWords)(unsafe.Pointer(&o))[i] = 0
		}
	}
	return o
}
