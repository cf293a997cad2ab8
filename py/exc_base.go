package py

import (
	"slices"
	"unsafe"
)

// BaseException: what all exceptions have in common. The classes stand in
// exc_tree.go, their own fields in exc_fields.go, exc_os.go, exc_syntax.go,
// exc_unicode.go and exc_group.go.

// excSpec is what a builtin exception class is made from.
func excSpec(t *Type) TypeSpec {
	if t == BaseException {
		return TypeSpec{
			Name:       "BaseException",
			Doc:        "The root of all exceptions.",
			Flags:      IsException,
			DictOffset: unsafe.Offsetof(Exc{}.attrs),
			SubDict:    unsafe.Offsetof(Exc{}.attrs),
			Slots: Slots{
				New:  excNew,
				Init: excInit,
				Repr: excRepr,
				Str:  excStr,
			},
			Table: func() Members {
				return Members{
					GetSet("__cause__", excGetCause, excSetCause),
					GetSet("__context__", excGetContext, excSetContext),
					GetSet("__dict__", dictGet, dictSet),
					MethodOf("__reduce__()", excReduce),
					MethodOf("__setstate__(state, /)", excSetState),
					GetSet("__suppress_context__", excGetSuppress, excSetSuppress),
					GetSet("__traceback__", excGetTraceback, excSetTraceback),
					MethodOf("add_note(note, /)", excAddNote),
					GetSet("args", excGetArgs, excSetArgs),
					MethodOf("with_traceback(tb, /)", excWithTraceback),
				}
			},
		}
	}
	for i := range excTree {
		if c := &excTree[i]; c.typ == t {
			spec := TypeSpec{Doc: c.doc, Base: c.base, Flags: IsException | c.flags, Table: c.table}
			if t == ExceptionGroup {
				spec.Second = Exception
			}
			if c.slots != nil {
				spec.Slots = *c.slots
			}
			return spec
		}
	}
	panic("py: no such exception")
}

func excNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	return (&Exc{Head: cls.Root(), Args: newTuple(args[:len(args)-len(kw)])}).Value(), nil
}

func excInit(t *Thread, self Value, args []Value, kw []*Str) error {
	e := (*Exc)(self.p)
	if err := noKeywords(e.Class().Name, kw); err != nil {
		return err
	}
	if !slices.Equal(e.Args.Items(), args) { // __new__ has made the tuple
		e.Args = newTuple(args)
	}
	return nil
}

func excRepr(t *Thread, v Value) (Value, error) {
	e := (*Exc)(v.p)
	if err := t.Enter(); err != nil {
		return Nil, err
	}
	defer t.Leave()
	name := e.Class().Name
	if e.Args.Len() == 1 {
		r, err := Repr(t, e.Args.Items()[0])
		if err != nil {
			return Nil, err
		}
		return NewStr(name + "(" + r.String() + ")"), nil
	}
	r, err := Repr(t, e.Args.Value())
	if err != nil {
		return Nil, err
	}
	return NewStr(name + r.String()), nil
}

func excStr(t *Thread, v Value) (Value, error) {
	e := (*Exc)(v.p)
	switch e.Args.Len() {
	case 0:
		return emptyStr.Value(), nil
	case 1:
		return valueOf(ToStr(t, e.Args.Items()[0]))
	}
	return valueOf(ToStr(t, e.Args.Value()))
}

// valueOf makes a Value of what Repr and ToStr return.
func valueOf(s *Str, err error) (Value, error) {
	if err != nil {
		return Nil, err
	}
	return s.Value(), nil
}

func excOrNone(e *Exc) Value {
	if e == nil {
		return None
	}
	return e.Value()
}

func excGetCause(t *Thread, v Value) (Value, error)   { return excOrNone((*Exc)(v.p).Cause), nil }
func excGetContext(t *Thread, v Value) (Value, error) { return excOrNone((*Exc)(v.p).Context), nil }

func asCause(what string, val Value) (*Exc, error) {
	if val.p == nil {
		return nil, Raise(TypeError, "__%s__ may not be deleted", what)
	}
	if val.IsNone() {
		return nil, nil
	}
	if x, ok := Cast[Exc](val, BaseException); ok {
		return x, nil
	}
	return nil, Raise(TypeError, "exception %s must be None or derive from BaseException", what)
}

func excSetCause(t *Thread, v, val Value) error {
	x, err := asCause("cause", val)
	if err == nil {
		e := (*Exc)(v.p)
		e.Cause, e.Suppress, e.HasCause = x, true, true
	}
	return err
}

func excSetContext(t *Thread, v, val Value) error {
	x, err := asCause("context", val)
	if err == nil {
		(*Exc)(v.p).Context = x
		if x != nil {
			x.IsContext = true
		}
	}
	return err
}

func excGetSuppress(t *Thread, v Value) (Value, error) { return Bool((*Exc)(v.p).Suppress), nil }

func excSetSuppress(t *Thread, v, val Value) error {
	if val.p == nil {
		return Raise(TypeError, "can't delete numeric/char attribute")
	}
	if !val.IsBool() {
		return Raise(TypeError, "attribute value type must be bool")
	}
	(*Exc)(v.p).Suppress = val.n != 0
	return nil
}

func excGetTraceback(t *Thread, v Value) (Value, error) {
	if tb := (*Exc)(v.p).TB; tb != nil {
		return Object(tb), nil
	}
	return None, nil
}

func excSetTraceback(t *Thread, v, val Value) error {
	if val.p == nil {
		return Raise(TypeError, "__traceback__ may not be deleted")
	}
	if val.IsNone() {
		(*Exc)(v.p).TB = nil
		return nil
	}
	tb, ok := Cast[Traceback](val, TracebackType)
	if !ok {
		return Raise(TypeError, "__traceback__ must be a traceback or None")
	}
	(*Exc)(v.p).TB = tb
	return nil
}

func excWithTraceback(t *Thread, a *Args) (Value, error) {
	return a.Self, excSetTraceback(t, a.Self, a.Value(0))
}

func excGetArgs(t *Thread, v Value) (Value, error) { return (*Exc)(v.p).Args.Value(), nil }

func excSetArgs(t *Thread, v, val Value) error {
	if val.p == nil {
		return Raise(TypeError, "args may not be deleted")
	}
	items, err := Collect(t, val)
	if err == nil {
		(*Exc)(v.p).Args = newTuple(items)
	}
	return err
}

var nameNotes = Name("__notes__")

func excAddNote(t *Thread, a *Args) (Value, error) {
	note := a.Value(0)
	if _, ok := AsStr(note); !ok {
		return Nil, Raise(TypeError, "note must be a str, not '%s'", TypeName(note))
	}
	notes, err := LookupAttr(t, a.Self, nameNotes)
	if err != nil {
		return Nil, err
	}
	if notes.p == nil {
		return None, SetAttr(t, a.Self, nameNotes, NewList([]Value{note}).Value())
	}
	l, ok := AsList(notes)
	if !ok {
		return Nil, Raise(TypeError, "Cannot add note: __notes__ is not a list")
	}
	l.A = append(l.A, note)
	return None, nil
}

// AddNote is add_note for native code.
func (e *Exc) AddNote(note string) {
	d := OwnDict(e.Value(), true)
	if p := d.GetStr(nameNotes); p != nil {
		if l, ok := AsList(*p); ok {
			l.A = append(l.A, NewStr(note))
		}
		return
	}
	d.SetStr(nameNotes, NewList([]Value{NewStr(note)}).Value())
}

// excReduce is __reduce__: class, arguments and the attributes, if any.
func excReduce(t *Thread, a *Args) (Value, error) {
	e := (*Exc)(a.Self.p)
	args := e.Args
	state := NewDict()
	switch {
	case e.IsA(OSError):
		// The file names were taken out of args.
		if args.Len() == 2 && e.field(osFilename).p != nil {
			items := append([]Value(nil), args.Items()...)
			items = append(items, e.field(osFilename))
			if f2 := e.field(osFilename2); f2.p != nil {
				items = append(items, None, f2)
			}
			args = newTuple(items)
		}
	case e.IsA(ImportError):
		for i, n := range [...]string{"name", "path", "name_from"} {
			if v := e.field(i); v.p != nil && !v.IsNone() {
				state.SetItem(n, v)
			}
		}
	case e.IsA(AttributeError):
		if v := e.field(0); v.p != nil && !v.IsNone() {
			state.SetItem("name", v)
		}
		state.SetItem("args", args.Value())
	}
	if e.attrs != nil {
		for pos := 0; ; {
			k, v, next, ok := e.attrs.Next(pos)
			if !ok {
				break
			}
			pos = next
			if err := state.Set(t, k, v); err != nil {
				return Nil, err
			}
		}
	}
	if state.Len() > 0 {
		return NewTuple(e.Class().Value(), args.Value(), state.Value()), nil
	}
	return NewTuple(e.Class().Value(), args.Value()), nil
}

func excSetState(t *Thread, a *Args) (Value, error) {
	if a.Given(0) {
		d, ok := AsDict(a.Value(0))
		if !ok {
			return Nil, Raise(TypeError, "state is not a dictionary")
		}
		for pos := 0; ; {
			k, v, next, ok := d.Next(pos)
			if !ok {
				break
			}
			pos = next
			s, ok := AsStr(k)
			if !ok {
				return Nil, Raise(TypeError, "attribute name must be string, not '%s'", TypeName(k))
			}
			if err := SetAttr(t, a.Self, s, v); err != nil {
				return Nil, err
			}
		}
	}
	return None, nil
}

// excText is the text of an exception for Go code: like str(e), but without running
// Python code.
func excText(e *Exc) string {
	name := e.Class().Name
	a := e.Args.Items()
	text := ""
	switch {
	case e.IsA(OSError) && len(e.X) > osStrerror && e.X[osErrno].p != nil && e.X[osStrerror].p != nil:
		text = "[Errno " + plainText(e.X[osErrno]) + "] " + plainText(e.X[osStrerror])
		if f := e.field(osFilename); f.p != nil {
			text += ": '" + plainText(f) + "'"
		}
	case e.IsA(KeyError) && len(a) == 1 && IsStr(a[0]):
		text = "'" + plainText(a[0]) + "'"
	case e.IsA(SyntaxError) && len(e.X) > synLine && e.X[synLine].p != nil && len(a) > 0:
		text = plainText(a[0]) + " (" + plainText(e.X[synFile]) + ", line " + plainText(e.X[synLine]) + ")"
	case len(a) == 1:
		text = plainText(a[0])
	case len(a) > 1:
		for i, v := range a {
			if i > 0 {
				text += ", "
			}
			if s, ok := AsStr(v); ok {
				text += quoted(s)
			} else {
				text += plainText(v)
			}
		}
		text = "(" + text + ")"
	}
	if text == "" {
		return name
	}
	return name + ": " + text
}

// quoted is the repr of a string.
func quoted(s *Str) string { return string(appendQuoted(nil, s.String(), false)) }

func plainText(v Value) string {
	if v.p == nil {
		return ""
	}
	if s, ok := AsStr(v); ok {
		return s.String()
	}
	if v.IsInt() {
		return string(appendInt(nil, v.I()))
	}
	if v.IsNone() {
		return "None"
	}
	return "<" + TypeName(v) + ">"
}
