package io

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"
	"syscall"

	"github.com/woma-lang/woma/py"
)

// fileIO is io.FileIO: a file of the interpreter's file system, or one of the
// host's standard streams.
type fileIO struct {
	base
	f                  py.File
	name               py.Value
	fd                 int // what fileno() says; -1: ask f
	canRead, canWrite  bool
	appending, created bool
	closefd            bool
	seekability        int8  // 0: not asked yet, 1: yes, -1: no
	at                 int64 // the position, if atKnown
	atKnown            bool
}

var (
	fileIOType  = &py.Type{}
	fileIOShape py.Shape
)

func fileIOSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_io", Base: rawIOBaseType,
		Doc: "FileIO(file, mode='r', closefd=True, opener=None): a file of the file system without a buffer.",
		Slots: py.Slots{
			New:  newObject[fileIO],
			Init: initWith("FileIO(file, mode='r', closefd=True, opener=None)", fileIOInit),
			Repr: fileIORepr,
		},
		Table: func() py.Members {
			return py.Members{
				py.GetSet("_blksize", func(*py.Thread, py.Value) (py.Value, error) { return py.Int(defaultBufferSize), nil }, nil),
				py.Method("close()", (*fileIO).close),
				py.GetSet("closed", func(t *py.Thread, v py.Value) (py.Value, error) {
					return py.Bool(py.As[fileIO](v).f == nil), nil
				}, nil),
				py.GetSet("closefd", func(t *py.Thread, v py.Value) (py.Value, error) {
					return py.Bool(py.As[fileIO](v).closefd), nil
				}, nil),
				py.Method("fileno()", (*fileIO).fileno),
				py.Method("isatty()", (*fileIO).isatty),
				py.GetSet("mode", func(t *py.Thread, v py.Value) (py.Value, error) {
					return py.NewStr(py.As[fileIO](v).modeText()), nil
				}, nil),
				py.Method("read(size=-1, /)", (*fileIO).read),
				py.Method("readable()", (*fileIO).readable),
				py.Method("readall()", (*fileIO).readall),
				py.Method("readinto(buffer, /, *size)", (*fileIO).readinto),
				py.Method("seek(pos, whence=0, /)", (*fileIO).seek),
				py.Method("seekable()", (*fileIO).seekable),
				py.Method("tell()", (*fileIO).tell),
				py.Method("truncate(size=None, /)", (*fileIO).truncate),
				py.Method("writable()", (*fileIO).writable),
				py.Method("write(b, /, *part)", (*fileIO).write),
			}
		},
	}
}

const badMode = "Must have exactly one of create/read/write/append mode and at most one plus"

func fileIOInit(t *py.Thread, a *py.Args) error {
	f := py.As[fileIO](a.Self)
	mode := a.StringOr(1, "r")
	closefd := a.BoolOr(t, 2, true)
	if err := a.Err(); err != nil {
		return err
	}
	if f.f != nil {
		if _, err := f.closeFile(t); err != nil {
			return err
		}
	}
	flag, kinds, plus := 0, 0, false
	for _, c := range mode {
		switch c {
		case 'x':
			kinds++
			f.created, f.canWrite = true, true
			flag |= os.O_EXCL | os.O_CREATE
		case 'r':
			kinds++
			f.canRead = true
		case 'w':
			kinds++
			f.canWrite = true
			flag |= os.O_CREATE | os.O_TRUNC
		case 'a':
			kinds++
			f.canWrite, f.appending = true, true
			flag |= os.O_APPEND | os.O_CREATE
		case 'b':
		case '+':
			if plus {
				kinds = 9
			}
			plus = true
		default:
			return py.Raise(py.ValueError, "invalid mode: %s", py.ToWTF8(mode))
		}
	}
	if kinds != 1 {
		return py.Raise(py.ValueError, badMode)
	}
	if plus {
		f.canRead, f.canWrite = true, true
	}
	switch {
	case f.canRead && f.canWrite:
		flag |= os.O_RDWR
	case f.canWrite:
		flag |= os.O_WRONLY
	}
	f.closefd, f.fd, f.seekability, f.atKnown = closefd, -1, 0, false
	name := a.Value(0)
	if n, ok := py.IsIntLike(name); ok {
		fd, err := py.AsInt(t, n)
		if err != nil {
			return err
		}
		if fd < 0 {
			return py.Raise(py.ValueError, "negative file descriptor")
		}
		if f.f, err = openFd(t, fd); err != nil {
			return py.PathError(t, err)
		}
		f.fd = fd
	} else {
		path, err := py.FSPath(t, name)
		if err != nil {
			return err
		}
		if name, err = py.FSPathValue(t, name); err != nil {
			return err
		}
		if !closefd {
			return py.Raise(py.ValueError, "Cannot use closefd=False with file name")
		}
		if a.Given(3) {
			v, err := py.Call(t, a.Value(3), name, py.Int(int64(flag|syscall.O_CLOEXEC)))
			if err != nil {
				return err
			}
			n, ok := py.IsIntLike(v)
			if !ok {
				return py.Raise(py.TypeError, "expected integer from opener")
			}
			fd, err := py.AsInt(t, n)
			if err != nil {
				return err
			}
			if fd < 0 {
				return py.Raise(py.ValueError, "opener returned %d", fd)
			}
			if f.f, err = openFd(t, fd); err != nil {
				return py.PathError(t, err, name)
			}
			f.fd = fd
		} else if f.f, err = openFile(t, path, flag); err != nil {
			return py.PathError(t, err, name)
		}
	}
	st, err := f.f.Stat()
	if err == nil && st.IsDir() {
		if f.closefd {
			f.f.Close()
		}
		f.f = nil
		return py.PathError(t, syscall.EISDIR, name)
	}
	f.name = name
	f.closed = false
	d := py.OwnDict(f.value(), true)
	d.SetStr(nameName.Str(), name)
	if f.appending {
		f.f.Seek(0, io.SeekEnd)
	}
	return nil
}

// openFile opens a file of the interpreter's file system.
func openFile(t *py.Thread, path string, flag int) (py.File, error) {
	if t.Interp.FS == nil {
		return nil, syscall.EACCES
	}
	py.FlushFiles(t)
	return t.Interp.FS.OpenFile(string(py.FSEncode(path)), flag, 0o666)
}

// openFd makes a file of a descriptor: the host's standard streams, or whatever
// the file system knows under the number.
func openFd(t *py.Thread, fd int) (py.File, error) {
	switch {
	case fd == 0 && t.Interp.Stdin != nil:
		return &hostStream{fd: fd, r: t.Interp.Stdin}, nil
	case fd == 1 && t.Interp.Stdout != nil:
		return &hostStream{fd: fd, w: t.Interp.Stdout}, nil
	case fd == 2 && t.Interp.Stderr != nil:
		return &hostStream{fd: fd, w: t.Interp.Stderr}, nil
	}
	if fs, ok := t.Interp.FS.(interface {
		OpenFd(fd uintptr) (py.File, error)
	}); ok {
		return fs.OpenFd(uintptr(fd))
	}
	return nil, syscall.EBADF
}

// hostStream is one of the interpreter's standard streams as a file.
type hostStream struct {
	fd int
	r  io.Reader
	w  io.Writer
}

func (h *hostStream) Read(p []byte) (int, error) {
	if h.r == nil {
		return 0, syscall.EBADF
	}
	return h.r.Read(p)
}

func (h *hostStream) Write(p []byte) (int, error) {
	if h.w == nil {
		return 0, syscall.EBADF
	}
	return h.w.Write(p)
}

// file returns the operating system's file behind the stream, if there is one.
func (h *hostStream) file() *os.File {
	var x any = h.r
	if h.r == nil {
		x = h.w
	}
	if u, ok := x.(interface{ File() *os.File }); ok {
		return u.File()
	}
	f, _ := x.(*os.File)
	return f
}

func (h *hostStream) Seek(off int64, whence int) (int64, error) {
	if f, ok := any(h.r).(*os.File); ok {
		return f.Seek(off, whence)
	}
	if f := h.file(); f != nil && h.r == nil {
		return f.Seek(off, whence)
	}
	return 0, syscall.ESPIPE
}

func (h *hostStream) Stat() (fs.FileInfo, error) {
	if f := h.file(); f != nil {
		return f.Stat()
	}
	return nil, syscall.EBADF
}

func (h *hostStream) Close() error              { return nil }
func (h *hostStream) Truncate(size int64) error { return syscall.EINVAL }
func (h *hostStream) Sync() error               { return nil }
func (h *hostStream) Fd() uintptr               { return uintptr(h.fd) }

func (f *fileIO) modeText() string {
	switch {
	case f.created && f.canRead:
		return "xb+"
	case f.created:
		return "xb"
	case f.appending && f.canRead:
		return "ab+"
	case f.appending:
		return "ab"
	case f.canRead && f.canWrite:
		return "rb+"
	case f.canRead:
		return "rb"
	}
	return "wb"
}

func fileIORepr(t *py.Thread, v py.Value) (py.Value, error) {
	f := py.As[fileIO](v)
	class := v.Type().Name
	if f.f == nil {
		return py.NewStr("<_io." + class + " [closed]>"), nil
	}
	closefd := "False"
	if f.closefd {
		closefd = "True"
	}
	tail := "mode='" + f.modeText() + "' closefd=" + closefd + ">"
	name, err := py.LookupAttr(t, v, nameName.Str())
	if err != nil {
		return py.Nil, err
	}
	if !name.Bound() {
		return py.NewStr("<_io." + class + " fd=" + strconv.Itoa(int(f.f.Fd())) + " " + tail), nil
	}
	if !py.EnterRepr(t, v) {
		return py.Nil, py.Raise(py.RuntimeError, "reentrant call inside %s.__repr__", class)
	}
	defer py.LeaveRepr(t)
	r, err := py.Repr(t, name)
	if err != nil {
		return py.Nil, err
	}
	return py.NewStr("<_io." + class + " name=" + r.String() + " " + tail), nil
}

func (f *fileIO) check() error {
	if f.f == nil {
		return py.Raise(py.ValueError, "I/O operation on closed file")
	}
	return nil
}

func (f *fileIO) checkRead() error {
	if err := f.check(); err != nil {
		return err
	}
	if !f.canRead {
		return py.Raise(unsupported, "File not open for reading")
	}
	return nil
}

func (f *fileIO) checkWrite() error {
	if err := f.check(); err != nil {
		return err
	}
	if !f.canWrite {
		return py.Raise(unsupported, "File not open for writing")
	}
	return nil
}

// readRaw is one read; none says that nothing is there yet (non-blocking file).
func (f *fileIO) readRaw(t *py.Thread, p []byte) (n int, none bool, err error) {
	if err := f.checkRead(); err != nil {
		return 0, false, err
	}
	if len(p) == 0 {
		return 0, false, nil
	}
	if f.fd == 0 {
		flushStdout(t)
	}
	n, err = f.f.Read(p)
	f.at += int64(n)
	if n > 0 || err == nil || err == io.EOF {
		return n, false, nil
	}
	return f.failed(err)
}

// failed turns the error of a read or write into Python's.
func (f *fileIO) failed(err error) (int, bool, error) {
	if errors.Is(err, syscall.EAGAIN) {
		return 0, true, nil
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return 0, false, py.FromGo(err)
}

// writeRaw is one write.
func (f *fileIO) writeRaw(t *py.Thread, p []byte) (n int, none bool, err error) {
	if err := f.checkWrite(); err != nil {
		return 0, false, err
	}
	f.atKnown = false
	n, err = f.f.Write(p)
	if n > 0 || err == nil {
		return n, false, nil
	}
	return f.failed(err)
}

func (f *fileIO) seekRaw(off int64, whence int) (int64, error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	if f.f.Fd() <= 2 || whence <= 2 {
		n, err := f.f.Seek(off, whence)
		if err != nil {
			var pe *fs.PathError
			if errors.As(err, &pe) {
				err = pe.Err
			}
			return 0, py.FromGo(err)
		}
		f.at, f.atKnown = n, true
		return n, nil
	}
	return 0, py.FromGo(syscall.EINVAL)
}

// where is the position of the file; as CPython's buffers, it does not ask the system
// again while nothing but reading has moved it.
func (f *fileIO) where() (int64, error) {
	if f.atKnown && f.f != nil {
		return f.at, nil
	}
	return f.seekRaw(0, io.SeekCurrent)
}

func (f *fileIO) canSeek() bool {
	if f.seekability == 0 {
		f.seekability = 1
		if _, err := f.f.Seek(0, io.SeekCurrent); err != nil {
			f.seekability = -1
		}
	}
	return f.seekability > 0
}

// readAllRaw reads to the end.
func (f *fileIO) readAllRaw(t *py.Thread, head []byte) (data []byte, none bool, err error) {
	size := 0
	if st, err := f.f.Stat(); err == nil && st.Mode().IsRegular() {
		if pos, err := f.f.Seek(0, io.SeekCurrent); err == nil && st.Size() > pos {
			size = int(min(st.Size()-pos, 1<<40))
		}
	}
	if err := t.Alloc(size + len(head)); err != nil {
		return nil, false, err
	}
	data = append(py.UnclearedBytes(len(head) + size + 1)[:0], head...)
	for {
		if len(data) == cap(data) {
			grow := max(cap(data), defaultBufferSize)
			if err := t.Alloc(grow); err != nil {
				return nil, false, err
			}
			data = append(py.UnclearedBytes(cap(data) + grow)[:0], data...)
		}
		if err := t.Step(1); err != nil {
			return nil, false, err
		}
		n, none, err := f.readRaw(t, data[len(data):cap(data)])
		if err != nil {
			return nil, false, err
		}
		if none {
			return data, len(data) == 0, nil
		}
		if n == 0 {
			return data, false, nil
		}
		data = data[:len(data)+n]
	}
}

func (f *fileIO) closeFile(t *py.Thread) (py.Value, error) {
	f.closed = true
	if f.f == nil {
		return py.None, nil
	}
	file := f.f
	f.f = nil
	if !f.closefd {
		return py.None, nil
	}
	if err := file.Close(); err != nil && !errors.Is(err, fs.ErrClosed) {
		return py.Nil, py.FromGo(err)
	}
	return py.None, nil
}

func (f *fileIO) close(t *py.Thread, a *py.Args) (py.Value, error) {
	var first error
	if f.f != nil {
		_, first = py.CallMethod(t, a.Self, nameFlush.Str())
	}
	v, err := f.closeFile(t)
	return v, both(first, err)
}

// Type returns the object's class.
func (b *base) Type() *py.Type { return b.value().Type() }

func (f *fileIO) fileno(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.check(); err != nil {
		return py.Nil, err
	}
	if f.fd >= 0 {
		return py.Int(int64(f.fd)), nil
	}
	return py.Int(int64(f.f.Fd())), nil
}

func (f *fileIO) isatty(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.check(); err != nil {
		return py.Nil, err
	}
	return py.Bool(isTerminal(f.f)), nil
}

// isTerminal reports whether a file is a character device other than /dev/null.
func isTerminal(f py.File) bool {
	if h, ok := f.(interface{ IsTerminal() bool }); ok {
		return h.IsTerminal()
	}
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0 && st.Name() != "null"
}

// IsTerminal reports whether the host's stream is a terminal.
func (h *hostStream) IsTerminal() bool {
	f := h.file()
	if f == nil {
		return false
	}
	st, err := f.Stat()
	if err != nil || st.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	if null, err := os.Stat(os.DevNull); err == nil && os.SameFile(st, null) {
		return false
	}
	return true
}

func (f *fileIO) readable(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Bool(f.canRead), f.check()
}

func (f *fileIO) writable(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Bool(f.canWrite), f.check()
}

func (f *fileIO) seekable(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.check(); err != nil {
		return py.Nil, err
	}
	return py.Bool(f.canSeek()), nil
}

func (f *fileIO) read(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.checkRead(); err != nil {
		return py.Nil, err
	}
	n, err := sizeArg(t, a.ValueOr(0, py.None))
	if err != nil {
		return py.Nil, err
	}
	if n < 0 {
		return f.readall(t, a)
	}
	if err := t.Alloc(n); err != nil {
		return py.Nil, err
	}
	p := make([]byte, n)
	k, none, err := f.readRaw(t, p)
	if err != nil || none {
		return py.None, err
	}
	return py.NewBytes(p[:k:k]), nil
}

func (f *fileIO) readall(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.checkRead(); err != nil {
		return py.Nil, err
	}
	data, none, err := f.readAllRaw(t, nil)
	if err != nil || none {
		return py.None, err
	}
	return py.NewBytes(data), nil
}

func (f *fileIO) readinto(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.checkRead(); err != nil {
		return py.Nil, err
	}
	dst, release, err := writable(t, a, "readinto() argument 1 must be")
	if err != nil {
		return py.Nil, err
	}
	defer release()
	n, none, err := f.readRaw(t, dst)
	if err != nil || none {
		return py.None, err
	}
	return py.Int(int64(n)), nil
}

func (f *fileIO) write(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.checkWrite(); err != nil {
		return py.Nil, err
	}
	data := part(t, a)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	n, none, err := f.writeRaw(t, data)
	if err != nil || none {
		return py.None, err
	}
	return py.Int(int64(n)), nil
}

func (f *fileIO) seek(t *py.Thread, a *py.Args) (py.Value, error) {
	off := int64(a.Int(t, 0))
	whence := a.IntOr(t, 1, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	n, err := f.seekRaw(off, whence)
	return py.Int(n), err
}

func (f *fileIO) tell(t *py.Thread, a *py.Args) (py.Value, error) {
	n, err := f.seekRaw(0, io.SeekCurrent)
	return py.Int(n), err
}

func (f *fileIO) truncate(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.checkWrite(); err != nil {
		return py.Nil, err
	}
	size, err := f.truncateRaw(t, a.ValueOr(0, py.None))
	return py.Int(size), err
}

func (f *fileIO) truncateRaw(t *py.Thread, v py.Value) (int64, error) {
	var size int64
	var err error
	if v.IsNone() {
		size, err = f.seekRaw(0, io.SeekCurrent)
	} else {
		size, err = py.AsInt64(t, v)
	}
	if err != nil {
		return 0, err
	}
	if err := f.f.Truncate(size); err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return 0, py.FromGo(err)
	}
	return size, nil
}
