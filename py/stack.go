package py

// growStack makes the main goroutine's stack large enough for starting while there is
// little on it. Grown step by step, it would be copied three or four times, frame by
// frame, which needs the tables that describe frames read from disk.
//
//go:noinline
func growStack() {
	var room [24 << 10]byte
	useStack(&room)
}

//go:noinline
func useStack(room *[24 << 10]byte) { room[0] = 1 }
