package compile

import (
	"math"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// matcher compiles one case. Names are bound only after the whole pattern has
// matched: until then their values wait in temporaries.
type matcher struct {
	u     *unit
	fail  label
	names []string
	regs  []int
	fixed map[string]int // inside an alternative: registers that the first one chose
	all   bool           // a pattern that matches everything is allowed here
}

func (u *unit) match(s *syntax.Match) {
	end := u.newLabel()
	subject := u.expr(s.Subject, -1)
	if u.isVar(subject) {
		// The cases may bind the variable.
		t := u.alloc()
		u.move(t, subject)
		subject = t
	}
	for i, c := range s.Cases {
		mark := u.top
		m := &matcher{u: u, fail: u.newLabel(), all: c.Guard != nil || i == len(s.Cases)-1}
		m.pattern(c.Pattern, subject)
		u.span = c.Pattern.Span()
		for k, name := range m.names {
			u.storeName(name, m.regs[k])
		}
		u.top = mark
		if c.Guard != nil {
			u.cond(c.Guard, m.fail, false)
			u.top = mark
		}
		u.stmts(c.Body)
		u.jump(bytecode.Jump, 0, 0, end)
		u.mark(m.fail)
	}
	u.mark(end)
}

// unreachable reports a pattern that makes the following ones useless.
func (u *unit) unreachable(a *syntax.MatchAs) {
	if a.Name != "" {
		u.fail(a.Span(), "name capture '"+a.Name+"' makes remaining patterns unreachable")
	}
	u.fail(a.Span(), "wildcard makes remaining patterns unreachable")
}

func isWildcard(p syntax.Pattern) bool {
	switch p := p.(type) {
	case *syntax.MatchAs:
		return p.Pattern == nil && p.Name == ""
	case *syntax.MatchStar:
		return p.Name == ""
	}
	return false
}

// bind notes that name gets the value in register r, a temporary that stays.
func (m *matcher) bind(name string, r int, span syntax.Span) {
	for _, n := range m.names {
		if n == name {
			m.u.fail(span, "multiple assignments to name '"+name+"' in pattern")
		}
	}
	if to, ok := m.fixed[name]; ok {
		m.u.move(to, r)
		r = to
	}
	m.names = append(m.names, name)
	m.regs = append(m.regs, r)
}

// inner is pattern for a part of a pattern.
func (m *matcher) inner(p syntax.Pattern, r int) {
	all := m.all
	m.all = true
	m.pattern(p, r)
	m.all = all
}

// pattern jumps to m.fail unless the value in register r matches p.
func (m *matcher) pattern(p syntax.Pattern, r int) {
	u := m.u
	u.span = p.Span()
	switch p := p.(type) {
	case *syntax.MatchValue:
		mark := u.top
		if _, ok := p.Value.(*syntax.Attribute); !ok && u.c.fold(p.Value) == nil {
			u.fail(p.Span(), "patterns may only match literals and attribute lookups")
		}
		if k, ok := u.smallInt(p.Value); ok {
			u.jump(bytecode.JumpNotEqI, r, k, m.fail)
			break
		}
		v := u.expr(p.Value, -1)
		u.span = p.Span()
		u.jump(bytecode.JumpNotEq, r, v, m.fail)
		u.top = mark
	case *syntax.MatchSingleton:
		if p.Value == syntax.ConstNone {
			u.jump(bytecode.JumpIfNotNone, r, 0, m.fail)
			break
		}
		mark := u.top
		v := u.loadConst(*literal(&syntax.Constant{Kind: p.Value}), -1)
		u.jump(bytecode.JumpIsNot, r, v, m.fail)
		u.top = mark
	case *syntax.MatchSequence:
		m.sequence(p, r)
	case *syntax.MatchMapping:
		m.mapping(p, r)
	case *syntax.MatchClass:
		m.class(p, r)
	case *syntax.MatchStar:
		if p.Name != "" {
			m.bind(p.Name, r, p.Span())
		}
	case *syntax.MatchAs:
		if p.Pattern != nil {
			m.pattern(p.Pattern, r)
		} else if !m.all {
			u.unreachable(p)
		}
		u.span = p.Span()
		if p.Name != "" {
			m.bind(p.Name, r, p.Span())
		}
	case *syntax.MatchOr:
		m.or(p, r)
	}
}

// equalKey returns an encoding of a constant that is the same for equal ones.
func equalKey(k *bytecode.Const) string {
	n := *k
	if n.Kind == bytecode.ConstComplex && n.Imag == 0 {
		n = *constFloat(n.Float)
	}
	if n.Kind == bytecode.ConstFloat && n.Float == math.Trunc(n.Float) && math.Abs(n.Float) < 1<<62 {
		n = bytecode.Const{Kind: bytecode.ConstInt, Int: int64(n.Float)}
	}
	if isBool(&n) {
		n = *constInt(integer(&n))
	}
	return string(constKey(nil, &n))
}

func (m *matcher) sequence(p *syntax.MatchSequence, r int) {
	u := m.u
	n := len(p.Patterns)
	star, onlyWild := -1, true
	for i, q := range p.Patterns {
		if _, ok := q.(*syntax.MatchStar); ok {
			if star >= 0 {
				u.fail(p.Span(), "multiple starred names in sequence pattern")
			}
			star = i
		}
		onlyWild = onlyWild && isWildcard(q)
	}
	u.jump(bytecode.JumpIfNotSequence, r, 0, m.fail)
	mark := u.top
	size := u.alloc()
	switch {
	case star < 0:
		u.emit(bytecode.GetLen, size, r, 0)
		u.length(bytecode.JumpNotEqI, bytecode.JumpNotEq, size, n, m.fail)
	case n > 1:
		u.emit(bytecode.GetLen, size, r, 0)
		u.length(bytecode.JumpNotGeI, bytecode.JumpNotGe, size, n-1, m.fail)
	}
	if onlyWild {
		u.top = mark
		return
	}
	if star >= 0 && isWildcard(p.Patterns[star]) {
		// Only the items that are looked at.
		for i, q := range p.Patterns {
			if isWildcard(q) || i == star {
				continue
			}
			t := u.alloc()
			u.span = p.Span()
			if i < star {
				u.loadItem(t, r, i)
			} else {
				u.emit(bytecode.SubI, t, size, n-i)
				u.emit(bytecode.LoadItem, t, r, t)
			}
			m.inner(q, t)
		}
		return
	}
	if star < 0 {
		u.top = mark
	}
	t := u.allocN(max(n, 1))
	if star < 0 {
		u.emit(bytecode.UnpackSequence, t, r, n)
	} else {
		if star > 255 || n-star-1 > 255 {
			u.fail(p.Span(), "too many expressions in star-unpacking sequence pattern")
		}
		u.emit(bytecode.UnpackEx, t, r, star|(n-star-1)<<8)
	}
	for i, q := range p.Patterns {
		m.inner(q, t+i)
	}
}

// loadItem loads r[i].
func (u *unit) loadItem(dst, r, i int) {
	if i == int(int16(i)) {
		u.emit(bytecode.LoadItemI, dst, r, i)
		return
	}
	u.loadConst(bytecode.Const{Kind: bytecode.ConstInt, Int: int64(i)}, dst)
	u.emit(bytecode.LoadItem, dst, r, dst)
}

// length compares a length with a constant.
func (u *unit) length(opI, op bytecode.Op, size, n int, fail label) {
	if n == int(int16(n)) {
		u.jump(opI, size, n, fail)
		return
	}
	mark := u.top
	u.jump(op, size, u.loadConst(bytecode.Const{Kind: bytecode.ConstInt, Int: int64(n)}, -1), fail)
	u.top = mark
}

func (m *matcher) mapping(p *syntax.MatchMapping, r int) {
	u := m.u
	n := len(p.Keys)
	u.jump(bytecode.JumpIfNotMapping, r, 0, m.fail)
	if n == 0 && p.Rest == "" {
		return
	}
	mark := u.top
	if n > 0 {
		size := u.alloc()
		u.emit(bytecode.GetLen, size, r, 0)
		u.length(bytecode.JumpNotGeI, bytecode.JumpNotGe, size, n, m.fail)
		u.top = mark
	}
	if n > maxItems {
		u.fail(p.Span(), "too many sub-patterns in mapping pattern")
	}
	seen := make(map[string]bool)
	for _, k := range p.Keys {
		if c := u.c.fold(k); c != nil {
			key := equalKey(c)
			if seen[key] {
				u.fail(p.Span(), "mapping pattern checks duplicate key ("+constRepr(c)+")")
			}
			seen[key] = true
		} else if _, ok := k.(*syntax.Attribute); !ok {
			u.fail(p.Span(), "mapping pattern keys may only match literals and attribute lookups")
		}
	}
	keys := u.alloc()
	first := u.top
	for _, k := range p.Keys {
		u.expr(k, u.alloc())
	}
	u.span = p.Span()
	if n == 0 {
		u.loadConst(bytecode.Const{Kind: bytecode.ConstTuple}, keys)
	} else {
		u.emit(bytecode.BuildTuple, keys, first, n)
	}
	u.top = first
	values := u.alloc()
	u.emit(bytecode.MatchKeys, values, r, keys)
	u.jump(bytecode.JumpIfNone, values, 0, m.fail)
	t := u.allocN(max(n, 1))
	u.emit(bytecode.UnpackSequence, t, values, n)
	for i, q := range p.Patterns {
		m.inner(q, t+i)
	}
	if p.Rest != "" {
		rest := u.alloc()
		u.span = p.Span()
		u.emit(bytecode.MatchRest, rest, r, keys)
		m.bind(p.Rest, rest, p.Span())
	}
}

func (m *matcher) class(p *syntax.MatchClass, r int) {
	u := m.u
	n := len(p.Patterns) + len(p.KwdPatterns)
	for i, a := range p.KwdAttrs {
		for j, b := range p.KwdAttrs[i+1:] {
			if a == b {
				u.fail(p.KwdPatterns[i+1+j].Span(), "attribute name repeated in class pattern: "+a)
			}
		}
	}
	w := u.allocN(2)
	u.move(w, r)
	u.expr(p.Cls, w+1)
	shape := bytecode.CallShape{Pos: int32(len(p.Patterns)), Site: -1}
	for _, a := range p.KwdAttrs {
		shape.Names = append(shape.Names, int32(u.name(a)))
	}
	u.span = p.Span()
	u.emit(bytecode.MatchClass, w, w, u.shape(shape))
	u.jump(bytecode.JumpIfNone, w, 0, m.fail)
	if n == 0 {
		return
	}
	t := u.allocN(n)
	u.emit(bytecode.UnpackSequence, t, w, n)
	for i, q := range p.Patterns {
		m.inner(q, t+i)
	}
	for i, q := range p.KwdPatterns {
		m.inner(q, t+len(p.Patterns)+i)
	}
}

// or compiles alternatives. All bind the same names, to registers that the
// first one chooses.
func (m *matcher) or(p *syntax.MatchOr, r int) {
	u := m.u
	done := u.newLabel()
	fixed := make(map[string]int)
	for name, reg := range m.fixed {
		fixed[name] = reg
	}
	var names []string
	bodies := u.top
	last := len(p.Patterns) - 1
	for i, q := range p.Patterns {
		sub := &matcher{u: u, fail: u.newLabel(), fixed: fixed, all: m.all && i == last}
		if i == 0 {
			// Find out the names to reserve their registers.
			for _, name := range captures(q, nil) {
				if _, ok := fixed[name]; !ok {
					fixed[name] = u.alloc()
				}
			}
			bodies = u.top
			names = captures(q, nil)
		}
		sub.pattern(q, r)
		if i > 0 && !sameSet(names, sub.names) {
			u.fail(p.Span(), "alternative patterns bind different names")
		}
		u.span = p.Span()
		u.jump(bytecode.Jump, 0, 0, done)
		u.mark(sub.fail)
		u.top = bodies
	}
	u.jump(bytecode.Jump, 0, 0, m.fail)
	u.mark(done)
	for _, name := range names {
		m.bind(name, fixed[name], p.Span())
	}
}

func sameSet(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		found := false
		for _, y := range b {
			found = found || x == y
		}
		if !found {
			return false
		}
	}
	return true
}

// captures appends the names that p binds.
func captures(p syntax.Pattern, list []string) []string {
	all := func(ps []syntax.Pattern) {
		for _, q := range ps {
			list = captures(q, list)
		}
	}
	add := func(name string) {
		if name != "" {
			list = append(list, name)
		}
	}
	switch p := p.(type) {
	case *syntax.MatchSequence:
		all(p.Patterns)
	case *syntax.MatchMapping:
		all(p.Patterns)
		add(p.Rest)
	case *syntax.MatchClass:
		all(p.Patterns)
		all(p.KwdPatterns)
	case *syntax.MatchStar:
		add(p.Name)
	case *syntax.MatchAs:
		if p.Pattern != nil {
			list = captures(p.Pattern, list)
		}
		add(p.Name)
	case *syntax.MatchOr:
		list = captures(p.Patterns[0], list)
	}
	return list
}
