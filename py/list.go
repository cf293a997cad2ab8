package py

import (
	"unsafe"
)

// list: the type's table and its slots; methods are in list_methods.go, sort in
// list_sort.go.

func initList() {
	ListType.define(&listShape, TypeSpec{
		Name:    "list",
		Flags:   SeqPattern | SelfMatch,
		SubDict: SubDict[List](),
		Doc:     "list(iterable=()): a sequence that can be changed.",
		Slots: Slots{
			New:       listNew,
			Init:      listInit,
			Repr:      listRepr,
			Compare:   listCompare,
			Binary:    listBinary,
			BinaryOps: 1<<OpAdd | 1<<OpMul,
			RBinOps:   1 << OpMul,
			Inplace:   listInplace,
			InplOps:   1<<OpAdd | 1<<OpMul,
			Len:       func(t *Thread, v Value) (int, error) { return len((*List)(v.p).A), nil },
			GetItem:   ListGetItem,
			SetItem:   listSetItem,
			Contains:  listContains,
			Iter:      func(t *Thread, v Value) (Value, error) { return newListIter((*List)(v.p)), nil },
		},
		Table: func() Members {
			return Members{
				Method("append(object, /)", (*List).append).Leaf(leafListAppend),
				Method("clear()", (*List).clear),
				Method("copy()", (*List).copy),
				Method("count(value, /)", (*List).count),
				Method("extend(iterable, /)", (*List).extend).Consumes(consumeExtend),
				Method("index(value, start=0, stop=9223372036854775807, /)", (*List).index),
				Method("insert(index, object, /)", (*List).insert).Leaf(leafListInsert),
				Method("pop(index=-1, /)", (*List).pop).Leaf(leafListPop),
				Method("remove(value, /)", (*List).remove),
				Method("reverse()", (*List).reverse),
				Method("sort(*, key=None, reverse=False)", (*List).sort),
				Method("__reversed__()", (*List).__reversed__),
				Method("__sizeof__()", (*List).__sizeof__),
				ClassMethod("__class_getitem__(object, /)", classGetItem),
			}
		},
	})
}

func listNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if cls == ListType {
		return NewList(nil).Value(), nil
	}
	return Object(Alloc[List](cls)), nil
}

func listInit(t *Thread, v Value, args []Value, kw []*Str) error {
	if len(kw) > 0 {
		if v.Type().newOf(ListType) {
			return noKeywords("list", kw)
		}
		args = args[:len(args)-len(kw)]
	}
	if err := argCount("list", len(args), 0, 1); err != nil {
		return err
	}
	l := (*List)(v.p)
	l.A = nil
	if len(args) == 0 {
		return nil
	}
	return l.Extend(t, args[0])
}

// Append adds v at the end.
func (l *List) Append(v Value) {
	if len(l.A) == cap(l.A) {
		l.room(1)
	}
	l.A = append(l.A, v)
}

// listRooms are the sizes of lists as they grow. Go has objects of these sizes, with the
// 8 bytes that it puts before objects of more than 512, and several of them in the pages
// that it takes at a time; powers of two took a fifth more time.
var listRooms = [...]int{4, 8, 20, 47, 111, 215, 423, 847}

// grown is how many items there is to be room for when n more do not fit. Steps grow with
// the list; a long one doubles, since what it has outgrown stays in memory until the next
// collection while room that was never used takes none.
func (l *List) grown(n int) int {
	size := cap(l.A)
	switch {
	case size == 0:
		size = n
		if n == 1 {
			size = 4
		}
	case size < 512:
		most := size + size/2
		for _, size = range listRooms {
			if size >= most {
				break
			}
		}
	case size < 1<<14:
		size += size/4 + 64
	default:
		size *= 2
	}
	return max(size, len(l.A)+n)
}

// room makes room for n more items.
func (l *List) room(n int) {
	if len(l.A)+n <= cap(l.A) {
		return
	}
	l.move(l.grown(n))
}

// move puts the items where there is room for size of them.
func (l *List) move(size int) {
	a := make([]Value, len(l.A), size)
	copyValues(a, l.A)
	l.A = a
}

// roomFor is room that charges the memory account.
func (l *List) roomFor(t *Thread, n int) error {
	if len(l.A)+n <= cap(l.A) {
		return nil
	}
	if err := t.heapCheck(); err != nil {
		return err
	}
	size := l.grown(n)
	if size >= 400 {
		var err error
		if size, err = t.takeRoom(len(l.A)+n, size, 16); err != nil {
			return err
		}
	}
	l.move(size)
	return nil
}

// Extend is l.extend(v).
func (l *List) Extend(t *Thread, v Value) error {
	var src []Value
	switch {
	case IsList(v) || v.p == unsafe.Pointer(l): // itself, even if its class has an __iter__
		src = (*List)(v.p).A
	case IsTuple(v):
		src = (*Tuple)(v.p).Items()
	case IsRange(v):
		return l.extendRange(t, (*Range)(v.p))
	default:
		return l.extendIter(t, v)
	}
	if err := l.roomFor(t, len(src)); err != nil {
		return err
	}
	n := len(l.A)
	l.A = l.A[:n+len(src)]
	copyValues(l.A[n:], src)
	return nil
}

func (l *List) extendRange(t *Thread, r *Range) error {
	if r.N > 1<<40 {
		return Raise(MemoryError, "")
	}
	if err := l.roomFor(t, int(r.N)); err != nil {
		return err
	}
	x := r.Start
	for i := int64(0); i < r.N; i++ {
		l.A = append(l.A, Int(x))
		x += r.Step
		if i&0xFFFF == 0xFFFF {
			if err := t.Step(0x4000); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *List) extendIter(t *Thread, v Value) error {
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	hint, err := LengthHint(t, v, 8)
	if err != nil {
		return err
	}
	if hint = min(hint, 1<<16); len(l.A) == 0 && hint > 0 {
		if err := l.roomFor(t, hint); err != nil {
			return err
		}
	}
	next := it.Type().Slots.Next
	for n := 1; ; n++ {
		x, err := next(t, it)
		if err != nil {
			return err
		}
		if x.p == nil {
			return nil
		}
		if err := l.roomFor(t, 1); err != nil {
			return err
		}
		l.A = append(l.A, x)
		if n&255 == 0 {
			if err := t.Step(256); err != nil {
				return err
			}
		}
	}
}

func listRepr(t *Thread, v Value) (Value, error) {
	l := (*List)(v.p)
	if len(l.A) == 0 {
		return NewStr("[]"), nil
	}
	if !enterRepr(t, v) {
		return NewStr("[...]"), nil
	}
	defer leaveRepr(t)
	r := reprBuilder{t: t, b: append(make([]byte, 0, 2+4*min(len(l.A), 1024)), '[')}
	for i := 0; i < len(l.A); i++ {
		if i > 0 {
			r.b = append(r.b, ", "...)
		}
		if err := r.value(l.A[i]); err != nil {
			return Nil, err
		}
	}
	return takeStr(append(r.b, ']')), nil
}

func listCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	y, ok := AsList(b)
	if !ok {
		return NotImplemented, nil
	}
	x := (*List)(a.p)
	if len(x.A) != len(y.A) && (op == OpEq || op == OpNe) {
		return Bool(op == OpNe), nil
	}
	for i := 0; i < len(x.A) && i < len(y.A); i++ {
		v, w := x.A[i], y.A[i]
		if v == w {
			continue
		}
		eq, err := itemEq(t, v, w)
		if err != nil {
			return Nil, err
		}
		if !eq {
			if i >= len(x.A) || i >= len(y.A) {
				break
			}
			switch op {
			case OpEq:
				return False, nil
			case OpNe:
				return True, nil
			}
			return CompareItems(t, op, v, w)
		}
		if i&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return Nil, err
			}
		}
	}
	return compareLen(op, len(x.A), len(y.A)), nil
}

func listBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		x, ok := AsList(a)
		y, ok2 := AsList(b)
		if !ok || !ok2 {
			break
		}
		n := len(x.A) + len(y.A)
		if n >= 512 {
			if err := t.Alloc(n * 16); err != nil {
				return Nil, err
			}
		}
		out := make([]Value, n)
		copyValues(out, x.A)
		copyValues(out[len(x.A):], y.A)
		return NewList(out).Value(), nil
	case OpMul:
		l, ok := AsList(a)
		if !ok {
			l, _ = AsList(b)
			b = a
		}
		n, ok, err := repeatCount(t, b)
		if err != nil {
			return Nil, err
		}
		if !ok {
			break
		}
		out, err := repeatValues(t, l.A, n)
		if err != nil {
			return Nil, err
		}
		return NewList(out).Value(), nil
	}
	return NotImplemented, nil
}

func listInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	l := (*List)(a.p)
	switch op {
	case OpAdd:
		return a, l.Extend(t, b)
	case OpMul:
		n, ok, err := repeatCount(t, b)
		if err != nil {
			return Nil, err
		}
		if !ok {
			break
		}
		if n == 1 {
			return a, nil
		}
		out, err := repeatValues(t, l.A, n)
		if err != nil {
			return Nil, err
		}
		l.A = out
		return a, nil
	}
	return NotImplemented, nil
}

// ListGetItem is v[key] of a list.
func ListGetItem(t *Thread, v, key Value) (Value, error) {
	l := (*List)(v.p)
	if key.IsInt() {
		i := key.I()
		if i < 0 {
			i += int64(len(l.A))
		}
		if uint64(i) < uint64(len(l.A)) {
			return l.A[i], nil
		}
		return Nil, Raise(IndexError, "list index out of range")
	}
	if s, ok := AsSlice(key); ok {
		start, stop, step, err := s.unpack(t)
		if err != nil {
			return Nil, err
		}
		start, _, n := fitSlice(start, stop, step, len(l.A))
		if step == 1 {
			return l.slice(t, start, start+n)
		}
		out, err := strided(t, l.A, start, step, n)
		if err != nil {
			return Nil, err
		}
		return NewList(out).Value(), nil
	}
	i, err := seqIndexRaw(t, key, "list")
	if err != nil {
		return Nil, err
	}
	if i < 0 {
		i += len(l.A)
	}
	if uint(i) >= uint(len(l.A)) {
		return Nil, Raise(IndexError, "list index out of range")
	}
	return l.A[i], nil
}

// slice is l[lo:hi] with bounds that fit.
func (l *List) slice(t *Thread, lo, hi int) (Value, error) {
	if err := t.heapCheck(); err != nil {
		return Nil, err
	}
	if hi-lo <= 12 {
		return NewListOf(l.A[lo:hi]).Value(), nil
	}
	out, err := subValues(t, l.A[lo:hi])
	if err != nil {
		return Nil, err
	}
	return NewList(out).Value(), nil
}

func subValues(t *Thread, a []Value) ([]Value, error) {
	if len(a) >= 512 {
		if err := t.Alloc(len(a) * 16); err != nil {
			return nil, err
		}
	}
	return cloneValues(a), nil
}

// strided returns n items from start in steps of step.
func strided(t *Thread, a []Value, start, step, n int) ([]Value, error) {
	if n >= 512 {
		if err := t.Alloc(n * 16); err != nil {
			return nil, err
		}
	}
	out := make([]Value, n)
	for rest := out; len(rest) > 0; {
		piece := rest[:min(len(rest), 256)]
		piece[0].n, piece[len(piece)-1].n = 0, 0 // see copyValues
		for i := range piece {
			piece[i] = a[start]
			start += step
		}
		rest = rest[len(piece):]
	}
	return out, nil
}

func listSetItem(t *Thread, v, key, val Value) error {
	l := (*List)(v.p)
	if s, ok := AsSlice(key); ok {
		if val.p == nil {
			return l.deleteSlice(t, s)
		}
		return l.assignSlice(t, s, val)
	}
	i, err := seqIndexRaw(t, key, "list")
	if err != nil {
		return err
	}
	if i < 0 {
		i += len(l.A)
	}
	if uint(i) >= uint(len(l.A)) {
		return Raise(IndexError, "list assignment index out of range")
	}
	if val.p == nil {
		l.delete(i)
		return nil
	}
	l.A[i] = val
	return nil
}

func (l *List) deleteSlice(t *Thread, s *Slice) error {
	start, stop, step, err := s.unpack(t)
	if err != nil {
		return err
	}
	start, _, n := fitSlice(start, stop, step, len(l.A))
	if n == 0 {
		return nil
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	if step == 1 {
		l.cut(start, start+n)
		return nil
	}
	a := l.A
	w := start
	next := start
	for i := start; i < len(a); i++ {
		if i == next && n > 0 {
			next += step
			n--
			continue
		}
		a[w] = a[i]
		w++
	}
	clear(a[w:])
	l.A = a[:w]
	l.shrink()
	return nil
}

// splice replaces items lo to hi by src, which is not part of l.
func (l *List) splice(lo, hi int, src []Value) {
	n := len(l.A)
	switch d := len(src) - (hi - lo); {
	case d > 0:
		l.room(d)
		l.A = l.A[:n+d]
		if hi < n {
			moveValues(l.A[hi+d:], l.A[hi:n])
		}
	case d < 0:
		l.cut(lo+len(src), hi)
	}
	copyValues(l.A[lo:], src)
}

func (l *List) assignSlice(t *Thread, s *Slice, val Value) error {
	if err := t.heapCheck(); err != nil {
		return err
	}
	start, stop, step, err := s.unpack(t)
	if err != nil {
		return err
	}
	var src []Value
	if step == 1 {
		if src, err = Collect(t, val); err != nil {
			if ErrIs(err, TypeError) && val.Type().Slots.Iter == nil && val.Type().Slots.GetItem == nil {
				return Raise(TypeError, "must assign iterable to extended slice")
			}
			return err
		}
		if len(src) >= 512 {
			if err := t.Alloc((len(l.A) + len(src)) * 16); err != nil {
				return err
			}
		}
		start, _, n := fitSlice(start, stop, 1, len(l.A))
		l.splice(start, start+n, src)
		return nil
	}
	if src, err = Collect(t, val); err != nil {
		if ErrIs(err, TypeError) && val.Type().Slots.Iter == nil && val.Type().Slots.GetItem == nil {
			return Raise(TypeError, "must assign iterable to extended slice")
		}
		return err
	}
	start, _, n := fitSlice(start, stop, step, len(l.A))
	if len(src) != n {
		return Raise(ValueError, "attempt to assign sequence of size %d to extended slice of size %d", len(src), n)
	}
	for i, v := range src {
		l.A[start+i*step] = v
	}
	return nil
}

func listContains(t *Thread, v, item Value) (bool, error) {
	i, err := (*List)(v.p).find(t, item, 0, -1)
	return i >= 0, err
}

// find returns the first position of item in l[start:stop], or -1. A stop of -1 is
// the end, which may move.
func (l *List) find(t *Thread, item Value, start, stop int) (int, error) {
	for i := start; i < len(l.A) && (stop < 0 || i < stop); i++ {
		v := &l.A[i]
		if *v == item {
			return i, nil
		}
		if eq, ok := simpleEq(v, &item); ok {
			if eq {
				return i, nil
			}
		} else if eq, err := itemEq(t, *v, item); eq || err != nil {
			if err != nil {
				return -1, err
			}
			return i, nil
		}
		if i&1023 == 1023 {
			if err := t.Step(512); err != nil {
				return -1, err
			}
		}
	}
	return -1, nil
}
