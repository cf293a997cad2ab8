package compile

import (
	"sort"

	"github.com/woma-lang/woma/internal/bytecode"
)

// assembler lays out the instructions of a unit.
type assembler struct {
	u       *unit
	list    []ins
	targets []int32 // target of each instruction, -1 if none; by number in list
	entry   map[*handler]int32
}

// assemble finishes the unit and returns its code object.
func (u *unit) assemble() *bytecode.Code {
	u.c.consts = u.outerConsts
	a := &assembler{u: u}
	a.order()
	a.prune()
	a.checkBound()
	a.invert()
	for a.compact() {
	}
	a.write()
	code := u.code
	code.NumVars = int32(max(u.nlocals, len(code.LocalNames)))
	code.NumRegs = max(int32(u.max), code.NumVars, 1)
	if !u.returnsValue {
		code.Flags |= bytecode.ReturnsNone
	}
	return code
}

// order sorts the instructions by level and resolves labels.
func (a *assembler) order() {
	u := a.u
	var top int16
	for i := range u.ins {
		top = max(top, u.ins[i].level)
	}
	n := len(u.ins)
	newIndex := make([]int32, n)
	if top == 0 {
		a.list = u.ins
		for i := range newIndex {
			newIndex[i] = int32(i)
		}
	} else {
		count := make([]int32, top+2)
		for i := range u.ins {
			count[u.ins[i].level+1]++
		}
		for l := 1; l < len(count); l++ {
			count[l] += count[l-1]
		}
		a.list = make([]ins, n)
		for i := range u.ins {
			l := u.ins[i].level
			newIndex[i] = count[l]
			a.list[count[l]] = u.ins[i]
			count[l]++
		}
	}
	resolve := func(l label) int32 {
		p := u.labels[l]
		i := p.index
		for u.ins[i].level != p.level {
			i++
		}
		return newIndex[i]
	}
	a.targets = make([]int32, n)
	a.entry = make(map[*handler]int32)
	for i := range a.list {
		in := &a.list[i]
		a.targets[i] = -1
		if in.target != 0 {
			a.targets[i] = resolve(in.target)
		}
		for h := in.handler; h != nil; h = h.outer {
			if _, ok := a.entry[h]; ok {
				break
			}
			a.entry[h] = resolve(h.target)
		}
	}
}

// ends says whether control never goes on after the instruction.
func ends(op bytecode.Op) bool {
	switch op {
	case bytecode.Return, bytecode.ReturnNone, bytecode.Jump, bytecode.Raise, bytecode.RaiseFrom, bytecode.RaiseBare, bytecode.Reraise:
		return true
	}
	return false
}

// prune threads jumps to jumps and kills what cannot be reached.
func (a *assembler) prune() {
	n := len(a.list)
	for i, t := range a.targets {
		for hops := 0; t >= 0 && hops < 20; hops++ {
			for int(t) < n && a.list[t].op == opDead {
				t++
			}
			if a.list[t].op != bytecode.Jump || a.list[t].target == 0 || a.targets[t] == t {
				break
			}
			t = a.targets[t]
		}
		a.targets[i] = t
	}
	live := make([]bool, n)
	work := []int32{0}
	for len(work) > 0 {
		i := work[len(work)-1]
		work = work[:len(work)-1]
		for int(i) < n && !live[i] {
			live[i] = true
			in := &a.list[i]
			if t := a.targets[i]; t >= 0 && !live[t] {
				work = append(work, t)
			}
			if in.handler != nil {
				if t := a.entry[in.handler]; !live[t] {
					work = append(work, t)
				}
			}
			if ends(in.op) {
				break
			}
			i++
		}
	}
	for i := range live {
		if !live[i] {
			a.list[i].op, a.list[i].tryLine = opDead, 0
		}
	}
	for h, t := range a.entry {
		if !live[t] {
			delete(a.entry, h) // inner handlers catch everything
		}
	}
}

// invert turns a branch over a jump into one branch.
func (a *assembler) invert() {
	n := len(a.list)
	targeted := make([]bool, n)
	for i, t := range a.targets {
		if t >= 0 && a.list[i].op != opDead {
			targeted[t] = true
		}
	}
	next := func(i int) int {
		for i < n && a.list[i].op == opDead {
			i++
		}
		return i
	}
	for i := range a.list {
		t := a.targets[i]
		if t < 0 || int(t) <= i {
			continue
		}
		inv, ok := inverse(a.list[i].op)
		if !ok {
			continue
		}
		hit := false
		j := i + 1
		for ; j < n && a.list[j].op == opDead; j++ {
			hit = hit || targeted[j]
		}
		if j < n && a.list[j].op == bytecode.Jump && !hit && !targeted[j] && next(j+1) == next(int(t)) {
			a.list[i].op = inv
			a.targets[i] = a.targets[j]
			a.list[j].op = opDead
			if u := a.targets[i]; u >= 0 {
				targeted[u] = true
			}
		}
	}
}

// compact removes dead instructions and jumps to the next instruction. It says
// whether there may be more to remove.
func (a *assembler) compact() bool {
	n := len(a.list)
	newIndex := make([]int32, n+1)
	k := int32(0)
	for i := range a.list {
		newIndex[i] = k
		if a.list[i].op == bytecode.Jump {
			t := a.targets[i]
			j := i + 1
			for j < n && int32(j) < t && a.list[j].op == opDead {
				j++
			}
			if int32(j) == t {
				a.list[i].op = opDead
			}
		}
		if a.list[i].op != opDead {
			k++
		}
	}
	newIndex[n] = k
	if int(k) == n {
		return false
	}
	k = 0
	try := int32(0) // begins with what is left out
	for i := range a.list {
		if l := a.list[i].tryLine; l != 0 {
			try = l
		}
		if a.list[i].op == opDead {
			continue
		}
		a.list[i].tryLine, try = try, 0
		t := a.targets[i]
		if t >= 0 {
			t = newIndex[t]
		}
		a.list[k], a.targets[k] = a.list[i], t
		k++
	}
	a.list, a.targets = a.list[:k], a.targets[:k]
	for h, t := range a.entry {
		a.entry[h] = newIndex[t]
	}
	return true
}

// inverse returns the branch with the opposite condition.
func inverse(op bytecode.Op) (bytecode.Op, bool) {
	switch {
	case op >= bytecode.JumpLt && op <= bytecode.JumpNotNeI:
		return bytecode.JumpLt + (op - bytecode.JumpLt) ^ 1, true
	case op == bytecode.JumpIfTrue:
		return bytecode.JumpIfFalse, true
	case op == bytecode.JumpIfFalse:
		return bytecode.JumpIfTrue, true
	case op == bytecode.JumpIfNone:
		return bytecode.JumpIfNotNone, true
	case op == bytecode.JumpIfNotNone:
		return bytecode.JumpIfNone, true
	}
	return op, false
}

// write emits the instructions, relaxing branches that reach too far: an
// inverted branch over a Jump, or a branch to a Jump that another Jump skips.
func (a *assembler) write() {
	n := len(a.list)
	long := make([]bool, n)
	size := func(i int) int32 {
		if !long[i] {
			return 1
		}
		if _, ok := inverse(a.list[i].op); ok {
			return 2
		}
		return 3
	}
	at := make([]int32, n+1)
	for changed := true; changed; {
		changed = false
		for i := 0; i < n; i++ {
			at[i+1] = at[i] + size(i)
		}
		for i := range a.list {
			if t := a.targets[i]; t >= 0 && a.list[i].op != bytecode.Jump && !long[i] {
				if d := at[t] - at[i] - 1; d != int32(int16(d)) {
					long[i], changed = true, true
				}
			}
		}
	}
	code := a.u.code
	out := make([]bytecode.Instr, 0, at[n])
	pos := make([]bytecode.Span, 0, at[n])
	for i := range a.list {
		in := &a.list[i]
		x := bytecode.Instr{Op: in.op, A: in.a, B: in.b, C: in.c}
		if in.tryLine != 0 {
			code.Marks = append(code.Marks, bytecode.Mark{At: at[i], Line: in.tryLine})
		}
		far := func(from int32) bytecode.Instr {
			d := uint32(at[a.targets[i]] - from - 1)
			return bytecode.Instr{Op: bytecode.Jump, B: uint16(d), C: uint16(d >> 16)}
		}
		switch t := a.targets[i]; {
		case t < 0:
			out = append(out, x)
		case in.op == bytecode.Jump:
			out = append(out, far(at[i]))
		case !long[i]:
			x.C = uint16(at[t] - at[i] - 1)
			out = append(out, x)
		default:
			if inv, ok := inverse(in.op); ok {
				x.Op, x.C = inv, 1
				out = append(out, x, far(at[i]+1))
			} else {
				x.C = 1
				out = append(out, x, bytecode.Instr{Op: bytecode.Jump, B: 1}, far(at[i]+2))
			}
		}
		for int32(len(pos)) < at[i+1] {
			pos = append(pos, bytecode.Span(in.span))
		}
	}
	code.Instrs = out
	code.Lines = bytecode.EncodeLines(pos)
	a.handlers(at)
}

// handlers writes the tables of handlers and regions.
func (a *assembler) handlers(at []int32) {
	type open struct {
		h     *handler
		start int32
	}
	type entry struct {
		depth int
		h     bytecode.Handler
	}
	var hs []entry
	var stack []open
	chain := func(h *handler) []*handler {
		var c []*handler
		for ; h != nil; h = h.outer {
			if _, ok := a.entry[h]; ok {
				c = append(c, h)
			}
		}
		return c
	}
	closeTo := func(n int, end int32) {
		for len(stack) > n {
			o := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			hs = append(hs, entry{o.h.depth, bytecode.Handler{Start: o.start, End: end, Target: at[a.entry[o.h]], Reg: uint16(o.h.reg)}})
		}
	}
	var last *handler
	for i := range a.list {
		if h := a.list[i].handler; h != last {
			c := chain(h)
			keep := 0
			for keep < len(stack) && keep < len(c) && stack[keep].h == c[len(c)-1-keep] {
				keep++
			}
			closeTo(keep, at[i])
			for k := len(c) - 1 - keep; k >= 0; k-- {
				stack = append(stack, open{c[k], at[i]})
			}
			last = h
		}
	}
	closeTo(0, at[len(a.list)])
	if len(hs) > 1 { // most programs need no tables for sorting
		sort.SliceStable(hs, func(i, j int) bool { return hs[i].depth > hs[j].depth })
	}
	for _, h := range hs {
		a.u.code.Handlers = append(a.u.code.Handlers, h.h)
	}
	a.regions(at)
}

func (a *assembler) regions(at []int32) {
	type entry struct {
		depth int
		r     bytecode.ExcRegion
	}
	var rs []entry
	open := make(map[*region]int32)
	end := func(r, keep *region, pos int32) {
		for ; r != nil && !within(keep, r); r = r.outer {
			rs = append(rs, entry{r.depth, bytecode.ExcRegion{Start: open[r], End: pos, Reg: uint16(r.reg)}})
			delete(open, r)
		}
	}
	var last *region
	for i := range a.list {
		r := a.list[i].region
		if r == last {
			continue
		}
		end(last, r, at[i])
		for x := r; x != nil; x = x.outer {
			if _, ok := open[x]; ok {
				break
			}
			open[x] = at[i]
		}
		last = r
	}
	end(last, nil, at[len(a.list)])
	if len(rs) > 1 {
		sort.SliceStable(rs, func(i, j int) bool { return rs[i].depth > rs[j].depth })
	}
	for _, r := range rs {
		a.u.code.ExcRegions = append(a.u.code.ExcRegions, r.r)
	}
}

// within says whether r is x or inside x.
func within(r, x *region) bool {
	for ; r != nil; r = r.outer {
		if r == x {
			return true
		}
	}
	return false
}
