package vm

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/compile"
	"github.com/woma-lang/woma/internal/syntax"
	"github.com/woma-lang/woma/internal/uniname"
	"github.com/woma-lang/woma/py"
)

// machine implements [py.Machine].
type machine struct{}

// New makes the main thread of an interpreter and connects the interpreter with
// the compiler and the machine.
func New(in *py.Interp) *py.Thread {
	in.Machine = machine{}
	if in.MaxDepth == 0 {
		in.MaxDepth = 1000
	}
	if in.SliceSteps == 0 {
		in.SliceSteps = 16380 // well below a millisecond; one more is a prime, so that slices do not always end at the same place of a loop
	}
	t := &py.Thread{Interp: in, Budget: in.SliceSteps}
	t.VM = newVM(t)
	in.Main = t
	return t
}

// Depth implements [py.Machine].
func (machine) Depth(t *py.Thread) int {
	vm := t.VM.(*VM)
	return int(vm.fp/frameSize) - vm.depth
}

// SetMaxDepth implements [py.Machine].
func (machine) SetMaxDepth(t *py.Thread, n int) {
	t.Interp.MaxDepth = n
	t.VM.(*VM).setEnd()
}

// Compile is compile(): it returns a code object.
func (machine) Compile(t *py.Thread, source []byte, filename, mode string, flags py.CompileFlags) (py.Value, error) {
	opts := compile.Options{Filename: filename, Optimize: t.Interp.Optimize, FutureAnnotations: flags.FutureAnnotations}
	if flags.Optimize >= 0 {
		opts.Optimize = flags.Optimize
	}
	m := syntax.Exec
	parsing := syntax.Options{LookupName: uniname.Lookup, MaxIntDigits: t.Interp.MaxDigits(), IsText: flags.Text, Script: flags.Script,
		Decode: func(encoding string, src []byte) ([]byte, bool, string) { return decode(t, encoding, src) }}
	switch mode {
	case "eval":
		m = syntax.Eval
	case "single":
		m = syntax.Single
	case "prompt": // lines typed so far: the error says whether more may follow
		m, parsing.Prompt = syntax.Single, true
	}
	opts.Mode = m
	tree, err := syntax.Parse(source, filename, m, parsing)
	if !flags.File || len(t.Interp.WarnOptions) > 0 {
		opts.Warn = func(w syntax.Warning) error { return warnSyntax(t, filename, w) }
	}
	for i := 0; err == nil && opts.Warn != nil && i < len(tree.Warnings); i++ {
		err = opts.Warn(tree.Warnings[i])
	}
	if err == nil {
		var bc *bytecode.Code
		if bc, err = compile.Compile(tree, opts); err == nil {
			return py.Object(NewCode(bc)), nil
		}
	}
	if e, ok := err.(*syntax.Error); ok && len(source) == 0 && m == syntax.Eval {
		e.Span.Line, e.Span.EndLine = 0, 0
	}
	return py.Nil, syntaxError(err)
}

// decode returns source in an encoding as UTF-8; see syntax.Options.
func decode(t *py.Thread, encoding string, src []byte) (text []byte, known bool, why string) {
	v, err := py.Decode(t, src, encoding, "strict")
	if err == nil {
		s, _ := py.AsStr(v)
		return []byte(s.String()), true, ""
	}
	e, ok := err.(*py.Exc)
	if !ok || !e.IsA(py.UnicodeDecodeError) {
		return nil, false, ""
	}
	if s, err := py.ToStr(t, e.Value()); err == nil {
		why = s.String()
	}
	return nil, true, why
}

// warnSyntax hands a SyntaxWarning to the module warnings, if there is one. If its
// filters make an exception of it, that is a SyntaxError at the place.
func warnSyntax(t *py.Thread, filename string, w syntax.Warning) error {
	if t.Interp.Available.Get("warnings") == nil {
		return nil
	}
	m, err := machine{}.importModule(t, "warnings")
	if err != nil {
		return err
	}
	f, err := py.LookupAttr(t, m, nameWarnExplicit)
	if err != nil || !f.Bound() {
		return err
	}
	_, err = py.Call(t, f, str(w.Msg), py.SyntaxWarning.Value(), str(py.ToWTF8(filename)), py.Int(int64(w.Span.Line)))
	if py.ErrIs(err, py.SyntaxWarning) {
		return &syntax.Error{Kind: syntax.SyntaxError, Msg: w.Msg, Filename: filename, Span: w.Span}
	}
	return err
}

var nameWarnExplicit = py.Name("warn_explicit")

// syntaxError makes a Python exception of an error of the parser or compiler.
func syntaxError(err error) error {
	e, ok := err.(*syntax.Error)
	if !ok {
		return py.FromGo(err)
	}
	typ := py.SyntaxError
	if e.Func != "" && e.Kind == syntax.SyntaxError {
		return placed(typ, e)
	}
	switch e.Kind {
	case syntax.IndentationError:
		typ = py.IndentationError
	case syntax.TabError:
		typ = py.TabError
	case syntax.MemoryError:
		return py.Raise(py.MemoryError, "%s", e.Msg)
	case syntax.ValueError:
		return py.Raise(py.ValueError, "%s", e.Msg)
	case syntax.ViperTypeError:
		return placed(py.ViperTypeError, e)
	case syntax.NotImplementedError:
		return placed(py.NotImplementedError, e)
	}
	if e.Nowhere {
		return py.Raise(typ, "%s", e.Msg)
	}
	col, endLine, endCol := int(e.Span.Col), int(e.Span.EndLine), int(e.Span.EndCol)
	if e.Text != "" {
		// The parser counts characters; the compiler, in CPython too, bytes.
		col, endCol = characters(e.Text, col), characters(e.Text, endCol)
	}
	if endLine == 0 {
		// Errors without an end are those of CPython at a token without a width.
		endLine, endCol = int(e.Span.Line), -1
		if typ == py.IndentationError && !strings.HasPrefix(e.Msg, "too many") || strings.HasPrefix(e.Msg, "expected 'except'") ||
			e.Msg == "unexpected EOF while parsing" {
			endCol = -2
		}
	}
	return py.NewSyntaxError(typ, e.Msg, e.Filename, int(e.Span.Line), col, endLine, endCol, e.Text, e.Incomplete)
}

// characters turns a place in line that counts bytes into one that counts characters.
// As in CPython what lies behind the line's end, of an error that ends in another line,
// is at its end.
func characters(line string, col int) int {
	switch {
	case col < 0:
		return col
	case col > len(line):
		return utf8.RuneCountInString(line)
	}
	return utf8.RuneCountInString(line[:col])
}

// sourcePlace is a traceback entry for source that never ran.
type sourcePlace struct{ e *syntax.Error }

func (p sourcePlace) FileName() string      { return p.e.Filename }
func (p sourcePlace) FuncName() string      { return p.e.Func }
func (p sourcePlace) QualifiedName() string { return p.e.Func }
func (p sourcePlace) Position(int) (line, col, endLine, endCol int32) {
	s := p.e.Span
	return int32(s.Line), int32(s.Col), int32(s.EndLine), int32(s.EndCol)
}

// placed is an exception whose traceback ends in the source.
func placed(typ *py.Type, e *syntax.Error) error {
	err := py.Raise(typ, "%s", e.Msg).(*py.Exc)
	err.TB = py.NewTraceback(nil, sourcePlace{e}, 0)
	return err
}

// Run runs a code object.
func (machine) Run(t *py.Thread, code py.Value, globals *py.Dict, locals py.Value) (py.Value, error) {
	c, ok := py.Cast[Code](code, CodeType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "exec() arg 1 must be a string, bytes or code object, not %s", py.TypeName(code))
	}
	return of(t).runCode(c, globals, locals, nil)
}

// RunClosure runs a code object with free variables, which are the cells of closure.
func (machine) RunClosure(t *py.Thread, code py.Value, globals *py.Dict, locals py.Value, closure []py.Value) (py.Value, error) {
	c, ok := py.Cast[Code](code, CodeType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "closure can only be used when source is a code object")
	}
	cells := make([]*py.Cell, len(closure))
	for i, v := range closure {
		if cells[i], ok = py.Cast[py.Cell](v, py.CellType); !ok {
			cells = nil
			break
		}
	}
	if n := len(c.bc.FreeNames); n == 0 {
		return py.Nil, py.Raise(py.TypeError, "cannot use a closure with this code object")
	} else if n != len(cells) {
		return py.Nil, py.Raise(py.TypeError, "code object requires a closure of exactly length %d", n)
	}
	return of(t).runCode(c, globals, locals, cells)
}

// FreeVars returns how many free variables a code object has.
func (machine) FreeVars(code py.Value) int {
	if c, ok := py.Cast[Code](code, CodeType); ok {
		return len(c.bc.FreeNames)
	}
	return 0
}

// Globals returns the globals of the running Python function.
func (machine) Globals(t *py.Thread) *py.Dict {
	vm := of(t)
	if vm.code == nil {
		return nil
	}
	return vm.code.globals
}

// Locals returns the local variables of the running Python function: its mapping,
// or a snapshot (PEP 667).
func (machine) Locals(t *py.Thread) (py.Value, error) {
	vm := of(t)
	if vm.code == nil {
		return py.Nil, py.Raise(py.SystemError, "frame does not exist")
	}
	if vm.code.mapping {
		return vm.locals(), nil
	}
	return activation{code: vm.code, fn: vm.function(), regs: vm.at(vm.base)}.locals(t), nil
}

// locals is a snapshot of the local variables of a function.
func (a activation) locals(t *py.Thread) py.Value {
	d := py.NewDict()
	bc := a.code.bc
	for i, name := range bc.LocalNames {
		v := a.reg(i)
		if v.Bound() && v.Type() == py.CellType && isCellReg(bc, i) {
			v = py.As[py.Cell](v).V
		}
		if v.Bound() && len(name) > 0 && name[0] != '.' {
			d.SetStr(t.Interp.Intern(name), v)
		}
	}
	for i, name := range bc.FreeNames {
		if v := a.fn.closure()[i].V; v.Bound() && name != "__class__" {
			d.SetStr(t.Interp.Intern(name), v)
		}
	}
	return d.Value()
}

func isCellReg(bc *bytecode.Code, i int) bool {
	for _, r := range bc.CellRegs {
		if int(r) == i {
			return true
		}
	}
	return false
}

// Handled returns the exception being handled.
func (machine) Handled(t *py.Thread) *py.Exc { return of(t).handled() }

// Slice ends a slice of steps: interrupts are looked at, and the memory in use, since
// native loops make objects too.
func (machine) Slice(t *py.Thread) error {
	t.Budget = t.Interp.SliceSteps
	if t.Interrupt.Load() != 0 && t.Interp.OnInterrupt != nil {
		if err := t.Interp.OnInterrupt(t); err != nil {
			return err
		}
	}
	return t.Interp.CheckMemory()
}

// ClearDead clears the registers above the window of the call that is being made,
// and the stack above the running code.
func (machine) ClearDead(t *py.Thread) {
	t.ClearScratch()
	vm := of(t)
	if vm.code == nil {
		return
	}
	from := vm.top()
	in := (*Instr)(unsafe.Add(vm.code.pc0, vm.pcOff-instrSize))
	switch in.Op {
	case bytecode.Call:
		from = vm.base + uintptr(in.B) + uintptr(in.C+1)*valueSize
		*vm.reg(in.B - vs) = py.Nil // the scratch register of the window
	case bytecode.CallMethod:
		from = vm.base + uintptr(in.B) + uintptr(vm.code.sites[in.C].nargs+2)*valueSize
		*vm.reg(in.B) = py.Nil
	}
	clear(vm.stack[from/valueSize:])
	// Temporaries are allocated like a stack: from where the result goes up to the
	// window there is nothing alive.
	if in.Op == bytecode.Call || in.Op == bytecode.CallMethod {
		if i := uintptr(in.A) / valueSize; i >= uintptr(vm.code.bc.NumVars) && in.A < in.B {
			clear(vm.stack[vm.base/valueSize+i : (vm.base+uintptr(in.B))/valueSize])
		}
	}
}
