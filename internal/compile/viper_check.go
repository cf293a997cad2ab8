package compile

import "github.com/woma-lang/woma/internal/syntax"

// What MicroPython's viper emitter refuses, with its words: ViperTypeError for types
// that do not fit, NotImplementedError for what native code cannot do. None goes with
// objects here, which MicroPython keeps apart.

// fail raises ViperTypeError.
func (v *viper) fail(at syntax.Expr, msg string) { v.refuse(syntax.ViperTypeError, at.Span(), msg) }

// cannot raises NotImplementedError.
func (v *viper) cannot(at syntax.Span, msg string) { v.refuse(syntax.NotImplementedError, at, msg) }

func (v *viper) refuse(kind syntax.ErrorKind, at syntax.Span, msg string) {
	panic(bailout{&syntax.Error{Kind: kind, Msg: msg, Filename: v.c.opts.Filename, Span: at, Func: v.fn}})
}

// annotation is the type that an annotation names.
func (v *viper) annotation(e syntax.Expr) viperType {
	if e == nil {
		return viperObject
	}
	n, ok := e.(*syntax.Name)
	if !ok {
		v.refuse(syntax.SyntaxError, e.Span(), "annotation must be an identifier")
	}
	t, ok := viperTypeOf(n.ID)
	if !ok {
		v.fail(e, "unknown type '"+n.ID+"'")
	}
	return t
}

// test rewrites a condition.
func (v *viper) test(e syntax.Expr) syntax.Expr {
	x, t := v.expr(e)
	v.checkBool(x, t)
	return x
}

func (v *viper) checkBool(e syntax.Expr, t viperType) {
	if t.pointer() {
		v.fail(e, "can't implicitly convert '"+string(t)+"' to 'bool'")
	}
}

// integer says whether t is int or uint.
func (t viperType) integer() bool { return t == viperInt || t == viperUint }

// indexable says whether there can be loads and stores through t.
func (t viperType) indexable() bool { return t == viperPtr8 || t == viperPtr16 || t == viperPtr32 }

func (v *viper) checkLoad(at syntax.Expr, base viperType, index syntax.Expr, it viperType) {
	if !base.indexable() {
		v.fail(at, "can't load from '"+string(base)+"'")
	}
	if !it.integer() {
		v.fail(index, "can't load with '"+string(it)+"' index")
	}
}

func (v *viper) checkStore(at syntax.Expr, base viperType, index syntax.Expr, it viperType, e syntax.Expr, t viperType) {
	switch {
	case !base.indexable():
		v.fail(at, "can't store to '"+string(base)+"'")
	case isNone(e):
		v.fail(e, "can't store 'None'")
	case !it.integer():
		v.fail(index, "can't store with '"+string(it)+"' index")
	case !t.word():
		v.fail(e, "can't store '"+string(t)+"'")
	}
}

func (v *viper) checkBinOp(e *syntax.BinOp, l, r viperType) {
	switch {
	case l == viperObject && r == viperObject || allLiteral(e):
	case !l.integer() || !r.integer():
		v.fail(e, "can't do binary op between '"+string(l)+"' and '"+string(r)+"'")
	case e.Op == syntax.Pow:
		v.fail(e, "binary op __pow__ not implemented")
	case e.Op == syntax.Div:
		v.fail(e, "binary op __truediv__ not implemented")
	case e.Op == syntax.MatMult:
		v.fail(e, "binary op __matmul__ not implemented")
	case l == viperUint && (e.Op == syntax.FloorDiv || e.Op == syntax.Mod):
		v.fail(e, "div/mod not implemented for uint")
	}
}

func (v *viper) checkCompare(e syntax.Expr, op syntax.CmpOp, l, r viperType) {
	switch {
	case l == viperObject && r == viperObject:
	case !l.integer() || !r.integer():
		v.fail(e, "can't do binary op between '"+string(l)+"' and '"+string(r)+"'")
	case op == syntax.Is || op == syntax.IsNot || op == syntax.In || op == syntax.NotIn:
		v.fail(e, "binary op  not implemented")
	case l != r:
		v.fail(e, "comparison of int and uint")
	}
}

// castName is the type that e, a bare name, names.
func (v *viper) castName(e syntax.Expr) (viperType, bool) {
	n, ok := e.(*syntax.Name)
	if !ok {
		return "", false
	}
	if _, local := v.types[n.ID]; local || v.locals[n.ID] {
		return "", false
	}
	return viperTypeOf(n.ID)
}

// checkCast looks at what is converted.
func (v *viper) checkCast(e syntax.Expr) {
	if t, ok := v.castName(e); ok && t != viperObject {
		v.cannot(e.Span(), "casting")
	}
}

// checkArgument looks at an argument of an ordinary call.
func (v *viper) checkArgument(e syntax.Expr) {
	c, ok := e.(*syntax.Call)
	if !ok || len(c.Args) != 1 {
		return
	}
	if t, ok := v.castName(c.Func); ok && t.pointer() {
		if _, lit := c.Args[0].(*syntax.Constant); lit {
			v.cannot(e.Span(), "conversion to object")
		}
	}
}

// rangeType is the type of the items of a loop over e.
func (v *viper) rangeType(e syntax.Expr) viperType {
	c, ok := e.(*syntax.Call)
	if !ok || len(c.Args) == 0 || len(c.Args) > 3 || len(c.Keywords) > 0 {
		return viperObject
	}
	if n, ok := c.Func.(*syntax.Name); !ok || n.ID != "range" {
		return viperObject
	}
	for _, a := range c.Args {
		if _, star := a.(*syntax.Starred); star {
			return viperObject
		}
	}
	if len(c.Args) == 3 && wordConst(c.Args[2]) == "" {
		return viperObject
	}
	return viperInt
}

// exchange is `a, b = x, y`, which does not make a tuple: each name has its own type.
func (v *viper) exchange(to *syntax.Tuple, e syntax.Expr) bool {
	from, ok := e.(*syntax.Tuple)
	if !ok || len(to.Elts) != len(from.Elts) || len(to.Elts) < 2 || len(to.Elts) > 3 {
		return false
	}
	for i := range to.Elts {
		_, star1 := to.Elts[i].(*syntax.Starred)
		_, star2 := from.Elts[i].(*syntax.Starred)
		x, sub := to.Elts[i].(*syntax.Subscript)
		if star1 || star2 || sub && v.storesPointer(x) {
			return false
		}
	}
	types := make([]viperType, len(from.Elts))
	for i, x := range from.Elts {
		from.Elts[i], types[i] = v.expr(x)
	}
	for i, x := range to.Elts {
		to.Elts[i] = v.target(x, types[i])
	}
	return true
}

func isNone(e syntax.Expr) bool {
	c, ok := e.(*syntax.Constant)
	return ok && c.Kind == syntax.ConstNone
}

func zeroAt(at syntax.Span) syntax.Expr {
	zero := &syntax.Constant{Kind: syntax.ConstInt}
	zero.Pos = at
	return zero
}

// allLiteral says whether e is made of literals only: the compiler folds it.
func allLiteral(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Constant:
		return true
	case *syntax.UnaryOp:
		return allLiteral(e.Operand)
	case *syntax.BinOp:
		return allLiteral(e.Left) && allLiteral(e.Right)
	}
	return false
}

// wordConst says which type a constant expression of ints has, "" if e is none. Large
// ones are objects.
func wordConst(e syntax.Expr) viperType {
	switch e := e.(type) {
	case *syntax.Constant:
		switch e.Kind {
		case syntax.ConstInt:
			return viperInt
		case syntax.ConstBigInt:
			return viperObject
		}
	case *syntax.UnaryOp:
		if e.Op != syntax.Not {
			return wordConst(e.Operand)
		}
	case *syntax.BinOp:
		l, r := wordConst(e.Left), wordConst(e.Right)
		switch {
		case l == "" || r == "" || e.Op == syntax.Div || e.Op == syntax.MatMult:
			return ""
		case l == r:
			return l
		}
		return viperObject
	}
	return ""
}

// constNames adds the names that body sets to const(int) to those known outside.
func constNames(body []syntax.Stmt, outer map[string]bool) map[string]bool {
	names := outer
	for _, s := range body {
		a, ok := s.(*syntax.Assign)
		if !ok || len(a.Targets) != 1 {
			continue
		}
		n, isName := a.Targets[0].(*syntax.Name)
		c, isCall := a.Value.(*syntax.Call)
		if !isName || !isCall || len(c.Args) != 1 {
			continue
		}
		if f, ok := c.Func.(*syntax.Name); !ok || f.ID != "const" || !constWith(c.Args[0], names) {
			continue
		}
		if len(names) == len(outer) {
			names = map[string]bool{}
			for k := range outer {
				names[k] = true
			}
		}
		names[n.ID] = true
	}
	return names
}

// constWith says whether e is an int made of literals and names of constants.
func constWith(e syntax.Expr, names map[string]bool) bool {
	switch e := e.(type) {
	case *syntax.Constant:
		return e.Kind == syntax.ConstInt
	case *syntax.Name:
		return names[e.ID]
	case *syntax.UnaryOp:
		return e.Op != syntax.Not && constWith(e.Operand, names)
	case *syntax.BinOp:
		return e.Op != syntax.Div && e.Op != syntax.MatMult && constWith(e.Left, names) && constWith(e.Right, names)
	}
	return false
}
