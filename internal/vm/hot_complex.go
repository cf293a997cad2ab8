package vm

import (
	"math"
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/jit"
	"github.com/woma-lang/woma/py"
)

// isComplex reports whether s is a complex: two floats, or the object.
func (b *builder) isComplex(s *abs) bool {
	return s.kind == regComplex || s.kind == regObject && py.IsComplex(*b.obj(s.ref))
}

// setComplex says that the register at byte offset x holds a complex that was computed,
// and returns the variables of its parts.
func (o *op) setComplex(x uint16) (re, im jit.Var) {
	re, im = o.set(x, regComplex), o.imaginary(o.index(x))
	o.st[o.index(x)].w = im
	return re, im
}

// complex returns variables with the parts of a complex.
func (o *op) complex(s *abs) (re, im jit.Var) {
	if s.kind == regComplex {
		return s.v, s.w
	}
	const at = int64(unsafe.Offsetof(py.Complex{}.V))
	re, im = o.temp(), o.temp()
	o.add(jit.Inst{Op: jit.Load, D: re, A: s.v, UseImm: true, I: at})
	o.add(jit.Inst{Op: jit.Load, D: im, A: s.v, UseImm: true, I: at + 8})
	return re, im
}

// parts is complex for an operand that may be real.
func (o *op) parts(s *abs) (re, im jit.Var) {
	if o.isComplex(s) {
		return o.complex(s)
	}
	o.exact(s)
	re, im = o.float(s, o.temp()), o.temp()
	o.add(jit.Inst{Op: jit.Const, D: im})
	return re, im
}

// do appends D = x op y for a new D.
func (o *op) do(op jit.Op, x, y jit.Var) jit.Var {
	v := o.temp()
	o.add(jit.Inst{Op: op, D: v, A: x, B: y, Exit: o.out()})
	return v
}

// number returns a variable that holds x.
func (o *op) number(x float64) jit.Var {
	v := o.temp()
	o.add(jit.Inst{Op: jit.Const, D: v, I: int64(math.Float64bits(x))})
	return v
}

// complexBinary is +, - and *, computed as the interpreter does: see [py.ComplexMul].
func (o *op) complexBinary(op bytecode.Op, x, y *abs) bool {
	if op > bytecode.Mul || !o.isComplex(x) && !isNumber(x) || !o.isComplex(y) && !isNumber(y) {
		return false
	}
	o.saves(8)
	a, b := o.parts(x)
	c, d := o.parts(y)
	var re, im jit.Var
	switch op {
	case bytecode.Add:
		re, im = o.do(jit.AddF, a, c), o.do(jit.AddF, b, d)
	case bytecode.Sub:
		re, im = o.do(jit.SubF, a, c), o.do(jit.SubF, b, d)
	default:
		re = o.do(jit.SubF, o.do(jit.MulF, a, c), o.do(jit.MulF, b, d))
		im = o.do(jit.AddF, o.do(jit.MulF, a, d), o.do(jit.MulF, b, c))
	}
	dr, di := o.setComplex(o.in.A)
	o.add(jit.Inst{Op: jit.Mov, D: dr, A: re})
	o.add(jit.Inst{Op: jit.Mov, D: di, A: im})
	return o.goes()
}

// complexPart is z.real and z.imag.
func (o *op) complexPart(s *abs, name string) bool {
	if name != "real" && name != "imag" {
		return false
	}
	re, im := o.complex(s)
	if name == "imag" {
		re = im
	}
	o.add(jit.Inst{Op: jit.Mov, D: o.set(o.in.A, regFloat), A: re})
	return o.goes()
}

// complexAbs is abs(z): the first way of fmath.Hypot, whose result is the only one that
// rounds right; it leaves where that takes the second.
func (o *op) complexAbs(s *abs) bool {
	o.saves(12)
	re, im := o.complex(s)
	a, b := o.temp(), o.temp()
	o.add(jit.Inst{Op: jit.AbsF, D: a, A: re})
	o.add(jit.Inst{Op: jit.AbsF, D: b, A: im})
	sorted := o.newLabel()
	o.add(jit.Inst{Op: jit.BranchF, Cond: jit.GE, A: a, B: b, To: sorted})
	t := o.temp()
	o.add(jit.Inst{Op: jit.Mov, D: t, A: a})
	o.add(jit.Inst{Op: jit.Mov, D: a, A: b})
	o.add(jit.Inst{Op: jit.Mov, D: b, A: t})
	o.add(jit.Inst{Op: jit.Label, To: sorted})
	o.add(jit.Inst{Op: jit.CheckF, Cond: jit.LT, A: a, B: o.number(1e150), Exit: o.out()})
	end := o.newLabel()
	r := o.temp()
	o.add(jit.Inst{Op: jit.Mov, D: r, A: a})
	o.add(jit.Inst{Op: jit.BranchF, Cond: jit.EQ, A: b, B: o.number(0), To: end})
	o.add(jit.Inst{Op: jit.CheckF, Cond: jit.GT, A: b, B: o.number(1e-140), Exit: o.out()})
	aa, al := o.square(a)
	bb, bl := o.square(b)
	h := o.do(jit.AddF, aa, bb)
	o.add(jit.Inst{Op: jit.SqrtF, D: h, A: h, Exit: o.out()})
	hh, hl := o.square(h)
	c := o.do(jit.AddF, o.do(jit.SubF, aa, hh), bb)
	c = o.do(jit.AddF, c, o.do(jit.AddF, o.do(jit.SubF, al, hl), bl))
	c = o.do(jit.DivF, c, o.do(jit.AddF, h, h))
	o.add(jit.Inst{Op: jit.AddF, D: r, A: h, B: o.do(jit.MulF, c, o.number(1+0x1p-20))})
	other := o.do(jit.AddF, h, o.do(jit.MulF, c, o.number(1-0x1p-20)))
	o.add(jit.Inst{Op: jit.CheckF, Cond: jit.EQ, A: r, B: other, Exit: o.out()})
	o.add(jit.Inst{Op: jit.Label, To: end})
	o.add(jit.Inst{Op: jit.Mov, D: o.set(o.in.A, regFloat), A: r})
	return o.goes()
}

// square returns x*x and its error, exact by Dekker's splitting.
func (o *op) square(x jit.Var) (hi, lo jit.Var) {
	hi = o.do(jit.MulF, x, x)
	p := o.do(jit.MulF, o.number(1<<27+1), x)
	h := o.do(jit.SubF, p, o.do(jit.SubF, p, x))
	l := o.do(jit.SubF, x, h)
	hl := o.do(jit.MulF, h, l)
	lo = o.do(jit.SubF, o.do(jit.MulF, h, h), hi)
	lo = o.do(jit.AddF, lo, o.do(jit.AddF, hl, hl))
	return hi, o.do(jit.AddF, lo, o.do(jit.MulF, l, l))
}

// separate gives up registers that shared a complex with one that has another now.
func separate(before, st []abs) {
	for i := range st {
		if a := st[i].alias - 1; a >= 0 && (before[a] != st[a]) {
			st[i] = abs{kind: regConflict}
		}
	}
}
