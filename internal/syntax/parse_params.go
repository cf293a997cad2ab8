package syntax

// parameters reads the parameters of a function up to end, which is ) for def
// and : for lambda; only def has annotations.
func (p *parser) parameters(end tokKind) *Arguments {
	a := &Arguments{}
	base := len(p.exprs)
	slash, star := false, false
	for p.kind() != end {
		switch p.kind() {
		case tSlash:
			if slash || star || len(a.Args) == 0 {
				p.fail()
			}
			slash = true
			a.Posonlyargs, a.Args = a.Args, nil
			p.next()
		case tStar:
			if star {
				p.fail()
			}
			star = true
			p.next()
			if p.kind() == tComma {
				if k := p.at(1).kind; k != tName {
					p.fail()
				}
				break
			}
			a.Vararg = p.param(end, true)
		case tDoubleStar:
			p.next()
			a.Kwarg = p.param(end, false)
			p.accept(tComma)
			if p.kind() != end {
				p.fail()
			}
			continue
		default:
			x := p.param(end, false)
			var value Expr
			if p.accept(tEqual) {
				value = p.expression()
			}
			switch {
			case star:
				a.Kwonlyargs = append(a.Kwonlyargs, x)
				a.KwDefaults = append(a.KwDefaults, value)
			case value != nil:
				a.Args = append(a.Args, x)
				p.push(value)
			case len(p.exprs) > base:
				p.fail() // without a default after one with
			default:
				a.Args = append(a.Args, x)
			}
		}
		if p.kind() != end {
			p.expect(tComma)
		}
	}
	a.Defaults = p.takeExprs(base)
	return a
}

// param reads one name, with its annotation in a def.
func (p *parser) param(end tokKind, isVararg bool) *Arg {
	start := p.here()
	x := &Arg{Name: p.ident()}
	if end == tRpar && p.accept(tColon) {
		if isVararg {
			x.Annotation = p.starExpression()
		} else {
			x.Annotation = p.expression()
		}
	}
	x.Pos = p.from(start)
	return x
}

// typeParams reads [T: bound = default, *Ts, **P] if it is there.
func (p *parser) typeParams() []TypeParam {
	if !p.accept(tLsqb) {
		return nil
	}
	var out []TypeParam
	for {
		start := p.here()
		switch p.kind() {
		case tStar:
			p.next()
			t := &TypeVarTuple{Name: p.ident()}
			if p.accept(tEqual) {
				t.DefaultValue = p.starExpression()
			}
			t.Pos = p.from(start)
			out = append(out, t)
		case tDoubleStar:
			p.next()
			t := &ParamSpec{Name: p.ident()}
			if p.accept(tEqual) {
				t.DefaultValue = p.expression()
			}
			t.Pos = p.from(start)
			out = append(out, t)
		default:
			t := &TypeVar{Name: p.ident()}
			if p.accept(tColon) {
				t.Bound = p.expression()
			}
			if p.accept(tEqual) {
				t.DefaultValue = p.expression()
			}
			t.Pos = p.from(start)
			out = append(out, t)
		}
		if !p.accept(tComma) || p.kind() == tRsqb {
			break
		}
	}
	p.expect(tRsqb)
	return out
}
