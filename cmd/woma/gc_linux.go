package main

import (
	"os"
	"strconv"
	"strings"
	"syscall"

	"github.com/woma-lang/woma/internal/hostfs"
)

// memoryPlenty returns how large the heap may get before memory is saved: half of
// what the machine has.
func memoryPlenty() uint64 {
	var s syscall.Sysinfo_t
	if syscall.Sysinfo(&s) != nil {
		return 256 << 20
	}
	return uint64(s.Totalram) * uint64(s.Unit) / 2
}

// defaultHeap is the memory limit of a program that was given none: 1 GiB, or half of
// what the machine, or the control group, has if that is less. A program that grows
// for ever gets a MemoryError instead of being killed by the system, and others with it.
func defaultHeap() int64 {
	total := int64(memoryPlenty()) * 2
	if b, err := hostfs.ReadFile("/sys/fs/cgroup/memory.max"); err == nil {
		if n, err := strconv.ParseInt(strings.TrimSpace(string(b)), 10, 64); err == nil && n < total {
			total = n
		}
	}
	return min(total/2, 1<<30)
}

// hugePages asks for huge pages under b; false where there are none.
func hugePages(b []byte) bool {
	return os.Getpagesize() == 4096 && syscall.Madvise(b, syscall.MADV_HUGEPAGE) == nil
}
