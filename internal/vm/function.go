package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// Function is a Python function. Generators begin with the same fields, so that
// code reaches its closure the same way in both.
type Function struct {
	py.Head
	code     *Code
	cells    **py.Cell // of the free variables of code, one after the other
	defaults *py.Tuple
	ext      *functionExt
}

// closure are the cells of the free variables. The code knows how many there are.
func (f *Function) closure() []*py.Cell { return unsafe.Slice(f.cells, len(f.code.bc.FreeNames)) }

// functionExt is what few functions need.
type functionExt struct {
	attrs       *py.Dict
	kwDefaults  *py.Dict
	annotations py.Value
	typeParams  py.Value
	name        py.Value
	qualName    py.Value
	doc         py.Value
	module      py.Value
}

var functionShape py.Shape

// FunctionType is the type of functions written in Python.
var FunctionType = &py.Type{}

var _ = py.DefineType(FunctionType, &functionShape, py.TypeSpec{
	Name:  "function",
	Flags: py.Final | py.BindsSelf,
	Table: functionMembers,
	Slots: py.Slots{
		New:  functionNew,
		Call: callFunction,
		Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
			q, err := functionQualName(t, v)
			if err != nil {
				return py.Nil, err
			}
			s, err := py.ToStr(t, q)
			if err != nil {
				return py.Nil, err
			}
			return py.NewStr("<function " + s.String() + " at " + py.Address(t, v) + ">"), nil
		},
		Hash: func(t *py.Thread, v py.Value) (int64, error) { return int64(uintptr(v.Ptr()) >> 4), nil },
		DescrGet: func(t *py.Thread, d, obj py.Value, cls *py.Type) (py.Value, error) {
			if !obj.Bound() {
				return d, nil
			}
			return py.NewBoundMethod(d, obj), nil
		},
		GetAttr: functionGetAttr,
		SetAttr: functionSetAttr,
	},
})

func isFunction(v py.Value) bool { return v.ShapeIs(&functionShape) }

func newFunction(code *Code) *Function {
	return &Function{Head: py.HeadOf(&functionShape), code: code}
}

func (f *Function) extra() *functionExt {
	if f.ext == nil {
		f.ext = &functionExt{}
	}
	return f.ext
}

// makeFunction is the MakeFunction instruction.
func (vm *VM) makeFunction(in *Instr) {
	code := vm.code
	child := code.child(vm, int(in.B))
	caps := child.bc.Captures
	var f *Function
	switch len(caps) {
	case 0:
		f = newFunction(child)
	case 1: // the function and its closure in one object, of 48 bytes
		x := &struct {
			Function
			c [1]*py.Cell
		}{Function: Function{Head: py.HeadOf(&functionShape), code: child}}
		f, x.cells = &x.Function, &x.c[0]
	case 2, 3: // 64 bytes
		x := &struct {
			Function
			c [3]*py.Cell
		}{Function: Function{Head: py.HeadOf(&functionShape), code: child}}
		f, x.cells = &x.Function, &x.c[0]
	default:
		f = newFunction(child)
		f.cells = unsafe.SliceData(make([]*py.Cell, len(caps)))
	}
	if len(caps) > 0 {
		closure := f.closure()
		for i, c := range caps {
			if c.FromFree {
				closure[i] = vm.function().closure()[c.Index]
			} else {
				closure[i] = py.As[py.Cell](*vm.reg(c.Index * uint16(valueSize)))
			}
		}
	}
	arg := func(i uint16) py.Value { return *vm.reg(in.A + i*uint16(valueSize)) }
	if in.C&bytecode.FuncDefaults != 0 {
		f.defaults = py.As[py.Tuple](arg(1))
	}
	if in.C&bytecode.FuncKwDefaults != 0 {
		f.extra().kwDefaults = py.As[py.Dict](arg(2))
	}
	if in.C&bytecode.FuncAnnotations != 0 {
		f.extra().annotations = arg(3)
	}
	if in.C&bytecode.FuncTypeParams != 0 {
		f.extra().typeParams = arg(4)
	}
	*vm.reg(in.A) = py.Object(f)
}

// bindArgs brings the arguments of a call into the order of the parameters. They
// stand in the stack from argOff on: npos positional ones, then one for each name
// in kw.
func (vm *VM) bindArgs(f *Function, argOff uintptr, nargs int, kw []*py.Str) error {
	bc := f.code.bc
	argc, kwonly := int(bc.ArgCount), int(bc.KwOnly)
	npos := nargs - len(kw)
	if err := vm.grow(argOff + f.code.frame); err != nil {
		return err
	}
	regs := unsafe.Slice((*py.Value)(unsafe.Add(vm.stack0, argOff)), max(bc.NumParams(), nargs))
	// Fast: positional arguments with defaults.
	if len(kw) == 0 && kwonly == 0 && bc.Flags&(bytecode.VarArgs|bytecode.VarKeywords) == 0 {
		if npos == argc {
			return nil
		}
		if npos > argc {
			return vm.tooMany(f, npos, 0)
		}
		var def []py.Value
		if f.defaults != nil {
			def = f.defaults.Items()
		}
		if npos+len(def) < argc {
			clear(regs[npos:argc])
			return vm.missing(f, regs)
		}
		copy(regs[npos:argc], def[npos+len(def)-argc:])
		return nil
	}
	var kwVals []py.Value
	if len(kw) > 0 {
		var buf [8]py.Value
		kwVals = append(buf[:0], regs[npos:nargs]...)
	}
	var rest py.Value
	if bc.Flags&bytecode.VarArgs != 0 {
		if npos > argc {
			rest = py.NewTuple(regs[argc:npos]...)
		} else {
			rest = py.NewTuple()
		}
	}
	given := npos
	if npos > argc {
		npos = argc
	}
	clear(regs[npos:])
	var extra *py.Dict
	for i, name := range kw {
		j := vm.paramIndex(bc, name, int(bc.PosOnly))
		if j >= 0 {
			if regs[j].Bound() {
				return py.Raise(py.TypeError, "%s() got multiple values for argument '%s'", qualName(f), name)
			}
			regs[j] = kwVals[i]
			continue
		}
		if extra == nil {
			if bc.Flags&bytecode.VarKeywords == 0 {
				return vm.unexpectedKeyword(f, name, kw)
			}
			extra = py.NewDictSize(min(len(kw)-i, 8))
		}
		extra.SetStr(name, kwVals[i])
	}
	if given > argc && bc.Flags&bytecode.VarArgs == 0 {
		n := 0
		for i := argc; i < argc+kwonly; i++ {
			if regs[i].Bound() {
				n++
			}
		}
		return vm.tooMany(f, given, n)
	}
	if npos < argc && f.defaults != nil {
		def := f.defaults.Items()
		for i := max(npos, argc-len(def)); i < argc; i++ {
			if !regs[i].Bound() {
				regs[i] = def[i-argc+len(def)]
			}
		}
	}
	for i := npos; i < argc; i++ {
		if !regs[i].Bound() {
			return vm.missing(f, regs)
		}
	}
	if kwonly > 0 {
		bad := false
		for i := argc; i < argc+kwonly; i++ {
			if regs[i].Bound() {
				continue
			}
			if f.ext != nil && f.ext.kwDefaults != nil {
				if p := f.ext.kwDefaults.GetStr(vm.t.Interp.Intern(bc.LocalNames[i])); p != nil {
					regs[i] = *p
					continue
				}
			}
			bad = true
		}
		if bad {
			return vm.missingKwOnly(f, regs)
		}
	}
	i := argc + kwonly
	if bc.Flags&bytecode.VarArgs != 0 {
		regs[i] = rest
		i++
	}
	if bc.Flags&bytecode.VarKeywords != 0 {
		if extra == nil {
			extra = py.NewDict()
		}
		regs[i] = extra.Value()
	}
	return nil
}

// paramIndex finds a parameter by name, from the first one that has a keyword on.
func (vm *VM) paramIndex(bc *bytecode.Code, name *py.Str, from int) int {
	s := name.String()
	for j := from; j < int(bc.ArgCount+bc.KwOnly); j++ {
		if bc.LocalNames[j] == s {
			return j
		}
	}
	return -1
}

func qualName(f *Function) string {
	if f.ext != nil && f.ext.qualName.Bound() {
		if s, ok := py.AsStr(f.ext.qualName); ok {
			return s.String()
		}
	}
	return f.code.bc.QualName
}

// unexpectedKeyword words the error for a keyword nothing takes.
func (vm *VM) unexpectedKeyword(f *Function, name *py.Str, kw []*py.Str) error {
	bc := f.code.bc
	var posonly []string
	for _, param := range bc.LocalNames[:bc.PosOnly] {
		for _, k := range kw {
			if param == k.String() {
				posonly = append(posonly, param)
			}
		}
	}
	if len(posonly) > 0 {
		return py.Raise(py.TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", qualName(f), joinNames(posonly, ", "))
	}
	best := py.Suggest(name.String(), bc.LocalNames[bc.PosOnly:bc.ArgCount+bc.KwOnly])
	if best != "" {
		return py.Raise(py.TypeError, "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", qualName(f), name, best)
	}
	return py.Raise(py.TypeError, "%s() got an unexpected keyword argument '%s'", qualName(f), name)
}

func (vm *VM) tooMany(f *Function, given, kwonlyGiven int) error {
	argc := int(f.code.bc.ArgCount)
	ndef := 0
	if f.defaults != nil {
		ndef = f.defaults.Len()
	}
	var takes string
	plural := argc != 1
	if ndef > 0 {
		takes = "from " + itoa(argc-ndef) + " to " + itoa(argc)
		plural = true
	} else {
		takes = itoa(argc)
	}
	s := ""
	if plural {
		s = "s"
	}
	verb := "were"
	if given == 1 && kwonlyGiven == 0 {
		verb = "was"
	}
	extra := ""
	if kwonlyGiven > 0 {
		a, b := "s", "s"
		if given == 1 {
			a = ""
		}
		if kwonlyGiven == 1 {
			b = ""
		}
		extra = " positional argument" + a + " (and " + itoa(kwonlyGiven) + " keyword-only argument" + b + ")"
	}
	return py.Raise(py.TypeError, "%s() takes %s positional argument%s but %d%s %s given", qualName(f), takes, s, given, extra, verb)
}

func (vm *VM) missing(f *Function, regs []py.Value) error {
	bc := f.code.bc
	var names []string
	ndef := 0
	if f.defaults != nil {
		ndef = f.defaults.Len()
	}
	for i := 0; i < int(bc.ArgCount)-ndef; i++ {
		if !regs[i].Bound() {
			names = append(names, "'"+bc.LocalNames[i]+"'")
		}
	}
	return missingError(f, names, "positional")
}

func (vm *VM) missingKwOnly(f *Function, regs []py.Value) error {
	bc := f.code.bc
	var names []string
	for i := int(bc.ArgCount); i < int(bc.ArgCount+bc.KwOnly); i++ {
		if !regs[i].Bound() {
			names = append(names, "'"+bc.LocalNames[i]+"'")
		}
	}
	return missingError(f, names, "keyword-only")
}

func missingError(f *Function, names []string, kind string) error {
	s := "s"
	if len(names) == 1 {
		s = ""
	}
	var list string
	switch n := len(names); n {
	case 1:
		list = names[0]
	case 2:
		list = names[0] + " and " + names[1]
	default:
		list = joinNames(names[:n-1], ", ") + ", and " + names[n-1]
	}
	return py.Raise(py.TypeError, "%s() missing %d required %s argument%s: %s", qualName(f), len(names), kind, s, list)
}

func joinNames(names []string, sep string) string {
	out := ""
	for i, n := range names {
		if i > 0 {
			out += sep
		}
		out += n
	}
	return out
}
