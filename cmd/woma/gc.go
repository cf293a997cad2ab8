package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

// tuneGC adapts the pace of Go's garbage collector to the program, unless the user
// has set GOGC. A program that lives in little memory stays small: Go's own pace is
// kept as long as collections are rare. One that allocates all the time gets room:
// at 400 % allocation is twice as fast as at 100 %, at 800 % some
// percent more. (A tight memory limit instead
// of the percentage made the collector take most of the time: 5 to 8 times slower.)
//
// The room grows with every collection that follows quickly on another: fresh memory
// costs page faults, which a program that ends soon would pay for nothing.
//
// The look at the heap happens once per collection, in a finalizer; until the
// first collection, after some 4 MB, it costs nothing.
func tuneGC(heapSize int64) {
	// Close to the program's limit memory is worth more than time. The collector
	// gets at most half of the processor for it.
	if heapSize >= 256<<20 && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heapSize + heapSize/2)
	}
	if os.Getenv("GOGC") != "" {
		return
	}
	g := &gcTuner{percent: 100, last: time.Now(), plenty: memoryPlenty()}
	g.arm()
}

// heapMinimum is the size of heap that Go's collector leaves alone at 100 %.
const heapMinimum = 4 << 20

type gcTuner struct {
	percent int
	last    time.Time
	plenty  uint64 // heap size up to which memory may be spent on speed
}

// sentinel is collected in every cycle. It has a pointer so that it is not put
// together with other small objects, which would keep it alive.
type sentinel struct{ g *gcTuner }

func (g *gcTuner) arm() {
	runtime.SetFinalizer(&sentinel{g}, func(s *sentinel) { s.g.collected() })
}

// collected runs after each collection.
func (g *gcTuner) collected() {
	now := time.Now()
	busy := now.Sub(g.last) < 100*time.Millisecond
	g.last = now
	// The collector aims at the live heap plus the percentage. (runtime/metrics would
	// say it directly, but its tables cost 0.15 ms when the program starts.)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	live := m.NextGC * 100 / uint64(100+g.percent)
	want := 100
	switch {
	case live*5 > g.plenty:
		if live*2 > g.plenty {
			want = 50
		}
	case busy:
		// No more than an eighth of what is plenty.
		want = max(100, min(2*g.percent, 800, int(g.plenty/8/heapMinimum*100)))
	case live > 16<<20:
		want = g.percent
	}
	if want != g.percent {
		g.percent = want
		debug.SetGCPercent(want)
	}
	g.arm()
}
