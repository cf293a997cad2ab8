package regex

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// charset is a set of characters.
type charset struct {
	// tab says of a byte whether it is in the set. In a pattern of text that is final
	// for ASCII; for other bytes it says whether a character with such a byte may be.
	tab [256]bool
	// all: of a pattern of text, every character that is not ASCII is in the set.
	all    bool
	neg    bool
	fold   bool // upper and lower case are the same, by Unicode
	ranges [][2]rune
	cats   string // categories as in setItem
	ascii  bool   // … of ASCII
	env    *Env
}

// fold returns a character and those that a pattern that ignores case takes for the
// same. Those are Unicode's simple case folding, the letter i with and without dot,
// and three pairs that have the same capitals.
func appendFold(b []rune, r rune) []rune {
	b = append(b, r)
	switch r {
	case 'i', 'I', 0x130, 0x131:
		return append(b[:len(b)-1], 'i', 'I', 0x130, 0x131)
	case 0x390:
		return append(b, 0x1FD3)
	case 0x1FD3:
		return append(b, 0x390)
	case 0x3B0:
		return append(b, 0x1FE3)
	case 0x1FE3:
		return append(b, 0x3B0)
	case 0xFB05, 0xFB06:
		return append(b, r^3)
	}
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		b = append(b, f)
	}
	return b
}

// lower is the lower case of a character, where it is one character.
func lower(r rune) rune {
	if r < 128 {
		if r >= 'A' && r <= 'Z' {
			r += 32
		}
		return r
	}
	return unicode.ToLower(r)
}

// has says whether r is in the set.
func (c *charset) has(r rune) bool {
	in := c.contains(r)
	if !in && c.fold {
		var buf [8]rune
		for _, f := range appendFold(buf[:0], r) {
			in = in || c.inRanges(f)
		}
	}
	return in != c.neg
}

func (c *charset) contains(r rune) bool {
	if c.inRanges(r) {
		return true
	}
	for i := 0; i < len(c.cats); i++ {
		k := c.cats[i]
		if c.category(k|0x20, r) == (k >= 'a') {
			return true
		}
	}
	return false
}

func (c *charset) inRanges(r rune) bool {
	lo, hi := 0, len(c.ranges)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		switch x := &c.ranges[m]; {
		case r < x[0]:
			hi = m
		case r > x[1]:
			lo = m + 1
		default:
			return true
		}
	}
	return false
}

// category says whether r is a digit (d), blank (s) or part of a word (w).
func (c *charset) category(k byte, r rune) bool {
	if r < 128 || c.ascii {
		switch k {
		case 'd':
			return isDigit(r)
		case 's':
			return isBlank(r) || !c.ascii && r >= 28 && r <= 31
		}
		return isWordByte(r)
	}
	switch k {
	case 'd':
		return c.env.Digit(r)
	case 's':
		return c.env.Space(r)
	}
	return c.env.Alnum(r)
}

func isWordByte(r rune) bool { return isLetter(r) || isDigit(r) || r == '_' }

// newSet makes the set of items under flags.
func (c *compiler) newSet(items []setItem, neg bool, flags Flags) *charset {
	s := &charset{neg: neg, env: c.env, ascii: flags&Unicode == 0}
	for _, it := range items {
		if it.cat != 0 {
			if strings.IndexByte(s.cats, it.cat) < 0 {
				s.cats += string(rune(it.cat))
			}
			continue
		}
		s.ranges = append(s.ranges, [2]rune{it.lo, it.hi})
		if flags&IgnoreCase == 0 {
			continue
		}
		if s.ascii {
			s.addFolded(it.lo, it.hi, 'A', 'Z', 32)
			s.addFolded(it.lo, it.hi, 'a', 'z', -32)
		} else {
			s.fold = true
		}
	}
	s.merge()
	// The key identifies a set within one pattern.
	var key strings.Builder
	for _, b := range [...]bool{neg, s.fold, s.ascii} {
		key.WriteByte(map[bool]byte{true: '1', false: '0'}[b])
	}
	key.WriteString(s.cats)
	for _, r := range s.ranges {
		key.WriteString(" " + string(r[0]) + string(r[1]))
		if r[0] >= 0xD800 && r[0] < 0xE000 || r[1] >= 0xD800 && r[1] < 0xE000 {
			key.WriteString(string([]rune{r[0] + 0x10000, r[1] + 0x10000}))
		}
	}
	if old := c.sets[key.String()]; old != nil {
		return old
	}
	c.sets[key.String()] = s
	s.fill(c.text)
	return s
}

// addFolded adds what is d away from the part of lo to hi that is between from and to.
func (s *charset) addFolded(lo, hi, from, to, d rune) {
	if lo, hi = max(lo, from), min(hi, to); lo <= hi {
		s.ranges = append(s.ranges, [2]rune{lo + d, hi + d})
	}
}

func (s *charset) merge() {
	// As numbers, whose sorting is there anyway: that of pairs would be 6 KB.
	keys := make([]int64, len(s.ranges))
	for i, r := range s.ranges {
		keys[i] = int64(r[0])<<32 | int64(uint32(r[1]))
	}
	slices.Sort(keys)
	out := s.ranges[:0]
	for _, key := range keys {
		r := [2]rune{rune(key >> 32), rune(key)}
		if n := len(out); n > 0 && r[0] <= out[n-1][1]+1 {
			out[n-1][1] = max(out[n-1][1], r[1])
		} else {
			out = append(out, r)
		}
	}
	s.ranges = out
}

// fill makes the table.
func (s *charset) fill(text bool) {
	n := rune(256)
	if text {
		n = 128
	}
	for r := rune(0); r < n; r++ {
		s.tab[r] = s.has(r)
	}
	if !text {
		return
	}
	some, all := false, false // of the characters beyond ASCII are in the set, before negation
	for i := 0; i < len(s.cats); i++ {
		if !s.ascii {
			some = true
		} else if s.cats[i] < 'a' {
			all = true
		}
	}
	for _, r := range s.ranges {
		some = some || r[1] >= 128
		all = all || r[0] <= 128 && r[1] == unicode.MaxRune
	}
	if s.fold {
		for _, r := range [...]rune{0x130, 0x17F, 0x212A} {
			some = some || s.has(r) != s.neg
		}
	}
	s.all = all
	if s.neg {
		s.all = !some && !all
		some = !all
	}
	switch {
	case s.all:
		for i := 128; i < 256; i++ {
			s.tab[i] = true
		}
	case some:
		for i := 0xC2; i < 0xF5; i++ {
			s.tab[i] = true
		}
	}
}

// decode is the character that text, which is not empty, begins with, and its length.
func decode(s string) (rune, int) {
	if c := s[0]; c < 128 {
		return rune(c), 1
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xED {
		return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, n
}

func appendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xED, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
	}
	return utf8.AppendRune(b, r)
}

// charLen is the length of the character that begins with c.
func charLen(c byte) int {
	switch {
	case c < 0xC0:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}
