package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// errReraise wraps an exception that is raised again with its traceback as it is.
type errReraise struct{ *py.Exc }

// errThrown wraps an exception thrown into a generator: what the caller handles is
// not its context.
type errThrown struct{ *py.Exc }

// unwind finds the handler of an exception, leaving frames on the way. If there is
// none before the loop's end, vm.code becomes nil and vm.err is set.
func (vm *VM) unwind(err error) {
	keep := false
	if r, ok := err.(errReraise); ok {
		err, keep = r.Exc, true
	}
	thrown := false
	if th, ok := err.(errThrown); ok {
		err, thrown = th.Exc, true
	}
	exc, ok := err.(*py.Exc)
	if !ok {
		exc = py.FromGo(err).(*py.Exc)
	}
	switch {
	case thrown:
		vm.chain(exc, vm.handledHere())
	case exc.TB == nil && !keep && exc.Context == nil:
		vm.setContext(exc)
	}
	for {
		idx := int32(vm.pcOff/instrSize) - 1
		if !keep {
			exc.TB = py.NewTraceback(exc.TB, vm.code, int(idx))
			if vm.trace != nil {
				exc = vm.traceException(exc)
			}
		}
		keep = false
		hs := vm.code.bc.Handlers
		for i := range hs {
			h := &hs[i]
			if idx >= h.Start && idx < h.End {
				*vm.reg(h.Reg * vs) = exc.Value()
				vm.pcOff = uintptr(h.Target) * instrSize
				return
			}
		}
		if vm.trace != nil {
			exc = vm.traceUnwound(exc)
		}
		if vm.code.isGen {
			exc = vm.genRaised(exc)
		}
		fr, ok := vm.pop()
		if !ok {
			vm.result, vm.err = py.Nil, exc
			return
		}
		if fr.dst&kindMask == frameCall && exc.IsA(py.AttributeError) {
			if in := vm.instrAt(vm.pcOff); in.Op == bytecode.LoadAttr {
				py.AttrFailed(exc, *vm.reg(in.B), vm.code.sites[in.C].name)
			}
		}
		if fr.dst&kindMask == frameNext && exc.IsA(py.StopIteration) {
			if vm.trace == nil {
				return // the loop ends
			}
			e := vm.traceException(exc)
			if e == exc {
				return
			}
			exc, keep = e, true
		}
	}
}

// maxContexts bounds the search in setContext.
const maxContexts = 4096

// setContext sets __context__ of a new exception to the one being handled.
func (vm *VM) setContext(exc *py.Exc) { vm.chain(exc, vm.handled()) }

// chain makes h the __context__ of an exception.
func (vm *VM) chain(exc, h *py.Exc) {
	if h == nil || h == exc {
		return
	}
	// Do not make a cycle: cut it where exc already is the context of something. A
	// program that raises in handlers for ever makes chains without end, of which
	// only the beginning is searched.
	if exc.IsContext {
		for x, n := h, 0; x.Context != nil && n < maxContexts; x, n = x.Context, n+1 {
			if x.Context == exc {
				x.Context = nil
				break
			}
		}
	}
	exc.Context = h
	h.IsContext = true
}

// handled returns the exception being handled: the innermost except clause of the
// running code or its callers.
func (vm *VM) handled() *py.Exc {
	var found *py.Exc
	vm.eachFrame(func(a activation) bool {
		found = a.handled()
		return found == nil
	})
	return found
}

// handledHere is handled without the callers.
func (vm *VM) handledHere() *py.Exc {
	var found *py.Exc
	vm.eachFrame(func(a activation) bool {
		found = a.handled()
		return false
	})
	return found
}

func (a *activation) handled() *py.Exc {
	if !a.code.regions {
		return nil
	}
	idx := int32(a.pcOff/instrSize) - 1
	rs := a.code.bc.ExcRegions
	for i := range rs {
		if r := &rs[i]; idx >= r.Start && idx < r.End {
			if v := a.reg(int(r.Reg)); v.Bound() && py.IsInstance(v, py.BaseException) {
				return py.As[py.Exc](v)
			}
		}
	}
	return nil
}

// excOp executes the instructions about exceptions.
func (vm *VM) excOp(in *Instr) error {
	switch in.Op {
	case bytecode.Raise:
		e, err := vm.toException(*vm.reg(in.A))
		if err != nil {
			return err
		}
		vm.setContext(e)
		return e
	case bytecode.RaiseFrom:
		e, err := vm.toException(*vm.reg(in.A))
		if err != nil {
			return err
		}
		cause := *vm.reg(in.B)
		if cause.IsNone() {
			e.Cause = nil
		} else {
			c, err := vm.toException(cause)
			if err != nil {
				if ty, ok := py.IsType(cause); !ok || !ty.IsSubtype(py.BaseException) {
					return py.Raise(py.TypeError, "exception causes must derive from BaseException")
				}
				return err
			}
			e.Cause = c
		}
		e.Suppress, e.HasCause = true, true
		vm.setContext(e)
		return e
	case bytecode.RaiseBare:
		e := vm.handled()
		if e == nil {
			return py.Raise(py.RuntimeError, "No active exception to reraise")
		}
		return errReraise{e}
	case bytecode.Reraise:
		return errReraise{py.As[py.Exc](*vm.reg(in.A))}
	case bytecode.JumpIfNotExcMatch:
		ok, err := excMatches(*vm.reg(in.A), *vm.reg(in.B))
		if err != nil {
			return err
		}
		if !ok {
			vm.jump(in.C)
		}
	case bytecode.ExcTriple:
		e := py.As[py.Exc](*vm.reg(in.B))
		tb := py.None
		if e.TB != nil {
			tb = py.Object(e.TB)
		}
		*vm.reg(in.A) = e.Class().Value()
		*vm.reg(in.A + vs) = e.Value()
		*vm.reg(in.A + 2*vs) = tb
	case bytecode.StarMatch:
		return vm.starMatch(in)
	case bytecode.StarReraise:
		v, err := vm.starReraise(*vm.reg(in.B), *vm.reg(in.C))
		if err != nil {
			return err
		}
		*vm.reg(in.A) = v
	}
	return nil
}

// toException returns what a raise statement raises for v.
func (vm *VM) toException(v py.Value) (*py.Exc, error) {
	if ty, ok := py.IsType(v); ok && ty.IsSubtype(py.BaseException) {
		x, err := py.Call(vm.t, v)
		if err != nil {
			return nil, err
		}
		if !py.IsInstance(x, py.BaseException) {
			return nil, py.Raise(py.TypeError, "calling %s should have returned an instance of BaseException, not %s", reprOf(vm.t, v), py.TypeName(x))
		}
		return py.As[py.Exc](x), nil
	}
	if py.IsInstance(v, py.BaseException) {
		return py.As[py.Exc](v), nil
	}
	return nil, py.Raise(py.TypeError, "exceptions must derive from BaseException")
}

func reprOf(t *py.Thread, v py.Value) string {
	s, err := py.Repr(t, v)
	if err != nil {
		return "?"
	}
	return s.String()
}

// excMatches reports whether exception e matches a class or tuple of classes.
func excMatches(e, c py.Value) (bool, error) {
	if py.IsInstance(c, py.TupleType) {
		found := false
		for _, x := range py.As[py.Tuple](c).Items() {
			ok, err := excMatches1(e, x)
			if err != nil {
				return false, err
			}
			found = found || ok
		}
		return found, nil
	}
	return excMatches1(e, c)
}

func excMatches1(e, c py.Value) (bool, error) {
	ty, ok := py.IsType(c)
	if !ok || !ty.IsSubtype(py.BaseException) {
		return false, py.Raise(py.TypeError, "catching classes that do not inherit from BaseException is not allowed")
	}
	return e.Type().IsSubtype(ty), nil
}

var nameSplit = py.Name("split")

// starMatch is StarMatch.
func (vm *VM) starMatch(in *Instr) error {
	e, c := *vm.reg(in.B), *vm.reg(in.C)
	classes := []py.Value{c}
	if py.IsInstance(c, py.TupleType) {
		classes = py.As[py.Tuple](c).Items()
	}
	for _, x := range classes {
		ty, ok := py.IsType(x)
		if !ok || !ty.IsSubtype(py.BaseException) {
			return py.Raise(py.TypeError, "catching classes that do not inherit from BaseException is not allowed")
		}
		if ty.IsSubtype(py.BaseExceptionGroup) {
			return py.Raise(py.TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	if e.IsNone() {
		*vm.reg(in.A), *vm.reg(in.A + vs) = py.None, py.None
		return nil
	}
	if !py.IsInstance(e, py.BaseExceptionGroup) {
		ok, err := excMatches(e, c)
		if err != nil {
			return err
		}
		if !ok {
			*vm.reg(in.A), *vm.reg(in.A + vs) = py.None, e
			return nil
		}
		group := py.BaseExceptionGroup
		if py.IsInstance(e, py.Exception) {
			group = py.ExceptionGroup
		}
		g, err := py.Call(vm.t, group.Value(), py.NewStr(""), py.NewTuple(e))
		if err != nil {
			return err
		}
		py.As[py.Exc](g).TB = py.As[py.Exc](e).TB
		*vm.reg(in.A), *vm.reg(in.A + vs) = g, py.None
		return nil
	}
	r, err := py.CallMethod(vm.t, e, nameSplit, c)
	if err != nil {
		return err
	}
	pair, ok := py.AsTuple(r)
	if !ok || pair.Len() < 2 {
		return py.Raise(py.TypeError, "%s.split must return a 2-tuple, got %s", py.TypeName(e), py.TypeName(r))
	}
	*vm.reg(in.A), *vm.reg(in.A + vs) = pair.Items()[0], pair.Items()[1]
	return nil
}

// starReraise joins the exceptions that except* clauses raised and left (PEP 654):
// those that are parts of the original, raised again unchanged, keep its structure;
// new ones are grouped with them.
func (vm *VM) starReraise(orig, list py.Value) (py.Value, error) {
	if !py.IsInstance(orig, py.BaseExceptionGroup) {
		// At most one clause ran, with a group around the exception.
		for _, v := range py.As[py.List](list).A {
			if !v.IsNone() {
				return v, nil
			}
		}
		return py.None, nil
	}
	var raised, reraised []py.Value
	o := py.As[py.Exc](orig)
	for _, v := range py.As[py.List](list).A {
		if v.IsNone() {
			continue
		}
		e := py.As[py.Exc](v)
		if e == o || isPartOf(e, o) {
			reraised = append(reraised, v)
		} else {
			raised = append(raised, v)
		}
	}
	var rest py.Value = py.None
	if len(reraised) > 0 {
		var leaves []py.Value
		for _, v := range reraised {
			leaves = append(leaves, leavesOf(v)...)
		}
		r, err := vm.subgroupOf(orig, leaves)
		if err != nil {
			return py.Nil, err
		}
		rest = r
	}
	if len(raised) == 0 {
		return rest, nil
	}
	if !rest.IsNone() {
		raised = append(raised, rest)
	}
	if len(raised) == 1 {
		return raised[0], nil
	}
	group := py.ExceptionGroup
	for _, v := range raised {
		if !py.IsInstance(v, py.Exception) {
			group = py.BaseExceptionGroup
		}
	}
	return py.Call(vm.t, group.Value(), py.NewStr(""), py.NewList(raised).Value())
}

// isPartOf reports whether e was split from o: it shares o's traceback, cause and
// context.
func isPartOf(e, o *py.Exc) bool {
	return py.IsInstance(e.Value(), py.BaseExceptionGroup) && e.TB == o.TB && e.Cause == o.Cause && e.Context == o.Context && e.TB != nil
}

// groupItems returns the exceptions of a group.
func groupItems(v py.Value) []py.Value {
	if e := py.As[py.Exc](v); e.Args.Len() > 1 {
		if t, err := py.ToSlice(nil, e.Args.Items()[1]); err == nil {
			return t
		}
	}
	return nil
}

func leavesOf(v py.Value) []py.Value {
	if !py.IsInstance(v, py.BaseExceptionGroup) {
		return []py.Value{v}
	}
	var out []py.Value
	for _, x := range groupItems(v) {
		out = append(out, leavesOf(x)...)
	}
	return out
}

// subgroupOf returns the part of group that has the given leaves, structure kept.
func (vm *VM) subgroupOf(group py.Value, leaves []py.Value) (py.Value, error) {
	keep := py.NewNative("keep(e, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		for _, l := range leaves {
			if l == a.Value(0) {
				return py.True, nil
			}
		}
		return py.False, nil
	})
	return py.CallMethod(vm.t, group, py.Name("subgroup"), keep)
}

// instrAt returns the instruction before an offset of the running code.
func (vm *VM) instrAt(pcOff uintptr) *Instr {
	return (*Instr)(unsafe.Add(vm.code.pc0, int(pcOff)-int(instrSize)))
}
