package py

import "bytes"

// Methods of bytes and bytearray that treat the content as ASCII text, and hex and
// translate.

func (b *byteSeq) mapped(t *Thread, f *[128]byte) (Value, error) {
	if err := chargeStr(t, len(b.B)); err != nil {
		return Nil, err
	}
	out := make([]byte, len(b.B))
	for i, c := range b.B {
		if c < 128 {
			c = f[c]
		}
		out[i] = c
	}
	return b.like(out), nil
}

func (b *byteSeq) lower(t *Thread, a *Args) (Value, error)    { return b.mapped(t, &lowerTable) }
func (b *byteSeq) upper(t *Thread, a *Args) (Value, error)    { return b.mapped(t, &upperTable) }
func (b *byteSeq) swapcase(t *Thread, a *Args) (Value, error) { return b.mapped(t, &swapTable) }

func (b *byteSeq) capitalize(t *Thread, a *Args) (Value, error) {
	v, err := b.mapped(t, &lowerTable)
	if err == nil && len(b.B) > 0 && b.B[0] < 128 {
		(*byteSeq)(v.p).B[0] = upperTable[b.B[0]]
	}
	return v, err
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func (b *byteSeq) title(t *Thread, a *Args) (Value, error) {
	v, err := b.mapped(t, &lowerTable)
	if err != nil {
		return Nil, err
	}
	inside := false
	for i, c := range (*byteSeq)(v.p).B {
		if isLetter(c) && !inside {
			(*byteSeq)(v.p).B[i] = c - 32
		}
		inside = isLetter(c)
	}
	return v, nil
}

func (b *byteSeq) all(f func(c byte) bool) (Value, error) {
	for _, c := range b.B {
		if !f(c) {
			return False, nil
		}
	}
	return Bool(len(b.B) > 0), nil
}

func (b *byteSeq) isalnum(t *Thread, a *Args) (Value, error) {
	return b.all(func(c byte) bool { return isLetter(c) || isDigit(c) })
}
func (b *byteSeq) isalpha(t *Thread, a *Args) (Value, error) { return b.all(isLetter) }
func (b *byteSeq) isascii(t *Thread, a *Args) (Value, error) { return Bool(isASCII(b.text())), nil }
func (b *byteSeq) isdigit(t *Thread, a *Args) (Value, error) { return b.all(isDigit) }
func (b *byteSeq) isspace(t *Thread, a *Args) (Value, error) { return b.all(asciiSpace) }

func (b *byteSeq) oneCase(first, last byte) (Value, error) {
	found := false
	for _, c := range b.B {
		if isLetter(c) {
			if c < first || c > last {
				return False, nil
			}
			found = true
		}
	}
	return Bool(found), nil
}

func (b *byteSeq) islower(t *Thread, a *Args) (Value, error) { return b.oneCase('a', 'z') }
func (b *byteSeq) isupper(t *Thread, a *Args) (Value, error) { return b.oneCase('A', 'Z') }

func (b *byteSeq) istitle(t *Thread, a *Args) (Value, error) {
	found, inside := false, false
	for _, c := range b.B {
		if !isLetter(c) {
			inside = false
			continue
		}
		if c <= 'Z' == inside {
			return False, nil
		}
		found, inside = true, true
	}
	return Bool(found), nil
}

func (b *byteSeq) padArgs(t *Thread, a *Args, name string) (width int, fill byte, err error) {
	width = a.Int(t, 0)
	if a.err != nil {
		return 0, 0, a.err
	}
	fill = ' '
	if a.Has(1) {
		x, ok := AsBytes(a.Value(1))
		if !ok || len(x) != 1 {
			return 0, 0, Raise(TypeError, "%s() argument 2 must be a byte string of length 1, not %s", name, typeNameOrNone(a.Value(1)))
		}
		fill = x[0]
	}
	return width, fill, nil
}

func (b *byteSeq) padded(t *Thread, fill byte, left, right int) (Value, error) {
	left, right = max(0, left), max(0, right)
	if left+right == 0 {
		return b.same(t)
	}
	if left+right > MaxStr {
		return Nil, Raise(MemoryError, "")
	}
	total := left + len(b.B) + right
	if err := chargeStr(t, total); err != nil {
		return Nil, err
	}
	out := make([]byte, 0, total)
	out = append(out, bytes.Repeat([]byte{fill}, left)...)
	out = append(out, b.B...)
	return b.like(append(out, bytes.Repeat([]byte{fill}, right)...)), nil
}

func (b *byteSeq) center(t *Thread, a *Args) (Value, error) {
	width, fill, err := b.padArgs(t, a, "center")
	if err != nil {
		return Nil, err
	}
	left, right := centered(width, len(b.B))
	return b.padded(t, fill, left, right)
}

func (b *byteSeq) ljust(t *Thread, a *Args) (Value, error) {
	width, fill, err := b.padArgs(t, a, "ljust")
	if err != nil {
		return Nil, err
	}
	return b.padded(t, fill, 0, width-min(width, len(b.B)))
}

func (b *byteSeq) rjust(t *Thread, a *Args) (Value, error) {
	width, fill, err := b.padArgs(t, a, "rjust")
	if err != nil {
		return Nil, err
	}
	return b.padded(t, fill, width-min(width, len(b.B)), 0)
}

func (b *byteSeq) zfill(t *Thread, a *Args) (Value, error) {
	width := a.Int(t, 0)
	if a.err != nil {
		return Nil, a.err
	}
	pad := width - min(width, len(b.B))
	if pad == 0 {
		return b.same(t)
	}
	out, err := zeroFill(t, b.text(), pad)
	if err != nil {
		return Nil, err
	}
	return b.like(out), nil
}

func (b *byteSeq) expandtabs(t *Thread, a *Args) (Value, error) {
	tab := a.IntOr(t, 0, 8)
	if a.err != nil {
		return Nil, a.err
	}
	if bytes.IndexByte(b.B, '\t') < 0 {
		return b.same(t)
	}
	if tab > MaxStr {
		return Nil, Raise(OverflowError, "result too long")
	}
	// Every byte is a column, unlike in UTF-8 text.
	var out []byte
	col := 0
	for _, c := range b.B {
		switch {
		case c != '\t':
			if col++; c == '\n' || c == '\r' {
				col = 0
			}
			out = append(out, c)
		case tab > 0:
			n := tab - col%tab
			if err := chargeStr(t, len(out)+n); err != nil {
				return Nil, err
			}
			col += n
			out = appendFill(out, ' ', n)
		}
	}
	return b.like(out), nil
}

// hexArgs reads sep and bytes_per_sep; group is 0 without a separator.
func hexArgs(t *Thread, a *Args) (sep byte, group int, err error) {
	if !a.Has(0) {
		return 0, 0, nil
	}
	var text string
	v := a.Value(0)
	if s, ok := AsStr(v); ok {
		if s.Len() != 1 {
			return 0, 0, Raise(ValueError, "sep must be length 1.")
		}
		text = s.String()
	} else if b, ok := AsBytes(v); ok && IsInstance(v, BytesType) {
		text = string(b)
	} else {
		if v.Type().Slots.Len == nil {
			return 0, 0, Raise(TypeError, "object of type '%s' has no len()", TypeName(v))
		}
		n, err := Len(t, v)
		if err != nil {
			return 0, 0, err
		}
		if n != 1 {
			return 0, 0, Raise(ValueError, "sep must be length 1.")
		}
		return 0, 0, Raise(TypeError, "sep must be str or bytes.")
	}
	if len(text) != 1 && text != "" && isASCII(text) || text == "" {
		return 0, 0, Raise(ValueError, "sep must be length 1.")
	}
	if text[0] >= 128 {
		return 0, 0, Raise(ValueError, "sep must be ASCII.")
	}
	group = 1
	if a.Has(1) {
		if group = a.Int(t, 1); a.err != nil {
			return 0, 0, a.err
		}
	}
	return text[0], group, nil
}

// hexText is b in hexadecimal with sep between groups, counted from the right if
// group is positive, from the left if it is negative.
func hexText(t *Thread, b []byte, sep byte, group int) (Value, error) {
	size := 2 * len(b)
	n := max(group, -group)
	if n < 0 {
		n = 0
	}
	seps := 0
	if n > 0 && len(b) > 0 {
		seps = (len(b) - 1) / n
	}
	if size+seps > MaxStr {
		return Nil, Raise(MemoryError, "")
	}
	if err := chargeStr(t, size+seps); err != nil {
		return Nil, err
	}
	return fillHex(b, sep, group, n, seps), nil
}

// fillHex is hexText with the size of groups and the number of separators known.
func fillHex(b []byte, sep byte, group, n, seps int) Value {
	if len(b) == 0 {
		return EmptyStr().Value()
	}
	o, out := newText(2*len(b) + seps)
	k := 0
	if seps == 0 {
		PutHex(out, b)
		return o.Value()
	}
	for i, c := range b {
		if i > 0 && (group == 1 || group > 0 && (len(b)-i)%n == 0 || group < 0 && i%n == 0) {
			out[k] = sep
			k++
		}
		out[k], out[k+1] = hexDigits[c>>4], hexDigits[c&15]
		k += 2
	}
	return o.Value()
}

// PutHex writes b in hexadecimal to out, in less time than encoding/hex.
func PutHex(out, b []byte) {
	for i, c := range b {
		to := out[2*i : 2*i+2]
		to[0], to[1] = hexDigits[c>>4], hexDigits[c&15]
	}
}

// quickHex is the short form of hex, with an ASCII character or nothing between bytes.
func quickHex(dst, self *Value, args []Value) bool {
	b := (*byteSeq)(self.p).B
	if len(b) > quickMost {
		return false
	}
	var sep byte
	group, seps := 0, 0
	if len(args) > 0 {
		text, ok := quickArg(&args[0])
		if len(args) > 1 || !ok || len(text) != 1 {
			return false
		}
		sep, group, seps = text[0], 1, max(len(b)-1, 0)
	}
	*dst = fillHex(b, sep, group, group, seps)
	return true
}

func (b *byteSeq) hex(t *Thread, a *Args) (Value, error) {
	sep, group, err := hexArgs(t, a)
	if err != nil {
		return Nil, err
	}
	return hexText(t, b.B, sep, group)
}

func bytesMaketrans(t *Thread, a *Args) (Value, error) {
	from, err := AsBuffer(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	to, err := AsBuffer(t, a.Value(1))
	if err != nil {
		return Nil, err
	}
	if len(from) != len(to) {
		return Nil, Raise(ValueError, "maketrans arguments must have same length")
	}
	table := make([]byte, 256)
	for i := range table {
		table[i] = byte(i)
	}
	for i, c := range from {
		table[c] = to[i]
	}
	return NewBytes(table), nil
}

func (b *byteSeq) translate(t *Thread, a *Args) (Value, error) {
	var table, del []byte
	var err error
	if a.Given(0) {
		if table, err = AsBuffer(t, a.Value(0)); err != nil {
			return Nil, err
		}
		if len(table) != 256 {
			return Nil, Raise(ValueError, "translation table must be 256 characters long")
		}
	}
	if a.Has(1) {
		if del, err = AsBuffer(t, a.Value(1)); err != nil {
			return Nil, err
		}
	}
	if err := chargeStr(t, len(b.B)); err != nil {
		return Nil, err
	}
	if table != nil && len(del) == 0 {
		out := make([]byte, len(b.B))
		to := (*[256]byte)(table)
		for i, c := range b.B {
			out[i] = to[c]
		}
		return b.like(out), nil
	}
	var gone [256]bool
	for _, c := range del {
		gone[c] = true
	}
	out := make([]byte, 0, len(b.B))
	for _, c := range b.B {
		if gone[c] {
			continue
		}
		if table != nil {
			c = table[c]
		}
		out = append(out, c)
	}
	return b.like(out), nil
}
