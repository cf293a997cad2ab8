package itertools

import (
	"math"

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
		Doc: "count(start=0, step=1): start, start + step, and so on without end.",
		Slots: py.Slots{
			New: py.Ctor("count(start=0, step=1)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				o := py.Alloc[count](a.ClassOf())
				o.n, o.step = a.ValueOr(0, py.Int(0)), a.ValueOr(1, py.Int(1))
				if !isNumber(o.n) || !isNumber(o.step) {
					return py.Nil, py.Raise(py.TypeError, "a number is required")
				}
				return py.Object(o), nil
			}),
			Iter: py.IterSelf,
			Next: func(t *py.Thread, v py.Value) (py.Value, error) {
				o := py.As[count](v)
				n := o.n
				if py.BothInt(&o.n, &o.step) {
					if s := o.n.I() + o.step.I(); (s^o.n.I())&(s^o.step.I()) >= 0 {
						o.n = py.Int(s)
						return n, nil
					}
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

// product of pools: idx counts like an odometer.
type product struct {
	py.Head
	pools [][]py.Value
	idx   []int
	state uint8
}

const (
	fresh uint8 = iota
	running
	finished
)

var productType = py.LazyType("product", productSpec)

func productSpec() py.TypeSpec {
	return iterSpec[product]("product(*iterables, repeat=1): all combinations of an item of each.",
		py.Ctor("product(*iterables, repeat=1)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			n := a.IntOr(t, 0, 1)
			if err := a.Err(); err != nil {
				return py.Nil, err
			}
			if n < 0 {
				return py.Nil, py.Raise(py.ValueError, "repeat argument cannot be negative")
			}
			rest := a.Rest()
			k := len(rest)
			if k > 0 && n > math.MaxInt/k/32 {
				return py.Nil, py.Raise(py.OverflowError, "repeat argument too large")
			}
			if n == 0 {
				k = 0
			}
			if err := t.Alloc(k * n * 32); err != nil {
				return py.Nil, err
			}
			pools := make([][]py.Value, 0, k*n)
			for i := 0; i < k; i++ {
				p, err := py.Collect(t, rest[i])
				if err != nil {
					return py.Nil, err
				}
				pools = append(pools, p)
			}
			for i := k; i < k*n; i++ {
				pools = append(pools, pools[i-k])
			}
			o := py.Alloc[product](a.ClassOf())
			o.pools, o.idx = pools, make([]int, len(pools))
			for _, p := range pools {
				if len(p) == 0 {
					o.state = finished
				}
			}
			return py.Object(o), nil
		}), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[product](v)
			switch o.state {
			case fresh:
				o.state = running
			case running:
				i := len(o.idx) - 1
				for ; i >= 0; i-- {
					if o.idx[i]++; o.idx[i] < len(o.pools[i]) {
						break
					}
					o.idx[i] = 0
				}
				if i < 0 {
					o.state = finished
				}
			}
			if o.state == finished {
				return py.Nil, nil
			}
			if err := charge(t, len(o.idx)); err != nil {
				return py.Nil, err
			}
			x := py.MakeTuple(len(o.idx))
			row := x.Items()
			for i, j := range o.idx {
				row[i] = o.pools[i][j]
			}
			return x.Value(), nil
		})
}
