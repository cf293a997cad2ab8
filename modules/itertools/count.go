package itertools

import (
	"github.com/woma-lang/woma/py"
)

type count struct {
	py.Head
	n, step py.Value
}

var countType = py.LazyType("count", countSpec)

func countSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "itertools", Flags: py.DottedName, SubDict: py.SubDict[count](),
		Doc:      "count(start=0, step=1): start, start + step, and so on without end.",
		NextLeaf: func(dst, v *py.Value) bool { return (*count)(v.Ptr()).next(dst) },
		Slots: py.Slots{
			New: py.Ctor("count(start=0, step=1)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				o := py.Alloc[count](a.ClassOf())
				o.n, o.step = a.ValueOr(0, py.Int(0)), a.ValueOr(1, py.Int(1))
				if !isNumber(o.n) || !isNumber(o.step) {
					return py.Nil, py.Raise(py.TypeError, "a number is required")
				}
				if o.n.IsBool() && o.step == py.Int(1) {
					o.n = py.Int(int64(o.n.Bits()))
				}
				return py.Object(o), nil
			}),
			Iter: py.IterSelf,
			Next: func(t *py.Thread, v py.Value) (py.Value, error) {
				o := py.As[count](v)
				n := o.n
				if o.next(&n) {
					return n, nil
				}
				sum, err := py.Binary(t, py.OpAdd, o.n, o.step)
				if err != nil {
					return py.Nil, err
				}
				o.n = sum
				return n, nil
			},
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
				o := py.As[count](v)
				if o.step == py.Int(1) {
					return py.ReprItems(t, v.Type().Name+"(", []py.Value{o.n}, ")")
				}
				return py.ReprItems(t, v.Type().Name+"(", []py.Value{o.n, o.step}, ")")
			},
		},
	}
}

// next puts a small int into dst.
func (o *count) next(dst *py.Value) bool {
	if !py.BothInt(&o.n, &o.step) {
		return false
	}
	n := o.n.I()
	sum := n + o.step.I()
	if (sum^n)&(sum^o.step.I()) < 0 {
		return false
	}
	dst.SetInt(n)
	o.n.SetInt(sum)
	return true
}

// isNumber is PyNumber_Check.
func isNumber(v py.Value) bool {
	const ops = 1<<py.OpIndex | 1<<py.OpInt | 1<<py.OpFloat
	return v.Type().Slots.UnaryOps&ops != 0 || py.IsInstance(v, py.ComplexType) || py.IsInstance(v, py.IntType) || py.IsInstance(v, py.FloatType)
}

type repeat struct {
	py.Head
	v    py.Value
	left int // -1: for ever
}

var repeatType = py.LazyType("repeat", repeatSpec)

func repeatSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "itertools", Flags: py.DottedName, SubDict: py.SubDict[repeat](),
		Doc: "repeat(object, times=None): object again and again.",
		NextLeaf: func(dst, v *py.Value) bool {
			o := (*repeat)(v.Ptr())
			if o.left == 0 {
				return false
			}
			if o.left > 0 {
				o.left--
			}
			*dst = o.v
			return true
		},
		Slots: py.Slots{
			New: py.Ctor("repeat(object, times=None)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				o := py.Alloc[repeat](a.ClassOf())
				o.v, o.left = a.Value(0), -1
				if a.Has(1) {
					o.left = max(0, a.Int(t, 1))
				}
				return py.Object(o), a.Err()
			}),
			Iter: py.IterSelf,
			Next: func(t *py.Thread, v py.Value) (py.Value, error) {
				o := py.As[repeat](v)
				if o.left == 0 {
					return py.Nil, nil
				}
				if o.left > 0 {
					o.left--
				}
				return o.v, nil
			},
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
				o := py.As[repeat](v)
				if o.left < 0 {
					return py.ReprItems(t, v.Type().Name+"(", []py.Value{o.v}, ")")
				}
				return py.ReprItems(t, v.Type().Name+"(", []py.Value{o.v, py.Int(int64(o.left))}, ")")
			},
		},
		Members: py.Members{
			py.Method("__length_hint__()", func(o *repeat, t *py.Thread, a *py.Args) (py.Value, error) {
				if o.left < 0 {
					return py.Nil, py.Raise(py.TypeError, "len() of unsized object")
				}
				return py.Int(int64(o.left)), nil
			}),
		},
	}
}
