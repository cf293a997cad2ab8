package py

// Iterators over the builtin sequences and over callables. The virtual machine walks
// exact lists, tuples, ranges, strs and dicts itself; these are what iter() gives.
// enumerate, zip, map, filter and reversed are in iter_tools.go.

type listIter struct {
	Head
	l *List // nil: exhausted
	i int
}

type listRevIter struct {
	Head
	l *List
	i int
}

type tupleIter struct {
	Head
	x *Tuple
	i int
}

type setIter struct {
	Head
	s    *Set
	pos  int
	size int // -1 after an error
	left int
}

// seqIter walks an object through __getitem__(0), (1), … until IndexError.
type seqIter struct {
	Head
	seq Value
	i   int64
}

// callIter calls a function until it returns the sentinel.
type callIter struct {
	Head
	f, sentinel Value
}

var (
	listIterType, listRevIterType, tupleIterType, setIterType, seqIterType, callIterType       = &Type{}, &Type{}, &Type{}, &Type{}, &Type{}, &Type{}
	listIterShape, listRevIterShape, tupleIterShape, setIterShape, seqIterShape, callIterShape Shape
)

func newListIter(l *List) Value   { return Object(&listIter{Head{&listIterShape}, l, 0}) }
func newTupleIter(x *Tuple) Value { return Object(&tupleIter{Head{&tupleIterShape}, x, 0}) }
func newSetIter(s *Set) Value {
	return Object(&setIter{Head{&setIterShape}, s, 0, s.Len(), s.Len()})
}
func newSeqIter(v Value) Value { return Object(&seqIter{Head{&seqIterShape}, v, 0}) }

// NewCallIter returns iter(f, sentinel).
func NewCallIter(f, sentinel Value) Value {
	return Object(&callIter{Head{&callIterShape}, f, sentinel})
}

func initIterators() {
	iter := func(typ *Type, shape *Shape, name string, next func(t *Thread, v Value) (Value, error), members func() Members) {
		typ.define(shape, TypeSpec{Name: name, Flags: Final | NotCallable, Slots: Slots{Iter: iterSelf, Next: next}, Table: members})
	}
	iter(listIterType, &listIterShape, "list_iterator", listIterNext, func() Members {
		return Members{
			Method("__length_hint__()", func(it *listIter, t *Thread, a *Args) (Value, error) {
				if it.l == nil {
					return Int(0), nil
				}
				return Int(int64(max(0, len(it.l.A)-it.i))), nil
			}),
			Method("__reduce__()", func(it *listIter, t *Thread, a *Args) (Value, error) {
				if it.l == nil {
					return NewTuple(builtin(t, "iter"), NewTuple(NewList(nil).Value())), nil
				}
				return NewTuple(builtin(t, "iter"), NewTuple(it.l.Value()), Int(int64(it.i))), nil
			}),
			Method("__setstate__(object, /)", func(it *listIter, t *Thread, a *Args) (Value, error) {
				n := a.Int(t, 0)
				if it.l != nil {
					it.i = max(0, min(n, len(it.l.A)))
				}
				return None, a.err
			}),
		}
	})
	iter(listRevIterType, &listRevIterShape, "list_reverseiterator", listRevIterNext, func() Members {
		return Members{
			Method("__length_hint__()", func(it *listRevIter, t *Thread, a *Args) (Value, error) {
				if it.l == nil || it.i >= len(it.l.A) {
					return Int(0), nil
				}
				return Int(int64(it.i + 1)), nil
			}),
			Method("__reduce__()", func(it *listRevIter, t *Thread, a *Args) (Value, error) {
				if it.l == nil {
					return NewTuple(builtin(t, "iter"), NewTuple(NewList(nil).Value())), nil
				}
				return NewTuple(builtin(t, "reversed"), NewTuple(it.l.Value()), Int(int64(it.i))), nil
			}),
			Method("__setstate__(object, /)", func(it *listRevIter, t *Thread, a *Args) (Value, error) {
				n := a.Int(t, 0)
				if it.l != nil {
					it.i = max(-1, min(n, len(it.l.A)-1))
				}
				return None, a.err
			}),
		}
	})
	iter(tupleIterType, &tupleIterShape, "tuple_iterator", tupleIterNext, func() Members {
		return Members{
			Method("__length_hint__()", func(it *tupleIter, t *Thread, a *Args) (Value, error) {
				if it.x == nil {
					return Int(0), nil
				}
				return Int(int64(it.x.Len() - it.i)), nil
			}),
			Method("__reduce__()", func(it *tupleIter, t *Thread, a *Args) (Value, error) {
				if it.x == nil {
					return NewTuple(builtin(t, "iter"), NewTuple(NewTuple())), nil
				}
				return NewTuple(builtin(t, "iter"), NewTuple(it.x.Value()), Int(int64(it.i))), nil
			}),
			Method("__setstate__(object, /)", func(it *tupleIter, t *Thread, a *Args) (Value, error) {
				n := a.Int(t, 0)
				if it.x != nil {
					it.i = max(0, min(n, it.x.Len()))
				}
				return None, a.err
			}),
		}
	})
	listIterType.NextLeaf, tupleIterType.NextLeaf = QuickNext, QuickNext
	iter(setIterType, &setIterShape, "set_iterator", setIterNext, func() Members {
		return Members{
			Method("__reduce__()", (*setIter).__reduce__),
			Method("__length_hint__()", func(it *setIter, t *Thread, a *Args) (Value, error) {
				if it.s == nil || it.size != it.s.Len() {
					return Int(0), nil
				}
				return Int(int64(it.left)), nil
			}),
		}
	})
	iter(seqIterType, &seqIterShape, "iterator", seqIterNext, func() Members {
		return Members{
			Method("__reduce__()", (*seqIter).__reduce__),
			Method("__setstate__(object, /)", (*seqIter).__setstate__),
			Method("__length_hint__()", func(it *seqIter, t *Thread, a *Args) (Value, error) {
				if it.seq.p == nil {
					return Int(0), nil
				}
				if it.seq.Type().Slots.Len == nil {
					return NotImplemented, nil
				}
				n, err := Len(t, it.seq)
				return Int(max(0, int64(n)-it.i)), err
			}),
		}
	})
	iter(callIterType, &callIterShape, "callable_iterator", callIterNext, func() Members {
		return Members{Method("__reduce__()", (*callIter).__reduce__)}
	})
	initRangeIters()
	initIterTools()
}

func listIterNext(t *Thread, v Value) (Value, error) {
	it := (*listIter)(v.p)
	if it.l == nil {
		return Nil, nil
	}
	if it.i < len(it.l.A) {
		it.i++
		return it.l.A[it.i-1], nil
	}
	it.l = nil
	return Nil, nil
}

func listRevIterNext(t *Thread, v Value) (Value, error) {
	it := (*listRevIter)(v.p)
	if it.l == nil {
		return Nil, nil
	}
	if it.i >= 0 && it.i < len(it.l.A) {
		it.i--
		return it.l.A[it.i+1], nil
	}
	it.l = nil
	return Nil, nil
}

func tupleIterNext(t *Thread, v Value) (Value, error) {
	it := (*tupleIter)(v.p)
	if it.x == nil {
		return Nil, nil
	}
	if it.i < it.x.Len() {
		it.i++
		return it.x.At(it.i - 1), nil
	}
	it.x = nil
	return Nil, nil
}

func setIterNext(t *Thread, v Value) (Value, error) {
	it := (*setIter)(v.p)
	if it.s == nil {
		return Nil, nil
	}
	if it.size != it.s.Len() {
		it.size = -1
		return Nil, Raise(RuntimeError, "Set changed size during iteration")
	}
	k, next, ok := it.s.Next(it.pos)
	if !ok {
		it.s = nil
		return Nil, nil
	}
	it.pos = next
	it.left--
	return k, nil
}

func seqIterNext(t *Thread, v Value) (Value, error) {
	it := (*seqIter)(v.p)
	if it.seq.p == nil {
		return Nil, nil
	}
	x, err := GetItem(t, it.seq, Int(it.i))
	if err != nil {
		if ErrIs(err, IndexError) || ErrIs(err, StopIteration) {
			it.seq = Nil
			return Nil, nil
		}
		return Nil, err
	}
	it.i++
	return x, nil
}

func callIterNext(t *Thread, v Value) (Value, error) {
	it := (*callIter)(v.p)
	if it.f.p == nil {
		return Nil, nil
	}
	x, err := CallKw(t, it.f, nil, nil)
	if err != nil {
		if ErrIs(err, StopIteration) {
			it.f, it.sentinel = Nil, Nil
			return Nil, nil
		}
		return Nil, err
	}
	if it.f.p == nil { // the function exhausted its own iterator
		return Nil, nil
	}
	end, err := Equal(t, it.sentinel, x)
	if err != nil {
		return Nil, err
	}
	if end {
		it.f, it.sentinel = Nil, Nil
		return Nil, nil
	}
	return x, nil
}
