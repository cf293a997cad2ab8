package jit

// call enters machine code. It must not grow the stack: the code has no frame that Go
// could find its way through.
//
//go:noescape
func call(entry uintptr, vars *uint64, budget int64) (exit uint64, left int64)

// flush lets what was written from start to end, at least a byte, be run: on arm64
// instructions are not read through the cache that data is written to.
func flush(start, end uintptr)
