package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// throwInto passes an exception to the iterator that g delegates to. done is false
// if that yielded v.
func (vm *VM) throwInto(g *Generator, e *py.Exc) (done bool, v py.Value, err error) {
	in := (*Instr)(unsafe.Add(g.code.pc0, g.pc))
	sub := g.regs[in.B/vs]
	g.state = genRunning
	defer func() {
		if g.state == genRunning {
			g.state = genSuspended
		}
	}()
	if inner, ok := asGenerator(sub); ok {
		defer func() {
			if done {
				vm.leaves(inner)
			}
		}()
		if e.IsA(py.GeneratorExit) {
			if err := vm.genClose(inner); err != nil {
				return true, py.Nil, err
			}
			return true, py.Nil, e
		}
		v, yielded, err := vm.genResume(inner, py.None, e)
		return !yielded, v, err
	}
	if e.IsA(py.GeneratorExit) {
		m, err := py.LookupAttr(vm.t, sub, py.Name("close"))
		if err != nil {
			return true, py.Nil, err
		}
		if m.Bound() {
			if _, err := py.Call(vm.t, m); err != nil {
				return true, py.Nil, err
			}
		}
		return true, py.Nil, e
	}
	m, err := py.LookupAttr(vm.t, sub, py.Name("throw"))
	if err != nil {
		return true, py.Nil, err
	}
	if !m.Bound() {
		if e.IsA(py.StopIteration) {
			return true, stopValue(e), nil // as if the iterator had ended
		}
		return true, py.Nil, e
	}
	args := vm.thrown
	if vm.thrown = nil; args == nil {
		args = []py.Value{e.Value()}
	}
	v, err = py.Call(vm.t, m, args...)
	if err != nil {
		if x, ok := err.(*py.Exc); ok && x.IsA(py.StopIteration) {
			return true, stopValue(x), nil
		}
		return true, py.Nil, err
	}
	return false, v, nil
}

// thrownException builds the exception of throw(type[, value[, tb]]).
func thrownException(t *py.Thread, a *py.Args) (*py.Exc, error) {
	typ, val := a.Value(0), a.ValueOr(1, py.None)
	if a.Given(2) && !py.IsInstance(a.Value(2), py.TracebackType) {
		return nil, py.Raise(py.TypeError, "throw() third argument must be a traceback object")
	}
	if py.IsInstance(typ, py.BaseException) {
		if !val.IsNone() {
			return nil, py.Raise(py.TypeError, "instance exception may not have a separate value")
		}
		return py.As[py.Exc](typ), nil
	}
	c, ok := py.IsType(typ)
	if !ok || !c.IsSubtype(py.BaseException) {
		return nil, py.Raise(py.TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", py.TypeName(typ))
	}
	if py.IsInstance(val, c) {
		return py.As[py.Exc](val), nil
	}
	var args []py.Value
	if tup, ok := py.AsTuple(val); ok {
		args = tup.Items()
	} else if !val.IsNone() {
		args = []py.Value{val}
	}
	v, err := py.Call(t, typ, args...)
	if err != nil {
		return nil, err
	}
	e, ok := py.Cast[py.Exc](v, py.BaseException)
	if !ok {
		return nil, py.Raise(py.TypeError, "calling %s should have returned an instance of BaseException, not %s", reprOf(t, typ), py.TypeName(v))
	}
	return e, nil
}

func (g *Generator) throw(t *py.Thread, a *py.Args) (py.Value, error) {
	thrower, err := g.thrower(t)
	if err != nil {
		return py.Nil, err
	}
	e, err := thrownException(t, a)
	if err != nil {
		if !thrower {
			return py.Nil, err
		}
		e, _ = err.(*py.Exc) // stands for what is no exception, and gets nowhere
	}
	if thrower {
		args := []py.Value{a.Value(0)}
		for i := 1; i < 3 && a.Has(i); i++ {
			args = append(args, a.Value(i))
		}
		vm := of(t)
		vm.thrown = args
		defer func() { vm.thrown = nil }()
	}
	return genSend(t, g, py.None, e)
}

// thrower reports whether what is thrown into g goes to the method throw of an
// iterator that is no generator: that one gets the arguments as they are.
func (g *Generator) thrower(t *py.Thread) (bool, error) {
	for g.delegating && g.state == genSuspended {
		sub := g.regs[(*Instr)(unsafe.Add(g.code.pc0, g.pc)).B/vs]
		inner, ok := asGenerator(sub)
		if !ok {
			m, err := py.LookupAttr(t, sub, py.Name("throw"))
			return m.Bound(), err
		}
		g = inner
	}
	return false, nil
}
