package vm

import (
	"github.com/woma-lang/woma/py"
)

// tracer is what sys.settrace keeps for a thread; nil before its first use.
type tracer struct {
	fn     py.Value // the trace function, unbound: none
	inside bool     // a trace function runs, which is not traced
	frames []tracedFrame
}

// tracedFrame is a running function that is traced.
type tracedFrame struct {
	fp    uintptr // of the frame, see activation
	fn    *Function
	frame *frameObject
	line  int32 // of the last event
	pc    int   // of the last opTrace
}

// tracing reports whether what is called now is traced.
func (tr *tracer) tracing() bool { return tr != nil && tr.fn.Bound() && !tr.inside }

// SetTrace implements [py.Machine].
func (machine) SetTrace(t *py.Thread, f py.Value) {
	vm := of(t)
	if vm.trace == nil {
		vm.trace = &tracer{}
		vm.materialize()
	}
	if f.IsNone() {
		f = py.Nil
	}
	vm.trace.fn = f
	vm.setEnd()
}

// Trace implements [py.Machine].
func (machine) Trace(t *py.Thread) py.Value {
	if tr := of(t).trace; tr != nil && tr.fn.Bound() {
		return tr.fn
	}
	return py.None
}

// find returns the traced frame at fp, nil if there is none. Frames that have ended
// are forgotten later, by traced and push.
func (tr *tracer) find(fp uintptr, fn *Function) *tracedFrame {
	if tr == nil {
		return nil
	}
	for i := len(tr.frames) - 1; i >= 0; i-- {
		switch f := &tr.frames[i]; {
		case f.fp < fp:
			return nil
		case f.fp == fp && f.fn == fn:
			return f
		}
	}
	return nil
}

// traced returns the frame of the running code, if it is traced, and forgets those that
// it has called.
func (vm *VM) traced() *tracedFrame {
	tr := vm.trace
	n := len(tr.frames)
	for n > 0 && tr.frames[n-1].fp > vm.fp {
		n--
		tr.frames[n] = tracedFrame{}
	}
	tr.frames = tr.frames[:n]
	return tr.find(vm.fp, vm.function())
}

// push adds a frame. Those above it that have been kept are those of functions that it
// calls only if it is added late, by an assignment to f_trace.
func (tr *tracer) push(f tracedFrame, late bool) *tracedFrame {
	i := len(tr.frames)
	for i > 0 && tr.frames[i-1].fp >= f.fp {
		i--
	}
	if !late {
		clear(tr.frames[i:])
		tr.frames = append(tr.frames[:i], f)
		return &tr.frames[i]
	}
	rest := append([]tracedFrame{f}, tr.frames[i:]...)
	tr.frames = append(tr.frames[:i], rest...)
	return &tr.frames[i]
}

// traceOp is opTrace.
func (vm *VM) traceOp(in *Instr) error {
	tr := vm.trace
	if !tr.tracing() {
		return nil
	}
	switch in.A {
	case traceCall:
		return vm.traceCall()
	case traceLine:
		f := vm.traced()
		if f == nil {
			return nil
		}
		line, pc := int32(uint32(in.B)|uint32(in.C)<<16), int(vm.pcOff/instrSize)-1
		// A jump backwards begins its line anew.
		fresh := line != f.line || pc <= f.pc
		f.line, f.pc = line, pc
		if fresh && !f.frame.noLines {
			return vm.traceEvent(f, "line", py.None)
		}
	case traceReturn:
		return vm.traceEvent(vm.traced(), "return", *vm.reg(in.B))
	case traceReturnNone:
		return vm.traceEvent(vm.traced(), "return", py.None)
	}
	return nil
}

// traceCall tells the trace function that the running code was entered; what it
// returns is the trace function of the frame.
func (vm *VM) traceCall() error {
	tr := vm.trace
	level := 0
	vm.eachFrame(func(activation) bool { level++; return true })
	f := py.As[frameObject](newFrame(vm.code, int(vm.pcOff/instrSize)-1))
	f.level = level
	at := tr.push(tracedFrame{fp: vm.fp, fn: vm.function(), frame: f, pc: -1}, false)
	return vm.callTrace(at, tr.fn, "call", py.None)
}

// traceEvent calls the trace function of a frame, if it has one.
func (vm *VM) traceEvent(f *tracedFrame, event string, arg py.Value) error {
	if f == nil || !f.frame.trace.Bound() {
		return nil
	}
	f.frame.pc = int(vm.pcOff/instrSize) - 1
	return vm.callTrace(f, f.frame.trace, event, arg)
}

// callTrace calls a trace function. An exception that it raises ends tracing.
func (vm *VM) callTrace(f *tracedFrame, fn py.Value, event string, arg py.Value) error {
	tr, frame := vm.trace, f.frame
	tr.inside = true
	vm.setEnd()
	v, err := py.Call(vm.t, fn, py.Object(frame), vm.t.Interp.Intern(event).Value(), arg)
	tr.inside = false
	switch {
	case err != nil:
		tr.fn, frame.trace = py.Nil, py.Nil
	case !v.IsNone():
		frame.trace = v
	}
	vm.setEnd()
	return err
}

// traceException tells the trace function of the running code of an exception. It
// returns that or, if the trace function raises one, the other.
func (vm *VM) traceException(exc *py.Exc) *py.Exc {
	if !vm.trace.tracing() {
		return exc
	}
	f := vm.traced()
	if f == nil || !f.frame.trace.Bound() {
		return exc
	}
	tb := py.None
	if exc.TB != nil {
		tb = py.Object(exc.TB)
	}
	return vm.replaced(exc, vm.traceEvent(f, "exception", py.NewTuple(exc.Class().Value(), exc.Value(), tb)))
}

// traceUnwound tells the trace function of the running code that an exception ends it.
func (vm *VM) traceUnwound(exc *py.Exc) *py.Exc {
	if !vm.trace.tracing() {
		return exc
	}
	return vm.replaced(exc, vm.traceEvent(vm.traced(), "return", py.None))
}

// replaced is exc, or the exception err.
func (vm *VM) replaced(exc *py.Exc, err error) *py.Exc {
	if err == nil {
		return exc
	}
	e, ok := err.(*py.Exc)
	if !ok {
		e = py.FromGo(err).(*py.Exc)
	}
	e.TB = py.NewTraceback(e.TB, vm.code, int(vm.pcOff/instrSize)-1)
	return e
}
