package time

import (
	"strings"
	"time"

	"github.com/woma-lang/woma/py"
)

// strptime parses a time as CPython's own (pure Python) strptime does, whose
// directives take as many digits as their range allows.

// scanned is what strptime found.
type scanned struct {
	year, mon, day, hour, min, sec int
	yday, wday, dst                int
	hour12, pm                     int
	weekU, weekW, isoYear, isoWeek int
	off                            int
	zone                           string
	hasYear, hasOff                bool
}

func strptime(t *py.Thread, a *py.Args) (py.Value, error) {
	text, format := a.String(0), a.StringOr(1, "%a %b %d %H:%M:%S %Y")
	if err := a.Err(); err != nil {
		for i := range 2 {
			if v := a.ValueOr(i, py.NewStr("")); !py.IsInstance(v, py.StrType) {
				return py.Nil, py.Raise(py.TypeError, "strptime() argument %d must be str, not %s", i, py.Object(v.Type()))
			}
		}
		return py.Nil, err
	}
	mismatch := func() error {
		r1, err := py.Repr(t, py.NewStr(text))
		if err != nil {
			return err
		}
		r2, err := py.Repr(t, py.NewStr(format))
		if err != nil {
			return err
		}
		return py.Raise(py.ValueError, "time data %s does not match format %s", r1, r2)
	}
	s := scanned{year: 1900, mon: 1, day: 1, wday: -1, yday: -1, dst: -1, hour12: -1, pm: -1, weekU: -1, weekW: -1, isoWeek: -1}
	rest, bad, ok := s.scan(text, format)
	if bad != "" {
		r, err := py.Repr(t, py.NewStr(format))
		if err != nil {
			return py.Nil, err
		}
		if bad == "%" {
			return py.Nil, py.RaiseValue(py.ValueError, py.NewStr("stray % in format "+r.String()))
		}
		b, err := py.Repr(t, py.NewStr(bad))
		if err != nil {
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.ValueError, "%s is a bad directive in format %s", b, r)
	}
	if !ok {
		return py.Nil, mismatch()
	}
	if rest != "" {
		return py.Nil, py.RaiseValue(py.ValueError, py.NewStr("unconverted data remains: "+rest))
	}
	return s.result()
}

// scan matches text with a format. bad is a directive that does not exist.
func (s *scanned) scan(text, format string) (rest, bad string, ok bool) {
	for i := 0; i < len(format); i++ {
		c := format[i]
		if isSpace(c) {
			for i+1 < len(format) && isSpace(format[i+1]) {
				i++
			}
			trimmed := strings.TrimLeft(text, " \t\n\r\f\v")
			if len(trimmed) == len(text) {
				return text, "", false
			}
			text = trimmed
			continue
		}
		if c != '%' {
			if text == "" || lower(text[0]) != lower(c) {
				return text, s.badIn(format[i:]), false
			}
			text = text[1:]
			continue
		}
		i++
		if i == len(format) {
			return text, "%", false
		}
		d := format[i]
		if !strings.ContainsRune("aAbBcdfGHIjmMpSuUVwWxXyYzZ%", rune(d)) {
			return text, string(rune(d)), false
		}
		if text, ok = s.directive(d, text); !ok {
			return text, s.badIn(format[i+1:]), false
		}
	}
	return text, "", true
}

// badIn finds a directive that does not exist in what is left of a format: it is an
// error even if the text did not match before.
func (s *scanned) badIn(format string) string {
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

func (s *scanned) directive(d byte, text string) (rest string, ok bool) {
	num := func(p *int, n, lo, hi int) (string, bool) {
		v, rest, ok := digits(text, n, lo, hi)
		if ok {
			*p = v
		}
		return rest, ok
	}
	sub := func(format string) (string, bool) {
		rest, _, ok := s.scan(text, format)
		return rest, ok
	}
	switch d {
	case 'a':
		s.wday, rest, ok = names(text, days[:], 3)
	case 'A':
		s.wday, rest, ok = names(text, days[:], 0)
	case 'b':
		s.mon, rest, ok = names(text, months[:], 3)
		s.mon++
	case 'B':
		s.mon, rest, ok = names(text, months[:], 0)
		s.mon++
	case 'c':
		return sub("%a %b %d %H:%M:%S %Y")
	case 'd':
		text = strings.TrimPrefix(text, " ")
		return num(&s.day, 2, 1, 31)
	case 'f':
		var frac int
		k := len(text)
		rest, ok = num(&frac, 6, 0, 999999)
		_ = k
	case 'G':
		if len(text) < 4 {
			return text, false
		}
		s.isoYear, rest, ok = digits(text, 4, 0, 9999)
	case 'H':
		return num(&s.hour, 2, 0, 23)
	case 'I':
		return num(&s.hour12, 2, 1, 12)
	case 'j':
		return num(&s.yday, 3, 1, 366)
	case 'm':
		return num(&s.mon, 2, 1, 12)
	case 'M':
		return num(&s.min, 2, 0, 59)
	case 'p':
		s.pm, rest, ok = names(text, []string{"am", "pm"}, 0)
	case 'S':
		return num(&s.sec, 2, 0, 61)
	case 'u':
		if rest, ok = num(&s.wday, 1, 1, 7); ok {
			s.wday--
		}
	case 'U':
		return num(&s.weekU, 2, 0, 53)
	case 'V':
		return num(&s.isoWeek, 2, 1, 53)
	case 'w':
		if rest, ok = num(&s.wday, 1, 0, 6); ok {
			s.wday = (s.wday + 6) % 7
		}
	case 'W':
		return num(&s.weekW, 2, 0, 53)
	case 'x':
		return sub("%m/%d/%y")
	case 'X':
		return sub("%H:%M:%S")
	case 'y':
		if len(text) < 2 || text[1] < '0' || text[1] > '9' {
			return text, false
		}
		if rest, ok = num(&s.year, 2, 0, 99); ok {
			s.hasYear = true
			if s.year < 69 {
				s.year += 2000
			} else {
				s.year += 1900
			}
		}
	case 'Y':
		for i := range 4 {
			if i >= len(text) || text[i] < '0' || text[i] > '9' {
				return text, false
			}
		}
		s.hasYear = true
		return num(&s.year, 4, 0, 9999)
	case 'z':
		return s.offset(text)
	case 'Z':
		local, _ := time.Now().Zone()
		i, rest, ok := names(text, []string{"utc", "gmt", local}, 0)
		if ok {
			s.zone, s.dst = []string{"UTC", "GMT", local}[i], 0
		}
		return rest, ok
	case '%':
		return strings.TrimPrefix(text, "%"), strings.HasPrefix(text, "%")
	}
	return rest, ok
}

// offset reads ±HH[:]MM[[:]SS[.ffffff]] or Z.
func (s *scanned) offset(text string) (string, bool) {
	if text != "" && lower(text[0]) == 'z' {
		s.off, s.hasOff = 0, true
		return text[1:], true
	}
	if text == "" || text[0] != '+' && text[0] != '-' {
		return text, false
	}
	rest := text[1:]
	two := func(hi int) (int, bool) {
		if len(rest) < 2 || rest[1] < '0' || rest[1] > '9' {
			return 0, false
		}
		v, r, ok := digits(rest, 2, 0, hi)
		if ok {
			rest = r
		}
		return v, ok
	}
	h, ok := two(99)
	if !ok {
		return text, false
	}
	rest = strings.TrimPrefix(rest, ":")
	m, ok := two(59)
	if !ok {
		return text, false
	}
	s.off, s.hasOff = h*3600+m*60, true
	if len(rest) > 1 && (rest[0] == ':' || rest[0] >= '0' && rest[0] <= '9') {
		keep := rest
		rest = strings.TrimPrefix(rest, ":")
		if sec, ok := two(59); ok {
			s.off += sec
		} else {
			rest = keep
		}
	}
	if text[0] == '-' {
		s.off = -s.off
	}
	return rest, true
}

// result works out the day and makes the struct_time.
func (s *scanned) result() (py.Value, error) {
	if s.hour12 >= 0 {
		s.hour = s.hour12 % 12
		if s.pm == 1 {
			s.hour += 12
		}
	}
	leapFix := false
	if !s.hasYear && s.mon == 2 && s.day == 29 {
		s.year, leapFix = 1904, true
	}
	jan1 := time.Date(s.year, 1, 1, 0, 0, 0, 0, time.UTC)
	first := (int(jan1.Weekday()) + 6) % 7
	switch {
	case s.yday < 0 && s.wday >= 0 && (s.weekU >= 0 || s.weekW >= 0) && s.hasYear:
		week, wday, start := s.weekW, s.wday, first
		if s.weekU >= 0 {
			week, wday, start = s.weekU, (s.wday+1)%7, (first+1)%7
		}
		lead := (7 - start) % 7
		if week == 0 {
			s.yday = 1 + wday - start
		} else {
			s.yday = 1 + lead + 7*(week-1) + wday
		}
		x := jan1.AddDate(0, 0, s.yday-1)
		s.year, s.mon, s.day = x.Year(), int(x.Month()), x.Day()
		s.yday = x.YearDay()
	case s.isoWeek >= 0 && s.wday >= 0 && s.isoYear > 0:
		jan4 := time.Date(s.isoYear, 1, 4, 0, 0, 0, 0, time.UTC)
		monday := jan4.AddDate(0, 0, -((int(jan4.Weekday()) + 6) % 7))
		x := monday.AddDate(0, 0, 7*(s.isoWeek-1)+s.wday)
		s.year, s.mon, s.day, s.yday = x.Year(), int(x.Month()), x.Day(), x.YearDay()
	case s.yday > 0:
		x := jan1.AddDate(0, 0, s.yday-1)
		s.mon, s.day = int(x.Month()), x.Day()
	default:
		x := time.Date(s.year, time.Month(s.mon), s.day, 0, 0, 0, 0, time.UTC)
		if x.Day() != s.day {
			return py.Nil, py.Raise(py.ValueError, "day is out of range for month")
		}
		s.yday = x.YearDay()
	}
	if s.wday < 0 {
		x := time.Date(s.year, time.Month(s.mon), s.day, 0, 0, 0, 0, time.UTC)
		s.wday = (int(x.Weekday()) + 6) % 7
	}
	if leapFix {
		s.year = 1900
	}
	var vals [11]py.Value
	for i, n := range [...]int{s.year, s.mon, s.day, s.hour, s.min, s.sec, s.wday, s.yday, s.dst} {
		vals[i] = py.Int(int64(n))
	}
	vals[9], vals[10] = py.None, py.None
	if s.zone != "" {
		vals[9] = py.NewStr(s.zone)
	}
	if s.hasOff {
		vals[10] = py.Int(int64(s.off))
	}
	return structTime.New(vals[:]...), nil
}
