package py

// Handles gives objects numbers, for memory that cannot hold objects: the code 'O' of
// struct and array, which is a pointer in MicroPython. An object that has a number
// lives until its interpreter ends, since nobody can tell where the number went.
type Handles struct {
	values  []Value
	numbers map[Value]uint64
}

// Handles returns the numbers of objects of the interpreter.
func (in *Interp) Handles() *Handles { return &in.handles }

// Number returns the number of v, which is not 0.
func (h *Handles) Number(t *Thread, v Value) (uint64, error) {
	n := h.numbers[v]
	if n == 0 {
		if err := t.Alloc(96); err != nil { // entries of values and numbers
			return 0, err
		}
		if h.numbers == nil {
			h.numbers = map[Value]uint64{}
		}
		h.values = append(h.values, v)
		n = uint64(len(h.values))
		h.numbers[v] = n
	}
	return n, nil
}

// Value returns the object with that number, and false if there is none.
func (h *Handles) Value(n uint64) (Value, bool) {
	if n == 0 || n > uint64(len(h.values)) {
		return None, false
	}
	return h.values[n-1], true
}
