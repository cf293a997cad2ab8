package py

import (
	"strings"
	"unicode/utf8"
	"unsafe"
)

// split, rsplit, splitlines, join.

// splitArgs reads sep and maxsplit; a sep of None is "".
func (s *Str) splitArgs(t *Thread, a *Args) (sep string, limit int, err error) {
	limit = -1
	if a.Has(1) {
		if limit = a.IntOr(t, 1, -1); a.err != nil {
			return "", 0, a.err
		}
	}
	if a.Given(0) {
		x, ok := AsStr(a.Value(0))
		if !ok {
			return "", 0, Raise(TypeError, "must be str or None, not %s", TypeName(a.Value(0)))
		}
		if sep = x.String(); sep == "" {
			return "", 0, Raise(ValueError, "empty separator")
		}
	}
	return sep, limit, nil
}

// splitter collects the parts of a text.
type splitter struct {
	t     *Thread
	parts []Value
	make  func(string) Value
	err   error
}

// add returns false after an error.
func (p *splitter) add(s string) bool {
	if n := len(p.parts); n&1023 == 1023 {
		if p.err = p.t.Step(1024); p.err == nil && n == cap(p.parts) {
			p.err = p.t.Alloc(n * 32)
		}
		if p.err != nil {
			return false
		}
	}
	p.parts = append(p.parts, p.make(s))
	return true
}

// list returns the parts, in reverse order if they were found from the right.
func (p *splitter) list(right bool) (Value, error) {
	if p.err != nil {
		return Nil, p.err
	}
	if right {
		for i, j := 0, len(p.parts)-1; i < j; i, j = i+1, j-1 {
			p.parts[i], p.parts[j] = p.parts[j], p.parts[i]
		}
	}
	return NewList(p.parts).Value(), nil
}

// splitText splits at sep, at most limit times (negative: always).
func (p *splitter) splitText(text, sep string, limit int, right bool) (Value, error) {
	if !right {
		n := 0
		if len(text) < 4096 {
			if n = strings.Count(text, sep); limit >= 0 && limit < n {
				n = limit
			}
		} else {
			n = 31
		}
		p.parts = make([]Value, 0, n+1)
		for ; limit != 0; limit-- {
			i := strings.Index(text, sep)
			if i < 0 || !p.add(text[:i]) {
				break
			}
			text = text[i+len(sep):]
		}
	} else {
		for ; limit != 0; limit-- {
			i := lastIndex(text, sep)
			if i < 0 || !p.add(text[i+len(sep):]) {
				break
			}
			text = text[:i]
		}
	}
	p.add(text)
	return p.list(right)
}

func asciiSpaceStr(c byte) bool { return c == ' ' || c >= 9 && c <= 13 || c >= 28 && c <= 31 }

// splitSpace splits at runs of white space. space tells about bytes below 128; wide,
// if not nil, about other characters.
func (p *splitter) splitSpace(text string, limit int, right bool, space func(byte) bool, wide func(rune) bool) (Value, error) {
	if right {
		return p.rsplitSpace(text, limit, space, wide)
	}
	i := 0
	for {
		for i < len(text) { // skip white space
			c := text[i]
			if c < utf8.RuneSelf || wide == nil {
				if !space(c) {
					break
				}
				i++
				continue
			}
			r, n := DecodeRune(text[i:])
			if !wide(r) {
				break
			}
			i += n
		}
		if i == len(text) {
			break
		}
		if limit == 0 {
			p.add(text[i:])
			break
		}
		limit--
		start := i
		for i < len(text) {
			c := text[i]
			if c < utf8.RuneSelf || wide == nil {
				if space(c) {
					break
				}
				i++
				continue
			}
			r, n := DecodeRune(text[i:])
			if wide(r) {
				break
			}
			i += n
		}
		if !p.add(text[start:i]) {
			break
		}
	}
	return p.list(false)
}

// trimRight returns the end of text without trailing white space, at least from.
func trimRight(text string, from int, space func(byte) bool, wide func(rune) bool) int {
	end := len(text)
	for end > from {
		c := text[end-1]
		if c < utf8.RuneSelf || wide == nil {
			if !space(c) {
				break
			}
			end--
			continue
		}
		r, n := DecodeLastRune(text[:end])
		if !wide(r) {
			break
		}
		end -= n
	}
	return end
}

// trimLeft returns the start of text without leading white space.
func trimLeft(text string, space func(byte) bool, wide func(rune) bool) int {
	i := 0
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf || wide == nil {
			if !space(c) {
				break
			}
			i++
			continue
		}
		r, n := DecodeRune(text[i:])
		if !wide(r) {
			break
		}
		i += n
	}
	return i
}

func (p *splitter) rsplitSpace(text string, limit int, space func(byte) bool, wide func(rune) bool) (Value, error) {
	for {
		text = text[:trimRight(text, 0, space, wide)]
		if text == "" {
			break
		}
		if limit == 0 {
			p.add(text)
			break
		}
		limit--
		start := len(text)
		for start > 0 {
			c := text[start-1]
			if c < utf8.RuneSelf || wide == nil {
				if space(c) {
					break
				}
				start--
				continue
			}
			r, n := DecodeLastRune(text[:start])
			if wide(r) {
				break
			}
			start -= n
		}
		if !p.add(text[start:]) {
			break
		}
		text = text[:start]
	}
	return p.list(true)
}

func (s *Str) split(t *Thread, a *Args) (Value, error)  { return s.splitAny(t, a, false) }
func (s *Str) rsplit(t *Thread, a *Args) (Value, error) { return s.splitAny(t, a, true) }

func (s *Str) splitAny(t *Thread, a *Args, right bool) (Value, error) {
	sep, limit, err := s.splitArgs(t, a)
	if err != nil {
		return Nil, err
	}
	p := splitter{t: t, make: NewStrSub}
	if len(s.String()) > quickMost {
		p.make = new(StrBatch).New // see manyParts
	}
	if sep != "" {
		return p.splitText(s.String(), sep, limit, right)
	}
	return p.splitSpace(s.String(), limit, right, asciiSpaceStr, isSpace)
}

func (s *Str) splitlines(t *Thread, a *Args) (Value, error) {
	keep := a.BoolOr(t, 0, false)
	if a.err != nil {
		return Nil, a.err
	}
	p := splitter{t: t, make: NewStrSub}
	text := s.String()
	start := 0
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = DecodeRune(text[i:])
		}
		if !isLineBreak(r) {
			i += n
			continue
		}
		end := i
		i += n
		if r == '\r' && i < len(text) && text[i] == '\n' {
			i++
		}
		if keep {
			end = i
		}
		if !p.add(text[start:end]) {
			break
		}
		start = i
	}
	if start < len(text) {
		p.add(text[start:])
	}
	return p.list(false)
}

func (s *Str) join(t *Thread, a *Args) (Value, error) {
	v := a.Value(0)
	if !IsList(v) && !IsTuple(v) && v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
		return Nil, Raise(TypeError, "can only join an iterable")
	}
	items, err := ToSlice(t, v)
	if err != nil {
		return Nil, err
	}
	return JoinStr(t, s.String(), items)
}

// JoinStr is sep.join(items).
func JoinStr(t *Thread, sep string, items []Value) (Value, error) {
	size := 0
	wide := 0
	for i := range items {
		x := (*Str)(items[i].p)
		if !IsStr(items[i]) {
			var ok bool
			if x, ok = AsStr(items[i]); !ok {
				return Nil, Raise(TypeError, "sequence item %d: expected str instance, %s found", i, TypeName(items[i]))
			}
		}
		if size += int(x.n & strMask); size > MaxStr {
			return Nil, Raise(MemoryError, "")
		}
		wide |= int(x.n & strWide)
	}
	switch len(items) {
	case 0:
		return emptyStr.Value(), nil
	case 1:
		return exactStr((*Str)(items[0].p)), nil
	}
	if sep != "" && len(items) > (MaxStr-size)/len(sep)+1 {
		return Nil, Raise(MemoryError, "")
	}
	size += len(sep) * (len(items) - 1)
	if err := chargeStr(t, size); err != nil {
		return Nil, err
	}
	if wide == 0 && size > 1 && isASCII(sep) {
		o, buf := newText(size)
		joinInto(buf, sep, items)
		return o.Value(), nil
	}
	b := make([]byte, size)
	joinInto(b, sep, items)
	return NewStr(unsafe.String(unsafe.SliceData(b), len(b))), nil
}

// joinInto fills b, which has the very size, with the items and sep between them.
func joinInto(b []byte, sep string, items []Value) {
	k := 0
	for i := range items {
		if i > 0 {
			if len(sep) == 1 {
				b[k] = sep[0]
				k++
			} else if sep != "" {
				k += copy(b[k:], sep)
			}
		}
		if x := (*Str)(items[i].p); x.n == 1 {
			b[k] = *x.p
			k++
		} else {
			k += copy(b[k:], x.String())
		}
	}
}
