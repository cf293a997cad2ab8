package compile

import (
	"maps"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// MicroPython's constants: after X = const(expr) in the body of a module or class
// the compiler puts the value where the source says X, in functions too; a class does
// not keep those that begin with an underscore. As there, what cannot be
// worked out is a SyntaxError. Different from there, a name that the program also
// gives other values stays a variable, and a parameter or local variable X is not
// the constant. Modules keep all names, so that others can import them.
// https://docs.micropython.org/en/latest/reference/speed_python.html#the-const-declaration

// findConsts notes the statements that define constants, if const can only be
// MicroPython's.
func (c *compiler) findConsts(mod *syntax.Module, top *scope) {
	if c.opts.Mode != syntax.Exec || c.constBound && !importedConst(mod.Body, top) {
		return
	}
	c.constsIn(mod.Body, nil)
}

// importedConst says whether all that binds const is `from micropython import const`.
func importedConst(body []syntax.Stmt, top *scope) bool {
	if top.flags("const")&symBound != symImport {
		return false
	}
	ok := true
	eachStmt(body, func(s syntax.Stmt) {
		switch s := s.(type) {
		case *syntax.ImportFrom:
			for _, a := range s.Names {
				if (a.Name == "const" && a.Asname == "" || a.Asname == "const") && (s.Module != "micropython" || s.Level > 0 || a.Name != "const") {
					ok = false
				}
			}
		case *syntax.Import:
			for _, a := range s.Names {
				if a.Name == "const" || a.Asname == "const" {
					ok = false
				}
			}
		}
	})
	return ok
}

// eachStmt calls f for the statements of a body and of the blocks in it, but not for
// those of functions and classes.
func eachStmt(body []syntax.Stmt, f func(syntax.Stmt)) {
	for _, s := range body {
		f(s)
		for _, b := range blocks(s) {
			eachStmt(b, f)
		}
	}
}

// blocks returns the bodies inside a statement that opens no scope.
func blocks(s syntax.Stmt) [][]syntax.Stmt {
	handlers := func(hs []*syntax.ExceptHandler, more ...[]syntax.Stmt) [][]syntax.Stmt {
		for _, h := range hs {
			more = append(more, h.Body)
		}
		return more
	}
	switch s := s.(type) {
	case *syntax.If:
		return [][]syntax.Stmt{s.Body, s.Orelse}
	case *syntax.For:
		return [][]syntax.Stmt{s.Body, s.Orelse}
	case *syntax.AsyncFor:
		return [][]syntax.Stmt{s.Body, s.Orelse}
	case *syntax.While:
		return [][]syntax.Stmt{s.Body, s.Orelse}
	case *syntax.With:
		return [][]syntax.Stmt{s.Body}
	case *syntax.AsyncWith:
		return [][]syntax.Stmt{s.Body}
	case *syntax.Try:
		return handlers(s.Handlers, s.Body, s.Orelse, s.Finalbody)
	case *syntax.TryStar:
		return handlers(s.Handlers, s.Body, s.Orelse, s.Finalbody)
	case *syntax.Match:
		var all [][]syntax.Stmt
		for _, k := range s.Cases {
			all = append(all, k.Body)
		}
		return all
	}
	return nil
}

// constArg returns the name and the argument of X = const(arg).
func constArg(s syntax.Stmt) (*syntax.Assign, string, syntax.Expr) {
	a, ok := s.(*syntax.Assign)
	if !ok || len(a.Targets) != 1 {
		return nil, "", nil
	}
	n, isName := a.Targets[0].(*syntax.Name)
	call, isCall := a.Value.(*syntax.Call)
	if !isName || !isCall || len(call.Args) != 1 || len(call.Keywords) > 0 {
		return nil, "", nil
	}
	if f, ok := call.Func.(*syntax.Name); !ok || f.ID != "const" {
		return nil, "", nil
	}
	return a, n.ID, call.Args[0]
}

// constsIn notes the definitions in a body and in the classes in it; outer is nil for
// the module.
func (c *compiler) constsIn(body []syntax.Stmt, outer map[string]int) {
	var bound map[string]int // how often each name is assigned to
	defined := map[string]bool{}
	for _, s := range body {
		if cls, ok := s.(*syntax.ClassDef); ok {
			if bound == nil {
				bound = bindings(body)
			}
			all := maps.Clone(outer)
			if all == nil {
				all = map[string]int{}
			}
			maps.Copy(all, bound)
			c.constsIn(cls.Body, all)
			continue
		}
		a, name, _ := constArg(s)
		if a == nil {
			continue
		}
		if defined[name] {
			c.fail(a.Targets[0].Span(), "constant '"+name+"' is defined twice")
		}
		defined[name] = true
		if bound == nil {
			bound = bindings(body)
		}
		if len(name) > 1 && name[:2] == "__" {
			continue // private or special
		}
		if bound[name] == 1 && outer[name] == 0 && !c.rebound(name) {
			if c.constDefs == nil {
				c.constDefs = map[*syntax.Assign]bool{}
			}
			c.constDefs[a] = true
		}
	}
}

// rebound says whether a function or comprehension may change the name, or has it for
// something else where that is not seen by [compiler.hideConsts].
func (c *compiler) rebound(name string) bool {
	for _, s := range c.scopes {
		if f := s.flags(name); f&symGlobal != 0 || s.comp != compNone && f&symBound != 0 {
			return true
		}
	}
	return false
}

// bindings counts what assigns to each name in a body.
func bindings(body []syntax.Stmt) map[string]int {
	n := map[string]int{}
	var target func(e syntax.Expr)
	target = func(e syntax.Expr) {
		switch e := e.(type) {
		case *syntax.Name:
			n[e.ID]++
		case *syntax.Starred:
			target(e.Value)
		case *syntax.Tuple:
			for _, x := range e.Elts {
				target(x)
			}
		case *syntax.List:
			for _, x := range e.Elts {
				target(x)
			}
		}
	}
	handlers := func(hs []*syntax.ExceptHandler) {
		for _, h := range hs {
			n[h.Name]++
		}
	}
	items := func(ws []*syntax.WithItem) {
		for _, w := range ws {
			target(w.OptionalVars)
		}
	}
	eachStmt(body, func(s syntax.Stmt) {
		switch s := s.(type) {
		case *syntax.Assign:
			for _, t := range s.Targets {
				target(t)
			}
		case *syntax.AugAssign:
			target(s.Target)
		case *syntax.AnnAssign:
			target(s.Target)
		case *syntax.Delete:
			for _, t := range s.Targets {
				target(t)
			}
		case *syntax.For:
			target(s.Target)
		case *syntax.AsyncFor:
			target(s.Target)
		case *syntax.With:
			items(s.Items)
		case *syntax.AsyncWith:
			items(s.Items)
		case *syntax.Try:
			handlers(s.Handlers)
		case *syntax.TryStar:
			handlers(s.Handlers)
		}
	})
	return n
}

// constAssign does X = const(arg) of findConsts; true if there is nothing left to do.
func (u *unit) constAssign(s *syntax.Assign) bool {
	_, name, arg := constArg(s)
	k := u.c.fold(arg)
	if k == nil {
		if u.c.noConst(arg) {
			u.c.fail(arg.Span(), "not a constant")
		}
		return false
	}
	consts := maps.Clone(u.c.consts)
	if consts == nil {
		consts = map[string]*bytecode.Const{}
	}
	consts[name] = k
	u.c.consts = consts
	if u.scope.kind == scopeClass && name[0] == '_' {
		return true
	}
	s.Value = arg
	return false
}

// noConst says whether e is int arithmetic that has no result, or mentions what is no
// constant. Arithmetic with floats is left to run time.
func (c *compiler) noConst(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Constant:
		return e.Kind == syntax.ConstInt || e.Kind == syntax.ConstBigInt
	case *syntax.Name:
		k := c.consts[e.ID]
		return k == nil || integer(k) != nil
	case *syntax.UnaryOp:
		return c.noConst(e.Operand)
	case *syntax.BinOp:
		return c.noConst(e.Left) && c.noConst(e.Right)
	}
	return false
}

// hideConsts takes the constants away that s has other names for.
func (c *compiler) hideConsts(s *scope) {
	if s.kind == scopeModule {
		return
	}
	for name := range c.consts {
		if s.flags(name)&symBound != 0 {
			left := maps.Clone(c.consts)
			maps.DeleteFunc(left, func(n string, _ *bytecode.Const) bool { return s.flags(n)&symBound != 0 })
			c.consts = left
			return
		}
	}
}
