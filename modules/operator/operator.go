// Package operator is Python's operator module: the operators as functions, and
// attrgetter, itemgetter and methodcaller.
package operator

import "github.com/woma-lang/woma/py"

// Module is the module's table. Init adds __add__ and so on for the operators.
var Module = &py.Module{
	Name: "operator",
	Doc:  "Python's operators as functions.",
	Table: func() py.Members {
		return py.Members{
			unary("abs", py.OpAbs),
			binary("add", py.OpAdd),
			binary("and_", py.OpAnd),
			py.Class(attrGetterType),
			py.Func("call(obj, /, *args, **kwargs)", call),
			py.Func("concat(a, b, /)", concat),
			py.Func("contains(a, b, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				b, err := py.Contains(t, a.Value(0), a.Value(1))
				return py.Bool(b), err
			}),
			py.Func("countOf(a, b, /)", countOf),
			py.Func("delitem(a, b, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return py.None, py.SetItem(t, a.Value(0), a.Value(1), py.Nil)
			}),
			compare("eq", py.OpEq),
			binary("floordiv", py.OpFloorDiv),
			compare("ge", py.OpGe),
			py.Func("getitem(a, b, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return py.GetItem(t, a.Value(0), a.Value(1))
			}),
			compare("gt", py.OpGt),
			inplace("iadd", py.OpAdd),
			inplace("iand", py.OpAnd),
			py.Func("iconcat(a, b, /)", iconcat),
			inplace("ifloordiv", py.OpFloorDiv),
			inplace("ilshift", py.OpLShift),
			inplace("imatmul", py.OpMatMul),
			inplace("imod", py.OpMod),
			inplace("imul", py.OpMul),
			py.Func("index(a, /)", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Index(t, a.Value(0)) }),
			py.Func("indexOf(a, b, /)", indexOf),
			unary("inv", py.OpInvert),
			unary("invert", py.OpInvert),
			inplace("ior", py.OpOr),
			inplace("ipow", py.OpPow),
			inplace("irshift", py.OpRShift),
			py.Func("is_(a, b, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return py.Bool(py.Is(a.Value(0), a.Value(1))), nil
			}),
			py.Func("is_not(a, b, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return py.Bool(!py.Is(a.Value(0), a.Value(1))), nil
			}),
			inplace("isub", py.OpSub),
			py.Class(itemGetterType),
			inplace("itruediv", py.OpTrueDiv),
			inplace("ixor", py.OpXor),
			compare("le", py.OpLe),
			py.Func("length_hint(obj, default=0, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				def := a.IntOr(t, 1, 0)
				if err := a.Err(); err != nil {
					return py.Nil, err
				}
				n, err := py.LengthHint(t, a.Value(0), def)
				return py.Int(int64(n)), err
			}),
			binary("lshift", py.OpLShift),
			compare("lt", py.OpLt),
			binary("matmul", py.OpMatMul),
			py.Class(methodCallerType),
			binary("mod", py.OpMod),
			binary("mul", py.OpMul),
			compare("ne", py.OpNe),
			unary("neg", py.OpNeg),
			py.Func("not_(a, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return py.Bool(!a.Bool(t, 0)), a.Err()
			}),
			binary("or_", py.OpOr),
			unary("pos", py.OpPos),
			binary("pow", py.OpPow),
			binary("rshift", py.OpRShift),
			py.Func("setitem(a, b, c, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return py.None, py.SetItem(t, a.Value(0), a.Value(1), a.Value(2))
			}),
			binary("sub", py.OpSub),
			binary("truediv", py.OpTrueDiv),
			py.Func("truth(a, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return py.Bool(a.Bool(t, 0)), a.Err()
			}),
			binary("xor", py.OpXor),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		var all []py.Value
		rows := m.Def.Rows()
		for i := range rows {
			name := rows[i].Name()
			v := m.Dict.GetItem(name)
			all = append(all, py.NewStr(name))
			n, ok := py.IsNative(v)
			if !ok {
				continue
			}
			n.Mod = "_operator"
			switch name {
			case "countOf", "indexOf", "is_", "is_not", "length_hint", "truth":
				continue
			}
			if name[len(name)-1] == '_' {
				name = name[:len(name)-1]
			}
			m.Dict.SetItem("__"+name+"__", v)
		}
		m.Dict.SetItem("__all__", py.NewList(all).Value())
		return nil
	},
}

//go:noinline
func unary(name string, op py.UnaryOp) py.Member {
	return py.FastFunc(name+"(a, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) {
		return py.Unary(t, op, a[0])
	})
}

//go:noinline
func binary(name string, op py.BinOp) py.Member {
	return py.FastFunc(name+"(a, b, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) {
		return py.Binary(t, op, a[0], a[1])
	})
}

//go:noinline
func inplace(name string, op py.BinOp) py.Member {
	return py.FastFunc(name+"(a, b, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) {
		return py.Inplace(t, op, a[0], a[1])
	})
}

//go:noinline
func compare(name string, op py.CmpOp) py.Member {
	return py.FastFunc(name+"(a, b, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) {
		return py.Compare(t, op, a[0], a[1])
	})
}

func call(t *py.Thread, a *py.Args) (py.Value, error) {
	args, kw := a.All()
	return py.CallKw(t, a.Value(0), args, kw)
}

// sequence reports whether v looks like a sequence.
func sequence(v py.Value) bool {
	c := v.Type()
	return c.Slots.GetItem != nil && c.Flags&py.MapPattern == 0
}

func concat(t *py.Thread, a *py.Args) (py.Value, error) {
	if !sequence(a.Value(0)) {
		return py.Nil, py.Raise(py.TypeError, "'%s' object can't be concatenated", py.TypeName(a.Value(0)))
	}
	return py.Binary(t, py.OpAdd, a.Value(0), a.Value(1))
}

func iconcat(t *py.Thread, a *py.Args) (py.Value, error) {
	if !sequence(a.Value(0)) {
		return py.Nil, py.Raise(py.TypeError, "'%s' object can't be concatenated", py.TypeName(a.Value(0)))
	}
	return py.Inplace(t, py.OpAdd, a.Value(0), a.Value(1))
}

// notIterable replaces the error of an object that cannot be searched.
func notIterable(v py.Value) error {
	if s := &v.Type().Slots; s.Iter == nil && s.GetItem == nil {
		return py.Raise(py.TypeError, "argument of type '%s' is not iterable", py.TypeName(v))
	}
	return nil
}

func countOf(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := notIterable(a.Value(0)); err != nil {
		return py.Nil, err
	}
	n, x := int64(0), a.Value(1)
	err := py.Iterate(t, a.Value(0), func(v py.Value) error {
		eq, err := py.Equal(t, v, x)
		if eq {
			n++
		}
		return err
	})
	return py.Int(n), err
}

func indexOf(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := notIterable(a.Value(0)); err != nil {
		return py.Nil, err
	}
	i, found, x := int64(0), false, a.Value(1)
	err := py.Iterate(t, a.Value(0), func(v py.Value) error {
		eq, err := py.Equal(t, v, x)
		if eq && err == nil {
			found = true
			return py.StopIterate()
		}
		i++
		return err
	})
	if err != nil {
		return py.Nil, err
	}
	if !found {
		return py.Nil, py.Raise(py.ValueError, "sequence.index(x): x not in sequence")
	}
	return py.Int(i), nil
}
