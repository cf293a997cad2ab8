package compile

import (
	"slices"
	"strings"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// funcDef is what def and async def have.
type funcDef struct {
	name       string
	args       *syntax.Arguments
	body       []syntax.Stmt
	decorators []syntax.Expr
	returns    syntax.Expr
	params     []syntax.TypeParam
}

// decorate evaluates decorators; each gets a register for its argument after its
// own, which is the scratch register of the next one's window. It returns the
// register for the decorated object and where the object goes in the end.
func (u *unit) decorate(list []syntax.Expr) (windows []int, arg int) {
	u.alloc()
	for _, d := range list {
		u.checkEmitter(d)
		w := u.alloc()
		u.expr(d, w)
		windows = append(windows, w)
		u.alloc()
	}
	return windows, u.top - 1
}

// applyDecorators calls the decorators from the innermost one; the object is in
// the register behind the last.
func (u *unit) applyDecorators(list []syntax.Expr, windows []int) {
	for i := len(windows) - 1; i >= 0; i-- {
		w := windows[i]
		u.span = list[i].Span()
		u.emit(bytecode.Call, w-1, w, 1)
	}
}

// function compiles def and async def.
func (u *unit) function(s syntax.Stmt, f *funcDef) {
	first := s.Span()
	if len(f.decorators) > 0 {
		first = f.decorators[0].Span()
	}
	windows, r := u.decorate(f.decorators)
	u.span = s.Span()
	if len(f.decorators) == 0 {
		if to, ok := u.local(&syntax.Name{ID: f.name}); ok && len(f.params) == 0 && !needsArgs(f) {
			// Nothing but the function itself: straight into the variable.
			u.makeFunction(s, f, first, to)
			return
		}
	}
	if len(f.params) > 0 {
		u.genericFunction(s, f, first, r)
	} else {
		u.makeFunction(s, f, first, r)
	}
	u.applyDecorators(f.decorators, windows)
	if len(windows) > 0 {
		r = windows[0] - 1
	}
	u.span = s.Span()
	u.storeName(f.name, r)
}

// needsArgs says whether making the function takes more than its code.
func needsArgs(f *funcDef) bool {
	a := f.args
	if len(a.Defaults) > 0 || hasKwDefaults(a) || f.returns != nil {
		return true
	}
	for _, x := range slices.Concat(a.Posonlyargs, a.Args, a.Kwonlyargs, []*syntax.Arg{a.Vararg, a.Kwarg}) {
		if x != nil && x.Annotation != nil {
			return true
		}
	}
	return false
}

// makeFunction evaluates defaults and annotations and makes the function in
// register dst, which is the last temporary unless there are none.
func (u *unit) makeFunction(s syntax.Stmt, f *funcDef, first syntax.Span, dst int) {
	flags := u.defaults(f.args, dst)
	flags |= u.annotationDict(f, dst)
	code := u.functionCode(s, f, first)
	u.span = s.Span()
	u.emit(bytecode.MakeFunction, dst, u.child(code), flags)
}

// reserve makes the registers up to r temporaries in use.
func (u *unit) reserve(r int) {
	if r >= u.top {
		u.allocN(r + 1 - u.top)
	}
}

// defaults evaluates the default values for MakeFunction at dst.
func (u *unit) defaults(a *syntax.Arguments, dst int) int {
	flags := 0
	if len(a.Defaults) > 0 {
		flags |= bytecode.FuncDefaults
		u.reserve(dst + 1)
		t := &syntax.Tuple{Elts: a.Defaults}
		t.Pos = u.span
		span := u.span
		u.expr(t, dst+1)
		u.span = span
	}
	if hasKwDefaults(a) {
		flags |= bytecode.FuncKwDefaults
		u.reserve(dst + 2)
		d := &syntax.Dict{}
		d.Pos = u.span
		span := u.span
		for i, e := range a.KwDefaults {
			if e != nil {
				key := &syntax.Constant{Kind: syntax.ConstStr, Str: u.mangle(a.Kwonlyargs[i].Name)}
				key.Pos = span
				d.Keys = append(d.Keys, key)
				d.Values = append(d.Values, e)
			}
		}
		u.expr(d, dst+2)
		u.span = span
	}
	return flags
}

// annotationDict evaluates the annotations for MakeFunction at dst.
func (u *unit) annotationDict(f *funcDef, dst int) int {
	a := f.args
	type item struct {
		name string
		e    syntax.Expr
	}
	var items []item
	add := func(args ...*syntax.Arg) {
		for _, x := range args {
			if x != nil && x.Annotation != nil {
				items = append(items, item{u.mangle(x.Name), x.Annotation})
			}
		}
	}
	add(a.Args...)
	add(a.Posonlyargs...)
	add(a.Vararg)
	add(a.Kwonlyargs...)
	add(a.Kwarg)
	if f.returns != nil {
		items = append(items, item{"return", f.returns})
	}
	if len(items) == 0 {
		return 0
	}
	span := u.span
	u.reserve(dst + 3)
	mark := u.top
	dict := dst + 3
	if 2*len(items) <= maxItems {
		r := u.top
		for _, x := range items {
			u.span = span
			u.loadStr(x.name, u.alloc())
			u.annotation(x.e, u.alloc())
		}
		u.span = span
		u.emit(bytecode.BuildDict, dict, r, len(items))
	} else {
		u.emit(bytecode.BuildDict, dict, dict, 0)
		for _, x := range items {
			u.span = span
			key := u.loadStr(x.name, -1)
			r := u.annotation(x.e, -1)
			u.span = span
			u.emit(bytecode.DictSet, dict, key, r)
			u.top = mark
		}
	}
	u.top = mark
	u.span = span
	return bytecode.FuncAnnotations
}

// annotation evaluates an annotation: under the future statement it is the
// source text.
func (u *unit) annotation(e syntax.Expr, want int) int {
	if u.c.future {
		u.span = e.Span()
		return u.loadStr(unparse(e), want)
	}
	if n, ok := e.(*syntax.Name); ok && viperOnly(n.ID) && u.unknown(n.ID) {
		// MicroPython's types for viper, in an ordinary function beside it.
		u.span = e.Span()
		return u.loadStr(n.ID, want)
	}
	if s, ok := e.(*syntax.Starred); ok { // *args: *Ts
		mark := u.top
		r := u.expr(s.Value, -1)
		u.top = mark
		t := u.alloc()
		u.span = e.Span()
		u.emit(bytecode.UnpackSequence, t, r, 1)
		u.top = mark
		dst := u.dest(want)
		u.move(dst, t)
		return dst
	}
	return u.expr(e, want)
}

// functionCode compiles the body of a function.
func (u *unit) functionCode(s syntax.Stmt, f *funcDef, first syntax.Span) *bytecode.Code {
	v := u.c.newUnit(u, u.c.scopes[scopeKey{s, subBody}], f.name, first)
	v.setParams(f.args)
	body := f.body
	if len(body) > 0 && isDocstring(body[0]) {
		doc := body[0].(*syntax.ExprStmt).Value.(*syntax.Constant)
		if u.c.opts.Optimize < 2 {
			v.code.Doc = true
			v.constant(bytecode.Const{Kind: bytecode.ConstStr, Str: cleanDoc(doc.Str)})
		}
		body = body[1:]
	}
	v.stmts(body)
	if len(f.body) > 0 {
		v.span = f.body[len(f.body)-1].Span()
	}
	v.emit(bytecode.ReturnNone, 0, 0, 0)
	return v.assemble()
}

// setParams describes the parameters.
func (u *unit) setParams(a *syntax.Arguments) {
	c := u.code
	c.PosOnly = int32(len(a.Posonlyargs))
	c.ArgCount = int32(len(a.Posonlyargs) + len(a.Args))
	c.KwOnly = int32(len(a.Kwonlyargs))
	if a.Vararg != nil {
		c.Flags |= bytecode.VarArgs
	}
	if a.Kwarg != nil {
		c.Flags |= bytecode.VarKeywords
	}
}

func (u *unit) lambda(e *syntax.Lambda, want int) int {
	mark := u.top
	dst := u.temp(want)
	if len(e.Args.Defaults) > 0 || hasKwDefaults(e.Args) {
		dst = u.alloc() // the arguments of MakeFunction follow it
	}
	u.span = e.Span()
	flags := u.defaults(e.Args, dst)
	v := u.c.newUnit(u, u.c.scopes[scopeKey{e, subBody}], "<lambda>", e.Span())
	v.setParams(e.Args)
	r := v.expr(e.Body, -1)
	v.span = e.Body.Span()
	v.returnsValue = true
	v.emit(bytecode.Return, r, 0, 0)
	u.span = e.Span()
	u.emit(bytecode.MakeFunction, dst, u.child(v.assemble()), flags)
	u.top = mark
	if want >= 0 {
		u.move(want, dst)
		return want
	}
	to := u.alloc()
	u.move(to, dst)
	return to
}

// cleanDoc removes the indentation of a docstring as CPython 3.13 does: tabs
// become spaces, the first line loses its leading spaces, the others the margin
// they share.
func cleanDoc(doc string) string {
	doc = expandTabs(doc)
	lines := strings.Split(doc, "\n")
	margin := -1
	for _, l := range lines[1:] {
		n := len(l) - len(strings.TrimLeft(l, " "))
		if n < len(l) && (margin < 0 || n < margin) {
			margin = n
		}
	}
	margin = max(margin, 0)
	lines[0] = strings.TrimLeft(lines[0], " ")
	for i, l := range lines[1:] {
		n := len(l) - len(strings.TrimLeft(l, " "))
		lines[i+1] = l[min(n, margin):]
	}
	return strings.Join(lines, "\n")
}

func expandTabs(s string) string {
	if strings.IndexByte(s, '\t') < 0 {
		return s
	}
	var b strings.Builder
	col := 0
	for _, r := range []byte(s) {
		switch {
		case r == '\t':
			n := 8 - col%8
			b.WriteString(strings.Repeat(" ", n))
			col += n
		case r == '\n' || r == '\r':
			b.WriteByte(r)
			col = 0
		default:
			b.WriteByte(r)
			if r&0xc0 != 0x80 {
				col++
			}
		}
	}
	return b.String()
}
