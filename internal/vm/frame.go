package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// VM is the machine of one thread: a stack of registers, a stack of frames.
type VM struct {
	t      *py.Thread
	stack  []py.Value
	stack0 unsafe.Pointer
	limit  uintptr // address after the last register
	frames []Frame
	frame0 unsafe.Pointer
	frend  uintptr // address of the first frame record that must not be used

	// The state of the running code while slow code runs. Offsets, since the stacks
	// can move.
	code  *Code
	pcOff uintptr // from code.pc0, after the instruction
	base  uintptr // from stack0
	fp    uintptr // from frame0

	result  py.Value
	err     error
	thrown  []py.Value // arguments of throw() on their way to an iterator that is no generator
	depth   int        // nested loops (Go frames)
	yielded bool
	scratch *scratch
	trace   *tracer
	hot     *hotCode // machine code; nil: none yet
	skipped int      // records of kind frameSkip
	broken  uint32   // how many chains of generators were cut, see [VM.leaf]
}

// Frame is a suspended caller. A record without code ends a loop that was entered
// from Go.
type Frame struct {
	code *Code
	pc   uint32         // where it goes on, from code.pc0
	base uint32         // its registers, from stack0
	dst  uint32         // register that gets the result, from base; the high bits say how the callee was entered
	obj  unsafe.Pointer // frameInit: the object being initialised; frameFeed: the *py.Consumer
}

const frameSize = unsafe.Sizeof(Frame{})

// Kinds of frame records, in the high bits of dst.
const (
	frameCall    uint32 = iota << 16
	frameFor            // the callee is a generator resumed by ForIter
	frameInit           // the callee is an __init__: its result must be None
	frameFrom           // a generator inside YieldFrom; its registers are in the Generator
	frameAwait          // a generator inside a call of what it waits for; its registers are on the stack
	frameFeed           // the callee is a generator that feeds a consumer
	frameSend           // the callee is a generator resumed by its method send
	frameInplace        // special methods: __iop__
	frameLeft           // __op__
	frameRight          // __rop__
	frameCompare        // __lt__ and so on, also for a branch
	frameNext           // __next__ for ForIter: StopIteration ends the loop
	frameIter           // __iter__ for GetIter: the result must be an iterator
	frameDrop           // __setitem__: the result is not wanted
	frameSkip           // stands for as many generators inside YieldFrom as pc says, see chain.go
	kindMask     = 0xFFFF << 16
)

const (
	firstStack  = 96      // registers of a fresh interpreter
	firstFrames = 16      // frame records of a fresh interpreter
	maxStack    = 1 << 26 // registers; beyond, RecursionError
)

// Static tags of the iteration state that GetIter makes: it[0] has the tag and the
// position, it[1] the sequence (range: items left), it[2] the step of a range.
var tagRangeIter, tagListIter, tagTupleIter, tagASCIIIter, tagDictIter py.Head

func newVM(t *py.Thread) *VM {
	vm := &VM{t: t}
	vm.setStack(make([]py.Value, firstStack))
	vm.setFrames(make([]Frame, firstFrames))
	vm.base = valueSize
	return vm
}

func (vm *VM) setStack(s []py.Value) {
	vm.stack = s
	vm.stack0 = unsafe.Pointer(&s[0])
	vm.limit = uintptr(vm.stack0) + uintptr(len(s))*valueSize
}

func (vm *VM) setFrames(f []Frame) {
	vm.frames = f
	vm.frame0 = unsafe.Pointer(&f[0])
	vm.setEnd()
}

// setEnd sets how many frame records may be used: as many as there are, and no more
// than the recursion limit allows. A Python function takes one, an entry from Go one
// more. It is called wherever depth or the limit has changed; where that is left out
// growFrames makes up for it.
func (vm *VM) setEnd() {
	n := min(len(vm.frames)-2, vm.t.Interp.MaxDepth+vm.depth)
	if vm.trace.tracing() {
		n = 0 // every call takes the long way
	}
	vm.frend = uintptr(vm.frame0) + uintptr(n)*frameSize
}

// grow makes the stack at least end bytes long.
func (vm *VM) grow(end uintptr) error {
	end += 8 * valueSize
	if end <= uintptr(len(vm.stack))*valueSize {
		return nil
	}
	n := len(vm.stack) * 2
	for uintptr(n)*valueSize < end {
		n *= 2
	}
	if n > maxStack {
		return py.Raise(py.RecursionError, "maximum recursion depth exceeded")
	}
	if err := vm.t.Alloc(n * int(valueSize)); err != nil {
		return err
	}
	s := make([]py.Value, n)
	py.CopyValues(s, vm.stack)
	vm.setStack(s)
	return nil
}

// reg returns the register of the running code at byte offset x. It is valid until
// Python code runs.
func (vm *VM) reg(x uint16) *py.Value {
	return (*py.Value)(unsafe.Add(vm.stack0, vm.base+uintptr(x)))
}

// at returns the register at an offset from the start of the stack.
func (vm *VM) at(off uintptr) *py.Value { return (*py.Value)(unsafe.Add(vm.stack0, off)) }

// function returns the running function (or generator, seen as one).
func (vm *VM) function() *Function { return (*Function)(vm.at(vm.base - valueSize).Ptr()) }

// function returns the function (or generator) whose registers start at base.
func function(base unsafe.Pointer) unsafe.Pointer {
	return (*py.Value)(unsafe.Add(base, -int(valueSize))).Ptr()
}

// top returns the first offset above the running code's registers.
func (vm *VM) top() uintptr {
	if vm.code == nil {
		return vm.base
	}
	return vm.base + vm.code.frame
}

// record is pushFrame for the state of the loop, at fp, where there is room.
func (vm *VM) record(fp unsafe.Pointer, code *Code, pc, base unsafe.Pointer, dst uint32) {
	fr := (*Frame)(fp)
	if fr.code != code {
		fr.code = code
	}
	fr.pc = uint32(uintptr(pc) - uintptr(code.pc0))
	fr.base = uint32(uintptr(base) - uintptr(vm.stack0))
	fr.dst = dst
}

// pushFrame saves the running code as the caller of what is entered next.
func (vm *VM) pushFrame(dst uint16, kind uint32) error {
	if uintptr(vm.frame0)+vm.fp >= vm.frend {
		if err := vm.growFrames(); err != nil {
			return err
		}
	}
	fr := (*Frame)(unsafe.Add(vm.frame0, vm.fp))
	fr.code, fr.pc, fr.base, fr.dst = vm.code, uint32(vm.pcOff), uint32(vm.base), uint32(dst)|kind
	vm.fp += frameSize
	return nil
}

func (vm *VM) growFrames() error {
	n, used := len(vm.frames), int(vm.fp/frameSize)
	if used >= vm.t.Interp.MaxDepth+vm.depth {
		return py.Raise(py.RecursionError, "maximum recursion depth exceeded")
	}
	if used < n-2 {
		vm.setEnd()
		return nil
	}
	if err := vm.t.Alloc(n * 2 * int(frameSize)); err != nil {
		return err
	}
	f := make([]Frame, n*2)
	copy(f, vm.frames)
	vm.setFrames(f)
	return nil
}

// enter runs code from Go: the registers are at base, the function below them.
func (vm *VM) enter(code *Code, base uintptr) (py.Value, error) {
	if vm.trace != nil {
		code = vm.entered(code)
	}
	return vm.enterAt(code, base, uintptr(code.entry)-uintptr(code.pc0))
}

func (vm *VM) enterAt(code *Code, base, pcOff uintptr) (py.Value, error) {
	vm.depth++
	if vm.depth > maxNested {
		vm.depth--
		return py.Nil, py.Raise(py.RecursionError, "maximum recursion depth exceeded")
	}
	vm.setEnd()
	if err := vm.pushTwo(); err != nil {
		vm.depth--
		vm.setEnd()
		return py.Nil, err
	}
	vm.code, vm.base, vm.pcOff = code, base, pcOff
	vm.loop(unsafe.Add(code.pc0, pcOff), unsafe.Add(vm.stack0, base), code, unsafe.Add(vm.frame0, vm.fp), vm.t.Budget)
	// fp is at the record without code; below it is the caller.
	vm.fp -= frameSize
	fr := (*Frame)(unsafe.Add(vm.frame0, vm.fp))
	vm.code, vm.base, vm.pcOff = fr.code, uintptr(fr.base), uintptr(fr.pc)
	vm.depth--
	vm.setEnd()
	v, err := vm.result, vm.err
	vm.result, vm.err = py.Nil, nil
	return v, err
}

// recordTwo is pushTwo where there is room.
func (vm *VM) recordTwo() {
	// Most calls of one function from Go follow each other: the code is there.
	fr := (*[2]Frame)(unsafe.Add(vm.frame0, vm.fp))
	if fr[0].code != vm.code {
		fr[0].code = vm.code
	}
	fr[0].pc, fr[0].base, fr[0].dst = uint32(vm.pcOff), uint32(vm.base), frameCall
	if fr[1].code != nil {
		fr[1].code = nil
	}
	fr[1].pc, fr[1].base, fr[1].dst = fr[0].pc, fr[0].base, frameCall
	vm.fp += 2 * frameSize
}

// pushTwo pushes the records of a call from Go: the running code's, and one that ends
// the loop.
func (vm *VM) pushTwo() error {
	if uintptr(vm.frame0)+vm.fp+frameSize < vm.frend {
		vm.recordTwo()
		return nil
	}
	for i := range 2 {
		if err := vm.pushFrame(0, frameCall); err != nil {
			vm.fp -= uintptr(i) * frameSize
			return err
		}
	}
	(*Frame)(unsafe.Add(vm.frame0, vm.fp-frameSize)).code = nil
	return nil
}

// maxNested bounds the nesting of loops within native code within loops, whatever the
// recursion limit is: a level takes 3 to 10 KB of Go stack, which may reach 512 MB, on
// 32-bit machines, where a level takes half of that, 128 MB. CPython has the same bound.
const maxNested = 10000

// finish ends a loop with a result; fp is the record without code.
func (vm *VM) finish(v py.Value, fp unsafe.Pointer, budget int64) {
	vm.result, vm.err = v, nil
	vm.fp = uintptr(fp) - uintptr(vm.frame0)
	vm.t.Budget = budget
}

// save stores the loop's state for slow code.
func (vm *VM) save(pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) {
	if vm.code != code {
		vm.code = code
	}
	vm.pcOff = uintptr(pc) - uintptr(code.pc0)
	vm.base = uintptr(base) - uintptr(vm.stack0)
	vm.fp = uintptr(fp) - uintptr(vm.frame0)
	vm.t.Budget = budget
}

// load gives the state back to the loop; nil code ends it.
func (vm *VM) load() (pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) {
	if vm.code == nil {
		return
	}
	return unsafe.Add(vm.code.pc0, vm.pcOff), unsafe.Add(vm.stack0, vm.base), vm.code, unsafe.Add(vm.frame0, vm.fp), vm.t.Budget
}

// pop returns to the caller in the topmost record; false if the loop ends there.
func (vm *VM) pop() (*Frame, bool) {
	vm.fp -= frameSize
	fr := (*Frame)(unsafe.Add(vm.frame0, vm.fp))
	vm.code = fr.code
	if fr.code == nil {
		return fr, false
	}
	if fr.dst&kindMask == frameSkip {
		vm.fillRecord(fr)
		vm.code = fr.code
	}
	vm.base, vm.pcOff = uintptr(fr.base), uintptr(fr.pc)
	if fr.dst&kindMask == frameFrom {
		py.As[Generator](*vm.at(vm.base - valueSize)).awake(vm)
	}
	return fr, true
}

// activation is a running function as the stack has it: the position in its code,
// its function (or generator) and its registers, valid until Python code runs.
type activation struct {
	code  *Code
	pcOff uintptr
	fn    *Function
	regs  *py.Value
	fp    uintptr // offset of the first frame record above its own callers'
	// record is where code and pcOff are kept; nil: in vm.
	record *Frame
}

// eachFrame calls f for the running code and its callers, innermost first, until f
// returns false.
func (vm *VM) eachFrame(f func(activation) bool) {
	vm.fillRecords()
	if vm.code != nil && !f(activation{vm.code, vm.pcOff, vm.function(), vm.at(vm.base), vm.fp, nil}) {
		return
	}
	for i := int(vm.fp/frameSize) - 1; i >= 0; i-- {
		fr := &vm.frames[i]
		if fr.code == nil {
			continue
		}
		base := vm.at(uintptr(fr.base))
		a := activation{fr.code, uintptr(fr.pc), (*Function)(function(unsafe.Pointer(base))), base, uintptr(i) * frameSize, fr}
		if fr.dst&kindMask == frameFrom {
			a.regs = unsafe.SliceData((*Generator)(unsafe.Pointer(a.fn)).regs)
		}
		if !f(a) {
			return
		}
	}
}

// reg returns register i.
func (a *activation) reg(i int) py.Value {
	return *(*py.Value)(unsafe.Add(unsafe.Pointer(a.regs), uintptr(i)*valueSize))
}
