package py

import (
	"math"
	"unsafe"
)

// Dict is Python's dict: insertion ordered, open addressing. The entries stand in
// the order of insertion; an index of their numbers is made when there are more
// than eight. A deleted entry has an unbound key until the next rebuild.
type Dict struct {
	Head
	ents    []Entry
	idx     *dictIndex
	live    int32
	changes uint32 // counts insertions and deletions (iterators, callbacks in ==)
}

// Entry is one item of a Dict. In a namespace dict V's pointer is a *Cell.
type Entry struct {
	K, V Value
	Hash uint64
}

type dictIndex struct {
	slots []int32 // 0 empty, -1 deleted, otherwise entry number + 1
	ns    *nameSpace
	used  int32 // slots that are not empty: a third must be, or a search would not end
	first int32 // entries before this one are deleted
}

// nameSpace is what a dict of globals has besides: its values live in cells, so
// that compiled code reaches a global through one pointer.
type nameSpace struct {
	hidden   map[string]*Cell // names that code mentions and the dict has not got
	builtins *Dict            // where hidden cells get their value from
	rows     *moduleRows      // names of a module that are not made yet
	users    []*Dict          // namespaces that look into this one
}

const smallDict = 8

// nextSlot is where a search goes on when a slot holds another key. Hashes of ints
// are the ints themselves, so that keys in a row stand in a row: 2–3 times as fast
// for a large dict as scattering them. What that puts into one place the higher bits
// of the hash take apart, as in CPython's dict.
func nextSlot(i, perturb uint64) (uint64, uint64) {
	perturb >>= 5
	return i*5 + perturb + 1, perturb
}

// NewDict returns an empty dict.
func NewDict() *Dict { return &Dict{Head: Head{&dictShape}} }

// HashInt returns hash(n) for an int: n modulo 2**61-1 with n's sign, never -1.
func HashInt(n int64) int64 {
	const m = 1<<61 - 1
	if n > -m && n < m {
		if n == -1 {
			return -2
		}
		return n
	}
	h := n % m
	if h == -1 {
		return -2
	}
	return h
}

// hashKey returns the table hash of a key without running Python code; ok is false
// if that cannot be done.
func hashKey(k *Value) (h uint64, ok bool) {
	if k.IsInt() || k.IsBool() {
		return uint64(HashInt(int64(k.n))), true
	}
	if IsStr(*k) {
		return (*Str)(k.p).tableHash(), true
	}
	return 0, false
}

// HashKey returns the hash a Dict or Set uses for a key.
func HashKey(t *Thread, k Value) (uint64, error) {
	if h, ok := hashKey(&k); ok {
		return h, nil
	}
	h, err := Hash(t, k)
	return uint64(h), err
}

// simpleEq compares two keys with equal hashes where that needs no Python code.
func simpleEq(a, b *Value) (eq, ok bool) {
	if a.p == b.p && a.n == b.n {
		return !a.IsFloat() || a.F() == a.F(), true
	}
	if IsStr(*a) && IsStr(*b) {
		return (*Str)(a.p).equal((*Str)(b.p)), true
	}
	if (a.IsInt() || a.IsBool()) && (b.IsInt() || b.IsBool()) {
		return a.n == b.n, true
	}
	return false, isPlainKey(a) && isPlainKey(b)
}

// isPlainKey reports whether v is a str, int, bool or None: those of different kinds
// are never equal.
func isPlainKey(v *Value) bool { return IsStr(*v) || v.IsInt() || v.IsBool() || v.IsNone() }

// find returns the number of the entry of k, or -1. It may run Python code (__eq__).
func (d *Dict) find(t *Thread, k *Value, h uint64) (int, error) {
restart:
	changes := d.changes
	if d.idx == nil {
		for i := range d.ents {
			e := &d.ents[i]
			if e.Hash != h || e.K.p == nil {
				continue
			}
			eq, ok := simpleEq(&e.K, k)
			if !ok {
				if e.K == *k { // NaN key found by identity
					return i, nil
				}
				var err error
				if eq, err = itemEq(t, e.K, *k); err != nil {
					return -1, err
				}
				if d.changes != changes {
					goto restart
				}
			}
			if eq || e.K == *k {
				return i, nil
			}
		}
		return -1, nil
	}
	slots := d.idx.slots
	for i, perturb := h, h; ; i, perturb = nextSlot(i, perturb) {
		n := slots[i&uint64(len(slots)-1)]
		if n == 0 {
			return -1, nil
		}
		if n < 0 {
			continue
		}
		e := &d.ents[n-1]
		if e.Hash != h {
			continue
		}
		eq, ok := simpleEq(&e.K, k)
		if !ok {
			var err error
			if eq, err = itemEq(t, e.K, *k); err != nil {
				return -1, err
			}
			if d.changes != changes {
				goto restart
			}
		}
		if eq || e.K == *k {
			return int(n - 1), nil
		}
	}
}

// foreign is what findStr and findInt return where only find can tell: a key of
// another type has the same hash.
const foreign = -2

// findStr is find for a string key; negative if it is not there.
func (d *Dict) findStr(k *Str, h uint64) int {
	if d.idx == nil {
		for i := range d.ents {
			e := &d.ents[i]
			if e.Hash == h {
				if e.K.p == unsafe.Pointer(k) {
					return i
				}
				if e.K.p != nil {
					if !IsStr(e.K) {
						return foreign
					}
					if (*Str)(e.K.p).equal(k) {
						return i
					}
				}
			}
		}
		return -1
	}
	slots := d.idx.slots
	for i, perturb := h, h; ; i, perturb = nextSlot(i, perturb) {
		n := slots[i&uint64(len(slots)-1)]
		if n == 0 {
			return -1
		}
		if n > 0 {
			e := &d.ents[n-1]
			if e.Hash == h {
				if e.K.p == unsafe.Pointer(k) {
					return int(n - 1)
				}
				if !IsStr(e.K) {
					return foreign
				}
				if (*Str)(e.K.p).equal(k) {
					return int(n - 1)
				}
			}
		}
	}
}

// findName is findStr for a name: a subclass of str is as good as a str.
func (d *Dict) findName(k *Str, h uint64) int {
	i := d.findStr(k, h)
	if i != foreign {
		if i < 0 && d.shape == &nsDictShape && d.idx.ns.rows != nil {
			return d.fetch(k, h)
		}
		return i
	}
	for i := range d.ents {
		e := &d.ents[i]
		if e.Hash == h && e.K.p != nil && IsInstance(e.K, StrType) && (*Str)(e.K.p).equal(k) {
			return i
		}
	}
	return -1
}

// findInt is find for a small int key; negative if it is not there.
func (d *Dict) findInt(n int64) int {
	h := uint64(HashInt(n))
	if d.idx == nil {
		for i := range d.ents {
			if e := &d.ents[i]; e.Hash == h && e.K.p != nil {
				if e.K.p != unsafe.Pointer(&tagInt) {
					return foreign
				}
				if e.K.n == uint64(n) {
					return i
				}
			}
		}
		return -1
	}
	slots := d.idx.slots
	for i, perturb := h, h; ; i, perturb = nextSlot(i, perturb) {
		s := slots[i&uint64(len(slots)-1)]
		if s == 0 {
			return -1
		}
		if s > 0 {
			if e := &d.ents[s-1]; e.Hash == h {
				if e.K.p != unsafe.Pointer(&tagInt) {
					return foreign
				}
				if e.K.n == uint64(n) {
					return int(s - 1)
				}
			}
		}
	}
}

// value returns the address of the value of entry i.
func (d *Dict) value(i int) *Value {
	v := &d.ents[i].V
	if d.shape == &nsDictShape {
		return &(*Cell)(v.p).V
	}
	return v
}

// Get returns the address of the value of k, nil if there is none. The address
// holds until the dict is changed. A key without hash is a TypeError.
func (d *Dict) Get(t *Thread, k Value) (*Value, error) {
	var i int
	var h uint64
	switch {
	case IsStr(k):
		h = (*Str)(k.p).tableHash()
		i = d.findStr((*Str)(k.p), h)
	case k.IsInt():
		if i = d.findInt(k.I()); i == foreign {
			h = uint64(HashInt(k.I()))
		}
	default:
		var err error
		if h, err = HashKey(t, k); err != nil {
			return nil, err
		}
		i = foreign
	}
	if i == foreign {
		var err error
		if i, err = d.find(t, &k, h); err != nil {
			return nil, err
		}
	}
	if i < 0 {
		return nil, nil
	}
	return d.value(i), nil
}

// getHashed is Get for a key whose hash is known.
func (d *Dict) getHashed(t *Thread, k Value, h uint64) (*Value, error) {
	i, err := d.find(t, &k, h)
	if i < 0 || err != nil {
		return nil, err
	}
	return d.value(i), nil
}

// GetStr is Get for a string key where no other key can be equal to it (names); it
// never fails.
func (d *Dict) GetStr(k *Str) *Value {
	h := k.tableHash()
	i := d.findStr(k, h)
	if i < 0 {
		if i != foreign && d.shape != &nsDictShape {
			return nil
		}
		if i = d.findName(k, h); i < 0 {
			return nil
		}
	}
	return d.value(i)
}

// HasStr reports whether the string k is a key; sure is false if only Get can tell.
func (d *Dict) HasStr(k *Str) (found, sure bool) {
	i := d.findStr(k, k.tableHash())
	return i >= 0, i != foreign
}

// HasInt is HasStr for an int.
func (d *Dict) HasInt(n int64) (found, sure bool) {
	i := d.findInt(n)
	return i >= 0, i != foreign
}

// GetInt is Get for an int key; keys of other types are not seen.
func (d *Dict) GetInt(n int64) *Value {
	if i := d.findInt(n); i >= 0 {
		return d.value(i)
	}
	return nil
}

// GetItem returns the value of the string key k, unbound if there is none.
func (d *Dict) GetItem(k string) Value {
	if p := d.GetStr(Name(k)); p != nil {
		return *p
	}
	return Nil
}

// Set is d[k] = v.
func (d *Dict) Set(t *Thread, k, v Value) error {
	h, ok := hashKey(&k)
	if !ok {
		var err error
		if h, err = HashKey(t, k); err != nil {
			return err
		}
	}
	return d.setHashed(t, &k, h, v)
}

func (d *Dict) setHashed(t *Thread, k *Value, h uint64, v Value) error {
	i := foreign
	if IsStr(*k) {
		i = d.findStr((*Str)(k.p), h)
	} else if k.IsInt() {
		i = d.findInt(k.I())
	}
	if i == foreign {
		var err error
		if i, err = d.find(t, k, h); err != nil {
			return err
		}
	}
	if i >= 0 {
		*d.value(i) = v
		d.valueChanged(k)
		return nil
	}
	if n := len(d.ents); n == cap(d.ents) && n >= 512 && t != nil {
		room, err := t.takeRoom(n+1, 2*n, 48)
		if err != nil {
			return err
		}
		if room < 2*n {
			d.resize(room)
		}
	}
	d.insert(*k, h, v)
	return nil
}

// SetStr is d[k] = v for a string key.
func (d *Dict) SetStr(k *Str, v Value) {
	h := k.tableHash()
	kv := Value{unsafe.Pointer(k), 0}
	if i := d.findName(k, h); i >= 0 {
		*d.value(i) = v
		d.valueChanged(&kv)
		return
	}
	d.insert(kv, h, v)
}

// SetItem is d[k] = v for a Go string.
func (d *Dict) SetItem(k string, v Value) { d.SetStr(Name(k), v) }

func (d *Dict) valueChanged(k *Value) {
	if d.shape == &nsDictShape && len(d.idx.ns.users) > 0 {
		d.tellUsers(*k)
	}
}

// insert adds a key that is not there.
func (d *Dict) insert(k Value, h uint64, v Value) {
	if d.shape == &nsDictShape {
		c := &Cell{Head{&globalCellShape}, v}
		if IsStr(k) {
			if old := d.idx.ns.hidden[(*Str)(k.p).String()]; old != nil {
				delete(d.idx.ns.hidden, (*Str)(k.p).String())
				c = old
				c.shape = &globalCellShape
				c.V = v
			}
		}
		v = Value{unsafe.Pointer(c), 0}
	}
	if len(d.ents) == cap(d.ents) || d.idx != nil && int(d.idx.used+1)*3 > len(d.idx.slots)*2 || d.idx == nil && len(d.ents) >= smallDict {
		d.grow()
	}
	d.ents = append(d.ents, Entry{k, v, h})
	d.live++
	d.changes++
	if d.idx != nil {
		slots := d.idx.slots
		i, perturb := h, h
		for slots[i&uint64(len(slots)-1)] > 0 {
			i, perturb = nextSlot(i, perturb)
		}
		p := &slots[i&uint64(len(slots)-1)]
		if *p == 0 {
			d.idx.used++
		}
		*p = int32(len(d.ents))
	}
	if d.shape == &nsDictShape && len(d.idx.ns.users) > 0 {
		d.tellUsers(k)
	}
}

// remove deletes entry i.
func (d *Dict) remove(i int) {
	e := &d.ents[i]
	if d.idx != nil {
		slots := d.idx.slots
		for j, perturb := e.Hash, e.Hash; ; j, perturb = nextSlot(j, perturb) {
			if p := &slots[j&uint64(len(slots)-1)]; *p == int32(i+1) {
				*p = -1
				break
			}
		}
	}
	k := e.K
	if d.shape == &nsDictShape && IsStr(e.K) {
		c := (*Cell)(e.V.p)
		c.shape, c.V = &hiddenCellShape, Nil
		ns := d.idx.ns
		ns.hidden[(*Str)(e.K.p).String()] = c
		if ns.builtins != nil {
			if p := ns.builtins.GetStr((*Str)(e.K.p)); p != nil {
				c.V = *p
			}
		}
	}
	*e = Entry{}
	d.live--
	d.changes++
	for n := len(d.ents); n > 0 && d.ents[n-1].K.p == nil; n-- {
		d.ents = d.ents[:n-1]
	}
	if d.idx != nil {
		if d.live == 0 {
			d.idx.first = 0
		} else if i == int(d.idx.first) {
			for i < len(d.ents) && d.ents[i].K.p == nil {
				i++
			}
			d.idx.first = int32(i)
		}
	}
	if d.shape == &nsDictShape && len(d.idx.ns.users) > 0 {
		d.tellUsers(k)
	}
}

// Delete removes k and returns its value; unbound if it was not there.
func (d *Dict) Delete(t *Thread, k Value) (Value, error) {
	h, err := HashKey(t, k)
	if err != nil {
		return Nil, err
	}
	i, err := d.find(t, &k, h)
	if i < 0 || err != nil {
		return Nil, err
	}
	v := *d.value(i)
	d.remove(i)
	return v, nil
}

// DelStr removes a string key; false if it was not there.
func (d *Dict) DelStr(k *Str) bool {
	i := d.findName(k, k.tableHash())
	if i < 0 {
		return false
	}
	d.remove(i)
	return true
}

// Len returns the number of items.
func (d *Dict) Len() int { return int(d.live) }

// Clear removes all items.
func (d *Dict) Clear() {
	if d.shape == &nsDictShape {
		for i := len(d.ents) - 1; i >= 0; i-- {
			if i < len(d.ents) && d.ents[i].K.p != nil {
				d.remove(i)
			}
		}
		return
	}
	d.ents, d.idx, d.live = nil, nil, 0
	d.changes++
}

// Next steps through the items: it returns the first item at position pos or
// later and the position after it; ok is false at the end. Start with 0.
func (d *Dict) Next(pos int) (k, v Value, next int, ok bool) {
	if d.idx != nil && pos < int(d.idx.first) {
		pos = int(d.idx.first)
	}
	if pos == 0 && d.shape == &nsDictShape {
		d.Fill()
	}
	for pos < len(d.ents) {
		if e := &d.ents[pos]; e.K.p != nil {
			return e.K, *d.value(pos), pos + 1, true
		}
		pos++
	}
	return Nil, Nil, pos, false
}

// Prev is Next backwards: start with Last().
func (d *Dict) Prev(pos int) (k, v Value, next int, ok bool) {
	for pos = min(pos, len(d.ents)); pos > 0; pos-- {
		if e := &d.ents[pos-1]; e.K.p != nil {
			return e.K, *d.value(pos - 1), pos - 1, true
		}
	}
	return Nil, Nil, 0, false
}

// Last is where Prev starts.
func (d *Dict) Last() int { return len(d.ents) }

// Changes counts insertions and deletions since the dict was made.
func (d *Dict) Changes() uint32 { return d.changes }

// Value returns the dict as a Value.
func (d *Dict) Value() Value { return Value{unsafe.Pointer(d), 0} }

// NewNamespace returns an empty dict of globals whose missing names are looked up
// in builtins (nil for the builtins themselves).
func NewNamespace(builtins *Dict) *Dict {
	d := &Dict{Head: Head{&nsDictShape}, ents: make([]Entry, 0, smallDict)}
	d.MakeNamespace(builtins)
	return d
}

// MakeNamespace turns an ordinary dict into one of globals, in place (exec with a
// dict of the user). It does nothing for one that already is.
func (d *Dict) MakeNamespace(builtins *Dict) {
	if d.idx != nil && d.idx.ns != nil {
		return
	}
	if d.idx == nil {
		d.rebuild(max(cap(d.ents), 1))
	}
	d.idx.ns = &nameSpace{hidden: map[string]*Cell{}, builtins: builtins}
	for i := range d.ents {
		if e := &d.ents[i]; e.K.p != nil {
			e.V = Value{unsafe.Pointer(&Cell{Head{&globalCellShape}, e.V}), 0}
		}
	}
	d.shape = &nsDictShape
	if builtins != nil && builtins.idx != nil && builtins.idx.ns != nil {
		builtins.idx.ns.users = append(builtins.idx.ns.users, d)
	}
}

// IsNamespace reports whether values live in cells.
func (d *Dict) IsNamespace() bool { return d.idx != nil && d.idx.ns != nil }

// GlobalCell returns the cell of a global that code mentions. Its contents are the
// global's value, else the builtin's, else unbound; it stays valid for ever.
func (d *Dict) GlobalCell(name *Str) *Cell {
	if i := d.findName(name, name.tableHash()); i >= 0 {
		return (*Cell)(d.ents[i].V.p)
	}
	ns := d.idx.ns
	if c := ns.hidden[name.String()]; c != nil {
		return c
	}
	c := &Cell{Head{&hiddenCellShape}, Nil}
	if ns.builtins != nil {
		if p := ns.builtins.GetStr(name); p != nil {
			c.V = *p
		}
	}
	ns.hidden[name.String()] = c
	return c
}

// Owned reports whether the cell belongs to a global that exists, so that a store
// into it needs nothing else.
func (c *Cell) Owned() bool { return c.shape == &globalCellShape }

// tellUsers passes a changed builtin on to the namespaces that mention it.
func (d *Dict) tellUsers(k Value) {
	if !IsStr(k) {
		return
	}
	s := (*Str)(k.p).String()
	v := Nil
	if p := d.GetStr((*Str)(k.p)); p != nil {
		v = *p
	}
	for _, u := range d.idx.ns.users {
		if c := u.idx.ns.hidden[s]; c != nil {
			c.V = v
		}
	}
}

// HashFloat returns hash(f) as CPython defines it: equal to hash(int(f)) where f
// is whole, 314159 for infinity.
func HashFloat(f float64) int64 {
	if math.IsInf(f, 1) {
		return 314159
	}
	if math.IsInf(f, -1) {
		return -314159
	}
	const bits = 61
	const mod = 1<<bits - 1
	m, e := math.Frexp(f)
	sign := int64(1)
	if m < 0 {
		sign, m = -1, -m
	}
	var x uint64
	for m != 0 {
		x = x<<28&mod | x>>(bits-28)
		m *= 268435456
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= mod {
			x -= mod
		}
	}
	if e >= 0 {
		e %= bits
	} else {
		e = bits - 1 - (-1-e)%bits
	}
	x = x<<uint(e)&mod | x>>uint(bits-e)
	h := int64(x) * sign
	if h == -1 {
		h = -2
	}
	return h
}

// Keys returns the keys in order.
func (d *Dict) Keys() []Value {
	out := make([]Value, 0, d.Len())
	for k, _, next, ok := d.Next(0); ok; k, _, next, ok = d.Next(next) {
		out = append(out, k)
	}
	return out
}
