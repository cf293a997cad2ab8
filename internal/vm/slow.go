package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// slow executes the instruction that the loop could not. It is one call for the
// loop whatever the instruction needs.
//
//go:noinline
func (vm *VM) slow(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	if in.Op >= bytecode.JumpLt && in.Op <= bytecode.JumpIfFalse {
		if taken, ok := quickJump(in, base); ok {
			if taken {
				pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
				if budget--; budget < 0 {
					return vm.slice(in, pc, base, code, fp, budget)
				}
			}
			return pc, base, code, fp, budget
		}
	} else if in.Op == bytecode.CallMethod {
		if pc, base, code, fp, budget := vm.callOther(in, pc, base, code, fp, budget); code != nil {
			return pc, base, code, fp, budget
		}
	} else if in.Op == bytecode.Call {
		if pc, base, code, fp, budget, ok := vm.callGenerator(in, pc, base, code, fp, budget); ok {
			return pc, base, code, fp, budget
		}
	} else if in.Op == bytecode.CallEx {
		if pc, base, code, fp, budget, ok := vm.callSpread(in, pc, base, code, fp, budget); ok {
			return pc, base, code, fp, budget
		}
	} else if in.Op == bytecode.GetAwaitable && !vm.r(base, in.B).ShapeIs(&coroutineShape) {
		if pc, base, code, fp, budget, ok := vm.awaitObject(in, pc, base, code, fp, budget); ok {
			return pc, base, code, fp, budget
		}
	} else if in.Op == opGenReturn || in.Op == opGenReturnNone {
		if pc, base, code, fp, budget, ok := vm.genReturned(in, base, fp, budget); ok {
			return pc, base, code, fp, budget
		}
	} else if in.Op == opLoop {
		return vm.enterHot(in, pc, base, code, fp, budget)
	} else if in.Op >= bytecode.Add && in.Op <= bytecode.InplaceMulI && startsBig(in, base) {
		if last, next, cost := vm.runBig(in, base, code, budget); last != nil {
			pc = unsafe.Pointer(next)
			if budget -= cost; budget < 0 {
				return vm.sliceAt(last, pc, base, code, fp, budget)
			}
			return pc, base, code, fp, budget
		}
		if in.Op == bytecode.Pow || in.Op == bytecode.InplacePow || in.Op == bytecode.TrueDiv || in.Op == bytecode.InplaceTrueDiv {
			if skip, ok := vm.quick(in, base, fp, code); ok {
				return unsafe.Add(pc, skip*instrSize), base, code, fp, budget
			}
		}
	} else if skip, ok := vm.quick(in, base, fp, code); ok {
		return unsafe.Add(pc, skip*instrSize), base, code, fp, budget
	} else if vm.t.Interp.HeapLocks != 0 && allocates(in.Op) {
		vm.save(pc, base, code, fp, budget)
		vm.unwind(py.HeapLocked())
		return vm.load()
	} else if in.Op >= bytecode.Add && in.Op <= bytecode.InplaceXor || in.Op >= bytecode.Lt && in.Op <= bytecode.Ne || in.Op == bytecode.LoadItem {
		if pc, base, code, fp, budget, ok := vm.enterOperator(in, pc, base, code, fp, budget); ok {
			return pc, base, code, fp, budget
		}
	}
	vm.save(pc, base, code, fp, budget)
	if err := vm.step(in); err != nil {
		vm.unwind(err)
	}
	return vm.load()
}

// slice ends a slice of execution: see [py.Machine.Slice].
//
//go:noinline
func (vm *VM) slice(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	vm.notice(in, pc, base, code)
	return vm.sliceAt(in, pc, base, code, fp, budget)
}

// sliceAt is slice without a look at the loop.
func (vm *VM) sliceAt(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	vm.save(pc, base, code, fp, budget)
	if err := vm.endSlice(); err != nil {
		// A jump is done already, but it is where the program was: its target may be
		// the first instruction inside a try. That is where a loop that allocates
		// waits for a MemoryError.
		switch {
		case in.Op == bytecode.Call || in.Op == bytecode.CallMethod:
		case isMemoryError(err):
			vm.pcOff += instrSize
		default:
			vm.pcOff = uintptr(unsafe.Pointer(in)) - uintptr(code.pc0) + instrSize
		}
		vm.unwind(err)
	}
	return vm.load()
}

func isMemoryError(err error) bool {
	e, ok := err.(*py.Exc)
	return ok && e.IsA(py.MemoryError)
}

func (vm *VM) endSlice() error {
	t := vm.t
	t.Budget = t.Interp.SliceSteps
	t.ClearFront()
	// Registers above the running code may keep garbage alive.
	if top := vm.top() / valueSize; int(top) < len(vm.stack) {
		clear(vm.stack[top:min(len(vm.stack), int(top)+4096)])
	}
	if t.Interrupt.Load() != 0 {
		err := t.Interp.Machine.Slice(t)
		if t.Interrupt.Load()&py.InterruptCancel != 0 {
			t.Budget = 0 // handlers that run on the way out get no slice of their own
		}
		if err != nil {
			return err
		}
	}
	if t.Interp.MemLimit > 0 {
		return t.Interp.CheckMemory()
	}
	return nil
}

func (vm *VM) unary(in *Instr, op py.UnaryOp) error {
	v, err := py.Unary(vm.t, op, *vm.reg(in.B))
	if err == nil {
		*vm.reg(in.A) = v
	}
	return err
}

func (vm *VM) jump(off uint16) { vm.pcOff += uintptr(int(int16(off)) * int(instrSize)) }

// contains is `a in b` with the common cases first.
func (vm *VM) contains(a, b py.Value) (bool, error) {
	if py.IsDict(b) {
		p, err := py.As[py.Dict](b).Get(vm.t, a)
		return p != nil, err
	}
	return py.Contains(vm.t, b, a)
}

// step executes one instruction with the state saved in vm.
func (vm *VM) step(in *Instr) error {
	t := vm.t
	switch op := in.Op; op {
	case bytecode.LoadGlobal:
		// Unbound cell: neither global nor builtin.
		name := vm.code.globalN[in.B]
		return vm.nameError(name)
	case bytecode.StoreGlobal:
		vm.code.globals.SetStr(t.Interp.Intern(vm.code.globalN[in.B]), *vm.reg(in.A))
	case bytecode.DeleteGlobal:
		name := vm.code.globalN[in.B]
		if !vm.code.globals.DelStr(t.Interp.Intern(name)) {
			return vm.nameError(name)
		}
	case bytecode.LoadCell, bytecode.LoadFree:
		return vm.unboundCell(in)
	case bytecode.CheckBound, bytecode.DeleteLocal:
		if !vm.reg(in.A).Bound() {
			return py.Raise(py.UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", vm.code.bc.LocalNames[in.B])
		}
		if op == bytecode.DeleteLocal {
			*vm.reg(in.A) = py.Nil
		}
	case bytecode.LoadConstX:
		*vm.reg(in.A) = vm.code.consts[int(in.B)|int(in.C)<<16]
	case bytecode.Unbind:
		clear(unsafe.Slice(vm.reg(in.A), int(in.B)))
	case bytecode.MakeCell:
		r := vm.reg(in.A)
		*r = py.Object(py.NewCell(*r))
	case bytecode.DeleteCell:
		c := py.As[py.Cell](*vm.reg(in.A))
		if !c.V.Bound() {
			return vm.unboundCell(in)
		}
		c.V = py.Nil
	case bytecode.DeleteFree:
		c := vm.function().free(in.B)
		if !c.V.Bound() {
			return vm.unboundCell(in)
		}
		c.V = py.Nil
	case bytecode.LoadName, bytecode.StoreName, bytecode.DeleteName, bytecode.LoadClassFree, bytecode.LoadLocals:
		return vm.nameOp(in)

	case bytecode.Add, bytecode.Sub, bytecode.Mul, bytecode.TrueDiv, bytecode.FloorDiv, bytecode.Mod, bytecode.Pow,
		bytecode.MatMul, bytecode.LShift, bytecode.RShift, bytecode.And, bytecode.Or, bytecode.Xor,
		bytecode.InplaceAdd, bytecode.InplaceSub, bytecode.InplaceMul, bytecode.InplaceTrueDiv, bytecode.InplaceFloorDiv,
		bytecode.InplaceMod, bytecode.InplacePow, bytecode.InplaceMatMul, bytecode.InplaceLShift, bytecode.InplaceRShift,
		bytecode.InplaceAnd, bytecode.InplaceOr, bytecode.InplaceXor,
		bytecode.AddI, bytecode.SubI, bytecode.MulI, bytecode.FloorDivI, bytecode.ModI, bytecode.AndI, bytecode.OrI, bytecode.XorI,
		bytecode.LShiftI, bytecode.RShiftI, bytecode.InplaceAddI, bytecode.InplaceSubI, bytecode.InplaceMulI:
		return vm.binary(in)
	case bytecode.Neg:
		return vm.unary(in, py.OpNeg)
	case bytecode.Pos:
		return vm.unary(in, py.OpPos)
	case bytecode.Invert:
		return vm.unary(in, py.OpInvert)
	case bytecode.Not:
		b, err := py.Truth(t, *vm.reg(in.B))
		if err != nil {
			return err
		}
		vm.reg(in.A).SetBool(!b)
	case bytecode.In, bytecode.NotIn:
		b, err := vm.contains(*vm.reg(in.B), *vm.reg(in.C))
		if err != nil {
			return err
		}
		vm.reg(in.A).SetBool(b == (op == bytecode.In))
	case bytecode.Lt, bytecode.Le, bytecode.Gt, bytecode.Ge, bytecode.Eq, bytecode.Ne,
		bytecode.JumpLt, bytecode.JumpNotLt, bytecode.JumpLe, bytecode.JumpNotLe, bytecode.JumpGt, bytecode.JumpNotGt,
		bytecode.JumpGe, bytecode.JumpNotGe, bytecode.JumpEq, bytecode.JumpNotEq, bytecode.JumpNe, bytecode.JumpNotNe,
		bytecode.JumpLtI, bytecode.JumpNotLtI, bytecode.JumpLeI, bytecode.JumpNotLeI, bytecode.JumpGtI, bytecode.JumpNotGtI,
		bytecode.JumpGeI, bytecode.JumpNotGeI, bytecode.JumpEqI, bytecode.JumpNotEqI, bytecode.JumpNeI, bytecode.JumpNotNeI:
		return vm.compare(in)
	case bytecode.JumpIn, bytecode.JumpNotIn:
		b, err := vm.contains(*vm.reg(in.A), *vm.reg(in.B))
		if err != nil {
			return err
		}
		if b == (op == bytecode.JumpIn) {
			vm.jump(in.C)
		}
	case bytecode.JumpIfTrue, bytecode.JumpIfFalse:
		b, err := py.Truth(t, *vm.reg(in.A))
		if err != nil {
			return err
		}
		if b == (op == bytecode.JumpIfTrue) {
			vm.jump(in.C)
		}

	case bytecode.LoadAttr:
		return vm.loadAttr(in)
	case bytecode.StoreAttr:
		return vm.storeAttr(in)
	case bytecode.DeleteAttr:
		return vm.deleteAttr(in)
	case bytecode.LoadSuperAttr:
		return vm.loadSuperAttr(in)
	case bytecode.LoadSpecial:
		return vm.loadSpecial(in)
	case bytecode.LoadItem:
		return vm.loadItem(in, *vm.reg(in.B), *vm.reg(in.C))
	case bytecode.LoadItemI:
		return vm.loadItem(in, *vm.reg(in.B), py.Int(int64(int16(in.C))))
	case bytecode.StoreItem:
		return vm.storeItem(in)
	case bytecode.DeleteItem:
		return py.SetItem(t, *vm.reg(in.A), *vm.reg(in.B), py.Nil)
	case bytecode.LoadSlice:
		v, err := py.SliceGet(t, *vm.reg(in.B), *vm.reg(in.C), *vm.reg(in.C + uint16(valueSize)))
		if err != nil {
			return err
		}
		*vm.reg(in.A) = v
	case bytecode.BuildSlice:
		none := func(v py.Value) py.Value {
			if !v.Bound() {
				return py.None
			}
			return v
		}
		*vm.reg(in.A) = py.NewSlice(none(*vm.reg(in.B)), none(*vm.reg(in.B + uint16(valueSize))), none(*vm.reg(in.B + 2*uint16(valueSize))))

	case bytecode.Call:
		return vm.call(in.A, in.B, int(in.C), nil)
	case bytecode.CallMethod:
		return vm.callMethod(in)
	case bytecode.CallKw:
		s := &vm.code.bc.CallShapes[in.C]
		kw := vm.keywords(in.C)
		return vm.call(in.A, in.B, int(s.Pos)+len(kw), kw)
	case bytecode.CallMethodKw:
		return vm.callMethodKw(in)
	case bytecode.CallEx:
		return vm.callEx(in)
	case bytecode.MakeFunction:
		vm.makeFunction(in)
	case bytecode.LoadBuildClass:
		f, err := vm.buildClass()
		if err != nil {
			return err
		}
		*vm.reg(in.A) = f
	case opGenReturn:
		return vm.genReturn(*vm.reg(in.A))
	case opGenReturnNone:
		return vm.genReturn(py.None)
	case opAsyncYield:
		return vm.asyncYield(in)
	case opTrace:
		return vm.traceOp(in)

	case bytecode.GetIter:
		return vm.getIter(in)
	case bytecode.YieldFrom, bytecode.GetAwaitable, bytecode.GetYieldFrom, bytecode.GetAIter, bytecode.GetANext, bytecode.EndAsyncFor:
		return vm.asyncOp(in)

	case bytecode.BuildString:
		return vm.buildString(in)
	case bytecode.BuildFor:
		buildFor(in, unsafe.Pointer(vm.reg(0)))
	case bytecode.ListAppend:
		l := py.As[py.List](*vm.reg(in.A))
		l.Append(*vm.reg(in.B))
	case bytecode.UnpackSequence:
		return vm.unpackSequence(in)
	case bytecode.UnpackEx:
		return vm.unpackEx(in)
	case bytecode.FormatValue:
		return vm.formatValue(in)
	case bytecode.BuildSet, bytecode.BuildDict, bytecode.SetAdd, bytecode.DictSet, bytecode.ListExtend, bytecode.SetUpdate,
		bytecode.DictUpdate, bytecode.DictMerge, bytecode.ListToTuple:
		return vm.display(in)

	case bytecode.Raise, bytecode.RaiseFrom, bytecode.RaiseBare, bytecode.Reraise, bytecode.JumpIfNotExcMatch,
		bytecode.ExcTriple, bytecode.StarMatch, bytecode.StarReraise:
		return vm.excOp(in)
	case bytecode.ImportName, bytecode.ImportFrom, bytecode.ImportStar:
		return vm.importOp(in)
	case bytecode.JumpIfNotSequence, bytecode.JumpIfNotMapping, bytecode.GetLen, bytecode.MatchKeys, bytecode.MatchRest, bytecode.MatchClass:
		return vm.matchOp(in)
	case bytecode.ToInt, bytecode.ToUint:
		n, err := py.MachineWord(t, *vm.reg(in.B))
		if err != nil {
			return err
		}
		if op == bytecode.ToInt {
			vm.reg(in.A).SetInt(int64(n))
		} else {
			*vm.reg(in.A) = py.NewUint(n)
		}
	case bytecode.JumpIfNoConsumer, bytecode.Feed, bytecode.EndConsumer:
		return vm.feedOp(in)
	case bytecode.Intrinsic:
		return vm.intrinsic(in)
	default:
		return py.Raise(py.SystemError, "bad instruction %d in %s", op, vm.code.bc.Name)
	}
	return nil
}

// regs returns n registers from offset x on; valid until Python code runs.
func (vm *VM) regs(x uint16, n int) []py.Value {
	if n == 0 {
		return nil
	}
	return unsafe.Slice(vm.reg(x), n)
}

func (vm *VM) nameError(name string) error {
	e := py.Raise(py.NameError, "name '%s' is not defined", name).(*py.Exc)
	return py.WithNameObj(e, vm.t.Interp.Intern(name), py.Nil)
}

func (vm *VM) unboundCell(in *Instr) error {
	bc := vm.code.bc
	switch in.Op {
	case bytecode.LoadFree, bytecode.DeleteFree, bytecode.LoadClassFree:
		return py.WithNameObj(py.Raise(py.NameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", bc.FreeNames[in.B]).(*py.Exc), vm.t.Interp.Intern(bc.FreeNames[in.B]), py.Nil)
	}
	x := in.B
	if in.Op == bytecode.DeleteCell {
		x = in.A
	}
	name := "?"
	if i := int(x / uint16(valueSize)); i < len(bc.LocalNames) {
		name = bc.LocalNames[i]
	}
	return py.Raise(py.UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name)
}

// dictGet is LoadItem on an exact dict.
//
//go:noinline
func (vm *VM) dictGet(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	d, k := py.As[py.Dict](*vm.r(base, in.B)), vm.r(base, in.C)
	var p *py.Value
	if k.IsInt() {
		p = d.GetInt(k.I())
	} else if py.IsStr(*k) {
		p = d.GetStr((*py.Str)(k.Ptr()))
	}
	if p != nil {
		*vm.r(base, in.A) = *p
		return pc, base, code, fp, budget
	}
	return vm.slow(in, pc, base, code, fp, budget)
}

// dictSet is StoreItem on an exact dict.
//
//go:noinline
func (vm *VM) dictSet(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	d, k := py.As[py.Dict](*vm.r(base, in.A)), vm.r(base, in.B)
	if k.IsInt() {
		if p := d.GetInt(k.I()); p != nil {
			p.Assign(vm.r(base, in.C))
			return pc, base, code, fp, budget
		}
	} else if py.IsStr(*k) {
		if p := d.GetStr((*py.Str)(k.Ptr())); p != nil {
			p.Assign(vm.r(base, in.C))
			return pc, base, code, fp, budget
		}
	}
	vm.save(pc, base, code, fp, budget)
	if err := d.Set(vm.t, *k, *vm.r(base, in.C)); err != nil {
		vm.unwind(err)
	}
	return vm.load()
}
