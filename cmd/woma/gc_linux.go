package main

import "syscall"

// memoryPlenty returns how large the heap may get before memory is saved: half of
// what the machine has.
func memoryPlenty() uint64 {
	var s syscall.Sysinfo_t
	if syscall.Sysinfo(&s) != nil {
		return 256 << 20
	}
	return uint64(s.Totalram) * uint64(s.Unit) / 2
}
