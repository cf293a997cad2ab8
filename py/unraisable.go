package py

// unraisableArgs is the type of what sys.unraisablehook gets.
var unraisableArgs *StructSeq

func initUnraisable() {
	unraisableArgs = NewStructSeq("builtins", "UnraisableHookArgs",
		"What sys.unraisablehook gets: an exception that nobody can catch, and where it happened.",
		5, false, "exc_type", "exc_value", "exc_traceback", "err_msg", "object")
}

var (
	nameUnraisableHook = Name("unraisablehook")
	nameStderr         = Name("stderr")
)

// Unraisable reports an exception that nobody can catch, as in the callback of a weak
// reference, to sys.unraisablehook. where says what happened, "" for "Exception
// ignored in"; obj is the object at fault, unbound if there is none.
func Unraisable(t *Thread, err error, where string, obj Value) {
	e, ok := err.(*Exc)
	if !ok {
		return
	}
	tb, msg := None, None
	if e.TB != nil {
		tb = Object(e.TB)
	}
	if where != "" {
		msg = NewStr(where)
	}
	if obj.p == nil {
		obj = None
	}
	args := unraisableArgs.New(e.Class().Value(), e.Value(), tb, msg, obj)
	hook, err := LookupAttr(t, t.Interp.SysM, nameUnraisableHook)
	if err == nil && hook.Bound() && !hook.IsNone() {
		if _, err = Call(t, hook, args); err == nil {
			return
		}
		if args, ok = unraisableArgsOf(err, hook); !ok {
			return
		}
	}
	// Nothing more can be done if even that fails.
	_ = PrintUnraisable(t, args)
}

// unraisableArgsOf are the arguments for what the hook itself raised.
func unraisableArgsOf(err error, hook Value) (Value, bool) {
	e, ok := err.(*Exc)
	if !ok {
		return Nil, false
	}
	tb := None
	if e.TB != nil {
		tb = Object(e.TB)
	}
	return unraisableArgs.New(e.Class().Value(), e.Value(), tb, NewStr("Exception ignored in sys.unraisablehook"), hook), true
}

// PrintUnraisable is sys.unraisablehook as long as the program has set none.
func PrintUnraisable(t *Thread, args Value) error {
	if args.Type() != unraisableArgs.Type {
		return Raise(TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs")
	}
	out, err := LookupAttr(t, t.Interp.SysM, nameStderr)
	if err != nil || !out.Bound() || out.IsNone() {
		return err
	}
	a := As[Tuple](args).Items()
	msg, obj := a[3], a[4]
	text := ""
	switch {
	case !msg.IsNone():
		s, err := ToStr(t, msg)
		if err != nil {
			return err
		}
		text = s.String()
	case !obj.IsNone():
		text = "Exception ignored in"
	}
	if !obj.IsNone() {
		text += ": "
		if s, err := Repr(t, obj); err != nil {
			text += "<object repr() failed>"
		} else {
			text += s.String()
		}
		text += "\n"
	} else if text != "" {
		text += ":\n"
	}
	if e, ok := Cast[Exc](a[1], BaseException); ok {
		p := &excPrinter{t: t, source: t.Interp.Source, seen: map[*Exc]bool{}, limit: tracebackLimit(t), bare: true}
		p.one(e)
		text += p.b.String()
	}
	return WriteText(t, out, text)
}
