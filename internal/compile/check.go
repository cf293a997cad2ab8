package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// The SyntaxWarnings of CPython's compiler.

// typeOf returns the name of the type of e if it is known from its form.
func (u *unit) typeOf(e syntax.Expr) string {
	switch e := e.(type) {
	case *syntax.Tuple:
		return "tuple"
	case *syntax.List, *syntax.ListComp:
		return "list"
	case *syntax.Dict, *syntax.DictComp:
		return "dict"
	case *syntax.Set, *syntax.SetComp:
		return "set"
	case *syntax.GeneratorExp:
		return "generator"
	case *syntax.Lambda:
		return "function"
	case *syntax.JoinedStr, *syntax.FormattedValue:
		return "str"
	case *syntax.Constant:
		return typeName(literal(e))
	}
	return ""
}

func typeName(k *bytecode.Const) string {
	switch k.Kind {
	case bytecode.ConstNone:
		return "NoneType"
	case bytecode.ConstTrue, bytecode.ConstFalse:
		return "bool"
	case bytecode.ConstEllipsis:
		return "ellipsis"
	case bytecode.ConstInt, bytecode.ConstBigInt:
		return "int"
	case bytecode.ConstFloat:
		return "float"
	case bytecode.ConstComplex:
		return "complex"
	case bytecode.ConstStr:
		return "str"
	case bytecode.ConstBytes:
		return "bytes"
	}
	return "tuple"
}

// checkCaller warns of calling something that surely is not callable.
func (u *unit) checkCaller(e syntax.Expr) {
	if u.c.opts.Warn == nil {
		return
	}
	switch e.(type) {
	case *syntax.Constant, *syntax.Tuple, *syntax.List, *syntax.ListComp, *syntax.Dict, *syntax.DictComp,
		*syntax.Set, *syntax.SetComp, *syntax.GeneratorExp, *syntax.JoinedStr, *syntax.FormattedValue:
		u.c.warn(e.Span(), "'"+u.typeOf(e)+"' object is not callable; perhaps you missed a comma?")
	}
}

// checkSubscript warns of subscripts that surely fail.
func (u *unit) checkSubscript(s *syntax.Subscript) {
	if u.c.opts.Warn == nil {
		return
	}
	switch e := s.Value.(type) {
	case *syntax.Constant:
		switch e.Kind {
		case syntax.ConstStr, syntax.ConstBytes:
		case syntax.ConstNone, syntax.ConstEllipsis, syntax.ConstTrue, syntax.ConstFalse, syntax.ConstInt,
			syntax.ConstBigInt, syntax.ConstFloat, syntax.ConstImag:
			u.c.warn(s.Span(), "'"+u.typeOf(e)+"' object is not subscriptable; perhaps you missed a comma?")
			return
		}
	case *syntax.Set, *syntax.SetComp, *syntax.GeneratorExp, *syntax.Lambda:
		u.c.warn(s.Span(), "'"+u.typeOf(e)+"' object is not subscriptable; perhaps you missed a comma?")
		return
	case *syntax.Tuple, *syntax.List, *syntax.ListComp, *syntax.JoinedStr, *syntax.FormattedValue:
	default:
		return
	}
	index := u.typeOf(s.Slice)
	switch index {
	case "", "int", "bool":
		return
	}
	u.c.warn(s.Span(), u.typeOf(s.Value)+" indices must be integers or slices, not "+index+"; perhaps you missed a comma?")
}

// checkCompare warns of `is` with a literal.
func (u *unit) checkCompare(e *syntax.Compare) {
	if u.c.opts.Warn == nil {
		return
	}
	// What is constant after folding counts, but for what there is only one of.
	plain := func(e syntax.Expr) bool {
		k := u.c.fold(e)
		if k == nil {
			return true
		}
		switch k.Kind {
		case bytecode.ConstNone, bytecode.ConstTrue, bytecode.ConstFalse, bytecode.ConstEllipsis:
			return true
		}
		return false
	}
	left := e.Left
	for i, op := range e.Ops {
		right := e.Comparators[i]
		if op == syntax.Is || op == syntax.IsNot {
			bad := left
			if plain(left) {
				bad = right
			}
			if !plain(bad) {
				word, want := "is", "=="
				if op == syntax.IsNot {
					word, want = "is not", "!="
				}
				u.c.warn(e.Span(), "\""+word+"\" with '"+typeName(u.c.fold(bad))+"' literal. Did you mean \""+want+"\"?")
			}
		}
		left = right
	}
}
