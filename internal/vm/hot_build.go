package vm

import (
	"errors"
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/jit"
	"github.com/woma-lang/woma/py"
)

// regKind is what is known of a register at one place of a loop.
type regKind uint8

const (
	regDead      regKind = iota // nothing that anybody will read
	regConflict                 // one thing or another, depending on the way
	regSame                     // what it was when the code was entered; not for the code
	regConst                    // a certain object
	regInt                      // an int that fits 64 bits
	regFloat                    // a float
	regBool                     // True or False
	regRange                    // the position of an iteration over a range (see GetIter)
	regListIter                 // over a list
	regTupleIter                // over a tuple
	regASCIIIter                // over an ASCII string
	regChar                     // a string of one character below 256; the variable holds its code point
	regStr                      // a str, exactly; from here on the variable holds an address
	regList                     // a list, exactly
	regTuple                    // a tuple, exactly
	regBytes                    // bytes, exactly
	regByteArray                // a bytearray, exactly
	regComplex                  // a complex that is no object: two variables, of the real and the imaginary part
	regObject                   // an object of a certain hidden class
)

// numeric reports whether the kind's value is its number word.
func (k regKind) numeric() bool { return k == regInt || k == regFloat || k == regBool }

// address reports whether the kind's variable is the address of an object.
func (k regKind) address() bool { return k >= regStr && k != regComplex }

// abs is a register at one place of a loop. There are thousands of them: no pointers.
type abs struct {
	kind  regKind
	clean bool    // the interpreter's register has it too
	known bool    // an int or bool that is imm
	v     jit.Var // the variable that has it
	w     jit.Var // regComplex: that of the imaginary part
	alias int16   // regComplex: one more than the register that has the same object, 0: none
	ref   uint16  // in builder.refs: regConst: the object; addresses: an example
	shape uint16  // in builder.shapes: regObject: the hidden class
	imm   int64   // see known
}

// same reports whether two registers hold the same kind of thing in the same variable.
func (a *abs) same(b *abs) bool {
	return a.kind == b.kind && a.v == b.v && a.alias == b.alias && a.shape == b.shape && (a.kind != regConst || a.ref == b.ref)
}

// node is an instruction of a loop, or of a function that is called there.
type node struct {
	act *act
	pc  int
}

// act is a piece of code that takes part: the loop's own, or that of a function that
// was inlined at one place.
type act struct {
	code *Code
	fn   *Function // the function, if it was inlined or is known
	up   *act      // who calls it
	ret  int       // where up goes on
	dst  int       // register of the result
	off  int       // its register 0, counted from the loop's
	deep int
	live []regSet
}

// builder translates one loop.
type builder struct {
	vm     *VM
	p      jit.Program
	base   unsafe.Pointer
	root   *act
	r      region
	states map[node][]abs
	acts   map[node]*act
	vars   map[[2]int]jit.Var
	nregs  int // registers, then cells
	cells  []*py.Cell
	used   []bool // registers that are read or written

	emitting bool
	labels   map[node]int
	nlabels  int
	order    []node
	next     node // what is emitted next
	exits    []hotExit
	exitOf   map[node]int
	late     []late // exits to be emitted at the end
	written  map[jit.Var]bool
	checks   []hotCheck
	stored   []hotCheck // variables that functions which are inlined write
	ownCells bool       // the code uses cells of the loop's own closure
	boxed    bool       // a complex that is there already stays an object
	unboxed  bool       // there is one that does not
	pool     []jit.Var  // floats for the inside of an instruction
	pooled   int        // how many of them the instruction has
	whole    bool       // nothing but the end may leave
	round    bool       // the test is reached again
	stuck    bool       // some instruction always leaves
	nodes    int
	scratchI jit.Var
	scratchJ jit.Var
	scratchK jit.Var
	zero     jit.Var
	scratchF jit.Var
	scratchG jit.Var
	kept     []py.Value
	refs     []py.Value // what abs.ref means
	shapes   []unsafe.Pointer
	room     int   // registers of functions that are inlined
	saved    int64 // what instructions that take long in the interpreter count for besides
	cramped  bool  // there were too few
	err      error
}

// late is a jump out of the loop: its label and the exit.
type late struct{ label, exit int }

const (
	maxInline      = 3   // calls within calls
	inlineRegs     = 24  // registers of inlined calls
	moreInlineRegs = 96  // the same, if those were too few
	maxCells       = 24  // globals
	maxHotNodes    = 500 // instructions, those of inlined functions included
	maxInlineSize  = 60  // instructions of a function that is inlined
)

var (
	errHot  = errors.New("this loop is for the interpreter")
	errRoom = errors.New("the functions that are inlined have more registers")
	errCell = errors.New("a function that is inlined writes another variable")
)

// compileHot translates loop r of code. at is the instruction, in it, that the
// interpreter has reached, with the registers at base. whole: only if nothing in the
// loop needs the interpreter.
func (vm *VM) compileHot(h *hotLoop, code *Code, r region, at int, base unsafe.Pointer, whole bool) error {
	var cells []hotCheck
	boxed, room := false, inlineRegs
	for {
		b := &builder{vm: vm, base: base, r: r, whole: whole, stored: cells, boxed: boxed, room: room}
		err := b.compile(h, code, at)
		vm.hot.reset()
		switch {
		case err == errCell:
			cells = b.stored
		case err == errRoom:
			room = moreInlineRegs
		case err == errHot && b.unboxed:
			boxed = true
		default:
			return err
		}
	}
}

func (b *builder) compile(h *hotLoop, code *Code, at int) error {
	vm, r, base, whole := b.vm, b.r, b.base, b.whole
	*b = builder{vm: vm, base: base, r: r, whole: whole, stored: b.stored, boxed: b.boxed, room: b.room,
		refs:   make([]py.Value, 1, 16),
		states: map[node][]abs{}, acts: map[node]*act{}, vars: map[[2]int]jit.Var{},
		labels: map[node]int{}, exitOf: map[node]int{}, written: map[jit.Var]bool{}}
	b.p.Code = vm.hot.insts
	b.root = &act{code: code, live: liveness(code)}
	if f := (*py.Value)(unsafe.Add(base, -int(valueSize))); f.Bound() && f.ShapeIs(&functionShape) && py.As[Function](*f).code == code {
		b.root.fn = py.As[Function](*f)
	}
	calls, ok := b.scan()
	if !ok {
		h.tries = maxTries
		return errHot
	}
	b.nregs = int(code.bc.NumRegs)
	if calls {
		b.nregs += b.room
	}
	b.scratchI, b.scratchJ, b.scratchK, b.zero = b.p.New(jit.Int), b.p.New(jit.Int), b.p.New(jit.Int), b.p.New(jit.Int)
	b.scratchF, b.scratchG = b.p.New(jit.Float), b.p.New(jit.Float)
	b.findCells()
	b.used = make([]bool, b.nregs+len(b.cells))
	b.flow(node{b.root, at}, b.initial(at))
	// The code is entered at the test with what is known there: that must come from
	// the loop itself, or it is none that comes round.
	start := node{b.root, r.test}
	first := b.states[start]
	switch {
	case b.err == errCell:
		return errCell
	case b.cramped && b.room < moreInlineRegs:
		return errRoom
	}
	if b.err != nil || first == nil || !b.round {
		return errHot
	}
	b.emit(start)
	if b.err != nil || whole && b.stuck {
		return errHot
	}
	vm.hot.insts = b.p.Code[:0]
	fn, err := vm.hot.arena.Compile(&b.p)
	if err != nil {
		return err
	}
	h.size = int64(len(b.order)) + b.saved
	h.code, h.exits, h.checks, h.kept = fn, b.exits, b.checks, b.kept
	h.vars = make([]uint64, b.p.NumVars())
	h.ins = h.ins[:0]
	h.top, h.depth = code.frame, 0
	for _, a := range b.acts {
		h.top = max(h.top, uintptr(a.off)*valueSize+a.code.frame)
		h.depth = max(h.depth, uintptr(a.deep))
	}
	if b.ownCells {
		v := py.Object(b.root.fn)
		h.ins = append(h.ins, hotIn{from: hotHome{off: ^(valueSize - 1)}, kind: regConst, ptr: v.Ptr()})
	}
	for i := range first {
		s := &first[i]
		if !b.used[i] || s.kind <= regSame || i < b.nregs && i >= len(code.bc.LocalNames) && (i >= int(code.bc.NumRegs) || !b.root.live[r.test].has(i)) {
			continue
		}
		in := hotIn{from: b.home(i), kind: s.kind, v: s.v, w: s.w}
		switch s.kind {
		case regConst:
			in.ptr = b.obj(s.ref).Ptr()
		case regStr, regList, regTuple, regBytes, regByteArray, regObject:
			in.ptr = unsafe.Pointer(b.obj(s.ref).Shape())
		case regChar, regComplex:
		default:
			in.ptr = s.kind.tag()
		}
		h.ins = append(h.ins, in)
	}
	most, all := 0, 0
	for i := range h.exits {
		h.exits[i].outs = b.wanted(h.exits[i].outs)
		all += len(h.exits[i].outs)
	}
	outs := make([]hotOut, 0, all)
	for i := range h.exits {
		e := &h.exits[i]
		n := len(outs)
		outs = append(outs, e.outs...)
		e.outs = outs[n:len(outs):len(outs)]
		for k, o := range e.outs {
			if o.kind.address() {
				e.objects = append(e.objects, k)
			}
		}
		most = max(most, len(e.outs))
	}
	h.held = make([]unsafe.Pointer, most)
	h.entries, h.rounds, h.misses = 0, 0, 0
	h.state = hotReady
	h.at.Op = opLoop
	return nil
}

// scan looks at the loop's instructions: whether one of them may be a call that is
// inlined, and whether the loop may be translated as a whole, if it has to be.
func (b *builder) scan() (calls, ok bool) {
	for pc := b.r.first; pc <= b.r.test; pc++ {
		switch op := b.root.code.instr(pc).Op; {
		case op == bytecode.Call || op == bytecode.CallMethod:
			calls = true
		case b.whole && !translated(op):
			return calls, false
		}
	}
	return calls, true
}

// wanted leaves out what the interpreter has already.
func (b *builder) wanted(outs []hotOut) []hotOut {
	n := 0
	for _, o := range outs {
		if o.kind == regConst || o.kind == regSame || b.written[o.v] {
			outs[n] = o
			n++
		}
	}
	return outs[:n]
}

// home returns where the interpreter has register or cell i.
func (b *builder) home(i int) hotHome {
	if i >= b.nregs {
		return hotHome{cell: b.cells[i-b.nregs]}
	}
	return hotHome{off: uintptr(i) * valueSize}
}

// initial is what is known now, at instruction at: what the registers hold.
func (b *builder) initial(at int) []abs {
	st := b.vm.hot.take(b.nregs + len(b.cells))
	live := b.root.live[at]
	for i := range int(b.root.code.bc.NumRegs) {
		if i < len(b.root.code.bc.LocalNames) || live.has(i) {
			v := *(*py.Value)(unsafe.Add(b.base, uintptr(i)*valueSize))
			st[i] = b.observe(i, v)
			if py.IsComplex(v) && !b.boxed {
				st[i] = abs{kind: regComplex, clean: true, v: b.variable(i, regComplex), w: b.imaginary(i)}
				b.unboxed = true
			}
		}
	}
	for i, c := range b.cells {
		st[b.nregs+i] = b.observe(b.nregs+i, c.V)
	}
	return st
}

// observe says what v in register or cell i is.
func (b *builder) observe(i int, v py.Value) abs {
	s := abs{kind: regSame, clean: true, ref: b.ref(v)}
	if !v.Bound() {
		return s
	}
	switch {
	case v.IsInt():
		s.kind = regInt
	case v.IsFloat():
		s.kind = regFloat
	case v.IsBool():
		s.kind = regBool
	case v.Ptr() == unsafe.Pointer(&tagRangeIter):
		s.kind = regRange
	case v.Ptr() == unsafe.Pointer(&tagListIter):
		s.kind = regListIter
	case v.Ptr() == unsafe.Pointer(&tagTupleIter):
		s.kind = regTupleIter
	case v.Ptr() == unsafe.Pointer(&tagASCIIIter):
		s.kind = regASCIIIter
	default:
		if s.kind = objectKind(v); s.kind == regObject {
			s.shape = b.shape(v)
		}
	}
	switch s.kind {
	case regSame, regConst:
	default:
		s.v = b.variable(i, s.kind)
	}
	return s
}

// ref returns the number of an object among refs.
func (b *builder) ref(v py.Value) uint16 {
	for i, r := range b.refs {
		if r == v {
			return uint16(i)
		}
	}
	b.refs = append(b.refs, v)
	return uint16(len(b.refs) - 1)
}

// obj returns the object that a register is, or an example of those, valid until the next call of ref.
func (b *builder) obj(ref uint16) *py.Value { return &b.refs[ref] }

// shape returns the number of v's hidden class among shapes.
func (b *builder) shape(v py.Value) uint16 {
	p := unsafe.Pointer(v.Shape())
	for i, s := range b.shapes {
		if s == p {
			return uint16(i + 1)
		}
	}
	b.shapes = append(b.shapes, p)
	return uint16(len(b.shapes))
}

// hidden returns the hidden class of s, nil if it is not known.
func (b *builder) hidden(s *abs) *py.Shape {
	if s.shape == 0 {
		return nil
	}
	return (*py.Shape)(b.shapes[s.shape-1])
}

// objectKind says what the code can do with an object.
func objectKind(v py.Value) regKind {
	switch {
	case py.IsList(v):
		return regList
	case py.IsTuple(v):
		return regTuple
	case py.IsBytes(v):
		return regBytes
	case py.IsByteArray(v):
		return regByteArray
	case v.IsNone(), v.ShapeIs(&functionShape), py.IsClass(&v), py.IsCell(v):
		return regConst
	case py.IsStr(v):
		if _, ok := latin1Of(v.Ptr()); ok {
			return regChar
		}
		return regStr
	case v.Shape() == nil: // an iteration state
		return regSame
	}
	return regObject
}

// variable returns the variable for kind k of register or cell i.
func (b *builder) variable(i int, k regKind) jit.Var {
	switch k {
	case regFloat:
		return b.part(i, 1, jit.Float)
	case regComplex:
		return b.part(i, 2, jit.Float)
	}
	return b.part(i, 0, jit.Int)
}

// imaginary returns the variable for the imaginary part of register i.
func (b *builder) imaginary(i int) jit.Var { return b.part(i, 3, jit.Float) }

// temp returns a float variable that only the running instruction uses.
func (b *builder) temp() jit.Var {
	if b.pooled == len(b.pool) {
		b.pool = append(b.pool, b.p.New(jit.Float))
	}
	b.pooled++
	return b.pool[b.pooled-1]
}

func (b *builder) part(i, n int, kind jit.Kind) jit.Var {
	key := [2]int{i, n}
	v, ok := b.vars[key]
	if !ok {
		v = b.p.New(kind)
		b.vars[key] = v
	}
	return v
}

// cell returns the number of a global's cell among the registers, -1 if there are too many.
func (b *builder) cell(c *py.Cell) int {
	for i, x := range b.cells {
		if x == c {
			return b.nregs + i
		}
	}
	if len(b.cells) == maxCells {
		return -1
	}
	b.cells = append(b.cells, c)
	return b.nregs + len(b.cells) - 1
}

// findCells makes registers of the globals that hold numbers or are written.
func (b *builder) findCells() {
	for _, s := range b.stored {
		b.cell(s.cell)
		if s.owned {
			b.checks = append(b.checks, s)
		}
	}
	c := b.root.code
	for pc := b.r.first; pc <= b.r.test; pc++ {
		switch in := c.instr(pc); in.Op {
		case bytecode.StoreGlobal:
			cell := c.cell(in.B)
			if b.cell(cell) < 0 {
				b.err = errHot
				return
			}
			b.checks = append(b.checks, hotCheck{cell: cell, owned: true})
		case bytecode.LoadGlobal:
			b.number(c.cell(in.B))
		case bytecode.LoadFree, bytecode.StoreFree:
			if f := b.root.fn; f != nil {
				b.number(f.free(in.B))
			}
		case bytecode.LoadCell, bytecode.StoreCell:
			r := in.B
			if in.Op == bytecode.StoreCell {
				r = in.A
			}
			if v := *(*py.Value)(unsafe.Add(b.base, r)); v.Bound() && py.IsCell(v) {
				b.number(py.As[py.Cell](v))
			}
		}
	}
}

// number makes a register of a cell that holds a number.
func (b *builder) number(c *py.Cell) {
	if v := c.V; v.Bound() && (v.IsInt() || v.IsFloat() || v.IsBool()) {
		b.cell(c)
	}
}

// flow finds what is known at every instruction that can be reached.
func (b *builder) flow(start node, first []abs) {
	b.states[start] = first
	// work is a stack; a node is visited again whenever less is known of it.
	work := []node{start}
	st := b.vm.hot.take(len(first))
	for rounds := 0; len(work) > 0 && b.err == nil; rounds++ {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		if rounds > 20*maxHotNodes {
			b.err = errHot
			return
		}
		copy(st, b.states[n])
		b.step(n, st, func(to node, st []abs) {
			if !b.inside(to) {
				return
			}
			if to.act == b.root && to.pc == b.r.test {
				b.round = true
			}
			old, ok := b.states[to]
			if !ok {
				if b.nodes++; b.nodes > maxHotNodes {
					b.err = errHot
					return
				}
				b.states[to] = b.vm.hot.keep(st)
				work = append(work, to)
				return
			}
			if merge(old, st) {
				work = append(work, to)
			}
		})
	}
}

// merge reduces what is known at a place by what is known on another way to it, and
// reports whether that changed anything.
func merge(old, st []abs) bool {
	changed := false
	for i := range old {
		o, s := &old[i], &st[i]
		if !o.same(s) {
			k := regConflict
			if o.kind == regDead || s.kind == regDead {
				k = regDead
			}
			if o.kind == regConflict || o.kind == regDead && k == regDead {
				continue
			}
			*o = abs{kind: k}
			changed = true
			continue
		}
		if o.clean && !s.clean {
			o.clean, changed = false, true
		}
		if o.known && (!s.known || o.imm != s.imm) {
			o.known, changed = false, true
		}
	}
	for i := range old {
		if a := old[i].alias - 1; a >= 0 && old[a].kind != regComplex {
			old[i], changed = abs{kind: regConflict}, true
		}
	}
	return changed
}

// inside reports whether an instruction belongs to the loop.
func (b *builder) inside(n node) bool {
	return n.act != b.root || n.pc >= b.r.first && n.pc <= b.r.test
}

// emit writes the program.
func (b *builder) emit(start node) {
	b.emitting = true
	b.place(b.root, b.r.first, b.r.test)
	b.add(jit.Inst{Op: jit.Jump, To: b.label(start)})
	st := b.vm.hot.take(len(b.states[start]))
	for i, n := range b.order {
		b.next = node{}
		if i+1 < len(b.order) {
			b.next = b.order[i+1]
		}
		b.add(jit.Inst{Op: jit.Label, To: b.label(n)})
		if back := b.jumpsBack(n); back {
			b.add(jit.Inst{Op: jit.Budget, Exit: b.exit(n, b.states[n], true)})
		}
		copy(st, b.states[n])
		b.step(n, st, func(node, []abs) {})
		if b.err != nil {
			return
		}
	}
	for _, l := range b.late {
		b.add(jit.Inst{Op: jit.Label, To: l.label})
		b.add(jit.Inst{Op: jit.Exit, Exit: l.exit})
	}
}

// place puts the instructions that can be reached in the order of the program.
func (b *builder) place(a *act, first, last int) {
	for pc := first; pc <= last; pc++ {
		n := node{a, pc}
		if _, ok := b.states[n]; !ok {
			continue
		}
		b.order = append(b.order, n)
		if k := b.acts[n]; k != nil {
			b.place(k, 0, len(k.code.bc.Instrs)-1)
		}
	}
}

// jumpsBack reports whether instruction n jumps backwards.
func (b *builder) jumpsBack(n node) bool {
	in := n.act.code.instr(n.pc)
	to, ok := bytecode.JumpTarget(n.pc, in)
	return ok && to <= n.pc && opOf(in.Op) == in.Op
}

// label returns the label of an instruction.
func (b *builder) label(n node) int {
	l, ok := b.labels[n]
	if !ok {
		l = b.newLabel()
		b.labels[n] = l
	}
	return l
}

// saves says that an instruction takes as long as n more in the interpreter.
func (b *builder) saves(n int64) {
	if b.emitting {
		b.saved += n
	}
}

func (b *builder) newLabel() int {
	b.nlabels++
	return b.nlabels
}

// add appends an operation, unless types are still being found.
//
//go:noinline
func (b *builder) add(in jit.Inst) {
	if !b.emitting {
		return
	}
	b.p.Code = append(b.p.Code, in)
	switch in.Op {
	case jit.Store, jit.StoreAt, jit.StoreByte, jit.Check, jit.CheckF, jit.CheckWord, jit.CheckWordAt,
		jit.Label, jit.Jump, jit.Branch, jit.BranchF, jit.Budget, jit.Exit:
	default:
		b.written[in.D] = true
	}
}

// exit returns the exit that has the interpreter go on with instruction n.
func (b *builder) exit(n node, st []abs, used bool) int {
	if !b.emitting {
		return 0
	}
	share := !used && b.inside(n) // all checks of an instruction leave with what is known before it
	if i, ok := b.exitOf[n]; ok && share {
		return i
	}
	e := hotExit{code: n.act.code, pc: n.pc, off: uintptr(n.act.off) * valueSize, used: used,
		again: !used && n.act == b.root && n.pc == b.r.test}
	for a := n.act; a.up != nil; a = a.up {
		e.frames = append([]hotFrame{{code: a.up.code, pc: a.ret, off: uintptr(a.up.off) * valueSize, dst: uint32(a.dst-a.up.off) * uint32(valueSize)}}, e.frames...)
	}
	outs := b.vm.hot.outs
	for i := range st {
		s := &st[i]
		switch {
		case s.kind == regSame:
		case s.kind == regDead || s.kind == regConflict:
			if b.needed(n, i) {
				b.err = errHot
			}
		case s.alias != 0: // below
		case !s.clean:
			outs = append(outs, hotOut{to: b.home(i), kind: s.kind, v: s.v, w: s.w, c: *b.obj(s.ref)})
		}
	}
	for i := range st {
		if s := &st[i]; s.kind == regComplex && s.alias != 0 && !s.clean {
			outs = append(outs, hotOut{to: b.home(i), kind: regSame, from: b.home(int(s.alias) - 1)})
		}
	}
	first := len(b.vm.hot.outs)
	b.vm.hot.outs, e.outs = outs, outs[first:len(outs):len(outs)]
	b.exits = append(b.exits, e)
	if share {
		b.exitOf[n] = len(b.exits) - 1
	}
	return len(b.exits) - 1
}

// needed reports whether the interpreter may look at register i when it goes on with n.
func (b *builder) needed(n node, i int) bool {
	if i >= b.nregs {
		return i < b.nregs+len(b.cells)
	}
	result := -1 // a register that gets the result of what is not finished
	for a, pc := n.act, n.pc; a != nil; a, pc, result = a.up, a.ret, a.dst {
		if i == result {
			return false
		}
		r := i - a.off
		if r < 0 || r >= int(a.code.bc.NumRegs) {
			continue
		}
		if a.up == nil && r < len(a.code.bc.LocalNames) {
			return true
		}
		if a.live == nil {
			a.live = liveness(a.code)
		}
		if pc < len(a.live) && a.live[pc].has(r) {
			return true
		}
	}
	return false
}

// leave is the way from the loop to instruction to, which is not in it.
func (b *builder) leave(to node, st []abs) int {
	l := b.newLabel()
	if b.emitting {
		b.late = append(b.late, late{l, b.exit(to, st, false)})
	}
	return l
}

// target returns the label for going on with instruction to.
func (b *builder) target(to node, st []abs) int {
	if !b.emitting {
		return 0
	}
	if !b.inside(to) {
		return b.leave(to, st)
	}
	return b.label(to)
}

// goOn ends an instruction: the next one is to.
func (b *builder) goOn(to node, st []abs) {
	if b.emitting && b.next != to {
		b.add(jit.Inst{Op: jit.Jump, To: b.target(to, st)})
	}
}
