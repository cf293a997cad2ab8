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
	in.memUsed = HeapBytes()
	if in.memUsed+int64(n) > in.MemLimit {
		return Raise(MemoryError, "memory allocation failed, allocating %d bytes", n)
	}
	in.memUsed += int64(n)
	return nil
}

// HeapBytes is how many bytes the objects of the process take. (runtime.ReadMemStats
// would save the tables of runtime/metrics, 0.3 ms and 15 KB when a program starts, but
// it stops all goroutines, which takes long on a busy machine.)
func HeapBytes() int64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return int64(s[0].Value.Uint64())
}

// slack is what a program's garbage may take beyond the limit before a collection
// finds out: a program that lives close below its limit would collect all the time.
func (in *Interp) slack() int64 { return in.MemLimit / 4 }

// CheckMemory looks at the end of a slice whether the small objects, which are not
// charged one by one, have outgrown the limit, garbage not counted. It does so at the
// end of every 16th, some milliseconds.
func (in *Interp) CheckMemory() error {
	in.checks++
	if in.MemLimit == 0 || in.checks%16 != 0 {
		return nil
	}
	heap := HeapBytes()
	if heap <= in.MemLimit {
		in.memTold = 0
		return nil
	}
	// A program that has got its MemoryError may need some time to let go.
	if heap <= in.MemLimit+in.slack() || heap <= in.memTold {
		return nil
	}
	err := in.remeasure(0)
	if err != nil {
		in.memTold = in.MemLimit + in.slack() + in.slack()/8
	}
	return err
}
