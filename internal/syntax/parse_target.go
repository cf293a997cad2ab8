package syntax

// starTargets reads the targets of a for: names, attributes, subscripts, lists
// and tuples of them.
func (p *parser) starTargets() Expr {
	start := p.here()
	e := p.starTarget()
	if p.kind() != tComma {
		p.setTarget(e)
		return e
	}
	base := len(p.exprs)
	p.push(e)
	for p.accept(tComma) && (p.startsExpr() || p.kind() == tStar) {
		p.push(p.starTarget())
	}
	t := p.tuple(start, base)
	p.setTarget(t)
	return t
}

// starTarget reads one target; setTarget must check it. A target can't contain
// an operator outside brackets, so reading a bitwise or finds its end.
func (p *parser) starTarget() Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	return p.bitwiseOr()
}

// setTarget turns an expression into a target of an assignment, or fails.
func (p *parser) setTarget(e Expr) {
	switch e := e.(type) {
	case *Name:
		e.Ctx = Store
	case *Attribute:
		e.Ctx = Store
	case *Subscript:
		e.Ctx = Store
	case *Starred:
		if _, is := e.Value.(*Starred); is {
			p.fail()
		}
		e.Ctx = Store
		p.setTarget(e.Value)
	case *List:
		e.Ctx = Store
		for _, x := range e.Elts {
			p.setTarget(x)
		}
	case *Tuple:
		e.Ctx = Store
		for _, x := range e.Elts {
			p.setTarget(x)
		}
	default:
		p.fail()
	}
}

// setSingleTarget is setTarget for one name, attribute or subscript.
func (p *parser) setSingleTarget(e Expr) {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		p.setTarget(e)
	default:
		p.fail()
	}
}

// setDel turns an expression into a target of del, or fails.
func (p *parser) setDel(e Expr) {
	switch e := e.(type) {
	case *Name:
		e.Ctx = Del
	case *Attribute:
		e.Ctx = Del
	case *Subscript:
		e.Ctx = Del
	case *List:
		e.Ctx = Del
		for _, x := range e.Elts {
			p.setDel(x)
		}
	case *Tuple:
		e.Ctx = Del
		for _, x := range e.Elts {
			p.setDel(x)
		}
	default:
		p.fail()
	}
}
