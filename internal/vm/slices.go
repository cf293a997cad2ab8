package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// maxScratch is the length up to which slices of lists are handled here.
const maxScratch = 64

// scratch is the list between the two halves of `a[i:j] = b[k:l]`: it never leaves
// the machine, so one serves all such statements.
type scratch struct {
	list py.List
	buf  [maxScratch]py.Value
	fp   uintptr // the frame that uses it
	busy bool
}

// quickSlice is BuildSlice and the LoadItem, StoreItem or DeleteItem behind it at once,
// for lists (and bytearrays where it deletes), without a slice object. Anything but the plain case it leaves to the two
// instructions.
func (vm *VM) quickSlice(in *Instr, base, fp unsafe.Pointer, code *Code) bool {
	next := (*Instr)(unsafe.Add(unsafe.Pointer(in), instrSize))
	var o *py.Value
	switch {
	case next.Op == bytecode.LoadItem && next.C == in.A:
		o = at(base, next.B)
	case next.Op == bytecode.StoreItem && next.B == in.A:
		o = at(base, next.A)
	case next.Op == bytecode.DeleteItem && next.B == in.A:
		return py.QuickDelete(at(base, next.A), at(base, in.B), at(base, in.B+vs), at(base, in.B+2*vs))
	default:
		return false
	}
	if !py.IsList(*o) {
		return false
	}
	l := (*py.List)(o.Ptr())
	start, step, n, ok := py.SimpleSlice(at(base, in.B), at(base, in.B+vs), at(base, in.B+2*vs), len(l.A))
	if !ok || n > maxScratch {
		return false
	}
	if next.Op == bytecode.LoadItem {
		if vm.storedSoon(next, base, code) {
			if s := vm.takeScratch(uintptr(fp) - uintptr(vm.frame0)); s != nil {
				a := s.buf[:n]
				for i := range a {
					a[i] = l.A[start+i*step]
				}
				s.list.A = a
				at(base, next.A).SetPtr(unsafe.Pointer(&s.list))
				return true
			}
		}
		*at(base, next.A) = py.NewListStride(l.A, start, step, n).Value()
		return true
	}
	v := at(base, next.C)
	if !py.IsList(*v) || v.Ptr() == o.Ptr() {
		return false
	}
	src := (*py.List)(v.Ptr()).A
	if len(src) != n {
		return false
	}
	if step == 1 {
		copy(l.A[start:], src)
	} else {
		for i := range src {
			l.A[start+i*step] = src[i]
		}
	}
	if s := vm.scratch; s != nil && v.Ptr() == unsafe.Pointer(&s.list) {
		s.release()
	}
	return true
}

// storedSoon reports whether the slice that load makes is only assigned to a slice
// of a list in a local variable, with nothing but sums in between.
func (vm *VM) storedSoon(load *Instr, base unsafe.Pointer, code *Code) bool {
	locals := code.bc.NumVars
	if int32(load.A/vs) < locals {
		return false
	}
	for k := uintptr(1); k <= 5; k++ {
		in := (*Instr)(unsafe.Add(unsafe.Pointer(load), k*instrSize))
		switch in.Op {
		case bytecode.Add, bytecode.Sub, bytecode.AddI, bytecode.SubI, bytecode.LoadConst, bytecode.LoadInt, bytecode.Move:
			if int32(in.A/vs) < locals || in.A == load.A {
				return false
			}
		case bytecode.BuildSlice:
			store := (*Instr)(unsafe.Add(unsafe.Pointer(in), instrSize))
			return in.C != 0 && store.Op == bytecode.StoreItem && store.B == in.A && store.C == load.A &&
				int(store.A/vs) < len(code.bc.LocalNames) && py.IsList(*at(base, store.A))
		default:
			return false
		}
	}
	return false
}

// takeScratch returns the scratch list for a statement of the frame at fp, nil if a
// frame below uses it.
func (vm *VM) takeScratch(fp uintptr) *scratch {
	s := vm.scratch
	if s == nil {
		s = &scratch{list: *py.NewList(nil)}
		vm.scratch = s
	} else if s.busy && fp > s.fp {
		return nil
	}
	s.busy, s.fp = true, fp
	return s
}

// release ends the use of the scratch list.
func (s *scratch) release() {
	clear(s.list.A)
	s.list.A, s.busy = nil, false
}

// unscratched returns v, or a list of its own if v is the scratch list.
func (vm *VM) unscratched(v py.Value) py.Value {
	s := vm.scratch
	if s == nil || v.Ptr() != unsafe.Pointer(&s.list) {
		return v
	}
	v = py.NewListOf(s.list.A).Value()
	s.release()
	return v
}
