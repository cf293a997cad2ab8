package py

import (
	"math"
	"math/big"
)

// range: a Range when everything fits int64, a rangeBig otherwise.

type rangeBig struct {
	Head
	start, stop, step, n *big.Int
}

var rangeBigShape Shape

func initRange() {
	RangeType.define(&rangeShape, TypeSpec{
		Name:  "range",
		Flags: Final | SeqPattern,
		Doc:   "range(stop), range(start, stop, step=1): the ints from start up to, not including, stop.",
		Slots: Slots{
			New:      rangeNew,
			Repr:     rangeRepr,
			Hash:     rangeHash,
			Compare:  rangeCompare,
			Bool:     func(t *Thread, v Value) (bool, error) { return rangeTruth(v), nil },
			Len:      rangeLen,
			GetItem:  rangeGetItem,
			Contains: rangeContains,
			Iter:     func(t *Thread, v Value) (Value, error) { return rangeIterOf(v, false), nil },
		},
		Table: func() Members {
			return Members{
				ReadOnly("start", func(t *Thread, v Value) (Value, error) { return rangeField(v, 0), nil }),
				ReadOnly("stop", func(t *Thread, v Value) (Value, error) { return rangeField(v, 1), nil }),
				ReadOnly("step", func(t *Thread, v Value) (Value, error) { return rangeField(v, 2), nil }),
				MethodOf("count(object, /)", rangeCount),
				MethodOf("index(object, /)", rangeIndex),
				MethodOf("__reversed__()", func(t *Thread, a *Args) (Value, error) { return rangeIterOf(a.Self, true), nil }),
				MethodOf("__reduce__()", func(t *Thread, a *Args) (Value, error) {
					v := a.Self
					return NewTuple(RangeType.Value(), NewTuple(rangeField(v, 0), rangeField(v, 1), rangeField(v, 2))), nil
				}),
			}
		},
	})
	rangeBigShape.Class = RangeType
}

func rangeNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if err := noKeywords("range", kw); err != nil {
		return Nil, err
	}
	if err := argCount("range", len(args), 1, 3); err != nil {
		return Nil, err
	}
	f := [3]Value{Int(0), Nil, Int(1)}
	var err error
	if len(args) == 1 {
		if f[1], err = Index(t, args[0]); err != nil {
			return Nil, err
		}
	} else {
		for i, v := range args {
			if f[i], err = Index(t, v); err != nil {
				return Nil, err
			}
		}
		if f[2].IsInt() && f[2].I() == 0 {
			return Nil, Raise(ValueError, "range() arg 3 must not be zero")
		}
	}
	return makeRange(f[0], f[1], f[2]), nil
}

// makeRange returns range(start, stop, step) for plain ints.
func makeRange(start, stop, step Value) Value {
	if start.IsInt() && stop.IsInt() && step.IsInt() {
		r := NewRange(start.I(), stop.I(), step.I())
		if x := As[Range](r); x.N >= 0 {
			return r
		}
	}
	a, b, s := AsBig(start), AsBig(stop), AsBig(step)
	n := new(big.Int)
	// (stop - start + step ∓ 1) / step, not below 0
	n.Sub(b, a)
	n.Add(n, s)
	n.Sub(n, big.NewInt(int64(s.Sign())))
	n.Quo(n, s)
	if d := new(big.Int).Sub(b, a); d.Sign() != s.Sign() {
		n.SetInt64(0)
	}
	return Object(&rangeBig{Head{&rangeBigShape}, a, b, s, n})
}

func newBigCopy(b *big.Int) Value { return NewBig(new(big.Int).Set(b)) }

func rangeField(v Value, i int) Value {
	if IsRange(v) {
		r := (*Range)(v.p)
		return Int([...]int64{r.Start, r.Stop, r.Step, r.N}[i])
	}
	r := (*rangeBig)(v.p)
	return newBigCopy([...]*big.Int{r.start, r.stop, r.step, r.n}[i])
}

func rangeTruth(v Value) bool {
	if IsRange(v) {
		return (*Range)(v.p).N != 0
	}
	return (*rangeBig)(v.p).n.Sign() != 0
}

func rangeRepr(t *Thread, v Value) (Value, error) {
	r := reprBuilder{t: t, b: append(make([]byte, 0, 32), "range("...)}
	if step := rangeField(v, 2); step == Int(1) {
		return r.items(")", rangeField(v, 0), rangeField(v, 1))
	}
	return r.items(")", rangeField(v, 0), rangeField(v, 1), rangeField(v, 2))
}

func rangeLen(t *Thread, v Value) (int, error) {
	if IsRange(v) {
		if n := (*Range)(v.p).N; n <= math.MaxInt {
			return int(n), nil
		}
	} else if n := (*rangeBig)(v.p).n; n.IsInt64() && n.Int64() <= math.MaxInt {
		return int(n.Int64()), nil
	}
	return 0, Raise(OverflowError, "Python int too large to convert to C ssize_t")
}

// at returns item i (0 ≤ i < N) of a small range.
func (r *Range) at(i int64) Value { return Int(r.Start + i*r.Step) }

func (r *rangeBig) at(i *big.Int) Value {
	x := new(big.Int).Mul(i, r.step)
	return NewBig(x.Add(x, r.start))
}

func rangeGetItem(t *Thread, v, key Value) (Value, error) {
	if s, ok := AsSlice(key); ok {
		return rangeSlice(t, v, s)
	}
	if !isIndexable(key) {
		return Nil, Raise(TypeError, "range indices must be integers or slices, not %s", TypeName(key))
	}
	i, err := Index(t, key)
	if err != nil {
		return Nil, err
	}
	if r := (*Range)(v.p); IsRange(v) && i.IsInt() {
		n := i.I()
		if n < 0 {
			n += r.N
		}
		if n < 0 || n >= r.N {
			return Nil, Raise(IndexError, "range object index out of range")
		}
		return r.at(n), nil
	}
	n, at := AsBig(rangeField(v, 3)), AsBig(i)
	if at.Sign() < 0 {
		at = new(big.Int).Add(at, n)
	}
	if at.Sign() < 0 || at.Cmp(n) >= 0 {
		return Nil, Raise(IndexError, "range object index out of range")
	}
	return (*rangeBig)(v.p).at(at), nil
}

func rangeSlice(t *Thread, v Value, s *Slice) (Value, error) {
	a := &Args{}
	a.v = []Value{rangeField(v, 3)}
	ix, err := s.indices(t, a)
	if err != nil {
		return Nil, err
	}
	f := As[Tuple](ix).Items()
	start, step := AsBig(rangeField(v, 0)), AsBig(rangeField(v, 2))
	item := func(i Value) Value {
		x := new(big.Int).Mul(AsBig(i), step)
		return NewBig(x.Add(x, start))
	}
	return makeRange(item(f[0]), item(f[1]), NewBig(new(big.Int).Mul(AsBig(f[2]), step))), nil
}

// rangePos returns the position of an int in the range; unbound if it is not there.
func rangePos(v, x Value) Value {
	if r := (*Range)(v.p); IsRange(v) {
		if !x.IsInt() || r.N == 0 {
			return Nil
		}
		i := x.I()
		if r.Step > 0 {
			if i < r.Start || i >= r.Stop {
				return Nil
			}
			if d := uint64(i) - uint64(r.Start); d%uint64(r.Step) == 0 {
				return Int(int64(d / uint64(r.Step)))
			}
			return Nil
		}
		if i > r.Start || i <= r.Stop {
			return Nil
		}
		if d := uint64(r.Start) - uint64(i); d%-uint64(r.Step) == 0 {
			return Int(int64(d / -uint64(r.Step)))
		}
		return Nil
	}
	r := (*rangeBig)(v.p)
	d := new(big.Int).Sub(AsBig(x), r.start)
	q, m := new(big.Int).QuoRem(d, r.step, new(big.Int))
	if m.Sign() != 0 || q.Sign() < 0 || q.Cmp(r.n) >= 0 {
		return Nil
	}
	return NewBig(q)
}

// exactInt reports whether v is an int or a bool, for which membership is arithmetic.
func exactInt(v Value) bool { return v.IsInt() || v.IsBool() || IsBig(v) }

func rangeContains(t *Thread, v, item Value) (bool, error) {
	if exactInt(item) {
		x, _ := IsIntLike(item)
		return rangePos(v, x).p != nil, nil
	}
	found := false
	err := Iterate(t, v, func(x Value) error {
		eq, err := itemEq(t, x, item)
		if eq {
			found = true
			return errStop
		}
		return err
	})
	return found, err
}

func rangeCount(t *Thread, a *Args) (Value, error) {
	if exactInt(a.v[0]) {
		in, err := rangeContains(t, a.Self, a.v[0])
		if in {
			return Int(1), err
		}
		return Int(0), err
	}
	n := int64(0)
	err := Iterate(t, a.Self, func(x Value) error {
		eq, err := itemEq(t, x, a.v[0])
		if eq {
			n++
		}
		return err
	})
	return Int(n), err
}

func rangeIndex(t *Thread, a *Args) (Value, error) {
	item := a.v[0]
	if exactInt(item) {
		x, _ := IsIntLike(item)
		if i := rangePos(a.Self, x); i.p != nil {
			return i, nil
		}
		s, err := Repr(t, item)
		if err != nil {
			return Nil, err
		}
		return Nil, Raise(ValueError, "%s is not in range", s)
	}
	i, found := int64(0), false
	err := Iterate(t, a.Self, func(x Value) error {
		eq, err := itemEq(t, x, item)
		if eq {
			found = true
			return errStop
		}
		i++
		return err
	})
	if err == nil && !found {
		err = Raise(ValueError, "sequence.index(x): x not in sequence")
	}
	return Int(i), err
}

// rangeKey is what equality and hash of a range depend on: its length, its start
// unless it is empty, its step if there is more than one item.
func rangeKey(v Value) [3]Value {
	n := rangeField(v, 3)
	k := [3]Value{n, None, None}
	if rangeTruth(v) {
		k[1] = rangeField(v, 0)
		if n != Int(1) {
			k[2] = rangeField(v, 2)
		}
	}
	return k
}

func rangeCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if b.Type() != RangeType || op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	x, y := rangeKey(a), rangeKey(b)
	for i := range x {
		eq := x[i] == y[i]
		if !eq && IsBig(x[i]) && IsBig(y[i]) {
			eq = AsBig(x[i]).Cmp(AsBig(y[i])) == 0
		}
		if !eq {
			return Bool(op == OpNe), nil
		}
	}
	return Bool(op == OpEq), nil
}

func rangeHash(t *Thread, v Value) (int64, error) {
	k := rangeKey(v)
	return hashItems(t, k[:])
}

type rangeIter struct {
	Head
	next, step, left int64
}

type longRangeIter struct {
	Head
	next, step, left *big.Int
}

var (
	rangeIterType, longRangeIterType   = &Type{}, &Type{}
	rangeIterShape, longRangeIterShape Shape
)

func rangeIterOf(v Value, backwards bool) Value {
	if IsRange(v) {
		r := (*Range)(v.p)
		it := &rangeIter{Head{&rangeIterShape}, r.Start, r.Step, r.N}
		if backwards {
			if r.N > 0 {
				it.next = r.Start + (r.N-1)*r.Step
			}
			it.step = -r.Step
		}
		return Object(it)
	}
	r := (*rangeBig)(v.p)
	it := &longRangeIter{Head{&longRangeIterShape}, new(big.Int).Set(r.start), r.step, new(big.Int).Set(r.n)}
	if backwards {
		x := new(big.Int).Sub(r.n, big.NewInt(1))
		it.next.Add(r.start, x.Mul(x, r.step))
		it.step = new(big.Int).Neg(r.step)
	}
	return Object(it)
}

func initRangeIters() {
	rangeIterType.define(&rangeIterShape, TypeSpec{
		Name:     "range_iterator",
		Flags:    Final | NotCallable,
		NextLeaf: QuickNext,
		Slots: Slots{Iter: iterSelf, Next: func(t *Thread, v Value) (Value, error) {
			it := (*rangeIter)(v.p)
			if it.left <= 0 {
				return Nil, nil
			}
			it.left--
			x := it.next
			it.next += it.step
			return Int(x), nil
		}},
		Table: func() Members {
			return Members{
				Method("__length_hint__()", func(it *rangeIter, t *Thread, a *Args) (Value, error) { return Int(it.left), nil }),
				Method("__reduce__()", func(it *rangeIter, t *Thread, a *Args) (Value, error) {
					r := NewRange(it.next, it.next+it.left*it.step, it.step)
					return NewTuple(builtin(t, "iter"), NewTuple(r)), nil
				}),
			}
		},
	})
	longRangeIterType.define(&longRangeIterShape, TypeSpec{
		Name:  "longrange_iterator",
		Flags: Final | NotCallable,
		Slots: Slots{Iter: iterSelf, Next: func(t *Thread, v Value) (Value, error) {
			it := (*longRangeIter)(v.p)
			if it.left.Sign() <= 0 {
				return Nil, nil
			}
			it.left.Sub(it.left, big.NewInt(1))
			x := newBigCopy(it.next)
			it.next.Add(it.next, it.step)
			return x, nil
		}},
		Table: func() Members {
			return Members{
				Method("__length_hint__()", func(it *longRangeIter, t *Thread, a *Args) (Value, error) { return newBigCopy(it.left), nil }),
			}
		},
	})
}
