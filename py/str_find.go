package py

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

// find, index, count, replace, removeprefix, partition.

// sliceArgs reads the optional arguments start and end, at a[i] and a[i+1], and fits
// them to a length as slices are; ok is false if start lies behind end.
func sliceArgs(t *Thread, a *Args, i, length int) (start, end int, ok bool, err error) {
	end = length
	if a.Has(i) {
		if start, err = sliceIndex(t, a.Value(i), 0); err != nil {
			return
		}
		if start < 0 {
			start = max(0, start+length)
		}
	}
	if a.Has(i + 1) {
		if end, err = sliceIndex(t, a.Value(i+1), length); err != nil {
			return
		}
		if end < 0 {
			end = max(0, end+length)
		}
		end = min(end, length)
	}
	return start, end, start <= end, nil
}

// window returns the part of s that the arguments start and end choose and its
// position in bytes.
func (s *Str) window(t *Thread, a *Args, i int) (text string, at int, ok bool, err error) {
	text = s.String()
	if !a.Has(i) && !a.Has(i+1) {
		return text, 0, true, nil
	}
	start, end, ok, err := sliceArgs(t, a, i, s.Len())
	if !ok || err != nil {
		return "", 0, false, err
	}
	at = s.offset(start)
	return text[at:s.offset(end)], at, true, nil
}

// lastIndex is strings.LastIndex, which looks at every byte of s: this looks for the last
// byte of sub, eight at a time, and goes on so while that is found seldom.
func lastIndex(s, sub string) int {
	n := len(sub)
	if n == 0 || n > len(s) {
		return strings.LastIndex(s, sub)
	}
	last := sub[n-1]
	missed := 0
	for end := len(s); ; {
		i := lastByte(s[n-1:end], last)
		if i < 0 {
			return -1
		}
		if s[i:i+n] == sub {
			return i
		}
		end = i + n - 1
		if missed++; missed > 16+(len(s)-end)/32 {
			return strings.LastIndex(s[:end], sub)
		}
	}
}

// lastByte is strings.LastIndexByte.
func lastByte(s string, c byte) int {
	const ones, low = 0x0101010101010101, 0x7F7F7F7F7F7F7F7F
	i := len(s)
	for ; i >= 8; i -= 8 {
		other := word(s, i-8) ^ uint64(c)*ones
		if ^((other&low + low) | other | low) != 0 {
			break // one of these
		}
	}
	for i--; i >= 0 && s[i] != c; i-- {
	}
	return i
}

// subArg is argument 0 as the str to search for.
func subArg(a *Args) (*Str, error) {
	sub := a.Str(0)
	return sub, a.err
}

func (s *Str) search(t *Thread, a *Args, find func(s, sub string) int) (int, error) {
	sub, err := subArg(a)
	if err != nil {
		return 0, err
	}
	text, at, ok, err := s.window(t, a, 1)
	if err != nil || !ok {
		return -1, err
	}
	i := find(text, sub.String())
	if i < 0 {
		return -1, nil
	}
	return s.CharAt(at + i), nil
}

func (s *Str) find(t *Thread, a *Args) (Value, error) {
	i, err := s.search(t, a, strings.Index)
	return Int(int64(i)), err
}

func (s *Str) rfind(t *Thread, a *Args) (Value, error) {
	i, err := s.search(t, a, lastIndex)
	return Int(int64(i)), err
}

func (s *Str) index(t *Thread, a *Args) (Value, error) {
	i, err := s.search(t, a, strings.Index)
	if err == nil && i < 0 {
		err = Raise(ValueError, "substring not found")
	}
	return Int(int64(i)), err
}

func (s *Str) rindex(t *Thread, a *Args) (Value, error) {
	i, err := s.search(t, a, lastIndex)
	if err == nil && i < 0 {
		err = Raise(ValueError, "substring not found")
	}
	return Int(int64(i)), err
}

func (s *Str) count(t *Thread, a *Args) (Value, error) {
	sub, err := subArg(a)
	if err != nil {
		return Nil, err
	}
	text, _, ok, err := s.window(t, a, 1)
	if err != nil || !ok {
		return Int(0), err
	}
	if sub.n&strMask == 0 {
		return Int(int64(countChars(text)) + 1), nil
	}
	return Int(int64(strings.Count(text, sub.String()))), nil
}

func (s *Str) replace(t *Thread, a *Args) (Value, error) {
	for i, n := range [...]string{"1", "2"} {
		if _, ok := AsStr(a.Value(i)); !ok {
			return Nil, Raise(TypeError, "replace() argument %s must be str, not %s", n, typeNameOrNone(a.Value(i)))
		}
	}
	old, new_ := a.Str(0), a.Str(1)
	limit := a.IntOr(t, 2, -1)
	if a.err != nil {
		return Nil, a.err
	}
	text := s.String()
	b, changed, err := replaceText(t, text, old.String(), new_.String(), limit, s.ASCII())
	if err != nil {
		return Nil, err
	}
	if !changed {
		return exactStr(s), nil
	}
	if s.ASCII() && new_.ASCII() && len(b) > inlineMost {
		return newASCII(bytesText(b)).Value(), nil
	}
	return takeStr(b), nil
}

// replaceText is text with at most limit (negative: all) occurrences of old replaced.
// single says that every byte is a character.
func replaceText(t *Thread, text, old, new_ string, limit int, single bool) ([]byte, bool, error) {
	if limit == 0 || old == new_ {
		return nil, false, nil
	}
	var n int
	if old == "" {
		n = len(text) + 1
		if !single {
			n = countChars(text) + 1
		}
	} else {
		n = strings.Count(text, old)
	}
	if n == 0 {
		return nil, false, nil
	}
	if limit > 0 && limit < n {
		n = limit
	}
	grow := len(new_) - len(old)
	if grow > 0 && n > (MaxStr-len(text))/grow {
		return nil, false, Raise(MemoryError, "")
	}
	size := len(text) + n*grow
	if err := chargeStr(t, size); err != nil {
		return nil, false, err
	}
	if old != "" && grow == 0 && len(old) == 1 && n > 4 {
		b := []byte(text)
		replaceByte(b, old[0], new_[0], n)
		return b, true, nil
	}
	b := make([]byte, 0, size)
	if old == "" {
		for ; n > 0; n-- {
			b = append(b, new_...)
			if text != "" && n > 1 || text != "" && limit < 0 {
				w := 1
				if !single {
					_, w = DecodeRune(text)
				}
				b = append(b, text[:w]...)
				text = text[w:]
			}
		}
		return append(b, text...), true, nil
	}
	for ; n > 0; n-- {
		i := strings.Index(text, old)
		b = append(append(b, text[:i]...), new_...)
		text = text[i+len(old):]
	}
	return append(b, text...), true, nil
}

// replaceByte replaces the first n bytes x of b by y, of which there are so many. It
// looks at eight bytes at a time while there are more than eight to replace.
func replaceByte(b []byte, x, y byte, n int) {
	i := 0
	for ; n > 8; i += 8 {
		const ones, low = 0x0101010101010101, 0x7F7F7F7F7F7F7F7F
		w := binary.LittleEndian.Uint64(b[i:])
		other := w ^ uint64(x)*ones
		found := ^((other&low + low) | other | low) >> 7 // 1 for each byte of other that is 0
		binary.LittleEndian.PutUint64(b[i:], w^found*uint64(x^y))
		n -= bits.OnesCount64(found)
	}
	for ; n > 0; i++ {
		if b[i] == x {
			b[i] = y
			n--
		}
	}
}

func (s *Str) removeprefix(t *Thread, a *Args) (Value, error) {
	p := a.Value(0)
	x, ok := AsStr(p)
	if !ok {
		return Nil, Raise(TypeError, "removeprefix() argument must be str, not %s", typeNameOrNone(p))
	}
	if text, found := strings.CutPrefix(s.String(), x.String()); found && x.n&strMask != 0 {
		return s.sub(text), nil
	}
	return exactStr(s), nil
}

func (s *Str) removesuffix(t *Thread, a *Args) (Value, error) {
	p := a.Value(0)
	x, ok := AsStr(p)
	if !ok {
		return Nil, Raise(TypeError, "removesuffix() argument must be str, not %s", typeNameOrNone(p))
	}
	if text, found := strings.CutSuffix(s.String(), x.String()); found && x.n&strMask != 0 {
		return s.sub(text), nil
	}
	return exactStr(s), nil
}

func (s *Str) partition(t *Thread, a *Args) (Value, error) {
	return s.cut(a, strings.Index, false)
}

func (s *Str) rpartition(t *Thread, a *Args) (Value, error) {
	return s.cut(a, lastIndex, true)
}

func (s *Str) cut(a *Args, find func(s, sub string) int, last bool) (Value, error) {
	sep, ok := AsStr(a.Value(0))
	if !ok {
		return Nil, Raise(TypeError, "must be str, not %s", TypeName(a.Value(0)))
	}
	if sep.n&strMask == 0 {
		return Nil, Raise(ValueError, "empty separator")
	}
	text := s.String()
	i := find(text, sep.String())
	switch {
	case i >= 0:
		return NewTuple(s.sub(text[:i]), sep.Value(), s.sub(text[i+len(sep.String()):])), nil
	case last:
		return NewTuple(emptyStr.Value(), emptyStr.Value(), s.Value()), nil
	}
	return NewTuple(s.Value(), emptyStr.Value(), emptyStr.Value()), nil
}
