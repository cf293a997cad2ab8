package py

import (
	"runtime"
	"runtime/metrics"
)

// remeasure is called when the memory account is used up: what was charged may
// have become garbage long ago, so the account is set to what is really alive. The
// figure is the process' heap, exact for the command, an upper bound for an
// embedded interpreter.
func (in *Interp) remeasure(n int) error {
	runtime.GC()
	in.memUsed = heapBytes()
	if in.memUsed+int64(n) > in.MemLimit {
		return Raise(MemoryError, "memory allocation failed, allocating %d bytes", n)
	}
	return nil
}

func heapBytes() int64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return int64(s[0].Value.Uint64())
}

// CheckMemory looks at the end of a slice whether the small objects, which are not
// charged one by one, have outgrown the limit.
func (in *Interp) CheckMemory() error {
	if in.MemLimit == 0 || heapBytes() <= in.MemLimit {
		return nil
	}
	return in.remeasure(0)
}
