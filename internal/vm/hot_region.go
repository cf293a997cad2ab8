package vm

import (
	"github.com/woma-lang/woma/internal/bytecode"
)

// maxRegion is how many instructions a loop may have.
const maxRegion = 600

// region is a loop: its instructions from the first to the test at the end, which
// jumps back to the first.
type region struct{ first, test int }

// enclosing returns the loops around a jump from instruction test back to first, the
// innermost first.
func enclosing(c *Code, first, test int) []region {
	loops := []region{{first, test}}
	for pc := test + 1; pc < len(c.instrs)-2; pc++ {
		in := c.instr(pc)
		if opOf(in.Op) != in.Op || in.Op == opTrace {
			continue
		}
		to, ok := bytecode.JumpTarget(pc, in)
		last := &loops[len(loops)-1]
		if ok && to <= last.first && pc-to <= maxRegion {
			if to == last.first { // a second way back, `continue` in a `while`
				continue
			}
			loops = append(loops, region{to, pc})
		}
	}
	return loops
}

// regSet is a set of registers.
type regSet []uint64

func (s regSet) has(r int) bool { return s[r>>6]>>(r&63)&1 != 0 }
func (s regSet) add(r int)      { s[r>>6] |= 1 << (r & 63) }
func (s regSet) drop(r int)     { s[r>>6] &^= 1 << (r & 63) }

// liveness says for every instruction of a function which registers may be read
// before they are written from there on. Where it does not know an operation well it
// says more than is true.
func liveness(c *Code) []regSet {
	bc := c.bc
	n, words := len(bc.Instrs), (int(bc.NumRegs)+63)/64
	live := make([]regSet, n+1)
	back := make([]uint64, (n+1)*words)
	for i := range live {
		live[i] = back[i*words : (i+1)*words]
	}
	tmp := make(regSet, words)
	union := func(dst, src regSet) {
		for i := range dst {
			dst[i] |= src[i]
		}
	}
	for changed := true; changed; {
		changed = false
		for pc := n - 1; pc >= 0; pc-- {
			in := bc.Instrs[pc]
			clear(tmp)
			switch in.Op {
			case bytecode.Return, bytecode.ReturnNone, bytecode.Jump, bytecode.Raise, bytecode.RaiseFrom, bytecode.Reraise, bytecode.RaiseBare:
			default:
				union(tmp, live[pc+1])
			}
			for r, n := defines(in); n > 0; n-- {
				tmp.drop(r + n - 1)
			}
			if to, ok := bytecode.JumpTarget(pc, in); ok && in.Op == bytecode.ForIter {
				item := live[to].has(int(in.A)) && !tmp.has(int(in.A))
				union(tmp, live[to])
				if item { // written on the way there
					tmp.drop(int(in.A))
				}
			} else if ok {
				union(tmp, live[to])
			}
			for _, h := range bc.Handlers {
				if int(h.Start) <= pc && pc < int(h.End) {
					union(tmp, live[h.Target])
				}
			}
			reads(bc, in, tmp)
			for i := range tmp {
				if tmp[i]&^live[pc][i] != 0 {
					changed = true
				}
				live[pc][i] |= tmp[i]
			}
		}
	}
	return live
}

// defines returns the run of registers that an instruction writes without reading
// them, as far as that is known.
func defines(in bytecode.Instr) (first, n int) {
	switch op := in.Op; {
	case op >= bytecode.Move && op <= bytecode.LoadGlobal, op == bytecode.LoadCell, op == bytecode.LoadFree,
		op >= bytecode.Add && op <= bytecode.IsNot,
		op == bytecode.LoadAttr, op == bytecode.LoadItem, op == bytecode.LoadItemI, op == bytecode.LoadSlice,
		op == bytecode.Call, op == bytecode.CallMethod, op == bytecode.CallKw, op == bytecode.CallMethodKw, op == bytecode.CallEx,
		op >= bytecode.BuildTuple && op <= bytecode.BuildList, op >= bytecode.BuildSet && op <= bytecode.BuildDict,
		op == bytecode.BuildString, op == bytecode.FormatValue, op == bytecode.LoadConstX, op == bytecode.LoadName,
		op == bytecode.ToInt, op == bytecode.ToUint,
		(op == bytecode.ListExtend || op == bytecode.DictUpdate) && in.C&bytecode.ExtendNew != 0:
		return int(in.A), 1
	case op == bytecode.GetIter:
		return int(in.A), 3
	case op == bytecode.UnpackSequence:
		return int(in.A), int(in.C)
	}
	return 0, 0
}

// reads adds the registers that an instruction may read.
func reads(c *bytecode.Code, in bytecode.Instr, s regSet) {
	ops := bytecode.Table[in.Op].Operands
	_, writes := defines(in)
	writesA := writes > 0 || in.Op == bytecode.ForIter
	for i, r := range [3]uint16{in.A, in.B, in.C} {
		if i < len(ops) && (ops[i] == 'r' || ops[i] == 'w') && !(i == 0 && writesA) && !(i == 1 && in.Op == bytecode.CallMethod) {
			s.add(int(r))
		}
	}
	switch first, n := c.RegisterRun(in); in.Op {
	case bytecode.UnpackSequence, bytecode.Unbind: // those are written
	case bytecode.CallMethod, bytecode.CallMethodKw:
		for r := first + 1; r < first+n; r++ {
			s.add(r)
		}
	default:
		for r := first; r < first+n; r++ {
			s.add(r)
		}
	}
}
