package py

// Pair is what [NextPair] returned.
type Pair uint8

// The outcomes of [NextPair].
const (
	PairNone Pair = iota // not an iterator of pairs, or it failed: ask its Next slot
	PairEnd
	PairOK
)

// NextPair takes the next pair from an enumerate, a zip of two or the items of a
// dict without making a tuple of it: `for k, v in …` takes it apart at once. After
// PairNone nothing has been taken.
func NextPair(t *Thread, it Value) (a, b Value, r Pair, err error) {
	switch it.Shape() {
	case &enumerateShape:
		e := (*enumerateObj)(it.p)
		if e.big != nil || e.n == 1<<63-1 {
			return Nil, Nil, PairNone, nil
		}
		x, err := NextIn(t, e.it)
		if err != nil {
			return Nil, Nil, PairEnd, err
		}
		if x.p == nil {
			return Nil, Nil, PairEnd, nil
		}
		e.n++
		return Int(e.n - 1), x, PairOK, nil
	case &zipShape:
		z := (*zipObj)(it.p)
		if len(z.its) != 2 || z.strict {
			return Nil, Nil, PairNone, nil
		}
		if a, err = NextIn(t, z.its[0]); err != nil || a.p == nil {
			return Nil, Nil, PairEnd, err
		}
		if b, err = NextIn(t, z.its[1]); err != nil || b.p == nil {
			return Nil, Nil, PairEnd, err
		}
		return a, b, PairOK, nil
	case dictIterTypes[dictItems].root:
		d := (*dictIter)(it.p)
		if d.d == nil || d.size != d.d.Len() || d.left == 0 {
			return Nil, Nil, PairNone, nil
		}
		k, v, next, ok := d.d.Next(d.pos)
		if !ok {
			return Nil, Nil, PairNone, nil
		}
		d.left--
		d.pos = next
		return k, v, PairOK, nil
	}
	return Nil, Nil, PairNone, nil
}

// quickLeft is how many items an iterator over a list, tuple or range is sure to give.
func quickLeft(it *Value) int {
	switch it.Shape() {
	case &listIterShape:
		if i := (*listIter)(it.p); i.l != nil {
			return len(i.l.A) - i.i
		}
	case &tupleIterShape:
		if i := (*tupleIter)(it.p); i.x != nil {
			return i.x.Len() - i.i
		}
	case &rangeIterShape:
		return int(min((*rangeIter)(it.p).left, 1<<30))
	}
	return 0
}

// fill puts the next items of iterators over lists, tuples and ranges into row; false,
// and nothing is taken, if there are others or one may be at its end. An iterator may be
// there more than once.
func (z *zipObj) fill(row []Value) bool {
	n := len(z.its)
	for i := range z.its {
		if quickLeft(&z.its[i]) < n {
			return false
		}
	}
	for i := range z.its {
		QuickNext(&row[i], &z.its[i])
	}
	return n > 0
}

func leafZipRow(row []Value, it *Value) bool {
	z := (*zipObj)(it.p)
	return len(z.its) == len(row) && z.fill(row)
}

func leafZipNext(dst, it *Value) bool {
	z := (*zipObj)(it.p)
	if n := len(z.its); n == 0 || n > 8 || quickLeft(&z.its[0]) == 0 {
		return false
	}
	x := MakeTuple(len(z.its))
	if !z.fill(x.Items()) {
		return false
	}
	*dst = x.Value()
	return true
}

func leafEnumerateRow(row []Value, it *Value) bool {
	e := (*enumerateObj)(it.p)
	if len(row) != 2 || e.big != nil || e.n == 1<<63-1 || !QuickNext(&row[1], &e.it) {
		return false
	}
	row[0].SetInt(e.n)
	e.n++
	return true
}

func leafEnumerateNext(dst, it *Value) bool {
	e := (*enumerateObj)(it.p)
	if quickLeft(&e.it) == 0 {
		return false
	}
	x := MakeTuple(2)
	if !leafEnumerateRow(x.Items(), it) {
		return false
	}
	*dst = x.Value()
	return true
}
