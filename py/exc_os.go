package py

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// OSError and what becomes one: errno numbers, their texts and classes.

// The fields of OSError.
const (
	osErrno = iota
	osStrerror
	osFilename
	osFilename2
	osWritten // characters_written of BlockingIOError
)

// osErrorClass returns the class for an errno (PEP 3151).
func osErrorClass(errno int64) *Type {
	switch syscall.Errno(errno) {
	case syscall.EAGAIN, syscall.EALREADY, syscall.EINPROGRESS:
		return BlockingIOError
	case syscall.EPIPE, errShutdown:
		return BrokenPipeError
	case syscall.ECHILD:
		return ChildProcessError
	case syscall.ECONNABORTED:
		return ConnectionAbortedError
	case syscall.ECONNREFUSED:
		return ConnectionRefusedError
	case syscall.ECONNRESET:
		return ConnectionResetError
	case syscall.EEXIST:
		return FileExistsError
	case syscall.ENOENT:
		return FileNotFoundError
	case syscall.EISDIR:
		return IsADirectoryError
	case syscall.ENOTDIR:
		return NotADirectoryError
	case syscall.EINTR:
		return InterruptedError
	case syscall.EACCES, syscall.EPERM:
		return PermissionError
	case syscall.ESRCH:
		return ProcessLookupError
	case syscall.ETIMEDOUT:
		return TimeoutError
	}
	return OSError
}

// osUsesInit reports whether the arguments are handled by __init__ rather than
// __new__: a subclass overrides the first only.
func osUsesInit(cls *Type) bool {
	n, ok := IsNative(cls.Lookup(nameNew))
	i := cls.Lookup(nameInit)
	ownInit := i.p != nil && ((*Head)(i.p).shape != &slotWrapperShape || !(*Native)(i.p).Owner.IsSubtype(OSError))
	return ownInit && ok && n.Owner == OSError
}

func osErrorNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if osUsesInit(cls) {
		return (&Exc{Head: cls.Root(), Args: emptyTuple, X: make([]Value, 5)}).Value(), nil
	}
	if err := noKeywords(cls.Name, kw); err != nil {
		return Nil, err
	}
	if cls == OSError && len(args) >= 2 && len(args) <= 5 && args[0].IsInt() {
		cls = osErrorClass(args[0].I())
	}
	e := &Exc{Head: cls.Root(), Args: newTuple(args)}
	return e.Value(), osErrorFields(e, args, t)
}

func osErrorInit(t *Thread, self Value, args []Value, kw []*Str) error {
	e := (*Exc)(self.p)
	if !osUsesInit(e.Class()) {
		return nil
	}
	if err := noKeywords(e.Class().Name, kw); err != nil {
		return err
	}
	e.Args = newTuple(args)
	return osErrorFields(e, args, t)
}

// osErrorFields sets the fields from the arguments errno, strerror, filename,
// winerror, filename2. Like MicroPython, a single int is an errno too; CPython
// leaves errno None then.
func osErrorFields(e *Exc, a []Value, t *Thread) error {
	e.X = make([]Value, 5)
	if len(a) == 1 && a[0].IsInt() {
		e.X[osErrno] = a[0]
	}
	if len(a) < 2 || len(a) > 5 {
		return nil
	}
	e.X[osErrno], e.X[osStrerror] = a[0], a[1]
	if len(a) > 2 && !a[2].IsNone() {
		if e.Class() == BlockingIOError && isIndexable(a[2]) {
			n, err := AsInt(t, a[2])
			if err != nil {
				return err
			}
			e.X[osWritten] = Int(int64(n))
			return nil
		}
		e.X[osFilename] = a[2]
		if len(a) > 4 && !a[4].IsNone() {
			e.X[osFilename2] = a[4]
		}
		e.Args = newTuple(a[:2])
	}
	return nil
}

func osErrorStr(t *Thread, v Value) (Value, error) {
	e := (*Exc)(v.p)
	if e.field(osFilename).p == nil && (e.field(osErrno).p == nil || e.field(osStrerror).p == nil) {
		return excStr(t, v)
	}
	no, err := ToStr(t, e.Field(osErrno))
	if err != nil {
		return Nil, err
	}
	text, err := ToStr(t, e.Field(osStrerror))
	if err != nil {
		return Nil, err
	}
	s := "[Errno " + no.String() + "] " + text.String()
	if f := e.field(osFilename); f.p != nil {
		r, err := Repr(t, f)
		if err != nil {
			return Nil, err
		}
		s += ": " + r.String()
		if f := e.field(osFilename2); f.p != nil {
			if r, err = Repr(t, f); err != nil {
				return Nil, err
			}
			s += " -> " + r.String()
		}
	}
	return NewStr(s), nil
}

func osErrorGetWritten(t *Thread, v Value) (Value, error) {
	if w := (*Exc)(v.p).field(osWritten); w.p != nil {
		return w, nil
	}
	return Nil, Raise(AttributeError, "characters_written")
}

func osErrorSetWritten(t *Thread, v, val Value) error {
	e := (*Exc)(v.p)
	if val.p == nil {
		if e.field(osWritten).p == nil {
			return Raise(AttributeError, "characters_written")
		}
		e.X[osWritten] = Nil
		return nil
	}
	n, err := AsInt(t, val)
	if err == nil {
		e.setField(osWritten, Int(int64(n)))
	}
	return err
}

// NewOSError returns the OSError of an errno, of the class that belongs to it;
// filename is unbound or None if there is none.
func NewOSError(errno int, filename Value) error {
	args := []Value{Int(int64(errno)), NewStr(Strerror(errno))}
	if filename.p != nil && !filename.IsNone() {
		args = append(args, filename)
	}
	return NewExc(osErrorClass(int64(errno)), args...)
}

// Strerror returns the text of an errno as the C library words it.
func Strerror(errno int) string {
	// Go has the texts in lower case, and some of its own.
	switch errno {
	case 0:
		return "Success"
	case 133:
		return "Memory page has hardware error"
	}
	s := syscall.Errno(errno).Error()
	if s == "" || len(s) > 5 && s[:5] == "errno" {
		return "Unknown error " + string(appendInt(nil, int64(errno)))
	}
	if c := s[0]; c >= 'a' && c <= 'z' {
		s = string(c-'a'+'A') + s[1:]
	}
	return s
}

// FromGo turns a Go error into a Python exception. It is the one place where that
// happens: errors of files and sockets become OSErrors with errno and file name, a
// cancelled context KeyboardInterrupt, a deadline TimeoutError.
func FromGo(err error) error {
	var exc *Exc
	if errors.As(err, &exc) {
		return exc
	}
	name, name2 := Nil, Nil
	var pe *fs.PathError
	var le *os.LinkError
	if errors.As(err, &pe) {
		name = NewStr(ToWTF8(pe.Path))
	} else if errors.As(err, &le) {
		name, name2 = NewStr(ToWTF8(le.Old)), NewStr(ToWTF8(le.New))
	}
	errno := -1
	var no syscall.Errno
	if errors.As(err, &no) {
		errno = portableErrno(no)
	}
	if errno < 0 {
		switch {
		case errors.Is(err, context.Canceled):
			return NewExc(KeyboardInterrupt)
		case errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
			return NewExc(TimeoutError, NewStr("timed out"))
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return NewExc(EOFError)
		case errors.Is(err, fs.ErrNotExist):
			errno = int(syscall.ENOENT)
		case errors.Is(err, fs.ErrExist):
			errno = int(syscall.EEXIST)
		case errors.Is(err, fs.ErrPermission):
			errno = int(syscall.EACCES)
		case errors.Is(err, fs.ErrClosed):
			errno = int(syscall.EBADF)
		case errors.Is(err, fs.ErrInvalid):
			errno = int(syscall.EINVAL)
		default:
			return NewExc(OSError, NewStr(ToWTF8(err.Error())))
		}
	}
	if name2.p != nil {
		return NewExc(osErrorClass(int64(errno)), Int(int64(errno)), NewStr(Strerror(errno)), name, None, name2)
	}
	return NewOSError(errno, name)
}
