package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// A call of a builtin that takes all the items of its only argument at once, a
// generator expression (`any(x.ok for x in list)`), is compiled twice: with the
// generator, and as a loop in the code around that gives the items to the builtin
// without making one. Which of them runs is decided when the name has been looked
// up. As with comprehensions (PEP 709) the frame of the generator expression is
// missing in tracebacks.

// fedNames are functions and methods that may be builtins of that kind.
var fedNames = map[string]bool{
	"all": true, "any": true, "frozenset": true, "list": true, "max": true, "min": true, "set": true, "sorted": true, "sum": true, "tuple": true,
	"extend": true, "join": true, "update": true,
}

// fedSize is how many nodes a generator expression may have that is compiled twice.
const fedSize = 60

// fedGenerator returns the argument of a call that is to be compiled so, or nil.
func fedGenerator(e *syntax.Call) *syntax.GeneratorExp {
	if len(e.Args) != 1 || len(e.Keywords) > 0 {
		return nil
	}
	g, ok := e.Args[0].(*syntax.GeneratorExp)
	if !ok {
		return nil
	}
	switch f := e.Func.(type) {
	case *syntax.Name:
		ok = fedNames[f.ID]
	case *syntax.Attribute:
		ok = fedNames[f.Attr]
	default:
		ok = false
	}
	n := fedSize
	if !ok || !plainNodes(&n, g.Elt) {
		return nil
	}
	for _, c := range g.Generators {
		if c.IsAsync || !plainNodes(&n, c.Target, c.Iter) || !plainNodes(&n, c.Ifs...) {
			return nil
		}
	}
	return g
}

// plainNodes reports whether expressions mean the same inside and outside of a
// function of their own and have no scopes in them, and are at most left nodes.
func plainNodes(left *int, list ...syntax.Expr) bool {
	for _, e := range list {
		if *left--; *left < 0 {
			return false
		}
		ok := true
		switch e := e.(type) {
		case nil, *syntax.Constant:
		case *syntax.Name:
			switch e.ID {
			case "locals", "vars", "dir", "eval", "exec", "super", "__class__":
				ok = false
			}
		case *syntax.Attribute:
			ok = plainNodes(left, e.Value)
		case *syntax.Subscript:
			ok = plainNodes(left, e.Value, e.Slice)
		case *syntax.Slice:
			ok = plainNodes(left, e.Lower, e.Upper, e.Step)
		case *syntax.BinOp:
			ok = plainNodes(left, e.Left, e.Right)
		case *syntax.UnaryOp:
			ok = plainNodes(left, e.Operand)
		case *syntax.BoolOp:
			ok = plainNodes(left, e.Values...)
		case *syntax.Compare:
			ok = plainNodes(left, e.Left) && plainNodes(left, e.Comparators...)
		case *syntax.IfExp:
			ok = plainNodes(left, e.Test, e.Body, e.Orelse)
		case *syntax.Call:
			ok = plainNodes(left, e.Func) && plainNodes(left, e.Args...)
			for _, k := range e.Keywords {
				ok = ok && plainNodes(left, k.Value)
			}
		case *syntax.Starred:
			ok = plainNodes(left, e.Value)
		case *syntax.Tuple:
			ok = plainNodes(left, e.Elts...)
		case *syntax.List:
			ok = plainNodes(left, e.Elts...)
		case *syntax.JoinedStr:
			ok = plainNodes(left, e.Values...)
		case *syntax.FormattedValue:
			ok = plainNodes(left, e.Value, e.FormatSpec)
		default:
			ok = false
		}
		if !ok {
			return false
		}
	}
	return true
}

// fed compiles a call whose argument is the generator expression g, with both ways
// to run it.
func (u *unit) fed(e *syntax.Call, g *syntax.GeneratorExp, s *scope, want int) int {
	mark := u.top
	w := u.window(want)
	u.expr(e.Func, w)
	span := e.Span()
	if a, ok := e.Func.(*syntax.Attribute); ok {
		span = attrPlace(a, span)
	}
	arg := u.top
	generic, done, end := u.newLabel(), u.newLabel(), u.newLabel()
	acc := u.alloc()
	it := u.allocN(3)
	raised, failed := u.alloc(), u.alloc()
	u.span = span
	u.jump(bytecode.JumpIfNoConsumer, acc, w, generic)
	u.iterable(g.Generators[0], it)
	u.span = g.Span()
	u.enterComp(s)
	h := u.beginHandler(raised)
	var taking []*handler
	u.generators(g, g.Generators, 0, it, func() {
		r := u.expr(g.Elt, -1)
		u.span = span
		// What the builtin raises does not pass through the generator.
		t := u.beginHandler(failed)
		u.jump(bytecode.Feed, acc, r, done)
		u.endHandler(t)
		taking = append(taking, t)
	})
	u.endHandler(h)
	u.comps = u.comps[:len(u.comps)-1]
	u.mark(done)
	u.span = span
	u.top = mark
	dst := u.dest(want)
	u.emit(bytecode.EndConsumer, dst, acc, 0)
	u.jump(bytecode.Jump, 0, 0, end)

	u.top = failed + 1
	for _, t := range taking {
		u.enterHandler(t)
		u.emit(bytecode.Reraise, failed, 0, 0)
		u.leaveHandler()
	}
	u.span = g.Span()
	u.enterHandler(h)
	u.emit(bytecode.Intrinsic, raised, raised, bytecode.IntrinsicGeneratorRaise)
	u.emit(bytecode.Reraise, raised, 0, 0)
	u.leaveHandler()

	u.mark(generic)
	u.top = arg
	u.alloc()
	u.expr(g, arg)
	u.top = mark
	u.span = span
	u.emit(bytecode.Call, u.dest(want), w, 1)
	u.mark(end)
	return dst
}
