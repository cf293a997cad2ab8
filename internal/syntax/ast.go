package syntax

import "math/big"

// Span is the place of a node in its source. Lines count from 1; columns are
// byte offsets from the start of the line, counting from 0, as in CPython's
// ast module. End is exclusive.
type Span struct {
	Line, Col, EndLine, EndCol int32
}

// Base is embedded in every node and carries its place.
type Base struct {
	Pos Span
}

// Span returns the node's place in the source.
func (b *Base) Span() Span { return b.Pos }

// Node is any node that has a place in the source.
type Node interface {
	Span() Span
}

// Stmt is a statement: *FunctionDef … *Continue.
type Stmt interface {
	Node
	stmtNode()
}

// Expr is an expression: *BoolOp … *Slice.
type Expr interface {
	Node
	exprNode()
}

// Pattern is a pattern of a match statement: *MatchValue … *MatchOr.
type Pattern interface {
	Node
	patternNode()
}

// TypeParam is a type parameter: *TypeVar, *ParamSpec or *TypeVarTuple.
type TypeParam interface {
	Node
	typeParamNode()
}

// stmtBase, exprBase, patternBase and typeParamBase put a node into its family.
type (
	stmtBase      struct{ Base }
	exprBase      struct{ Base }
	patternBase   struct{ Base }
	typeParamBase struct{ Base }
)

func (*stmtBase) stmtNode()           {}
func (*exprBase) exprNode()           {}
func (*patternBase) patternNode()     {}
func (*typeParamBase) typeParamNode() {}

// Module is what Parse returns, in every mode.
type Module struct {
	Mode     Mode
	Body     []Stmt    // Exec and Single (ast.Module, ast.Interactive)
	Expr     Expr      // Eval (ast.Expression)
	Warnings []Warning // in source order
}

// Statements.
type (
	// FunctionDef is a def statement.
	FunctionDef struct {
		stmtBase
		Name          string
		Args          *Arguments
		Body          []Stmt
		DecoratorList []Expr
		Returns       Expr // or nil
		TypeParams    []TypeParam
	}

	// AsyncFunctionDef is an async def statement; its fields are those of FunctionDef.
	AsyncFunctionDef struct {
		stmtBase
		Name          string
		Args          *Arguments
		Body          []Stmt
		DecoratorList []Expr
		Returns       Expr // or nil
		TypeParams    []TypeParam
	}

	// ClassDef is a class statement.
	ClassDef struct {
		stmtBase
		Name          string
		Bases         []Expr
		Keywords      []*Keyword
		Body          []Stmt
		DecoratorList []Expr
		TypeParams    []TypeParam
	}

	// Return is a return statement.
	Return struct {
		stmtBase
		Value Expr // or nil
	}

	// Delete is a del statement.
	Delete struct {
		stmtBase
		Targets []Expr
	}

	// Assign is t1 = t2 = value.
	Assign struct {
		stmtBase
		Targets []Expr
		Value   Expr
	}

	// TypeAlias is type Name[params] = value.
	TypeAlias struct {
		stmtBase
		Name       *Name
		TypeParams []TypeParam
		Value      Expr
	}

	// AugAssign is target op= value.
	AugAssign struct {
		stmtBase
		Target Expr
		Op     Operator
		Value  Expr
	}

	// AnnAssign is target: annotation [= value]. Simple says that the target
	// is a name without parentheses.
	AnnAssign struct {
		stmtBase
		Target     Expr
		Annotation Expr
		Value      Expr // or nil
		Simple     bool
	}

	// For is a for loop.
	For struct {
		stmtBase
		Target Expr
		Iter   Expr
		Body   []Stmt
		Orelse []Stmt
	}

	// AsyncFor is an async for loop.
	AsyncFor struct {
		stmtBase
		Target Expr
		Iter   Expr
		Body   []Stmt
		Orelse []Stmt
	}

	// While is a while loop.
	While struct {
		stmtBase
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}

	// If is an if statement; an elif is an If as the only statement of Orelse.
	If struct {
		stmtBase
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}

	// With is a with statement.
	With struct {
		stmtBase
		Items []*WithItem
		Body  []Stmt
	}

	// AsyncWith is an async with statement.
	AsyncWith struct {
		stmtBase
		Items []*WithItem
		Body  []Stmt
	}

	// Match is a match statement.
	Match struct {
		stmtBase
		Subject Expr
		Cases   []*MatchCase
	}

	// Raise is a raise statement.
	Raise struct {
		stmtBase
		Exc   Expr // or nil
		Cause Expr // or nil
	}

	// Try is a try statement with except clauses or none.
	Try struct {
		stmtBase
		Body      []Stmt
		Handlers  []*ExceptHandler
		Orelse    []Stmt
		Finalbody []Stmt
	}

	// TryStar is a try statement with except* clauses.
	TryStar struct {
		stmtBase
		Body      []Stmt
		Handlers  []*ExceptHandler
		Orelse    []Stmt
		Finalbody []Stmt
	}

	// Assert is an assert statement.
	Assert struct {
		stmtBase
		Test Expr
		Msg  Expr // or nil
	}

	// Import is import a, b.c as d.
	Import struct {
		stmtBase
		Names []*Alias
	}

	// ImportFrom is from ..module import names. Level counts the dots; Module
	// may be empty then.
	ImportFrom struct {
		stmtBase
		Module string
		Names  []*Alias
		Level  int
	}

	// Global is a global statement.
	Global struct {
		stmtBase
		Names []string
	}

	// Nonlocal is a nonlocal statement.
	Nonlocal struct {
		stmtBase
		Names []string
	}

	// ExprStmt is an expression as a statement (ast.Expr).
	ExprStmt struct {
		stmtBase
		Value Expr
	}

	// Pass is pass.
	Pass struct{ stmtBase }

	// Break is break.
	Break struct{ stmtBase }

	// Continue is continue.
	Continue struct{ stmtBase }
)

// Expressions.
type (
	// BoolOp is v1 op v2 op v3 …, at least two values.
	BoolOp struct {
		exprBase
		Op     BoolOperator
		Values []Expr
	}

	// NamedExpr is (target := value).
	NamedExpr struct {
		exprBase
		Target *Name
		Value  Expr
	}

	// BinOp is left op right. Chains are left-deep and may be very long: don't
	// recurse along Left without a limit.
	BinOp struct {
		exprBase
		Left  Expr
		Op    Operator
		Right Expr
	}

	// UnaryOp is op operand.
	UnaryOp struct {
		exprBase
		Op      UnaryOperator
		Operand Expr
	}

	// Lambda is lambda args: body.
	Lambda struct {
		exprBase
		Args *Arguments
		Body Expr
	}

	// IfExp is body if test else orelse.
	IfExp struct {
		exprBase
		Test   Expr
		Body   Expr
		Orelse Expr
	}

	// Dict is a dictionary display; a nil key stands for **value.
	Dict struct {
		exprBase
		Keys   []Expr
		Values []Expr
	}

	// Set is a set display.
	Set struct {
		exprBase
		Elts []Expr
	}

	// ListComp is [elt for …].
	ListComp struct {
		exprBase
		Elt        Expr
		Generators []*Comprehension
	}

	// SetComp is {elt for …}.
	SetComp struct {
		exprBase
		Elt        Expr
		Generators []*Comprehension
	}

	// DictComp is {key: value for …}.
	DictComp struct {
		exprBase
		Key        Expr
		Value      Expr
		Generators []*Comprehension
	}

	// GeneratorExp is (elt for …).
	GeneratorExp struct {
		exprBase
		Elt        Expr
		Generators []*Comprehension
	}

	// Await is await value.
	Await struct {
		exprBase
		Value Expr
	}

	// Yield is yield [value].
	Yield struct {
		exprBase
		Value Expr // or nil
	}

	// YieldFrom is yield from value.
	YieldFrom struct {
		exprBase
		Value Expr
	}

	// Compare is left op1 c1 op2 c2 …
	Compare struct {
		exprBase
		Left        Expr
		Ops         []CmpOp
		Comparators []Expr
	}

	// Call is func(args, keywords). *x is a Starred in Args, **x a Keyword
	// without a name.
	Call struct {
		exprBase
		Func     Expr
		Args     []Expr
		Keywords []*Keyword
	}

	// FormattedValue is one replacement field of an f-string.
	FormattedValue struct {
		exprBase
		Value      Expr
		Conversion int  // -1, or 's', 'r', 'a'
		FormatSpec Expr // *JoinedStr, or nil
	}

	// Interpolation is one replacement field of a t-string (PEP 750).
	Interpolation struct {
		exprBase
		Value      Expr
		Str        string // the text of the expression
		Conversion int    // -1, or 's', 'r', 'a'
		FormatSpec Expr   // *JoinedStr, or nil
	}

	// JoinedStr is an f-string: Constants and FormattedValues.
	JoinedStr struct {
		exprBase
		Values []Expr
	}

	// TemplateStr is a t-string: Constants and Interpolations.
	TemplateStr struct {
		exprBase
		Values []Expr
	}

	// Constant is a literal. Kind says which of the fields counts.
	Constant struct {
		exprBase
		Kind  ConstKind
		U     bool     // written with the prefix u (ast's kind='u')
		Int   int64    // ConstInt
		Big   *big.Int // ConstBigInt: what does not fit an int64
		Float float64  // ConstFloat, ConstImag (the imaginary part)
		Str   string   // ConstStr: WTF-8, so lone surrogates take 3 bytes; ConstBytes: the bytes
	}

	// Attribute is value.attr.
	Attribute struct {
		exprBase
		Value Expr
		Attr  string
		Ctx   ExprContext
	}

	// Subscript is value[slice].
	Subscript struct {
		exprBase
		Value Expr
		Slice Expr
		Ctx   ExprContext
	}

	// Starred is *value.
	Starred struct {
		exprBase
		Value Expr
		Ctx   ExprContext
	}

	// Name is an identifier (ast's id field is ID).
	Name struct {
		exprBase
		ID  string
		Ctx ExprContext
	}

	// List is a list display.
	List struct {
		exprBase
		Elts []Expr
		Ctx  ExprContext
	}

	// Tuple is a tuple, with parentheses or without.
	Tuple struct {
		exprBase
		Elts []Expr
		Ctx  ExprContext
	}

	// Slice is lower:upper:step inside a subscript.
	Slice struct {
		exprBase
		Lower Expr // or nil
		Upper Expr // or nil
		Step  Expr // or nil
	}
)

// Parts of statements and expressions.
type (
	// Comprehension is one for clause of a comprehension. It has no place of
	// its own in CPython; here it spans the clause.
	Comprehension struct {
		Base
		Target  Expr
		Iter    Expr
		Ifs     []Expr
		IsAsync bool
	}

	// ExceptHandler is an except clause.
	ExceptHandler struct {
		Base
		Type Expr   // or nil
		Name string // or empty
		Body []Stmt
	}

	// Arguments are the parameters of a function. Defaults belong to the last
	// len(Defaults) of Posonlyargs and Args together; KwDefaults has one entry,
	// perhaps nil, for each of Kwonlyargs. It has no place of its own.
	Arguments struct {
		Posonlyargs []*Arg
		Args        []*Arg
		Vararg      *Arg // or nil
		Kwonlyargs  []*Arg
		KwDefaults  []Expr
		Kwarg       *Arg // or nil
		Defaults    []Expr
	}

	// Arg is one parameter (ast's arg field is Name).
	Arg struct {
		Base
		Name       string
		Annotation Expr // or nil
	}

	// Keyword is name=value in a call or class statement; an empty Arg stands
	// for **value.
	Keyword struct {
		Base
		Arg   string
		Value Expr
	}

	// Alias is name [as asname] in an import.
	Alias struct {
		Base
		Name   string
		Asname string // or empty
	}

	// WithItem is expr [as target]. It has no place of its own.
	WithItem struct {
		ContextExpr  Expr
		OptionalVars Expr // or nil
	}

	// MatchCase is one case clause. It has no place of its own.
	MatchCase struct {
		Pattern Pattern
		Guard   Expr // or nil
		Body    []Stmt
	}
)

// Patterns.
type (
	// MatchValue compares with a literal or dotted name.
	MatchValue struct {
		patternBase
		Value Expr
	}

	// MatchSingleton compares with None, True or False.
	MatchSingleton struct {
		patternBase
		Value ConstKind
	}

	// MatchSequence is [a, b, *rest].
	MatchSequence struct {
		patternBase
		Patterns []Pattern
	}

	// MatchMapping is {key: pattern, **rest}.
	MatchMapping struct {
		patternBase
		Keys     []Expr
		Patterns []Pattern
		Rest     string // or empty
	}

	// MatchClass is Cls(p, name=p).
	MatchClass struct {
		patternBase
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []string
		KwdPatterns []Pattern
	}

	// MatchStar is *name; an empty Name stands for *_.
	MatchStar struct {
		patternBase
		Name string
	}

	// MatchAs is pattern as name, a bare name (Pattern nil) or _ (both empty).
	MatchAs struct {
		patternBase
		Pattern Pattern // or nil
		Name    string  // or empty
	}

	// MatchOr is p1 | p2 …
	MatchOr struct {
		patternBase
		Patterns []Pattern
	}
)

// Type parameters.
type (
	// TypeVar is T[: bound] [= default].
	TypeVar struct {
		typeParamBase
		Name         string
		Bound        Expr // or nil
		DefaultValue Expr // or nil
	}

	// ParamSpec is **P [= default].
	ParamSpec struct {
		typeParamBase
		Name         string
		DefaultValue Expr // or nil
	}

	// TypeVarTuple is *Ts [= default].
	TypeVarTuple struct {
		typeParamBase
		Name         string
		DefaultValue Expr // or nil
	}
)
