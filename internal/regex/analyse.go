package regex

// What is found out about a program once it is complete: which bytes can follow where.

// maxLook is how many instructions one question may look at.
const maxLook = 100

// firsts collects the bytes that the text can go on with.
type firsts struct {
	code []inst
	set  [256]bool
	seen []int32
}

// from adds what can come at pc. It returns false if the program may end there, or
// in a part of its own, without another byte, or if that is not known.
func (f *firsts) from(pc int32) bool {
	for {
		for _, s := range f.seen {
			if s == pc {
				return true // going round without a byte adds nothing
			}
		}
		if len(f.seen) == maxLook {
			return false
		}
		f.seen = append(f.seen, pc)
		in := &f.code[pc]
		pc++
		switch in.op {
		case opFail:
			return true
		case opChar:
			f.set[in.c] = true
			return true
		case opLit:
			f.set[in.lit[0]] = true
			return true
		case opSet, opRep, opRepLazy, opRepAll:
			for i, b := range in.set.tab {
				f.set[i] = f.set[i] || b
			}
			if in.op == opSet || in.min > 0 {
				return true
			}
		case opSplit, opLoop, opLoopLazy:
			if !f.from(in.x) {
				return false
			}
			pc = in.y
		case opCond:
			if !f.from(in.x) {
				return false
			}
		case opJmp, opLoopInit, opLook, opLookNot:
			pc = in.x
		case opSave, opClose, opBegin, opBeginLine, opEnd, opEndOrLine, opEndLine, opWord, opNotWord, opAtomic:
		default:
			return false
		}
	}
}

// firstAt returns what can come at pc, nil if that may be nothing or anything.
func (c *compiler) firstAt(pc int32) *[256]bool {
	f := firsts{code: c.code, seen: make([]int32, 0, 16)}
	if !f.from(pc) {
		return nil
	}
	return &f.set
}

// analyse fills in what the machine and the search know beforehand.
func (c *compiler) analyse() {
	for pc := range c.code {
		in := &c.code[pc]
		switch in.op {
		case opSplit:
			in.a, in.b = c.firstAt(in.x), c.firstAt(in.y)
		case opRep, opRepLazy:
			in.a = c.firstAt(int32(pc) + 1)
			in.single = onlyByte(in.a)
			in.sure, in.sureASCII = c.disjoint(in.a, in.set)
			in.last = c.endsAt(pc + 1)
		}
	}
	pc := 0
	for c.code[pc].op == opSave {
		pc++
	}
	c.anchored, c.lines = c.code[pc].op == opBegin, c.code[pc].op == opBeginLine
	for ; ; pc++ {
		switch in := &c.code[pc]; in.op {
		case opChar:
			c.prefix += string([]byte{in.c})
			continue
		case opLit:
			c.prefix += in.lit
			continue
		case opSave, opClose:
			continue
		}
		break
	}
	c.literal = c.prefix != "" && len(c.code) == 2 && c.Groups == 0
	if c.first = c.firstAt(0); c.first != nil && c.text {
		for i := 0x80; i < 0xC0; i++ {
			c.first[i] = false
		}
	}
	c.firstB = onlyByte(c.first)
}

// endsAt says whether the program is over at pc, but for the ends of groups.
func (c *compiler) endsAt(pc int) bool {
	for c.code[pc].op == opClose {
		pc++
	}
	return c.code[pc].op == opMatch
}

// disjoint says whether no byte of a is in the set, and whether no ASCII one is.
func (c *compiler) disjoint(a *[256]bool, set *charset) (all, ascii bool) {
	if a == nil {
		return false, false
	}
	all, ascii = true, true
	for i := range a {
		if a[i] && set.tab[i] {
			all = false
			if i < 128 || !c.text {
				ascii = false
			}
		}
	}
	return all, ascii
}

// onlyByte is the one byte of a set, or -1.
func onlyByte(a *[256]bool) int {
	one := -1
	if a == nil {
		return one
	}
	for i, b := range a {
		if b {
			if one >= 0 {
				return -1
			}
			one = i
		}
	}
	return one
}
