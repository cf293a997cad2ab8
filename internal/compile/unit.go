package compile

import (
	"encoding/binary"
	"math"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// label names a place in the code; 0 is none.
type label int32

// place is where a label stands: before the first instruction from index on that
// has the same level.
type place struct {
	index int32
	level int16
}

// ins is an instruction being built. The jump goes to target; handler and region
// are the innermost exception handler and exception being handled. Code of a
// higher level is laid out after all code of lower ones: handlers are level 1,
// handlers inside them level 2.
type ins struct {
	op      bytecode.Op
	a, b, c uint16
	target  label
	level   int16
	handler *handler
	region  *region
	span    syntax.Span
	tryLine int32 // line of the try that it begins; 0: none
}

// Instructions that exist only while code is built.
const (
	// opKill marks a variable of a comprehension unbound. It becomes an Unbind if
	// some use of the variable has to be checked, otherwise nothing.
	opKill bytecode.Op = 0x1000
	// opDead is removed.
	opDead bytecode.Op = 0x1001
)

// handler is an exception handler in force.
type handler struct {
	outer  *handler
	depth  int
	target label
	reg    int
}

// region is an exception being handled.
type region struct {
	outer *region
	depth int
	reg   int
}

// unit is a code object being built.
type unit struct {
	c       *compiler
	parent  *unit
	scope   *scope
	code    *bytecode.Code
	only    map[string]bool // see mangleOnly
	private string          // class whose private names are mangled

	ins     []ins
	labels  []place
	level   int16
	tryLine int32       // line of the try that the next instruction begins
	span    syntax.Span // place of the instructions being emitted

	nlocals int // registers below belong to variables
	top     int // first free temporary
	max     int

	handler *handler
	region  *region
	blocks  []block
	comps   []*compFrame

	regs      map[string]int // registers of locals and cells
	frees     map[string]int // closure cells
	compReg   map[compVar]int
	compNames []string // names of the registers after those of LocalNames, in order
	consts    map[string]int
	names     map[string]int
	globals   map[string]int

	interactive  bool
	futureOK     bool // a from __future__ import may still come
	returnsValue bool
	classReg     int // class: register of the cell __class__, or -1
	static       map[string]bool
	outerConsts  map[string]*bytecode.Const // what c.consts was outside
}

// compVar is a variable of comprehensions at one depth of nesting; comprehensions
// side by side share it.
type compVar struct {
	name  string
	depth int
}

// compFrame is a comprehension being compiled into the unit.
type compFrame struct {
	scope *scope
	regs  map[string]int
}

func (c *compiler) newUnit(parent *unit, s *scope, name string, span syntax.Span) *unit {
	u := &unit{c: c, parent: parent, scope: s, span: span, classReg: -1,
		code:    &bytecode.Code{Name: name, Filename: c.opts.Filename, FirstLine: span.Line},
		regs:    make(map[string]int),
		frees:   make(map[string]int),
		consts:  make(map[string]int),
		names:   make(map[string]int),
		globals: make(map[string]int),
		labels:  make([]place, 1),
	}
	u.outerConsts = c.consts
	c.hideConsts(s)
	code := u.code
	code.QualName = u.qualName(name)
	if parent != nil {
		u.private, u.only = parent.private, parent.only
	}
	for _, n := range sorted(s.free) {
		u.frees[n] = len(code.FreeNames)
		code.FreeNames = append(code.FreeNames, n)
		code.Captures = append(code.Captures, parent.capture(n))
	}
	if s.functionLike() {
		u.allocLocals()
	}
	switch s.kind {
	case scopeClass:
		code.Flags |= bytecode.Class | bytecode.UsesLocalsMapping
		u.static = make(map[string]bool)
		if s.needsClass {
			u.classReg = u.addLocal("__class__")
			u.addCell("__class__", u.classReg)
		}
		if s.needsClassdict {
			u.addCell("__classdict__", u.addLocal("__classdict__"))
		}
	case scopeModule:
	default:
		code.Flags |= bytecode.Optimized | bytecode.NewLocals
		if parent != nil && parent.scope.functionLike() {
			code.Flags |= bytecode.Nested
		}
		if parent != nil && parent.scope.kind == scopeClass && s.kind == scopeFunction && s.comp == compNone {
			code.Flags |= bytecode.Method
		}
		switch {
		case s.generator && s.coroutine:
			code.Flags |= bytecode.AsyncGenerator
		case s.generator:
			code.Flags |= bytecode.Generator
		case s.coroutine:
			code.Flags |= bytecode.Coroutine
		}
	}
	u.nlocals = len(code.LocalNames)
	u.allocComps(s, 0)
	u.top, u.max = u.nlocals, max(u.nlocals, 1)
	for _, r := range code.CellRegs {
		u.emit(bytecode.MakeCell, int(r), 0, 0)
	}
	return u
}

// allocLocals gives registers to the parameters and the other locals.
func (u *unit) allocLocals() {
	s := u.scope
	for _, n := range s.params {
		u.addLocal(n)
	}
	var cells []string
	for _, y := range s.order {
		if y.flags&symParam == 0 && y.res == resLocal {
			u.addLocal(y.name)
		}
		if y.res == resCell {
			cells = append(cells, y.name)
		}
	}
	for _, n := range sorted(cells) {
		r, ok := u.regs[n]
		if !ok {
			r = u.addLocal(n)
		}
		u.addCell(n, r)
	}
}

func (u *unit) addLocal(name string) int {
	r := len(u.code.LocalNames)
	u.regs[name] = r
	u.code.LocalNames = append(u.code.LocalNames, name)
	u.checkRegs(r + 1)
	return r
}

func (u *unit) addCell(name string, r int) {
	u.code.CellNames = append(u.code.CellNames, name)
	u.code.CellRegs = append(u.code.CellRegs, uint16(r))
}

// allocComps gives registers to the variables of the comprehensions in s.
func (u *unit) allocComps(s *scope, depth int) {
	for _, c := range s.children {
		if !c.inlined() {
			continue
		}
		for _, y := range c.order {
			if y.res != resLocal && y.res != resCell {
				continue
			}
			k := compVar{y.name, depth}
			if _, ok := u.compReg[k]; ok {
				continue
			}
			if u.compReg == nil {
				u.compReg = make(map[compVar]int)
			}
			u.compReg[k] = u.nlocals
			u.compNames = append(u.compNames, y.name)
			u.nlocals++
			u.checkRegs(u.nlocals)
			if s.unit().usesLocals {
				u.code.LocalNames = append(u.code.LocalNames, y.name)
			}
		}
		u.allocComps(c, depth+1)
	}
}

func (u *unit) qualName(name string) string {
	p := u.parent
	if p != nil && p.scope.kind == scopeTypeParams {
		p = p.parent
	}
	if p == nil || p.scope.kind == scopeModule {
		return name
	}
	if u.scope.kind == scopeFunction && u.scope.comp == compNone || u.scope.kind == scopeClass {
		if u.scope.parent.res(u.parent.mangle(name)) == resGlobalExplicit || p.scope.res(p.mangle(name)) == resGlobalExplicit {
			return name
		}
	}
	if p.scope.kind == scopeFunction {
		return p.code.QualName + ".<locals>." + name
	}
	return p.code.QualName + "." + name
}

// capture says where a function made here finds the cell of name.
func (u *unit) capture(name string) bytecode.Capture {
	for i := len(u.comps) - 1; i >= 0; i-- {
		f := u.comps[i]
		if f.scope.res(name) == resCell {
			return bytecode.Capture{Index: uint16(f.regs[name])}
		}
	}
	if i, ok := u.frees[name]; ok {
		return bytecode.Capture{FromFree: true, Index: uint16(i)}
	}
	return bytecode.Capture{Index: uint16(u.regs[name])}
}

//go:noinline
func (u *unit) fail(span syntax.Span, msg string) { u.c.fail(span, msg) }

// Registers.

func (u *unit) checkRegs(n int) {
	if n > bytecode.MaxRegs {
		u.fail(u.span, "too many local variables or too complex an expression")
	}
}

// alloc returns the next temporary.
//
//go:noinline
func (u *unit) alloc() int { return u.allocN(1) }

// allocN returns the first of n neighbouring temporaries.
//
//go:noinline
func (u *unit) allocN(n int) int {
	r := u.top
	u.top += n
	if u.top > u.max {
		u.max = u.top
		u.checkRegs(u.max)
	}
	return r
}

// dest returns want, or a temporary if there is none.
//
//go:noinline
func (u *unit) dest(want int) int {
	if want >= 0 {
		return want
	}
	return u.alloc()
}

// isVar says whether register r belongs to a variable.
func (u *unit) isVar(r int) bool { return r < u.nlocals }

// Instructions.

//
//go:noinline
func (u *unit) emit(op bytecode.Op, a, b, c int) {
	u.ins = append(u.ins, ins{op: op, a: uint16(a), b: uint16(b), c: uint16(c),
		level: u.level, handler: u.handler, region: u.region, span: u.span, tryLine: u.tryLine})
	u.tryLine = 0
}

// jump emits an instruction that may jump to l.
//
//go:noinline
func (u *unit) jump(op bytecode.Op, a, b int, l label) {
	u.emit(op, a, b, 0)
	u.ins[len(u.ins)-1].target = l
}

//go:noinline
func (u *unit) newLabel() label {
	u.labels = append(u.labels, place{-1, 0})
	return label(len(u.labels) - 1)
}

// mark places l here.
//
//go:noinline
func (u *unit) mark(l label) {
	if u.tryLine != 0 {
		u.emit(bytecode.Nop, 0, 0, 0) // a loop that begins a try is not the try
	}
	u.labels[l] = place{int32(len(u.ins)), u.level}
}

//go:noinline
func (u *unit) move(dst, src int) {
	if dst != src {
		u.emit(bytecode.Move, dst, src, 0)
	}
}

// beginHandler opens an exception handler that leaves the exception in reg.
func (u *unit) beginHandler(reg int) *handler {
	h := &handler{outer: u.handler, target: u.newLabel(), reg: reg}
	if h.outer != nil {
		h.depth = h.outer.depth + 1
	}
	u.handler = h
	return h
}

// endHandler closes it; its code follows somewhere between enterHandler and
// leaveHandler.
func (u *unit) endHandler(h *handler) { u.handler = h.outer }

// enterHandler starts the code of h, in which its exception is being handled.
func (u *unit) enterHandler(h *handler) {
	u.level++
	u.mark(h.target)
	u.beginRegion(h.reg)
}

// leaveHandler ends the code of h. Control must not reach this place.
func (u *unit) leaveHandler() {
	u.endRegion()
	u.level--
}

func (u *unit) beginRegion(reg int) {
	r := &region{outer: u.region, reg: reg}
	if r.outer != nil {
		r.depth = r.outer.depth + 1
	}
	u.region = r
}

func (u *unit) endRegion() { u.region = u.region.outer }

// Tables of the code object.

func (u *unit) index(m map[string]int, list *[]string, s, what string) int {
	if i, ok := m[s]; ok {
		return i
	}
	i := len(*list)
	if i > math.MaxUint16 {
		u.fail(u.span, "too many "+what+" in one code block")
	}
	m[s] = i
	*list = append(*list, s)
	return i
}

// name returns the index of s in Names.
func (u *unit) name(s string) int { return u.index(u.names, &u.code.Names, s, "names") }

func (u *unit) global(s string) int {
	return u.index(u.globals, &u.code.GlobalNames, s, "global names")
}

// site makes a site for an attribute.
func (u *unit) site(attr string, args int) int {
	n := len(u.code.Sites)
	if n > math.MaxUint16 {
		u.fail(u.span, "too many attributes in one code block")
	}
	u.code.Sites = append(u.code.Sites, bytecode.Site{Name: int32(u.name(u.mangle(attr))), Args: int32(args)})
	return n
}

func (u *unit) shape(s bytecode.CallShape) int {
	for i := len(u.code.CallShapes) - 1; i >= 0 && i > len(u.code.CallShapes)-16; i-- {
		if o := u.code.CallShapes[i]; s.Site < 0 && o.Site < 0 && o.Pos == s.Pos && sameNames(o.Names, s.Names) {
			return i
		}
	}
	n := len(u.code.CallShapes)
	if n > math.MaxUint16 {
		u.fail(u.span, "too many calls with keywords in one code block")
	}
	u.code.CallShapes = append(u.code.CallShapes, s)
	return n
}

func sameNames(a, b []int32) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// child adds the code object of an inner function.
func (u *unit) child(c *bytecode.Code) int {
	n := len(u.code.Children)
	if n > math.MaxUint16 {
		u.fail(u.span, "too many functions in one code block")
	}
	u.code.Children = append(u.code.Children, c)
	return n
}

// constant returns the index of k among the constants.
func (u *unit) constant(k bytecode.Const) int {
	key := string(constKey(nil, &k))
	if i, ok := u.consts[key]; ok {
		return i
	}
	i := len(u.code.Consts)
	u.consts[key] = i
	u.code.Consts = append(u.code.Consts, k)
	return i
}

// constKey appends an encoding of k that differs for constants that differ in
// type or value.
func constKey(b []byte, k *bytecode.Const) []byte {
	b = append(b, byte(k.Kind))
	switch k.Kind {
	case bytecode.ConstInt:
		b = binary.LittleEndian.AppendUint64(b, uint64(k.Int))
	case bytecode.ConstBigInt:
		s := k.Big.Text(62)
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	case bytecode.ConstFloat:
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(k.Float))
	case bytecode.ConstComplex:
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(k.Float))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(k.Imag))
	case bytecode.ConstStr, bytecode.ConstBytes:
		b = binary.AppendUvarint(b, uint64(len(k.Str)))
		b = append(b, k.Str...)
	case bytecode.ConstTuple, bytecode.ConstFrozenSet:
		b = binary.AppendUvarint(b, uint64(len(k.Items)))
		for i := range k.Items {
			b = constKey(b, &k.Items[i])
		}
	}
	return b
}

// loadConst loads a constant into want and returns the register.
func (u *unit) loadConst(k bytecode.Const, want int) int {
	dst := u.dest(want)
	if k.Kind == bytecode.ConstInt && k.Int == int64(int16(k.Int)) {
		u.emit(bytecode.LoadInt, dst, int(uint16(k.Int)), 0)
		return dst
	}
	i := u.constant(k)
	if i < 4096 {
		u.emit(bytecode.LoadConst, dst, i, 0)
	} else {
		u.emit(bytecode.LoadConstX, dst, i&0xffff, i>>16)
	}
	return dst
}

func (u *unit) loadNone(want int) int {
	return u.loadConst(bytecode.Const{Kind: bytecode.ConstNone}, want)
}

func (u *unit) loadStr(s string, want int) int {
	return u.loadConst(bytecode.Const{Kind: bytecode.ConstStr, Str: s}, want)
}
