package io

import (
	"bytes"

	"github.com/woma-lang/woma/py"
)

// defaultBufferSize is io.DEFAULT_BUFFER_SIZE.
const defaultBufferSize = 8192

// buffered is BufferedReader, BufferedWriter and BufferedRandom. Of rbuf and wbuf
// at most one has something in it.
type buffered struct {
	base
	rawV              py.Value // the raw stream; unbound: detached or not initialised
	raw               raw
	canRead, canWrite bool
	detached          bool
	dirty             bool // on the list of files to flush
	size              int
	rbuf              []byte
	rpos              int
	wbuf              []byte
}

var (
	bufferedReaderType, bufferedWriterType, bufferedRandomType    = &py.Type{}, &py.Type{}, &py.Type{}
	bufferedReaderShape, bufferedWriterShape, bufferedRandomShape py.Shape
)

func bufferedReaderSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_io", Base: bufferedIOBaseType,
		Doc: "BufferedReader(raw, buffer_size): reads ahead from a raw file.",
		Slots: py.Slots{
			New: newObject[buffered],
			Init: initWith("BufferedReader(raw, buffer_size=8192)", func(t *py.Thread, a *py.Args) error {
				return bufferedInit(t, a, true, false)
			}),
			Repr: bufferedRepr,
			Next: bufferedNext,
		},
		NextLeaf: leafBufferedNext,
		Table: func() py.Members {
			return append(append(py.Members{}, bufferedMembers()...), bufferedReadMembers()...)
		},
	}
}

func bufferedWriterSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_io", Base: bufferedIOBaseType,
		Doc: "BufferedWriter(raw, buffer_size): gathers what is written to a raw file.",
		Slots: py.Slots{
			New: newObject[buffered],
			Init: initWith("BufferedWriter(raw, buffer_size=8192)", func(t *py.Thread, a *py.Args) error {
				return bufferedInit(t, a, false, true)
			}),
			Repr: bufferedRepr,
		},
		Table: func() py.Members {
			return append(append(py.Members{}, bufferedMembers()...), bufferedWriteMembers()...)
		},
	}
}

func bufferedRandomSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_io", Base: bufferedIOBaseType,
		Doc: "BufferedRandom(raw, buffer_size): reads and writes a raw file through a buffer.",
		Slots: py.Slots{
			New: newObject[buffered],
			Init: initWith("BufferedRandom(raw, buffer_size=8192)", func(t *py.Thread, a *py.Args) error {
				return bufferedInit(t, a, true, true)
			}),
			Repr: bufferedRepr,
			Next: bufferedNext,
		},
		NextLeaf: leafBufferedNext,
		Table: func() py.Members {
			return append(append(append(py.Members{}, bufferedMembers()...), bufferedReadMembers()...), bufferedWriteMembers()...)
		},
	}
}

func bufferedMembers() py.Members {
	return py.Members{
		py.Method("close()", (*buffered).close),
		py.GetSet("closed", func(t *py.Thread, v py.Value) (py.Value, error) {
			b := py.As[buffered](v)
			if err := b.initialized(); err != nil {
				return py.Nil, err
			}
			closed, err := b.isClosed(t)
			return py.Bool(closed), err
		}, nil),
		py.Method("detach()", (*buffered).detach),
		py.Method("fileno()", forward[buffered](nameFileno.Str())),
		py.Method("flush()", (*buffered).flush),
		py.Method("isatty()", forward[buffered](nameIsatty.Str())),
		rawAttr("mode", nameMode.Str()),
		rawAttr("name", nameName.Str()),
		py.GetSet("raw", func(t *py.Thread, v py.Value) (py.Value, error) {
			b := py.As[buffered](v)
			if !b.rawV.Bound() {
				return py.None, nil
			}
			return b.rawV, nil
		}, nil),
		py.Method("seek(target, whence=0, /)", (*buffered).seek),
		py.Method("seekable()", forward[buffered](nameSeekable.Str())),
		py.Method("tell()", (*buffered).tell),
		py.Method("truncate(pos=None, /)", (*buffered).truncate),
	}
}

func bufferedReadMembers() py.Members {
	return py.Members{
		py.Method("peek(size=0, /)", (*buffered).peek),
		py.Method("read(size=-1, /)", (*buffered).read).Maker(leafBufferedRead),
		py.Method("read1(size=-1, /)", (*buffered).read1),
		py.Method("readable()", forward[buffered](nameReadable.Str())),
		py.Method("readinto(buffer, /, *size)", (*buffered).readinto).Leaf(leafBufferedReadinto),
		py.Method("readinto1(buffer, /)", (*buffered).readinto1),
		py.Method("readline(size=-1, /)", (*buffered).readline).Maker(leafBufferedReadline),
	}
}

func bufferedWriteMembers() py.Members {
	return py.Members{
		py.Method("writable()", forward[buffered](nameWritable.Str())),
		py.Method("write(buffer, /, *part)", (*buffered).write).Leaf(leafBufferedWrite),
	}
}

// forward is a method that is the raw stream's.
func forward[T any](name *py.Str) func(*T, *py.Thread, *py.Args) (py.Value, error) {
	return func(_ *T, t *py.Thread, a *py.Args) (py.Value, error) {
		b := py.As[buffered](a.Self)
		if err := b.initialized(); err != nil {
			return py.Nil, err
		}
		return py.CallMethod(t, b.rawV, name)
	}
}

// rawAttr is an attribute that is the raw stream's.
//
//go:noinline
func rawAttr(name string, attr *py.Str) py.Member {
	return py.GetSet(name, func(t *py.Thread, v py.Value) (py.Value, error) {
		b := py.As[buffered](v)
		if err := b.initialized(); err != nil {
			return py.Nil, err
		}
		return py.GetAttr(t, b.rawV, attr)
	}, nil)
}

func bufferedInit(t *py.Thread, a *py.Args, read, write bool) error {
	b := py.As[buffered](a.Self)
	size := a.IntOr(t, 1, defaultBufferSize)
	if err := a.Err(); err != nil {
		return err
	}
	rawV := a.Value(0)
	b.rawV = py.Nil
	switch {
	case read && write:
		if err := checkAble(t, rawV, nameSeekable.Str()); err != nil {
			return err
		}
		fallthrough
	case read:
		if err := checkAble(t, rawV, nameReadable.Str()); err != nil {
			return err
		}
		if !write {
			break
		}
		fallthrough
	default:
		if err := checkWritable(t, rawV); err != nil {
			return err
		}
	}
	if size <= 0 {
		return py.Raise(py.ValueError, "buffer size must be strictly positive")
	}
	if err := t.Alloc(size); err != nil {
		return err
	}
	b.init(t, rawV, size, read, write)
	return nil
}

// checkWritable is checkAble for writable(), but lets pass a stream as MicroPython
// programs write them: a class that derives from IOBase itself and has write() but
// says nothing about writable().
func checkWritable(t *py.Thread, v py.Value) error {
	err := checkAble(t, v, nameWritable.Str())
	if err != nil && py.ErrIs(err, unsupported) && py.IsInstance(v, iobaseType) {
		if _, owner := v.Type().LookupWhere(nameWritable.Str()); owner == iobaseType {
			if w, owner := v.Type().LookupWhere(nameWrite.Str()); w.Bound() && owner.Flags&py.Heap != 0 {
				return nil
			}
		}
	}
	return err
}

func (b *buffered) init(t *py.Thread, rawV py.Value, size int, read, write bool) {
	b.rawV, b.raw, b.size = rawV, rawOf(t, rawV), size
	b.canRead, b.canWrite, b.detached = read, write, false
	b.rbuf, b.rpos, b.wbuf = nil, 0, nil
}

// newBuffered makes a buffered stream over a raw one.
func newBuffered(t *py.Thread, rawV py.Value, size int, read, write bool) *buffered {
	b := &buffered{}
	switch {
	case read && write:
		b.Head = bufferedRandomType.Root()
	case read:
		b.Head = bufferedReaderType.Root()
	default:
		b.Head = bufferedWriterType.Root()
	}
	b.init(t, rawV, size, read, write)
	return b
}

func (b *buffered) initialized() error {
	if b.rawV.Bound() {
		return nil
	}
	if b.detached {
		return py.Raise(py.ValueError, "raw stream has been detached")
	}
	return py.Raise(py.ValueError, "I/O operation on uninitialized object")
}

// isClosed asks the raw stream.
func (b *buffered) isClosed(t *py.Thread) (bool, error) {
	if f, ok := b.raw.(*fileIO); ok {
		return f.f == nil, nil
	}
	return isClosed(t, b.rawV)
}

// check is the error of an operation on a stream that is closed.
func (b *buffered) check(t *py.Thread, text string) error {
	if err := b.initialized(); err != nil {
		return err
	}
	closed, err := b.isClosed(t)
	if err == nil && closed {
		err = py.Raise(py.ValueError, text)
	}
	return err
}

func bufferedRepr(t *py.Thread, v py.Value) (py.Value, error) {
	name, err := py.LookupAttr(t, v, nameName.Str())
	class := "<_io." + v.Type().Name
	if err != nil && !py.ErrIs(err, py.ValueError) {
		return py.Nil, err
	}
	if err != nil || !name.Bound() {
		return py.NewStr(class + ">"), nil
	}
	if !py.EnterRepr(t, v) {
		return py.Nil, py.Raise(py.RuntimeError, "reentrant call inside %s.__repr__", v.Type().Name)
	}
	defer py.LeaveRepr(t)
	r, err := py.Repr(t, name)
	if err != nil {
		return py.Nil, err
	}
	return py.NewStr(class + " name=" + r.String() + ">"), nil
}

func bufferedNext(t *py.Thread, v py.Value) (py.Value, error) {
	if v.Type().Flags&py.Heap != 0 {
		return iobaseType.Slots.Next(t, v)
	}
	b := py.As[buffered](v)
	if err := b.check(t, "readline of closed file"); err != nil {
		return py.Nil, err
	}
	line, err := b.line(t, -1)
	if err != nil || len(line) == 0 {
		return py.Nil, err
	}
	return py.NewBytes(line), nil
}

// unread returns what was read ahead.
func (b *buffered) unread() []byte { return b.rbuf[b.rpos:] }

// forget drops what was read ahead, after moving the raw stream back to where the
// reader is.
func (b *buffered) forget() error {
	if n := len(b.unread()); n > 0 {
		if _, err := b.raw.seekRaw(int64(-n), 1); err != nil {
			return err
		}
	}
	b.rbuf, b.rpos = b.rbuf[:0], 0
	return nil
}

// fill reads once into the empty read buffer. none: nothing there yet.
func (b *buffered) fill(t *py.Thread) (none bool, err error) {
	if cap(b.rbuf) < b.size {
		b.rbuf = make([]byte, 0, b.size)
	}
	b.rpos = 0
	b.rbuf = b.rbuf[:0]
	n, none, err := b.raw.readRaw(t, b.rbuf[:b.size])
	b.rbuf = b.rbuf[:n]
	return none, err
}

// pushOut writes out the write buffer.
func (b *buffered) pushOut(t *py.Thread) error {
	for len(b.wbuf) > 0 {
		if err := t.Step(1); err != nil {
			return err
		}
		n, none, err := b.raw.writeRaw(t, b.wbuf)
		if err != nil {
			return err
		}
		if none {
			return py.RaiseValue(py.BlockingIOError, py.Int(11), py.NewStr("write could not complete without blocking"), py.Int(0))
		}
		b.wbuf = b.wbuf[:copy(b.wbuf, b.wbuf[n:])]
	}
	return nil
}

// beforeRead makes the raw stream's position the reader's.
func (b *buffered) beforeRead(t *py.Thread) error {
	if len(b.wbuf) > 0 {
		return b.pushOut(t)
	}
	return nil
}

// put writes p.
func (b *buffered) put(t *py.Thread, p []byte) error {
	if len(b.rbuf) > 0 {
		if err := b.forget(); err != nil {
			return err
		}
	}
	if len(b.wbuf)+len(p) > b.size {
		if err := b.pushOut(t); err != nil {
			return err
		}
		for len(p) > b.size {
			if err := t.Step(1); err != nil {
				return err
			}
			n, none, err := b.raw.writeRaw(t, p)
			if err != nil {
				return err
			}
			if none {
				return py.RaiseValue(py.BlockingIOError, py.Int(11), py.NewStr("write could not complete without blocking"), py.Int(0))
			}
			p = p[n:]
		}
	}
	if len(p) > 0 {
		b.wbuf = append(b.wbuf, p...)
		if !b.dirty {
			markDirty(t, b)
		}
	}
	return nil
}

// get reads up to n bytes; it stops early only at the end of the stream.
func (b *buffered) get(t *py.Thread, n int) (data []byte, none bool, err error) {
	if ahead := b.unread(); len(ahead) >= n {
		data = append([]byte(nil), ahead[:n]...)
		b.rpos += n
		return data, false, nil
	}
	if err := b.beforeRead(t); err != nil {
		return nil, false, err
	}
	if err := t.Alloc(n); err != nil {
		return nil, false, err
	}
	data = append(py.UnclearedBytes(n)[:0], b.unread()...)
	b.rbuf, b.rpos = b.rbuf[:0], 0
	for len(data) < n {
		if err := t.Step(1); err != nil {
			return nil, false, err
		}
		if n-len(data) >= b.size {
			k, none, err := b.raw.readRaw(t, data[len(data):n])
			if err != nil {
				return nil, false, err
			}
			if none && len(data) == 0 {
				return nil, true, nil
			}
			if k == 0 {
				break
			}
			data = data[:len(data)+k]
			continue
		}
		none, err := b.fill(t)
		if err != nil {
			return nil, false, err
		}
		if none && len(data) == 0 {
			return nil, true, nil
		}
		if len(b.rbuf) == 0 {
			break
		}
		k := min(n-len(data), len(b.rbuf))
		data = append(data, b.rbuf[:k]...)
		b.rpos = k
	}
	return data, false, nil
}

// all reads to the end.
func (b *buffered) all(t *py.Thread) (data []byte, none bool, err error) {
	if err := b.beforeRead(t); err != nil {
		return nil, false, err
	}
	head := append([]byte(nil), b.unread()...)
	b.rbuf, b.rpos = b.rbuf[:0], 0
	return b.raw.readAllRaw(t, head)
}

// line reads a line of at most limit bytes (negative: any length).
func (b *buffered) line(t *py.Thread, limit int) ([]byte, error) {
	if err := b.beforeRead(t); err != nil {
		return nil, err
	}
	var line []byte
	for {
		ahead := b.unread()
		n, end := len(ahead), false
		if i := bytes.IndexByte(ahead, '\n'); i >= 0 {
			n, end = i+1, true
		}
		if limit >= 0 && n >= limit-len(line) {
			n, end = limit-len(line), true
		}
		if n > 0 {
			if err := t.Alloc(n); err != nil {
				return nil, err
			}
			line = append(line, ahead[:n]...)
			b.rpos += n
		}
		if end {
			return line, nil
		}
		if err := t.Step(1); err != nil {
			return nil, err
		}
		if _, err := b.fill(t); err != nil {
			return nil, err
		}
		if len(b.rbuf) == 0 {
			return line, nil
		}
	}
}

// some reads at least one byte, at most n, with at most one read of the raw stream.
func (b *buffered) some(t *py.Thread, n int) ([]byte, error) {
	if n < 0 {
		n = b.size
	}
	if n == 0 {
		return nil, nil
	}
	if err := b.beforeRead(t); err != nil {
		return nil, err
	}
	if ahead := b.unread(); len(ahead) > 0 {
		n = min(n, len(ahead))
		data := append([]byte(nil), ahead[:n]...)
		b.rpos += n
		return data, nil
	}
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	b.rbuf, b.rpos = b.rbuf[:0], 0
	data := make([]byte, n)
	k, _, err := b.raw.readRaw(t, data)
	return data[:k:k], err
}

func (b *buffered) flushAll(t *py.Thread) error {
	if err := b.pushOut(t); err != nil {
		return err
	}
	if b.canWrite && len(b.rbuf) > 0 {
		return b.forget()
	}
	return nil
}

func (b *buffered) flush(t *py.Thread, a *py.Args) (py.Value, error) {
	if !b.canWrite {
		if err := b.initialized(); err != nil {
			return py.Nil, err
		}
		closed, err := b.isClosed(t)
		if err != nil {
			return py.Nil, err
		}
		if closed {
			return py.Nil, errClosed()
		}
		return py.None, nil
	}
	if err := b.check(t, "flush of closed file"); err != nil {
		return py.Nil, err
	}
	if err := b.flushAll(t); err != nil {
		return py.Nil, err
	}
	if _, ok := b.raw.(*rawObject); ok {
		return py.CallMethod(t, b.rawV, nameFlush.Str())
	}
	return py.None, nil
}

func (b *buffered) close(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.initialized(); err != nil {
		return py.Nil, err
	}
	closed, err := b.isClosed(t)
	if err != nil {
		return py.Nil, err
	}
	if closed {
		return py.None, nil
	}
	_, first := py.CallMethod(t, a.Self, nameFlush.Str())
	b.wbuf = nil
	v, err := py.CallMethod(t, b.rawV, nameClose.Str())
	return v, both(first, err)
}

func (b *buffered) detach(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.initialized(); err != nil {
		return py.Nil, err
	}
	if _, err := py.CallMethod(t, a.Self, nameFlush.Str()); err != nil {
		return py.Nil, err
	}
	v := b.rawV
	b.rawV, b.raw, b.detached = py.Nil, nil, true
	return v, nil
}

func (b *buffered) read(t *py.Thread, a *py.Args) (py.Value, error) {
	n, err := sizeArg(t, a.ValueOr(0, py.None))
	if err != nil {
		return py.Nil, err
	}
	if n < -1 {
		return py.Nil, py.Raise(py.ValueError, "read length must be non-negative or -1")
	}
	if err := b.check(t, "read of closed file"); err != nil {
		return py.Nil, err
	}
	var data []byte
	var none bool
	if n < 0 {
		data, none, err = b.all(t)
	} else {
		data, none, err = b.get(t, n)
	}
	if err != nil || none {
		return py.None, err
	}
	return py.NewBytes(data), nil
}

func (b *buffered) read1(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.IntOr(t, 0, -1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := b.check(t, "read of closed file"); err != nil {
		return py.Nil, err
	}
	data, err := b.some(t, n)
	return py.NewBytes(data), err
}

func (b *buffered) peek(t *py.Thread, a *py.Args) (py.Value, error) {
	a.IntOr(t, 0, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := b.check(t, "peek of closed file"); err != nil {
		return py.Nil, err
	}
	if err := b.beforeRead(t); err != nil {
		return py.Nil, err
	}
	if len(b.unread()) == 0 {
		if _, err := b.fill(t); err != nil {
			return py.Nil, err
		}
	}
	return py.NewBytes(append([]byte(nil), b.unread()...)), nil
}

func (b *buffered) readinto(t *py.Thread, a *py.Args) (py.Value, error) {
	return b.into(t, a, false)
}

func (b *buffered) readinto1(t *py.Thread, a *py.Args) (py.Value, error) {
	return b.into(t, a, true)
}

func (b *buffered) into(t *py.Thread, a *py.Args, once bool) (py.Value, error) {
	dst, release, err := writable(t, a, "readinto() argument must be")
	if err != nil {
		return py.Nil, err
	}
	defer release()
	if err := b.check(t, "readinto of closed file"); err != nil {
		return py.Nil, err
	}
	if err := b.beforeRead(t); err != nil {
		return py.Nil, err
	}
	n := copy(dst, b.unread())
	b.rpos += n
	for n < len(dst) && !(once && n > 0) {
		if err := t.Step(1); err != nil {
			return py.Nil, err
		}
		var k int
		var none bool
		if len(dst)-n >= b.size {
			k, none, err = b.raw.readRaw(t, dst[n:])
		} else {
			none, err = b.fill(t)
			k = copy(dst[n:], b.rbuf)
			b.rpos = k
		}
		if err != nil {
			return py.Nil, err
		}
		if none && n == 0 {
			return py.None, nil
		}
		if k == 0 {
			break
		}
		n += k
	}
	return py.Int(int64(n)), nil
}

func (b *buffered) readline(t *py.Thread, a *py.Args) (py.Value, error) {
	limit, err := sizeArg(t, a.ValueOr(0, py.None))
	if err != nil {
		return py.Nil, py.Raise(py.TypeError, "'%s' object cannot be interpreted as an integer", py.TypeName(a.Value(0)))
	}
	if err := b.check(t, "readline of closed file"); err != nil {
		return py.Nil, err
	}
	line, err := b.line(t, limit)
	return py.NewBytes(line), err
}

func (b *buffered) write(t *py.Thread, a *py.Args) (py.Value, error) {
	data := part(t, a)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := b.check(t, "write to closed file"); err != nil {
		return py.Nil, err
	}
	n := len(data)
	return py.Int(int64(n)), b.put(t, data)
}

// position is where the reader or writer is.
func (b *buffered) position(t *py.Thread) (int64, error) {
	n, err := b.raw.seekRaw(0, 1)
	return n - int64(len(b.unread())) + int64(len(b.wbuf)), err
}

func (b *buffered) tell(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.initialized(); err != nil {
		return py.Nil, err
	}
	n, err := b.position(t)
	return py.Int(n), err
}

func (b *buffered) seek(t *py.Thread, a *py.Args) (py.Value, error) {
	whence := a.IntOr(t, 1, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if whence < 0 || whence > 2 {
		return py.Nil, py.Raise(py.ValueError, "whence value %d unsupported", whence)
	}
	if err := b.check(t, "seek of closed file"); err != nil {
		return py.Nil, err
	}
	if f, ok := b.raw.(*fileIO); !ok || !f.canSeek() {
		if err := checkAble(t, b.rawV, nameSeekable.Str()); err != nil {
			return py.Nil, err
		}
	}
	off, err := py.AsInt64(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	n, err := b.seekTo(t, off, whence)
	return py.Int(n), err
}

func (b *buffered) seekTo(t *py.Thread, off int64, whence int) (int64, error) {
	if err := b.pushOut(t); err != nil {
		return 0, err
	}
	if whence != 2 && len(b.rbuf) > 0 {
		// Stay inside what was read ahead if possible.
		var pos int64
		var err error
		if f, ok := b.raw.(*fileIO); ok {
			pos, err = f.where()
		} else {
			pos, err = b.raw.seekRaw(0, 1)
		}
		if err != nil {
			return 0, err
		}
		target := off
		if whence == 1 {
			target = pos - int64(len(b.unread())) + off
		}
		if start := pos - int64(len(b.rbuf)); target >= start && target <= pos {
			b.rpos = int(target - start)
			return target, nil
		}
		if whence == 1 {
			off -= int64(len(b.unread()))
		}
	}
	n, err := b.raw.seekRaw(off, whence)
	if err == nil {
		b.rbuf, b.rpos = b.rbuf[:0], 0
	}
	return n, err
}

func (b *buffered) truncate(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := b.check(t, "truncate of closed file"); err != nil {
		return py.Nil, err
	}
	if !b.canWrite {
		return py.Nil, py.Raise(unsupported, "truncate")
	}
	pos := a.ValueOr(0, py.None)
	if err := b.flushAll(t); err != nil {
		return py.Nil, err
	}
	return py.CallMethod(t, b.rawV, nameTruncate.Str(), pos)
}
