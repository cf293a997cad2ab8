package regex

import "strings"

// Mode is what is wanted of a match.
type Mode uint8

// The modes.
const (
	Match  Mode = iota // at the start
	Full               // from start to end
	Search             // the first
)

// Find looks for a match at start or, in mode Search, behind it. With advance a match
// may not be the empty one at start. An error comes from the Meter.
func (m *Machine) Find(mode Mode, start int, advance bool) (bool, error) {
	if start > len(m.text) {
		return false, nil
	}
	m.full = mode == Full
	m.notEnd = -1
	if advance {
		m.notEnd = start
	}
	m.budget--
	var ok bool
	if mode != Search {
		ok = m.run(start)
	} else {
		ok = m.search(start)
	}
	if n := slice - m.budget; n > slice/8 && m.Meter != nil && m.err == nil {
		m.budget = slice
		m.err = m.Meter.Step(n)
	}
	return ok && m.err == nil, m.err
}

func (m *Machine) search(at int) bool {
	p := m.prog
	s := m.text
	if p.anchored {
		return at == 0 && m.run(0)
	}
	if p.lines {
		return m.searchLines(at)
	}
	if p.literal {
		i := strings.Index(s[at:], p.prefix)
		if i < 0 {
			m.budget -= (len(s) - at) >> 6
			return false
		}
		m.budget -= i >> 6
		m.Regs[0], m.Regs[1], m.Regs[p.last] = at+i, at+i+len(p.prefix), 0
		return true
	}
	if p.prefix != "" {
		for {
			i := strings.Index(s[at:], p.prefix)
			if i < 0 {
				m.budget -= (len(s) - at) >> 6
				return false
			}
			m.budget -= i >> 6
			if at += i; m.run(at) {
				return true
			}
			if m.err != nil {
				return false
			}
			at++
		}
	}
	if first := p.first; first != nil {
		for {
			from := at
			if p.firstB >= 0 {
				i := strings.IndexByte(s[at:], byte(p.firstB))
				if i < 0 {
					return false
				}
				at += i
			} else {
				for at < len(s) && !first[s[at]] {
					at++
				}
			}
			if m.budget -= (at - from) >> 5; at >= len(s) {
				return false
			}
			if m.run(at) {
				return true
			}
			if m.err != nil {
				return false
			}
			at++
		}
	}
	for {
		if m.run(at) {
			return true
		}
		if at >= len(s) || m.err != nil {
			return false
		}
		at++
		for m.wide && at < len(s) && s[at]&0xC0 == 0x80 {
			at++
		}
		m.notEnd = -1
	}
}

// searchLines is search for a program that begins with ^ in multi-line mode.
func (m *Machine) searchLines(at int) bool {
	s := m.text
	for {
		if at > 0 && s[at-1] != '\n' {
			i := strings.IndexByte(s[at:], '\n')
			if i < 0 {
				m.budget -= (len(s) - at) >> 6
				return false
			}
			m.budget -= i >> 6
			at += i + 1
			m.notEnd = -1
		}
		if m.run(at) {
			return true
		}
		if at >= len(s) || m.err != nil {
			return false
		}
		at++
		m.notEnd = -1
	}
}
