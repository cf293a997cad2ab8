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
