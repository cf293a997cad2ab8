package io

import (
	"github.com/woma-lang/woma/py"
)

// rwPair is io.BufferedRWPair: a reader and a writer that are not connected.
type rwPair struct {
	base
	reader, writer *buffered
}

var (
	rwPairType  = &py.Type{}
	rwPairShape py.Shape
)

func rwPairSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_io", Base: bufferedIOBaseType,
		Doc: "BufferedRWPair(reader, writer): a file to read and one to write, as one.",
		Slots: py.Slots{
			New: newObject[rwPair],
			Init: initWith("BufferedRWPair(reader, writer, buffer_size=8192, /)", func(t *py.Thread, a *py.Args) error {
				p := py.As[rwPair](a.Self)
				size := a.IntOr(t, 2, defaultBufferSize)
				if err := a.Err(); err != nil {
					return err
				}
				if err := checkAble(t, a.Value(0), nameReadable.Str()); err != nil {
					return err
				}
				if err := checkAble(t, a.Value(1), nameWritable.Str()); err != nil {
					return err
				}
				if size <= 0 {
					return py.Raise(py.ValueError, "buffer size must be strictly positive")
				}
				p.reader = newBuffered(t, a.Value(0), size, true, false)
				p.writer = newBuffered(t, a.Value(1), size, false, true)
				return nil
			}),
		},
		Table: func() py.Members {
			return py.Members{
				py.Method("close()", (*rwPair).close),
				py.GetSet("closed", func(t *py.Thread, v py.Value) (py.Value, error) {
					p := py.As[rwPair](v)
					if p.writer == nil {
						return py.Nil, py.Raise(py.RuntimeError, "the BufferedRWPair object is being garbage-collected")
					}
					return py.GetAttr(t, p.writer.value(), nameClosed.Str())
				}, nil),
				writerMethod("flush()", "flush"),
				py.Method("isatty()", (*rwPair).isatty),
				readerMethod("peek(size=0, /)", "peek"),
				readerMethod("read(size=-1, /)", "read"),
				readerMethod("read1(size=-1, /)", "read1"),
				readerMethod("readable()", "readable"),
				readerMethod("readinto(buffer, /)", "readinto"),
				readerMethod("readinto1(buffer, /)", "readinto1"),
				writerMethod("writable()", "writable"),
				writerMethod("write(buffer, /)", "write"),
			}
		},
	}
}

// readerMethod and writerMethod are methods that are those of one half.
//
//go:noinline
func readerMethod(sig, name string) py.Member {
	return pairMethod(sig, name, func(p *rwPair) *buffered { return p.reader })
}

//go:noinline
func writerMethod(sig, name string) py.Member {
	return pairMethod(sig, name, func(p *rwPair) *buffered { return p.writer })
}

func pairMethod(sig, name string, half func(*rwPair) *buffered) py.Member {
	attr := py.Name(name)
	return py.Method(sig, func(p *rwPair, t *py.Thread, a *py.Args) (py.Value, error) {
		b := half(p)
		if b == nil {
			return py.Nil, py.Raise(py.ValueError, "I/O operation on uninitialized object")
		}
		if sig == name+"()" || !a.Has(0) {
			return py.CallMethod(t, b.value(), attr)
		}
		return py.CallMethod(t, b.value(), attr, a.Value(0))
	})
}

func (p *rwPair) close(t *py.Thread, a *py.Args) (py.Value, error) {
	if p.reader == nil {
		return py.Nil, py.Raise(py.ValueError, "I/O operation on uninitialized object")
	}
	_, first := py.CallMethod(t, p.writer.value(), nameClose.Str())
	v, err := py.CallMethod(t, p.reader.value(), nameClose.Str())
	return v, both(first, err)
}

func (p *rwPair) isatty(t *py.Thread, a *py.Args) (py.Value, error) {
	for _, b := range [...]*buffered{p.writer, p.reader} {
		if b == nil {
			return py.Nil, py.Raise(py.ValueError, "I/O operation on uninitialized object")
		}
		v, err := py.CallMethod(t, b.value(), nameIsatty.Str())
		if err != nil || v == py.True {
			return v, err
		}
	}
	return py.False, nil
}
