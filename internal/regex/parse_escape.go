package regex

import (
	"strconv"
	"strings"
)

// simpleEscapes are the escapes for one character, in pairs.
const simpleEscapes = "a\ab\bf\fn\nr\rt\tv\v\\\\"

// simpleEscape is the character that \ and r stand for.
func simpleEscape(r rune) (rune, bool) {
	for i := 0; i < len(simpleEscapes); i += 2 {
		if rune(simpleEscapes[i]) == r {
			return rune(simpleEscapes[i+1]), true
		}
	}
	return 0, false
}

// escape reads what follows \ and r, inside a set or not.
func (p *parser) escape(r rune, inSet bool) (node, error) {
	if strings.ContainsRune("dDsSwW", r) {
		return node{kind: nSet, set: []setItem{{cat: byte(r)}}}, nil
	}
	if !inSet && strings.ContainsRune("AbBZ", r) {
		return node{kind: nAt, how: byte(r)}, nil
	}
	if c, ok := simpleEscape(r); ok {
		return node{kind: nLit, r: c}, nil
	}
	text := `\` + string(r)
	switch {
	case r == 'x':
		return p.hexEscape(text, 2)
	case r == 'u' && p.text:
		return p.hexEscape(text, 4)
	case r == 'U' && p.text:
		return p.hexEscape(text, 8)
	case r == 'N' && p.text:
		return p.namedEscape()
	case inSet && isOctal(r):
		more, err := p.while(2, isOctal)
		if err != nil {
			return node{}, err
		}
		return p.octal(text + more)
	case r == '0':
		more, err := p.while(2, isOctal)
		if err != nil {
			return node{}, err
		}
		return p.octal(text + more)
	case isDigit(r) && !inSet:
		return p.numberEscape(text)
	case isDigit(r) || isLetter(r):
		return node{}, p.fail("bad escape "+text, runes(text))
	}
	return node{kind: nLit, r: r}, nil
}

func (p *parser) octal(text string) (node, error) {
	c, _ := strconv.ParseInt(text[1:], 8, 32)
	if c > 0o377 {
		return node{}, p.fail("octal escape value "+text+" outside of range 0-0o377", runes(text))
	}
	return node{kind: nLit, r: rune(c)}, nil
}

func (p *parser) hexEscape(text string, n int) (node, error) {
	digits, err := p.while(n, isHex)
	if err != nil {
		return node{}, err
	}
	text += digits
	if len(digits) != n {
		return node{}, p.fail("incomplete escape "+text, len(text))
	}
	c, _ := strconv.ParseUint(digits, 16, 32)
	if c > 0x10FFFF {
		return node{}, p.fail("bad escape "+text, len(text))
	}
	return node{kind: nLit, r: rune(c)}, nil
}

func (p *parser) namedEscape() (node, error) {
	if ok, err := p.match('{'); err != nil {
		return node{}, err
	} else if !ok {
		return node{}, p.fail("missing {", 0)
	}
	name, err := p.until('}', "character name")
	if err != nil {
		return node{}, err
	}
	r, ok := p.env.Name(name)
	if !ok {
		return node{}, p.fail("undefined character name "+p.env.Repr(name), runes(name)+len(`\N{}`))
	}
	return node{kind: nLit, r: r}, nil
}

// numberEscape reads an octal escape or the number of a group.
func (p *parser) numberEscape(text string) (node, error) {
	if p.more && !p.esc && isDigit(p.next) {
		text += string(p.next)
		if err := p.advance(); err != nil {
			return node{}, err
		}
		if isOctal(rune(text[1])) && isOctal(rune(text[2])) && p.more && !p.esc && isOctal(p.next) {
			text += string(p.next)
			if err := p.advance(); err != nil {
				return node{}, err
			}
			return p.octal(text)
		}
	}
	group := number(text[1:], MaxGroups)
	if group >= len(p.widths) {
		return node{}, p.fail("invalid group reference "+strconv.Itoa(group), len(text)-1)
	}
	if !p.widths[group].closed {
		return node{}, p.fail("cannot refer to an open group", len(text))
	}
	return node{kind: nRef, group: group}, p.checkLookBehind(group)
}
