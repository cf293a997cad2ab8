package regex

type opcode uint8

const (
	opMatch       opcode = iota // the end
	opFail                      // nothing matches
	opChar                      // the byte c
	opLit                       // the bytes lit
	opSet                       // a character of set
	opSplit                     // go on at x, on failure at y; a and b: bytes that these can begin with
	opJmp                       // go on at x
	opSave                      // a position: register n
	opClose                     // the position of an end: register n, and lastindex
	opRep                       // a character of set, min to max times, as often as possible
	opRepLazy                   // … as rarely as possible
	opRepAll                    // … without giving back
	opLoopInit                  // begin the loop of registers n, n+1: count and place of the last pass
	opLoop                      // one pass done: x is the body, y what follows; min, max
	opLoopLazy                  //
	opBegin                     // \A and ^
	opBeginLine                 // ^ with M
	opEnd                       // \Z
	opEndOrLine                 // $
	opEndLine                   // $ with M
	opWord                      // \b; set tells words
	opNotWord                   // \B
	opLook                      // positive assertion, register n; min characters back
	opLookNot                   // negative; x follows
	opLookDone                  // the end of a positive assertion
	opLookNotDone               // the end of a negative one
	opAtomic                    // begin of an atomic group, register n
	opAtomicDone                //
	opRef                       // the text of group n
	opRefFold                   // … ignoring case; set: ascii or not
	opCond                      // go on at x if group n did not match
)

// inst is an instruction.
type inst struct {
	op        opcode
	c         byte
	sure      bool // opRep: what follows cannot match a character of the set
	sureASCII bool // … as far as ASCII is concerned
	last      bool // opRep: the end of the pattern follows
	n         int32
	x, y      int32
	min       int
	max       int
	set       *charset
	a, b      *[256]bool // opSplit; opRep: a is what can follow
	lit       string
	single    int // opRepLazy: the only byte in a, or -1
}

type compiler struct {
	*Prog
	env    *Env
	widths []width
	sets   map[string]*charset
	err    error
}

//go:noinline
func (c *compiler) emit(i inst) int {
	if len(c.code) >= maxCode {
		c.err = ErrSize
		return 0
	}
	c.code = append(c.code, i)
	return len(c.code) - 1
}

func (c *compiler) here() int32 { return int32(len(c.code)) }

// register returns n new registers.
func (c *compiler) register(n int) int32 {
	c.regs += n
	return int32(c.regs - n)
}

func (c *compiler) seq(seq []node, flags Flags) error {
	for i := 0; i < len(seq); i++ {
		if seq[i].kind == nLit {
			if lit, n := c.literals(seq[i:], flags); n > 0 {
				if len(lit) == 1 {
					c.emit(inst{op: opChar, c: lit[0]})
				} else {
					c.emit(inst{op: opLit, lit: lit})
				}
				i += n - 1
				continue
			}
		}
		if err := c.node(&seq[i], flags); err != nil {
			return err
		}
		if c.err != nil {
			return c.err
		}
	}
	return nil
}

// literals is the text that a sequence begins with and the number of its nodes.
func (c *compiler) literals(seq []node, flags Flags) (string, int) {
	var b []byte
	n := 0
	for n < len(seq) && seq[n].kind == nLit && !cased(seq[n].r, flags) {
		if r := seq[n].r; c.text {
			b = appendRune(b, r)
		} else {
			b = append(b, byte(r))
		}
		n++
	}
	return string(b), n
}

// cased says whether flags make r match other characters too.
func cased(r rune, flags Flags) bool {
	if flags&IgnoreCase == 0 {
		return false
	}
	if flags&Unicode == 0 {
		return isLetter(r)
	}
	var buf [8]rune
	return len(appendFold(buf[:0], r)) > 1
}

// unit returns the set of a node that matches one character, or nil.
func (c *compiler) unit(seq []node, flags Flags) *charset {
	if len(seq) != 1 {
		return nil
	}
	switch n := &seq[0]; n.kind {
	case nLit:
		return c.newSet([]setItem{{lo: n.r, hi: n.r}}, false, flags)
	case nSet:
		return c.newSet(n.set, n.neg, flags)
	case nAny:
		if flags&DotAll != 0 {
			return c.newSet(nil, true, 0)
		}
		return c.newSet([]setItem{{lo: '\n', hi: '\n'}}, true, 0)
	case nGroup:
		if n.group == 0 {
			return c.unit(n.subs[0], combine(flags, n))
		}
	}
	return nil
}

func combine(flags Flags, n *node) Flags {
	if n.add&typeFlags != 0 {
		flags &^= typeFlags
	}
	return (flags | n.add) &^ n.del
}

func (c *compiler) node(n *node, flags Flags) error {
	switch n.kind {
	case nLit, nSet, nAny:
		c.emit(inst{op: opSet, set: c.unit([]node{*n}, flags)})
	case nBranch:
		return c.branch(n, flags)
	case nRepeat:
		return c.repeat(n, flags)
	case nGroup:
		if n.group == 0 {
			return c.seq(n.subs[0], combine(flags, n))
		}
		c.emit(inst{op: opSave, n: int32(2 * n.group)})
		if err := c.seq(n.subs[0], combine(flags, n)); err != nil {
			return err
		}
		c.emit(inst{op: opClose, n: int32(2*n.group + 1)})
	case nAtomic:
		return c.atomic(func() error { return c.seq(n.subs[0], flags) })
	case nLook:
		return c.look(n, flags)
	case nAt:
		c.at(n.how, flags)
	case nRef:
		i := inst{op: opRef, n: int32(n.group)}
		if flags&IgnoreCase != 0 {
			i.op = opRefFold
			i.set = c.newSet(nil, false, flags)
		}
		c.emit(i)
	case nCond:
		cond := c.emit(inst{op: opCond, n: int32(n.group)})
		if err := c.seq(n.subs[0], flags); err != nil {
			return err
		}
		if len(n.subs) > 1 {
			jmp := c.emit(inst{op: opJmp})
			c.code[cond].x = c.here()
			if err := c.seq(n.subs[1], flags); err != nil {
				return err
			}
			c.code[jmp].x = c.here()
		} else {
			c.code[cond].x = c.here()
		}
	case nFail:
		c.emit(inst{op: opFail})
	}
	return nil
}

func (c *compiler) atomic(body func() error) error {
	r := c.register(1)
	c.emit(inst{op: opAtomic, n: r})
	if err := body(); err != nil {
		return err
	}
	c.emit(inst{op: opAtomicDone, n: r})
	return nil
}

func (c *compiler) branch(n *node, flags Flags) error {
	var ends []int
	for i, alt := range n.subs {
		split := -1
		if i < len(n.subs)-1 {
			split = c.emit(inst{op: opSplit, x: c.here() + 1})
		}
		if err := c.seq(alt, flags); err != nil {
			return err
		}
		if split >= 0 {
			ends = append(ends, c.emit(inst{op: opJmp}))
			c.code[split].y = c.here()
		}
	}
	for _, e := range ends {
		c.code[e].x = c.here()
	}
	return nil
}

func (c *compiler) look(n *node, flags Flags) error {
	back := 0
	if n.behind {
		w := measure(n.subs[0], c.widths)
		if w.lo > tooOften {
			return &Error{"looks too much behind", -1}
		}
		if w.lo != w.hi {
			return &Error{"look-behind requires fixed-width pattern", -1}
		}
		back = int(w.lo)
	}
	i := inst{op: opLook, n: c.register(1), min: back}
	end := inst{op: opLookDone, n: i.n}
	if n.how == '!' {
		i.op, end.op = opLookNot, opLookNotDone
	}
	at := c.emit(i)
	if err := c.seq(n.subs[0], flags); err != nil {
		return err
	}
	c.emit(end)
	c.code[at].x = c.here()
	return nil
}

func (c *compiler) at(how byte, flags Flags) {
	i := inst{}
	switch how {
	case '^':
		i.op = opBegin
		if flags&MultiLine != 0 {
			i.op = opBeginLine
		}
	case '$':
		i.op = opEndOrLine
		if flags&MultiLine != 0 {
			i.op = opEndLine
		}
	case 'A':
		i.op = opBegin
	case 'Z':
		i.op = opEnd
	case 'b', 'B':
		i.op = opWord
		if how == 'B' {
			i.op = opNotWord
		}
		i.set = c.newSet([]setItem{{cat: 'w'}}, false, flags)
	}
	c.emit(i)
}

// maxUnroll is up to how many instructions are written out for a repetition with a
// number.
const maxUnroll = 64

func (c *compiler) repeat(n *node, flags Flags) error {
	if set := c.unit(n.subs[0], flags); set != nil {
		op := opRep
		switch n.how {
		case '?':
			op = opRepLazy
		case '+':
			op = opRepAll
		}
		switch {
		case n.max == 0:
		case n.min == 1 && n.max == 1:
			c.emit(inst{op: opSet, set: set})
		default:
			c.emit(inst{op: op, set: set, min: n.min, max: n.max})
		}
		return nil
	}
	body := func() error { return c.seq(n.subs[0], flags) }
	l := loop{min: n.min, max: n.max, lazy: n.how == '?', body: body}
	l.moves = measure(n.subs[0], c.widths).lo > 0
	l.size = cost(n.subs[0])
	if n.how == '+' {
		l.body = func() error { return c.atomic(body) }
		return c.atomic(func() error { return c.loop(l) })
	}
	return c.loop(l)
}

// loop is what a repetition needs to know.
type loop struct {
	min, max int
	size     int  // about how many instructions the body has
	moves    bool // the body does not match the empty text
	lazy     bool
	body     func() error
}

// cost is about how many instructions a sequence makes.
func cost(seq []node) int {
	sum := 0
	for i := range seq {
		n := &seq[i]
		sum += 2
		for _, s := range n.subs {
			sum += cost(s) + 1
		}
		if n.kind == nRepeat && n.max != MaxRepeat && sum*n.max <= maxUnroll {
			sum *= max(1, n.max)
		}
	}
	return sum
}

// split emits a choice between what follows at once and y, which is set later.
func (c *compiler) split() int { return c.emit(inst{op: opSplit, x: c.here() + 1}) }

// flip makes a choice prefer the other way, if lazy.
func (c *compiler) flip(at int, lazy bool) {
	if s := &c.code[at]; lazy {
		s.x, s.y = s.y, s.x
	}
}

// loop emits a repetition.
func (c *compiler) loop(l loop) error {
	switch {
	case l.max == 0:
		// The groups in it exist, but that is all; errors in it count.
		code, regs := len(c.code), c.regs
		err := l.body()
		c.code, c.regs = c.code[:code], regs
		return err
	case l.min == 1 && l.max == 1:
		return l.body()
	case l.min == 0 && l.max == 1:
		return c.optional(l)
	case l.moves && l.min == 0 && l.max == MaxRepeat:
		s := c.split()
		if err := l.body(); err != nil {
			return err
		}
		c.emit(inst{op: opJmp, x: int32(s)})
		c.code[s].y = c.here()
		c.flip(s, l.lazy)
		return nil
	case l.moves && l.min == 1 && l.max == MaxRepeat:
		start := c.here()
		if err := l.body(); err != nil {
			return err
		}
		s := c.split()
		c.code[s].x, c.code[s].y = start, int32(s)+1
		c.flip(s, l.lazy)
		return nil
	}
	times := l.max
	if times == MaxRepeat {
		times = l.min + 1
	}
	if l.moves && times <= maxUnroll && times*l.size <= maxUnroll {
		return c.unroll(l)
	}
	r := c.register(2)
	init := c.emit(inst{op: opLoopInit, n: r})
	start := c.here()
	if err := l.body(); err != nil {
		return err
	}
	i := inst{op: opLoop, n: r, x: start, min: l.min, max: l.max}
	if l.lazy {
		i.op = opLoopLazy
	}
	at := c.emit(i)
	c.code[init].x = int32(at)
	c.code[at].y = c.here()
	return nil
}

func (c *compiler) optional(l loop) error {
	s := c.split()
	if err := l.body(); err != nil {
		return err
	}
	c.code[s].y = c.here()
	c.flip(s, l.lazy)
	return nil
}

// unroll writes a small repetition out.
func (c *compiler) unroll(l loop) error {
	for i := 0; i < l.min; i++ {
		if err := l.body(); err != nil {
			return err
		}
	}
	if l.max == MaxRepeat {
		l.min = 0
		return c.loop(l)
	}
	var splits []int
	for i := l.min; i < l.max; i++ {
		splits = append(splits, c.split())
		if err := l.body(); err != nil {
			return err
		}
	}
	for _, s := range splits {
		c.code[s].y = c.here()
		c.flip(s, l.lazy)
	}
	return nil
}
