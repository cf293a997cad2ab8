// Package stack makes the first goroutine's stack large enough for starting, while
// there is little on it. Grown step by step, from 2 KB, it would be copied four times,
// frame by frame, which needs the tables that describe frames read from disk, and each
// size of stack comes from a block whose pages are touched when it is cut up: 36 page
// faults in all.
//
// It imports nothing, so Go initializes it before packages that need some stack.
package stack

// Grown says that the stack has been grown. (A package that exports nothing could not
// be seen to be of use.)
var Grown = grow(0)

// grow needs the room only on the way that is not taken, so the stack is made large
// enough for it and not touched.
//
//go:noinline
func grow(n int) bool {
	if n > 0 {
		var room [24 << 10]byte
		use(&room)
	}
	return true
}

//go:noinline
func use(room *[24 << 10]byte) { room[0] = 1 }
