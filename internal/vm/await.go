package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// Calls of generator functions without the detour over vm's fields, and calls whose
// result is awaited at once.
//
// `await f(x)` is a call, GetAwaitable and YieldFrom, and most coroutines end without
// having been suspended. So such a call runs the coroutine right where its arguments
// stand, with a frame record (frameAwait) that goes on behind the YieldFrom, and like
// a function: there is no Generator yet. The first yield makes one of each of the
// frames that wait, and of the records what delegations have.

// startGenerator is Call or CallMethod of a generator function with as many arguments
// as it has parameters, the function's slot of the window being at in.B. ok is false
// if it has done nothing.
func (vm *VM) startGenerator(f *Function, nargs int32, in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (pc2, base2 unsafe.Pointer, code2 *Code, fp2 unsafe.Pointer, budget2 int64, ok bool) {
	co := f.code
	if co.genSimple != nargs || vm.t.Interp.HeapLocks != 0 {
		return
	}
	args := unsafe.Add(base, uintptr(in.B)+valueSize)
	if next := awaits(in, pc, code, co); next != nil && vm.trace == nil && code.isGen && uintptr(fp) < vm.frend &&
		uintptr(args)+co.frame <= vm.limit && budget > 0 {
		*vm.r(base, in.B) = py.Object(f)
		vm.record(fp, code, unsafe.Add(pc, 2*instrSize), base, uint32(next.A)|frameAwait)
		clear(unsafe.Slice((*py.Value)(args), int(co.bc.NumRegs))[nargs:])
		return co.pc0, args, co, unsafe.Add(fp, frameSize), budget - 1, true
	}
	g := f.generator(co)
	g.pc = int32(uintptr(co.entry) - uintptr(co.pc0))
	copy(g.regs, unsafe.Slice((*py.Value)(args), nargs))
	*vm.r(base, in.A) = py.Object(g)
	return pc, base, code, fp, budget, true
}

// awaitObject is GetAwaitable of an object whose __await__ is a generator function,
// and the YieldFrom behind.
func (vm *VM) awaitObject(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (pc2, base2 unsafe.Pointer, code2 *Code, fp2 unsafe.Pointer, budget2 int64, ok bool) {
	next, o := (*Instr)(pc), vm.r(base, in.B)
	if next.Op != bytecode.YieldFrom || next.B != in.A || vm.trace != nil || vm.t.Interp.HeapLocks != 0 {
		return
	}
	m := py.SpecialMethod(o, nameAwait)
	if !m.Bound() || !isFunction(m) {
		return
	}
	f, slot := (*Function)(m.Ptr()), unsafe.Add(base, code.frame)
	co, regs := f.code, unsafe.Add(slot, valueSize)
	if co.genSimple != 1 || co.bc.Flags&bytecode.Coroutine != 0 || uintptr(fp) >= vm.frend || uintptr(regs)+co.frame > vm.limit || budget <= 0 {
		return
	}
	*(*py.Value)(slot) = m
	vm.record(fp, code, unsafe.Add(pc, instrSize), base, uint32(next.A)|frameAwait)
	a := unsafe.Slice((*py.Value)(regs), int(co.bc.NumRegs))
	a[0] = *o
	clear(a[1:])
	return co.pc0, regs, co, unsafe.Add(fp, frameSize), budget - 1, true
}

// generator returns a generator or coroutine that runs code of f.
func (f *Function) generator(code *Code) *Generator {
	g := allocGenerator(int(code.bc.NumRegs))
	g.code, g.cells, g.fn = code, f.cells, f
	g.Head = py.HeadOf(&generatorShape)
	if code.bc.Flags&bytecode.Coroutine != 0 {
		g.Head = py.HeadOf(&coroutineShape)
	}
	return g
}

// generatorAt returns the generator that runs with its registers at base, which is
// made now if the call of its function was awaited at once.
func generatorAt(base unsafe.Pointer, code *Code) *Generator {
	v := (*py.Value)(unsafe.Add(base, -int(valueSize)))
	if v.ShapeIs(&functionShape) {
		g := (*Function)(v.Ptr()).generator(code)
		g.state = genRunning
		*v = py.Object(g)
	}
	return (*Generator)(v.Ptr())
}

// awaits returns the YieldFrom of the result of a call, if that is what follows and
// the result is wanted for nothing else.
func awaits(in *Instr, pc unsafe.Pointer, code, co *Code) *Instr {
	get, next := (*Instr)(pc), (*Instr)(unsafe.Add(pc, instrSize))
	if get.B != in.A || next.Op != bytecode.YieldFrom || next.B != get.A || next.B > in.B || int32(in.A/vs) < code.bc.NumVars {
		return nil
	}
	switch coroutine := co.bc.Flags&bytecode.Coroutine != 0; {
	case get.Op == bytecode.GetAwaitable && coroutine, get.Op == bytecode.GetYieldFrom && !coroutine:
		return next
	}
	return nil
}

// callGenerator is Call of a generator function.
func (vm *VM) callGenerator(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64, bool) {
	w := vm.r(base, in.B)
	if !w.ShapeIs(&functionShape) {
		return nil, nil, nil, nil, 0, false
	}
	return vm.startGenerator((*Function)(w.Ptr()), int32(in.C), in, pc, base, code, fp, budget)
}

// generator returns the generator that runs.
func (vm *VM) generator() *Generator { return generatorAt(unsafe.Pointer(vm.at(vm.base)), vm.code) }

// materialize makes the generators of all calls that were awaited at once: from now
// on somebody looks at them.
func (vm *VM) materialize() {
	vm.fillRecords()
	for i := int(vm.fp/frameSize) - 1; i >= 0; i-- {
		if fr := &vm.frames[i]; fr.code != nil && fr.code.isGen {
			generatorAt(unsafe.Pointer(vm.at(uintptr(fr.base))), fr.code)
		}
	}
	if vm.code != nil && vm.code.isGen {
		vm.generator()
	}
}

// parkAll suspends the generators that wait for inner, which yields and whose caller's
// record is fr; it returns the record of who resumed them. The registers of those
// with a frameAwait record are on the stack and move to their Generator.
func (vm *VM) parkAll(fr *Frame, inner *Generator) *Frame {
	for fr.code != nil {
		base := unsafe.Add(vm.stack0, uintptr(fr.base))
		var g *Generator
		links := 1
		switch fr.dst & kindMask {
		case frameFrom:
			g = (*Generator)(function(base))
		case frameSkip:
			g, links = (*Generator)(function(base)), int(fr.pc)
			vm.skipped--
		case frameAwait:
			g = generatorAt(base, fr.code)
			g.pc = int32(fr.pc) - int32(instrSize)
			g.delegating = true
			*vm.r(base, (*Instr)(unsafe.Add(fr.code.pc0, int(g.pc))).B) = py.Object(inner)
			copyRegs(unsafe.SliceData(g.regs), (*py.Value)(base), len(g.regs))
		default:
			return fr
		}
		g.state = genSuspended
		inner = g
		fr = (*Frame)(unsafe.Add(unsafe.Pointer(fr), -links*int(frameSize)))
	}
	return fr
}

// genReturned is genReturn for a generator that another one waits for; ok is false if
// it has done nothing.
func (vm *VM) genReturned(in *Instr, base, fp unsafe.Pointer, budget int64) (pc2, base2 unsafe.Pointer, code2 *Code, fp2 unsafe.Pointer, budget2 int64, ok bool) {
	fp = unsafe.Add(fp, -int(frameSize))
	fr := (*Frame)(fp)
	kind := fr.dst & kindMask
	if kind != frameFrom && kind != frameAwait || fr.code == nil || vm.trace != nil {
		return
	}
	v := py.None
	if in.Op == opGenReturn {
		v = *vm.r(base, in.A)
	}
	if g := (*py.Value)(unsafe.Add(base, -int(valueSize))); !g.ShapeIs(&functionShape) {
		(*Generator)(g.Ptr()).end()
	}
	base = unsafe.Add(vm.stack0, uintptr(fr.base))
	if kind == frameFrom {
		outer := (*Generator)(function(base))
		outer.delegating = false
		copyRegs((*py.Value)(base), unsafe.SliceData(outer.regs), len(outer.regs))
	}
	*vm.r(base, uint16(fr.dst)) = v
	return unsafe.Add(fr.code.pc0, uintptr(fr.pc)), base, fr.code, fp, budget, true
}

// end makes g a generator that has ended.
func (g *Generator) end() { g.state, g.regs, g.cells = genDone, nil, nil }
