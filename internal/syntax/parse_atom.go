package syntax

// atom reads a name, a literal or something in brackets.
func (p *parser) atom() Expr {
	t := &p.toks[p.i]
	kind := ConstNone
	switch t.kind {
	case tName:
		return p.name(Load)
	case tNumber:
		return p.number(p.next())
	case tString, tFStart:
		return p.strings()
	case tLpar:
		return p.paren()
	case tLsqb:
		return p.list()
	case tLbrace:
		return p.brace()
	case tNone:
	case tTrue:
		kind = ConstTrue
	case tFalse:
		kind = ConstFalse
	case tEllipsis:
		kind = ConstEllipsis
	default:
		p.fail()
	}
	c := &Constant{Kind: kind}
	c.Pos = t.span()
	p.next()
	return c
}

// paren reads a group, a tuple or a generator expression.
func (p *parser) paren() Expr {
	start := p.here()
	p.next()
	switch p.kind() {
	case tRpar:
		p.next()
		return p.tuple(start, len(p.exprs))
	case tYield:
		e := p.yield()
		p.expect(tRpar)
		return e
	}
	isStarred := p.kind() == tStar
	e := p.starNamedExpression()
	switch {
	case p.kind() == tRpar && !isStarred:
		p.next()
		return e
	case p.atComp() && !isStarred:
		return p.generator(start, e)
	}
	base := len(p.exprs)
	p.push(e)
	if p.kind() != tComma {
		p.fail()
	}
	p.restOfList(tRpar)
	return p.tuple(start, base)
}

// restOfList pushes (',' star_named_expression)* [','] and passes end.
func (p *parser) restOfList(end tokKind) {
	for p.accept(tComma) && p.kind() != end {
		p.push(p.starNamedExpression())
	}
	p.expect(end)
}

// atComp says whether a comprehension's for comes.
func (p *parser) atComp() bool {
	return p.kind() == tFor || p.kind() == tAsync
}

// generator reads the rest of (e for …), up to the closing parenthesis.
func (p *parser) generator(start position, e Expr) Expr {
	g := &GeneratorExp{Elt: e, Generators: p.comprehensions()}
	p.expect(tRpar)
	g.Pos = p.from(start)
	return g
}

func (p *parser) list() Expr {
	start := p.here()
	p.next()
	base := len(p.exprs)
	if p.kind() == tRsqb {
		p.next()
	} else {
		isStarred := p.kind() == tStar
		e := p.starNamedExpression()
		if p.atComp() && !isStarred {
			l := &ListComp{Elt: e, Generators: p.comprehensions()}
			p.expect(tRsqb)
			l.Pos = p.from(start)
			return l
		}
		p.push(e)
		p.restOfList(tRsqb)
	}
	l := &List{Elts: p.takeExprs(base)}
	l.Pos = p.from(start)
	return l
}

// brace reads a dictionary, a set or a comprehension of one.
func (p *parser) brace() Expr {
	start := p.here()
	p.next()
	if p.kind() == tRbrace || p.kind() == tDoubleStar {
		return p.dict(start, nil)
	}
	isStarred := p.kind() == tStar
	e := p.starNamedExpression()
	if p.kind() == tColon && !isStarred {
		if n, is := e.(*NamedExpr); is && n.Pos.Col == p.s.colAfter(start) && n.Pos.Line == start.line {
			p.fail() // {a := b: c}
		}
		return p.dict(start, e)
	}
	if p.atComp() && !isStarred {
		s := &SetComp{Elt: e, Generators: p.comprehensions()}
		p.expect(tRbrace)
		s.Pos = p.from(start)
		return s
	}
	base := len(p.exprs)
	p.push(e)
	p.restOfList(tRbrace)
	s := &Set{Elts: p.takeExprs(base)}
	s.Pos = p.from(start)
	return s
}

// dict reads the rest of a dictionary whose first key, if any, is read.
func (p *parser) dict(start position, key Expr) Expr {
	base := len(p.exprs)
	for p.kind() != tRbrace || key != nil {
		if key == nil && p.accept(tDoubleStar) {
			p.exprs = append(p.exprs, nil, p.bitwiseOr())
		} else {
			if key == nil {
				key = p.expression()
			}
			p.expect(tColon)
			value := p.expression()
			if p.atComp() && len(p.exprs) == base {
				d := &DictComp{Key: key, Value: value, Generators: p.comprehensions()}
				p.expect(tRbrace)
				d.Pos = p.from(start)
				return d
			}
			p.exprs = append(p.exprs, key, value)
			key = nil
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRbrace)
	d := &Dict{}
	if n := (len(p.exprs) - base) / 2; n > 0 {
		both := make([]Expr, 2*n)
		d.Keys, d.Values = both[:n:n], both[n:]
		for i := range n {
			d.Keys[i], d.Values[i] = p.exprs[base+2*i], p.exprs[base+2*i+1]
		}
	}
	p.exprs = p.exprs[:base]
	d.Pos = p.from(start)
	return d
}

// comprehensions reads the for clauses of a comprehension.
func (p *parser) comprehensions() []*Comprehension {
	var out []*Comprehension
	for p.atComp() {
		start := p.here()
		c := &Comprehension{IsAsync: p.accept(tAsync)}
		p.expect(tFor)
		c.Target = p.starTargets()
		p.expect(tIn)
		c.Iter = p.disjunction()
		base := len(p.exprs)
		for p.accept(tIf) {
			p.push(p.disjunction())
		}
		c.Ifs = p.takeExprs(base)
		c.Pos = p.from(start)
		out = append(out, c)
	}
	return out
}

// call reads the arguments of a call or class statement, with the parentheses.
func (p *parser) call(x *Call, isClass bool) {
	open := p.here()
	p.next()
	base := len(p.exprs)
	doubled := false // ** was seen
	for p.kind() != tRpar {
		start := p.here()
		switch {
		case p.kind() == tDoubleStar:
			p.next()
			k := &Keyword{Value: p.expression()}
			k.Pos = p.from(start)
			x.Keywords = append(x.Keywords, k)
			doubled = true
		case p.kind() == tName && p.at(1).kind == tEqual:
			k := &Keyword{Arg: p.ident()}
			p.next()
			k.Value = p.expression()
			k.Pos = p.from(start)
			x.Keywords = append(x.Keywords, k)
		case p.kind() == tStar:
			if doubled {
				p.fail()
			}
			p.push(p.starredExpression())
		default:
			if len(x.Keywords) > 0 {
				p.fail()
			}
			e := p.namedExpression()
			if p.atComp() { // f(x for x in y): the call's parentheses are the generator's
				if len(p.exprs) > base || isClass {
					p.fail()
				}
				x.Args = []Expr{p.generator(open, e)}
				return
			}
			p.push(e)
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRpar)
	x.Args = p.takeExprs(base)
}
