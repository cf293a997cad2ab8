package regex

// run tries to match at position start. The machine is one loop over instructions;
// what can be tried later is on m.stack, and registers written since are on m.trail.
func (m *Machine) run(start int) bool {
	code, s := m.prog.code, m.text
	regs := m.Regs
	last := m.prog.last
	for i := 2; i < last; i++ {
		regs[i] = -1
	}
	regs[0], regs[last] = start, 0
	m.stack, m.trail = m.stack[:0], m.trail[:0]
	p := start
	pc := int32(0)
	for {
		in := &code[pc]
		pc++
		switch in.op {
		case opChar:
			if p < len(s) && s[p] == in.c {
				p++
				continue
			}
		case opLit:
			if n := len(in.lit); len(s)-p >= n && s[p:p+n] == in.lit {
				p += n
				continue
			}
		case opSet:
			if p < len(s) && in.set.tab[s[p]] {
				if s[p] < 128 || !m.wide {
					p++
					continue
				}
				if q := m.oneWide(in.set, p); q >= 0 {
					p = q
					continue
				}
			}
		case opSplit:
			if m.budget--; m.budget < 0 && !m.spend() {
				return false
			}
			if in.a != nil && (p == len(s) || !in.a[s[p]]) {
				pc = in.y
				continue
			}
			pc = in.x
			if in.b != nil && (p == len(s) || !in.b[s[p]]) {
				continue
			}
			if !m.push(frame{pc: in.y, p: p}) {
				return false
			}
			continue
		case opJmp:
			pc = in.x
			continue
		case opSave:
			if len(m.stack) == 0 {
				regs[in.n] = p
			} else if !m.set(in.n, p) {
				return false
			}
			continue
		case opClose:
			if len(m.stack) == 0 {
				regs[in.n] = p
				regs[last] = int(in.n >> 1)
			} else if !m.set(in.n, p) || !m.set(int32(last), int(in.n>>1)) {
				return false
			}
			continue
		case opRep:
			q, low := m.scan(in, p)
			if low < 0 {
				break
			}
			if a := in.a; a != nil {
				if in.sure || in.sureASCII && !m.wide {
					if q < len(s) && a[s[q]] {
						p = q
						continue
					}
					break
				}
				for q > low && (q == len(s) || !a[s[q]]) {
					q--
					for m.wide && s[q]&0xC0 == 0x80 {
						q--
					}
				}
				if q == len(s) || !a[s[q]] {
					break
				}
			}
			p = q
			if q > low && !(in.last && !m.full) && !m.push(frame{kind: frameRep, pc: pc - 1, p: q, low: low}) {
				return false
			}
			continue
		case opRepAll:
			q, low := m.scan(in, p)
			if low < 0 {
				break
			}
			p = q
			continue
		case opRepLazy:
			q, left := p, in.max
			if in.min > 0 {
				first := *in
				first.max = in.min
				var low int
				if q, low = m.scan(&first, p); low < 0 {
					break
				}
				if left != MaxRepeat {
					left -= in.min
				}
			}
			if q, left = m.lazy(in, q, left); q < 0 {
				break
			}
			p = q
			if left > 0 && !m.push(frame{kind: frameLazy, pc: pc - 1, p: q, low: left}) {
				return false
			}
			continue
		case opLoopInit:
			if !m.set(in.n, -1) || !m.set(in.n+1, -1) {
				return false
			}
			pc = in.x
			continue
		case opLoop:
			m.budget--
			n := regs[in.n] + 1
			switch {
			case n < in.min:
				if !m.set(in.n, n) {
					return false
				}
				pc = in.x
			case (n < in.max || in.max == MaxRepeat) && p != regs[in.n+1]:
				if !m.push(frame{pc: in.y, p: p}) || !m.set(in.n, n) || !m.set(in.n+1, p) {
					return false
				}
				pc = in.x
			default:
				pc = in.y
			}
			if m.budget < 0 && !m.spend() {
				return false
			}
			continue
		case opLoopLazy:
			n := regs[in.n] + 1
			if n < in.min {
				if !m.set(in.n, n) {
					return false
				}
				pc = in.x
			} else {
				if (n < in.max || in.max == MaxRepeat) && p != regs[in.n+1] && !m.push(frame{kind: frameLoop, pc: pc - 1, p: p, low: n}) {
					return false
				}
				pc = in.y
			}
			if m.budget--; m.budget < 0 && !m.spend() {
				return false
			}
			continue
		case opBegin:
			if p == 0 {
				continue
			}
		case opBeginLine:
			if p == 0 || s[p-1] == '\n' {
				continue
			}
		case opEnd:
			if p == len(s) {
				continue
			}
		case opEndOrLine:
			if p == len(s) || p == len(s)-1 && s[p] == '\n' {
				continue
			}
		case opEndLine:
			if p == len(s) || s[p] == '\n' {
				continue
			}
		case opWord:
			if m.wordEdge(in.set, p) {
				continue
			}
		case opNotWord:
			if len(s) > 0 && !m.wordEdge(in.set, p) {
				continue
			}
		case opLook, opLookNot:
			q := p
			if in.min > 0 {
				q = m.back(p, in.min)
			}
			if q < 0 {
				if in.op == opLookNot {
					pc = in.x
					continue
				}
				break
			}
			f := frame{kind: frameStop, p: p}
			if in.op == opLookNot {
				f = frame{pc: in.x, p: p}
			}
			if !m.set(in.n, len(m.stack)) || !m.push(f) {
				return false
			}
			p = q
			continue
		case opLookDone:
			at := regs[in.n]
			p = m.stack[at].p
			m.stack = m.stack[:at]
			continue
		case opLookNotDone:
			at := regs[in.n]
			m.undoTo(m.stack[at].trail)
			m.stack = m.stack[:at]
		case opAtomic:
			if !m.set(in.n, len(m.stack)) || !m.push(frame{kind: frameStop}) {
				return false
			}
			continue
		case opAtomicDone:
			m.stack = m.stack[:regs[in.n]]
			continue
		case opRef:
			a, b := regs[2*in.n], regs[2*in.n+1]
			if b >= a && a >= 0 {
				if n := b - a; len(s)-p >= n && s[p:p+n] == s[a:b] {
					p += n
					continue
				}
			}
		case opRefFold:
			a, b := regs[2*in.n], regs[2*in.n+1]
			if b >= a && a >= 0 {
				if q := m.sameFold(s[a:b], p, in.set.ascii); q >= 0 {
					p = q
					continue
				}
			}
		case opCond:
			if regs[2*in.n+1] < 0 || regs[2*in.n] < 0 {
				pc = in.x
			}
			continue
		case opMatch:
			if !(m.full && p != len(s)) && p != m.notEnd {
				regs[1] = p
				return true
			}
		}
		// Failure: what can be tried next?
	fail:
		if m.budget--; m.budget < 0 && !m.spend() {
			return false
		}
		top := len(m.stack) - 1
		if top < 0 {
			return false
		}
		f := &m.stack[top]
		if len(m.trail) > f.trail {
			m.undoTo(f.trail)
		}
		switch f.kind {
		case frameBranch:
			pc, p = f.pc, f.p
			m.stack = m.stack[:top]
		case frameRep:
			in := &code[f.pc]
			q := f.p - 1
			for m.wide && s[q]&0xC0 == 0x80 {
				q--
			}
			if a := in.a; a != nil {
				for q > f.low && !a[s[q]] {
					q--
					for m.wide && s[q]&0xC0 == 0x80 {
						q--
					}
				}
			}
			pc, p = f.pc+1, q
			if f.p = q; q <= f.low {
				m.stack = m.stack[:top]
			}
		case frameLazy:
			in := &code[f.pc]
			q := m.one(in.set, f.p)
			if q < 0 {
				m.stack = m.stack[:top]
				goto fail
			}
			left := f.low
			if left != MaxRepeat {
				left--
			}
			if q, left = m.lazy(in, q, left); q < 0 {
				m.stack = m.stack[:top]
				goto fail
			}
			pc, p = f.pc+1, q
			f.p, f.low = q, left
			if left == 0 {
				m.stack = m.stack[:top]
			}
		case frameLoop:
			in := &code[f.pc]
			n := f.low
			pc, p = in.x, f.p
			m.stack = m.stack[:top]
			if !m.set(in.n, n) || !m.set(in.n+1, p) {
				return false
			}
		case frameStop:
			m.stack = m.stack[:top]
			goto fail
		}
	}
}

// lazy moves on from p over characters of a lazy repetition, of which left may still
// come, to where the rest of the program can match. It returns -1 if there is no
// such place.
func (m *Machine) lazy(in *inst, p, left int) (int, int) {
	a, s, start := in.a, m.text, p
	if a == nil {
		return p, left
	}
	for {
		if p >= len(s) {
			return -1, 0
		}
		if a[s[p]] {
			m.budget -= (p - start) >> 4
			return p, left
		}
		if left == 0 {
			return -1, 0
		}
		q := m.one(in.set, p)
		if q < 0 {
			m.budget -= (p - start) >> 4
			return -1, 0
		}
		p = q
		if left != MaxRepeat {
			left--
		}
	}
}
