package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// Generator is a suspended function: a generator, a coroutine or the inside of an
// asynchronous generator. Its registers are copied to the stack while it runs. The
// first fields are those of [Function], so that code finds its closure.
type Generator struct {
	py.Head
	code       *Code
	cells      **py.Cell
	regs       []py.Value
	sent       py.Value // value for the iterator that is delegated to; see [VM.leaf] for another use
	fn         *Function
	pc         int32
	state      genState
	delegating bool // suspended inside YieldFrom
	wrapped    bool // asynchronous generator: the last yield was a `yield`, not an await
}

type genState uint8

const (
	genCreated genState = iota
	genSuspended
	genRunning
	genDone
)

var generatorShape, coroutineShape, asyncGenShape py.Shape

// The types of generators and coroutines.
var (
	GeneratorType = &py.Type{}

	_ = py.DefineType(GeneratorType, &generatorShape, py.TypeSpec{
		Name: "generator", Flags: py.Final | py.NotCallable, Table: generatorMembers,
		Slots: py.Slots{
			Repr: genRepr("generator"),
			Hash: identityHash,
			Iter: func(t *py.Thread, v py.Value) (py.Value, error) { return v, nil },
			Next: genNext,
		},
	})
	CoroutineType = &py.Type{}

	_ = py.DefineType(CoroutineType, &coroutineShape, py.TypeSpec{
		Name: "coroutine", Flags: py.Final | py.NotCallable, Table: coroutineMembers,
		Slots: py.Slots{
			Repr:  genRepr("coroutine"),
			Hash:  identityHash,
			Await: newCoroutineWrapper,
		},
	})
)

func identityHash(t *py.Thread, v py.Value) (int64, error) { return int64(uintptr(v.Ptr()) >> 4), nil }

func genRepr(kind string) func(t *py.Thread, v py.Value) (py.Value, error) {
	return func(t *py.Thread, v py.Value) (py.Value, error) {
		return py.NewStr("<" + kind + " object " + qualName(py.As[Generator](v).fn) + " at " + py.Address(t, v) + ">"), nil
	}
}

// asGenerator returns v as a generator or coroutine.
func asGenerator(v py.Value) (*Generator, bool) {
	if v.ShapeIs(&generatorShape) || v.ShapeIs(&coroutineShape) {
		return py.As[Generator](v), true
	}
	return nil, false
}

// newGenerator makes the object that a call of a generator function returns; the
// bound arguments stand at argOff.
func (vm *VM) newGenerator(f *Function, argOff uintptr) py.Value {
	g := f.generator(f.code)
	g.pc = int32(uintptr(f.code.entry) - uintptr(f.code.pc0))
	n := f.code.bc.NumParams()
	copy(g.regs, unsafe.Slice(vm.at(argOff), n+1)[:n])
	if f.code.bc.Flags&bytecode.AsyncGenerator != 0 {
		return newAsyncGen(g)
	}
	return py.Object(g)
}

// allocGenerator makes a generator with n registers, in one object if they are few.
func allocGenerator(n int) *Generator {
	switch {
	case n <= 4:
		g := &struct {
			Generator
			r [4]py.Value
		}{}
		g.regs = g.r[:n]
		return &g.Generator
	case n <= 6:
		g := &struct {
			Generator
			r [6]py.Value
		}{}
		g.regs = g.r[:n]
		return &g.Generator
	case n <= 8:
		g := &struct {
			Generator
			r [8]py.Value
		}{}
		g.regs = g.r[:n]
		return &g.Generator
	case n <= 12:
		g := &struct {
			Generator
			r [12]py.Value
		}{}
		g.regs = g.r[:n]
		return &g.Generator
	}
	return &Generator{regs: make([]py.Value, n)}
}

// resume makes g the running code; its registers go on top of the stack. The
// caller's frame has been pushed.
func (vm *VM) resume(g *Generator, base uintptr, sent py.Value) {
	if vm.trace != nil {
		vm.adopt(g)
	}
	*vm.at(base - valueSize) = py.Object(g)
	copyRegs(vm.at(base), unsafe.SliceData(g.regs), len(g.regs))
	vm.code, vm.base, vm.pcOff = g.code, base, uintptr(int(g.pc))
	if g.state == genSuspended {
		if g.delegating {
			g.sent = sent
		} else if sent.Bound() {
			*vm.reg(vm.instrAt(vm.pcOff).A) = sent
		}
	}
	g.state = genRunning
}

// resumeInner makes g the running code, or, if g delegates to a generator, that one
// and so on. The generators on the way get a frame record each, but their registers
// stay where they are until the inner one has ended. The caller's frame has been
// pushed; an error that is returned has changed nothing else.
func (vm *VM) resumeInner(g *Generator, base uintptr, sent py.Value) error {
	if vm.skipped != 0 {
		if vm.fillRecords(); g.state == genRunning {
			return py.Raise(py.ValueError, "%s already executing", g.kind())
		}
	}
	if err := vm.grow(base + g.code.frame); err != nil {
		return err
	}
	if g.delegating {
		if leaf, n := vm.leaf(g); leaf != nil && vm.skip(g, leaf, n, base) {
			vm.resume(leaf, base+n*valueSize, sent)
			return nil
		}
	}
	outer, links := g, uint64(0)
	for g.delegating && g.state == genSuspended {
		if vm.trace != nil {
			vm.adopt(g)
		}
		in := (*Instr)(unsafe.Add(g.code.pc0, g.pc))
		inner, ok := asGenerator(*at(unsafe.Pointer(unsafe.SliceData(g.regs)), in.B))
		if !ok || inner.state != genSuspended {
			break
		}
		pcOff, frame := uintptr(int(g.pc))+instrSize, inner.code.frame
		g.state = genRunning
		vm.at(base - valueSize).SetPtr(unsafe.Pointer(g))
		if fp := uintptr(vm.frame0) + vm.fp; fp >= vm.frend || base+frame+9*valueSize > uintptr(len(vm.stack))*valueSize {
			vm.code, vm.base, vm.pcOff = g.code, base, pcOff
			err := vm.grow(base + valueSize + frame)
			if err == nil && fp >= vm.frend {
				err = vm.growFrames()
			}
			if err != nil {
				g.awake(vm)
				vm.unwind(err)
				return nil
			}
		}
		fr := (*Frame)(unsafe.Add(vm.frame0, vm.fp))
		if fr.code != g.code {
			fr.code = g.code
		}
		fr.pc, fr.base, fr.dst = uint32(pcOff), uint32(base), uint32(in.A)|frameFrom
		vm.fp += frameSize
		base += valueSize
		g = inner
		links++
	}
	if links > 0 {
		outer.sent = py.Nil
		if links > 1 {
			outer.sent = py.MakeValue(unsafe.Pointer(g), links|uint64(vm.broken)<<32)
		}
	}
	vm.resume(g, base, sent)
	return nil
}

// awake ends g's delegation: its registers go back to the stack.
func (g *Generator) awake(vm *VM) {
	g.delegating = false
	copyRegs(vm.at(vm.base), unsafe.SliceData(g.regs), len(g.regs))
}

// delegate is YieldFrom to a generator that is not running: g waits with its
// registers kept, the inner one runs in its place.
func (vm *VM) delegate(in *Instr, g, inner *Generator) error {
	if err := vm.pushFrame(in.A, frameFrom); err != nil {
		return err
	}
	g.delegating = true
	err := vm.resumeInner(inner, vm.base+valueSize, py.None)
	if err != nil {
		g.delegating = false
		vm.fp -= frameSize
	}
	return err
}

// forIter is ForIter over anything but the sequences the loop knows.
//
//go:noinline
func (vm *VM) forIter(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	it := vm.r(base, in.B)
	if it.ShapeIs(&generatorShape) {
		g := py.As[Generator](*it)
		nb, above := unsafe.Add(base, code.frame+valueSize), unsafe.Add(fp, frameSize)
		run := g
		if g.delegating && vm.skipped == 0 {
			if leaf, n := vm.leaf(g); leaf != nil && !leaf.delegating && uintptr(above)+n*frameSize <= vm.frend &&
				uintptr(nb)+n*valueSize+leaf.code.frame <= vm.limit {
				vm.recordSkip(g, n, nb, above)
				nb, above = unsafe.Add(nb, n*valueSize), unsafe.Add(above, n*frameSize)
				run = leaf
			}
		}
		if run.state == genSuspended && !run.delegating && uintptr(fp) < vm.frend && uintptr(nb)+run.code.frame <= vm.limit {
			// The common case, without the detour over vm's fields.
			vm.record(fp, code, pc, base, uint32(in.A)|frameFor)
			(*py.Value)(unsafe.Add(nb, -int(valueSize))).SetPtr(unsafe.Pointer(run))
			copyRegs((*py.Value)(nb), unsafe.SliceData(run.regs), len(run.regs))
			run.state = genRunning
			pc = unsafe.Add(run.code.pc0, int(run.pc))
			*(*py.Value)(unsafe.Add(nb, uintptr((*Instr)(unsafe.Add(pc, -int(instrSize))).A))) = py.None
			return pc, nb, run.code, above, budget - 1
		}
		vm.save(pc, base, code, fp, budget)
		switch g.state {
		case genDone:
			return pc, base, code, fp, budget
		case genRunning:
			vm.unwind(py.Raise(py.ValueError, "generator already executing"))
			return vm.load()
		}
		regs := vm.top() + valueSize
		err := vm.pushFrame(in.A, frameFor)
		if err == nil {
			vm.t.Budget--
			if err = vm.resumeInner(g, regs, py.None); err != nil {
				vm.fp -= frameSize
			}
		}
		if err != nil {
			vm.unwind(err)
		}
		return vm.load()
	}
	if h := it.Shape(); h != nil && h.Class.NextLeaf != nil && budget > 0 && vm.t.Interp.HeapLocks == 0 {
		to := unsafe.Add(pc, int(int16(in.C))*int(instrSize))
		if body := (*Instr)(to); h.Class.NextRow != nil && body.Op == bytecode.UnpackSequence && body.B == in.A &&
			int32(in.A/vs) >= code.bc.NumVars { // the tuple itself is not wanted
			if h.Class.NextRow(unsafe.Slice(vm.r(base, body.A), int(body.C)), it) {
				return unsafe.Add(to, instrSize), base, code, fp, budget - 1
			}
		} else if h.Class.NextLeaf(vm.r(base, in.A), it) {
			return to, base, code, fp, budget - 1
		}
	}
	vm.save(pc, base, code, fp, budget)
	if budget < 0 { // the back-edge of a loop over what never ends
		if err := vm.endSlice(); err != nil {
			vm.unwind(err)
			return vm.load()
		}
	}
	var v py.Value
	var err error
	if it.Ptr() == unsafe.Pointer(&tagDictIter) {
		d := py.As[py.Dict](*vm.reg(in.B + vs))
		if uint64(d.Len()) != vm.reg(in.B+2*vs).Bits() {
			err = py.Raise(py.RuntimeError, "dictionary changed size during iteration")
		} else if k, _, next, ok := d.Next(int(it.Bits())); ok {
			it.SetN(uint64(next))
			v = k
		}
	} else {
		if f := py.SpecialMethod(it, nameNext_); f.Bound() {
			if ok, err := vm.enterMethod(f, in.A, frameNext, *it); ok || err != nil {
				if err != nil {
					vm.unwind(err)
				}
				return vm.load()
			}
		}
		if body := (*Instr)(unsafe.Add(pc, int(int16(in.C))*int(instrSize))); body.Op == bytecode.UnpackSequence && body.C == 2 && body.B == in.A &&
			int32(in.A/vs) >= code.bc.NumVars { // the pair itself is not wanted
			a, b, r, err := py.NextPair(vm.t, *it)
			switch {
			case err != nil:
				vm.unwind(err)
				return vm.load()
			case r == py.PairOK:
				*vm.reg(body.A) = a
				*vm.reg(body.A + vs) = b
				vm.jump(in.C + 1)
				vm.t.Budget--
				return vm.load()
			case r == py.PairEnd:
				return vm.load()
			}
		}
		v, err = py.Next(vm.t, *it)
	}
	if err != nil {
		vm.unwind(err)
		return vm.load()
	}
	if v.Bound() {
		*vm.reg(in.A) = v
		vm.jump(in.C)
		vm.t.Budget--
	}
	return vm.load()
}

// yield is Yield in a generator.
//
//go:noinline
func (vm *VM) yield(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	g := generatorAt(base, code)
	v := *vm.r(base, in.B)
	fp = unsafe.Add(fp, -int(frameSize))
	fr := (*Frame)(fp)
	if fr.dst&kindMask == frameFeed && fr.code != nil {
		return vm.yieldFed(in, v, pc, base, code, unsafe.Add(fp, frameSize), budget)
	}
	g.pc = int32(uintptr(pc) - uintptr(code.pc0))
	g.state = genSuspended
	copyRegs(unsafe.SliceData(g.regs), (*py.Value)(base), len(g.regs))
	if kind := fr.dst & kindMask; kind == frameFrom || kind == frameAwait || kind == frameSkip {
		fr = vm.parkAll(fr, g)
		fp = unsafe.Pointer(fr)
	}
	if fr.code == nil {
		vm.finish(v, fp, budget)
		vm.yielded = true
		return nil, nil, nil, nil, 0
	}
	base = unsafe.Add(vm.stack0, uintptr(fr.base))
	pc = unsafe.Add(fr.code.pc0, uintptr(fr.pc))
	if fr.dst&kindMask == frameFeed {
		vm.save(pc, base, fr.code, fp, budget)
		vm.fedFrom(fr, v)
		return vm.load()
	}
	*(*py.Value)(unsafe.Add(base, uintptr(uint16(fr.dst)))) = v
	if fr.dst&kindMask == frameSend {
		return pc, base, fr.code, fp, budget
	}
	for_ := (*Instr)(unsafe.Add(pc, -int(instrSize)))
	return unsafe.Add(pc, int(int16(for_.C))*int(instrSize)), base, fr.code, fp, budget
}

// copyRegs copies a generator's registers. Pointer words that are the same already
// are left alone, which is most of them from one yield to the next.
func copyRegs(dst, src *py.Value, n int) {
	for i := 0; i < n; i++ {
		d := (*py.Value)(unsafe.Add(unsafe.Pointer(dst), uintptr(i)*valueSize))
		d.Assign((*py.Value)(unsafe.Add(unsafe.Pointer(src), uintptr(i)*valueSize)))
	}
}

// suspend leaves the running generator with a value; it goes on at pcOff.
func (vm *VM) suspend(v py.Value, pcOff uintptr) {
	g := vm.generator()
	g.pc = int32(pcOff)
	g.state = genSuspended
	copy(g.regs, unsafe.Slice(vm.at(vm.base), len(g.regs)))
	fr := vm.parkAll((*Frame)(unsafe.Add(vm.frame0, vm.fp-frameSize)), g)
	vm.fp = uintptr(unsafe.Pointer(fr)) - uintptr(vm.frame0) + frameSize
	if _, ok := vm.pop(); !ok {
		vm.result, vm.err, vm.yielded = v, nil, true
		return
	}
	if fr.dst&kindMask == frameFeed {
		vm.fedFrom(fr, v)
		return
	}
	*vm.at(vm.base + uintptr(uint16(fr.dst))) = v
	if fr.dst&kindMask == frameFor {
		vm.jump(vm.instrAt(vm.pcOff).C)
	}
}

// send is g.send(v) without entering the loop anew; false if g is in no state for
// it.
func (vm *VM) send(g *Generator, v py.Value, dst uint16) (done bool, err error) {
	if g.state != genSuspended && (g.state != genCreated || !v.IsNone()) || vm.trace != nil {
		return false, nil
	}
	base := vm.top() + valueSize
	if err := vm.pushFrame(dst, frameSend); err != nil {
		return true, err
	}
	vm.t.Budget--
	if err := vm.resumeInner(g, base, v); err != nil {
		vm.fp -= frameSize
		return true, err
	}
	return true, nil
}

// genReturn is return in a generator.
func (vm *VM) genReturn(v py.Value) error {
	vm.generator().end()
	fr, ok := vm.pop()
	if !ok {
		vm.result, vm.err, vm.yielded = v, nil, false
	} else if kind := fr.dst & kindMask; kind == frameFrom || kind == frameAwait {
		*vm.reg(uint16(fr.dst)) = v
	} else if kind == frameFeed {
		return vm.fed(fr)
	} else if kind == frameSend {
		return stop(v)
	}
	return nil
}

// genRaised ends the running generator with an exception and returns the one that
// leaves it (PEP 479).
func (vm *VM) genRaised(e *py.Exc) *py.Exc {
	vm.generator().end()
	kind := "generator"
	flags := vm.code.bc.Flags
	switch {
	case flags&bytecode.AsyncGenerator != 0:
		kind = "async generator"
	case flags&bytecode.Coroutine != 0:
		kind = "coroutine"
	}
	name := ""
	switch {
	case e.IsA(py.StopIteration):
		name = "StopIteration"
	case e.IsA(py.StopAsyncIteration) && flags&bytecode.AsyncGenerator != 0:
		name = "StopAsyncIteration"
	default:
		return e
	}
	r := py.Raise(py.RuntimeError, "%s raised %s", kind, name).(*py.Exc)
	r.Cause, r.Context, r.Suppress, r.HasCause = e, e, true, true
	return r
}

// genResume runs g from Go until it yields, returns or raises. thrown is raised at
// the place where it is suspended, if not nil.
func (vm *VM) genResume(g *Generator, sent py.Value, thrown *py.Exc) (v py.Value, yielded bool, err error) {
	vm.fillRecords()
	switch g.state {
	case genRunning:
		return py.Nil, false, py.Raise(py.ValueError, "%s already executing", g.kind())
	case genDone:
		if g.code.bc.Flags&bytecode.Coroutine != 0 {
			return py.Nil, false, py.Raise(py.RuntimeError, "cannot reuse already awaited coroutine")
		}
		if thrown != nil {
			return py.Nil, false, thrown
		}
		return py.None, false, nil
	case genCreated:
		if thrown != nil {
			g.state, g.regs = genDone, nil
			thrown.TB = py.NewTraceback(thrown.TB, g.code, -1)
			return py.Nil, false, thrown
		}
		if !sent.IsNone() {
			return py.Nil, false, py.Raise(py.TypeError, "can't send non-None value to a just-started %s", g.kind())
		}
	}
	if thrown != nil && g.delegating {
		done, v, err := vm.throwInto(g, thrown)
		if !done {
			return v, true, err
		}
		// The inner iterator has ended: with a value, or with an exception to raise here.
		g.delegating = false
		g.pc += int32(instrSize)
		if err == nil {
			in := (*Instr)(unsafe.Add(g.code.pc0, int(g.pc)-int(instrSize)))
			g.regs[in.A/vs] = v
			return vm.genRun(g, v, nil)
		}
		e, ok := err.(*py.Exc)
		if !ok {
			e = py.FromGo(err).(*py.Exc)
		}
		return vm.genRun(g, py.None, e)
	}
	return vm.genRun(g, sent, thrown)
}

func (g *Generator) kind() string {
	switch f := g.code.bc.Flags; {
	case f&bytecode.AsyncGenerator != 0:
		return "async generator"
	case f&bytecode.Coroutine != 0:
		return "coroutine"
	}
	return "generator"
}

func (vm *VM) genRun(g *Generator, sent py.Value, thrown *py.Exc) (v py.Value, yielded bool, err error) {
	base := vm.top() + valueSize
	vm.depth++
	if vm.depth > maxNested {
		vm.depth--
		return py.Nil, false, py.Raise(py.RecursionError, "maximum recursion depth exceeded")
	}
	vm.setEnd()
	if err := vm.pushTwo(); err != nil {
		vm.depth--
		vm.setEnd()
		return py.Nil, false, err
	}
	if thrown != nil {
		sent = py.Nil // what the yield's value would be assigned to stays as it is
	}
	if err := vm.resumeInner(g, base, sent); err != nil {
		vm.fp -= 2 * frameSize
		vm.depth--
		vm.setEnd()
		return py.Nil, false, err
	}
	if thrown != nil {
		err := error(errThrown{thrown})
		if vm.trace.tracing() {
			if e := vm.traceCall(); e != nil {
				err = e
			}
		}
		vm.unwind(err)
	}
	if vm.code != nil {
		vm.loop(vm.load())
	}
	vm.fp -= frameSize
	fr := (*Frame)(unsafe.Add(vm.frame0, vm.fp))
	vm.code, vm.base, vm.pcOff = fr.code, uintptr(fr.base), uintptr(fr.pc)
	vm.depth--
	vm.setEnd()
	v, err, yielded = vm.result, vm.err, vm.yielded
	vm.result, vm.err, vm.yielded = py.Nil, nil, false
	return v, yielded && err == nil, err
}

// roomFor reports whether stack and frames have room for a generator above the
// running code.
func (vm *VM) roomFor(g *Generator) bool {
	return uintptr(vm.frame0)+vm.fp+frameSize < vm.frend && vm.depth < maxNested &&
		uintptr(vm.stack0)+vm.top()+valueSize+g.code.frame+8*valueSize <= vm.limit
}

// genStep is genRun of a generator that was suspended in a yield and that nothing is
// sent to, which is what iteration from Go does, with room on the stacks.
func (vm *VM) genStep(g *Generator) (v py.Value, yielded bool, err error) {
	base := vm.top() + valueSize
	vm.depth++
	vm.recordTwo()
	regs := vm.at(base)
	vm.at(base - valueSize).SetPtr(unsafe.Pointer(g))
	copyRegs(regs, unsafe.SliceData(g.regs), len(g.regs))
	pc := unsafe.Add(g.code.pc0, int(g.pc))
	*(*py.Value)(unsafe.Add(unsafe.Pointer(regs), uintptr((*Instr)(unsafe.Add(pc, -int(instrSize))).A))) = py.None
	g.state = genRunning
	vm.code, vm.base, vm.pcOff = g.code, base, uintptr(int(g.pc))
	vm.loop(pc, unsafe.Pointer(regs), g.code, unsafe.Add(vm.frame0, vm.fp), vm.t.Budget)
	vm.fp -= frameSize
	back := (*Frame)(unsafe.Add(vm.frame0, vm.fp))
	vm.code, vm.base, vm.pcOff = back.code, uintptr(back.base), uintptr(back.pc)
	vm.depth--
	v, err, yielded = vm.result, vm.err, vm.yielded
	vm.result, vm.err, vm.yielded = py.Nil, nil, false
	return v, yielded && err == nil, err
}

// genClose is generator.close().
func (vm *VM) genClose(g *Generator) error {
	_, err := vm.genClose1(g)
	return err
}

func (vm *VM) genClose1(g *Generator) (py.Value, error) {
	if g.state == genCreated {
		g.state, g.regs = genDone, nil
		return py.None, nil
	}
	if g.state == genDone {
		return py.None, nil
	}
	if g.state == genSuspended && !g.delegating && !g.guarded() {
		g.end()
		return py.None, nil
	}
	v, yielded, err := vm.genResume(g, py.None, py.NewExc(py.GeneratorExit))
	if yielded {
		return py.Nil, py.Raise(py.RuntimeError, "%s ignored GeneratorExit", g.kind())
	}
	if err != nil {
		if py.ErrIs(err, py.GeneratorExit) || py.ErrIs(err, py.StopIteration) {
			return py.None, nil
		}
		return py.Nil, err
	}
	return v, nil
}

// guarded reports whether a handler, which may be a finally or a with, would see an
// exception raised where g is suspended.
func (g *Generator) guarded() bool {
	idx := g.pc/int32(instrSize) - 1
	for i := range g.code.bc.Handlers {
		if h := &g.code.bc.Handlers[i]; idx >= h.Start && idx < h.End {
			return true
		}
	}
	return false
}

// genNext is the Next slot of generators.
func genNext(t *py.Thread, v py.Value) (py.Value, error) {
	vm, g := of(t), py.As[Generator](v)
	var r py.Value
	var yielded bool
	var err error
	if g.state == genSuspended && !g.delegating && vm.roomFor(g) {
		r, yielded, err = vm.genStep(g)
	} else {
		r, yielded, err = vm.genResume(g, py.None, nil)
	}
	if err != nil || yielded {
		return r, err
	}
	if !r.IsNone() {
		t.StopValue = r
	}
	return py.Nil, nil
}

// stopValue returns the value of a StopIteration.
func stopValue(e *py.Exc) py.Value {
	if len(e.X) > 0 && e.X[0].Bound() {
		return e.X[0]
	}
	if e.Args.Len() > 0 {
		return e.Args.Items()[0]
	}
	return py.None
}

// stop returns the StopIteration for a returned value.
func stop(v py.Value) error {
	if v.IsNone() {
		return py.NewExc(py.StopIteration)
	}
	return py.NewExc(py.StopIteration, v)
}

// send is the common part of send() and throw().
func genSend(t *py.Thread, g *Generator, v py.Value, e *py.Exc) (py.Value, error) {
	r, yielded, err := of(t).genResume(g, v, e)
	if err != nil || yielded {
		return r, err
	}
	return py.Nil, stop(r)
}

func (g *Generator) send(t *py.Thread, a *py.Args) (py.Value, error) {
	return genSend(t, g, a.Value(0), nil)
}

func (g *Generator) close(t *py.Thread, a *py.Args) (py.Value, error) {
	return of(t).genClose1(g)
}

func generatorMembers() py.Members {
	return append(py.Members{
		py.Method("close()", (*Generator).close),
		py.Method("send(value, /)", (*Generator).send),
		py.Method("throw(typ, val=None, tb=None, /)", (*Generator).throw),
	}, genAttributes("gi_")...)
}

func coroutineMembers() py.Members {
	return append(py.Members{
		py.Method("close()", (*Generator).close),
		py.Method("send(value, /)", (*Generator).send),
		py.Method("throw(typ, val=None, tb=None, /)", (*Generator).throw),
	}, genAttributes("cr_")...)
}

// genAttributes are the inspection attributes of generators and coroutines.
func genAttributes(prefix string) py.Members {
	get := func(f func(t *py.Thread, g *Generator) py.Value) func(*py.Thread, py.Value) (py.Value, error) {
		return func(t *py.Thread, v py.Value) (py.Value, error) {
			of(t).fillRecords()
			return f(t, py.As[Generator](v)), nil
		}
	}
	from := "yieldfrom"
	if prefix != "gi_" {
		from = "await"
	}
	return append(py.Members{
		py.GetSet(prefix+"code", get(func(t *py.Thread, g *Generator) py.Value { return py.Object(g.code.original()) }), nil),
		py.GetSet(prefix+"running", get(func(t *py.Thread, g *Generator) py.Value { return py.Bool(g.state == genRunning) }), nil),
		py.GetSet(prefix+"suspended", get(func(t *py.Thread, g *Generator) py.Value { return py.Bool(g.state == genSuspended) }), nil),
		py.GetSet(prefix+"frame", get(func(t *py.Thread, g *Generator) py.Value {
			if g.state == genDone {
				return py.None
			}
			f := newFrame(g.code, int(g.pc/int32(instrSize))-1)
			py.As[frameObject](f).gen = g
			return f
		}), nil),
		py.GetSet(prefix+from, get(func(t *py.Thread, g *Generator) py.Value { return g.delegate() }), nil),
	}, nameAttributes(func(v py.Value) *Generator { return py.As[Generator](v) })...)
}

// delegate is the iterator that a suspended generator waits for, or None.
func (g *Generator) delegate() py.Value {
	if g.delegating && g.state == genSuspended {
		return g.regs[(*Instr)(unsafe.Add(g.code.pc0, g.pc)).B/vs]
	}
	return py.None
}
