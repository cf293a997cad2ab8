package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// accessKind is how the code reaches a variable.
type accessKind uint8

const (
	accLocal         accessKind = iota // register
	accCell                            // cell in a register
	accFree                            // cell of the closure
	accGlobal                          // global or builtin
	accName                            // name in a mapping
	accClassFree                       // class body: in the mapping or a cell of the closure
	accClassdictFree                   // annotation scope in a class: in the class or a cell
	accClassdict                       // annotation scope in a class: in the class or global
)

type access struct {
	kind  accessKind
	index int
}

// lookup finds the variable name, which is mangled.
func (u *unit) lookup(name string) access {
	for i := len(u.comps) - 1; i >= 0; i-- {
		f := u.comps[i]
		switch f.scope.res(name) {
		case resLocal:
			return access{accLocal, f.regs[name]}
		case resCell:
			return access{accCell, f.regs[name]}
		case resGlobalExplicit:
			return access{kind: accGlobal}
		case resGlobalImplicit:
			switch {
			case u.scope.kind == scopeModule && !u.c.opts.LocalsAreGlobals:
				return access{kind: accName}
			case u.scope.canSeeClass:
				return access{kind: accClassdict}
			}
			return access{kind: accGlobal}
		}
	}
	s := u.scope
	if n := len(u.comps); n > 0 && s.kind == scopeClass && u.comps[n-1].scope.res(name) == resFree {
		// A comprehension does not see the names of the class.
		if i, ok := u.frees[name]; ok {
			return access{accFree, i}
		}
	}
	switch s.res(name) {
	case resLocal:
		if s.functionLike() {
			return access{accLocal, u.regs[name]}
		}
		return u.mapped()
	case resCell:
		return access{accCell, u.regs[name]}
	case resGlobalExplicit:
		return access{kind: accGlobal}
	case resGlobalImplicit:
		switch {
		case s.canSeeClass:
			return access{kind: accClassdict}
		case s.functionLike():
			return access{kind: accGlobal}
		}
		return u.mapped()
	}
	// Free, or a name that only comprehensions of this scope use.
	if i, ok := u.frees[name]; ok {
		switch {
		case len(u.comps) > 0:
		case s.kind == scopeClass && s.flags(name)&symNonlocal == 0:
			return access{accClassFree, i}
		case s.canSeeClass && name != "__classdict__":
			return access{accClassdictFree, i}
		}
		return access{accFree, i}
	}
	if r, ok := u.regs[name]; ok {
		return access{accCell, r}
	}
	if s.functionLike() {
		return access{kind: accGlobal}
	}
	return u.mapped()
}

// mapped is the access to names of modules and classes.
func (u *unit) mapped() access {
	if u.scope.kind == scopeModule && u.c.opts.LocalsAreGlobals {
		return access{kind: accGlobal}
	}
	return access{kind: accName}
}

func (u *unit) mangle(name string) string { return mangleOnly(u.private, u.only, name) }

func (t *symtable) mangle(name string) string { return mangleOnly(t.private, t.only, name) }

// mangleOnly mangles the names in only, or all if that is nil. Around a class with type
// parameters these, but no others, belong to the class.
func mangleOnly(private string, only map[string]bool, name string) string {
	if only != nil && !only[name] {
		return name
	}
	return mangle(private, name)
}

// typeParamNames is the set of the names of type parameters.
func typeParamNames(params []syntax.TypeParam) map[string]bool {
	names := map[string]bool{}
	for _, p := range params {
		switch p := p.(type) {
		case *syntax.TypeVar:
			names[p.Name] = true
		case *syntax.ParamSpec:
			names[p.Name] = true
		case *syntax.TypeVarTuple:
			names[p.Name] = true
		}
	}
	return names
}

// loadName loads a variable; it returns want or the variable's own register.
func (u *unit) loadName(id string, want int) int {
	name := u.mangle(id)
	a := u.lookup(name)
	if a.kind == accLocal {
		u.emit(bytecode.CheckBound, a.index, a.index, 0)
		if want < 0 {
			return a.index
		}
		u.move(want, a.index)
		return want
	}
	dst := u.dest(want)
	switch a.kind {
	case accCell:
		u.emit(bytecode.LoadCell, dst, a.index, 0)
	case accFree:
		u.emit(bytecode.LoadFree, dst, a.index, 0)
	case accGlobal:
		u.emit(bytecode.LoadGlobal, dst, u.global(name), 0)
	case accName:
		u.emit(bytecode.LoadName, dst, u.name(name), 0)
	case accClassFree:
		u.emit(bytecode.LoadClassFree, dst, a.index, u.name(name))
	default:
		// The class's namespace is in the cell __classdict__.
		mark := u.top
		dict, key := u.alloc(), u.alloc()
		absent, end := u.newLabel(), u.newLabel()
		u.emit(bytecode.LoadFree, dict, u.frees["__classdict__"], 0)
		u.loadStr(name, key)
		u.jump(bytecode.JumpNotIn, key, dict, absent)
		u.emit(bytecode.LoadItem, dst, dict, key)
		u.jump(bytecode.Jump, 0, 0, end)
		u.mark(absent)
		if a.kind == accClassdict {
			u.emit(bytecode.LoadGlobal, dst, u.global(name), 0)
		} else {
			u.emit(bytecode.LoadFree, dst, a.index, 0)
		}
		u.mark(end)
		u.top = mark
	}
	return dst
}

// storeName binds a variable to the value in r.
func (u *unit) storeName(id string, r int) {
	name := u.mangle(id)
	switch a := u.lookup(name); a.kind {
	case accLocal:
		u.move(a.index, r)
	case accCell:
		u.emit(bytecode.StoreCell, a.index, r, 0)
	case accGlobal:
		u.emit(bytecode.StoreGlobal, r, u.global(name), 0)
	case accName:
		u.emit(bytecode.StoreName, r, u.name(name), 0)
	case accClassFree:
		u.emit(bytecode.StoreName, r, u.name(name), 0)
	default:
		u.emit(bytecode.StoreFree, r, a.index, 0)
	}
}

// deleteName unbinds a variable.
func (u *unit) deleteName(id string) {
	name := u.mangle(id)
	switch a := u.lookup(name); a.kind {
	case accLocal:
		u.emit(bytecode.DeleteLocal, a.index, a.index, 0)
	case accCell:
		u.emit(bytecode.DeleteCell, a.index, 0, 0)
	case accGlobal:
		u.emit(bytecode.DeleteGlobal, 0, u.global(name), 0)
	case accName, accClassFree:
		u.emit(bytecode.DeleteName, 0, u.name(name), 0)
	default:
		u.emit(bytecode.DeleteFree, 0, a.index, 0)
	}
}

// local returns the register of e if e is a variable that lives in one.
func (u *unit) local(e syntax.Expr) (int, bool) {
	if n, ok := e.(*syntax.Name); ok {
		if a := u.lookup(u.mangle(n.ID)); a.kind == accLocal {
			return a.index, true
		}
	}
	return 0, false
}

// rebinds says whether evaluating one of the expressions may bind the variable in
// register r, which only := can do.
func (u *unit) rebinds(r int, list []syntax.Expr) bool {
	if !u.scope.walrus {
		return false
	}
	for _, e := range list {
		if e != nil && u.walrusOn(r, e) {
			return true
		}
	}
	return false
}

func (u *unit) walrusOn(r int, e syntax.Expr) bool {
	found := false
	walk(e, func(e syntax.Expr) bool {
		if n, ok := e.(*syntax.NamedExpr); ok {
			if name := u.mangle(n.Target.ID); u.regs[name] == r {
				found = true
			}
		}
		return !found
	})
	return found
}

// operand evaluates e, which may give the register of a variable, so that the
// value stays what it is while rest is evaluated.
func (u *unit) operand(e syntax.Expr, rest ...syntax.Expr) int {
	mark := u.top
	r := u.expr(e, -1)
	if u.isVar(r) && len(rest) > 0 && u.rebinds(r, rest) {
		u.top = mark
		t := u.alloc()
		u.move(t, r)
		return t
	}
	return r
}

// walk calls visit for e and, as long as it returns true, the expressions
// inside, but not those in functions.
func walk(e syntax.Expr, visit func(syntax.Expr) bool) {
	var all func(list ...syntax.Expr)
	gens := func(list []*syntax.Comprehension) {
		for _, g := range list {
			all(g.Iter, g.Target)
			all(g.Ifs...)
		}
	}
	var one func(e syntax.Expr)
	all = func(list ...syntax.Expr) {
		for _, e := range list {
			if e != nil {
				one(e)
			}
		}
	}
	one = func(e syntax.Expr) {
		if !visit(e) {
			return
		}
		switch e := e.(type) {
		case *syntax.BoolOp:
			all(e.Values...)
		case *syntax.NamedExpr:
			all(e.Value)
		case *syntax.BinOp:
			var left syntax.Expr = e
			for {
				b, ok := left.(*syntax.BinOp)
				if !ok {
					break
				}
				all(b.Right)
				left = b.Left
			}
			all(left)
		case *syntax.UnaryOp:
			all(e.Operand)
		case *syntax.IfExp:
			all(e.Test, e.Body, e.Orelse)
		case *syntax.Dict:
			all(e.Keys...)
			all(e.Values...)
		case *syntax.Set:
			all(e.Elts...)
		case *syntax.ListComp:
			gens(e.Generators)
			all(e.Elt)
		case *syntax.SetComp:
			gens(e.Generators)
			all(e.Elt)
		case *syntax.DictComp:
			gens(e.Generators)
			all(e.Key, e.Value)
		case *syntax.GeneratorExp:
			all(e.Generators[0].Iter)
		case *syntax.Await:
			all(e.Value)
		case *syntax.Yield:
			all(e.Value)
		case *syntax.YieldFrom:
			all(e.Value)
		case *syntax.Compare:
			all(e.Left)
			all(e.Comparators...)
		case *syntax.Call:
			all(e.Func)
			all(e.Args...)
			for _, k := range e.Keywords {
				all(k.Value)
			}
		case *syntax.FormattedValue:
			all(e.Value, e.FormatSpec)
		case *syntax.Interpolation:
			all(e.Value, e.FormatSpec)
		case *syntax.JoinedStr:
			all(e.Values...)
		case *syntax.TemplateStr:
			all(e.Values...)
		case *syntax.Attribute:
			all(e.Value)
		case *syntax.Subscript:
			all(e.Value, e.Slice)
		case *syntax.Starred:
			all(e.Value)
		case *syntax.List:
			all(e.Elts...)
		case *syntax.Tuple:
			all(e.Elts...)
		case *syntax.Slice:
			all(e.Lower, e.Upper, e.Step)
		}
	}
	one(e)
}
