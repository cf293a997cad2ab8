package py

// The fields of exception classes live in Exc.X, one place for each in the order of
// excFields: AttributeError [name, obj], NameError [name], ImportError [name, path,
// name_from, msg], StopIteration [value], SystemExit [code]. An unbound field reads
// as None.

// ownLayout marks builtin classes whose objects have a layout that cannot be mixed
// with another one.
const ownLayout TypeFlags = 1 << 23

func (e *Exc) field(i int) Value {
	if i < len(e.X) {
		return e.X[i]
	}
	return Nil
}

func (e *Exc) setField(i int, v Value) {
	for len(e.X) <= i {
		e.X = append(e.X, Nil)
	}
	e.X[i] = v
}

// Field returns field i of the exception's class, see the exc_*.go files; None if it
// is not set.
func (e *Exc) Field(i int) Value {
	if v := e.field(i); v.p != nil {
		return v
	}
	return None
}

// SetField sets field i of the exception's class.
func (e *Exc) SetField(i int, v Value) { e.setField(i, v) }

// excFields makes the rows of attributes that are fields.
//
//go:noinline
func excFields(names ...string) Members {
	var ms Members
	for i, n := range names {
		ms = append(ms, GetSet(n,
			func(t *Thread, v Value) (Value, error) { return (*Exc)(v.p).Field(i), nil },
			func(t *Thread, v, val Value) error {
				(*Exc)(v.p).setField(i, val)
				return nil
			}))
	}
	return ms
}

// initExcFields gives an exception made by native code the fields that __init__
// would set.
func initExcFields(e *Exc) {
	a := e.Args.Items()
	switch c := e.Class(); {
	case c == ValueError, c == TypeError, c == KeyError, c == IndexError, c == ZeroDivisionError, c == RuntimeError: // the usual ones
	case e.IsA(StopIteration):
		stopIterationFields(e)
	case e.IsA(AttributeError):
		e.X = make([]Value, 2)
	case e.IsA(NameError):
		e.X = make([]Value, 1)
	case e.IsA(ImportError):
		e.X = make([]Value, 4)
		if len(a) == 1 {
			e.X[3] = a[0]
		}
	case e.IsA(OSError):
		osErrorFields(e, a, nil)
	case e.IsA(SystemExit):
		systemExitFields(e)
	case e.IsA(SyntaxError):
		e.X = make([]Value, 8)
		if len(a) > 0 {
			e.X[synMsg] = a[0]
		}
		if len(a) > 1 {
			if tup, ok := AsTuple(a[1]); ok {
				copy(e.X[:synMsg], tup.Items())
			}
		}
	case e.IsA(UnicodeError) && c != UnicodeError:
		if c.IsSubtype(UnicodeTranslateError) {
			e.X = append([]Value{Nil}, a...)
		} else {
			e.X = append([]Value(nil), a...)
		}
	case e.IsA(BaseExceptionGroup) && len(a) == 2:
		items, _ := AsTuple(a[1])
		if l, ok := AsList(a[1]); ok {
			items = newTuple(l.A)
		}
		if items == nil {
			items = emptyTuple
		}
		e.X = []Value{a[0], items.Value()}
	}
}

func stopIterationFields(e *Exc) {
	if e.Args.Len() > 0 {
		e.X = e.Args.Items()[:1:1]
		return
	}
	e.X = []Value{None}
}

func stopIterationInit(t *Thread, self Value, args []Value, kw []*Str) error {
	err := excInit(t, self, args, kw)
	if err == nil {
		e := (*Exc)(self.p)
		stopIterationFields(e)
		e.X = append([]Value(nil), e.X...)
	}
	return err
}

func systemExitFields(e *Exc) {
	switch a := e.Args.Items(); len(a) {
	case 0:
	case 1:
		e.X = []Value{a[0]}
	default:
		e.X = []Value{e.Args.Value()}
	}
}

func systemExitInit(t *Thread, self Value, args []Value, kw []*Str) error {
	err := excInit(t, self, args, kw)
	if err == nil {
		systemExitFields((*Exc)(self.p))
	}
	return err
}

// fieldsInit is the __init__ of a class whose keyword arguments are fields.
func fieldsInit(self Value, name string, args []Value, kw []*Str, fields ...string) error {
	e := (*Exc)(self.p)
	npos := len(args) - len(kw)
	x := make([]Value, len(fields), len(fields)+1)
	for i, k := range kw {
		found := false
		for j, f := range fields {
			if k.String() == f {
				x[j] = args[npos+i]
				found = true
			}
		}
		if !found {
			return Raise(TypeError, "%s() got an unexpected keyword argument '%s'", name, k)
		}
	}
	e.Args = newTuple(args[:npos])
	e.X = x
	return nil
}

func attributeErrorInit(t *Thread, self Value, args []Value, kw []*Str) error {
	return fieldsInit(self, "AttributeError", args, kw, "name", "obj")
}

func nameErrorInit(t *Thread, self Value, args []Value, kw []*Str) error {
	return fieldsInit(self, "NameError", args, kw, "name")
}

func importErrorInit(t *Thread, self Value, args []Value, kw []*Str) error {
	if err := fieldsInit(self, "ImportError", args, kw, "name", "path", "name_from"); err != nil {
		return err
	}
	e := (*Exc)(self.p)
	if e.Args.Len() == 1 {
		e.setField(3, e.Args.Items()[0])
	}
	return nil
}

func importErrorStr(t *Thread, v Value) (Value, error) {
	if m := (*Exc)(v.p).field(3); m.p != nil && IsStr(m) {
		return m, nil
	}
	return excStr(t, v)
}

func attributeErrorState(t *Thread, a *Args) (Value, error) {
	r, err := excReduce(t, a)
	if err != nil {
		return Nil, err
	}
	return As[Tuple](r).Items()[2], nil
}

func keyErrorStr(t *Thread, v Value) (Value, error) {
	// A key that is an empty string would be invisible otherwise.
	if e := (*Exc)(v.p); e.Args.Len() == 1 {
		return valueOf(Repr(t, e.Args.Items()[0]))
	}
	return excStr(t, v)
}
