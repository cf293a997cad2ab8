package py

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"syscall"
	"unsafe"
)

// excFields are the extra attributes of exception classes, kept in Exc.X.
func excFields(names ...string) Members {
	var ms Members
	for i, n := range names {
		ms = append(ms, GetSet(n, func(t *Thread, v Value) (Value, error) {
			e := As[Exc](v)
			if i < len(e.X) && e.X[i].p != nil {
				return e.X[i], nil
			}
			return None, nil
		}, func(t *Thread, v, val Value) error {
			e := As[Exc](v)
			for len(e.X) <= i {
				e.X = append(e.X, Nil)
			}
			e.X[i] = val
			return nil
		}))
	}
	return ms
}

func initExceptions() {
	excOrNone := func(e *Exc) Value {
		if e == nil {
			return None
		}
		return e.Value()
	}
	setExc := func(what string, set func(e, x *Exc)) func(t *Thread, v, val Value) error {
		return func(t *Thread, v, val Value) error {
			if val.p == nil {
				return Raise(TypeError, "%s may not be deleted", what)
			}
			if val.IsNone() {
				set(As[Exc](v), nil)
				return nil
			}
			x, ok := Cast[Exc](val, BaseException)
			if !ok {
				return Raise(TypeError, "exception %s must be None or derive from BaseException", map[string]string{"__cause__": "cause", "__context__": "context"}[what])
			}
			set(As[Exc](v), x)
			return nil
		}
	}
	BaseException.define(&BaseException.rootShape, TypeSpec{Name: "BaseException", Flags: IsException, DictOffset: unsafe.Offsetof(Exc{}.attrs), SubDict: unsafe.Offsetof(Exc{}.attrs),
		Slots: Slots{
			New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
				e := &Exc{Head: cls.Root(), Args: newTuple(args[:len(args)-len(kw)])}
				initExcFields(e)
				return e.Value(), nil
			},
			Init: func(t *Thread, self Value, args []Value, kw []*Str) error {
				e := As[Exc](self)
				if len(kw) > 0 {
					if e.IsA(ImportError) || e.IsA(AttributeError) || e.IsA(NameError) {
						npos := len(args) - len(kw)
						for i, k := range kw {
							if err := SetAttr(t, self, k, args[npos+i]); err != nil {
								return err
							}
						}
						args = args[:npos]
					} else {
						return Raise(TypeError, "%s() takes no keyword arguments", e.Class().Name)
					}
				}
				e.Args = newTuple(args)
				initExcFields(e)
				return nil
			},
			Repr: func(t *Thread, v Value) (Value, error) {
				e := As[Exc](v)
				if len(e.Args.A) == 1 {
					r, err := Repr(t, e.Args.A[0])
					if err != nil {
						return Nil, err
					}
					return NewStr(e.Class().Name + "(" + r.String() + ")"), nil
				}
				r, err := Repr(t, e.Args.Value())
				if err != nil {
					return Nil, err
				}
				return NewStr(e.Class().Name + r.String()), nil
			},
			Str:  excStr,
			Hash: identityHash,
		},
		Members: Members{
			GetSet("args", func(t *Thread, v Value) (Value, error) { return As[Exc](v).Args.Value(), nil }, func(t *Thread, v, val Value) error {
				items, err := Collect(t, val)
				if err != nil {
					return err
				}
				As[Exc](v).Args = newTuple(items)
				return nil
			}),
			GetSet("__cause__", func(t *Thread, v Value) (Value, error) { return excOrNone(As[Exc](v).Cause), nil }, setExc("__cause__", func(e, x *Exc) { e.Cause, e.Suppress, e.HasCause = x, true, true })),
			GetSet("__context__", func(t *Thread, v Value) (Value, error) { return excOrNone(As[Exc](v).Context), nil }, setExc("__context__", func(e, x *Exc) { e.Context = x })),
			GetSet("__suppress_context__", func(t *Thread, v Value) (Value, error) { return Bool(As[Exc](v).Suppress), nil }, func(t *Thread, v, val Value) error {
				b, err := Truth(t, val)
				As[Exc](v).Suppress = b
				return err
			}),
			GetSet("__traceback__", func(t *Thread, v Value) (Value, error) {
				if tb := As[Exc](v).TB; tb != nil {
					return Object(tb), nil
				}
				return None, nil
			}, func(t *Thread, v, val Value) error {
				if val.IsNone() {
					As[Exc](v).TB = nil
				} else if tb, ok := Cast[Traceback](val, TracebackType); ok {
					As[Exc](v).TB = tb
				} else {
					return Raise(TypeError, "__traceback__ must be a traceback or None")
				}
				return nil
			}),
			MethodOf("with_traceback(tb, /)", func(t *Thread, a *Args) (Value, error) {
				return a.Self, SetAttr(t, a.Self, Name("__traceback__"), a.Value(0))
			}),
			MethodOf("add_note(note, /)", func(t *Thread, a *Args) (Value, error) {
				if _, ok := AsStr(a.Value(0)); !ok {
					return Nil, Raise(TypeError, "note must be a str, not '%s'", TypeName(a.Value(0)))
				}
				d := OwnDict(a.Self, true)
				if p := d.GetStr(Name("__notes__")); p != nil {
					l, ok := AsList(*p)
					if !ok {
						return Nil, Raise(TypeError, "Cannot add note: __notes__ is not a list")
					}
					l.A = append(l.A, a.Value(0))
				} else {
					d.SetItem("__notes__", NewList([]Value{a.Value(0)}).Value())
				}
				return None, nil
			}),
		}})
	def := func(t *Type, name string, base *Type, ms ...Member) {
		t.define(&t.rootShape, TypeSpec{Name: name, Base: base, Flags: IsException, Members: ms})
	}
	def(GeneratorExit, "GeneratorExit", BaseException)
	def(KeyboardInterrupt, "KeyboardInterrupt", BaseException)
	def(SystemExit, "SystemExit", BaseException, excFields("code")...)
	def(Exception, "Exception", BaseException)
	def(ArithmeticError, "ArithmeticError", Exception)
	def(FloatingPointError, "FloatingPointError", ArithmeticError)
	def(OverflowError, "OverflowError", ArithmeticError)
	def(ZeroDivisionError, "ZeroDivisionError", ArithmeticError)
	def(AssertionError, "AssertionError", Exception)
	def(AttributeError, "AttributeError", Exception, excFields("name", "obj")...)
	def(BufferError, "BufferError", Exception)
	def(EOFError, "EOFError", Exception)
	def(ImportError, "ImportError", Exception, excFields("name", "path", "name_from")...)
	def(ModuleNotFoundError, "ModuleNotFoundError", ImportError)
	def(LookupError, "LookupError", Exception)
	def(IndexError, "IndexError", LookupError)
	def(KeyError, "KeyError", LookupError)
	def(MemoryError, "MemoryError", Exception)
	def(NameError, "NameError", Exception, excFields("name")...)
	def(UnboundLocalError, "UnboundLocalError", NameError)
	def(OSError, "OSError", Exception, excFields("errno", "strerror", "filename", "winerror", "filename2")...)
	for _, x := range []struct {
		t *Type
		n string
		b *Type
	}{
		{BlockingIOError, "BlockingIOError", OSError}, {ChildProcessError, "ChildProcessError", OSError}, {ConnectionError, "ConnectionError", OSError},
		{BrokenPipeError, "BrokenPipeError", ConnectionError}, {ConnectionAbortedError, "ConnectionAbortedError", ConnectionError},
		{ConnectionRefusedError, "ConnectionRefusedError", ConnectionError}, {ConnectionResetError, "ConnectionResetError", ConnectionError},
		{FileExistsError, "FileExistsError", OSError}, {FileNotFoundError, "FileNotFoundError", OSError}, {InterruptedError, "InterruptedError", OSError},
		{IsADirectoryError, "IsADirectoryError", OSError}, {NotADirectoryError, "NotADirectoryError", OSError}, {PermissionError, "PermissionError", OSError},
		{ProcessLookupError, "ProcessLookupError", OSError}, {TimeoutError, "TimeoutError", OSError},
		{ReferenceError, "ReferenceError", Exception}, {RuntimeError, "RuntimeError", Exception}, {NotImplementedError, "NotImplementedError", RuntimeError},
		{PythonFinalizationError, "PythonFinalizationError", RuntimeError}, {RecursionError, "RecursionError", RuntimeError},
		{StopAsyncIteration, "StopAsyncIteration", Exception}, {SystemError, "SystemError", Exception}, {TypeError, "TypeError", Exception}, {ValueError, "ValueError", Exception},
		{UnicodeError, "UnicodeError", ValueError}, {Warning, "Warning", Exception}, {BytesWarning, "BytesWarning", Warning}, {DeprecationWarning, "DeprecationWarning", Warning},
		{EncodingWarning, "EncodingWarning", Warning}, {FutureWarning, "FutureWarning", Warning}, {ImportWarning, "ImportWarning", Warning},
		{PendingDeprecationWarning, "PendingDeprecationWarning", Warning}, {ResourceWarning, "ResourceWarning", Warning}, {RuntimeWarning, "RuntimeWarning", Warning},
		{SyntaxWarning, "SyntaxWarning", Warning}, {UnicodeWarning, "UnicodeWarning", Warning}, {UserWarning, "UserWarning", Warning},
	} {
		def(x.t, x.n, x.b)
	}
	def(StopIteration, "StopIteration", Exception, excFields("value")...)
	def(SyntaxError, "SyntaxError", Exception, excFields("filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line", "msg")...)
	def(IndentationError, "IndentationError", SyntaxError)
	def(TabError, "TabError", IndentationError)
	for _, x := range []*Type{UnicodeDecodeError, UnicodeEncodeError} {
		n := "UnicodeDecodeError"
		if x == UnicodeEncodeError {
			n = "UnicodeEncodeError"
		}
		def(x, n, UnicodeError, excFields("encoding", "object", "start", "end", "reason")...)
	}
	def(UnicodeTranslateError, "UnicodeTranslateError", UnicodeError, excFields("encoding", "object", "start", "end", "reason")...)
	def(BaseExceptionGroup, "BaseExceptionGroup", BaseException, excFields("message", "exceptions")...)
	def(ExceptionGroup, "ExceptionGroup", BaseExceptionGroup)
}

func initExcFields(e *Exc) {
	a := e.Args.A
	switch {
	case e.IsA(StopIteration), e.IsA(SystemExit):
		e.X = []Value{None}
		if len(a) == 1 {
			e.X[0] = a[0]
		} else if len(a) > 1 {
			e.X[0] = e.Args.Value()
		}
	case e.IsA(AttributeError):
		if e.X == nil {
			e.X = make([]Value, 2)
		}
	case e.IsA(NameError):
		if e.X == nil {
			e.X = make([]Value, 1)
		}
	case e.IsA(ImportError):
		if e.X == nil {
			e.X = make([]Value, 3)
		}
	case e.IsA(OSError):
		if len(a) >= 2 && len(a) <= 5 {
			e.X = append(append([]Value(nil), a...), make([]Value, 5-len(a))...)
		} else if len(a) == 1 {
			e.X = []Value{a[0], Nil, Nil, Nil, Nil}
		}
	case e.IsA(UnicodeDecodeError), e.IsA(UnicodeEncodeError):
		e.X = append([]Value(nil), a...)
	case e.IsA(SyntaxError):
		e.X = make([]Value, 8)
		if len(a) > 0 {
			e.X[7] = a[0]
		}
		if len(a) > 1 {
			if tup, ok := AsTuple(a[1]); ok {
				copy(e.X, tup.A)
			}
		}
	case e.IsA(BaseExceptionGroup):
		if len(a) > 1 {
			e.X = []Value{a[0], a[1]}
		}
	}
}

func excStr(t *Thread, v Value) (Value, error) {
	e := As[Exc](v)
	a := e.Args.A
	switch {
	case e.IsA(KeyError) && len(a) == 1:
		r, err := Repr(t, a[0])
		if err != nil {
			return Nil, err
		}
		return r.Value(), nil
	case e.IsA(OSError) && len(a) >= 2 && len(e.X) >= 3:
		n, err := ToStr(t, e.X[0])
		if err != nil {
			return Nil, err
		}
		m, err := ToStr(t, e.X[1])
		if err != nil {
			return Nil, err
		}
		s := "[Errno " + n.String() + "] " + m.String()
		if e.X[2].p != nil && !e.X[2].IsNone() {
			r, err := Repr(t, e.X[2])
			if err != nil {
				return Nil, err
			}
			s += ": " + r.String()
		}
		return NewStr(s), nil
	case e.IsA(SyntaxError) && len(a) > 0:
		s, err := ToStr(t, a[0])
		if err != nil {
			return Nil, err
		}
		return s.Value(), nil
	}
	switch len(a) {
	case 0:
		return emptyStr.Value(), nil
	case 1:
		s, err := ToStr(t, a[0])
		if err != nil {
			return Nil, err
		}
		return s.Value(), nil
	}
	r, err := Repr(t, e.Args.Value())
	if err != nil {
		return Nil, err
	}
	return r.Value(), nil
}

func excText(e *Exc) string {
	s := e.Class().Name
	if len(e.Args.A) > 0 {
		if x, ok := AsStr(e.Args.A[0]); ok {
			s += ": " + x.String()
		}
	}
	return s
}

// FromGo turns a Go error into a Python exception.
func FromGo(err error) error {
	if e, ok := err.(*Exc); ok {
		return e
	}
	var errno syscall.Errno
	var pe *fs.PathError
	name := None
	if errors.As(err, &pe) {
		name = NewStr(ToWTF8(pe.Path))
	}
	switch {
	case errors.As(err, &errno):
		return NewOSError(int(errno), name)
	case errors.Is(err, fs.ErrNotExist):
		return NewOSError(int(syscall.ENOENT), name)
	case errors.Is(err, fs.ErrExist):
		return NewOSError(int(syscall.EEXIST), name)
	case errors.Is(err, fs.ErrPermission):
		return NewOSError(int(syscall.EACCES), name)
	case errors.Is(err, context.Canceled):
		return NewExc(KeyboardInterrupt)
	case errors.Is(err, io.EOF):
		return NewExc(EOFError)
	}
	return Raise(OSError, "%s", err.Error())
}

// NewOSError returns the OSError of an errno.
func NewOSError(errno int, filename Value) error {
	t := OSError
	switch syscall.Errno(errno) {
	case syscall.ENOENT:
		t = FileNotFoundError
	case syscall.EEXIST:
		t = FileExistsError
	case syscall.EACCES, syscall.EPERM:
		t = PermissionError
	case syscall.EISDIR:
		t = IsADirectoryError
	case syscall.ENOTDIR:
		t = NotADirectoryError
	}
	args := []Value{Int(int64(errno)), NewStr(syscall.Errno(errno).Error())}
	if filename.p != nil && !filename.IsNone() {
		args = append(args, filename)
	}
	return NewExc(t, args...)
}

// NewSyntaxError returns a SyntaxError with its place.
func NewSyntaxError(typ *Type, msg, file string, line, col, endLine, endCol int, text string, incomplete bool) error {
	e := NewExc(typ, NewStr(msg), NewTuple(NewStr(file), Int(int64(line)), Int(int64(col+1)), NewStr(ToWTF8(text)), Int(int64(endLine)), Int(int64(endCol+1))))
	e.incomplete = incomplete
	return e
}
