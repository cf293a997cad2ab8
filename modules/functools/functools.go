// Package functools is Python's functools. What a program calls often is in Go;
// total_ordering, partialmethod, singledispatch and singledispatchmethod are in
// more.py, which is compiled when one of them is first asked for.
// https://docs.python.org/3.13/library/functools.html
package functools

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed more.py
var moreSource string

// Module is the module functools. The types are filled first: their methods mention
var Module = &py.Module{
	Name: "functools",
	Doc:  "Functions that take and make functions.",
	Types: func() {
		definePartial()
		defineCache()
	},
	Table: func() py.Members {
		return py.Members{
			py.Make("WRAPPER_ASSIGNMENTS", func(in *py.Interp) py.Value { return names(assigned) }),
			py.Make("WRAPPER_UPDATES", func(in *py.Interp) py.Value { return names(updated) }),
			py.PyFunc("cache(user_function, /)", cache),
			py.Class(cachedPropertyType),
			py.Func("cmp_to_key(mycmp)", cmp_to_key),
			py.PyFunc("lru_cache(maxsize=128, typed=False)", lru_cache),
			py.Class(partialType),
			py.Func("reduce(function, iterable, initial=None, /)", reduce),
			py.PyFunc("update_wrapper(wrapper, wrapped, assigned=None, updated=None)", update_wrapper),
			py.PyFunc("wraps(wrapped, assigned=None, updated=None)", wraps),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		py.LazySource(m, moreSource, "<frozen functools>", "partialmethod", "singledispatch", "singledispatchmethod", "total_ordering")
		all := names([]string{"update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache",
			"cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"})
		m.Dict.SetItem("__all__", py.NewList(py.As[py.Tuple](all).Items()).Value())
		return nil
	},
}

var (
	assigned = []string{"__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"}
	updated  = []string{"__dict__"}
)

func names(list []string) py.Value {
	out := make([]py.Value, len(list))
	for i, n := range list {
		out[i] = py.Name(n).Value()
	}
	return py.NewTuple(out...)
}

func reduce(t *py.Thread, a *py.Args) (py.Value, error) {
	f, acc := a.Value(0), a.Value(2)
	it, err := py.Iter(t, a.Value(1))
	if err != nil {
		if py.ErrIs(err, py.TypeError) {
			return py.Nil, py.Raise(py.TypeError, "reduce() arg 2 must support iteration")
		}
		return py.Nil, err
	}
	next := it.Type().Slots.Next
	for n := 1; ; n++ {
		x, err := next(t, it)
		if err != nil {
			return py.Nil, err
		}
		if !x.Bound() {
			break
		}
		if !acc.Bound() {
			acc = x
		} else if acc, err = py.Call(t, f, acc, x); err != nil {
			return py.Nil, err
		}
		if n&63 == 0 {
			if err := t.Step(64); err != nil {
				return py.Nil, err
			}
		}
	}
	if !acc.Bound() {
		return py.Nil, py.Raise(py.TypeError, "reduce() of empty iterable with no initial value")
	}
	return acc, nil
}

var nameWrapped = py.LateName{Text: "__wrapped__"}
var nameUpdate = py.LateName{Text: "update"}

func update_wrapper(t *py.Thread, a *py.Args) (py.Value, error) {
	wrapper, wrapped := a.Value(0), a.Value(1)
	list := a.Value(2)
	if !list.Bound() {
		list = names(assigned)
	}
	err := py.Iterate(t, list, func(x py.Value) error {
		name, ok := py.AsStr(x)
		if !ok {
			return py.Raise(py.TypeError, "attribute name must be string, not '%s'", py.TypeName(x))
		}
		v, err := py.LookupAttr(t, wrapped, name)
		if err != nil || !v.Bound() {
			return err
		}
		return py.SetAttr(t, wrapper, name, v)
	})
	if err != nil {
		return py.Nil, err
	}
	if list = a.Value(3); !list.Bound() {
		list = names(updated)
	}
	err = py.Iterate(t, list, func(x py.Value) error {
		name, ok := py.AsStr(x)
		if !ok {
			return py.Raise(py.TypeError, "attribute name must be string, not '%s'", py.TypeName(x))
		}
		d, err := py.GetAttr(t, wrapper, name)
		if err != nil {
			return err
		}
		src, err := py.LookupAttr(t, wrapped, name)
		if err != nil {
			return err
		}
		if !src.Bound() {
			src = py.NewDict().Value()
		}
		_, err = py.CallMethod(t, d, nameUpdate.Str(), src)
		return err
	})
	if err != nil {
		return py.Nil, err
	}
	return wrapper, py.SetAttr(t, wrapper, nameWrapped.Str(), wrapped)
}

// wraps is partial(update_wrapper, wrapped=wrapped, …).
func wraps(t *py.Thread, a *py.Args) (py.Value, error) {
	p := &partial{Head: partialType.Root(), kw: py.NewDict()}
	p.f = py.NewNative("update_wrapper(*args, **kwargs)", updateWrapperFn)
	if m, err := t.Interp.Machine.Import(t, "functools", nil, py.None, 0); err == nil {
		if f, err := py.GetAttr(t, m, py.Name("update_wrapper")); err == nil {
			p.f = f
		}
	}
	p.kw.SetItem("wrapped", a.Value(0))
	p.kw.SetItem("assigned", a.ValueOr(1, names(assigned)))
	p.kw.SetItem("updated", a.ValueOr(2, names(updated)))
	return py.Object(p), nil
}

func updateWrapperFn(t *py.Thread, a *py.Args) (py.Value, error) {
	args, kw := a.All()
	return py.CallKw(t, py.PyFunc("update_wrapper(wrapper, wrapped, assigned=None, updated=None)", update_wrapper).For(nil), args, kw)
}

// keyWrapper is what cmp_to_key's keys are: objects that compare by calling mycmp.
type keyWrapper struct {
	py.Head
	cmp, obj py.Value // obj is unbound in the function itself
}

var keyWrapperType = &py.Type{}
var keyWrapperShape py.Shape

func newKeyWrapper(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Object(&keyWrapper{keyWrapperType.Root(), py.As[keyWrapper](a.Self).cmp, a.Value(0)}), nil
}

func keyWrapperCall() *py.Native {
	return py.As[py.Native](py.NewNative("K(obj)", newKeyWrapper))
}

func cmp_to_key(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Object(&keyWrapper{Head: keyWrapperType.Root(), cmp: a.Value(0)}), nil
}

func keyCompare(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	if b.Type() != keyWrapperType {
		return py.Nil, py.Raise(py.TypeError, "other argument must be K instance")
	}
	x, y := py.As[keyWrapper](a), py.As[keyWrapper](b)
	if !x.obj.Bound() || !y.obj.Bound() {
		return py.Nil, py.Raise(py.AttributeError, "object")
	}
	r, err := py.Call(t, x.cmp, x.obj, y.obj)
	if err != nil {
		return py.Nil, err
	}
	return py.Compare(t, op, r, py.Int(0))
}
