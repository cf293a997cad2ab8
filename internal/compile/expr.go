package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// expr evaluates e and returns the register that has the value. That is want if
// want is not negative; otherwise it is a new temporary or the register of a
// variable, which must not be written to. No other temporary stays in use: a new
// one is the first that was free.
func (u *unit) expr(e syntax.Expr, want int) int {
	mark := u.top
	r := u.evaluate(e, want)
	u.top = mark
	if want < 0 && !u.isVar(r) {
		if r != mark {
			panic("compile: result in the wrong temporary")
		}
		u.top++
	}
	return r
}

func (u *unit) evaluate(e syntax.Expr, want int) int {
	if k := u.c.fold(e); k != nil {
		u.span = e.Span()
		return u.loadConst(*k, want)
	}
	switch e := e.(type) {
	case *syntax.Name:
		u.span = e.Span()
		return u.loadName(e.ID, want)
	case *syntax.BoolOp:
		return u.boolOp(e, want)
	case *syntax.NamedExpr:
		return u.namedExpr(e, want)
	case *syntax.BinOp:
		if f := asFormat(e); f != nil {
			return u.joinedStr(f, want)
		}
		return u.binOp(e, want)
	case *syntax.UnaryOp:
		return u.unaryOp(e, want)
	case *syntax.Lambda:
		return u.lambda(e, want)
	case *syntax.IfExp:
		return u.ifExp(e, want)
	case *syntax.Dict:
		return u.dict(e, want)
	case *syntax.Set:
		return u.set(e, want)
	case *syntax.ListComp, *syntax.SetComp, *syntax.DictComp, *syntax.GeneratorExp:
		return u.comprehension(e, want)
	case *syntax.Await:
		return u.await(e, want)
	case *syntax.Yield:
		return u.yield(e, want)
	case *syntax.YieldFrom:
		return u.yieldFrom(e, want)
	case *syntax.Compare:
		return u.compare(e, want)
	case *syntax.Call:
		return u.call(e, want)
	case *syntax.JoinedStr:
		return u.joinedStr(e, want)
	case *syntax.FormattedValue:
		return u.formattedValue(e, want)
	case *syntax.TemplateStr:
		return u.templateStr(e, want)
	case *syntax.Attribute:
		return u.attribute(e, want)
	case *syntax.Subscript:
		return u.subscript(e, want)
	case *syntax.List:
		return u.list(e, want)
	case *syntax.Tuple:
		return u.tuple(e, want)
	case *syntax.Slice:
		return u.slice(e, want)
	case *syntax.Starred:
		u.fail(e.Span(), "can't use starred expression here")
	}
	u.fail(e.Span(), "unknown expression")
	return 0
}

// temp returns want if it is a temporary, otherwise a new one: a register that
// can hold partial results. Use finish to bring it where it is wanted.
func (u *unit) temp(want int) int {
	if want >= 0 && !u.isVar(want) {
		return want
	}
	return u.alloc()
}

func (u *unit) finish(r, want int) int {
	if want >= 0 && want != r {
		u.move(want, r)
		return want
	}
	return r
}

func (u *unit) boolOp(e *syntax.BoolOp, want int) int {
	dst := u.temp(want)
	mark := u.top
	end := u.newLabel()
	op := bytecode.JumpIfFalse
	if e.Op == syntax.Or {
		op = bytecode.JumpIfTrue
	}
	last := len(e.Values) - 1
	for i, v := range e.Values {
		if k := u.c.fold(v); k != nil && i < last {
			if truth(k) != (e.Op == syntax.Or) {
				continue // does not decide
			}
			u.expr(v, dst)
			break
		}
		u.expr(v, dst)
		u.top = mark
		if i < last {
			u.span = v.Span()
			u.jump(op, dst, 0, end)
		}
	}
	u.mark(end)
	u.span = e.Span()
	return u.finish(dst, want)
}

func (u *unit) namedExpr(e *syntax.NamedExpr, want int) int {
	if r, ok := u.local(e.Target); ok {
		u.expr(e.Value, r)
		if want < 0 {
			return r
		}
		u.span = e.Span()
		u.move(want, r)
		return want
	}
	r := u.expr(e.Value, u.temp(want))
	u.span = e.Target.Span()
	u.storeName(e.Target.ID, r)
	return u.finish(r, want)
}

var binOps = [...]bytecode.Op{
	syntax.Add: bytecode.Add, syntax.Sub: bytecode.Sub, syntax.Mult: bytecode.Mul, syntax.MatMult: bytecode.MatMul,
	syntax.Div: bytecode.TrueDiv, syntax.Mod: bytecode.Mod, syntax.Pow: bytecode.Pow, syntax.LShift: bytecode.LShift,
	syntax.RShift: bytecode.RShift, syntax.BitOr: bytecode.Or, syntax.BitXor: bytecode.Xor, syntax.BitAnd: bytecode.And,
	syntax.FloorDiv: bytecode.FloorDiv,
}

// immediate returns the operation with a small constant on the right.
func immediate(op syntax.Operator) (bytecode.Op, bool) {
	switch op {
	case syntax.Add:
		return bytecode.AddI, true
	case syntax.Sub:
		return bytecode.SubI, true
	case syntax.Mult:
		return bytecode.MulI, true
	case syntax.FloorDiv:
		return bytecode.FloorDivI, true
	case syntax.Mod:
		return bytecode.ModI, true
	case syntax.BitAnd:
		return bytecode.AndI, true
	case syntax.BitOr:
		return bytecode.OrI, true
	case syntax.BitXor:
		return bytecode.XorI, true
	case syntax.LShift:
		return bytecode.LShiftI, true
	case syntax.RShift:
		return bytecode.RShiftI, true
	}
	return 0, false
}

// smallInt returns the value of e if it is a constant that fits an immediate
// operand.
func (u *unit) smallInt(e syntax.Expr) (int, bool) {
	k := u.c.fold(e)
	if k == nil || k.Kind != bytecode.ConstInt || k.Int != int64(int16(k.Int)) {
		return 0, false
	}
	return int(uint16(k.Int)), true
}

// binOp evaluates a left-deep chain of operators without recursion on the left.
func (u *unit) binOp(e *syntax.BinOp, want int) int {
	var spine []*syntax.BinOp
	var left syntax.Expr = e
	for {
		b, ok := left.(*syntax.BinOp)
		if !ok || asFormat(b) != nil {
			break
		}
		spine = append(spine, b)
		left = b.Left
	}
	mark := u.top
	// Fold the constants the chain begins with.
	n := len(spine) - 1
	acc := -1
	if k := u.c.fold(left); k != nil {
		for ; n >= 0; n-- {
			r := u.c.fold(spine[n].Right)
			if r == nil {
				break
			}
			v := foldBinary(spine[n].Op, k, r)
			if v == nil {
				break
			}
			k = v
		}
		u.span = left.Span()
		acc = u.loadConst(*k, -1)
	} else {
		acc = u.operand(left, spine[n].Right)
	}
	for ; n >= 0; n-- {
		b := spine[n]
		to := -1
		if n == 0 {
			to = want
		}
		if op, ok := immediate(b.Op); ok {
			if k, ok := u.smallInt(b.Right); ok {
				u.top = mark
				dst := u.dest(to)
				u.span = b.Span()
				u.emit(op, dst, acc, k)
				acc = dst
				continue
			}
		}
		r := u.expr(b.Right, -1)
		u.top = mark
		dst := u.dest(to)
		u.span = b.Span()
		u.emit(binOps[b.Op], dst, acc, r)
		acc = dst
	}
	return acc
}

func (u *unit) unaryOp(e *syntax.UnaryOp, want int) int {
	if e.Op == syntax.Not {
		if c, ok := e.Operand.(*syntax.Compare); ok && len(c.Ops) == 1 {
			if op, ok := negated(c.Ops[0]); ok {
				return u.compare1(op, c, want)
			}
		}
	}
	mark := u.top
	r := u.expr(e.Operand, -1)
	u.top = mark
	dst := u.dest(want)
	u.span = e.Span()
	switch e.Op {
	case syntax.Not:
		u.emit(bytecode.Not, dst, r, 0)
	case syntax.USub:
		u.emit(bytecode.Neg, dst, r, 0)
	case syntax.UAdd:
		u.emit(bytecode.Pos, dst, r, 0)
	default:
		u.emit(bytecode.Invert, dst, r, 0)
	}
	return dst
}

// negated returns the operator whose result is the opposite for sure.
func negated(op syntax.CmpOp) (syntax.CmpOp, bool) {
	switch op {
	case syntax.Is:
		return syntax.IsNot, true
	case syntax.IsNot:
		return syntax.Is, true
	case syntax.In:
		return syntax.NotIn, true
	case syntax.NotIn:
		return syntax.In, true
	}
	return op, false
}

func (u *unit) ifExp(e *syntax.IfExp, want int) int {
	if k := u.c.fold(e.Test); k != nil {
		if truth(k) {
			return u.expr(e.Body, want)
		}
		return u.expr(e.Orelse, want)
	}
	dst := u.dest(want)
	mark := u.top
	other, end := u.newLabel(), u.newLabel()
	u.cond(e.Test, other, false)
	u.expr(e.Body, dst)
	u.top = mark
	u.jump(bytecode.Jump, 0, 0, end)
	u.mark(other)
	u.expr(e.Orelse, dst)
	u.top = mark
	u.mark(end)
	return dst
}

func (u *unit) attribute(e *syntax.Attribute, want int) int {
	mark := u.top
	if u.superCall(e.Value) {
		r := u.superArgs(e.Value)
		u.top = mark
		dst := u.dest(want)
		u.span = attrSpan(e)
		u.emit(bytecode.LoadSuperAttr, dst, r, u.site(e.Attr, 0))
		return dst
	}
	// A chain of attributes and the like may be long.
	r := u.expr(e.Value, -1)
	u.top = mark
	dst := u.dest(want)
	u.span = attrSpan(e)
	u.emit(bytecode.LoadAttr, dst, r, u.site(e.Attr, 0))
	return dst
}

// attrSpan is the place of an attribute.
func attrSpan(e *syntax.Attribute) syntax.Span { return attrPlace(e, e.Span()) }

// attrPlace moves the start of s, the place of e or of a call of it, to the name
// of the attribute if that stands on another line than the start of its object,
// as CPython does.
func attrPlace(e *syntax.Attribute, s syntax.Span) syntax.Span {
	if a := e.Span(); s.Line != a.EndLine {
		s.Line = a.EndLine
		if n := int32(len(e.Attr)); n <= a.EndCol {
			s.Col = a.EndCol - n
		} else {
			s.Col, s.EndCol = -1, -1
		}
	}
	return s
}

// superCall says whether e is super() in a method, where the name is not bound
// by the program.
func (u *unit) superCall(e syntax.Expr) bool {
	c, ok := e.(*syntax.Call)
	if !ok || len(c.Args) > 0 || len(c.Keywords) > 0 {
		return false
	}
	n, ok := c.Func.(*syntax.Name)
	if !ok || n.ID != "super" || u.scope.kind != scopeFunction || u.scope.comp != compNone || u.code.ArgCount == 0 {
		return false
	}
	if _, ok := u.frees["__class__"]; !ok || u.lookup("super").kind != accGlobal {
		return false
	}
	top := u
	for top.parent != nil {
		top = top.parent
	}
	return top.scope.flags("super")&symBound == 0
}

// superArgs loads the class and the instance for super() into two neighbouring
// temporaries.
func (u *unit) superArgs(e syntax.Expr) int {
	u.span = e.Span()
	r := u.allocN(2)
	u.emit(bytecode.LoadFree, r, u.frees["__class__"], 0)
	self := u.regs[u.scope.params[0]]
	if u.scope.res(u.scope.params[0]) == resCell {
		u.emit(bytecode.LoadCell, r+1, self, 0)
	} else {
		u.emit(bytecode.CheckBound, self, self, 0)
		u.move(r+1, self)
	}
	return r
}

func (u *unit) subscript(e *syntax.Subscript, want int) int {
	u.checkSubscript(e)
	mark := u.top
	o := u.operand(e.Value, e.Slice)
	if k, ok := u.smallInt(e.Slice); ok {
		u.top = mark
		dst := u.dest(want)
		u.span = e.Span()
		u.emit(bytecode.LoadItemI, dst, o, k)
		return dst
	}
	op := bytecode.LoadItem
	var i int
	if s, ok := e.Slice.(*syntax.Slice); ok && s.Step == nil {
		op = bytecode.LoadSlice
		i = u.allocN(2)
		u.bounds(i, s.Lower, s.Upper)
	} else {
		i = u.expr(e.Slice, -1)
		u.usedOnce(e.Slice)
	}
	u.top = mark
	dst := u.dest(want)
	u.span = e.Span()
	u.emit(op, dst, o, i)
	return dst
}

// usedOnce marks a slice that the next instruction alone uses: it need not be made
// into an object.
func (u *unit) usedOnce(e syntax.Expr) {
	if last := &u.ins[len(u.ins)-1]; last.op == bytecode.BuildSlice {
		if _, ok := e.(*syntax.Slice); ok {
			last.c = 1
		}
	}
}

// bounds evaluates parts of a slice into registers from r on.
func (u *unit) bounds(r int, parts ...syntax.Expr) {
	mark := u.top
	for i, p := range parts {
		if p == nil {
			u.loadNone(r + i)
		} else {
			u.expr(p, r+i)
		}
		u.top = mark
	}
}

func (u *unit) slice(e *syntax.Slice, want int) int {
	mark := u.top
	r := u.allocN(3)
	u.bounds(r, e.Lower, e.Upper, e.Step)
	u.top = mark
	dst := u.dest(want)
	u.span = e.Span()
	u.emit(bytecode.BuildSlice, dst, r, 0)
	return dst
}

func (u *unit) await(e *syntax.Await, want int) int {
	u.checkAwait(e.Span())
	mark := u.top
	r := u.expr(e.Value, -1)
	u.top = mark
	t := u.alloc()
	u.span = e.Span()
	u.emit(bytecode.GetAwaitable, t, r, 0)
	return u.delegate(t, mark, want)
}

// delegate runs the iterator in temporary t; its result goes to want.
func (u *unit) delegate(t, mark, want int) int {
	u.top = mark
	dst := u.dest(want)
	u.emit(bytecode.YieldFrom, dst, t, 0)
	return dst
}

func (u *unit) checkAwait(span syntax.Span) {
	if !u.scope.functionLike() {
		u.fail(span, "'await' outside function")
	}
	if !u.async() && u.scope.comp != compGen {
		u.fail(span, "'await' outside async function")
	}
}

// async says whether the code is that of an async def.
func (u *unit) async() bool { return u.scope.async }

func (u *unit) yield(e *syntax.Yield, want int) int {
	if u.scope.kind != scopeFunction {
		u.fail(e.Span(), "'yield' outside function")
	}
	mark := u.top
	var r int
	if e.Value == nil {
		u.span = e.Span()
		r = u.loadNone(-1)
	} else {
		r = u.expr(e.Value, -1)
	}
	u.top = mark
	// Not straight into a variable: throw() must not change it.
	dst := u.temp(want)
	u.span = e.Span()
	u.emit(bytecode.Yield, dst, r, 0)
	return u.finish(dst, want)
}

func (u *unit) yieldFrom(e *syntax.YieldFrom, want int) int {
	if u.scope.kind != scopeFunction {
		u.fail(e.Span(), "'yield from' outside function")
	}
	if u.async() {
		u.fail(e.Span(), "'yield from' inside async function")
	}
	mark := u.top
	r := u.expr(e.Value, -1)
	u.top = mark
	t := u.alloc()
	u.span = e.Span()
	u.emit(bytecode.GetYieldFrom, t, r, 0)
	return u.delegate(t, mark, want)
}
