package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// Special methods written in Python run as frames of the loop, like other calls: an
// operator that entered the loop anew from Go cost three times as much. What
// happens with the result stands in the kind of the frame record.

// enterMethod makes f, if it is a plain Python function of that many arguments, the
// running code; the state of the caller is in vm. Otherwise it returns false and
// has done nothing.
func (vm *VM) enterMethod(f py.Value, dst uint16, kind uint32, args ...py.Value) (bool, error) {
	if !isFunction(f) {
		return false, nil
	}
	code := (*Function)(f.Ptr()).code
	if int(code.simple) != len(args) {
		return false, nil
	}
	base := vm.top() + valueSize
	if err := vm.grow(base + code.frame); err != nil {
		return false, err
	}
	*vm.at(base - valueSize) = f
	for i, v := range args {
		*vm.at(base + uintptr(i)*valueSize) = v
	}
	if err := vm.pushFrame(dst, kind); err != nil {
		return false, err
	}
	if vm.trace != nil {
		code = vm.entered(code)
	}
	vm.code, vm.base = code, base
	vm.pcOff = uintptr(code.entry) - uintptr(code.pc0)
	vm.t.Budget--
	return true, nil
}

// enterOperator is an arithmetic instruction, comparison or LoadItem for which a method
// written in Python is asked first, without the detour over vm's fields; ok is false if
// it has done nothing.
func (vm *VM) enterOperator(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (pc2, base2 unsafe.Pointer, code2 *Code, fp2 unsafe.Pointer, budget2 int64, ok bool) {
	x, y := at(base, in.B), at(base, in.C)
	if (x.IsInt() || x.IsFloat() || x.IsBool()) && (y.IsInt() || y.IsFloat() || y.IsBool()) {
		return
	}
	var f py.Value
	kind := frameCall
	switch op := in.Op; {
	case op <= bytecode.InplaceXor:
		n, inplace := op-bytecode.Add, op >= bytecode.InplaceAdd
		if inplace {
			n = op - bytecode.InplaceAdd
		}
		var stage py.OpStage
		if f, stage = py.BinaryMethod(py.BinOp(n), inplace, x, y); stage == py.StageNone {
			return
		}
		if stage == py.StageRight {
			x, y = y, x
		}
		kind = stageFrames[stage]
	case op == bytecode.LoadItem:
		f = py.SpecialMethod(x, nameGetItem)
	default:
		f, kind = py.CompareMethod(py.CmpOp(op-bytecode.Lt), x, y), frameCompare
	}
	if !f.Bound() || !isFunction(f) {
		return
	}
	co, slot := (*Function)(f.Ptr()).code, unsafe.Add(base, code.frame)
	regs := unsafe.Add(slot, valueSize)
	if co.simple != 2 || vm.trace != nil || uintptr(fp) >= vm.frend || uintptr(regs)+co.frame > vm.limit || budget <= 0 {
		return
	}
	*(*py.Value)(slot) = f
	a := (*[2]py.Value)(regs)
	a[0], a[1] = *x, *y
	vm.record(fp, code, pc, base, uint32(in.A)|kind)
	return co.entry, regs, co, unsafe.Add(fp, frameSize), budget - 1, true
}

var stageFrames = [...]uint32{py.StageInplace: frameInplace, py.StageLeft: frameLeft, py.StageRight: frameRight}

// immediateOps are the operators of the instructions from AddI on.
var immediateOps = [...]py.BinOp{
	py.OpAdd, py.OpSub, py.OpMul, py.OpFloorDiv, py.OpMod, py.OpAnd, py.OpOr, py.OpXor, py.OpLShift, py.OpRShift,
	py.OpAdd, py.OpSub, py.OpMul,
}

// arithmetic decodes an arithmetic instruction; c is a copy of the right operand.
func (vm *VM) arithmetic(in *Instr) (op py.BinOp, inplace bool, b *py.Value, c py.Value) {
	b = vm.reg(in.B)
	switch o := in.Op; {
	case o <= bytecode.Xor:
		return py.BinOp(o - bytecode.Add), false, b, *vm.reg(in.C)
	case o <= bytecode.InplaceXor:
		return py.BinOp(o - bytecode.InplaceAdd), true, b, *vm.reg(in.C)
	}
	op = immediateOps[in.Op-bytecode.AddI]
	return op, in.Op >= bytecode.InplaceAddI, b, py.Int(int64(int16(in.C)))
}

// binary executes an arithmetic instruction.
func (vm *VM) binary(in *Instr) error {
	op, inplace, b, c := vm.arithmetic(in)
	if f, stage := py.BinaryMethod(op, inplace, b, &c); stage != py.StageNone && f.Bound() {
		x, y := *b, c
		if stage == py.StageRight {
			x, y = y, x
		}
		if ok, err := vm.enterMethod(f, in.A, stageFrames[stage], x, y); ok || err != nil {
			return err
		}
	}
	var v py.Value
	var err error
	if inplace {
		v, err = py.Inplace(vm.t, op, *b, c)
	} else {
		v, err = py.Binary(vm.t, op, *b, c)
	}
	if err == nil {
		*vm.reg(in.A) = v
	}
	return err
}

// comparison decodes a comparison or compare-and-branch instruction. not says that
// a branch is taken if the comparison is false.
func (vm *VM) comparison(in *Instr) (op py.CmpOp, a *py.Value, b py.Value, jump, not bool) {
	switch o := in.Op; {
	case o >= bytecode.JumpLt && o <= bytecode.JumpNotNe:
		n := o - bytecode.JumpLt
		return py.CmpOp(n / 2), vm.reg(in.A), *vm.reg(in.B), true, n&1 != 0
	case o >= bytecode.JumpLtI && o <= bytecode.JumpNotNeI:
		n := o - bytecode.JumpLtI
		return py.CmpOp(n / 2), vm.reg(in.A), py.Int(int64(int16(in.B))), true, n&1 != 0
	}
	return py.CmpOp(in.Op - bytecode.Lt), vm.reg(in.B), *vm.reg(in.C), false, false
}

// compare executes a comparison.
func (vm *VM) compare(in *Instr) error {
	op, a, b, jump, not := vm.comparison(in)
	if f := py.CompareMethod(op, a, &b); f.Bound() {
		if ok, err := vm.enterMethod(f, in.A, frameCompare, *a, b); ok || err != nil {
			return err
		}
	}
	v, err := py.Compare(vm.t, op, *a, b)
	if err != nil {
		return err
	}
	return vm.compared(in, v, jump, not)
}

// compared ends a comparison whose result is v.
func (vm *VM) compared(in *Instr, v py.Value, jump, not bool) error {
	if !jump {
		*vm.reg(in.A) = v
		return nil
	}
	yes, err := py.Truth(vm.t, v)
	if err == nil && yes != not {
		vm.jump(in.C)
	}
	return err
}

var (
	nameGetItem = py.Name("__getitem__")
	nameSetItem = py.Name("__setitem__")
	nameCall    = py.Name("__call__")
	nameIter    = py.Name("__iter__")
)

// loadItem is r[A] = o[key].
func (vm *VM) loadItem(in *Instr, o, key py.Value) error {
	if f := py.SpecialMethod(&o, nameGetItem); f.Bound() {
		if ok, err := vm.enterMethod(f, in.A, frameCall, o, key); ok || err != nil {
			return err
		}
	}
	v, err := py.GetItem(vm.t, o, key)
	if err == nil {
		*vm.reg(in.A) = v
	}
	return err
}

// storeItem is StoreItem.
func (vm *VM) storeItem(in *Instr) error {
	o, key, v := *vm.reg(in.A), *vm.reg(in.B), vm.unscratched(*vm.reg(in.C))
	if f := py.SpecialMethod(&o, nameSetItem); f.Bound() {
		if ok, err := vm.enterMethod(f, in.A, frameDrop, o, key, v); ok || err != nil {
			return err
		}
	}
	return py.SetItem(vm.t, o, key, v)
}

// getIter is GetIter on what is not a builtin sequence (see sequenceIter).
func (vm *VM) getIter(in *Instr) error {
	o := *vm.reg(in.B)
	if f := py.SpecialMethod(&o, nameIter); f.Bound() {
		if ok, err := vm.enterMethod(f, in.A, frameIter, o); ok || err != nil {
			return err
		}
	}
	it, err := py.Iter(vm.t, o)
	if err != nil {
		return err
	}
	*vm.reg(in.A) = it
	return nil
}

// returned is the return of v to a record of a kind that wants more than that v is
// put into a register. fp is at the record.
//
//go:noinline
func (vm *VM) returned(v py.Value, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	fr := (*Frame)(fp)
	dst := vm.r(base, uint16(fr.dst))
	kind := fr.dst & kindMask
	switch kind {
	case frameInit:
		obj := fr.obj
		fr.obj = nil
		if v.IsNone() {
			*dst = py.MakeValue(obj, 0)
			return pc, base, code, fp, budget
		}
	case frameInplace, frameLeft, frameRight:
		if v != py.NotImplemented {
			*dst = v
			return pc, base, code, fp, budget
		}
	case frameCompare:
		if v.IsBool() {
			in := (*Instr)(unsafe.Add(pc, -int(instrSize)))
			if in.Op < bytecode.JumpLt || in.Op > bytecode.JumpNotNeI {
				*dst = v
			} else if n := uint64(in.Op - bytecode.JumpLt); v.Bits() != n&1 {
				pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
			}
			return pc, base, code, fp, budget
		}
	case frameNext:
		*dst = v
		in := (*Instr)(unsafe.Add(pc, -int(instrSize)))
		return unsafe.Add(pc, int(int16(in.C))*int(instrSize)), base, code, fp, budget
	case frameDrop:
		return pc, base, code, fp, budget
	}
	vm.save(pc, base, code, fp, budget)
	if err := vm.returnedSlow(kind, v); err != nil {
		vm.unwind(err)
	}
	return vm.load()
}

// returnedSlow is returned for results that are not the usual ones.
func (vm *VM) returnedSlow(kind uint32, v py.Value) error {
	in := vm.instrAt(vm.pcOff)
	switch kind {
	case frameInit:
		return py.Raise(py.TypeError, "__init__() should return None, not '%s'", py.TypeName(v))
	case frameInplace, frameLeft, frameRight:
		op, inplace, b, c := vm.arithmetic(in)
		stage := py.OpStage(kind>>16 - frameInplace>>16 + uint32(py.StageInplace))
		v, err := py.BinaryRest(vm.t, op, inplace, *b, c, stage)
		if err == nil {
			*vm.reg(in.A) = v
		}
		return err
	case frameCompare:
		op, a, b, jump, not := vm.comparison(in)
		if v == py.NotImplemented {
			var err error
			if v, err = py.CompareRest(vm.t, op, *a, b); err != nil {
				return err
			}
		}
		return vm.compared(in, v, jump, not)
	case frameIter:
		if v.Type().Slots.Next == nil {
			return py.Raise(py.TypeError, "iter() returned non-iterator of type '%s'", py.TypeName(v))
		}
		*vm.reg(in.A) = v
	}
	return nil
}
