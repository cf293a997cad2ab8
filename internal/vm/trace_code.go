package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
)

// sys.settrace costs nothing until it is used: code that is traced is another code
// object, its twin, with the same registers and instructions and opTrace between them.
// While there is a trace function no call takes the loop's short way, since no frame
// record is said to be usable (setEnd); the long way enters the twin.

// What an opTrace stands for, in its operand A.
const (
	traceLine       = iota // a line may begin: B | C<<16
	traceCall              // the code was entered or, after a Yield, goes on
	traceReturn            // r[B] is about to be returned or yielded
	traceReturnNone        // None is about to be returned; C: at the line of the last event
)

// twin links a code object to the one that is traced, and back.
type twin struct {
	plain, traced *Code
	exact         []uint32 // where an instruction is in the traced code
	group         []uint32 // where what was put before it begins
}

// original returns the code object that programs know.
func (c *Code) original() *Code {
	if c.twin != nil {
		return c.twin.plain
	}
	return c
}

// entered returns the code to run for c.
func (vm *VM) entered(c *Code) *Code {
	if vm.trace.tracing() {
		return vm.tracedCode(c)
	}
	return c
}

// tracedCode returns the twin of c, or c if it is too long for one.
func (vm *VM) tracedCode(c *Code) *Code {
	if c.twin == nil {
		c.twin = &twin{plain: c}
		c.instrument(vm)
	}
	return c.twin.traced
}

// instrument makes the twin.
func (c *Code) instrument(vm *VM) {
	tw := c.twin
	tw.traced = c
	old := c.bc.Instrs
	n := len(old)
	spans := c.bc.Spans()
	target := make([]bool, n+1)
	for i, in := range old {
		if t, ok := bytecode.JumpTarget(i, in); ok {
			target[t] = true
		}
	}
	for _, h := range c.bc.Handlers {
		target[h.Target] = true
	}
	var out []bytecode.Instr
	var pos []bytecode.Span
	exact, group, line := make([]uint32, n+1), make([]uint32, n+1), make([]uint32, n+1)
	body := 0 // before it cells are made for parameters: the call has not happened yet
	for body < n-1 && old[body].Op == bytecode.MakeCell {
		body++
	}
	last, marks := int32(0), c.bc.Marks
	for i, in := range old {
		if c.bc.Flags&bytecode.Class != 0 && i > 0 && spans[i].Line < last {
			spans[i] = spans[i-1] // the end of a class, which stands at its head
		}
		put := func(in bytecode.Instr) {
			out = append(out, in)
			pos = append(pos, spans[i])
		}
		group[i] = uint32(len(out))
		if i == body || i > 0 && old[i-1].Op == bytecode.Yield {
			put(bytecode.Instr{Op: opTrace, A: traceCall})
		}
		line[i] = uint32(len(out))
		if len(marks) > 0 && int(marks[0].At) == i {
			l := marks[0].Line
			out = append(out, bytecode.Instr{Op: opTrace, A: traceLine, B: uint16(l), C: uint16(uint32(l) >> 16)})
			pos = append(pos, bytecode.Span{Line: l, EndLine: l})
			last, marks = l, marks[1:]
		}
		// The return at the end that nobody wrote stands at the head of a statement.
		implicit := uint16(0)
		if in.Op == bytecode.ReturnNone && spans[i].Line < last {
			implicit = 1
		} else if l := spans[i].Line; l > 0 && i >= body && (l != last || target[i] || i == body) {
			put(bytecode.Instr{Op: opTrace, A: traceLine, B: uint16(l), C: uint16(uint32(l) >> 16)})
			last = l
		}
		switch in.Op {
		case bytecode.Return:
			put(bytecode.Instr{Op: opTrace, A: traceReturn, B: in.A * vs})
		case bytecode.ReturnNone:
			put(bytecode.Instr{Op: opTrace, A: traceReturnNone, C: implicit})
		case bytecode.Yield:
			put(bytecode.Instr{Op: opTrace, A: traceReturn, B: in.B * vs})
		}
		exact[i] = uint32(len(out))
		put(in)
	}
	exact[n], group[n], line[n] = uint32(len(out)), uint32(len(out)), uint32(len(out))
	for i, in := range old {
		t, ok := bytecode.JumpTarget(i, in)
		if !ok {
			continue
		}
		j := &out[exact[i]]
		off := int(line[t]) - int(exact[i]) - 1
		if in.Op == bytecode.Jump {
			j.B, j.C = uint16(off), uint16(uint32(off)>>16)
		} else if j.C = uint16(off); int(int16(off)) != off {
			return
		}
	}
	bc := *c.bc
	bc.Instrs, bc.Lines = out, bytecode.EncodeLines(pos)
	bc.Handlers = make([]bytecode.Handler, len(c.bc.Handlers))
	for i, h := range c.bc.Handlers {
		bc.Handlers[i] = bytecode.Handler{Start: int32(line[h.Start]), End: int32(group[h.End]), Target: int32(line[h.Target]), Reg: h.Reg}
	}
	bc.ExcRegions = make([]bytecode.ExcRegion, len(c.bc.ExcRegions))
	for i, r := range c.bc.ExcRegions {
		bc.ExcRegions[i] = bytecode.ExcRegion{Start: int32(line[r.Start]), End: int32(group[r.End]), Reg: r.Reg}
	}
	x := NewCode(&bc)
	x.twin, x.direct = tw, c.direct
	x.doLink(vm, c.globals)
	x.children = c.children // functions know their code by identity
	tw.traced, tw.exact, tw.group = x, exact, group
}

// moved returns where, from pc0 of the traced code, what goes on at off in the plain
// code goes on.
func (tw *twin) moved(off uintptr, at []uint32) uintptr {
	return uintptr(at[off/instrSize]) * instrSize
}

// adopt makes a generator that is about to run one that is traced.
func (vm *VM) adopt(g *Generator) {
	c := vm.entered(g.code)
	if c == g.code {
		return
	}
	switch {
	case g.state == genCreated:
		g.pc = int32(uintptr(c.entry) - uintptr(c.pc0))
	case g.delegating:
		g.pc = int32(c.twin.moved(uintptr(g.pc), c.twin.exact))
	default:
		g.pc = int32(c.twin.moved(uintptr(g.pc), c.twin.group))
	}
	g.code = c
}

// traceFrom makes a function that runs already one that is traced.
func (vm *VM) traceFrom(a activation) {
	c := vm.tracedCode(a.code)
	if c == a.code {
		return
	}
	off := c.twin.moved(a.pcOff, c.twin.group)
	if a.code.isGen {
		g := (*Generator)(unsafe.Pointer(a.fn))
		g.code = c
		if g.delegating {
			g.pc = int32(c.twin.moved(uintptr(g.pc), c.twin.exact))
		}
	}
	if a.record == nil {
		vm.code, vm.pcOff = c, off
	} else {
		a.record.code, a.record.pc = c, uint32(off)
	}
}
