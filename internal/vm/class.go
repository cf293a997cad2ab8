package vm

import (
	"github.com/woma-lang/woma/py"
)

// buildClass returns the class builder: the callee of a class statement.
func (vm *VM) buildClass() (py.Value, error) {
	if b := vm.t.Interp.Builtins.GetStr(nameBuildClass); b != nil {
		return *b, nil
	}
	return py.Nil, py.Raise(py.NameError, "__build_class__ not found")
}

var (
	nameBuildClass  = py.Name("__build_class__")
	namePrepare     = py.Name("__prepare__")
	nameOrigBases   = py.Name("__orig_bases__")
	nameClassCell   = py.Name("__classcell__")
	nameMetaclass   = "metaclass"
	nameFileAttr    = py.Name("__file__")
	nameNameAttr    = py.Name("__name__")
	namePackageAttr = py.Name("__package__")
	namePathAttr    = py.Name("__path__")
)

// BuildClass is __build_class__(func, name, *bases, metaclass=…, **kwds).
func (m machine) BuildClass(t *py.Thread, args []py.Value, kw []*py.Str) (py.Value, error) {
	vm := of(t)
	npos := len(args) - len(kw)
	if npos < 2 {
		return py.Nil, py.Raise(py.TypeError, "__build_class__: not enough arguments")
	}
	if !isFunction(args[0]) {
		return py.Nil, py.Raise(py.TypeError, "__build_class__: func must be a function")
	}
	if _, ok := py.AsStr(args[1]); !ok {
		return py.Nil, py.Raise(py.TypeError, "__build_class__: name is not a string")
	}
	f, name := py.As[Function](args[0]), args[1]
	orig := append([]py.Value(nil), args[2:npos]...)
	bases, changed, err := py.MroEntries(t, orig)
	if err != nil {
		return py.Nil, err
	}
	var meta py.Value
	var kwNames []*py.Str
	var kwVals []py.Value
	for i, k := range kw {
		if k.String() == nameMetaclass {
			meta = args[npos+i]
			continue
		}
		kwNames = append(kwNames, k)
		kwVals = append(kwVals, args[npos+i])
	}
	if meta, err = py.CalculateMeta(t, meta, bases); err != nil {
		return py.Nil, err
	}
	baseTuple := py.NewTuple(bases...)
	var ns py.Value
	prep, err := py.LookupAttr(t, meta, namePrepare)
	if err != nil {
		return py.Nil, err
	}
	if prep.Bound() && meta != py.TypeType.Value() {
		if ns, err = py.CallKw(t, prep, append([]py.Value{name, baseTuple}, kwVals...), kwNames); err != nil {
			return py.Nil, err
		}
		if ns.Type().Slots.GetItem == nil {
			n := "<metaclass>"
			if c, ok := py.IsType(meta); ok {
				n = c.Name
			}
			return py.Nil, py.Raise(py.TypeError, "%s.__prepare__() must return a mapping, not %s", n, py.TypeName(ns))
		}
	} else {
		ns = py.NewDict().Value()
	}
	if _, err := vm.runBody(f, ns); err != nil {
		return py.Nil, err
	}
	if changed {
		if err := py.SetItem(t, ns, nameOrigBases.Value(), py.NewTuple(orig...)); err != nil {
			return py.Nil, err
		}
	}
	cell := py.Nil
	if d, ok := py.AsDict(ns); ok {
		if p := d.GetStr(nameClassCell); p != nil {
			cell = *p
		}
	}
	cls, err := py.CallKw(t, meta, append([]py.Value{name, baseTuple, ns}, kwVals...), kwNames)
	if err != nil {
		return py.Nil, err
	}
	return cls, checkClassCell(t, name, cls, cell)
}

// checkClassCell returns the error for a metaclass that did not hand the cell of
// __class__ on to type.__new__.
func checkClassCell(t *py.Thread, name, cls, cell py.Value) error {
	if _, ok := py.IsType(cls); !ok || !cell.Bound() || cell.Type() != py.CellType {
		return nil
	}
	set := py.As[py.Cell](cell).V
	if set == cls {
		return nil
	}
	n, err := py.Repr(t, name)
	if err != nil {
		return err
	}
	c, err := py.Repr(t, cls)
	if err != nil {
		return err
	}
	if !set.Bound() {
		return py.Raise(py.RuntimeError, "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?", n, c)
	}
	s, err := py.Repr(t, set)
	if err != nil {
		return err
	}
	return py.Raise(py.TypeError, "__class__ set to %s defining %s as %s", s, n, c)
}

// SuperArgs returns what super() without arguments uses.
func (m machine) SuperArgs(t *py.Thread) (cls, self py.Value, err error) {
	vm := of(t)
	if vm.code == nil {
		return py.Nil, py.Nil, py.Raise(py.RuntimeError, "super(): no current frame")
	}
	bc := vm.code.bc
	if bc.ArgCount == 0 {
		return py.Nil, py.Nil, py.Raise(py.RuntimeError, "super(): no arguments")
	}
	for i, n := range bc.FreeNames {
		if n == "__class__" {
			cls = vm.function().closure()[i].V
			if !cls.Bound() {
				return py.Nil, py.Nil, py.Raise(py.RuntimeError, "super(): empty __class__ cell")
			}
		}
	}
	if !cls.Bound() {
		return py.Nil, py.Nil, py.Raise(py.RuntimeError, "super(): __class__ cell not found")
	}
	self = *vm.reg(0)
	if self.Bound() && self.Type() == py.CellType {
		self = py.As[py.Cell](self).V
	}
	if !self.Bound() {
		return py.Nil, py.Nil, py.Raise(py.RuntimeError, "super(): arg[0] deleted")
	}
	return cls, self, nil
}
