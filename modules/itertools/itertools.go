// Package itertools is Python's itertools: everything of CPython 3.13.
// https://docs.python.org/3.13/library/itertools.html
//
// The simple iterators are in this file, those that count in count.go, those that
// combine in combine.go, grouping and tee in group.go.
package itertools

import (
	"math"

	"github.com/woma-lang/woma/py"
)

// Module is the module itertools.
var Module = &py.Module{
	Name: "itertools",
	Doc:  "Iterators to build other iterators of.",
	Table: func() py.Members {
		return py.Members{
			py.Class(accumulateType),
			py.Class(batchedType),
			py.Class(chainType),
			py.Class(combinationsType),
			py.Class(combinationsWithReplacementType),
			py.Class(compressType),
			py.Class(countType),
			py.Class(cycleType),
			py.Class(dropwhileType),
			py.Class(filterfalseType),
			py.Class(groupbyType),
			py.Class(isliceType),
			py.Class(pairwiseType),
			py.Class(permutationsType),
			py.Class(productType),
			py.Class(repeatType),
			py.Class(starmapType),
			py.Class(takewhileType),
			py.Func("tee(iterable, n=2, /)", tee),
			py.Class(zipLongestType),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		m.Dict.SetItem("_grouper", grouperType.Value())
		m.Dict.SetItem("_tee", teeType.Value())
		return nil
	},
}

type newFunc = func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error)
type nextFunc = func(t *py.Thread, v py.Value) (py.Value, error)

// iterSpec is the type of an iterator whose objects are Ts.
func iterSpec[T any](doc string, new newFunc, next nextFunc, members ...py.Member) py.TypeSpec {
	return py.TypeSpec{
		Module: "itertools", Doc: doc, Flags: py.DottedName, SubDict: py.SubDict[T](),
		Slots:   py.Slots{New: new, Iter: py.IterSelf, Next: next},
		Members: members,
	}
}

// next is next(it); the iterator has been made by py.Iter.
func next(t *py.Thread, it py.Value) (py.Value, error) { return py.NextIn(t, it) }

// iterArg makes an iterator of argument i.
func iterArg(t *py.Thread, a *py.Args, i int) (py.Value, error) { return py.Iter(t, a.Value(i)) }

var accumulateType = py.LazyType("accumulate", accumulateSpec)

func accumulateSpec() py.TypeSpec {
	return iterSpec[accumulate]("accumulate(iterable, func=add, *, initial=None): sums so far.",
		py.Ctor("accumulate(iterable, func=None, *, initial=None)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			it, err := iterArg(t, a, 0)
			if err != nil {
				return py.Nil, err
			}
			o := py.Alloc[accumulate](a.ClassOf())
			o.it = it
			if a.Given(1) {
				o.f = a.Value(1)
			}
			if a.Given(2) {
				o.initial = a.Value(2)
			}
			return py.Object(o), nil
		}), accumulateNext)
}

type accumulate struct {
	py.Head
	it, f, total, initial py.Value
}

func accumulateNext(t *py.Thread, v py.Value) (py.Value, error) {
	o := py.As[accumulate](v)
	if o.initial.Bound() {
		o.total, o.initial = o.initial, py.Nil
		return o.total, nil
	}
	x, err := next(t, o.it)
	if err != nil || !x.Bound() {
		return py.Nil, err
	}
	switch {
	case !o.total.Bound():
	case o.f.Bound():
		x, err = py.Call(t, o.f, o.total, x)
	default:
		x, err = py.Binary(t, py.OpAdd, o.total, x)
	}
	if err == nil {
		o.total = x
	}
	return x, err
}

var chainType = py.LazyType("chain", chainSpec)

func chainSpec() py.TypeSpec {
	spec := iterSpec[chain]("chain(*iterables): one after the other.",
		py.Ctor("chain(*iterables)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			it, err := py.Iter(t, py.NewTuple(a.Rest()...))
			if err != nil {
				return py.Nil, err
			}
			o := py.Alloc[chain](a.ClassOf())
			o.source = it
			return py.Object(o), nil
		}), chainNext,
		py.ClassMethod("from_iterable(iterable, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			it, err := iterArg(t, a, 0)
			if err != nil {
				return py.Nil, err
			}
			o := py.Alloc[chain](a.ClassOf())
			o.source = it
			return py.Object(o), nil
		}),
		py.ClassGetItem())
	spec.NextLeaf = func(dst, v *py.Value) bool {
		o := (*chain)(v.Ptr())
		return o.active.Bound() && o.quick(dst)
	}
	return spec
}

// chain has the iterator, list or tuple that gives the items now. Lists and tuples need
// no iterator.
type chain struct {
	py.Head
	source, active py.Value
	i              int // position in a list or tuple
}

// quick puts the next item of what active is into dst if that takes no call.
func (o *chain) quick(dst *py.Value) bool {
	var items []py.Value
	switch {
	case py.IsList(o.active):
		items = py.As[py.List](o.active).A
	case py.IsTuple(o.active):
		items = py.As[py.Tuple](o.active).Items()
	default:
		return py.QuickNext(dst, &o.active)
	}
	if o.i >= len(items) {
		return false
	}
	*dst = items[o.i]
	o.i++
	return true
}

func chainNext(t *py.Thread, v py.Value) (x py.Value, err error) {
	o := py.As[chain](v)
	for o.source.Bound() {
		if !o.active.Bound() {
			x, err = next(t, o.source)
			if err == nil && x.Bound() && !py.IsList(x) && !py.IsTuple(x) {
				x, err = py.Iter(t, x)
			}
			if err != nil || !x.Bound() {
				o.source = py.Nil
				return py.Nil, err
			}
			o.active, o.i = x, 0
		}
		if o.quick(&x) {
			return x, nil
		}
		if !py.IsList(o.active) && !py.IsTuple(o.active) {
			x, err = next(t, o.active)
			if err != nil || x.Bound() {
				return x, err
			}
			t.StopValue = py.Nil // of this part only
		}
		o.active = py.Nil
		if err := t.Step(1); err != nil {
			return py.Nil, err
		}
	}
	return py.Nil, nil
}

type twoIters struct {
	py.Head
	a, b py.Value
	flag bool
}

var compressType = py.LazyType("compress", compressSpec)

func compressSpec() py.TypeSpec {
	return iterSpec[twoIters]("compress(data, selectors): the items whose selector is true.",
		py.Ctor("compress(data, selectors)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			x, err := iterArg(t, a, 0)
			if err != nil {
				return py.Nil, err
			}
			y, err := iterArg(t, a, 1)
			if err != nil {
				return py.Nil, err
			}
			o := py.Alloc[twoIters](a.ClassOf())
			o.a, o.b = x, y
			return py.Object(o), nil
		}), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[twoIters](v)
			for {
				x, err := next(t, o.a)
				if err != nil || !x.Bound() {
					return py.Nil, err
				}
				s, err := next(t, o.b)
				if err != nil || !s.Bound() {
					return py.Nil, err
				}
				if ok, err := py.Truth(t, s); ok || err != nil {
					return orNil(x, err)
				}
				if err := t.Step(1); err != nil {
					return py.Nil, err
				}
			}
		})
}

func orNil(v py.Value, err error) (py.Value, error) {
	if err != nil {
		return py.Nil, err
	}
	return v, nil
}

// predicateCtor makes the constructor of an iterator with a function and an iterable.
func predicateCtor(sig string) newFunc {
	return py.Ctor(sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
		it, err := iterArg(t, a, 1)
		if err != nil {
			return py.Nil, err
		}
		o := py.Alloc[twoIters](a.ClassOf())
		o.a, o.b = a.Value(0), it
		return py.Object(o), nil
	})
}

var dropwhileType = py.LazyType("dropwhile", dropwhileSpec)

func dropwhileSpec() py.TypeSpec {
	return iterSpec[twoIters]("dropwhile(predicate, iterable): the items from the first for which predicate is false.",
		predicateCtor("dropwhile(predicate, iterable, /)"), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[twoIters](v)
			for {
				x, err := next(t, o.b)
				if err != nil || !x.Bound() || o.flag {
					return x, err
				}
				ok, err := test(t, o.a, x)
				if err != nil {
					return py.Nil, err
				}
				if !ok {
					o.flag = true
					return x, nil
				}
				if err := t.Step(1); err != nil {
					return py.Nil, err
				}
			}
		})
}

// test is bool(f(x)).
func test(t *py.Thread, f, x py.Value) (bool, error) {
	r, err := py.Call(t, f, x)
	if err != nil {
		return false, err
	}
	return py.Truth(t, r)
}

var takewhileType = py.LazyType("takewhile", takewhileSpec)

func takewhileSpec() py.TypeSpec {
	return iterSpec[twoIters]("takewhile(predicate, iterable): the items up to the first for which predicate is false.",
		predicateCtor("takewhile(predicate, iterable, /)"), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[twoIters](v)
			if o.flag {
				return py.Nil, nil
			}
			x, err := next(t, o.b)
			if err != nil || !x.Bound() {
				return py.Nil, err
			}
			ok, err := test(t, o.a, x)
			if err != nil {
				return py.Nil, err
			}
			if !ok {
				o.flag = true
				return py.Nil, nil
			}
			return x, nil
		})
}

var filterfalseType = py.LazyType("filterfalse", filterfalseSpec)

func filterfalseSpec() py.TypeSpec {
	return iterSpec[twoIters]("filterfalse(predicate, iterable): the items for which predicate is false.",
		predicateCtor("filterfalse(function, iterable, /)"), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[twoIters](v)
			for {
				x, err := next(t, o.b)
				if err != nil || !x.Bound() {
					return py.Nil, err
				}
				var ok bool
				if o.a.IsNone() {
					ok, err = py.Truth(t, x)
				} else {
					ok, err = test(t, o.a, x)
				}
				if err != nil {
					return py.Nil, err
				}
				if !ok {
					return x, nil
				}
				if err := t.Step(1); err != nil {
					return py.Nil, err
				}
			}
		})
}

var starmapType = py.LazyType("starmap", starmapSpec)

func starmapSpec() py.TypeSpec {
	return iterSpec[twoIters]("starmap(func, iterable): func(*item) for the items.",
		predicateCtor("starmap(function, iterable, /)"), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[twoIters](v)
			x, err := next(t, o.b)
			if err != nil || !x.Bound() {
				return py.Nil, err
			}
			if py.IsTuple(x) {
				return py.CallItems(t, o.a, py.As[py.Tuple](x).Items(), py.Nil)
			}
			args, err := py.Collect(t, x)
			if err != nil {
				return py.Nil, err
			}
			return py.CallKw(t, o.a, args, nil)
		})
}

var pairwiseType = py.LazyType("pairwise", pairwiseSpec)

func pairwiseSpec() py.TypeSpec {
	spec := iterSpec[twoIters]("pairwise(iterable): each item with the next.",
		py.Ctor("pairwise(iterable, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			it, err := iterArg(t, a, 0)
			if err != nil {
				return py.Nil, err
			}
			o := py.Alloc[twoIters](a.ClassOf())
			o.a = it
			return py.Object(o), nil
		}), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[twoIters](v)
			if !o.a.Bound() {
				return py.Nil, nil
			}
			if !o.b.Bound() {
				x, err := next(t, o.a)
				if err != nil || !x.Bound() {
					o.a = py.Nil
					return py.Nil, err
				}
				o.b = x
				if !o.a.Bound() { // the iterator has used this one up
					o.b = py.Nil
					return py.Nil, nil
				}
			}
			old := o.b
			x, err := next(t, o.a)
			if err != nil || !x.Bound() {
				o.a, o.b = py.Nil, py.Nil
				return py.Nil, err
			}
			o.b = x
			return py.NewTuple(old, x), nil
		})
	spec.NextLeaf = func(dst, v *py.Value) bool {
		o := (*twoIters)(v.Ptr())
		old := o.b
		if !old.Bound() || !py.QuickNext(&o.b, &o.a) {
			return false
		}
		*dst = py.NewTuple(old, o.b)
		return true
	}
	spec.NextRow = func(row []py.Value, v *py.Value) bool {
		o := (*twoIters)(v.Ptr())
		if len(row) != 2 || !o.b.Bound() || !py.QuickNext(&row[1], &o.a) {
			return false
		}
		row[0], o.b = o.b, row[1]
		return true
	}
	return spec
}

type cycle struct {
	py.Head
	it    py.Value
	saved []py.Value
	i     int
}

var cycleType = py.LazyType("cycle", cycleSpec)

func cycleSpec() py.TypeSpec {
	return iterSpec[cycle]("cycle(iterable): the items again and again.",
		py.Ctor("cycle(iterable, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			it, err := iterArg(t, a, 0)
			if err != nil {
				return py.Nil, err
			}
			o := py.Alloc[cycle](a.ClassOf())
			o.it = it
			return py.Object(o), nil
		}), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[cycle](v)
			if o.it.Bound() {
				x, err := next(t, o.it)
				if err != nil {
					return py.Nil, err
				}
				if x.Bound() {
					if n := len(o.saved); n == cap(o.saved) && n >= 1024 {
						if err := t.Alloc(n * 20); err != nil {
							return py.Nil, err
						}
					}
					o.saved = append(o.saved, x)
					return x, nil
				}
				o.it = py.Nil
			}
			if len(o.saved) == 0 {
				return py.Nil, nil
			}
			x := o.saved[o.i]
			if o.i++; o.i == len(o.saved) {
				o.i = 0
			}
			return x, nil
		})
}

type batched struct {
	py.Head
	it     py.Value
	n      int
	strict bool
}

var batchedType = py.LazyType("batched", batchedSpec)

func batchedSpec() py.TypeSpec {
	return iterSpec[batched]("batched(iterable, n, *, strict=False): tuples of n items.",
		py.Ctor("batched(iterable, n, *, strict=False)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			n := a.Int(t, 1)
			strict := a.BoolOr(t, 2, false)
			if err := a.Err(); err != nil {
				return py.Nil, err
			}
			if n < 1 {
				return py.Nil, py.Raise(py.ValueError, "n must be at least one")
			}
			it, err := iterArg(t, a, 0)
			if err != nil {
				return py.Nil, err
			}
			o := py.Alloc[batched](a.ClassOf())
			o.it, o.n, o.strict = it, n, strict
			return py.Object(o), nil
		}), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[batched](v)
			if !o.it.Bound() {
				return py.Nil, nil
			}
			room := py.TupleRoom(min(o.n, 1024))
			for len(room)-1 < o.n {
				x, err := next(t, o.it)
				if err != nil {
					o.it = py.Nil
					return py.Nil, err
				}
				if !x.Bound() {
					break
				}
				if n := len(room); n == cap(room) && n >= 1024 {
					if err := t.Alloc(n * 20); err != nil {
						return py.Nil, err
					}
				}
				room = append(room, x)
				if len(room)&63 == 0 {
					if err := t.Step(64); err != nil {
						return py.Nil, err
					}
				}
			}
			if len(room)-1 < o.n {
				o.it = py.Nil
				if len(room) == 1 {
					return py.Nil, nil
				}
				if o.strict {
					return py.Nil, py.Raise(py.ValueError, "batched(): incomplete batch")
				}
			}
			return py.SealTuple(room)
		})
}

type zipLongest struct {
	py.Head
	its  []py.Value // an exhausted one is unbound
	left int
	fill py.Value
}

var zipLongestType = py.LazyType("zip_longest", zipLongestSpec)

func zipLongestSpec() py.TypeSpec {
	return iterSpec[zipLongest]("zip_longest(*iterables, fillvalue=None): zip up to the longest.",
		py.Ctor("zip_longest(*iterables, **kwargs)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			fill := py.None
			if names, vals := a.Kw(); len(names) > 0 {
				if len(names) > 1 || names[0].String() != "fillvalue" {
					return py.Nil, py.Raise(py.TypeError, "zip_longest() got an unexpected keyword argument")
				}
				fill = vals[0]
			}
			its := make([]py.Value, len(a.Rest()))
			for i, v := range a.Rest() {
				it, err := py.Iter(t, v)
				if err != nil {
					return py.Nil, err
				}
				its[i] = it
			}
			o := py.Alloc[zipLongest](a.ClassOf())
			o.its, o.left, o.fill = its, len(its), fill
			return py.Object(o), nil
		}), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[zipLongest](v)
			if o.left == 0 {
				return py.Nil, nil
			}
			if err := charge(t, len(o.its)); err != nil {
				return py.Nil, err
			}
			tup := py.MakeTuple(len(o.its))
			row := tup.Items()
			for i, it := range o.its {
				row[i] = o.fill
				if !it.Bound() {
					continue
				}
				x, err := next(t, it)
				if err != nil {
					o.left = 0
					return py.Nil, err
				}
				if x.Bound() {
					row[i] = x
					continue
				}
				o.its[i] = py.Nil
				if o.left--; o.left <= 0 {
					return py.Nil, nil
				}
			}
			return tup.Value(), nil
		})
}

type islice struct {
	py.Head
	it              py.Value
	next, stop, cnt int // a stop of -1 is none
	step            int
}

var isliceType = py.LazyType("islice", isliceSpec)

func isliceSpec() py.TypeSpec {
	return iterSpec[islice]("islice(iterable, stop), islice(iterable, start, stop, step=1): a slice of an iterator.",
		isliceNew, isliceNext)
}

func isliceNew(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	if cls.Flags&py.Heap == 0 {
		if err := py.CheckNoKeywords("islice", kw); err != nil {
			return py.Nil, err
		}
	}
	args = args[:len(args)-len(kw)]
	if err := py.CheckArgCount("islice", len(args), 2, 4); err != nil {
		return py.Nil, err
	}
	// -1 is both an error and a wrong number, as in CPython.
	size := func(v py.Value, def int) int {
		if v.IsNone() {
			return def
		}
		if !py.IsIndexable(v) {
			return -1
		}
		n, err := py.AsInt(t, v)
		if err != nil {
			return -1
		}
		return n
	}
	last := 1
	start, step := 0, 1
	if len(args) > 2 {
		start, last = size(args[1], 0), 2
	}
	stop := math.MinInt
	if !args[last].IsNone() {
		if stop = size(args[last], 0); stop == -1 {
			return py.Nil, py.Raise(py.ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
	}
	if start < 0 || stop < 0 && stop != math.MinInt {
		return py.Nil, py.Raise(py.ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	}
	stop = max(stop, -1)
	if len(args) == 4 {
		if step = size(args[3], 1); step < 1 {
			return py.Nil, py.Raise(py.ValueError, "Step for islice() must be a positive integer or None.")
		}
	}
	it, err := py.Iter(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	o := py.Alloc[islice](cls)
	o.it, o.next, o.stop, o.step = it, start, stop, step
	return py.Object(o), nil
}

func isliceNext(t *py.Thread, v py.Value) (py.Value, error) {
	o := py.As[islice](v)
	if !o.it.Bound() {
		return py.Nil, nil
	}
	for o.cnt < o.next {
		x, err := next(t, o.it)
		if err != nil || !x.Bound() {
			o.it = py.Nil
			return py.Nil, err
		}
		if o.cnt++; o.cnt&63 == 0 {
			if err := t.Step(64); err != nil {
				return py.Nil, err
			}
		}
	}
	if o.stop >= 0 && o.cnt >= o.stop {
		o.it = py.Nil
		return py.Nil, nil
	}
	x, err := next(t, o.it)
	if err != nil || !x.Bound() {
		o.it = py.Nil
		return py.Nil, err
	}
	o.cnt++
	if o.next > math.MaxInt-o.step {
		o.next = math.MaxInt
	} else {
		o.next += o.step
	}
	if o.stop >= 0 && o.next > o.stop {
		o.next = o.stop
	}
	return x, nil
}
