// Package weakref is Python's weakref. Objects die when Go's collector finds that
// nothing holds them: after gc.collect(), or some time later; there are no reference
// counts. ref is in Go, what is built of it in weakref.py.
// https://docs.python.org/3.13/library/weakref.html
package weakref

import (
	_ "embed"
	"runtime"
	"weak"

	"github.com/woma-lang/woma/py"
)

//go:embed weakref.py
var source string

// Module is the module weakref.
var Module = &py.Module{
	Name: "weakref",
	Doc:  "References that do not keep objects alive.",
	Types: func() {
		py.DefineLater(refType, &refShape, "ReferenceType", refSpec)
	},
	Table: func() py.Members {
		return py.Members{py.ClassAs("ref", refType), py.ClassAs("ReferenceType", refType)}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen weakref>", m.Dict)
	},
}

// ref is weakref.ref.
type ref struct {
	py.Head
	obj      weak.Pointer[py.Head]
	hash     int64
	hashed   bool
	callback py.Value
}

var (
	refType  = &py.Type{}
	refShape py.Shape
)

func refSpec() py.TypeSpec {
	return py.TypeSpec{
		Module:  "weakref",
		Doc:     "ref(object, callback=None): a reference that does not keep object alive; a call gives object or None.",
		SubDict: py.SubDict[ref](),
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
				args = args[:len(args)-len(kw)] // __init__ looks at keywords
				if err := py.CheckArgCount("ref", len(args), 1, 2); err != nil {
					return py.Nil, err
				}
				return newRef(t, cls, args[0], args[1:])
			},
			Init: func(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error {
				if len(kw) > 0 {
					return py.Raise(py.TypeError, "ref() takes no keyword arguments")
				}
				return py.CheckArgCount("__init__", len(args), 1, 2)
			},
			Call: func(t *py.Thread, f py.Value, args []py.Value, kw []*py.Str) (py.Value, error) {
				if len(args) > 0 {
					return py.Nil, py.Raise(py.TypeError, "ref() takes no arguments (%d given)", len(args))
				}
				return py.As[ref](f).get(), nil
			},
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
				o := py.As[ref](v).get()
				at := "<weakref at " + py.Address(t, v) + "; "
				if o.IsNone() {
					return py.NewStr(at + "dead>"), nil
				}
				return py.NewStr(at + "to '" + py.TypeName(o) + "' at " + py.Address(t, o) + ">"), nil
			},
			Hash: func(t *py.Thread, v py.Value) (int64, error) {
				r := py.As[ref](v)
				if !r.hashed {
					o := r.get()
					if o.IsNone() {
						return 0, py.Raise(py.TypeError, "weak object has gone away")
					}
					h, err := py.Hash(t, o)
					if err != nil {
						return 0, err
					}
					r.hash, r.hashed = h, true
				}
				return r.hash, nil
			},
			Compare: func(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
				x := py.As[ref](a)
				y, ok := py.Cast[ref](b, refType)
				if !ok || op != py.OpEq && op != py.OpNe {
					return py.NotImplemented, nil
				}
				p, q := x.get(), y.get()
				if p.IsNone() || q.IsNone() {
					return py.Bool((x == y) == (op == py.OpEq)), nil
				}
				return py.CompareItems(t, op, p, q)
			},
		},
		Members: py.Members{
			py.ReadOnly("__callback__", func(t *py.Thread, v py.Value) (py.Value, error) {
				r := py.As[ref](v)
				if r.get() == py.None || !r.callback.Bound() {
					return py.None, nil
				}
				return r.callback, nil
			}),
		},
	}
}

// get returns the object, None if it is dead.
func (r *ref) get() py.Value {
	if p := r.obj.Value(); p != nil {
		return py.Object(p)
	}
	return py.None
}

// pending is what a cleanup needs to make the call; it must not keep the reference.
type pending struct {
	in *py.Interp
	r  weak.Pointer[ref]
}

func newRef(t *py.Thread, cls *py.Type, o py.Value, callback []py.Value) (py.Value, error) {
	if !weakly(o) {
		return py.Nil, py.Raise(py.TypeError, "cannot create weak reference to '%s' object", py.TypeName(o))
	}
	head := (*py.Head)(o.Ptr())
	r := py.Alloc[ref](cls)
	r.obj = weak.Make(head)
	if len(callback) > 0 && !callback[0].IsNone() {
		r.callback = callback[0]
		t.Interp.WeakCallbacks++
		runtime.AddCleanup(head, func(p pending) {
			if r := p.r.Value(); r != nil {
				p.in.CallLater(py.NewNative("fire(ref, /)", fire), py.Object(r))
			}
		}, pending{t.Interp, weak.Make(r)})
	}
	return py.Object(r), nil
}

// fire calls the callback of a reference whose object is gone.
func fire(t *py.Thread, a *py.Args) (py.Value, error) {
	r := py.As[ref](a.Value(0))
	if _, err := py.Call(t, r.callback, a.Value(0)); err != nil {
		py.Unraisable(t, err, "", r.callback)
	}
	return py.None, nil
}

// weakly reports whether there can be weak references to v: not to values of the
// builtin types that CPython excludes.
func weakly(v py.Value) bool {
	c := v.Type()
	if c.Flags&py.Heap != 0 {
		return c.HasWeakRefs()
	}
	switch c {
	case py.SetType, py.FrozenSetType, py.TypeType:
		return true
	}
	switch c.Name {
	case "function", "generator", "coroutine", "async_generator", "method", "deque", "array", "array.array", "Random", "builtin_function_or_method", "code",
		"module", "memoryview", "partial", "_lru_cache_wrapper", "GenericAlias", "TypeVar", "ParamSpec", "TypeVarTuple", "TypeAliasType",
		"OrderedDict", "Pattern", "Struct", "_tee", "FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair", "TextIOWrapper",
		"BytesIO", "StringIO":
		return true
	}
	return c.Flags&py.IsMeta != 0
}
