package py

// FastNative is a Python function or method written in Go for calls that pass
// their arguments by position and in a right number: args are taken as they stand,
// those left out are missing at the end. It costs half of what a [NativeFunc]
// costs, so small functions that programs call in loops have this form. self is
// unbound for functions. args is only valid until the function returns.
type FastNative func(t *Thread, self Value, args []Value) (Value, error)

// FastFunc is a row for a function all of whose parameters are positional-only, or
// which has *args alone.
//
//go:noinline
func FastFunc(sig string, fn FastNative) Member {
	return Member{&row{kind: memberFunc, sig: sig, fn: fn.general, fast: fn}}
}

// FastMethod is [FastFunc] for a method.
//
//go:noinline
func FastMethod(sig string, fn FastNative) Member {
	return Member{&row{kind: memberMethod, sig: sig, fn: fn.general, fast: fn}}
}

// Fast adds a form for calls without keywords to the row of a function that has
// parameters of other kinds.
//
//go:noinline
func (m Member) Fast(fn FastNative) Member {
	r := *m.row
	r.fast = fn
	return Member{&r}
}

// general is the function in the form that takes every call.
func (fn FastNative) general(t *Thread, a *Args) (Value, error) {
	args := a.v
	if len(args) == 0 {
		args = a.rest
	}
	for len(args) > 0 && args[len(args)-1].p == nil {
		args = args[:len(args)-1]
	}
	return fn(t, a.Self, args)
}

// Call calls the function with positional arguments.
func (n *Native) Call(t *Thread, self Value, args []Value) (Value, error) {
	if n.fast != nil {
		if s := n.sig.Load(); s != nil && uint(len(args)-s.required) <= uint(s.span) {
			return n.fast(t, self, args)
		}
	}
	return n.Invoke(t, self, args, nil)
}

// StrArg returns argument i of a function, what, that wants a string there.
func StrArg(what string, i int, v Value) (*Str, error) {
	if s, ok := AsStr(v); ok {
		return s, nil
	}
	return nil, Raise(TypeError, "%s() argument %d must be str, not %s", what, i, TypeName(v))
}
