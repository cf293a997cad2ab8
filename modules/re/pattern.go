package re

import (
	"math"
	"unsafe"

	"github.com/woma-lang/woma/internal/regex"
	"github.com/woma-lang/woma/py"
)

// pattern is re.Pattern.
type pattern struct {
	py.Head
	*regex.Prog
	source py.Value
	text   bool // of str, not bytes
	st     *state
	index  py.Value // groupindex, made when it is asked for

	repl     py.Value // the last template of sub, and what it was compiled to
	compiled []piece
}

var (
	patternType  = &py.Type{}
	patternShape py.Shape
)

func same(t *py.Thread, a *py.Args) (py.Value, error) { return a.Self, nil }

func definePattern() {
	py.DefineType(patternType, &patternShape, py.TypeSpec{
		Name: "Pattern", Module: "re", Flags: py.Final | py.NotCallable | py.DottedName,
		Doc: "A compiled regular expression.",
		Slots: py.Slots{
			Repr:    patternRepr,
			Compare: patternCompare,
			Hash: func(t *py.Thread, v py.Value) (int64, error) {
				p := py.As[pattern](v)
				h, err := py.Hash(t, p.source)
				return h ^ int64(p.Flags)<<7, err
			},
		},
		Members: py.Members{
			py.ClassGetItem(),
			py.MethodOf("__copy__()", same),
			py.MethodOf("__deepcopy__(memo, /)", same),
			method("findall(string, pos=0, endpos=9223372036854775807)", 3, (*pattern).findall),
			method("finditer(string, pos=0, endpos=9223372036854775807)", 3, (*pattern).finditer),
			py.Field("flags", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(int64(py.As[pattern](v).Flags)), nil }),
			method("fullmatch(string, pos=0, endpos=9223372036854775807)", 3, (*pattern).fullmatch),
			py.GetSet("groupindex", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[pattern](v).groupindex(), nil }, nil),
			py.Field("groups", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(int64(py.As[pattern](v).Groups)), nil }),
			method("match(string, pos=0, endpos=9223372036854775807)", 3, (*pattern).match),
			py.Field("pattern", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[pattern](v).source, nil }),
			method("scanner(string, pos=0, endpos=9223372036854775807)", 3, (*pattern).scanner),
			method("search(string, pos=0, endpos=9223372036854775807)", 3, (*pattern).search),
			method("split(string, maxsplit=0)", 2, (*pattern).split),
			method("sub(repl, string, count=0)", 3, (*pattern).sub),
			method("subn(repl, string, count=0)", 3, (*pattern).subn),
		},
	})
}

// text is b as text that shares its memory.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// cut is s[:n], for reprs.
func cut(s *py.Str, n int) string {
	if s.Len() <= n {
		return s.String()
	}
	return s.String()[:s.Offset(n)]
}

func patternRepr(t *py.Thread, v py.Value) (py.Value, error) {
	p := py.As[pattern](v)
	src, err := py.Repr(t, p.source)
	if err != nil {
		return py.Nil, err
	}
	out := "re.compile(" + cut(src, 200)
	flags := p.Flags
	if p.text && flags&(regex.Locale|regex.Unicode|regex.ASCII) == regex.Unicode {
		flags &^= regex.Unicode
	}
	sep := ", "
	for _, i := range [...]int{1, 2, 4, 5, 3, 6, 7, 0} {
		if f := flagNames[i]; flags&f.flag != 0 {
			out += sep + "re." + f.name
			sep = "|"
		}
	}
	if rest := int64(flags) &^ knownFlags; rest != 0 {
		out += sep + hex(rest)
	}
	return py.NewStr(out + ")"), nil
}

func patternCompare(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	y, ok := py.Cast[pattern](b, patternType)
	if !ok || op != py.OpEq && op != py.OpNe {
		return py.NotImplemented, nil
	}
	x := py.As[pattern](a)
	eq := x == y
	if !eq && x.Flags == y.Flags && x.text == y.text {
		var err error
		if eq, err = py.Equal(t, x.source, y.source); err != nil {
			return py.Nil, err
		}
	}
	return py.Bool(eq == (op == py.OpEq)), nil
}

func (p *pattern) groupindex() py.Value {
	if !p.index.Bound() {
		d := py.NewDict()
		for _, name := range p.Order {
			d.SetItem(name, py.Int(int64(p.Names[name])))
		}
		p.index = py.NewMappingProxy(d.Value())
	}
	return p.index
}

// subject is what a pattern is matched against.
type subject struct {
	v     py.Value
	s     *py.Str // nil: bytes
	text  string
	batch *py.StrBatch // for many parts
}

func (p *pattern) subject(t *py.Thread, v py.Value) (subject, error) {
	s, ok := py.AsStr(v)
	if ok {
		if !p.text {
			return subject{}, py.Raise(py.TypeError, "cannot use a bytes pattern on a string-like object")
		}
		return subject{v: v, s: s, text: s.String()}, nil
	}
	if v.Type().Slots.Buffer == nil {
		return subject{}, py.Raise(py.TypeError, "expected string or bytes-like object, got '%s'", py.TypeName(v))
	}
	b, err := py.AsBuffer(t, v)
	if err != nil {
		return subject{}, err
	}
	if p.text {
		return subject{}, py.Raise(py.TypeError, "cannot use a string pattern on a bytes-like object")
	}
	return subject{v: v, text: text(b)}, nil
}

func (s *subject) wide() bool { return s.s != nil && !s.s.ASCII() }

// chars is the number of characters.
func (s *subject) chars() int {
	if s.s != nil {
		return s.s.Len()
	}
	return len(s.text)
}

// at turns a position in characters into one in bytes.
func (s *subject) at(i int) int {
	if s.wide() {
		return s.s.Offset(i)
	}
	return i
}

// slice is the part between two positions in bytes as an object of its own.
func (s *subject) slice(from, to int) py.Value {
	if s.s != nil {
		if from == 0 && to == len(s.text) && py.IsStr(s.v) {
			return s.v
		}
		if s.batch != nil {
			return s.batch.New(s.text[from:to])
		}
		return py.NewStrSub(s.text[from:to])
	}
	if from == 0 && to == len(s.text) && py.IsBytes(s.v) {
		return s.v
	}
	return py.NewBytes([]byte(s.text[from:to]))
}

// empty is the empty object of the subject's kind.
func (s *subject) empty() py.Value {
	if s.s != nil {
		return py.NewStr("")
	}
	return py.NewBytes(nil)
}

// search is what the state of a search is.
type search struct {
	subject
	p        *pattern
	m        *regex.Machine
	pos, end int // in characters
	from, to int // in bytes
	at       int // where to search next, -1: nowhere
	advance  bool
}

// begin reads the arguments string, pos and endpos, and takes a machine; give it back
// with end.
func (p *pattern) begin(t *py.Thread, s *search, args []py.Value) error {
	var err error
	s.p = p
	if s.subject, err = p.subject(t, args[0]); err != nil {
		return err
	}
	s.end = s.chars()
	s.to = len(s.text)
	if len(args) > 1 {
		n := s.end
		if s.pos, err = bound(t, args[1], 0, n); err != nil {
			return err
		}
		if s.end, err = bound(t, arg(args, 2), n, n); err != nil {
			return err
		}
		s.from, s.to = s.subject.at(s.pos), s.subject.at(s.end)
	}
	s.at = s.from
	s.m = p.st.machine(t)
	s.m.Set(p.Prog, s.text, s.to, s.wide())
	return nil
}

func (s *search) finish() { s.p.st.put(s.m) }

// bound reads a position and fits it between 0 and n.
func bound(t *py.Thread, v py.Value, def, n int) (int, error) {
	if !v.Bound() {
		return def, nil
	}
	if v.IsInt() && v.I() >= math.MinInt32 {
		return int(max(0, min(v.I(), int64(n)))), nil
	}
	i, err := ssize(t, v)
	return max(0, min(i, n)), err
}

// ssize is v as a size.
func ssize(t *py.Thread, v py.Value) (int, error) {
	if !py.IsIndexable(v) {
		return 0, py.Raise(py.TypeError, "'%s' object cannot be interpreted as an integer", py.TypeName(v))
	}
	return py.AsInt(t, v)
}

// next finds the next match and moves on behind it.
func (s *search) next() (bool, error) {
	if s.at < 0 || s.at > s.to {
		return false, nil
	}
	ok, err := s.m.Find(regex.Search, s.at, s.advance)
	if !ok {
		s.at = -1
		return false, err
	}
	s.at = s.m.Regs[1]
	s.advance = s.m.Regs[0] == s.at
	return true, nil
}

func (p *pattern) one(t *py.Thread, mode regex.Mode, args []py.Value) (py.Value, error) {
	var s search
	if err := p.begin(t, &s, args); err != nil {
		return py.Nil, err
	}
	ok, err := s.m.Find(mode, s.from, false)
	v := py.None
	if ok && s.from <= s.to {
		v = s.match()
	}
	s.finish()
	return v, err
}

func (p *pattern) match(t *py.Thread, args []py.Value) (py.Value, error) {
	return p.one(t, regex.Match, args)
}

func (p *pattern) fullmatch(t *py.Thread, args []py.Value) (py.Value, error) {
	return p.one(t, regex.Full, args)
}

func (p *pattern) search(t *py.Thread, args []py.Value) (py.Value, error) {
	return p.one(t, regex.Search, args)
}

func (p *pattern) findall(t *py.Thread, args []py.Value) (py.Value, error) {
	var s search
	if err := p.begin(t, &s, args); err != nil {
		return py.Nil, err
	}
	defer s.finish()
	s.batch = &py.StrBatch{}
	var items []py.Value
	for {
		ok, err := s.next()
		if err != nil {
			return py.Nil, err
		}
		if !ok {
			return py.NewList(items).Value(), nil
		}
		if items, err = room(t, items, 1); err != nil {
			return py.Nil, err
		}
		r := s.m.Regs
		switch p.Groups {
		case 0:
			items = append(items, s.slice(r[0], r[1]))
		case 1:
			items = append(items, s.group(1, py.Nil))
		default:
			groups := make([]py.Value, p.Groups)
			for i := range groups {
				groups[i] = s.group(i+1, py.Nil)
			}
			items = append(items, py.NewTuple(groups...))
		}
	}
}

// group is the text of group i of the last match, none if it has no part in it;
// unbound stands for the empty text.
func (s *search) group(i int, none py.Value) py.Value {
	a, b := s.m.Regs[2*i], s.m.Regs[2*i+1]
	if a < 0 || b < a {
		if !none.Bound() {
			return s.empty()
		}
		return none
	}
	return s.slice(a, b)
}

// room makes room for n more items.
func room(t *py.Thread, items []py.Value, n int) ([]py.Value, error) {
	if len(items)+n <= cap(items) {
		return items, nil
	}
	size := max(8, 2*cap(items), len(items)+n)
	if err := t.Alloc(16 * size); err != nil {
		return nil, err
	}
	grown := make([]py.Value, len(items), size)
	py.CopyValues(grown, items)
	return grown, nil
}

func (p *pattern) split(t *py.Thread, args []py.Value) (py.Value, error) {
	limit := 0
	if n := arg(args, 1); n.Bound() {
		var err error
		if limit, err = ssize(t, n); err != nil {
			return py.Nil, err
		}
	}
	var s search
	if err := p.begin(t, &s, args[:1]); err != nil {
		return py.Nil, err
	}
	defer s.finish()
	s.batch = &py.StrBatch{}
	var items []py.Value
	last := 0
	for n := 0; limit == 0 || n < limit; n++ {
		ok, err := s.next()
		if err != nil {
			return py.Nil, err
		}
		if !ok {
			break
		}
		if items, err = room(t, items, 1+p.Groups); err != nil {
			return py.Nil, err
		}
		items = append(items, s.slice(last, s.m.Regs[0]))
		for i := 1; i <= p.Groups; i++ {
			items = append(items, s.group(i, py.None))
		}
		last = s.at
	}
	return py.NewList(append(items, s.slice(last, s.to))).Value(), nil
}
