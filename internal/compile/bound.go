package compile

import "github.com/woma-lang/woma/internal/bytecode"

// bits is a set of variables.
type bits []uint64

func (b bits) has(i int) bool { return b[i>>6]>>(i&63)&1 != 0 }
func (b bits) set(i int)      { b[i>>6] |= 1 << (i & 63) }
func (b bits) clear(i int)    { b[i>>6] &^= 1 << (i & 63) }

// and intersects b with o and says whether b changed.
func (b bits) and(o bits) bool {
	changed := false
	for i := range b {
		if n := b[i] & o[i]; n != b[i] {
			b[i], changed = n, true
		}
	}
	return changed
}

// boundness is the analysis behind checkBound.
type boundness struct {
	a   *assembler
	bit []int // number of the variable in each register, -1 if it is not looked at
	in  map[int32]bits
	all bits
}

// checkBound removes the CheckBounds of variables that are surely bound: a
// forward data-flow analysis over basic blocks, exceptions included. What is left
// is checked at run time.
func (a *assembler) checkBound() {
	u := a.u
	f := &boundness{a: a, bit: make([]int, u.nlocals)}
	for i := range f.bit {
		f.bit[i] = -1
	}
	n := 0
	kills := false
	for i := range a.list {
		switch in := &a.list[i]; in.op {
		case bytecode.CheckBound:
			if f.bit[in.a] < 0 {
				f.bit[in.a] = n
				n++
			}
		case opKill:
			kills = true
		}
	}
	left := make([]bool, u.nlocals)
	if n > 0 {
		f.run(n)
		f.remove(left)
	}
	if !kills {
		return
	}
	for i := range a.list {
		if in := &a.list[i]; in.op == opKill {
			in.op = opDead
			if left[in.a] || u.scope.usesLocals {
				in.op = bytecode.Unbind
				in.b = 1
			}
		}
	}
}

func (f *boundness) set(n int, ones bool) bits {
	b := make(bits, (n+63)/64)
	if ones {
		for i := range b {
			b[i] = ^uint64(0)
		}
	}
	return b
}

// run computes the variables bound at the start of every block.
func (f *boundness) run(n int) {
	a := f.a
	f.all = f.set(n, true)
	leader := make([]bool, len(a.list)+1)
	leader[0] = true
	for i := range a.list {
		if t := a.targets[i]; t >= 0 {
			leader[t], leader[i+1] = true, true
		}
		if i > 0 && a.list[i].handler != a.list[i-1].handler {
			leader[i] = true
		}
		if ends(a.list[i].op) {
			leader[i+1] = true
		}
	}
	for _, t := range a.entry {
		leader[t] = true
	}
	f.in = make(map[int32]bits)
	start := f.set(n, false)
	code := a.u.code
	params := code.NumParams()
	for r, b := range f.bit {
		if b >= 0 && r < params {
			start.set(b)
		}
	}
	f.in[0] = start
	work := []int32{0}
	flow := func(to int32, state bits) {
		old, ok := f.in[to]
		if !ok {
			f.in[to] = append(bits(nil), state...)
			work = append(work, to)
		} else if old.and(state) {
			work = append(work, to)
		}
	}
	state := f.set(n, false)
	for len(work) > 0 {
		i := work[len(work)-1]
		work = work[:len(work)-1]
		copy(state, f.in[i])
		if h := a.list[i].handler; h != nil {
			flow(a.entry[h], state)
		}
		for {
			in := &a.list[i]
			if in.op == bytecode.ForIter {
				// The item is there only if it jumps.
				after := append(bits(nil), state...)
				f.step(in, after)
				flow(a.targets[i], after)
			} else {
				killed := f.step(in, state)
				if killed && in.handler != nil {
					flow(a.entry[in.handler], state)
				}
				if t := a.targets[i]; t >= 0 {
					flow(t, state)
				}
			}
			if ends(in.op) {
				break
			}
			if i++; leader[i] {
				flow(i, state)
				break
			}
		}
	}
}

// step applies an instruction to a state. It says whether a variable may have
// become unbound.
func (f *boundness) step(in *ins, state bits) (killed bool) {
	bind := func(r, n int) {
		for ; n > 0 && r < len(f.bit); n-- {
			if b := f.bit[r]; b >= 0 {
				state.set(b)
			}
			r++
		}
	}
	r := int(in.a)
	switch in.op {
	case bytecode.Unbind, bytecode.DeleteLocal, opKill:
		n := 1
		if in.op == bytecode.Unbind {
			n = int(in.b)
		}
		for ; n > 0 && r < len(f.bit); n-- {
			if b := f.bit[r]; b >= 0 && state.has(b) {
				state.clear(b)
				killed = true
			}
			r++
		}
	case bytecode.UnpackSequence:
		bind(r, int(in.c))
	case bytecode.CheckBound:
		bind(r, 1)
	case opDead:
	default:
		// Operations that do not write r[A] only have bound variables there.
		if ops := bytecode.Table[in.op].Operands; ops[0] == 'r' {
			bind(r, 1)
		}
	}
	return killed
}

// remove drops the checks that always succeed and notes registers that others
// remain for.
func (f *boundness) remove(left []bool) {
	a := f.a
	state := f.set(len(f.all)*64, false)
	for i := range a.list {
		in := &a.list[i]
		if b, ok := f.in[int32(i)]; ok {
			copy(state, b)
		}
		if in.op == bytecode.CheckBound {
			if state.has(f.bit[in.a]) {
				in.op = opDead
				continue
			}
			left[in.a] = true
			code := a.u.code
			if n := len(code.LocalNames); int(in.a) >= n {
				code.LocalNames = append(code.LocalNames, a.u.compNames[n-(a.u.nlocals-len(a.u.compNames)):]...)
			}
		}
		f.step(in, state)
	}
}
