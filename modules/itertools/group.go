package itertools

import "github.com/woma-lang/woma/py"

type groupby struct {
	py.Head
	it, key        py.Value
	tgtKey, curKey py.Value
	curVal         py.Value
	current        *grouper
}

type grouper struct {
	py.Head
	parent *groupby
	key    py.Value
}

var groupbyType = py.LazyType("groupby", groupbySpec)

func groupbySpec() py.TypeSpec {
	return iterSpec[groupby]("groupby(iterable, key=None): runs of items with equal keys.",
		py.Ctor("groupby(iterable, key=None)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			it, err := iterArg(t, a, 0)
			if err != nil {
				return py.Nil, err
			}
			o := py.Alloc[groupby](a.ClassOf())
			o.it = it
			if a.Given(1) {
				o.key = a.Value(1)
			}
			return py.Object(o), nil
		}), groupbyNext)
}

var grouperType = py.LazyType("_grouper", grouperSpec)

func grouperSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "itertools", Flags: py.DottedName | py.Final | py.NotCallable,
		Slots: py.Slots{Iter: py.IterSelf, Next: grouperNext},
	}
}

// advance reads one item and its key; false at the end.
func (o *groupby) advance(t *py.Thread) (bool, error) {
	x, err := next(t, o.it)
	if err != nil || !x.Bound() {
		return false, err
	}
	k := x
	if o.key.Bound() {
		if k, err = py.Call(t, o.key, x); err != nil {
			return false, err
		}
	}
	o.curVal, o.curKey = x, k
	return true, nil
}

func groupbyNext(t *py.Thread, v py.Value) (py.Value, error) {
	o := py.As[groupby](v)
	o.current = nil
	for {
		if !o.curKey.Bound() {
		} else if !o.tgtKey.Bound() {
			break
		} else if same, err := py.Equal(t, o.tgtKey, o.curKey); err != nil {
			return py.Nil, err
		} else if !same {
			break
		}
		ok, err := o.advance(t)
		if !ok || err != nil {
			return py.Nil, err
		}
		if err := t.Step(1); err != nil {
			return py.Nil, err
		}
	}
	o.tgtKey = o.curKey
	g := &grouper{Head: grouperType.Root(), parent: o, key: o.tgtKey}
	o.current = g
	return py.NewTuple(o.curKey, py.Object(g)), nil
}

func grouperNext(t *py.Thread, v py.Value) (py.Value, error) {
	g := py.As[grouper](v)
	o := g.parent
	if o.current != g {
		return py.Nil, nil
	}
	if !o.curVal.Bound() {
		if ok, err := o.advance(t); !ok || err != nil {
			return py.Nil, err
		}
	}
	same, err := py.Equal(t, g.key, o.curKey)
	if !same || err != nil {
		return py.Nil, err
	}
	x := o.curVal
	o.curVal = py.Nil
	return x, nil
}

// teeData is a piece of what the iterators of one tee have read: the slowest keeps
// it alive.
type teeData struct {
	it      py.Value
	items   []py.Value
	more    *teeData
	running bool
}

const teePiece = 57

type teeIter struct {
	py.Head
	data *teeData
	i    int
}

var teeType = py.LazyType("_tee", teeSpec)

func teeSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "itertools", Flags: py.DottedName | py.Final,
		Doc: "tee's iterator: it can be copied.",
		Slots: py.Slots{
			New: py.Ctor("_tee(iterable, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return teeFrom(t, a.ClassOf(), a.Value(0))
			}),
			Iter: py.IterSelf,
			Next: teeNext,
		},
		Members: py.Members{
			py.Method("__copy__()", func(o *teeIter, t *py.Thread, a *py.Args) (py.Value, error) {
				return py.Object(&teeIter{o.Head, o.data, o.i}), nil
			}),
		},
	}
}

func teeFrom(t *py.Thread, cls *py.Type, v py.Value) (py.Value, error) {
	it, err := py.Iter(t, v)
	if err != nil {
		return py.Nil, err
	}
	if it.Type() == cls {
		o := py.As[teeIter](it)
		return py.Object(&teeIter{o.Head, o.data, o.i}), nil
	}
	return py.Object(&teeIter{cls.Root(), &teeData{it: it}, 0}), nil
}

func teeNext(t *py.Thread, v py.Value) (py.Value, error) {
	o := py.As[teeIter](v)
	d := o.data
	if o.i == teePiece {
		if d.more == nil {
			d.more = &teeData{it: d.it}
		}
		d = d.more
		o.data, o.i = d, 0
	}
	if o.i < len(d.items) {
		o.i++
		return d.items[o.i-1], nil
	}
	if d.running {
		return py.Nil, py.Raise(py.RuntimeError, "cannot re-enter the tee iterator")
	}
	d.running = true
	x, err := next(t, d.it)
	d.running = false
	if err != nil || !x.Bound() {
		return py.Nil, err
	}
	if d.items == nil {
		d.items = make([]py.Value, 0, teePiece)
	}
	d.items = append(d.items, x)
	o.i++
	return x, nil
}

func tee(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.IntOr(t, 1, 2)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if n < 0 {
		return py.Nil, py.Raise(py.ValueError, "n must be >= 0")
	}
	if err := t.Alloc(n * 48); err != nil {
		return py.Nil, err
	}
	tup := py.MakeTuple(n)
	if n == 0 {
		return tup.Value(), nil
	}
	first, err := teeFrom(t, teeType, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	out := tup.Items()
	out[0] = first
	for i := 1; i < n; i++ {
		o := *py.As[teeIter](first)
		out[i] = py.Object(&o)
	}
	return tup.Value(), nil
}
