package py

import "runtime"

// remeasure is called when the memory account is used up: what was charged may
// have become garbage long ago, so the account is set to what is really alive. The
// figure is the process' heap, exact for the command, an upper bound for an
// embedded interpreter.
func (in *Interp) remeasure(n int) error {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	in.memUsed = int64(m.HeapAlloc)
	if in.memUsed+int64(n) > in.MemLimit {
		return Raise(MemoryError, "memory allocation failed, allocating %d bytes", n)
	}
	return nil
}
