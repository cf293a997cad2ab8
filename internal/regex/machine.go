package regex

// Meter is told what a machine costs.
type Meter interface {
	// Step is told that n steps were made; an error ends the match.
	Step(n int) error
	// Alloc is asked before n bytes are allocated.
	Alloc(n int) error
}

// frame is where the machine goes on after a failure.
type frame struct {
	pc    int32
	kind  frameKind
	trail int // the trail's length then
	p     int
	low   int // frameRep: the least position; frameLazy: how often there is left
}

type frameKind uint8

const (
	frameBranch frameKind = iota // go on at pc
	frameRep                     // opRep at pc: give one back
	frameLazy                    // opRepLazy at pc: take one more
	frameLoop                    // opLoopLazy at pc: one more pass
	frameStop                    // the begin of an assertion or atomic group: fail on
)

// undo is a register and what it held.
type undo struct {
	reg int
	old int
}

// Machine runs programs over text. It can be used again, not by two at a time.
type Machine struct {
	Meter Meter
	// Regs are the positions of the groups after a match, begin and end of each from 0 on: -1
	// if a group has none.
	Regs []int

	prog   *Prog
	text   string
	wide   bool // characters may have more than one byte
	full   bool // a match must end where the text does
	notEnd int  // where a match may not end
	stack  []frame
	trail  []undo
	budget int
	err    error
}

// slice is how many steps are made between two calls of the Meter.
const slice = 4096

// LastIndex returns the number of the group that was closed last, 0 if none was.
func (m *Machine) LastIndex() int { return m.Regs[m.prog.last] }

// Set makes the machine ready for a program and a text, which ends at end. wide says
// that the text is not ASCII but UTF-8.
func (m *Machine) Set(p *Prog, text string, end int, wide bool) {
	m.prog, m.text, m.wide, m.notEnd = p, text[:end], wide, -1
	if cap(m.Regs) < p.regs {
		m.Regs = make([]int, p.regs)
	}
	m.Regs = m.Regs[:p.regs]
	m.budget, m.err = slice, nil
}

// Release forgets the text and large stacks.
func (m *Machine) Release() {
	m.text, m.Meter, m.prog = "", nil, nil
	if cap(m.stack) > 4096 {
		m.stack = nil
	}
	if cap(m.trail) > 4096 {
		m.trail = nil
	}
}

// spend tells the Meter about the steps made.
func (m *Machine) spend() bool {
	n := slice - m.budget
	m.budget = slice
	if m.Meter != nil && m.err == nil {
		m.err = m.Meter.Step(n)
	}
	return m.err == nil
}

// growStack makes room for another frame.
func (m *Machine) growStack() bool {
	n := max(64, 2*cap(m.stack))
	if m.Meter != nil && n > 1024 {
		if err := m.Meter.Alloc(n * 32); err != nil {
			m.err = err
			return false
		}
	}
	s := make([]frame, len(m.stack), n)
	copy(s, m.stack)
	m.stack = s
	return true
}

func (m *Machine) push(f frame) bool {
	if len(m.stack) == cap(m.stack) && !m.growStack() {
		return false
	}
	f.trail = len(m.trail)
	m.stack = append(m.stack, f)
	return true
}

// set writes a register so that a failure undoes it.
func (m *Machine) set(reg int32, v int) bool {
	if len(m.stack) > 0 {
		if len(m.trail) == cap(m.trail) {
			n := max(64, 2*cap(m.trail))
			if m.Meter != nil && n > 2048 {
				if m.err = m.Meter.Alloc(n * 16); m.err != nil {
					return false
				}
			}
			tr := make([]undo, len(m.trail), n)
			copy(tr, m.trail)
			m.trail = tr
		}
		m.trail = append(m.trail, undo{int(reg), m.Regs[reg]})
	}
	m.Regs[reg] = v
	return true
}

func (m *Machine) undoTo(n int) {
	for i := len(m.trail) - 1; i >= n; i-- {
		u := m.trail[i]
		m.Regs[u.reg] = u.old
	}
	m.trail = m.trail[:n]
}

// stepBack returns the begin of the character before p.
func stepBack(s string, p int) int {
	p--
	for p > 0 && s[p]&0xC0 == 0x80 {
		p--
	}
	return p
}

// back returns the position n characters before p, -1 if there is none.
func (m *Machine) back(p, n int) int {
	if !m.wide {
		return max(-1, p-n)
	}
	for ; n > 0; n-- {
		if p == 0 {
			return -1
		}
		p = stepBack(m.text, p)
	}
	return p
}

// one returns the end of the character at p if it is in the set, or -1.
func (m *Machine) one(set *charset, p int) int {
	if p >= len(m.text) || !set.tab[m.text[p]] {
		return -1
	}
	if c := m.text[p]; c < 128 || !m.wide {
		return p + 1
	}
	return m.oneWide(set, p)
}

// oneWide is one for a character that is not ASCII and whose bytes may be in the set.
func (m *Machine) oneWide(set *charset, p int) int {
	if set.all {
		return min(p+charLen(m.text[p]), len(m.text))
	}
	r, n := decode(m.text[p:])
	if set.has(r) {
		return p + n
	}
	return -1
}

// scan returns the end of up to n characters of the set at p, and where the least
// number of them ends: -1 if there are fewer.
func (m *Machine) scan(in *inst, p int) (end, low int) {
	s, tab := m.text, &in.set.tab
	q := p
	if !m.wide || in.set.all && in.max == MaxRepeat && in.min <= 1 {
		lim := len(s)
		if in.max < lim-q {
			lim = q + in.max
		}
		for q < lim && tab[s[q]] {
			q++
		}
		m.budget -= (q - p) >> 4
		if q-p < in.min {
			return q, -1
		}
		if in.min == 1 && m.wide {
			return q, p + charLen(s[p])
		}
		return q, p + in.min
	}
	low = -1
	if in.min == 0 {
		low = p
	}
	n := 0
	for n < in.max && q < len(s) && tab[s[q]] {
		if s[q] < 128 {
			q++
		} else if e := m.oneWide(in.set, q); e < 0 {
			break
		} else {
			q = e
		}
		if n++; n == in.min {
			low = q
		}
	}
	m.budget -= n >> 2
	return q, low
}

func (m *Machine) isWord(set *charset, p int) bool {
	c := m.text[p]
	if c < 128 || !m.wide {
		return set.tab[c]
	}
	r, _ := decode(m.text[p:])
	return set.has(r)
}

// wordEdge says whether there is a word on one side of p only.
func (m *Machine) wordEdge(set *charset, p int) bool {
	before, after := false, p < len(m.text) && m.isWord(set, p)
	if p > 0 {
		q := p - 1
		if m.wide {
			q = stepBack(m.text, p)
		}
		before = m.isWord(set, q)
	}
	return before != after
}

// sameFold returns the end of what is at p and equals text but for case, or -1.
func (m *Machine) sameFold(text string, p int, ascii bool) int {
	for len(text) > 0 {
		if p >= len(m.text) {
			return -1
		}
		a, n := rune(text[0]), 1
		b, k := rune(m.text[p]), 1
		if m.wide {
			a, n = decode(text)
			b, k = decode(m.text[p:])
		}
		if a != b {
			if ascii && (a >= 128 || b >= 128) || lower(a) != lower(b) {
				return -1
			}
		}
		text, p = text[n:], p+k
	}
	return p
}
