package py

import "slices"

// objectSetClass is assignment to obj.__class__.
func objectSetClass(t *Thread, v, val Value) error {
	if val.p == nil {
		return Raise(TypeError, "can't delete __class__ attribute")
	}
	c, ok := IsType(val)
	if !ok {
		return Raise(TypeError, "__class__ must be set to a class, not '%s' object", TypeName(val))
	}
	old := v.Type()
	modules := old.IsSubtype(ModuleType) && c.IsSubtype(ModuleType)
	if !modules && (old.Flags&Heap == 0 || c.Flags&Heap == 0) {
		return Raise(TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if old == c {
		return nil
	}
	if !old.sameObjects(c) {
		return Raise(TypeError, "__class__ assignment: '%s' object layout differs from '%s'", c.Name, old.Name)
	}
	if v.Shape().mode == shapeFixed {
		(*Head)(v.p).shape = c.root
		return nil
	}
	(*Instance)(v.p).setClass(c)
	return nil
}

// sameObjects reports whether objects of t could as well be objects of c.
func (t *Type) sameObjects(c *Type) bool {
	return layoutOf(t) == layoutOf(c) && t.builtinLayout() == c.builtinLayout() && t.hasDict() == c.hasDict() &&
		slices.EqualFunc(t.members, c.members, func(a, b *Str) bool { return a.equal(b) })
}

// builtinLayout is the builtin class that objects are made like.
func (t *Type) builtinLayout() *Type {
	if b := t.builtinBase(); b.Flags&PlainObject == 0 {
		return b
	}
	return ObjectType
}
