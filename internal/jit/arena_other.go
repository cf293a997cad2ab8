//go:build !((linux && (amd64 || arm64)) || (darwin && amd64))

package jit

// Supported reports whether there is machine code on this processor and system: package
// syscall has Mprotect for Linux and macOS only, and macOS on arm64 wants more than that.
const Supported = false

// Arena is memory for machine code; there is none here.
type Arena struct{ _ byte }

// Compile fails.
func (a *Arena) Compile(*Program) (Func, error) { return Func{}, ErrUnsupported }
