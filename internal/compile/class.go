package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// class compiles a class statement.
func (u *unit) class(s *syntax.ClassDef) {
	first := s.Span()
	if len(s.DecoratorList) > 0 {
		first = s.DecoratorList[0].Span()
	}
	windows, r := u.decorate(s.DecoratorList)
	if len(s.TypeParams) > 0 {
		u.genericClass(s, first, r)
	} else {
		u.buildClass(s, first, r, s.Bases)
	}
	u.applyDecorators(s.DecoratorList, windows)
	if len(windows) > 0 {
		r = windows[0] - 1
	}
	u.span = s.Span()
	u.storeName(s.Name, r)
}

// buildClass calls the class builder; dst, the last temporary, gets the class.
func (u *unit) buildClass(s *syntax.ClassDef, first syntax.Span, dst int, bases []syntax.Expr) {
	u.checkKeywords(s.Keywords)
	code := u.classCode(s, first)
	mark := u.top
	w := u.window(dst)
	u.span = s.Span()
	u.emit(bytecode.LoadBuildClass, w, 0, 0)
	u.emit(bytecode.MakeFunction, u.alloc(), u.child(code), 0)
	u.loadStr(s.Name, u.alloc())
	u.arguments(w, 2, bases, s.Keywords, s.Span())
	u.top = mark
	u.finishCall(w, 2, bases, s.Keywords, dst)
}

// classCode compiles the body of a class.
func (u *unit) classCode(s *syntax.ClassDef, first syntax.Span) *bytecode.Code {
	v := u.c.newUnit(u, u.c.scopes[scopeKey{s, subBody}], s.Name, first)
	v.private, v.only = s.Name, nil
	v.span = syntax.Span{Line: first.Line, EndLine: first.Line}
	mark := v.top
	r := v.alloc()
	set := func(name string, k bytecode.Const) {
		v.loadConst(k, r)
		v.storeName(name, r)
	}
	if v.scope.needsClassdict {
		v.emit(bytecode.LoadLocals, r, 0, 0)
		v.emit(bytecode.StoreCell, v.regs["__classdict__"], r, 0)
	}
	v.loadName("__name__", r)
	v.storeName("__module__", r)
	set("__qualname__", bytecode.Const{Kind: bytecode.ConstStr, Str: v.code.QualName})
	set("__firstlineno__", bytecode.Const{Kind: bytecode.ConstInt, Int: int64(first.Line)})
	if len(s.TypeParams) > 0 {
		v.loadName(".type_params", r)
		v.storeName("__type_params__", r)
	}
	v.top = mark
	body := s.Body
	v.setupAnnotations(body)
	if len(body) > 0 && isDocstring(body[0]) {
		if u.c.opts.Optimize < 2 {
			v.doc(body[0])
		}
		body = body[1:]
	}
	v.stmts(body)
	v.span = syntax.Span{Line: first.Line, EndLine: first.Line}
	r = v.alloc()
	attrs := bytecode.Const{Kind: bytecode.ConstTuple}
	var names []string
	for name := range v.static {
		names = append(names, name)
	}
	for _, name := range sorted(names) {
		attrs.Items = append(attrs.Items, bytecode.Const{Kind: bytecode.ConstStr, Str: name})
	}
	set("__static_attributes__", attrs)
	if v.classReg >= 0 {
		v.storeName("__classcell__", v.classReg)
		v.returnsValue = true
		v.emit(bytecode.Return, v.classReg, 0, 0)
	} else {
		v.emit(bytecode.ReturnNone, 0, 0, 0)
	}
	return v.assemble()
}
