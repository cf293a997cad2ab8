package py

import (
	"sync"
	"sync/atomic"
	"unsafe"
)

// Type is a Python class.
type Type struct {
	Head
	Name     string // __name__
	QualName string // __qualname__; same as Name if empty
	Module   string // __module__ of a builtin type; "builtins" if empty
	Doc      string

	Base  *Type   // the base that decides the layout
	Bases []*Type // __bases__
	MRO   []*Type

	Slots Slots
	Flags TypeFlags

	// SubDict is the offset of the *Dict with attributes in objects of subclasses
	// written in Python; 0: the type cannot be subclassed with attributes.
	SubDict uintptr
	// DictOffset is the offset of the *Dict with attributes in this type's own objects; 0: none.
	DictOffset uintptr
	// NextLeaf is the short form of Slots.Next for the most frequent case: it puts the
	// next item, of at most some KB, into dst, or returns false and has done nothing. It
	// neither runs Python code nor raises. Classes that derive from this one lack it.
	NextLeaf func(dst, it *Value) bool
	// NextRow is NextLeaf for an iterator whose items are tuples, if the next one has as
	// many items as row: they go there, and there is no tuple. There is a NextLeaf, too.
	NextRow func(row []Value, it *Value) bool

	root     *Shape   // shape of fresh objects
	roots    []*Shape // every root there ever was
	dictMode *Shape   // shape of instances whose attributes are in a dict
	// attrs is the class namespace. That of a builtin type is made when it is first
	// looked into, see dict: a hello would spend most of its time on tables that it
	// does not need.
	attrs    atomic.Pointer[Dict]
	unfilled *typeTable
	late     bool            // the type is defined when it is first wanted, see want
	defined  atomic.Bool     // of a late type: it is ready
	lazy     func() TypeSpec // what defines a late type; nil: it is a builtin exception
	lazyRoot *Shape          // the shape of its objects, if it has a fixed address
	weak     bool            // objects have __weakref__
	interp   *Interp

	subclasses []*Type // of a class written in Python
	slotNames  []*Str  // keys of its own __slots__
	members    []*Str  // keys of all __slots__, the first slots of its objects
	ctor       Value   // see Ctor
	lookups    lookupCache
	maxSlots   int32
	rootShape  Shape
}

// TypeFlags describe a class.
type TypeFlags uint32

// The flags.
const (
	Heap         TypeFlags = 1 << iota // made by a class statement or type(): attributes can be set
	Final                              // cannot be subclassed
	HasSlotsOf                         // instances have no __dict__ (__slots__)
	NotCallable                        // cannot be instantiated from Python
	HasGetAttr                         // the class or a base defines __getattr__ or __getattribute__ in Python
	IsException                        // derives from BaseException
	MapPattern                         // a mapping for match
	SeqPattern                         // a sequence for match
	SelfMatch                          // class pattern with one positional subpattern matches the subject itself
	IsAbstract                         // has abstract methods
	IsMeta                             // derives from type
	PlainObject                        // instances are Instance structs
	HasDel                             // the class or a base defines __del__
	MatchMapping                       // an abstract mapping, also for match
)

// TypeSpec is what [NewType] makes a type from.
type TypeSpec struct {
	Name    string
	Module  string
	Doc     string
	Base    *Type // object if nil
	Second  *Type // another base, with the same layout; seldom
	Flags   TypeFlags
	Slots   Slots
	Members Members
	// Table makes further rows. It is called when the namespace is first looked into,
	// so that a program that starts builds no tables that it does not need.
	Table   func() Members
	SubDict uintptr
	// DictOffset: see Type.
	DictOffset uintptr
	// NextLeaf and NextRow: see Type.
	NextLeaf func(dst, it *Value) bool
	NextRow  func(row []Value, it *Value) bool
}

// NewType makes a builtin type; it is shared by all interpreters and never changed
// afterwards. Module authors keep it in a package variable.
func NewType(spec TypeSpec) *Type {
	t := &Type{}
	t.define(&t.rootShape, spec)
	return t
}

// LazyType is NewType for a type that few programs use: spec, which needs no name, is
// called when a program first gets hold of the type or of one of its objects.
func LazyType(name string, spec func() TypeSpec) *Type {
	return &Type{Name: name, late: true, lazy: spec}
}

// want makes sure that a type is defined.
func (t *Type) want() {
	if t.late && !t.defined.Load() {
		t.defineNow()
	}
}

var defineLock sync.Mutex

// specOfExc is excSpec, set by init: the table of exceptions names functions that
// raise exceptions, which Go would take for a cycle.
var specOfExc func(t *Type) TypeSpec

func (t *Type) defineNow() {
	var spec TypeSpec
	if t.lazy != nil {
		spec = t.lazy()
	} else {
		spec = specOfExc(t)
	}
	for _, b := range [...]*Type{spec.Base, spec.Second} {
		if b != nil {
			b.want()
		}
	}
	defineLock.Lock()
	defer defineLock.Unlock()
	if !t.defined.Load() {
		shape := t.lazyRoot
		if shape == nil {
			shape = &t.rootShape
		}
		t.define(shape, spec)
		t.defined.Store(true)
	}
}

// define fills a builtin type in place; shape becomes the shape of its objects.
func (t *Type) define(shape *Shape, spec TypeSpec) {
	t.shape = &typeShape
	t.Module, t.Doc = spec.Module, spec.Doc
	if !t.late { // a late type has its name, which tables read, from the start
		t.Name = spec.Name
	}
	t.Base = spec.Base
	if t.Base == nil && t != ObjectType {
		t.Base = ObjectType
	}
	t.Flags |= spec.Flags
	t.Slots = spec.Slots
	t.SubDict, t.DictOffset, t.NextLeaf, t.NextRow = spec.SubDict, spec.DictOffset, spec.NextLeaf, spec.NextRow
	t.root = shape
	shape.Class = t
	t.unfilled = &typeTable{own: t.Slots.given(), members: spec.Members, table: spec.Table}
	if t.Base == nil {
		t.MRO = []*Type{t}
	} else {
		t.Base.want()
		if spec.Second == nil {
			t.MRO = make([]*Type, 1+len(t.Base.MRO))
			copy(t.MRO[1:], t.Base.MRO)
			t.Bases = t.MRO[1:2:2]
		} else {
			t.Bases = []*Type{t.Base, spec.Second}
			t.MRO = append([]*Type{t, t.Base}, spec.Second.MRO...)
		}
		t.MRO[0] = t
		t.inheritSlots(t.Base)
		if t.Flags&Heap == 0 {
			t.Flags |= t.Base.Flags & (IsException | MapPattern | SeqPattern | SelfMatch | IsMeta)
		}
		if t.SubDict == 0 {
			t.SubDict = t.Base.SubDict
		}
		if t.DictOffset == 0 {
			t.DictOffset = t.Base.DictOffset
		}
	}
}

// typeTable is what the namespace of a builtin type is made from.
type typeTable struct {
	own     uint64 // which slots are its own, not those of the bases
	members Members
	table   func() Members
}

// fillLock guards the making of namespaces, which several interpreters may ask for.
var fillLock sync.Mutex

// dict returns the class namespace.
func (t *Type) dict() *Dict {
	if d := t.attrs.Load(); d != nil {
		return d
	}
	return t.fill()
}

// fill makes the namespace of a builtin type.
func (t *Type) fill() *Dict {
	fillLock.Lock()
	defer fillLock.Unlock()
	if d := t.attrs.Load(); d != nil {
		return d
	}
	d := NewDict()
	if t.unfilled != nil {
		own := t.Slots.only(t.unfilled.own)
		addSlotWrappers(t, d, &own)
		rows := t.unfilled.members
		if t.unfilled.table != nil {
			rows = append(t.unfilled.table(), rows...)
		}
		for _, m := range rows {
			d.SetStr(Name(m.Name()), m.member(t, nil))
		}
		if t.Doc != "" {
			d.SetStr(nameDoc, NewStr(t.Doc))
		} else if d.GetStr(nameDoc) == nil {
			d.SetStr(nameDoc, None)
		}
		if t.DictOffset != 0 && (t.Base == nil || t.Base.DictOffset == 0) && t != PropertyType {
			t.addDict(d)
		}
	}
	if t == ObjectType {
		// These are the generic ones, found by the machine as "no slot".
		for _, n := range [...]*Str{nameGetAttribute, nameSetAttr, nameDelAttr, nameStr} {
			As[Native](*d.GetStr(n)).shape = &slotWrapperShape
		}
	}
	t.attrs.Store(d)
	return d
}

// Root returns the head of a fresh object of class t: `&T{Head: cls.Root(), …}`.
func (t *Type) Root() Head {
	t.want()
	return Head{t.root}
}

// RootShape returns the shape of fresh objects.
func (t *Type) RootShape() *Shape {
	t.want()
	return t.root
}

// Value returns the class as a Value.
func (t *Type) Value() Value {
	t.want()
	return Value{unsafe.Pointer(t), 0}
}

// Attrs returns the class namespace; a builtin type's must not be changed.
func (t *Type) Attrs() *Dict { return t.dict() }

// IsSubtype reports whether t is b or derives from it.
func (t *Type) IsSubtype(b *Type) bool { return t == b || t.derives(b) }

// derives is not inlined, in 600 places.
//
//go:noinline
func (t *Type) derives(b *Type) bool {
	for _, m := range t.MRO {
		if m == b {
			return true
		}
	}
	return false
}

// Meta returns the class of the class.
func (t *Type) Meta() *Type { return t.shape.Class }

// IsType returns v as a class if it is one.
func IsType(v Value) (*Type, bool) {
	if v.p != nil && v.Type().Flags&IsMeta != 0 {
		return (*Type)(v.p), true
	}
	return nil, false
}

// IsInstance reports whether v's class is t or derives from it (no __instancecheck__).
func IsInstance(v Value, t *Type) bool {
	return v.Type().IsSubtype(t)
}

// Cast returns v as *T if its class is t or derives from it.
func Cast[T any](v Value, t *Type) (*T, bool) {
	if v.p == nil || !IsInstance(v, t) {
		return nil, false
	}
	return (*T)(v.p), true
}

// TypeName returns the name of v's class, for messages. Go would copy it into
// hundreds of places that are hardly ever reached.
//
//go:noinline
func TypeName(v Value) string {
	if v.p == nil {
		return "unbound"
	}
	return v.Type().longName()
}

// longName is the name in messages.
func (t *Type) longName() string {
	if t.Flags&DottedName != 0 {
		return t.Module + "." + t.Name
	}
	return t.Name
}

// modified tells all caches that a look-up through t or a subclass may now give
// something else.
func (t *Type) modified() {
	t.lookups.forget()
	for _, s := range t.roots {
		bumpShapes(s)
	}
	bumpShapes(t.dictMode)
	for _, s := range t.subclasses {
		s.modified()
	}
}

func bumpShapes(s *Shape) {
	if s == nil {
		return
	}
	s.Version++
	for _, n := range s.next {
		bumpShapes(n)
	}
}
