package compile

import (
	"github.com/woma-lang/woma/internal/syntax"
)

// symtable builds the scopes of a module, in the order CPython's symtable.c
// visits the tree, so that the first error is the same.
type symtable struct {
	c       *compiler
	scopes  map[scopeKey]*scope
	top     *scope
	cur     *scope
	private string
	only    map[string]bool // not nil: the names that are mangled
}

//go:noinline
func (t *symtable) fail(span syntax.Span, msg string) { t.c.fail(span, msg) }

// failAt reports an error at the statement that declared name.
func (t *symtable) failAt(s *scope, name, msg string) {
	for _, d := range s.dirs {
		if d.name == name {
			t.fail(d.span, msg)
		}
	}
	t.fail(s.span, msg)
}

// build makes the scopes of m.
func (t *symtable) build(m *syntax.Module) *scope {
	top := t.enter(scopeModule, "<module>", nil, subBody, syntax.Span{})
	t.top = top
	t.stmts(m.Body)
	if m.Expr != nil {
		t.expr(m.Expr)
	}
	t.cur = nil
	t.resolve(top)
	return top
}

func (t *symtable) enter(kind scopeKind, name string, node any, sub uint8, span syntax.Span) *scope {
	s := &scope{kind: kind, name: name, parent: t.cur, syms: make(map[string]*symbol), span: span}
	if t.cur != nil {
		t.cur.children = append(t.cur.children, s)
		if t.cur.iterExpr > 0 {
			s.iterExpr = 1
		}
	}
	t.scopes[scopeKey{node, sub}] = s
	t.cur = s
	return s
}

func (t *symtable) leave() { t.cur = t.cur.parent }

// define notes a use of name with the given flags.
func (t *symtable) define(name string, f symFlag, span syntax.Span) {
	mangled := t.mangle(name)
	if y := t.cur.syms[mangled]; y != nil {
		if f&symParam != 0 && y.flags&symParam != 0 {
			t.fail(span, "duplicate argument '"+name+"' in function definition")
		}
		if f&symTypeParam != 0 && y.flags&symTypeParam != 0 {
			t.fail(span, "duplicate type parameter '"+name+"'")
		}
	}
	t.defineIn(t.cur, mangled, f, span)
}

func (t *symtable) defineIn(s *scope, name string, f symFlag, span syntax.Span) {
	y := s.syms[name]
	if y == nil {
		y = &symbol{name: name}
		s.syms[name] = y
		s.order = append(s.order, y)
	}
	y.flags |= f
	if s.iterTarg && s == t.cur {
		if y.flags&(symGlobal|symNonlocal) != 0 {
			t.fail(span, "comprehension inner loop cannot rebind assignment expression target '"+name+"'")
		}
		y.flags |= symCompIter
	}
	if f&symParam != 0 {
		s.params = append(s.params, name)
	}
}

func (t *symtable) use(name string, span syntax.Span) { t.define(name, symUse, span) }

// checkName refuses to bind __debug__.
//
//go:noinline
func (t *symtable) checkName(name string, span syntax.Span, ctx syntax.ExprContext) {
	t.c.checkName(name, span, ctx)
}

func (t *symtable) stmts(body []syntax.Stmt) {
	for _, s := range body {
		t.stmt(s)
	}
}

func (t *symtable) exprs(list []syntax.Expr) {
	for _, e := range list {
		if e != nil {
			t.expr(e)
		}
	}
}

func (t *symtable) opt(e syntax.Expr) {
	if e != nil {
		t.expr(e)
	}
}

func (t *symtable) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		t.function(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams, false)
	case *syntax.AsyncFunctionDef:
		t.function(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams, true)
	case *syntax.ClassDef:
		t.class(s)
	case *syntax.TypeAlias:
		t.checkName(s.Name.ID, s.Span(), syntax.Store)
		t.expr(s.Name)
		inClass := t.cur.kind == scopeClass
		if len(s.TypeParams) > 0 {
			t.typeParams(s, s.Name.ID, s.TypeParams, false, false, false, s.Span())
		}
		a := t.enter(scopeTypeAlias, s.Name.ID, s, subBody, s.Span())
		t.seeClass(a, inClass)
		t.expr(s.Value)
		t.leave()
		if len(s.TypeParams) > 0 {
			t.leave()
		}
	case *syntax.Return:
		t.opt(s.Value)
	case *syntax.Delete:
		t.exprs(s.Targets)
	case *syntax.Assign:
		t.exprs(s.Targets)
		t.expr(s.Value)
	case *syntax.AugAssign:
		t.expr(s.Target)
		t.expr(s.Value)
	case *syntax.AnnAssign:
		t.annAssign(s)
	case *syntax.For:
		t.expr(s.Target)
		t.expr(s.Iter)
		t.stmts(s.Body)
		t.stmts(s.Orelse)
	case *syntax.AsyncFor:
		t.expr(s.Target)
		t.expr(s.Iter)
		t.stmts(s.Body)
		t.stmts(s.Orelse)
	case *syntax.While:
		t.expr(s.Test)
		t.stmts(s.Body)
		t.stmts(s.Orelse)
	case *syntax.If:
		t.expr(s.Test)
		t.stmts(s.Body)
		t.stmts(s.Orelse)
	case *syntax.With:
		t.withItems(s.Items)
		t.stmts(s.Body)
	case *syntax.AsyncWith:
		t.withItems(s.Items)
		t.stmts(s.Body)
	case *syntax.Match:
		t.expr(s.Subject)
		for _, c := range s.Cases {
			t.pattern(c.Pattern)
			t.opt(c.Guard)
			t.stmts(c.Body)
		}
	case *syntax.Raise:
		t.opt(s.Exc)
		t.opt(s.Cause)
	case *syntax.Try:
		t.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *syntax.TryStar:
		t.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *syntax.Assert:
		t.expr(s.Test)
		t.opt(s.Msg)
	case *syntax.Import:
		for _, a := range s.Names {
			t.alias(a, s.Span())
		}
	case *syntax.ImportFrom:
		for _, a := range s.Names {
			t.alias(a, s.Span())
		}
	case *syntax.Global:
		t.declare(s.Names, symGlobal, s.Span())
	case *syntax.Nonlocal:
		t.declare(s.Names, symNonlocal, s.Span())
	case *syntax.ExprStmt:
		t.expr(s.Value)
	}
}

func (t *symtable) withItems(items []*syntax.WithItem) {
	for _, i := range items {
		t.expr(i.ContextExpr)
		t.opt(i.OptionalVars)
	}
}

func (t *symtable) try(body []syntax.Stmt, handlers []*syntax.ExceptHandler, orelse, final []syntax.Stmt) {
	t.stmts(body)
	for _, h := range handlers {
		t.opt(h.Type)
		if h.Name != "" {
			t.checkName(h.Name, h.Span(), syntax.Store)
			t.define(h.Name, symLocal, h.Span())
		}
		t.stmts(h.Body)
	}
	t.stmts(orelse)
	t.stmts(final)
}

func (t *symtable) alias(a *syntax.Alias, stmt syntax.Span) {
	name := a.Asname
	if name == "" {
		name = a.Name
		for i := range name {
			if name[i] == '.' {
				name = name[:i]
				break
			}
		}
	}
	if name == "*" {
		if t.cur.kind != scopeModule {
			t.fail(a.Span(), "import * only allowed at module level")
		}
		return
	}
	t.checkName(name, stmt, syntax.Store)
	t.define(name, symImport, a.Span())
}

func (t *symtable) declare(names []string, f symFlag, span syntax.Span) {
	word := "global"
	if f == symNonlocal {
		word = "nonlocal"
	}
	for _, name := range names {
		mangled := t.mangle(name)
		cur := t.cur.flags(mangled)
		switch {
		case cur&symParam != 0:
			t.fail(span, "name '"+name+"' is parameter and "+word)
		case cur&symUse != 0:
			t.fail(span, "name '"+name+"' is used prior to "+word+" declaration")
		case cur&symAnnot != 0:
			t.fail(span, "annotated name '"+name+"' can't be "+word)
		case cur&symLocal != 0:
			t.fail(span, "name '"+name+"' is assigned to before "+word+" declaration")
		}
		t.defineIn(t.cur, mangled, f, span)
		if f == symGlobal && t.cur != t.top {
			t.defineIn(t.top, mangled, f, span) // exec with two namespaces: the module stores it in the global one too
		}
		t.cur.dirs = append(t.cur.dirs, directive{mangled, span})
	}
}

func (t *symtable) annAssign(s *syntax.AnnAssign) {
	t.cur.annotations = true
	if n, ok := s.Target.(*syntax.Name); ok {
		name := t.mangle(n.ID)
		old := t.cur.flags(name)
		if old&(symGlobal|symNonlocal) != 0 && t.cur.kind != scopeModule && s.Simple {
			word := "nonlocal"
			if old&symGlobal != 0 {
				word = "global"
			}
			t.fail(s.Span(), "annotated name '"+n.ID+"' can't be "+word)
		}
		if s.Value != nil {
			t.checkName(n.ID, n.Span(), syntax.Store)
		} else {
			t.checkName(n.ID, s.Span(), syntax.Store)
		}
		if s.Simple {
			t.define(n.ID, symAnnot|symLocal, n.Span())
		} else if s.Value != nil {
			t.define(n.ID, symLocal, n.Span())
		}
	} else {
		t.expr(s.Target)
	}
	t.annotation(s.Annotation)
	t.opt(s.Value)
}

// annotation visits an annotation.
func (t *symtable) annotation(e syntax.Expr) {
	if e == nil {
		return
	}
	if t.c.future {
		t.enter(scopeAnnotation, "_annotation", e, subTypeParams, e.Span())
		t.expr(e)
		t.leave()
		t.cur.children = t.cur.children[:len(t.cur.children)-1]
		return
	}
	t.expr(e)
}

func (t *symtable) annotations(a *syntax.Arguments, returns syntax.Expr) {
	arg := func(x *syntax.Arg) {
		if x != nil && x.Annotation != nil {
			t.annotation(x.Annotation)
		}
	}
	for _, x := range a.Posonlyargs {
		arg(x)
	}
	for _, x := range a.Args {
		arg(x)
	}
	arg(a.Vararg)
	arg(a.Kwarg)
	for _, x := range a.Kwonlyargs {
		arg(x)
	}
	if returns != nil {
		t.annotation(returns)
	}
}

func (t *symtable) parameters(a *syntax.Arguments) {
	param := func(x *syntax.Arg) {
		if x != nil {
			t.checkName(x.Name, x.Span(), syntax.Store)
			t.define(x.Name, symParam, x.Span())
		}
	}
	for _, x := range a.Posonlyargs {
		param(x)
	}
	for _, x := range a.Args {
		param(x)
	}
	for _, x := range a.Kwonlyargs {
		param(x)
	}
	param(a.Vararg)
	param(a.Kwarg)
}

func hasKwDefaults(a *syntax.Arguments) bool {
	for _, e := range a.KwDefaults {
		if e != nil {
			return true
		}
	}
	return false
}

func (t *symtable) function(node any, name string, a *syntax.Arguments, body []syntax.Stmt, decorators []syntax.Expr,
	returns syntax.Expr, params []syntax.TypeParam, async bool) {
	span := node.(syntax.Node).Span()
	t.checkName(name, span, syntax.Store)
	t.define(name, symLocal, span)
	t.exprs(a.Defaults)
	t.exprs(a.KwDefaults)
	t.exprs(decorators)
	if len(params) > 0 {
		t.typeParams(node, name, params, len(a.Defaults) > 0, hasKwDefaults(a), false, span)
	}
	t.annotations(a, returns)
	s := t.enter(scopeFunction, name, node, subBody, span)
	s.coroutine, s.async = async, async
	t.parameters(a)
	t.stmts(body)
	t.leave()
	if len(params) > 0 {
		t.leave()
	}
}

func (t *symtable) class(s *syntax.ClassDef) {
	t.checkName(s.Name, s.Span(), syntax.Store)
	t.define(s.Name, symLocal, s.Span())
	t.exprs(s.DecoratorList)
	old, only := t.private, t.only
	if len(s.TypeParams) > 0 {
		t.private, t.only = s.Name, typeParamNames(s.TypeParams)
		t.typeParams(s, s.Name, s.TypeParams, false, false, true, s.Span())
	}
	t.exprs(s.Bases)
	t.keywords(s.Keywords)
	t.enter(scopeClass, s.Name, s, subBody, s.Span())
	t.private, t.only = s.Name, nil
	if len(s.TypeParams) > 0 {
		t.define("__type_params__", symLocal, s.Span())
		t.use(".type_params", s.Span())
	}
	t.stmts(s.Body)
	t.private, t.only = old, only
	t.leave()
	if len(s.TypeParams) > 0 {
		t.leave()
	}
}

func (t *symtable) keywords(list []*syntax.Keyword) {
	for _, k := range list {
		if k.Arg != "" {
			t.checkName(k.Arg, k.Span(), syntax.Store)
		}
		t.expr(k.Value)
	}
}

// seeClass notes that s is an annotation scope inside a class: names that the
// class has are found there first.
func (t *symtable) seeClass(s *scope, inClass bool) {
	if inClass {
		s.canSeeClass = true
		t.use("__classdict__", s.span)
	}
}

// typeParams enters the scope of type parameters and visits them.
func (t *symtable) typeParams(node any, name string, params []syntax.TypeParam, defaults, kwDefaults, isClass bool, span syntax.Span) {
	inClass := t.cur.kind == scopeClass
	s := t.enter(scopeTypeParams, name, node, subTypeParams, span)
	t.seeClass(s, inClass)
	if isClass {
		t.define(".type_params", symLocal, span)
		t.use(".type_params", span)
		t.define(".generic_base", symLocal, span)
		t.use(".generic_base", span)
	}
	if defaults {
		t.define(".defaults", symParam, span)
	}
	if kwDefaults {
		t.define(".kwdefaults", symParam, span)
	}
	bound := func(name string, e syntax.Expr, node any, sub uint8, what string) {
		if e == nil {
			return
		}
		b := t.enter(scopeTypeVar, name, node, sub, e.Span())
		b.what = what
		t.seeClass(b, inClass)
		t.expr(e)
		t.leave()
	}
	for _, p := range params {
		switch p := p.(type) {
		case *syntax.TypeVar:
			t.checkName(p.Name, p.Span(), syntax.Store)
			t.define(p.Name, symTypeParam|symLocal, p.Span())
			what := "a TypeVar bound"
			if _, ok := p.Bound.(*syntax.Tuple); ok {
				what = "a TypeVar constraint"
			}
			bound(p.Name, p.Bound, p, subBody, what)
			bound(p.Name, p.DefaultValue, p, subDefault, "a TypeVar default")
		case *syntax.ParamSpec:
			t.checkName(p.Name, p.Span(), syntax.Store)
			t.define(p.Name, symTypeParam|symLocal, p.Span())
			bound(p.Name, p.DefaultValue, p, subDefault, "a ParamSpec default")
		case *syntax.TypeVarTuple:
			t.checkName(p.Name, p.Span(), syntax.Store)
			t.define(p.Name, symTypeParam|symLocal, p.Span())
			bound(p.Name, p.DefaultValue, p, subDefault, "a TypeVarTuple default")
		}
	}
}
