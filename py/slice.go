package py

import (
	"math"
	"math/big"
)

// slice, and how sequences turn slices and indexes into positions.

// sliceIndex is a bound of a slice clamped to int; def for None or absent.
func sliceIndex(t *Thread, v Value, def int) (int, error) {
	if v.p == nil || v.IsNone() {
		return def, nil
	}
	if v.IsInt() {
		return AsIndexClamped(t, v)
	}
	if !isIndexable(v) {
		return 0, Raise(TypeError, "slice indices must be integers or None or have an __index__ method")
	}
	return AsIndexClamped(t, v)
}

// isIndexable reports whether v can be an index (int or __index__).
func isIndexable(v Value) bool {
	return v.IsInt() || v.IsBool() || v.Type().Slots.UnaryOps>>OpIndex&1 != 0
}

// unpack evaluates the three fields; bounds are clamped, not yet fitted to a length.
func (s *Slice) unpack(t *Thread) (start, stop, step int, err error) {
	step, err = sliceIndex(t, s.Step, 1)
	if err != nil {
		return
	}
	if step == 0 {
		return 0, 0, 0, Raise(ValueError, "slice step cannot be zero")
	}
	if step < -math.MaxInt {
		step = -math.MaxInt
	}
	lo, hi := 0, math.MaxInt
	if step < 0 {
		lo, hi = math.MaxInt, math.MinInt
	}
	if start, err = sliceIndex(t, s.Start, lo); err != nil {
		return
	}
	stop, err = sliceIndex(t, s.Stop, hi)
	return
}

// fitSlice fits the bounds of an unpacked slice to a sequence and returns the
// number of items.
func fitSlice(start, stop, step, length int) (int, int, int) {
	lo, hi := 0, length
	if step < 0 {
		lo, hi = -1, length-1
	}
	fit := func(i int) int {
		if i < 0 {
			if i += length; i < 0 {
				return lo
			}
			return min(i, hi)
		}
		return min(i, hi)
	}
	start, stop = fit(start), fit(stop)
	n := 0
	if step < 0 {
		if stop < start {
			n = (start-stop-1)/-step + 1
		}
	} else if start < stop {
		n = (stop-start-1)/step + 1
	}
	return start, stop, n
}

// SliceIndices evaluates a slice for a sequence of the given length: n items from
// start in steps of step. It may run Python code (__index__), so a mutable
// sequence looks at its length again if s has other bounds than ints.
func SliceIndices(t *Thread, s *Slice, length int) (start, stop, step, n int, err error) {
	if start, stop, step, err = s.unpack(t); err != nil {
		return
	}
	start, stop, n = fitSlice(start, stop, step, length)
	return
}

// SeqIndex evaluates an index into a sequence of the given length; what names the
// sequence in messages ("list").
func SeqIndex(t *Thread, key Value, length int, what string) (int, error) {
	i, err := seqIndexRaw(t, key, what)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += length
	}
	if i < 0 || i >= length {
		return 0, Raise(IndexError, "%s index out of range", what)
	}
	return i, nil
}

// seqIndexRaw evaluates an index without fitting it to a length.
func seqIndexRaw(t *Thread, key Value, what string) (int, error) {
	if key.IsInt() && int64(int(key.I())) == key.I() {
		return int(key.I()), nil
	}
	if !isIndexable(key) && !IsBig(key) {
		return 0, Raise(TypeError, "%s indices must be integers or slices, not %s", what, TypeName(key))
	}
	x, err := Index(t, key)
	if err != nil {
		return 0, err
	}
	if !x.IsInt() || int64(int(x.I())) != x.I() {
		return 0, Raise(IndexError, "cannot fit '%s' into an index-sized integer", TypeName(key))
	}
	return int(x.I()), nil
}

// AsSlice returns v as a slice if it is one.
func AsSlice(v Value) (*Slice, bool) {
	if (*Head)(v.p).shape == &sliceShape {
		return (*Slice)(v.p), true
	}
	return nil, false
}

// SliceGet is seq[lo:hi]; an unbound or None bound is an absent one.
func SliceGet(t *Thread, seq, lo, hi Value) (Value, error) {
	if (lo.p == nil || lo.IsNone() || lo.IsInt()) && (hi.p == nil || hi.IsNone() || hi.IsInt()) {
		switch {
		case IsStr(seq):
			s := (*Str)(seq.p)
			a, b := simpleBounds(lo, hi, s.Len())
			return s.Slice(a, b), nil
		case IsList(seq):
			l := (*List)(seq.p)
			a, b := simpleBounds(lo, hi, len(l.A))
			return l.slice(t, a, b)
		case IsTuple(seq):
			x := (*Tuple)(seq.p)
			a, b := simpleBounds(lo, hi, x.Len())
			return x.slice(t, a, b)
		}
	}
	if lo.p == nil {
		lo = None
	}
	if hi.p == nil {
		hi = None
	}
	return GetItem(t, seq, NewSlice(lo, hi, None))
}

// QuickSlice is seq[lo:hi] of a list or a tuple of at most 12 items, or of a str;
// false if it is another case.
func QuickSlice(dst, seq, lo, hi *Value) bool {
	if !lo.IsInt() && !lo.IsNone() || !hi.IsInt() && !hi.IsNone() {
		return false
	}
	switch {
	case IsList(*seq):
		a := (*List)(seq.p).A
		i, j := simpleBounds(*lo, *hi, len(a))
		if j-i > 12 {
			return false
		}
		*dst = NewListOf(a[i:j]).Value()
	case IsTuple(*seq):
		a := (*Tuple)(seq.p).Items()
		i, j := simpleBounds(*lo, *hi, len(a))
		if j-i > 12 || j-i == len(a) {
			return false
		}
		*dst = NewTuple(a[i:j]...)
	case IsStr(*seq):
		s := (*Str)(seq.p)
		if !s.ASCII() {
			return false
		}
		i, j := simpleBounds(*lo, *hi, s.NBytes())
		*dst = s.Slice(i, j)
	case IsBytes(*seq):
		b := (*Bytes)(seq.p).B
		i, j := simpleBounds(*lo, *hi, len(b))
		switch {
		case j-i == len(b):
			*dst = *seq
		case j-i > quickMost:
			return false
		default:
			*dst = CopyBytes(b[i:j])
		}
	case seq.Shape() == &memoryViewShape:
		m := (*MemoryView)(seq.p)
		if len(m.shape) != 1 || m.base == nil {
			return false
		}
		i, j := simpleBounds(*lo, *hi, m.shape[0])
		*dst = Object(m.window(i, j-i, 1))
	default:
		return false
	}
	return true
}

func simpleBounds(lo, hi Value, length int) (int, int) {
	bound := func(v Value, def int) int {
		if v.p == nil || v.IsNone() {
			return def
		}
		n := v.I()
		if n < 0 {
			n += int64(length)
		}
		return int(max(0, min(n, int64(length))))
	}
	a, b := bound(lo, 0), bound(hi, length)
	return a, max(a, b)
}

func initSlice() {
	SliceType.define(&sliceShape, TypeSpec{
		Name:  "slice",
		Flags: Final,
		Doc:   "slice(stop), slice(start, stop, step=None): the part of a sequence that seq[start:stop:step] means.",
		Slots: Slots{
			New:     sliceNew,
			Repr:    sliceRepr,
			Compare: sliceCompare,
			Hash:    sliceHash,
		},
		Table: func() Members {
			return Members{
				ReadOnly("start", func(t *Thread, v Value) (Value, error) { return (*Slice)(v.p).Start, nil }),
				ReadOnly("stop", func(t *Thread, v Value) (Value, error) { return (*Slice)(v.p).Stop, nil }),
				ReadOnly("step", func(t *Thread, v Value) (Value, error) { return (*Slice)(v.p).Step, nil }),
				Method("indices(object, /)", (*Slice).indices),
				Method("__reduce__()", (*Slice).__reduce__),
			}
		},
	})
}

func sliceNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if err := noKeywords("slice", kw); err != nil {
		return Nil, err
	}
	switch len(args) {
	case 1:
		return NewSlice(None, args[0], None), nil
	case 2:
		return NewSlice(args[0], args[1], None), nil
	case 3:
		return NewSlice(args[0], args[1], args[2]), nil
	}
	return Nil, argCount("slice", len(args), 1, 3)
}

func sliceRepr(t *Thread, v Value) (Value, error) {
	s := (*Slice)(v.p)
	b := reprBuilder{t: t, b: append(make([]byte, 0, 32), "slice("...)}
	return b.items(")", s.Start, s.Stop, s.Step)
}

func (s *Slice) fields() [3]Value { return [3]Value{s.Start, s.Stop, s.Step} }

func sliceCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := AsSlice(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := AsSlice(b)
	if !ok {
		return NotImplemented, nil
	}
	if x == y {
		return Bool(op == OpLe || op == OpGe || op == OpEq), nil
	}
	f, g := x.fields(), y.fields()
	return compareItems(t, op, f[:], g[:])
}

func sliceHash(t *Thread, v Value) (int64, error) {
	f := (*Slice)(v.p).fields()
	return hashItems(t, f[:])
}

func (s *Slice) __reduce__(t *Thread, a *Args) (Value, error) {
	return NewTuple(SliceType.Value(), NewTuple(s.Start, s.Stop, s.Step)), nil
}

// indices works on ints of any size.
func (s *Slice) indices(t *Thread, a *Args) (Value, error) {
	length, err := Index(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	if AsBig(length).Sign() < 0 {
		return Nil, Raise(ValueError, "length should not be negative")
	}
	step, err := evalSliceField(t, s.Step)
	if err != nil {
		return Nil, err
	}
	if step == nil {
		step = big.NewInt(1)
	}
	if step.Sign() == 0 {
		return Nil, Raise(ValueError, "slice step cannot be zero")
	}
	n := AsBig(length)
	lo, hi := new(big.Int), n
	if step.Sign() < 0 {
		lo, hi = big.NewInt(-1), new(big.Int).Sub(n, big.NewInt(1))
	}
	bound := func(v Value, def *big.Int) (*big.Int, error) {
		x, err := evalSliceField(t, v)
		if x == nil || err != nil {
			return def, err
		}
		if x.Sign() < 0 {
			if x = new(big.Int).Add(x, n); x.Cmp(lo) < 0 {
				x = lo
			}
		} else if x.Cmp(hi) > 0 {
			x = hi
		}
		return x, nil
	}
	first, last := lo, hi
	if step.Sign() < 0 {
		first, last = hi, lo
	}
	start, err := bound(s.Start, first)
	if err != nil {
		return Nil, err
	}
	stop, err := bound(s.Stop, last)
	if err != nil {
		return Nil, err
	}
	whole := func(b *big.Int) Value { return NewBig(new(big.Int).Set(b)) }
	return NewTuple(whole(start), whole(stop), whole(step)), nil
}

// evalSliceField returns a field as an int of any size, nil for None.
func evalSliceField(t *Thread, v Value) (*big.Int, error) {
	if v.IsNone() {
		return nil, nil
	}
	if !isIndexable(v) {
		return nil, Raise(TypeError, "slice indices must be integers or None or have an __index__ method")
	}
	x, err := Index(t, v)
	if err != nil {
		return nil, err
	}
	return AsBig(x), nil
}

// SimpleSlice evaluates a slice whose parts are small ints, None or unbound for a
// sequence of a length; ok is false for others.
func SimpleSlice(lo, hi, by *Value, length int) (start, step, n int, ok bool) {
	const most = 1 << 30
	part := func(v *Value, def int) (int, bool) {
		if v.p == nil || v.IsNone() {
			return def, true
		}
		if !v.IsInt() || v.I() > most || v.I() < -most {
			return 0, false
		}
		return int(v.I()), true
	}
	if step, ok = part(by, 1); !ok || step == 0 {
		return 0, 0, 0, false
	}
	first, last := 0, most
	if step < 0 {
		first, last = most, -2*most
	}
	stop := 0
	if start, ok = part(lo, first); !ok {
		return 0, 0, 0, false
	}
	if stop, ok = part(hi, last); !ok {
		return 0, 0, 0, false
	}
	start, _, n = fitSlice(start, stop, step, length)
	return start, step, n, true
}
