//go:build arm64

package jit

import (
	"encoding/binary"
	"math/bits"
)

// Registers. R25 holds the variables' address, R24 the budget; R16, R17, R26, F0 and F1
// are for the moment, R27 for offsets that an instruction has no room for. R18 (the
// system's), R28 (Go's goroutine), R29 (frame), R30 (return address) and RSP are not
// touched. Register 31 is 0 or RSP, as the instruction has it.
const (
	r16, r17, r26, r27 = 16, 17, 26, 27
	budgetReg, varsReg = 24, 25
	zero               = 31
)

var (
	intRegs   = [...]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 19, 20, 21, 22, 23}
	floatRegs = [...]byte{2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31}
)

// Condition codes of arm64; cc^1 is the opposite of cc. After a comparison of floats
// one of which is NaN, C and V are set, N and Z are not.
const (
	ccEQ, ccNE, ccCS, ccCC, ccMI, ccPL, ccVS, ccHI, ccLS, ccGE, ccLT, ccGT, ccLE = 0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13
)

var (
	intCC   = [...]byte{LT: ccLT, NotLT: ccGE, LE: ccLE, NotLE: ccGT, GT: ccGT, NotGT: ccLE, GE: ccGE, NotGE: ccLT, EQ: ccEQ, NE: ccNE, ULT: ccCC, UGE: ccCS}
	floatCC = [...]byte{LT: ccMI, NotLT: ccPL, LE: ccLS, NotLE: ccHI, GT: ccGT, NotGT: ccLE, GE: ccGE, NotGE: ccLT, EQ: ccEQ, NE: ccNE}
)

// Instructions, with all operands 0 (opMul, opSmulh: with their third).
const (
	opAdd, opAdds, opSub, opSubs = 0x8B000000, 0xAB000000, 0xCB000000, 0xEB000000
	opAnd, opOrr, opEor, opOrn   = 0x8A000000, 0xAA000000, 0xCA000000, 0xAA200000
	opAndImm, opOrrImm, opEorImm = 0x92000000, 0xB2000000, 0xD2000000
	opMul, opMsub, opSmulh       = 0x9B007C00, 0x9B008000, 0x9B407C00
	opSdiv, opLslv, opAsrv       = 0x9AC00C00, 0x9AC02000, 0x9AC02800
	opUbfm, opSbfm               = 0xD3400000, 0x93400000
	opCsel, opCsinc              = 0x9A800000, 0x9A800400
	opMovn, opMovz, opMovk       = 0x92800000, 0xD2800000, 0xF2800000

	opFmov, opFabs, opFneg, opFsqrt = 0x1E604000, 0x1E60C000, 0x1E614000, 0x1E61C000
	opFmul, opFdiv, opFadd, opFsub  = 0x1E600800, 0x1E601800, 0x1E602800, 0x1E603800
	opFcmp, opFcmp0                 = 0x1E602000, 0x1E602008
	opScvtf, opFcvtzs, opFmovFromX  = 0x9E620000, 0x9E780000, 0x9E670000

	opLdr, opStr, opLdrF, opStrF, opLdrb, opStrb = 0xF8400000, 0xF8000000, 0xFC400000, 0xFC000000, 0x38400000, 0x38000000

	opB, opBcond, opRet = 0x14000000, 0x54000000, 0xD65F03C0
)

// put appends an instruction.
func (a *asm) put(w uint32) { a.b = binary.LittleEndian.AppendUint32(a.b, w) }

// op3 appends an instruction with registers d, n and m.
func (a *asm) op3(op uint32, d, n, m byte) { a.put(op | uint32(m)<<16 | uint32(n)<<5 | uint32(d)) }

// op2 appends an instruction with registers d and n.
func (a *asm) op2(op uint32, d, n byte) { a.op3(op, d, n, 0) }

// asr makes a number of bits to shift the last operand right by part of an instruction
// like opAdd, lsl one to shift it left by.
func asr(n uint32) uint32 { return 2<<22 | n<<10 }
func lsl(n uint32) uint32 { return n << 10 }

// shiftRight appends d = n >> by, shiftLeft d = n << by.
func (a *asm) shiftRight(d, n byte, by uint32) { a.op2(opSbfm|by<<16|63<<10, d, n) }
func (a *asm) shiftLeft(d, n byte, by uint32)  { a.op2(opUbfm|(-by&63)<<16|(63-by)<<10, d, n) }

// jcc appends a conditional jump, jump another one; the distance is filled in later.
func (a *asm) jcc(cc byte) int {
	a.put(opBcond | uint32(cc))
	return len(a.b) - 4
}

func (a *asm) jump() int {
	a.put(opB)
	return len(a.b) - 4
}

func (a *asm) patch(at, target int) {
	w, d := binary.LittleEndian.Uint32(a.b[at:]), uint32((target-at)>>2)
	if w&opBcond == opBcond {
		w |= d & (1<<19 - 1) << 5
	} else {
		w |= d & (1<<26 - 1)
	}
	binary.LittleEndian.PutUint32(a.b[at:], w)
}

// stub appends the way out with an exit's number: a jump to the common end.
func (a *asm) stub(exit int) int {
	a.constant(r16, int64(exit))
	return a.jump()
}

func (a *asm) ret() { a.put(opRet) }

// constant puts x into register r: one instruction, or one for each 16 bits that are
// not what most of the others are, 0 or 1.
func (a *asm) constant(r byte, x int64) {
	if m, ok := bitmask(uint64(x)); ok {
		a.op2(opOrrImm|m, r, zero)
		return
	}
	first, fill, flip := uint32(opMovz), uint64(0), uint64(0)
	if x < 0 {
		first, fill, flip = opMovn, 0xFFFF, 0xFFFF
	}
	op := first
	for i := range uint32(4) {
		part := uint64(x) >> (16 * i) & 0xFFFF
		if part == fill && (i < 3 || op != first) {
			continue
		}
		if op == first {
			part ^= flip
		}
		a.put(op | i<<21 | uint32(part)<<5 | uint32(r))
		op = opMovk
	}
}

// bitmask returns the operand of opAndImm and its like for x, if x has one: it must
// consist of equal parts of 2, 4, … 64 bits that are each one run of ones, rotated.
func bitmask(x uint64) (uint32, bool) {
	if x == 0 || ^x == 0 {
		return 0, false
	}
	size := 64
	for size > 2 {
		half := size / 2
		if (x^x>>half)&(1<<half-1) != 0 {
			break
		}
		size = half
	}
	all := ^uint64(0) >> (64 - size)
	part := x & all
	wraps := part&1 != 0 && part>>(size-1) != 0
	run := part
	if wraps { // then the zeros are one run
		run = ^part & all
	}
	start, n := bits.TrailingZeros64(run), bits.OnesCount64(run)
	if run>>start != 1<<n-1 {
		return 0, false
	}
	if wraps {
		start, n = start+n, size-n
	}
	imms := uint32(-2*size)&0x3F | uint32(n-1)
	return uint32(size>>6)<<22 | uint32((size-start)%size)<<16 | imms<<10, true
}

// memory appends a load or store (opLdr …) of register r at base + offset.
func (a *asm) memory(op uint32, r, base byte, offset int64) {
	scale := op >> 30
	switch scaled := offset >> scale; {
	case scaled<<scale == offset && 0 <= scaled && scaled < 1<<12:
		a.op2(op|1<<24|uint32(scaled)<<10, r, base)
	case -256 <= offset && offset < 256:
		a.op2(op|uint32(offset)&0x1FF<<12, r, base)
	default:
		a.constant(r27, offset)
		a.indexed(op, r, base, r27)
	}
}

// indexed appends a load or store of register r at base + index.
func (a *asm) indexed(op uint32, r, base, index byte) { a.op3(op|0x206800, r, base, index) }

// spill moves a variable that has a register from its word, or back to it.
func (a *asm) spill(v Var, out bool) {
	switch {
	case a.reg[v] < 0:
	case out:
		a.slot(opStr, a.hw(v), v)
	default:
		a.slot(opLdr, a.hw(v), v)
	}
}

// slot appends a load or store (opLdr or opStr) of register r at the variable's word.
func (a *asm) slot(op uint32, r byte, v Var) {
	if a.p.Kind(v) == Float {
		op |= opLdrF &^ opLdr
	}
	a.memory(op, r, varsReg, int64(v)*8)
}

// in returns a register that holds v: its own, or r, loaded.
func (a *asm) in(v Var, r byte) byte {
	if a.reg[v] >= 0 {
		return a.hw(v)
	}
	a.slot(opLdr, r, v)
	return r
}

// out returns the register where a result for v is to be made: its own, or r. It is
// followed by done, with no exit in between.
func (a *asm) out(v Var, r byte) byte {
	if a.reg[v] >= 0 {
		return a.hw(v)
	}
	return r
}

// done ends the making of a result for v in the register r that out returned.
func (a *asm) done(v Var, r byte) {
	if a.reg[v] < 0 {
		a.slot(opStr, r, v)
	}
}

// store puts register r into v.
func (a *asm) store(v Var, r byte) {
	switch {
	case a.reg[v] < 0:
		a.slot(opStr, r, v)
	case a.hw(v) == r:
	case a.p.Kind(v) == Float:
		a.op2(opFmov, a.hw(v), r)
	default:
		a.op3(opOrr, a.hw(v), zero, r)
	}
}

// second returns a register that holds the second operand of in: R17 if it has to be
// put into one.
func (a *asm) second(in *Inst) byte {
	if in.UseImm {
		a.constant(r17, in.I)
		return r17
	}
	return a.in(in.B, r17)
}

// arith appends d = n op the second operand of in, op being opAdd, opAdds or opSub,
// opSubs. The flags are those of the whole operation even where x + -1 becomes x - 1:
// carry and overflow come out the same.
func (a *asm) arith(op uint32, d, n byte, in *Inst) {
	i := in.I
	if i < 0 {
		i = -i
	}
	shift := uint32(0)
	if i&0xFFF == 0 && i != 0 {
		i, shift = i>>12, 1<<22
	}
	if !in.UseImm || uint64(i) > 0xFFF {
		a.op3(op, d, n, a.second(in))
		return
	}
	if in.I < 0 {
		op ^= opAdd ^ opSub
	}
	a.op2(op&^0x0A000000|0x10000000|shift|uint32(i)<<10, d, n)
}
