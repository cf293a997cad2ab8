package array

import (
	"math"
	"slices"
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// Methods.

func (o *array) append_(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, o.add(t, a.Value(0))
}

func (o *array) buffer_info(t *py.Thread, a *py.Args) (py.Value, error) {
	p := uintptr(unsafe.Pointer(unsafe.SliceData(o.b)))
	return py.NewTuple(py.NewUint(uint64(p)), py.Int(int64(o.len()))), nil
}

func (o *array) byteswap(t *py.Thread, a *py.Args) (py.Value, error) {
	if o.size > 1 {
		for i := 0; i < len(o.b); i += o.size {
			slices.Reverse(o.b[i : i+o.size])
			if i&0xFFFF == 0xFFF8 {
				if err := t.Step(8192); err != nil {
					return py.Nil, err
				}
			}
		}
	}
	return py.None, nil
}

func (o *array) clear_(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := o.resizable(t); err != nil {
		return py.Nil, err
	}
	o.b = nil
	return py.None, nil
}

func (o *array) count(t *py.Thread, a *py.Args) (py.Value, error) {
	n, i, x := int64(0), -1, a.Value(0)
	for {
		var err error
		if i, err = o.find(t, x, i+1, math.MaxInt); err != nil {
			return py.Nil, err
		}
		if i < 0 {
			return py.Int(n), nil
		}
		n++
	}
}

func (o *array) extend(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, o.extendWith(t, a.Value(0))
}

func (o *array) extendWith(t *py.Thread, v py.Value) error {
	x, ok := isArray(v)
	if !ok {
		return o.addAll(t, v)
	}
	if x.code != o.code {
		return py.Raise(py.TypeError, "can only extend with array of same kind")
	}
	if len(x.b) == 0 {
		return nil
	}
	if err := o.grow(t, len(x.b)); err != nil {
		return err
	}
	o.b = append(o.b, x.b...)
	return nil
}

func (o *array) frombytes(t *py.Thread, a *py.Args) (py.Value, error) {
	buf, err := py.GetBuffer(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if buf.Release != nil {
		defer buf.Release()
	}
	if buf.ItemSize != 1 {
		return py.Nil, py.Raise(py.TypeError, "a bytes-like object is required")
	}
	return py.None, o.addBytes(t, buf.Data)
}

var (
	nameRead  = py.LateName{Text: "read"}
	nameWrite = py.LateName{Text: "write"}
)

func (o *array) fromfile(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Int(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if n < 0 {
		return py.Nil, py.Raise(py.ValueError, "negative count")
	}
	if n > math.MaxInt/o.size {
		return py.Nil, py.Raise(py.MemoryError, "")
	}
	n *= o.size
	r, err := py.CallMethod(t, a.Value(0), nameRead.Str(), py.Int(int64(n)))
	if err != nil {
		return py.Nil, err
	}
	b, ok := py.Cast[py.Bytes](r, py.BytesType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "read() didn't return bytes")
	}
	if err := o.addBytes(t, b.B); err != nil {
		return py.Nil, err
	}
	if len(b.B) != n {
		return py.Nil, py.Raise(py.EOFError, "read() didn't return enough bytes")
	}
	return py.None, nil
}

func (o *array) tofile(t *py.Thread, a *py.Args) (py.Value, error) {
	const block = 64 << 10
	for i := 0; i < len(o.b); i += block {
		part := append([]byte(nil), o.b[i:min(len(o.b), i+block)]...)
		if _, err := py.CallMethod(t, a.Value(0), nameWrite.Str(), py.NewBytes(part)); err != nil {
			return py.Nil, err
		}
	}
	return py.None, nil
}

func (o *array) fromlist(t *py.Thread, a *py.Args) (py.Value, error) {
	l, ok := py.AsList(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "arg must be list")
	}
	old, n := len(o.b), len(l.A)
	for i := 0; i < n; i++ {
		err := o.add(t, l.A[i])
		if err == nil && len(l.A) != n {
			err = py.Raise(py.RuntimeError, "list changed size during iteration")
		}
		if err == nil && i&1023 == 1023 {
			err = t.Step(1024)
		}
		if err != nil {
			o.b = o.b[:min(old, len(o.b))]
			return py.Nil, err
		}
	}
	return py.None, nil
}

func (o *array) fromunicode(t *py.Thread, a *py.Args) (py.Value, error) {
	s := a.Str(0)
	if a.Err() != nil {
		return py.Nil, py.Raise(py.TypeError, "fromunicode() argument must be str, not %s", typeName(a.Value(0)))
	}
	if o.code != 'u' && o.code != 'w' {
		return py.Nil, py.Raise(py.ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')")
	}
	return py.None, o.addText(t, s)
}

func (o *array) tounicode(t *py.Thread, a *py.Args) (py.Value, error) {
	if o.code != 'u' && o.code != 'w' {
		return py.Nil, py.Raise(py.ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')")
	}
	return o.text(t)
}

func (o *array) text(t *py.Thread) (py.Value, error) {
	return py.Decode(t, o.b, "utf-32-le", "strict")
}

func (o *array) index(t *py.Thread, a *py.Args) (py.Value, error) {
	start, stop := a.Index64(t, 1, 0), a.Index64(t, 2, math.MaxInt)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	i, err := o.find(t, a.Value(0), clamp(start, o.len()), clamp(stop, o.len()))
	if err != nil {
		return py.Nil, err
	}
	if i < 0 {
		return py.Nil, py.Raise(py.ValueError, "array.index(x): x not in array")
	}
	return py.Int(int64(i)), nil
}

func (o *array) insert(t *py.Thread, a *py.Args) (py.Value, error) {
	i := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	var item [8]byte
	if err := o.encode(t, item[:], a.Value(1)); err != nil {
		return py.Nil, err
	}
	i = min(clamp(i, o.len()), o.len()) * o.size
	if err := o.grow(t, o.size); err != nil {
		return py.Nil, err
	}
	o.b = slices.Insert(o.b, i, item[:o.size]...)
	return py.None, nil
}

func (o *array) pop(t *py.Thread, a *py.Args) (py.Value, error) {
	i := a.IntOr(t, 0, -1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if len(o.b) == 0 {
		return py.Nil, py.Raise(py.IndexError, "pop from empty array")
	}
	if i < 0 {
		i += o.len()
	}
	if i < 0 || i >= o.len() {
		return py.Nil, py.Raise(py.IndexError, "pop index out of range")
	}
	v := o.get(i)
	if err := o.resizable(t); err != nil {
		return py.Nil, err
	}
	o.b = append(o.b[:i*o.size], o.b[(i+1)*o.size:]...)
	return v, nil
}

func (o *array) remove(t *py.Thread, a *py.Args) (py.Value, error) {
	i, err := o.find(t, a.Value(0), 0, math.MaxInt)
	if err != nil {
		return py.Nil, err
	}
	if i < 0 || i >= o.len() {
		return py.Nil, py.Raise(py.ValueError, "array.remove(x): x not in array")
	}
	if err := o.resizable(t); err != nil {
		return py.Nil, err
	}
	o.b = append(o.b[:i*o.size], o.b[(i+1)*o.size:]...)
	return py.None, nil
}

func (o *array) reverse(t *py.Thread, a *py.Args) (py.Value, error) {
	var tmp [8]byte
	for i, j := 0, len(o.b)-o.size; i < j; i, j = i+o.size, j-o.size {
		copy(tmp[:], o.b[i:i+o.size])
		copy(o.b[i:i+o.size], o.b[j:])
		copy(o.b[j:], tmp[:o.size])
	}
	return py.None, nil
}

func (o *array) tobytes(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := t.Alloc(len(o.b)); err != nil {
		return py.Nil, err
	}
	return py.NewBytes(append([]byte(nil), o.b...)), nil
}

func (o *array) list(t *py.Thread) (py.Value, error) {
	n := o.len()
	if err := t.Alloc(16 * n); err != nil {
		return py.Nil, err
	}
	out := make([]py.Value, n)
	for i := range out {
		out[i] = o.get(i)
		if i&4095 == 4095 {
			if err := t.Step(4096); err != nil {
				return py.Nil, err
			}
		}
	}
	return py.NewList(out).Value(), nil
}

func (o *array) tolist(t *py.Thread, a *py.Args) (py.Value, error) { return o.list(t) }

func (o *array) __copy__(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := t.Alloc(len(o.b)); err != nil {
		return py.Nil, err
	}
	return py.Object(o.like(append([]byte(nil), o.b...))), nil
}

func (o *array) __sizeof__(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Int(int64(64 + len(o.b))), nil
}

// formats are the typecodes in the order of CPython's machine formats 0, 1, 2, 4 …;
// the odd ones from 3 up are big-endian.
const formats = "BbHhIiQqfd?w"

func machineFormat(code byte) int {
	switch code {
	case 'l':
		code = 'q'
	case 'L':
		code = 'Q'
	case 'u':
		code = 'w'
	}
	for i := range formats {
		if formats[i] == code {
			if i < 2 {
				return i
			}
			return 2*i - 2
		}
	}
	return -1
}

func (o *array) __reduce_ex__(t *py.Thread, a *py.Args) (py.Value, error) {
	proto, ok := py.IsIntLike(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "__reduce_ex__ argument should be an integer")
	}
	dict := py.None
	if d := py.OwnDict(a.Self, false); d != nil {
		dict = d.Value()
	}
	cls := a.Self.Type().Value()
	code := py.Latin1(o.code)
	if proto.I() < 3 {
		l, err := o.list(t)
		if err != nil {
			return py.Nil, err
		}
		return py.NewTuple(cls, py.NewTuple(code, l), dict), nil
	}
	b, err := o.tobytes(t, a)
	if err != nil {
		return py.Nil, err
	}
	mod, err := t.Interp.Machine.Import(t, "array", nil, py.None, 0)
	if err != nil {
		return py.Nil, err
	}
	f, err := py.GetAttr(t, mod, py.Name("_array_reconstructor"))
	if err != nil {
		return py.Nil, err
	}
	return py.NewTuple(f, py.NewTuple(cls, code, py.Int(int64(machineFormat(o.code))), b), dict), nil
}

// reconstruct is what pickles call.
func reconstruct(t *py.Thread, a *py.Args) (py.Value, error) {
	cls, ok := py.IsType(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "first argument must be a type object, not %s", typeName(a.Value(0)))
	}
	if !cls.IsSubtype(arrayShape.Class) {
		return py.Nil, py.Raise(py.TypeError, "%s is not a subtype of array.array", cls.Name)
	}
	format := a.Int(t, 2)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if format < 0 || format > 21 {
		return py.Nil, py.Raise(py.ValueError, "third argument must be a valid machine format code.")
	}
	b, ok := py.Cast[py.Bytes](a.Value(3), py.BytesType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "fourth argument should be bytes, not %s", typeName(a.Value(3)))
	}
	v, err := py.Call(t, a.Value(0), a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	o, ok := isArray(v)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "first argument must be a type object, not %s", typeName(a.Value(0)))
	}
	big := format > 2 && format&1 == 1
	if big {
		format--
	}
	if format == machineFormat(o.code) && !big {
		return v, o.addBytes(t, b.B)
	}
	// Through values: another size or order.
	code := byte('w')
	if format < 2 {
		code = formats[format]
	} else if format < 18 {
		code = formats[format/2+1]
	}
	from := newArray(code, append([]byte(nil), b.B...))
	if len(from.b)%from.size != 0 {
		return py.Nil, py.Raise(py.ValueError, "string length not a multiple of item size")
	}
	if big {
		if _, err := from.byteswap(t, a); err != nil {
			return py.Nil, err
		}
	}
	for i := 0; i < from.len(); i++ {
		if err := o.add(t, from.get(i)); err != nil {
			return py.Nil, err
		}
	}
	return v, nil
}
