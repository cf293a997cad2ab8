package syntax

// expressions reads expression (',' expression)* [','].
func (p *parser) expressions() Expr {
	start := p.here()
	e := p.expression()
	if p.kind() != tComma {
		return e
	}
	base := len(p.exprs)
	p.push(e)
	for p.accept(tComma) && p.startsExpr() {
		p.push(p.expression())
	}
	return p.tuple(start, base)
}

// tuple makes a Tuple of the expressions pushed since base.
func (p *parser) tuple(start position, base int) Expr {
	t := &Tuple{Elts: p.takeExprs(base)}
	t.Pos = p.from(start)
	return t
}

// startsExpr says whether the current token can start an expression; it
// decides what a comma before it means.
func (p *parser) startsExpr() bool {
	switch p.kind() {
	case tName, tNumber, tString, tFStart, tLpar, tLsqb, tLbrace, tMinus, tPlus, tTilde, tEllipsis,
		tNone, tTrue, tFalse, tNot, tLambda, tAwait:
		return true
	}
	return false
}

// starExpressions reads star_expression (',' star_expression)* [','].
func (p *parser) starExpressions() Expr {
	start := p.here()
	e := p.starExpression()
	if p.kind() != tComma {
		return e
	}
	base := len(p.exprs)
	p.push(e)
	for p.accept(tComma) && (p.startsExpr() || p.kind() == tStar) {
		p.push(p.starExpression())
	}
	return p.tuple(start, base)
}

func (p *parser) starExpression() Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	return p.expression()
}

// starred reads '*' bitwise_or.
func (p *parser) starred() Expr {
	start := p.here()
	p.next()
	e := &Starred{Value: p.bitwiseOr()}
	e.Pos = p.from(start)
	return e
}

func (p *parser) starNamedExpression() Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	return p.namedExpression()
}

// yieldOrStar reads annotated_rhs: a yield or star_expressions.
func (p *parser) yieldOrStar() Expr {
	if p.kind() == tYield {
		return p.yield()
	}
	return p.starExpressions()
}

func (p *parser) yield() Expr {
	start := p.here()
	p.next()
	if p.accept(tFrom) {
		e := &YieldFrom{Value: p.expression()}
		e.Pos = p.from(start)
		return e
	}
	e := &Yield{}
	if p.startsExpr() || p.kind() == tStar {
		e.Value = p.starExpressions()
	}
	e.Pos = p.from(start)
	return e
}

// namedExpression reads an expression or name := expression.
func (p *parser) namedExpression() Expr {
	if p.kind() == tName && p.at(1).kind == tColonEqual {
		start := p.here()
		target := p.name(Store)
		p.next()
		e := &NamedExpr{Target: target, Value: p.expression()}
		e.Pos = p.from(start)
		return e
	}
	e := p.expression()
	if p.kind() == tColonEqual {
		p.fail()
	}
	return e
}

func (p *parser) name(ctx ExprContext) *Name {
	t := p.expect(tName)
	n := &Name{ID: p.identOf(t), Ctx: ctx}
	n.Pos = t.span()
	return n
}

func (p *parser) expression() Expr {
	p.enter()
	defer p.leave()
	if p.kind() == tLambda {
		return p.lambda()
	}
	start := p.here()
	e := p.disjunction()
	if p.kind() != tIf {
		return e
	}
	p.next()
	x := &IfExp{Body: e, Test: p.disjunction()}
	p.expect(tElse)
	x.Orelse = p.expression()
	x.Pos = p.from(start)
	return x
}

func (p *parser) disjunction() Expr {
	start := p.here()
	e := p.conjunction()
	if p.kind() != tOr {
		return e
	}
	base := len(p.exprs)
	p.push(e)
	for p.accept(tOr) {
		p.push(p.conjunction())
	}
	x := &BoolOp{Op: Or, Values: p.takeExprs(base)}
	x.Pos = p.from(start)
	return x
}

func (p *parser) conjunction() Expr {
	start := p.here()
	e := p.inversion()
	if p.kind() != tAnd {
		return e
	}
	base := len(p.exprs)
	p.push(e)
	for p.accept(tAnd) {
		p.push(p.inversion())
	}
	x := &BoolOp{Op: And, Values: p.takeExprs(base)}
	x.Pos = p.from(start)
	return x
}

func (p *parser) inversion() Expr {
	if p.kind() != tNot {
		return p.comparison()
	}
	start := p.here()
	p.next()
	p.enter()
	x := &UnaryOp{Op: Not, Operand: p.inversion()}
	p.leave()
	x.Pos = p.from(start)
	return x
}

// cmpOp reads a comparison operator if there is one.
func (p *parser) cmpOp() (CmpOp, bool) {
	var op CmpOp
	switch p.kind() {
	case tEqEqual:
		op = Eq
	case tNotEqual:
		if p.s.src[p.toks[p.i].start] == '<' {
			return 0, false
		}
		op = NotEq
	case tLess:
		op = Lt
	case tLessEqual:
		op = LtE
	case tGreater:
		op = Gt
	case tGreaterEqual:
		op = GtE
	case tIn:
		op = In
	case tIs:
		p.next()
		if p.accept(tNot) {
			return IsNot, true
		}
		return Is, true
	case tNot:
		if p.at(1).kind != tIn {
			return 0, false
		}
		p.next()
		op = NotIn
	default:
		return 0, false
	}
	p.next()
	return op, true
}

func (p *parser) comparison() Expr {
	start := p.here()
	e := p.bitwiseOr()
	op, ok := p.cmpOp()
	if !ok {
		return e
	}
	x := &Compare{Left: e}
	base := len(p.exprs)
	for ; ok; op, ok = p.cmpOp() {
		x.Ops = append(x.Ops, op)
		p.push(p.bitwiseOr())
	}
	x.Comparators = p.takeExprs(base)
	x.Pos = p.from(start)
	return x
}

// binOp returns the operator and precedence of a binary operator token.
func binOp(k tokKind) (op Operator, prec int) {
	switch k {
	case tVbar:
		return BitOr, 1
	case tCircumflex:
		return BitXor, 2
	case tAmper:
		return BitAnd, 3
	case tLeftShift:
		return LShift, 4
	case tRightShift:
		return RShift, 4
	case tPlus:
		return Add, 5
	case tMinus:
		return Sub, 5
	case tStar:
		return Mult, 6
	case tSlash:
		return Div, 6
	case tDoubleSlash:
		return FloorDiv, 6
	case tPercent:
		return Mod, 6
	case tAt:
		return MatMult, 6
	}
	return 0, 0
}

func (p *parser) bitwiseOr() Expr { return p.binary(1) }

// binary climbs the precedences from | to *; all are left-associative.
func (p *parser) binary(min int) Expr {
	start := p.here()
	e := p.factor()
	for {
		op, prec := binOp(p.kind())
		if prec < min || prec == 0 {
			return e
		}
		p.next()
		x := &BinOp{Left: e, Op: op, Right: p.binary(prec + 1)}
		x.Pos = p.from(start)
		e = x
	}
}

// factor reads unary +, -, ~ and **.
func (p *parser) factor() Expr {
	var op UnaryOperator
	start := p.here()
	switch p.kind() {
	case tPlus:
		op = UAdd
	case tMinus:
		op = USub
	case tTilde:
		op = Invert
	default:
		e := p.awaitPrimary()
		if p.kind() != tDoubleStar {
			return e
		}
		p.next()
		p.enter()
		x := &BinOp{Left: e, Op: Pow, Right: p.factor()}
		p.leave()
		x.Pos = p.from(start)
		return x
	}
	p.next()
	p.enter()
	x := &UnaryOp{Op: op, Operand: p.factor()}
	p.leave()
	x.Pos = p.from(start)
	return x
}

func (p *parser) awaitPrimary() Expr {
	if p.kind() != tAwait {
		return p.primary()
	}
	start := p.here()
	p.next()
	x := &Await{Value: p.primary()}
	x.Pos = p.from(start)
	return x
}

// primary reads an atom with its attributes, calls and subscripts.
func (p *parser) primary() Expr {
	start := p.here()
	e := p.atom()
	for {
		switch p.kind() {
		case tDot:
			p.next()
			x := &Attribute{Value: e, Attr: p.ident()}
			x.Pos = p.from(start)
			e = x
		case tLpar:
			x := &Call{Func: e}
			p.call(x, false)
			x.Pos = p.from(start)
			e = x
		case tLsqb:
			p.next()
			x := &Subscript{Value: e, Slice: p.slices()}
			p.expect(tRsqb)
			x.Pos = p.from(start)
			e = x
		default:
			return e
		}
	}
}

// slices reads what stands between the brackets of a subscript.
func (p *parser) slices() Expr {
	start := p.here()
	isStarred := p.kind() == tStar
	e := p.slice()
	if p.kind() != tComma && !isStarred {
		return e
	}
	base := len(p.exprs)
	p.push(e)
	for p.accept(tComma) && p.kind() != tRsqb {
		p.push(p.slice())
	}
	return p.tuple(start, base)
}

func (p *parser) slice() Expr {
	start := p.here()
	if p.kind() == tStar {
		return p.starredExpression()
	}
	x := &Slice{}
	if p.kind() != tColon {
		e := p.namedExpression()
		if _, named := e.(*NamedExpr); p.kind() != tColon || named && start == (position{e.Span().Line, e.Span().Col}) {
			return e
		}
		x.Lower = e
	}
	p.expect(tColon)
	if k := p.kind(); k != tColon && k != tComma && k != tRsqb {
		x.Upper = p.expression()
	}
	if p.accept(tColon) {
		if k := p.kind(); k != tComma && k != tRsqb {
			x.Step = p.expression()
		}
	}
	x.Pos = p.from(start)
	return x
}

// starredExpression reads '*' expression, as in calls and subscripts.
func (p *parser) starredExpression() Expr {
	start := p.here()
	p.expect(tStar)
	e := &Starred{Value: p.expression()}
	e.Pos = p.from(start)
	return e
}

func (p *parser) lambda() Expr {
	start := p.here()
	p.next()
	x := &Lambda{Args: p.parameters(tColon)}
	p.expect(tColon)
	x.Body = p.expression()
	x.Pos = p.from(start)
	return x
}
