package io

import (
	"github.com/woma-lang/woma/py"
)

// bytesIO is io.BytesIO.
type bytesIO struct {
	base
	b       []byte
	pos     int
	exports py.Exports // views of getbuffer()
}

var (
	bytesIOType  = &py.Type{}
	bytesIOShape py.Shape
)

func bytesIOSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_io", Base: bufferedIOBaseType,
		Doc: "BytesIO(initial=b''): a binary file in memory.",
		Slots: py.Slots{
			New:  newObject[bytesIO],
			Init: initWith("BytesIO(initial_bytes=b'')", bytesIOInit),
			Iter: py.IterSelf,
			Next: func(t *py.Thread, v py.Value) (py.Value, error) {
				b := py.As[bytesIO](v) // CPython does not ask readline of a subclass either
				if err := b.check(); err != nil {
					return py.Nil, err
				}
				line := b.take(b.lineLen(-1))
				if len(line) == 0 {
					return py.Nil, nil
				}
				return py.NewBytes(line), nil
			},
		},
		NextLeaf: leafBytesIONext,
		Table: func() py.Members {
			return py.Members{
				py.Method("close()", (*bytesIO).close),
				py.Method("flush()", (*bytesIO).flush),
				py.Method("getbuffer()", (*bytesIO).getbuffer),
				py.Method("getvalue()", (*bytesIO).getvalue),
				py.Method("isatty()", (*bytesIO).isatty),
				py.Method("read(size=-1, /)", (*bytesIO).read).Maker(leafBytesIORead),
				py.Method("read1(size=-1, /)", (*bytesIO).read),
				py.Method("readable()", (*bytesIO).yes),
				py.Method("readinto(buffer, /, *size)", (*bytesIO).readinto),
				py.Method("readline(size=-1, /)", (*bytesIO).readline).Maker(leafBytesIOReadline),
				py.Method("seek(pos, whence=0, /)", (*bytesIO).seek),
				py.Method("seekable()", (*bytesIO).yes),
				py.Method("tell()", (*bytesIO).tell),
				py.Method("truncate(size=None, /)", (*bytesIO).truncate),
				py.Method("writable()", (*bytesIO).yes),
				py.Method("write(b, /, *part)", (*bytesIO).write).Leaf(leafBytesIOWrite),
			}
		},
	}
}

// bytesIOView is what memoryviews of getbuffer() look at.
type bytesIOView struct {
	py.Head
	of *bytesIO
}

var (
	bytesIOViewType  = &py.Type{}
	bytesIOViewShape py.Shape
)

func bytesIOViewSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_io", Flags: py.NotCallable | py.Final,
		Slots: py.Slots{
			Buffer: func(t *py.Thread, v py.Value) (*py.Buffer, error) {
				b := py.As[bytesIOView](v).of
				return b.exports.Buffer(&py.Buffer{Data: b.b, Format: "B", ItemSize: 1, Shape: []int{len(b.b)}, Strides: []int{1}, Owner: v}), nil
			},
		},
	}
}

func bytesIOInit(t *py.Thread, a *py.Args) error {
	b := py.As[bytesIO](a.Self)
	if err := b.resizable(t); err != nil {
		return err
	}
	b.b, b.pos, b.closed = nil, 0, false
	if a.Given(0) {
		p := a.Buffer(t, 0)
		if err := a.Err(); err != nil {
			return err
		}
		if err := t.Alloc(len(p)); err != nil {
			return err
		}
		b.b = append([]byte(nil), p...)
	}
	return nil
}

func (b *bytesIO) check() error {
	if b.closed {
		return errClosed()
	}
	return nil
}

func (b *bytesIO) resizable(t *py.Thread) error {
	if b.exports.Any(t) {
		return py.Raise(py.BufferError, "Existing exports of data: object cannot be re-sized")
	}
	return nil
}

func (b *bytesIO) yes(t *py.Thread, a *py.Args) (py.Value, error) { return py.True, b.check() }

func (b *bytesIO) isatty(t *py.Thread, a *py.Args) (py.Value, error) { return py.False, b.check() }

func (b *bytesIO) flush(t *py.Thread, a *py.Args) (py.Value, error) { return py.None, b.check() }

func (b *bytesIO) close(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.resizable(t); err != nil {
		return py.Nil, err
	}
	b.closed = true
	b.b = nil
	return py.None, nil
}

func (b *bytesIO) getbuffer(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.check(); err != nil {
		return py.Nil, err
	}
	view := py.Object(&bytesIOView{bytesIOViewType.Root(), b})
	return py.Call(t, py.MemoryViewType.Value(), view)
}

func (b *bytesIO) getvalue(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.check(); err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(len(b.b)); err != nil {
		return py.Nil, err
	}
	return py.NewBytes(append([]byte(nil), b.b...)), nil
}

// take returns a copy of the next n bytes.
func (b *bytesIO) take(n int) []byte {
	if n == 0 {
		return nil
	}
	p := append([]byte(nil), b.b[b.pos:b.pos+n]...)
	b.pos += n
	return p
}

// left is how many bytes follow, at most n if that is not negative.
func (b *bytesIO) left(n int) int {
	k := max(0, len(b.b)-b.pos)
	if n >= 0 && n < k {
		k = n
	}
	return k
}

func (b *bytesIO) lineLen(limit int) int {
	n := b.left(limit)
	return lineEnd(b.b[min(b.pos, len(b.b)) : min(b.pos, len(b.b))+n])
}

func (b *bytesIO) size(t *py.Thread, a *py.Args) (int, error) {
	if err := b.check(); err != nil {
		return 0, err
	}
	return sizeArg(t, a.ValueOr(0, py.None))
}

func (b *bytesIO) read(t *py.Thread, a *py.Args) (py.Value, error) {
	n, err := b.size(t, a)
	if err != nil {
		return py.Nil, err
	}
	n = b.left(n)
	if err := t.Alloc(n); err != nil {
		return py.Nil, err
	}
	return py.NewBytes(b.take(n)), nil
}

func (b *bytesIO) readline(t *py.Thread, a *py.Args) (py.Value, error) {
	n, err := b.size(t, a)
	if err != nil {
		return py.Nil, err
	}
	return py.NewBytes(b.take(b.lineLen(n))), nil
}

func (b *bytesIO) readinto(t *py.Thread, a *py.Args) (py.Value, error) {
	dst, release, err := writable(t, a, "readinto() argument must be")
	if err != nil {
		return py.Nil, err
	}
	defer release()
	if err := b.check(); err != nil {
		return py.Nil, err
	}
	n := copy(dst, b.b[min(b.pos, len(b.b)):])
	b.pos += n
	return py.Int(int64(n)), nil
}

func (b *bytesIO) seek(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.check(); err != nil {
		return py.Nil, err
	}
	pos, whence := a.Int(t, 0), a.IntOr(t, 1, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	switch whence {
	case 0:
		if pos < 0 {
			return py.Nil, py.Raise(py.ValueError, "negative seek value %d", pos)
		}
	case 1, 2:
		from := b.pos
		if whence == 2 {
			from = len(b.b)
		}
		if int64(pos) > 1<<62-int64(from) {
			return py.Nil, py.Raise(py.OverflowError, "new position too large")
		}
		pos = max(0, pos+from)
	default:
		return py.Nil, py.Raise(py.ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	b.pos = pos
	return py.Int(int64(pos)), nil
}

func (b *bytesIO) tell(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Int(int64(b.pos)), b.check()
}

func (b *bytesIO) truncate(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.check(); err != nil {
		return py.Nil, err
	}
	if err := b.resizable(t); err != nil {
		return py.Nil, err
	}
	size := b.pos
	if a.Given(0) {
		var err error
		if size, err = sizeArg(t, a.Value(0)); err != nil {
			return py.Nil, err
		}
		if size < 0 {
			return py.Nil, py.Raise(py.ValueError, "negative size value %d", size)
		}
	}
	if size < len(b.b) {
		b.b = b.b[:size]
	}
	return py.Int(int64(size)), nil
}

func (b *bytesIO) write(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.check(); err != nil {
		return py.Nil, err
	}
	if err := b.resizable(t); err != nil {
		return py.Nil, err
	}
	p := part(t, a)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if len(p) == 0 {
		return py.Int(0), nil
	}
	end := b.pos + len(p)
	if end > len(b.b) {
		grown, err := py.GrowBytes(t, b.b, end-len(b.b))
		if err != nil {
			return py.Nil, err
		}
		old := len(b.b)
		b.b = grown[:end]
		if b.pos > old {
			clear(b.b[old:b.pos])
		}
	}
	copy(b.b[b.pos:], p)
	b.pos = end
	return py.Int(int64(len(p))), nil
}
