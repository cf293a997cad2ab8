// Package collections is Python's collections: deque, OrderedDict, defaultdict and
// namedtuple in Go; Counter, ChainMap, UserDict, UserList and UserString in
// user.py, which is compiled when one of them is first asked for.
// https://docs.python.org/3.13/library/collections.html
//
// As MicroPython's deque, ours takes a third argument: with flags & 1 an append to a
// full deque is an IndexError.
package collections

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed user.py
var userSource string

// Module is the module collections. The types are filled first: their methods mention
var Module = &py.Module{
	Name: "collections",
	Doc:  "More containers than the builtin ones.",
	Types: func() {
		defineOrderedDict()
		defineDefaultDict()
		newDequeType()
	},
	Table: func() py.Members {
		return py.Members{
			py.Class(orderedDictType),
			py.Make("__all__", func(in *py.Interp) py.Value {
				var names []py.Value
				for _, n := range []string{"ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"} {
					names = append(names, py.NewStr(n))
				}
				return py.NewList(names).Value()
			}),
			py.Func("_count_elements(mapping, iterable, /)", countElements),
			py.Class(defaultDictType),
			py.Class(dequeType),
			py.PyFunc("namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)", namedtuple),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		m.Dict.SetItem("__getattr__", py.NewNative("__getattr__(name, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			if name := a.String(0); a.Err() == nil && name == "abc" {
				return t.Interp.Machine.Import(t, "collections.abc", nil, py.NewTuple(py.NewStr("abc")), 0)
			}
			e := py.Raise(py.AttributeError, "module 'collections' has no attribute '%s'", a.Str(0)).(*py.Exc)
			return py.Nil, py.WithNameObj(e, a.Str(0), m.Value())
		}))
		py.LazySource(m, userSource, "<frozen collections>", "ChainMap", "Counter", "UserDict", "UserList", "UserString")
		return nil
	},
}

// countElements is Counter's inner loop: mapping[x] += 1 for each item.
func countElements(t *py.Thread, a *py.Args) (py.Value, error) {
	d, ok := py.AsDict(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "_count_elements() argument 1 must be dict, not %s", py.TypeName(a.Value(0)))
	}
	return py.None, py.Iterate(t, a.Value(1), func(x py.Value) error {
		p, err := d.Get(t, x)
		if err != nil {
			return err
		}
		if p == nil {
			return d.Set(t, x, py.Int(1))
		}
		if p.IsInt() && p.I() < 1<<62 {
			p.SetInt(p.I() + 1)
			return nil
		}
		n, err := py.Binary(t, py.OpAdd, *p, py.Int(1))
		if err != nil {
			return err
		}
		return d.Set(t, x, n)
	})
}
