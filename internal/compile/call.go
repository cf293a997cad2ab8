package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// maxItems bounds the operands of one instruction that are kept in registers at
// the same time; longer calls and displays are built bit by bit.
const maxItems = 200

// window prepares the temporaries for a call: it returns the register of the
// callee, after one that the call may overwrite. A wanted temporary that is the
// last one serves as that.
func (u *unit) window(want int) int {
	if want >= 0 && want == u.top-1 && !u.isVar(want) {
		return u.alloc()
	}
	u.alloc()
	return u.alloc()
}

// call evaluates a call.
func (u *unit) call(e *syntax.Call, want int) int {
	u.checkKeywords(e.Keywords)
	u.checkCaller(e.Func)
	mark := u.top
	if to, ok := castOf(e.Func); ok {
		mark := u.top
		r := u.expr(e.Args[0], -1)
		u.top = mark
		dst := u.dest(want)
		u.span = e.Span()
		u.emit(to.op, dst, r, to.c)
		return dst
	}
	if x := u.micropythonConst(e); x != nil {
		return u.expr(x, want)
	}
	attr, isAttr := e.Func.(*syntax.Attribute)
	if g := fedGenerator(e); g != nil && !u.scope.unit().usesLocals && !(isAttr && u.superCall(attr.Value)) {
		if s := u.c.scopes[scopeKey{g, subFed}]; s != nil {
			return u.fed(e, g, s, want)
		}
	}
	simple := plainCall(e.Args, e.Keywords)
	if isAttr && simple && !u.superCall(attr.Value) {
		return u.callMethod(e, attr, want)
	}
	w := u.window(want)
	u.expr(e.Func, w)
	span := e.Span()
	if isAttr && simple {
		span = attrPlace(attr, span)
	}
	u.arguments(w, 0, e.Args, e.Keywords, span)
	u.top = mark
	return u.finishCall(w, 0, e.Args, e.Keywords, u.dest(want))
}

// plainCall says whether there is neither *x nor **x among the arguments and not
// too many of them.
func plainCall(args []syntax.Expr, keywords []*syntax.Keyword) bool {
	if len(args)+len(keywords) > maxItems {
		return false
	}
	for _, a := range args {
		if _, ok := a.(*syntax.Starred); ok {
			return false
		}
	}
	for _, k := range keywords {
		if k.Arg == "" {
			return false
		}
	}
	return true
}

// callMethod is a call obj.name(...).
func (u *unit) callMethod(e *syntax.Call, attr *syntax.Attribute, want int) int {
	mark := u.top
	w := u.window(want)
	u.alloc()
	u.expr(attr.Value, w+1)
	for _, a := range e.Args {
		u.expr(a, u.alloc())
	}
	for _, k := range e.Keywords {
		u.expr(k.Value, u.alloc())
	}
	u.top = mark
	dst := u.dest(want)
	u.span = attrPlace(attr, e.Span())
	if len(e.Keywords) == 0 {
		u.emit(bytecode.CallMethod, dst, w, u.site(attr.Attr, len(e.Args)))
	} else {
		s := bytecode.CallShape{Pos: int32(len(e.Args)), Names: u.keywordNames(e.Keywords)}
		s.Site = int32(u.site(attr.Attr, len(e.Args)+len(e.Keywords)))
		u.emit(bytecode.CallMethodKw, dst, w, u.shape(s))
	}
	return dst
}

func (u *unit) keywordNames(list []*syntax.Keyword) []int32 {
	names := make([]int32, len(list))
	for i, k := range list {
		names[i] = int32(u.name(k.Arg))
	}
	return names
}

// arguments evaluates arguments into the window at w, where the callee and pre
// arguments are already. The call is finishCall; span is its place.
func (u *unit) arguments(w, pre int, args []syntax.Expr, keywords []*syntax.Keyword, span syntax.Span) {
	if plainCall(args, keywords) {
		for _, a := range args {
			u.expr(a, u.alloc())
		}
		for _, k := range keywords {
			u.expr(k.Value, u.alloc())
		}
		u.span = span
		return
	}
	u.span = span
	if pre > 0 {
		// The arguments so far become the start of the list.
		u.emit(bytecode.BuildList, w+1, w+1, pre)
		u.top = w + 2
		u.extendList(w+1, args)
	} else {
		list := u.alloc()
		if r, ok := u.ownArgs(args); ok {
			u.move(list, r)
		} else if s, ok := onlyStarred(args); ok {
			u.expr(s.Value, list)
		} else if len(args) == 0 {
			u.emit(bytecode.BuildTuple, list, list, 0)
		} else {
			u.buildList(list, args)
		}
	}
	u.span = span
	dict := u.alloc()
	if len(keywords) == 0 {
		u.emit(bytecode.Unbind, dict, 1, 0)
		return
	}
	if len(keywords) == 1 && keywords[0].Arg == "" {
		if r, ok := u.ownParam(keywords[0].Value, bytecode.VarKeywords); ok {
			u.move(dict, r)
		} else {
			u.expr(keywords[0].Value, dict) // see finishCall
			u.span = span
		}
		return
	}
	u.emit(bytecode.BuildDict, dict, dict, 0)
	mark := u.top
	for i := 0; i < len(keywords); {
		k := keywords[i]
		if k.Arg == "" {
			r := u.expr(k.Value, -1)
			u.span = span
			u.emit(bytecode.DictMerge, dict, r, w)
			u.top = mark
			i++
			continue
		}
		// Names that follow ** may repeat one of its keys.
		merge := i > 0
		into := dict
		if merge {
			into = u.alloc()
			u.emit(bytecode.BuildDict, into, into, 0)
		}
		inner := u.top
		for ; i < len(keywords) && keywords[i].Arg != ""; i++ {
			key := u.alloc()
			u.loadStr(keywords[i].Arg, key)
			v := u.expr(keywords[i].Value, -1)
			u.span = span
			u.emit(bytecode.DictSet, into, key, v)
			u.top = inner
		}
		if merge {
			u.emit(bytecode.DictMerge, dict, into, w)
		}
		u.top = mark
	}
	u.span = span
}

// ownArgs returns the register of the function's own *args if that is all there
// is among the arguments and it has not been rebound: it needs no copy.
func (u *unit) ownArgs(args []syntax.Expr) (int, bool) {
	s, ok := onlyStarred(args)
	if !ok {
		return 0, false
	}
	return u.ownParam(s.Value, bytecode.VarArgs)
}

// onlyStarred returns the one argument *x, which CallEx iterates over itself.
func onlyStarred(args []syntax.Expr) (*syntax.Starred, bool) {
	if len(args) != 1 {
		return nil, false
	}
	s, ok := args[0].(*syntax.Starred)
	return s, ok
}

func (u *unit) ownParam(e syntax.Expr, flag bytecode.Flags) (int, bool) {
	r, ok := u.local(e)
	if !ok || u.code.Flags&flag == 0 || u.regs[u.mangle(e.(*syntax.Name).ID)] != r {
		return 0, false
	}
	i := int(u.code.ArgCount + u.code.KwOnly)
	if flag == bytecode.VarKeywords && u.code.Flags&bytecode.VarArgs != 0 {
		i++
	}
	return r, r == i && u.scope.flags(u.scope.params[i])&symLocal == 0
}

// finishCall emits the call whose arguments have been evaluated.
func (u *unit) finishCall(w, pre int, args []syntax.Expr, keywords []*syntax.Keyword, dst int) int {
	switch {
	case !plainCall(args, keywords):
		how := 0
		if len(keywords) == 1 && keywords[0].Arg == "" {
			how = 1 // the mapping itself is there
		}
		u.emit(bytecode.CallEx, dst, w, how)
	case len(keywords) > 0:
		s := bytecode.CallShape{Pos: int32(pre + len(args)), Names: u.keywordNames(keywords), Site: -1}
		u.emit(bytecode.CallKw, dst, w, u.shape(s))
	default:
		u.emit(bytecode.Call, dst, w, pre+len(args))
	}
	return dst
}

// buildList makes a list of expressions, some of which may be starred, in register list.
func (u *unit) buildList(list int, elts []syntax.Expr) {
	n := 0
	for n < len(elts) && n < maxItems && !isStarred(elts[n]) {
		n++
	}
	span := u.span
	mark := u.top
	if n > 0 {
		r := u.items(elts[:n])
		u.span = span
		u.emit(bytecode.BuildList, list, r, n)
	} else {
		n = 1
		r := u.expr(elts[0].(*syntax.Starred).Value, -1)
		u.span = span
		u.emit(bytecode.ListExtend, list, r, bytecode.ExtendNew|extendRoom(elts[1:]))
	}
	u.top = mark
	u.extendList(list, elts[n:])
}

// extendRoom is for C of ListExtend and DictUpdate: what follows, where a starred
// expression (or nil, in a dict) stands for some items.
func extendRoom(elts []syntax.Expr) int {
	n := len(elts)
	for _, x := range elts {
		if x == nil {
			n++
		} else if isStarred(x) {
			n += 3
		}
	}
	return min(n, maxItems) << bytecode.ExtendRoom
}

func isStarred(x syntax.Expr) bool {
	_, ok := x.(*syntax.Starred)
	return ok
}

// extendList appends expressions, perhaps starred, to the fresh list in register list.
func (u *unit) extendList(list int, elts []syntax.Expr) {
	span := u.span
	mark := u.top
	for _, x := range elts {
		if s, ok := x.(*syntax.Starred); ok {
			r := u.expr(s.Value, -1)
			u.span = span
			u.emit(bytecode.ListExtend, list, r, 0)
		} else {
			r := u.expr(x, -1)
			u.span = span
			u.emit(bytecode.ListAppend, list, r, 0)
		}
		u.top = mark
	}
}

// checkKeywords refuses a keyword that occurs twice.
func (u *unit) checkKeywords(list []*syntax.Keyword) {
	if len(list) < 2 {
		return
	}
	seen := make(map[string]bool, len(list))
	for _, k := range list {
		if k.Arg == "" {
			continue
		}
		if seen[k.Arg] {
			u.fail(k.Span(), "keyword argument repeated: "+k.Arg)
		}
		seen[k.Arg] = true
	}
}
