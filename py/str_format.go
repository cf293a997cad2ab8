package py

import (
	"math"
	"strings"
)

// str.format and str.format_map: replacement fields {name!conversion:spec}.

func (s *Str) format(t *Thread, a *Args) (Value, error) {
	f := formatter{t: t, args: a.Rest(), positional: true}
	f.names, f.vals = a.Kw()
	return f.format(s)
}

func (s *Str) format_map(t *Thread, a *Args) (Value, error) {
	f := formatter{t: t, mapping: a.Value(0)}
	return f.format(s)
}

// formatter is one call of format.
type formatter struct {
	t          *Thread
	args       []Value
	positional bool // false: format_map
	names      []*Str
	vals       []Value
	mapping    Value
	auto       FieldNumbering
	charged    int
}

// FieldNumbering is how the fields of a format string without names are numbered.
type FieldNumbering struct {
	next   int
	auto   bool
	manual bool
}

func (f *formatter) format(s *Str) (Value, error) {
	b, err := f.build(f.t.Scratch(0), s.String(), 2)
	if err != nil {
		return Nil, err
	}
	return f.t.ScratchStr(b), nil
}

// append adds text to the result and charges it.
func (f *formatter) append(b []byte, text string) ([]byte, error) {
	if n := len(b) + len(text); n > 4096 && n > f.charged {
		if n > MaxStr {
			return nil, Raise(MemoryError, "")
		}
		f.charged = 2 * n
		if err := f.t.Alloc(f.charged); err != nil {
			return nil, err
		}
	}
	return append(b, text...), nil
}

// FormatField is a replacement field of a format string.
type FormatField struct {
	Name       string
	Spec       string
	Conversion string // one character, or ""
	nested     bool   // Spec has fields itself
}

// NextField splits the next literal text and the field behind it off a format
// string. ok is false if there is no field but only text.
func NextField(s string) (literal string, field FormatField, ok bool, rest string, err error) {
	i := strings.IndexAny(s, "{}")
	if i < 0 {
		return s, field, false, "", nil
	}
	c := s[i]
	end := i+1 >= len(s)
	if c == '}' && (end || s[i+1] != '}') {
		return "", field, false, "", Raise(ValueError, "Single '}' encountered in format string")
	}
	if end {
		return "", field, false, "", Raise(ValueError, "Single '{' encountered in format string")
	}
	if s[i+1] == c { // doubled: a literal brace
		return s[:i+1], field, false, s[i+2:], nil
	}
	rest, err = field.parse(s[i+1:])
	return s[:i], field, true, rest, err
}

// parse reads a field up to its closing brace and returns what follows.
func (f *FormatField) parse(s string) (rest string, err error) {
	i := 0
	var c byte
scan:
	for i < len(s) {
		c = s[i]
		i++
		switch c {
		case '{':
			return "", Raise(ValueError, "unexpected '{' in field name")
		case '[':
			for i < len(s) && s[i] != ']' {
				i++
			}
		case '}', ':', '!':
			break scan
		}
	}
	if c != '}' && c != ':' && c != '!' {
		return "", Raise(ValueError, "expected '}' before end of string")
	}
	f.Name = s[:i-1]
	if c == '}' {
		return s[i:], nil
	}
	if c == '!' {
		if i >= len(s) {
			return "", Raise(ValueError, "end of string while looking for conversion specifier")
		}
		_, n := DecodeRune(s[i:])
		f.Conversion = s[i : i+n]
		i += n
		if i < len(s) {
			c = s[i]
			i++
			if c == '}' {
				return s[i:], nil
			}
			if c != ':' {
				return "", Raise(ValueError, "expected ':' after conversion specifier")
			}
		}
	}
	start, depth := i, 1
	for ; i < len(s); i++ {
		switch s[i] {
		case '{':
			f.nested = true
			depth++
		case '}':
			if depth--; depth == 0 {
				f.Spec = s[start:i]
				return s[i+1:], nil
			}
		}
	}
	return "", Raise(ValueError, "unmatched '{' in format spec")
}

func (f *formatter) build(b []byte, s string, depth int) ([]byte, error) {
	if depth <= 0 {
		return nil, Raise(ValueError, "Max string recursion exceeded")
	}
	for s != "" {
		literal, field, ok, rest, err := NextField(s)
		if err != nil {
			return nil, err
		}
		s = rest
		if b, err = f.append(b, literal); err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		v, err := f.lookup(field.Name)
		if err != nil {
			return nil, err
		}
		if field.Conversion != "" {
			if v, err = Convert(f.t, v, field.Conversion); err != nil {
				return nil, err
			}
		}
		spec := field.Spec
		if field.nested {
			x, err := f.build(nil, spec, depth-1)
			if err != nil {
				return nil, err
			}
			spec = string(x)
		}
		if spec == "" {
			switch {
			case IsStr(v):
				if b, err = f.append(b, (*Str)(v.p).String()); err != nil {
					return nil, err
				}
				continue
			case v.IsInt():
				b = appendInt(b, v.I())
				continue
			}
		}
		if x, ok := quickFormat(b, &v, spec); ok {
			b = x
			continue
		}
		text, err := Format(f.t, v, newStr(spec))
		if err != nil {
			return nil, err
		}
		if b, err = f.append(b, text.String()); err != nil {
			return nil, err
		}
		if err := f.t.Step(1); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// Convert applies !r, !s or !a.
func Convert(t *Thread, v Value, conversion string) (Value, error) {
	var s *Str
	var err error
	switch conversion {
	case "r":
		s, err = Repr(t, v)
	case "s":
		s, err = ToStr(t, v)
	case "a":
		s, err = ASCII(t, v)
	default:
		r, _ := DecodeRune(conversion)
		if r > 32 && r < 127 {
			return Nil, Raise(ValueError, "Unknown conversion specifier %c", r)
		}
		return Nil, Raise(ValueError, "Unknown conversion specifier \\x%x", r)
	}
	if err != nil {
		return Nil, err
	}
	return s.Value(), nil
}

// fieldInt is a number in a field name, -1 if s is not one.
func fieldInt(s string) (int, error) {
	if s == "" {
		return -1, nil
	}
	n := 0
	for s != "" {
		r, w := DecodeRune(s)
		d, ok := DecimalDigit(r)
		if !ok {
			return -1, nil
		}
		if n > (math.MaxInt-d)/10 {
			return 0, Raise(ValueError, "Too many decimal digits in format string")
		}
		n = n*10 + d
		s = s[w:]
	}
	return n, nil
}

// Split cuts a field name: the part before the first '.' or '[', the number of the
// argument that it means (-1: it is a name), and the rest. n may be nil: no automatic
// numbering.
func (n *FieldNumbering) Split(name string) (first string, index int, rest string, err error) {
	first = name
	if i := strings.IndexAny(name, ".["); i >= 0 {
		first, rest = name[:i], name[i:]
	}
	if index, err = fieldInt(first); err != nil {
		return
	}
	if n == nil || first != "" && index < 0 {
		return
	}
	empty := first == ""
	if !n.auto && !n.manual {
		n.auto, n.manual = empty, !empty
	}
	switch {
	case n.manual && empty:
		err = Raise(ValueError, "cannot switch from manual field specification to automatic field numbering")
	case n.auto && !empty:
		err = Raise(ValueError, "cannot switch from automatic field numbering to manual field specification")
	case empty:
		index = n.next
		n.next++
	}
	return
}

// NextAccessor splits the next ".name" or "[key]" off the rest of a field name.
func NextAccessor(s string) (name string, isAttr bool, rest string, err error) {
	switch s[0] {
	case '.':
		isAttr = true
		i := 1
		for i < len(s) && s[i] != '.' && s[i] != '[' {
			i++
		}
		name, rest = s[1:i], s[i:]
	case '[':
		i := strings.IndexByte(s, ']')
		if i < 0 {
			return "", false, "", Raise(ValueError, "Missing ']' in format string")
		}
		name, rest = s[1:i], s[i+1:]
	default:
		return "", false, "", Raise(ValueError, "Only '.' or '[' may follow ']' in format field specifier")
	}
	if name == "" {
		err = Raise(ValueError, "Empty attribute in format string")
	}
	return
}

// lookup evaluates a field name.
func (f *formatter) lookup(name string) (Value, error) {
	first, index, rest, err := f.auto.Split(name)
	if err != nil {
		return Nil, err
	}
	var v Value
	if index >= 0 {
		if !f.positional {
			return Nil, Raise(ValueError, "Format string contains positional fields")
		}
		if index >= len(f.args) {
			return Nil, Raise(IndexError, "Replacement index %d out of range for positional args tuple", index)
		}
		v = f.args[index]
	} else if v, err = f.named(first); err != nil {
		return Nil, err
	}
	for rest != "" {
		var part string
		var isAttr bool
		if part, isAttr, rest, err = NextAccessor(rest); err != nil {
			return Nil, err
		}
		if isAttr {
			v, err = GetAttr(f.t, v, newStr(part))
		} else {
			var n int
			if n, err = fieldInt(part); err != nil {
				return Nil, err
			}
			key := Int(int64(n))
			if n < 0 {
				key = NewStr(part)
			}
			v, err = GetItem(f.t, v, key)
		}
		if err != nil {
			return Nil, err
		}
	}
	return v, nil
}

func (f *formatter) named(name string) (Value, error) {
	if f.positional {
		for i, n := range f.names {
			if n.String() == name {
				return f.vals[i], nil
			}
		}
		return Nil, RaiseValue(KeyError, NewStr(name))
	}
	return GetItem(f.t, f.mapping, NewStr(name))
}
