package py

import "unsafe"

// grow makes room for at least one more entry, dropping deleted ones. Doubling up
// to 65536 entries: 49 bytes an entry at 1,000.
func (d *Dict) grow() {
	n := int(d.live)
	if d.idx != nil && n+1+n/4 <= cap(d.ents) && n > cap(d.ents)/4 && indexSize(cap(d.ents)) == len(d.idx.slots) {
		d.pack()
		return
	}
	d.resize(growTo(n, 4, len(d.ents) > n))
}

// pack takes out the deleted entries. Where there is room enough then, nothing needs to
// be allocated: a dict whose items go and come fills its array again and again.
func (d *Dict) pack() {
	k := 0
	for i := range d.ents {
		if e := &d.ents[i]; e.K.p != nil {
			if i != k {
				d.ents[k] = *e
			}
			k++
		}
	}
	clear(d.ents[k:])
	d.ents = d.ents[:k]
	d.rebuild(cap(d.ents))
}

// resize makes room for want entries.
func (d *Dict) resize(want int) {
	n := int(d.live)
	ents := make([]Entry, n, want)
	if n == len(d.ents) {
		copyPieces(ents, d.ents, unsafe.Offsetof(ents[0].Hash))
	} else {
		k := 0
		for i := range d.ents {
			if d.ents[i].K.p != nil {
				ents[k] = d.ents[i]
				k++
			}
		}
	}
	d.ents = ents
	if want > smallDict || d.idx != nil {
		d.rebuild(cap(ents))
	}
}

// growTo returns how many entries to make room for when there are n. If there are
// deleted ones as well, that is more than n by a part, or a dict of which keys are
// taken and put back would grow every time.
func growTo(n, least int, deleted bool) int {
	need := n + 1
	if deleted {
		need += n / 4
	}
	want := least
	for want < need && want < 1<<16 {
		want *= 2
	}
	if want < need {
		want = max(need, 2*n) // room that is not used takes no memory
	}
	return want
}

// indexSize is how many slots an index for n entries has.
func indexSize(n int) int {
	size := 16
	for size*2 < n*3 {
		size *= 2
	}
	return size
}

// rebuild makes the index for n entries.
func (d *Dict) rebuild(n int) {
	size := indexSize(n)
	var slots []int32
	if d.idx == nil {
		d.idx = newDictIndex(size)
		slots = d.idx.slots
	} else if slots = d.idx.slots; len(slots) == size {
		clear(slots)
	} else {
		slots = make([]int32, size)
	}
	d.idx.used, d.idx.first = d.live, 0
	for j := range d.ents {
		if d.ents[j].K.p == nil {
			continue
		}
		i, perturb := d.ents[j].Hash, d.ents[j].Hash
		for slots[i&uint64(size-1)] != 0 {
			i, perturb = nextSlot(i, perturb)
		}
		slots[i&uint64(size-1)] = int32(j + 1)
	}
	d.idx.slots = slots
}

// Copy returns a plain dict with the same items.
func (d *Dict) Copy() *Dict { return d.copyRoom(0) }

// copyRoom is Copy with room for some more items, if that is not many.
func (d *Dict) copyRoom(room int) *Dict {
	n := int(d.live)
	if d.shape != &nsDictShape {
		if n > smallDict {
			c := NewDict()
			c.copyItems(d)
			return c
		}
		if n == len(d.ents) {
			c := NewDictSize(max(n, min(n+room, smallDict)))
			c.ents = c.ents[:n]
			copy(c.ents, d.ents)
			c.live, c.changes = d.live, 1
			return c
		}
	}
	c := NewDictSize(n)
	for i := range d.ents {
		if e := &d.ents[i]; e.K.p != nil {
			c.insert(e.K, e.Hash, *d.value(i))
		}
	}
	return c
}

// copyItems makes d, which has no items, a copy of s; neither is a namespace. Where the
// index would have the size of s's, it is copied, too.
func (d *Dict) copyItems(s *Dict) {
	n := int(s.live)
	d.live = s.live
	d.changes++
	if size := indexSize(n); n > smallDict && n == len(s.ents) && len(s.idx.slots) == size {
		d.ents = make([]Entry, n)
		copyPieces(d.ents, s.ents, unsafe.Offsetof(d.ents[0].Hash))
		d.idx = newDictIndex(size)
		copy(d.idx.slots, s.idx.slots)
		d.idx.used = s.idx.used
		return
	}
	d.ents, d.idx = s.ents, nil
	d.resize(n)
}
