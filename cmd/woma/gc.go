package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

// tuneGC adapts the pace of Go's garbage collector to the program, unless the user
// has set GOGC. A program that lives in little memory stays small; one that allocates
// all the time gets room: at 400 % allocation is twice as fast as at 100 %, at 800 %
// some percent more. (A tight memory limit instead of the percentage made the
// collector take most of the time: 5 to 8 times slower.)
//
// The room grows with every collection that follows soon on another: fresh memory
// costs page faults, which a program that ends soon would pay for nothing. Soon is a
// second, since a program on a busy machine gets a fraction of the processor.
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
	g := &gcTuner{plenty: memoryPlenty(), last: time.Now(), percent: startPercent}
	if g.plenty < 512<<20 || heapSize < 256<<20 || !g.makeRoom(firstRoom) {
		g.room = math.MaxUint64
		g.set(g.atMost(startPercent))
	}
	g.arm()
}

const (
	heapMinimum  = 4 << 20 // the size of heap that Go's collector leaves alone at 100 %
	startPercent = 200     // so the first collection comes after some 8 MB
	mostPercent  = 800
	firstRoom    = 64 << 20 // heap for 7 MB alive at mostPercent
)

type gcTuner struct {
	percent int
	last    time.Time
	plenty  uint64 // heap size up to which memory may be spent on speed
	room    uint64 // bytes of the heap that were asked to be huge pages
	stats   runtime.MemStats
}

// sentinel is collected in every cycle. It has a pointer so that it is not put
// together with other small objects, which would keep it alive.
type sentinel struct{ g *gcTuner }

func (g *gcTuner) arm() {
	runtime.SetFinalizer(&sentinel{g}, func(s *sentinel) { s.g.collected() })
}

// atMost returns percent, or less where that would take more than an eighth of what
// is plenty for a program that has nothing alive.
func (g *gcTuner) atMost(percent int) int {
	return max(100, min(percent, int(g.plenty/8/heapMinimum*100)))
}

func (g *gcTuner) set(percent int) {
	if percent != g.percent {
		g.percent = percent
		debug.SetGCPercent(percent)
	}
}

// collected runs after each collection.
func (g *gcTuner) collected() {
	now := time.Now()
	busy := now.Sub(g.last) < time.Second
	g.last = now
	// This stops the program for some 20 µs, as the collection did twice. runtime/metrics
	// knows what is alive without that, but its tables cost 0.5 ms and 15 KB whenever a
	// program starts.
	runtime.ReadMemStats(&g.stats)
	// The next collection comes when what is alive has grown by so much, or later.
	live := g.stats.NextGC * 100 / uint64(100+g.percent)
	switch {
	case live*2 > g.plenty:
		g.set(50)
	case live*5 > g.plenty:
		g.set(100)
	case busy:
		// More garbage than the first room holds takes more memory and saves no time.
		most := max(400, min(mostPercent, firstRoom/(live/100+1)))
		g.set(g.atMost(min(2*g.percent, int(most))))
	case live <= 16<<20:
		g.set(g.atMost(startPercent))
	}
	if goal := live + live/100*uint64(g.percent); goal > g.room && goal < g.plenty/2 {
		g.makeRoom(goal - g.room + goal/4)
	}
	g.arm()
}

// makeRoom grows the heap by n bytes of free memory that come in huge pages when they
// are used. A page of 4 KB that is touched for the first time costs a fault, which
// takes longer than a collection per megabyte; programs that allocate spent a quarter
// of their time so. Go maps its heap in pieces as it grows and asks for nothing, so
// the memory is allocated here, asked for, and dropped again before anything is
// written to it: it takes no memory until the program needs it.
func (g *gcTuner) makeRoom(n uint64) bool {
	n = (n + roomBlock - 1) / roomBlock
	debug.SetGCPercent(-1) // or what is dropped would count as alive
	blocks := make([][]byte, 0, n)
	ok := true
	for ok && len(blocks) < cap(blocks) {
		// In blocks, since one that overlaps used memory is cleared, and with it touched.
		b := make([]byte, roomBlock)
		blocks = append(blocks, b)
		ok = hugePages(b)
	}
	if ok {
		g.room += n * roomBlock
	} else {
		g.room = math.MaxUint64
	}
	clear(blocks)
	runtime.GC() // beside the program, which would be made to help otherwise
	debug.SetGCPercent(g.percent)
	return ok
}

const roomBlock = 4 << 20
