package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// Frame returns a frame object for the frame depth levels up.
func (machine) Frame(t *py.Thread, depth int) py.Value {
	as := of(t).activations()
	if depth >= len(as) {
		return py.Nil
	}
	if f := of(t).trace.find(as[depth].fp, as[depth].fn); f != nil {
		return py.Object(f.frame)
	}
	return as[depth].frameObject(len(as) - depth)
}

// FrameCode returns the code of a frame object, nil if it is not one.
func (machine) FrameCode(frame py.Value) py.CodeInfo {
	if f, ok := py.Cast[frameObject](frame, frameType); ok {
		return f.code
	}
	return nil
}

// activations returns the running function and its callers, innermost first.
func (vm *VM) activations() []activation {
	var as []activation
	vm.eachFrame(func(a activation) bool {
		as = append(as, a)
		return true
	})
	return as
}

func (a *activation) frameObject(level int) py.Value {
	f := newFrame(a.code, int(a.pcOff/instrSize)-1)
	py.As[frameObject](f).level = level
	return f
}

// activation finds a frame on the stack again, if its function still runs there.
func (f *frameObject) activation(t *py.Thread) (a activation, as []activation) {
	as = of(t).activations()
	if f.level == 0 || f.level > len(as) {
		return a, nil
	}
	if a = as[len(as)-f.level]; a.code.original() != f.code.original() {
		return activation{}, nil
	}
	return a, as
}

// frameObject is a frame as tracebacks, sys._getframe and trace functions show it. That
// of a traced function is the same in all events; others are made anew each time.
type frameObject struct {
	py.Head
	code    *Code
	pc      int
	level   int        // frames on the stack up to this one; 0 if it is not from the stack
	gen     *Generator // whose frame it is while it waits
	trace   py.Value   // f_trace, unbound: None
	noLines bool       // f_trace_lines is False
	opcodes bool       // f_trace_opcodes, which changes nothing
}

// clear closes the generator whose frame it is. Other frames that have ended hold
// nothing that could be dropped.
func (f *frameObject) clear(t *py.Thread, a *py.Args) (py.Value, error) {
	if f.gen == nil {
		if _, as := f.activation(t); as != nil {
			return py.Nil, py.Raise(py.RuntimeError, "cannot clear an executing frame")
		}
		return py.None, nil
	}
	of(t).fillRecords()
	switch f.gen.state {
	case genRunning:
		return py.Nil, py.Raise(py.RuntimeError, "cannot clear an executing frame")
	case genSuspended:
		return py.Nil, py.Raise(py.RuntimeError, "cannot clear a suspended frame")
	}
	_, err := of(t).genClose1(f.gen)
	return py.None, err
}

// line is f_lineno: of a function that runs, where it is now.
func (f *frameObject) line(t *py.Thread) int32 {
	pc := f.pc
	code := f.code
	if a, as := f.activation(t); as != nil {
		code, pc = a.code, int(a.pcOff/instrSize)-1
	}
	if pc >= 0 && pc < len(code.bc.Instrs) && code.bc.Instrs[pc] == (Instr{Op: opTrace, A: traceReturnNone, C: 1}) {
		if a, as := f.activation(t); as != nil {
			if e := of(t).trace.find(a.fp, a.fn); e != nil {
				return e.line
			}
		}
	}
	if pc >= 0 && pc < len(code.bc.Instrs) && code.bc.Instrs[pc] == (Instr{Op: opTrace, A: traceCall}) {
		// In the call event: the line of the def or of the yield.
		if pc--; pc < 0 || code.bc.Instrs[pc].Op == bytecode.MakeCell {
			if code.bc.Name == "<module>" {
				return 0
			}
			return code.bc.FirstLine
		}
	}
	line, _, _, _ := code.Position(pc)
	return line
}

var frameShape py.Shape

var frameType = &py.Type{}

var _ = py.DefineType(frameType, &frameShape, py.TypeSpec{
	Name: "frame", Flags: py.Final | py.NotCallable,
	Slots: py.Slots{
		Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
			f := py.As[frameObject](v)
			line := f.line(t)
			return py.NewStr("<frame at " + py.Address(t, v) + ", file '" + f.code.bc.Filename + "', line " + itoa(int(line)) + ", code " + f.code.bc.Name + ">"), nil
		},
		Hash: identityHash,
	},
	Table: func() py.Members {
		return py.Members{
			py.Method("clear()", (*frameObject).clear),
			py.GetSet("f_code", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.Object(py.As[frameObject](v).code.original()), nil
			}, nil),
			py.GetSet("f_lineno", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.Int(int64(py.As[frameObject](v).line(t))), nil
			}, nil),
			py.GetSet("f_trace", func(t *py.Thread, v py.Value) (py.Value, error) {
				if f := py.As[frameObject](v); f.trace.Bound() {
					return f.trace, nil
				}
				return py.None, nil
			}, func(t *py.Thread, v, val py.Value) error {
				f := py.As[frameObject](v)
				if f.trace = val; val.IsNone() {
					f.trace = py.Nil
				}
				f.traceNow(of(t))
				return nil
			}),
			flag("f_trace_lines", func(f *frameObject) bool { return !f.noLines }, func(f *frameObject, on bool) { f.noLines = !on }),
			flag("f_trace_opcodes", func(f *frameObject) bool { return f.opcodes }, func(f *frameObject, on bool) { f.opcodes = on }),
			py.GetSet("f_lasti", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.Int(int64(max(py.As[frameObject](v).pc, 0) * 2)), nil
			}, nil),
			py.GetSet("f_globals", func(t *py.Thread, v py.Value) (py.Value, error) {
				f := py.As[frameObject](v)
				if f.code.globals == nil {
					return py.None, nil
				}
				return f.code.globals.Value(), nil
			}, nil),
			py.GetSet("f_builtins", func(t *py.Thread, v py.Value) (py.Value, error) { return t.Interp.Builtins.Filled().Value(), nil }, nil),
			py.GetSet("f_locals", func(t *py.Thread, v py.Value) (py.Value, error) {
				f := py.As[frameObject](v)
				switch a, as := f.activation(t); {
				case as == nil:
					return py.NewDict().Value(), nil
				case a.code.mapping:
					return *(*py.Value)(unsafe.Add(unsafe.Pointer(a.regs), -2*int(valueSize))), nil
				default:
					return a.locals(t), nil
				}
			}, nil),
			py.GetSet("f_back", func(t *py.Thread, v py.Value) (py.Value, error) {
				f := py.As[frameObject](v)
				if _, as := f.activation(t); as != nil && f.level > 1 {
					a := as[len(as)-f.level+1]
					if e := of(t).trace.find(a.fp, a.fn); e != nil {
						return py.Object(e.frame), nil
					}
					return a.frameObject(f.level - 1), nil
				}
				return py.None, nil
			}, nil),
		}
	},
})

// flag is a row for an attribute of frames that is True or False.
//
//go:noinline
func flag(name string, get func(f *frameObject) bool, set func(f *frameObject, on bool)) py.Member {
	return py.GetSet(name, func(t *py.Thread, v py.Value) (py.Value, error) {
		return py.Bool(get(py.As[frameObject](v))), nil
	}, func(t *py.Thread, v, val py.Value) error {
		if !val.Bound() {
			return py.Raise(py.TypeError, "can't delete numeric/char attribute")
		}
		if !val.IsBool() {
			return py.Raise(py.TypeError, "attribute value type must be bool")
		}
		set(py.As[frameObject](v), val == py.True)
		return nil
	})
}

// traceNow makes a frame that runs already a traced one: debuggers set f_trace of the
// frames that they want to stop in.
func (f *frameObject) traceNow(vm *VM) {
	if !f.trace.Bound() {
		return
	}
	if vm.trace == nil {
		vm.trace = &tracer{}
		vm.materialize()
	}
	a, as := f.activation(vm.t)
	if as == nil || vm.trace.find(a.fp, a.fn) != nil {
		return
	}
	line, _, _, _ := a.code.Position(int(a.pcOff/instrSize) - 1)
	vm.traceFrom(a)
	vm.trace.push(tracedFrame{fp: a.fp, fn: a.fn, frame: f, line: line, pc: -1}, true)
}

func newFrame(code *Code, pc int) py.Value {
	return py.Object(&frameObject{Head: py.HeadOf(&frameShape), code: code, pc: pc})
}

// FrameObject returns a frame object for a traceback entry.
func (c *Code) FrameObject(pc int) py.Value { return newFrame(c, pc) }
