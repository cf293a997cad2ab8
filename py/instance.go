package py

import (
	"slices"
	"unsafe"
)

// Instances of classes written in Python: attributes live in slots that the shape
// describes. The first few slots are inside the object; how many is learnt per
// class from the instances made before. An instance whose attributes are deleted
// or whose __dict__ is asked for keeps them in a dict from then on.

const maxShapeSlots = 64 // more attributes than this go to a dict

// NewInstance returns a fresh instance of a class written in Python whose layout
// is object's.
func NewInstance(t *Type) Value {
	switch t.root.inline {
	case 3:
		return Value{unsafe.Pointer(&Instance{Head: Head{t.root}}), 0}
	case 6:
		return Value{unsafe.Pointer(&instance6{Instance: Instance{Head: Head{t.root}}}), 0}
	case 10:
		return Value{unsafe.Pointer(&instance10{Instance: Instance{Head: Head{t.root}}}), 0}
	}
	if t.root.inline > 18 {
		return Value{unsafe.Pointer(&instance64{Instance: Instance{Head: Head{t.root}}}), 0}
	}
	return Value{unsafe.Pointer(&instance18{Instance: Instance{Head: Head{t.root}}}), 0}
}

// expectedSlots returns how many attributes the methods of t and its bases assign:
// an instance most likely gets that many.
func (t *Type) expectedSlots() int32 {
	var names []*Str
	for _, c := range t.MRO {
		if c.Flags&Heap == 0 {
			continue
		}
		p := c.dict().GetStr(nameStaticAttributes)
		if p == nil || !IsTuple(*p) {
			continue
		}
	next:
		for _, v := range As[Tuple](*p).Items() {
			name, ok := AsStr(v)
			if !ok {
				continue
			}
			for _, n := range names {
				if n.String() == name.String() {
					continue next
				}
			}
			if names = append(names, name); len(names) >= 18 {
				return 18
			}
		}
	}
	return int32(len(names))
}

var nameStaticAttributes = Name("__static_attributes__")

// newRootShape makes the shape of fresh instances of t with room for n slots. The
// first slots are for __slots__; they are always there, even if unbound.
func newRootShape(t *Type, n int32) *Shape {
	n = max(n, int32(len(t.members)))
	inline := uint8(18)
	switch {
	case n <= 10 && t.lookupOnce(nameDel).p != nil:
		// What Go does at an object's end stands in a sorted list for each 8 KB of
		// memory: the fewer objects there are in it, the sooner it is searched.
		inline = 10
	case n <= 3:
		inline = 3
	case n <= 6:
		inline = 6
	case n <= 10:
		inline = 10
	case len(t.members) > 18:
		inline = maxShapeSlots
	}
	s := &Shape{Class: t, mode: shapeInstance, inline: inline}
	for _, m := range t.members {
		s = &Shape{Class: t, mode: shapeInstance, inline: inline, parent: s, name: m, nslots: s.nslots + 1}
	}
	return s
}

// dictShape returns the shape of instances of t whose attributes are in a dict. Only
// __slots__ are still in slots then.
func (t *Type) dictShape(inline uint8, version uint32) *Shape {
	if t.dictMode == nil {
		t.dictMode = &Shape{Class: t, mode: shapeDict, inline: inline, Version: version}
		if n := len(t.members); n > 0 {
			s := t.root
			for s.nslots > int32(n) {
				s = s.parent
			}
			t.dictMode.parent, t.dictMode.name, t.dictMode.nslots = s.parent, s.name, s.nslots
		}
	}
	return t.dictMode
}

// member returns the place of a __slots__ attribute in an instance, nil if the
// class has too many to keep them in slots that are always there.
func (o *Instance) member(key *Str) *Value {
	if i := o.shape.find(key); i >= 0 && i < int32(len(o.shape.Class.members)) {
		return o.slotAt(i)
	}
	return nil
}

// find returns the slot of an attribute, or -1.
func (s *Shape) find(name *Str) int32 {
	if s.nslots <= 8 {
		h := name.hash32()
		for x := s; x.name != nil; x = x.parent {
			if x.name == name || x.name.hash32() == h && x.name.equal(name) {
				return x.nslots - 1
			}
		}
		return -1
	}
	if s.index == nil {
		s.index = make(map[string]int32, s.nslots)
		for x := s; x.name != nil; x = x.parent {
			s.index[x.name.String()] = x.nslots - 1
		}
	}
	if i, ok := s.index[name.String()]; ok {
		return i
	}
	return -1
}

// add returns the shape with one more attribute, or nil if it has too many.
func (s *Shape) add(name *Str) *Shape {
	key := name.String()
	if x := s.next[key]; x != nil {
		return x
	}
	if s.nslots >= maxShapeSlots || len(s.next) >= 128 {
		return nil
	}
	x := &Shape{Class: s.Class, Version: s.Version, mode: shapeInstance, inline: s.inline, parent: s, name: name, nslots: s.nslots + 1}
	if s.next == nil {
		s.next = map[string]*Shape{}
	}
	s.next[key] = x
	if t := s.Class; x.nslots > t.maxSlots {
		t.maxSlots = x.nslots
		if x.nslots > int32(t.root.inline) && t.root.inline < 18 {
			// Instances made from now on get more room inside.
			t.root = newRootShape(t, x.nslots)
			t.root.Version = s.Version
			t.roots = append(t.roots, t.root)
		}
	}
	return x
}

// names appends the attributes in the order of their creation, without __slots__, to
// the empty out.
func (s *Shape) names(out []*Str) []*Str {
	first := int32(len(s.Class.members))
	out = slices.Grow(out, int(s.nslots-first))[:s.nslots-first]
	for x := s; x.nslots > first; x = x.parent {
		out[x.nslots-1-first] = x.name
	}
	return out
}

// slotAt returns the address of slot i of an instance in slot mode.
func (o *Instance) slotAt(i int32) *Value {
	if i < int32(o.shape.inline) {
		return (*Value)(unsafe.Add(unsafe.Pointer(&o.slot), uintptr(i)*unsafe.Sizeof(Value{})))
	}
	return &(*(*[]Value)(o.more))[i-int32(o.shape.inline)]
}

// InlineSlot returns the offset of slot i from the start of the object, if shape s
// keeps it inside; used by the VM's caches.
func (s *Shape) InlineSlot(i int32) (uintptr, bool) {
	if i >= 0 && i < int32(s.inline) {
		return unsafe.Offsetof(Instance{}.slot) + uintptr(i)*unsafe.Sizeof(Value{}), true
	}
	return 0, false
}

// IsInstanceShape reports whether objects of this shape keep their attributes in
// slots, and InDict whether they keep them in a dict.
func (s *Shape) IsInstanceShape() bool { return s.mode == shapeInstance }

// FindSlot returns the slot of an attribute of a slot-mode shape, or -1.
func (s *Shape) FindSlot(name *Str) int32 { return s.find(name) }

// WithSlot returns the shape after adding an attribute, or nil.
func (s *Shape) WithSlot(name *Str) *Shape { return s.add(name) }

// NumSlots returns how many attributes the shape has.
func (s *Shape) NumSlots() int32 { return s.nslots }

// getOwn returns the address of an instance's own attribute or nil.
func (o *Instance) getOwn(name *Str) *Value {
	s := o.shape
	if s.mode == shapeInstance {
		if i := s.find(name); i >= 0 {
			if p := o.slotAt(i); p.p != nil {
				return p
			}
		}
		return nil
	}
	return (*Dict)(o.more).GetStr(name)
}

// setOwn sets an instance's own attribute.
func (o *Instance) setOwn(name *Str, v Value) {
	s := o.shape
	if s.mode == shapeInstance {
		if i := s.find(name); i >= 0 {
			*o.slotAt(i) = v
			return
		}
		if n := s.add(name); n != nil {
			if i := n.nslots - 1; i >= int32(n.inline) {
				var more []Value
				if o.more != nil {
					more = *(*[]Value)(o.more)
				}
				more = append(more, v)
				o.more = unsafe.Pointer(&more)
				o.shape = n
			} else {
				o.shape = n
				*o.slotAt(i) = v
			}
			return
		}
		o.dict()
	}
	(*Dict)(o.more).SetStr(name, v)
}

// delOwn deletes an instance's own attribute; false if there is none. The object
// keeps its slots if there are few: those behind the attribute move down.
func (o *Instance) delOwn(name *Str) bool {
	p := o.getOwn(name)
	if p == nil {
		return false
	}
	if s := o.shape; s.mode == shapeInstance && s.nslots <= int32(s.inline) {
		i := s.find(name)
		if n := s.without(i); n != nil {
			o.shape = n
			for ; i < n.nslots; i++ {
				*o.slotAt(i) = *o.slotAt(i + 1)
			}
			*o.slotAt(i) = Nil
			return true
		}
	}
	return o.dict().DelStr(name)
}

// without returns the shape that lacks slot i, or nil.
func (s *Shape) without(i int32) *Shape {
	if s.nslots-1 == i {
		return s.parent
	}
	if s.nslots > 10 {
		return nil
	}
	if n := s.parent.without(i); n != nil {
		return n.add(s.name)
	}
	return nil
}

// dict returns the instance's attributes as a dict, which is from then on where
// they live.
func (o *Instance) dict() *Dict {
	s := o.shape
	if s.mode == shapeDict {
		return (*Dict)(o.more)
	}
	t := s.Class
	first := int32(len(t.members))
	d := NewDictSize(int(s.nslots - first))
	var room [16]*Str
	for i, n := range s.names(room[:0]) {
		if v := *o.slotAt(int32(i) + first); v.p != nil {
			d.insert(n.Value(), n.tableHash(), v)
		}
	}
	// With the old shape: it knows how many slots are inside, which grows with the
	// instances of a class.
	for i := first; i < int32(s.inline); i++ {
		*o.slotAt(i) = Nil
	}
	o.shape = t.dictShape(s.inline, s.Version)
	o.more = unsafe.Pointer(d)
	return d
}

// setDict replaces the instance's attributes (obj.__dict__ = d).
func (o *Instance) setDict(d *Dict) {
	o.dict()
	o.more = unsafe.Pointer(d)
}

// setClass changes the class of an instance (obj.__class__ = cls).
func (o *Instance) setClass(t *Type) {
	o.dict()
	// The number of inline slots does not matter in dict mode.
	o.shape = t.dictShape(t.root.inline, t.root.Version)
}

// instanceDict returns the place of the attribute dict of an object whose type
// keeps one at a fixed offset.
func dictAt(v Value, off uintptr) **Dict { return (**Dict)(unsafe.Add(v.p, off)) }

// OwnDict returns the attributes of v as a dict, nil if v has none. If create is
// false, a dict that does not exist yet is not made.
func OwnDict(v Value, create bool) *Dict {
	s := v.Shape()
	if s.mode != shapeFixed {
		if s.Class.Flags&HasSlotsOf != 0 {
			return nil
		}
		return (*Instance)(v.p).dict()
	}
	if off := s.Class.DictOffset; off != 0 {
		if s.Class.Flags&HasSlotsOf != 0 && s.Class.builtinBase().DictOffset == 0 {
			return nil // the place is there for __slots__ only
		}
		if p := dictAt(v, off); *p != nil || !create {
			return *p
		} else {
			*p = NewDict()
			return *p
		}
	}
	return nil
}
