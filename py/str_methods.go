package py

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func str1(f func(s string) string) func(*Str, *Thread, *Args) (Value, error) {
	return func(s *Str, t *Thread, a *Args) (Value, error) { return NewStr(f(s.String())), nil }
}

// is makes a predicate: every character satisfies f and there is one.
func is(f func(r rune) bool) func(*Str, *Thread, *Args) (Value, error) {
	return func(s *Str, t *Thread, a *Args) (Value, error) {
		text := s.String()
		if text == "" {
			return False, nil
		}
		for len(text) > 0 {
			r, n := DecodeRune(text)
			if !f(r) {
				return False, nil
			}
			text = text[n:]
		}
		return True, nil
	}
}

var strMembers = Members{
	Method("capitalize()", str1(func(s string) string {
		if s == "" {
			return s
		}
		_, n := DecodeRune(s)
		return strings.ToTitle(s[:n]) + strings.ToLower(s[n:])
	})),
	Method("casefold()", str1(func(s string) string { return strings.ReplaceAll(strings.ToLower(s), "ß", "ss") })),
	Method("center(width, fillchar=' ', /)", func(s *Str, t *Thread, a *Args) (Value, error) { return justify(s, t, a, 'c') }),
	Method("count(sub, start=None, end=None, /)", (*Str).count),
	Method("encode(encoding='utf-8', errors='strict')", func(s *Str, t *Thread, a *Args) (Value, error) {
		enc, errs := a.StringOr(0, "utf-8"), a.StringOr(1, "strict")
		if err := a.Err(); err != nil {
			return Nil, err
		}
		b, err := Encode(t, s, enc, errs)
		if err != nil {
			return Nil, err
		}
		return NewBytes(b), nil
	}),
	Method("endswith(suffix, start=None, end=None, /)", func(s *Str, t *Thread, a *Args) (Value, error) {
		return s.affix(t, a, "endswith", strings.HasSuffix)
	}),
	Method("expandtabs(tabsize=8)", (*Str).expandtabs),
	Method("find(sub, start=None, end=None, /)", func(s *Str, t *Thread, a *Args) (Value, error) {
		n, err := s.search(t, a, strings.Index)
		return Int(int64(n)), err
	}),
	MethodOf("format(*args, **kwargs)", strFormatMethod),
	Method("index(sub, start=None, end=None, /)", func(s *Str, t *Thread, a *Args) (Value, error) {
		n, err := s.search(t, a, strings.Index)
		if err == nil && n < 0 {
			err = Raise(ValueError, "substring not found")
		}
		return Int(int64(n)), err
	}),
	Method("isalnum()", is(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })),
	Method("isalpha()", is(unicode.IsLetter)),
	Method("isascii()", func(s *Str, t *Thread, a *Args) (Value, error) { return Bool(s.ASCII()), nil }),
	Method("isdecimal()", is(unicode.IsDigit)),
	Method("isdigit()", is(func(r rune) bool {
		return unicode.IsDigit(r) || strings.ContainsRune("²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", r)
	})),
	Method("isidentifier()", func(s *Str, t *Thread, a *Args) (Value, error) {
		for i, r := range s.String() {
			if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)) {
				return False, nil
			}
		}
		return Bool(s.NBytes() > 0), nil
	}),
	Method("islower()", func(s *Str, t *Thread, a *Args) (Value, error) {
		return cased(s, unicode.IsLower, unicode.IsUpper), nil
	}),
	Method("isnumeric()", is(unicode.IsNumber)),
	Method("isprintable()", func(s *Str, t *Thread, a *Args) (Value, error) {
		for _, r := range runes(s.String()) {
			if !isPrintable(r) {
				return False, nil
			}
		}
		return True, nil
	}),
	Method("isspace()", is(isSpace)),
	Method("istitle()", func(s *Str, t *Thread, a *Args) (Value, error) {
		prev, any := false, false
		for _, r := range s.String() {
			switch {
			case unicode.IsUpper(r) || unicode.IsTitle(r):
				if prev {
					return False, nil
				}
				prev, any = true, true
			case unicode.IsLower(r):
				if !prev {
					return False, nil
				}
				any = true
			default:
				prev = false
			}
		}
		return Bool(any), nil
	}),
	Method("isupper()", func(s *Str, t *Thread, a *Args) (Value, error) {
		return cased(s, unicode.IsUpper, unicode.IsLower), nil
	}),
	Method("join(iterable, /)", (*Str).join),
	Method("ljust(width, fillchar=' ', /)", func(s *Str, t *Thread, a *Args) (Value, error) { return justify(s, t, a, 'l') }),
	Method("lower()", str1(strings.ToLower)),
	Method("lstrip(chars=None, /)", func(s *Str, t *Thread, a *Args) (Value, error) { return s.strip_(a, "lstrip", true, false) }),
	Method("partition(sep, /)", func(s *Str, t *Thread, a *Args) (Value, error) { return s.partition_(a, false) }),
	Method("removeprefix(prefix, /)", func(s *Str, t *Thread, a *Args) (Value, error) {
		return NewStrSub(strings.TrimPrefix(s.String(), a.String(0))), a.Err()
	}),
	Method("removesuffix(suffix, /)", func(s *Str, t *Thread, a *Args) (Value, error) {
		return NewStrSub(strings.TrimSuffix(s.String(), a.String(0))), a.Err()
	}),
	Method("replace(old, new, /, count=-1)", (*Str).replace),
	Method("rfind(sub, start=None, end=None, /)", func(s *Str, t *Thread, a *Args) (Value, error) {
		n, err := s.search(t, a, strings.LastIndex)
		return Int(int64(n)), err
	}),
	Method("rindex(sub, start=None, end=None, /)", func(s *Str, t *Thread, a *Args) (Value, error) {
		n, err := s.search(t, a, strings.LastIndex)
		if err == nil && n < 0 {
			err = Raise(ValueError, "substring not found")
		}
		return Int(int64(n)), err
	}),
	Method("rjust(width, fillchar=' ', /)", func(s *Str, t *Thread, a *Args) (Value, error) { return justify(s, t, a, 'r') }),
	Method("rpartition(sep, /)", func(s *Str, t *Thread, a *Args) (Value, error) { return s.partition_(a, true) }),
	Method("rsplit(sep=None, maxsplit=-1)", func(s *Str, t *Thread, a *Args) (Value, error) { return s.split_(t, a, true) }),
	Method("rstrip(chars=None, /)", func(s *Str, t *Thread, a *Args) (Value, error) { return s.strip_(a, "rstrip", false, true) }),
	Method("split(sep=None, maxsplit=-1)", func(s *Str, t *Thread, a *Args) (Value, error) { return s.split_(t, a, false) }),
	Method("splitlines(keepends=False)", (*Str).splitlines),
	Method("startswith(prefix, start=None, end=None, /)", func(s *Str, t *Thread, a *Args) (Value, error) {
		return s.affix(t, a, "startswith", strings.HasPrefix)
	}),
	Method("strip(chars=None, /)", func(s *Str, t *Thread, a *Args) (Value, error) { return s.strip_(a, "strip", true, true) }),
	Method("swapcase()", str1(func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsUpper(r) {
				return unicode.ToLower(r)
			}
			return unicode.ToUpper(r)
		}, s)
	})),
	Method("title()", str1(func(s string) string {
		prev := false
		return strings.Map(func(r rune) rune {
			p := prev
			prev = unicode.IsLetter(r)
			if p {
				return unicode.ToLower(r)
			}
			return unicode.ToTitle(r)
		}, s)
	})),
	Method("upper()", str1(func(s string) string { return strings.ReplaceAll(strings.ToUpper(s), "ß", "SS") })),
	Method("zfill(width, /)", func(s *Str, t *Thread, a *Args) (Value, error) {
		w := a.Int(t, 0)
		pad := w - s.Len()
		if err := a.Err(); err != nil || pad <= 0 {
			return exactStr(s), err
		}
		if err := t.Alloc(pad); err != nil {
			return Nil, err
		}
		text, sign := s.String(), ""
		if text != "" && (text[0] == '+' || text[0] == '-') {
			sign, text = text[:1], text[1:]
		}
		return NewStr(sign + strings.Repeat("0", pad) + text), nil
	}),
	StaticMethod("maketrans(x, y=None, z=None, /)", strMaketrans),
	Method("translate(table, /)", (*Str).translate),
	ClassMethod("__class_getitem__(item, /)", classGetItem),
}

func cased(s *Str, want, other func(rune) bool) Value {
	any := false
	for _, r := range s.String() {
		if other(r) || unicode.IsTitle(r) {
			return False
		}
		any = any || want(r)
	}
	return Bool(any)
}

func isSpace(r rune) bool {
	return r >= 0x1c && r <= 0x1f || unicode.IsSpace(r) && r != 0x200b
}

func justify(s *Str, t *Thread, a *Args, how byte) (Value, error) {
	w := a.Int(t, 0)
	fill := " "
	if a.Has(1) {
		f := a.Str(1)
		if a.Err() == nil && f.Len() != 1 {
			return Nil, Raise(TypeError, "The fill character must be exactly one character long")
		}
		fill = f.String()
	}
	if err := a.Err(); err != nil {
		return Nil, err
	}
	pad := w - s.Len()
	if pad <= 0 {
		return exactStr(s), nil
	}
	if err := t.Alloc(pad * len(fill)); err != nil {
		return Nil, err
	}
	l, r := 0, pad
	switch how {
	case 'r':
		l, r = pad, 0
	case 'c':
		l = pad/2 + pad&w&1
		r = pad - l
	}
	return NewStr(strings.Repeat(fill, l) + s.String() + strings.Repeat(fill, r)), nil
}

// window returns the part of s that optional start and end arguments name, and
// where it starts; ok is false if start is past the end.
func (s *Str) window(t *Thread, a *Args, i int) (text string, start int, ok bool) {
	n := s.Len()
	lo, hi := a.Index64(t, i, 0), a.Index64(t, i+1, n)
	if lo < 0 {
		lo = max(lo+n, 0)
	}
	if hi < 0 {
		hi = max(hi+n, 0)
	}
	hi = min(hi, n)
	if lo > n || lo > hi {
		return "", 0, false
	}
	return s.String()[s.offset(lo):s.offset(hi)], lo, true
}

func (s *Str) search(t *Thread, a *Args, f func(s, sub string) int) (int, error) {
	sub := a.Str(0)
	text, start, ok := s.window(t, a, 1)
	if err := a.Err(); err != nil || !ok {
		return -1, err
	}
	i := f(text, sub.String())
	if i < 0 {
		return -1, nil
	}
	if s.ASCII() {
		return start + i, nil
	}
	return start + countChars(text[:i]), nil
}

func (s *Str) count(t *Thread, a *Args) (Value, error) {
	sub := a.String(0)
	text, _, ok := s.window(t, a, 1)
	if err := a.Err(); err != nil || !ok {
		return Int(0), err
	}
	if sub == "" {
		return Int(int64(countChars(text) + 1)), nil
	}
	return Int(int64(strings.Count(text, sub))), nil
}

func (s *Str) affix(t *Thread, a *Args, name string, has func(s, p string) bool) (Value, error) {
	text, _, ok := s.window(t, a, 1)
	if err := a.Err(); err != nil {
		return Nil, err
	}
	v := a.Value(0)
	if tup, isTuple := AsTuple(v); isTuple {
		for _, x := range tup.A {
			p, isStr := AsStr(x)
			if !isStr {
				return Nil, Raise(TypeError, "tuple for %s must only contain str, not %s", name, TypeName(x))
			}
			if ok && has(text, p.String()) {
				return True, nil
			}
		}
		return False, nil
	}
	p, isStr := AsStr(v)
	if !isStr {
		return Nil, Raise(TypeError, "%s first arg must be str or a tuple of str, not %s", name, TypeName(v))
	}
	return Bool(ok && has(text, p.String())), nil
}

func (s *Str) expandtabs(t *Thread, a *Args) (Value, error) {
	size := a.IntOr(t, 0, 8)
	if err := a.Err(); err != nil {
		return Nil, err
	}
	var b []byte
	col := 0
	for _, r := range runes(s.String()) {
		switch r {
		case '\t':
			if size > 0 {
				n := size - col%size
				if err := t.Alloc(n); err != nil {
					return Nil, err
				}
				b = append(b, strings.Repeat(" ", n)...)
				col += n
			}
		case '\n', '\r':
			b = append(b, byte(r))
			col = 0
		default:
			b = AppendRune(b, r)
			col++
		}
	}
	return takeStr(b), nil
}

func (s *Str) join(t *Thread, a *Args) (Value, error) {
	items, err := ToSlice(t, a.Value(0))
	if err != nil {
		if ErrIs(err, TypeError) && a.Value(0).Type().Slots.Iter == nil {
			return Nil, Raise(TypeError, "can only join an iterable")
		}
		return Nil, err
	}
	if len(items) == 0 {
		return emptyStr.Value(), nil
	}
	sep := s.String()
	n := len(sep) * (len(items) - 1)
	for i, x := range items {
		y, ok := AsStr(x)
		if !ok {
			return Nil, Raise(TypeError, "sequence item %d: expected str instance, %s found", i, TypeName(x))
		}
		n += y.NBytes()
	}
	if n > MaxStr {
		return Nil, NewExc(MemoryError)
	}
	if n > 4096 {
		if err := t.Alloc(n); err != nil {
			return Nil, err
		}
	}
	if len(items) == 1 && IsStr(items[0]) {
		return items[0], nil
	}
	b := make([]byte, 0, n)
	for i, x := range items {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, (*Str)(x.p).String()...)
	}
	return takeStr(b), nil
}

func (s *Str) strip_(a *Args, name string, left, right bool) (Value, error) {
	text := s.String()
	if a.Given(0) {
		set, ok := AsStr(a.Value(0))
		if !ok {
			return Nil, Raise(TypeError, "%s arg must be None or str", name)
		}
		cut := set.String()
		if left {
			text = strings.TrimLeft(text, cut)
		}
		if right {
			text = strings.TrimRight(text, cut)
		}
	} else {
		if left {
			text = strings.TrimLeftFunc(text, isSpace)
		}
		if right {
			text = strings.TrimRightFunc(text, isSpace)
		}
	}
	if len(text) == s.NBytes() {
		return exactStr(s), nil
	}
	return NewStrSub(text), nil
}

func (s *Str) partition_(a *Args, last bool) (Value, error) {
	sep := a.Str(0)
	if err := a.Err(); err != nil {
		return Nil, err
	}
	if sep.NBytes() == 0 {
		return Nil, Raise(ValueError, "empty separator")
	}
	text := s.String()
	i := strings.Index(text, sep.String())
	if last {
		i = strings.LastIndex(text, sep.String())
	}
	if i < 0 {
		if last {
			return NewTuple(emptyStr.Value(), emptyStr.Value(), exactStr(s)), nil
		}
		return NewTuple(exactStr(s), emptyStr.Value(), emptyStr.Value()), nil
	}
	return NewTuple(NewStrSub(text[:i]), exactStr(sep), NewStrSub(text[i+sep.NBytes():])), nil
}

func (s *Str) replace(t *Thread, a *Args) (Value, error) {
	old, new := a.String(0), a.String(1)
	n := a.IntOr(t, 2, -1)
	if err := a.Err(); err != nil {
		return Nil, err
	}
	text := s.String()
	if len(new) > len(old) {
		c := strings.Count(text, old)
		if n >= 0 {
			c = min(c, n)
		}
		if size := len(text) + c*(len(new)-len(old)); size > 4096 {
			if size > MaxStr {
				return Nil, NewExc(MemoryError)
			}
			if err := t.Alloc(size); err != nil {
				return Nil, err
			}
		}
	}
	r := strings.Replace(text, old, new, n)
	if len(r) == len(text) && r == text {
		return exactStr(s), nil
	}
	return NewStr(r), nil
}

func (s *Str) split_(t *Thread, a *Args, right bool) (Value, error) {
	n := a.IntOr(t, 1, -1)
	if err := a.Err(); err != nil {
		return Nil, err
	}
	text := s.String()
	var out []Value
	if !a.Given(0) {
		if right {
			for n != 0 {
				text = strings.TrimRightFunc(text, isSpace)
				if text == "" {
					break
				}
				i := strings.LastIndexFunc(text, isSpace)
				if i < 0 {
					out = append(out, NewStrSub(text))
					text = ""
					break
				}
				_, w := utf8.DecodeRuneInString(text[i:])
				out = append(out, NewStrSub(text[i+w:]))
				text = text[:i]
				n--
			}
			if text = strings.TrimRightFunc(text, isSpace); text != "" {
				out = append(out, NewStrSub(text))
			}
			reverse(out)
			return NewList(out).Value(), nil
		}
		for n != 0 {
			text = strings.TrimLeftFunc(text, isSpace)
			if text == "" {
				break
			}
			i := strings.IndexFunc(text, isSpace)
			if i < 0 {
				out = append(out, NewStrSub(text))
				text = ""
				break
			}
			out = append(out, NewStrSub(text[:i]))
			text = text[i:]
			n--
		}
		if text = strings.TrimLeftFunc(text, isSpace); text != "" {
			out = append(out, NewStrSub(text))
		}
		return NewList(out).Value(), nil
	}
	sepS, ok := AsStr(a.Value(0))
	if !ok {
		return Nil, Raise(TypeError, "must be str or None, not %s", TypeName(a.Value(0)))
	}
	sep := sepS.String()
	if sep == "" {
		return Nil, Raise(ValueError, "empty separator")
	}
	if right {
		for n != 0 {
			i := strings.LastIndex(text, sep)
			if i < 0 {
				break
			}
			out = append(out, NewStrSub(text[i+len(sep):]))
			text = text[:i]
			n--
		}
		out = append(out, NewStrSub(text))
		reverse(out)
		return NewList(out).Value(), nil
	}
	c := strings.Count(text, sep)
	if n >= 0 {
		c = min(c, n)
	}
	out = make([]Value, 0, c+1)
	for ; n != 0; n-- {
		i := strings.Index(text, sep)
		if i < 0 {
			break
		}
		out = append(out, NewStrSub(text[:i]))
		text = text[i+len(sep):]
	}
	return NewList(append(out, NewStrSub(text))).Value(), nil
}

func reverse(a []Value) {
	for i, j := 0, len(a)-1; i < j; i, j = i+1, j-1 {
		a[i], a[j] = a[j], a[i]
	}
}

func (s *Str) splitlines(t *Thread, a *Args) (Value, error) {
	keep := a.BoolOr(t, 0, false)
	text := s.String()
	var out []Value
	for text != "" {
		i := strings.IndexFunc(text, func(r rune) bool {
			return r >= '\n' && r <= '\r' || r >= 0x1c && r <= 0x1e || r == 0x85 || r == 0x2028 || r == 0x2029
		})
		if i < 0 {
			out = append(out, NewStrSub(text))
			break
		}
		_, w := utf8.DecodeRuneInString(text[i:])
		if text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			w = 2
		}
		end := i
		if keep {
			end += w
		}
		out = append(out, NewStrSub(text[:end]))
		text = text[i+w:]
	}
	return NewList(out).Value(), a.Err()
}

func strMaketrans(t *Thread, a *Args) (Value, error) {
	d := NewDict()
	if !a.Has(1) {
		src, ok := AsDict(a.Value(0))
		if !ok {
			return Nil, Raise(TypeError, "if you give only one argument to maketrans it must be a dict")
		}
		for pos := 0; ; {
			k, v, next, ok := src.Next(pos)
			if !ok {
				return d.Value(), nil
			}
			pos = next
			if s, isStr := AsStr(k); isStr {
				if s.Len() != 1 {
					return Nil, Raise(ValueError, "string keys in translate table must be of length 1")
				}
				r, _ := DecodeRune(s.String())
				k = Int(int64(r))
			}
			if err := d.Set(t, k, v); err != nil {
				return Nil, err
			}
		}
	}
	x, y := runes(a.String(0)), runes(a.String(1))
	if err := a.Err(); err != nil {
		return Nil, err
	}
	if len(x) != len(y) {
		return Nil, Raise(ValueError, "the first two maketrans arguments must have equal length")
	}
	for i := range x {
		if err := d.Set(t, Int(int64(x[i])), Int(int64(y[i]))); err != nil {
			return Nil, err
		}
	}
	if a.Has(2) {
		for _, r := range runes(a.String(2)) {
			if err := d.Set(t, Int(int64(r)), None); err != nil {
				return Nil, err
			}
		}
	}
	return d.Value(), a.Err()
}

func (s *Str) translate(t *Thread, a *Args) (Value, error) {
	var b []byte
	for _, r := range runes(s.String()) {
		v, err := GetItem(t, a.Value(0), Int(int64(r)))
		if err != nil {
			if ErrIs(err, LookupError) {
				b = AppendRune(b, r)
				continue
			}
			return Nil, err
		}
		if v.IsNone() {
			continue
		}
		if x, ok := AsStr(v); ok {
			b = append(b, x.String()...)
			continue
		}
		n, err := AsInt(t, v)
		if err != nil {
			return Nil, Raise(TypeError, "character mapping must return integer, None or str")
		}
		if n < 0 || n > 0x10ffff {
			return Nil, Raise(ValueError, "character mapping must be in range(0x110000)")
		}
		b = AppendRune(b, rune(n))
	}
	return takeStr(b), nil
}
