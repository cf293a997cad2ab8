// Package vm runs code objects. vm.go is the dispatch loop with the fast paths;
// slow.go does everything else; the rest is calls, unwinding, functions,
// generators, classes, imports and the [py.Machine] that the object model sees.
package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// Instr is a linked instruction: registers and constants are byte offsets.
type Instr = bytecode.Instr

const (
	instrSize = unsafe.Sizeof(Instr{})
	valueSize = py.ValueSize
	siteSize  = unsafe.Sizeof(Site{})
)

// Operations that only the linker makes.
const (
	opGenReturn     = bytecode.Op(250) // Return in a generator
	opGenReturnNone = bytecode.Op(251) // ReturnNone in a generator
	opAsyncYield    = bytecode.Op(252) // Yield in an asynchronous generator
	opTrace         = bytecode.Op(253) // an event for sys.settrace, see trace_code.go
	opSentinel      = bytecode.Op(254) // never reached: follows the last instruction
)

// Code is a code object as Python sees it and, once linked to the globals it runs
// with, what the loop runs. Inline caches belong to it, so an interpreter's
// functions never share any with another's.
type Code struct {
	py.Head
	bc        *bytecode.Code
	simple    int32 // number of arguments of a call that needs no work but copying; -1: never
	genSimple int32 // the same for a generator function
	isGen     bool
	regions   bool // has exception regions
	entry     unsafe.Pointer
	pc0       unsafe.Pointer
	kp        unsafe.Pointer
	cells     unsafe.Pointer
	sitep     unsafe.Pointer
	frame     uintptr // bytes of registers
	mapping   bool    // names live in a mapping (UsesLocalsMapping)
	instrs    []Instr // [0] is the prologue
	consts    []py.Value
	cellv     []*py.Cell
	sites     []Site
	globals   *py.Dict
	names     []*py.Str
	children  []*Code
	keywords  [][]*py.Str // by number of CallShape, once called
	globalN   []string    // names of the globals, those of name instructions included
	linked    bool
	shadowed  bool  // the module's names are in an object; globals has what functions see of them
	twin      *twin // once it was traced
	hot       []*hotLoop
	direct    bool // linked for locals that are the globals: names are globals
}

// Site is one inline cache.
type Site struct {
	shape   *py.Shape // hidden class the cache holds for
	version uint32
	kind    siteKind
	short   siteShort // of siteNative
	nargs   int32
	off     uintptr // where the attribute is, from the start of the object
	code    *Code   // callMethod: the function's code
	fn      unsafe.Pointer
	next    *py.Shape // storeAttr: hidden class afterwards
	native  *py.Native
	name    *py.Str
	obj     unsafe.Pointer // the module the cache holds for
	cell    *py.Cell
	more    *Site // what the site was filled with before, for other hidden classes
}

// maxMore is how many hidden classes a site remembers besides the last.
const maxMore = 3

// fill makes the site hold for one more hidden class.
func (s *Site) fill(n Site) {
	n.name, n.nargs, n.more = s.name, s.nargs, s.more
	if s.shape != nil && n.shape != nil && s.shape != n.shape && s.version == s.shape.Version {
		// Those that hold no longer are dropped, and so is the one for the same class.
		old := *s
		old.more = nil
		n.more = &old
		last, count := &old.more, 1
		for m := s.more; m != nil && count < maxMore; m = m.more {
			if m.shape != n.shape && m.version == m.shape.Version {
				*last = m
				last = &m.more
				count++
			}
		}
		*last = nil
	}
	*s = n
}

// other returns what the site remembers for hidden class h, nil if nothing.
func (s *Site) other(h *py.Shape) *Site {
	for m := s.more; m != nil; m = m.more {
		if m.shape == h {
			if m.version == h.Version {
				return m
			}
			return nil
		}
	}
	return nil
}

// free reports whether the site holds for no hidden class. What is kept in dicts is only
// remembered then: objects with slots at the same place come first.
func (s *Site) free() bool { return s.shape == nil || s.version != s.shape.Version }

type siteKind uint8

const (
	siteNone         siteKind = iota
	siteSlot                  // attribute inside the object at off
	siteAdd                   // storeAttr: attribute is added, the shape becomes next
	siteFunction              // method written in Python
	siteNative                // method written in Go
	siteCell                  // global of a module
	siteClassVal              // plain value of the class
	siteSuper                 // descriptor of a class behind obj, for an object of next
	siteProperty              // property whose getter is a Python function
	siteNativeDict            // method written in Go, of an object whose attributes may hide it
	siteModNative             // builtin function in a module, held by cell
	siteDict                  // attribute in the dict of an object of next
	siteFunctionDict          // method written in Python, of an object of next whose attributes may hide it
	siteClass                 // __class__ of an object of next, which has no other than its class
	siteOfClass               // plain value of the class fn, whose objects begin as next
	siteComputed              // data descriptor of a builtin type in the class, for an object of next
	siteDrop                  // deleteAttr: the attribute at off is the last, the shape becomes next
)

// siteShort tells of methods of builtin types that callNativeMethod knows.
type siteShort uint8

const (
	shortNone   siteShort = iota
	shortAppend           // list.append with one argument
	shortSplit            // str.split
)

// shortOf is the siteShort of a call with nargs arguments.
func shortOf(n *py.Native, nargs int32) siteShort {
	switch {
	case n.Owner == py.ListType && n.Name == "append" && nargs == 1:
		return shortAppend
	case n.Owner == py.StrType && n.Name == "split":
		return shortSplit
	}
	return shortNone
}

var codeShape py.Shape

// CodeType is the type of code objects.
var CodeType = &py.Type{}

var _ = py.DefineType(CodeType, &codeShape, py.TypeSpec{
	Name:  "code",
	Flags: py.Final | py.NotCallable,
	Slots: py.Slots{
		Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
			c := py.As[Code](v)
			return py.NewStr("<code object " + c.bc.Name + ", file \"" + c.bc.Filename + "\", line " + itoa(int(c.bc.FirstLine)) + ">"), nil
		},
		Hash: func(t *py.Thread, v py.Value) (int64, error) { return int64(uintptr(v.Ptr()) >> 4), nil },
	},
	Table: codeMembers,
})

// NewCode returns the Python object of a code object.
func NewCode(bc *bytecode.Code) *Code { return &Code{Head: py.HeadOf(&codeShape), bc: bc} }

// link returns code ready to run with the given globals. direct says that the
// locals mapping will be the globals, so that names need no look-up.
func (vm *VM) link(c *Code, globals *py.Dict, direct bool) *Code {
	if c.linked && c.globals == globals && c.direct == direct {
		return c
	}
	n := c
	if c.linked {
		n = NewCode(c.bc)
	}
	n.direct = direct
	n.doLink(vm, globals)
	return n
}

func (c *Code) doLink(vm *VM, globals *py.Dict) {
	bc, in := c.bc, vm.t.Interp
	c.linked = true
	c.globals = globals
	c.names = make([]*py.Str, len(bc.Names))
	for i, s := range bc.Names {
		c.names[i] = in.Intern(s)
	}
	c.consts = make([]py.Value, max(len(bc.Consts), 1))
	for i := range bc.Consts {
		c.consts[i] = constant(in, &bc.Consts[i])
	}
	c.sites = make([]Site, max(len(bc.Sites), 1))
	for i, s := range bc.Sites {
		c.sites[i] = Site{name: c.names[s.Name], nargs: s.Args}
	}
	c.children = make([]*Code, len(bc.Children))
	c.isGen = bc.Flags&(bytecode.Generator|bytecode.Coroutine|bytecode.AsyncGenerator) != 0
	c.regions = len(bc.ExcRegions) > 0
	regs := int(bc.NumRegs)
	c.mapping = bc.Flags&bytecode.UsesLocalsMapping != 0
	c.frame = uintptr(regs) * valueSize
	c.globalN = bc.GlobalNames
	c.linkInstrs()
	c.cellv = make([]*py.Cell, max(len(c.globalN), 1))
	for i, s := range c.globalN {
		c.cellv[i] = globals.GlobalCell(in.Intern(s))
	}
	c.simple, c.genSimple = -1, -1
	if bc.KwOnly == 0 && bc.Flags&(bytecode.VarArgs|bytecode.VarKeywords|bytecode.UsesLocalsMapping) == 0 {
		switch {
		case !c.isGen:
			c.simple = bc.ArgCount
		case bc.Flags&bytecode.AsyncGenerator == 0:
			c.genSimple = bc.ArgCount
		}
	}
	c.pc0 = unsafe.Pointer(&c.instrs[1])
	c.kp = unsafe.Pointer(&c.consts[0])
	c.cells = unsafe.Pointer(&c.cellv[0])
	c.sitep = unsafe.Pointer(&c.sites[0])
}

// linkInstrs scales the operands. A prologue clears the locals that the code may
// find unbound; the others are never read before they are written.
func (c *Code) linkInstrs() {
	bc := c.bc
	c.instrs = make([]Instr, len(bc.Instrs)+2)
	lo, hi := 1<<16, 0
	params := bc.NumParams()
	clearReg := func(r int) {
		if r >= params {
			lo, hi = min(lo, r), max(hi, r+1)
		}
	}
	direct := map[uint16]uint16{}
	globalOf := func(name uint16) uint16 {
		g, ok := direct[name]
		if !ok {
			g = uint16(len(c.globalN))
			direct[name] = g
			c.globalN = append(c.globalN[:len(c.globalN):len(c.globalN)], bc.Names[name])
		}
		return g
	}
	for i, in := range bc.Instrs {
		if in.Op == opTrace {
			c.instrs[i+1] = in
			continue
		}
		if c.direct {
			switch in.Op {
			case bytecode.LoadName:
				in.Op, in.B = bytecode.LoadGlobal, globalOf(in.B)
			case bytecode.StoreName:
				in.Op, in.B = bytecode.StoreGlobal, globalOf(in.B)
			case bytecode.DeleteName:
				in.Op, in.B = bytecode.DeleteGlobal, globalOf(in.B)
			}
		}
		switch in.Op {
		case bytecode.CheckBound, bytecode.DeleteLocal, bytecode.MakeCell:
			clearReg(int(in.A))
		}
		if c.isGen {
			switch in.Op {
			case bytecode.Return:
				in.Op = opGenReturn
			case bytecode.ReturnNone:
				in.Op = opGenReturnNone
			case bytecode.Yield:
				if bc.Flags&bytecode.AsyncGenerator != 0 {
					in.Op = opAsyncYield
				}
			}
		}
		info := bytecode.Table[opOf(in.Op)]
		scale := func(kind byte, x uint16) uint16 {
			switch kind {
			case 'r', 'w', 'k':
				return x * uint16(valueSize)
			}
			return x
		}
		ops := info.Operands
		for len(ops) < 3 {
			ops += "-"
		}
		in.A, in.B, in.C = scale(ops[0], in.A), scale(ops[1], in.B), scale(ops[2], in.C)
		c.instrs[i+1] = in
	}
	for _, g := range bc.GlobalNames {
		switch g {
		case "locals", "eval", "exec", "vars", "dir":
			for r := params; r < len(bc.LocalNames); r++ {
				clearReg(r)
			}
		}
	}
	if c.isGen || c.twin != nil { // its frame can be looked at any time
		for r := params; r < len(bc.LocalNames); r++ {
			clearReg(r)
		}
	}
	c.instrs[len(c.instrs)-1] = Instr{Op: opSentinel}
	c.entry = unsafe.Pointer(&c.instrs[1])
	if hi > lo {
		c.instrs[0] = Instr{Op: bytecode.Unbind, A: uint16(lo) * uint16(valueSize), B: uint16(hi - lo)}
		c.entry = unsafe.Pointer(&c.instrs[0])
	}
}

// opOf returns the operation whose operands a linked one has.
func opOf(op bytecode.Op) bytecode.Op {
	switch op {
	case opGenReturn:
		return bytecode.Return
	case opGenReturnNone:
		return bytecode.ReturnNone
	case opAsyncYield:
		return bytecode.Yield
	}
	return op
}

// child returns the linked code of Children[i].
func (c *Code) child(vm *VM, i int) *Code {
	if c.children[i] == nil {
		n := NewCode(c.bc.Children[i])
		n.doLink(vm, c.globals)
		c.children[i] = n
	}
	return c.children[i]
}

func constant(in *py.Interp, k *bytecode.Const) py.Value {
	switch k.Kind {
	case bytecode.ConstTrue:
		return py.True
	case bytecode.ConstFalse:
		return py.False
	case bytecode.ConstEllipsis:
		return py.Ellipsis
	case bytecode.ConstInt:
		return py.Int(k.Int)
	case bytecode.ConstBigInt:
		return py.NewBig(k.Big)
	case bytecode.ConstFloat:
		return py.Float(k.Float)
	case bytecode.ConstComplex:
		return py.NewComplex(complex(k.Float, k.Imag))
	case bytecode.ConstStr:
		if len(k.Str) <= 32 {
			return in.Intern(k.Str).Value()
		}
		return py.NewStr(k.Str)
	case bytecode.ConstBytes:
		return py.NewBytes([]byte(k.Str))
	case bytecode.ConstTuple:
		items := make([]py.Value, len(k.Items))
		for i := range items {
			items[i] = constant(in, &k.Items[i])
		}
		return py.NewTuple(items...)
	case bytecode.ConstFrozenSet:
		items := make([]py.Value, len(k.Items))
		for i := range items {
			items[i] = constant(in, &k.Items[i])
		}
		s, err := py.Call(in.Main, py.FrozenSetType.Value(), py.NewTuple(items...))
		if err != nil {
			return py.None
		}
		return s
	}
	return py.None
}

// FileName and the following are what a traceback shows.
func (c *Code) FileName() string { return c.bc.Filename }

// FuncName returns co_name.
func (c *Code) FuncName() string { return c.bc.Name }

// QualifiedName returns co_qualname.
func (c *Code) QualifiedName() string { return c.bc.QualName }

// Position returns where instruction i stands in the source.
func (c *Code) Position(i int) (line, col, endLine, endCol int32) {
	if i < 0 {
		return c.bc.FirstLine, -1, c.bc.FirstLine, -1
	}
	return c.bc.Position(i)
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
