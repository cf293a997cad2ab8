package bytecode

import "fmt"

// MaxRegs is the most registers a code object can have.
const MaxRegs = 4080

// Verify checks that a code object and those inside it can be run without
// looking at operands again: registers, constants, names and the like exist,
// jumps and handlers lead to instructions, and no path runs past the end.
func Verify(c *Code) error {
	if c.NumRegs > MaxRegs || c.NumRegs < 1 || c.NumParams() > int(c.NumRegs) {
		return fmt.Errorf("%s: bad number of registers %d", c.Name, c.NumRegs)
	}
	if len(c.LocalNames) > int(c.NumRegs) || len(c.LocalNames) < c.NumParams() {
		return fmt.Errorf("%s: %d local names, %d registers, %d parameters", c.Name, len(c.LocalNames), c.NumRegs, c.NumParams())
	}
	if int(c.NumVars) < len(c.LocalNames) || c.NumVars > c.NumRegs {
		return fmt.Errorf("%s: bad number of variables %d", c.Name, c.NumVars)
	}
	if len(c.FreeNames) != len(c.Captures) || len(c.CellNames) != len(c.CellRegs) {
		return fmt.Errorf("%s: cells and their names do not agree", c.Name)
	}
	if c.Doc && (len(c.Consts) == 0 || c.Consts[0].Kind != ConstStr) {
		return fmt.Errorf("%s: no docstring", c.Name)
	}
	n := int32(len(c.Instrs))
	if n == 0 {
		return fmt.Errorf("%s: no instructions", c.Name)
	}
	for pc, in := range c.Instrs {
		if err := c.verifyInstr(pc, in); err != nil {
			return fmt.Errorf("%s: instruction %d %s %d %d %d: %w", c.Name, pc, in.Op, in.A, in.B, in.C, err)
		}
	}
	switch op := c.Instrs[n-1].Op; op {
	case Return, ReturnNone, Jump, Raise, RaiseFrom, RaiseBare, Reraise:
	default:
		return fmt.Errorf("%s: ends with %s", c.Name, op)
	}
	for _, h := range c.Handlers {
		if h.Start < 0 || h.Start >= h.End || h.End > n || h.Target < 0 || h.Target >= n || int32(h.Reg) >= c.NumRegs {
			return fmt.Errorf("%s: bad handler %v", c.Name, h)
		}
	}
	for _, r := range c.ExcRegions {
		if r.Start < 0 || r.Start >= r.End || r.End > n || int32(r.Reg) >= c.NumRegs {
			return fmt.Errorf("%s: bad region %v", c.Name, r)
		}
	}
	for _, r := range c.CellRegs {
		if int(r) >= len(c.LocalNames) {
			return fmt.Errorf("%s: cell in register %d", c.Name, r)
		}
	}
	for _, s := range c.Sites {
		if int(s.Name) >= len(c.Names) || s.Name < 0 || s.Args < 0 {
			return fmt.Errorf("%s: bad site %v", c.Name, s)
		}
	}
	for _, s := range c.CallShapes {
		if s.Pos < 0 || s.Site < -1 || int(s.Site) >= len(c.Sites) {
			return fmt.Errorf("%s: bad call shape %v", c.Name, s)
		}
		for _, i := range s.Names {
			if i < 0 || int(i) >= len(c.Names) {
				return fmt.Errorf("%s: bad call shape %v", c.Name, s)
			}
		}
	}
	for _, k := range c.Children {
		for _, f := range k.Captures {
			if f.FromFree && int(f.Index) >= len(c.FreeNames) || !f.FromFree && int32(f.Index) >= c.NumRegs {
				return fmt.Errorf("%s: %s captures %v", c.Name, k.Name, f)
			}
		}
		if err := Verify(k); err != nil {
			return err
		}
	}
	return nil
}

// errRange is what is wrong with an operand.
type errRange struct{ what string }

func (e errRange) Error() string { return "bad " + e.what }

func (c *Code) verifyInstr(pc int, in Instr) error {
	ops := in.Op.operands()
	if ops == "" {
		return errRange{"operation"}
	}
	regs := int(c.NumRegs)
	for i, v := range [3]uint16{in.A, in.B, in.C} {
		if i >= len(ops) {
			break
		}
		x, limit, what := int(v), -1, ""
		switch ops[i] {
		case 'r':
			limit, what = regs, "register"
		case 'w':
			limit, what = regs, "window"
			if x == 0 {
				return errRange{what}
			}
		case 'k':
			limit, what = min(len(c.Consts), 4096), "constant"
		case 'K':
			x = int(in.B) | int(in.C)<<16
			limit, what = len(c.Consts), "constant"
		case 'g':
			limit, what = len(c.GlobalNames), "global"
		case 'n':
			limit, what = len(c.Names), "name"
		case 'l':
			limit, what = len(c.LocalNames), "local name"
		case 'f':
			limit, what = len(c.FreeNames), "closure cell"
		case 's':
			limit, what = len(c.Sites), "site"
		case 'c':
			limit, what = len(c.CallShapes), "call shape"
		case 'h':
			limit, what = len(c.Children), "child"
		case 'j', 'J':
			x, _ = JumpTarget(pc, in)
			limit, what = len(c.Instrs), "jump"
		}
		if what != "" && (x < 0 || x >= limit) {
			return errRange{what}
		}
	}
	if first, n := c.RegisterRun(in); first+n > regs {
		return errRange{"register run"}
	}
	switch in.Op {
	case GetIter, ExcTriple:
		if int(in.A)+3 > regs {
			return errRange{"register run"}
		}
	case StarMatch:
		if int(in.A)+2 > regs {
			return errRange{"register run"}
		}
	case UnpackEx:
		if int(in.A)+int(in.C&255)+int(in.C>>8)+1 > regs {
			return errRange{"register run"}
		}
	case CallMethodKw:
		if c.CallShapes[in.C].Site < 0 {
			return errRange{"site"}
		}
	}
	return nil
}

// RegisterRun returns the run of registers that an instruction reads or writes.
func (c *Code) RegisterRun(in Instr) (first, n int) {
	b, k := int(in.B), int(in.C)
	switch in.Op {
	case Call:
		return b, 1 + k
	case CallMethod:
		return b, 2 + int(c.Sites[k].Args)
	case CallKw:
		return b, 1 + int(c.CallShapes[k].Pos) + len(c.CallShapes[k].Names)
	case CallMethodKw:
		return b, 2 + int(c.CallShapes[k].Pos) + len(c.CallShapes[k].Names)
	case CallEx, ForIter, BuildSlice, BuildFor:
		return b, 3
	case MakeFunction:
		n = 1
		for i := 0; i < 4; i++ {
			if k&(1<<i) != 0 {
				n = i + 2
			}
		}
		return int(in.A), n
	case BuildTuple, BuildList, BuildSet, BuildString:
		return b, k
	case BuildDict:
		return b, 2 * k
	case UnpackSequence:
		return int(in.A), k
	case Unbind:
		return int(in.A), b
	case LoadSlice:
		return k, 2
	case LoadSuperAttr, MatchClass:
		return b, 2
	case FormatValue:
		return b, 1 + k>>2&1
	case ImportName:
		return int(in.A), 2
	case Intrinsic:
		return b, intrinsicArgs(k)
	}
	return 0, 0
}

// intrinsicArgs returns how many registers an intrinsic reads.
func intrinsicArgs(k int) int {
	switch k {
	case IntrinsicTypeVar, IntrinsicInterpolation:
		return 4
	case IntrinsicTypeAlias:
		return 3
	case IntrinsicParamSpec, IntrinsicTypeVarTuple:
		return 2
	}
	return 1
}
