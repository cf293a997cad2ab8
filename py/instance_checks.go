package py

// IsInstanceOf is isinstance(v, cls): a class, a tuple of classes, an object with
// __instancecheck__, or anything whose __bases__ is a tuple.
func IsInstanceOf(t *Thread, v, cls Value) (bool, error) {
	if c, ok := IsType(cls); ok {
		if v.Type() == c {
			return true, nil
		}
		if c.Meta() == TypeType {
			return realInstance(t, v, cls)
		}
	}
	if tup, ok := AsTuple(cls); ok {
		return anyOf(t, tup, v, "__instancecheck__", IsInstanceOf)
	}
	if b, found, err := customCheck(t, cls, nameInstanceCheck, v, "__instancecheck__"); found || err != nil {
		return b, err
	}
	return realInstance(t, v, cls)
}

// IsSubclassOf is issubclass(c, cls).
func IsSubclassOf(t *Thread, c, cls Value) (bool, error) {
	if x, ok := IsType(cls); ok && x.Meta() == TypeType {
		return realSubclass(t, c, cls)
	}
	if tup, ok := AsTuple(cls); ok {
		return anyOf(t, tup, c, "__subclasscheck__", IsSubclassOf)
	}
	if b, found, err := customCheck(t, cls, nameSubclassCheck, c, "__subclasscheck__"); found || err != nil {
		return b, err
	}
	return realSubclass(t, c, cls)
}

// anyOf asks the members of a tuple of classes in turn.
func anyOf(t *Thread, tup *Tuple, v Value, where string, check func(*Thread, Value, Value) (bool, error)) (bool, error) {
	if err := enterCheck(t, where); err != nil {
		return false, err
	}
	defer t.Leave()
	for _, c := range tup.Items() {
		if b, err := check(t, v, c); b || err != nil {
			return b, err
		}
	}
	return false, nil
}

// customCheck calls the special method of cls's class, if it has one.
func customCheck(t *Thread, cls Value, name *Str, v Value, where string) (b, found bool, err error) {
	if err := enterCheck(t, where); err != nil {
		return false, false, err
	}
	defer t.Leave()
	f := cls.Type().Lookup(name)
	if f.p == nil {
		return false, false, nil
	}
	r, err := callSpecialFunc(t, f, cls, v)
	if err != nil {
		return false, true, err
	}
	b, err = Truth(t, r)
	return b, true, err
}

func enterCheck(t *Thread, where string) error {
	if err := t.Enter(); err != nil {
		return Raise(RecursionError, "maximum recursion depth exceeded in %s", where)
	}
	return nil
}

// realInstance is type.__instancecheck__: it believes the class of v, and else what
// v says in __class__.
func realInstance(t *Thread, v, cls Value) (bool, error) {
	c, ok := IsType(cls)
	if ok && IsInstance(v, c) {
		return true, nil
	}
	if !ok {
		if err := classLike(t, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union"); err != nil {
			return false, err
		}
	} else if !mayLie(v.Type()) {
		return false, nil
	}
	icls, err := LookupAttr(t, v, nameClass)
	if err != nil || icls.p == nil {
		return false, err
	}
	if !ok {
		return derives(t, icls, cls)
	}
	ic, isType := IsType(icls)
	return isType && ic != v.Type() && ic.IsSubtype(c), nil
}

// ClassOf returns v.__class__.
func ClassOf(t *Thread, v Value) (Value, error) {
	if c := v.Type(); !mayLie(c) {
		return c.Value(), nil
	}
	return GetAttr(t, v, nameClass)
}

// PlainClass returns v.name if name is __class__ and no Python code says what that is.
func PlainClass(v Value, name *Str) (Value, bool) {
	if !name.equal(nameClass) || mayLie(v.Type()) {
		return Nil, false
	}
	return v.Type().Value(), true
}

// mayLie reports whether the instances of c may have a __class__ that is not c.
func mayLie(c *Type) bool {
	_, where := c.LookupWhere(nameClass)
	return where != ObjectType || c.Slots.GetAttr != nil
}

// realSubclass is type.__subclasscheck__.
func realSubclass(t *Thread, c, cls Value) (bool, error) {
	ct, ok1 := IsType(c)
	x, ok2 := IsType(cls)
	if ok1 && ok2 {
		return ct.IsSubtype(x), nil
	}
	if err := classLike(t, c, "issubclass() arg 1 must be a class"); err != nil {
		return false, err
	}
	if err := classLike(t, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"); err != nil {
		return false, err
	}
	return derives(t, c, cls)
}

// classLike is nil if c is a class, or has __bases__ as one has.
func classLike(t *Thread, c Value, text string) error {
	bases, err := duckBases(t, c)
	if err == nil && bases == nil {
		err = Raise(TypeError, "%s", text)
	}
	return err
}

// duckBases returns c.__bases__ if that is a tuple, else nil.
func duckBases(t *Thread, c Value) (*Tuple, error) {
	v, err := LookupAttr(t, c, nameBases)
	if err != nil || v.p == nil {
		return nil, err
	}
	b, _ := AsTuple(v)
	return b, nil
}

// derives walks __bases__ from c, looking for cls itself.
func derives(t *Thread, c, cls Value) (bool, error) {
	if err := enterCheck(t, "__subclasscheck__"); err != nil {
		return false, err
	}
	defer t.Leave()
	for {
		if c == cls {
			return true, nil
		}
		bases, err := duckBases(t, c)
		if err != nil || bases == nil || bases.Len() == 0 {
			return false, err
		}
		if bases.Len() > 1 {
			for _, b := range bases.Items() {
				if is, err := derives(t, b, cls); is || err != nil {
					return is, err
				}
			}
			return false, nil
		}
		c = bases.Items()[0]
		if err := t.Step(1); err != nil {
			return false, err
		}
	}
}
