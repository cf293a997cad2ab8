package py

import (
	"cmp"
	"slices"
)

// sort: a stable merge sort that uses runs which are there already (as timsort
// does). Keys that are all small ints, all floats or all strs are compared in Go;
// any other key goes through __lt__.

func (l *List) sort(t *Thread, a *Args) (Value, error) {
	reverse := a.BoolOr(t, 1, false)
	if a.err != nil {
		return Nil, a.err
	}
	key := Nil
	if a.Given(0) {
		key = a.v[0]
	}
	return None, l.Sort(t, key, reverse)
}

// Sort sorts the list in place; key may be unbound.
func (l *List) Sort(t *Thread, key Value, reverse bool) error {
	items := l.A
	// While it is sorted the list looks empty, and a change of it is noticed.
	l.A = nil
	out, err := SortValues(t, items, key, reverse)
	changed := l.A != nil
	l.A = out
	if err == nil && changed {
		return Raise(ValueError, "list modified during sort")
	}
	return err
}

// SortValues sorts items in place and returns them, in the old order if there is an
// error. Nothing else may see items meanwhile.
func SortValues(t *Thread, items []Value, key Value, reverse bool) ([]Value, error) {
	n := len(items)
	if n < 2 && key.p == nil {
		return items, nil
	}
	keys := items
	if key.p != nil {
		keys = make([]Value, n)
		call := key.Type().Slots.Call
		if call == nil {
			if n == 0 {
				return items, nil
			}
			return items, Raise(TypeError, "'%s' object is not callable", TypeName(key))
		}
		var arg [1]Value
		for i, v := range items {
			arg[0] = v
			k, err := call(t, key, arg[:], nil)
			if err != nil {
				return items, err
			}
			keys[i] = k
			if i&255 == 255 {
				if err := t.Step(256); err != nil {
					return items, err
				}
			}
		}
	}
	if err := t.Alloc(n * 32); err != nil {
		return items, err
	}
	// A reversed sort keeps the order of equal items: reverse, sort, reverse.
	if reverse {
		reverseValues(items)
		if key.p != nil {
			reverseValues(keys)
		}
	}
	err := sortByKind(t, items, keys, key.p != nil)
	if reverse {
		reverseValues(items)
	}
	return items, err
}

// sortByKind sorts items by keys (the same slice if keyed is false).
func sortByKind(t *Thread, items, keys []Value, keyed bool) error {
	switch kind(keys) {
	case kindInt:
		if !keyed {
			return sortInts(t, items)
		}
		return sortOrdered(t, items, keys, func(v Value) int64 { return v.I() })
	case kindFloat:
		return sortOrdered(t, items, keys, func(v Value) float64 { return v.F() })
	case kindStr:
		return sortOrdered(t, items, keys, func(v Value) string { return As[Str](v).String() })
	}
	return sortGeneric(t, items, keys)
}

const (
	kindMixed = iota
	kindInt
	kindFloat
	kindStr
)

func kind(keys []Value) int {
	if len(keys) == 0 {
		return kindMixed
	}
	switch v := keys[0]; {
	case v.IsInt():
		for i := range keys {
			if !keys[i].IsInt() {
				return kindMixed
			}
		}
		return kindInt
	case v.IsFloat():
		for i := range keys {
			// A NaN has no place in an order: __lt__ decides as it comes.
			if f := keys[i].F(); !keys[i].IsFloat() || f != f {
				return kindMixed
			}
		}
		return kindFloat
	case IsStr(v):
		for i := range keys {
			if !IsStr(keys[i]) {
				return kindMixed
			}
		}
		return kindStr
	}
	return kindMixed
}

// sortInts sorts plain ints, whose equals cannot be told apart.
func sortInts(t *Thread, items []Value) error {
	a := make([]int64, len(items))
	for i := range items {
		a[i] = items[i].I()
	}
	const piece = 1 << 16
	if len(a) <= piece {
		slices.Sort(a)
		if err := t.Step(len(a)); err != nil {
			return err
		}
	} else {
		for i := 0; i < len(a); i += piece {
			slices.Sort(a[i:min(i+piece, len(a))])
			if err := t.Step(piece); err != nil {
				return err
			}
		}
		b := make([]int64, len(a))
		for w := piece; w < len(a); w *= 2 {
			for i := 0; i < len(a); i += 2 * w {
				m, e := min(i+w, len(a)), min(i+2*w, len(a))
				mergeInts(b[i:e], a[i:m], a[m:e])
				if err := t.Step((e - i) / 4); err != nil {
					return err
				}
			}
			a, b = b, a
		}
	}
	for i := range items {
		items[i].SetInt(a[i])
	}
	return nil
}

func mergeInts(dst, x, y []int64) {
	for i := range dst {
		if len(y) == 0 || len(x) > 0 && x[0] <= y[0] {
			dst[i], x = x[0], x[1:]
		} else {
			dst[i], y = y[0], y[1:]
		}
	}
}

type keyed[K cmp.Ordered] struct {
	k K
	v Value
}

// sortOrdered sorts by keys that Go can compare.
func sortOrdered[K cmp.Ordered](t *Thread, items, keys []Value, get func(Value) K) error {
	a := make([]keyed[K], len(items))
	sorted := true
	for i := range a {
		a[i] = keyed[K]{get(keys[i]), items[i]}
		sorted = sorted && (i == 0 || a[i-1].k <= a[i].k)
	}
	if sorted {
		return nil
	}
	b := make([]keyed[K], len(a))
	const run = 16
	for i := 0; i < len(a); i += run {
		insertionSort(a[i:min(i+run, len(a))])
		if i&0xFFF == 0 {
			if err := t.Step(0x400); err != nil {
				return err
			}
		}
	}
	for w := run; w < len(a); w *= 2 {
		for i := 0; i < len(a); i += 2 * w {
			m, e := min(i+w, len(a)), min(i+2*w, len(a))
			mergeKeyed(b[i:e], a[i:m], a[m:e])
			if (i+2*w)&0xFFF == 0 || w > 0x800 {
				if err := t.Step(max(w/2, 0x400)); err != nil {
					return err
				}
			}
		}
		a, b = b, a
	}
	for i := range items {
		items[i] = a[i].v
	}
	return nil
}

func insertionSort[K cmp.Ordered](a []keyed[K]) {
	for i := 1; i < len(a); i++ {
		x := a[i]
		j := i
		for ; j > 0 && x.k < a[j-1].k; j-- {
			a[j] = a[j-1]
		}
		a[j] = x
	}
}

func mergeKeyed[K cmp.Ordered](dst, x, y []keyed[K]) {
	if len(y) == 0 || x[len(x)-1].k <= y[0].k {
		copyKeyed(dst, x)
		copyKeyed(dst[len(x):], y)
		return
	}
	i, j := 0, 0
	for n := range dst {
		if j == len(y) || i < len(x) && x[i].k <= y[j].k {
			dst[n] = x[i]
			i++
		} else {
			dst[n] = y[j]
			j++
		}
	}
}

func copyKeyed[K cmp.Ordered](dst, src []keyed[K]) {
	for len(src) > 256 {
		copy(dst, src[:256])
		dst, src = dst[256:], src[256:]
	}
	copy(dst, src)
}

type pair struct{ k, v Value }

// sorter is a merge sort through __lt__, which may raise.
type sorter struct {
	t     *Thread
	a, b  []pair
	steps int
}

func sortGeneric(t *Thread, items, keys []Value) error {
	s := &sorter{t: t, a: make([]pair, len(items))}
	for i := range items {
		s.a[i] = pair{keys[i], items[i]}
	}
	if err := s.sort(); err != nil {
		return err
	}
	for i := range items {
		items[i] = s.a[i].v
	}
	return nil
}

func (s *sorter) less(x, y *Value) (bool, error) {
	if s.steps++; s.steps&63 == 0 {
		if err := s.t.Step(64); err != nil {
			return false, err
		}
	}
	if BothInt(x, y) {
		return x.I() < y.I(), nil
	}
	return CompareBool(s.t, OpLt, *x, *y)
}

// sort finds runs, makes short ones longer by insertion and merges neighbours so
// that runs of like size meet (the stack of timsort).
func (s *sorter) sort() error {
	n := len(s.a)
	minRun := n
	r := 0
	for minRun >= 64 {
		r |= minRun & 1
		minRun >>= 1
	}
	minRun += r
	var runs [][2]int // start, end
	for lo := 0; lo < n; {
		end, err := s.run(lo)
		if err != nil {
			return err
		}
		if end-lo < minRun {
			hi := min(lo+minRun, n)
			if err := s.insert(lo, end, hi); err != nil {
				return err
			}
			end = hi
		}
		runs = append(runs, [2]int{lo, end})
		lo = end
		for len(runs) > 1 {
			k := len(runs) - 2
			size := func(i int) int { return runs[i][1] - runs[i][0] }
			if k > 0 && size(k-1) <= size(k)+size(k+1) || k > 1 && size(k-2) <= size(k-1)+size(k) {
				if size(k-1) < size(k+1) {
					k--
				}
			} else if size(k) > size(k+1) {
				break
			}
			if runs, err = s.mergeAt(runs, k); err != nil {
				return err
			}
		}
	}
	for len(runs) > 1 {
		k := len(runs) - 2
		if k > 0 && runs[k-1][1]-runs[k-1][0] < runs[k+1][1]-runs[k+1][0] {
			k--
		}
		var err error
		if runs, err = s.mergeAt(runs, k); err != nil {
			return err
		}
	}
	return nil
}

// run returns the end of the run that starts at lo; a descending one is turned.
func (s *sorter) run(lo int) (int, error) {
	a := s.a
	i := lo + 1
	if i >= len(a) {
		return len(a), nil
	}
	down, err := s.less(&a[i].k, &a[lo].k)
	if err != nil {
		return 0, err
	}
	for i++; i < len(a); i++ {
		less, err := s.less(&a[i].k, &a[i-1].k)
		if err != nil {
			return 0, err
		}
		if less != down {
			break
		}
	}
	if down {
		slices.Reverse(a[lo:i])
	}
	return i, nil
}

// insert sorts a[lo:hi], of which a[lo:mid] is sorted, by binary insertion.
func (s *sorter) insert(lo, mid, hi int) error {
	a := s.a
	for ; mid < hi; mid++ {
		x := a[mid]
		l, r := lo, mid
		for l < r {
			p := (l + r) / 2
			less, err := s.less(&x.k, &a[p].k)
			if err != nil {
				return err
			}
			if less {
				r = p
			} else {
				l = p + 1
			}
		}
		copy(a[l+1:mid+1], a[l:mid])
		a[l] = x
	}
	return nil
}

func (s *sorter) mergeAt(runs [][2]int, k int) ([][2]int, error) {
	lo, mid, hi := runs[k][0], runs[k][1], runs[k+1][1]
	if err := s.merge(lo, mid, hi); err != nil {
		return runs, err
	}
	runs[k][1] = hi
	return append(runs[:k+1], runs[k+2:]...), nil
}

// merge merges a[lo:mid] and a[mid:hi] after leaving out what is in place already.
func (s *sorter) merge(lo, mid, hi int) error {
	a := s.a
	// Where the first of the right side goes in the left one.
	l, r := lo, mid
	for l < r {
		p := (l + r) / 2
		less, err := s.less(&a[mid].k, &a[p].k)
		if err != nil {
			return err
		}
		if less {
			r = p
		} else {
			l = p + 1
		}
	}
	if lo = l; lo == mid {
		return nil
	}
	// Where the last of the left side goes in the right one.
	l, r = mid, hi
	for l < r {
		p := (l + r) / 2
		less, err := s.less(&a[p].k, &a[mid-1].k)
		if err != nil {
			return err
		}
		if less {
			l = p + 1
		} else {
			r = p
		}
	}
	hi = l
	if cap(s.b) < hi-lo {
		s.b = make([]pair, min(max(2*(hi-lo), 64), len(a)))
	}
	b := s.b[:hi-lo]
	i, j := lo, mid
	for n := range b {
		right := i == mid
		if !right && j < hi {
			var err error
			if right, err = s.less(&a[j].k, &a[i].k); err != nil {
				return err
			}
		}
		if right {
			b[n] = a[j]
			j++
		} else {
			b[n] = a[i]
			i++
		}
	}
	for len(b) > 0 {
		n := copy(a[lo:hi], b[:min(len(b), 128)])
		b, lo = b[n:], lo+n
	}
	return nil
}
