package collections

import "github.com/woma-lang/woma/py"

// defaultDict is a dict that makes missing values.
type defaultDict struct {
	py.Dict
	factory py.Value // None: missing keys are an error
}

var defaultDictType = &py.Type{}
var defaultDictShape py.Shape

//go:noinline
func defineDefaultDict() {
	py.DefineLater(defaultDictType, &defaultDictShape, "defaultdict", func() py.TypeSpec {
		return py.TypeSpec{
			Module: "collections", Base: py.DictType, Flags: py.DottedName,
			Doc:     "defaultdict(default_factory=None, items=(), **more): a dict that makes the value of a missing key.",
			SubDict: py.SubDict[defaultDict](),
			Slots: py.Slots{
				New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
					d := py.Alloc[defaultDict](cls)
					d.factory = py.None
					return py.Object(d), nil
				},
				Init: func(t *py.Thread, v py.Value, args []py.Value, kw []*py.Str) error {
					d := py.As[defaultDict](v)
					factory := py.None
					if len(args) > len(kw) {
						factory, args = args[0], args[1:]
						if !factory.IsNone() && !py.IsCallable(factory) {
							return py.Raise(py.TypeError, "first argument must be callable or None")
						}
					}
					d.factory = factory
					return py.DictType.Slots.Init(t, v, args, kw)
				},
				Repr: defaultRepr,
				GetItem: func(t *py.Thread, v, key py.Value) (py.Value, error) {
					if v.Type() != defaultDictType {
						return py.DictType.Slots.GetItem(t, v, key)
					}
					d := py.As[defaultDict](v)
					p, err := d.Get(t, key)
					if err != nil {
						return py.Nil, err
					}
					if p != nil {
						return *p, nil
					}
					return d.missing(t, key)
				},
				Binary: func(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
					if op != py.OpOr {
						return py.NotImplemented, nil
					}
					x, ok := py.AsDict(a)
					y, ok2 := py.AsDict(b)
					if !ok || !ok2 {
						return py.NotImplemented, nil
					}
					d, ok := py.Cast[defaultDict](a, defaultDictType)
					if !ok {
						d = py.As[defaultDict](b)
					}
					r, err := d.like(t, x.Value())
					if err != nil {
						return py.Nil, err
					}
					return r, py.As[py.Dict](r).Update(t, y.Value())
				},
				BinaryOps: 1 << py.OpOr,
				RBinOps:   1 << py.OpOr,
			},
			Members: py.Members{
				py.Method("copy()", func(d *defaultDict, t *py.Thread, a *py.Args) (py.Value, error) { return d.like(t, a.Self) }),
				py.Method("__copy__()", func(d *defaultDict, t *py.Thread, a *py.Args) (py.Value, error) { return d.like(t, a.Self) }),
				py.GetSet("default_factory", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[defaultDict](v).factory, nil },
					func(t *py.Thread, v, val py.Value) error {
						if !val.Bound() {
							val = py.None
						}
						py.As[defaultDict](v).factory = val
						return nil
					}),
				py.Method("__missing__(key, /)", func(d *defaultDict, t *py.Thread, a *py.Args) (py.Value, error) { return d.missing(t, a.Value(0)) }),
				py.Method("__reduce__()", func(d *defaultDict, t *py.Thread, a *py.Args) (py.Value, error) {
					args := py.NewTuple()
					if !d.factory.IsNone() {
						args = py.NewTuple(d.factory)
					}
					items, err := py.CallMethod(t, a.Self, py.Name("items"))
					if err == nil {
						items, err = py.Iter(t, items)
					}
					return py.NewTuple(a.Self.Type().Value(), args, py.None, py.None, items), err
				}),
			},
		}
	})
}

// like returns type(d)(factory, src).
func (d *defaultDict) like(t *py.Thread, src py.Value) (py.Value, error) {
	return py.Call(t, py.Object(d).Type().Value(), d.factory, src)
}

func (d *defaultDict) missing(t *py.Thread, key py.Value) (py.Value, error) {
	if d.factory.IsNone() {
		return py.Nil, py.RaiseValue(py.KeyError, key)
	}
	v, err := py.CallKw(t, d.factory, nil, nil)
	if err != nil {
		return py.Nil, err
	}
	return v, py.SetItem(t, py.Object(d), key, v)
}

func defaultRepr(t *py.Thread, v py.Value) (py.Value, error) {
	d := py.As[defaultDict](v)
	factory := "None"
	if !py.EnterRepr(t, d.factory) {
		factory = "..."
	} else {
		s, err := py.Repr(t, d.factory)
		py.LeaveRepr(t)
		if err != nil {
			return py.Nil, err
		}
		factory = s.String()
	}
	items, err := py.DictType.Slots.Repr(t, v)
	if err != nil {
		return py.Nil, err
	}
	return py.NewStr(v.Type().Name + "(" + factory + ", " + py.As[py.Str](items).String() + ")"), nil
}
