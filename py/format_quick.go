package py

import (
	"math"
	"strconv"
	"unsafe"
)

// The formats that programs use most, of ints, strings and floats, written straight
// into the text being made: by str.format, f-strings and the operator %. Whatever
// else there is, and every error, is left to the general way.

// quickSpec is a format of width and precision, with everything absent 0 or, of
// prec, -1.
type quickSpec struct {
	fill, align, code byte
	zero              bool
	width, prec       int
}

// parseQuick reads a format specification; false if it has other parts.
func parseQuick(s string) (f quickSpec, ok bool) {
	f.prec = -1
	i := 0
	switch {
	case len(s) > 1 && isAlign(s[1]) && s[0] == 0:
		return f, false // 0 stands for no fill character
	case len(s) > 1 && isAlign(s[1]) && s[0] < 128:
		f.fill, f.align, i = s[0], s[1], 2
	case len(s) > 0 && isAlign(s[0]):
		f.align, i = s[0], 1
	}
	if i, ok = f.widths(s, i); !ok {
		return f, false
	}
	if i < len(s) {
		f.code = s[i]
		i++
	}
	return f, i == len(s)
}

// widths reads what stands before the code, at i: a 0, the width and the precision. It
// returns where they end; false if they are too large.
func (f *quickSpec) widths(s string, i int) (end int, ok bool) {
	if i < len(s) && s[i] == '0' {
		f.zero = true
		i++
	}
	f.width, i = quickNumber(s, i, 0)
	if i < len(s) && s[i] == '.' {
		if f.prec, i = quickNumber(s, i+1, -1); f.prec < 0 {
			return i, false
		}
	}
	return i, f.width <= 999 && f.prec <= 99
}

// quickNumber reads up to three digits at i, absent if there are none; it returns
// where they end.
func quickNumber(s string, i, absent int) (n, end int) {
	if i == len(s) || !isDigit(s[i]) {
		return absent, i
	}
	for end = i; end < len(s) && end < i+4 && isDigit(s[end]); end++ {
		n = n*10 + int(s[end]-'0')
	}
	return n, end
}

// quickFormat appends format(v, spec) to b; false if it has done nothing.
func quickFormat(b []byte, v *Value, spec string) ([]byte, bool) {
	f, ok := parseQuick(spec)
	if !ok || f.zero && f.align != 0 || f.align == '=' {
		return b, false
	}
	start := len(b)
	switch {
	case v.IsInt():
		if f.prec >= 0 {
			return b, false
		}
		if b, ok = f.appendInt(b, v.I()); !ok {
			return b, false
		}
	case IsStr(*v):
		s := (*Str)(v.p)
		if f.code != 0 && f.code != 's' || f.zero || f.prec >= 0 || s.n&^strGrow > 1024 { // wide ones have a flag on top
			return b, false
		}
		b = append(b, s.String()...)
		if f.align == 0 {
			f.align = '<'
		}
	case v.IsFloat():
		if b, ok = f.appendFloat(b, v.F()); !ok {
			return b, false
		}
	default:
		return b, false
	}
	return f.pad(b, start), true
}

func (f *quickSpec) appendInt(b []byte, n int64) ([]byte, bool) {
	switch f.code {
	case 0, 'd':
		return strconv.AppendInt(b, n, 10), true
	case 'x':
		return strconv.AppendInt(b, n, 16), true
	}
	return b, false
}

func (f *quickSpec) appendFloat(b []byte, x float64) ([]byte, bool) {
	if f.code != 'f' || f.prec < 0 || math.IsNaN(x) || math.Abs(x) > 1e15 {
		return b, false
	}
	return strconv.AppendFloat(b, x, 'f', f.prec, 64), true
}

// pad fills what was appended from start on up to the width.
func (f *quickSpec) pad(b []byte, start int) []byte {
	n := len(b) - start
	if n >= f.width {
		return b
	}
	room := f.width - n
	fill := f.fill
	switch {
	case f.zero:
		fill = '0'
		if b[start] == '-' {
			start++
			n--
		}
	case fill == 0:
		fill = ' '
	}
	before := room
	switch f.align {
	case '<':
		before = 0
	case '^':
		before = room / 2
	}
	for range room {
		b = append(b, fill)
	}
	if before > 0 {
		copy(b[start+before:], b[start:start+n])
		for i := range b[start : start+before] {
			b[start+i] = fill
		}
		for i := start + before + n; i < len(b); i++ {
			b[i] = fill
		}
	}
	return b
}

// QuickFormatValue is format(v, spec) for the machine; false if it has done nothing.
func QuickFormatValue(t *Thread, dst, v *Value, spec *Str) bool {
	if spec.n&strMask == 0 {
		switch {
		case IsStr(*v):
			*dst = *v
			return true
		case v.IsInt():
			if n := v.I(); n >= 0 && n < 10 {
				dst.SetLatin1('0' + byte(n))
				return true
			}
			var buf [20]byte
			dst.setPart(bytesText(strconv.AppendInt(buf[:0], v.I(), 10)))
			return true
		}
		return false
	}
	b, ok := quickFormat(t.Scratch(0), v, spec.String())
	if !ok {
		t.scratchBack(b)
		return false
	}
	*dst = t.ScratchStr(b)
	return true
}

// QuickPercent is format % arg for a format of literal text and plain conversions
// and a tuple, string or int to convert; false if it has done nothing.
func QuickPercent(t *Thread, dst, format, arg *Value) bool {
	s, ok := quickText(format)
	if !ok {
		return false
	}
	args := unsafe.Slice(arg, 1)
	if IsTuple(*arg) {
		args = (*Tuple)(arg.p).Items()
	} else if !IsStr(*arg) && !arg.IsInt() && !arg.IsFloat() {
		return false
	}
	b, ok := quickPercent(t.Scratch(0), s, args)
	if !ok || len(b) > quickMost {
		t.scratchBack(b)
		return false
	}
	*dst = t.ScratchStr(b)
	return true
}

func quickPercent(b []byte, s string, args []Value) ([]byte, bool) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c != '%' {
			b = append(b, c)
			continue
		}
		i++
		if i == len(s) {
			return b, false
		}
		if s[i] == '%' {
			b = append(b, '%')
			continue
		}
		if len(args) == 0 {
			return b, false
		}
		v := &args[0]
		args = args[1:]
		f := quickSpec{prec: -1}
		var ok bool
		if i, ok = f.widths(s, i); !ok || i == len(s) {
			return b, false
		}
		f.code = s[i]
		start := len(b)
		ok = false
		switch f.code {
		case 's':
			switch {
			case f.prec >= 0:
			case IsStr(*v) && (*Str)(v.p).n&^strGrow <= 1024:
				b, ok = append(b, (*Str)(v.p).String()...), true
			case v.IsInt():
				b, ok = strconv.AppendInt(b, v.I(), 10), true
			}
			f.zero = false
		case 'd', 'x':
			if v.IsInt() && f.prec < 0 {
				b, ok = f.appendInt(b, v.I())
			}
		case 'f':
			if v.IsFloat() {
				b, ok = f.appendFloat(b, v.F())
			}
		}
		if !ok {
			return b, false
		}
		b = f.pad(b, start)
	}
	return b, len(args) == 0
}
