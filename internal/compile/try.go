package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// try compiles a try statement. Nothing happens when the body is entered: a
// handler in the code's table covers it. The handler's code lies behind the rest
// of the function. The finally body is compiled once for every way out.
func (u *unit) try(s *syntax.Try) {
	if len(s.Finalbody) == 0 {
		u.tryExcept(s)
		return
	}
	u.tryFinally(s.Finalbody, s.Span(), func() {
		if len(s.Handlers) > 0 {
			u.tryExcept(s)
		} else {
			u.stmts(s.Body)
		}
	})
}

func (u *unit) tryFinally(final []syntax.Stmt, span syntax.Span, body func()) {
	end := u.newLabel()
	mark := u.top
	exc := u.alloc()
	u.pushBlock(block{kind: blockFinally, span: span, final: final})
	h := u.beginHandler(exc)
	body()
	u.popBlock()
	u.endHandler(h)
	u.top = mark
	u.stmts(final)
	u.jump(bytecode.Jump, 0, 0, end)

	u.top = mark + 1
	u.pushBlock(block{kind: blockFinallyEnd, span: span, reg: exc})
	u.enterHandler(h)
	u.stmts(final)
	u.popBlock()
	u.emit(bytecode.Reraise, exc, 0, 0)
	u.leaveHandler()
	u.mark(end)
	u.top = mark
}

func (u *unit) tryExcept(s *syntax.Try) {
	end := u.newLabel()
	mark := u.top
	exc := u.alloc()
	u.pushBlock(block{kind: blockTry, span: s.Span()})
	h := u.beginHandler(exc)
	u.stmts(s.Body)
	u.popBlock()
	u.endHandler(h)
	u.stmts(s.Orelse)
	u.jump(bytecode.Jump, 0, 0, end)

	u.pushBlock(block{kind: blockHandler, span: s.Span(), reg: exc})
	u.enterHandler(h)
	for i, c := range s.Handlers {
		if c.Type == nil && i < len(s.Handlers)-1 {
			u.fail(c.Span(), "default 'except:' must be last")
		}
		next := u.newLabel()
		if c.Type != nil {
			m := u.top
			t := u.expr(c.Type, -1)
			u.top = m
			u.span = c.Type.Span()
			u.jump(bytecode.JumpIfNotExcMatch, exc, t, next)
		}
		u.exceptBody(c, exc)
		u.emit(bytecode.Unbind, exc, 1, 0)
		u.jump(bytecode.Jump, 0, 0, end)
		u.mark(next)
	}
	u.popBlock()
	u.span = s.Span()
	u.emit(bytecode.Reraise, exc, 0, 0)
	u.leaveHandler()
	u.mark(end)
	u.top = mark
}

// exceptBody compiles the body of an except clause for the exception in exc.
func (u *unit) exceptBody(c *syntax.ExceptHandler, exc int) {
	if c.Name == "" {
		u.pushBlock(block{kind: blockCleanup, span: c.Span(), reg: exc})
		u.stmts(c.Body)
		u.popBlock()
		return
	}
	u.span = c.Span()
	u.storeName(c.Name, exc)
	mark := u.top
	exc2 := u.alloc()
	u.pushBlock(block{kind: blockCleanup, span: c.Span(), name: c.Name, reg: exc})
	h := u.beginHandler(exc2)
	u.stmts(c.Body)
	u.popBlock()
	u.endHandler(h)
	u.unbindName(c.Name)
	over := u.newLabel()
	u.jump(bytecode.Jump, 0, 0, over)
	u.enterHandler(h)
	u.unbindName(c.Name)
	u.emit(bytecode.Reraise, exc2, 0, 0)
	u.leaveHandler()
	u.mark(over)
	u.top = mark
}

// tryStar compiles try … except* (PEP 654).
func (u *unit) tryStar(s *syntax.TryStar) {
	if len(s.Finalbody) == 0 {
		u.tryExceptStar(s)
		return
	}
	u.tryFinally(s.Finalbody, s.Span(), func() {
		if len(s.Handlers) > 0 {
			u.tryExceptStar(s)
		} else {
			u.stmts(s.Body)
		}
	})
}

func (u *unit) tryExceptStar(s *syntax.TryStar) {
	end := u.newLabel()
	mark := u.top
	exc := u.alloc()
	u.pushBlock(block{kind: blockTry, span: s.Span()})
	h := u.beginHandler(exc)
	u.stmts(s.Body)
	u.popBlock()
	u.endHandler(h)
	u.stmts(s.Orelse)
	u.jump(bytecode.Jump, 0, 0, end)

	u.pushBlock(block{kind: blockStar, span: s.Span(), reg: exc})
	u.enterHandler(h)
	u.span = s.Span()
	list, rest := u.alloc(), u.alloc()
	match := u.allocN(2)
	u.emit(bytecode.BuildList, list, list, 0)
	u.move(rest, exc)
	for _, c := range s.Handlers {
		next := u.newLabel()
		inner := u.top
		t := u.expr(c.Type, -1)
		u.top = inner
		u.span = c.Type.Span()
		u.emit(bytecode.StarMatch, match, rest, t)
		u.move(rest, match+1)
		u.jump(bytecode.JumpIfNone, match, 0, next)
		u.starBody(c, match, list)
		u.mark(next)
	}
	u.popBlock()
	u.span = s.Span()
	u.emit(bytecode.ListAppend, list, rest, 0)
	raise := u.newLabel()
	u.emit(bytecode.StarReraise, list, exc, list)
	u.jump(bytecode.JumpIfNotNone, list, 0, raise)
	u.emit(bytecode.Unbind, exc, 1, 0)
	u.jump(bytecode.Jump, 0, 0, end)
	u.mark(raise)
	u.emit(bytecode.Reraise, list, 0, 0)
	u.leaveHandler()
	u.mark(end)
	u.top = mark
}

// starBody compiles the body of an except* clause. What it raises goes to list.
func (u *unit) starBody(c *syntax.ExceptHandler, match, list int) {
	u.span = c.Span()
	mark := u.top
	exc2 := u.alloc()
	over := u.newLabel()
	u.beginRegion(match)
	if c.Name != "" {
		u.storeName(c.Name, match)
	}
	u.pushBlock(block{kind: blockStar, span: c.Span(), reg: match})
	h := u.beginHandler(exc2)
	u.stmts(c.Body)
	u.popBlock()
	u.endHandler(h)
	u.unbindName(c.Name)
	u.jump(bytecode.Jump, 0, 0, over)
	u.enterHandler(h)
	u.unbindName(c.Name)
	u.emit(bytecode.ListAppend, list, exc2, 0)
	u.jump(bytecode.Jump, 0, 0, over)
	u.leaveHandler()
	u.endRegion()
	u.mark(over)
	u.top = mark
}

// with compiles a with statement; each item holds the following ones.
func (u *unit) with(items []*syntax.WithItem, body []syntax.Stmt, span syntax.Span, async bool) {
	if len(items) == 0 {
		u.stmts(body)
		return
	}
	item := items[0]
	at := item.ContextExpr.Span()
	mark := u.top
	enterOp, exitOp, kind := bytecode.SpecialEnter, bytecode.SpecialExit, blockWith
	if async {
		enterOp, exitOp, kind = bytecode.SpecialAEnter, bytecode.SpecialAExit, blockAsyncWith
	}
	exit := u.alloc()
	exc := u.alloc()
	w := u.alloc() // exc is the scratch register of this window
	u.expr(item.ContextExpr, exit)
	u.span = at
	u.emit(bytecode.LoadSpecial, w, exit, enterOp)
	u.emit(bytecode.LoadSpecial, exit, exit, exitOp)
	u.emit(bytecode.Call, w, w, 0)
	if async {
		u.emit(bytecode.GetAwaitable, w, w, 1)
		u.emit(bytecode.YieldFrom, w, w, 0)
	}
	u.pushBlock(block{kind: kind, span: at, reg: exit})
	h := u.beginHandler(exc)
	if item.OptionalVars != nil {
		u.assign(item.OptionalVars, w)
	}
	u.top = w
	u.with(items[1:], body, span, async)
	u.popBlock()
	u.endHandler(h)
	end := u.newLabel()
	u.span = at
	u.exitNormally(exit, async)
	u.jump(bytecode.Jump, 0, 0, end)

	u.enterHandler(h)
	u.top = exc + 1
	u.alloc()
	w = u.alloc()
	args := u.allocN(3)
	u.span = at
	u.move(w, exit)
	u.emit(bytecode.ExcTriple, args, exc, 0)
	u.emit(bytecode.Call, w, w, 3)
	if async {
		u.emit(bytecode.GetAwaitable, w, w, 2)
		u.emit(bytecode.YieldFrom, w, w, 0)
	}
	suppressed := u.newLabel()
	u.jump(bytecode.JumpIfTrue, w, 0, suppressed)
	u.emit(bytecode.Reraise, exc, 0, 0)
	u.mark(suppressed)
	u.emit(bytecode.Unbind, exc, 1, 0)
	u.jump(bytecode.Jump, 0, 0, end)
	u.leaveHandler()
	u.mark(end)
	u.top = mark
}

// exitNormally calls __exit__(None, None, None), which is in register exit.
func (u *unit) exitNormally(exit int, async bool) {
	mark := u.top
	u.alloc()
	w := u.alloc()
	u.move(w, exit)
	for range 3 {
		u.loadNone(u.alloc())
	}
	u.emit(bytecode.Call, w, w, 3)
	if async {
		u.emit(bytecode.GetAwaitable, w, w, 2)
		u.emit(bytecode.YieldFrom, w, w, 0)
	}
	u.top = mark
}
