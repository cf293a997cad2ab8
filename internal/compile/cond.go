package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// cond jumps to l if the truth of e is when; otherwise control goes on.
func (u *unit) cond(e syntax.Expr, l label, when bool) {
	if k := u.c.fold(e); k != nil {
		if truth(k) == when {
			u.span = e.Span()
			u.jump(bytecode.Jump, 0, 0, l)
		}
		return
	}
	mark := u.top
	defer func() { u.top = mark }()
	switch e := e.(type) {
	case *syntax.UnaryOp:
		if e.Op == syntax.Not {
			u.cond(e.Operand, l, !when)
			return
		}
	case *syntax.BoolOp:
		// The last value decides alone; one before it decides if it is true (or) or
		// false (and).
		decides := e.Op == syntax.Or
		last := len(e.Values) - 1
		if decides == when {
			for _, v := range e.Values {
				u.cond(v, l, when)
			}
			return
		}
		over := u.newLabel()
		for _, v := range e.Values[:last] {
			u.cond(v, over, decides)
		}
		u.cond(e.Values[last], l, when)
		u.mark(over)
		return
	case *syntax.IfExp:
		other, end := u.newLabel(), u.newLabel()
		u.cond(e.Test, other, false)
		u.cond(e.Body, l, when)
		u.jump(bytecode.Jump, 0, 0, end)
		u.mark(other)
		u.cond(e.Orelse, l, when)
		u.mark(end)
		return
	case *syntax.Compare:
		u.condCompare(e, l, when)
		return
	}
	r := u.expr(e, -1)
	u.span = e.Span()
	if when {
		u.jump(bytecode.JumpIfTrue, r, 0, l)
	} else {
		u.jump(bytecode.JumpIfFalse, r, 0, l)
	}
}

// condCompare is cond of a comparison, perhaps chained.
func (u *unit) condCompare(e *syntax.Compare, l label, when bool) {
	u.checkCompare(e)
	last := len(e.Ops) - 1
	fail := l
	if when && last > 0 {
		fail = u.newLabel()
	}
	a := u.operand(e.Left, e.Comparators...)
	for i, op := range e.Ops {
		right := e.Comparators[i]
		if i < last {
			b := u.operand(right, e.Comparators[i+1:]...)
			u.span = e.Span()
			u.branch(op, a, b, fail, false)
			a = b
			continue
		}
		if k := u.c.fold(right); k != nil {
			if (op == syntax.Is || op == syntax.IsNot) && k.Kind == bytecode.ConstNone {
				u.span = e.Span()
				if (op == syntax.Is) == when {
					u.jump(bytecode.JumpIfNone, a, 0, l)
				} else {
					u.jump(bytecode.JumpIfNotNone, a, 0, l)
				}
				break
			}
		}
		if n, ok := u.smallInt(right); ok && op <= syntax.GtE {
			u.span = e.Span()
			u.jump(branchOp(op, when)+(bytecode.JumpLtI-bytecode.JumpLt), a, n, l)
			break
		}
		b := u.comparand(op, right)
		u.span = e.Span()
		u.branch(op, a, b, l, when)
	}
	if fail != l {
		u.mark(fail)
	}
}

// comparand evaluates the right side of a comparison; a display after in is a
// constant if its items are.
func (u *unit) comparand(op syntax.CmpOp, e syntax.Expr) int {
	if op == syntax.In || op == syntax.NotIn {
		if k := u.c.foldDisplay(e); k != nil {
			u.span = e.Span()
			return u.loadConst(*k, -1)
		}
	}
	return u.expr(e, -1)
}

// foldDisplay returns a list display of constants as a tuple, a set display as a
// frozenset.
func (c *compiler) foldDisplay(e syntax.Expr) *bytecode.Const {
	switch e := e.(type) {
	case *syntax.List:
		return c.foldItems(e.Elts, bytecode.ConstTuple)
	case *syntax.Set:
		return c.foldItems(e.Elts, bytecode.ConstFrozenSet)
	}
	return nil
}

// branchOp returns the branch for a op b being when.
func branchOp(op syntax.CmpOp, when bool) bytecode.Op {
	var b bytecode.Op
	switch op {
	case syntax.Lt:
		b = bytecode.JumpLt
	case syntax.LtE:
		b = bytecode.JumpLe
	case syntax.Gt:
		b = bytecode.JumpGt
	case syntax.GtE:
		b = bytecode.JumpGe
	case syntax.Eq:
		b = bytecode.JumpEq
	case syntax.NotEq:
		b = bytecode.JumpNe
	case syntax.In:
		b = bytecode.JumpIn
	case syntax.NotIn:
		b, when = bytecode.JumpIn, !when
	case syntax.Is:
		b = bytecode.JumpIs
	default:
		b, when = bytecode.JumpIs, !when
	}
	if !when {
		b++
	}
	return b
}

func (u *unit) branch(op syntax.CmpOp, a, b int, l label, when bool) {
	u.jump(branchOp(op, when), a, b, l)
}

var cmpOps = [...]bytecode.Op{
	syntax.Eq: bytecode.Eq, syntax.NotEq: bytecode.Ne, syntax.Lt: bytecode.Lt, syntax.LtE: bytecode.Le,
	syntax.Gt: bytecode.Gt, syntax.GtE: bytecode.Ge, syntax.Is: bytecode.Is, syntax.IsNot: bytecode.IsNot,
	syntax.In: bytecode.In, syntax.NotIn: bytecode.NotIn,
}

// compare evaluates a comparison to a value.
func (u *unit) compare(e *syntax.Compare, want int) int {
	u.checkCompare(e)
	if len(e.Ops) == 1 {
		return u.compare1(e.Ops[0], e, want)
	}
	dst := u.temp(want)
	mark := u.top
	end := u.newLabel()
	a := u.operand(e.Left, e.Comparators...)
	last := len(e.Ops) - 1
	for i, op := range e.Ops {
		var b int
		if i < last {
			b = u.operand(e.Comparators[i], e.Comparators[i+1:]...)
		} else {
			b = u.comparand(op, e.Comparators[i])
		}
		u.span = e.Span()
		u.emit(cmpOps[op], dst, a, b)
		if i < last {
			u.jump(bytecode.JumpIfFalse, dst, 0, end)
		}
		a = b
	}
	u.mark(end)
	u.top = mark
	return u.finish(dst, want)
}

// compare1 evaluates a comparison with one operator, which stands for that of e.
func (u *unit) compare1(op syntax.CmpOp, e *syntax.Compare, want int) int {
	mark := u.top
	a := u.operand(e.Left, e.Comparators[0])
	b := u.comparand(op, e.Comparators[0])
	u.top = mark
	dst := u.dest(want)
	u.span = e.Span()
	u.emit(cmpOps[op], dst, a, b)
	return dst
}
