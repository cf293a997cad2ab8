package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// startsBig reports whether an arithmetic instruction that the loop could not execute
// has ints as operands.
func startsBig(in *Instr, base unsafe.Pointer) bool {
	b := at(base, in.B)
	if !b.IsInt() && !py.IsBig(*b) {
		return false
	}
	if in.Op >= bytecode.AddI {
		return true // C is a number
	}
	c := at(base, in.C)
	return c.IsInt() || py.IsBig(*c)
}

// bigRounds is how many steps a run may take before objects are made of its numbers.
const bigRounds = 1000

// runBig executes in, an operation of ints that are big, or whose result is, and goes on
// with what follows as long as numbers are held (see [py.BigRun]) and the instruction is
// one of those that loops of arithmetic consist of. last is the last one executed, next
// the one to go on with; nil if not even the first could be done. cost is what to charge.
func (vm *VM) runBig(in *Instr, base unsafe.Pointer, code *Code, budget int64) (last, next *Instr, cost int64) {
	s := vm.t.BigRun()
	s.Cost = 0
	budget = min(budget, bigRounds)
	temps := uintptr(code.bc.NumVars) * uintptr(vs) // where they begin, which are read once
	for {
		next = (*Instr)(unsafe.Add(unsafe.Pointer(in), instrSize))
		jumped := false
		switch op := in.Op; {
		case op >= bytecode.Add && op <= bytecode.InplaceXor:
			if !s.Binary(py.BinOp((op-bytecode.Add)%(bytecode.InplaceAdd-bytecode.Add)), at(base, in.A), at(base, in.B), at(base, in.C),
				uintptr(in.B) >= temps && in.A != in.B, uintptr(in.C) >= temps && in.A != in.C && in.B != in.C) {
				goto stop
			}
		case op >= bytecode.AddI && op <= bytecode.InplaceMulI:
			k := py.Int(int64(int16(in.C)))
			if !s.Binary(immediateOps[op-bytecode.AddI], at(base, in.A), at(base, in.B), &k, uintptr(in.B) >= temps && in.A != in.B, false) {
				goto stop
			}
		case op >= bytecode.JumpLt && op <= bytecode.JumpNotNe:
			c, ok := s.Compare(at(base, in.A), at(base, in.B))
			if !ok {
				goto stop
			}
			jumped = holds(py.CmpOp((op-bytecode.JumpLt)/2), c < 0, c == 0) == ((op-bytecode.JumpLt)&1 == 0)
		case op >= bytecode.JumpLtI && op <= bytecode.JumpNotNeI:
			k := py.Int(int64(int16(in.B)))
			c, ok := s.Compare(at(base, in.A), &k)
			if !ok {
				goto stop
			}
			jumped = holds(py.CmpOp((op-bytecode.JumpLtI)/2), c < 0, c == 0) == ((op-bytecode.JumpLtI)&1 == 0)
		default:
			switch op {
			case bytecode.Nop:
			case bytecode.Move:
				s.Move(at(base, in.A), at(base, in.B))
			case bytecode.LoadConst:
				r := at(base, in.A)
				s.Drop(r)
				*r = *code.k(in.B)
			case bytecode.LoadInt:
				r := at(base, in.A)
				s.Drop(r)
				r.SetInt(int64(int16(in.B)))
			case bytecode.CheckBound:
				if !at(base, in.A).Bound() {
					goto stop
				}
			case bytecode.Neg, bytecode.Invert:
				u := py.OpNeg
				if op == bytecode.Invert {
					u = py.OpInvert
				}
				if !s.Unary(u, at(base, in.A), at(base, in.B), uintptr(in.B) >= temps && in.A != in.B) {
					goto stop
				}
			case bytecode.Lt, bytecode.Le, bytecode.Gt, bytecode.Ge, bytecode.Eq, bytecode.Ne:
				c, ok := s.Compare(at(base, in.B), at(base, in.C))
				if !ok {
					goto stop
				}
				r := at(base, in.A)
				s.Drop(r)
				r.SetBool(holds(py.CmpOp(op-bytecode.Lt), c < 0, c == 0))
			case bytecode.Jump:
				next = (*Instr)(unsafe.Add(unsafe.Pointer(next), int(int32(uint32(in.B)|uint32(in.C)<<16))*int(instrSize)))
				cost++
			case bytecode.JumpIfTrue, bytecode.JumpIfFalse:
				a := at(base, in.A)
				if !a.IsInt() && !a.IsBool() && !py.IsHeld(a) {
					goto stop
				}
				jumped = (py.IsHeld(a) || a.Bits() != 0) == (op == bytecode.JumpIfTrue)
			case bytecode.ForIter:
				var ok bool
				if jumped, ok = bigIter(s, at(base, in.A), (*[3]py.Value)(unsafe.Pointer(at(base, in.B)))); !ok {
					goto stop
				}
			case bytecode.LoadGlobal, bytecode.LoadCell, bytecode.LoadFree:
				var v *py.Value
				switch op {
				case bytecode.LoadGlobal:
					v = &code.cell(in.B).V
				case bytecode.LoadCell:
					v = &(*py.Cell)(at(base, in.B).Ptr()).V
				default:
					v = &(*Function)(function(base)).free(in.B).V
				}
				if !v.Bound() {
					goto stop
				}
				r := at(base, in.A)
				s.Drop(r)
				*r = *v
			case bytecode.StoreGlobal:
				c := code.cell(in.B)
				if !c.Owned() {
					goto stop
				}
				s.Settle(at(base, in.A))
				c.V = *at(base, in.A)
			case bytecode.StoreCell:
				s.Settle(at(base, in.B))
				(*py.Cell)(at(base, in.A).Ptr()).V = *at(base, in.B)
			case bytecode.StoreFree:
				s.Settle(at(base, in.A))
				(*Function)(function(base)).free(in.B).V = *at(base, in.A)
			case bytecode.LoadAttr:
				o, site := at(base, in.B), code.site(in.C)
				if h := o.Shape(); py.IsHeld(o) || h != site.shape || h.Version != site.version {
					goto stop
				}
				v := *(*py.Value)(unsafe.Add(o.Ptr(), site.off))
				if !v.Bound() {
					goto stop
				}
				r := at(base, in.A)
				s.Drop(r)
				*r = v
			case bytecode.StoreAttr:
				o, site := at(base, in.A), code.site(in.C)
				if h := o.Shape(); py.IsHeld(o) || h != site.shape || h.Version != site.version || site.next != nil {
					goto stop
				}
				s.Settle(at(base, in.B))
				(*py.Value)(unsafe.Add(o.Ptr(), site.off)).Assign(at(base, in.B))
			case bytecode.LoadItem:
				if !bigItem(s, at(base, in.A), at(base, in.B), at(base, in.C)) {
					goto stop
				}
			case bytecode.StoreItem:
				o, i := at(base, in.A), at(base, in.B)
				if !i.IsInt() || !py.IsList(*o) {
					goto stop
				}
				a := (*py.List)(o.Ptr()).A
				n := i.I()
				if n < 0 {
					n += int64(len(a))
				}
				if uint64(n) >= uint64(len(a)) {
					goto stop
				}
				s.Settle(at(base, in.C))
				a[n].Assign(at(base, in.C))
			default:
				goto stop
			}
		}
		if jumped {
			next = (*Instr)(unsafe.Add(unsafe.Pointer(next), int(int16(in.C))*int(instrSize)))
			cost++
		}
		last, in = in, next
		if !s.Holds() || cost+s.Cost > budget {
			break
		}
	}
stop:
	s.Flush()
	return last, in, cost + s.Cost
}

// bigIter executes ForIter.
func bigIter(s *py.BigRun, dst *py.Value, it *[3]py.Value) (more, ok bool) {
	switch i := it[0].Bits(); it[0].Ptr() {
	case unsafe.Pointer(&tagRangeIter):
		if it[1].Bits() == 0 {
			return false, true
		}
		it[1].IncN(-1)
		it[0].IncN(it[2].I())
		s.Drop(dst)
		dst.SetInt(int64(i))
		return true, true
	case unsafe.Pointer(&tagListIter):
		a := (*py.List)(it[1].Ptr()).A
		if i >= uint64(len(a)) {
			break
		}
		it[0].IncN(1)
		s.Drop(dst)
		*dst = a[i]
		return true, true
	case unsafe.Pointer(&tagTupleIter):
		x := (*py.Tuple)(it[1].Ptr())
		if i >= uint64(x.Len()) {
			break
		}
		it[0].IncN(1)
		s.Drop(dst)
		*dst = x.At(int(i))
		return true, true
	default:
		if h := it[0].Shape(); h != nil && h.Class.NextLeaf != nil {
			var v py.Value
			if h.Class.NextLeaf(&v, &it[0]) {
				s.Drop(dst)
				*dst = v
				return true, true
			}
		}
	}
	return false, false
}

// bigItem is o[i] for dst.
func bigItem(s *py.BigRun, dst, o, i *py.Value) bool {
	if !i.IsInt() {
		return false
	}
	var a []py.Value
	n := i.I()
	switch {
	case py.IsList(*o):
		a = (*py.List)(o.Ptr()).A
	case py.IsTuple(*o):
		x := (*py.Tuple)(o.Ptr())
		a = unsafe.Slice(x.First(), x.Len())
	case py.IsBytes(*o):
		b := (*py.Bytes)(o.Ptr()).B
		if uint64(n) >= uint64(len(b)) {
			return false
		}
		s.Drop(dst)
		dst.SetInt(int64(b[n]))
		return true
	}
	if n < 0 {
		n += int64(len(a))
	}
	if uint64(n) >= uint64(len(a)) {
		return false
	}
	s.Drop(dst)
	*dst = a[n]
	return true
}
