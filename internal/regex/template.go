package regex

import "strings"

// UnknownGroup is the name of a group that a template mentions and the pattern lacks.
type UnknownGroup string

// Error returns CPython's text.
func (e UnknownGroup) Error() string { return "unknown group name " + string(e) }

// Template reads the template of a substitution. It gives its parts to add: text, and
// the number of the group that follows it, or -1.
func Template(src string, text bool, prog *Prog, env *Env, add func(text string, group int)) error {
	p := &parser{text: text, env: env}
	for len(src) > 0 {
		r, n := rune(src[0]), 1
		if text {
			r, n = decode(src)
		}
		p.src = append(p.src, r)
		src = src[n:]
	}
	if err := p.advance(); err != nil {
		return err
	}
	var lit []byte
	literal := func(r rune) {
		if text {
			lit = appendRune(lit, r)
		} else {
			lit = append(lit, byte(r))
		}
	}
	for p.more {
		r, esc := p.next, p.esc
		if err := p.advance(); err != nil {
			return err
		}
		if !esc {
			literal(r)
			continue
		}
		group := -1
		var err error
		switch {
		case r == 'g':
			group, err = p.groupName(prog)
		case r == '0':
			more, err := p.while(2, isOctal)
			if err != nil {
				return err
			}
			c := 0
			for _, d := range more {
				c = c*8 + int(d-'0')
			}
			literal(rune(c & 0xFF))
		case isDigit(r):
			var n node
			p.widths = closedGroups(prog.Groups)
			if n, err = p.numberEscape(`\` + string(r)); err == nil {
				if n.kind == nRef {
					group = n.group
				} else {
					literal(n.r)
				}
			}
		default:
			c, ok := simpleEscape(r)
			if !ok {
				if isLetter(r) {
					return p.fail(`bad escape \`+string(r), 2)
				}
				// The backslash stays.
				literal('\\')
				c = r
			}
			literal(c)
		}
		if err != nil {
			return err
		}
		if group >= 0 {
			add(string(lit), group)
			lit = lit[:0]
		}
	}
	add(string(lit), -1)
	return nil
}

// closedGroups stands for a pattern with n groups.
func closedGroups(n int) []width {
	w := make([]width, n+1)
	for i := range w {
		w[i].closed = true
	}
	return w
}

// groupName reads <name> behind \g.
func (p *parser) groupName(prog *Prog) (int, error) {
	if ok, err := p.match('<'); err != nil {
		return 0, err
	} else if !ok {
		return 0, p.fail("missing <", 0)
	}
	name, err := p.until('>', "group name")
	if err != nil {
		return 0, err
	}
	if strings.Trim(name, "0123456789") != "" {
		if err := p.checkName(name, 1); err != nil {
			return 0, err
		}
		group, ok := prog.Names[name]
		if !ok {
			return 0, UnknownGroup(name)
		}
		return group, nil
	}
	group := number(name, MaxGroups)
	if group > prog.Groups {
		if name = strings.TrimLeft(name, "0"); name == "" {
			name = "0"
		}
		return 0, p.fail("invalid group reference "+name, runes(name)+1)
	}
	return group, nil
}
