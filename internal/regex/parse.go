package regex

import (
	"math"
	"strconv"
	"strings"
)

// width is the least and the greatest number of characters that something matches.
type width struct {
	lo, hi int64
	closed bool // of a group: its end was seen
}

const maxWidth = math.MaxInt64 / 4

func addWidth(a, b int64) int64 { return min(a+b, maxWidth) }

func mulWidth(a, n int64) int64 {
	if a != 0 && n > maxWidth/a {
		return maxWidth
	}
	return a * n
}

type nodeKind uint8

const (
	nLit nodeKind = iota
	nSet
	nAny
	nBranch
	nRepeat
	nGroup
	nAtomic
	nLook
	nAt
	nRef
	nCond
	nFail
)

// node is a piece of the pattern.
type node struct {
	kind     nodeKind
	how      byte // nRepeat: 0 greedy, '?' lazy, '+' possessive; nAt: which; nLook: '=' or '!'
	neg      bool // nSet
	behind   bool // nLook
	r        rune // nLit
	group    int  // nGroup (0: none), nRef, nCond
	min, max int  // nRepeat
	add, del Flags
	set      []setItem
	subs     [][]node
}

// setItem is a range of characters or a category: d, D, s, S, w, W.
type setItem struct {
	lo, hi rune
	cat    byte
}

type parser struct {
	src    []rune
	text   bool
	env    *Env
	flags  Flags
	widths []width
	names  map[string]int
	order  []string
	refs   map[int]int // groups that conditions mention: where
	behind int         // number of groups outside of the look-behind that is being read, 0: none

	at   int // index of what follows the token
	next rune
	esc  bool // the token is a backslash and next
	more bool // there is a token
}

func (p *parser) fail(msg string, offset int) error { return &Error{p.ascii(msg), p.tell() - offset} }

// ascii is how messages about patterns of bytes show other characters.
func (p *parser) ascii(msg string) string {
	if p.text {
		return msg
	}
	var b strings.Builder
	for _, r := range msg {
		if r < 128 {
			b.WriteRune(r)
		} else {
			b.WriteString(`\x` + strconv.FormatInt(int64(r), 16))
		}
	}
	return b.String()
}

// advance reads the next token.
func (p *parser) advance() error {
	p.esc, p.more = false, p.at < len(p.src)
	if !p.more {
		return nil
	}
	p.next = p.src[p.at]
	p.at++
	if p.next == '\\' {
		if p.at == len(p.src) {
			return &Error{"bad escape (end of pattern)", len(p.src) - 1}
		}
		p.esc = true
		p.next = p.src[p.at]
		p.at++
	}
	return nil
}

func (p *parser) tell() int {
	switch {
	case !p.more:
		return p.at
	case p.esc:
		return p.at - 2
	}
	return p.at - 1
}

func (p *parser) seek(i int) error {
	p.at = i
	return p.advance()
}

func (p *parser) is(r rune) bool { return p.more && !p.esc && p.next == r }

// match skips r if it is next.
func (p *parser) match(r rune) (bool, error) {
	if !p.is(r) {
		return false, nil
	}
	return true, p.advance()
}

// token is a token as text.
func token(r rune, esc bool) string {
	if esc {
		return `\` + string(r)
	}
	return string(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
func isOctal(r rune) bool { return r >= '0' && r <= '7' }
func isHex(r rune) bool   { return isDigit(r) || r|0x20 >= 'a' && r|0x20 <= 'f' }
func isLetter(r rune) bool {
	return r < 128 && r|0x20 >= 'a' && r|0x20 <= 'z'
}

// while reads up to n tokens that f takes.
func (p *parser) while(n int, f func(rune) bool) (string, error) {
	var b strings.Builder
	for ; n > 0 && p.more && !p.esc && f(p.next); n-- {
		b.WriteRune(p.next)
		if err := p.advance(); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// until reads a name up to a terminator.
func (p *parser) until(end rune, what string) (string, error) {
	var b strings.Builder
	n := 0
	for {
		r, esc, more := p.next, p.esc, p.more
		if err := p.advance(); err != nil {
			return "", err
		}
		if !more {
			if n == 0 {
				return "", p.fail("missing "+what, 0)
			}
			return "", p.fail("missing "+string(end)+", unterminated name", n)
		}
		if r == end && !esc {
			if n == 0 {
				return "", p.fail("missing "+what, 1)
			}
			return b.String(), nil
		}
		if esc {
			b.WriteByte('\\')
			n++
		}
		b.WriteRune(r)
		n++
	}
}

func runes(s string) int { return len([]rune(s)) }

func (p *parser) checkName(name string, offset int) error {
	ok := p.env.Identifier(name)
	if !p.text {
		for _, r := range name {
			ok = ok && r < 128
		}
	}
	if !ok {
		return p.fail("bad character in group name "+p.env.Repr(name), runes(name)+offset)
	}
	return nil
}

func (p *parser) checkLookBehind(group int) error {
	if p.behind == 0 {
		return nil
	}
	if group >= len(p.widths) || !p.widths[group].closed {
		return p.fail("cannot refer to an open group", 0)
	}
	if group >= p.behind {
		return p.fail("cannot refer to group defined in the same lookbehind subpattern", 0)
	}
	return nil
}

func (p *parser) parse() ([]node, error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	tree, err := p.branches(p.flags&Verbose != 0, 0)
	if err != nil {
		return nil, err
	}
	if err := p.fixFlags(); err != nil {
		return nil, err
	}
	if p.more {
		return nil, p.fail("unbalanced parenthesis", 0)
	}
	where := -1
	for group, pos := range p.refs {
		if group >= len(p.widths) && (where < 0 || pos < where) {
			where, err = pos, &Error{"invalid group reference " + strconv.Itoa(group), pos}
		}
	}
	return tree, err
}

func (p *parser) fixFlags() error {
	f := p.flags
	if !p.text {
		switch {
		case f&Unicode != 0:
			return ValueError("cannot use UNICODE flag with a bytes pattern")
		case f&Locale != 0 && f&ASCII != 0:
			return ValueError("ASCII and LOCALE flags are incompatible")
		}
		return nil
	}
	switch {
	case f&Locale != 0:
		return ValueError("cannot use LOCALE flag with a str pattern")
	case f&ASCII == 0:
		p.flags |= Unicode
	case f&Unicode != 0:
		return ValueError("ASCII and UNICODE flags are incompatible")
	}
	return nil
}

// branches reads a|b|c.
func (p *parser) branches(verbose bool, nested int) ([]node, error) {
	if nested > MaxNest {
		return nil, ErrNest
	}
	var alts [][]node
	for {
		seq, err := p.sequence(verbose, nested+1, nested == 0 && len(alts) == 0)
		if err != nil {
			return nil, err
		}
		alts = append(alts, seq)
		if ok, err := p.match('|'); err != nil {
			return nil, err
		} else if !ok {
			break
		}
		if nested == 0 {
			verbose = p.flags&Verbose != 0
		}
	}
	if len(alts) == 1 {
		return alts[0], nil
	}
	// Single characters make a set.
	var set []setItem
	for _, a := range alts {
		if len(a) != 1 || a[0].kind != nLit && (a[0].kind != nSet || a[0].neg) {
			return []node{{kind: nBranch, subs: alts}}, nil
		}
		if a[0].kind == nLit {
			set = append(set, setItem{lo: a[0].r, hi: a[0].r})
		} else {
			set = append(set, a[0].set...)
		}
	}
	return []node{{kind: nSet, set: set}}, nil
}

func isBlank(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' }

// sequence reads up to a | or ).
func (p *parser) sequence(verbose bool, nested int, first bool) ([]node, error) {
	var seq []node
	for p.more && (p.esc || p.next != '|' && p.next != ')') {
		r, esc := p.next, p.esc
		if err := p.advance(); err != nil {
			return nil, err
		}
		if verbose && !esc {
			if isBlank(r) {
				continue
			}
			if r == '#' {
				for p.more {
					end := p.is('\n')
					if err := p.advance(); err != nil {
						return nil, err
					}
					if end {
						break
					}
				}
				continue
			}
		}
		var n node
		var err error
		switch {
		case esc:
			n, err = p.escape(r, false)
		case r == '[':
			n, err = p.set()
		case r == '.':
			n.kind = nAny
		case r == '^' || r == '$':
			n = node{kind: nAt, how: byte(r)}
		case r == '*' || r == '+' || r == '?' || r == '{':
			var ok bool
			if ok, err = p.repeat(r, seq); ok {
				continue
			}
			n = node{kind: nLit, r: r}
		case r == '(':
			var ok bool
			if n, ok, err = p.group(&verbose, nested, first && len(seq) == 0); !ok && err == nil {
				continue
			}
		default:
			n = node{kind: nLit, r: r}
		}
		if err != nil {
			return nil, err
		}
		seq = append(seq, n)
	}
	// Groups that only group.
	for i := len(seq) - 1; i >= 0; i-- {
		if n := &seq[i]; n.plainGroup() {
			sub := n.subs[0]
			seq = append(seq[:i:i], append(sub[:len(sub):len(sub)], seq[i+1:]...)...)
		}
	}
	return seq, nil
}

func (n *node) plainGroup() bool { return n.kind == nGroup && n.group == 0 && n.add|n.del == 0 }

// repeat reads the rest of a quantifier and puts it around the last node; false: it
// is none.
func (p *parser) repeat(r rune, seq []node) (bool, error) {
	here := p.tell()
	lo, hi := 0, MaxRepeat
	switch r {
	case '?':
		hi = 1
	case '+':
		lo = 1
	case '{':
		if p.is('}') {
			return false, nil
		}
		from, err := p.while(math.MaxInt, isDigit)
		if err != nil {
			return false, err
		}
		to := from
		if ok, err := p.match(','); err != nil {
			return false, err
		} else if ok {
			if to, err = p.while(math.MaxInt, isDigit); err != nil {
				return false, err
			}
		}
		if ok, err := p.match('}'); err != nil {
			return false, err
		} else if !ok {
			return false, p.seek(here)
		}
		if from != "" {
			if lo, err = times(from); err != nil {
				return false, err
			}
		}
		if to != "" {
			if hi, err = times(to); err != nil {
				return false, err
			}
			if hi < lo {
				return false, p.fail("min repeat greater than max repeat", p.tell()-here)
			}
		}
	}
	if len(seq) == 0 || seq[len(seq)-1].kind == nAt {
		return false, p.fail("nothing to repeat", p.tell()-here+1)
	}
	item := &seq[len(seq)-1]
	if item.kind == nRepeat {
		return false, p.fail("multiple repeat", p.tell()-here+1)
	}
	body := []node{*item}
	if item.plainGroup() {
		body = item.subs[0]
	}
	rep := node{kind: nRepeat, min: lo, max: hi, subs: [][]node{body}}
	if p.is('?') || p.is('+') {
		rep.how = byte(p.next)
		if err := p.advance(); err != nil {
			return false, err
		}
	}
	*item = rep
	return true, nil
}

// times is the value of digits as the number of a repetition.
func times(digits string) (int, error) {
	n, err := strconv.ParseUint(digits, 10, 64)
	if err != nil || n >= tooOften {
		return 0, ErrRepeat
	}
	return int(min(n, MaxRepeat)), nil
}

// number is the value of digits, limited.
func number(digits string, limit int) int {
	n := 0
	for _, d := range digits {
		if n = n*10 + int(d-'0'); n >= limit {
			return limit
		}
	}
	return n
}

// set reads a set after its [.
func (p *parser) set() (node, error) {
	here := p.tell() - 1
	n := node{kind: nSet}
	var err error
	if n.neg, err = p.match('^'); err != nil {
		return n, err
	}
	single := true // one literal only
	for {
		if !p.more {
			return n, p.fail("unterminated character set", p.tell()-here)
		}
		r, esc := p.next, p.esc
		if err := p.advance(); err != nil {
			return n, err
		}
		if r == ']' && !esc && len(n.set) > 0 {
			break
		}
		this := token(r, esc)
		item, err := p.setItem(r, esc)
		if err != nil {
			return n, err
		}
		dash, err := p.match('-')
		if err != nil {
			return n, err
		}
		if !dash {
			n.set = append(n.set, item)
			continue
		}
		if !p.more {
			return n, p.fail("unterminated character set", p.tell()-here)
		}
		r, esc = p.next, p.esc
		if err := p.advance(); err != nil {
			return n, err
		}
		if r == ']' && !esc {
			n.set = append(n.set, item, setItem{lo: '-', hi: '-'})
			break
		}
		that := token(r, esc)
		to, err := p.setItem(r, esc)
		if err != nil {
			return n, err
		}
		if item.cat != 0 || to.cat != 0 || to.lo < item.lo {
			return n, p.fail("bad character range "+this+"-"+that, runes(this)+1+runes(that))
		}
		n.set = append(n.set, setItem{lo: item.lo, hi: to.lo})
		single = single && item.lo == to.lo && false
	}
	for _, it := range n.set {
		single = single && it == n.set[0] && it.cat == 0
	}
	if single && !n.neg {
		return node{kind: nLit, r: n.set[0].lo}, nil
	}
	return n, nil
}

func (p *parser) setItem(r rune, esc bool) (setItem, error) {
	if !esc {
		return setItem{lo: r, hi: r}, nil
	}
	n, err := p.escape(r, true)
	if err != nil {
		return setItem{}, err
	}
	if n.kind == nSet {
		return n.set[0], nil
	}
	return setItem{lo: n.r, hi: n.r}, nil
}
