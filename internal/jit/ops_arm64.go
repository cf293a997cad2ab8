package jit

// inst appends the machine code of one operation.
func (a *asm) inst(in *Inst) {
	switch in.Op {
	case Mov:
		a.store(in.D, a.in(in.A, a.temp(in.D)))
	case Const:
		a.set(in)
	case Add:
		a.checked(opAdds, in)
	case Sub:
		a.checked(opSubs, in)
	case Wrap:
		n, d := a.in(in.A, r16), a.out(in.D, r16)
		a.arith(opAdd, d, n, in)
		a.done(in.D, d)
	case Mul:
		a.multiply(in)
	case FloorDiv, FloorMod:
		a.divide(in)
	case And, Or, Xor:
		a.logic(in)
	case Shl, Sar:
		a.shift(in)
	case Neg:
		a.op3(opSubs, r16, zero, a.in(in.A, r16))
		a.exitIf(ccVS, in.Exit)
		a.store(in.D, r16)
	case Not:
		n, d := a.in(in.A, r16), a.out(in.D, r16)
		a.op3(opOrn, d, zero, n)
		a.done(in.D, d)
	case AddF, SubF, MulF, DivF, NegF, AbsF, SqrtF, ToFloat:
		a.arithF(in)
	case Trunc:
		a.truncate(in)
	case Set, SetF:
		cc, d := a.compare(in), a.out(in.D, r16)
		a.op3(opCsinc|uint32(cc^1)<<12, d, zero, zero)
		a.done(in.D, d)
	case Load, LoadAt, LoadByte, Store, StoreAt, StoreByte:
		a.access(in)
	case Check, CheckF:
		a.exitIf(a.compare(in)^1, in.Exit)
	case CheckWord, CheckWordAt:
		base, offset := a.address(in)
		a.memory(opLdr, r16, base, offset)
		a.arith(opSubs, zero, r16, &Inst{UseImm: true, I: int64(in.Word)})
		a.exitIf(ccNE, in.Exit)
	case Label:
		a.labels[in.To] = len(a.b)
	case Jump:
		a.toLabel = append(a.toLabel, fixup{a.jump(), in.To})
	case Branch, BranchF:
		a.jumpIf(a.compare(in), in.To)
	case Budget:
		a.arith(opSubs, budgetReg, budgetReg, &Inst{UseImm: true, I: 1})
		a.exitIf(ccMI, in.Exit)
	case Exit:
		a.toExit = append(a.toExit, fixup{a.jump(), in.Exit})
	}
}

// temp returns a register of v's kind for the moment: F0 or R26.
func (a *asm) temp(v Var) byte {
	if a.p.Kind(v) == Float {
		return 0
	}
	return r26
}

func (a *asm) set(in *Inst) {
	switch d := a.out(in.D, r16); {
	case a.p.Kind(in.D) == Int || a.reg[in.D] < 0:
		a.constant(d, in.I)
		if a.reg[in.D] < 0 {
			a.memory(opStr, d, varsReg, int64(in.D)*8)
		}
	case in.I == 0:
		a.op2(opFmovFromX, d, zero)
	default:
		a.constant(r16, in.I)
		a.op2(opFmovFromX, d, r16)
	}
}

// checked appends an addition or subtraction that leaves on overflow.
func (a *asm) checked(op uint32, in *Inst) {
	a.arith(op, r16, a.in(in.A, r16), in)
	a.exitIf(ccVS, in.Exit)
	a.store(in.D, r16)
}

// multiply leaves unless the upper half of the product repeats the sign of the lower.
func (a *asm) multiply(in *Inst) {
	n, m := a.in(in.A, r16), a.second(in)
	a.op3(opMul, r26, n, m)
	a.op3(opSmulh, r16, n, m)
	a.op3(opSubs|asr(63), zero, r16, r26)
	a.exitIf(ccNE, in.Exit)
	a.store(in.D, r26)
}

func (a *asm) logic(in *Inst) {
	n, d := a.in(in.A, r16), a.out(in.D, r16)
	if mask, ok := bitmask(uint64(in.I)); in.UseImm && ok {
		a.op2([...]uint32{And: opAndImm, Or: opOrrImm, Xor: opEorImm}[in.Op]|mask, d, n)
	} else {
		a.op3([...]uint32{And: opAnd, Or: opOrr, Xor: opEor}[in.Op], d, n, a.second(in))
	}
	a.done(in.D, d)
}

// divide appends // or %, rounding down, of a positive divisor: SDIV rounds towards
// zero, so that where the remainder is negative the quotient is one too many and the
// remainder lacks the divisor.
func (a *asm) divide(in *Inst) {
	if a.divideShort(in) {
		return
	}
	n, m := a.in(in.A, r16), a.second(in)
	a.op3(opSdiv, r26, n, m)
	a.op3(opMsub|uint32(n)<<10, r27, r26, m)
	d := a.out(in.D, r16)
	if in.Op == FloorDiv {
		a.op3(opAdd|asr(63), d, r26, r27)
	} else {
		a.op3(opAnd|asr(63), r26, m, r27)
		a.op3(opAdd, d, r27, r26)
	}
	a.done(in.D, d)
}

func (a *asm) shift(in *Inst) {
	n := a.in(in.A, r16)
	switch by := uint32(min(in.I, 63)); {
	case in.Op == Sar && in.UseImm:
		d := a.out(in.D, r16)
		a.shiftRight(d, n, by)
		a.done(in.D, d)
	case in.Op == Sar:
		// The processor looks at six bits only: a shift by 64 and more is one by 63.
		m, d := a.in(in.B, r17), a.out(in.D, r16)
		a.constant(r26, 63)
		a.op3(opSubs, zero, m, r26)
		a.op3(opCsel|ccLE<<12, r26, m, r26)
		a.op3(opAsrv, d, n, r26)
		a.done(in.D, d)
	case in.UseImm:
		a.shiftLeft(r26, n, by)
		a.op3(opSubs|asr(by), zero, n, r26)
		a.exitIf(ccNE, in.Exit)
		a.store(in.D, r26)
	default:
		m := a.in(in.B, r17)
		a.op3(opLslv, r26, n, m)
		a.op3(opAsrv, r17, r26, m)
		a.op3(opSubs, zero, n, r17)
		a.exitIf(ccNE, in.Exit)
		a.store(in.D, r26)
	}
}

// compare appends a comparison and returns the condition that says that in.Cond holds.
func (a *asm) compare(in *Inst) byte {
	switch in.Op {
	case CheckF, BranchF, SetF:
		n := a.in(in.A, 0)
		a.op3(opFcmp, 0, n, a.in(in.B, 1))
		return floatCC[in.Cond]
	}
	a.arith(opSubs, zero, a.in(in.A, r16), in)
	return intCC[in.Cond]
}

func (a *asm) arithF(in *Inst) {
	n := a.in(in.A, a.temp(in.A))
	d := a.out(in.D, 0)
	switch in.Op {
	case AddF, SubF, MulF, DivF:
		m := a.in(in.B, 1)
		if in.Op == DivF {
			a.op2(opFcmp0, 0, m)
			a.exitIf(ccEQ, in.Exit)
		}
		a.op3([...]uint32{AddF: opFadd, SubF: opFsub, MulF: opFmul, DivF: opFdiv}[in.Op], d, n, m)
	case SqrtF:
		a.op2(opFcmp0, 0, n)
		a.exitIf(ccLT, in.Exit) // or NaN
		a.op2(opFsqrt, d, n)
	default:
		a.op2([...]uint32{NegF: opFneg, AbsF: opFabs, ToFloat: opScvtf}[in.Op], d, n)
	}
	a.done(in.D, d)
}

// truncate leaves unless the number lies between -2**63 and 2**63: the conversion has
// no result of its own for what does not fit.
func (a *asm) truncate(in *Inst) {
	a.op2(opFabs, 1, a.in(in.A, 0))
	a.constant(r16, 0x43E0<<48) // 2**63
	a.op2(opFmovFromX, 0, r16)
	a.op3(opFcmp, 0, 1, 0)
	a.exitIf(ccPL, in.Exit) // or NaN
	n, d := a.in(in.A, 0), a.out(in.D, r16)
	a.op2(opFcvtzs, d, n)
	a.done(in.D, d)
}

// address returns the place A + I, or A + 16*B + I, as a register and an offset. It may
// use R16 and R17.
func (a *asm) address(in *Inst) (byte, int64) {
	base := a.in(in.A, r16)
	switch in.Op {
	case LoadAt, StoreAt, CheckWordAt:
		a.op3(opAdd|lsl(4), r17, base, a.in(in.B, r17))
		base = r17
	}
	return base, in.I
}

func (a *asm) access(in *Inst) {
	base, offset := a.address(in)
	load, store := uint32(opLdr), uint32(opStr)
	switch {
	case in.Op == LoadByte || in.Op == StoreByte:
		load, store = opLdrb, opStrb
	case a.p.Kind(in.D) == Float:
		load, store = opLdrF, opStrF
	}
	switch in.Op {
	case Load, LoadAt, LoadByte:
		d := a.out(in.D, a.temp(in.D))
		a.at(load, d, base, offset, in)
		a.done(in.D, d)
	default:
		a.at(store, a.in(in.D, a.temp(in.D)), base, offset, in)
	}
}

// at appends a load or store of register r at what address returned, or, for bytes, at
// base + B.
func (a *asm) at(op uint32, r, base byte, offset int64, in *Inst) {
	if (in.Op == LoadByte || in.Op == StoreByte) && !in.UseImm {
		a.indexed(op, r, base, a.in(in.B, r17))
		return
	}
	a.memory(op, r, base, offset)
}
