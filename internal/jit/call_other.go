//go:build !amd64 && !arm64

package jit

func call(uintptr, *uint64, int64) (uint64, int64) { panic("jit: no machine code on this processor") }
