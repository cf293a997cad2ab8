package woma

import (
	"io"
	"time"

	"github.com/woma-lang/woma/py"
)

// Config is what an interpreter gets from its host. Nothing is granted by
// default: without a field's value the program has no files, no environment, no
// clock, no randomness and no limit but the recursion limit.
type Config struct {
	// Modules are the modules written in Go that a program can import. They must
	// contain builtins and sys; the lists are in package stdlib.
	Modules []*py.Module

	// Stdin, Stdout and Stderr are behind sys.stdin, sys.stdout and sys.stderr. A
	// nil Stdin is at its end, what is written to a nil Stdout or Stderr is lost. An
	// *os.File, or what has a method File() *os.File, tells isatty() and seek().
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer

	Args []string // sys.argv; nil: [""]
	Path []string // sys.path: where modules written in Python are looked for
	Env  []string // os.environ, as "NAME=value"

	FS     py.FileSystem    // open(), os, import of files; nil: PermissionError
	Now    func() time.Time // time.time() and the like
	Random io.Reader        // cryptographic randomness: os.urandom, secrets, seeds

	// System is os.system: it runs a command with an environment ("NAME=value") and
	// returns its wait status. nil: PermissionError.
	System func(command string, env []string) (int, error)

	// MaxMemory limits what Python objects may take, in bytes; beyond it a program
	// gets MemoryError. 0: no limit of its own.
	MaxMemory int64
	// MaxDepth is the recursion limit; 0: 1000.
	MaxDepth int
	// OnImport is told of every module that was imported; file is "" for a module
	// written in Go. Nil: nobody wants to know.
	OnImport func(name, file string)
	// FIPS refuses algorithms that FIPS 140-3 does not approve; see docs/fips.md.
	FIPS bool
	// WarnOptions are Python's -W options, for module warnings.
	WarnOptions []string
	// Optimize is the -O level: 1 leaves out assert, 2 docstrings as well.
	Optimize int
	// JIT lets hot loops over numbers become machine code, in memory that is first
	// written and then made executable. It works on linux/amd64 and the like; elsewhere,
	// and where the system refuses such memory, loops stay with the interpreter.
	JIT bool
	// SliceSteps is how many jumps backwards and calls a program makes between two
	// looks at the context, at what is due and at the memory in use. 0: 16380.
	SliceSteps int
}
