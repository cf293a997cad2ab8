package syntax

// match reads a match statement if this is one; match is an ordinary name
// otherwise.
func (p *parser) match(start position) bool {
	switch p.at(1).kind {
	case tNewline, tEqual, tDot, tComma, tRpar, tRsqb, tRbrace, tColon, tSemi, tColonEqual, tEOF, tPlusEqual:
		return false
	}
	s := &Match{}
	if !p.try(func() {
		p.next()
		s.Subject = p.subject()
		p.expect(tColon)
		p.expect(tNewline)
		p.expect(tIndent)
		if !p.isSoft("case") {
			p.fail()
		}
	}) {
		return false
	}
	for p.isSoft("case") {
		p.next()
		c := &MatchCase{Pattern: p.patterns()}
		if p.accept(tIf) {
			c.Guard = p.namedExpression()
		}
		c.Body = p.colonBlock()
		s.Cases = append(s.Cases, c)
	}
	p.expect(tDedent)
	p.add(s, &s.stmtBase, start)
	return true
}

func (p *parser) subject() Expr {
	start := p.here()
	isStarred := p.kind() == tStar
	e := p.starNamedExpression()
	if p.kind() != tComma {
		if isStarred {
			p.fail()
		}
		return e
	}
	base := len(p.exprs)
	p.push(e)
	for p.accept(tComma) && (p.startsExpr() || p.kind() == tStar) {
		p.push(p.starNamedExpression())
	}
	return p.tuple(start, base)
}

// patterns reads the pattern of a case, perhaps a sequence without brackets.
func (p *parser) patterns() Pattern {
	start := p.here()
	isStarred := p.kind() == tStar
	x := p.starPattern()
	if p.kind() != tComma {
		if isStarred {
			p.fail()
		}
		return x
	}
	s := &MatchSequence{Patterns: []Pattern{x}}
	for p.accept(tComma) && p.kind() != tColon && p.kind() != tIf {
		s.Patterns = append(s.Patterns, p.starPattern())
	}
	s.Pos = p.from(start)
	return s
}

func (p *parser) starPattern() Pattern {
	if p.kind() != tStar {
		return p.pattern()
	}
	start := p.here()
	p.next()
	s := &MatchStar{}
	if p.isSoft("_") {
		p.next()
	} else {
		s.Name = p.captureTarget()
	}
	s.Pos = p.from(start)
	return s
}

// captureTarget reads a name that is not part of a larger pattern.
func (p *parser) captureTarget() string {
	if p.isSoft("_") {
		p.fail()
	}
	name := p.ident()
	switch p.kind() {
	case tDot, tLpar, tEqual:
		p.fail()
	}
	return name
}

// pattern reads alternatives and as.
func (p *parser) pattern() Pattern {
	start := p.here()
	x := p.orPattern()
	if !p.accept(tAs) {
		return x
	}
	a := &MatchAs{Pattern: x, Name: p.captureTarget()}
	a.Pos = p.from(start)
	return a
}

func (p *parser) orPattern() Pattern {
	start := p.here()
	x := p.closedPattern()
	if p.kind() != tVbar {
		return x
	}
	o := &MatchOr{Patterns: []Pattern{x}}
	for p.accept(tVbar) {
		o.Patterns = append(o.Patterns, p.closedPattern())
	}
	o.Pos = p.from(start)
	return o
}

func (p *parser) closedPattern() Pattern {
	start := p.here()
	switch p.kind() {
	case tNumber, tMinus, tPlus, tString, tFStart:
		v := &MatchValue{Value: p.literalKey()}
		v.Pos = p.from(start)
		return v
	case tNone, tTrue, tFalse:
		s := &MatchSingleton{Value: p.literalKey().(*Constant).Kind}
		s.Pos = p.from(start)
		return s
	case tLpar, tLsqb:
		return p.sequencePattern(start)
	case tLbrace:
		return p.mappingPattern(start)
	case tName:
		if p.at(1).kind != tDot && p.at(1).kind != tLpar {
			a := &MatchAs{}
			if p.isSoft("_") {
				p.next()
			} else {
				a.Name = p.captureTarget()
			}
			a.Pos = p.from(start)
			return a
		}
		e := p.dotted()
		if p.kind() == tLpar {
			return p.classPattern(start, e)
		}
		v := &MatchValue{Value: e}
		v.Pos = p.from(start)
		return v
	}
	p.fail()
	return nil
}

// dotted reads a name or attribute.
func (p *parser) dotted() Expr {
	start := p.here()
	var e Expr = p.name(Load)
	for p.accept(tDot) {
		x := &Attribute{Value: e, Attr: p.ident()}
		x.Pos = p.from(start)
		e = x
	}
	return e
}

// literalKey reads a literal as patterns and keys of mapping patterns have it.
func (p *parser) literalKey() Expr {
	start := p.here()
	switch p.kind() {
	case tNone, tTrue, tFalse, tString, tFStart:
		return p.atom()
	}
	signed := func() Expr {
		if p.accept(tPlus) { // 3.14
			return p.number(p.expect(tNumber))
		}
		at := p.here()
		if !p.accept(tMinus) {
			return p.number(p.expect(tNumber))
		}
		u := &UnaryOp{Op: USub, Operand: p.number(p.expect(tNumber))}
		u.Pos = p.from(at)
		return u
	}
	if p.kind() == tPlus {
		p.fail() // not in 3.13
	}
	e := signed()
	if k := p.kind(); k == tPlus || k == tMinus {
		real := e
		if u, is := real.(*UnaryOp); is {
			real = u.Operand
		}
		if real.(*Constant).Kind == ConstImag {
			p.raise(SyntaxError, "real number required in complex literal", real.Span())
		}
		b := &BinOp{Left: e, Op: Add}
		if k == tMinus {
			b.Op = Sub
		}
		p.next()
		imag := p.number(p.expect(tNumber))
		if imag.Kind != ConstImag {
			p.raise(SyntaxError, "imaginary number required in complex literal", imag.Pos)
		}
		b.Right = imag
		b.Pos = p.from(start)
		return b
	}
	return e
}

// sequencePattern reads [patterns], (patterns) or a group.
func (p *parser) sequencePattern(start position) Pattern {
	end := tRsqb
	if p.next().kind == tLpar {
		end = tRpar
	}
	s := &MatchSequence{}
	for p.kind() != end {
		isStarred := p.kind() == tStar
		x := p.starPattern()
		if end == tRpar && p.kind() == tRpar && len(s.Patterns) == 0 {
			if isStarred {
				p.fail()
			}
			p.next()
			return x // a group
		}
		s.Patterns = append(s.Patterns, x)
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(end)
	s.Pos = p.from(start)
	return s
}

func (p *parser) mappingPattern(start position) Pattern {
	p.next()
	m := &MatchMapping{}
	for p.kind() != tRbrace {
		if p.accept(tDoubleStar) {
			m.Rest = p.captureTarget()
			p.accept(tComma)
			break
		}
		if p.kind() == tName {
			e := p.dotted()
			if _, is := e.(*Name); is {
				p.fail()
			}
			m.Keys = append(m.Keys, e)
		} else {
			m.Keys = append(m.Keys, p.literalKey())
		}
		p.expect(tColon)
		m.Patterns = append(m.Patterns, p.pattern())
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRbrace)
	m.Pos = p.from(start)
	return m
}

func (p *parser) classPattern(start position, cls Expr) Pattern {
	p.next()
	c := &MatchClass{Cls: cls}
	for p.kind() != tRpar {
		if p.kind() == tName && p.at(1).kind == tEqual {
			c.KwdAttrs = append(c.KwdAttrs, p.ident())
			p.next()
			c.KwdPatterns = append(c.KwdPatterns, p.pattern())
		} else {
			if len(c.KwdAttrs) > 0 {
				p.fail()
			}
			c.Patterns = append(c.Patterns, p.pattern())
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRpar)
	c.Pos = p.from(start)
	return c
}
