package py

import "unsafe"

// Set is Python's set and frozenset: like [Dict] without values, in the order of
// insertion. A deleted entry has an unbound key.
type Set struct {
	Head
	ents    []setEntry
	idx     *setIndex // nil up to eight entries
	live    int32
	changes uint32
	hash    int64 // of a frozenset; 0: not computed
}

type setEntry struct {
	K    Value
	Hash uint64
}

type setIndex struct {
	slots []int32 // as in dictIndex
	used  int32
	first int32
}

// NewSet returns an empty set.
func NewSet() *Set { return &Set{Head: Head{&setShape}} }

// NewFrozenSet returns an empty frozenset, to be filled before Python sees it.
func NewFrozenSet() *Set { return &Set{Head: Head{&frozenSetShape}} }

// AsSet returns v as a *Set if its class is set or frozenset or derives from one.
func AsSet(v Value) (*Set, bool) {
	if s := v.Shape(); s == &setShape || s == &frozenSetShape {
		return (*Set)(v.p), true
	}
	if s, ok := Cast[Set](v, SetType); ok {
		return s, true
	}
	return Cast[Set](v, FrozenSetType)
}

func isAnySet(v Value) bool {
	_, ok := AsSet(v)
	return ok
}

// IsSet reports whether v is exactly a set, or exactly a frozenset.
func IsSet(v Value) bool {
	s := v.Shape()
	return s == &setShape || s == &frozenSetShape
}

// Value returns the set as a Value.
func (s *Set) Value() Value { return Value{unsafe.Pointer(s), 0} }

// Len returns the number of items.
func (s *Set) Len() int { return int(s.live) }

// Next steps through the items like [Dict.Next].
func (s *Set) Next(pos int) (v Value, next int, ok bool) {
	if s.idx != nil && pos < int(s.idx.first) {
		pos = int(s.idx.first)
	}
	for pos < len(s.ents) {
		if e := &s.ents[pos]; e.K.p != nil {
			return e.K, pos + 1, true
		}
		pos++
	}
	return Nil, pos, false
}

// find returns the number of the entry of k, or -1. It may run Python code (__eq__).
func (s *Set) find(t *Thread, k *Value, h uint64) (int, error) {
restart:
	changes := s.changes
	if s.idx == nil {
		for i := range s.ents {
			e := &s.ents[i]
			if e.Hash != h || e.K.p == nil {
				continue
			}
			eq, err := itemEq(t, e.K, *k)
			if err != nil {
				return -1, err
			}
			if s.changes != changes {
				goto restart
			}
			if eq {
				return i, nil
			}
		}
		return -1, nil
	}
	slots := s.idx.slots
	for i, perturb := h, h; ; i, perturb = nextSlot(i, perturb) {
		n := slots[i&uint64(len(slots)-1)]
		if n == 0 {
			return -1, nil
		}
		if n < 0 {
			continue
		}
		e := &s.ents[n-1]
		if e.Hash != h {
			continue
		}
		eq, err := itemEq(t, e.K, *k)
		if err != nil {
			return -1, err
		}
		if s.changes != changes {
			goto restart
		}
		if eq {
			return int(n - 1), nil
		}
	}
}

// addHashed adds k; false if it was there.
func (s *Set) addHashed(t *Thread, k Value, h uint64) (bool, error) {
	i, err := s.find(t, &k, h)
	if err != nil || i >= 0 {
		return false, err
	}
	return true, s.addNew(t, k, h)
}

// addNew is addHashed for a key that is not there.
func (s *Set) addNew(t *Thread, k Value, h uint64) error {
	if n := len(s.ents); n == cap(s.ents) && n >= 512 {
		room, err := t.takeRoom(n+1, 2*n, 32)
		if err != nil {
			return err
		}
		if room < 2*n {
			s.resize(room)
		}
	}
	s.insert(k, h)
	return nil
}

// insert adds a key that is not there.
func (s *Set) insert(k Value, h uint64) {
	if len(s.ents) == cap(s.ents) || s.idx != nil && int(s.idx.used+1)*3 > len(s.idx.slots)*2 || s.idx == nil && len(s.ents) >= smallDict {
		s.grow()
	}
	s.ents = append(s.ents, setEntry{k, h})
	s.live++
	s.changes++
	if s.idx != nil {
		slots := s.idx.slots
		i, perturb := h, h
		for slots[i&uint64(len(slots)-1)] > 0 {
			i, perturb = nextSlot(i, perturb)
		}
		p := &slots[i&uint64(len(slots)-1)]
		if *p == 0 {
			s.idx.used++
		}
		*p = int32(len(s.ents))
	}
}

// grow makes room for at least one more entry, dropping deleted ones.
func (s *Set) grow() {
	n := int(s.live)
	s.resize(growTo(n, smallDict, len(s.ents) > n))
}

func (s *Set) resize(want int) {
	ents := make([]setEntry, s.live, want)
	if len(ents) == len(s.ents) {
		copyPieces(ents, s.ents, unsafe.Offsetof(ents[0].Hash))
	} else {
		k := 0
		for i := range s.ents {
			if s.ents[i].K.p != nil {
				ents[k] = s.ents[i]
				k++
			}
		}
	}
	s.ents = ents
	if want <= smallDict && s.idx == nil {
		return
	}
	size := indexSize(want)
	idx := newSetIndex(size)
	slots := idx.slots
	for j := range ents {
		i, perturb := ents[j].Hash, ents[j].Hash
		for slots[i&uint64(size-1)] != 0 {
			i, perturb = nextSlot(i, perturb)
		}
		slots[i&uint64(size-1)] = int32(j + 1)
	}
	idx.used = int32(len(ents))
	s.idx = idx
}

// remove deletes entry i.
func (s *Set) remove(i int) {
	e := &s.ents[i]
	if s.idx != nil {
		slots := s.idx.slots
		for j, perturb := e.Hash, e.Hash; ; j, perturb = nextSlot(j, perturb) {
			if p := &slots[j&uint64(len(slots)-1)]; *p == int32(i+1) {
				*p = -1
				break
			}
		}
	}
	*e = setEntry{}
	s.live--
	s.changes++
	for n := len(s.ents); n > 0 && s.ents[n-1].K.p == nil; n-- {
		s.ents = s.ents[:n-1]
	}
	if s.idx != nil {
		if s.live == 0 {
			s.idx.first = 0
		} else if i == int(s.idx.first) {
			for s.ents[i].K.p == nil {
				i++
			}
			s.idx.first = int32(i)
		}
	}
}

// Add adds v; unhashable values are a TypeError.
func (s *Set) Add(t *Thread, v Value) error {
	h, err := HashKey(t, v)
	if err != nil {
		return err
	}
	_, err = s.addHashed(t, v, h)
	return err
}

// findSimple is find for a str or an int, where that needs no Python code; sure is
// false if it is something else, or if an item that might equal it is.
func (s *Set) findSimple(v *Value) (i int, h uint64, sure bool) {
	if h, sure = hashKey(v); !sure {
		return -1, 0, false
	}
	if s.idx == nil {
		for i := range s.ents {
			if e := &s.ents[i]; e.Hash == h && e.K.p != nil {
				if eq, ok := simpleEq(&e.K, v); eq || !ok {
					return i, h, ok
				}
			}
		}
		return -1, h, true
	}
	slots := s.idx.slots
	for i, perturb := h, h; ; i, perturb = nextSlot(i, perturb) {
		n := slots[i&uint64(len(slots)-1)]
		if n == 0 {
			return -1, h, true
		}
		if n > 0 && s.ents[n-1].Hash == h {
			if eq, ok := simpleEq(&s.ents[n-1].K, v); eq || !ok {
				return int(n - 1), h, ok
			}
		}
	}
}

// HasSimple reports whether a str or an int is in the set; sure is false if only
// Contains can tell.
func (s *Set) HasSimple(v *Value) (found, sure bool) {
	i, _, sure := s.findSimple(v)
	return i >= 0, sure
}

// AddSimple adds a str or an int; false if only Add can, or if there may be no memory.
func (s *Set) AddSimple(v *Value) bool {
	i, h, sure := s.findSimple(v)
	if !sure || i < 0 && len(s.ents) == cap(s.ents) && len(s.ents) >= 512 {
		return false
	}
	if i < 0 {
		s.insert(*v, h)
	}
	return true
}

// Contains reports whether v is in the set. A set that is looked for is compared as
// a frozenset.
func (s *Set) Contains(t *Thread, v Value) (bool, error) {
	i, err := s.lookup(t, v)
	return i >= 0, err
}

// lookup is find for any value.
func (s *Set) lookup(t *Thread, v Value) (int, error) {
	h, err := setKeyHash(t, v)
	if err != nil {
		return -1, err
	}
	return s.find(t, &v, h)
}

// setKeyHash is HashKey that hashes a set like the frozenset with the same items.
func setKeyHash(t *Thread, v Value) (uint64, error) {
	h, err := HashKey(t, v)
	if err != nil && ErrIs(err, TypeError) {
		if s, ok := Cast[Set](v, SetType); ok {
			return uint64(s.itemsHash()), nil
		}
	}
	return h, err
}

// Discard removes v; false if it was not there.
func (s *Set) Discard(t *Thread, v Value) (bool, error) {
	i, err := s.lookup(t, v)
	if i < 0 || err != nil {
		return false, err
	}
	s.remove(i)
	return true, nil
}

// Clear removes all items.
func (s *Set) Clear() {
	s.ents, s.idx, s.live = nil, nil, 0
	s.changes++
}

// copyItems makes s a copy of o; s is empty and o's items are all there.
func (s *Set) copyItems(t *Thread, o *Set) error {
	if o.live >= 512 {
		if err := t.Alloc(int(o.live) * 36); err != nil {
			return err
		}
	}
	n := int(o.live)
	s.changes++
	s.ents = o.ents
	s.idx = nil
	s.live = o.live
	if n == 0 {
		s.ents = nil
		return nil
	}
	s.resize(n)
	return nil
}

// itemsHash is the hash of a frozenset, whatever the order of the items.
func (s *Set) itemsHash() int64 {
	h := uint64(1927868237) * uint64(s.live+1)
	for i := range s.ents {
		if e := &s.ents[i]; e.K.p != nil {
			x := e.Hash
			h ^= (x ^ x<<16 ^ 89869747) * 3644798167
		}
	}
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if int64(h) == -1 {
		h = 590923713
	}
	return int64(h)
}
