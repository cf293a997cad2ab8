package py

// How what grows takes room: text, lists, dicts and sets. What is long doubles: room that
// was never used takes no memory, while what has been outgrown takes it until the next
// collection.

// takeRoom charges the memory account for room items of size bytes. Close to the limit of
// memory it settles for room for n items and an eighth. It returns how many there is room
// for; the error is MemoryError.
func (t *Thread) takeRoom(n, room, size int) (int, error) {
	err := t.Alloc(room * size)
	if err != nil && room > n {
		room = min(room, n+n/8)
		err = t.Alloc(room * size)
	}
	return room, err
}

// textRoom is the room for text of n bytes that has grown before, and will again.
func textRoom(n int) int {
	if n < 1<<16 {
		return n + n/2
	}
	return min(2*n, MaxStr)
}

// GrowBytes returns b with room for n more bytes, charged to the memory account. It
// raises MemoryError.
func GrowBytes(t *Thread, b []byte, n int) ([]byte, error) {
	want := len(b) + n
	if want <= cap(b) {
		return b, nil
	}
	if want > MaxStr || want < 0 {
		return nil, Raise(MemoryError, "")
	}
	size := max(want, textRoom(len(b))+16)
	if size > 4096 {
		var err error
		if size, err = t.takeRoom(want, size, 1); err != nil {
			return nil, err
		}
	}
	c := make([]byte, len(b), size)
	copy(c, b)
	return c, nil
}
