package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/jit"
	"github.com/woma-lang/woma/py"
)

// jumpIf is JumpIfTrue and JumpIfFalse.
func (o *op) jumpIf(truth bool) bool {
	s := *o.reg(o.in.A)
	in := jit.Inst{Op: jit.Branch, Cond: jit.EQ, A: s.v, UseImm: true}
	if truth {
		in.Cond = jit.NE
	}
	switch s.kind {
	case regInt, regBool:
	case regFloat:
		o.add(jit.Inst{Op: jit.Const, D: o.scratchF})
		in.Op, in.B, in.UseImm = jit.BranchF, o.scratchF, false
	case regList, regTuple, regBytes, regByteArray:
		o.add(jit.Inst{Op: jit.Load, D: o.scratchI, A: s.v, UseImm: true, I: lengthAt(s.kind)})
		in.A = o.scratchI
	case regStr:
		o.length(&s)
		in.A = o.scratchI
	case regChar:
		if truth {
			return o.jump()
		}
		return o.goes()
	case regConst:
		if !o.obj(s.ref).IsNone() {
			return false
		}
		if truth {
			return o.goes()
		}
		return o.jump()
	default:
		return false
	}
	return o.jumps(in)
}

// jumpIs is JumpIs and JumpIsNot.
func (o *op) jumpIs(is bool) bool {
	x, y := *o.reg(o.in.A), *o.reg(o.in.B)
	if x.kind <= regSame || y.kind <= regSame {
		return false
	}
	same := false
	switch {
	case x.kind == regConst && y.kind == regConst:
		same = x.ref == y.ref
	case x.kind == regFloat || y.kind == regFloat:
		return false
	case x.kind != y.kind && (x.kind == regStr || y.kind == regStr): // a str may turn out to be of one character
		return false
	case x.kind == y.kind && x.kind != regConst:
		in := jit.Inst{Op: jit.Branch, Cond: jit.NE, A: x.v, B: y.v}
		if is {
			in.Cond = jit.EQ
		}
		return o.jumps(in)
	}
	if same == is {
		return o.jump()
	}
	return o.goes()
}

// lengthAt is where the length of a sequence is, from the start of the object.
func lengthAt(k regKind) int64 {
	switch k {
	case regList:
		return int64(listItems + unsafe.Sizeof(uintptr(0)))
	case regTuple:
		return int64(tupleLen)
	}
	return int64(byteItems + unsafe.Sizeof(uintptr(0)))
}

// items are those of a list or tuple that stands for those that the code will meet.
func items(v py.Value) []py.Value {
	if py.IsList(v) {
		return py.As[py.List](v).A
	}
	return py.As[py.Tuple](v).Items()
}

// load makes register i the Value at address base + 16*index + off (index 0: none),
// which is expected to be like example; nullable: it may be unbound.
func (o *op) load(i int, base, index jit.Var, off int64, example py.Value, nullable bool) bool {
	if !example.Bound() {
		return false
	}
	s := o.observe(i, example)
	if s.kind == regSame || s.kind >= regRange && s.kind <= regASCIIIter {
		return false
	}
	check, load := jit.CheckWordAt, jit.LoadAt
	if index == 0 {
		check, load = jit.CheckWord, jit.Load
	}
	s.clean = false
	o.used[i] = true
	if s.kind.numeric() || s.kind == regConst {
		o.add(jit.Inst{Op: check, A: base, B: index, I: off, Word: tagOf(example), Exit: o.out()})
		if s.kind == regConst {
			o.keep(example)
		} else {
			o.add(jit.Inst{Op: load, D: s.v, A: base, B: index, UseImm: index == 0, I: off + 8})
		}
		o.st[i] = s
		return true
	}
	o.add(jit.Inst{Op: load, D: o.scratchJ, A: base, B: index, UseImm: index == 0, I: off})
	if s.kind == regChar {
		o.add(jit.Inst{Op: jit.Const, D: o.scratchK, I: -int64(latin1Base)})
		o.add(jit.Inst{Op: jit.Wrap, D: o.scratchJ, A: o.scratchJ, B: o.scratchK})
		o.add(jit.Inst{Op: jit.Check, Cond: jit.ULT, A: o.scratchJ, UseImm: true, I: 256 * int64(py.Latin1Stride), Exit: o.out()})
		o.add(jit.Inst{Op: jit.FloorDiv, D: s.v, A: o.scratchJ, UseImm: true, I: int64(py.Latin1Stride)})
		o.st[i] = s
		return true
	}
	if nullable {
		o.add(jit.Inst{Op: jit.Check, Cond: jit.NE, A: o.scratchJ, UseImm: true, Exit: o.out()})
	}
	o.add(jit.Inst{Op: jit.CheckWord, A: o.scratchJ, Word: uint64(uintptr(unsafe.Pointer(example.Shape()))), Exit: o.out()})
	o.add(jit.Inst{Op: jit.Mov, D: s.v, A: o.scratchJ})
	o.st[i] = s
	return true
}

// first makes the address of the items of x, in scratchI if it must be loaded: those of
// a tuple follow its head.
func (o *op) first(x *abs) (base jit.Var, off int64) {
	if x.kind == regTuple {
		return x.v, int64(valueSize)
	}
	at := lengthAt(x.kind) - 8
	if x.kind == regStr {
		at = int64(py.StrText)
	}
	o.add(jit.Inst{Op: jit.Load, D: o.scratchI, A: x.v, UseImm: true, I: at})
	return o.scratchI, 0
}

// length puts the length of a sequence into scratchI; it leaves if it is a str that is
// not ASCII.
func (o *op) length(x *abs) {
	at := lengthAt(x.kind)
	if x.kind == regStr {
		at = int64(py.StrHead)
	}
	o.add(jit.Inst{Op: jit.Load, D: o.scratchI, A: x.v, UseImm: true, I: at})
	if x.kind == regStr {
		o.add(jit.Inst{Op: jit.And, D: o.scratchJ, A: o.scratchI, UseImm: true, I: py.StrWide})
		o.add(jit.Inst{Op: jit.Check, Cond: jit.EQ, A: o.scratchJ, UseImm: true, Exit: o.out()})
		o.add(jit.Inst{Op: jit.And, D: o.scratchI, A: o.scratchI, UseImm: true, I: py.StrLen})
	}
}

// bounded leaves unless index y is inside the sequence x. It returns where the items
// are, the index for [op.load], 0 for a known one, and the offset.
func (o *op) bounded(x, y *abs) (base, index jit.Var, off int64, ok bool) {
	if y.kind != regInt {
		return 0, 0, 0, false
	}
	o.length(x)
	index = y.v
	switch {
	case y.known && y.imm >= 0 && y.imm < 1<<20:
		o.add(jit.Inst{Op: jit.Check, Cond: jit.GT, A: o.scratchI, UseImm: true, I: y.imm, Exit: o.out()})
		index, off = 0, 16*y.imm
	case y.known && y.imm < 0:
		o.add(jit.Inst{Op: jit.Wrap, D: o.scratchJ, A: o.scratchI, UseImm: true, I: y.imm})
		o.add(jit.Inst{Op: jit.Check, Cond: jit.ULT, A: o.scratchJ, B: o.scratchI, Exit: o.out()})
		index = o.scratchJ
	default:
		o.add(jit.Inst{Op: jit.Check, Cond: jit.ULT, A: y.v, B: o.scratchI, Exit: o.out()})
	}
	base, start := o.first(x)
	return base, index, start + off, true
}

// loadItem is LoadItem.
func (o *op) loadItem(x, y *abs) bool {
	a, i := *x, *y
	switch a.kind {
	case regList, regTuple:
		all, n := items(*o.obj(a.ref)), 0
		if i.known && i.imm < 0 {
			n = len(all) + int(i.imm)
		} else if i.known {
			n = int(i.imm)
		}
		if n < 0 || n >= len(all) {
			return false
		}
		base, index, off, ok := o.bounded(&a, &i)
		return ok && o.load(o.index(o.in.A), base, index, off, all[n], false) && o.goes()
	case regStr, regBytes, regByteArray:
		base, index, off, ok := o.bounded(&a, &i)
		if !ok {
			return false
		}
		k := regInt
		if a.kind == regStr {
			k = regChar
		}
		in := jit.Inst{Op: jit.LoadByte, D: o.set(o.in.A, k), A: base, B: index}
		if index == 0 {
			in.UseImm, in.I = true, off/16
		}
		o.add(in)
		return o.goes()
	}
	return false
}

// storeItem is StoreItem.
func (o *op) storeItem() bool {
	x, y, v := *o.reg(o.in.A), *o.reg(o.in.B), *o.reg(o.in.C)
	switch {
	case x.kind == regList && v.kind.numeric():
		base, index, off, ok := o.bounded(&x, &y)
		if !ok {
			return false
		}
		o.storeWord(base, index, off, &v)
		return o.goes()
	case x.kind == regByteArray && v.kind == regInt:
		o.add(jit.Inst{Op: jit.Check, Cond: jit.ULT, A: v.v, UseImm: true, I: 256, Exit: o.out()})
		base, index, off, ok := o.bounded(&x, &y)
		if !ok {
			return false
		}
		in := jit.Inst{Op: jit.StoreByte, D: v.v, A: base, B: index}
		if index == 0 {
			in.UseImm, in.I = true, off/16
		}
		o.add(in)
		return o.goes()
	}
	return false
}

// storeWord stores a number where one of the same kind is: only then it can be done
// without writing a pointer.
func (o *op) storeWord(base, index jit.Var, off int64, v *abs) {
	tag := numberTag(v.kind)
	check, store := jit.CheckWordAt, jit.StoreAt
	if index == 0 {
		check, store = jit.CheckWord, jit.Store
	}
	o.add(jit.Inst{Op: check, A: base, B: index, I: off, Word: tag, Exit: o.out()})
	o.add(jit.Inst{Op: store, D: v.v, A: base, B: index, I: off + 8})
}

// site returns what an inline cache knows about objects like s.
func (o *op) site(s *abs) *Site {
	shape := o.hidden(s)
	switch s.kind {
	case regObject:
	case regStr, regList:
		shape = o.obj(s.ref).Shape()
	default:
		return nil
	}
	m := &o.n.act.code.sites[o.in.C]
	if m.shape != shape || m.version != shape.Version {
		m = m.other(shape)
	}
	if m != nil && o.emitting {
		o.checks = append(o.checks, hotCheck{shape: shape, version: shape.Version})
	}
	return m
}

// loadAttr is LoadAttr of an attribute inside an object.
func (o *op) loadAttr() bool {
	s := *o.reg(o.in.B)
	if o.isComplex(&s) {
		return o.complexPart(&s, o.n.act.code.sites[o.in.C].name.String())
	}
	m := o.site(&s)
	if m == nil || m.kind != siteSlot {
		return false
	}
	return o.load(o.index(o.in.A), s.v, 0, int64(m.off), *(*py.Value)(unsafe.Add(o.obj(s.ref).Ptr(), m.off)), true) && o.goes()
}

// storeAttr is StoreAttr of a number in place of another.
func (o *op) storeAttr() bool {
	s, v := *o.reg(o.in.A), *o.reg(o.in.B)
	m := o.site(&s)
	if m == nil || m.kind != siteSlot || m.next != nil || !v.kind.numeric() {
		return false
	}
	o.storeWord(s.v, 0, int64(m.off), &v)
	return o.goes()
}

// getIter is GetIter over a list or tuple.
func (o *op) getIter() bool {
	s := *o.reg(o.in.B)
	k := regListIter
	switch s.kind {
	case regTuple:
		k = regTupleIter
	case regStr:
		k = regASCIIIter
		o.length(&s) // which looks whether it is
	case regList:
	default:
		return false
	}
	o.copyTo(o.index(o.in.A+vs), &s)
	o.add(jit.Inst{Op: jit.Const, D: o.set(o.in.A, k)})
	o.setInt(o.in.A+2*vs, 0)
	return o.goes()
}

// forIter is ForIter over a range, list or tuple.
func (o *op) forIter() bool {
	b := o.in.B
	it, second, third := *o.reg(b), *o.reg(b + vs), *o.reg(b + 2*vs)
	end := node{o.n.act, o.n.pc + 1}
	to := o.jumpTarget()
	switch it.kind {
	case regRange:
		if second.kind != regInt || third.kind != regInt {
			return false
		}
		o.succ(end, o.st)
		o.add(jit.Inst{Op: jit.Branch, Cond: jit.EQ, A: second.v, UseImm: true, To: o.target(end, o.st)})
		o.set(b, regRange)
		o.set(b+vs, regInt)
		o.add(jit.Inst{Op: jit.Wrap, D: second.v, A: second.v, UseImm: true, I: -1})
		o.add(jit.Inst{Op: jit.Mov, D: o.set(o.in.A, regInt), A: it.v})
		step := operand(jit.Inst{Op: jit.Wrap, D: it.v, A: it.v}, &third)
		o.add(step)
	case regASCIIIter:
		return second.kind == regStr && o.forChar(&it, &second, end, to)
	case regListIter, regTupleIter:
		if second.kind != regList && second.kind != regTuple {
			return false
		}
		all := items(*o.obj(second.ref))
		if len(all) == 0 {
			return false
		}
		before := append([]abs(nil), o.st...)
		if it.kind == regListIter {
			before[o.index(b)].clean = false
		}
		o.succ(end, before)
		o.add(jit.Inst{Op: jit.Load, D: o.scratchI, A: second.v, UseImm: true, I: lengthAt(second.kind)})
		over := o.newLabel()
		if it.kind == regTupleIter {
			over = o.target(end, before)
		}
		o.add(jit.Inst{Op: jit.Branch, Cond: jit.UGE, A: it.v, B: o.scratchI, To: over})
		base, off := o.first(&second)
		if !o.load(o.index(o.in.A), base, it.v, off, all[0], false) {
			return false
		}
		o.set(b, it.kind)
		o.add(jit.Inst{Op: jit.Wrap, D: it.v, A: it.v, UseImm: true, I: 1})
		o.succ(to, o.st)
		if it.kind == regListIter {
			// Exhausted for good, even if the list grows.
			o.add(jit.Inst{Op: jit.Jump, To: o.target(to, o.st)})
			o.add(jit.Inst{Op: jit.Label, To: over})
			o.add(jit.Inst{Op: jit.Const, D: it.v, I: 1<<63 - 1})
			o.goOn(end, before)
			return true
		}
		o.goOn(to, o.st)
		return true
	default:
		return false
	}
	o.succ(to, o.st)
	o.goOn(to, o.st)
	return true
}

// forChar is ForIter over an ASCII string: end is the instruction after the loop.
func (o *op) forChar(it, s *abs, end, to node) bool {
	o.succ(end, o.st)
	o.length(s)
	o.add(jit.Inst{Op: jit.Branch, Cond: jit.UGE, A: it.v, B: o.scratchI, To: o.target(end, o.st)})
	base, _ := o.first(s)
	o.add(jit.Inst{Op: jit.LoadByte, D: o.set(o.in.A, regChar), A: base, B: it.v})
	o.set(o.in.B, regASCIIIter)
	o.add(jit.Inst{Op: jit.Wrap, D: it.v, A: it.v, UseImm: true, I: 1})
	o.succ(to, o.st)
	o.goOn(to, o.st)
	return true
}

// unpack is UnpackSequence of a tuple.
func (o *op) unpack() bool {
	s, n := *o.reg(o.in.B), int(o.in.C)
	if s.kind != regTuple || len(items(*o.obj(s.ref))) != n {
		return false
	}
	all := items(*o.obj(s.ref))
	for _, v := range all { // what fails must fail before a register is written
		if k := objectKind(v); k != regSame && !v.IsInt() && !v.IsFloat() && !v.IsBool() && n > 8 {
			return false
		}
	}
	o.add(jit.Inst{Op: jit.Load, D: o.scratchI, A: s.v, UseImm: true, I: lengthAt(regTuple)})
	o.add(jit.Inst{Op: jit.Check, Cond: jit.EQ, A: o.scratchI, UseImm: true, I: int64(n), Exit: o.out()})
	base, start := o.scratchI, int64(valueSize)
	o.add(jit.Inst{Op: jit.Mov, D: base, A: s.v}) // the tuple's own register may be written
	for i, v := range all {
		off := start + int64(16*i)
		if v.IsInt() || v.IsFloat() || v.IsBool() {
			o.add(jit.Inst{Op: jit.CheckWord, A: base, I: off, Word: tagOf(v), Exit: o.out()})
			continue
		}
		o.add(jit.Inst{Op: jit.Load, D: o.scratchJ, A: base, UseImm: true, I: off})
		o.add(jit.Inst{Op: jit.CheckWord, A: o.scratchJ, Word: uint64(uintptr(unsafe.Pointer(v.Shape()))), Exit: o.out()})
	}
	first := o.index(o.in.A)
	for i, v := range all {
		if !o.load(first+i, base, 0, start+int64(16*i), v, false) {
			return false
		}
	}
	return o.goes()
}

// call is Call of a function that can be inlined, or of a builtin that is known here.
func (o *op) call() bool {
	callee := *o.reg(o.in.B)
	n := int(o.in.C)
	switch {
	case callee.kind == regConst && o.obj(callee.ref).ShapeIs(&functionShape):
		return o.inline(py.As[Function](*o.obj(callee.ref)), o.index(o.in.B)+1, n)
	case callee.kind == regConst && *o.obj(callee.ref) == py.RangeType.Value():
		return o.rangeCall(n)
	}
	return (callee.kind == regConst || callee.known) && o.native(*o.obj(callee.ref), o.in.B+vs, n)
}

// callMethod is CallMethod of a method that can be inlined, or of a module's function
// that is known here.
func (o *op) callMethod() bool {
	self := *o.reg(o.in.B + vs)
	if s := &o.n.act.code.sites[o.in.C]; s.kind == siteCell && self.known && s.obj == o.obj(self.ref).Ptr() && s.cell.Owned() && s.cell.V.Bound() {
		if o.emitting {
			o.checks = append(o.checks, hotCheck{cell: s.cell, v: s.cell.V})
		}
		return o.native(s.cell.V, o.in.B+2*vs, int(s.nargs))
	}
	m := o.site(&self)
	if m != nil && m.kind == siteNative {
		return o.nativeMethod(m.native, &self, int(o.n.act.code.sites[o.in.C].nargs))
	}
	if m == nil || m.kind != siteFunction || m.code == nil || m.code != (*Function)(m.fn).code {
		return false
	}
	o.setConst(o.in.B, py.MakeValue(m.fn, 0))
	return o.inline((*Function)(m.fn), o.index(o.in.B)+1, int(o.n.act.code.sites[o.in.C].nargs)+1)
}

// inline goes on with the code of a function whose register 0 is register off.
func (o *op) inline(fn *Function, off, nargs int) bool {
	co := fn.code
	up := o.n.act
	if co.simple != int32(nargs) || co.isGen || co.entry != co.pc0 || len(co.bc.Instrs) > maxInlineSize || co.mapping ||
		up.deep >= maxInline {
		return false
	}
	if off+int(co.bc.NumRegs) > o.nregs {
		o.cramped = true
		return false
	}
	for a := up; a != nil; a = a.up {
		if a.code == co {
			return false
		}
	}
	a := o.acts[o.n]
	if a == nil {
		a = &act{code: co, fn: fn, up: up, ret: o.n.pc + 1, dst: o.index(o.in.A), off: off, deep: up.deep + 1}
		o.acts[o.n] = a
	} else if a.fn != fn {
		return false
	}
	if o.emitting {
		o.checks = append(o.checks, hotCheck{fn: fn, code: co})
		o.keep(py.Object(fn))
	}
	for r := nargs; r < int(co.bc.NumRegs); r++ {
		o.st[off+r] = abs{}
	}
	to := node{a, 0}
	o.succ(to, o.st)
	o.goOn(to, o.st)
	return true
}

// returns is Return in a function that was inlined.
func (o *op) returns(s *abs) bool {
	a := o.n.act
	if a.up == nil {
		return false
	}
	if s.kind == regComplex && s.alias == 0 { // the caller's now
		re, im := o.variable(a.dst, regComplex), o.imaginary(a.dst)
		o.add(jit.Inst{Op: jit.Mov, D: re, A: s.v})
		o.add(jit.Inst{Op: jit.Mov, D: im, A: s.w})
		o.used[a.dst] = true
		o.st[a.dst] = abs{kind: regComplex, v: re, w: im}
	} else if !o.copyTo(a.dst, s) {
		return false
	}
	for i := max(a.off-2, 0); i < o.nregs; i++ {
		if i != a.dst && i >= len(o.root.code.bc.LocalNames) {
			o.st[i] = abs{}
		}
	}
	to := node{a.up, a.ret}
	o.succ(to, o.st)
	o.goOn(to, o.st)
	return true
}

// rangeCall is a call of range together with the GetIter that follows.
func (o *op) rangeCall(n int) bool {
	next := o.n.act.code.instr(o.n.pc + 1)
	if next.Op != bytecode.GetIter || next.B != o.in.A || n < 1 || n > 3 {
		return false
	}
	start, step := abs{kind: regInt, known: true}, abs{kind: regInt, known: true, imm: 1}
	stop := *o.reg(o.in.B + vs)
	if n > 1 {
		start, stop = stop, *o.reg(o.in.B + 2*vs)
	}
	if n > 2 {
		step = *o.reg(o.in.B + 3*vs)
	}
	if start.kind != regInt || stop.kind != regInt || step.kind != regInt || step.known && step.imm <= 0 {
		return false
	}
	if !step.known {
		o.add(jit.Inst{Op: jit.Check, Cond: jit.GT, A: step.v, UseImm: true, Exit: o.out()})
	}
	count := o.scratchI
	o.add(operand(jit.Inst{Op: jit.Sub, D: count, A: o.intValue(&stop, count), Exit: o.out()}, &start))
	none, end := o.newLabel(), o.newLabel()
	o.add(jit.Inst{Op: jit.Branch, Cond: jit.LE, A: count, UseImm: true, To: none})
	if !step.known || step.imm != 1 {
		o.add(jit.Inst{Op: jit.Wrap, D: count, A: count, UseImm: true, I: -1})
		o.add(operand(jit.Inst{Op: jit.FloorDiv, D: count, A: count}, &step))
		o.add(jit.Inst{Op: jit.Wrap, D: count, A: count, UseImm: true, I: 1})
	}
	o.add(jit.Inst{Op: jit.Jump, To: end})
	o.add(jit.Inst{Op: jit.Label, To: none})
	o.add(jit.Inst{Op: jit.Const, D: count})
	o.add(jit.Inst{Op: jit.Label, To: end})
	// The registers of the iteration are below those of the call.
	x := next.A
	if start.known {
		o.add(jit.Inst{Op: jit.Const, D: o.set(x, regRange), I: start.imm})
	} else {
		o.add(jit.Inst{Op: jit.Mov, D: o.set(x, regRange), A: start.v})
	}
	o.add(jit.Inst{Op: jit.Mov, D: o.set(x+vs, regInt), A: count})
	if step.known {
		o.setInt(x+2*vs, step.imm)
	} else {
		o.copyTo(o.index(x+2*vs), &step)
	}
	to := node{o.n.act, o.n.pc + 2}
	o.succ(to, o.st)
	o.goOn(to, o.st)
	return true
}
