package vm

import (
	"math"
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/jit"
	"github.com/woma-lang/woma/py"
)

// Offsets inside objects.
const (
	listItems = unsafe.Offsetof(py.List{}.A)
	tupleLen  = unsafe.Sizeof(py.Head{}) // 32 bits, and 32 that are 0
	byteItems = unsafe.Offsetof(py.Bytes{}.B)
)

var (
	intTag, floatTag, boolTag = tagOf(py.Int(0)), tagOf(py.Float(0)), tagOf(py.True)
)

// tagOf returns the pointer word of a value as a number.
func tagOf(v py.Value) uint64 { return uint64(uintptr(v.Ptr())) }

// op translates one instruction: st is what is known before it and becomes what is
// known after it; succ is told of every instruction that may follow.
type op struct {
	*builder
	n    node
	in   Instr
	st   []abs
	succ func(node, []abs)
}

// step translates instruction n.
func (b *builder) step(n node, st []abs, succ func(node, []abs)) {
	o := &op{b, n, n.act.code.instr(n.pc), st, succ}
	b.pooled = 0
	if b.unboxed {
		o.succ = func(to node, st []abs) {
			separate(b.states[n], st)
			succ(to, st)
		}
	}
	if !o.translate() {
		// The interpreter does it, and what comes after.
		switch o.in.Op {
		case bytecode.Return, bytecode.ReturnNone, bytecode.Raise:
		default:
			if b.stuck = true; b.whole {
				b.err = errHot
			}
		}
		b.add(jit.Inst{Op: jit.Exit, Exit: b.exit(n, b.states[n], false)})
	}
}

// reg returns what is known of the register at byte offset x.
func (o *op) reg(x uint16) *abs {
	i := o.index(x)
	o.used[i] = true
	return &o.st[i]
}

func (o *op) index(x uint16) int { return int(x)/int(valueSize) + o.n.act.off }

// set says what the register at byte offset x holds from now on, and returns its variable.
func (o *op) set(x uint16, k regKind) jit.Var {
	i := o.index(x)
	o.used[i] = true
	v := o.variable(i, k)
	o.st[i] = abs{kind: k, v: v}
	return v
}

// setConst says that the register at byte offset x holds a certain object.
func (o *op) setConst(x uint16, v py.Value) {
	i := o.index(x)
	o.used[i] = true
	o.st[i] = abs{kind: regConst, ref: o.ref(v)}
}

// setInt says that the register at byte offset x holds a certain int.
func (o *op) setInt(x uint16, n int64) {
	v := o.set(x, regInt)
	o.st[o.index(x)].known, o.st[o.index(x)].imm = true, n
	o.add(jit.Inst{Op: jit.Const, D: v, I: n})
}

// out is the exit at which the interpreter does this instruction.
func (o *op) out() int { return o.exit(o.n, o.states[o.n], false) }

// goes ends an instruction after which the next one follows.
func (o *op) goes() bool {
	to := node{o.n.act, o.n.pc + 1}
	o.succ(to, o.st)
	o.goOn(to, o.st)
	return true
}

// jumps ends a conditional jump: to its target under the condition of in, otherwise on.
func (o *op) jumps(in jit.Inst) bool {
	to := o.jumpTarget()
	o.succ(to, o.st)
	in.To = o.target(to, o.st)
	o.add(in)
	return o.goes()
}

func (o *op) jumpTarget() node {
	to, _ := bytecode.JumpTarget(o.n.pc, o.in)
	return node{o.n.act, to}
}

// jump ends an instruction that always jumps.
func (o *op) jump() bool {
	to := o.jumpTarget()
	o.succ(to, o.st)
	o.goOn(to, o.st)
	return true
}

// operand makes s the second operand of in: a number if it is known.
func operand(in jit.Inst, s *abs) jit.Inst {
	in.B = s.v
	if s.known && (s.kind.numeric() || s.kind == regChar) {
		in.UseImm, in.I = true, s.imm
	}
	return in
}

func (o *op) translate() bool {
	in := o.in
	switch op := in.Op; op {
	case bytecode.Nop:
		return o.goes()
	case bytecode.Move:
		return o.move(in.A, o.reg(in.B))
	case bytecode.LoadConst:
		return o.constant(in.A, *o.n.act.code.k(in.B))
	case bytecode.LoadInt:
		o.setInt(in.A, int64(int16(in.B)))
		return o.goes()
	case bytecode.LoadGlobal:
		return o.loadGlobal()
	case bytecode.StoreGlobal:
		return o.storeGlobal()
	case bytecode.LoadFree:
		if c := o.freeCell(in.B); c != nil {
			return o.loadCell(c)
		}
	case bytecode.StoreFree:
		if c := o.freeCell(in.B); c != nil {
			return o.storeCell(c, o.reg(in.A), false)
		}
	case bytecode.LoadCell:
		if s := o.reg(in.B); s.kind == regConst && py.IsCell(*o.obj(s.ref)) {
			return o.loadCell(py.As[py.Cell](*o.obj(s.ref)))
		}
	case bytecode.StoreCell:
		if s := o.reg(in.A); s.kind == regConst && py.IsCell(*o.obj(s.ref)) {
			return o.storeCell(py.As[py.Cell](*o.obj(s.ref)), o.reg(in.B), false)
		}
	case bytecode.ListAppend:
		if s := *o.reg(in.A); s.kind == regList {
			return o.appendTo(&s, o.reg(in.B)) && o.goes()
		}
	case bytecode.In, bytecode.NotIn:
		return o.contains(op == bytecode.In)
	case bytecode.JumpIn, bytecode.JumpNotIn:
		return o.jumpIn(op == bytecode.JumpIn)
	case bytecode.CheckBound:
		if k := o.reg(in.A).kind; k > regSame {
			return o.goes()
		}
	case bytecode.Add, bytecode.Sub, bytecode.Mul, bytecode.TrueDiv, bytecode.FloorDiv, bytecode.Mod,
		bytecode.LShift, bytecode.RShift, bytecode.And, bytecode.Or, bytecode.Xor:
		return o.binary(op, o.reg(in.B), o.reg(in.C))
	case bytecode.InplaceAdd, bytecode.InplaceSub, bytecode.InplaceMul, bytecode.InplaceTrueDiv, bytecode.InplaceFloorDiv, bytecode.InplaceMod,
		bytecode.InplaceLShift, bytecode.InplaceRShift, bytecode.InplaceAnd, bytecode.InplaceOr, bytecode.InplaceXor:
		return o.binary(op-bytecode.InplaceAdd+bytecode.Add, o.reg(in.B), o.reg(in.C))
	case bytecode.AddI, bytecode.SubI, bytecode.MulI, bytecode.FloorDivI, bytecode.ModI, bytecode.AndI, bytecode.OrI, bytecode.XorI,
		bytecode.LShiftI, bytecode.RShiftI, bytecode.InplaceAddI, bytecode.InplaceSubI, bytecode.InplaceMulI:
		c := abs{kind: regInt, known: true, imm: int64(int16(in.C))}
		return o.binary(immediate(op), o.reg(in.B), &c)
	case bytecode.Neg, bytecode.Invert, bytecode.Not:
		return o.unary()
	case bytecode.ToInt:
		if s := o.reg(in.B); s.kind == regInt {
			return o.move(in.A, s)
		}
	case bytecode.ToUint:
		if s := o.reg(in.B); s.kind == regInt {
			o.add(jit.Inst{Op: jit.Check, Cond: jit.GE, A: s.v, UseImm: true, Exit: o.out()})
			return o.move(in.A, s)
		}
	case bytecode.Lt, bytecode.Le, bytecode.Gt, bytecode.Ge, bytecode.Eq, bytecode.Ne:
		c, ok := o.compare(jit.Cond(2*(op-bytecode.Lt)), o.reg(in.B), o.reg(in.C))
		if !ok {
			return false
		}
		if c.Op == jit.Branch {
			c.Op = jit.Set
		} else {
			c.Op = jit.SetF
		}
		c.D = o.set(in.A, regBool)
		o.add(c)
		return o.goes()
	case bytecode.JumpLt, bytecode.JumpNotLt, bytecode.JumpLe, bytecode.JumpNotLe, bytecode.JumpGt, bytecode.JumpNotGt,
		bytecode.JumpGe, bytecode.JumpNotGe, bytecode.JumpEq, bytecode.JumpNotEq, bytecode.JumpNe, bytecode.JumpNotNe:
		if c, ok := o.compare(jit.Cond(op-bytecode.JumpLt), o.reg(in.A), o.reg(in.B)); ok {
			return o.jumps(c)
		}
	case bytecode.JumpLtI, bytecode.JumpNotLtI, bytecode.JumpLeI, bytecode.JumpNotLeI, bytecode.JumpGtI, bytecode.JumpNotGtI,
		bytecode.JumpGeI, bytecode.JumpNotGeI, bytecode.JumpEqI, bytecode.JumpNotEqI, bytecode.JumpNeI, bytecode.JumpNotNeI:
		y := abs{kind: regInt, known: true, imm: int64(int16(in.B))}
		if c, ok := o.compare(jit.Cond(op-bytecode.JumpLtI), o.reg(in.A), &y); ok {
			return o.jumps(c)
		}
	case bytecode.Jump:
		return o.jump()
	case bytecode.JumpIfTrue, bytecode.JumpIfFalse:
		return o.jumpIf(op == bytecode.JumpIfTrue)
	case bytecode.JumpIfNone, bytecode.JumpIfNotNone:
		if s := o.reg(in.A); s.kind > regSame {
			if (s.kind == regConst && o.obj(s.ref).IsNone()) == (op == bytecode.JumpIfNone) {
				return o.jump()
			}
			return o.goes()
		}
	case bytecode.JumpIs, bytecode.JumpIsNot:
		return o.jumpIs(op == bytecode.JumpIs)
	case bytecode.LoadItem:
		return o.loadItem(o.reg(in.B), o.reg(in.C))
	case bytecode.LoadItemI:
		i := abs{kind: regInt, known: true, imm: int64(int16(in.C))}
		return o.loadItem(o.reg(in.B), &i)
	case bytecode.StoreItem:
		return o.storeItem()
	case bytecode.LoadAttr:
		return o.loadAttr()
	case bytecode.StoreAttr:
		return o.storeAttr()
	case bytecode.GetIter:
		return o.getIter()
	case bytecode.ForIter:
		return o.forIter()
	case bytecode.UnpackSequence:
		return o.unpack()
	case bytecode.Call:
		return o.call()
	case bytecode.CallMethod:
		return o.callMethod()
	case bytecode.Return:
		return o.returns(o.reg(in.A))
	case bytecode.ReturnNone:
		return o.returns(&abs{kind: regConst, ref: o.ref(py.None)})
	}
	return false
}

// translated reports whether there may be machine code for an operation, or no need
// of it: whatever leaves the function may.
func translated(op bytecode.Op) bool {
	switch op {
	case bytecode.Nop, bytecode.Move, bytecode.LoadConst, bytecode.LoadInt, bytecode.LoadGlobal, bytecode.StoreGlobal, bytecode.LoadFree,
		bytecode.StoreFree, bytecode.LoadCell, bytecode.StoreCell, bytecode.ListAppend, bytecode.In, bytecode.NotIn,
		bytecode.CheckBound, bytecode.Neg, bytecode.Invert, bytecode.Not, bytecode.ToInt, bytecode.ToUint, bytecode.LoadItem, bytecode.LoadItemI,
		bytecode.StoreItem, bytecode.LoadAttr, bytecode.StoreAttr, bytecode.GetIter, bytecode.ForIter, bytecode.UnpackSequence, bytecode.Call,
		bytecode.CallMethod, bytecode.Return, bytecode.ReturnNone, bytecode.Raise:
		return true
	}
	return op >= bytecode.Add && op < bytecode.In || op > bytecode.IsNot && op <= bytecode.JumpIfNotNone
}

// immediate returns the operation that one with a small constant stands for.
func immediate(op bytecode.Op) bytecode.Op {
	switch op {
	case bytecode.AddI, bytecode.InplaceAddI:
		return bytecode.Add
	case bytecode.SubI, bytecode.InplaceSubI:
		return bytecode.Sub
	case bytecode.MulI, bytecode.InplaceMulI:
		return bytecode.Mul
	case bytecode.FloorDivI:
		return bytecode.FloorDiv
	case bytecode.ModI:
		return bytecode.Mod
	case bytecode.AndI:
		return bytecode.And
	case bytecode.OrI:
		return bytecode.Or
	case bytecode.XorI:
		return bytecode.Xor
	case bytecode.LShiftI:
		return bytecode.LShift
	}
	return bytecode.RShift
}

// copyTo makes register i a copy of s.
func (o *op) copyTo(i int, s *abs) bool {
	c := *s
	o.used[i] = true
	switch c.kind {
	case regDead, regConflict, regSame:
		return false
	case regComplex: // it must stay one object
		if c.alias == 0 {
			c.alias = int16(o.indexOf(s)) + 1
		}
		c.clean = false
		o.st[i] = c
		return true
	case regConst:
		o.st[i] = abs{kind: regConst, ref: c.ref}
		return true
	}
	v := o.variable(i, c.kind)
	o.st[i] = c
	o.st[i].v, o.st[i].clean = v, false
	o.add(jit.Inst{Op: jit.Mov, D: v, A: c.v})
	return true
}

// indexOf returns the register that s is the state of.
func (o *op) indexOf(s *abs) int {
	return int((uintptr(unsafe.Pointer(s)) - uintptr(unsafe.Pointer(&o.st[0]))) / unsafe.Sizeof(abs{}))
}

func (o *op) move(x uint16, s *abs) bool { return o.copyTo(o.index(x), s) && o.goes() }

// constant loads a constant of the code.
func (o *op) constant(x uint16, v py.Value) bool {
	switch {
	case v.IsInt():
		o.setInt(x, v.I())
	case v.IsFloat():
		o.add(jit.Inst{Op: jit.Const, D: o.set(x, regFloat), I: int64(v.Bits())})
	case v.IsBool():
		d := o.set(x, regBool)
		o.st[o.index(x)].known, o.st[o.index(x)].imm = true, v.I()
		o.add(jit.Inst{Op: jit.Const, D: d, I: v.I()})
	case objectKind(v) == regChar:
		c, _ := latin1Of(v.Ptr())
		o.setChar(x, int64(c))
	default:
		return o.object(x, v) && o.goes()
	}
	return o.goes()
}

// setChar says that the register at byte offset x holds a certain character.
func (o *op) setChar(x uint16, c int64) {
	v := o.set(x, regChar)
	o.st[o.index(x)].known, o.st[o.index(x)].imm = true, c
	o.add(jit.Inst{Op: jit.Const, D: v, I: c})
}

// object makes the register at byte offset x a certain object.
func (o *op) object(x uint16, v py.Value) bool {
	k := objectKind(v)
	switch k {
	case regSame:
		return false
	case regConst:
		o.setConst(x, v)
		return true
	}
	d := o.set(x, k)
	s := &o.st[o.index(x)]
	s.ref, s.known, s.imm = o.ref(v), true, int64(uintptr(v.Ptr()))
	if k == regObject {
		s.shape = o.shape(v)
	}
	o.keep(v)
	o.add(jit.Inst{Op: jit.Const, D: d, I: s.imm})
	return true
}

// keep makes the code hold on to an object whose address it contains.
func (o *op) keep(v py.Value) {
	if o.emitting {
		o.kept = append(o.kept, v)
	}
}

func (o *op) loadGlobal() bool { return o.loadCell(o.n.act.code.cell(o.in.B)) }

// freeCell returns cell i of the closure of the function that the instruction is in.
func (o *op) freeCell(i uint16) *py.Cell {
	a := o.n.act
	if a.fn == nil {
		return nil
	}
	if a == o.root {
		o.ownCells = true
	}
	return a.fn.free(i)
}

func (o *op) loadCell(c *py.Cell) bool {
	for i, x := range o.cells {
		if x == c {
			o.used[o.nregs+i] = true
			return o.move(o.in.A, &o.st[o.nregs+i])
		}
	}
	return o.fromCell(c)
}

// fromCell loads what a cell holds, which the code takes for settled.
func (o *op) fromCell(c *py.Cell) bool {
	if !c.V.Bound() {
		return false
	}
	if o.emitting {
		o.checks = append(o.checks, hotCheck{cell: c, v: c.V})
	}
	return o.constant(o.in.A, c.V)
}

func (o *op) storeGlobal() bool {
	return o.storeCell(o.n.act.code.cell(o.in.B), o.reg(o.in.A), true)
}

// storeCell stores a number in a cell that holds one; owned: a global.
func (o *op) storeCell(c *py.Cell, s *abs, owned bool) bool {
	i := -1
	for k, x := range o.cells {
		if x == c {
			i = o.nregs + k
		}
	}
	if v := c.V; i < 0 && s.kind.numeric() && v.Bound() && (v.IsInt() || v.IsFloat() || v.IsBool()) && len(o.cells) < maxCells && !o.emitting {
		o.stored = append(o.stored, hotCheck{cell: c, owned: owned})
		o.err = errCell
		return true
	}
	if i < 0 || !s.kind.numeric() {
		return false
	}
	return o.copyTo(i, s) && o.goes()
}

// float returns a variable with the value of s as a float, tmp if it is an int.
func (o *op) float(s *abs, tmp jit.Var) jit.Var {
	if s.kind == regFloat {
		return s.v
	}
	if s.known {
		o.add(jit.Inst{Op: jit.Const, D: tmp, I: int64(math.Float64bits(float64(s.imm)))})
	} else {
		o.add(jit.Inst{Op: jit.ToFloat, D: tmp, A: s.v})
	}
	return tmp
}

// exact leaves unless an int is one of those that a float has exactly.
func (o *op) exact(s *abs) {
	if s.kind != regInt {
		return
	}
	if s.known && uint64(s.imm+1<<53) <= 1<<54 {
		return
	}
	o.add(jit.Inst{Op: jit.Wrap, D: o.scratchI, A: s.v, UseImm: true, I: 1 << 53})
	o.add(jit.Inst{Op: jit.Check, Cond: jit.ULT, A: o.scratchI, UseImm: true, I: 1<<54 + 1, Exit: o.out()})
}

func isNumber(s *abs) bool { return s.kind == regInt || s.kind == regFloat }

// intValue puts a known int that has no variable of its own (an immediate) into one.
func (o *op) intValue(s *abs, tmp jit.Var) jit.Var {
	if s.known && s.v == 0 {
		o.add(jit.Inst{Op: jit.Const, D: tmp, I: s.imm})
		return tmp
	}
	return s.v
}

func (o *op) binary(op bytecode.Op, x, y *abs) bool {
	if o.isComplex(x) || o.isComplex(y) {
		return o.complexBinary(op, x, y)
	}
	if !isNumber(x) || !isNumber(y) {
		return false
	}
	a, c := *x, *y
	if op == bytecode.TrueDiv || a.kind == regFloat || c.kind == regFloat {
		if op > bytecode.TrueDiv {
			return false
		}
		if a.kind == regInt && c.kind == regInt {
			o.exact(&a)
			o.exact(&c)
		}
		fa, fc := o.float(&a, o.scratchF), jit.Var(0)
		if a.kind == regInt && c.kind == regInt {
			fc = o.float(&c, o.scratchG)
		} else {
			fc = o.float(&c, o.scratchF)
		}
		o.add(jit.Inst{Op: jit.AddF + jit.Op(op-bytecode.Add), D: o.set(o.in.A, regFloat), A: fa, B: fc, Exit: o.out()})
		return o.goes()
	}
	in := operand(jit.Inst{Exit: o.out()}, &c)
	in.A = o.intValue(&a, o.scratchI)
	switch op {
	case bytecode.Add, bytecode.Sub, bytecode.Mul:
		in.Op = jit.Add + jit.Op(op-bytecode.Add)
	case bytecode.And, bytecode.Or, bytecode.Xor:
		in.Op = jit.And + jit.Op(op-bytecode.And)
	case bytecode.FloorDiv, bytecode.Mod:
		if !in.UseImm {
			o.add(jit.Inst{Op: jit.Check, Cond: jit.GT, A: c.v, UseImm: true, Exit: in.Exit})
		} else if in.I <= 0 {
			return false
		}
		in.Op = jit.FloorDiv
		if op == bytecode.Mod {
			in.Op = jit.FloorMod
		}
	case bytecode.LShift, bytecode.RShift:
		in.Op = jit.Shl
		if op == bytecode.RShift {
			in.Op = jit.Sar
		}
		switch {
		case in.UseImm && (in.I < 0 || in.I > 62 && in.Op == jit.Shl):
			return false
		case !in.UseImm && in.Op == jit.Shl:
			o.add(jit.Inst{Op: jit.Check, Cond: jit.ULT, A: c.v, UseImm: true, I: 63, Exit: in.Exit})
		case !in.UseImm:
			o.add(jit.Inst{Op: jit.Check, Cond: jit.GE, A: c.v, UseImm: true, Exit: in.Exit})
		}
	default:
		return false
	}
	in.D = o.set(o.in.A, regInt)
	o.add(in)
	return o.goes()
}

func (o *op) unary() bool {
	s := *o.reg(o.in.B)
	if o.in.Op == bytecode.Neg && o.isComplex(&s) {
		re, im := o.complex(&s)
		dr, di := o.setComplex(o.in.A)
		o.add(jit.Inst{Op: jit.NegF, D: dr, A: re})
		o.add(jit.Inst{Op: jit.NegF, D: di, A: im})
		return o.goes()
	}
	in := jit.Inst{A: s.v, Exit: o.out()}
	k := s.kind
	switch {
	case o.in.Op == bytecode.Neg && k == regInt:
		in.Op = jit.Neg
	case o.in.Op == bytecode.Neg && k == regFloat:
		in.Op = jit.NegF
	case o.in.Op == bytecode.Invert && k == regInt:
		in.Op = jit.Not
	case o.in.Op == bytecode.Not && (k == regBool || k == regInt):
		in.Op, in.Cond, in.UseImm, k = jit.Set, jit.EQ, true, regBool
	default:
		return false
	}
	in.D = o.set(o.in.A, k)
	o.add(in)
	return o.goes()
}

// compare returns the branch for a comparison. The conditions are numbered as
// JumpLt, JumpNotLt and so on, up to those of equality.
func (o *op) compare(c jit.Cond, x, y *abs) (jit.Inst, bool) {
	switch c {
	case jit.EQ + 1, jit.EQ + 2: // JumpNotEq, JumpNe
		c = jit.NE
	case jit.EQ + 3: // JumpNotNe
		c = jit.EQ
	}
	if x.kind == regChar && y.kind == regChar {
		in := operand(jit.Inst{Op: jit.Branch, Cond: c}, y)
		in.A = x.v
		return in, true
	}
	if !isNumber(x) || !isNumber(y) {
		return jit.Inst{}, false
	}
	if x.kind == regInt && y.kind == regInt {
		in := operand(jit.Inst{Op: jit.Branch, Cond: c}, y)
		in.A = x.v
		return in, true
	}
	o.exact(x)
	o.exact(y)
	return jit.Inst{Op: jit.BranchF, Cond: c, A: o.float(x, o.scratchF), B: o.float(y, o.scratchF)}, true
}
