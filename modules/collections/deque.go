package collections

import (
	"math"

	"github.com/woma-lang/woma/py"
)

// deque is a ring buffer.
type deque struct {
	py.Head
	buf     []py.Value // its length is 0 or a power of two
	first   int
	n       int
	maxlen  int  // -1: none
	full    bool // append to a full one is an error (MicroPython's flag 1)
	changes uint32
}

var dequeType = &py.Type{}
var dequeShape py.Shape

var dequeIterType = py.LazyType("_deque_iterator", dequeIterSpec)

func dequeIterSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "collections", Flags: py.Final | py.NotCallable,
		Slots: py.Slots{Iter: py.IterSelf, Next: dequeIterNext},
		Members: py.Members{
			py.Method("__length_hint__()", func(it *dequeIter, t *py.Thread, a *py.Args) (py.Value, error) {
				return py.Int(int64(it.left)), nil
			}),
		},
	}
}

type dequeIter struct {
	py.Head
	d       *deque
	i, left int
	step    int
	changes uint32
}

func dequeIterNext(t *py.Thread, v py.Value) (py.Value, error) {
	it := py.As[dequeIter](v)
	if it.changes != it.d.changes {
		it.left = 0
		return py.Nil, py.Raise(py.RuntimeError, "deque mutated during iteration")
	}
	if it.left == 0 {
		return py.Nil, nil
	}
	it.left--
	x := *it.d.at(it.i)
	it.i += it.step
	return x, nil
}

func (d *deque) iter(backwards bool) py.Value {
	it := &dequeIter{Head: dequeIterType.Root(), d: d, left: d.n, step: 1, changes: d.changes}
	if backwards {
		it.i, it.step = d.n-1, -1
	}
	return py.Object(it)
}

//go:noinline
func newDequeType() *py.Type {
	py.DefineLater(dequeType, &dequeShape, "deque", func() py.TypeSpec {
		init := dequeInit()
		return py.TypeSpec{
			Module: "collections", SubDict: py.SubDict[deque](), Flags: py.SeqPattern | py.DottedName,
			Doc: "deque(iterable=(), maxlen=None): a sequence that is fast at both ends.",
			Slots: py.Slots{
				New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
					d := py.Alloc[deque](cls)
					d.maxlen = -1
					return py.Object(d), nil
				},
				Init: func(t *py.Thread, v py.Value, args []py.Value, kw []*py.Str) error {
					_, err := init.Invoke(t, v, args, kw)
					return err
				},
				Repr:      dequeRepr,
				Compare:   dequeCompare,
				Binary:    dequeBinary,
				BinaryOps: 1<<py.OpAdd | 1<<py.OpMul,
				RBinOps:   1 << py.OpMul,
				Inplace:   dequeInplace,
				InplOps:   1<<py.OpAdd | 1<<py.OpMul,
				Len:       func(t *py.Thread, v py.Value) (int, error) { return py.As[deque](v).n, nil },
				GetItem:   dequeGetItem,
				SetItem:   dequeSetItem,
				Contains: func(t *py.Thread, v, x py.Value) (bool, error) {
					i, err := py.As[deque](v).find(t, x, 0, math.MaxInt)
					return i >= 0, err
				},
				Iter: func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[deque](v).iter(false), nil },
			},
			Members: py.Members{
				py.Method("append(object, /)", (*deque).append).Leaf(leafAppend),
				py.Method("appendleft(object, /)", (*deque).appendleft),
				py.Method("clear()", (*deque).clear),
				py.Method("copy()", (*deque).copy),
				py.Method("__copy__()", (*deque).copy),
				py.Method("count(value, /)", (*deque).count),
				py.Method("extend(iterable, /)", (*deque).extend),
				py.Method("extendleft(iterable, /)", (*deque).extendleft),
				py.Method("index(value, start=0, stop=9223372036854775807, /)", (*deque).index),
				py.Method("insert(index, value, /)", (*deque).insert),
				py.GetSet("maxlen", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[deque](v).limit(), nil }, nil),
				py.Method("pop()", (*deque).pop),
				py.Method("popleft()", (*deque).popleft).Leaf(leafPopLeft),
				py.Method("remove(value, /)", (*deque).remove),
				py.Method("reverse()", (*deque).reverse),
				py.Method("rotate(n=1, /)", (*deque).rotate),
				py.Method("__reversed__()", func(d *deque, t *py.Thread, a *py.Args) (py.Value, error) { return d.iter(true), nil }),
				py.Method("__reduce__()", (*deque).__reduce__),
				py.ClassGetItem(),
			},
		}
	})
	return dequeType
}

func dequeInit() *py.Native {
	return py.As[py.Native](py.NewNative("deque(iterable=(), maxlen=None, flags=0)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		d := py.As[deque](a.Self)
		maxlen := -1
		if a.Given(1) {
			if !py.IsIndexable(a.Value(1)) {
				return py.Nil, py.Raise(py.TypeError, "an integer is required")
			}
			n, err := py.AsInt(t, a.Value(1))
			if err != nil {
				return py.Nil, err
			}
			if n < 0 {
				return py.Nil, py.Raise(py.ValueError, "maxlen must be non-negative")
			}
			maxlen = n
		}
		flags := a.IntOr(t, 2, 0)
		if err := a.Err(); err != nil {
			return py.Nil, err
		}
		d.reset()
		d.maxlen, d.full = maxlen, flags&1 != 0
		if !a.Has(0) {
			return py.None, nil
		}
		return py.None, d.extendWith(t, a.Value(0))
	}))
}

func (d *deque) limit() py.Value {
	if d.maxlen < 0 {
		return py.None
	}
	return py.Int(int64(d.maxlen))
}

// at returns the place of item i.
func (d *deque) at(i int) *py.Value { return &d.buf[(d.first+i)&(len(d.buf)-1)] }

func (d *deque) reset() {
	d.buf, d.first, d.n = nil, 0, 0
	d.changes++
}

// grow doubles the buffer.
func (d *deque) grow(t *py.Thread) error {
	size := max(8, 2*len(d.buf))
	if size >= 1024 {
		if err := t.Alloc(size * 16); err != nil {
			return err
		}
	}
	buf := make([]py.Value, size)
	k := min(d.n, len(d.buf)-d.first)
	py.CopyValues(buf, d.buf[d.first:d.first+k])
	py.CopyValues(buf[k:], d.buf[:d.n-k])
	d.buf, d.first = buf, 0
	return nil
}

func (d *deque) push(t *py.Thread, v py.Value) error {
	if d.maxlen >= 0 && d.n >= d.maxlen {
		if d.full {
			return py.Raise(py.IndexError, "full")
		}
		if d.maxlen == 0 {
			return nil
		}
		d.take(0)
	}
	if d.n == len(d.buf) {
		if err := d.grow(t); err != nil {
			return err
		}
	}
	d.n++
	*d.at(d.n - 1) = v
	d.changes++
	return nil
}

func (d *deque) pushLeft(t *py.Thread, v py.Value) error {
	if d.maxlen >= 0 && d.n >= d.maxlen {
		if d.full {
			return py.Raise(py.IndexError, "full")
		}
		if d.maxlen == 0 {
			return nil
		}
		d.take(d.n - 1)
	}
	if d.n == len(d.buf) {
		if err := d.grow(t); err != nil {
			return err
		}
	}
	d.first = (d.first - 1) & (len(d.buf) - 1)
	d.n++
	*d.at(0) = v
	d.changes++
	return nil
}

// take removes item i.
func (d *deque) take(i int) py.Value {
	v := *d.at(i)
	if i < d.n/2 {
		for ; i > 0; i-- {
			*d.at(i) = *d.at(i - 1)
		}
		*d.at(0) = py.Nil
		d.first = (d.first + 1) & (len(d.buf) - 1)
	} else {
		for ; i < d.n-1; i++ {
			*d.at(i) = *d.at(i + 1)
		}
		*d.at(d.n - 1) = py.Nil
	}
	d.n--
	d.changes++
	return v
}

// items returns a copy of the items.
func (d *deque) items() []py.Value {
	out := make([]py.Value, d.n)
	for i := range out {
		out[i] = *d.at(i)
	}
	return out
}

func (d *deque) extendWith(t *py.Thread, v py.Value) error {
	if o, ok := py.Cast[deque](v, dequeType); ok && o == d {
		v = py.NewTuple(d.items()...)
	}
	return py.Iterate(t, v, func(x py.Value) error { return d.push(t, x) })
}

func (d *deque) find(t *py.Thread, x py.Value, start, stop int) (int, error) {
	changes := d.changes
	for i := start; i < d.n && i < stop; i++ {
		eq, err := py.ItemEqual(t, *d.at(i), x)
		if err != nil {
			return -1, err
		}
		if eq {
			return i, nil
		}
		if d.changes != changes {
			return -1, py.Raise(py.RuntimeError, "deque mutated during iteration")
		}
		if i&1023 == 1023 {
			if err := t.Step(512); err != nil {
				return -1, err
			}
		}
	}
	return -1, nil
}

func dequeRepr(t *py.Thread, v py.Value) (py.Value, error) {
	d := py.As[deque](v)
	if !py.EnterRepr(t, v) {
		return py.NewStr("[...]"), nil
	}
	defer py.LeaveRepr(t)
	tail := "])"
	if d.maxlen >= 0 {
		s, err := py.Repr(t, d.limit())
		if err != nil {
			return py.Nil, err
		}
		tail = "], maxlen=" + s.String() + ")"
	}
	return py.ReprItems(t, v.Type().Name+"([", d.items(), tail)
}

func dequeCompare(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	y, ok := py.Cast[deque](b, dequeType)
	if !ok {
		return py.NotImplemented, nil
	}
	x := py.As[deque](a)
	if x.n != y.n && (op == py.OpEq || op == py.OpNe) {
		return py.Bool(op == py.OpNe), nil
	}
	return py.CompareSeq(t, op, x.items(), y.items())
}

// like returns a deque of d's class with the same limit.
func (d *deque) like(t *py.Thread) (*deque, error) {
	if cls := py.Object(d).Type(); cls != dequeType {
		args := []py.Value{py.NewTuple(), d.limit()}
		if d.maxlen < 0 {
			args = args[:1]
		}
		v, err := py.CallKw(t, cls.Value(), args, nil)
		if err != nil {
			return nil, err
		}
		r, ok := py.Cast[deque](v, dequeType)
		if !ok {
			return nil, py.Raise(py.TypeError, "%s() must return a deque, not %s", cls.Name, py.TypeName(v))
		}
		return r, nil
	}
	return &deque{Head: dequeType.Root(), maxlen: d.maxlen, full: d.full}, nil
}

func (d *deque) clone(t *py.Thread) (*deque, error) {
	r, err := d.like(t)
	if err != nil {
		return nil, err
	}
	full := r.full
	r.full = false
	for _, v := range d.items() {
		if err := r.push(t, v); err != nil {
			return nil, err
		}
	}
	r.full = full
	return r, nil
}

func dequeBinary(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
	switch op {
	case py.OpAdd:
		x, ok := py.Cast[deque](a, dequeType)
		y, ok2 := py.Cast[deque](b, dequeType)
		if !ok || !ok2 {
			break
		}
		r, err := x.clone(t)
		if err != nil {
			return py.Nil, err
		}
		return py.Object(r), r.extendWith(t, py.Object(y))
	case py.OpMul:
		d, ok := py.Cast[deque](a, dequeType)
		if !ok {
			d, _ = py.Cast[deque](b, dequeType)
			b = a
		}
		n, ok, err := py.RepeatCount(t, b)
		if err != nil {
			return py.Nil, err
		}
		if !ok {
			break
		}
		r, err := d.clone(t)
		if err != nil {
			return py.Nil, err
		}
		return py.Object(r), r.repeat(t, n)
	}
	return py.NotImplemented, nil
}

// repeat is d *= n.
func (d *deque) repeat(t *py.Thread, n int) error {
	items := d.items()
	if n == 0 || len(items) == 0 {
		d.reset()
		return nil
	}
	if d.maxlen >= 0 {
		// More than fills the limit would only be pushed out again.
		n = min(n, d.maxlen/len(items)+2)
	}
	if n > math.MaxInt/16/len(items) {
		return py.Raise(py.MemoryError, "")
	}
	if err := t.Alloc(n * len(items) * 16); err != nil {
		return err
	}
	for i := 1; i < n; i++ {
		for _, v := range items {
			if err := d.push(t, v); err != nil {
				return err
			}
		}
		if i&63 == 0 {
			if err := t.Step(64); err != nil {
				return err
			}
		}
	}
	return nil
}

func dequeInplace(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
	d := py.As[deque](a)
	switch op {
	case py.OpAdd:
		return a, d.extendWith(t, b)
	case py.OpMul:
		n, ok, err := py.RepeatCount(t, b)
		if err != nil {
			return py.Nil, err
		}
		if !ok {
			break
		}
		return a, d.repeat(t, n)
	}
	return py.NotImplemented, nil
}

func (d *deque) position(t *py.Thread, key py.Value) (int, error) {
	if !py.IsIndexable(key) {
		return 0, py.Raise(py.TypeError, "sequence index must be integer, not '%s'", py.TypeName(key))
	}
	i, err := py.AsInt(t, key)
	if err != nil {
		if py.ErrIs(err, py.OverflowError) {
			return 0, py.Raise(py.IndexError, "cannot fit '%s' into an index-sized integer", py.TypeName(key))
		}
		return 0, err
	}
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return 0, py.Raise(py.IndexError, "deque index out of range")
	}
	return i, nil
}

func dequeGetItem(t *py.Thread, v, key py.Value) (py.Value, error) {
	d := py.As[deque](v)
	i, err := d.position(t, key)
	if err != nil {
		return py.Nil, err
	}
	return *d.at(i), nil
}

func dequeSetItem(t *py.Thread, v, key, val py.Value) error {
	d := py.As[deque](v)
	i, err := d.position(t, key)
	if err != nil {
		return err
	}
	if val.Bound() {
		*d.at(i) = val
	} else {
		d.take(i)
	}
	return nil
}

func (d *deque) append(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, d.push(t, a.Value(0))
}

func leafAppend(dst, self *py.Value, args []py.Value) bool {
	d := (*deque)(self.Ptr())
	if len(args) != 1 || d.n == len(d.buf) || d.maxlen >= 0 && d.n >= d.maxlen {
		return false
	}
	d.n++
	d.changes++
	*d.at(d.n - 1) = args[0]
	*dst = py.None
	return true
}

func leafPopLeft(dst, self *py.Value, args []py.Value) bool {
	d := (*deque)(self.Ptr())
	if len(args) != 0 || d.n == 0 {
		return false
	}
	*dst = d.take(0)
	return true
}

func (d *deque) appendleft(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, d.pushLeft(t, a.Value(0))
}

func (d *deque) clear(t *py.Thread, a *py.Args) (py.Value, error) {
	d.reset()
	return py.None, nil
}

func (d *deque) copy(t *py.Thread, a *py.Args) (py.Value, error) {
	r, err := d.clone(t)
	if err != nil {
		return py.Nil, err
	}
	return py.Object(r), nil
}

func (d *deque) count(t *py.Thread, a *py.Args) (py.Value, error) {
	n := 0
	changes := d.changes
	for i := 0; i < d.n; i++ {
		eq, err := py.ItemEqual(t, *d.at(i), a.Value(0))
		if err != nil {
			return py.Nil, err
		}
		if eq {
			n++
		}
		if d.changes != changes {
			return py.Nil, py.Raise(py.RuntimeError, "deque mutated during iteration")
		}
		if i&1023 == 1023 {
			if err := t.Step(512); err != nil {
				return py.Nil, err
			}
		}
	}
	return py.Int(int64(n)), nil
}

func (d *deque) extend(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, d.extendWith(t, a.Value(0))
}

func (d *deque) extendleft(t *py.Thread, a *py.Args) (py.Value, error) {
	v := a.Value(0)
	if o, ok := py.Cast[deque](v, dequeType); ok && o == d {
		v = py.NewTuple(d.items()...)
	}
	return py.None, py.Iterate(t, v, func(x py.Value) error { return d.pushLeft(t, x) })
}

func (d *deque) index(t *py.Thread, a *py.Args) (py.Value, error) {
	bound := func(i, def int) int {
		if !a.Has(i) {
			return def
		}
		if !py.IsIndexable(a.Value(i)) {
			a.Fail(py.Raise(py.TypeError, "slice indices must be integers or have an __index__ method"))
			return 0
		}
		n := a.Index64(t, i, def)
		if n < 0 {
			n = max(0, n+d.n)
		}
		return n
	}
	start, stop := bound(1, 0), bound(2, math.MaxInt)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	i, err := d.find(t, a.Value(0), start, stop)
	if err != nil {
		return py.Nil, err
	}
	if i < 0 {
		s, err := py.Repr(t, a.Value(0))
		if err != nil {
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.ValueError, "%s is not in deque", s)
	}
	return py.Int(int64(i)), nil
}

func (d *deque) insert(t *py.Thread, a *py.Args) (py.Value, error) {
	i := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if d.maxlen >= 0 && d.n >= d.maxlen {
		return py.Nil, py.Raise(py.IndexError, "deque already at its maximum size")
	}
	if i < 0 {
		i = max(0, i+d.n)
	}
	i = min(i, d.n)
	if i < d.n/2 {
		if err := d.pushLeft(t, a.Value(1)); err != nil {
			return py.Nil, err
		}
		for k := 0; k < i; k++ {
			*d.at(k) = *d.at(k + 1)
		}
	} else {
		if err := d.push(t, a.Value(1)); err != nil {
			return py.Nil, err
		}
		for k := d.n - 1; k > i; k-- {
			*d.at(k) = *d.at(k - 1)
		}
	}
	*d.at(i) = a.Value(1)
	return py.None, nil
}

func (d *deque) pop(t *py.Thread, a *py.Args) (py.Value, error) {
	if d.n == 0 {
		return py.Nil, py.Raise(py.IndexError, "pop from an empty deque")
	}
	return d.take(d.n - 1), nil
}

func (d *deque) popleft(t *py.Thread, a *py.Args) (py.Value, error) {
	if d.n == 0 {
		return py.Nil, py.Raise(py.IndexError, "pop from an empty deque")
	}
	return d.take(0), nil
}

func (d *deque) remove(t *py.Thread, a *py.Args) (py.Value, error) {
	changes := d.changes
	i, err := d.find(t, a.Value(0), 0, math.MaxInt)
	if d.changes != changes {
		return py.Nil, py.Raise(py.IndexError, "deque mutated during iteration")
	}
	if err != nil {
		return py.Nil, err
	}
	if i < 0 {
		s, err := py.Repr(t, a.Value(0))
		if err != nil {
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.ValueError, "%s is not in deque", s)
	}
	d.take(i)
	return py.None, nil
}

func (d *deque) reverse(t *py.Thread, a *py.Args) (py.Value, error) {
	for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
		p, q := d.at(i), d.at(j)
		*p, *q = *q, *p
	}
	return py.None, nil
}

func (d *deque) rotate(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.IntOr(t, 0, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if d.n < 2 {
		return py.None, nil
	}
	// To the left by n, the shorter way.
	n = ((-n)%d.n + d.n) % d.n
	mask := len(d.buf) - 1
	if n <= d.n/2 {
		for ; n > 0; n-- {
			v := *d.at(0)
			*d.at(0) = py.Nil
			d.first = (d.first + 1) & mask
			*d.at(d.n - 1) = v
		}
	} else {
		for n = d.n - n; n > 0; n-- {
			v := *d.at(d.n - 1)
			*d.at(d.n - 1) = py.Nil
			d.first = (d.first - 1) & mask
			*d.at(0) = v
		}
	}
	d.changes++
	return py.None, nil
}

func (d *deque) __reduce__(t *py.Thread, a *py.Args) (py.Value, error) {
	args := py.NewTuple()
	if d.maxlen >= 0 {
		args = py.NewTuple(py.NewTuple(), d.limit())
	}
	state := py.None
	if o := py.OwnDict(a.Self, false); o != nil {
		state = o.Value()
	}
	return py.NewTuple(a.Self.Type().Value(), args, state, d.iter(false)), nil
}
