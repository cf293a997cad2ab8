package json

import (
	"math"
	"strings"

	"github.com/woma-lang/woma/py"
)

// parser reads one document. Positions are bytes of s; errors tell code points.
type parser struct {
	t      *py.Thread
	doc    *py.Str
	s      string
	strict bool
	depth  int
	count  int // values since the last charge

	objectHook, pairsHook, parseFloat, parseInt, parseConstant py.Value
	memo                                                       [64]*py.Str // keys seen
}

// hooks takes the hooks from arguments.
func (p *parser) hooks(a *py.Args, object, float, integer, constant, pairs int) {
	for i, h := range [...]*py.Value{&p.objectHook, &p.parseFloat, &p.parseInt, &p.parseConstant, &p.pairsHook} {
		if j := [...]int{object, float, integer, constant, pairs}[i]; a.Given(j) {
			*h = a.Value(j)
		}
	}
	if p.parseFloat.Bound() && p.parseFloat == py.FloatType.Value() {
		p.parseFloat = py.Nil
	}
	if p.parseInt.Bound() && p.parseInt == py.IntType.Value() {
		p.parseInt = py.Nil
	}
}

// fail returns the JSONDecodeError for byte position i.
func (p *parser) fail(msg string, i int) error {
	return newDecodeError(msg, p.doc, charIndex(p.s, i))
}

// charIndex turns a byte position into a code point position.
func charIndex(s string, i int) int {
	n := 0
	for _, c := range []byte(s[:min(i, len(s))]) {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// document parses all of s.
func (p *parser) document() (py.Value, error) {
	v, i, err := p.value(p.space(0))
	if err != nil {
		return py.Nil, err
	}
	if i = p.space(i); i != len(p.s) {
		return py.Nil, p.fail("Extra data", i)
	}
	return v, nil
}

// space skips white space.
func (p *parser) space(i int) int {
	for i < len(p.s) {
		switch p.s[i] {
		case ' ', '\t', '\n', '\r':
			i++
		default:
			return i
		}
	}
	return i
}

// value parses the value at i, which is not white space.
func (p *parser) value(i int) (py.Value, int, error) {
	if p.count++; p.count >= 1000 {
		p.count = 0
		if err := p.t.Step(1000); err != nil {
			return py.Nil, i, err
		}
		if err := p.t.Alloc(16000); err != nil {
			return py.Nil, i, err
		}
	}
	if i >= len(p.s) {
		return py.Nil, i, p.fail("Expecting value", i)
	}
	rest := p.s[i:]
	switch c := rest[0]; c {
	case '"':
		s, end, err := p.str(i+1, false)
		if err != nil {
			return py.Nil, i, err
		}
		return s.Value(), end, nil
	case '{', '[':
		if p.depth >= maxDepth {
			what := "array"
			if c == '{' {
				what = "object"
			}
			return py.Nil, i, py.Raise(py.RecursionError, "maximum recursion depth exceeded while decoding a JSON %s from a unicode string", what)
		}
		p.depth++
		var v py.Value
		var end int
		var err error
		if c == '{' {
			v, end, err = p.object(i + 1)
		} else {
			v, end, err = p.array(i + 1)
		}
		p.depth--
		return v, end, err
	case 'n':
		if strings.HasPrefix(rest, "null") {
			return py.None, i + 4, nil
		}
	case 't':
		if strings.HasPrefix(rest, "true") {
			return py.True, i + 4, nil
		}
	case 'f':
		if strings.HasPrefix(rest, "false") {
			return py.False, i + 5, nil
		}
	case 'N':
		if strings.HasPrefix(rest, "NaN") {
			return p.constant("NaN", math.NaN(), i+3)
		}
	case 'I':
		if strings.HasPrefix(rest, "Infinity") {
			return p.constant("Infinity", math.Inf(1), i+8)
		}
	case '-':
		if strings.HasPrefix(rest, "-Infinity") {
			return p.constant("-Infinity", math.Inf(-1), i+9)
		}
		return p.number(i)
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return p.number(i)
	}
	return py.Nil, i, p.fail("Expecting value", i)
}

func (p *parser) constant(name string, f float64, end int) (py.Value, int, error) {
	if p.parseConstant.Bound() {
		v, err := py.Call(p.t, p.parseConstant, py.NewStr(name))
		return v, end, err
	}
	return py.Float(f), end, nil
}

func digit(s string, i int) bool { return i < len(s) && s[i]-'0' <= 9 }

// number parses an int or float.
func (p *parser) number(start int) (py.Value, int, error) {
	s, i := p.s, start
	if s[i] == '-' {
		i++
	}
	first := i
	switch {
	case i < len(s) && s[i] == '0':
		i++
	case digit(s, i):
		for digit(s, i) {
			i++
		}
	default:
		return py.Nil, start, p.fail("Expecting value", start)
	}
	whole := i
	if i < len(s) && s[i] == '.' && digit(s, i+1) {
		for i++; digit(s, i); i++ {
		}
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if digit(s, j) {
			for i = j; digit(s, i); i++ {
			}
		}
	}
	text := s[start:i]
	if i == whole {
		if p.parseInt.Bound() {
			v, err := py.Call(p.t, p.parseInt, py.NewStrSub(text))
			return v, i, err
		}
		if i-first <= 18 {
			var n int64
			for _, c := range []byte(s[first:i]) {
				n = n*10 + int64(c-'0')
			}
			if first > start {
				n = -n
			}
			return py.Int(n), i, nil
		}
		v, err := py.ParseInt(p.t, text, 10, py.NewStrSub(text))
		return v, i, err
	}
	if p.parseFloat.Bound() {
		v, err := py.Call(p.t, p.parseFloat, py.NewStrSub(text))
		return v, i, err
	}
	f, _ := py.ParseFloat(text)
	return py.Float(f), i, nil
}

// array parses what follows '['.
func (p *parser) array(i int) (py.Value, int, error) {
	var items []py.Value
	if i = p.space(i); i < len(p.s) && p.s[i] == ']' {
		return py.NewList(nil).Value(), i + 1, nil
	}
	for {
		v, end, err := p.value(i)
		if err != nil {
			return py.Nil, i, err
		}
		items = append(items, v)
		i = p.space(end)
		if i < len(p.s) && p.s[i] == ']' {
			return py.NewList(items).Value(), i + 1, nil
		}
		if i >= len(p.s) || p.s[i] != ',' {
			return py.Nil, i, p.fail("Expecting ',' delimiter", i)
		}
		comma := i
		if i = p.space(i + 1); i < len(p.s) && p.s[i] == ']' {
			return py.Nil, i, p.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

// object parses what follows '{'.
func (p *parser) object(i int) (py.Value, int, error) {
	var d *py.Dict
	var pairs []py.Value
	if !p.pairsHook.Bound() {
		d = py.NewDict()
	}
	if i = p.space(i); i >= len(p.s) || p.s[i] != '}' {
		for {
			if i >= len(p.s) || p.s[i] != '"' {
				return py.Nil, i, p.fail("Expecting property name enclosed in double quotes", i)
			}
			key, end, err := p.str(i+1, true)
			if err != nil {
				return py.Nil, i, err
			}
			if i = p.space(end); i >= len(p.s) || p.s[i] != ':' {
				return py.Nil, i, p.fail("Expecting ':' delimiter", i)
			}
			v, end, err := p.value(p.space(i + 1))
			if err != nil {
				return py.Nil, i, err
			}
			if d != nil {
				d.SetStr(key, v)
			} else {
				pairs = append(pairs, py.NewTuple(key.Value(), v))
			}
			i = p.space(end)
			if i < len(p.s) && p.s[i] == '}' {
				break
			}
			if i >= len(p.s) || p.s[i] != ',' {
				return py.Nil, i, p.fail("Expecting ',' delimiter", i)
			}
			comma := i
			if i = p.space(i + 1); i < len(p.s) && p.s[i] == '}' {
				return py.Nil, i, p.fail("Illegal trailing comma before end of object", comma)
			}
		}
	}
	if d == nil {
		v, err := py.Call(p.t, p.pairsHook, py.NewList(pairs).Value())
		return v, i + 1, err
	}
	if p.objectHook.Bound() {
		v, err := py.Call(p.t, p.objectHook, d.Value())
		return v, i + 1, err
	}
	return d.Value(), i + 1, nil
}

// key returns the one object of a key's text in this document.
func (p *parser) key(text string) *py.Str {
	h := uint(len(text)) * 31
	if len(text) > 0 {
		h += uint(text[0]) + uint(text[len(text)-1])*7 + uint(text[len(text)/2])*13
	}
	slot := &p.memo[h%uint(len(p.memo))]
	if *slot == nil || (*slot).String() != text {
		*slot, _ = py.AsStr(py.NewStrBytes([]byte(text)))
	}
	return *slot
}

// str parses the string whose first character is at i.
func (p *parser) str(i int, isKey bool) (*py.Str, int, error) {
	s, begin := p.s, i-1
	start := i
	var out []byte
	for {
		for i < len(s) && s[i] != '"' && s[i] != '\\' && s[i] >= 0x20 {
			i++
		}
		if i >= len(s) {
			return nil, i, p.fail("Unterminated string starting at", begin)
		}
		switch c := s[i]; {
		case c == '"':
			if out == nil {
				if isKey && i-start <= 64 {
					return p.key(s[start:i]), i + 1, nil
				}
				v, _ := py.AsStr(py.NewStrBytes([]byte(s[start:i])))
				return v, i + 1, p.t.Alloc(i - start)
			}
			out = append(out, s[start:i]...)
			v, _ := py.AsStr(py.NewStrBytes(out))
			return v, i + 1, p.t.Alloc(len(out))
		case c != '\\':
			if p.strict {
				return nil, i, p.fail("Invalid control character at", i)
			}
			i++
			continue
		}
		if out == nil {
			out = make([]byte, 0, i-start+16)
		}
		out = append(out, s[start:i]...)
		i++
		if i >= len(s) {
			return nil, i, p.fail("Unterminated string starting at", begin)
		}
		c := s[i]
		i++
		switch c {
		case '"', '\\', '/':
			out = append(out, c)
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r, ok := p.hex4(i)
			if !ok {
				return nil, i, p.fail("Invalid \\uXXXX escape", i-1)
			}
			i += 4
			if r&0xFC00 == 0xD800 && strings.HasPrefix(s[i:], "\\u") {
				r2, ok := p.hex4(i + 2)
				if !ok {
					return nil, i, p.fail("Invalid \\uXXXX escape", i+1)
				}
				if r2&0xFC00 == 0xDC00 {
					r = 0x10000 + (r-0xD800)<<10 + (r2 - 0xDC00)
					i += 6
				}
			}
			out = py.AppendRune(out, r)
		default:
			return nil, i, p.fail("Invalid \\escape", i-2)
		}
		start = i
	}
}

// hex4 reads four hexadecimal digits, which something must follow.
func (p *parser) hex4(i int) (rune, bool) {
	if i+4 >= len(p.s) {
		return 0, false
	}
	var r rune
	for _, c := range []byte(p.s[i : i+4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
