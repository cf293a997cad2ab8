//go:build safe

package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/py"
)

func (vm *VM) r(base unsafe.Pointer, x uint16) *py.Value {
	i := (uintptr(base) - uintptr(vm.stack0) + uintptr(x)) / valueSize
	return &vm.stack[i]
}

func (c *Code) fetch(pc unsafe.Pointer) *Instr {
	return &c.instrs[(uintptr(pc)-uintptr(unsafe.Pointer(&c.instrs[0])))/instrSize]
}

func (c *Code) k(x uint16) *py.Value { return &c.consts[uintptr(x)/valueSize] }

func (c *Code) cell(i uint16) *py.Cell { return c.cellv[i] }

func (f *Function) free(i uint16) *py.Cell { return f.closure()[i] }

func (c *Code) site(i uint16) *Site { return &c.sites[i] }
