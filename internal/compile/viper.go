package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// MicroPython's compiler knows the decorators @micropython.native, .bytecode and
// .viper, whether micropython is imported or not, and so do we. native and bytecode
// say nothing here. A viper function is compiled from another tree: what is an int
// or a pointer by viper's rules is found from annotations and assignments, and
// arithmetic, loads and stores on those become calls of helpers in the module
// micropython that wrap to machine words.
// https://docs.micropython.org/en/latest/reference/speed_python.html#the-viper-code-emitter

// viperDecorators removes the decorators that are for the compiler from all functions
// below body and rewrites those for viper.
func (c *compiler) viperDecorators(body []syntax.Stmt, consts map[string]bool) {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.FunctionDef:
			c.viperDecorators(s.Body, consts)
			viper := false
			if s.DecoratorList, viper = withoutEmitter(s.DecoratorList); viper {
				c.lowerViper(s, consts)
			}
		case *syntax.AsyncFunctionDef:
			s.DecoratorList, _ = withoutEmitter(s.DecoratorList)
			c.viperDecorators(s.Body, consts)
		case *syntax.ClassDef:
			c.viperDecorators(s.Body, constNames(s.Body, consts))
		case *syntax.If:
			c.viperDecorators(s.Body, consts)
			c.viperDecorators(s.Orelse, consts)
		case *syntax.For:
			c.viperDecorators(s.Body, consts)
			c.viperDecorators(s.Orelse, consts)
		case *syntax.While:
			c.viperDecorators(s.Body, consts)
			c.viperDecorators(s.Orelse, consts)
		case *syntax.With:
			c.viperDecorators(s.Body, consts)
		case *syntax.Try:
			c.viperDecorators(s.Body, consts)
			for _, h := range s.Handlers {
				c.viperDecorators(h.Body, consts)
			}
			c.viperDecorators(s.Orelse, consts)
			c.viperDecorators(s.Finalbody, consts)
		}
	}
}

// withoutEmitter returns the decorators that are not for the compiler, and whether
// viper was among the others.
func withoutEmitter(list []syntax.Expr) (kept []syntax.Expr, viper bool) {
	for _, d := range list {
		switch compilerDecorator(d) {
		case "viper":
			viper = true
		case "native", "bytecode":
		default:
			kept = append(kept, d)
		}
	}
	return kept, viper
}

func compilerDecorator(d syntax.Expr) string {
	if a, ok := d.(*syntax.Attribute); ok {
		if n, ok := a.Value.(*syntax.Name); ok && n.ID == "micropython" {
			return a.Attr
		}
	}
	return ""
}

// viperType is the type of a value in a viper function.
type viperType string

const (
	viperObject viperType = "object"
	viperBool   viperType = "bool"
	viperInt    viperType = "int"
	viperUint   viperType = "uint"
	viperPtr    viperType = "ptr"
	viperPtr8   viperType = "ptr8"
	viperPtr16  viperType = "ptr16"
	viperPtr32  viperType = "ptr32"
)

// viperOnly are the names of viper's types that Python does not have.
func viperOnly(name string) bool {
	switch name {
	case "uint", "ptr", "ptr8", "ptr16", "ptr32":
		return true
	}
	return false
}

// unknown says whether nothing in the file binds a name.
func (u *unit) unknown(name string) bool {
	r := u.scope.res(name)
	return (r == resGlobalImplicit || r == resNone) && u.c.top.flags(name)&symBound == 0
}

// checkEmitter refuses decorators @micropython.x that MicroPython does not know, where
// no module micropython has been imported.
func (u *unit) checkEmitter(d syntax.Expr) {
	for {
		a, ok := d.(*syntax.Attribute)
		if !ok {
			return
		}
		if n, ok := a.Value.(*syntax.Name); ok {
			if n.ID == "micropython" && u.unknown("micropython") && len(a.Attr) > 0 && (len(a.Attr) < 4 || a.Attr[:4] != "asm_") {
				u.c.fail(d.Span(), "invalid micropython decorator")
			}
			return
		}
		d = a.Value
	}
}

func (t viperType) word() bool    { return t == viperInt || t == viperUint || t == viperBool }
func (t viperType) pointer() bool { return len(t) >= 3 && t[:3] == "ptr" }

func viperTypeOf(name string) (viperType, bool) {
	switch t := viperType(name); t {
	case viperObject, viperBool, viperInt, viperUint, viperPtr, viperPtr8, viperPtr16, viperPtr32:
		return t, true
	}
	return "", false
}

// viper rewrites one function.
type viper struct {
	types   map[string]viperType // of parameters and locals
	returns viperType
	helpers bool // helpers of the module micropython are used
	c       *compiler
	fn      string
	locals  map[string]bool // what only assignments bind
	consts  map[string]bool // ints made with const()
}

// viperModule is the local variable that holds the module with the helpers.
const viperModule = ".viper"

func (c *compiler) lowerViper(f *syntax.FunctionDef, consts map[string]bool) {
	v := &viper{types: map[string]viperType{}, c: c, fn: f.Name, consts: consts}
	v.locals = assignedOnly(f)
	var prologue []syntax.Stmt
	v.returns = v.annotation(f.Returns)
	f.Returns = nil
	args := append(append([]*syntax.Arg(nil), f.Args.Posonlyargs...), f.Args.Args...)
	args = append(args, f.Args.Kwonlyargs...)
	for _, a := range args {
		t := v.annotation(a.Annotation)
		a.Annotation = nil
		v.types[a.Name] = t
		if t != viperObject {
			to := name(a.Name, f.Pos, syntax.Store)
			set := &syntax.Assign{Targets: []syntax.Expr{to}, Value: v.convert(name(a.Name, f.Pos, syntax.Load), viperObject, t)}
			set.Pos = f.Pos
			prologue = append(prologue, set)
		}
	}
	for _, a := range []*syntax.Arg{f.Args.Vararg, f.Args.Kwarg} {
		if a != nil {
			v.annotation(a.Annotation)
			a.Annotation = nil
			v.types[a.Name] = viperObject
		}
	}
	body := v.block(f.Body)
	if v.helpers {
		imp := &syntax.Import{Names: []*syntax.Alias{{Name: "micropython", Asname: viperModule}}}
		imp.Pos = f.Pos
		prologue = append([]syntax.Stmt{imp}, prologue...)
	}
	f.Body = append(prologue, body...)
	if v.returns != viperObject {
		end := &syntax.Return{Value: v.convert(zeroAt(f.Pos), viperInt, v.returns)}
		end.Pos = f.Pos
		f.Body = append(f.Body, end)
	}
}

func name(id string, at syntax.Span, ctx syntax.ExprContext) *syntax.Name {
	n := &syntax.Name{ID: id, Ctx: ctx}
	n.Pos = at
	return n
}

// help calls a helper.
func (v *viper) help(helper string, at syntax.Span, args ...syntax.Expr) syntax.Expr {
	v.helpers = true
	f := &syntax.Attribute{Value: name(viperModule, at, syntax.Load), Attr: helper, Ctx: syntax.Load}
	f.Pos = at
	c := &syntax.Call{Func: f, Args: args}
	c.Pos = at
	return c
}

// convert makes a value of type from one of type to.
func (v *viper) convert(e syntax.Expr, from, to viperType) syntax.Expr {
	if from == to || to == viperObject {
		return e
	}
	if _, ok := viperCastOf(string(to)); ok {
		c := &syntax.Call{Func: name(viperCast+string(to), e.Span(), syntax.Load), Args: []syntax.Expr{e}}
		c.Pos = e.Span()
		return c
	}
	return v.help("_as_"+string(to), e.Span(), e)
}

// viperCast begins the names of functions that are instructions.
const viperCast = ".viper."

func viperCastOf(name string) (to cast, ok bool) {
	switch name {
	case "bool":
		return cast{bytecode.Intrinsic, bytecode.IntrinsicViperBool}, true
	case "int":
		return cast{bytecode.ToInt, 0}, true
	case "uint":
		return cast{bytecode.ToUint, 0}, true
	}
	return cast{}, false
}

// cast is an instruction, and its third operand.
type cast struct {
	op bytecode.Op
	c  int
}

// castOf returns the instruction that a call made by convert is.
func castOf(f syntax.Expr) (to cast, ok bool) {
	n, isName := f.(*syntax.Name)
	if !isName || len(n.ID) < len(viperCast) || n.ID[:len(viperCast)] != viperCast {
		return cast{}, false
	}
	return viperCastOf(n.ID[len(viperCast):])
}

func (v *viper) block(body []syntax.Stmt) []syntax.Stmt {
	out := make([]syntax.Stmt, len(body))
	for i, s := range body {
		out[i] = v.stmt(s)
	}
	return out
}

func (v *viper) stmt(s syntax.Stmt) syntax.Stmt {
	switch s := s.(type) {
	case *syntax.Return:
		if s.Value != nil {
			e, t := v.expr(s.Value)
			if t != v.returns && !isNone(e) {
				v.fail(e, "return expected '"+string(v.returns)+"' but got '"+string(t)+"'")
			}
			if isNone(e) && v.returns != viperObject {
				e, t = zeroAt(s.Pos), viperInt
			}
			s.Value = v.convert(e, t, v.returns)
		} else if v.returns != viperObject {
			s.Value = v.convert(zeroAt(s.Pos), viperInt, v.returns)
		}
	case *syntax.ExprStmt:
		s.Value, _ = v.expr(s.Value)
	case *syntax.Assign:
		if len(s.Targets) == 1 {
			if to, ok := s.Targets[0].(*syntax.Tuple); ok && v.exchange(to, s.Value) {
				return s
			}
		}
		e, t := v.expr(s.Value)
		s.Value = e
		if len(s.Targets) == 1 {
			return v.assign(s, s.Targets[0], e, t)
		}
		for i, target := range s.Targets {
			s.Targets[i] = v.target(target, t)
		}
	case *syntax.AnnAssign: // the annotation says nothing
		if s.Value != nil {
			set := &syntax.Assign{Targets: []syntax.Expr{s.Target}, Value: s.Value}
			set.Pos = s.Pos
			return v.stmt(set)
		}
		pass := &syntax.Pass{}
		pass.Pos = s.Pos
		return pass
	case *syntax.AugAssign:
		at := s.Pos
		load := reload(s.Target)
		op := &syntax.BinOp{Left: load, Op: s.Op, Right: s.Value}
		op.Pos = at
		if n, ok := s.Target.(*syntax.Name); ok && v.types[n.ID] == viperObject || !ok && !v.storesPointer(s.Target) {
			s.Value, _ = v.expr(s.Value)
			if x, ok := s.Target.(*syntax.Subscript); ok {
				x.Value, _ = v.expr(x.Value)
				x.Slice, _ = v.expr(x.Slice)
			}
			return s
		}
		e, t := v.expr(op)
		set := &syntax.Assign{Targets: []syntax.Expr{s.Target}, Value: e}
		set.Pos = at
		return v.assign(set, s.Target, e, t)
	case *syntax.For:
		item := v.rangeType(s.Iter)
		s.Iter, _ = v.expr(s.Iter)
		s.Target = v.target(s.Target, item)
		s.Body, s.Orelse = v.block(s.Body), v.block(s.Orelse)
	case *syntax.While:
		s.Body = v.block(s.Body)
		s.Test = v.test(s.Test)
		s.Orelse = v.block(s.Orelse)
	case *syntax.If:
		s.Test = v.test(s.Test)
		s.Body, s.Orelse = v.block(s.Body), v.block(s.Orelse)
	case *syntax.With:
		for _, it := range s.Items {
			it.ContextExpr, _ = v.expr(it.ContextExpr)
			if it.OptionalVars != nil {
				it.OptionalVars = v.target(it.OptionalVars, viperObject)
			}
		}
		s.Body = v.block(s.Body)
	case *syntax.Try:
		s.Body = v.block(s.Body)
		for _, h := range s.Handlers {
			h.Body = v.block(h.Body)
		}
		s.Orelse, s.Finalbody = v.block(s.Orelse), v.block(s.Finalbody)
	case *syntax.Raise:
		if s.Exc == nil || s.Cause != nil {
			v.cannot(s.Pos, "native raise")
		}
		e, t := v.expr(s.Exc)
		if t != viperObject {
			v.fail(e, "must raise an object")
		}
		s.Exc = e
	case *syntax.Assert:
		s.Test = v.test(s.Test)
		if s.Msg != nil {
			s.Msg, _ = v.expr(s.Msg)
		}
	case *syntax.Global:
		for _, n := range s.Names {
			v.types[n] = viperObject
		}
	}
	return s
}

// reload is the target of an augmented assignment as an operand.
func reload(e syntax.Expr) syntax.Expr {
	switch e := e.(type) {
	case *syntax.Name:
		return name(e.ID, e.Pos, syntax.Load)
	case *syntax.Subscript:
		x := *e
		x.Ctx = syntax.Load
		return &x
	case *syntax.Attribute:
		x := *e
		x.Ctx = syntax.Load
		return &x
	}
	return e
}

func (v *viper) storesPointer(target syntax.Expr) bool {
	x, ok := target.(*syntax.Subscript)
	if !ok {
		return false
	}
	n, ok := x.Value.(*syntax.Name)
	return ok && v.types[n.ID].pointer()
}

// assign is target = e.
func (v *viper) assign(s *syntax.Assign, target, e syntax.Expr, t viperType) syntax.Stmt {
	if x, ok := target.(*syntax.Subscript); ok {
		base, bt := v.expr(x.Value)
		index, it := v.expr(x.Slice)
		if bt != viperObject {
			v.checkStore(x, bt, index, it, e, t)
			st := &syntax.ExprStmt{Value: v.help("_store", s.Pos, base, index, v.convert(e, t, viperInt))}
			st.Pos = s.Pos
			return st
		}
		x.Value, x.Slice = base, index
		return s
	}
	s.Targets = []syntax.Expr{v.target(target, t)}
	return s
}

// target binds the names of a target to a type, unless they have one.
func (v *viper) target(e syntax.Expr, t viperType) syntax.Expr {
	switch e := e.(type) {
	case *syntax.Name:
		old, ok := v.types[e.ID]
		if !ok {
			v.types[e.ID] = t
		} else if old != t && v.locals[e.ID] {
			v.fail(e, "local '"+e.ID+"' has type '"+string(old)+"' but source is '"+string(t)+"'")
		}
	case *syntax.Tuple:
		for i, x := range e.Elts {
			e.Elts[i] = v.target(x, viperObject)
		}
	case *syntax.Subscript:
		e.Value, _ = v.expr(e.Value)
		e.Slice, _ = v.expr(e.Slice)
	case *syntax.Attribute:
		e.Value, _ = v.expr(e.Value)
	}
	return e
}

func (v *viper) list(l []syntax.Expr) {
	for i, e := range l {
		l[i], _ = v.expr(e)
	}
}

// expr rewrites an expression and tells its type.
func (v *viper) expr(e syntax.Expr) (syntax.Expr, viperType) {
	switch e := e.(type) {
	case *syntax.Constant:
		switch e.Kind {
		case syntax.ConstInt:
			return e, viperInt
		case syntax.ConstTrue, syntax.ConstFalse:
			return e, viperBool
		}
	case *syntax.Name:
		if t, ok := v.types[e.ID]; ok {
			return e, t
		}
		if v.locals[e.ID] {
			v.fail(e, "local '"+e.ID+"' used before type known")
		}
		if v.consts[e.ID] {
			return e, viperInt
		}
	case *syntax.Yield, *syntax.YieldFrom, *syntax.Await:
		v.cannot(e.Span(), "native yield")
	case *syntax.BinOp:
		return v.binOp(e)
	case *syntax.UnaryOp:
		x, t := v.expr(e.Operand)
		e.Operand = x
		switch {
		case e.Op == syntax.Not && t.word() && t != viperBool:
			v.fail(e, "'not' not implemented")
		case t.pointer() || t == viperBool:
			v.fail(e, "can't do unary op of '"+string(t)+"'")
		case t == viperInt:
			return v.convert(e, "", viperInt), viperInt
		case t == viperUint:
			return v.convert(e, "", viperUint), viperUint
		}
	case *syntax.BoolOp:
		t := viperType("")
		for i, x := range e.Values {
			y, yt := v.expr(x)
			e.Values[i] = y
			if i < len(e.Values)-1 {
				v.checkBool(y, yt)
			}
			t = yt
		}
		return e, t
	case *syntax.Compare:
		left, lt := v.expr(e.Left)
		e.Left = left
		for i, x := range e.Comparators {
			right, rt := v.expr(x)
			e.Comparators[i] = right
			v.checkCompare(e, e.Ops[i], lt, rt)
			lt = rt
		}
		if lt == viperObject {
			return e, viperObject
		}
		return e, viperBool
	case *syntax.Call:
		if n, ok := e.Func.(*syntax.Name); ok && len(e.Args) == 1 && len(e.Keywords) == 0 {
			if t, ok := viperTypeOf(n.ID); ok && t != viperObject {
				if _, local := v.types[n.ID]; !local {
					v.checkCast(e.Args[0])
					x, from := v.expr(e.Args[0])
					return v.convert(x, from, t), t
				}
			}
			if n.ID == "object" {
				x, _ := v.expr(e.Args[0])
				return x, viperObject
			}
		}
		e.Func, _ = v.expr(e.Func)
		for _, a := range e.Args {
			v.checkArgument(a)
		}
		v.list(e.Args)
		for _, k := range e.Keywords {
			k.Value, _ = v.expr(k.Value)
		}
	case *syntax.Subscript:
		base, bt := v.expr(e.Value)
		index, it := v.expr(e.Slice)
		if bt != viperObject && e.Ctx == syntax.Load {
			v.checkLoad(e, bt, index, it)
			return v.help("_load", e.Pos, base, index), viperInt
		}
		e.Value, e.Slice = base, index
	case *syntax.Slice:
		for _, p := range []*syntax.Expr{&e.Lower, &e.Upper, &e.Step} {
			if *p != nil {
				*p, _ = v.expr(*p)
			}
		}
	case *syntax.Attribute:
		e.Value, _ = v.expr(e.Value)
	case *syntax.IfExp:
		var t viperType
		e.Test = v.test(e.Test)
		e.Body, _ = v.expr(e.Body)
		e.Orelse, t = v.expr(e.Orelse)
		return e, t
	case *syntax.Tuple:
		v.list(e.Elts)
	case *syntax.List:
		v.list(e.Elts)
	case *syntax.Set:
		v.list(e.Elts)
	case *syntax.Dict:
		v.list(e.Values)
		for i, k := range e.Keys {
			if k != nil {
				e.Keys[i], _ = v.expr(k)
			}
		}
	case *syntax.Starred:
		e.Value, _ = v.expr(e.Value)
	case *syntax.NamedExpr:
		x, t := v.expr(e.Value)
		e.Value = x
		v.target(e.Target, t)
		return e, t
	}
	return e, viperObject
}

// binOp rewrites an operation on words so that the result is a word.
func (v *viper) binOp(e *syntax.BinOp) (syntax.Expr, viperType) {
	if t := wordConst(e); t != "" {
		return e, t
	}
	left, lt := v.expr(e.Left)
	right, rt := v.expr(e.Right)
	e.Left, e.Right = left, right
	v.checkBinOp(e, lt, rt)
	if !lt.word() || !rt.word() {
		return e, viperObject
	}
	t := viperInt
	if lt == viperUint {
		t = viperUint
	}
	switch e.Op {
	case syntax.LShift:
		return v.help("_shl_"+string(t), e.Pos, left, right), t
	case syntax.RShift:
		return v.help("_shr", e.Pos, left, right), t
	}
	if lt != rt && (lt == viperUint || rt == viperUint) {
		e.Left, e.Right = v.convert(left, lt, t), v.convert(right, rt, t)
	}
	return v.convert(e, "", t), t
}

// micropythonConst returns the argument of const(x), which MicroPython's compiler
// knows without an import: where nothing in the file is called const, it can only
// be meant. Sources that are not files (exec, prompts) may get const from their
// namespace.
func (u *unit) micropythonConst(e *syntax.Call) syntax.Expr {
	n, ok := e.Func.(*syntax.Name)
	if !ok || n.ID != "const" || len(e.Args) != 1 || len(e.Keywords) > 0 || u.c.opts.Filename == "" || u.c.opts.Filename[0] == '<' {
		return nil
	}
	if _, star := e.Args[0].(*syntax.Starred); star || u.c.constBound {
		return nil
	}
	if r := u.scope.res("const"); r != resGlobalImplicit && r != resNone {
		return nil
	}
	return e.Args[0]
}
