package py

var (
	nameBuffer        = Name("__buffer__")
	nameReleaseBuffer = Name("__release_buffer__")
)

// fullReadOnly is what __buffer__ is asked for: CPython's PyBUF_FULL_RO.
const fullReadOnly = 0x11c

// slotBuffer is the buffer of an object whose class defines __buffer__ (PEP 688).
func slotBuffer(t *Thread, v Value) (*Buffer, error) {
	r, err := special0(t, v, nameBuffer, Int(fullReadOnly))
	if err != nil {
		return nil, err
	}
	if _, ok := Cast[MemoryView](r, MemoryViewType); !ok {
		return nil, Raise(TypeError, "__buffer__ returned non-memoryview object")
	}
	buf, err := memoryViewBuffer(t, r)
	if err != nil {
		return nil, err
	}
	release := buf.Release
	buf.Release = func() {
		release()
		if f := v.Type().Lookup(nameReleaseBuffer); f.p != nil {
			if _, err := special0(t, v, nameReleaseBuffer, r); err != nil {
				Unraisable(t, err, "", f)
			}
		}
		_, _ = CallMethod(t, r, Name("release"))
	}
	return buf, nil
}
