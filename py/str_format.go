package py

import (
	"strconv"
	"strings"
)

// strFormatSpec is str.__format__.
func strFormatSpec(t *Thread, v Value, spec *Str) (Value, error) {
	s := As[Str](v)
	if spec.NBytes() == 0 {
		return exactStr(s), nil
	}
	rs := runes(spec.String())
	fill, align, i := ' ', rune('<'), 0
	isAlign := func(r rune) bool { return r == '<' || r == '>' || r == '^' || r == '=' }
	if len(rs) > 1 && isAlign(rs[1]) {
		fill, align, i = rs[0], rs[1], 2
	} else if len(rs) > 0 && isAlign(rs[0]) {
		align, i = rs[0], 1
	}
	if i < len(rs) && (rs[i] == '+' || rs[i] == '-') {
		return Nil, Raise(ValueError, "Sign not allowed in string format specifier")
	}
	if i < len(rs) && rs[i] == '0' {
		if i == 0 {
			fill = '0'
		}
		i++
	}
	num := func() int {
		n := -1
		for i < len(rs) && rs[i] >= '0' && rs[i] <= '9' {
			n = max(n, 0)*10 + int(rs[i]-'0')
			i++
		}
		return n
	}
	width, prec := num(), -1
	if i < len(rs) && rs[i] == '.' {
		i++
		if prec = num(); prec < 0 {
			return Nil, Raise(ValueError, "Format specifier missing precision")
		}
	}
	if i < len(rs) && rs[i] == 's' {
		i++
	}
	if i < len(rs) {
		if i == len(rs)-1 {
			return Nil, Raise(ValueError, "Unknown format code '%c' for object of type '%s'", rs[i], TypeName(v))
		}
		return Nil, Raise(ValueError, "Invalid format specifier '%s' for object of type '%s'", spec, TypeName(v))
	}
	if align == '=' {
		return Nil, Raise(ValueError, "'=' alignment not allowed in string format specifier")
	}
	r := s
	if prec >= 0 && prec < s.Len() {
		r = As[Str](s.Slice(0, prec))
	}
	pad := width - r.Len()
	if pad <= 0 {
		return exactStr(r), nil
	}
	if err := t.Alloc(pad); err != nil {
		return Nil, err
	}
	f := string(AppendRune(nil, fill))
	switch align {
	case '>':
		return NewStr(strings.Repeat(f, pad) + r.String()), nil
	case '^':
		return NewStr(strings.Repeat(f, pad/2) + r.String() + strings.Repeat(f, pad-pad/2)), nil
	}
	return NewStr(r.String() + strings.Repeat(f, pad)), nil
}

// strFormatMethod is str.format.
func strFormatMethod(t *Thread, a *Args) (Value, error) {
	s := As[Str](a.Self)
	names, vals := a.Kw()
	f := formatter{t: t, args: append([]Value(nil), a.Rest()...), auto: 0}
	f.lookup = func(name string) (Value, bool) {
		for i, n := range names {
			if n.String() == name {
				return vals[i], true
			}
		}
		return Nil, false
	}
	names = append([]*Str(nil), names...)
	vals = append([]Value(nil), vals...)
	out, err := f.run(s.String(), 2)
	if err != nil {
		return Nil, err
	}
	return NewStr(out), nil
}

type formatter struct {
	t      *Thread
	args   []Value
	lookup func(string) (Value, bool)
	auto   int // next automatic number; -1: manual numbering seen
}

func (f *formatter) run(s string, depth int) (string, error) {
	if depth < 0 {
		return "", Raise(ValueError, "Max string recursion exceeded")
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '{' && i+1 < len(s) && s[i+1] == '{', c == '}' && i+1 < len(s) && s[i+1] == '}':
			b.WriteByte(c)
			i += 2
		case c == '}':
			return "", Raise(ValueError, "Single '}' encountered in format string")
		case c == '{':
			j, level := i+1, 1
			for ; j < len(s); j++ {
				if s[j] == '{' {
					level++
				} else if s[j] == '}' {
					if level--; level == 0 {
						break
					}
				}
			}
			if i+1 == len(s) {
				return "", Raise(ValueError, "Single '{' encountered in format string")
			}
			if j == len(s) {
				return "", Raise(ValueError, "expected '}' before end of string")
			}
			out, err := f.field(s[i+1:j], depth)
			if err != nil {
				return "", err
			}
			b.WriteString(out)
			i = j + 1
		default:
			j := strings.IndexAny(s[i:], "{}")
			if j < 0 {
				j = len(s) - i
			}
			b.WriteString(s[i : i+j])
			i += j
		}
	}
	return b.String(), nil
}

func (f *formatter) field(s string, depth int) (string, error) {
	name, spec, conv := s, "", byte(0)
	k := 0
	for k < len(s) && s[k] != '!' && s[k] != ':' {
		if s[k] == '[' {
			for k < len(s) && s[k] != ']' {
				k++
			}
		}
		k++
	}
	if k < len(s) {
		name = s[:k]
		if s[k] == '!' {
			if k+1 >= len(s) {
				return "", Raise(ValueError, "end of string while looking for conversion specifier")
			}
			conv = s[k+1]
			k += 2
			if k < len(s) && s[k] != ':' {
				return "", Raise(ValueError, "expected ':' after conversion specifier")
			}
		}
		if k < len(s) {
			spec = s[k+1:]
		}
	}
	v, err := f.value(name)
	if err != nil {
		return "", err
	}
	if strings.ContainsAny(spec, "{}") {
		if spec, err = f.run(spec, depth-1); err != nil {
			return "", err
		}
	}
	switch conv {
	case 0:
	case 'r', 's', 'a':
		var x *Str
		switch conv {
		case 'r':
			x, err = Repr(f.t, v)
		case 's':
			x, err = ToStr(f.t, v)
		default:
			x, err = ASCII(f.t, v)
		}
		if err != nil {
			return "", err
		}
		v = x.Value()
	default:
		return "", Raise(ValueError, "Unknown conversion specifier %c", conv)
	}
	out, err := Format(f.t, v, newStr(spec))
	if err != nil {
		return "", err
	}
	return out.String(), nil
}

func (f *formatter) value(name string) (Value, error) {
	end := strings.IndexAny(name, ".[")
	first := name
	if end >= 0 {
		first = name[:end]
		name = name[end:]
	} else {
		name = ""
	}
	var v Value
	n, err := strconv.Atoi(first)
	switch {
	case first == "":
		if f.auto < 0 {
			return Nil, Raise(ValueError, "cannot switch from manual field specification to automatic field numbering")
		}
		n = f.auto
		f.auto++
		err = nil
	case err == nil:
		if f.auto > 0 {
			return Nil, Raise(ValueError, "cannot switch from automatic field numbering to manual field specification")
		}
		f.auto = -1
	}
	if err == nil {
		if n >= len(f.args) {
			return Nil, Raise(IndexError, "Replacement index %d out of range for positional args tuple", n)
		}
		v = f.args[n]
	} else {
		x, ok := f.lookup(first)
		if !ok {
			return Nil, RaiseValue(KeyError, NewStr(first))
		}
		v = x
	}
	for name != "" {
		if name[0] == '.' {
			j := strings.IndexAny(name[1:], ".[")
			attr := name[1:]
			if j >= 0 {
				attr, name = name[1:1+j], name[1+j:]
			} else {
				name = ""
			}
			if attr == "" {
				return Nil, Raise(ValueError, "Empty attribute in format string")
			}
			if v, err = GetAttr(f.t, v, newStr(attr)); err != nil {
				return Nil, err
			}
			continue
		}
		j := strings.IndexByte(name, ']')
		if j < 0 {
			return Nil, Raise(ValueError, "Missing ']' in format string")
		}
		key := name[1:j]
		name = name[j+1:]
		if name != "" && name[0] != '.' && name[0] != '[' {
			return Nil, Raise(ValueError, "Only '.' or '[' may follow ']' in format field specifier")
		}
		if key == "" {
			return Nil, Raise(ValueError, "Empty attribute in format string")
		}
		k := NewStr(key)
		if n, err := strconv.Atoi(key); err == nil {
			k = Int(int64(n))
		}
		if v, err = GetItem(f.t, v, k); err != nil {
			return Nil, err
		}
	}
	return v, nil
}

// strPercent is format % args.
func strPercent(t *Thread, format *Str, args Value) (Value, error) {
	s := format.String()
	var b strings.Builder
	tup, isTuple := AsTuple(args)
	next := 0
	mapped := false
	arg := func() (Value, error) {
		if isTuple {
			if next >= len(tup.A) {
				return Nil, Raise(TypeError, "not enough arguments for format string")
			}
			next++
			return tup.A[next-1], nil
		}
		if next > 0 {
			return Nil, Raise(TypeError, "not enough arguments for format string")
		}
		next++
		return args, nil
	}
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '%')
		if j < 0 {
			b.WriteString(s[i:])
			break
		}
		b.WriteString(s[i : i+j])
		i += j + 1
		var v Value
		if i < len(s) && s[i] == '(' {
			level, k := 1, i+1
			for ; k < len(s) && level > 0; k++ {
				switch s[k] {
				case '(':
					level++
				case ')':
					level--
				}
			}
			if level > 0 {
				return Nil, Raise(ValueError, "incomplete format key")
			}
			if isTuple || args.Type().Slots.GetItem == nil || IsStr(args) {
				return Nil, Raise(TypeError, "format requires a mapping")
			}
			var err error
			if v, err = GetItem(t, args, NewStr(s[i+1:k-1])); err != nil {
				return Nil, err
			}
			mapped = true
			i = k
		}
		flags := ""
		for i < len(s) && strings.IndexByte("-+ #0", s[i]) >= 0 {
			flags += string(s[i])
			i++
		}
		num := func() (int, bool, error) {
			if i < len(s) && s[i] == '*' {
				i++
				x, err := arg()
				if err != nil {
					return 0, false, err
				}
				if _, ok := IsIntLike(x); !ok {
					return 0, false, Raise(TypeError, "* wants int")
				}
				n, err := AsInt(t, x)
				return n, true, err
			}
			n, any := 0, false
			for i < len(s) && isDigit(s[i]) {
				n, any = n*10+int(s[i]-'0'), true
				i++
				if n > MaxStr {
					return 0, false, Raise(ValueError, "width too big")
				}
			}
			return n, any, nil
		}
		width, _, err := num()
		if err != nil {
			return Nil, err
		}
		if width < 0 {
			flags += "-"
			width = -width
		}
		prec := -1
		if i < len(s) && s[i] == '.' {
			i++
			if prec, _, err = num(); err != nil {
				return Nil, err
			}
		}
		for i < len(s) && (s[i] == 'l' || s[i] == 'h' || s[i] == 'L') {
			i++
		}
		if i >= len(s) {
			return Nil, Raise(ValueError, "incomplete format")
		}
		c := s[i]
		i++
		if c == '%' {
			b.WriteByte('%')
			continue
		}
		if v.p == nil {
			if v, err = arg(); err != nil {
				return Nil, err
			}
		}
		out, err := percentOne(t, c, v, flags, width, prec, i-1)
		if err != nil {
			return Nil, err
		}
		b.WriteString(out)
	}
	if isTuple && next < len(tup.A) && !mapped || !isTuple && next == 0 && !mapped && args.Type().Flags&MapPattern == 0 && args.Type() != DictType {
		return Nil, Raise(TypeError, "not all arguments converted during string formatting")
	}
	return NewStr(b.String()), nil
}

func percentOne(t *Thread, c byte, v Value, flags string, width, prec, pos int) (string, error) {
	has := func(f string) bool { return strings.Contains(flags, f) }
	var body string
	sign := ""
	numeric := true
	switch c {
	case 's', 'r', 'a':
		var x *Str
		var err error
		switch c {
		case 's':
			x, err = ToStr(t, v)
		case 'r':
			x, err = Repr(t, v)
		default:
			x, err = ASCII(t, v)
		}
		if err != nil {
			return "", err
		}
		if prec >= 0 && prec < x.Len() {
			x = As[Str](x.Slice(0, prec))
		}
		body, numeric = x.String(), false
	case 'c':
		numeric = false
		if x, ok := AsStr(v); ok {
			if x.Len() != 1 {
				return "", Raise(TypeError, "%%c requires an int or a unicode character, not a string of length %d", x.Len())
			}
			body = x.String()
			break
		}
		n, err := AsInt(t, v)
		if err != nil {
			return "", Raise(TypeError, "%%c requires an int or a unicode character, not %s", TypeName(v))
		}
		if n < 0 || n > 0x10ffff {
			return "", Raise(OverflowError, "%%c arg not in range(0x110000)")
		}
		body = string(AppendRune(nil, rune(n)))
	case 'd', 'i', 'u', 'x', 'X', 'o':
		i, ok := IsIntLike(v)
		if !ok {
			if f, isF := floatOf(v); isF && strings.IndexByte("diu", c) >= 0 {
				x, err := floatToInt(f)
				if err != nil {
					return "", err
				}
				i = x
			} else if strings.IndexByte("diu", c) >= 0 && v.Type().Slots.UnaryOps>>OpInt&1 != 0 {
				x, err := ToInt(t, v)
				if err != nil {
					return "", err
				}
				i = x
			} else if v.Type().Slots.UnaryOps>>OpIndex&1 != 0 {
				x, err := Index(t, v)
				if err != nil {
					return "", err
				}
				i = x
			} else if strings.IndexByte("diu", c) >= 0 {
				return "", Raise(TypeError, "%%%c format: a real number is required, not %s", c, TypeName(v))
			} else {
				return "", Raise(TypeError, "%%%c format: an integer is required, not %s", c, TypeName(v))
			}
		}
		base := map[byte]int{'x': 16, 'X': 16, 'o': 8}[c]
		if base == 0 {
			base = 10
		}
		body = AsBig(i).Text(base)
		if strings.HasPrefix(body, "-") {
			sign, body = "-", body[1:]
		}
		for len(body) < prec {
			body = "0" + body
		}
		if has("#") && base != 10 {
			body = "0" + string(c) + body
		}
		if c == 'X' {
			body = strings.ToUpper(body)
		}
	case 'e', 'E', 'f', 'F', 'g', 'G':
		if _, err := AsFloat(t, v); err != nil {
			if ErrIs(err, TypeError) {
				return "", Raise(TypeError, "must be real number, not %s", TypeName(v))
			}
			return "", err
		}
		f, _ := AsFloat(t, v)
		if prec < 0 {
			prec = 6
		}
		alt := ""
		if has("#") {
			alt = "#"
		}
		x, err := formatNumber(t, Float(f), newStr(alt+"."+strconv.Itoa(prec)+string(c)))
		if err != nil {
			return "", err
		}
		body = As[Str](x).String()
		if strings.HasPrefix(body, "-") {
			sign, body = "-", body[1:]
		}
	default:
		return "", Raise(ValueError, "unsupported format character '%c' (0x%x) at index %d", c, c, pos)
	}
	if numeric && sign == "" {
		if has("+") {
			sign = "+"
		} else if has(" ") {
			sign = " "
		}
	}
	pad := width - countChars(body) - len(sign)
	if pad <= 0 {
		return sign + body, nil
	}
	if err := t.Alloc(pad); err != nil {
		return "", err
	}
	switch {
	case has("-"):
		return sign + body + strings.Repeat(" ", pad), nil
	case has("0") && numeric:
		if len(body) > 1 && body[0] == '0' && (body[1]|0x20 == 'x' || body[1] == 'o') {
			return sign + body[:2] + strings.Repeat("0", pad) + body[2:], nil
		}
		return sign + strings.Repeat("0", pad) + body, nil
	}
	return strings.Repeat(" ", pad) + sign + body, nil
}
