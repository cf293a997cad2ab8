package py

// GrowBytes returns b with room for n more bytes, charged to the memory account. A large
// buffer doubles: room that was never used takes no memory, while what has been outgrown
// takes it until the next collection. Close to the limit of memory the step is an eighth.
// It raises MemoryError.
func GrowBytes(t *Thread, b []byte, n int) ([]byte, error) {
	want := len(b) + n
	if want <= cap(b) {
		return b, nil
	}
	if want > MaxStr || want < 0 {
		return nil, Raise(MemoryError, "")
	}
	var size int
	switch {
	case want < 4096:
		size = max(want, len(b)+len(b)/2+16)
	case want < 1<<16:
		size = want + want/4
	default:
		size = min(want+len(b), MaxStr)
	}
	if size > 4096 {
		if err := t.Alloc(size); err != nil {
			size = min(want+want/8, MaxStr)
			if err := t.Alloc(size); err != nil {
				return nil, err
			}
		}
	}
	c := make([]byte, len(b), size)
	copy(c, b)
	return c, nil
}
