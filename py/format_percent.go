package py

import (
	"math"
	"unicode/utf8"
)

// The operator % of str, bytes and bytearray: printf-style formatting.

// percent is one use of the operator.
type percent struct {
	t       *Thread
	bytes   bool    // the format is bytes or bytearray
	format  string  // WTF-8 or, with bytes, any bytes
	args    []Value // the tuple's items, or one value
	next    int
	single  bool  // args is one value that is not a tuple
	mapping Value // unbound: none
	b       []byte
	charged int
}

// percentItem is one conversion: %(key)flags width .prec code.
type percentItem struct {
	left, plus, blank, alt, zero bool
	width, prec                  int
	code                         rune
}

func percentStr(t *Thread, s *Str, args Value) (Value, error) {
	p := percent{t: t, format: s.String()}
	if args.Type().Slots.GetItem != nil && !IsInstance(args, TupleType) && !IsInstance(args, StrType) {
		p.mapping = args
	}
	if err := p.run(args); err != nil {
		return Nil, err
	}
	return p.t.ScratchStr(p.b), nil
}

func percentBytes(t *Thread, format string, args Value) ([]byte, error) {
	p := percent{t: t, format: format, bytes: true}
	if args.Type().Slots.GetItem != nil && !IsInstance(args, TupleType) && !IsInstance(args, StrType) &&
		!IsInstance(args, BytesType) && !IsInstance(args, ByteArrayType) {
		p.mapping = args
	}
	err := p.run(args)
	return p.b, err
}

func (p *percent) nextArg() (Value, error) {
	if p.next >= len(p.args) {
		return Nil, Raise(TypeError, "not enough arguments for format string")
	}
	p.next++
	return p.args[p.next-1], nil
}

func (p *percent) run(args Value) error {
	if x, ok := AsTuple(args); ok {
		p.args = x.Items()
	} else {
		p.args, p.single = []Value{args}, true
	}
	s := p.format
	if p.bytes {
		p.b = make([]byte, 0, len(s)+32)
	} else {
		p.b = p.t.Scratch(0)
	}
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && s[i] != '%' {
			i++
		}
		if err := p.text(s[start:i]); err != nil {
			return err
		}
		if i == len(s) {
			break
		}
		i++
		if i < len(s) && s[i] == 's' && !p.bytes { // the commonest one
			v, err := p.nextArg()
			if err != nil {
				return err
			}
			x, err := ToStr(p.t, v)
			if err != nil {
				return err
			}
			if err := p.text(x.String()); err != nil {
				return err
			}
			i++
			continue
		}
		if i < len(s) && s[i] == '%' {
			if err := p.text("%"); err != nil {
				return err
			}
			i++
			continue
		}
		var err error
		if i, err = p.item(i); err != nil {
			return err
		}
		if err := p.t.Step(1); err != nil {
			return err
		}
	}
	if p.next < len(p.args) && p.mapping.p == nil {
		if p.bytes {
			return Raise(TypeError, "not all arguments converted during bytes formatting")
		}
		return Raise(TypeError, "not all arguments converted during string formatting")
	}
	return nil
}

// room charges n more bytes.
func (p *percent) room(n int) error {
	if n += len(p.b); n > 4096 && n > p.charged {
		if n > MaxStr || n < 0 {
			return Raise(MemoryError, "")
		}
		p.charged = 2 * n
		return p.t.Alloc(p.charged)
	}
	return nil
}

func (p *percent) text(s string) error {
	if err := p.room(len(s)); err != nil {
		return err
	}
	p.b = append(p.b, s...)
	return nil
}

// item handles one conversion; i is behind the '%'. It returns where it ends.
func (p *percent) item(i int) (int, error) {
	s := p.format
	f := percentItem{width: -1, prec: -1}
	incomplete := func() error { return Raise(ValueError, "incomplete format") }
	if i < len(s) && s[i] == '(' {
		if p.mapping.p == nil {
			return 0, Raise(TypeError, "format requires a mapping")
		}
		i++
		start, depth := i, 1
		for ; i < len(s); i++ {
			if s[i] == ')' {
				if depth--; depth == 0 {
					break
				}
			} else if s[i] == '(' {
				depth++
			}
		}
		if i >= len(s) {
			return 0, Raise(ValueError, "incomplete format key")
		}
		key := NewStr(s[start:i])
		if p.bytes {
			key = NewBytes([]byte(s[start:i]))
		}
		i++
		v, err := GetItem(p.t, p.mapping, key)
		if err != nil {
			return 0, err
		}
		p.args, p.next, p.single = []Value{v}, 0, true
	}
flags:
	for ; i < len(s); i++ {
		switch s[i] {
		case '-':
			f.left = true
		case '+':
			f.plus = true
		case ' ':
			f.blank = true
		case '#':
			f.alt = true
		case '0':
			f.zero = true
		default:
			break flags
		}
	}
	var err error
	if i < len(s) && s[i] == '*' {
		i++
		if f.width, err = p.star(math.MaxInt, "ssize_t"); err != nil {
			return 0, err
		}
		if f.width < 0 {
			f.left = true
			f.width = -max(f.width, -math.MaxInt)
		}
	} else if i < len(s) && isDigit(s[i]) {
		if f.width, i, err = percentNumber(s, i, math.MaxInt, "width too big"); err != nil {
			return 0, err
		}
	}
	if i < len(s) && s[i] == '.' {
		i++
		f.prec = 0
		if i < len(s) && s[i] == '*' {
			i++
			if f.prec, err = p.star(math.MaxInt32, "int"); err != nil {
				return 0, err
			}
			f.prec = max(0, f.prec)
		} else if f.prec, i, err = percentNumber(s, i, math.MaxInt32, p.precTooBig()); err != nil {
			return 0, err
		}
	}
	if i < len(s) && (s[i] == 'h' || s[i] == 'l' || s[i] == 'L') {
		i++
	}
	if i >= len(s) {
		return 0, incomplete()
	}
	at := i
	f.code = rune(s[i])
	i++
	if f.code >= utf8.RuneSelf && !p.bytes {
		var n int
		f.code, n = DecodeRune(s[at:])
		i = at + n
	}
	v, err := p.nextArg()
	if err != nil {
		return 0, err
	}
	return i, p.convert(&f, v, at)
}

func (p *percent) precTooBig() string {
	if p.bytes {
		return "prec too big"
	}
	return "precision too big"
}

func percentNumber(s string, i, limit int, tooBig string) (int, int, error) {
	n := 0
	for i < len(s) && isDigit(s[i]) {
		if n > (limit-int(s[i]-'0'))/10 {
			return 0, 0, Raise(ValueError, "%s", tooBig)
		}
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, i, nil
}

// star reads a width or precision given as an argument.
func (p *percent) star(limit int, ctype string) (int, error) {
	v, err := p.nextArg()
	if err != nil {
		return 0, err
	}
	x, ok := IsIntLike(v)
	if !ok {
		return 0, Raise(TypeError, "* wants int")
	}
	if !x.IsInt() || x.I() > int64(limit) || x.I() < -int64(limit)-1 {
		return 0, Raise(OverflowError, "Python int too large to convert to C %s", ctype)
	}
	return int(x.I()), nil
}

func (p *percent) convert(f *percentItem, v Value, at int) error {
	switch f.code {
	case 's', 'r', 'a', 'b':
		if f.code == 'b' && !p.bytes {
			break
		}
		return p.object(f, v)
	case 'c':
		return p.char(f, v)
	case 'd', 'i', 'u', 'o', 'x', 'X':
		return p.int(f, v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return p.float(f, v)
	}
	if p.bytes {
		if f.code > 127 { // a negative char in C
			return Raise(OverflowError, "character argument not in range(0x110000)")
		}
		return Raise(ValueError, "unsupported format character '%c' (0x%x) at index %d", f.code, f.code, at)
	}
	show := f.code
	if show < 32 || show > 126 {
		show = '?'
	}
	return Raise(ValueError, "unsupported format character '%c' (0x%x) at index %d", show, f.code, countChars(p.format[:at]))
}

// object is %s, %r, %a and, of bytes, %b.
func (p *percent) object(f *percentItem, v Value) error {
	var text string
	if p.bytes && (f.code == 's' || f.code == 'b') {
		b, err := bytesForPercent(p.t, v)
		if err != nil {
			return err
		}
		text = string(b)
		if f.prec >= 0 && f.prec < len(text) {
			text = text[:f.prec]
		}
		return p.padded(f, text, len(text), "", "", ' ')
	}
	var x *Str
	var err error
	switch {
	case f.code == 's':
		x, err = ToStr(p.t, v)
	case f.code == 'a' || p.bytes:
		x, err = ASCII(p.t, v)
	default:
		x, err = Repr(p.t, v)
	}
	if err != nil {
		return err
	}
	n := x.Len()
	if f.prec >= 0 && f.prec < n {
		n = f.prec
	}
	return p.padded(f, x.String()[:x.offset(n)], n, "", "", ' ')
}

// bytesForPercent is what %b inserts.
func bytesForPercent(t *Thread, v Value) ([]byte, error) {
	if b, ok := Cast[Bytes](v, BytesType); ok {
		return b.B, nil
	}
	if b, ok := Cast[ByteArray](v, ByteArrayType); ok {
		return b.B, nil
	}
	r, found, err := CallSpecial(t, v, nameBytes)
	if err != nil {
		return nil, err
	}
	if found {
		b, ok := Cast[Bytes](r, BytesType)
		if !ok {
			return nil, Raise(TypeError, "__bytes__ returned non-bytes (type %s)", TypeName(r))
		}
		return b.B, nil
	}
	if v.Type().Slots.Buffer != nil {
		return AsBuffer(t, v)
	}
	return nil, Raise(TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", TypeName(v))
}

func (p *percent) char(f *percentItem, v Value) error {
	if p.bytes {
		b, err := percentByte(p.t, v)
		if err != nil {
			return err
		}
		return p.padded(f, string([]byte{b}), 1, "", "", ' ')
	}
	if s, ok := AsStr(v); ok {
		if s.Len() != 1 {
			return Raise(TypeError, "%c requires int or char")
		}
		return p.padded(f, s.String(), 1, "", "", ' ')
	}
	if !isIndexable(v) {
		return Raise(TypeError, "%c requires int or char")
	}
	x, err := Index(p.t, v)
	if err != nil {
		return err
	}
	if !x.IsInt() || x.I() < 0 || x.I() > 0x10FFFF {
		return Raise(OverflowError, "%c arg not in range(0x110000)")
	}
	return p.padded(f, string(AppendRune(nil, rune(x.I()))), 1, "", "", ' ')
}

func percentByte(t *Thread, v Value) (byte, error) {
	wrong := func() error {
		return Raise(TypeError, "%c requires an integer in range(256) or a single byte")
	}
	if b, ok := AsBytes(v); ok {
		if len(b) != 1 {
			return 0, wrong()
		}
		return b[0], nil
	}
	if !isIndexable(v) {
		return 0, wrong()
	}
	x, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if !x.IsInt() || x.I() < 0 || x.I() > 255 {
		return 0, Raise(OverflowError, "%c arg not in range(256)")
	}
	return byte(x.I()), nil
}

// number returns the int that an integer conversion shows.
func (p *percent) number(f *percentItem, v Value) (Value, error) {
	if x, ok := IsIntLike(v); ok {
		return x, nil
	}
	real_ := v.IsFloat() || v.Type().Slots.UnaryOps&(1<<OpInt|1<<OpFloat|1<<OpIndex) != 0
	hex := f.code == 'x' || f.code == 'X' || f.code == 'o'
	if hex {
		if isIndexable(v) {
			return Index(p.t, v)
		}
		return Nil, Raise(TypeError, "%%%c format: an integer is required, not %s", f.code, TypeName(v))
	}
	if !real_ {
		return Nil, Raise(TypeError, "%%%c format: a real number is required, not %s", f.code, TypeName(v))
	}
	x, err := ToInt(p.t, v)
	if err != nil && ErrIs(err, TypeError) {
		return Nil, Raise(TypeError, "%%%c format: a real number is required, not %s", f.code, TypeName(v))
	}
	return x, err
}

func (p *percent) int(f *percentItem, v Value) error {
	x, err := p.number(f, v)
	if err != nil {
		return err
	}
	base, prefix := 10, ""
	switch f.code {
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	}
	if !f.alt {
		prefix = ""
	}
	var buf [72]byte
	digits, neg, err := appendIntBase(p.t, buf[:0], x, base, f.code == 'X')
	if err != nil {
		return err
	}
	if f.prec > len(digits) {
		if err := p.room(2 * f.prec); err != nil {
			return err
		}
		z := appendFill(make([]byte, 0, f.prec), '0', f.prec-len(digits))
		digits = append(z, digits...)
	}
	return p.padded(f, string(digits), len(digits), f.sign(neg), prefix, f.fill())
}

func (f *percentItem) sign(neg bool) string {
	switch {
	case neg:
		return "-"
	case f.plus:
		return "+"
	case f.blank:
		return " "
	}
	return ""
}

func (f *percentItem) fill() byte {
	if f.zero {
		return '0'
	}
	return ' '
}

func (p *percent) float(f *percentItem, v Value) error {
	x, err := AsFloat(p.t, v)
	if err != nil {
		if p.bytes && ErrIs(err, TypeError) {
			return Raise(TypeError, "float argument required, not %s", TypeName(v))
		}
		return err
	}
	spec := FormatSpec{Type: f.code, Prec: f.prec, Alt: f.alt}
	b, err := spec.floatCode(p.t, x)
	if err != nil {
		return err
	}
	neg := b[0] == '-'
	if neg {
		b = b[1:]
	}
	return p.padded(f, string(b), len(b), f.sign(neg), "", f.fill())
}

// padded writes sign, prefix and body with padding; chars is the body's length.
func (p *percent) padded(f *percentItem, body string, chars int, sign, prefix string, fill byte) error {
	pad := f.width - chars - len(sign) - len(prefix)
	if err := p.room(len(body) + 8 + max(0, pad)); err != nil {
		return err
	}
	b := p.b
	if pad > 0 && !f.left && fill == ' ' {
		b = appendFill(b, ' ', pad)
	}
	b = append(append(b, sign...), prefix...)
	if pad > 0 && !f.left && fill != ' ' {
		b = appendFill(b, '0', pad)
	}
	b = append(b, body...)
	if pad > 0 && f.left {
		b = appendFill(b, ' ', pad)
	}
	p.b = b
	return nil
}
