package py

import "strings"

// Functions that are written in Python in CPython word their argument errors like
// any Python function. PyFunc and PyMethod do so for those written in Go.

// PyFunc is [Func] with the argument errors of a Python function.
func PyFunc(sig string, fn NativeFunc) Member {
	name := sig[:strings.IndexByte(sig, '(')]
	return Func(name+"(*args, **kwargs)", pyWrap(sig, name, 0, fn))
}

// PyMethod is [MethodOf] with the argument errors of a Python function; qual is the
// class' name for them.
func PyMethod(qual, sig string, fn NativeFunc) Member {
	name := sig[:strings.IndexByte(sig, '(')]
	return MethodOf(name+"(*args, **kwargs)", pyWrap(sig, qual+"."+name, 1, fn))
}

// PyClassMethod is [ClassMethod] with the argument errors of a Python function.
func PyClassMethod(qual, sig string, fn NativeFunc) Member {
	name := sig[:strings.IndexByte(sig, '(')]
	return ClassMethod(name+"(*args, **kwargs)", pyWrap(sig, qual+"."+name, 1, fn))
}

// PyCtor is [Ctor] with the argument errors of an __init__ written in Python.
func PyCtor(qual, sig string, fn NativeFunc) func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	return Ctor("__init__(*args, **kwargs)", pyWrap(sig, qual+".__init__", 1, fn))
}

func pyWrap(sig, name string, self int, fn NativeFunc) NativeFunc {
	s := parseSignature(sig)
	return func(t *Thread, a *Args) (Value, error) {
		b := t.args
		if b == nil {
			b = &Args{}
		}
		t.args = b.next
		b.Self, b.fn = a.Self, a.fn
		args, kw := a.all()
		v, err := Nil, b.bindPython(s, name, self, args, kw)
		if err == nil {
			v, err = fn(t, b)
		}
		b.reset()
		b.next, t.args = t.args, b
		return v, err
	}
}

// bindPython is bind with the messages of Python functions; self is 1 if there is a
// first parameter that the signature does not show.
func (a *Args) bindPython(s *signature, name string, self int, args []Value, kw []*Str) error {
	npos := len(args) - len(kw)
	if len(s.params) <= len(a.buf) {
		a.v = a.buf[:len(s.params)]
	} else {
		a.v = make([]Value, len(s.params))
	}
	copy(a.v, args[:min(npos, s.pos)])
	for i, k := range kw {
		j := s.posOnly
		for j < len(s.params) && !k.equal(s.names[j]) {
			j++
		}
		switch {
		case j < len(s.params) && a.v[j].p != nil:
			return Raise(TypeError, "%s() got multiple values for argument '%s'", name, k)
		case j < len(s.params):
			a.v[j] = args[npos+i]
		case s.varKw:
			a.kwNames = append(a.kwNames, k)
			a.kwVals = append(a.kwVals, args[npos+i])
		default:
			names := make([]string, len(s.params))
			for i := range names {
				names[i] = s.params[i].name
			}
			hint := ""
			if c := Suggest(k.String(), names); c != "" {
				hint = ". Did you mean '" + c + "'?"
			}
			return Raise(TypeError, "%s() got an unexpected keyword argument '%s'%s", name, k, hint)
		}
	}
	if npos > s.pos {
		if !s.varArgs {
			return tooMany(s, name, self, npos, a)
		}
		a.rest = args[s.pos:npos:npos]
	}
	var missing, missingKw []string
	for i, p := range s.params {
		if a.v[i].p == nil && !p.optional {
			if i < s.pos {
				missing = append(missing, p.name)
			} else {
				missingKw = append(missingKw, p.name)
			}
		}
	}
	switch {
	case len(missing) > 0:
		return Raise(TypeError, "%s() missing %d required positional argument%s: %s", name, len(missing), plural(len(missing)), nameList(missing))
	case len(missingKw) > 0:
		return Raise(TypeError, "%s() missing %d required keyword-only argument%s: %s", name, len(missingKw), plural(len(missingKw)), nameList(missingKw))
	}
	return nil
}

func tooMany(s *signature, name string, self, npos int, a *Args) error {
	takes := ""
	if s.required < s.pos {
		takes = "from " + string(appendInt(nil, int64(s.required+self))) + " to "
	}
	takes += string(appendInt(nil, int64(s.pos+self)))
	argument := "argument"
	if s.required < s.pos || s.pos+self != 1 {
		argument += "s"
	}
	kwOnly := 0
	for i := s.pos; i < len(s.params); i++ {
		if a.v[i].p != nil {
			kwOnly++
		}
	}
	given := string(appendInt(nil, int64(npos+self)))
	if kwOnly > 0 {
		given += " positional argument" + plural(npos+self) + " (and " + string(appendInt(nil, int64(kwOnly))) + " keyword-only argument" + plural(kwOnly) + ")"
	}
	were := "were"
	if npos+self == 1 && kwOnly == 0 {
		were = "was"
	}
	return Raise(TypeError, "%s() takes %s positional %s but %s %s given", name, takes, argument, given, were)
}

// nameList is 'a', 'b', and 'c'.
func nameList(names []string) string {
	q := make([]string, len(names))
	for i, n := range names {
		q[i] = "'" + n + "'"
	}
	switch n := len(q); n {
	case 1:
		return q[0]
	case 2:
		return q[0] + " and " + q[1]
	default:
		return strings.Join(q[:n-1], ", ") + ", and " + q[n-1]
	}
}

// BindPython returns a function that binds arguments to the parameters of sig with
// the messages of the Python function name, whose first parameter sig does not show.
// An absent argument is unbound in the result, which belongs to the caller.
func BindPython(name, sig string) func(args []Value, kw []*Str) ([]Value, error) {
	s := parseSignature(sig)
	return func(args []Value, kw []*Str) ([]Value, error) {
		var a Args
		err := a.bindPython(s, name, 1, args, kw)
		return a.v, err
	}
}
