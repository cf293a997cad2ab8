package py

import (
	"fmt"
	"unsafe"
)

// Exc is an exception object. It is also a Go error, so native code returns it
// where Python would raise it.
type Exc struct {
	Head
	attrs      *Dict
	Args       *Tuple
	Cause      *Exc
	Context    *Exc
	Suppress   bool // __suppress_context__
	HasCause   bool // `from` was used, maybe with None
	IsContext  bool // it was made the Context of another once
	TB         *Traceback
	X          []Value // fields of the class, see the exc_*.go file of each
	incomplete bool    // SyntaxError: more input could complete the source
}

// Traceback is one entry of an exception's traceback; Next is the entry closer to
// where it was raised.
type Traceback struct {
	Head
	Next  *Traceback
	Frame Value // frame object, made when asked for
	Code  CodeInfo
	PC    int
	Line  int32 // 0: to be found from Code and PC
}

// CodeInfo is what a traceback needs to know of a code object.
type CodeInfo interface {
	FileName() string
	FuncName() string
	QualifiedName() string
	// Position returns where instruction pc stands: lines from 1, columns in bytes
	// from 0; a column of -1 is unknown.
	Position(pc int) (line, col, endLine, endCol int32)
}

// Error returns "ValueError: text", like the last line of a traceback.
func (e *Exc) Error() string {
	return excText(e)
}

// Class returns the exception's class.
func (e *Exc) Class() *Type { return e.shape.Class }

// Value returns the exception as a Value.
func (e *Exc) Value() Value { return Value{unsafe.Pointer(e), 0} }

// IsA reports whether the exception is an instance of t.
func (e *Exc) IsA(t *Type) bool { return e.shape.Class.IsSubtype(t) }

// NewExc returns a fresh exception of class typ with the given arguments.
func NewExc(typ *Type, args ...Value) *Exc {
	e := &Exc{Head: typ.Root(), Args: newTuple(args)}
	initExcFields(e)
	return e
}

// Raise returns a fresh exception as a Go error. The message is formatted as by
// fmt.Sprintf if there are arguments.
func Raise(typ *Type, format string, args ...any) error {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	return NewExc(typ, NewStr(validWTF8(format)))
}

// RaiseValue returns a fresh exception whose arguments are values.
func RaiseValue(typ *Type, args ...Value) error { return NewExc(typ, args...) }

// ErrIs reports whether err is a Python exception of class t.
func ErrIs(err error, t *Type) bool {
	e, ok := err.(*Exc)
	return ok && e.IsA(t)
}

// Incomplete reports whether the exception is a SyntaxError that more input could
// mend; a prompt then asks for another line.
func (e *Exc) Incomplete() bool { return e.incomplete }
