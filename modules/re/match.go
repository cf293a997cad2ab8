package re

import (
	"strconv"

	"github.com/woma-lang/woma/py"
)

// match is re.Match.
type match struct {
	py.Head
	p           *pattern
	v           py.Value // the string
	pos, endpos int
	last        int   // lastindex
	regs        []int // begin and end of groups, in bytes
	buf         [6]int
}

// match14 is a match with more groups.
type match14 struct {
	match
	more [14]int
}

var (
	matchType  = &py.Type{}
	matchShape py.Shape
)

func hex(n int64) string { return "0x" + strconv.FormatInt(n, 16) }

func defineMatch() {
	py.DefineType(matchType, &matchShape, py.TypeSpec{
		Name: "Match", Module: "re", Flags: py.Final | py.NotCallable | py.DottedName,
		Doc: "What a regular expression matched.",
		Slots: py.Slots{
			Repr: matchRepr,
			GetItem: func(t *py.Thread, v, key py.Value) (py.Value, error) {
				return py.As[match](v).get(t, key, py.None)
			},
		},
		Members: py.Members{
			py.ClassGetItem(),
			py.MethodOf("__copy__()", same),
			py.MethodOf("__deepcopy__(memo, /)", same),
			py.FastMethod("end(group=0, /)", func(t *py.Thread, self py.Value, args []py.Value) (py.Value, error) {
				_, b, err := py.As[match](self).place(t, args)
				return py.Int(int64(b)), err
			}),
			py.Field("endpos", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(int64(py.As[match](v).endpos)), nil }),
			py.Method("expand(template)", (*match).expand),
			py.FastMethod("group(*args)", matchGroup),
			py.Method("groupdict(default=None)", (*match).groupdict),
			py.Method("groups(default=None)", (*match).groups),
			py.GetSet("lastgroup", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[match](v).lastgroup(), nil }, nil),
			py.GetSet("lastindex", func(t *py.Thread, v py.Value) (py.Value, error) {
				if m := py.As[match](v); m.last > 0 {
					return py.Int(int64(m.last)), nil
				}
				return py.None, nil
			}, nil),
			py.Field("pos", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(int64(py.As[match](v).pos)), nil }),
			py.Field("re", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Object(py.As[match](v).p), nil }),
			py.GetSet("regs", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[match](v).spans(t) }, nil),
			py.FastMethod("span(group=0, /)", func(t *py.Thread, self py.Value, args []py.Value) (py.Value, error) {
				a, b, err := py.As[match](self).place(t, args)
				if err != nil {
					return py.Nil, err
				}
				return py.NewTuple(py.Int(int64(a)), py.Int(int64(b))), nil
			}),
			py.FastMethod("start(group=0, /)", func(t *py.Thread, self py.Value, args []py.Value) (py.Value, error) {
				a, _, err := py.As[match](self).place(t, args)
				return py.Int(int64(a)), err
			}),
			py.Field("string", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[match](v).v, nil }),
		},
	})
}

// match makes the Match of the machine's last match.
func (s *search) match() py.Value {
	n := 2 * (s.p.Groups + 1)
	var m *match
	if n <= len(m.buf) {
		m = &match{}
		m.regs = m.buf[:n]
	} else if n <= 14 {
		x := &match14{}
		m, x.regs = &x.match, x.more[:n]
	} else {
		m = &match{regs: make([]int, n)}
	}
	m.Head, m.p, m.v, m.pos, m.endpos, m.last = py.HeadOf(&matchShape), s.p, s.v, s.pos, s.end, s.m.LastIndex()
	copy(m.regs, s.m.Regs)
	for i := 2; i < n; i += 2 {
		if m.regs[i+1] < m.regs[i] || m.regs[i] < 0 {
			m.regs[i], m.regs[i+1] = -1, -1
		}
	}
	return py.Object(m)
}

// subject returns the string again. That of a bytearray may have become shorter.
func (m *match) subject(t *py.Thread) (subject, error) {
	if s, ok := py.AsStr(m.v); ok {
		return subject{v: m.v, s: s, text: s.String()}, nil
	}
	b, err := py.AsBuffer(t, m.v)
	return subject{v: m.v, text: text(b)}, err
}

// index returns the number of the group that v names.
func (m *match) index(t *py.Thread, v py.Value) (int, error) {
	if v.IsInt() && uint64(v.I()) <= uint64(m.p.Groups) {
		return int(v.I()), nil
	}
	i := -1
	if py.IsIndexable(v) {
		n, err := py.AsInt(t, v)
		if err != nil && !py.ErrIs(err, py.OverflowError) {
			return 0, err
		}
		if err == nil {
			i = n
		}
	} else if s, ok := py.AsStr(v); ok {
		if n, ok := m.p.Names[s.String()]; ok {
			i = n
		}
	}
	if i < 0 || i > m.p.Groups {
		return 0, py.Raise(py.IndexError, "no such group")
	}
	return i, nil
}

// text is group i, or none.
func (m *match) text(s *subject, i int, none py.Value) py.Value {
	a, b := m.regs[2*i], m.regs[2*i+1]
	if a < 0 {
		return none
	}
	n := len(s.text)
	return s.slice(min(a, n), min(b, n))
}

func (m *match) get(t *py.Thread, key, none py.Value) (py.Value, error) {
	i, err := m.index(t, key)
	if err != nil {
		return py.Nil, err
	}
	s, err := m.subject(t)
	if err != nil {
		return py.Nil, err
	}
	return m.text(&s, i, none), nil
}

func matchGroup(t *py.Thread, self py.Value, args []py.Value) (py.Value, error) {
	m := py.As[match](self)
	switch len(args) {
	case 0:
		return m.get(t, py.Int(0), py.None)
	case 1:
		return m.get(t, args[0], py.None)
	}
	items := make([]py.Value, len(args))
	for i, a := range args {
		var err error
		if items[i], err = m.get(t, a, py.None); err != nil {
			return py.Nil, err
		}
	}
	return py.NewTuple(items...), nil
}

// place is where the group that the only argument names begins and ends.
func (m *match) place(t *py.Thread, args []py.Value) (a, b int, err error) {
	i := 0
	if len(args) > 0 {
		if i, err = m.index(t, args[0]); err != nil {
			return 0, 0, err
		}
	}
	if a, b = m.regs[2*i], m.regs[2*i+1]; a < 0 {
		return -1, -1, nil
	}
	if s, ok := py.AsStr(m.v); ok && !s.ASCII() {
		a = s.CharAt(a)
		b = s.CharAt(b)
	}
	return a, b, nil
}

func (m *match) spans(t *py.Thread) (py.Value, error) {
	items := make([]py.Value, len(m.regs)/2)
	for i := range items {
		a, b, err := m.place(t, []py.Value{py.Int(int64(i))})
		if err != nil {
			return py.Nil, err
		}
		items[i] = py.NewTuple(py.Int(int64(a)), py.Int(int64(b)))
	}
	return py.NewTuple(items...), nil
}

func (m *match) groups(t *py.Thread, a *py.Args) (py.Value, error) {
	s, err := m.subject(t)
	if err != nil {
		return py.Nil, err
	}
	items := make([]py.Value, len(m.regs)/2-1)
	for i := range items {
		items[i] = m.text(&s, i+1, a.ValueOr(0, py.None))
	}
	return py.NewTuple(items...), nil
}

func (m *match) groupdict(t *py.Thread, a *py.Args) (py.Value, error) {
	s, err := m.subject(t)
	if err != nil {
		return py.Nil, err
	}
	d := py.NewDict()
	for _, name := range m.p.Order {
		d.SetItem(name, m.text(&s, m.p.Names[name], a.ValueOr(0, py.None)))
	}
	return d.Value(), nil
}

func (m *match) lastgroup() py.Value {
	if m.last > 0 {
		for _, name := range m.p.Order {
			if m.p.Names[name] == m.last {
				return py.NewStr(name)
			}
		}
	}
	return py.None
}

func matchRepr(t *py.Thread, v py.Value) (py.Value, error) {
	m := py.As[match](v)
	group, err := m.get(t, py.Int(0), py.None)
	if err != nil {
		return py.Nil, err
	}
	r, err := py.Repr(t, group)
	if err != nil {
		return py.Nil, err
	}
	a, b, err := m.place(t, nil)
	if err != nil {
		return py.Nil, err
	}
	return py.NewStr("<re.Match object; span=(" + strconv.Itoa(a) + ", " + strconv.Itoa(b) + "), match=" + cut(r, 50) + ">"), nil
}
