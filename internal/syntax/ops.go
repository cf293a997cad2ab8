package syntax

// ConstKind says what a Constant holds.
type ConstKind uint8

// The kinds of Constant.
const (
	ConstNone ConstKind = iota
	ConstTrue
	ConstFalse
	ConstEllipsis
	ConstInt
	ConstBigInt
	ConstFloat
	ConstImag
	ConstStr
	ConstBytes
)

// ExprContext says whether a target is read, written or deleted.
type ExprContext uint8

// The contexts of an expression.
const (
	Load ExprContext = iota
	Store
	Del
)

// String returns the name ast gives it.
func (c ExprContext) String() string { return [...]string{"Load", "Store", "Del"}[c] }

// BoolOperator is and, or.
type BoolOperator uint8

// The operators of BoolOp.
const (
	And BoolOperator = iota
	Or
)

// String returns the name ast gives it.
func (o BoolOperator) String() string { return [...]string{"And", "Or"}[o] }

// Operator is a binary operator of BinOp and AugAssign.
type Operator uint8

// The binary operators.
const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

// String returns the name ast gives it.
func (o Operator) String() string {
	return [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift",
		"BitOr", "BitXor", "BitAnd", "FloorDiv"}[o]
}

// Symbol returns the operator as Python writes it.
func (o Operator) Symbol() string {
	return [...]string{"+", "-", "*", "@", "/", "%", "**", "<<", ">>", "|", "^", "&", "//"}[o]
}

// UnaryOperator is an operator of UnaryOp.
type UnaryOperator uint8

// The unary operators.
const (
	Invert UnaryOperator = iota
	Not
	UAdd
	USub
)

// String returns the name ast gives it.
func (o UnaryOperator) String() string { return [...]string{"Invert", "Not", "UAdd", "USub"}[o] }

// CmpOp is an operator of Compare.
type CmpOp uint8

// The comparison operators.
const (
	Eq CmpOp = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

// String returns the name ast gives it.
func (o CmpOp) String() string {
	return [...]string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}[o]
}
