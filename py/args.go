package py

import (
	"math"
	"unsafe"
)

// Args are the arguments of a call to a native function, bound to its signature:
// argument i is the i-th parameter. The accessors convert and remember the first
// error, which the function checks once with [Args.Err].
type Args struct {
	Self    Value
	v       []Value
	rest    []Value
	whole   []Value // rest and kwVals, if they stand together
	kwNames []*Str
	kwVals  []Value
	fn      *Native
	err     error
	dirty   bool  // more than Self, fn and v is to be reset
	next    *Args // in the list of those that no call uses
	buf     [8]Value
}

// bind distributes arguments to parameters where that is not one to one.
func (a *Args) bind(s *signature, args []Value, kw []*Str) error {
	npos := len(args) - len(kw)
	a.dirty = true
	if s.def != nil {
		if err := s.def.check(s, args, kw); err != nil {
			return err
		}
	}
	if len(kw) > 0 && !s.varKw {
		if err := a.keywordsFit(s, npos, len(kw)); err != nil {
			return err
		}
	}
	if len(s.params) <= len(a.buf) {
		a.v = a.buf[:len(s.params)]
	} else {
		a.v = make([]Value, len(s.params))
	}
	n := npos
	if npos > s.pos {
		if !s.varArgs {
			return a.countError(s, npos, len(kw))
		}
		n = s.pos
		a.rest = args[n:npos:npos]
	}
	if len(s.params) == 0 && s.varKw && len(kw) > 0 {
		a.whole, a.kwNames, a.kwVals = args[:len(args):len(args)], kw[:len(kw):len(kw)], args[npos:len(args):len(args)]
		return nil
	}
	copy(a.v, args[:n])
	if least := min(s.required, s.posOnly); len(kw) > 0 && npos < least && s.posOnly < len(s.params) {
		word := "exactly"
		if least < s.pos {
			word = "at least"
		}
		return Raise(TypeError, "%s() takes %s %d positional argument%s (%d given)", a.fn.Name, word, least, plural(least), npos)
	}
	var twice, unknown error // what is missing comes first
	for i, name := range kw {
		val := args[npos+i]
		j := s.posOnly
		for j < len(s.params) && !name.equal(s.names[j]) {
			j++
		}
		if j < len(s.params) {
			if a.v[j].p != nil && twice == nil {
				twice = Raise(TypeError, "argument for %s() given by name ('%s') and position (%d)", a.fn.Name, name, j+1)
			}
			a.v[j] = val
			continue
		}
		if !s.varKw {
			if unknown == nil {
				unknown = a.unexpected(s, name)
			}
			continue
		}
		a.kwNames = append(a.kwNames, name)
		a.kwVals = append(a.kwVals, val)
	}
	for i := n; i < len(s.params); i++ {
		if a.v[i].p == nil && !s.params[i].optional {
			if i < s.posOnly {
				return a.countError(s, npos, len(kw))
			}
			if i >= s.pos {
				return Raise(TypeError, "%s() missing 1 required keyword-only argument: '%s'", a.fn.Name, s.params[i].name)
			}
			return Raise(TypeError, "%s() missing required argument '%s' (pos %d)", a.fn.Name, s.params[i].name, i+1)
		}
	}
	if twice != nil {
		return twice
	}
	return unknown
}

// unexpected is the error for a keyword that no parameter has.
func (a *Args) unexpected(s *signature, name *Str) error {
	var names []string
	for _, p := range s.params[s.posOnly:] {
		names = append(names, p.name)
	}
	hint := ""
	if near := Suggest(name.String(), names); near != "" {
		hint = ". Did you mean '" + near + "'?"
	}
	return Raise(TypeError, "%s() got an unexpected keyword argument '%s'%s", a.fn.Name, name, hint)
}

// keywordsFit looks at what CPython says of a call with keywords before it looks at
// their names.
//
//go:noinline
func (a *Args) keywordsFit(s *signature, npos, nkw int) error {
	switch n := len(s.params); {
	case n > s.posOnly:
		if s.varArgs {
			return a.olderKeywords(n-s.pos, npos, nkw)
		}
		return atMost(a.fn.Name, n, npos, nkw)
	case a.fn.shape == &slotWrapperShape:
		return Raise(TypeError, "wrapper %s() takes no keyword arguments", a.fn.Name)
	}
	return Raise(TypeError, "%s() takes no keyword arguments", a.fn.display())
}

// olderKeywords is keywordsFit for functions with *args and n keywords whose arguments
// CPython takes apart in an older way.
func (a *Args) olderKeywords(n, npos, nkw int) error {
	switch name := a.fn.Name; name {
	case "max", "min":
		if npos == 0 {
			return Raise(TypeError, "%s expected at least 1 argument, got 0", name)
		}
		fallthrough
	case "zip", "product":
		return atMost(name, n, 0, nkw)
	}
	return nil
}

// atMost is an error if a function gets more than n arguments, however they are given.
func atMost(name string, n, npos, nkw int) error {
	if npos+nkw <= n {
		return nil
	}
	keyword := ""
	if npos == 0 {
		keyword = "keyword "
	}
	return Raise(TypeError, "%s() takes at most %d %sargument%s (%d given)", name, n, keyword, plural(n), npos+nkw)
}

// countError words a wrong number of positional arguments as CPython does.
func (a *Args) countError(s *signature, got, kws int) error {
	name := a.fn.Name
	switch {
	case a.fn.shape == &slotWrapperShape && s.required == s.pos:
		blank := ""
		if s.pos == 2 {
			blank = " " // CPython's helper is given an empty name
		}
		return Raise(TypeError, "%sexpected %d argument%s, got %d", blank, s.pos, plural(s.pos), got)
	case s.posOnly > 0 && s.posOnly < len(s.params) && got < min(s.posOnly, s.required):
		word := "exactly"
		if s.posOnly < s.pos {
			word = "at least"
		}
		n := min(s.posOnly, s.required)
		return Raise(TypeError, "%s() takes %s %d positional argument%s (%d given)", name, word, n, plural(n), got)
	case s.pos == 0 && len(s.params) > 0:
		return Raise(TypeError, "%s() takes no positional arguments", name)
	case len(s.params) > s.pos && s.pos > 0:
		word := "at most"
		if s.required == s.pos {
			word = "exactly"
		} else if got < s.required {
			word = "at least"
		}
		return Raise(TypeError, "%s() takes %s %d positional argument%s (%d given)", name, word, s.pos, plural(s.pos), got)
	case s.pos == 0:
		return Raise(TypeError, "%s() takes no arguments (%d given)", a.fn.display(), got)
	case s.posOnly == s.pos && s.required == s.pos && s.pos == 1:
		return Raise(TypeError, "%s() takes exactly one argument (%d given)", a.fn.display(), got)
	case s.posOnly == s.pos && s.required == s.pos:
		return Raise(TypeError, "%s expected %d arguments, got %d", name, s.pos, got)
	case s.posOnly == s.pos && got < s.required:
		return Raise(TypeError, "%s expected at least %d argument%s, got %d", name, s.required, plural(s.required), got)
	case s.posOnly == s.pos:
		return Raise(TypeError, "%s expected at most %d argument%s, got %d", name, s.pos, plural(s.pos), got)
	case s.required == s.pos:
		return Raise(TypeError, "%s() takes exactly %d argument%s (%d given)", name, s.pos, plural(s.pos), got+kws)
	}
	return Raise(TypeError, "%s() takes at most %d argument%s (%d given)", name, s.pos, plural(s.pos), got+kws)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// FuncName returns the function's name as error messages show it.
func (a *Args) FuncName() string { return a.fn.display() }

// Err returns the first error of the accessors.
func (a *Args) Err() error { return a.err }

// Fail records an error as if an accessor had met it.
func (a *Args) Fail(err error) {
	if a.err == nil {
		a.err, a.dirty = err, true
	}
}

// Has reports whether argument i was given.
func (a *Args) Has(i int) bool { return a.v[i].p != nil }

// Given reports whether argument i was given and is not None.
func (a *Args) Given(i int) bool { return a.v[i].p != nil && !a.v[i].IsNone() }

// Value returns argument i, unbound if it was not given.
func (a *Args) Value(i int) Value { return a.v[i] }

// ValueOr returns argument i or a default.
func (a *Args) ValueOr(i int, def Value) Value {
	if a.v[i].p == nil {
		return def
	}
	return a.v[i]
}

// Rest returns what *args got. It must not be kept without a copy.
func (a *Args) Rest() []Value { return a.rest }

// Kw returns what **kwargs got. It must not be kept or changed.
func (a *Args) Kw() (names []*Str, vals []Value) { return a.kwNames, a.kwVals }

// Int returns argument i as an int (through __index__).
func (a *Args) Int(t *Thread, i int) int { return a.IntOr(t, i, 0) }

// IntOr is Int with a default for an absent argument.
func (a *Args) IntOr(t *Thread, i, def int) int {
	v := a.v[i]
	if v.IsInt() {
		if n := int(v.n); int64(n) == int64(v.n) {
			return n
		}
	}
	if v.p == nil {
		return def
	}
	if a.err != nil {
		return def
	}
	n, err := AsInt(t, v)
	if err != nil {
		a.Fail(err)
	}
	return n
}

// Float returns argument i as a float (int and __float__ accepted).
func (a *Args) Float(t *Thread, i int) float64 {
	v := a.v[i]
	if v.IsFloat() {
		return v.F()
	}
	if a.err != nil {
		return 0 // what comes after a wrong argument is not converted
	}
	f, err := AsFloat(t, v)
	if err != nil {
		a.Fail(err)
	}
	return f
}

// FloatOr is Float with a default for an absent argument.
func (a *Args) FloatOr(t *Thread, i int, def float64) float64 {
	if a.v[i].p == nil {
		return def
	}
	return a.Float(t, i)
}

// Str returns argument i, which must be a str.
func (a *Args) Str(i int) *Str {
	s, ok := AsStr(a.v[i])
	if !ok {
		a.Fail(Raise(TypeError, "%s() argument %d must be str, not %s", a.fn.Name, i+1, typeNameOrNone(a.v[i])))
		return emptyStr
	}
	return s
}

// String returns argument i as Go text.
func (a *Args) String(i int) string { return a.Str(i).String() }

// StringOr is String with a default for an absent argument.
func (a *Args) StringOr(i int, def string) string {
	if a.v[i].p == nil {
		return def
	}
	return a.String(i)
}

// Bool returns the truth of argument i.
func (a *Args) Bool(t *Thread, i int) bool { return a.BoolOr(t, i, false) }

// BoolOr is Bool with a default for an absent argument.
func (a *Args) BoolOr(t *Thread, i int, def bool) bool {
	if a.v[i].p == nil {
		return def
	}
	b, err := Truth(t, a.v[i])
	if err != nil {
		a.Fail(err)
	}
	return b
}

// Buffer returns the bytes of argument i, a bytes-like object. They belong to the
// object: do not write to them or keep them. Many are charged as steps, as something
// will be done with them.
func (a *Args) Buffer(t *Thread, i int) []byte {
	b, err := AsBuffer(t, a.v[i])
	if err == nil && len(b) >= largeBytes {
		err = t.Step(len(b) >> 8)
	}
	if err != nil {
		a.Fail(err)
	}
	return b
}

// WritableBuffer is Buffer for an object that will be written to.
func (a *Args) WritableBuffer(t *Thread, i int) []byte {
	b, err := GetBuffer(t, a.v[i])
	if err != nil {
		a.Fail(err)
		return nil
	}
	if b.ReadOnly {
		a.Fail(Raise(TypeError, "%s() argument %d must be read-write bytes-like object, not %s", a.fn.Name, i+1, TypeName(a.v[i])))
		return nil
	}
	if b.Release != nil {
		b.Release()
	}
	return b.Data
}

// Class returns argument i, which must be a class.
func (a *Args) Class(i int) *Type {
	c, ok := IsType(a.v[i])
	if !ok {
		a.Fail(Raise(TypeError, "%s() argument %d must be type, not %s", a.fn.Name, i+1, typeNameOrNone(a.v[i])))
	}
	return c
}

// Index64 returns argument i clamped to the range of int (slice bounds, counts).
func (a *Args) Index64(t *Thread, i int, def int) int {
	if a.v[i].p == nil || a.v[i].IsNone() {
		return def
	}
	n, err := AsIndexClamped(t, a.v[i])
	if err != nil {
		a.Fail(err)
	}
	return n
}

func typeNameOrNone(v Value) string {
	if v.p == nil || v.IsNone() {
		return "None"
	}
	return TypeName(v)
}

// AsIndexClamped returns v.__index__(), out of range values clamped.
func AsIndexClamped(t *Thread, v Value) (int, error) {
	if v.IsInt() {
		if n := int64(v.n); n > math.MaxInt {
			return math.MaxInt, nil
		} else if n < math.MinInt {
			return math.MinInt, nil
		}
		return int(v.n), nil
	}
	x, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if x.IsInt() {
		return AsIndexClamped(t, x)
	}
	if (*BigInt)(unsafe.Pointer(x.p)).V.Sign() < 0 {
		return math.MinInt, nil
	}
	return math.MaxInt, nil
}
