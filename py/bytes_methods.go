package py

import (
	"bytes"
	"strings"
)

// Methods of bytes and bytearray that search, split and join. They use the same
// functions on text as str's.

// needle is argument i as what find and its like search for: bytes or one int.
func needle(t *Thread, a *Args, i int) (string, error) {
	v := a.Value(i)
	if v.Type().Slots.Buffer != nil {
		b, err := AsBuffer(t, v)
		return bytesText(b), err
	}
	if !isIndexable(v) && !IsBig(v) {
		return "", Raise(TypeError, "argument should be integer or bytes-like object, not '%s'", TypeName(v))
	}
	c, err := byteValue(t, v, "byte must be in range(0, 256)")
	return string([]byte{c}), err
}

// like returns argument i, which must be bytes-like, as text that may share memory.
func bytesArg(t *Thread, v Value) (string, error) {
	b, err := AsBuffer(t, v)
	return bytesText(b), err
}

// part is what the arguments start and end choose.
func (b *byteSeq) part(t *Thread, a *Args, i int) (text string, at int, ok bool, err error) {
	start, end, ok, err := sliceArgs(t, a, i, len(b.B))
	if !ok || err != nil {
		return "", 0, false, err
	}
	end = min(end, len(b.B))
	if start > end {
		return "", 0, false, nil
	}
	return b.text()[start:end], start, true, nil
}

func (b *byteSeq) search(t *Thread, a *Args, find func(s, sub string) int) (int, error) {
	sub, err := needle(t, a, 0)
	if err != nil {
		return 0, err
	}
	text, at, ok, err := b.part(t, a, 1)
	if err != nil || !ok {
		return -1, err
	}
	if i := find(text, sub); i >= 0 {
		return at + i, nil
	}
	return -1, nil
}

func (b *byteSeq) find(t *Thread, a *Args) (Value, error) {
	i, err := b.search(t, a, strings.Index)
	return Int(int64(i)), err
}

func (b *byteSeq) rfind(t *Thread, a *Args) (Value, error) {
	i, err := b.search(t, a, lastIndex)
	return Int(int64(i)), err
}

func (b *byteSeq) index(t *Thread, a *Args) (Value, error) {
	i, err := b.search(t, a, strings.Index)
	if err == nil && i < 0 {
		err = Raise(ValueError, "subsection not found")
	}
	return Int(int64(i)), err
}

func (b *byteSeq) rindex(t *Thread, a *Args) (Value, error) {
	i, err := b.search(t, a, lastIndex)
	if err == nil && i < 0 {
		err = Raise(ValueError, "subsection not found")
	}
	return Int(int64(i)), err
}

func (b *byteSeq) count(t *Thread, a *Args) (Value, error) {
	sub, err := needle(t, a, 0)
	if err != nil {
		return Nil, err
	}
	text, _, ok, err := b.part(t, a, 1)
	if err != nil || !ok {
		return Int(0), err
	}
	if sub == "" {
		return Int(int64(len(text)) + 1), nil
	}
	return Int(int64(strings.Count(text, sub))), nil
}

func (b *byteSeq) startswith(t *Thread, a *Args) (Value, error) {
	return b.affix(t, a, "startswith", strings.HasPrefix)
}

func (b *byteSeq) endswith(t *Thread, a *Args) (Value, error) {
	return b.affix(t, a, "endswith", strings.HasSuffix)
}

func (b *byteSeq) affix(t *Thread, a *Args, name string, has func(s, p string) bool) (Value, error) {
	text, _, ok, err := b.part(t, a, 1)
	if err != nil {
		return Nil, err
	}
	v := a.Value(0)
	if x, isTuple := AsTuple(v); isTuple {
		for _, v := range x.Items() {
			p, err := bytesArg(t, v)
			if err != nil {
				return Nil, err
			}
			if ok && has(text, p) {
				return True, nil
			}
		}
		return False, nil
	}
	if v.Type().Slots.Buffer == nil {
		return Nil, Raise(TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, TypeName(v))
	}
	p, err := bytesArg(t, v)
	if err != nil {
		return Nil, err
	}
	return Bool(ok && has(text, p)), nil
}

func (b *byteSeq) replace(t *Thread, a *Args) (Value, error) {
	old, err := bytesArg(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	new_, err := bytesArg(t, a.Value(1))
	if err != nil {
		return Nil, err
	}
	limit := a.IntOr(t, 2, -1)
	if a.err != nil {
		return Nil, a.err
	}
	out, changed, err := replaceText(t, b.text(), old, new_, limit, true)
	if err != nil {
		return Nil, err
	}
	if !changed {
		return b.same(t)
	}
	return b.like(out), nil
}

func (b *byteSeq) removeprefix(t *Thread, a *Args) (Value, error) {
	p, err := bytesArg(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	if rest, ok := strings.CutPrefix(b.text(), p); ok && p != "" {
		return b.copyOf(rest), nil
	}
	return b.same(t)
}

func (b *byteSeq) removesuffix(t *Thread, a *Args) (Value, error) {
	p, err := bytesArg(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	if rest, ok := strings.CutSuffix(b.text(), p); ok && p != "" {
		return b.copyOf(rest), nil
	}
	return b.same(t)
}

func (b *byteSeq) partition(t *Thread, a *Args) (Value, error) {
	return b.cut(t, a, strings.Index, false)
}

func (b *byteSeq) rpartition(t *Thread, a *Args) (Value, error) {
	return b.cut(t, a, lastIndex, true)
}

func (b *byteSeq) cut(t *Thread, a *Args, find func(s, sub string) int, last bool) (Value, error) {
	sep, err := bytesArg(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	if sep == "" {
		return Nil, Raise(ValueError, "empty separator")
	}
	text := b.text()
	if i := find(text, sep); i >= 0 {
		mid := b.copyOf(sep)
		if !b.isArray() {
			mid = a.Value(0)
		}
		return NewTuple(b.copyOf(text[:i]), mid, b.copyOf(text[i+len(sep):])), nil
	}
	whole, err := b.same(t)
	if err != nil {
		return Nil, err
	}
	if last {
		return NewTuple(b.like(nil), b.like(nil), whole), nil
	}
	return NewTuple(whole, b.like(nil), b.like(nil)), nil
}

func (b *byteSeq) split(t *Thread, a *Args) (Value, error)  { return b.splitAny(t, a, false) }
func (b *byteSeq) rsplit(t *Thread, a *Args) (Value, error) { return b.splitAny(t, a, true) }

func (b *byteSeq) splitAny(t *Thread, a *Args, right bool) (Value, error) {
	limit := a.IntOr(t, 1, -1)
	if a.err != nil {
		return Nil, a.err
	}
	p := splitter{t: t, make: b.copyOf}
	if !a.Given(0) {
		return p.splitSpace(b.text(), limit, right, asciiSpace, nil)
	}
	sep, err := bytesArg(t, a.Value(0))
	if err != nil {
		return Nil, err
	}
	if sep == "" {
		return Nil, Raise(ValueError, "empty separator")
	}
	return p.splitText(b.text(), sep, limit, right)
}

func (b *byteSeq) splitlines(t *Thread, a *Args) (Value, error) {
	keep := a.BoolOr(t, 0, false)
	if a.err != nil {
		return Nil, a.err
	}
	p := splitter{t: t, make: b.copyOf}
	text := b.text()
	for text != "" {
		i := strings.IndexAny(text, "\r\n")
		if i < 0 {
			p.add(text)
			break
		}
		end := i + 1
		if text[i] == '\r' && end < len(text) && text[end] == '\n' {
			end++
		}
		if keep {
			i = end
		}
		if !p.add(text[:i]) {
			break
		}
		text = text[end:]
	}
	return p.list(false)
}

func (b *byteSeq) join(t *Thread, a *Args) (Value, error) {
	v := a.Value(0)
	if !IsList(v) && !IsTuple(v) && v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
		return Nil, Raise(TypeError, "can only join an iterable")
	}
	items, err := ToSlice(t, v)
	if err != nil {
		return Nil, err
	}
	size := 0
	for i, x := range items {
		part, ok := AsBytes(x)
		if !ok {
			if x.Type().Slots.Buffer == nil {
				return Nil, Raise(TypeError, "sequence item %d: expected a bytes-like object, %s found", i, TypeName(x))
			}
			if part, err = AsBuffer(t, x); err != nil {
				return Nil, err
			}
		}
		if size += len(part) + len(b.B); size > MaxStr {
			return Nil, Raise(MemoryError, "")
		}
	}
	if len(items) == 1 && IsBytes(items[0]) && !b.isArray() {
		return items[0], nil
	}
	if err := chargeStr(t, size); err != nil {
		return Nil, err
	}
	out := make([]byte, 0, size)
	for i, x := range items {
		if i > 0 {
			out = append(out, b.B...)
		}
		part, ok := AsBytes(x)
		if !ok {
			if part, err = AsBuffer(t, x); err != nil {
				return Nil, err
			}
		}
		out = append(out, part...)
	}
	return b.like(out), nil
}

func (b *byteSeq) strip(t *Thread, a *Args) (Value, error)  { return b.stripAny(t, a, true, true) }
func (b *byteSeq) lstrip(t *Thread, a *Args) (Value, error) { return b.stripAny(t, a, true, false) }
func (b *byteSeq) rstrip(t *Thread, a *Args) (Value, error) { return b.stripAny(t, a, false, true) }

func (b *byteSeq) stripAny(t *Thread, a *Args, left, right bool) (Value, error) {
	in := asciiSpace
	if a.Given(0) {
		set, err := AsBuffer(t, a.Value(0))
		if err != nil {
			return Nil, err
		}
		in = func(c byte) bool { return bytes.IndexByte(set, c) >= 0 }
	}
	lo, hi := 0, len(b.B)
	if left {
		for lo < hi && in(b.B[lo]) {
			lo++
		}
	}
	if right {
		for hi > lo && in(b.B[hi-1]) {
			hi--
		}
	}
	if lo == 0 && hi == len(b.B) {
		return b.same(t)
	}
	return b.like(bytes.Clone(b.B[lo:hi])), nil
}

func (b *byteSeq) decode(t *Thread, a *Args) (Value, error) {
	encoding, errs, err := codecArgs(a, 0, "decode")
	if err != nil {
		return Nil, err
	}
	if len(b.B) == 0 { // CPython does not even look for the encoding
		return emptyStr.Value(), nil
	}
	return Decode(t, b.B, encoding, errs)
}
