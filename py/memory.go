package py

import (
	"runtime"
	"time"
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

// HeapBytes is how many bytes the objects of the process take. It stops the program's
// other goroutines for some 20 µs. (runtime/metrics does not, but its tables cost 0.5 ms
// and 15 KB whenever a program starts.)
func HeapBytes() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// slack is what a program's garbage may take beyond the limit before a collection
// finds out: a program that lives close below its limit would collect all the time.
func (in *Interp) slack() int64 { return in.MemLimit / 4 }

// CheckMemory looks at the end of a slice whether the small objects, which are not
// charged one by one, have outgrown the limit, garbage not counted. It does so at the
// end of every 16th, some milliseconds, and more seldom while the limit is far away.
func (in *Interp) CheckMemory() error {
	in.checks++
	if in.MemLimit == 0 || in.checks%16 != 0 {
		return nil
	}
	now := time.Now() // no program sees it
	if now.Before(in.memNext) {
		return nil
	}
	heap := HeapBytes()
	// No program makes more than 4 GB of objects in a second.
	in.memNext = now.Add(min(time.Duration(max(in.MemLimit-heap, 0)/4), 100*time.Millisecond))
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
