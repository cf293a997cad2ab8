package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

func (u *unit) stmts(body []syntax.Stmt) {
	for _, s := range body {
		u.stmt(s)
	}
}

// stmt compiles a statement. Temporaries do not outlive it.
func (u *unit) stmt(s syntax.Stmt) {
	mark := u.top
	u.span = s.Span()
	future := u.futureOK
	u.futureOK = false
	switch s := s.(type) {
	case *syntax.FunctionDef:
		u.function(s, &funcDef{s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams})
	case *syntax.AsyncFunctionDef:
		u.function(s, &funcDef{s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams})
	case *syntax.ClassDef:
		u.class(s)
	case *syntax.TypeAlias:
		u.typeAlias(s)
	case *syntax.Return:
		u.returnStmt(s)
	case *syntax.Delete:
		for _, t := range s.Targets {
			u.delete(t)
		}
	case *syntax.Assign:
		u.assignStmt(s)
	case *syntax.AugAssign:
		u.augAssign(s)
	case *syntax.AnnAssign:
		u.annAssign(s)
	case *syntax.For:
		u.forStmt(s)
	case *syntax.AsyncFor:
		u.asyncFor(s)
	case *syntax.While:
		u.while(s)
	case *syntax.If:
		u.ifStmt(s)
	case *syntax.With:
		u.with(s.Items, s.Body, s.Span(), false)
	case *syntax.AsyncWith:
		u.checkAsync(s.Span(), "'async with' outside async function")
		u.with(s.Items, s.Body, s.Span(), true)
	case *syntax.Match:
		u.match(s)
	case *syntax.Raise:
		u.raise(s)
	case *syntax.Try:
		u.tryLine = s.Span().Line
		u.try(s)
	case *syntax.TryStar:
		u.tryLine = s.Span().Line
		u.tryStar(s)
	case *syntax.Assert:
		u.assert(s)
	case *syntax.Import:
		u.importStmt(s)
	case *syntax.ImportFrom:
		if s.Module == "__future__" && s.Level == 0 {
			if !future {
				u.fail(s.Span(), "from __future__ imports must occur at the beginning of the file")
			}
			u.futureOK = true
		}
		u.importFrom(s)
	case *syntax.ExprStmt:
		u.exprStmt(s)
	case *syntax.Break:
		u.breakStmt(s)
	case *syntax.Continue:
		u.continueStmt(s)
	}
	u.top = mark
}

func (u *unit) checkAsync(span syntax.Span, msg string) {
	if !u.async() {
		u.fail(span, msg)
	}
}

func (u *unit) exprStmt(s *syntax.ExprStmt) {
	if u.interactive && u.parent == nil {
		r := u.expr(s.Value, -1)
		t := u.alloc()
		u.span = s.Span()
		u.emit(bytecode.Intrinsic, t, r, bytecode.IntrinsicPrintExpr)
		return
	}
	if u.c.fold(s.Value) != nil {
		return
	}
	u.expr(s.Value, -1)
}

// ifStmt compiles a chain of if and elif without recursion.
func (u *unit) ifStmt(s *syntax.If) {
	end := u.newLabel()
	for {
		mark := u.top
		next := u.newLabel()
		u.cond(s.Test, next, false)
		u.top = mark
		u.stmts(s.Body)
		if len(s.Orelse) == 0 {
			u.mark(next)
			break
		}
		u.jump(bytecode.Jump, 0, 0, end)
		u.mark(next)
		if len(s.Orelse) == 1 {
			if elif, ok := s.Orelse[0].(*syntax.If); ok {
				s = elif
				continue
			}
		}
		u.stmts(s.Orelse)
		break
	}
	u.mark(end)
}

// while compiles a loop whose test is at its end.
func (u *unit) while(s *syntax.While) {
	body, test, end := u.newLabel(), u.newLabel(), u.newLabel()
	k := u.c.fold(s.Test)
	if k == nil || !truth(k) {
		u.span = s.Test.Span()
		u.jump(bytecode.Jump, 0, 0, test)
	}
	u.pushBlock(block{kind: blockLoop, span: s.Span(), brk: end, cnt: test})
	u.mark(body)
	u.stmts(s.Body)
	u.popBlock()
	u.mark(test)
	u.cond(s.Test, body, true)
	u.stmts(s.Orelse)
	u.mark(end)
}

func (u *unit) forStmt(s *syntax.For) {
	end := u.newLabel()
	mark := u.top
	it := u.allocN(3)
	r := u.expr(s.Iter, -1)
	u.top = mark + 3
	u.span = s.Iter.Span()
	u.emit(bytecode.GetIter, it, r, 0)
	u.loop(it, s.Target, s.Iter.Span(), func(next label) {
		u.pushBlock(block{kind: blockLoop, span: s.Span(), brk: end, cnt: next})
		u.stmts(s.Body)
		u.popBlock()
	}, func() { u.stmts(s.Orelse) })
	u.mark(end)
}

func (u *unit) asyncFor(s *syntax.AsyncFor) {
	u.checkAsync(s.Span(), "'async for' outside async function")
	end := u.newLabel()
	mark := u.top
	it := u.alloc()
	r := u.expr(s.Iter, -1)
	u.top = mark + 1
	u.span = s.Iter.Span()
	u.emit(bytecode.GetAIter, it, r, 0)
	// The block is entered before the first item is awaited, which does not matter.
	u.asyncLoop(it, s.Target, s.Iter.Span(), s.Span(), func(next label) {
		u.pushBlock(block{kind: blockLoop, span: s.Span(), brk: end, cnt: next})
		u.stmts(s.Body)
		u.popBlock()
	})
	u.stmts(s.Orelse)
	u.mark(end)
}

func (u *unit) raise(s *syntax.Raise) {
	if s.Exc == nil {
		u.emit(bytecode.RaiseBare, 0, 0, 0)
		return
	}
	if s.Cause == nil {
		r := u.expr(s.Exc, -1)
		u.span = s.Span()
		u.emit(bytecode.Raise, r, 0, 0)
		return
	}
	r := u.operand(s.Exc, s.Cause)
	cause := u.expr(s.Cause, -1)
	u.span = s.Span()
	u.emit(bytecode.RaiseFrom, r, cause, 0)
}

func (u *unit) assert(s *syntax.Assert) {
	if t, ok := s.Test.(*syntax.Tuple); ok && len(t.Elts) > 0 {
		u.c.warn(s.Span(), "assertion is always true, perhaps remove parentheses?")
	}
	if u.c.opts.Optimize > 0 {
		return
	}
	ok := u.newLabel()
	mark := u.top
	u.cond(s.Test, ok, true)
	u.top = mark
	u.span = s.Test.Span()
	u.alloc()
	w := u.alloc()
	u.emit(bytecode.Intrinsic, w, w, bytecode.IntrinsicAssertionError)
	if s.Msg != nil {
		u.expr(s.Msg, u.alloc())
		u.span = s.Test.Span()
		u.emit(bytecode.Call, w, w, 1)
	}
	u.emit(bytecode.Raise, w, 0, 0)
	u.mark(ok)
}

func (u *unit) importStmt(s *syntax.Import) {
	for _, a := range s.Names {
		mark := u.top
		r := u.allocN(2)
		u.span = s.Span()
		u.loadConst(bytecode.Const{Kind: bytecode.ConstInt}, r)
		u.loadNone(r + 1)
		u.emit(bytecode.ImportName, r, u.name(a.Name), 0)
		first, rest := cutDot(a.Name)
		if a.Asname == "" {
			u.storeName(first, r)
		} else {
			for rest != "" {
				var attr string
				attr, rest = cutDot(rest)
				u.emit(bytecode.ImportFrom, r, r, u.name(attr))
			}
			u.storeName(a.Asname, r)
		}
		u.top = mark
	}
}

// cutDot splits a dotted name after its first part.
func cutDot(s string) (first, rest string) {
	for i := range len(s) {
		if s[i] == '.' {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

func (u *unit) importFrom(s *syntax.ImportFrom) {
	u.span = s.Span()
	r := u.allocN(2)
	u.loadConst(bytecode.Const{Kind: bytecode.ConstInt, Int: int64(s.Level)}, r)
	list := bytecode.Const{Kind: bytecode.ConstTuple}
	for _, a := range s.Names {
		list.Items = append(list.Items, bytecode.Const{Kind: bytecode.ConstStr, Str: a.Name})
	}
	u.loadConst(list, r+1)
	u.emit(bytecode.ImportName, r, u.name(s.Module), 0)
	for _, a := range s.Names {
		if a.Name == "*" {
			u.emit(bytecode.ImportStar, r, 0, 0)
			return
		}
		name := a.Asname
		if name == "" {
			name = a.Name
		}
		mark := u.top
		t := u.alloc()
		u.emit(bytecode.ImportFrom, t, r, u.name(a.Name))
		u.storeName(name, t)
		u.top = mark
	}
}
