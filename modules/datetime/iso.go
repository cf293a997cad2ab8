package datetime

import (
	"strings"
	"unicode/utf8"

	"github.com/woma-lang/woma/py"
)

// Reading ISO 8601, as much of it as CPython's fromisoformat takes.

// isoText returns the argument of a fromisoformat.
func isoText(a *py.Args) (string, error) {
	s, ok := py.AsStr(a.Value(0))
	if !ok {
		return "", py.Raise(py.TypeError, "fromisoformat: argument must be str")
	}
	return s.String(), nil
}

func badISO(text string) error {
	return py.RaiseValue(py.ValueError, py.NewStr("Invalid isoformat string: "+py.QuoteStr(text)))
}

// reader reads a text; it is at its end for ever after.
type reader struct {
	s   string
	pos int
}

func (r *reader) peek() byte {
	if r.pos < len(r.s) {
		return r.s[r.pos]
	}
	return 0
}

// take skips c if it comes next.
func (r *reader) take(c byte) bool {
	if r.peek() == c && r.pos < len(r.s) {
		r.pos++
		return true
	}
	return false
}

func (r *reader) done() bool { return r.pos == len(r.s) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// number reads exactly n digits.
func (r *reader) number(n int) (int, bool) {
	if r.pos > len(r.s) || len(r.s)-r.pos < n {
		return 0, false
	}
	v := 0
	for _, c := range []byte(r.s[r.pos : r.pos+n]) {
		if !isDigit(c) {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	r.pos += n
	return v, true
}

// readDate reads YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D]. The numbers of the
// first two kinds may be out of range. What follows is not looked at, as in CPython.
func readDate(text string) (y, m, d int, ok bool) {
	r := &reader{s: text}
	if y, ok = r.number(4); !ok {
		return
	}
	dashes := r.take('-')
	if r.take('W') {
		w, ok := r.number(2)
		if !ok {
			return 0, 0, 0, false
		}
		day := 1
		if !r.done() {
			if dashes && !r.take('-') {
				return 0, 0, 0, false
			}
			if day, ok = r.number(1); !ok {
				return 0, 0, 0, false
			}
		}
		n, err := isoDate(y, w, day)
		if err != nil || n < 1 || n > maxOrdinal {
			return 0, 0, 0, false
		}
		y, m, d = fromOrdinal(n)
		return y, m, d, true
	}
	if m, ok = r.number(2); !ok || dashes && !r.take('-') {
		return 0, 0, 0, false
	}
	d, ok = r.number(2)
	return y, m, d, ok
}

// isoClock is a time of day with, perhaps, an offset.
type isoClock struct {
	h, m, s, us int
	zoned       bool
	off, offUS  int
}

// digits reads HH[:MM[:SS[.f…]]], with colons or without, up to end, and says whether
// something follows. It takes all that CPython takes, 22,5 and 22304512 too.
func (r *reader) digits(end int) (h, m, s, us int, more, ok bool) {
	parts := [3]int{}
	colons := true
loop:
	for i := range parts {
		if parts[i], ok = r.number(2); !ok {
			return 0, 0, 0, 0, false, false
		}
		c := r.peek()
		r.pos++
		if i == 0 {
			colons = c == ':'
		}
		switch {
		case r.pos >= end:
			return parts[0], parts[1], parts[2], 0, c != 0, true
		case colons && c == ':':
		case c == '.' || c == ',':
			break loop
		case !colons:
			r.pos--
		default:
			return 0, 0, 0, 0, false, false
		}
	}
	n := min(end-r.pos, 6)
	if us, ok = r.number(n); !ok {
		return 0, 0, 0, 0, false, false
	}
	for ; n < 6; n++ {
		us *= 10
	}
	for isDigit(r.peek()) {
		r.pos++
	}
	return parts[0], parts[1], parts[2], us, r.peek() != 0, true
}

func readClock(text string) (c isoClock, ok bool) {
	end := strings.IndexAny(text, "+-Z")
	if end < 0 {
		end = len(text)
	}
	r := &reader{s: text}
	var more bool
	c.h, c.m, c.s, c.us, more, ok = r.digits(end)
	if !ok || end == len(text) {
		return c, ok && !more
	}
	c.zoned = true
	if text[end] == 'Z' {
		return c, end+1 == len(text)
	}
	r = &reader{s: text[end+1:]}
	h, m, s, us, more, ok := r.digits(len(r.s))
	c.off, c.offUS = h*3600+m*60+s, us
	if text[end] == '-' {
		c.off, c.offUS = -c.off, -us
	}
	return c, ok && !more
}

// zone makes the tzinfo of a time that was read.
func (c *isoClock) zone(t *py.Thread) (py.Value, error) {
	if !c.zoned {
		return py.None, nil
	}
	d, err := span(0, int64(c.off), int64(c.offUS))
	if err != nil {
		return py.Nil, err
	}
	return newZone(t, py.As[delta](d), py.Nil)
}

func dateFromisoformat(t *py.Thread, a *py.Args) (py.Value, error) {
	text, err := isoText(a)
	if err != nil {
		return py.Nil, err
	}
	y, m, d, ok := readDate(text)
	if n := len(text); !ok || n != 7 && n != 8 && n != 10 {
		return py.Nil, badISO(text)
	}
	return dateIn(t, a.ClassOf(), y, m, d)
}

func timeFromisoformat(t *py.Thread, a *py.Args) (py.Value, error) {
	text, err := isoText(a)
	if err != nil {
		return py.Nil, err
	}
	c, ok := readClock(strings.TrimPrefix(text, "T"))
	if !ok {
		return py.Nil, badISO(text)
	}
	tz, err := c.zone(t)
	if err != nil {
		return py.Nil, err
	}
	return timeIn(t, a.ClassOf(), c.h, c.m, c.s, c.us, tz, 0)
}

// dateEnd finds where the date of a datetime ends.
func dateEnd(s string) int {
	n := len(s)
	at := func(i int) byte {
		if i < n {
			return s[i]
		}
		return 0
	}
	switch {
	case n == 7:
		return 7
	case at(4) == '-' && at(5) == 'W':
		if n > 8 && at(8) == '-' && n != 9 && !(n > 10 && isDigit(at(10))) {
			return 10
		}
		return 8
	case at(4) == '-':
		return 10
	case at(4) == 'W':
		i := 7
		for i < n && isDigit(s[i]) {
			i++
		}
		switch {
		case i < 9:
			return i
		case i%2 == 0:
			return 7
		}
		return 8
	}
	return 8
}

func datetimeFromisoformat(t *py.Thread, a *py.Args) (py.Value, error) {
	text, err := isoText(a)
	if err != nil {
		return py.Nil, err
	}
	if len(text) < 7 {
		return py.Nil, badISO(text)
	}
	end := min(dateEnd(text), len(text))
	y, m, d, ok := readDate(text[:end])
	var c isoClock
	if ok && end < len(text) {
		_, n := utf8.DecodeRuneInString(text[end:])
		c, ok = readClock(text[end+n:])
	}
	if !ok {
		return py.Nil, badISO(text)
	}
	tz, err := c.zone(t)
	if err != nil {
		return py.Nil, err
	}
	return momentIn(t, a.ClassOf(), y, m, d, c.h, c.m, c.s, c.us, tz, 0)
}
