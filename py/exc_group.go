package py

// BaseExceptionGroup and ExceptionGroup (PEP 654). Fields: message, exceptions (a
// tuple).

const (
	groupMessage = iota
	groupExceptions
)

var groupSlots = Slots{New: groupNew, Init: groupInit, Str: groupStr}

func groupMembers() Members {
	return Members{
		ClassMethod("__class_getitem__(object, /)", func(t *Thread, a *Args) (Value, error) { return classGetItem(t, a) }),
		MethodOf("derive(excs, /)", groupDerive),
		GetSet("exceptions", func(t *Thread, v Value) (Value, error) { return (*Exc)(v.p).Field(groupExceptions), nil }, readOnlyField),
		GetSet("message", func(t *Thread, v Value) (Value, error) { return (*Exc)(v.p).Field(groupMessage), nil }, readOnlyField),
		MethodOf("split(matcher_value, /)", groupSplit),
		MethodOf("subgroup(matcher_value, /)", groupSubgroup),
	}
}

func readOnlyField(t *Thread, v, val Value) error { return Raise(AttributeError, "readonly attribute") }

func groupNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if len(kw) > 0 {
		args = args[:len(args)-len(kw)] // __init__ refuses them
	}
	if len(args) != 2 {
		return Nil, Raise(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args))
	}
	if _, ok := AsStr(args[0]); !ok {
		return Nil, Raise(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", typeNameOrNone(args[0]))
	}
	if args[1].Type().Slots.GetItem == nil || args[1].Type().IsSubtype(DictType) {
		return Nil, Raise(TypeError, "second argument (exceptions) must be a sequence")
	}
	items, err := Collect(t, args[1])
	if err != nil {
		return Nil, err
	}
	if len(items) == 0 {
		return Nil, Raise(ValueError, "second argument (exceptions) must be a non-empty sequence")
	}
	nestedBase := false
	for i, x := range items {
		if !IsInstance(x, BaseException) {
			return Nil, Raise(ValueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
		nestedBase = nestedBase || !IsInstance(x, Exception)
	}
	switch {
	case cls == BaseExceptionGroup:
		if !nestedBase {
			cls = ExceptionGroup
		}
	case !nestedBase:
	case cls == ExceptionGroup:
		return Nil, Raise(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup")
	case cls.IsSubtype(Exception):
		return Nil, Raise(TypeError, "Cannot nest BaseExceptions in '%s'", cls.Name)
	}
	e := &Exc{Head: cls.Root(), Args: newTuple(args), X: []Value{args[0], NewTuple(items...)}}
	return e.Value(), nil
}

func groupInit(t *Thread, self Value, args []Value, kw []*Str) error {
	return excInit(t, self, args, kw)
}

func groupItems(e *Exc) []Value {
	if x, ok := AsTuple(e.Field(groupExceptions)); ok {
		return x.Items()
	}
	return nil
}

func groupStr(t *Thread, v Value) (Value, error) {
	e := (*Exc)(v.p)
	m, err := ToStr(t, e.Field(groupMessage))
	if err != nil {
		return Nil, err
	}
	n := len(groupItems(e))
	return NewStr(m.String() + " (" + string(appendInt(nil, int64(n))) + " sub-exception" + plural(n) + ")"), nil
}

func groupDerive(t *Thread, a *Args) (Value, error) {
	return groupNew(t, BaseExceptionGroup, []Value{(*Exc)(a.Self.p).Field(groupMessage), a.Value(0)}, nil)
}

// groupMatcher returns the condition that split and subgroup get.
func groupMatcher(t *Thread, v Value) (func(e Value) (bool, error), error) {
	if c, ok := IsType(v); ok && c.IsSubtype(BaseException) {
		return func(e Value) (bool, error) { return IsInstance(e, c), nil }, nil
	}
	if tup, ok := AsTuple(v); ok {
		classes := true
		for _, x := range tup.Items() {
			c, ok := IsType(x)
			classes = classes && ok && c.IsSubtype(BaseException)
		}
		if classes {
			return func(e Value) (bool, error) {
				for _, x := range tup.Items() {
					if IsInstance(e, (*Type)(x.p)) {
						return true, nil
					}
				}
				return false, nil
			}, nil
		}
	} else if _, isClass := IsType(v); !isClass && v.Type().Slots.Call != nil {
		return func(e Value) (bool, error) {
			r, err := Call(t, v, e)
			if err != nil {
				return false, err
			}
			return Truth(t, r)
		}, nil
	}
	return nil, Raise(TypeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)")
}

// splitGroup divides e into what matches and what does not; either may be unbound.
func splitGroup(t *Thread, e Value, match func(Value) (bool, error), wantRest bool) (yes, no Value, err error) {
	ok, err := match(e)
	if err != nil {
		return Nil, Nil, err
	}
	if ok {
		return e, Nil, nil
	}
	if !IsInstance(e, BaseExceptionGroup) {
		return Nil, e, nil
	}
	if err := t.enter(" in exceptiongroup_split_recursive"); err != nil {
		return Nil, Nil, err
	}
	defer t.Leave()
	var in, out []Value
	for _, x := range groupItems((*Exc)(e.p)) {
		y, n, err := splitGroup(t, x, match, wantRest)
		if err != nil {
			return Nil, Nil, err
		}
		if y.p != nil {
			in = append(in, y)
		}
		if n.p != nil {
			out = append(out, n)
		}
	}
	if yes, err = deriveGroup(t, e, in); err != nil {
		return Nil, Nil, err
	}
	if wantRest {
		no, err = deriveGroup(t, e, out)
	}
	return yes, no, err
}

var nameDerive = Name("derive")

// deriveGroup makes a group of excs like orig; unbound if there are none.
func deriveGroup(t *Thread, orig Value, excs []Value) (Value, error) {
	if len(excs) == 0 {
		return Nil, nil
	}
	v, err := CallMethod(t, orig, nameDerive, NewList(excs).Value())
	if err != nil {
		return Nil, err
	}
	g, ok := Cast[Exc](v, BaseExceptionGroup)
	if !ok {
		return Nil, Raise(TypeError, "derive must return an instance of BaseExceptionGroup")
	}
	o := (*Exc)(orig.p)
	// As in CPython, whose copying of the cause sets __suppress_context__.
	g.TB, g.Context, g.Cause, g.HasCause, g.Suppress = o.TB, o.Context, o.Cause, o.HasCause, true
	notes, err := LookupAttr(t, orig, nameNotes)
	if err != nil {
		return Nil, err
	}
	if notes.p != nil && notes.Type().Slots.GetItem != nil {
		items, err := Collect(t, notes)
		if err != nil {
			return Nil, err
		}
		if err := SetAttr(t, v, nameNotes, NewList(items).Value()); err != nil {
			return Nil, err
		}
	}
	return v, nil
}

func orNone(v Value) Value {
	if v.p == nil {
		return None
	}
	return v
}

func groupSplit(t *Thread, a *Args) (Value, error) {
	m, err := groupMatcher(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	yes, no, err := splitGroup(t, a.Self, m, true)
	if err != nil {
		return Nil, err
	}
	return NewTuple(orNone(yes), orNone(no)), nil
}

func groupSubgroup(t *Thread, a *Args) (Value, error) {
	m, err := groupMatcher(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	yes, _, err := splitGroup(t, a.Self, m, false)
	if err != nil {
		return Nil, err
	}
	return orNone(yes), nil
}
