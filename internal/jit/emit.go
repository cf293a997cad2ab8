//go:build amd64 || arm64

package jit

// maxCode is how long code may get, far more than an arena takes: the distances of all
// jumps still fit (arm64: 1 MB for conditional ones).
const maxCode = 512 << 10

// asm is a program on its way to machine code: what is the same on all processors. The
// file of a processor has the registers (intRegs, floatRegs) and the methods spill,
// inst, jcc, patch, stub and ret.
type asm struct {
	p       *Program
	b       []byte
	reg     []int8      // index into intRegs or floatRegs of each variable's register, -1: none
	labels  map[int]int // offset of each label that was met
	toLabel []fixup
	toExit  []fixup
}

// fixup is a jump whose distance is to be filled in: where it is, what it is to.
type fixup struct{ at, to int }

func (p *Program) emit() ([]byte, error) {
	a := &asm{p: p, labels: map[int]int{}}
	a.reg = p.assign(len(intRegs), len(floatRegs))
	for v := range a.reg {
		a.spill(Var(v), false)
	}
	for i := range p.Code {
		a.inst(&p.Code[i])
	}
	a.leave()
	if len(a.b) > maxCode {
		return nil, ErrFull
	}
	for _, f := range a.toLabel {
		a.patch(f.at, a.labels[f.to])
	}
	return a.b, nil
}

// leave appends one stub for each exit, then what they have in common: registers go
// back to their words.
func (a *asm) leave() {
	stubs := map[int]int{}
	var jumps []int
	for _, f := range a.toExit {
		at, ok := stubs[f.to]
		if !ok {
			at = len(a.b)
			stubs[f.to] = at
			jumps = append(jumps, a.stub(f.to))
		}
		a.patch(f.at, at)
	}
	for _, at := range jumps {
		a.here(at)
	}
	for v := range a.reg {
		a.spill(Var(v), true)
	}
	a.ret()
}

// hw returns the register of a variable that has one.
func (a *asm) hw(v Var) byte {
	if a.p.Kind(v) == Float {
		return floatRegs[a.reg[v]]
	}
	return intRegs[a.reg[v]]
}

// exitIf leaves the program when the processor's condition cc holds.
func (a *asm) exitIf(cc byte, exit int) { a.toExit = append(a.toExit, fixup{a.jcc(cc), exit}) }

// jumpIf goes to a label when the processor's condition cc holds.
func (a *asm) jumpIf(cc byte, label int) { a.toLabel = append(a.toLabel, fixup{a.jcc(cc), label}) }

// here ends a forward jump.
func (a *asm) here(at int) { a.patch(at, len(a.b)) }

// log2 returns the exponent of a power of two.
func log2(x int64) int {
	n := 0
	for x > 1 {
		x >>= 1
		n++
	}
	return n
}

// divideShort appends // or % of a power of two, if in is that.
func (a *asm) divideShort(in *Inst) bool {
	if !in.UseImm || in.I&(in.I-1) != 0 {
		return false
	}
	n := *in
	n.Op, n.I = Sar, int64(log2(in.I))
	if in.Op == FloorMod {
		n.Op, n.I = And, in.I-1
	}
	a.inst(&n)
	return true
}
