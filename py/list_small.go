package py

// A list and its first items are one object if they are few when it is made: one
// allocation instead of two, which is most of what a display or a short slice
// costs. When the list grows beyond, the items move as they always do.
type (
	list1 struct {
		List
		a [1]Value
	}
	list2 struct {
		List
		a [2]Value
	}
	list3 struct {
		List
		a [3]Value
	}
	list4 struct {
		List
		a [4]Value
	}
	list6 struct {
		List
		a [6]Value
	}
	list8 struct {
		List
		a [8]Value
	}
	list12 struct {
		List
		a [12]Value
	}
)

// NewListOf returns a list with a copy of items.
func NewListOf(items []Value) *List {
	n := len(items)
	l := newListLen(n)
	if l == nil {
		return NewList(cloneValues(items))
	}
	for i := range l.A {
		l.A[i] = items[i]
	}
	return l
}

// newListLen returns a list of n unbound items, nil if there are too many for one
// object.
func newListLen(n int) *List {
	switch n {
	case 0:
		return &List{Head: Head{&listShape}}
	case 1:
		l := &list1{List: List{Head: Head{&listShape}}}
		l.A = l.a[:]
		return &l.List
	case 2:
		l := &list2{List: List{Head: Head{&listShape}}}
		l.A = l.a[:]
		return &l.List
	case 3:
		l := &list3{List: List{Head: Head{&listShape}}}
		l.A = l.a[:]
		return &l.List
	case 4:
		l := &list4{List: List{Head: Head{&listShape}}}
		l.A = l.a[:]
		return &l.List
	case 5, 6:
		l := &list6{List: List{Head: Head{&listShape}}}
		l.A = l.a[:n]
		return &l.List
	case 7, 8:
		l := &list8{List: List{Head: Head{&listShape}}}
		l.A = l.a[:n]
		return &l.List
	case 9, 10, 11, 12:
		l := &list12{List: List{Head: Head{&listShape}}}
		l.A = l.a[:n]
		return &l.List
	}
	return nil
}

// newListN returns a list of n unbound items.
func newListN(n int) *List {
	if l := newListLen(n); l != nil {
		return l
	}
	return NewList(make([]Value, n))
}

// NewListRoom returns an empty list with room for n items.
func NewListRoom(n int) *List {
	l := newListN(n)
	l.A = l.A[:0]
	return l
}

// NewListStride returns a list of n items of a, from start in steps of step.
func NewListStride(a []Value, start, step, n int) *List {
	l := newListN(n)
	for i := range l.A {
		l.A[i] = a[start+i*step]
	}
	return l
}
