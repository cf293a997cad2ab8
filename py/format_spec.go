package py

import (
	"math"
	"unicode/utf8"
)

// The format language of format(), f-strings and str.format:
// [[fill]align][sign][z][#][0][width][grouping][.precision][type].

// FormatSpec is a parsed format specification.
type FormatSpec struct {
	Fill      rune // ' ' unless given
	Align     byte // '<' '>' '^' '=', 0: not given
	Sign      byte // '+' '-' ' ', 0: not given
	NoNegZero bool // z
	Alt       bool // #
	Zero      bool // a 0 before the width
	Width     int  // -1: not given
	Group     byte // ',' or '_' between groups of digits, 0: none
	Prec      int  // -1: not given
	Type      rune // 0: not given

	fillSet  bool
	typeName string
}

// ParseFormatSpec parses spec; typeName is the class of the object, for messages.
func ParseFormatSpec(t *Thread, spec *Str, typeName string) (FormatSpec, error) {
	f := FormatSpec{Fill: ' ', Width: -1, Prec: -1, typeName: typeName}
	s := spec.String()
	if r, n := DecodeRune(s); n > 0 && n < len(s) && isAlign(s[n]) {
		f.Fill, f.fillSet, f.Align = r, true, s[n]
		s = s[n+1:]
	} else if s != "" && isAlign(s[0]) {
		f.Align = s[0]
		s = s[1:]
	}
	if s != "" && (s[0] == '+' || s[0] == '-' || s[0] == ' ') {
		f.Sign = s[0]
		s = s[1:]
	}
	if s != "" && s[0] == 'z' {
		f.NoNegZero = true
		s = s[1:]
	}
	if s != "" && s[0] == '#' {
		f.Alt = true
		s = s[1:]
	}
	if !f.fillSet && s != "" && s[0] == '0' {
		f.Zero = true
		s = s[1:]
	}
	var err error
	if f.Width, s, err = specInt(s); err != nil {
		return f, err
	}
	if s != "" && s[0] == ',' {
		f.Group = ','
		s = s[1:]
	}
	if s != "" && s[0] == '_' {
		if f.Group != 0 {
			return f, Raise(ValueError, "Cannot specify both ',' and '_'.")
		}
		f.Group = '_'
		s = s[1:]
	}
	if s != "" && s[0] == ',' && f.Group == '_' {
		return f, Raise(ValueError, "Cannot specify both ',' and '_'.")
	}
	if s != "" && s[0] == '.' {
		if f.Prec, s, err = specInt(s[1:]); err != nil {
			return f, err
		}
		if f.Prec < 0 {
			return f, Raise(ValueError, "Format specifier missing precision")
		}
	}
	if s != "" {
		r, n := DecodeRune(s)
		if n < len(s) {
			return f, Raise(ValueError, "Invalid format specifier '%s' for object of type '%s'", spec, typeName)
		}
		f.Type = r
	}
	if f.Group != 0 && !f.groups() {
		return f, f.badGroup(f.Type)
	}
	return f, nil
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '^' || c == '=' }

// specInt reads decimal digits; -1 if there are none.
func specInt(s string) (int, string, error) {
	n, i := -1, 0
	for i < len(s) {
		r, w := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, w = DecodeRune(s[i:])
		}
		d, ok := DecimalDigit(r)
		if !ok {
			break
		}
		n = max(n, 0)
		if n > (math.MaxInt-d)/10 {
			return 0, s, Raise(ValueError, "Too many decimal digits in format string")
		}
		n = n*10 + d
		i += w
	}
	return n, s[i:], nil
}

// groups reports whether the type allows grouping.
func (f *FormatSpec) groups() bool {
	switch f.Type {
	case 0, 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F':
		return true
	case 'b', 'o', 'x', 'X':
		return f.Group == '_'
	}
	return false
}

func (f *FormatSpec) badGroup(typ rune) error {
	if typ > 32 && typ < 128 {
		return Raise(ValueError, "Cannot specify '%c' with '%c'.", f.Group, typ)
	}
	return Raise(ValueError, "Cannot specify '%c' with '\\x%x'.", f.Group, typ)
}

func (f *FormatSpec) unknownType() error {
	if f.Type > 32 && f.Type < 128 {
		return Raise(ValueError, "Unknown format code '%c' for object of type '%s'", f.Type, f.typeName)
	}
	return Raise(ValueError, "Unknown format code '\\x%x' for object of type '%s'", f.Type, f.typeName)
}

// fit fills in what depends on the default alignment: def is '>' for numbers and
// '<' for text.
func (f *FormatSpec) fit(def byte) {
	if f.Zero && !f.fillSet {
		f.Fill = '0'
		if f.Align == 0 && def == '>' {
			f.Align = '='
		}
	}
	if f.Align == 0 {
		f.Align = def
	}
}

// number lays out a number as a Python str.
func (f *FormatSpec) number(t *Thread, neg bool, prefix string, digits, rest []byte) (Value, error) {
	f.fit('>')
	n := max(f.Width, 32+len(digits)+len(rest))
	b, err := f.appendNumber(t, t.Scratch(min(n, scratchSize)), neg, prefix, digits, rest)
	if err != nil {
		return Nil, err
	}
	return t.ScratchStr(b), nil
}

// appendNumber appends sign, prefix, grouped digits and rest with padding.
func (f *FormatSpec) appendNumber(t *Thread, b []byte, neg bool, prefix string, digits, rest []byte) ([]byte, error) {
	var sign byte
	switch {
	case neg:
		sign = '-'
	case f.Sign == '+' || f.Sign == ' ':
		sign = f.Sign
	}
	fixed := len(prefix) + len(rest)
	if sign != 0 {
		fixed++
	}
	nd := len(digits)
	if f.Group != 0 && nd > 0 {
		size := 3
		if f.Type == 'b' || f.Type == 'o' || f.Type == 'x' || f.Type == 'X' {
			size = 4
		}
		want := 0
		if f.Fill == '0' && f.Align == '=' {
			want = f.Width - fixed
		}
		if err := chargeStr(t, max(want, len(digits)*2)); err != nil {
			return nil, err
		}
		digits = groupDigits(digits, want, size, f.Group)
		nd = len(digits)
	}
	pad := f.Width - fixed - nd
	if pad > 0 {
		if err := chargeStr(t, pad*utf8.RuneLen(max(f.Fill, 0))); err != nil {
			return nil, err
		}
	}
	left, right := 0, 0
	switch f.Align {
	case '>':
		left = pad
	case '<':
		right = pad
	case '^':
		left = pad / 2
		right = pad - left
	}
	b = appendFill(b, f.Fill, left)
	if sign != 0 {
		b = append(b, sign)
	}
	b = append(b, prefix...)
	if f.Align == '=' {
		b = appendFill(b, f.Fill, pad)
	}
	b = append(append(b, digits...), rest...)
	return appendFill(b, f.Fill, right), nil
}

// groupDigits puts sep between groups of size digits, with zeros on the left until
// the text is at least width long.
func groupDigits(digits []byte, width, size int, sep byte) []byte {
	n := len(digits)
	// The number of digits with zeros: the text of k digits has (k-1)/size separators.
	k := n
	if width > n {
		k = max(n, width-(width/(size+1)))
		for k > n && k-1+(k-2)/size >= width {
			k--
		}
		for k+(k-1)/size < width {
			k++
		}
	}
	out := make([]byte, k+(k-1)/size)
	i, left := len(out), size
	for j := n - 1; j >= n-k; j-- {
		if left == 0 {
			i--
			out[i] = sep
			left = size
		}
		i--
		left--
		if j >= 0 {
			out[i] = digits[j]
		} else {
			out[i] = '0'
		}
	}
	return out
}

func appendFill(b []byte, fill rune, n int) []byte {
	if fill < utf8.RuneSelf {
		for ; n > 0; n-- {
			b = append(b, byte(fill))
		}
		return b
	}
	for ; n > 0; n-- {
		b = AppendRune(b, fill)
	}
	return b
}

// pad puts fill characters around text of the given number of characters.
func (f *FormatSpec) pad(t *Thread, text []byte, chars int) (Value, error) {
	pad := f.Width - chars
	if pad <= 0 {
		return NewStrBytes(text), nil
	}
	total, err := padSize(t, len(text), pad, f.Fill)
	if err != nil {
		return Nil, err
	}
	left := 0
	switch f.Align {
	case '>':
		left = pad
	case '^':
		left = pad / 2
	}
	b := appendFill(t.Scratch(total), f.Fill, left)
	return t.ScratchStr(appendFill(append(b, text...), f.Fill, pad-left)), nil
}

// padSize charges text with pad fill characters and returns its size.
func padSize(t *Thread, text, pad int, fill rune) (int, error) {
	w := len(AppendRune(nil, fill))
	if pad > MaxStr/w {
		return 0, Raise(MemoryError, "")
	}
	total := text + pad*w
	return total, chargeStr(t, total)
}

// chargeStr asks for a str or bytes of n bytes that is about to be made.
func chargeStr(t *Thread, n int) error {
	if n <= 4096 {
		return nil
	}
	if n > MaxStr {
		return Raise(MemoryError, "")
	}
	if err := t.Alloc(n); err != nil {
		return err
	}
	if n > 1<<16 {
		return t.Step(n >> 10)
	}
	return nil
}

// FormatString is format(s, spec) for a spec that is not empty.
func FormatString(t *Thread, s *Str, spec FormatSpec) (Value, error) {
	if spec.Type != 0 && spec.Type != 's' {
		return Nil, spec.unknownType()
	}
	if spec.Group != 0 {
		return Nil, spec.badGroup('s')
	}
	spec.fit('<')
	switch {
	case spec.Sign == ' ':
		return Nil, Raise(ValueError, "Space not allowed in string format specifier")
	case spec.Sign != 0:
		return Nil, Raise(ValueError, "Sign not allowed in string format specifier")
	case spec.NoNegZero:
		return Nil, Raise(ValueError, "Negative zero coercion (z) not allowed in string format specifier")
	case spec.Alt:
		return Nil, Raise(ValueError, "Alternate form (#) not allowed in string format specifier")
	case spec.Align == '=':
		return Nil, Raise(ValueError, "'=' alignment not allowed in string format specifier")
	}
	n := s.Len()
	if spec.Prec >= 0 && spec.Prec < n {
		n = spec.Prec
	}
	if spec.Width <= n {
		return s.Slice(0, n), nil
	}
	return spec.pad(t, []byte(s.String()[:s.offset(n)]), n)
}
