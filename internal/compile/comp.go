package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// comprehension evaluates a comprehension in place, or makes and starts the
// function of a generator expression.
func (u *unit) comprehension(e syntax.Expr, want int) int {
	switch e := e.(type) {
	case *syntax.ListComp:
		return u.inlineComp(e, e.Generators, bytecode.BuildList, want, func(acc int) {
			r := u.expr(e.Elt, -1)
			u.span = e.Elt.Span()
			u.emit(bytecode.ListAppend, acc, r, 0)
		})
	case *syntax.SetComp:
		return u.inlineComp(e, e.Generators, bytecode.BuildSet, want, func(acc int) {
			r := u.expr(e.Elt, -1)
			u.span = e.Elt.Span()
			u.emit(bytecode.SetAdd, acc, r, 0)
		})
	case *syntax.DictComp:
		return u.inlineComp(e, e.Generators, bytecode.BuildDict, want, func(acc int) {
			k := u.operand(e.Key, e.Value)
			v := u.expr(e.Value, -1)
			u.span = e.Key.Span()
			u.span.EndLine, u.span.EndCol = e.Value.Span().EndLine, e.Value.Span().EndCol
			u.emit(bytecode.DictSet, acc, k, v)
		})
	}
	return u.generator(e.(*syntax.GeneratorExp), want)
}

// inlineComp compiles a comprehension into the code around it (PEP 709). Its
// variables have registers of their own. item adds an item to the result in acc.
func (u *unit) inlineComp(e syntax.Expr, gens []*syntax.Comprehension, build bytecode.Op, want int, item func(acc int)) int {
	s := u.c.scopes[scopeKey{e, subBody}]
	if s.coroutine && !u.async() && u.scope.comp != compGen {
		u.fail(e.Span(), "asynchronous comprehension outside of an asynchronous function")
	}
	acc := u.temp(want)
	mark := u.top
	// The first iterable belongs to the scope around.
	it := u.allocN(3)
	u.iterable(gens[0], it)
	u.span = e.Span()
	u.enterComp(s)
	var h *handler
	if u.scope.usesLocals {
		// locals() must not see the variables afterwards, exception or not.
		h = u.beginHandler(u.alloc())
	}
	if g := gens[0]; len(gens) == 1 && len(g.Ifs) == 0 && !g.IsAsync {
		kind := 0
		switch build {
		case bytecode.BuildSet:
			kind = 1
		case bytecode.BuildDict:
			kind = 2
		}
		u.emit(bytecode.BuildFor, acc, it, kind)
	} else {
		u.emit(build, acc, acc, 0)
	}
	u.generators(e, gens, 0, it, func() { item(acc) })
	u.span = e.Span()
	if h != nil {
		u.endHandler(h)
		end := u.newLabel()
		u.unbindComp(s)
		u.jump(bytecode.Jump, 0, 0, end)
		u.enterHandler(h)
		u.unbindComp(s)
		u.emit(bytecode.Reraise, h.reg, 0, 0)
		u.leaveHandler()
		u.mark(end)
	}
	u.comps = u.comps[:len(u.comps)-1]
	u.top = mark
	return u.finish(acc, want)
}

// iterable starts the iteration of a for clause with the state at it.
func (u *unit) iterable(g *syntax.Comprehension, it int) {
	mark := u.top
	r := u.expr(g.Iter, -1)
	u.top = mark
	u.span = g.Iter.Span()
	if g.IsAsync {
		u.emit(bytecode.GetAIter, it, r, 0)
	} else {
		u.emit(bytecode.GetIter, it, r, 0)
	}
}

// enterComp makes the variables of an inlined comprehension visible.
func (u *unit) enterComp(s *scope) {
	depth := 0
	for p := s.parent; p.inlined(); p = p.parent {
		depth++
	}
	f := &compFrame{scope: s, regs: make(map[string]int)}
	for _, y := range s.order {
		if y.res != resLocal && y.res != resCell {
			continue
		}
		r := u.compReg[compVar{y.name, depth}]
		f.regs[y.name] = r
		if y.res == resCell {
			u.emit(bytecode.Unbind, r, 1, 0)
			u.emit(bytecode.MakeCell, r, 0, 0)
		} else {
			u.emit(opKill, r, 0, 0)
		}
	}
	u.comps = append(u.comps, f)
}

// unbindComp unbinds the variables of the innermost comprehension.
func (u *unit) unbindComp(s *scope) {
	f := u.comps[len(u.comps)-1]
	for _, y := range s.order {
		if r, ok := f.regs[y.name]; ok {
			u.emit(bytecode.Unbind, r, 1, 0)
		}
	}
}

// generators compiles the for clauses from number i on; the iteration of the
// first one has been started with the state at it.
func (u *unit) generators(e syntax.Expr, gens []*syntax.Comprehension, i, it int, item func()) {
	g := gens[i]
	inner := func(next label) {
		mark := u.top
		for _, c := range g.Ifs {
			u.cond(c, next, false)
			u.top = mark
		}
		if i+1 < len(gens) {
			if u.singleton(gens, i+1, e, item) {
				u.top = mark
				return
			}
			it := u.allocN(3)
			u.iterable(gens[i+1], it)
			u.generators(e, gens, i+1, it, item)
		} else {
			item()
		}
		u.top = mark
	}
	if g.IsAsync {
		u.pushBlock(block{kind: blockComp, span: e.Span()})
		u.asyncLoop(it, g.Target, g.Iter.Span(), e.Span(), func(next label) { inner(next) })
		u.popBlock()
		return
	}
	u.loop(it, g.Target, g.Iter.Span(), func(next label) { inner(next) }, nil)
}

// singleton compiles `for x in [value]` as an assignment, as CPython does.
func (u *unit) singleton(gens []*syntax.Comprehension, i int, e syntax.Expr, item func()) bool {
	g := gens[i]
	if g.IsAsync || i == 0 {
		return false
	}
	var elts []syntax.Expr
	switch x := g.Iter.(type) {
	case *syntax.List:
		elts = x.Elts
	case *syntax.Tuple:
		elts = x.Elts
	}
	if len(elts) != 1 || hasStarred(elts) {
		return false
	}
	mark := u.top
	next := u.newLabel()
	u.assignTo(g.Target, elts[0])
	for _, c := range g.Ifs {
		u.cond(c, next, false)
		u.top = mark
	}
	if i+1 < len(gens) {
		if !u.singleton(gens, i+1, e, item) {
			it := u.allocN(3)
			u.iterable(gens[i+1], it)
			u.generators(e, gens, i+1, it, item)
		}
	} else {
		item()
	}
	u.mark(next)
	u.top = mark
	return true
}

// loop emits a for loop over the iteration state at it. body is given the label
// of the next turn; orelse, if not nil, runs at the end.
func (u *unit) loop(it int, target syntax.Expr, span syntax.Span, body func(next label), orelse func()) {
	start, next := u.newLabel(), u.newLabel()
	u.span = span
	u.jump(bytecode.Jump, 0, 0, next)
	u.mark(start)
	mark := u.top
	r, direct := u.local(target)
	if !direct {
		r = u.alloc()
		u.assign(target, r)
	}
	body(next)
	u.top = mark
	u.mark(next)
	u.span = span
	u.jump(bytecode.ForIter, r, it, start)
	if orelse != nil {
		orelse()
	}
}

// asyncLoop emits an async for loop over the asynchronous iterator in it.
func (u *unit) asyncLoop(it int, target syntax.Expr, iterSpan, span syntax.Span, body func(next label)) {
	next, end := u.newLabel(), u.newLabel()
	mark := u.top
	exc := u.alloc()
	u.mark(next)
	h := u.beginHandler(exc)
	u.span = iterSpan
	t := u.alloc()
	u.emit(bytecode.GetANext, t, it, 0)
	u.emit(bytecode.YieldFrom, t, t, 0)
	u.endHandler(h)
	u.assign(target, t)
	u.top = t
	body(next)
	u.span = span
	u.jump(bytecode.Jump, 0, 0, next)
	u.enterHandler(h)
	u.span = iterSpan
	u.emit(bytecode.EndAsyncFor, exc, 0, 0)
	u.jump(bytecode.Jump, 0, 0, end)
	u.leaveHandler()
	u.mark(end)
	u.top = mark
}

// generator makes the generator of a generator expression.
func (u *unit) generator(e *syntax.GeneratorExp, want int) int {
	first := e.Generators[0]
	mark := u.top
	w := u.window(want)
	arg := u.alloc()
	s := u.c.scopes[scopeKey{e, subBody}]
	v := u.c.newUnit(u, s, "<genexpr>", e.Span())
	v.code.ArgCount = 1
	v.generatorBody(e)
	u.span = e.Span()
	u.emit(bytecode.MakeFunction, w, u.child(v.assemble()), 0)
	r := u.expr(first.Iter, -1)
	u.span = first.Iter.Span()
	if first.IsAsync {
		u.emit(bytecode.GetAIter, arg, r, 0)
	} else {
		u.emit(bytecode.Intrinsic, arg, r, bytecode.IntrinsicGenIter)
	}
	u.top = mark
	dst := u.dest(want)
	u.span = e.Span()
	u.emit(bytecode.Call, dst, w, 1)
	return dst
}

// generatorBody compiles the function of a generator expression; register 0 has
// the first iterable.
func (u *unit) generatorBody(e *syntax.GeneratorExp) {
	u.span = e.Span()
	it := u.allocN(3)
	if e.Generators[0].IsAsync {
		u.move(it, 0)
	} else {
		u.emit(bytecode.GetIter, it, 0, 0)
	}
	u.generators(e, e.Generators, 0, it, func() {
		mark := u.top
		r := u.expr(e.Elt, -1)
		u.top = mark
		t := u.alloc()
		u.span = e.Elt.Span()
		u.emit(bytecode.Yield, t, r, 0)
		u.top = mark
	})
	u.span = e.Span()
	u.emit(bytecode.ReturnNone, 0, 0, 0)
}
