package itertools

import (
	"math"

	"github.com/woma-lang/woma/py"
)

// combo is an iterator over rows: combinations, combinations_with_replacement,
// permutations, or product, which has more than one pool.
type combo struct {
	py.Head
	step   func(o *combo) bool // makes the next row; false if there is none
	pool   []py.Value
	pools  [][]py.Value
	idx    []int      // positions in the pool or pools
	cycles []int      // of permutations
	row    []py.Value // the items at these positions
	state  uint8
}

const (
	fresh uint8 = iota
	running
	finished
)

// comboSpec is the type of such an iterator.
func comboSpec(doc string, new newFunc) py.TypeSpec {
	spec := iterSpec[combo](doc, new, comboNext)
	spec.NextLeaf, spec.NextRow = leafComboNext, leafComboRow
	return spec
}

// advance tells whether there is one more row, and makes it.
func (o *combo) advance() bool {
	if o.state == running && !o.step(o) {
		o.state = finished
	}
	if o.state == finished {
		return false
	}
	o.state = running
	return true
}

func comboNext(t *py.Thread, v py.Value) (py.Value, error) {
	o := py.As[combo](v)
	if !o.advance() {
		return py.Nil, nil
	}
	if err := charge(t, len(o.row)); err != nil {
		return py.Nil, err
	}
	return py.NewTuple(o.row...), nil
}

// quickRow is the length up to which rows are made without a look at the memory.
const quickRow = 64

func leafComboNext(dst, v *py.Value) bool {
	o := (*combo)(v.Ptr())
	if len(o.row) > quickRow || !o.advance() {
		return false
	}
	*dst = py.NewTuple(o.row...)
	return true
}

func leafComboRow(row []py.Value, v *py.Value) bool {
	o := (*combo)(v.Ptr())
	if len(o.row) != len(row) || !o.advance() {
		return false
	}
	copy(row, o.row)
	return true
}

// show brings the row up to date from place i on.
func (o *combo) show(i int) {
	for ; i < len(o.row); i++ {
		o.row[i] = o.pool[o.idx[i]]
	}
}

// comboCtor makes the constructor; start fills the first positions, or finds that there
// are none.
func comboCtor(sig string, start func(o *combo, r int), step func(o *combo) bool) newFunc {
	return py.Ctor(sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
		permutations := sig[0] == 'p'
		r := 0
		var err error
		if !permutations { // which looks at the iterable first
			if r, err = comboSize(t, a.Value(1), false); err != nil {
				return py.Nil, err
			}
		}
		pool, err := poolOf(t, a.Value(0))
		if err != nil {
			return py.Nil, err
		}
		if permutations {
			r = len(pool)
			if a.Given(1) {
				if r, err = comboSize(t, a.Value(1), true); err != nil {
					return py.Nil, err
				}
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
			if err := t.Alloc(r * 24); err != nil {
				return py.Nil, err
			}
		}
		o.step = step
		start(o, r)
		if o.state == fresh {
			o.row = make([]py.Value, r)
			o.show(0)
		}
		return py.Object(o), nil
	})
}

// poolOf returns the items of an iterable, not to be changed.
func poolOf(t *py.Thread, v py.Value) ([]py.Value, error) {
	if py.IsTuple(v) {
		return py.As[py.Tuple](v).Items(), nil
	}
	return py.Collect(t, v)
}

func comboSize(t *py.Thread, v py.Value, permutations bool) (int, error) {
	if permutations && !py.IsInstance(v, py.IntType) {
		return 0, py.Raise(py.TypeError, "Expected int as r")
	}
	return py.AsInt(t, v)
}

// charge asks for a row of n items: the program chooses how long rows are.
func charge(t *py.Thread, n int) error {
	if n <= quickRow {
		return nil
	}
	if err := t.Alloc(n * 16); err != nil {
		return err
	}
	return t.Step(n >> 4)
}

var combinationsType = py.LazyType("combinations", combinationsSpec)

func combinationsSpec() py.TypeSpec {
	return comboSpec("combinations(iterable, r): the selections of r items, in order.",
		comboCtor("combinations(iterable, r)", func(o *combo, r int) {
			if r > len(o.pool) {
				o.state = finished
				return
			}
			o.idx = make([]int, r)
			for i := range o.idx {
				o.idx[i] = i
			}
		}, func(o *combo) bool {
			last := len(o.pool) - 1
			i := len(o.idx) - 1
			for ; i >= 0 && o.idx[i] == last; i-- {
				last--
			}
			if i < 0 {
				return false
			}
			n := o.idx[i] + 1
			for k := i; k < len(o.idx); k++ {
				o.idx[k] = n
				n++
			}
			o.show(i)
			return true
		}))
}

var combinationsWithReplacementType = py.LazyType("combinations_with_replacement", combinationsWithReplacementSpec)

func combinationsWithReplacementSpec() py.TypeSpec {
	return comboSpec("combinations_with_replacement(iterable, r): selections of r items, each as often as you like.",
		comboCtor("combinations_with_replacement(iterable, r)", func(o *combo, r int) {
			if r > 0 && len(o.pool) == 0 {
				o.state = finished
				return
			}
			o.idx = make([]int, r)
		}, func(o *combo) bool {
			last := len(o.pool) - 1
			i := len(o.idx) - 1
			for i >= 0 && o.idx[i] == last {
				i--
			}
			if i < 0 {
				return false
			}
			n := o.idx[i] + 1
			for k := i; k < len(o.idx); k++ {
				o.idx[k] = n
			}
			o.show(i)
			return true
		}))
}

// permutations keeps all positions in idx, of which the first len(cycles) are shown.
var permutationsType = py.LazyType("permutations", permutationsSpec)

func permutationsSpec() py.TypeSpec {
	return comboSpec("permutations(iterable, r=None): the arrangements of r items.",
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
		}, func(o *combo) bool {
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
				o.show(i)
				return true
			}
			return false
		}))
}

var productType = py.LazyType("product", productSpec)

func productSpec() py.TypeSpec {
	return comboSpec("product(*iterables, repeat=1): all combinations of an item of each.",
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
			if err := t.Alloc(k * n * 48); err != nil {
				return py.Nil, err
			}
			pools := make([][]py.Value, 0, k*n)
			for i := 0; i < k; i++ {
				p, err := poolOf(t, rest[i])
				if err != nil {
					return py.Nil, err
				}
				pools = append(pools, p)
			}
			for i := k; i < k*n; i++ {
				pools = append(pools, pools[i-k])
			}
			o := py.Alloc[combo](a.ClassOf())
			o.step, o.pools, o.idx, o.row = productStep, pools, make([]int, len(pools)), make([]py.Value, len(pools))
			for i, p := range pools {
				if len(p) == 0 {
					o.state = finished
					break
				}
				o.row[i] = p[0]
			}
			return py.Object(o), nil
		}))
}

// productStep counts like an odometer.
func productStep(o *combo) bool {
	for i := len(o.idx) - 1; i >= 0; i-- {
		pool := o.pools[i]
		if n := o.idx[i] + 1; n < len(pool) {
			o.idx[i], o.row[i] = n, pool[n]
			return true
		}
		o.idx[i], o.row[i] = 0, pool[0]
	}
	return false
}
