package vm

import (
	"math"
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/jit"
	"github.com/woma-lang/woma/py"
)

// Hot loops become machine code. The end of a slice of steps is where a loop is
// noticed: a jump backwards that is met there is most likely taken often. What the
// loop does to ints, floats and elements of sequences is translated by hot_region.go
// and hot_ops.go with the types that the registers have at that moment; where others
// turn up, or something is to be done that only the interpreter can do, the code
// leaves, and the interpreter goes on at that very instruction. It never calls, makes
// objects, or writes pointers.
//
// The last instruction of a loop, its test, is replaced by opLoop; enterHot runs the
// code there.

// opLoop stands in place of the test of a loop that has machine code.
const opLoop = bytecode.Op(249)

// hotLoop is what became of a loop.
type hotLoop struct {
	at     *Instr // its test
	test   Instr  // the instruction that stood there
	state  hotState
	tries  uint8
	parks  uint8    // how often it was parked
	wait   int      // how often it must be noticed again while it is
	size   int64    // instructions of the interpreter that a round has at most, long ones counted more than once
	around []region // the loop and those around it

	code   jit.Func
	vars   []uint64
	held   []unsafe.Pointer // what an exit is about to hand over
	ins    []hotIn
	checks []hotCheck
	exits  []hotExit
	kept   []py.Value // objects whose addresses are in the code
	top    uintptr    // bytes of registers above the base that the code may need
	depth  uintptr    // frame records it may need

	entries, rounds, misses int64
}

type hotState uint8

const (
	hotNew    hotState = iota
	hotReady           // compiled
	hotParked          // compiled, but it was not worth its while when it ran
	hotFailed          // it stays with the interpreter
)

// hotIn is a variable that is given to the code: where it comes from and what it must be.
type hotIn struct {
	from hotHome
	kind regKind
	ptr  unsafe.Pointer // what the pointer (regConst) or hidden class (objects) must be
	v, w jit.Var
}

// hotHome is a place of the interpreter: a register (bytes from the base) or a cell.
type hotHome struct {
	off  uintptr
	cell *py.Cell
}

func (h hotHome) at(base unsafe.Pointer) *py.Value {
	if h.cell != nil {
		return &h.cell.V
	}
	return (*py.Value)(unsafe.Add(base, h.off))
}

// hotCheck is a fact that the code relies on and that only other code can change: what
// a cell holds, or the version of a hidden class.
type hotCheck struct {
	cell    *py.Cell
	v       py.Value
	owned   bool
	shape   *py.Shape
	version uint32
	fn      *Function
	code    *Code
}

// hotExit is what the interpreter has to know when the code has left.
type hotExit struct {
	code    *Code
	pc      int // the instruction to go on with
	off     uintptr
	frames  []hotFrame
	outs    []hotOut
	objects []int // which of outs are addresses
	used    bool  // because the budget was used up
	again   bool  // the instruction is the loop's test: the interpreter must do that, not enter again
}

// hotFrame is a call that was inlined and is not finished.
type hotFrame struct {
	code *Code
	pc   int // where it goes on
	off  uintptr
	dst  uint32
}

// hotOut is a value that the interpreter must get.
type hotOut struct {
	to   hotHome
	kind regKind
	v, w jit.Var
	c    py.Value
	from hotHome // regSame: the place that has the same object
}

// hotCode is the machine code of an interpreter.
type hotCode struct {
	arena  jit.Arena
	full   bool  // no more room, or none at all
	rounds int64 // that it has run

	// Memory for compiling, used again and again: fresh memory costs more than what is
	// done with it.
	states []abs
	taken  int // of states
	insts  []jit.Inst
	outs   []hotOut
}

// take returns n registers of which nothing is known, valid until reset.
func (c *hotCode) take(n int) []abs {
	if c.taken+n > len(c.states) {
		c.states, c.taken = make([]abs, max(n, 2*len(c.states), 2048)), 0
	}
	c.taken += n
	s := c.states[c.taken-n : c.taken : c.taken]
	clear(s)
	return s
}

// keep returns a copy of what is known of registers, valid until reset.
func (c *hotCode) keep(st []abs) []abs {
	s := c.take(len(st))
	copy(s, st)
	return s
}

// reset ends the use of what take and keep have returned.
func (c *hotCode) reset() {
	if c.taken = 0; len(c.states) > mostStates {
		c.states = nil
	}
	clear(c.outs)
	c.outs = c.outs[:0]
}

// mostStates is how much memory for the states of registers is kept: 200 KB.
const mostStates = 8192

// worthwhile is how many instructions machine code must execute each time that it is
// entered: entering costs 20 to 50 ns, an instruction in the interpreter 1 to 2.
const worthwhile = 28

// maxParks is how often the time that a loop is put aside for is doubled.
const maxParks = 8

// maxMisses is how often, in 128 entries, a loop may be met with other types than those
// that it was compiled for.
const maxMisses = 512

// maxTries is how often a loop is looked at: its registers may not have their types yet.
const maxTries = 4

// notice is told of a jump in that was met at the end of a slice, pc already at its
// target.
func (vm *VM) notice(in *Instr, pc, base unsafe.Pointer, code *Code) {
	target := int((uintptr(pc) - uintptr(code.pc0)) / instrSize)
	at := int((uintptr(unsafe.Pointer(in)) - uintptr(code.pc0)) / instrSize)
	if !jit.Supported || !vm.t.Interp.JIT || vm.trace != nil || target > at || at-target > maxRegion || vm.hot != nil && vm.hot.full {
		return
	}
	if uintptr(pc) < uintptr(code.pc0) || in.Op < bytecode.JumpLt || in.Op > bytecode.JumpIfNotNone && in.Op != bytecode.ForIter {
		return
	}
	if vm.hot == nil {
		vm.hot = &hotCode{}
	}
	// The outermost loop around it that can be translated as a whole, else the loop.
	inner := code.hotLoop(at)
	if inner.around == nil {
		inner.around = enclosing(code, target, at)
	}
	loops := inner.around
	for i := len(loops) - 1; i >= 0; i-- {
		h := code.hotLoop(loops[i].test)
		switch {
		case h.state == hotParked:
			if h.wait--; h.wait < 0 {
				h.state = hotReady
				h.at.Op = opLoop
			}
			return
		case h.state == hotReady:
			return
		case h.state == hotFailed:
			continue
		}
		h.tries++
		switch err := vm.compileHot(h, code, loops[i], at, base, i > 0); {
		case err == nil:
			return
		case err != errHot: // no room, or the system allows no such memory
			vm.hot.full = true
			return
		case h.tries >= maxTries:
			h.state = hotFailed
		}
	}
}

// hotLoop returns what is known of the loop with its test at instruction test.
func (c *Code) hotLoop(test int) *hotLoop {
	at := &c.instrs[test+1]
	for _, h := range c.hot {
		if h.at == at {
			return h
		}
	}
	h := &hotLoop{at: at, test: *at}
	c.hot = append(c.hot, h)
	return h
}

// instr returns instruction pc as it is without machine code.
func (c *Code) instr(pc int) Instr {
	in := c.instrs[pc+1]
	if in.Op == opLoop {
		return c.hotLoop(pc).test
	}
	return in
}

// enterHot runs the machine code of a loop, whose test in stands for.
func (vm *VM) enterHot(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	h := code.hotLoop(int((uintptr(unsafe.Pointer(in)) - uintptr(code.pc0)) / instrSize))
	if !h.enter(base) || vm.trace != nil || uintptr(base)+h.top > vm.limit || uintptr(fp)+h.depth*frameSize >= vm.frend {
		if h.misses++; h.misses >= maxMisses {
			h.drop(hotNew)
		}
		return vm.testHot(h, pc, base, code, fp, budget)
	}
	exit, left := h.code.Run(h.vars, budget)
	e := &h.exits[exit]
	if e.again {
		left++ // the round did not begin
	}
	h.entries++
	h.rounds += budget - left
	vm.hot.rounds += budget - left
	if h.entries == 128 {
		if h.rounds*h.size < worthwhile*h.entries {
			h.park()
		}
		h.entries, h.rounds, h.misses = 0, 0, 0
	}
	// Objects that the code loaded become visible to the collector before a register is
	// written: that may have held the only way to them.
	for _, i := range e.objects {
		h.held[i] = *(*unsafe.Pointer)(unsafe.Pointer(&h.vars[e.outs[i].v]))
	}
	for i := range e.outs {
		o := &e.outs[i]
		if o.kind.address() {
			*o.to.at(base) = py.MakeValue(h.held[i], 0)
			h.held[i] = nil
			continue
		}
		switch o.kind {
		case regSame:
			*o.to.at(base) = *o.from.at(base)
			continue
		case regComplex:
			*o.to.at(base) = vm.t.NewComplex(complex(math.Float64frombits(h.vars[o.v]), math.Float64frombits(h.vars[o.w])))
			continue
		}
		o.kind.put(o.to.at(base), h.vars[o.v], o.c)
	}
	for _, f := range e.frames {
		fr := (*Frame)(fp)
		fr.code = f.code
		fr.pc = uint32(f.pc) * uint32(instrSize)
		fr.base = uint32(uintptr(base) + f.off - uintptr(vm.stack0))
		fr.dst = f.dst
		fp = unsafe.Add(fp, frameSize)
	}
	pc = unsafe.Add(e.code.pc0, e.pc*int(instrSize))
	base = unsafe.Add(base, e.off)
	switch {
	case e.again:
		return vm.testHot(h, unsafe.Add(pc, instrSize), base, code, fp, left)
	case e.used:
		return vm.sliceAt(&e.code.instrs[e.pc+1], pc, base, e.code, fp, left)
	}
	return pc, base, e.code, fp, left
}

// enter gives the code its variables; false if one is not what it must be.
func (h *hotLoop) enter(base unsafe.Pointer) bool {
	for i := range h.ins {
		in := &h.ins[i]
		v := in.from.at(base)
		switch in.kind {
		case regConst:
			if v.Ptr() != in.ptr {
				return false
			}
		case regChar:
			c, ok := latin1Of(v.Ptr())
			if !ok {
				return false
			}
			h.vars[in.v] = c
		case regComplex:
			if !py.IsComplex(*v) {
				return false
			}
			c := py.As[py.Complex](*v).V
			h.vars[in.v], h.vars[in.w] = math.Float64bits(real(c)), math.Float64bits(imag(c))
		case regStr, regList, regTuple, regBytes, regByteArray, regObject:
			if !v.Bound() || unsafe.Pointer(v.Shape()) != in.ptr {
				return false
			}
			h.vars[in.v] = uint64(uintptr(v.Ptr()))
		default:
			if v.Ptr() != in.ptr {
				return false
			}
			h.vars[in.v] = v.Bits()
		}
	}
	for i := range h.checks {
		c := &h.checks[i]
		if c.shape != nil && c.shape.Version != c.version || c.fn != nil && c.fn.code != c.code || c.cell != nil && (c.owned && !c.cell.Owned() || c.v.Bound() && c.cell.V != c.v) {
			return false
		}
	}
	return true
}

// testHot executes the test of a loop whose code cannot run now. What is not simple is
// done by the instruction itself, which then is put back.
func (vm *VM) testHot(h *hotLoop, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	in := &h.test
	taken, ok := false, false
	switch {
	case in.Op == bytecode.ForIter:
		taken, ok = stepSequence(vm.r(base, in.A), vm.r(base, in.B))
	case in.Op == bytecode.Jump:
		pc, ok = unsafe.Add(pc, int(int32(uint32(in.B)|uint32(in.C)<<16))*int(instrSize)), true
	case in.Op <= bytecode.JumpIfFalse:
		taken, ok = quickJump(in, base)
	}
	if !ok {
		if h.state == hotReady {
			h.drop(hotNew)
		}
		h.at.Op = in.Op
		return unsafe.Add(pc, -int(instrSize)), base, code, fp, budget
	}
	if taken {
		pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
	}
	if budget--; budget < 0 {
		return vm.sliceAt(h.at, pc, base, code, fp, budget)
	}
	return pc, base, code, fp, budget
}

// stepSequence is ForIter over a range, a list, a tuple or an ASCII string.
func stepSequence(dst, state *py.Value) (taken, ok bool) {
	it := (*[3]py.Value)(unsafe.Pointer(state))
	i := it[0].Bits()
	switch it[0].Ptr() {
	case unsafe.Pointer(&tagRangeIter):
		if it[1].Bits() == 0 {
			return false, true
		}
		it[1].IncN(-1)
		it[0].IncN(it[2].I())
		dst.SetInt(int64(i))
		return true, true
	case unsafe.Pointer(&tagListIter):
		a := (*py.List)(it[1].Ptr()).A
		if i >= uint64(len(a)) {
			it[0].SetN(1<<63 - 1) // exhausted for good
			return false, true
		}
		*dst = a[i]
	case unsafe.Pointer(&tagTupleIter):
		a := (*py.Tuple)(it[1].Ptr()).Items()
		if i >= uint64(len(a)) {
			return false, true
		}
		*dst = a[i]
	case unsafe.Pointer(&tagASCIIIter):
		s := (*py.Str)(it[1].Ptr())
		if i >= uint64(s.NBytes()) {
			return false, true
		}
		dst.SetLatin1(s.ByteAt(int(i)))
	default:
		return false, false
	}
	it[0].IncN(1)
	return true, true
}

// park puts the loop's test back until the loop is noticed again.
func (h *hotLoop) park() {
	h.at.Op = h.test.Op
	h.state = hotParked
	h.wait = 1 << h.parks
	h.parks = min(h.parks+1, maxParks)
}

// drop puts the loop's test back for good, or until it is compiled again.
func (h *hotLoop) drop(s hotState) {
	h.at.Op = h.test.Op
	h.state = s
	h.entries, h.rounds, h.misses = 0, 0, 0
	if s == hotNew && h.tries >= maxTries {
		h.state = hotFailed
	}
}

// tag returns the pointer word of the values of a kind that have no object of their own.
func (k regKind) tag() unsafe.Pointer {
	switch k {
	case regInt:
		return py.Int(0).Ptr()
	case regFloat:
		return py.Float(0).Ptr()
	case regBool:
		return py.True.Ptr()
	case regRange:
		return unsafe.Pointer(&tagRangeIter)
	case regListIter:
		return unsafe.Pointer(&tagListIter)
	case regASCIIIter:
		return unsafe.Pointer(&tagASCIIIter)
	}
	return unsafe.Pointer(&tagTupleIter)
}

// put writes a value of a kind that is no address into a place of the interpreter.
func (k regKind) put(to *py.Value, n uint64, c py.Value) {
	switch k {
	case regInt:
		to.SetInt(int64(n))
	case regFloat:
		to.SetFloat(math.Float64frombits(n))
	case regBool:
		to.SetBoolN(n)
	case regConst:
		*to = c
	case regRange:
		to.Assign2(unsafe.Pointer(&tagRangeIter), n)
	case regListIter:
		to.Assign2(unsafe.Pointer(&tagListIter), n)
	case regTupleIter:
		to.Assign2(unsafe.Pointer(&tagTupleIter), n)
	case regASCIIIter:
		to.Assign2(unsafe.Pointer(&tagASCIIIter), n)
	case regChar:
		to.SetLatin1(byte(n))
	}
}
