package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// Chains of generators that delegate to each other, resumed in one step.
//
// `yield from` and `await` make chains: each generator is suspended inside YieldFrom
// of the next, and only the last one, the leaf, has something to do when the first is
// resumed. So the first remembers the leaf, which then runs on the stack as if all the
// others were below it, but of their frame records only one is written, of kind
// frameSkip, and their state remains genSuspended. When the leaf yields, that record is
// all that is looked at. Whoever wants to see more has the others written first: the
// leaf's end, tracebacks, frames, and whatever is done with a generator while a record
// of that kind is on the stack.

// leaf returns the generator at the end of the chain that starts with g, which is
// suspended, and the number of generators before it; nil if that is not known.
//
// What g remembers is right as long as the leaf is alive and no chain was cut: a
// generator leaves its YieldFrom when the inner one ends, or when that goes on living,
// see [VM.leaves].
func (vm *VM) leaf(g *Generator) (leaf *Generator, n uintptr) {
	if g.state != genSuspended || !g.sent.Bound() || uint32(g.sent.Bits()>>32) != vm.broken {
		return nil, 0
	}
	leaf = (*Generator)(g.sent.Ptr())
	if leaf.state != genSuspended {
		return nil, 0
	}
	if leaf.delegating {
		if _, longer := asGenerator(leaf.delegate()); longer {
			return nil, 0
		}
	}
	return leaf, uintptr(uint32(g.sent.Bits()))
}

// leaves is told that a generator no longer delegates to inner. If inner is alive, since
// it was running already or did not let itself be closed, all chains are looked at anew.
func (vm *VM) leaves(inner *Generator) {
	if inner.state != genDone {
		vm.broken++
	}
}

// skip records g and the n-1 generators after it, whose registers would start at base,
// as the callers of leaf, which the caller resumes then. It does nothing and returns
// false where there is no room.
func (vm *VM) skip(g, leaf *Generator, n, base uintptr) bool {
	end := base + n*valueSize + leaf.code.frame + 8*valueSize
	if vm.trace != nil || uintptr(vm.frame0)+vm.fp+n*frameSize > vm.frend || end > uintptr(len(vm.stack))*valueSize {
		return false
	}
	vm.recordSkip(g, n, unsafe.Pointer(vm.at(base)), unsafe.Add(vm.frame0, vm.fp))
	vm.fp += n * frameSize
	return true
}

// recordSkip writes the record for g and the n-1 generators after it: their registers
// would start at base, their records at fp.
func (vm *VM) recordSkip(g *Generator, n uintptr, base, fp unsafe.Pointer) {
	g.state = genRunning
	(*py.Value)(unsafe.Add(base, -int(valueSize))).SetPtr(unsafe.Pointer(g))
	fr := (*Frame)(unsafe.Add(fp, (n-1)*frameSize))
	if fr.code != g.code {
		fr.code = g.code
	}
	fr.pc, fr.base, fr.dst = uint32(n), uint32(uintptr(base)-uintptr(vm.stack0)), frameSkip
	vm.skipped++
}

// fillRecords writes all records that were left out.
func (vm *VM) fillRecords() {
	if vm.skipped == 0 {
		return
	}
	for i := int(vm.fp/frameSize) - 1; i >= 0; i-- {
		// From above: below a frameSkip, anything may stand where records were left out.
		if fr := &vm.frames[i]; fr.code != nil && fr.dst&kindMask == frameSkip {
			n := int(fr.pc)
			vm.fillRecord(fr)
			i -= n - 1
		}
	}
	vm.skipped = 0
}

// fillRecord writes the records that last, which is of kind frameSkip, stands for, and
// makes their generators running ones.
func (vm *VM) fillRecord(last *Frame) {
	n, base := uintptr(last.pc), uintptr(last.base)
	g := py.As[Generator](*vm.at(base - valueSize))
	for i := range n {
		in := (*Instr)(unsafe.Add(g.code.pc0, g.pc))
		fr := (*Frame)(unsafe.Add(unsafe.Pointer(last), -int((n-1-i)*frameSize)))
		fr.code, fr.pc, fr.base, fr.dst = g.code, uint32(g.pc)+uint32(instrSize), uint32(base), uint32(in.A)|frameFrom
		vm.at(base - valueSize).SetPtr(unsafe.Pointer(g))
		g.state = genRunning
		g, _ = asGenerator(g.regs[in.B/vs])
		base += valueSize
	}
	vm.skipped--
}
