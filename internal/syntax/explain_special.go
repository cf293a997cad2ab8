package syntax

// expr returns the tree of a part that is an expression, or nil.
func (q *explainer) expr(x part) Expr {
	p := q.p
	read := map[string]func() Expr{
		"expression": p.expression, "plain_expression": p.expression, "expressions": p.expressions,
		"disjunction": p.disjunction, "bitwise_or": p.bitwiseOr, "inversion": p.inversion, "factor": p.factor,
		"star_expressions": p.starExpressions, "star_expression": p.starExpression,
		"named_expression": p.namedExpression, "star_named_expression": p.starNamedExpression,
		"starred_expression": p.starredExpression, "yield_expr": p.yield, "bad_ann_target": p.atom,
	}[x.rule]
	if read == nil {
		return nil
	}
	var e Expr
	if !p.attempt(x.start, func() { e = read() }) {
		return nil
	}
	return e
}

// span is the place of a part: its tokens, or the node if it is an expression
// (the node of a parenthesised expression is without the parentheses).
func (q *explainer) span(x part) Span {
	if e := q.expr(x); e != nil {
		return e.Span()
	}
	if x.rule == "for_if_clauses" {
		if sp, ok := q.lastOfComprehension(x); ok {
			return sp
		}
	}
	from := &q.p.toks[x.start]
	to := &q.p.toks[max(x.end-1, x.start)]
	if x.rule == "star_named_expressions" && to.kind == tComma {
		to = &q.p.toks[x.end-2]
	}
	sp := q.spanOf(from)
	if sp.EndLine != 0 {
		sp.EndLine, sp.EndCol = to.endLine, to.endCol
	}
	return sp
}

// lastOfComprehension is the place of the last expression of for clauses.
func (q *explainer) lastOfComprehension(x part) (sp Span, ok bool) {
	q.p.attempt(x.start, func() {
		list := q.p.comprehensions()
		c := list[len(list)-1]
		sp, ok = c.Iter.Span(), true
		if n := len(c.Ifs); n > 0 {
			sp = c.Ifs[n-1].Span()
		}
	})
	return sp, ok
}

// special raises the errors that need more than a place and a text.
func (q *explainer) special(name string, a, b part, end int) {
	p := q.p
	word := string(p.s.src[p.toks[a.start].start:p.toks[a.start].end])
	isLegacy := p.toks[a.start].kind == tName && a.end == a.start+1 && (word == "print" || word == "exec")
	switch name {
	case "legacy":
		if isLegacy {
			q.raiseRange(a, b, "Missing parentheses in call to '"+word+"'. Did you mean "+word+"(...)?")
		}
	case "missingComma":
		if !isLegacy && p.toks[end-1].level > 0 {
			q.raiseRange(a, b, "invalid syntax. Perhaps you forgot a comma?")
		}
	case "boundOfTypeVarTuple", "boundOfParamSpec":
		what := "bound"
		if _, is := q.expr(b).(*Tuple); is {
			what = "constraints"
		}
		q.act("from a cannot use "+what+" with "+name[len("boundOf"):], end, []part{a})
	case "badTarget":
		q.badTarget(q.expr(a), false, false)
	case "badForTarget":
		q.badTarget(q.expr(a), true, false)
	case "badDel":
		q.badTarget(q.expr(a), false, true)
	case "keyWithoutColon":
		sp := q.span(a)
		q.raise(&Error{Msg: "':' expected after dictionary key", Span: Span{Line: sp.Line, Col: sp.EndCol - 1}})
	case "paramAfterDefault":
		a.end-- // without the comma
		if q.p.toks[a.end].kind != tComma {
			a.end++
		}
		q.raise(&Error{Msg: "parameter without a default follows parameter with a default", Span: q.span(a)})
	case "bareGenerator", "positionalAfterKeyword":
		q.badArguments(name, a, b)
	}
}

// badArguments explains a wrong list of arguments a.
func (q *explainer) badArguments(name string, a, b part) {
	p := q.p
	level := p.toks[a.start].level
	if k := p.toks[a.start].kind; k == tLpar || k == tLsqb || k == tLbrace {
		level--
	}
	positional, last := 0, a.start
	unpacking := false
	for i := a.start; i < a.end; i++ {
		t := &p.toks[i]
		if i != a.start && (p.toks[i-1].kind != tComma || p.toks[i-1].level != level) {
			continue
		}
		switch {
		case t.kind == tDoubleStar:
			unpacking = true
		case t.kind == tName && i+1 < a.end && p.toks[i+1].kind == tEqual:
		default:
			positional++
			last = i
		}
	}
	if name == "bareGenerator" {
		if positional > 1 {
			q.raiseRange(part{start: last, end: last + 1, rule: "named_expression"}, b, "Generator expression must be parenthesized")
		}
		return
	}
	msg := "positional argument follows keyword argument"
	if unpacking {
		msg += " unpacking"
	}
	q.raise(q.atLast(SyntaxError, msg))
}

// badTarget raises an error if e has a part that can't be a target.
func (q *explainer) badTarget(e Expr, inFor, inDel bool) {
	if e == nil {
		return
	}
	bad := invalidTarget(e, inFor, inDel)
	if bad == nil {
		return
	}
	verb := "cannot assign to "
	if inDel {
		verb = "cannot delete "
	}
	q.raise(&Error{Msg: verb + exprName(bad), Span: bad.Span()})
}

// invalidTarget returns the first part of e that can't be a target, or nil.
func invalidTarget(e Expr, inFor, inDel bool) Expr {
	switch e := e.(type) {
	case *List:
		for _, x := range e.Elts {
			if bad := invalidTarget(x, inFor, inDel); bad != nil {
				return bad
			}
		}
		return nil
	case *Tuple:
		for _, x := range e.Elts {
			if bad := invalidTarget(x, inFor, inDel); bad != nil {
				return bad
			}
		}
		return nil
	case *Starred:
		if inDel {
			return e
		}
		return invalidTarget(e.Value, inFor, inDel)
	case *Compare:
		if inFor {
			if e.Ops[0] == In {
				return invalidTarget(e.Left, inFor, inDel)
			}
			return nil
		}
		return e
	case *Name, *Subscript, *Attribute:
		return nil
	}
	return e
}

// exprName says what sort of expression e is, for messages.
func exprName(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *TemplateStr, *Interpolation:
		return "t-string expression"
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	case *Constant:
		switch e.Kind {
		case ConstNone:
			return "None"
		case ConstTrue:
			return "True"
		case ConstFalse:
			return "False"
		case ConstEllipsis:
			return "ellipsis"
		}
		return "literal"
	}
	return "expression"
}
