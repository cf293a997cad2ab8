package collections

import (
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// orderedDict is a dict with attributes; that it keeps an order is what every dict
// does.
type orderedDict struct {
	py.Dict
	attrs *py.Dict
}

var orderedDictType = &py.Type{}
var orderedDictShape py.Shape

//go:noinline
func defineOrderedDict() {
	py.DefineLater(orderedDictType, &orderedDictShape, "OrderedDict", func() py.TypeSpec {
		return py.TypeSpec{
			Module: "collections", Base: py.DictType, Flags: py.DottedName,
			Doc:        "OrderedDict(items=(), **more): a dict that knows more about order.",
			DictOffset: unsafe.Offsetof(orderedDict{}.attrs),
			SubDict:    unsafe.Offsetof(orderedDict{}.attrs),
			Slots: py.Slots{
				New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
					o := &orderedDict{}
					o.Head = cls.Root()
					return py.Object(o), nil
				},
				Init: func(t *py.Thread, v py.Value, args []py.Value, kw []*py.Str) error {
					if n := len(args) - len(kw); n > 1 {
						return py.Raise(py.TypeError, "expected at most 1 arguments, got %d", n)
					}
					return orderedUpdate(t, v, args, kw)
				},
				Repr:    orderedRepr,
				Compare: orderedCompare,
				Binary: func(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
					if _, ok := py.AsDict(a); !ok || op != py.OpOr {
						return py.NotImplemented, nil
					}
					if _, ok := py.AsDict(b); !ok {
						return py.NotImplemented, nil
					}
					cls := a.Type()
					if !cls.IsSubtype(orderedDictType) {
						cls = b.Type()
					}
					r, err := py.Call(t, cls.Value(), a)
					if err != nil {
						return py.Nil, err
					}
					return r, orderedUpdate(t, r, []py.Value{b}, nil)
				},
				BinaryOps: 1 << py.OpOr,
				RBinOps:   1 << py.OpOr,
				Inplace: func(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
					if op != py.OpOr {
						return py.NotImplemented, nil
					}
					return a, orderedUpdate(t, a, []py.Value{b}, nil)
				},
				InplOps: 1 << py.OpOr,
				Iter: func(t *py.Thread, v py.Value) (py.Value, error) {
					return py.NewOrderedIter(py.As[py.Dict](v), py.OrderedKeys, false), nil
				},
			},
			Members: py.Members{
				py.Method("clear()", (*orderedDict).clear),
				py.Method("copy()", (*orderedDict).copy),
				py.ClassMethod("fromkeys(iterable, value=None)", orderedFromKeys),
				py.Method("items()", func(d *orderedDict, t *py.Thread, a *py.Args) (py.Value, error) {
					return py.NewOrderedView(&d.Dict, a.Self, py.OrderedItems), nil
				}),
				py.Method("keys()", func(d *orderedDict, t *py.Thread, a *py.Args) (py.Value, error) {
					return py.NewOrderedView(&d.Dict, a.Self, py.OrderedKeys), nil
				}),
				py.Method("move_to_end(key, last=True)", (*orderedDict).move_to_end).Leaf(leafMoveToEnd),
				py.Method("pop(key, default=<unrepresentable>)", (*orderedDict).pop),
				py.Method("popitem(last=True)", (*orderedDict).popitem),
				py.Method("setdefault(key, default=None)", (*orderedDict).setdefault),
				py.MethodOf("update(*args, **kwargs)", func(t *py.Thread, a *py.Args) (py.Value, error) {
					args, kw := a.All()
					if n := len(args) - len(kw); n > 1 {
						return py.Nil, py.Raise(py.TypeError, "update() takes at most 1 positional argument (%d given)", n)
					}
					return py.None, orderedUpdate(t, a.Self, args, kw)
				}),
				py.Method("values()", func(d *orderedDict, t *py.Thread, a *py.Args) (py.Value, error) {
					return py.NewOrderedView(&d.Dict, a.Self, py.OrderedValues), nil
				}),
				py.Method("__reversed__()", func(d *orderedDict, t *py.Thread, a *py.Args) (py.Value, error) {
					return py.NewOrderedIter(&d.Dict, py.OrderedKeys, true), nil
				}),
				py.Method("__reduce__()", (*orderedDict).__reduce__),
			},
		}
	})
}

// set is d[k] = v; a subclass may have its own __setitem__.
func orderedSet(t *py.Thread, self, k, v py.Value) error {
	if self.Type() == orderedDictType {
		return py.As[py.Dict](self).Set(t, k, v)
	}
	return py.SetItem(t, self, k, v)
}

// orderedUpdate is MutableMapping.update.
func orderedUpdate(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error {
	n := len(args) - len(kw)
	if n == 1 {
		src := args[0]
		keys, err := py.LookupAttr(t, src, nameKeys.Str())
		if err != nil {
			return err
		}
		if src.Type() == py.DictType || src.Type() == orderedDictType {
			d := py.As[py.Dict](src)
			for pos := 0; ; {
				k, v, next, ok := d.Next(pos)
				if !ok {
					break
				}
				pos = next
				if err := orderedSet(t, self, k, v); err != nil {
					return err
				}
			}
		} else if keys.Bound() {
			ks, err := py.Call(t, keys)
			if err != nil {
				return err
			}
			err = py.Iterate(t, ks, func(k py.Value) error {
				v, err := py.GetItem(t, src, k)
				if err != nil {
					return err
				}
				return orderedSet(t, self, k, v)
			})
			if err != nil {
				return err
			}
		} else {
			err := py.Iterate(t, src, func(x py.Value) error {
				p, err := py.Collect(t, x)
				switch {
				case err != nil:
					return err
				case len(p) < 2:
					return py.Raise(py.ValueError, "need more than %d value%s to unpack", len(p), [2]string{"s", ""}[len(p)&1])
				case len(p) > 2:
					return py.Raise(py.ValueError, "too many values to unpack (expected 2)")
				}
				return orderedSet(t, self, p[0], p[1])
			})
			if err != nil {
				return err
			}
		}
	}
	for i, k := range kw {
		if err := orderedSet(t, self, k.Value(), args[n+i]); err != nil {
			return err
		}
	}
	return nil
}

var nameKeys = py.LateName{Text: "keys"}

func orderedRepr(t *py.Thread, v py.Value) (py.Value, error) {
	d := py.As[py.Dict](v)
	name := v.Type().Name
	if d.Len() == 0 {
		return py.NewStr(name + "()"), nil
	}
	if !py.EnterRepr(t, v) {
		return py.NewStr("..."), nil
	}
	defer py.LeaveRepr(t)
	return d.ReprOf(t, name+"(", ")")
}

func orderedCompare(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	y, ok := py.AsDict(b)
	if !ok || op != py.OpEq && op != py.OpNe {
		return py.NotImplemented, nil
	}
	x := py.As[py.Dict](a)
	eq, err := x.Equal(t, y)
	if err != nil {
		return py.Nil, err
	}
	if eq && py.IsInstance(b, orderedDictType) {
		for i, j := 0, 0; eq; {
			k, _, ni, ok := x.Next(i)
			l, _, nj, ok2 := y.Next(j)
			if !ok || !ok2 {
				break
			}
			if eq, err = py.ItemEqual(t, k, l); err != nil {
				return py.Nil, err
			}
			i, j = ni, nj
		}
	}
	return py.Bool(eq == (op == py.OpEq)), nil
}

func (d *orderedDict) clear(t *py.Thread, a *py.Args) (py.Value, error) {
	d.Clear()
	return py.None, nil
}

func (d *orderedDict) copy(t *py.Thread, a *py.Args) (py.Value, error) {
	if a.Self.Type() == orderedDictType {
		r := &orderedDict{}
		r.Head = orderedDictType.Root()
		return py.Object(r), r.Merge(t, &d.Dict)
	}
	return py.Call(t, a.Self.Type().Value(), a.Self)
}

func orderedFromKeys(t *py.Thread, a *py.Args) (py.Value, error) {
	r, err := py.Call(t, a.Self)
	if err != nil {
		return py.Nil, err
	}
	val := a.ValueOr(1, py.None)
	return r, py.Iterate(t, a.Value(0), func(k py.Value) error { return py.SetItem(t, r, k, val) })
}

// leafMoveToEnd moves a str or an int to the end.
func leafMoveToEnd(dst, self *py.Value, args []py.Value) bool {
	if len(args) != 1 || !py.As[py.Dict](*self).MoveSimple(&args[0]) {
		return false
	}
	*dst = py.None
	return true
}

func (d *orderedDict) move_to_end(t *py.Thread, a *py.Args) (py.Value, error) {
	last := a.BoolOr(t, 1, true)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	key := a.Value(0)
	p, err := d.Get(t, key)
	if err != nil {
		return py.Nil, err
	}
	if p == nil {
		return py.Nil, py.RaiseValue(py.KeyError, key)
	}
	return py.None, d.MoveToEnd(t, key, last)
}

func (d *orderedDict) pop(t *py.Thread, a *py.Args) (py.Value, error) {
	key := a.Value(0)
	v, err := d.Delete(t, key)
	if v.Bound() || err != nil {
		return v, err
	}
	if a.Has(1) {
		return a.Value(1), nil
	}
	if a.Self.Type() != orderedDictType {
		if v, found, err := py.CallSpecial(t, a.Self, nameMissing.Str(), key); found {
			return v, err
		}
	}
	return py.Nil, py.RaiseValue(py.KeyError, key)
}

var nameMissing = py.LateName{Text: "__missing__"}

func (d *orderedDict) popitem(t *py.Thread, a *py.Args) (py.Value, error) {
	last := a.BoolOr(t, 0, true)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if d.Len() == 0 {
		return py.Nil, py.Raise(py.KeyError, "dictionary is empty")
	}
	if last {
		k, v, pos, _ := d.Prev(d.Last())
		d.PopAt(pos)
		return py.NewTuple(k, v), nil
	}
	k, v, next, _ := d.Next(0)
	d.PopAt(next - 1)
	return py.NewTuple(k, v), nil
}

func (d *orderedDict) setdefault(t *py.Thread, a *py.Args) (py.Value, error) {
	key, def := a.Value(0), a.ValueOr(1, py.None)
	if a.Self.Type() == orderedDictType {
		return d.SetDefault(t, key, def)
	}
	p, err := d.Get(t, key)
	if err != nil {
		return py.Nil, err
	}
	if p != nil {
		return *p, nil
	}
	return def, py.SetItem(t, a.Self, key, def)
}

func (d *orderedDict) __reduce__(t *py.Thread, a *py.Args) (py.Value, error) {
	state := py.None
	if o := py.OwnDict(a.Self, false); o != nil && o.Len() > 0 {
		state = o.Value()
	}
	return py.NewTuple(a.Self.Type().Value(), py.NewTuple(), state, py.None, py.NewOrderedIter(&d.Dict, py.OrderedItems, false)), nil
}
