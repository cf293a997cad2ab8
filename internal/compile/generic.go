package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// The type parameters of PEP 695 live in a function of their own around the
// function, class or alias, which is called at once.

// typeParamsUnit begins that function.
func (u *unit) typeParamsUnit(node any, name string, span syntax.Span) *unit {
	return u.c.newUnit(u, u.c.scopes[scopeKey{node, subTypeParams}], "<generic parameters of "+name+">", span)
}

// typeParams makes the type parameters, binds them and returns the register with
// their tuple.
func (u *unit) typeParams(list []syntax.TypeParam) int {
	tuple := u.alloc()
	first := u.top
	seenDefault := false
	for _, p := range list {
		r := u.alloc()
		var name string
		var dflt syntax.Expr
		args, kind := 2, 0
		mark := u.top
		u.span = p.Span()
		switch p := p.(type) {
		case *syntax.TypeVar:
			name, dflt, args, kind = p.Name, p.DefaultValue, 4, bytecode.IntrinsicTypeVar
		case *syntax.ParamSpec:
			name, dflt, kind = p.Name, p.DefaultValue, bytecode.IntrinsicParamSpec
		case *syntax.TypeVarTuple:
			name, dflt, kind = p.Name, p.DefaultValue, bytecode.IntrinsicTypeVarTuple
		}
		a := u.allocN(args)
		u.loadStr(name, a)
		u.emit(bytecode.Unbind, a+1, args-1, 0)
		if v, ok := p.(*syntax.TypeVar); ok && v.Bound != nil {
			to := a + 1
			if _, ok := v.Bound.(*syntax.Tuple); ok {
				to = a + 2
			}
			u.lazy(scopeKey{p, subBody}, name, v.Bound, to)
		}
		if dflt != nil {
			seenDefault = true
			u.lazy(scopeKey{p, subDefault}, name, dflt, a+args-1)
		} else if seenDefault {
			u.fail(p.Span(), "non-default type parameter '"+name+"' follows default type parameter")
		}
		u.span = p.Span()
		u.emit(bytecode.Intrinsic, r, a, kind)
		u.storeName(name, r)
		u.top = mark
	}
	if len(list) > maxItems {
		u.fail(list[maxItems].Span(), "too many type parameters")
	}
	u.emit(bytecode.BuildTuple, tuple, first, len(list))
	u.top = first
	return tuple
}

// lazy makes a function without parameters that evaluates e.
func (u *unit) lazy(key scopeKey, name string, e syntax.Expr, dst int) {
	v := u.c.newUnit(u, u.c.scopes[key], name, e.Span())
	var r int
	if s, ok := e.(*syntax.Starred); ok { // *Ts = *X
		x := v.expr(s.Value, -1)
		r = v.alloc()
		v.span = e.Span()
		v.emit(bytecode.UnpackSequence, r, x, 1)
	} else {
		r = v.expr(e, -1)
	}
	v.span = e.Span()
	v.returnsValue = true
	v.emit(bytecode.Return, r, 0, 0)
	u.emit(bytecode.MakeFunction, dst, u.child(v.assemble()), 0)
}

// genericFunction makes a function with type parameters in dst, the last
// temporary.
func (u *unit) genericFunction(s syntax.Stmt, f *funcDef, first syntax.Span, dst int) {
	mark := u.top
	w := u.window(dst)
	// Defaults are evaluated outside.
	n, flags := 0, 0
	if len(f.args.Defaults) > 0 {
		t := &syntax.Tuple{Elts: f.args.Defaults}
		t.Pos = s.Span()
		u.expr(t, u.alloc())
		flags |= bytecode.FuncDefaults
		n++
	}
	if hasKwDefaults(f.args) {
		tmp := u.top
		u.defaults(&syntax.Arguments{Kwonlyargs: f.args.Kwonlyargs, KwDefaults: f.args.KwDefaults}, tmp)
		u.top = tmp
		u.move(u.alloc(), tmp+2)
		flags |= bytecode.FuncKwDefaults
		n++
	}
	v := u.typeParamsUnit(s, f.name, first)
	v.code.ArgCount = int32(n)
	tuple := v.typeParams(f.params)
	r := v.allocN(5)
	i := 0
	if flags&bytecode.FuncDefaults != 0 {
		v.move(r+1, i)
		i++
	}
	if flags&bytecode.FuncKwDefaults != 0 {
		v.move(r+2, i)
	}
	v.move(r+4, tuple)
	v.span = s.Span()
	flags |= v.annotationDict(f, r) | bytecode.FuncTypeParams
	code := v.functionCode(s, f, first)
	v.span = s.Span()
	v.emit(bytecode.MakeFunction, r, v.child(code), flags)
	v.returnsValue = true
	v.emit(bytecode.Return, r, 0, 0)
	u.span = s.Span()
	u.emit(bytecode.MakeFunction, w, u.child(v.assemble()), 0)
	u.top = mark
	u.emit(bytecode.Call, dst, w, n)
}

// genericClass makes a class with type parameters in dst, the last temporary.
func (u *unit) genericClass(s *syntax.ClassDef, first syntax.Span, dst int) {
	mark := u.top
	w := u.window(dst)
	v := u.typeParamsUnit(s, s.Name, first)
	v.private, v.only = s.Name, typeParamNames(s.TypeParams)
	tuple := v.typeParams(s.TypeParams)
	v.span = s.Span()
	v.storeName(".type_params", tuple)
	g := v.alloc()
	v.emit(bytecode.Intrinsic, g, tuple, bytecode.IntrinsicSubscriptGeneric)
	v.storeName(".generic_base", g)
	base := &syntax.Name{ID: ".generic_base"}
	base.Pos = s.Span()
	r := v.alloc()
	v.buildClass(s, first, r, append(append([]syntax.Expr(nil), s.Bases...), base))
	v.returnsValue = true
	v.emit(bytecode.Return, r, 0, 0)
	u.span = s.Span()
	u.emit(bytecode.MakeFunction, w, u.child(v.assemble()), 0)
	u.top = mark
	u.emit(bytecode.Call, dst, w, 0)
}

// typeAlias compiles a type statement.
func (u *unit) typeAlias(s *syntax.TypeAlias) {
	u.alloc()
	w := u.alloc()
	v := u
	if len(s.TypeParams) > 0 {
		v = u.typeParamsUnit(s, s.Name.ID, s.Span())
	}
	a := v.allocN(3)
	v.span = s.Span()
	if len(s.TypeParams) > 0 {
		t := v.typeParams(s.TypeParams)
		v.move(a+1, t)
	} else {
		v.loadConst(bytecode.Const{Kind: bytecode.ConstTuple}, a+1)
	}
	v.span = s.Span()
	v.loadStr(s.Name.ID, a)
	v.lazy(scopeKey{s, subBody}, s.Name.ID, s.Value, a+2)
	v.span = s.Span()
	v.emit(bytecode.Intrinsic, a, a, bytecode.IntrinsicTypeAlias)
	if v != u {
		v.returnsValue = true
		v.emit(bytecode.Return, a, 0, 0)
		u.span = s.Span()
		u.emit(bytecode.MakeFunction, w, u.child(v.assemble()), 0)
		u.emit(bytecode.Call, w, w, 0)
		a = w
	}
	u.span = s.Name.Span()
	u.storeName(s.Name.ID, a)
}
