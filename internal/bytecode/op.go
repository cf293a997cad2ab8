// Package bytecode defines the instructions and code objects that the compiler
// writes and the virtual machine runs. It holds data only: a [Code] is never
// changed after it was built, so any number of interpreters can share one.
package bytecode

// Op is the number of an instruction.
type Op uint16

// Instr is one instruction: an operation and three operands. What an operand
// means (a register, a constant, …) stands in the operation's row in [Table].
type Instr struct {
	Op      Op
	A, B, C uint16
}

// The operations. Each has one row here, one emit in internal/compile and one
// case in internal/vm (op_test.go checks that).
//
// r[X] is a register of the running function, k[X] a constant, i16(X) a signed
// immediate. A *window* at W is a run of registers for a call: r[W-1] is scratch
// that the call may overwrite, r[W] the callee, r[W+1]… the arguments; all of
// r[W-1]… are dead after the call except the destination. A jump's offset counts
// instructions from the following one.
//
// Numbers below NumFast have a fast path in the dispatch loop; the others are
// always done by the VM's slow function.
const (
	// Moves and variables.
	Nop         Op = iota // nothing
	Move                  // r[A] = r[B]
	LoadConst             // r[A] = k[B]                         (B < 4096)
	LoadInt               // r[A] = i16(B)
	LoadGlobal            // r[A] = global or builtin g[B]        NameError if there is none
	StoreGlobal           // global g[B] = r[A]
	LoadCell              // r[A] = contents of the cell in r[B]  error naming the variable if unbound
	StoreCell             // contents of the cell in r[A] = r[B]
	LoadFree              // r[A] = contents of the closure's cell B
	StoreFree             // contents of the closure's cell B = r[A]
	CheckBound            // UnboundLocalError unless r[A] is bound; B is the index in LocalNames

	// Arithmetic. r[A] = r[B] op r[C]
	Add
	Sub
	Mul
	TrueDiv
	FloorDiv
	Mod
	Pow
	MatMul
	LShift
	RShift
	And
	Or
	Xor
	// The same for `x op= y`: r[A] = r[B] op= r[C]; tries __iop__ first.
	InplaceAdd
	InplaceSub
	InplaceMul
	InplaceTrueDiv
	InplaceFloorDiv
	InplaceMod
	InplacePow
	InplaceMatMul
	InplaceLShift
	InplaceRShift
	InplaceAnd
	InplaceOr
	InplaceXor
	// With a small integer constant on the right: r[A] = r[B] op i16(C). Also used
	// for `x op= constant`: the VM calls __iop__ if the left operand has one and the
	// instruction is an Inplace one.
	AddI
	SubI
	MulI
	FloorDivI
	ModI
	AndI
	OrI
	XorI
	LShiftI
	RShiftI
	InplaceAddI
	InplaceSubI
	InplaceMulI
	// Unary. r[A] = op r[B]
	Neg
	Pos
	Invert
	Not
	// Comparison to a value. r[A] = r[B] op r[C]
	Lt
	Le
	Gt
	Ge
	Eq
	Ne
	In
	NotIn
	Is
	IsNot

	// Compare and branch: if r[A] op r[B] is (not) true, jump by i16(C).
	JumpLt
	JumpNotLt
	JumpLe
	JumpNotLe
	JumpGt
	JumpNotGt
	JumpGe
	JumpNotGe
	JumpEq
	JumpNotEq
	JumpNe
	JumpNotNe
	JumpIn
	JumpNotIn
	JumpIs
	JumpIsNot
	// The same with a small constant: if r[A] op i16(B) …
	JumpLtI
	JumpNotLtI
	JumpLeI
	JumpNotLeI
	JumpGtI
	JumpNotGtI
	JumpGeI
	JumpNotGeI
	JumpEqI
	JumpNotEqI
	JumpNeI
	JumpNotNeI
	// Other branches.
	Jump          // jump by the signed 32-bit number B | C<<16; A unused
	JumpIfTrue    // if r[A] is true jump by i16(C)
	JumpIfFalse   // if r[A] is false jump by i16(C)
	JumpIfNone    // if r[A] is None jump by i16(C)
	JumpIfNotNone // if r[A] is not None jump by i16(C)

	// Attributes and items. C of the attribute operations is an index into Sites,
	// whose Name is the attribute; each use has its own site (inline cache).
	LoadAttr  // r[A] = r[B].site[C]
	StoreAttr // r[A].site[C] = r[B]
	LoadItem  // r[A] = r[B][r[C]]
	StoreItem // r[A][r[B]] = r[C]
	LoadItemI // r[A] = r[B][i16(C)]

	// Calls.
	Call       // r[A] = r[B](r[B+1], … r[B+C]); window at B
	CallMethod // r[A] = r[B+1].name(r[B+2], …); window at B, r[B] scratch, r[B+1] the object; Sites[C] has the name and Args, the number of arguments without the object
	Return     // return r[A]
	ReturnNone // return None

	// Iteration.
	GetIter // r[A], r[A+1], r[A+2] = iteration state over r[B] (private to the VM)
	ForIter // if the iteration at r[B] has an item: r[A] = item, jump by i16(C); otherwise go on
	Yield   // yield r[B]; on resumption r[A] = the value sent

	// Displays.
	BuildTuple     // r[A] = (r[B], … r[B+C-1])
	BuildList      // r[A] = [r[B], … r[B+C-1]]
	ListAppend     // list in r[A] gets r[B] appended (the list is fresh, of exact type list)
	UnpackSequence // r[A], … r[A+C-1] = r[B], exactly C items

	LoadSlice // r[A] = r[B][r[C]:r[C+1]]; an absent bound is None

	// Viper's casts.
	ToInt  // r[A] = the low 64 bits of int r[B], signed
	ToUint // r[A] = the low 64 bits of int r[B], unsigned

	Feed // give r[B] to the consumer in r[A]; when that has seen enough, jump by i16(C)

	// NumFast separates the operations with a fast path from the others.
	NumFast
)

// Operations without a fast path.
const (
	LoadConstX    Op = iota + 160 // r[A] = k[B | C<<16]
	LoadName                      // r[A] = name Names[B] in the locals mapping, the globals, the builtins (class bodies, exec)
	StoreName                     // locals mapping[Names[B]] = r[A]
	DeleteName                    // del locals mapping[Names[B]]
	LoadClassFree                 // r[A] = Names[C] in the locals mapping, else contents of the closure's cell B
	DeleteGlobal                  // del global g[B]
	MakeCell                      // r[A] = new cell holding r[A] (which may be unbound)
	DeleteCell                    // the cell in r[A] becomes unbound; error if it was
	DeleteFree                    // the closure's cell B becomes unbound; error if it was
	DeleteLocal                   // r[A] becomes unbound; UnboundLocalError (LocalNames[B]) if it was
	Unbind                        // r[A] … r[A+B-1] become unbound, no check
	LoadLocals                    // r[A] = the locals mapping (class bodies)

	DeleteAttr    // del r[A].site[C]
	DeleteItem    // del r[A][r[B]]
	BuildSlice    // r[A] = slice(r[B], r[B+1], r[B+2]); C 1: only for the next instruction, LoadItem, StoreItem or DeleteItem
	LoadSuperAttr // r[A] = super(r[B], r[B+1]).site[C]; r[B] __class__, r[B+1] self; used when `super` was not rebound at compile time; the VM checks that the global super is still the builtin
	LoadSpecial   // r[A] = special method C (see Special…) of type(r[B]) bound to r[B]; TypeError as CPython words it if absent

	CallKw         // r[A] = call with keywords; window at B; CallShapes[C] gives Pos, the number of positional arguments, and Names; values follow in order
	CallMethodKw   // like CallMethod with keywords; CallShapes[C].Site names the method's site; Pos does not count the object
	CallEx         // r[A] = r[B](*r[B+1], **r[B+2]); r[B+1] any iterable, r[B+2] a dict or unbound; C=1: it is any mapping
	MakeFunction   // r[A] = function of Children[B]; C: FuncDefaults|FuncKwDefaults|FuncAnnotations|FuncTypeParams say which of r[A+1] (tuple), r[A+2] (dict), r[A+3] (dict), r[A+4] (tuple) are there
	LoadBuildClass // r[A] = the class builder: called as (body function, name, *bases, **keywords)

	YieldFrom    // delegate to the iterator in r[B]; r[A] = its result
	GetAwaitable // r[A] = iterator to delegate to for `await r[B]`; C: 0 await, 1 `async with` enter, 2 exit (error text)
	GetYieldFrom // r[A] = iter(r[B]) for `yield from` (coroutines checked)
	GetAIter     // r[A] = aiter(r[B])
	GetANext     // r[A] = awaitable iterator of anext(r[B])
	EndAsyncFor  // r[A] holds an exception: StopAsyncIteration is swallowed, anything else is raised again

	BuildSet    // r[A] = {r[B], … r[B+C-1]}
	BuildDict   // r[A] = {r[B]: r[B+1], …}, C pairs
	BuildFor    // r[A] = empty list (C: 0), set (1) or dict (2) that will get an item for each that the iteration at r[B] has left
	SetAdd      // set in r[A] gets r[B]
	DictSet     // dict in r[A]: r[A][r[B]] = r[C]
	ListExtend  // list in r[A] extended by iterating r[B]; C: see Extend…
	SetUpdate   // set in r[A] updated from r[B]
	DictUpdate  // dict in r[A] updated from mapping r[B]; C: see Extend…
	DictMerge   // the same, TypeError on a repeated key; r[C] is the callee (for the text)
	ListToTuple // r[A] = tuple(r[B])
	UnpackEx    // r[A]… = r[B] with one starred target: C&255 before it, C>>8 after it
	FormatValue // r[A] = format(conv(r[B]), spec); C&3: 0 none, 1 !s, 2 !r, 3 !a; C&4: the spec is in r[B+1], otherwise empty
	BuildString // r[A] = concatenation of the strings r[B], … r[B+C-1]

	Raise             // raise r[A]
	RaiseFrom         // raise r[A] from r[B]
	RaiseBare         // raise the exception being handled
	Reraise           // raise r[A] again, its traceback kept
	JumpIfNotExcMatch // if exception r[A] does not match class or tuple r[B], jump by i16(C)
	ExcTriple         // r[A], r[A+1], r[A+2] = type, value, traceback of the exception in r[B]
	StarMatch         // except*: r[A] = part of group r[B] that matches r[C] or None; r[A+1] = the rest or None (a naked exception is wrapped)
	StarReraise       // r[A] = exception to raise for except*: r[B] the original, r[C] list of exceptions raised and unhandled rest; None if nothing is left

	ImportName // r[A] = import of Names[B]; on entry r[A] = level (int), r[A+1] = fromlist (tuple or None)
	ImportFrom // r[A] = from r[B] import Names[C]
	ImportStar // from r[A] import * into the locals mapping or globals

	JumpIfNoConsumer // r[A] = consumer (private to the VM) that is called for r[B](iterator); if there is none, jump by i16(C)
	EndConsumer      // r[A] = result of the consumer in r[B]

	JumpIfNotSequence // match: if r[A] is not a sequence for patterns, jump by i16(C)
	JumpIfNotMapping  // match: if r[A] is not a mapping, jump by i16(C)
	GetLen            // r[A] = len(r[B])
	MatchKeys         // r[A] = tuple of the values of keys r[C] (tuple) in r[B], or None
	MatchRest         // r[A] = dict(r[B]) without the keys in tuple r[C]
	MatchClass        // r[A] = tuple of attributes or None; r[B] subject, r[B+1] class; CallShapes[C]: Pos positional patterns, Names the keyword ones

	Intrinsic // r[A] = intrinsic C (see Intrinsic…) applied to r[B], r[B+1]…

	// NumOps is one more than the highest operation.
	NumOps
)

// C of ListExtend and DictUpdate: a flag, and above it how many items are to follow.
const (
	ExtendNew  = 1 // r[A] becomes a new list or dict
	ExtendRoom = 1 // bits to shift by
)

// Flags of MakeFunction's C.
const (
	FuncDefaults = 1 << iota
	FuncKwDefaults
	FuncAnnotations
	FuncTypeParams
)

// Special methods that LoadSpecial names.
const (
	SpecialEnter = iota
	SpecialExit
	SpecialAEnter
	SpecialAExit
)

// Intrinsics: rare things that need no operation of their own.
const (
	IntrinsicPrintExpr        = iota // interactive mode: sys.displayhook(r[B])
	IntrinsicAssertionError          // the builtin class AssertionError, whatever the name means now
	IntrinsicTypeVar                 // TypeVar(name r[B], bound r[B+1] or unbound, constraints r[B+2] tuple or unbound, default r[B+3] or unbound); bound, constraints and default are zero-argument functions, evaluated lazily
	IntrinsicParamSpec               // ParamSpec(name r[B], default r[B+1] or unbound)
	IntrinsicTypeVarTuple            // TypeVarTuple(name r[B], default r[B+1] or unbound)
	IntrinsicTypeAlias               // TypeAliasType(name r[B], type params r[B+1] tuple, value function r[B+2])
	IntrinsicSubscriptGeneric        // Generic[r[B]] for a class with type parameters
	IntrinsicInterpolation           // Interpolation(value r[B], text r[B+1], conversion r[B+2], spec r[B+3])
	IntrinsicTemplate                // Template of the parts in tuple r[B] (str and Interpolation, as written)
	IntrinsicSetupAnnotations        // make __annotations__ in the namespace if there is none
	IntrinsicGeneratorRaise          // raise the exception in r[B] as a generator does that lets it out
	IntrinsicViperBool               // bool(r[B]), for viper functions
	IntrinsicGenIter                 // r[B] itself if it is an exact list, tuple, range or str, otherwise iter(r[B]): the outermost iterable of a generator expression, which iterates over it with GetIter
)

// Kinds of operands, one letter for each of A, B and C in [Info.Operands]:
//
//	r register   w window (register; the one before it is touched too)
//	k constant   i signed immediate   g index into GlobalNames
//	n index into Names   l index into LocalNames   f closure cell
//	s index into Sites   c index into CallShapes   h index into Children
//	j jump offset   J the pair B,C as one 32-bit jump offset   K the pair B,C as one constant index
//	u unsigned number   - unused
type Info struct {
	Name     string
	Operands string
}
