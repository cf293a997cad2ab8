//go:build !linux

package main

// memoryPlenty returns how large the heap may get before memory is saved.
func memoryPlenty() uint64 { return 1 << 30 }
