//go:build amd64

package jit

import (
	"encoding/binary"
	"math"
)

// Registers. RBX holds the variables' address, R15 the budget; RAX, RCX and RDX and
// X0, X1 are for the moment. R14 (Go's goroutine), RSP, RBP and X15 (Go's zero) are
// not touched.
const (
	ax, cx, dx, bx = 0, 1, 2, 3
	r15            = 15
)

var (
	intRegs   = [...]byte{6, 7, 8, 9, 10, 11, 12, 13} // RSI, RDI, R8 … R13
	floatRegs = [...]byte{2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}
)

// Condition codes of x86.
const (
	ccO, ccNO, ccB, ccAE, ccE, ccNE, ccBE, ccA, ccS, ccNS, ccP, ccNP, ccL, ccGE, ccLE, ccG = 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
)

var intCC = [...]byte{LT: ccL, NotLT: ccGE, LE: ccLE, NotLE: ccG, GT: ccG, NotGT: ccLE, GE: ccGE, NotGE: ccL, EQ: ccE, NE: ccNE, ULT: ccB, UGE: ccAE}

func (a *asm) patch(at, target int) {
	binary.LittleEndian.PutUint32(a.b[at:], uint32(target-at-4))
}

// jump appends a jump; the distance is filled in later.
func (a *asm) jump() int {
	a.b = append(a.b, 0xE9)
	a.imm32(0)
	return len(a.b) - 4
}

// stub appends the way out with an exit's number: a jump to the common end.
func (a *asm) stub(exit int) int {
	a.b = append(a.b, 0xB8) // MOV EAX, imm32
	a.imm32(int32(exit))
	return a.jump()
}

func (a *asm) ret() { a.b = append(a.b, 0xC3) }

//go:noinline
func (a *asm) imm32(x int32) { a.b = binary.LittleEndian.AppendUint32(a.b, uint32(x)) }

// spill moves a variable that has a register from its word, or back to it.
func (a *asm) spill(v Var, out bool) {
	if a.reg[v] < 0 {
		return
	}
	switch r := a.hw(v); {
	case a.p.Kind(v) == Float && out:
		a.sse(0xF2, 0x11, r, mem(v))
	case a.p.Kind(v) == Float:
		a.sse(0xF2, 0x10, r, mem(v))
	case out:
		a.op(0x89, r, mem(v))
	default:
		a.op(0x8B, r, mem(v))
	}
}

// rm is the second operand of an instruction: a register or a place in memory.
type rm struct {
	base  byte
	index byte // scaled by scale; noIndex: none
	scale byte // 0: 1, 3: 8
	disp  int32
	reg   bool
}

const noIndex = 4

func mem(v Var) rm          { return rm{base: bx, index: noIndex, disp: int32(v) * 8} }
func direct(r byte) rm      { return rm{base: r, reg: true} }
func at(b byte, d int32) rm { return rm{base: b, index: noIndex, disp: d} }

// place returns where variable v is.
func (a *asm) place(v Var) rm {
	if a.reg[v] >= 0 {
		return direct(a.hw(v))
	}
	return mem(v)
}

// encode appends prefixes, opcode and operands. w: a 64-bit operation.
func (a *asm) encode(prefix byte, w bool, opcode []byte, r byte, m rm) {
	if prefix != 0 {
		a.b = append(a.b, prefix)
	}
	rex := byte(0x40)
	if w {
		rex |= 8
	}
	rex |= r >> 3 << 2
	rex |= m.base >> 3
	if !m.reg && m.index != noIndex {
		rex |= m.index >> 3 << 1
	}
	if rex != 0x40 {
		a.b = append(a.b, rex)
	}
	a.b = append(a.b, opcode...)
	r &= 7
	if m.reg {
		a.b = append(a.b, 0xC0|r<<3|m.base&7)
		return
	}
	a.b = append(a.b, 0x80|r<<3) // 32-bit displacement
	if m.index != noIndex || m.base&7 == 4 {
		a.b[len(a.b)-1] |= 4
		a.b = append(a.b, m.scale<<6|m.index&7<<3|m.base&7)
	} else {
		a.b[len(a.b)-1] |= m.base & 7
	}
	a.imm32(m.disp)
}

// op appends a 64-bit integer instruction.
func (a *asm) op(opcode, r byte, m rm) { a.encode(0, true, []byte{opcode}, r, m) }

// sse appends an instruction on floats: 0F opcode with a prefix.
func (a *asm) sse(prefix, opcode, r byte, m rm) {
	a.encode(prefix, false, []byte{0x0F, opcode}, r, m)
}

// load puts an integer variable into register r.
func (a *asm) load(r byte, v Var) { a.op(0x8B, r, a.place(v)) }

// in returns a register that holds v: its own, or r, loaded.
func (a *asm) in(v Var, r byte) byte {
	if a.reg[v] >= 0 {
		return a.hw(v)
	}
	a.load(r, v)
	return r
}

// store puts register r into an integer variable.
func (a *asm) store(v Var, r byte) { a.op(0x89, r, a.place(v)) }

func (a *asm) loadF(r byte, v Var) {
	if a.reg[v] >= 0 {
		a.encode(0, false, []byte{0x0F, 0x28}, r, direct(a.hw(v))) // MOVAPS
		return
	}
	a.sse(0xF2, 0x10, r, mem(v))
}

func (a *asm) storeF(v Var, r byte) {
	if a.reg[v] >= 0 {
		a.encode(0, false, []byte{0x0F, 0x28}, a.hw(v), direct(r))
		return
	}
	a.sse(0xF2, 0x11, r, mem(v))
}

func (a *asm) inF(v Var, r byte) byte {
	if a.reg[v] >= 0 {
		return a.hw(v)
	}
	a.loadF(r, v)
	return r
}

func fits32(x int64) bool { return x == int64(int32(x)) }

// constant puts x into register r.
func (a *asm) constant(r byte, x int64) {
	switch {
	case x == 0:
		a.encode(0, false, []byte{0x31}, r, direct(r)) // XOR
	case fits32(x):
		a.op(0xC7, 0, direct(r))
		a.imm32(int32(x))
	default:
		a.b = append(a.b, 0x48|r>>3, 0xB8|r&7)
		a.b = binary.LittleEndian.AppendUint64(a.b, uint64(x))
	}
}

// arith appends opcode (ADD 0x03, SUB 0x2B, AND 0x23, OR 0x0B, XOR 0x33, CMP 0x3B) of
// register r and the second operand of in. It may use DX.
func (a *asm) arith(opcode, r byte, in *Inst) {
	switch {
	case !in.UseImm:
		a.op(opcode, r, a.place(in.B))
	case fits32(in.I):
		a.op(0x81, opcode>>3, direct(r))
		a.imm32(int32(in.I))
	default:
		a.constant(dx, in.I)
		a.op(opcode, r, direct(dx))
	}
}

// jcc appends a conditional jump; the distance is filled in later.
func (a *asm) jcc(cc byte) int {
	a.b = append(a.b, 0x0F, 0x80|cc)
	a.imm32(0)
	return len(a.b) - 4
}

// compare appends a comparison of A and the second operand.
func (a *asm) compare(in *Inst) {
	a.arith(0x3B, a.in(in.A, ax), in)
}

// compareF appends a comparison of floats and returns the condition that says that
// in.Cond holds; for EQ and NE the parity flag matters too: see branchF.
func (a *asm) compareF(in *Inst) byte {
	x, y, cc := in.A, in.B, byte(0)
	switch in.Cond {
	case LT, NotLT: // A < B is B above A, which is false for NaN
		x, y, cc = y, x, ccA
	case LE, NotLE:
		x, y, cc = y, x, ccAE
	case GT, NotGT:
		cc = ccA
	case GE, NotGE:
		cc = ccAE
	case EQ:
		cc = ccE
	case NE:
		cc = ccNE
	}
	switch in.Cond {
	case NotLT, NotLE, NotGT, NotGE:
		cc ^= 1
	}
	a.sse(0x66, 0x2E, a.inF(x, 0), a.place(y)) // UCOMISD
	return cc
}

func (a *asm) inst(in *Inst) {
	switch in.Op {
	case Mov:
		a.move(in.D, in.A)
	case Const:
		a.set(in)
	case Add, Sub, Wrap:
		opcode := byte(0x03)
		if in.Op == Sub {
			opcode = 0x2B
		}
		if in.Op == Wrap && in.D == in.A && a.reg[in.D] >= 0 {
			a.arith(opcode, a.hw(in.D), in)
			return
		}
		a.load(ax, in.A)
		a.arith(opcode, ax, in)
		if in.Op != Wrap {
			a.exitIf(ccO, in.Exit)
		}
		a.store(in.D, ax)
	case Mul:
		switch {
		case in.UseImm && fits32(in.I):
			a.op(0x69, ax, a.place(in.A))
			a.imm32(int32(in.I))
		case in.UseImm:
			a.constant(ax, in.I)
			a.encode(0, true, []byte{0x0F, 0xAF}, ax, a.place(in.A))
		default:
			a.load(ax, in.A)
			a.encode(0, true, []byte{0x0F, 0xAF}, ax, a.place(in.B))
		}
		a.exitIf(ccO, in.Exit)
		a.store(in.D, ax)
	case And, Or, Xor:
		opcode := [...]byte{And: 0x23, Or: 0x0B, Xor: 0x33}[in.Op]
		if in.D == in.A && a.reg[in.D] >= 0 {
			a.arith(opcode, a.hw(in.D), in)
			return
		}
		a.load(ax, in.A)
		a.arith(opcode, ax, in)
		a.store(in.D, ax)
	case FloorDiv, FloorMod:
		a.divide(in)
	case Shl, Sar:
		a.shift(in)
	case Neg:
		a.load(ax, in.A)
		a.op(0xF7, 3, direct(ax))
		a.exitIf(ccO, in.Exit)
		a.store(in.D, ax)
	case Not:
		a.load(ax, in.A)
		a.op(0xF7, 2, direct(ax))
		a.store(in.D, ax)
	case AddF, SubF, MulF, DivF:
		a.arithF(in)
	case NegF, AbsF:
		a.constant(ax, [...]int64{NegF: math.MinInt64, AbsF: math.MaxInt64}[in.Op])
		a.encode(0x66, true, []byte{0x0F, 0x6E}, 1, direct(ax)) // MOVQ X1, AX
		a.loadF(0, in.A)
		a.sse(0x66, [...]byte{NegF: 0x57, AbsF: 0x54}[in.Op], 0, direct(1)) // XORPD, ANDPD
		a.storeF(in.D, 0)
	case SqrtF:
		r := a.inF(in.A, 1)
		a.sse(0x66, 0x57, 0, direct(0)) // 0
		a.sse(0x66, 0x2E, r, direct(0))
		a.exitIf(ccB, in.Exit)
		a.exitIf(ccP, in.Exit)
		a.sse(0xF2, 0x51, 0, direct(r))
		a.storeF(in.D, 0)
	case ToFloat:
		a.sse(0x66, 0x57, 0, direct(0))
		a.encode(0xF2, true, []byte{0x0F, 0x2A}, 0, a.place(in.A)) // CVTSI2SD
		a.storeF(in.D, 0)
	case Trunc:
		a.encode(0xF2, true, []byte{0x0F, 0x2C}, ax, a.place(in.A)) // CVTTSD2SI: MinInt64 if it does not fit
		a.op(0x83, 7, direct(ax))                                   // CMP RAX, 1
		a.b = append(a.b, 1)
		a.exitIf(ccO, in.Exit)
		a.store(in.D, ax)
	case Set:
		a.compare(in)
		a.b = append(a.b, 0x0F, 0x90|intCC[in.Cond], 0xC0, 0x0F, 0xB6, 0xC0) // SETcc AL; MOVZX EAX, AL
		a.store(in.D, ax)
	case SetF:
		cc := a.compareF(in)
		a.b = append(a.b, 0x0F, 0x90|cc, 0xC0)
		switch in.Cond {
		case EQ:
			a.b = append(a.b, 0x0F, 0x90|ccNP, 0xC1, 0x20, 0xC8) // SETNP CL; AND AL, CL
		case NE:
			a.b = append(a.b, 0x0F, 0x90|ccP, 0xC1, 0x08, 0xC8) // SETP CL; OR AL, CL
		}
		a.b = append(a.b, 0x0F, 0xB6, 0xC0)
		a.store(in.D, ax)
	case Load, LoadAt, Store, StoreAt:
		a.access(in)
	case LoadByte, StoreByte:
		m := rm{base: a.in(in.A, ax), index: noIndex, disp: int32(in.I)}
		if !in.UseImm {
			m.index, m.disp = a.in(in.B, cx), 0
		}
		if in.Op == LoadByte {
			a.encode(0, false, []byte{0x0F, 0xB6}, ax, m)
			a.store(in.D, ax)
		} else {
			a.load(dx, in.D)
			a.encode(0, false, []byte{0x88}, dx, m)
		}
	case Check:
		a.compare(in)
		a.exitIf(intCC[in.Cond]^1, in.Exit)
	case CheckF:
		cc := a.compareF(in)
		switch in.Cond {
		case EQ:
			a.exitIf(ccP, in.Exit)
		case NE:
			skip := a.jcc(ccP)
			a.exitIf(cc^1, in.Exit)
			a.here(skip)
			return
		}
		a.exitIf(cc^1, in.Exit)
	case CheckWord, CheckWordAt:
		m := a.word(in)
		if w := int64(in.Word); fits32(w) {
			a.op(0x81, 7, m)
			a.imm32(int32(w))
		} else {
			a.constant(dx, w)
			a.op(0x3B, dx, m)
		}
		a.exitIf(ccNE, in.Exit)
	case Label:
		a.labels[in.To] = len(a.b)
	case Jump:
		a.toLabel = append(a.toLabel, fixup{a.jump(), in.To})
	case Branch:
		a.compare(in)
		a.jumpIf(intCC[in.Cond], in.To)
	case BranchF:
		cc := a.compareF(in)
		switch in.Cond {
		case EQ:
			skip := a.jcc(ccP)
			a.jumpIf(cc, in.To)
			a.here(skip)
			return
		case NE:
			a.jumpIf(ccP, in.To)
		}
		a.jumpIf(cc, in.To)
	case Budget:
		a.op(0xFF, 1, direct(r15)) // DEC
		a.exitIf(ccS, in.Exit)
	case Exit:
		a.toExit = append(a.toExit, fixup{a.jump(), in.Exit})
	}
}

func (a *asm) move(d, s Var) {
	switch {
	case d == s:
	case a.p.Kind(d) == Float:
		a.storeF(d, a.inF(s, 0))
	default:
		a.store(d, a.in(s, ax))
	}
}

func (a *asm) set(in *Inst) {
	if a.p.Kind(in.D) == Int && a.reg[in.D] >= 0 {
		a.constant(a.hw(in.D), in.I)
		return
	}
	a.constant(ax, in.I)
	switch {
	case a.p.Kind(in.D) == Int:
		a.store(in.D, ax)
	case a.reg[in.D] >= 0:
		a.encode(0x66, true, []byte{0x0F, 0x6E}, a.hw(in.D), direct(ax)) // MOVQ
	default:
		a.op(0x89, ax, mem(in.D))
	}
}

func (a *asm) arithF(in *Inst) {
	opcode := [...]byte{AddF: 0x58, MulF: 0x59, SubF: 0x5C, DivF: 0x5E}[in.Op]
	if in.Op == DivF {
		a.sse(0x66, 0x57, 0, direct(0))
		a.sse(0x66, 0x2E, 0, a.place(in.B))
		nan := a.jcc(ccP) // a NaN is not 0
		a.exitIf(ccE, in.Exit)
		a.here(nan)
	}
	if in.D == in.A && a.reg[in.D] >= 0 {
		a.sse(0xF2, opcode, a.hw(in.D), a.place(in.B))
		return
	}
	if a.reg[in.D] >= 0 && in.D != in.B {
		a.loadF(a.hw(in.D), in.A)
		a.sse(0xF2, opcode, a.hw(in.D), a.place(in.B))
		return
	}
	a.loadF(0, in.A)
	a.sse(0xF2, opcode, 0, a.place(in.B))
	a.storeF(in.D, 0)
}

// word returns the place A + I, or A + 16*B + I. It may use AX and CX.
func (a *asm) word(in *Inst) rm {
	base := a.in(in.A, ax)
	switch in.Op {
	case Load, Store, CheckWord:
		return at(base, int32(in.I))
	}
	a.load(cx, in.B)
	a.op(0xC1, 4, direct(cx)) // SHL CX, 4
	a.b = append(a.b, 4)
	return rm{base: base, index: cx, disp: int32(in.I)}
}

func (a *asm) access(in *Inst) {
	m := a.word(in)
	switch float := a.p.Kind(in.D) == Float; {
	case (in.Op == Load || in.Op == LoadAt) && float:
		if a.reg[in.D] >= 0 {
			a.sse(0xF2, 0x10, a.hw(in.D), m)
			return
		}
		a.sse(0xF2, 0x10, 0, m)
		a.storeF(in.D, 0)
	case in.Op == Load || in.Op == LoadAt:
		if a.reg[in.D] >= 0 {
			a.op(0x8B, a.hw(in.D), m)
			return
		}
		a.op(0x8B, dx, m)
		a.store(in.D, dx)
	case float:
		a.sse(0xF2, 0x11, a.inF(in.D, 0), m)
	default:
		a.op(0x89, a.in(in.D, dx), m)
	}
}

// divide appends // or %, rounding down, of a positive divisor.
func (a *asm) divide(in *Inst) {
	if a.divideShort(in) {
		return
	}
	if in.UseImm {
		a.constant(cx, in.I)
	} else {
		a.load(cx, in.B)
	}
	a.load(ax, in.A)
	// Two numbers of 32 bits: a quick division.
	a.op(0x89, ax, direct(dx))
	a.op(0x0B, dx, direct(cx))
	a.op(0xC1, 5, direct(dx)) // SHR DX, 32
	a.b = append(a.b, 32)
	big := a.jcc(ccNE)
	a.encode(0, false, []byte{0xF7}, 6, direct(cx)) // DX is 0: DIV ECX
	done := a.jump()
	a.here(big)
	a.b = append(a.b, 0x48, 0x99) // CQO
	a.op(0xF7, 7, direct(cx))     // IDIV RCX
	// A negative remainder: one less, the remainder plus the divisor.
	a.op(0x85, dx, direct(dx))
	positive := a.jcc(ccNS)
	a.op(0xFF, 1, direct(ax))
	a.op(0x03, dx, direct(cx))
	a.here(positive)
	a.here(done)
	if in.Op == FloorDiv {
		a.store(in.D, ax)
	} else {
		a.store(in.D, dx)
	}
}

func (a *asm) shift(in *Inst) {
	if in.UseImm {
		n := byte(min(in.I, 63))
		a.load(ax, in.A)
		if in.Op == Sar {
			a.op(0xC1, 7, direct(ax))
			a.b = append(a.b, n)
		} else {
			a.op(0x89, ax, direct(dx))
			a.op(0xC1, 4, direct(ax))
			a.b = append(a.b, n)
			a.op(0x89, ax, direct(cx))
			a.op(0xC1, 7, direct(cx))
			a.b = append(a.b, n)
			a.op(0x3B, cx, direct(dx))
			a.exitIf(ccNE, in.Exit)
		}
		a.store(in.D, ax)
		return
	}
	a.load(cx, in.B)
	a.load(ax, in.A)
	if in.Op == Sar {
		// A shift by 64 and more is one by 63.
		a.op(0x83, 7, direct(cx)) // CMP RCX, 63
		a.b = append(a.b, 63)
		small := a.jcc(ccLE)
		a.constant(cx, 63)
		a.here(small)
		a.op(0xD3, 7, direct(ax))
		a.store(in.D, ax)
		return
	}
	a.op(0xD3, 4, direct(ax))
	a.op(0x89, ax, direct(dx))
	a.op(0xD3, 7, direct(dx))
	a.op(0x3B, dx, a.place(in.A))
	a.exitIf(ccNE, in.Exit)
	a.store(in.D, ax)
}
