package py

// A dict or set and its first entries are one object if they are few when it is
// made, and so are an index and its slots: most dicts have a handful of items, and
// allocating is most of what making them costs. Entries that grow beyond move as
// they always do.
type (
	dict1 struct {
		Dict
		a [1]Entry
	}
	dict2 struct {
		Dict
		a [2]Entry
	}
	dict3 struct {
		Dict
		a [3]Entry
	}
	dict4 struct {
		Dict
		a [4]Entry
	}
	dict5 struct {
		Dict
		a [5]Entry
	}
	dict6 struct {
		Dict
		a [6]Entry
	}
	dict8 struct {
		Dict
		a [8]Entry
	}
	set4 struct {
		Set
		a [4]setEntry
	}
	set8 struct {
		Set
		a [8]setEntry
	}
	dictIndex16 struct {
		dictIndex
		a [16]int32
	}
	setIndex16 struct {
		setIndex
		a [16]int32
	}
)

// NewDictSize returns an empty dict with room for n items.
func NewDictSize(n int) *Dict {
	switch n {
	case 0:
		return NewDict()
	case 1:
		d := &dict1{Dict: Dict{Head: Head{&dictShape}}}
		d.ents = d.a[:0]
		return &d.Dict
	case 2:
		d := &dict2{Dict: Dict{Head: Head{&dictShape}}}
		d.ents = d.a[:0]
		return &d.Dict
	case 3:
		d := &dict3{Dict: Dict{Head: Head{&dictShape}}}
		d.ents = d.a[:0]
		return &d.Dict
	case 4:
		d := &dict4{Dict: Dict{Head: Head{&dictShape}}}
		d.ents = d.a[:0]
		return &d.Dict
	case 5:
		d := &dict5{Dict: Dict{Head: Head{&dictShape}}}
		d.ents = d.a[:0]
		return &d.Dict
	case 6:
		d := &dict6{Dict: Dict{Head: Head{&dictShape}}}
		d.ents = d.a[:0]
		return &d.Dict
	case 7, 8:
		d := &dict8{Dict: Dict{Head: Head{&dictShape}}}
		d.ents = d.a[:0]
		return &d.Dict
	}
	d := NewDict()
	d.ents = make([]Entry, 0, n)
	d.rebuild(n)
	return d
}

// NewSetSize returns an empty set with room for n items.
func NewSetSize(n int) *Set {
	switch {
	case n == 0:
		return NewSet()
	case n <= 4:
		s := &set4{Set: Set{Head: Head{&setShape}}}
		s.ents = s.a[:0]
		return &s.Set
	case n <= smallDict:
		s := &set8{Set: Set{Head: Head{&setShape}}}
		s.ents = s.a[:0]
		return &s.Set
	}
	s := NewSet()
	s.resize(n)
	return s
}

// newDictIndex returns an index with size empty slots.
func newDictIndex(size int) *dictIndex {
	if size == 16 {
		x := &dictIndex16{}
		x.slots = x.a[:]
		return &x.dictIndex
	}
	return &dictIndex{slots: make([]int32, size)}
}

// newSetIndex is newDictIndex for a set.
func newSetIndex(size int) *setIndex {
	if size == 16 {
		x := &setIndex16{}
		x.slots = x.a[:]
		return &x.setIndex
	}
	return &setIndex{slots: make([]int32, size)}
}
