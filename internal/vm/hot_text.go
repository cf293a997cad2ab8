package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/jit"
	"github.com/woma-lang/woma/py"
)

// latin1Base is the address of the string of character 0.
var latin1Base = uintptr(py.Latin1(0).Ptr())

// latin1Of returns the code point of the string at p, if it is one of those of one
// character below 256 that are there once only.
func latin1Of(p unsafe.Pointer) (c uint64, ok bool) {
	off := uintptr(p) - latin1Base
	return uint64(off / py.Latin1Stride), off < 256*py.Latin1Stride
}

// inText jumps to label found if character x is in text, an ASCII string that is known.
func (o *op) inText(x *abs, text string, found int) {
	var set [128]bool
	for i := range len(text) {
		set[text[i]] = true
	}
	for lo := 0; lo < len(set); lo++ {
		if !set[lo] {
			continue
		}
		hi := lo
		for hi+1 < len(set) && set[hi+1] {
			hi++
		}
		if lo == hi {
			o.add(jit.Inst{Op: jit.Branch, Cond: jit.EQ, A: x.v, UseImm: true, I: int64(lo), To: found})
		} else {
			o.add(jit.Inst{Op: jit.Wrap, D: o.scratchI, A: x.v, UseImm: true, I: int64(-lo)})
			o.add(jit.Inst{Op: jit.Branch, Cond: jit.ULT, A: o.scratchI, UseImm: true, I: int64(hi - lo + 1), To: found})
		}
		lo = hi
	}
}

// textOf returns the text that x in y asks about, if the code can answer.
func (b *builder) textOf(x, y *abs) (string, bool) {
	if x.kind != regChar || y.kind != regStr || !y.known {
		return "", false
	}
	s := py.As[py.Str](*b.obj(y.ref))
	return s.String(), s.ASCII()
}

// contains is In and NotIn.
func (o *op) contains(in bool) bool {
	x, y := *o.reg(o.in.B), *o.reg(o.in.C)
	text, ok := o.textOf(&x, &y)
	if !ok {
		return false
	}
	yes, no := int64(1), int64(0)
	if !in {
		yes, no = no, yes
	}
	found, end := o.newLabel(), o.newLabel()
	o.inText(&x, text, found)
	d := o.set(o.in.A, regBool)
	o.add(jit.Inst{Op: jit.Const, D: d, I: no})
	o.add(jit.Inst{Op: jit.Jump, To: end})
	o.add(jit.Inst{Op: jit.Label, To: found})
	o.add(jit.Inst{Op: jit.Const, D: d, I: yes})
	o.add(jit.Inst{Op: jit.Label, To: end})
	return o.goes()
}

// jumpIn is JumpIn and JumpNotIn.
func (o *op) jumpIn(in bool) bool {
	x, y := *o.reg(o.in.A), *o.reg(o.in.B)
	text, ok := o.textOf(&x, &y)
	if !ok {
		return false
	}
	to, next := o.jumpTarget(), node{o.n.act, o.n.pc + 1}
	o.succ(to, o.st)
	o.succ(next, o.st)
	if !in {
		to, next = next, to
	}
	found := o.target(to, o.st)
	o.inText(&x, text, found)
	o.goOn(next, o.st)
	return true
}

// appendTo appends a number or a character to a list that has room. Their pointer
// words lead to no memory of the collector's, so that no write barrier is needed; the
// place was not in use.
func (o *op) appendTo(list, v *abs) bool {
	if !v.kind.numeric() && v.kind != regChar {
		return false
	}
	at := lengthAt(regList)
	o.add(jit.Inst{Op: jit.Load, D: o.scratchI, A: list.v, UseImm: true, I: at})
	o.add(jit.Inst{Op: jit.Load, D: o.scratchJ, A: list.v, UseImm: true, I: at + 8})
	o.add(jit.Inst{Op: jit.Check, Cond: jit.ULT, A: o.scratchI, B: o.scratchJ, Exit: o.out()})
	o.add(jit.Inst{Op: jit.Load, D: o.scratchJ, A: list.v, UseImm: true, I: at - 8})
	bits := v.v
	switch v.kind {
	case regChar:
		o.add(jit.Inst{Op: jit.Mul, D: o.scratchK, A: v.v, UseImm: true, I: int64(py.Latin1Stride), Exit: o.out()})
		bits = o.zero
		o.add(jit.Inst{Op: jit.Const, D: bits, I: int64(latin1Base)})
		o.add(jit.Inst{Op: jit.Wrap, D: o.scratchK, A: o.scratchK, B: bits})
		o.add(jit.Inst{Op: jit.Const, D: bits})
	default:
		o.add(jit.Inst{Op: jit.Const, D: o.scratchK, I: int64(numberTag(v.kind))})
	}
	o.add(jit.Inst{Op: jit.StoreAt, D: o.scratchK, A: o.scratchJ, B: o.scratchI})
	o.add(jit.Inst{Op: jit.StoreAt, D: bits, A: o.scratchJ, B: o.scratchI, I: 8})
	o.add(jit.Inst{Op: jit.Wrap, D: o.scratchI, A: o.scratchI, UseImm: true, I: 1})
	o.add(jit.Inst{Op: jit.Store, D: o.scratchI, A: list.v, UseImm: true, I: at})
	return true
}

// numberTag is the pointer word of numbers of a kind.
func numberTag(k regKind) uint64 {
	switch k {
	case regFloat:
		return floatTag
	case regBool:
		return boolTag
	}
	return intTag
}

// nativeMethod is a call of a builtin's method that the code can do itself.
func (o *op) nativeMethod(f *py.Native, self *abs, nargs int) bool {
	if self.kind == regList && f.Owner == py.ListType && f.Name == "append" && nargs == 1 {
		if !o.appendTo(self, o.reg(o.in.B+2*vs)) {
			return false
		}
		o.setConst(o.in.A, py.None)
		return o.goes()
	}
	return false
}
