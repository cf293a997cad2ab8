package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// consume is the call of a native function that takes the items of its only
// argument, the generator in register arg, one by one.
func (vm *VM) consume(n *py.Native, self py.Value, dst, arg uint16) {
	c, err := n.Consumer(vm.t, self)
	if err == nil {
		err = vm.feed(py.As[Generator](*vm.reg(arg)), c, dst)
	}
	if err != nil {
		vm.unwind(err)
	}
}

// feed runs a generator whose items a consumer takes; the consumer's result goes to
// register dst.
func (vm *VM) feed(g *Generator, c *py.Consumer, dst uint16) error {
	switch g.state {
	case genDone:
		v, err := c.Result(vm.t)
		if err == nil {
			*vm.reg(dst) = v
		}
		return err
	case genRunning:
		return py.Raise(py.ValueError, "generator already executing")
	}
	base := vm.top() + valueSize
	if err := vm.pushFrame(dst, frameFeed); err != nil {
		return err
	}
	(*Frame)(unsafe.Add(vm.frame0, vm.fp-frameSize)).obj = unsafe.Pointer(c)
	vm.t.Budget--
	if err := vm.resumeInner(g, base, py.None); err != nil {
		vm.fp -= frameSize
		return err
	}
	return nil
}

// yieldFed is Yield of v in a generator that feeds a consumer: unless that has seen
// enough, the generator just goes on. fp is above the consumer's record.
func (vm *VM) yieldFed(in *Instr, v py.Value, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	fr := (*Frame)(unsafe.Add(fp, -int(frameSize)))
	c := (*py.Consumer)(fr.obj)
	if c.Take == nil && len(c.Items) < cap(c.Items) && budget > 0 {
		c.Items = append(c.Items, v)
		*vm.r(base, in.A) = py.None
		return pc, base, code, fp, budget - 1
	}
	vm.save(pc, base, code, fp, budget-1)
	more, err := c.Give(vm.t, v)
	if err == nil && more {
		*vm.reg(in.A) = py.None
		if vm.t.Budget < 0 {
			if err := vm.endSlice(); err != nil {
				vm.unwind(err)
			}
		}
		return vm.load()
	}
	g := py.As[Generator](*vm.at(vm.base - valueSize))
	g.pc, g.state = int32(vm.pcOff), genSuspended
	copyRegs(unsafe.SliceData(g.regs), vm.at(vm.base), len(g.regs))
	fr, _ = vm.pop()
	if err == nil {
		err = vm.fed(fr)
	}
	if err != nil {
		vm.unwind(err)
	}
	return vm.load()
}

// fedFrom gives v, which a generator inside the one that feeds the consumer of fr
// has yielded, to the consumer, and goes on. The generators are suspended, and fr
// is popped.
func (vm *VM) fedFrom(fr *Frame, v py.Value) {
	dst, c := uint16(fr.dst), (*py.Consumer)(fr.obj)
	g := py.As[Generator](*vm.at(vm.top()))
	more, err := c.Give(vm.t, v)
	switch {
	case err != nil:
	case more:
		if err = vm.feed(g, c, dst); err == nil && vm.t.Budget < 0 {
			err = vm.endSlice()
		}
	default:
		v, err = c.Result(vm.t)
		if err == nil {
			*vm.reg(dst) = v
		}
	}
	if err != nil {
		vm.unwind(err)
	}
}

// fed ends the call that fr has recorded: the consumer has all it wants.
func (vm *VM) fed(fr *Frame) error {
	c := (*py.Consumer)(fr.obj)
	fr.obj = nil
	v, err := c.Result(vm.t)
	if err == nil {
		*vm.reg(uint16(fr.dst)) = v
	}
	return err
}

// feedOp executes the instructions of a call with a generator expression that is
// compiled into the code around it.
func (vm *VM) feedOp(in *Instr) error {
	switch in.Op {
	case bytecode.JumpIfNoConsumer:
		c, err := vm.consumer(*vm.reg(in.B))
		if err != nil {
			return err
		}
		if c == nil {
			vm.jump(in.C)
		} else {
			*vm.reg(in.A) = py.MakeValue(unsafe.Pointer(c), 0)
		}
	case bytecode.Feed:
		more, err := (*py.Consumer)(vm.reg(in.A).Ptr()).Give(vm.t, *vm.reg(in.B))
		if err != nil {
			return err
		}
		if !more {
			vm.jump(in.C)
		}
	case bytecode.EndConsumer:
		c := (*py.Consumer)(vm.reg(in.B).Ptr())
		*vm.reg(in.B) = py.Nil // it is used again
		v, err := c.Result(vm.t)
		if err != nil {
			return err
		}
		*vm.reg(in.A) = v
	}
	return nil
}

// consumer returns the consumer for a call of f with a generator; nil if f takes it
// as it is.
func (vm *VM) consumer(f py.Value) (*py.Consumer, error) {
	if py.IsClass(&f) {
		return py.As[py.Type](f).Consumer(vm.t), nil
	}
	if n, ok := py.IsNative(f); ok {
		return n.Consumer(vm.t, py.Nil)
	}
	if b, ok := py.AsBoundNative(f); ok {
		return b.Fn.Consumer(vm.t, b.Self)
	}
	return nil, nil
}
