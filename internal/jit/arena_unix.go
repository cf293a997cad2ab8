//go:build (linux && (amd64 || arm64)) || (darwin && amd64)

package jit

import (
	"runtime"
	"syscall"
	"unsafe"
)

// Supported reports whether there is machine code on this processor and system.
const Supported = true

// arenaSize is the room for machine code: some hundred loops.
const arenaSize = 128 << 10

// Arena is memory for machine code. It is written or run, never both at a time, by one
// goroutine at a time. The zero Arena is ready for use.
type Arena struct {
	mem  *mapping
	used int
}

type mapping struct{ b []byte }

// Compile returns the code of p, which lives as long as the arena.
func (a *Arena) Compile(p *Program) (Func, error) {
	code, err := p.emit()
	if err != nil {
		return Func{}, err
	}
	if a.mem == nil {
		b, err := syscall.Mmap(-1, 0, arenaSize, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
		if err != nil {
			return Func{}, err
		}
		a.mem = &mapping{b}
		runtime.AddCleanup(a, func(b []byte) { syscall.Munmap(b) }, b)
	}
	if a.used+len(code) > arenaSize {
		return Func{}, ErrFull
	}
	if err := syscall.Mprotect(a.mem.b, syscall.PROT_READ|syscall.PROT_WRITE); err != nil {
		return Func{}, err
	}
	copy(a.mem.b[a.used:], code)
	if err := syscall.Mprotect(a.mem.b, syscall.PROT_READ|syscall.PROT_EXEC); err != nil {
		return Func{}, err
	}
	f := Func{uintptr(unsafe.Pointer(&a.mem.b[a.used]))}
	flush(f.entry, f.entry+uintptr(len(code)))
	a.used += (len(code) + 15) &^ 15
	return f, nil
}
