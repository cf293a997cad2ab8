package compile

import "github.com/woma-lang/woma/internal/syntax"

func (t *symtable) expr(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.BoolOp:
		t.exprs(e.Values)
	case *syntax.NamedExpr:
		t.notInAnnotation("named expression", e.Span())
		t.namedExpr(e)
	case *syntax.BinOp:
		// Chains are left-deep and may be long.
		var rights []syntax.Expr
		var left syntax.Expr = e
		for {
			b, ok := left.(*syntax.BinOp)
			if !ok {
				break
			}
			rights = append(rights, b.Right)
			left = b.Left
		}
		t.expr(left)
		for i := len(rights) - 1; i >= 0; i-- {
			t.expr(rights[i])
		}
	case *syntax.UnaryOp:
		t.expr(e.Operand)
	case *syntax.Lambda:
		t.exprs(e.Args.Defaults)
		t.exprs(e.Args.KwDefaults)
		t.enter(scopeFunction, "<lambda>", e, subBody, e.Span())
		t.parameters(e.Args)
		t.expr(e.Body)
		t.leave()
	case *syntax.IfExp:
		t.expr(e.Test)
		t.expr(e.Body)
		t.expr(e.Orelse)
	case *syntax.Dict:
		t.exprs(e.Keys)
		t.exprs(e.Values)
	case *syntax.Set:
		t.exprs(e.Elts)
	case *syntax.ListComp:
		t.comprehension(e, compList, "<listcomp>", e.Generators, e.Elt, nil)
	case *syntax.SetComp:
		t.comprehension(e, compSet, "<setcomp>", e.Generators, e.Elt, nil)
	case *syntax.DictComp:
		t.comprehension(e, compDict, "<dictcomp>", e.Generators, e.Key, e.Value)
	case *syntax.GeneratorExp:
		t.comprehension(e, compGen, "<genexpr>", e.Generators, e.Elt, nil)
	case *syntax.Await:
		t.notInAnnotation("await expression", e.Span())
		t.expr(e.Value)
		t.cur.coroutine = true
	case *syntax.Yield:
		t.notInAnnotation("yield expression", e.Span())
		t.opt(e.Value)
		t.yield(e.Span())
	case *syntax.YieldFrom:
		t.notInAnnotation("yield expression", e.Span())
		t.expr(e.Value)
		t.yield(e.Span())
	case *syntax.Compare:
		t.expr(e.Left)
		t.exprs(e.Comparators)
	case *syntax.Call:
		t.expr(e.Func)
		t.exprs(e.Args)
		t.keywords(e.Keywords)
		if g := fedGenerator(e); g != nil && (t.cur.kind == scopeModule || t.cur.kind == scopeFunction) {
			t.comprehension(g, compList, "<genexpr>", g.Generators, g.Elt, nil)
		}
	case *syntax.FormattedValue:
		t.expr(e.Value)
		t.opt(e.FormatSpec)
	case *syntax.Interpolation:
		t.expr(e.Value)
		t.opt(e.FormatSpec)
	case *syntax.JoinedStr:
		t.exprs(e.Values)
	case *syntax.TemplateStr:
		t.exprs(e.Values)
	case *syntax.Attribute:
		if e.Ctx == syntax.Store {
			t.checkName(e.Attr, e.Span(), e.Ctx)
		}
		t.expr(e.Value)
	case *syntax.Subscript:
		t.expr(e.Value)
		t.expr(e.Slice)
	case *syntax.Starred:
		t.expr(e.Value)
	case *syntax.Name:
		t.name(e)
	case *syntax.List:
		t.exprs(e.Elts)
	case *syntax.Tuple:
		t.exprs(e.Elts)
	case *syntax.Slice:
		t.opt(e.Lower)
		t.opt(e.Upper)
		t.opt(e.Step)
	}
}

func (t *symtable) name(e *syntax.Name) {
	t.checkName(e.ID, e.Span(), e.Ctx)
	if e.Ctx != syntax.Load {
		t.define(e.ID, symLocal, e.Span())
		return
	}
	t.use(e.ID, e.Span())
	switch e.ID {
	case "super":
		if t.cur.functionLike() {
			t.use("__class__", e.Span())
		}
	case "locals", "vars", "dir", "eval", "exec":
		t.cur.unit().usesLocals = true
	}
}

func (t *symtable) namedExpr(e *syntax.NamedExpr) {
	if t.cur.iterExpr > 0 {
		t.fail(e.Span(), "assignment expression cannot be used in a comprehension iterable expression")
	}
	if t.cur.comp != compNone {
		t.namedInComprehension(e)
	}
	t.cur.unit().walrus = true
	t.expr(e.Value)
	t.expr(e.Target)
}

// namedInComprehension binds the target of := in the scope around the
// comprehension.
func (t *symtable) namedInComprehension(e *syntax.NamedExpr) {
	name := t.mangle(e.Target.ID)
	span := e.Target.Span()
	for s := t.cur; s != nil; s = s.parent {
		if s.comp != compNone {
			if f := s.flags(name); f&symCompIter != 0 && f&symLocal != 0 {
				t.fail(span, "assignment expression cannot rebind comprehension iteration variable '"+e.Target.ID+"'")
			}
			continue
		}
		switch s.kind {
		case scopeFunction:
			f := symNonlocal
			if s.flags(name)&symGlobal != 0 {
				f = symGlobal
			}
			t.defineIn(t.cur, name, f, span)
			t.cur.dirs = append(t.cur.dirs, directive{name, span})
			t.defineIn(s, name, symLocal, span)
		case scopeModule:
			t.defineIn(t.cur, name, symGlobal, span)
			t.cur.dirs = append(t.cur.dirs, directive{name, span})
			t.defineIn(s, name, symGlobal, span)
		case scopeClass:
			t.fail(span, "assignment expression within a comprehension cannot be used in a class body")
		case scopeTypeParams:
			t.fail(span, "assignment expression within a comprehension cannot be used within the definition of a generic")
		case scopeTypeAlias:
			t.fail(span, "assignment expression within a comprehension cannot be used in a type alias")
		case scopeTypeVar:
			t.fail(span, "assignment expression within a comprehension cannot be used in a TypeVar bound")
		default:
			return
		}
		return
	}
}

// notInAnnotation refuses what must not occur in annotation scopes.
func (t *symtable) notInAnnotation(what string, span syntax.Span) {
	in := ""
	switch t.cur.kind {
	case scopeAnnotation:
		in = "an annotation"
	case scopeTypeVar:
		in = t.cur.what
	case scopeTypeAlias:
		in = "a type alias"
	case scopeTypeParams:
		in = "the definition of a generic"
	default:
		return
	}
	t.fail(span, what+" cannot be used within "+in)
}

func (t *symtable) yield(span syntax.Span) {
	t.cur.generator = true
	in := ""
	switch t.cur.comp {
	case compNone:
		return
	case compList:
		in = "list comprehension"
	case compSet:
		in = "set comprehension"
	case compDict:
		in = "dict comprehension"
	case compGen:
		in = "generator expression"
	}
	t.fail(span, "'yield' inside "+in)
}

func (t *symtable) comprehension(e syntax.Expr, kind compKind, name string, gens []*syntax.Comprehension, elt, value syntax.Expr) {
	first := gens[0]
	t.cur.iterExpr++
	t.expr(first.Iter)
	t.cur.iterExpr--
	sub := subBody
	if g, ok := e.(*syntax.GeneratorExp); ok && kind != compGen {
		e, sub = g, subFed
	}
	s := t.enter(scopeFunction, name, e, sub, e.Span())
	s.comp = kind
	if first.IsAsync {
		s.coroutine = true
	}
	// The parameter .0 of a generator expression.
	if kind == compGen {
		t.define(".0", symParam, e.Span())
	}
	target := func(g *syntax.Comprehension) {
		s.iterTarg = true
		t.expr(g.Target)
		s.iterTarg = false
	}
	target(first)
	t.exprs(first.Ifs)
	for _, g := range gens[1:] {
		target(g)
		s.iterExpr++
		t.expr(g.Iter)
		s.iterExpr--
		t.exprs(g.Ifs)
		if g.IsAsync {
			s.coroutine = true
		}
	}
	t.opt(value)
	t.expr(elt)
	if kind == compGen {
		s.generator = true
	}
	t.leave()
	if s.coroutine && kind != compGen {
		t.cur.coroutine = true
	}
}

func (t *symtable) pattern(p syntax.Pattern) {
	bind := func(name string) {
		if name != "" {
			t.checkName(name, p.Span(), syntax.Store)
			t.define(name, symLocal, p.Span())
		}
	}
	all := func(list []syntax.Pattern) {
		for _, q := range list {
			t.pattern(q)
		}
	}
	switch p := p.(type) {
	case *syntax.MatchValue:
		t.expr(p.Value)
	case *syntax.MatchSequence:
		all(p.Patterns)
	case *syntax.MatchStar:
		bind(p.Name)
	case *syntax.MatchMapping:
		t.exprs(p.Keys)
		all(p.Patterns)
		bind(p.Rest)
	case *syntax.MatchClass:
		t.expr(p.Cls)
		all(p.Patterns)
		for i, k := range p.KwdAttrs {
			t.checkName(k, p.KwdPatterns[i].Span(), syntax.Store)
		}
		all(p.KwdPatterns)
	case *syntax.MatchAs:
		if p.Pattern != nil {
			t.pattern(p.Pattern)
		}
		bind(p.Name)
	case *syntax.MatchOr:
		all(p.Patterns)
	}
}
