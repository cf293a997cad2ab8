package py

import "strings"

// Leaf is the short form of a native function for its most frequent arguments: it
// neither runs Python code nor raises, so the machine calls it without saving its
// state. It puts the result into dst, or returns false and has done nothing. self is
// nil for functions; dst may be one of args.
type Leaf func(dst, self *Value, args []Value) bool

// Leaf adds a short form that makes no objects to the row of a function or method.
//
//go:noinline
func (m Member) Leaf(fn Leaf) Member {
	r := *m.row
	r.leaf = fn
	return Member{&r}
}

// Maker adds a short form that makes objects of at most some KB, which are not
// charged.
//
//go:noinline
func (m Member) Maker(fn Leaf) Member {
	r := *m.row
	r.leaf, r.makes = fn, true
	return Member{&r}
}

// CallLeaf calls the short form, if there is one that takes the call.
func (n *Native) CallLeaf(t *Thread, dst, self *Value, args []Value) bool {
	return n.leaf != nil && (!n.makes || t.Interp.HeapLocks == 0) && n.leaf(dst, self, args)
}

func leafListAppend(dst, self *Value, args []Value) bool {
	l := (*List)(self.p)
	n := len(l.A)
	if n == cap(l.A) || len(args) != 1 {
		return false
	}
	l.A = l.A[:n+1]
	l.A[n] = args[0]
	*dst = None
	return true
}

func leafListPop(dst, self *Value, args []Value) bool {
	l := (*List)(self.p)
	n := len(l.A) - 1
	if n < 0 || len(args) > 1 || cap(l.A) > 64 && n < cap(l.A)/2 { // it may have to shrink
		return false
	}
	if len(args) == 1 {
		i := args[0].I()
		if !args[0].IsInt() || uint64(i) > uint64(n) || n-int(i) > 64 && i != 0 {
			return false
		}
		*dst = l.A[i]
		if n > 16 {
			l.cut(int(i), int(i)+1)
			return true
		}
		for k := int(i); k < n; k++ {
			l.A[k] = l.A[k+1]
		}
	} else {
		*dst = l.A[n]
	}
	l.A[n] = Nil
	l.A = l.A[:n]
	return true
}

func leafListInsert(dst, self *Value, args []Value) bool {
	l := (*List)(self.p)
	n := len(l.A)
	if n == cap(l.A) || len(args) != 2 || !args[0].IsInt() {
		return false
	}
	i := args[0].I()
	if uint64(i) > uint64(n) || n-int(i) > 64 {
		return false
	}
	l.A = l.A[:n+1]
	for k := n; k > int(i); k-- {
		l.A[k] = l.A[k-1]
	}
	l.A[i] = args[1]
	*dst = None
	return true
}

func leafDictGet(dst, self *Value, args []Value) bool {
	if n := len(args); n == 0 || n > 2 {
		return false
	}
	d := (*Dict)(self.p)
	i := foreign
	if k := &args[0]; IsStr(*k) {
		s := (*Str)(k.p)
		i = d.findStr(s, s.tableHash())
	} else if k.IsInt() {
		i = d.findInt(k.I())
	}
	switch {
	case i >= 0:
		*dst = *d.value(i)
	case i == foreign:
		return false
	case len(args) == 2:
		*dst = args[1]
	default:
		*dst = None
	}
	return true
}

func leafStartsWith(dst, self *Value, args []Value) bool {
	return leafAffix(dst, self, args, strings.HasPrefix)
}

func leafEndsWith(dst, self *Value, args []Value) bool {
	return leafAffix(dst, self, args, strings.HasSuffix)
}

// leafAffix is startswith or endswith with a str or a few of them.
func leafAffix(dst, self *Value, args []Value, has func(s, affix string) bool) bool {
	if len(args) != 1 {
		return false
	}
	text := (*Str)(self.p).String()
	if IsStr(args[0]) {
		dst.SetBool(has(text, (*Str)(args[0].p).String()))
		return true
	}
	if !IsTuple(args[0]) || (*Tuple)(args[0].p).Len() > 64 {
		return false
	}
	for _, v := range (*Tuple)(args[0].p).Items() {
		if !IsStr(v) {
			return false // an error, if none before it fits
		}
		if has(text, (*Str)(v.p).String()) {
			dst.SetBool(true)
			return true
		}
	}
	dst.SetBool(false)
	return true
}

func leafByteArrayAppend(dst, self *Value, args []Value) bool {
	b := (*ByteArray)(self.p)
	n := len(b.B)
	if len(args) != 1 || !args[0].IsInt() || args[0].n > 255 || n == cap(b.B) || b.exports.n != 0 {
		return false
	}
	b.B = b.B[:n+1]
	b.B[n] = byte(args[0].n)
	*dst = None
	return true
}

func leafByteArrayExtend(dst, self *Value, args []Value) bool {
	b := (*ByteArray)(self.p)
	if len(args) != 1 || !IsBytes(args[0]) || b.exports.n != 0 {
		return false
	}
	more := (*Bytes)(args[0].p).B
	n := len(b.B)
	if n+len(more) > cap(b.B) {
		return false
	}
	b.B = b.B[:n+len(more)]
	copy(b.B[n:], more)
	*dst = None
	return true
}

func leafSetAdd(dst, self *Value, args []Value) bool {
	s := (*Set)(self.p)
	if len(args) != 1 || len(s.ents) == cap(s.ents) || !s.AddSimple(&args[0]) {
		return false
	}
	*dst = None
	return true
}

// leafChars is a predicate of strings that holds if it holds for all characters,
// of which there must be one: here for ASCII ones.
//
//go:noinline
func leafChars(is func(c byte) bool) Leaf {
	return func(dst, self *Value, args []Value) bool {
		s := (*Str)(self.p)
		n := s.NBytes()
		if len(args) != 0 || n > 64 || !s.ASCII() {
			return false
		}
		for i := 0; i < n; i++ {
			if !is(s.ByteAt(i)) {
				dst.SetBool(false)
				return true
			}
		}
		dst.SetBool(n > 0)
		return true
	}
}

func asciiDigit(c byte) bool { return '0' <= c && c <= '9' }
func asciiAlpha(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func asciiBlank(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' || 0x1c <= c && c <= 0x1f }

// SimpleLen is the length of an object of the most frequent builtin types.
func SimpleLen(v *Value) (n int, ok bool) {
	switch {
	case IsList(*v):
		return len((*List)(v.p).A), true
	case IsStr(*v):
		s := (*Str)(v.p)
		return s.NBytes(), s.ASCII()
	case IsTuple(*v):
		return (*Tuple)(v.p).Len(), true
	case IsDict(*v):
		return (*Dict)(v.p).Len(), true
	case IsBytes(*v):
		return len((*Bytes)(v.p).B), true
	case IsByteArray(*v):
		return len((*ByteArray)(v.p).B), true
	case v.Type() == SetType:
		return (*Set)(v.p).Len(), true
	}
	return 0, false
}

// SimpleIsInstance is isinstance(v, c) where no Python code has a say in it.
func SimpleIsInstance(v, c *Value) (is, ok bool) {
	t := v.Type()
	if IsClass(c) {
		is = t.IsSubtype((*Type)(c.p))
	} else if IsTuple(*c) {
		x := (*Tuple)(c.p)
		for i := 0; i < x.Len() && !is; i++ {
			b := x.At(i)
			if !IsClass(&b) {
				return false, false
			}
			is = t.IsSubtype((*Type)(b.p))
		}
	} else {
		return false, false
	}
	return is, is || t.Flags&Heap == 0 || !mayLie(t)
}
