package py

import (
	"strings"
	"unsafe"
)

// Short forms (see [Leaf]) of the methods of str for short ASCII text and the
// arguments that nearly every call has. What they leave to the methods themselves:
// other text, subclasses that would be returned, wrong arguments.

// quickMost is the length of text up to which the short forms work: what they do is
// not charged, and cannot be interrupted.
const quickMost = 4096

// quickText is the text of v, if it is short and ASCII.
func quickText(v *Value) (string, bool) {
	s := (*Str)(v.p)
	return s.String(), s.ASCII() && s.NBytes() <= quickMost
}

// quickArg is the text of an argument that must be such a str, and not empty.
func quickArg(v *Value) (string, bool) {
	if !IsStr(*v) || !(*Str)(v.p).ASCII() {
		return "", false
	}
	text := (*Str)(v.p).String()
	return text, text != ""
}

// setPart makes *v a str of text, a part of a larger one that is ASCII.
func (v *Value) setPart(text string) {
	switch n := len(text); {
	case n == 0:
		*v = Value{unsafe.Pointer(emptyStr), 0}
	case n == 1:
		v.SetLatin1(text[0])
	case n <= 64: // see NewStrSub
		o, buf := newInline(n)
		copy(buf, text)
		*v = Value{unsafe.Pointer(o), 0}
	default:
		*v = Value{unsafe.Pointer(newASCII(text)), 0}
	}
}

// quickStrip is strip, lstrip or rstrip without arguments.
//
//go:noinline
func quickStrip(left, right bool) Leaf {
	return func(dst, self *Value, args []Value) bool {
		text, ok := quickText(self)
		if !ok || len(args) != 0 {
			return false
		}
		lo, hi := 0, len(text)
		for left && lo < hi && asciiBlank(text[lo]) {
			lo++
		}
		for right && hi > lo && asciiBlank(text[hi-1]) {
			hi--
		}
		if hi-lo == len(text) {
			return quickSelf(dst, self)
		}
		dst.setPart(text[lo:hi])
		return true
	}
}

// quickSelf is the result of a method that changes nothing.
func quickSelf(dst, self *Value) bool {
	if (*Str)(self.p).shape != &strShape {
		return false
	}
	*dst = *self
	return true
}

// quickSplitArgs reads the arguments of split: white space is "", and so is no limit
// negative.
func quickSplitArgs(args []Value) (sep string, limit int, ok bool) {
	limit = -1
	if len(args) > 1 {
		if len(args) > 2 || !args[1].IsInt() {
			return "", 0, false
		}
		if n := args[1].I(); n >= 0 {
			limit = int(min(n, quickMost))
		}
	}
	if len(args) == 0 || args[0] == None {
		return "", limit, limit < 0
	}
	sep, ok = quickArg(&args[0])
	return sep, limit, ok
}

// quickIndex is strings.Index for a text that is often a few characters long.
func quickIndex(text, sep string) int {
	if len(sep) == 1 {
		return strings.IndexByte(text, sep[0])
	}
	return strings.Index(text, sep)
}

// quickSplit is split at a separator, or at white space.
func quickSplit(dst, self *Value, args []Value) bool {
	text, ok := quickText(self)
	if !ok {
		return false
	}
	sep, limit, ok := quickSplitArgs(args)
	switch {
	case !ok:
		return false
	case sep == "":
		return quickFields(dst, text)
	}
	n := strings.Count(text, sep)
	if limit >= 0 && limit < n {
		n = limit
	}
	l := newListN(n + 1)
	if n >= manyParts {
		var b StrBatch
		for i := range l.A[:n] {
			at := quickIndex(text, sep)
			l.A[i] = b.New(text[:at])
			text = text[at+len(sep):]
		}
		l.A[n] = b.New(text)
	} else {
		for i := range l.A[:n] {
			at := quickIndex(text, sep)
			l.A[i].setPart(text[:at])
			text = text[at+len(sep):]
		}
		l.A[n].setPart(text)
	}
	*dst = Value{unsafe.Pointer(l), 0}
	return true
}

// manyParts is the number of parts from which they are made together: they are the
// words of a text rather than the fields of a record, of which a program keeps one.
const manyParts = 64

// QuickUnpackSplit is `a, b = s.split(args)` without the list, for few parts that are
// as many as there are places for them.
func QuickUnpackSplit(dst []Value, self *Value, args []Value) bool {
	var parts [4]string
	last := len(dst) - 1
	text, ok := quickText(self)
	if !ok || last < 0 || last >= len(parts) {
		return false
	}
	sep, limit, ok := quickSplitArgs(args)
	if !ok || limit >= 0 && limit < last {
		return false
	}
	if sep == "" {
		for i := range dst {
			start := 0
			for start < len(text) && asciiBlank(text[start]) {
				start++
			}
			end := start
			for end < len(text) && !asciiBlank(text[end]) {
				end++
			}
			if start == end {
				return false
			}
			parts[i], text = text[start:end], text[end:]
		}
		for i := 0; i < len(text); i++ {
			if !asciiBlank(text[i]) {
				return false
			}
		}
	} else {
		for i := range last {
			at := quickIndex(text, sep)
			if at < 0 {
				return false
			}
			parts[i], text = text[:at], text[at+len(sep):]
		}
		if limit != last && quickIndex(text, sep) >= 0 {
			return false
		}
		parts[last] = text
	}
	for i := range dst {
		dst[i].setPart(parts[i])
	}
	return true
}

// quickFields is split without a separator.
func quickFields(dst *Value, text string) bool {
	n, gap := 0, true
	for i := 0; i < len(text); i++ {
		blank := asciiBlank(text[i])
		if gap && !blank {
			n++
		}
		gap = blank
	}
	l := newListN(n)
	i := 0
	var b StrBatch
	for k := range l.A {
		for asciiBlank(text[i]) {
			i++
		}
		start := i
		for i < len(text) && !asciiBlank(text[i]) {
			i++
		}
		if n >= manyParts {
			l.A[k] = b.New(text[start:i])
		} else {
			l.A[k].setPart(text[start:i])
		}
	}
	*dst = Value{unsafe.Pointer(l), 0}
	return true
}

// quickJoin is join of a list or tuple of which nothing is long.
func quickJoin(dst, self *Value, args []Value) bool {
	sep, ok := quickText(self)
	if !ok || len(args) != 1 {
		return false
	}
	var items []Value
	switch v := &args[0]; {
	case IsList(*v):
		items = (*List)(v.p).A
	case IsTuple(*v):
		items = (*Tuple)(v.p).Items()
	}
	if len(items) < 2 || len(items) > 1024 {
		return false
	}
	size := len(sep) * (len(items) - 1)
	for i := range items {
		v := &items[i]
		if !IsStr(*v) || !(*Str)(v.p).ASCII() {
			return false
		}
		size += (*Str)(v.p).NBytes()
	}
	if size < 2 || size > quickMost {
		return false
	}
	o, buf := newText(size)
	joinInto(buf, sep, items)
	*dst = Value{unsafe.Pointer(o), 0}
	return true
}

// quickReplace is replace of all that is found.
func quickReplace(dst, self *Value, args []Value) bool {
	text, ok := quickText(self)
	if !ok || len(args) != 2 {
		return false
	}
	from, ok := quickArg(&args[0])
	if !ok || !IsStr(args[1]) || !(*Str)(args[1].p).ASCII() {
		return false
	}
	to := (*Str)(args[1].p).String()
	n := strings.Count(text, from)
	if n == 0 {
		return quickSelf(dst, self)
	}
	size := len(text) + n*(len(to)-len(from))
	if size < 2 || size > quickMost {
		return false
	}
	o, buf := newText(size)
	*dst = Value{unsafe.Pointer(o), 0}
	k := 0
	if len(from) == 1 && len(to) == 1 {
		copy(buf, text)
		for ; n > 0; n-- {
			k += strings.IndexByte(text[k:], from[0])
			buf[k] = to[0]
			k++
		}
		return true
	}
	for ; n > 0; n-- {
		at := quickIndex(text, from)
		k += copy(buf[k:], text[:at])
		k += copy(buf[k:], to)
		text = text[at+len(from):]
	}
	copy(buf[k:], text)
	return true
}

// quickCase is lower or upper: from is the first letter of the case that changes.
//
//go:noinline
func quickCase(from byte) Leaf {
	return func(dst, self *Value, args []Value) bool {
		text, ok := quickText(self)
		if !ok || len(args) != 0 {
			return false
		}
		i := 0
		for i < len(text) && text[i]-from > 'z'-'a' {
			i++
		}
		switch {
		case i == len(text):
			return quickSelf(dst, self)
		case len(text) == 1:
			dst.SetLatin1(text[0] ^ 0x20)
			return true
		}
		o, buf := newText(len(text))
		copy(buf, text)
		flipCase(buf, i, from)
		*dst = Value{unsafe.Pointer(o), 0}
		return true
	}
}

// quickEncode is encode as UTF-8.
func quickEncode(dst, self *Value, args []Value) bool {
	text, ok := quickText(self)
	if !ok || len(args) != 0 {
		return false
	}
	v, buf := MakeBytes(len(text))
	copy(buf, text)
	*dst = v
	return true
}

// quickDecode is bytes.decode of short ASCII text.
func quickDecode(dst, self *Value, args []Value) bool {
	text := (*byteSeq)(self.p).text()
	if len(args) == 1 {
		if name, ok := quickArg(&args[0]); !ok || name != "utf-8" && name != "utf8" && name != "ascii" {
			return false
		}
	}
	if len(args) > 1 || len(text) > quickMost || !isASCII(text) {
		return false
	}
	if len(text) <= 1 {
		dst.setPart(text)
		return true
	}
	o, buf := newText(len(text))
	copy(buf, text)
	*dst = Value{unsafe.Pointer(o), 0}
	return true
}

// leafFind is find or rfind in the whole text.
//
//go:noinline
func leafFind(find func(s, sub string) int) Leaf {
	return func(dst, self *Value, args []Value) bool {
		text, ok := quickText(self)
		if !ok || len(args) != 1 {
			return false
		}
		sub, ok := quickArg(&args[0])
		if ok {
			dst.SetInt(int64(find(text, sub)))
		}
		return ok
	}
}
