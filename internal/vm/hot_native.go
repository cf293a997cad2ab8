package vm

import (
	"github.com/woma-lang/woma/internal/jit"
	"github.com/woma-lang/woma/py"
)

// native is a call of a builtin that the code can do itself, with n arguments from
// the register at byte offset args on.
func (o *op) native(f py.Value, args uint16, n int) bool {
	if n < 1 || n > 2 {
		return false
	}
	x := *o.reg(args)
	switch {
	case f == py.IntType.Value() && n == 1:
		return o.toInt(&x)
	case f == py.FloatType.Value() && n == 1 && isNumber(&x):
		if x.kind == regFloat {
			return o.move(o.in.A, &x)
		}
		o.add(jit.Inst{Op: jit.ToFloat, D: o.set(o.in.A, regFloat), A: x.v})
		return o.goes()
	}
	if f == py.StrType.Value() && n == 1 && (x.kind == regStr || x.kind == regChar) {
		return o.move(o.in.A, &x) // a str is its own str
	}
	fn, ok := py.Cast[py.Native](f, py.NativeType)
	if !ok || fn.Owner != nil {
		return false
	}
	switch name := fn.Mod + "." + fn.Name; {
	case name == "builtins.abs" && n == 1 && o.isComplex(&x):
		return o.complexAbs(&x)
	case name == "builtins.abs" && n == 1:
		return o.abs(&x)
	case name == "builtins.len" && n == 1 && x.kind == regChar:
		o.setInt(o.in.A, 1)
		return o.goes()
	case name == "builtins.len" && n == 1 && x.kind == regStr:
		o.length(&x)
		o.add(jit.Inst{Op: jit.Mov, D: o.set(o.in.A, regInt), A: o.scratchI})
		return o.goes()
	case name == "builtins.ord" && n == 1 && x.kind == regChar:
		o.add(jit.Inst{Op: jit.Mov, D: o.set(o.in.A, regInt), A: x.v})
		return o.goes()
	case name == "builtins.chr" && n == 1 && x.kind == regInt:
		o.add(jit.Inst{Op: jit.Check, Cond: jit.ULT, A: x.v, UseImm: true, I: 256, Exit: o.out()})
		o.add(jit.Inst{Op: jit.Mov, D: o.set(o.in.A, regChar), A: x.v})
		return o.goes()
	case name == "builtins.len" && n == 1 && x.kind >= regList && x.kind <= regByteArray:
		o.add(jit.Inst{Op: jit.Load, D: o.set(o.in.A, regInt), A: x.v, UseImm: true, I: lengthAt(x.kind)})
		return o.goes()
	case (name == "builtins.min" || name == "builtins.max") && n == 2:
		return o.least(&x, o.reg(args+vs), name == "builtins.min")
	case name == "math.sqrt" && n == 1 && isNumber(&x):
		a := o.float(&x, o.scratchF)
		o.add(jit.Inst{Op: jit.SqrtF, D: o.set(o.in.A, regFloat), A: a, Exit: o.out()})
		return o.goes()
	case name == "math.fabs" && n == 1 && isNumber(&x):
		a := o.float(&x, o.scratchF)
		o.add(jit.Inst{Op: jit.AbsF, D: o.set(o.in.A, regFloat), A: a})
		return o.goes()
	}
	return false
}

// toInt is int(x).
func (o *op) toInt(x *abs) bool {
	switch x.kind {
	case regInt:
		return o.move(o.in.A, x)
	case regBool:
		o.add(jit.Inst{Op: jit.Mov, D: o.set(o.in.A, regInt), A: x.v})
		return o.goes()
	case regFloat:
		o.add(jit.Inst{Op: jit.Trunc, D: o.set(o.in.A, regInt), A: x.v, Exit: o.out()})
		return o.goes()
	}
	return false
}

// abs is abs(x).
func (o *op) abs(x *abs) bool {
	switch x.kind {
	case regFloat:
		o.add(jit.Inst{Op: jit.AbsF, D: o.set(o.in.A, regFloat), A: x.v})
		return o.goes()
	case regInt:
		positive := o.newLabel()
		o.add(jit.Inst{Op: jit.Mov, D: o.scratchI, A: x.v})
		o.add(jit.Inst{Op: jit.Branch, Cond: jit.GE, A: x.v, UseImm: true, To: positive})
		o.add(jit.Inst{Op: jit.Neg, D: o.scratchI, A: o.scratchI, Exit: o.out()})
		o.add(jit.Inst{Op: jit.Label, To: positive})
		o.add(jit.Inst{Op: jit.Mov, D: o.set(o.in.A, regInt), A: o.scratchI})
		return o.goes()
	}
	return false
}

// least is min(x, y) or max(x, y): x, unless y is less or greater.
func (o *op) least(x, y *abs, min bool) bool {
	a, c := *x, *y
	if a.kind != c.kind || !isNumber(&a) {
		return false
	}
	branch, tmp := jit.Branch, o.scratchI
	if a.kind == regFloat {
		branch, tmp = jit.BranchF, o.scratchF
	}
	cond := jit.NotGT
	if min {
		cond = jit.NotLT
	}
	keep := o.newLabel()
	o.add(jit.Inst{Op: jit.Mov, D: tmp, A: a.v})
	o.add(jit.Inst{Op: branch, Cond: cond, A: c.v, B: a.v, To: keep})
	o.add(jit.Inst{Op: jit.Mov, D: tmp, A: c.v})
	o.add(jit.Inst{Op: jit.Label, To: keep})
	o.add(jit.Inst{Op: jit.Mov, D: o.set(o.in.A, a.kind), A: tmp})
	return o.goes()
}
