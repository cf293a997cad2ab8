package vm

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// Attributes of functions and code objects.

func str(s string) py.Value { return py.NewStr(s) }

func functionName(t *py.Thread, v py.Value) (py.Value, error) {
	f := py.As[Function](v)
	if f.ext != nil && f.ext.name.Bound() {
		return f.ext.name, nil
	}
	return str(f.code.bc.Name), nil
}

func functionQualName(t *py.Thread, v py.Value) (py.Value, error) {
	f := py.As[Function](v)
	if f.ext != nil && f.ext.qualName.Bound() {
		return f.ext.qualName, nil
	}
	return str(f.code.bc.QualName), nil
}

func mustBeStr(what string, v py.Value) error {
	if v.Bound() {
		if _, ok := py.AsStr(v); ok {
			return nil
		}
	}
	return py.Raise(py.TypeError, "%s must be set to a string object", what)
}

func functionMembers() py.Members {
	return py.Members{
		py.GetSet("__annotations__", func(t *py.Thread, v py.Value) (py.Value, error) {
			x := py.As[Function](v).extra()
			if !x.annotations.Bound() {
				x.annotations = py.NewDict().Value()
			}
			return x.annotations, nil
		}, func(t *py.Thread, v, val py.Value) error {
			if val.Bound() && !val.IsNone() {
				if _, ok := py.AsDict(val); !ok {
					return py.Raise(py.TypeError, "__annotations__ must be set to a dict object")
				}
			} else {
				val = py.Nil
			}
			py.As[Function](v).extra().annotations = val
			return nil
		}),
		py.Field("__builtins__", func(t *py.Thread, v py.Value) (py.Value, error) { return t.Interp.Builtins.Filled().Value(), nil }),
		py.Field("__closure__", func(t *py.Thread, v py.Value) (py.Value, error) {
			f := py.As[Function](v)
			closure := f.closure()
			if len(closure) == 0 {
				return py.None, nil
			}
			cells := make([]py.Value, len(closure))
			for i, c := range closure {
				cells[i] = py.Object(c)
			}
			return py.NewTuple(cells...), nil
		}),
		py.GetSet("__code__", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.Object(py.As[Function](v).code), nil
		}, func(t *py.Thread, v, val py.Value) error {
			f := py.As[Function](v)
			c, ok := py.Cast[Code](val, CodeType)
			if !ok {
				return py.Raise(py.TypeError, "__code__ must be set to a code object")
			}
			if len(c.bc.FreeNames) != len(f.closure()) {
				name, _ := functionName(t, v)
				ns, _ := py.AsStr(name)
				return py.Raise(py.ValueError, "%s() requires a code object with %d free vars, not %d", ns, len(f.closure()), len(c.bc.FreeNames))
			}
			f.code = of(t).link(c, f.code.globals, false)
			return nil
		}),
		py.GetSet("__defaults__", func(t *py.Thread, v py.Value) (py.Value, error) {
			if d := py.As[Function](v).defaults; d != nil {
				return d.Value(), nil
			}
			return py.None, nil
		}, func(t *py.Thread, v, val py.Value) error {
			f := py.As[Function](v)
			if !val.Bound() || val.IsNone() {
				f.defaults = nil
				return nil
			}
			tup, ok := py.AsTuple(val)
			if !ok {
				return py.Raise(py.TypeError, "__defaults__ must be set to a tuple object")
			}
			f.defaults = tup
			return nil
		}),
		py.GetSet("__dict__", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.As[Function](v).dict().Value(), nil
		}, func(t *py.Thread, v, val py.Value) error {
			if !val.Bound() {
				return py.Raise(py.TypeError, "cannot delete __dict__")
			}
			d, ok := py.AsDict(val)
			if !ok {
				return py.Raise(py.TypeError, "__dict__ must be set to a dictionary, not a '%s'", py.TypeName(val))
			}
			py.As[Function](v).extra().attrs = d
			return nil
		}),
		py.GetSet("__doc__", func(t *py.Thread, v py.Value) (py.Value, error) {
			f := py.As[Function](v)
			if f.ext != nil && f.ext.doc.Bound() {
				return f.ext.doc, nil
			}
			if f.code.bc.Doc {
				return f.code.consts[0], nil
			}
			return py.None, nil
		}, func(t *py.Thread, v, val py.Value) error {
			if !val.Bound() {
				val = py.None
			}
			py.As[Function](v).extra().doc = val
			return nil
		}),
		py.Field("__globals__", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.As[Function](v).code.globals.Value(), nil
		}),
		py.GetSet("__kwdefaults__", func(t *py.Thread, v py.Value) (py.Value, error) {
			f := py.As[Function](v)
			if f.ext != nil && f.ext.kwDefaults != nil {
				return f.ext.kwDefaults.Value(), nil
			}
			return py.None, nil
		}, func(t *py.Thread, v, val py.Value) error {
			f := py.As[Function](v)
			if !val.Bound() || val.IsNone() {
				f.extra().kwDefaults = nil
				return nil
			}
			d, ok := py.AsDict(val)
			if !ok {
				return py.Raise(py.TypeError, "__kwdefaults__ must be set to a dict object")
			}
			f.extra().kwDefaults = d
			return nil
		}),
		py.GetSet("__module__", func(t *py.Thread, v py.Value) (py.Value, error) {
			f := py.As[Function](v)
			if f.ext != nil && f.ext.module.Bound() {
				return f.ext.module, nil
			}
			if p := f.code.globals.GetStr(nameNameAttr); p != nil {
				return *p, nil
			}
			return py.None, nil
		}, func(t *py.Thread, v, val py.Value) error {
			if !val.Bound() {
				val = py.None
			}
			py.As[Function](v).extra().module = val
			return nil
		}),
		py.GetSet("__name__", functionName, func(t *py.Thread, v, val py.Value) error {
			if err := mustBeStr("__name__", val); err != nil {
				return err
			}
			py.As[Function](v).extra().name = val
			return nil
		}),
		py.GetSet("__qualname__", functionQualName, func(t *py.Thread, v, val py.Value) error {
			if err := mustBeStr("__qualname__", val); err != nil {
				return err
			}
			py.As[Function](v).extra().qualName = val
			return nil
		}),
		py.GetSet("__type_params__", func(t *py.Thread, v py.Value) (py.Value, error) {
			f := py.As[Function](v)
			if f.ext != nil && f.ext.typeParams.Bound() {
				return f.ext.typeParams, nil
			}
			return py.NewTuple(), nil
		}, func(t *py.Thread, v, val py.Value) error {
			if !val.Bound() || !py.IsTuple(val) {
				return py.Raise(py.TypeError, "__type_params__ must be set to a tuple")
			}
			py.As[Function](v).extra().typeParams = val
			return nil
		}),
	}
}

func (f *Function) dict() *py.Dict {
	x := f.extra()
	if x.attrs == nil {
		x.attrs = py.NewDict()
	}
	return x.attrs
}

// functionGetAttr is attribute look-up on functions: their own dict is beside.
func functionGetAttr(t *py.Thread, v py.Value, name *py.Str) (py.Value, error) {
	f := py.As[Function](v)
	if f.ext != nil && f.ext.attrs != nil {
		if d := FunctionType.Lookup(name); !d.Bound() || !d.Type().IsDataDescr() {
			if p := f.ext.attrs.GetStr(name); p != nil {
				return *p, nil
			}
		}
	}
	if d := FunctionType.Lookup(name); d.Bound() {
		if get := d.Type().Slots.DescrGet; get != nil {
			return get(t, d, v, FunctionType)
		}
		return d, nil
	}
	return py.Nil, py.NoAttribute(v, name)
}

func functionSetAttr(t *py.Thread, v py.Value, name *py.Str, val py.Value) error {
	if d := FunctionType.Lookup(name); d.Bound() {
		if set := d.Type().Slots.DescrSet; set != nil {
			return set(t, d, v, val)
		}
	}
	f := py.As[Function](v)
	if val.Bound() {
		f.dict().SetStr(name, val)
		return nil
	}
	if !f.dict().DelStr(name) {
		return py.NoAttribute(v, name)
	}
	return nil
}

// functionNew is types.FunctionType(code, globals, name=None, argdefs=None, closure=None).
var functionNew = py.Ctor("function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)", func(t *py.Thread, a *py.Args) (py.Value, error) {
	c, ok := py.Cast[Code](a.Value(0), CodeType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "function() argument 'code' must be code, not %s", py.TypeName(a.Value(0)))
	}
	g, ok := py.AsDict(a.Value(1))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "function() argument 'globals' must be dict, not %s", py.TypeName(a.Value(1)))
	}
	vm := of(t)
	switch {
	case g.IsNamespace():
	case g.Value().Type() == py.DictType:
		g.MakeNamespace(vm.builtinsOf(g))
	default:
		object := g
		g = py.NewNamespace(vm.builtinsOf(object))
		if err := g.Merge(t, object); err != nil {
			return py.Nil, err
		}
	}
	f := newFunction(vm.link(c, g, false))
	if a.Given(2) {
		if !py.IsStr(a.Value(2)) {
			return py.Nil, py.Raise(py.TypeError, "arg 3 (name) must be None or string")
		}
		f.extra().name = a.Value(2)
	}
	if a.Given(3) {
		if f.defaults, ok = py.AsTuple(a.Value(3)); !ok {
			return py.Nil, py.Raise(py.TypeError, "arg 4 (defaults) must be None or tuple")
		}
	}
	free := len(c.bc.FreeNames)
	closure, ok := py.AsTuple(a.ValueOr(4, py.None))
	switch {
	case !ok && a.Given(4):
		return py.Nil, py.Raise(py.TypeError, "arg 5 (closure) must be None or tuple")
	case !ok && free > 0:
		return py.Nil, py.Raise(py.TypeError, "arg 5 (closure) must be tuple")
	case ok && closure.Len() != free:
		return py.Nil, py.Raise(py.ValueError, "%s requires closure of length %d, not %d", c.bc.Name, free, closure.Len())
	case ok && free > 0:
		cells := make([]*py.Cell, free)
		for i, v := range closure.Items() {
			cell, ok := py.Cast[py.Cell](v, py.CellType)
			if !ok {
				return py.Nil, py.Raise(py.TypeError, "arg 5 (closure) expected cell, found %s", py.TypeName(v))
			}
			cells[i] = cell
		}
		f.cells = &cells[0]
	}
	if a.Given(5) {
		if f.extra().kwDefaults, ok = py.AsDict(a.Value(5)); !ok {
			return py.Nil, py.Raise(py.TypeError, "arg 6 (kwdefaults) must be None or dict")
		}
	}
	return py.Object(f), nil
})

func codeMembers() py.Members {
	return py.Members{
		py.MethodOf("replace(**kwargs)", codeReplace),
		py.MethodOf("__replace__(**kwargs)", codeReplace),
		codeAttr("co_argcount", func(c *bytecode.Code) py.Value { return py.Int(int64(c.ArgCount)) }),
		codeAttr("co_posonlyargcount", func(c *bytecode.Code) py.Value { return py.Int(int64(c.PosOnly)) }),
		codeAttr("co_kwonlyargcount", func(c *bytecode.Code) py.Value { return py.Int(int64(c.KwOnly)) }),
		codeAttr("co_nlocals", func(c *bytecode.Code) py.Value { return py.Int(int64(len(varNames(c)))) }),
		codeAttr("co_stacksize", func(c *bytecode.Code) py.Value { return py.Int(int64(c.NumRegs) - int64(len(c.LocalNames))) }),
		codeAttr("co_flags", func(c *bytecode.Code) py.Value { return py.Int(int64(c.Flags & 0xffffff)) }),
		codeAttr("co_name", func(c *bytecode.Code) py.Value { return str(c.Name) }),
		codeAttr("co_qualname", func(c *bytecode.Code) py.Value { return str(c.QualName) }),
		codeAttr("co_filename", func(c *bytecode.Code) py.Value { return str(c.Filename) }),
		codeAttr("co_firstlineno", func(c *bytecode.Code) py.Value { return py.Int(int64(c.FirstLine)) }),
		codeAttr("co_names", func(c *bytecode.Code) py.Value {
			return strs(append(append([]string(nil), c.GlobalNames...), c.Names...))
		}),
		codeAttr("co_varnames", func(c *bytecode.Code) py.Value { return strs(varNames(c)) }),
		codeAttr("co_cellvars", func(c *bytecode.Code) py.Value { return strs(c.CellNames) }),
		codeAttr("co_freevars", func(c *bytecode.Code) py.Value { return strs(c.FreeNames) }),
		py.GetSet("co_consts", func(t *py.Thread, v py.Value) (py.Value, error) {
			c := py.As[Code](v)
			items := make([]py.Value, len(c.bc.Consts))
			for i := range items {
				items[i] = constant(t.Interp, &c.bc.Consts[i])
			}
			return py.NewTuple(items...), nil
		}, nil),
		py.MethodOf("co_lines()", co_lines),
		py.MethodOf("co_positions()", co_positions),
	}
}

//go:noinline
func codeAttr(name string, f func(*bytecode.Code) py.Value) py.Member {
	return py.GetSet(name, func(t *py.Thread, v py.Value) (py.Value, error) { return f(py.As[Code](v).bc), nil }, nil)
}

// varNames are the parameters and locals that are not only cells.
func varNames(c *bytecode.Code) []string {
	params := c.NumParams()
	var out []string
	for i, n := range c.LocalNames {
		if i < params || !isCellReg(c, i) {
			out = append(out, n)
		}
	}
	return out
}

func strs(names []string) py.Value {
	items := make([]py.Value, len(names))
	for i, n := range names {
		items[i] = str(n)
	}
	return py.NewTuple(items...)
}
