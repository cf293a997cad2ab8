package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// asyncOp executes the instructions of delegation and asynchronous iteration.
func (vm *VM) asyncOp(in *Instr) error {
	switch in.Op {
	case bytecode.YieldFrom:
		return vm.yieldFrom(in)
	case bytecode.GetYieldFrom:
		v := *vm.reg(in.B)
		if v.ShapeIs(&coroutineShape) {
			if vm.code.bc.Flags&(bytecode.Coroutine|bytecode.IterableCoro) == 0 {
				return py.Raise(py.TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
			}
			*vm.reg(in.A) = v
			return nil
		}
		it, err := py.Iter(vm.t, v)
		if err != nil {
			return err
		}
		*vm.reg(in.A) = it
	case bytecode.GetAwaitable:
		it, err := vm.awaitable(*vm.reg(in.B), in.C)
		if err != nil {
			return err
		}
		*vm.reg(in.A) = it
	case bytecode.GetAIter:
		o := *vm.reg(in.B)
		f := o.Type().Slots.AIter
		if f == nil {
			return py.Raise(py.TypeError, "'async for' requires an object with __aiter__ method, got %s", py.TypeName(o))
		}
		it, err := f(vm.t, o)
		if err != nil {
			return err
		}
		if it.Type().Slots.ANext == nil {
			return py.Raise(py.TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %s", py.TypeName(it))
		}
		*vm.reg(in.A) = it
	case bytecode.GetANext:
		o := *vm.reg(in.B)
		f := o.Type().Slots.ANext
		if f == nil {
			return py.Raise(py.TypeError, "'async for' requires an iterator with __anext__ method, got %s", py.TypeName(o))
		}
		a, err := f(vm.t, o)
		if err != nil {
			return err
		}
		it, err := vm.awaitable(a, 0)
		if err != nil {
			e, _ := py.FromGo(err).(*py.Exc)
			r := py.Raise(py.TypeError, "'async for' received an invalid object from __anext__: %s", py.TypeName(a)).(*py.Exc)
			r.Cause, r.Context, r.Suppress, r.HasCause = e, e, true, true
			return r
		}
		*vm.reg(in.A) = it
	case bytecode.EndAsyncFor:
		e := py.As[py.Exc](*vm.reg(in.A))
		if !e.IsA(py.StopAsyncIteration) {
			return errReraise{e}
		}
		*vm.reg(in.A) = py.Nil
	}
	return nil
}

// awaitable returns the iterator that `await v` delegates to.
func (vm *VM) awaitable(v py.Value, where uint16) (py.Value, error) {
	if v.ShapeIs(&coroutineShape) {
		vm.fillRecords()
		if g := py.As[Generator](v); g.delegating && g.state == genSuspended {
			return py.Nil, py.Raise(py.RuntimeError, "coroutine is being awaited already")
		}
		return v, nil
	}
	if v.ShapeIs(&generatorShape) { // as in MicroPython, whose libraries await plain generators
		return v, nil
	}
	f := v.Type().Slots.Await
	if f == nil {
		switch where {
		case 1:
			return py.Nil, py.Raise(py.TypeError, "'async with' received an object from __aenter__ that does not implement __await__: %s", py.TypeName(v))
		case 2:
			return py.Nil, py.Raise(py.TypeError, "'async with' received an object from __aexit__ that does not implement __await__: %s", py.TypeName(v))
		}
		return py.Nil, py.Raise(py.TypeError, "object %s can't be used in 'await' expression", py.TypeName(v))
	}
	it, err := f(vm.t, v)
	if err != nil {
		return py.Nil, err
	}
	if it.ShapeIs(&coroutineShape) {
		return py.Nil, py.Raise(py.TypeError, "__await__() returned a coroutine")
	}
	if it.Type().Slots.Next == nil {
		return py.Nil, py.Raise(py.TypeError, "__await__() returned non-iterator of type '%s'", py.TypeName(it))
	}
	return it, nil
}

var (
	nameAwait = py.Name("__await__")
	nameSend  = py.Name("send")
	nameNext_ = py.Name("__next__")
)

// yieldFrom is YieldFrom: it asks the inner iterator for the next value and passes
// it on, to come back to the same instruction.
func (vm *VM) yieldFrom(in *Instr) error {
	g := vm.generator()
	sent := py.None
	if g.delegating {
		sent = g.sent
		g.sent = py.Nil
	}
	sub := *vm.reg(in.B)
	if inner, ok := asGenerator(sub); ok && !g.delegating && (inner.state == genCreated || inner.state == genSuspended) {
		g.pc = int32(vm.pcOff - instrSize)
		copyRegs(unsafe.SliceData(g.regs), vm.at(vm.base), len(g.regs))
		return vm.delegate(in, g, inner)
	}
	v, yielded, err := vm.advance(sub, sent)
	g = py.As[Generator](*vm.at(vm.base - valueSize))
	if inner, ok := asGenerator(sub); ok && !yielded {
		vm.leaves(inner)
	}
	if err != nil {
		g.delegating = false
		return err
	}
	if yielded {
		g.delegating = true
		vm.suspend(v, vm.pcOff-instrSize)
		return nil
	}
	g.delegating = false
	*vm.reg(in.A) = v
	return nil
}

// advance sends a value into any iterator: it yields v, or ends with value v.
func (vm *VM) advance(sub, sent py.Value) (v py.Value, yielded bool, err error) {
	if inner, ok := asGenerator(sub); ok {
		return vm.genResume(inner, sent, nil)
	}
	if sent.IsNone() {
		if sub.Type().Flags&py.Heap == 0 {
			switch { // builtin iterators that end with a value
			case sub.ShapeIs(&coroWrapperShape):
				return vm.genResume(py.As[coroWrapper](sub).g, py.None, nil)
			case sub.ShapeIs(&asendShape):
				return py.As[asend](sub).step(vm.t, py.None, nil)
			}
			v, err = py.Next(vm.t, sub)
			if err != nil {
				if e, ok := err.(*py.Exc); ok && e.IsA(py.StopIteration) {
					return stopValue(e), false, nil
				}
				return py.Nil, false, err
			}
			if !v.Bound() {
				return py.None, false, nil
			}
			return v, true, nil
		}
		m, e := py.BindSpecial(vm.t, sub, nameNext_)
		if e != nil {
			return py.Nil, false, e
		}
		v, err = py.Call(vm.t, m)
	} else {
		v, err = py.CallMethod(vm.t, sub, nameSend, sent)
	}
	if err != nil {
		if e, ok := err.(*py.Exc); ok && e.IsA(py.StopIteration) {
			return stopValue(e), false, nil
		}
		return py.Nil, false, err
	}
	return v, true, nil
}

// coroWrapper is what coroutine.__await__() returns.
type coroWrapper struct {
	py.Head
	g *Generator
}

var coroWrapperShape py.Shape

var coroWrapperType = &py.Type{}

var _ = py.DefineType(coroWrapperType, &coroWrapperShape, py.TypeSpec{
	Name: "coroutine_wrapper", Flags: py.Final | py.NotCallable,
	Slots: py.Slots{
		Iter: func(t *py.Thread, v py.Value) (py.Value, error) { return v, nil },
		Next: func(t *py.Thread, v py.Value) (py.Value, error) {
			return genSend(t, py.As[coroWrapper](v).g, py.None, nil)
		},
	},
	Table: func() py.Members {
		return py.Members{
			py.Method("close()", func(w *coroWrapper, t *py.Thread, a *py.Args) (py.Value, error) { return w.g.close(t, a) }),
			py.Method("send(value, /)", func(w *coroWrapper, t *py.Thread, a *py.Args) (py.Value, error) { return w.g.send(t, a) }),
			py.Method("throw(typ, val=None, tb=None, /)", func(w *coroWrapper, t *py.Thread, a *py.Args) (py.Value, error) { return w.g.throw(t, a) }),
		}
	},
})

func newCoroutineWrapper(t *py.Thread, v py.Value) (py.Value, error) {
	return py.Object(&coroWrapper{py.HeadOf(&coroWrapperShape), py.As[Generator](v)}), nil
}

// AsyncGen is an asynchronous generator: the generator inside, whose awaits yield
// plain values and whose own yields are marked (Generator.wrapped).
type AsyncGen struct {
	py.Head
	g       *Generator
	closed  bool
	running bool
}

// AsyncGenType is the type of asynchronous generators.
var AsyncGenType = &py.Type{}

var _ = py.DefineType(AsyncGenType, &asyncGenShape, py.TypeSpec{
	Name: "async_generator", Flags: py.Final | py.NotCallable,
	Slots: py.Slots{
		Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.NewStr("<async_generator object " + qualName(py.As[AsyncGen](v).g.fn) + " at " + py.Address(t, v) + ">"), nil
		},
		Hash:  identityHash,
		AIter: func(t *py.Thread, v py.Value) (py.Value, error) { return v, nil },
		ANext: func(t *py.Thread, v py.Value) (py.Value, error) {
			return newAsend(py.As[AsyncGen](v), py.None, nil, asendNext), nil
		},
	},
	Table: func() py.Members {
		return append(py.Members{
			py.Method("aclose()", func(g *AsyncGen, t *py.Thread, a *py.Args) (py.Value, error) {
				return newAsend(g, py.None, py.NewExc(py.GeneratorExit), asendClose), nil
			}),
			py.Method("asend(value, /)", func(g *AsyncGen, t *py.Thread, a *py.Args) (py.Value, error) {
				return newAsend(g, a.Value(0), nil, asendNext), nil
			}),
			py.Method("athrow(typ, val=None, tb=None, /)", func(g *AsyncGen, t *py.Thread, a *py.Args) (py.Value, error) {
				e, err := thrownException(t, a)
				if err != nil {
					return py.Nil, err
				}
				return newAsend(g, py.None, e, asendThrow), nil
			}),
			py.GetSet("ag_await", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.As[AsyncGen](v).g.delegate(), nil
			}, nil),
			py.GetSet("ag_running", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.Bool(py.As[AsyncGen](v).running), nil
			}, nil),
			py.GetSet("ag_code", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.Object(py.As[AsyncGen](v).g.code.original()), nil
			}, nil),
			py.GetSet("ag_frame", func(t *py.Thread, v py.Value) (py.Value, error) {
				g := py.As[AsyncGen](v).g
				if g.state == genDone {
					return py.None, nil
				}
				return newFrame(g.code, int(g.pc/int32(instrSize))-1), nil
			}, nil),
		}, nameAttributes(func(v py.Value) *Generator { return py.As[AsyncGen](v).g })...)
	},
})

func newAsyncGen(g *Generator) py.Value {
	return py.Object(&AsyncGen{Head: py.HeadOf(&asyncGenShape), g: g})
}

// asyncYield is `yield` in an asynchronous generator.
func (vm *VM) asyncYield(in *Instr) error {
	g := py.As[Generator](*vm.at(vm.base - valueSize))
	g.wrapped = true
	vm.suspend(*vm.reg(in.B), vm.pcOff)
	return nil
}

// asend is the awaitable of __anext__, asend, athrow and aclose.
type asend struct {
	py.Head
	ag    *AsyncGen
	value py.Value
	exc   *py.Exc
	kind  uint8
	state uint8 // 0 not started, 1 running, 2 done
}

const (
	asendNext uint8 = iota
	asendThrow
	asendClose
)

var asendShape py.Shape

var asendType = &py.Type{}

var _ = py.DefineType(asendType, &asendShape, py.TypeSpec{
	Name: "async_generator_asend", Flags: py.Final | py.NotCallable,
	Slots: py.Slots{
		Iter:  func(t *py.Thread, v py.Value) (py.Value, error) { return v, nil },
		Await: func(t *py.Thread, v py.Value) (py.Value, error) { return v, nil },
		Next: func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.As[asend](v).send(t, py.None, nil)
		},
	},
	Table: func() py.Members {
		return py.Members{
			py.Method("close()", func(s *asend, t *py.Thread, a *py.Args) (py.Value, error) {
				if s.state == 2 {
					return py.None, nil
				}
				_, yielded, err := s.step(t, py.None, py.NewExc(py.GeneratorExit))
				if err != nil && !py.ErrIs(err, py.GeneratorExit) && !py.ErrIs(err, py.StopIteration) && !py.ErrIs(err, py.StopAsyncIteration) {
					return py.Nil, err
				}
				if yielded {
					return py.Nil, py.Raise(py.RuntimeError, "coroutine ignored GeneratorExit")
				}
				return py.None, nil
			}),
			py.Method("send(value, /)", func(s *asend, t *py.Thread, a *py.Args) (py.Value, error) {
				return s.send(t, a.Value(0), nil)
			}),
			py.Method("throw(typ, val=None, tb=None, /)", func(s *asend, t *py.Thread, a *py.Args) (py.Value, error) {
				e, err := thrownException(t, a)
				if err != nil {
					return py.Nil, err
				}
				return s.send(t, py.None, e)
			}),
		}
	},
})

func newAsend(g *AsyncGen, v py.Value, e *py.Exc, kind uint8) py.Value {
	return py.Object(&asend{Head: py.HeadOf(&asendShape), ag: g, value: v, exc: e, kind: kind})
}

func (s *asend) send(t *py.Thread, v py.Value, e *py.Exc) (py.Value, error) {
	r, yielded, err := s.step(t, v, e)
	if err != nil || yielded {
		return r, err
	}
	return py.Nil, stop(r)
}

// step drives the generator: yielded is true for a value of an await inside, which
// goes to the event loop; a `yield` ends the awaitable with its value. e is what
// throw() and close() of the awaitable throw.
func (s *asend) step(t *py.Thread, v py.Value, e *py.Exc) (py.Value, bool, error) {
	ag := s.ag
	if s.state == 2 {
		what := [...]string{"__anext__()/asend()", "aclose()/athrow()", "aclose()/athrow()"}
		return py.Nil, false, py.Raise(py.RuntimeError, "cannot reuse already awaited %s", what[s.kind])
	}
	if s.kind != asendNext && e == nil && ag.g.state == genDone {
		s.state = 2
		return py.None, false, nil
	}
	if s.state == 0 {
		if ag.running {
			s.state = 2
			what := [...]string{"anext", "athrow", "aclose"}
			return py.Nil, false, py.Raise(py.RuntimeError, "%s(): asynchronous generator is already running", what[s.kind])
		}
		switch {
		case e != nil:
		case s.kind == asendNext:
			if v.IsNone() {
				v = s.value
			}
		case ag.closed:
			s.state = 2
			return py.Nil, false, py.NewExc(py.StopAsyncIteration)
		case !v.IsNone():
			return py.Nil, false, py.Raise(py.RuntimeError, "can't send non-None value to a just-started coroutine")
		default:
			e = s.exc
			ag.closed = ag.closed || s.kind == asendClose
		}
		s.state = 1
	}
	ag.running = true
	ag.g.wrapped = false
	r, yielded, err := of(t).genResume(ag.g, v, e)
	if yielded && !ag.g.wrapped {
		return r, true, err
	}
	ag.running = false
	s.state = 2
	switch {
	case err == nil && yielded && s.kind == asendClose:
		return py.Nil, false, py.Raise(py.RuntimeError, "async generator ignored GeneratorExit")
	case err == nil && yielded:
		return r, false, nil
	case err == nil: // it has returned
		err = py.NewExc(py.StopAsyncIteration)
	}
	if py.ErrIs(err, py.StopAsyncIteration) || py.ErrIs(err, py.GeneratorExit) {
		if s.kind == asendClose {
			return py.None, false, nil
		}
		ag.closed = true
	}
	return py.Nil, false, err
}
