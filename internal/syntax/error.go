package syntax

import "strconv"

// Mode says what Parse is to read.
type Mode uint8

// The modes of Parse; they are those of Python's compile().
const (
	Exec   Mode = iota // a whole file
	Eval               // one expression
	Single             // one interactive statement
)

// Options are the parts of parsing that need tables or choices from outside.
type Options struct {
	// LookupName finds a character by its Unicode name for \N{…}. Nil makes
	// \N{…} a SyntaxError.
	LookupName func(name string) (rune, bool)

	// MaxIntDigits is how many digits a decimal int may have; 0: any number.
	MaxIntDigits int

	// NFKC normalises an identifier that has non-ASCII characters. Nil leaves
	// identifiers as they are.
	NFKC func(string) string

	// IsText says that the source was a Python str: it is UTF-8, a coding
	// cookie is ignored.
	IsText bool

	// Script says that the source is the program itself, in a file: what is wrong with
	// its bytes has other messages then.
	Script bool

	// Decode returns src, in an encoding that is none of UTF-8, Latin-1 and ASCII, as
	// UTF-8. known is false if there is no such encoding; why says what is wrong with
	// src. Nil: there are no others.
	Decode func(encoding string, src []byte) (text []byte, known bool, why string)

	// Prompt is for mode Single with lines typed at a prompt, see Parse.
	Prompt bool
}

// ErrorKind is the Python exception an Error becomes.
type ErrorKind uint8

// The kinds of Error.
const (
	SyntaxError ErrorKind = iota
	IndentationError
	TabError
	MemoryError
	ValueError          // source code string cannot contain null bytes
	ViperTypeError      // MicroPython's, for @micropython.viper
	NotImplementedError // what a viper function cannot do
)

// String returns the name of the exception.
func (k ErrorKind) String() string {
	return [...]string{"SyntaxError", "IndentationError", "TabError", "MemoryError", "ValueError", "ViperTypeError", "NotImplementedError"}[k]
}

// Error is what Parse returns for a bad source.
type Error struct {
	Kind     ErrorKind
	Msg      string
	Filename string
	Span     Span   // Col is a 0-based byte offset, as in nodes; EndLine 0 if there is no end
	Nowhere  bool   // it has no place
	Func     string // the viper function
	Text     string // the source line, with its newline where CPython has it

	// Incomplete says that more input might complete the source: an
	// interactive prompt should ask for another line.
	Incomplete bool
}

// Error returns kind, message, file and line.
func (e *Error) Error() string {
	return e.Kind.String() + ": " + e.Msg + " (" + e.Filename + ", line " + strconv.Itoa(int(e.Span.Line)) + ")"
}

// Warning is a SyntaxWarning about a source that nevertheless parses.
type Warning struct {
	Msg  string
	Span Span
}
