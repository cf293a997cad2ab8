//go:build !safe

package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// r returns the register at byte offset x. With -tags safe the access is checked
// against the bounds of the stack; without, the verifier has checked the code.
func (vm *VM) r(base unsafe.Pointer, x uint16) *py.Value {
	return (*py.Value)(unsafe.Add(base, uintptr(x)))
}

// fetch returns the instruction at pc.
func (c *Code) fetch(pc unsafe.Pointer) *Instr { return (*Instr)(pc) }

// k returns the constant at byte offset x.
func (c *Code) k(x uint16) *py.Value { return (*py.Value)(unsafe.Add(c.kp, uintptr(x))) }

// cell returns the cell of global i.
func (c *Code) cell(i uint16) *py.Cell {
	return *(**py.Cell)(unsafe.Add(c.cells, uintptr(i)*unsafe.Sizeof(uintptr(0))))
}

// free returns the cell of free variable i.
func (f *Function) free(i uint16) *py.Cell {
	return *(**py.Cell)(unsafe.Add(unsafe.Pointer(f.cells), uintptr(i)*unsafe.Sizeof(uintptr(0))))
}

// site returns inline cache i.
func (c *Code) site(i uint16) *Site { return (*Site)(unsafe.Add(c.sitep, uintptr(i)*siteSize)) }
