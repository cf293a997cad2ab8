package py

import "sync/atomic"

// lookupCache remembers what look-ups of names along the MRO of a class gave. It
// is lossy: a name has two places, which some bits of its hash say. Entries never
// change and are published atomically, since builtin types are shared between
// interpreters. An entry points at the attribute's place: a class attribute that is
// only given another plain value leaves the cache as it is (see typeSetAttr).
type lookupCache struct {
	table     atomic.Pointer[lookupTable]
	conflicts atomic.Int32 // entries that pushed out another name's
}

// lookupTable has a power of two of places.
type lookupTable []atomic.Pointer[lookupEntry]

type lookupEntry struct {
	name *Str
	ref  *Value // in the namespace of the class that has it; nil: none has it
	in   *Type  // that class
}

// forget empties the cache.
func (c *lookupCache) forget() { c.table.Store(nil) }

// add remembers a result.
func (c *lookupCache) add(e *lookupEntry) {
	table := c.table.Load()
	if table == nil {
		t := make(lookupTable, 16)
		table = &t
		c.table.Store(table)
	}
	i := e.name.hash32() & uint32(len(*table)-1)
	place := &(*table)[i]
	if old := place.Load(); old != nil && old.name != e.name {
		if other := &(*table)[i^1]; other.Load() == nil {
			place = other
		} else if len(*table) < maxLookups && c.conflicts.Add(1) > int32(len(*table)) {
			// Many names: the next look-ups fill a larger table.
			c.conflicts.Store(0)
			t := make(lookupTable, 4*len(*table))
			c.table.Store(&t)
			return
		}
	}
	place.Store(e)
}

// maxLookups bounds the size of the cache of a class.
const maxLookups = 1024

// find returns the entry of a name along the MRO.
func (t *Type) find(name *Str) *lookupEntry {
	if table := t.lookups.table.Load(); table != nil {
		h := name.hash32()
		i := h & uint32(len(*table)-1)
		for range 2 {
			e := (*table)[i].Load()
			if e == nil {
				break
			}
			if e.name == name || e.name.hash32() == h && e.name.equal(name) {
				return e
			}
			i ^= 1
		}
	}
	return t.search(name)
}

// search is find without the cache.
func (t *Type) search(name *Str) *lookupEntry {
	e := &lookupEntry{name: name}
	for _, m := range t.MRO {
		if p := m.dict().GetStr(name); p != nil {
			e.ref, e.in = p, m
			break
		}
	}
	t.lookups.add(e)
	return e
}

// Lookup finds name along the MRO; unbound if there is none. It does not bind.
func (t *Type) Lookup(name *Str) Value {
	if p := t.find(name).ref; p != nil {
		return *p
	}
	return Nil
}

// lookupOnce is Lookup that remembers nothing: a class that is made looks for sixty special
// methods, and what it would remember took more memory than the rest of it.
func (t *Type) lookupOnce(name *Str) Value {
	for _, m := range t.MRO {
		if p := m.dict().GetStr(name); p != nil {
			return *p
		}
	}
	return Nil
}

// LookupRef is Lookup that returns the place of the attribute, nil if there is none.
func (t *Type) LookupRef(name *Str) *Value { return t.find(name).ref }

// LookupWhere is like Lookup and says which class has the attribute.
func (t *Type) LookupWhere(name *Str) (Value, *Type) {
	e := t.find(name)
	if e.ref == nil {
		return Nil, nil
	}
	return *e.ref, e.in
}

// put sets an attribute in the class namespace and drop removes one.
func (t *Type) put(name *Str, v Value) {
	t.dict().SetStr(name, v)
	t.modified()
}

func (t *Type) drop(name *Str) bool {
	t.modified()
	return t.dict().DelStr(name)
}
