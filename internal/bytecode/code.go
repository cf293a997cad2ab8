package bytecode

import "math/big"

// ConstKind says which field of a [Const] counts.
type ConstKind uint8

// The kinds of constants.
const (
	ConstNone ConstKind = iota
	ConstTrue
	ConstFalse
	ConstEllipsis
	ConstInt
	ConstBigInt
	ConstFloat
	ConstComplex // real part Float, imaginary part Imag
	ConstStr     // text as WTF-8 (lone surrogates as three bytes)
	ConstBytes
	ConstTuple // Items
	ConstFrozenSet
)

// Const is a constant of a code object, independent of any interpreter.
type Const struct {
	Kind  ConstKind
	Int   int64
	Float float64
	Imag  float64
	Str   string
	Big   *big.Int
	Items []Const
}

// Flags of a code object; the numbers of the first ones are CPython's co_flags.
type Flags uint32

// The flags.
const (
	Optimized      Flags = 0x1  // locals live in registers (functions, lambdas, comprehensions)
	NewLocals      Flags = 0x2  //
	VarArgs        Flags = 0x4  // has *args
	VarKeywords    Flags = 0x8  // has **kwargs
	Nested         Flags = 0x10 //
	Generator      Flags = 0x20
	Coroutine      Flags = 0x80
	IterableCoro   Flags = 0x100
	AsyncGenerator Flags = 0x200
	Class          Flags = 0x1000000 // the body of a class: names go through the locals mapping
	Method         Flags = 0x8000000 // defined in a class body
	// ReturnsNone: every return of the function returns None, so that the result
	// of an __init__ need not be checked.
	ReturnsNone Flags = 0x10000000
	// UsesLocalsMapping: the code has LoadName/StoreName (module, class, exec, eval).
	UsesLocalsMapping Flags = 0x20000000
	// FutureAnnotations: compiled under `from __future__ import annotations`; code
	// that this code compiles inherits it.
	FutureAnnotations Flags = 0x40000000
)

// Site is one use of an attribute: the VM keeps an inline cache for each.
type Site struct {
	Name int32 // index into Names
	Args int32 // CallMethod: arguments without the object
}

// CallShape describes a call with keywords, or the patterns of a MatchClass.
type CallShape struct {
	Pos   int32   // positional arguments
	Names []int32 // keyword names, indices into Names
	Site  int32   // CallMethodKw: index into Sites; otherwise -1
}

// Handler says where an exception raised between instructions Start (inclusive)
// and End (exclusive) goes: to Target, the exception in register Reg. Handlers
// are listed innermost first.
type Handler struct {
	Start, End, Target int32
	Reg                uint16
}

// ExcRegion says that while the instruction is between Start and End, the
// exception in register Reg is being handled: a bare raise raises it, a new
// exception gets it as its context, sys.exception() returns it. Innermost first.
type ExcRegion struct {
	Start, End int32
	Reg        uint16
}

// Mark is the line of a try, which has no instruction of its own, before instruction
// At. Only sys.settrace wants to know. (A pass cannot be told so: where branches meet,
// At would be what comes after all of them.)
type Mark struct{ At, Line int32 }

// Capture tells MakeFunction where a cell of the new function's closure comes
// from: register Index of the maker (holding a cell), or cell Index of the
// maker's own closure.
type Capture struct {
	FromFree bool
	Index    uint16
}

// Code is a compiled module, class body, function or expression.
//
// Registers: 0 … NumParams-1 hold the parameters in this order: positional-only
// and positional-or-keyword (ArgCount in all, PosOnly of them positional-only),
// keyword-only (KwOnly), *args, **kwargs. Then other locals, then temporaries.
// A parameter that is captured by a closure starts as a plain value and is
// turned into a cell by MakeCell at the function's start.
type Code struct {
	Name      string
	QualName  string
	Filename  string
	FirstLine int32
	Flags     Flags
	Doc       bool // the first constant is the docstring

	ArgCount, PosOnly, KwOnly int32
	NumRegs                   int32 // registers used, at most 4080
	NumVars                   int32 // registers of variables: those of LocalNames, then those of comprehensions

	Instrs      []Instr
	Consts      []Const
	Names       []string // attribute names, names in mappings, keyword names
	GlobalNames []string // for LoadGlobal and StoreGlobal
	LocalNames  []string // name of register i for i < len(LocalNames); parameters first; a cell's register has its variable's name
	CellNames   []string // co_cellvars
	FreeNames   []string // co_freevars, in the order of Captures
	Captures    []Capture
	CellRegs    []uint16 // registers of CellNames, in order
	Sites       []Site
	CallShapes  []CallShape
	Children    []*Code
	Handlers    []Handler
	ExcRegions  []ExcRegion
	Lines       []byte // positions of the instructions, see lines.go
	Marks       []Mark // lines of try statements
}

// NumParams is the number of registers that hold parameters.
func (c *Code) NumParams() int {
	n := int(c.ArgCount + c.KwOnly)
	if c.Flags&VarArgs != 0 {
		n++
	}
	if c.Flags&VarKeywords != 0 {
		n++
	}
	return n
}
