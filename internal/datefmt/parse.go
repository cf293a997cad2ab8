package datefmt

import (
	"strconv"
	"strings"
	"sync"
	"time"
)

// Parsed is what was found in a text by a format: see [Parse].
type Parsed struct {
	Year, Mon, Day, Hour, Min, Sec, Micro int
	Wday, Yday, Dst                       int
	Off, OffMicro                         int // of %z
	Zone                                  string
	HasOff                                bool
	Wrong                                 string // a part that no time has, as the text of a ValueError

	hour12, pm                     int
	weekU, weekW, isoYear, isoWeek int
	hasYear                        bool
}

// Mismatch is how a text and a format do not go together.
type Mismatch int

// The kinds of mismatch.
const (
	Fits         Mismatch = iota
	NoMatch               // the text is not as the format says
	Rest                  // the text goes on: detail is the rest
	BadDirective          // the format has a directive that does not exist: detail
	Stray                 // the format ends with %
	Invalid               // the parts make no time: detail is the text of a ValueError
)

// Text is the text of the ValueError, nothing for Fits. repr quotes a str.
func (kind Mismatch) Text(text, format, detail string, repr func(string) string) string {
	switch kind {
	case NoMatch:
		return "time data " + repr(text) + " does not match format " + repr(format)
	case Rest:
		return "unconverted data remains: " + detail
	case BadDirective:
		return repr(detail) + " is a bad directive in format " + repr(format)
	case Stray:
		return "stray % in format " + repr(format)
	}
	return detail
}

// Parse reads a time as CPython's own (pure Python) strptime does, whose directives
// take as many digits as their range allows.
func Parse(text, format string) (s *Parsed, kind Mismatch, detail string) {
	s = &Parsed{Year: 1900, Mon: 1, Day: 1, Wday: -1, Yday: -1, Dst: -1, hour12: -1, pm: -1, weekU: -1, weekW: -1, isoWeek: -1, isoYear: -1}
	rest, bad, ok := s.scan(text, format)
	switch {
	case bad == "%":
		return s, Stray, ""
	case bad != "":
		return s, BadDirective, bad
	case !ok:
		return s, NoMatch, ""
	case rest != "":
		return s, Rest, rest
	}
	if s.Wrong == "" {
		s.result()
	}
	if s.Wrong != "" {
		return s, Invalid, s.Wrong
	}
	return s, Fits, ""
}

// expand writes the directives that stand for several as these.
var expand struct {
	once sync.Once
	*strings.Replacer
}

// maxTries bounds how often another number of digits is tried.
const maxTries = 100000

// scan matches text with a format. bad is a directive that does not exist.
func (s *Parsed) scan(text, format string) (rest, bad string, ok bool) {
	expand.once.Do(func() {
		expand.Replacer = strings.NewReplacer("%%", "%%", "%c", "%a %b %d %H:%M:%S %Y", "%x", "%m/%d/%y", "%X", "%H:%M:%S")
	})
	format = expand.Replace(format)
	if bad := s.badIn(format); bad != "" {
		return text, bad, false
	}
	tries := maxTries
	rest, ok = s.match(text, format, &tries)
	return rest, "", ok
}

// match is scan for a format that is known to be good. Numbers take as many digits as
// they can, fewer if the rest does not fit then.
func (s *Parsed) match(text, format string, tries *int) (rest string, ok bool) {
	for i := 0; i < len(format); i++ {
		c := format[i]
		if isSpace(c) {
			for i+1 < len(format) && isSpace(format[i+1]) {
				i++
			}
			trimmed := strings.TrimLeft(text, " \t\n\r\f\v")
			if len(trimmed) == len(text) {
				return text, false
			}
			text = trimmed
			continue
		}
		if c != '%' {
			if text == "" || lower(text[0]) != lower(c) {
				return text, false
			}
			text = text[1:]
			continue
		}
		i++
		d := format[i]
		before := *s
		if rest, ok = s.directive(d, text, 9); !ok {
			return text, false
		}
		if !strings.ContainsRune("dfHIjmMSUVW", rune(d)) {
			text = rest
			continue
		}
		for {
			if end, ok := s.match(rest, format[i+1:], tries); ok {
				return end, true
			}
			if *tries--; *tries < 0 {
				return text, false
			}
			*s = before
			digits := len(strings.TrimPrefix(text, " ")) - len(rest)
			if rest, ok = s.directive(d, text, digits-1); !ok {
				return text, false
			}
		}
	}
	return text, true
}

// badIn finds a directive that does not exist in what is left of a format: it is an
// error even if the text did not match before.
func (s *Parsed) badIn(format string) string {
	for i := 0; i < len(format); i++ {
		if format[i] == '%' {
			i++
			if i == len(format) {
				return "%"
			}
			if !strings.ContainsRune("aAbBcdfGHIjmMpSuUVwWxXyYzZ%", rune(format[i])) {
				return string(rune(format[i]))
			}
		}
	}
	return ""
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 32
	}
	return c
}

// digits reads up to n digits whose value is from lo to hi, as many as allow that.
func digits(text string, n, lo, hi int) (val int, rest string, ok bool) {
	k := 0
	for k < n && k < len(text) && text[k] >= '0' && text[k] <= '9' {
		k++
	}
	for ; k > 0; k-- {
		val = 0
		for _, c := range []byte(text[:k]) {
			val = val*10 + int(c-'0')
		}
		if val >= lo && val <= hi {
			return val, text[k:], true
		}
	}
	return 0, text, false
}

// names matches one of several words, the longest first, in any case.
func names(text string, list []string, n int) (index int, rest string, ok bool) {
	best := -1
	size := 0
	for i, w := range list {
		if n > 0 {
			w = w[:n]
		}
		if len(text) >= len(w) && strings.EqualFold(text[:len(w)], w) && len(w) > size {
			best, size = i, len(w)
		}
	}
	if best < 0 {
		return 0, text, false
	}
	return best, text[size:], true
}

// directive reads what a directive stands for, a number with at most limit digits.
func (s *Parsed) directive(d byte, text string, limit int) (rest string, ok bool) {
	num := func(p *int, n, lo, hi int) (string, bool) {
		v, rest, ok := digits(text, min(n, limit), lo, hi)
		if ok {
			*p = v
		}
		return rest, ok
	}
	switch d {
	case 'a':
		s.Wday, rest, ok = names(text, days[:], 3)
	case 'A':
		s.Wday, rest, ok = names(text, days[:], 0)
	case 'b':
		s.Mon, rest, ok = names(text, months[:], 3)
		s.Mon++
	case 'B':
		s.Mon, rest, ok = names(text, months[:], 0)
		s.Mon++
	case 'd':
		text = strings.TrimPrefix(text, " ")
		return num(&s.Day, 2, 1, 31)
	case 'f':
		rest, ok = num(&s.Micro, 6, 0, 999999)
		for i := len(text) - len(rest); i < 6; i++ {
			s.Micro *= 10
		}
	case 'G', 'Y':
		for i := range 4 {
			if i >= len(text) || text[i] < '0' || text[i] > '9' {
				return text, false
			}
		}
		if d == 'G' {
			return num(&s.isoYear, 4, 0, 9999)
		}
		s.hasYear = true
		return num(&s.Year, 4, 0, 9999)
	case 'H':
		return num(&s.Hour, 2, 0, 23)
	case 'I':
		return num(&s.hour12, 2, 1, 12)
	case 'j':
		return num(&s.Yday, 3, 1, 366)
	case 'm':
		return num(&s.Mon, 2, 1, 12)
	case 'M':
		return num(&s.Min, 2, 0, 59)
	case 'p':
		s.pm, rest, ok = names(text, []string{"am", "pm"}, 0)
	case 'S':
		return num(&s.Sec, 2, 0, 61)
	case 'u':
		if rest, ok = num(&s.Wday, 1, 1, 7); ok {
			s.Wday--
		}
	case 'U':
		return num(&s.weekU, 2, 0, 53)
	case 'V':
		return num(&s.isoWeek, 2, 1, 53)
	case 'w':
		if rest, ok = num(&s.Wday, 1, 0, 6); ok {
			s.Wday = (s.Wday + 6) % 7
		}
	case 'W':
		return num(&s.weekW, 2, 0, 53)
	case 'y':
		if len(text) < 2 || text[1] < '0' || text[1] > '9' {
			return text, false
		}
		if rest, ok = num(&s.Year, 2, 0, 99); ok {
			s.hasYear = true
			if s.Year < 69 {
				s.Year += 2000
			} else {
				s.Year += 1900
			}
		}
	case 'z':
		return s.offset(text)
	case 'Z':
		local, _ := time.Now().Zone()
		_, rest, ok := names(text, []string{"utc", "gmt", local}, 0)
		if ok {
			s.Zone, s.Dst = text[:len(text)-len(rest)], 0
		}
		return rest, ok
	case '%':
		return strings.TrimPrefix(text, "%"), strings.HasPrefix(text, "%")
	}
	return rest, ok
}

// offset reads ±HH[:]MM[[:]SS[.ffffff]] or Z.
func (s *Parsed) offset(text string) (string, bool) {
	if strings.HasPrefix(text, "Z") {
		s.Off, s.OffMicro, s.HasOff = 0, 0, true
		return text[1:], true
	}
	if text == "" || text[0] != '+' && text[0] != '-' {
		return text, false
	}
	digit := func(i int) bool { return i < len(text) && text[i] >= '0' && text[i] <= '9' }
	two := func(i int) int { return int(text[i]-'0')*10 + int(text[i+1]-'0') }
	if !digit(1) || !digit(2) {
		return text, false
	}
	i, colon := 3, false
	if i < len(text) && text[i] == ':' {
		i, colon = 4, true
	}
	if !digit(i) || !digit(i+1) || text[i] > '5' {
		return text, false
	}
	off, micro := two(1)*3600+two(i)*60, 0
	i += 2
	j, colon2 := i, false
	if j < len(text) && text[j] == ':' {
		j, colon2 = i+1, true
	}
	if digit(j) && digit(j+1) && text[j] <= '5' {
		off += two(j)
		i = j + 2
		if i < len(text) && text[i] == '.' && digit(i+1) {
			n := 0
			for i++; n < 6 && digit(i); n++ {
				micro = micro*10 + int(text[i]-'0')
				i++
			}
			for ; n < 6; n++ {
				micro *= 10
			}
		}
		if colon && !colon2 {
			s.Wrong = "Inconsistent use of : in " + text[:i]
		} else if colon2 && !colon {
			s.Wrong = "invalid literal for int() with base 10: '" + text[j-1:j+1] + "'"
		}
	}
	if text[0] == '-' {
		off, micro = -off, -micro
	}
	s.Off, s.OffMicro, s.HasOff = off, micro, true
	return text[i:], true
}

// result works out the day.
func (s *Parsed) result() {
	const byDay = "and a weekday directive ('%A', '%a', '%w', or '%u')."
	switch {
	case s.isoYear == 0:
		s.Wrong = "Year is out of range: 0"
	case s.isoYear >= 0 && s.Yday >= 0:
		s.Wrong = "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
	case s.isoYear >= 0 && (s.isoWeek < 0 || s.Wday < 0):
		s.Wrong = "ISO year directive '%G' must be used with the ISO week directive '%V' " + byDay
	case s.isoYear >= 0 || s.isoWeek < 0:
	case !s.hasYear || s.Wday < 0:
		s.Wrong = "ISO week directive '%V' must be used with the ISO year directive '%G' " + byDay
	default:
		s.Wrong = "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
	}
	if s.Wrong != "" {
		return
	}
	if s.hour12 >= 0 {
		s.Hour = s.hour12 % 12
		if s.pm == 1 {
			s.Hour += 12
		}
	}
	leapFix := false
	if !s.hasYear && s.Mon == 2 && s.Day == 29 {
		s.Year, leapFix = 1904, true
	}
	jan1 := time.Date(s.Year, 1, 1, 0, 0, 0, 0, time.UTC)
	first := (int(jan1.Weekday()) + 6) % 7
	switch {
	case s.Yday < 0 && s.Wday >= 0 && (s.weekU >= 0 || s.weekW >= 0) && s.hasYear:
		week, wday, start := s.weekW, s.Wday, first
		if s.weekU >= 0 {
			week, wday, start = s.weekU, (s.Wday+1)%7, (first+1)%7
		}
		lead := (7 - start) % 7
		if week == 0 {
			s.Yday = 1 + wday - start
		} else {
			s.Yday = 1 + lead + 7*(week-1) + wday
		}
		x := jan1.AddDate(0, 0, s.Yday-1)
		s.Year, s.Mon, s.Day = x.Year(), int(x.Month()), x.Day()
		s.Yday = x.YearDay()
	case s.isoWeek >= 0 && s.Wday >= 0 && s.isoYear >= 0:
		jan4 := time.Date(s.isoYear, 1, 4, 0, 0, 0, 0, time.UTC)
		monday := jan4.AddDate(0, 0, -((int(jan4.Weekday()) + 6) % 7))
		x := monday.AddDate(0, 0, 7*(s.isoWeek-1)+s.Wday)
		if y, _ := x.AddDate(0, 0, 3-s.Wday).ISOWeek(); y != s.isoYear {
			s.Wrong = "Invalid week: " + strconv.Itoa(s.isoWeek)
			return
		}
		s.Year, s.Mon, s.Day, s.Yday = x.Year(), int(x.Month()), x.Day(), x.YearDay()
	case s.Yday > 0:
		x := jan1.AddDate(0, 0, s.Yday-1)
		s.Year, s.Mon, s.Day = x.Year(), int(x.Month()), x.Day()
	default:
		x := time.Date(s.Year, time.Month(s.Mon), s.Day, 0, 0, 0, 0, time.UTC)
		if x.Day() != s.Day {
			s.Wrong = "day is out of range for month"
			return
		}
		s.Yday = x.YearDay()
	}
	if s.Wday < 0 {
		x := time.Date(s.Year, time.Month(s.Mon), s.Day, 0, 0, 0, 0, time.UTC)
		s.Wday = (int(x.Weekday()) + 6) % 7
	}
	if leapFix {
		s.Year = 1900
	}
}
