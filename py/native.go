package py

import (
	"strings"
	"sync/atomic"
	"unsafe"
)

// NativeFunc is a Python function written in Go. a holds the arguments bound to
// the parameters of the signature; it is only valid until the function returns.
type NativeFunc func(t *Thread, a *Args) (Value, error)

// Members is the table of a module or type: a row per name.
type Members []Member

// Member is one row of a table, made by [Func], [Method], [Const], [Class], [GetSet] …
// It is a pointer, and what makes it is not inlined: there are 2000 rows, and each of
// them is some code in the program.
type Member struct{ *row }

type row struct {
	kind    memberKind
	sig     string // Python signature, or just the name
	as      string // the name in the table, if it is not the signature's
	fn      NativeFunc
	fast    FastNative
	leaf    Leaf
	makes   bool // leaf makes objects
	consume func(t *Thread, self Value) (*Consumer, error)
	get     func(t *Thread, self Value) (Value, error)
	set     func(t *Thread, self, val Value) error
	val     Value
	typ     *Type
	make    func(in *Interp) Value
}

type memberKind uint8

const (
	memberFunc memberKind = iota
	memberMethod
	memberClassMethod
	memberStaticMethod
	memberConst
	memberClass
	memberGetSet
	memberMake
)

// Func is a row for a function. sig is its Python signature, like
// "hexlify(data, sep=None, bytes_per_sep=1, /)": it gives arity, keywords, error
// texts and help(). A default that is written is documentation: the argument is
// absent in [Args] if the caller gave none.
//
//go:noinline
func Func(sig string, fn NativeFunc) Member {
	return Member{&row{kind: memberFunc, sig: sig, fn: fn}}
}

// Method is a row for a method of a type whose objects are *T. The signature does
// not mention self.
func Method[T any](sig string, fn func(self *T, t *Thread, a *Args) (Value, error)) Member {
	return methodRow(sig, *(*selfFunc)(unsafe.Pointer(&fn)))
}

// selfFunc stands for a function whose first parameter is a pointer to anything: all
// are called alike.
type selfFunc func(self unsafe.Pointer, t *Thread, a *Args) (Value, error)

// methodRow has the closure, since Go would make one for each row if it were in [Method].
//
//go:noinline
func methodRow(sig string, fn selfFunc) Member {
	return MethodOf(sig, func(t *Thread, a *Args) (Value, error) { return fn(a.Self.p, t, a) })
}

// MethodOf is Method for types whose self is wanted as a Value (int, float, …): it
// is in a.Self.
//
//go:noinline
func MethodOf(sig string, fn NativeFunc) Member {
	return Member{&row{kind: memberMethod, sig: sig, fn: fn}}
}

// ClassMethod is a row for a class method: a.Self is the class.
//
//go:noinline
func ClassMethod(sig string, fn NativeFunc) Member {
	return Member{&row{kind: memberClassMethod, sig: sig, fn: fn}}
}

// StaticMethod is a row for a static method.
//
//go:noinline
func StaticMethod(sig string, fn NativeFunc) Member {
	return Member{&row{kind: memberStaticMethod, sig: sig, fn: fn}}
}

// Const is a row for any immutable value.
//
//go:noinline
func Const(name string, v Value) Member {
	return Member{&row{kind: memberConst, sig: name, val: v}}
}

// Class is a row for a type under its own name.
//
//go:noinline
func Class(t *Type) Member {
	return Member{&row{kind: memberClass, typ: t}}
}

// ClassAs is a row for a type under another name.
//
//go:noinline
func ClassAs(name string, t *Type) Member {
	return Member{&row{kind: memberClass, sig: name, typ: t}}
}

// Make is a row of a module whose value is made for each interpreter.
//
//go:noinline
func Make(name string, f func(in *Interp) Value) Member {
	return Member{&row{kind: memberMake, sig: name, make: f}}
}

// GetSet is a row for a computed attribute; set may be nil (read-only). set is
// called with an unbound value for deletion.
//
//go:noinline
func GetSet(name string, get func(t *Thread, self Value) (Value, error), set func(t *Thread, self, val Value) error) Member {
	return Member{&row{kind: memberGetSet, sig: name, get: get, set: set}}
}

// Field is a row for a read-only attribute that is a field of the object: a
// member_descriptor in CPython, whose error for assignment says less.
//
//go:noinline
func Field(name string, get func(t *Thread, self Value) (Value, error)) Member {
	return Member{&row{kind: memberGetSet, sig: name, get: get, set: readOnlyField}}
}

// As is the row under another name: what the function calls itself in errors stays.
//
//go:noinline
func (m Member) As(name string) Member {
	r := *m.row
	r.as = name
	return Member{&r}
}

// Name returns the Python name of the row.
func (m Member) Name() string {
	if m.as != "" {
		return m.as
	}
	return m.funcName()
}

// funcName is what a function calls itself.
func (m Member) funcName() string {
	if m.kind == memberClass && m.sig == "" {
		return m.typ.Name
	}
	if i := strings.IndexByte(m.sig, '('); i >= 0 {
		return m.sig[defNameStart(m.sig, i):i]
	}
	return m.sig
}

// member makes the row's value for the namespace of owner (nil: a module).
func (m Member) member(owner *Type, in *Interp) Value {
	switch m.kind {
	case memberConst:
		return m.val
	case memberClass:
		return m.typ.Value()
	case memberMake:
		return m.make(in)
	case memberGetSet:
		return Object(&GetSetDescr{Head: Head{&getSetShape}, Name: m.sig, Owner: owner, get: m.get, set: m.set})
	}
	n := &Native{Name: m.funcName(), Sig: m.sig, fn: m.fn, fast: m.fast, leaf: m.leaf, makes: m.makes, consume: m.consume, Owner: owner}
	switch m.kind {
	case memberMethod:
		n.shape = &methodDescrShape
	case memberClassMethod:
		n.shape = &classMethodDescrShape
	default:
		n.shape = &nativeShape
	}
	if m.kind == memberStaticMethod {
		return Object(&StaticMethodObj{Head: Head{&staticMethodShape}, Func: Object(n)})
	}
	return Object(n)
}

// Native is a function or method descriptor written in Go.
type Native struct {
	Head
	Name    string
	Sig     string
	Owner   *Type  // class of a method
	Mod     string // module of a function
	fn      NativeFunc
	fast    FastNative                                     // nil: there is fn only
	leaf    Leaf                                           // nil: there is none
	makes   bool                                           // leaf makes objects
	consume func(t *Thread, self Value) (*Consumer, error) // see Member.Consumes
	sig     atomic.Pointer[signature]
}

// NewNative returns a function object for a Go function.
func NewNative(sig string, fn NativeFunc) Value {
	return Func(sig, fn).member(nil, nil)
}

// BoundNative is a native method with its object ('x'.upper).
type BoundNative struct {
	Head
	Fn   *Native
	Self Value
}

// GetSetDescr is a computed attribute of a builtin type.
type GetSetDescr struct {
	Head
	Name  string
	Owner *Type
	get   func(t *Thread, self Value) (Value, error)
	set   func(t *Thread, self, val Value) error
}

// signature is a parsed parameter list.
type signature struct {
	params   []param
	names    []*Str
	required int  // leading parameters that must be there
	posOnly  int  // leading parameters that have no keyword
	pos      int  // parameters that can be positional
	span     int  // how many positional arguments there can be above required
	varArgs  bool // *args
	varKw    bool // **kwargs
	simple   bool // positional parameters, and perhaps *args
	def      *defSignature
}

type param struct {
	name     string
	optional bool
}

func (n *Native) signature() *signature {
	if s := n.sig.Load(); s != nil {
		return s
	}
	s := parseSignature(n.Sig)
	n.sig.Store(s)
	return s
}

func parseSignature(text string) *signature {
	s := &signature{pos: -1}
	i := strings.IndexByte(text, '(')
	if i < 0 {
		panic("py: signature without parentheses: " + text)
	}
	body := strings.TrimSuffix(strings.TrimSpace(text[i+1:]), ")")
	if j := strings.LastIndexByte(text, ')'); j >= 0 {
		body = text[i+1 : j]
	}
	for _, part := range splitParams(body) {
		switch {
		case part == "":
		case part == "/":
			s.posOnly = len(s.params)
		case part == "*":
			s.pos = len(s.params)
		case strings.HasPrefix(part, "**"):
			s.varKw = true
		case part[0] == '*':
			s.varArgs = true
			s.pos = len(s.params)
		default:
			name, _, optional := strings.Cut(part, "=")
			name, _, _ = strings.Cut(name, ":")
			s.params = append(s.params, param{strings.TrimSpace(name), optional})
			s.names = append(s.names, Name(strings.TrimSpace(name)))
		}
	}
	if s.pos < 0 {
		s.pos = len(s.params)
	}
	for s.required < s.pos && !s.params[s.required].optional {
		s.required++
	}
	if s.span = s.pos - s.required; s.varArgs {
		s.span = 1 << 30
	}
	s.simple = !s.varKw && s.pos == len(s.params)
	if strings.HasPrefix(text, defPrefix) {
		s.asDef(text[len(defPrefix):i])
	}
	return s
}

// splitParams splits at commas outside brackets and quotes.
func splitParams(s string) []string {
	var out []string
	depth, start := 0, 0
	var quote byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		case c == ',' && depth == 0:
			out = append(out, strings.TrimSpace(s[start:i]))
			start = i + 1
		}
	}
	return append(out, strings.TrimSpace(s[start:]))
}

// display returns the function's name as error messages show it.
func (n *Native) display() string {
	if n.Owner != nil {
		return n.Owner.Name + "." + n.Name
	}
	if n.Mod != "" && n.Mod != "builtins" {
		return n.Mod + "." + n.Name
	}
	return n.Name
}

// Invoke calls the function. args are the positional arguments followed by one
// value for each name in kw.
func (n *Native) Invoke(t *Thread, self Value, args []Value, kw []*Str) (Value, error) {
	if n.fast != nil && len(kw) == 0 {
		if s := n.signature(); uint(len(args)-s.required) <= uint(s.span) {
			return n.fast(t, self, args)
		}
	}
	a := t.args
	if a == nil {
		a = &Args{}
	}
	t.args = a.next
	a.Self, a.fn = self, n
	s := n.sig.Load()
	if s == nil {
		s = n.signature()
	}
	var v Value
	var err error
	if s.simple && len(kw) == 0 {
		if len(args) == len(s.params) {
			a.v = args
			v, err = n.fn(t, a)
		} else if len(args) >= s.required && len(args) < len(s.params) && len(s.params) <= len(a.buf) && s.def == nil {
			a.v = a.buf[:len(s.params)]
			copy(a.v, args)
			v, err = n.fn(t, a)
			clear(a.buf[:len(s.params)])
		} else if err = a.bind(s, args, nil); err == nil {
			v, err = n.fn(t, a)
		}
	} else if err = a.bind(s, args, kw); err == nil {
		v, err = n.fn(t, a)
	}
	if a.dirty {
		a.reset()
	}
	if a.next != t.args {
		a.next = t.args
	}
	t.args = a
	return v, err
}

// reset makes a ready for the next call.
func (a *Args) reset() {
	a.dirty = false
	a.rest, a.whole, a.err, a.kwNames, a.kwVals = nil, nil, nil, nil, nil
	clear(a.buf[:])
}

// ClearScratch forgets the arguments of calls that have ended: they may be garbage. And
// the buffer of a string that grows.
func (t *Thread) ClearScratch() {
	t.ClearFront()
	for a := t.args; a != nil; a = a.next {
		a.Self, a.v = Nil, nil
	}
}

// nativeCall is the Call slot of builtin functions.
func nativeCall(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
	return (*Native)(f.p).Invoke(t, Nil, args, kw)
}

// boundNativeCall is the Call slot of bound builtin methods.
func boundNativeCall(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
	b := (*BoundNative)(f.p)
	return b.Fn.Invoke(t, b.Self, args, kw)
}

// methodDescrCall is the Call slot of unbound builtin methods: list.append(x, 1).
func methodDescrCall(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
	n := (*Native)(f.p)
	wrapper := n.shape == &slotWrapperShape
	if len(args)-len(kw) < 1 {
		if wrapper {
			return Nil, Raise(TypeError, "descriptor '%s' of '%s' object needs an argument", n.Name, n.Owner.fullName())
		}
		return Nil, Raise(TypeError, "unbound method %s.%s() needs an argument", n.Owner.Name, n.Name)
	}
	if !IsInstance(args[0], n.Owner) {
		if wrapper {
			return Nil, Raise(TypeError, "descriptor '%s' requires a '%s' object but received a '%s'", n.Name, n.Owner.fullName(), TypeName(args[0]))
		}
		return Nil, Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", n.Name, n.Owner.fullName(), TypeName(args[0]))
	}
	return n.Invoke(t, args[0], args[1:], kw)
}

// IsMethodDescr returns v as a native method descriptor if it is one (VM caches).
func IsMethodDescr(v Value) (*Native, bool) {
	if v.p != nil && (*Head)(v.p).shape == &methodDescrShape {
		return (*Native)(v.p), true
	}
	return nil, false
}

// IsNative returns v as a builtin function if it is one.
func IsNative(v Value) (*Native, bool) {
	if v.p != nil && (*Head)(v.p).shape == &nativeShape {
		return (*Native)(v.p), true
	}
	return nil, false
}

// NewBoundNative binds a native method to its object.
func NewBoundNative(n *Native, self Value) Value {
	return Value{unsafe.Pointer(&BoundNative{Head{&boundNativeShape}, n, self}), 0}
}
