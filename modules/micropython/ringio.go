package micropython

import "github.com/woma-lang/woma/py"

// maxRing is the largest buffer of a RingIO, as in MicroPython.
const maxRing = 65535

// ringIO is micropython.RingIO: a ring buffer as a stream, for one writer and one
// reader. It holds one byte less than its buffer.
type ringIO struct {
	py.Head
	buf         []byte
	read, write int // next positions
}

var (
	ringIOType  = &py.Type{}
	ringIOShape py.Shape
)

func ringIOSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "micropython", Flags: py.Final | py.DottedName,
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
				if len(kw) > 0 {
					return py.Nil, py.Raise(py.TypeError, "function doesn't take keyword arguments")
				}
				if err := py.CheckArgCount("RingIO", len(args), 1, 1); err != nil {
					return py.Nil, err
				}
				r := &ringIO{Head: ringIOType.Root()}
				if args[0].Type().Slots.Buffer != nil {
					b, err := py.GetBuffer(t, args[0])
					if err != nil {
						return py.Nil, err
					}
					if b.ReadOnly {
						return py.Nil, py.Raise(py.TypeError, "RingIO() argument must be read-write bytes-like object, not %s", py.TypeName(args[0]))
					}
					r.buf = b.Data // a bytearray under it keeps its size
				} else {
					n, err := py.AsInt(t, args[0])
					if err != nil {
						return py.Nil, err
					}
					if n < 0 || n > maxRing {
						return py.Nil, py.Raise(py.ValueError, "RingIO size must be between 1 and %d, not %d", maxRing-1, n)
					}
					if err := t.Alloc(n + 1); err != nil {
						return py.Nil, err
					}
					r.buf = make([]byte, n+1)
				}
				if len(r.buf) > maxRing {
					return py.Nil, py.Raise(py.ValueError, "RingIO buffer must not be larger than %d bytes", maxRing)
				}
				if len(r.buf) < 2 {
					return py.Nil, py.Raise(py.ValueError, "size(%d)", len(r.buf))
				}
				return py.Object(r), nil
			},
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) { return py.NewStr("<RingIO>"), nil },
		},
		Members: py.Members{
			py.Method("any()", func(r *ringIO, t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(int64(r.any())), nil }),
			py.Method("close()", func(r *ringIO, t *py.Thread, a *py.Args) (py.Value, error) { return py.None, nil }),
			py.Method("read(nbytes=-1, /)", (*ringIO).readBytes),
			py.Method("readinto(buf, nbytes=-1, /)", (*ringIO).readinto),
			py.Method("readline(nbytes=-1, /)", (*ringIO).readline),
			py.Method("write(buf, /)", (*ringIO).writeBytes),
		},
	}
}

// any is the number of bytes that can be read.
func (r *ringIO) any() int { return (r.write - r.read + len(r.buf)) % len(r.buf) }

// take fills b, as far as there are bytes.
func (r *ringIO) take(b []byte) int {
	n := min(len(b), r.any())
	for i := range b[:n] {
		b[i] = r.buf[r.read]
		r.read = (r.read + 1) % len(r.buf)
	}
	return n
}

func (r *ringIO) readBytes(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.IntOr(t, 0, -1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if n < 0 || n > r.any() {
		n = r.any()
	}
	b := make([]byte, n)
	r.take(b)
	return py.NewBytes(b), nil
}

func (r *ringIO) readinto(t *py.Thread, a *py.Args) (py.Value, error) {
	b := a.WritableBuffer(t, 0)
	n := a.IntOr(t, 1, -1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if n >= 0 && n < len(b) {
		b = b[:n]
	}
	return py.Int(int64(r.take(b))), nil
}

// readline reads up to and including a newline, or all there is.
func (r *ringIO) readline(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.IntOr(t, 0, -1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if n < 0 || n > r.any() {
		n = r.any()
	}
	for i := 0; i < n; i++ {
		if r.buf[(r.read+i)%len(r.buf)] == '\n' {
			n = i + 1
		}
	}
	b := make([]byte, n)
	r.take(b)
	return py.NewBytes(b), nil
}

// writeBytes writes what fits.
func (r *ringIO) writeBytes(t *py.Thread, a *py.Args) (py.Value, error) {
	b := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	n := min(len(b), len(r.buf)-1-r.any())
	for _, c := range b[:n] {
		r.buf[r.write] = c
		r.write = (r.write + 1) % len(r.buf)
	}
	return py.Int(int64(n)), nil
}
