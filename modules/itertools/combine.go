package itertools

import (
	"math"

	"github.com/woma-lang/woma/py"
)

// combo is the state of combinations, combinations_with_replacement and
// permutations: positions in the pool.
type combo struct {
	py.Head
	pool   []py.Value
	idx    []int
	cycles []int // of permutations
	state  uint8
}

// comboCtor makes the constructor; start fills the first positions.
func comboCtor(sig string, start func(o *combo, r int)) newFunc {
	return py.Ctor(sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
		pool, err := py.Collect(t, a.Value(0))
		if err != nil {
			return py.Nil, err
		}
		r := len(pool)
		if a.Given(1) {
			if r, err = comboSize(t, a.Value(1), sig[0] == 'p'); err != nil {
				return py.Nil, err
			}
		}
		if r < 0 {
			return py.Nil, py.Raise(py.ValueError, "r must be non-negative")
		}
		o := py.Alloc[combo](a.ClassOf())
		o.pool = pool
		if int64(r) > 1<<30 {
			o.state = finished
			if sig[12] == '_' && len(pool) > 0 {
				return py.Nil, t.Alloc(math.MaxInt)
			}
			return py.Object(o), nil
		}
		if sig[12] == '_' || r <= len(pool) {
			if err := t.Alloc(r * 8); err != nil {
				return py.Nil, err
			}
		}
		start(o, r)
		return py.Object(o), nil
	})
}

func comboSize(t *py.Thread, v py.Value, permutations bool) (int, error) {
	if permutations && !py.IsInstance(v, py.IntType) {
		return 0, py.Raise(py.TypeError, "Expected int as r")
	}
	return py.AsInt(t, v)
}

// charge asks for a row of n items: the program chooses how long rows are.
func charge(t *py.Thread, n int) error {
	if n <= 64 {
		return nil
	}
	if err := t.Alloc(n * 16); err != nil {
		return err
	}
	return t.Step(n >> 4)
}

// row returns the items at the first n positions.
func (o *combo) row(t *py.Thread, n int) (py.Value, error) {
	if err := charge(t, n); err != nil {
		return py.Nil, err
	}
	x := py.MakeTuple(n)
	row := x.Items()
	for i := range row {
		row[i] = o.pool[o.idx[i]]
	}
	return x.Value(), nil
}

var combinationsType = py.LazyType("combinations", combinationsSpec)

func combinationsSpec() py.TypeSpec {
	return iterSpec[combo]("combinations(iterable, r): the selections of r items, in order.",
		comboCtor("combinations(iterable, r)", func(o *combo, r int) {
			if r > len(o.pool) {
				o.state = finished
				return
			}
			o.idx = make([]int, r)
			for i := range o.idx {
				o.idx[i] = i
			}
		}), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[combo](v)
			switch o.state {
			case fresh:
				o.state = running
			case running:
				n, r := len(o.pool), len(o.idx)
				i := r - 1
				for i >= 0 && o.idx[i] == i+n-r {
					i--
				}
				if i < 0 {
					o.state = finished
					break
				}
				o.idx[i]++
				for i++; i < r; i++ {
					o.idx[i] = o.idx[i-1] + 1
				}
			}
			if o.state == finished {
				return py.Nil, nil
			}
			return o.row(t, len(o.idx))
		})
}

var combinationsWithReplacementType = py.LazyType("combinations_with_replacement", combinationsWithReplacementSpec)

func combinationsWithReplacementSpec() py.TypeSpec {
	return iterSpec[combo]("combinations_with_replacement(iterable, r): selections of r items, each as often as you like.",
		comboCtor("combinations_with_replacement(iterable, r)", func(o *combo, r int) {
			if r > 0 && len(o.pool) == 0 {
				o.state = finished
				return
			}
			o.idx = make([]int, r)
		}), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[combo](v)
			switch o.state {
			case fresh:
				o.state = running
			case running:
				last := len(o.pool) - 1
				i := len(o.idx) - 1
				for i >= 0 && o.idx[i] == last {
					i--
				}
				if i < 0 {
					o.state = finished
					break
				}
				n := o.idx[i] + 1
				for ; i < len(o.idx); i++ {
					o.idx[i] = n
				}
			}
			if o.state == finished {
				return py.Nil, nil
			}
			return o.row(t, len(o.idx))
		})
}

// permutations keeps all positions in idx, of which the first len(cycles) are shown.
var permutationsType = py.LazyType("permutations", permutationsSpec)

func permutationsSpec() py.TypeSpec {
	return iterSpec[combo]("permutations(iterable, r=None): the arrangements of r items.",
		comboCtor("permutations(iterable, r=None)", func(o *combo, r int) {
			n := len(o.pool)
			if r > n {
				o.state = finished
				return
			}
			o.idx, o.cycles = make([]int, n), make([]int, r)
			for i := range o.idx {
				o.idx[i] = i
			}
			for i := range o.cycles {
				o.cycles[i] = n - i
			}
		}), func(t *py.Thread, v py.Value) (py.Value, error) {
			o := py.As[combo](v)
			switch o.state {
			case fresh:
				o.state = running
			case running:
				o.state = finished
				n := len(o.idx)
				for i := len(o.cycles) - 1; i >= 0; i-- {
					if o.cycles[i]--; o.cycles[i] == 0 {
						first := o.idx[i]
						copy(o.idx[i:], o.idx[i+1:])
						o.idx[n-1] = first
						o.cycles[i] = n - i
						continue
					}
					j := n - o.cycles[i]
					o.idx[i], o.idx[j] = o.idx[j], o.idx[i]
					o.state = running
					break
				}
			}
			if o.state == finished {
				return py.Nil, nil
			}
			return o.row(t, len(o.cycles))
		})
}
