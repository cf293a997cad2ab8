package py

import (
	"strings"
	"unicode/utf8"
	"unsafe"
)

// strip and the methods that pad: center, ljust, rjust, zfill, expandtabs.

func (s *Str) strip(t *Thread, a *Args) (Value, error)  { return s.stripAny(a, "strip", true, true) }
func (s *Str) lstrip(t *Thread, a *Args) (Value, error) { return s.stripAny(a, "lstrip", true, false) }
func (s *Str) rstrip(t *Thread, a *Args) (Value, error) { return s.stripAny(a, "rstrip", false, true) }

func (s *Str) stripAny(a *Args, name string, left, right bool) (Value, error) {
	text := s.String()
	lo, hi := 0, len(text)
	if !a.Given(0) {
		if left {
			lo = trimLeft(text, asciiSpaceStr, isSpace)
		}
		if right {
			hi = trimRight(text, lo, asciiSpaceStr, isSpace)
		}
	} else {
		x, ok := AsStr(a.Value(0))
		if !ok {
			return Nil, Raise(TypeError, "%s arg must be None or str", name)
		}
		set := x.String()
		if left {
			for lo < hi {
				_, n := DecodeRune(text[lo:])
				if !strings.Contains(set, text[lo:lo+n]) {
					break
				}
				lo += n
			}
		}
		if right {
			for hi > lo {
				_, n := DecodeLastRune(text[:hi])
				if !strings.Contains(set, text[hi-n:hi]) {
					break
				}
				hi -= n
			}
		}
	}
	if lo == 0 && hi == len(text) {
		return exactStr(s), nil
	}
	return s.sub(text[lo:hi]), nil
}

func (s *Str) padArgs(t *Thread, a *Args) (width int, fill rune, err error) {
	width = a.Int(t, 0)
	if a.err != nil {
		return 0, 0, a.err
	}
	fill = ' '
	if a.Has(1) {
		x, ok := AsStr(a.Value(1))
		if !ok {
			return 0, 0, Raise(TypeError, "The fill character must be a unicode character, not %s", TypeName(a.Value(1)))
		}
		if x.Len() != 1 {
			return 0, 0, Raise(TypeError, "The fill character must be exactly one character long")
		}
		fill, _ = DecodeRune(x.String())
	}
	return width, fill, nil
}

// padded is s with left and right fill characters around it.
func (s *Str) padded(t *Thread, fill rune, left, right int) (Value, error) {
	left, right = max(0, left), max(0, right)
	if left+right == 0 {
		return exactStr(s), nil
	}
	text := s.String()
	total, err := padSize(t, len(text), left+right, fill)
	if err != nil {
		return Nil, err
	}
	b := append(appendFill(t.Scratch(total), fill, left), text...)
	return t.ScratchStr(appendFill(b, fill, right)), nil
}

func (s *Str) center(t *Thread, a *Args) (Value, error) {
	width, fill, err := s.padArgs(t, a)
	if err != nil {
		return Nil, err
	}
	left, right := centered(width, s.Len())
	return s.padded(t, fill, left, right)
}

// quickPad is center, ljust, rjust or zfill of text that needs no more than some room,
// which sides divides; with zeros there is no other character, and a sign stays in front.
//
//go:noinline
func quickPad(zeros bool, sides func(width, n int) (left int)) Leaf {
	return func(dst, self *Value, args []Value) bool {
		text, ok := quickText(self)
		if !ok || len(args) == 0 || !args[0].IsInt() {
			return false
		}
		fill := byte(' ')
		switch {
		case zeros:
			if len(args) != 1 || text != "" && (text[0] == '+' || text[0] == '-') {
				return false
			}
			fill = '0'
		case len(args) == 2:
			c, ok := quickArg(&args[1])
			if !ok || len(c) != 1 {
				return false
			}
			fill = c[0]
		case len(args) != 1:
			return false
		}
		width := args[0].I()
		if width <= int64(len(text)) {
			return quickSelf(dst, self)
		}
		if width > inlineMost || width < 2 {
			return false
		}
		o, buf := newInline(int(width))
		left := sides(int(width), len(text))
		for i := range buf[:left] {
			buf[i] = fill
		}
		rest := buf[left+copy(buf[left:], text):]
		for i := range rest {
			rest[i] = fill
		}
		*dst = Value{unsafe.Pointer(o), 0}
		return true
	}
}

func leftCentered(width, n int) int {
	left, _ := centered(width, n)
	return left
}
func leftNone(width, n int) int { return 0 }
func leftAll(width, n int) int  { return width - n }

// centered divides the room around n characters; an odd one goes left if width is odd.
func centered(width, n int) (left, right int) {
	pad := width - n
	if pad <= 0 {
		return 0, 0
	}
	left = pad/2 + pad&width&1
	return left, pad - left
}

func (s *Str) ljust(t *Thread, a *Args) (Value, error) {
	width, fill, err := s.padArgs(t, a)
	if err != nil {
		return Nil, err
	}
	return s.padded(t, fill, 0, width-min(width, s.Len()))
}

func (s *Str) rjust(t *Thread, a *Args) (Value, error) {
	width, fill, err := s.padArgs(t, a)
	if err != nil {
		return Nil, err
	}
	return s.padded(t, fill, width-min(width, s.Len()), 0)
}

func (s *Str) zfill(t *Thread, a *Args) (Value, error) {
	width := a.Int(t, 0)
	if a.err != nil {
		return Nil, a.err
	}
	pad := width - min(width, s.Len())
	if pad == 0 {
		return exactStr(s), nil
	}
	b, err := zeroFill(t, s.String(), pad)
	if err != nil {
		return Nil, err
	}
	return takeStr(b), nil
}

// zeroFill puts pad zeros in front of text, behind its sign.
func zeroFill(t *Thread, text string, pad int) ([]byte, error) {
	total, err := padSize(t, len(text), pad, '0')
	if err != nil {
		return nil, err
	}
	b := make([]byte, 0, total)
	if text != "" && (text[0] == '+' || text[0] == '-') {
		b = append(b, text[0])
		text = text[1:]
	}
	return append(appendFill(b, '0', pad), text...), nil
}

func (s *Str) expandtabs(t *Thread, a *Args) (Value, error) {
	tab := a.IntOr(t, 0, 8)
	if a.err != nil {
		return Nil, a.err
	}
	text := s.String()
	if strings.IndexByte(text, '\t') < 0 {
		return exactStr(s), nil
	}
	b, err := expandTabs(t, text, tab)
	if err != nil {
		return Nil, err
	}
	return takeStr(b), nil
}

func expandTabs(t *Thread, text string, tab int) ([]byte, error) {
	if tab > 1 && tab > MaxStr {
		return nil, Raise(OverflowError, "new string is too long")
	}
	size := len(text)
	if tab > 1 {
		n := strings.Count(text, "\t")
		if n > (MaxStr-size)/tab {
			return nil, Raise(MemoryError, "")
		}
		size += n * tab
	}
	if err := chargeStr(t, size); err != nil {
		return nil, err
	}
	b := make([]byte, 0, min(size, 2*len(text)+64))
	col := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\t':
			if tab > 0 {
				n := tab - col%tab
				col += n
				b = appendFill(b, ' ', n)
			}
		case c == '\n' || c == '\r':
			col = 0
			b = append(b, c)
		default:
			if utf8.RuneStart(c) {
				col++
			}
			b = append(b, c)
		}
	}
	return b, nil
}
