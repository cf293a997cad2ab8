package compile

import (
	"slices"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

func hasStarred(elts []syntax.Expr) bool {
	return slices.ContainsFunc(elts, isStarred)
}

// items evaluates expressions into neighbouring temporaries and returns the
// first.
func (u *unit) items(elts []syntax.Expr) int {
	r := u.top
	for _, x := range elts {
		u.expr(x, u.alloc())
	}
	return r
}

func (u *unit) list(e *syntax.List, want int) int {
	n := len(e.Elts)
	if n <= maxItems && !hasStarred(e.Elts) {
		if n >= 4 {
			if k := u.c.foldItems(e.Elts, bytecode.ConstTuple); k != nil {
				acc := u.temp(want)
				mark := u.top
				u.span = e.Span()
				u.emit(bytecode.ListExtend, acc, u.loadConst(*k, -1), bytecode.ExtendNew)
				u.top = mark
				return u.finish(acc, want)
			}
		}
		mark := u.top
		r := u.items(e.Elts)
		u.top = mark
		dst := u.dest(want)
		u.span = e.Span()
		if n == 0 {
			r = dst
		}
		u.emit(bytecode.BuildList, dst, r, n)
		return dst
	}
	acc := u.temp(want)
	u.longList(acc, e.Elts, e.Span())
	return u.finish(acc, want)
}

// longList builds a list that has starred items or is long.
func (u *unit) longList(acc int, elts []syntax.Expr, span syntax.Span) {
	u.span = span
	u.buildList(acc, elts)
}

func (u *unit) tuple(e *syntax.Tuple, want int) int {
	n := len(e.Elts)
	if n <= maxItems && !hasStarred(e.Elts) {
		mark := u.top
		r := u.items(e.Elts)
		u.top = mark
		dst := u.dest(want)
		u.span = e.Span()
		u.emit(bytecode.BuildTuple, dst, r, n)
		return dst
	}
	acc := u.temp(want)
	u.longList(acc, e.Elts, e.Span())
	dst := acc
	if want >= 0 {
		dst = want
	}
	u.emit(bytecode.ListToTuple, dst, acc, 0)
	return dst
}

func (u *unit) set(e *syntax.Set, want int) int {
	if len(e.Elts) <= maxItems && !hasStarred(e.Elts) {
		mark := u.top
		r := u.items(e.Elts)
		u.top = mark
		dst := u.dest(want)
		u.span = e.Span()
		u.emit(bytecode.BuildSet, dst, r, len(e.Elts))
		return dst
	}
	acc := u.temp(want)
	mark := u.top
	u.span = e.Span()
	u.emit(bytecode.BuildSet, acc, acc, 0)
	for _, x := range e.Elts {
		op := bytecode.SetAdd
		if s, ok := x.(*syntax.Starred); ok {
			op, x = bytecode.SetUpdate, s.Value
		}
		r := u.expr(x, -1)
		u.span = e.Span()
		u.emit(op, acc, r, 0)
		u.top = mark
	}
	return u.finish(acc, want)
}

func (u *unit) dict(e *syntax.Dict, want int) int {
	simple := 2*len(e.Keys) <= maxItems
	for _, k := range e.Keys {
		if k == nil {
			simple = false
		}
	}
	if simple {
		mark := u.top
		r := u.top
		for i, k := range e.Keys {
			u.expr(k, u.alloc())
			u.expr(e.Values[i], u.alloc())
		}
		u.top = mark
		dst := u.dest(want)
		if len(e.Keys) == 0 {
			r = dst
		}
		u.span = e.Span()
		u.emit(bytecode.BuildDict, dst, r, len(e.Keys))
		return dst
	}
	acc := u.temp(want)
	mark := u.top
	u.span = e.Span()
	how := bytecode.ExtendNew | extendRoom(e.Keys[1:])
	if e.Keys[0] != nil {
		u.emit(bytecode.BuildDict, acc, acc, 0)
		how = 0
	}
	for i, k := range e.Keys {
		if k == nil {
			r := u.expr(e.Values[i], -1)
			u.span = e.Span()
			u.emit(bytecode.DictUpdate, acc, r, how)
			how = 0
		} else {
			kr := u.operand(k, e.Values[i])
			v := u.expr(e.Values[i], -1)
			u.span = e.Span()
			u.emit(bytecode.DictSet, acc, kr, v)
		}
		u.top = mark
	}
	return u.finish(acc, want)
}

// joinedStr evaluates an f-string.
func (u *unit) joinedStr(e *syntax.JoinedStr, want int) int {
	switch len(e.Values) {
	case 0:
		u.span = e.Span()
		return u.loadStr("", want)
	case 1:
		return u.expr(e.Values[0], want)
	}
	mark := u.top
	r := u.top
	n := 0
	for _, v := range e.Values {
		if n == maxItems {
			// What is there becomes one string.
			u.span = e.Span()
			u.emit(bytecode.BuildString, r, r, n)
			u.top, n = r+1, 1
		}
		u.expr(v, u.alloc())
		n++
	}
	u.top = mark
	dst := u.dest(want)
	u.span = e.Span()
	u.emit(bytecode.BuildString, dst, r, n)
	return dst
}

func conversion(c int) int {
	switch c {
	case 's':
		return 1
	case 'r':
		return 2
	case 'a':
		return 3
	}
	return 0
}

func (u *unit) formattedValue(e *syntax.FormattedValue, want int) int {
	mark := u.top
	how := conversion(e.Conversion)
	var r int
	if s, ok := e.FormatSpec.(*syntax.JoinedStr); ok && len(s.Values) > 0 {
		r = u.allocN(2)
		u.expr(e.Value, r)
		u.expr(s, r+1)
		how |= 4
	} else {
		r = u.expr(e.Value, -1)
	}
	u.top = mark
	dst := u.dest(want)
	u.span = e.Span()
	u.emit(bytecode.FormatValue, dst, r, how)
	return dst
}

// templateStr evaluates a t-string (PEP 750).
func (u *unit) templateStr(e *syntax.TemplateStr, want int) int {
	acc := u.temp(want)
	mark := u.top
	u.span = e.Span()
	u.emit(bytecode.BuildList, acc, acc, 0)
	for _, v := range e.Values {
		var r int
		if i, ok := v.(*syntax.Interpolation); ok {
			r = u.interpolation(i)
		} else {
			r = u.expr(v, -1)
		}
		u.span = e.Span()
		u.emit(bytecode.ListAppend, acc, r, 0)
		u.top = mark
	}
	u.emit(bytecode.ListToTuple, acc, acc, 0)
	dst := acc
	if want >= 0 {
		dst = want
	}
	u.emit(bytecode.Intrinsic, dst, acc, bytecode.IntrinsicTemplate)
	return dst
}

func (u *unit) interpolation(e *syntax.Interpolation) int {
	r := u.allocN(4)
	u.expr(e.Value, r)
	u.span = e.Span()
	u.loadStr(e.Str, r+1)
	if e.Conversion > 0 {
		u.loadStr(string(rune(e.Conversion)), r+2)
	} else {
		u.loadNone(r + 2)
	}
	if s, ok := e.FormatSpec.(*syntax.JoinedStr); ok {
		u.expr(s, r+3)
	} else {
		u.loadStr("", r+3)
	}
	u.span = e.Span()
	u.emit(bytecode.Intrinsic, r, r, bytecode.IntrinsicInterpolation)
	return r
}
