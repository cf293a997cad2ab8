// Package compile turns trees into code objects: symtable*.go and scope.go find
// out where names live, expr.go, stmt.go and the files named after statements
// emit instructions for a register machine, bound.go removes checks for unbound
// variables, assemble.go lays the instructions out.
//
// A local variable has a register of its own; temporaries lie above the locals
// and are used like a stack. An expression is compiled *into* a wanted register
// where there is one. A register of a variable is written by the last
// instruction only, so that an exception leaves it as it was.
package compile

import (
	"sort"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// Options are the parts of compiling that do not stand in the source.
type Options struct {
	Filename string
	Mode     syntax.Mode // must be that of the module; only documentation

	// Optimize is Python's -O level: 1 drops assert statements and makes
	// __debug__ false, 2 drops docstrings too.
	Optimize int

	// FutureAnnotations compiles as if the source began with
	// `from __future__ import annotations`.
	FutureAnnotations bool

	// LocalsAreGlobals says that the module code will only run with its globals as
	// its locals, as scripts and imported modules do. Its names then are globals
	// (LoadGlobal) instead of names in a mapping (LoadName), which is faster.
	LocalsAreGlobals bool

	// Warn, if not nil, is told of SyntaxWarnings. An error it returns ends the
	// compilation.
	Warn func(syntax.Warning) error
}

// compiler is the state of one compilation.
type compiler struct {
	opts   Options
	future bool // annotations are strings
	scopes map[scopeKey]*scope
	// constBound says that the module binds the name const.
	constBound bool
	top        *scope
	constDefs  map[*syntax.Assign]bool    // see const.go
	consts     map[string]*bytecode.Const // names that are constants here
}

// bailout carries an error out of the recursion.
type bailout struct{ err error }

// Compile returns the code object of mod. The error is a *syntax.Error, or what
// opts.Warn returned.
func Compile(mod *syntax.Module, opts Options) (code *bytecode.Code, err error) {
	defer func() {
		if r := recover(); r != nil {
			b, ok := r.(bailout)
			if !ok {
				panic(r)
			}
			code, err = nil, b.err
		}
	}()
	c := &compiler{opts: opts, future: opts.FutureAnnotations, scopes: make(map[scopeKey]*scope)}
	c.futures(mod)
	c.viperDecorators(mod.Body, constNames(mod.Body, nil))
	t := &symtable{c: c, scopes: c.scopes}
	top := t.build(mod)
	c.top = top
	c.constBound = top.flags("const")&symBound != 0
	for _, s := range c.scopes {
		c.constBound = c.constBound || s.flags("const")&symGlobal != 0
	}
	c.findConsts(mod, top)
	u := c.newUnit(nil, top, "<module>", syntax.Span{Line: 1})
	if !opts.LocalsAreGlobals {
		u.code.Flags |= bytecode.UsesLocalsMapping
	}
	u.module(mod)
	return u.assemble(), nil
}

//go:noinline
func (c *compiler) fail(span syntax.Span, msg string) {
	panic(bailout{&syntax.Error{Kind: syntax.SyntaxError, Msg: msg, Filename: c.opts.Filename, Span: span}})
}

func (c *compiler) warn(span syntax.Span, msg string) {
	if c.opts.Warn == nil {
		return
	}
	if err := c.opts.Warn(syntax.Warning{Msg: msg, Span: span}); err != nil {
		panic(bailout{err})
	}
}

// checkName refuses to bind or delete __debug__.
//
//go:noinline
func (c *compiler) checkName(name string, span syntax.Span, ctx syntax.ExprContext) {
	if name != "__debug__" {
		return
	}
	switch ctx {
	case syntax.Store:
		c.fail(span, "cannot assign to __debug__")
	case syntax.Del:
		c.fail(span, "cannot delete __debug__")
	}
}

// futures handles from __future__ import statements.
func (c *compiler) futures(mod *syntax.Module) {
	done := false
	for i, s := range mod.Body {
		imp, ok := s.(*syntax.ImportFrom)
		if !ok || imp.Module != "__future__" || imp.Level != 0 {
			if i > 0 || !isDocstring(s) {
				done = true
			}
			continue
		}
		if done {
			// Reported by the import statement, after the errors of names.
			return
		}
		for _, a := range imp.Names {
			switch a.Name {
			case "nested_scopes", "generators", "division", "absolute_import", "with_statement",
				"print_function", "unicode_literals", "generator_stop":
			case "barry_as_FLUFL":
			case "annotations":
				c.future = true
			case "braces":
				c.fail(futureSpan(s), "not a chance")
			default:
				c.fail(futureSpan(s), "future feature "+a.Name+" is not defined")
			}
		}
	}
}

// isDocstring says whether s is a string that stands alone.
func isDocstring(s syntax.Stmt) bool {
	e, ok := s.(*syntax.ExprStmt)
	if !ok {
		return false
	}
	k, ok := e.Value.(*syntax.Constant)
	return ok && k.Kind == syntax.ConstStr
}

// module compiles the top level.
func (u *unit) module(mod *syntax.Module) {
	if u.c.future {
		u.code.Flags |= bytecode.FutureAnnotations
	}
	switch mod.Mode {
	case syntax.Eval:
		r := u.expr(mod.Expr, -1)
		u.span = mod.Expr.Span()
		u.emit(bytecode.Return, r, 0, 0)
		return
	case syntax.Single:
		u.interactive, u.futureOK = true, true
		u.setupAnnotations(mod.Body)
		u.stmts(mod.Body)
	default:
		body := mod.Body
		if len(body) > 0 {
			u.span = body[0].Span()
		}
		u.setupAnnotations(body)
		if len(body) > 0 && isDocstring(body[0]) {
			if u.c.opts.Optimize < 2 {
				u.doc(body[0])
			}
			body = body[1:]
		}
		u.futureOK = true
		u.stmts(body)
	}
	if n := len(mod.Body); n > 0 {
		u.span = mod.Body[n-1].Span()
	}
	u.emit(bytecode.ReturnNone, 0, 0, 0)
}

// doc stores the docstring of a module or class body.
func (u *unit) doc(s syntax.Stmt) {
	e := s.(*syntax.ExprStmt)
	u.span = e.Value.Span()
	mark := u.top
	r := u.alloc()
	u.loadConst(bytecode.Const{Kind: bytecode.ConstStr, Str: cleanDoc(e.Value.(*syntax.Constant).Str)}, r)
	u.storeName("__doc__", r)
	u.top = mark
}

// setupAnnotations makes the dictionary of annotations if the body needs one.
func (u *unit) setupAnnotations([]syntax.Stmt) {
	if u.scope.annotations {
		mark := u.top
		r := u.alloc()
		u.emit(bytecode.Intrinsic, r, r, bytecode.IntrinsicSetupAnnotations)
		u.top = mark
	}
}

// sorted returns names in order.
func sorted(names []string) []string {
	out := append([]string(nil), names...)
	if len(out) > 1 {
		sort.Strings(out)
	}
	return out
}

// futureSpan is the place CPython gives errors in from __future__ imports.
func futureSpan(s syntax.Stmt) syntax.Span {
	p := s.Span()
	return syntax.Span{Line: p.Line, Col: p.Col, EndLine: p.Line}
}
