package zlib

import (
	"runtime"

	"github.com/woma-lang/woma/py"
)

// decompressor is one stream that is being decompressed.
type decompressor struct {
	py.Head
	in     *inflater
	unused []byte // after the end of the stream
	tail   []byte // not looked at, because the output was large enough
	eof    bool
}

var (
	decompressType  = &py.Type{}
	decompressShape py.Shape
)

func decompressSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "zlib", Flags: py.NotCallable | py.DottedName | py.Final,
		Members: py.Members{
			py.Method("decompress(data, /, max_length=0)", (*decompressor).decompress),
			py.ReadOnly("eof", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.Bool(py.As[decompressor](v).eof), nil
			}),
			py.Method("flush(length=16384, /)", (*decompressor).flush),
			py.ReadOnly("unconsumed_tail", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.NewBytes(append([]byte(nil), py.As[decompressor](v).tail...)), nil
			}),
			py.ReadOnly("unused_data", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.NewBytes(append([]byte(nil), py.As[decompressor](v).unused...)), nil
			}),
		},
	}
}

// fail words an error of the stream: doing is what was being done.
func fail(err error, doing string) error {
	e, ok := err.(streamError)
	if !ok {
		return err
	}
	switch e.code {
	case needDict:
		return py.Raise(errorType, "Error 2 while %s", doing)
	case dictError:
		return py.Raise(errorType, "Error -3 while setting zdict: %s", e.text)
	}
	return py.Raise(errorType, "Error %d while %s: %s", e.code, doing, e.text)
}

func decompress(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	wbits, size := a.IntOr(t, 1, maxWbits), a.IntOr(t, 2, defBufSize)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if size < 0 {
		return py.Nil, py.Raise(py.ValueError, "bufsize must be non-negative")
	}
	in := newInflater(wbits, nil)
	if in == nil {
		return py.Nil, py.Raise(errorType, "Error -2 while preparing to decompress data: inconsistent stream state")
	}
	defer in.close()
	out, err := in.run(t, data, 0)
	if err != nil {
		return py.Nil, fail(err, "decompressing data")
	}
	if !in.ended {
		return py.Nil, py.Raise(errorType, "Error -5 while decompressing data: incomplete or truncated stream")
	}
	return py.NewBytes(out), nil
}

func decompressobj(t *py.Thread, a *py.Args) (py.Value, error) {
	wbits := a.IntOr(t, 0, maxWbits)
	var dict []byte
	if a.Has(1) {
		if a.Value(1).Type().Slots.Buffer == nil {
			return py.Nil, py.Raise(py.TypeError, "zdict argument must support the buffer protocol")
		}
		dict = append(dict, a.Buffer(t, 1)...)
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	in := newInflater(wbits, dict)
	if in == nil {
		return py.Nil, py.Raise(py.ValueError, "Invalid initialization option")
	}
	d := &decompressor{Head: decompressType.Root(), in: in}
	runtime.AddCleanup(d, func(in *inflater) { in.close() }, in)
	return py.Object(d), nil
}

func (d *decompressor) decompress(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	limit := a.IntOr(t, 1, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if limit < 0 {
		return py.Nil, py.Raise(py.ValueError, "max_length must be non-negative")
	}
	return d.feed(t, data, limit, "decompressing data")
}

func (d *decompressor) flush(t *py.Thread, a *py.Args) (py.Value, error) {
	size := a.IntOr(t, 0, defBufSize)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if size <= 0 {
		return py.Nil, py.Raise(py.ValueError, "length must be greater than zero")
	}
	return d.feed(t, d.tail, 0, "flushing")
}

// feed decompresses data and sorts what is left of it.
func (d *decompressor) feed(t *py.Thread, data []byte, limit int, doing string) (py.Value, error) {
	if d.eof {
		d.unused = append(d.unused, data...)
		return py.NewBytes(nil), nil
	}
	out, err := d.in.run(t, data, limit)
	if err != nil {
		return py.Nil, fail(err, doing)
	}
	rest := append([]byte(nil), d.in.rest()...)
	d.tail = nil
	if d.in.ended {
		d.eof, d.unused = true, append(d.unused, rest...)
	} else {
		d.tail = rest
	}
	return py.NewBytes(out), nil
}
