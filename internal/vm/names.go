package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// Names that go through a mapping: modules run by exec, class bodies.

// locals returns the locals mapping of the running code. It stands below the
// function, where no call of the running code can reach it.
func (vm *VM) locals() py.Value { return *vm.at(vm.base - 2*valueSize) }

// nameOp executes the instructions on names in the locals mapping.
func (vm *VM) nameOp(in *Instr) error {
	ns := vm.locals()
	switch in.Op {
	case bytecode.LoadLocals:
		*vm.reg(in.A) = ns
	case bytecode.LoadName:
		v, err := vm.loadName(ns, vm.code.names[in.B])
		if err != nil {
			return err
		}
		*vm.reg(in.A) = v
	case bytecode.LoadClassFree:
		v, err := vm.fromMapping(ns, vm.code.names[in.C])
		if err != nil {
			return err
		}
		if !v.Bound() {
			if v = vm.function().free(in.B).V; !v.Bound() {
				return vm.unboundCell(in)
			}
		}
		*vm.reg(in.A) = v
	case bytecode.StoreName:
		name := vm.code.names[in.B]
		if d, ok := plainDict(ns); ok {
			d.SetStr(name, *vm.reg(in.A))
			return nil
		}
		if vm.code.shadowed {
			vm.code.globals.SetStr(name, *vm.reg(in.A))
		}
		return py.SetItem(vm.t, ns, name.Value(), *vm.reg(in.A))
	case bytecode.DeleteName:
		name := vm.code.names[in.B]
		if d, ok := plainDict(ns); ok {
			if !d.DelStr(name) {
				return vm.nameError(name.String())
			}
			return nil
		}
		if vm.code.shadowed {
			vm.code.globals.DelStr(name)
		}
		err := py.SetItem(vm.t, ns, name.Value(), py.Nil)
		if err != nil && py.ErrIs(err, py.KeyError) {
			return vm.nameError(name.String())
		}
		return err
	}
	return nil
}

// plainDict returns a mapping as a dict if it is exactly one.
func plainDict(ns py.Value) (*py.Dict, bool) {
	if ns.Type() == py.DictType {
		return py.As[py.Dict](ns), true
	}
	return nil, false
}

// fromMapping looks a name up in the locals mapping only.
func (vm *VM) fromMapping(ns py.Value, name *py.Str) (py.Value, error) {
	if d, ok := plainDict(ns); ok {
		if p := d.GetStr(name); p != nil {
			return *p, nil
		}
		return py.Nil, nil
	}
	v, err := py.GetItem(vm.t, ns, name.Value())
	if err != nil {
		if py.ErrIs(err, py.KeyError) {
			return py.Nil, nil
		}
		return py.Nil, err
	}
	return v, nil
}

func (vm *VM) loadName(ns py.Value, name *py.Str) (py.Value, error) {
	v, err := vm.fromMapping(ns, name)
	if err != nil || v.Bound() {
		return v, err
	}
	if p := vm.code.globals.GetStr(name); p != nil {
		return *p, nil
	}
	if p := vm.builtinsOf(vm.code.globals).GetStr(name); p != nil {
		return *p, nil
	}
	return py.Nil, vm.nameError(name.String())
}

// builtinsOf returns the builtins that code with the given globals sees.
func (vm *VM) builtinsOf(globals *py.Dict) *py.Dict {
	if b := globals.GetStr(nameBuiltins); b != nil {
		if d, ok := py.AsDict(*b); ok {
			return d
		}
		if py.IsModule(*b) {
			return py.As[py.ModuleObj](*b).Dict
		}
	}
	return vm.t.Interp.Builtins
}

var nameBuiltins = py.Name("__builtins__")

// runCode runs a module, exec or eval code object.
func (vm *VM) runCode(c *Code, globals *py.Dict, locals py.Value, closure []*py.Cell) (py.Value, error) {
	if !globals.IsNamespace() && globals.Value().Type() == py.DictType {
		globals.MakeNamespace(vm.builtinsOf(globals))
	}
	if globals.GetStr(nameBuiltins) == nil {
		globals.SetStr(nameBuiltins, vm.t.Interp.BuiltinM)
	}
	if !locals.Bound() {
		locals = globals.Value()
	}
	shadowed := false
	if !globals.IsNamespace() {
		// A subclass of dict may find names in its own way, and globals must be a
		// plain dict. So the module's names are looked up like locals in a mapping;
		// functions see a copy, where those the module binds are bound too.
		object := globals
		globals = py.NewNamespace(vm.builtinsOf(object))
		if err := globals.Merge(vm.t, object); err != nil {
			return py.Nil, err
		}
		shadowed = locals == object.Value()
	}
	code := vm.link(c, globals, locals == globals.Value())
	code.shadowed = shadowed
	if len(code.bc.FreeNames) > len(closure) {
		return py.Nil, py.Raise(py.TypeError, "code object passed to exec() may not contain free variables")
	}
	f := newFunction(code)
	f.cells = unsafe.SliceData(closure)
	return vm.runBody(f, locals)
}

// runBody runs code that keeps its names in a mapping.
func (vm *VM) runBody(f *Function, locals py.Value) (py.Value, error) {
	code := f.code
	base := vm.top() + valueSize
	if err := vm.grow(base + 2*valueSize + code.frame); err != nil {
		return py.Nil, err
	}
	*vm.at(base) = locals
	*vm.at(base + valueSize) = py.Object(f)
	return vm.enter(code, base+2*valueSize)
}
