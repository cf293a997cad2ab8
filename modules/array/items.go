package array

import (
	"math"

	"github.com/woma-lang/woma/py"
)

// Items and slices.

// at evaluates an index.
func (o *array) at(t *py.Thread, key py.Value, what string) (int, error) {
	if !py.IsIndexable(key) {
		return 0, py.Raise(py.TypeError, "array indices must be integers")
	}
	x, err := py.Index(t, key)
	if err != nil {
		return 0, err
	}
	if !x.IsInt() || int64(int(x.I())) != x.I() {
		return 0, py.Raise(py.IndexError, "cannot fit '%s' into an index-sized integer", py.TypeName(key))
	}
	i := int(x.I())
	if i < 0 {
		i += o.len()
	}
	if i < 0 || i >= o.len() {
		return 0, py.Raise(py.IndexError, "%s", what)
	}
	return i, nil
}

func arrayGetItem(t *py.Thread, v, key py.Value) (py.Value, error) {
	o := py.As[array](v)
	if key.IsInt() {
		i, n := key.I(), int64(o.len())
		if i < 0 {
			i += n
		}
		if uint64(i) < uint64(n) {
			return o.get(int(i)), nil
		}
		return py.Nil, py.Raise(py.IndexError, "array index out of range")
	}
	if s, ok := py.AsSlice(key); ok {
		start, _, step, n, err := py.SliceIndices(t, s, o.len())
		if err != nil {
			return py.Nil, err
		}
		if n > o.len() { // an __index__ made it shorter
			return py.Nil, py.Raise(py.IndexError, "array index out of range")
		}
		if err := t.Alloc(n * o.size); err != nil {
			return py.Nil, err
		}
		b := make([]byte, 0, n*o.size)
		if step == 1 {
			b = append(b, o.b[start*o.size:(start+n)*o.size]...)
		} else {
			for i := 0; i < n; i, start = i+1, start+step {
				b = append(b, o.b[start*o.size:(start+1)*o.size]...)
			}
		}
		return py.Object(o.like(b)), nil
	}
	i, err := o.at(t, key, "array index out of range")
	if err != nil {
		return py.Nil, err
	}
	return o.get(i), nil
}

func arraySetItem(t *py.Thread, v, key, val py.Value) error {
	o := py.As[array](v)
	if s, ok := py.AsSlice(key); ok {
		return o.setSlice(t, s, val)
	}
	i, err := o.at(t, key, "array assignment index out of range")
	if err != nil {
		return err
	}
	if !val.Bound() {
		if err := o.resizable(t); err != nil {
			return err
		}
		o.b = append(o.b[:i*o.size], o.b[(i+1)*o.size:]...)
		return nil
	}
	var item [8]byte
	if err := o.encode(t, item[:], val); err != nil {
		return err
	}
	if i >= o.len() { // an __index__ or __float__ made it shorter
		return py.Raise(py.IndexError, "array assignment index out of range")
	}
	copy(o.b[i*o.size:], item[:o.size])
	return nil
}

func (o *array) setSlice(t *py.Thread, s *py.Slice, val py.Value) error {
	var data []byte
	if val.Bound() {
		x, ok := isArray(val)
		if !ok {
			return py.Raise(py.TypeError, "can only assign array (not \"%s\") to array slice", typeName(val))
		}
		if x.code != o.code {
			return py.Raise(py.TypeError, "bad argument type for built-in operation")
		}
		if data = x.b; x == o {
			data = append([]byte(nil), data...)
		}
	}
	start, _, step, n, err := py.SliceIndices(t, s, o.len())
	if err != nil {
		return err
	}
	needed := len(data) / o.size
	switch {
	case step == 1:
		if needed != n {
			if err := o.resizable(t); err != nil {
				return err
			}
		}
		lo, hi := start*o.size, (start+n)*o.size
		if needed == n {
			copy(o.b[lo:], data)
			return nil
		}
		if needed > n {
			if err := o.grow(t, len(data)-(hi-lo)); err != nil {
				return err
			}
			old := len(o.b)
			o.b = o.b[:old+len(data)-(hi-lo)]
			copy(o.b[lo+len(data):], o.b[hi:old])
		} else {
			o.b = append(o.b[:lo+len(data)], o.b[hi:]...)
		}
		copy(o.b[lo:], data)
	case needed == 0:
		if n == 0 {
			return nil
		}
		if err := o.resizable(t); err != nil {
			return err
		}
		if step < 0 {
			start, step = start+(n-1)*step, -step
		}
		w := start
		for r, k := start, 0; r < o.len(); r++ {
			if k < n && r == start+k*step {
				k++
				continue
			}
			copy(o.b[w*o.size:(w+1)*o.size], o.b[r*o.size:])
			w++
		}
		o.b = o.b[:w*o.size]
	default:
		if needed != n {
			return py.Raise(py.ValueError, "attempt to assign array of size %d to extended slice of size %d", needed, n)
		}
		for i := 0; i < n; i, start = i+1, start+step {
			copy(o.b[start*o.size:(start+1)*o.size], data[i*o.size:])
		}
	}
	return nil
}

// iterator walks an array.
type iterator struct {
	py.Head
	o *array // nil: exhausted
	i int
}

var iteratorType = py.LazyType("arrayiterator", iteratorSpec)

func iteratorSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "array",
		Flags:  py.Final | py.NotCallable | py.DottedName,
		Slots:  py.Slots{Iter: py.IterSelf, Next: iteratorNext},
		Members: py.Members{
			py.Method("__reduce__()", (*iterator).__reduce__),
			py.Method("__setstate__(state, /)", func(it *iterator, t *py.Thread, a *py.Args) (py.Value, error) {
				n := a.Int(t, 0)
				if it.o != nil && a.Err() == nil {
					it.i = max(0, min(n, it.o.len()))
				}
				return py.None, a.Err()
			}),
		},
	}
}

func arrayIter(t *py.Thread, v py.Value) (py.Value, error) {
	return py.Object(&iterator{Head: iteratorType.Root(), o: py.As[array](v)}), nil
}

func iteratorNext(t *py.Thread, v py.Value) (py.Value, error) {
	it := py.As[iterator](v)
	if it.o == nil {
		return py.Nil, nil
	}
	if it.i >= it.o.len() {
		it.o = nil
		return py.Nil, nil
	}
	x := it.o.get(it.i)
	it.i++
	return x, nil
}

func (it *iterator) __reduce__(t *py.Thread, a *py.Args) (py.Value, error) {
	iter := t.Interp.Builtins.GetItem("iter")
	if it.o == nil {
		return py.NewTuple(iter, py.NewTuple(py.NewTuple())), nil
	}
	return py.NewTuple(iter, py.NewTuple(py.Object(it.o)), py.Int(int64(it.i))), nil
}

// clamp is a position from a possibly negative index.
func clamp(i, n int) int {
	if i < 0 {
		if i < -math.MaxInt+n {
			return 0
		}
		i = max(0, i+n)
	}
	return i
}
