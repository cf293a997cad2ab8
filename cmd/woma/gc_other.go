//go:build !linux

package main

// memoryPlenty returns how large the heap may get before memory is saved.
func memoryPlenty() uint64 { return 1 << 30 }

// defaultHeap is the memory limit of a program that was given none. Nothing tells
// portably how much there is.
func defaultHeap() int64 { return 1 << 30 }

// hugePages asks for huge pages under b; nothing does that portably.
func hugePages([]byte) bool { return false }
