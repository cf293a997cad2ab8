// Package jit turns small loops over integers, floats and memory into machine code.
// It knows no Python: what a loop means is said with the operations of [Op] on
// variables; what to check, and where to go on when a check fails, is the caller's.
//
// A [Program] is built once, compiled with [Arena.Compile] and then run with
// [Func.Run]. Its variables live in one array of 64-bit words, of which the busiest
// are kept in processor registers while it runs. It writes to no memory but that
// array and where a Store says, and never writes a pointer: Go's collector need not
// know that it exists. Goroutines are not preempted in it, so that every loop of a
// program must count its rounds with [Budget].
package jit

import "errors"

// Var is a variable: an index into the words of a running program.
type Var uint16

// Kind is what a variable holds, which decides the kind of register.
type Kind uint8

// The kinds of variables.
const (
	Int   Kind = iota // an integer or an address
	Float             // a float64
)

// Op is an operation.
type Op uint8

// The operations. D, A and B are the variables of an [Inst], I its immediate. An
// operand written B is I where UseImm is set. "else exit" leaves the program with
// Exit, nothing having been written.
const (
	Mov         Op = iota // D = A
	Const                 // D = I (Float: the bits of a float64)
	Add                   // D = A + B, else exit on overflow
	Sub                   // D = A - B, else exit on overflow
	Mul                   // D = A * B, else exit on overflow
	Wrap                  // D = A + B modulo 2**64
	FloorDiv              // D = A // B, B > 0
	FloorMod              // D = A % B, B > 0
	And                   // D = A & B
	Or                    // D = A | B
	Xor                   // D = A ^ B
	Shl                   // D = A << B, 0 <= B < 63, else exit if bits or the sign are lost
	Sar                   // D = A >> B, B >= 0
	Neg                   // D = -A, else exit on overflow
	Not                   // D = ^A
	AddF                  // D = A + B
	SubF                  // D = A - B
	MulF                  // D = A * B
	DivF                  // D = A / B, else exit if B is 0
	NegF                  // D = -A
	AbsF                  // D = |A|
	SqrtF                 // D = square root of A, else exit if A < 0 or NaN
	ToFloat               // D = float64(A), A an integer
	Trunc                 // D = A, a float, without its fraction, else exit if that is no int64
	Set                   // D = 1 if A Cond B else 0
	SetF                  // the same for floats
	Load                  // D = 64-bit word at A + I
	LoadAt                // D = 64-bit word at A + 16*B + I
	LoadByte              // D = byte at A + B
	Store                 // 64-bit word at A + I = D
	StoreAt               // 64-bit word at A + 16*B + I = D
	StoreByte             // byte at A + B = D
	Check                 // exit unless A Cond B
	CheckF                // exit unless A Cond B, floats
	CheckWord             // exit unless the 64-bit word at A + I is Word
	CheckWordAt           // exit unless the 64-bit word at A + 16*B + I is Word
	Label                 // a place to jump to: To
	Jump                  // go to To
	Branch                // if A Cond B go to To
	BranchF               // the same for floats
	Budget                // count one round; exit when the budget is used up
	Exit                  // leave the program
)

// Cond is a condition on two operands.
type Cond uint8

// The conditions. Those with Not differ from their opposites for NaN only.
const (
	LT Cond = iota
	NotLT
	LE
	NotLE
	GT
	NotGT
	GE
	NotGE
	EQ
	NE
	ULT // unsigned
	UGE // unsigned
)

// Inst is one operation of a program.
type Inst struct {
	Op      Op
	Cond    Cond
	UseImm  bool
	D, A, B Var
	I       int64  // immediate or offset
	Word    uint64 // CheckWord…: what is expected
	To      int    // Label, jumps: number of a label
	Exit    int    // number that [Func.Run] returns
}

// Program is a sequence of operations that starts with the first.
type Program struct {
	Code []Inst
	vars []Kind
}

// New makes a variable.
func (p *Program) New(k Kind) Var {
	p.vars = append(p.vars, k)
	return Var(len(p.vars) - 1)
}

// Kind returns the kind of a variable.
//
//go:noinline
func (p *Program) Kind(v Var) Kind { return p.vars[v] }

// NumVars returns how many words a run needs.
func (p *Program) NumVars() int { return len(p.vars) }

// Errors of [Arena.Compile].
var (
	ErrUnsupported = errors.New("no machine code on this processor or system")
	ErrFull        = errors.New("no room for more machine code")
)

// Func is compiled code.
type Func struct{ entry uintptr }

// Run runs the code with the words vars and a budget of rounds. It returns the number
// of the exit and what is left of the budget, negative if it was used up.
func (f Func) Run(vars []uint64, budget int64) (exit int, left int64) {
	e, left := call(f.entry, &vars[0], budget)
	return int(e), left
}

// uses calls f for the variables that an instruction reads and writes.
func (in *Inst) uses(f func(Var)) {
	switch in.Op {
	case Label, Jump, Budget, Exit:
	case Const:
		f(in.D)
	case Mov, Neg, Not, NegF, AbsF, SqrtF, ToFloat, Trunc, Load, Store:
		f(in.D)
		f(in.A)
	case Check, CheckF, Branch, BranchF, CheckWordAt:
		f(in.A)
		if !in.UseImm {
			f(in.B)
		}
	case CheckWord:
		f(in.A)
	default:
		f(in.D)
		f(in.A)
		if !in.UseImm {
			f(in.B)
		}
	}
}

// weights says how much each variable is used: a use in a loop counts eight times.
func (p *Program) weights() []int {
	label := map[int]int{}
	for i := range p.Code {
		if p.Code[i].Op == Label {
			label[p.Code[i].To] = i
		}
	}
	depth := make([]int, len(p.Code)+1)
	for i := range p.Code {
		switch in := &p.Code[i]; in.Op {
		case Jump, Branch, BranchF:
			if at := label[in.To]; at < i {
				depth[at]++
				depth[i+1]--
			}
		}
	}
	w, d := make([]int, len(p.vars)), 0
	for i := range p.Code {
		d += depth[i]
		p.Code[i].uses(func(v Var) { w[v] += 1 << (3 * min(d, 4)) })
	}
	return w
}

// assign gives the busiest variables a register each: n integers, m floats. The
// result is -1 for the others.
func (p *Program) assign(n, m int) []int8 {
	w := p.weights()
	regs := make([]int8, len(p.vars))
	for i := range regs {
		regs[i] = -1
	}
	free := [2]int{Int: n, Float: m}
	next := [2]int8{}
	for {
		best := -1
		for v, k := range p.vars {
			if w[v] > 0 && regs[v] < 0 && free[k] > 0 && (best < 0 || w[v] > w[best]) {
				best = v
			}
		}
		if best < 0 {
			return regs
		}
		k := p.vars[best]
		regs[best] = next[k]
		next[k]++
		free[k]--
	}
}
