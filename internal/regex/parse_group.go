package regex

import (
	"strconv"
	"strings"
)

// group reads what follows a (. ok is false if it is nothing that matches.
func (p *parser) group(verbose *bool, nested int, first bool) (n node, ok bool, err error) {
	start := p.tell() - 1
	n.kind = nGroup
	capture, name := true, ""
	if ok, err := p.match('?'); err != nil {
		return n, false, err
	} else if ok {
		if !p.more {
			return n, false, p.fail("unexpected end of pattern", 0)
		}
		r, esc := p.next, p.esc
		if err := p.advance(); err != nil {
			return n, false, err
		}
		if esc {
			return n, false, p.fail("unknown extension ?"+token(r, esc), 3)
		}
		switch {
		case r == 'P':
			var ref bool
			if name, ref, err = p.extension(&n); err != nil || ref {
				return n, ref, err
			}
		case r == ':':
			capture = false
		case r == '#':
			return n, false, p.comment(start)
		case r == '=' || r == '!' || r == '<':
			n, err = p.look(byte(r), start, *verbose, nested)
			return n, err == nil, err
		case r == '(':
			n, err = p.condition(start, *verbose, nested)
			return n, err == nil, err
		case r == '>':
			capture = false
			n.kind = nAtomic
		case flagOf(r) != 0 || r == '-':
			global := false
			if n.add, n.del, global, err = p.inlineFlags(r); err != nil {
				return n, false, err
			}
			if global {
				if !first {
					return n, false, p.fail("global flags not at the start of the expression", p.tell()-start)
				}
				*verbose = p.flags&Verbose != 0
				return n, false, nil
			}
			capture = false
		default:
			return n, false, p.fail("unknown extension ?"+string(r), 2)
		}
	}
	if capture {
		n.group = len(p.widths)
		p.widths = append(p.widths, width{})
		if name != "" {
			if old, ok := p.names[name]; ok {
				return n, false, p.fail("redefinition of group name "+p.env.Repr(name)+" as group "+strconv.Itoa(n.group)+
					"; was group "+strconv.Itoa(old), runes(name)+1)
			}
			p.names[name] = n.group
			p.order = append(p.order, name)
		}
	}
	sub, err := p.branches((*verbose || n.add&Verbose != 0) && n.del&Verbose == 0, nested+1)
	if err != nil {
		return n, false, err
	}
	if err := p.closing(start); err != nil {
		return n, false, err
	}
	n.subs = [][]node{sub}
	if n.group != 0 {
		w := measure(sub, p.widths)
		w.closed = true
		p.widths[n.group] = w
	}
	return n, true, nil
}

func (p *parser) closing(start int) error {
	ok, err := p.match(')')
	if err == nil && !ok {
		err = p.fail("missing ), unterminated subpattern", p.tell()-start)
	}
	return err
}

// extension reads what follows (?P: a name, or a whole reference.
func (p *parser) extension(n *node) (name string, ref bool, err error) {
	if ok, err := p.match('<'); err != nil {
		return "", false, err
	} else if ok {
		if name, err = p.until('>', "group name"); err != nil {
			return "", false, err
		}
		return name, false, p.checkName(name, 1)
	}
	if ok, err := p.match('='); err != nil {
		return "", false, err
	} else if ok {
		if name, err = p.until(')', "group name"); err != nil {
			return "", false, err
		}
		if err := p.checkName(name, 1); err != nil {
			return "", false, err
		}
		group, ok := p.names[name]
		if !ok {
			return "", false, p.fail("unknown group name "+p.env.Repr(name), runes(name)+1)
		}
		if !p.widths[group].closed {
			return "", false, p.fail("cannot refer to an open group", runes(name)+1)
		}
		*n = node{kind: nRef, group: group}
		return "", true, p.checkLookBehind(group)
	}
	if !p.more {
		return "", false, p.fail("unexpected end of pattern", 0)
	}
	what := token(p.next, p.esc)
	if err := p.advance(); err != nil {
		return "", false, err
	}
	return "", false, p.fail("unknown extension ?P"+what, runes(what)+2)
}

func (p *parser) comment(start int) error {
	for {
		if !p.more {
			return p.fail("missing ), unterminated comment", p.tell()-start)
		}
		end := p.is(')')
		if err := p.advance(); err != nil || end {
			return err
		}
	}
}

// look reads (?=…) and its like.
func (p *parser) look(how byte, start int, verbose bool, nested int) (node, error) {
	n := node{kind: nLook, how: how}
	outer := p.behind
	if how == '<' {
		if !p.more {
			return n, p.fail("unexpected end of pattern", 0)
		}
		r, esc := p.next, p.esc
		if err := p.advance(); err != nil {
			return n, err
		}
		if what := token(r, esc); what != "=" && what != "!" {
			return n, p.fail("unknown extension ?<"+what, runes(what)+2)
		}
		n.how, n.behind = byte(r), true
		if outer == 0 {
			p.behind = len(p.widths)
		}
	}
	sub, err := p.branches(verbose, nested+1)
	p.behind = outer
	if err != nil {
		return n, err
	}
	if err := p.closing(start); err != nil {
		return n, err
	}
	n.subs = [][]node{sub}
	if n.how == '!' && len(sub) == 0 {
		n.kind = nFail
	}
	return n, nil
}

// condition reads (?(group)yes|no).
func (p *parser) condition(start int, verbose bool, nested int) (node, error) {
	n := node{kind: nCond}
	if nested > MaxNest {
		return n, ErrNest
	}
	name, err := p.until(')', "group name")
	if err != nil {
		return n, err
	}
	if strings.Trim(name, "0123456789") != "" {
		if err := p.checkName(name, 1); err != nil {
			return n, err
		}
		group, ok := p.names[name]
		if !ok {
			return n, p.fail("unknown group name "+p.env.Repr(name), runes(name)+1)
		}
		n.group = group
	} else {
		if n.group = number(name, MaxGroups); n.group == 0 {
			return n, p.fail("bad group number", len(name)+1)
		}
		if n.group >= MaxGroups {
			return n, p.fail("invalid group reference "+strings.TrimLeft(name, "0"), len(name)+1)
		}
		if _, ok := p.refs[n.group]; !ok {
			p.refs[n.group] = p.tell() - len(name) - 1
		}
	}
	if err := p.checkLookBehind(n.group); err != nil {
		return n, err
	}
	yes, err := p.sequence(verbose, nested+1, false)
	if err != nil {
		return n, err
	}
	n.subs = [][]node{yes}
	if ok, err := p.match('|'); err != nil {
		return n, err
	} else if ok {
		no, err := p.sequence(verbose, nested+1, false)
		if err != nil {
			return n, err
		}
		if p.is('|') {
			return n, p.fail("conditional backref with more than two branches", 0)
		}
		n.subs = append(n.subs, no)
	}
	return n, p.closing(start)
}

func flagOf(r rune) Flags {
	switch r {
	case 'i':
		return IgnoreCase
	case 'L':
		return Locale
	case 'm':
		return MultiLine
	case 's':
		return DotAll
	case 'x':
		return Verbose
	case 'a':
		return ASCII
	case 'u':
		return Unicode
	}
	return 0
}

// flag reads the next character of a list of flags.
func (p *parser) flag(missing, ends string) (r rune, end bool, err error) {
	if !p.more {
		return 0, false, p.fail(missing, 0)
	}
	r, esc := p.next, p.esc
	if err := p.advance(); err != nil {
		return 0, false, err
	}
	if !esc && strings.ContainsRune(ends, r) {
		return r, true, nil
	}
	if esc || flagOf(r) == 0 {
		what := token(r, esc)
		if !esc && (isLetter(r) || r >= 128 && p.env.Alnum(r) && !p.env.Digit(r)) {
			missing = "unknown flag"
		}
		return 0, false, p.fail(missing, runes(what))
	}
	return r, false, nil
}

// inlineFlags reads the rest of (?aiLmsux) or the beginning of (?aiLmsux-imsx:…).
func (p *parser) inlineFlags(r rune) (add, del Flags, global bool, err error) {
	if r != '-' {
		for end := false; !end; {
			f := flagOf(r)
			if p.text && r == 'L' {
				return 0, 0, false, p.fail("bad inline flags: cannot use 'L' flag with a str pattern", 0)
			}
			if !p.text && r == 'u' {
				return 0, 0, false, p.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", 0)
			}
			add |= f
			if f&typeFlags != 0 && add&typeFlags != f {
				return 0, 0, false, p.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0)
			}
			if r, end, err = p.flag("missing -, : or )", ")-:"); err != nil {
				return 0, 0, false, err
			}
		}
	}
	if r == ')' {
		p.flags |= add
		return 0, 0, true, nil
	}
	if r == '-' {
		if r, _, err = p.flag("missing flag", ""); err != nil {
			return 0, 0, false, err
		}
		for end := false; !end; {
			f := flagOf(r)
			if f&typeFlags != 0 {
				return 0, 0, false, p.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0)
			}
			del |= f
			if r, end, err = p.flag("missing :", ":"); err != nil {
				return 0, 0, false, err
			}
		}
	}
	if add&del != 0 {
		return 0, 0, false, p.fail("bad inline flags: flag turned on and off", 1)
	}
	return add, del, false, nil
}

// measure is the width of what a sequence matches.
func measure(seq []node, groups []width) width {
	var w width
	for i := range seq {
		n := &seq[i]
		lo, hi := int64(1), int64(1)
		switch n.kind {
		case nBranch:
			lo, hi = maxWidth, 0
			for _, s := range n.subs {
				sub := measure(s, groups)
				lo, hi = min(lo, sub.lo), max(hi, sub.hi)
			}
		case nGroup, nAtomic:
			sub := groups[n.group]
			if n.group == 0 || !sub.closed {
				sub = measure(n.subs[0], groups)
			}
			lo, hi = sub.lo, sub.hi
		case nRepeat:
			sub := measure(n.subs[0], groups)
			lo, hi = mulWidth(sub.lo, int64(n.min)), mulWidth(sub.hi, int64(n.max))
			if n.max == MaxRepeat && sub.hi > 0 {
				hi = maxWidth
			}
		case nRef:
			lo, hi = groups[n.group].lo, groups[n.group].hi
		case nCond:
			sub := measure(n.subs[0], groups)
			lo, hi = sub.lo, sub.hi
			if len(n.subs) > 1 {
				sub = measure(n.subs[1], groups)
				lo, hi = min(lo, sub.lo), max(hi, sub.hi)
			} else {
				lo = 0
			}
		case nLook, nAt, nFail:
			lo, hi = 0, 0
		}
		w.lo, w.hi = addWidth(w.lo, lo), addWidth(w.hi, hi)
	}
	return w
}
