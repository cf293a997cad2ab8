package compile

import (
	"strings"

	"github.com/woma-lang/woma/internal/syntax"
)

// unparse returns the source of an annotation as CPython's ast_unparse.c writes
// it.
func unparse(e syntax.Expr) string {
	p := &unparser{}
	p.expr(e, precTuple+1)
	return p.String()
}

// Levels of precedence.
const (
	precTuple = iota
	precNamed
	precTest // if else, lambda
	precOr
	precAnd
	precNot
	precCmp
	precBor
	precBxor
	precBand
	precShift
	precArith
	precTerm
	precFactor
	precPower
	precAwait
	precAtom
)

type unparser struct{ strings.Builder }

// paren writes f in parentheses if the level asked for is above that of the form.
func (p *unparser) paren(level, own int, f func()) {
	if level > own {
		p.WriteByte('(')
		f()
		p.WriteByte(')')
		return
	}
	f()
}

func (p *unparser) list(elts []syntax.Expr) {
	for i, x := range elts {
		if i > 0 {
			p.WriteString(", ")
		}
		p.expr(x, precTest)
	}
}

var binPrec = [...]int{
	syntax.Add: precArith, syntax.Sub: precArith, syntax.Mult: precTerm, syntax.MatMult: precTerm, syntax.Div: precTerm,
	syntax.Mod: precTerm, syntax.FloorDiv: precTerm, syntax.LShift: precShift, syntax.RShift: precShift,
	syntax.BitOr: precBor, syntax.BitXor: precBxor, syntax.BitAnd: precBand, syntax.Pow: precPower,
}

var cmpText = [...]string{
	syntax.Eq: " == ", syntax.NotEq: " != ", syntax.Lt: " < ", syntax.LtE: " <= ", syntax.Gt: " > ", syntax.GtE: " >= ",
	syntax.Is: " is ", syntax.IsNot: " is not ", syntax.In: " in ", syntax.NotIn: " not in ",
}

func (p *unparser) expr(e syntax.Expr, level int) {
	switch e := e.(type) {
	case *syntax.BoolOp:
		own, word := precAnd, " and "
		if e.Op == syntax.Or {
			own, word = precOr, " or "
		}
		p.paren(level, own, func() {
			for i, v := range e.Values {
				if i > 0 {
					p.WriteString(word)
				}
				p.expr(v, own+1)
			}
		})
	case *syntax.NamedExpr:
		p.paren(level, precNamed, func() {
			p.expr(e.Target, precAtom)
			p.WriteString(" := ")
			p.expr(e.Value, precAtom)
		})
	case *syntax.BinOp:
		own := binPrec[e.Op]
		left, right := own, own+1
		if e.Op == syntax.Pow {
			left, right = own+1, own
		}
		p.paren(level, own, func() {
			p.expr(e.Left, left)
			p.WriteString(" " + e.Op.Symbol() + " ")
			p.expr(e.Right, right)
		})
	case *syntax.UnaryOp:
		own, text := precFactor, "-"
		switch e.Op {
		case syntax.Not:
			own, text = precNot, "not "
		case syntax.UAdd:
			text = "+"
		case syntax.Invert:
			text = "~"
		}
		p.paren(level, own, func() {
			p.WriteString(text)
			p.expr(e.Operand, own)
		})
	case *syntax.Lambda:
		p.paren(level, precTest, func() {
			p.WriteString("lambda")
			if len(e.Args.Posonlyargs)+len(e.Args.Args) > 0 { // CPython writes no space before *
				p.WriteByte(' ')
			}
			p.arguments(e.Args)
			p.WriteString(": ")
			p.expr(e.Body, precTest)
		})
	case *syntax.IfExp:
		p.paren(level, precTest, func() {
			p.expr(e.Body, precTest+1)
			p.WriteString(" if ")
			p.expr(e.Test, precTest+1)
			p.WriteString(" else ")
			p.expr(e.Orelse, precTest)
		})
	case *syntax.Dict:
		p.WriteByte('{')
		for i, k := range e.Keys {
			if i > 0 {
				p.WriteString(", ")
			}
			if k == nil {
				p.WriteString("**")
				p.expr(e.Values[i], precBor)
				continue
			}
			p.expr(k, precTest)
			p.WriteString(": ")
			p.expr(e.Values[i], precTest)
		}
		p.WriteByte('}')
	case *syntax.Set:
		p.WriteByte('{')
		p.list(e.Elts)
		p.WriteByte('}')
	case *syntax.ListComp:
		p.comp('[', e.Elt, nil, e.Generators, ']')
	case *syntax.SetComp:
		p.comp('{', e.Elt, nil, e.Generators, '}')
	case *syntax.GeneratorExp:
		p.comp('(', e.Elt, nil, e.Generators, ')')
	case *syntax.DictComp:
		p.comp('{', e.Key, e.Value, e.Generators, '}')
	case *syntax.Await:
		p.paren(level, precAwait, func() {
			p.WriteString("await ")
			p.expr(e.Value, precAtom)
		})
	case *syntax.Yield:
		p.WriteString("(yield")
		if e.Value != nil {
			p.WriteByte(' ')
			p.expr(e.Value, precTuple)
		}
		p.WriteByte(')')
	case *syntax.YieldFrom:
		p.WriteString("(yield from ")
		p.expr(e.Value, precTest)
		p.WriteByte(')')
	case *syntax.Compare:
		p.paren(level, precCmp, func() {
			p.expr(e.Left, precCmp+1)
			for i, op := range e.Ops {
				p.WriteString(cmpText[op])
				p.expr(e.Comparators[i], precCmp+1)
			}
		})
	case *syntax.Call:
		p.call(e)
	case *syntax.JoinedStr:
		var b strings.Builder
		joined(&b, e.Values, false)
		p.WriteString("f" + strRepr(b.String()))
	case *syntax.FormattedValue:
		var b strings.Builder
		joined(&b, []syntax.Expr{e}, false)
		p.WriteString("f" + strRepr(b.String()))
	case *syntax.TemplateStr:
		var b strings.Builder
		joined(&b, e.Values, false)
		p.WriteString("t" + strRepr(b.String()))
	case *syntax.Constant:
		s := constRepr(literal(e))
		if e.Kind == syntax.ConstEllipsis {
			s = "..."
		}
		if e.Kind == syntax.ConstFloat || e.Kind == syntax.ConstImag {
			s = strings.Replace(s, "inf", "1e309", 1)
		}
		if e.U {
			p.WriteByte('u')
		}
		p.WriteString(s)
	case *syntax.Attribute:
		p.expr(e.Value, precAtom)
		if k, ok := e.Value.(*syntax.Constant); ok && (k.Kind == syntax.ConstInt || k.Kind == syntax.ConstBigInt) {
			p.WriteByte(' ')
		}
		p.WriteString("." + e.Attr)
	case *syntax.Subscript:
		p.expr(e.Value, precAtom)
		p.WriteByte('[')
		p.expr(e.Slice, precTuple)
		p.WriteByte(']')
	case *syntax.Starred:
		p.WriteByte('*')
		p.expr(e.Value, precBor)
	case *syntax.Name:
		p.WriteString(e.ID)
	case *syntax.List:
		p.WriteByte('[')
		p.list(e.Elts)
		p.WriteByte(']')
	case *syntax.Tuple:
		if len(e.Elts) == 0 {
			p.WriteString("()")
			return
		}
		p.paren(level, precTuple, func() {
			p.list(e.Elts)
			if len(e.Elts) == 1 {
				p.WriteByte(',')
			}
		})
	case *syntax.Slice:
		if e.Lower != nil {
			p.expr(e.Lower, precTest)
		}
		p.WriteByte(':')
		if e.Upper != nil {
			p.expr(e.Upper, precTest)
		}
		if e.Step != nil {
			p.WriteByte(':')
			p.expr(e.Step, precTest)
		}
	}
}

func (p *unparser) comp(open byte, elt, value syntax.Expr, gens []*syntax.Comprehension, end byte) {
	p.WriteByte(open)
	p.expr(elt, precTest)
	if value != nil {
		p.WriteString(": ")
		p.expr(value, precTest)
	}
	for _, g := range gens {
		if g.IsAsync {
			p.WriteString(" async for ")
		} else {
			p.WriteString(" for ")
		}
		p.expr(g.Target, precTuple)
		p.WriteString(" in ")
		p.expr(g.Iter, precTest+1)
		for _, c := range g.Ifs {
			p.WriteString(" if ")
			p.expr(c, precTest+1)
		}
	}
	p.WriteByte(end)
}

func (p *unparser) call(e *syntax.Call) {
	p.expr(e.Func, precAtom)
	if len(e.Args) == 1 && len(e.Keywords) == 0 {
		if g, ok := e.Args[0].(*syntax.GeneratorExp); ok {
			p.expr(g, precTuple)
			return
		}
	}
	p.WriteByte('(')
	p.list(e.Args)
	for i, k := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			p.WriteString(", ")
		}
		if k.Arg == "" {
			p.WriteString("**")
		} else {
			p.WriteString(k.Arg + "=")
		}
		p.expr(k.Value, precTest)
	}
	p.WriteByte(')')
}

func (p *unparser) arguments(a *syntax.Arguments) {
	first := true
	comma := func() {
		if !first {
			p.WriteString(", ")
		}
		first = false
	}
	pos := append(append([]*syntax.Arg(nil), a.Posonlyargs...), a.Args...)
	for i, x := range pos {
		comma()
		p.WriteString(x.Name)
		if d := i - (len(pos) - len(a.Defaults)); d >= 0 {
			p.WriteByte('=')
			p.expr(a.Defaults[d], precTest)
		}
		if len(a.Posonlyargs) > 0 && i+1 == len(a.Posonlyargs) {
			p.WriteString(", /")
		}
	}
	if a.Vararg != nil || len(a.Kwonlyargs) > 0 {
		comma()
		p.WriteByte('*')
		if a.Vararg != nil {
			p.WriteString(a.Vararg.Name)
		}
	}
	for i, x := range a.Kwonlyargs {
		comma()
		p.WriteString(x.Name)
		if d := a.KwDefaults[i]; d != nil {
			p.WriteByte('=')
			p.expr(d, precTest)
		}
	}
	if a.Kwarg != nil {
		comma()
		p.WriteString("**" + a.Kwarg.Name)
	}
}

// joined writes the inside of an f-string.
func joined(b *strings.Builder, values []syntax.Expr, spec bool) {
	field := func(value syntax.Expr, conv int, format syntax.Expr) {
		q := &unparser{}
		q.expr(value, precTest+1)
		s := q.String()
		b.WriteByte('{')
		if strings.HasPrefix(s, "{") {
			b.WriteByte(' ')
		}
		b.WriteString(s)
		if conv > 0 {
			b.WriteString("!" + string(rune(conv)))
		}
		if f, ok := format.(*syntax.JoinedStr); ok {
			b.WriteByte(':')
			joined(b, f.Values, true)
		}
		b.WriteByte('}')
	}
	for _, v := range values {
		switch v := v.(type) {
		case *syntax.Constant:
			b.WriteString(strings.NewReplacer("{", "{{", "}", "}}").Replace(v.Str))
		case *syntax.FormattedValue:
			field(v.Value, v.Conversion, v.FormatSpec)
		case *syntax.Interpolation:
			field(v.Value, v.Conversion, v.FormatSpec)
		}
	}
}
