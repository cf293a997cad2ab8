package py

// What the types of modules written in Go need besides the public operations.

// DottedName marks a type whose name in messages includes the module, as of CPython's
// types written in C: "'collections.deque' object is not callable".
const DottedName TypeFlags = 1 << 22

// Ctor makes a New slot from a signature and a function: arguments are bound as for
// [Func], and a.Self is the class.
func Ctor(sig string, fn NativeFunc) func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	n := As[Native](NewNative(sig, fn))
	return func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
		if s := n.signature(); len(kw) == 0 && s.posOnly == len(s.params) && !s.varArgs {
			if err := argCount(n.Name, len(args), s.required, s.pos); err != nil {
				return Nil, err
			}
		}
		return n.Invoke(t, cls.Value(), args, kw)
	}
}

// CallSlot makes a Call slot of a function whose a.Self is the called object.
func CallSlot(sig string, fn NativeFunc) func(t *Thread, self Value, args []Value, kw []*Str) (Value, error) {
	n := As[Native](NewNative(sig, fn))
	return func(t *Thread, self Value, args []Value, kw []*Str) (Value, error) {
		return n.Invoke(t, self, args, kw)
	}
}

// ClassOf returns a.Self as a class, in functions given to [Ctor] and class methods.
func (a *Args) ClassOf() *Type { return As[Type](a.Self) }

// IterSelf is the Iter slot of iterators.
func IterSelf(t *Thread, v Value) (Value, error) { return v, nil }

var classGetItemRow = ClassMethod("__class_getitem__(object, /)", func(t *Thread, a *Args) (Value, error) { return classGetItem(t, a) })

// ClassGetItem returns the row __class_getitem__ of a generic type: deque[int].
func ClassGetItem() Member { return classGetItemRow }

// For makes the value that a row has in the namespace of owner, for classes that are
// put together at run time.
func (m Member) For(owner *Type) Value { return m.member(owner, nil) }

// ItemEqual is [Equal] for items of containers, which may contain themselves: it
// counts towards the recursion limit.
func ItemEqual(t *Thread, a, b Value) (bool, error) { return itemEq(t, a, b) }

// CompareSeq is a op b of the items of two sequences.
func CompareSeq(t *Thread, op CmpOp, a, b []Value) (Value, error) { return compareTuples(t, op, a, b) }

// ReprItems returns head, the reprs of items with commas between, tail.
func ReprItems(t *Thread, head string, items []Value, tail string) (Value, error) {
	r := reprBuilder{t: t, b: []byte(head)}
	return r.items(tail, items...)
}

// ReprOf returns head, repr(d) as a plain dict would show it, tail.
func (d *Dict) ReprOf(t *Thread, head, tail string) (Value, error) {
	return d.reprItems(t, head+"{", "}"+tail)
}

// IsIndexable reports whether v is an int or has __index__.
func IsIndexable(v Value) bool { return isIndexable(v) }

// RepeatCount evaluates the number in seq * number; ok is false if it is no index.
func RepeatCount(t *Thread, v Value) (n int, ok bool, err error) { return repeatCount(t, v) }

// IsCallable reports whether v can be called.
func IsCallable(v Value) bool { return v.Type().Slots.Call != nil }

// StopIterate is what a function given to [Iterate] returns to end it early.
func StopIterate() error { return errStop }

// RunSource runs Python source text that belongs to a module written in Go. Its
// names go to ns.
func RunSource(t *Thread, source, filename string, ns *Dict) error {
	m := t.Interp.Machine
	code, err := m.Compile(t, []byte(source), filename, "exec", CompileFlags{Optimize: -1})
	if err != nil {
		return err
	}
	ns.Fill()
	_, err = m.Run(t, code, ns, Nil)
	return err
}

// LazySource gives a module the names that Python source text defines: the first use
// of one of them runs it. The names stand in the module's __dir__ at once.
func LazySource(m *ModuleObj, source, filename string, names ...string) {
	done := false
	wanted := map[string]bool{}
	for _, n := range names {
		wanted[n] = true
	}
	old := m.Dict.GetStr(nameGetAttr)
	var before Value
	if old != nil {
		before = *old
	}
	m.Dict.SetItem("__dir__", NewNative("__dir__()", func(t *Thread, a *Args) (Value, error) {
		var out []Value
		for _, k := range m.Dict.Keys() {
			if n, ok := AsStr(k); ok && !wanted[n.String()] && n.String() != "__dir__" && n.String() != "__getattr__" {
				out = append(out, k)
			}
		}
		for _, n := range names {
			out = append(out, NewStr(n))
		}
		return NewList(out).Value(), nil
	}))
	m.Dict.SetStr(nameGetAttr, NewNative("__getattr__(name, /)", func(t *Thread, a *Args) (Value, error) {
		name := a.String(0)
		if a.err != nil {
			return Nil, a.err
		}
		if wanted[name] && !done {
			done = true
			if err := RunSource(t, source, filename, m.Dict); err != nil {
				done = false
				return Nil, err
			}
			if p := m.Dict.GetStr(Name(name)); p != nil {
				return *p, nil
			}
		}
		if before.p != nil {
			return Call(t, before, a.v[0])
		}
		e := Raise(AttributeError, "module '%s' has no attribute '%s'", m.Name(), name).(*Exc)
		return Nil, WithNameObj(e, a.Str(0), m.Value())
	}))
}

// ReadOnly is a row for a field of the object that cannot be set.
//
//go:noinline
func ReadOnly(name string, get func(t *Thread, self Value) (Value, error)) Member {
	return GetSet(name, get, func(t *Thread, self, val Value) error { return Raise(AttributeError, "readonly attribute") })
}
