package py

import "math/big"

// enumerate, zip, map, filter, reversed.

// enumerateKeywords is what enumerate says of keywords, which differs from other functions.
func enumerateKeywords(npos int, kw []*Str) error {
	names := [2]string{"iterable", "start"}
	switch n := npos + len(kw); {
	case npos == 0 && n != 1 && n != 2:
		return Raise(TypeError, "enumerate() missing required argument 'iterable'")
	case n > 2:
		return Raise(TypeError, "enumerate() takes at most 2 arguments (%d given)", n)
	case len(kw) == 2 && kw[0].String() == names[1]:
		names[0], names[1] = names[1], names[0]
	}
	for i, k := range kw {
		if s := k.String(); s != names[npos+i] {
			return Raise(TypeError, "'%s' is an invalid keyword argument for enumerate()", s)
		}
	}
	return nil
}

type enumerateObj struct {
	Head
	it  Value
	n   int64
	big *big.Int // the count beyond int64
}

type zipObj struct {
	Head
	its    []Value // nil: exhausted
	strict bool
}

type mapObj struct {
	Head
	f    Value
	its  []Value
	args []Value // reused unless the function is running
	busy bool
}

type filterObj struct {
	Head
	f, it Value
}

type reversedObj struct {
	Head
	seq Value
	i   int
}

var (
	EnumerateType = &Type{} // enumerate
	ZipType       = &Type{} // zip
	MapType       = &Type{} // map
	FilterType    = &Type{} // filter
	ReversedType  = &Type{} // reversed

	enumerateShape, zipShape, mapShape, filterShape, reversedShape Shape
)

func initIterTools() {
	tool := func(typ *Type, shape *Shape, name string, sub uintptr, doc string,
		make func(*Thread, *Type, []Value, []*Str) (Value, error), next func(*Thread, Value) (Value, error), members ...Member) {
		typ.define(shape, TypeSpec{Name: name, SubDict: sub, Doc: doc, Slots: Slots{New: make, Iter: iterSelf, Next: next}, Members: members})
	}
	enumerateCtor := As[Native](NewNative("enumerate(iterable, start=0)", enumerateMake))
	tool(EnumerateType, &enumerateShape, "enumerate", SubDict[enumerateObj](),
		"enumerate(iterable, start=0): pairs of a count and an item.",
		func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			if err := enumerateKeywords(len(args)-len(kw), kw); err != nil {
				return Nil, err
			}
			return enumerateCtor.Invoke(t, cls.Value(), args, kw)
		}, enumerateNext, ClassMethod("__class_getitem__(object, /)", classGetItem), Method("__reduce__()", (*enumerateObj).__reduce__))
	zipCtor := As[Native](NewNative("zip(*iterables, strict=False)", zipMake))
	tool(ZipType, &zipShape, "zip", SubDict[zipObj](),
		"zip(*iterables, strict=False): tuples of the first items, the second ones, and so on.",
		func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			return zipCtor.Invoke(t, cls.Value(), args, kw)
		}, zipNext, Method("__reduce__()", (*zipObj).__reduce__), Method("__setstate__(state, /)", (*zipObj).__setstate__))
	tool(MapType, &mapShape, "map", SubDict[mapObj](),
		"map(func, *iterables): what func returns for the items.", mapNew, mapNext,
		Method("__reduce__()", (*mapObj).__reduce__))
	tool(FilterType, &filterShape, "filter", SubDict[filterObj](),
		"filter(func, iterable): the items for which func is true; None asks the items themselves.", filterNew, filterNext,
		Method("__reduce__()", (*filterObj).__reduce__))
	tool(ReversedType, &reversedShape, "reversed", SubDict[reversedObj](),
		"reversed(sequence): the items from the last to the first.", reversedNew, reversedNext,
		Method("__length_hint__()", func(r *reversedObj, t *Thread, a *Args) (Value, error) {
			if r.seq.p == nil {
				return Int(0), nil
			}
			n, err := Len(t, r.seq)
			if err != nil || n < r.i+1 {
				return Int(0), err
			}
			return Int(int64(r.i + 1)), nil
		}),
		Method("__reduce__()", (*reversedObj).__reduce__),
		Method("__setstate__(state, /)", (*reversedObj).__setstate__))
	EnumerateType.NextLeaf, EnumerateType.NextRow = leafEnumerateNext, leafEnumerateRow
	ZipType.NextLeaf, ZipType.NextRow = leafZipNext, leafZipRow
}

// NextIn is next(it) for an iterator inside another: iterators can be nested without
// end, so it counts towards the recursion limit.
func NextIn(t *Thread, it Value) (Value, error) {
	if err := t.Enter(); err != nil {
		return Nil, err
	}
	v, err := Next(t, it)
	t.Leave()
	return v, err
}

// QuickNext puts the next item of an iterator over a list, tuple or range into dst;
// false at the end and for other iterators.
func QuickNext(dst, it *Value) bool {
	switch it.Shape() {
	case &listIterShape:
		i := (*listIter)(it.p)
		if i.l == nil || i.i >= len(i.l.A) {
			return false
		}
		*dst = i.l.A[i.i]
		i.i++
	case &tupleIterShape:
		i := (*tupleIter)(it.p)
		if i.x == nil || i.i >= i.x.Len() {
			return false
		}
		*dst = i.x.At(i.i)
		i.i++
	case &rangeIterShape:
		i := (*rangeIter)(it.p)
		if i.left <= 0 {
			return false
		}
		dst.SetInt(i.next)
		i.next += i.step
		i.left--
	default:
		return false
	}
	return true
}

func enumerateMake(t *Thread, a *Args) (Value, error) {
	start := Int(0)
	if a.Has(1) {
		var err error
		if start, err = Index(t, a.v[1]); err != nil {
			return Nil, err
		}
	}
	it, err := Iter(t, a.v[0])
	if err != nil {
		return Nil, err
	}
	e := Alloc[enumerateObj](As[Type](a.Self))
	e.it = it
	if start.IsInt() {
		e.n = start.I()
	} else {
		e.big = new(big.Int).Set(AsBig(start))
	}
	return Object(e), nil
}

func enumerateNext(t *Thread, v Value) (Value, error) {
	e := (*enumerateObj)(v.p)
	x, err := NextIn(t, e.it)
	if err != nil || x.p == nil {
		return Nil, err
	}
	if e.big != nil {
		n := newBigCopy(e.big)
		e.big.Add(e.big, big.NewInt(1))
		return NewTuple(n, x), nil
	}
	n := e.n
	if n == 1<<63-1 {
		e.big = new(big.Int).SetUint64(1 << 63)
	}
	e.n++
	return NewTuple(Int(n), x), nil
}

func zipMake(t *Thread, a *Args) (Value, error) {
	strict := a.BoolOr(t, 0, false)
	if a.err != nil {
		return Nil, a.err
	}
	its, err := iterAll(t, a.rest)
	if err != nil {
		return Nil, err
	}
	z := Alloc[zipObj](As[Type](a.Self))
	z.its, z.strict = its, strict
	return Object(z), nil
}

func iterAll(t *Thread, vals []Value) ([]Value, error) {
	its := make([]Value, len(vals))
	for i, v := range vals {
		it, err := Iter(t, v)
		if err != nil {
			return nil, err
		}
		its[i] = it
	}
	return its, nil
}

func zipNext(t *Thread, v Value) (Value, error) {
	z := (*zipObj)(v.p)
	if len(z.its) == 0 {
		return Nil, nil
	}
	var buf [4]Value
	row := buf[:]
	var long *Tuple
	if len(z.its) > len(buf) {
		long = MakeTuple(len(z.its))
		row = long.Items()
	}
	for i, it := range z.its {
		x, err := NextIn(t, it)
		if err != nil {
			return Nil, err
		}
		if x.p == nil {
			return Nil, z.end(t, i)
		}
		row[i] = x
	}
	if long == nil {
		return NewTuple(row[:len(z.its)]...), nil
	}
	return long.Value(), nil
}

// end is called when iterator i is exhausted.
func (z *zipObj) end(t *Thread, i int) error {
	its := z.its
	if !z.strict {
		return nil
	}
	word := func(n int) string {
		if n == 1 {
			return " 1"
		}
		return "s 1-" + string(appendInt(nil, int64(n)))
	}
	if i > 0 {
		return Raise(ValueError, "zip() argument %d is shorter than argument%s", i+1, word(i))
	}
	for i, it := range its[1:] {
		x, err := NextIn(t, it)
		if err != nil {
			return err
		}
		if x.p != nil {
			return Raise(ValueError, "zip() argument %d is longer than argument%s", i+2, word(i+1))
		}
	}
	return nil
}

func mapNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if len(kw) > 0 && cls.initOf(MapType) {
		if err := noKeywords("map", kw); err != nil {
			return Nil, err
		}
	}
	args = args[:len(args)-len(kw)]
	if len(args) < 2 {
		return Nil, Raise(TypeError, "map() must have at least two arguments.")
	}
	its, err := iterAll(t, args[1:])
	if err != nil {
		return Nil, err
	}
	m := Alloc[mapObj](cls)
	m.f, m.its = args[0], its
	m.args = make([]Value, len(its))
	return Object(m), nil
}

func mapNext(t *Thread, v Value) (Value, error) {
	m := (*mapObj)(v.p)
	args := m.args
	if m.busy {
		args = make([]Value, len(m.its))
	}
	m.busy = true
	r, err := m.step(t, args)
	m.busy = false
	return r, err
}

func (m *mapObj) step(t *Thread, args []Value) (Value, error) {
	for i, it := range m.its {
		x, err := NextIn(t, it)
		if err != nil || x.p == nil {
			return Nil, err
		}
		args[i] = x
	}
	return CallKw(t, m.f, args, nil)
}

func filterNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if len(kw) > 0 && cls.initOf(FilterType) {
		if err := noKeywords("filter", kw); err != nil {
			return Nil, err
		}
	}
	args = args[:len(args)-len(kw)]
	if err := argCount("filter", len(args), 2, 2); err != nil {
		return Nil, err
	}
	it, err := Iter(t, args[1])
	if err != nil {
		return Nil, err
	}
	f := Alloc[filterObj](cls)
	f.f, f.it = args[0], it
	return Object(f), nil
}

func filterNext(t *Thread, v Value) (Value, error) {
	f := (*filterObj)(v.p)
	for n := 1; ; n++ {
		x, err := NextIn(t, f.it)
		if err != nil || x.p == nil {
			return Nil, err
		}
		test := x
		if !f.f.IsNone() && f.f != BoolType.Value() {
			if test, err = Call(t, f.f, x); err != nil {
				return Nil, err
			}
		}
		ok, err := Truth(t, test)
		if err != nil {
			return Nil, err
		}
		if ok {
			return x, nil
		}
		if n&63 == 0 {
			if err := t.Step(64); err != nil {
				return Nil, err
			}
		}
	}
}

func reversedNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if len(kw) > 0 && cls.initOf(ReversedType) {
		if err := noKeywords("reversed", kw); err != nil {
			return Nil, err
		}
	}
	args = args[:len(args)-len(kw)]
	if err := argCount("reversed", len(args), 1, 1); err != nil {
		return Nil, err
	}
	seq := args[0]
	if IsRange(seq) { // without a bound method
		return rangeIterOf(seq, true), nil
	}
	c := seq.Type()
	if f := c.Lookup(nameReversed); f.p != nil {
		if f.IsNone() {
			return Nil, Raise(TypeError, "'%s' object is not reversible", c.Name)
		}
		r, _, err := CallSpecial(t, seq, nameReversed)
		return r, err
	}
	if c.Slots.GetItem == nil || c.Flags&MapPattern != 0 {
		return Nil, Raise(TypeError, "'%s' object is not reversible", c.Name)
	}
	n, err := Len(t, seq)
	if err != nil {
		return Nil, err
	}
	r := Alloc[reversedObj](cls)
	r.seq, r.i = seq, n-1
	return Object(r), nil
}

func reversedNext(t *Thread, v Value) (Value, error) {
	r := (*reversedObj)(v.p)
	if r.i < 0 || r.seq.p == nil {
		r.seq = Nil
		return Nil, nil
	}
	x, err := GetItem(t, r.seq, Int(int64(r.i)))
	if err != nil {
		r.i = -1
		r.seq = Nil
		if ErrIs(err, IndexError) || ErrIs(err, StopIteration) {
			err = nil
		}
		return Nil, err
	}
	r.i--
	return x, nil
}
