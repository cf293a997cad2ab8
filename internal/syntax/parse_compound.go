package syntax

// compound reads a compound statement if one starts here.
func (p *parser) compound() bool {
	start := p.here()
	switch p.kind() {
	case tIf:
		p.ifStmt(start)
	case tFor:
		p.forStmt(start, false)
	case tWhile:
		p.whileStmt(start)
	case tDef:
		p.def(start, nil, false)
	case tClass:
		p.class(start, nil)
	case tWith:
		p.with(start, false)
	case tTry:
		p.tryStmt(start)
	case tAt:
		p.decorated()
	case tAsync:
		p.next()
		switch p.kind() {
		case tDef:
			p.def(start, nil, true)
		case tFor:
			p.forStmt(start, true)
		case tWith:
			p.with(start, true)
		default:
			p.fail()
		}
	case tName:
		return p.isSoft("match") && p.match(start)
	default:
		return false
	}
	return true
}

// block reads the body of a compound statement.
func (p *parser) block() []Stmt {
	base := len(p.stmts)
	if !p.accept(tNewline) {
		p.simpleStmts()
		return p.takeStmts(base)
	}
	p.expect(tIndent)
	for p.kind() != tDedent {
		p.statement()
	}
	p.next()
	return p.takeStmts(base)
}

// colonBlock reads ':' block.
func (p *parser) colonBlock() []Stmt {
	p.expect(tColon)
	return p.block()
}

// orElse reads an else clause if there is one.
func (p *parser) orElse() []Stmt {
	if !p.accept(tElse) {
		return nil
	}
	return p.colonBlock()
}

// ifStmt reads an if with its elifs; a long chain of them does not recurse.
func (p *parser) ifStmt(start position) {
	p.next()
	first := &If{Test: p.namedExpression()}
	first.Body = p.colonBlock()
	chain := []*If{first}
	last := first
	for p.kind() == tElif {
		at := p.here()
		p.next()
		s := &If{Test: p.namedExpression()}
		s.Body = p.colonBlock()
		s.Pos = Span{Line: at.line, Col: at.col}
		last.Orelse = []Stmt{s}
		last = s
		chain = append(chain, s)
	}
	last.Orelse = p.orElse()
	for _, s := range chain {
		s.Pos.EndLine, s.Pos.EndCol = p.last.line, p.last.col
	}
	p.add(first, &first.stmtBase, start)
}

func (p *parser) whileStmt(start position) {
	p.next()
	s := &While{Test: p.namedExpression()}
	s.Body = p.colonBlock()
	s.Orelse = p.orElse()
	p.add(s, &s.stmtBase, start)
}

func (p *parser) forStmt(start position, isAsync bool) {
	p.next()
	target := p.starTargets()
	p.expect(tIn)
	iter := p.starExpressions()
	body := p.colonBlock()
	orelse := p.orElse()
	if isAsync {
		s := &AsyncFor{Target: target, Iter: iter, Body: body, Orelse: orelse}
		p.add(s, &s.stmtBase, start)
		return
	}
	s := &For{Target: target, Iter: iter, Body: body, Orelse: orelse}
	p.add(s, &s.stmtBase, start)
}

func (p *parser) decorated() {
	base := len(p.exprs)
	for p.accept(tAt) {
		p.push(p.namedExpression())
		p.expect(tNewline)
	}
	list := p.takeExprs(base)
	start := p.here()
	switch p.kind() {
	case tClass:
		p.class(start, list)
	case tDef:
		p.def(start, list, false)
	case tAsync:
		p.next()
		if p.kind() != tDef {
			p.fail()
		}
		p.def(start, list, true)
	default:
		p.fail()
	}
}

func (p *parser) def(start position, decorators []Expr, isAsync bool) {
	p.next()
	f := &FunctionDef{Name: p.ident(), DecoratorList: decorators}
	f.TypeParams = p.typeParams()
	p.expect(tLpar)
	f.Args = p.parameters(tRpar)
	p.expect(tRpar)
	if p.accept(tRarrow) {
		f.Returns = p.expression()
	}
	f.Body = p.colonBlock()
	if isAsync {
		a := AsyncFunctionDef(*f)
		p.add(&a, &a.stmtBase, start)
		return
	}
	p.add(f, &f.stmtBase, start)
}

func (p *parser) class(start position, decorators []Expr) {
	p.next()
	c := &ClassDef{Name: p.ident(), DecoratorList: decorators}
	c.TypeParams = p.typeParams()
	if p.kind() == tLpar {
		var call Call
		p.call(&call, true)
		c.Bases, c.Keywords = call.Args, call.Keywords
	}
	c.Body = p.colonBlock()
	p.add(c, &c.stmtBase, start)
}

func (p *parser) with(start position, isAsync bool) {
	p.next()
	var items []*WithItem
	ok := false
	if p.kind() == tLpar {
		// with (a as b, c): if what stands in parentheses isn't a list of items
		// followed by a colon, it is an expression.
		ok = p.try(func() {
			p.next()
			for {
				items = append(items, p.withItem())
				if !p.accept(tComma) || p.kind() == tRpar {
					break
				}
			}
			p.expect(tRpar)
			if p.kind() != tColon {
				p.fail()
			}
		})
	}
	if !ok {
		items = []*WithItem{p.withItem()}
		for p.accept(tComma) {
			items = append(items, p.withItem())
		}
	}
	body := p.colonBlock()
	if isAsync {
		s := &AsyncWith{Items: items, Body: body}
		p.add(s, &s.stmtBase, start)
		return
	}
	s := &With{Items: items, Body: body}
	p.add(s, &s.stmtBase, start)
}

func (p *parser) withItem() *WithItem {
	w := &WithItem{ContextExpr: p.expression()}
	if p.accept(tAs) {
		w.OptionalVars = p.starTarget()
		p.setTarget(w.OptionalVars)
	}
	return w
}

func (p *parser) tryStmt(start position) {
	p.next()
	t := &Try{Body: p.colonBlock()}
	isStar := false
	for p.kind() == tExcept {
		at := p.here()
		p.next()
		star := p.accept(tStar)
		if len(t.Handlers) > 0 && star != isStar {
			p.fail()
		}
		isStar = star
		h := &ExceptHandler{}
		if p.kind() != tColon || star {
			h.Type = p.expression()
			if p.accept(tAs) {
				h.Name = p.ident()
			}
		}
		h.Body = p.colonBlock()
		h.Pos = p.from(at)
		t.Handlers = append(t.Handlers, h)
	}
	if len(t.Handlers) > 0 {
		t.Orelse = p.orElse()
	} else if p.kind() != tFinally {
		p.fail()
	}
	if p.accept(tFinally) {
		t.Finalbody = p.colonBlock()
	}
	if isStar {
		s := TryStar(*t)
		p.add(&s, &s.stmtBase, start)
		return
	}
	p.add(t, &t.stmtBase, start)
}
