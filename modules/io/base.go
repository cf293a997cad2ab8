package io

import (
	"cmp"
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// base is what every stream object starts with. The attributes of streams, which
// programs may add to, are in the object itself, so subclasses written in Python
// have the same layout.
type base struct {
	py.Head
	attrs  *py.Dict
	closed bool
}

var (
	iobaseType, rawIOBaseType, bufferedIOBaseType, textIOBaseType     = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	iobaseShape, rawIOBaseShape, bufferedIOBaseShape, textIOBaseShape py.Shape
)

func iobaseSpec() py.TypeSpec {
	return py.TypeSpec{
		Module:     "io",
		Doc:        "What all files have in common.",
		DictOffset: unsafe.Offsetof(base{}.attrs),
		Slots: py.Slots{
			New: newObject[base],
			Iter: func(t *py.Thread, v py.Value) (py.Value, error) {
				return v, checkClosed(t, v)
			},
			Next: func(t *py.Thread, v py.Value) (py.Value, error) {
				line, err := py.CallMethod(t, v, nameReadline.Str())
				if err != nil {
					return py.Nil, err
				}
				n, err := py.Len(t, line)
				if err != nil || n == 0 {
					return py.Nil, err
				}
				return line, nil
			},
		},
		Table: func() py.Members {
			return py.Members{
				py.Method("__enter__()", (*base).__enter__),
				py.Method("__exit__(*args)", (*base).__exit__),
				py.Method("_checkClosed(msg=None, /)", (*base)._checkClosed),
				py.Method("_checkReadable(msg=None, /)", (*base)._checkReadable),
				py.Method("_checkSeekable(msg=None, /)", (*base)._checkSeekable),
				py.Method("_checkWritable(msg=None, /)", (*base)._checkWritable),
				py.Method("close()", (*base).close),
				py.GetSet("closed", func(t *py.Thread, v py.Value) (py.Value, error) {
					return py.Bool(py.As[base](v).closed), nil
				}, nil),
				py.Method("fileno()", (*base).fileno),
				py.Method("flush()", (*base).flush),
				py.Method("isatty()", (*base).isatty),
				py.Method("readable()", (*base).readable),
				py.Method("readline(size=-1, /)", (*base).readline),
				py.Method("readlines(hint=-1, /)", (*base).readlines),
				py.Method("seek(offset, whence=0, /)", (*base).seek),
				py.Method("seekable()", (*base).seekable),
				py.Method("tell()", (*base).tell),
				py.Method("truncate(size=None, /)", (*base).truncate),
				py.Method("writable()", (*base).writable),
				py.Method("writelines(lines, /)", (*base).writelines),
			}
		},
	}
}

func rawIOBaseSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "io", Base: iobaseType,
		Doc:   "A binary file without a buffer.",
		Slots: py.Slots{New: newObject[base]},
		Table: func() py.Members {
			return py.Members{
				py.Method("read(size=-1, /)", (*base).read),
				py.Method("readall()", (*base).readall),
			}
		},
	}
}

func bufferedIOBaseSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "io", Base: iobaseType,
		Doc:   "A binary file with a buffer.",
		Slots: py.Slots{New: newObject[base]},
		Table: func() py.Members {
			return py.Members{
				unsupportedMethod("detach()", "detach"),
				unsupportedMethod("read(size=-1, /)", "read"),
				unsupportedMethod("read1(size=-1, /)", "read1"),
				py.Method("readinto(buffer, /, *size)", (*base).readinto),
				py.Method("readinto1(buffer, /)", (*base).readinto1),
				unsupportedMethod("write(b, /)", "write"),
			}
		},
	}
}

func textIOBaseSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "io", Base: iobaseType,
		Doc:   "A text file.",
		Slots: py.Slots{New: newObject[base]},
		Table: func() py.Members {
			return py.Members{
				unsupportedMethod("detach()", "detach"),
				py.GetSet("encoding", getNone, nil),
				py.GetSet("errors", getNone, nil),
				py.GetSet("newlines", getNone, nil),
				unsupportedMethod("read(size=-1, /)", "read"),
				unsupportedMethod("readline(size=-1, /)", "readline"),
				unsupportedMethod("write(s, /)", "write"),
			}
		},
	}
}

// unsupported is io.UnsupportedOperation, which is an OSError and a ValueError.
var unsupported = py.LazyType("UnsupportedOperation", unsupportedSpec)

func unsupportedSpec() py.TypeSpec {
	return py.TypeSpec{Module: "io", Base: py.OSError, Second: py.ValueError}
}

var (
	nameClose    = py.LateName{Text: "close"}
	nameClosed   = py.LateName{Text: "closed"}
	nameFileno   = py.LateName{Text: "fileno"}
	nameFlush    = py.LateName{Text: "flush"}
	nameIsatty   = py.LateName{Text: "isatty"}
	nameMode     = py.LateName{Text: "mode"}
	nameName     = py.LateName{Text: "name"}
	namePeek     = py.LateName{Text: "peek"}
	nameRead     = py.LateName{Text: "read"}
	nameRead1    = py.LateName{Text: "read1"}
	nameReadable = py.LateName{Text: "readable"}
	nameReadall  = py.LateName{Text: "readall"}
	nameReadinto = py.LateName{Text: "readinto"}
	nameReadline = py.LateName{Text: "readline"}
	nameSeek     = py.LateName{Text: "seek"}
	nameSeekable = py.LateName{Text: "seekable"}
	nameTell     = py.LateName{Text: "tell"}
	nameTruncate = py.LateName{Text: "truncate"}
	nameWritable = py.LateName{Text: "writable"}
	nameWrite    = py.LateName{Text: "write"}
)

// newObject is __new__ of types whose __init__ does the work.
func newObject[T any](t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	o := new(T)
	*(*py.Head)(unsafe.Pointer(o)) = cls.Root()
	return py.Object(o), nil
}

// initWith makes an Init slot from a signature and a function; a.Self is the object.
func initWith(sig string, f func(t *py.Thread, a *py.Args) error) func(*py.Thread, py.Value, []py.Value, []*py.Str) error {
	n := py.As[py.Native](py.NewNative(sig, func(t *py.Thread, a *py.Args) (py.Value, error) { return py.None, f(t, a) }))
	return func(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error {
		_, err := n.Invoke(t, self, args, kw)
		return err
	}
}

//go:noinline
func unsupportedMethod(sig, what string) py.Member {
	return py.MethodOf(sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
		return py.Nil, py.Raise(unsupported, what)
	})
}

func getNone(*py.Thread, py.Value) (py.Value, error) { return py.None, nil }

func errClosed() error { return py.Raise(py.ValueError, "I/O operation on closed file.") }

// isClosed asks an object whether it is closed, as programs may override it.
func isClosed(t *py.Thread, v py.Value) (bool, error) {
	if v.Type().Flags&py.Heap == 0 && py.IsInstance(v, iobaseType) && !hasOwnClosed(v.Type()) {
		return py.As[base](v).closed, nil
	}
	c, err := py.GetAttr(t, v, nameClosed.Str())
	if err != nil {
		return false, err
	}
	return py.Truth(t, c)
}

// hasOwnClosed reports whether closed is more than a flag for the type.
func hasOwnClosed(typ *py.Type) bool {
	_, owner := typ.LookupWhere(nameClosed.Str())
	return owner != iobaseType
}

// checkClosed is the error for an operation on a closed stream.
func checkClosed(t *py.Thread, v py.Value) error {
	closed, err := isClosed(t, v)
	if err == nil && closed {
		err = errClosed()
	}
	return err
}

func (b *base) value() py.Value { return py.Object(b) }

func (b *base) __enter__(t *py.Thread, a *py.Args) (py.Value, error) {
	return a.Self, checkClosed(t, a.Self)
}

func (b *base) __exit__(t *py.Thread, a *py.Args) (py.Value, error) {
	_, err := py.CallMethod(t, a.Self, nameClose.Str())
	return py.None, err
}

func (b *base) _checkClosed(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, checkClosed(t, a.Self)
}

func (b *base) _checkReadable(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, checkAble(t, a.Self, nameReadable.Str())
}

func (b *base) _checkSeekable(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, checkAble(t, a.Self, nameSeekable.Str())
}

func (b *base) _checkWritable(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, checkAble(t, a.Self, nameWritable.Str())
}

// checkAble is the error if v.readable(), seekable() or writable() is not true.
func checkAble(t *py.Thread, v py.Value, what *py.Str) error {
	r, err := py.CallMethod(t, v, what)
	if err != nil {
		return err
	}
	if r != py.True {
		return py.Raise(unsupported, "File or stream is not %s.", what)
	}
	return nil
}

func (b *base) close(t *py.Thread, a *py.Args) (py.Value, error) {
	if b.closed {
		return py.None, nil
	}
	_, err := py.CallMethod(t, a.Self, nameFlush.Str())
	b.closed = true
	return py.None, err
}

func (b *base) fileno(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Nil, py.Raise(unsupported, "fileno")
}

func (b *base) flush(t *py.Thread, a *py.Args) (py.Value, error) {
	if b.closed {
		return py.Nil, errClosed()
	}
	return py.None, nil
}

func (b *base) isatty(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.False, checkClosed(t, a.Self)
}

func (b *base) readable(t *py.Thread, a *py.Args) (py.Value, error) { return py.False, nil }
func (b *base) writable(t *py.Thread, a *py.Args) (py.Value, error) { return py.False, nil }
func (b *base) seekable(t *py.Thread, a *py.Args) (py.Value, error) { return py.False, nil }

func (b *base) seek(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Nil, py.Raise(unsupported, "seek")
}

func (b *base) tell(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.CallMethod(t, a.Self, nameSeek.Str(), py.Int(0), py.Int(1))
}

func (b *base) truncate(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Nil, py.Raise(unsupported, "truncate")
}

// readline reads through peek() and read(), whatever they are.
func (b *base) readline(t *py.Thread, a *py.Args) (py.Value, error) {
	limit, err := sizeArg(t, a.ValueOr(0, py.None))
	if err != nil {
		return py.Nil, err
	}
	self := a.Self
	peek, err := py.LookupAttr(t, self, namePeek.Str())
	if err != nil {
		return py.Nil, err
	}
	var line []byte
	for limit < 0 || len(line) < limit {
		n := 1
		if peek.Bound() {
			v, err := py.Call(t, peek, py.Int(1))
			if err != nil {
				return py.Nil, err
			}
			if !py.IsBytes(v) {
				return py.Nil, py.Raise(py.OSError, "peek() should have returned a bytes object, not '%s'", py.TypeName(v))
			}
			if ahead := py.As[py.Bytes](v).B; len(ahead) > 0 {
				n = lineEnd(ahead)
				if limit >= 0 && n > limit-len(line) {
					n = limit - len(line)
				}
			}
		}
		v, err := py.CallMethod(t, self, nameRead.Str(), py.Int(int64(n)))
		if err != nil {
			return py.Nil, err
		}
		if !py.IsBytes(v) {
			return py.Nil, py.Raise(py.OSError, "read() should have returned a bytes object, not '%s'", py.TypeName(v))
		}
		p := py.As[py.Bytes](v).B
		if len(p) == 0 {
			break
		}
		if err := t.Alloc(len(p)); err != nil {
			return py.Nil, err
		}
		line = append(line, p...)
		if line[len(line)-1] == '\n' {
			break
		}
	}
	return py.NewBytes(line), nil
}

// lineEnd returns the length of the first line of p.
func lineEnd(p []byte) int {
	for i, c := range p {
		if c == '\n' {
			return i + 1
		}
	}
	return len(p)
}

func (b *base) readlines(t *py.Thread, a *py.Args) (py.Value, error) {
	hint := -1
	if a.Given(0) {
		var err error
		if hint, err = sizeArg(t, a.Value(0)); err != nil {
			return py.Nil, err
		}
	}
	if err := checkClosed(t, a.Self); err != nil {
		return py.Nil, err
	}
	lines := py.NewList(nil)
	total := 0
	err := py.Iterate(t, a.Self, func(line py.Value) error {
		if err := t.Alloc(16); err != nil {
			return err
		}
		lines.A = append(lines.A, line)
		if hint > 0 {
			n, err := py.Len(t, line)
			if err != nil {
				return err
			}
			if total += n; total > hint {
				return py.StopIterate()
			}
		}
		return nil
	})
	return lines.Value(), err
}

func (b *base) writelines(t *py.Thread, a *py.Args) (py.Value, error) {
	self := a.Self
	if err := checkClosed(t, self); err != nil {
		return py.Nil, err
	}
	return py.None, py.Iterate(t, a.Value(0), func(line py.Value) error {
		_, err := py.CallMethod(t, self, nameWrite.Str(), line)
		return err
	})
}

// read of a raw stream is readinto() a fresh buffer.
func (b *base) read(t *py.Thread, a *py.Args) (py.Value, error) {
	n := -1
	if a.Has(0) {
		var err error
		if n, err = py.AsInt(t, a.Value(0)); err != nil {
			return py.Nil, err
		}
	}
	self := a.Self
	if n < 0 {
		return py.CallMethod(t, self, nameReadall.Str())
	}
	if err := t.Alloc(n); err != nil {
		return py.Nil, err
	}
	buf := py.NewByteArray(make([]byte, n))
	got, err := py.CallMethod(t, self, nameReadinto.Str(), buf)
	if err != nil || got.IsNone() {
		return got, err
	}
	k, err := py.AsInt(t, got)
	if err != nil {
		return py.Nil, err
	}
	data := py.As[py.ByteArray](buf).B
	if k < 0 || k > len(data) {
		return py.Nil, py.Raise(py.ValueError, "readinto returned %d outside buffer size %d", k, len(data))
	}
	return py.NewBytes(data[:k:k]), nil
}

func (b *base) readall(t *py.Thread, a *py.Args) (py.Value, error) {
	var all []byte
	self := a.Self
	for first := true; ; first = false {
		v, err := py.CallMethod(t, self, nameRead.Str(), py.Int(defaultBufferSize))
		if err != nil {
			return py.Nil, err
		}
		if v.IsNone() {
			if first {
				return py.None, nil
			}
			break
		}
		if !py.IsBytes(v) {
			return py.Nil, py.Raise(py.TypeError, "read() should return bytes")
		}
		p := py.As[py.Bytes](v).B
		if len(p) == 0 {
			break
		}
		if err := t.Alloc(len(p)); err != nil {
			return py.Nil, err
		}
		all = append(all, p...)
	}
	return py.NewBytes(all), nil
}

func (b *base) readinto(t *py.Thread, a *py.Args) (py.Value, error) {
	return readInto(t, a, nameRead.Str())
}

func (b *base) readinto1(t *py.Thread, a *py.Args) (py.Value, error) {
	return readInto(t, a, nameRead1.Str())
}

func readInto(t *py.Thread, a *py.Args, read *py.Str) (py.Value, error) {
	dst, release, err := writable(t, a, "readinto() argument must be")
	if err != nil {
		return py.Nil, err
	}
	defer release()
	v, err := py.CallMethod(t, a.Self, read, py.Int(int64(len(dst))))
	if err != nil {
		return py.Nil, err
	}
	if !py.IsBytes(v) {
		return py.Nil, py.Raise(py.TypeError, "read() should return bytes")
	}
	p := py.As[py.Bytes](v).B
	if len(p) > len(dst) {
		return py.Nil, py.Raise(py.ValueError, "read() returned too much data: %d bytes requested, %d returned", len(dst), len(p))
	}
	return py.Int(int64(copy(dst, p))), nil
}

// writable returns the memory of argument 0 for writing to it.
func writable(t *py.Thread, a *py.Args, text string) ([]byte, func(), error) {
	v := a.Value(0)
	if v.Type().Slots.Buffer != nil {
		buf, err := py.GetBuffer(t, v)
		if err != nil {
			return nil, nil, err
		}
		release := buf.Release
		if release == nil {
			release = func() {}
		}
		if !buf.ReadOnly {
			data, err := firstBytes(t, a, buf.Data)
			if err != nil {
				release()
			}
			return data, release, err
		}
		release()
	}
	return nil, nil, py.Raise(py.TypeError, "%s read-write bytes-like object, not %s", text, py.TypeName(v))
}

// sizeArg is the size argument of read and its like: None is -1.
func sizeArg(t *py.Thread, v py.Value) (int, error) {
	if v.IsNone() {
		return -1, nil
	}
	if !v.IsInt() && !py.IsIndexable(v) {
		return 0, py.Raise(py.TypeError, "argument should be integer or None, not '%s'", py.TypeName(v))
	}
	return py.AsInt(t, v)
}

// both is the error of closing a file when first came before it: the second has the
// first as its context.
func both(first, err error) error {
	if first == nil || err == nil {
		return cmp.Or(first, err)
	}
	e, ok := py.FromGo(err).(*py.Exc)
	if f, isExc := py.FromGo(first).(*py.Exc); ok && isExc && e != f {
		e.Context = f
	}
	return e
}
