package syntax

// statement reads a compound statement or a line of simple ones.
func (p *parser) statement() {
	if p.i > 0 && p.i == len(p.toks)-1 && !p.keep { // forget the tokens of the last statement
		p.toks[0] = p.toks[p.i]
		p.toks = p.toks[:1]
		p.i = 0
	}
	if !p.compound() {
		p.simpleStmts()
	}
}

// simpleStmts reads simple statements up to the end of the line.
func (p *parser) simpleStmts() {
	for {
		p.simpleStmt()
		if p.accept(tNewline) {
			return
		}
		p.expect(tSemi)
		if p.accept(tNewline) {
			return
		}
	}
}

// add finishes a statement that began at start.
//
//go:noinline
func (p *parser) add(s Stmt, b *stmtBase, start position) {
	b.Pos = p.from(start)
	p.stmts = append(p.stmts, s)
}

func (p *parser) simpleStmt() {
	start := p.here()
	switch p.kind() {
	case tPass:
		p.next()
		s := &Pass{}
		p.add(s, &s.stmtBase, start)
	case tBreak:
		p.next()
		s := &Break{}
		p.add(s, &s.stmtBase, start)
	case tContinue:
		p.next()
		s := &Continue{}
		p.add(s, &s.stmtBase, start)
	case tReturn:
		p.next()
		s := &Return{}
		if p.startsExpr() || p.kind() == tStar {
			s.Value = p.starExpressions()
		}
		p.add(s, &s.stmtBase, start)
	case tRaise:
		p.next()
		s := &Raise{}
		if p.startsExpr() {
			s.Exc = p.expression()
			if p.accept(tFrom) {
				s.Cause = p.expression()
			}
		}
		p.add(s, &s.stmtBase, start)
	case tGlobal:
		s := &Global{Names: p.nameList()}
		p.add(s, &s.stmtBase, start)
	case tNonlocal:
		s := &Nonlocal{Names: p.nameList()}
		p.add(s, &s.stmtBase, start)
	case tDel:
		p.del(start)
	case tAssert:
		p.next()
		s := &Assert{Test: p.expression()}
		if p.accept(tComma) {
			s.Msg = p.expression()
		}
		p.add(s, &s.stmtBase, start)
	case tImport:
		p.importName(start)
	case tFrom:
		p.importFrom(start)
	default:
		if p.isSoft("type") && p.at(1).kind == tName {
			p.typeAlias(start)
			return
		}
		p.assignOrExpr(start)
	}
}

func (p *parser) nameList() []string {
	p.next()
	names := []string{p.ident()}
	for p.accept(tComma) {
		names = append(names, p.ident())
	}
	return names
}

func (p *parser) del(start position) {
	p.next()
	base := len(p.exprs)
	for {
		e := p.bitwiseOr()
		p.setDel(e)
		p.push(e)
		if !p.accept(tComma) || !p.startsExpr() {
			break
		}
	}
	if k := p.kind(); k != tSemi && k != tNewline {
		p.fail()
	}
	s := &Delete{Targets: p.takeExprs(base)}
	p.add(s, &s.stmtBase, start)
}

// assignOrExpr reads an assignment of any kind, or an expression statement.
func (p *parser) assignOrExpr(start position) {
	inParens := p.kind() == tLpar
	isYield := p.kind() == tYield
	e := p.yieldOrStar()
	switch k := p.kind(); k {
	case tEqual:
		base := len(p.exprs)
		for p.accept(tEqual) {
			p.setTarget(e)
			p.push(e)
			e = p.yieldOrStar()
		}
		s := &Assign{Targets: p.takeExprs(base), Value: e}
		p.add(s, &s.stmtBase, start)
	case tColon:
		if isYield {
			p.fail()
		}
		_, isName := e.(*Name)
		p.setSingleTarget(e)
		p.next()
		s := &AnnAssign{Target: e, Annotation: p.expression(), Simple: isName && !inParens}
		if p.accept(tEqual) {
			s.Value = p.yieldOrStar()
		}
		p.add(s, &s.stmtBase, start)
	default:
		if op, ok := augOp(k); ok {
			p.setSingleTarget(e)
			p.next()
			s := &AugAssign{Target: e, Op: op, Value: p.yieldOrStar()}
			p.add(s, &s.stmtBase, start)
			return
		}
		s := &ExprStmt{Value: e}
		p.add(s, &s.stmtBase, start)
	}
}

func (p *parser) typeAlias(start position) {
	p.next()
	s := &TypeAlias{Name: p.name(Store), TypeParams: p.typeParams()}
	p.expect(tEqual)
	s.Value = p.expression()
	p.add(s, &s.stmtBase, start)
}

// dottedName reads a.b.c.
func (p *parser) dottedName() string {
	name := p.ident()
	if p.kind() != tDot {
		return name
	}
	b := []byte(name)
	for p.accept(tDot) {
		b = append(b, '.')
		b = append(b, p.ident()...)
	}
	return string(b)
}

func (p *parser) importName(start position) {
	p.next()
	s := &Import{}
	for {
		at := p.here()
		a := &Alias{Name: p.dottedName()}
		p.asName(a, at)
		s.Names = append(s.Names, a)
		if !p.accept(tComma) {
			break
		}
	}
	p.add(s, &s.stmtBase, start)
}

func (p *parser) asName(a *Alias, at position) {
	if p.accept(tAs) {
		a.Asname = p.ident()
	}
	a.Pos = p.from(at)
}

func (p *parser) importFrom(start position) {
	p.next()
	s := &ImportFrom{}
	for {
		if p.accept(tDot) {
			s.Level++
		} else if p.accept(tEllipsis) {
			s.Level += 3
		} else {
			break
		}
	}
	if s.Level == 0 || p.kind() != tImport {
		s.Module = p.dottedName()
	}
	p.expect(tImport)
	if p.kind() == tStar {
		a := &Alias{Name: "*"}
		at := p.here()
		p.next()
		a.Pos = p.from(at)
		s.Names = []*Alias{a}
		p.add(s, &s.stmtBase, start)
		return
	}
	inParens := p.accept(tLpar)
	for {
		at := p.here()
		a := &Alias{Name: p.ident()}
		p.asName(a, at)
		s.Names = append(s.Names, a)
		if !p.accept(tComma) || inParens && p.kind() == tRpar {
			break
		}
	}
	if inParens {
		p.expect(tRpar)
	}
	p.add(s, &s.stmtBase, start)
}
