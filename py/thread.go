package py

import (
	"io"
	"io/fs"
	"sync"
	"sync/atomic"
	"time"
)

// Machine is what the object model needs from the compiler and the virtual
// machine; woma.New fills it in.
type Machine interface {
	// Compile compiles source text. mode is "exec", "eval" or "single".
	Compile(t *Thread, source []byte, filename, mode string, flags CompileFlags) (Value, error)
	// Run runs a code object made by Compile in the given namespaces; locals may be
	// any mapping (unbound: globals).
	Run(t *Thread, code Value, globals *Dict, locals Value) (Value, error)
	// RunClosure is Run for a code object with FreeVars free variables, whose cells
	// closure has.
	RunClosure(t *Thread, code Value, globals *Dict, locals Value, closure []Value) (Value, error)
	FreeVars(code Value) int
	// Globals and Locals return the namespaces of the running Python function.
	Globals(t *Thread) *Dict
	Locals(t *Thread) (Value, error)
	// Import is __import__.
	Import(t *Thread, name string, globals *Dict, fromlist Value, level int) (Value, error)
	// Handled returns the exception being handled (sys.exception()), or nil.
	Handled(t *Thread) *Exc
	// Frame returns the frame object depth levels up (sys._getframe), Nil if there is none.
	Frame(t *Thread, depth int) Value
	// FrameCode returns the code of a frame object, nil if it is not one.
	FrameCode(frame Value) CodeInfo
	// SuperArgs returns the class cell's contents and the first argument of the
	// running function, for super() without arguments.
	SuperArgs(t *Thread) (cls, self Value, err error)
	// BuildClass is __build_class__.
	BuildClass(t *Thread, args []Value, kw []*Str) (Value, error)
	// Depth is the number of Python functions that are running, one within the other.
	Depth(t *Thread) int
	// SetTrace sets the trace function (sys.settrace); None ends tracing.
	SetTrace(t *Thread, f Value)
	// Trace returns the trace function, or None.
	Trace(t *Thread) Value
	// SetMaxDepth sets the recursion limit, Interp.MaxDepth.
	SetMaxDepth(t *Thread, n int)
	// Anchors finds what carets under a piece of source point at: the operator of a
	// binary operation, the brackets of a subscript or call.
	Anchors(segment string) (a Anchors, ok bool)
	// IsCallStatement reports whether source is a statement that only returns or
	// assigns what the call at that place gives.
	IsCallStatement(source string, line, col, endLine, endCol int) bool
	// ClearDead forgets what temporaries of the running code hold that no
	// instruction will read, so that it can be collected.
	ClearDead(t *Thread)
	// Slice is called when the step budget is used up or an interrupt is pending:
	// it runs what is due and refills t.Budget, or returns an exception.
	Slice(t *Thread) error
}

// CompileFlags are the flags of compile().
type CompileFlags struct {
	Optimize          int // -1: the interpreter's level
	FutureAnnotations bool
	DontInherit       bool
	AllowTopAwait     bool
	File              bool // a script or module, not text that a program has
	Text              bool // the source was a str: what it says of its encoding does not count
	Script            bool // the program itself, as the command reads it
}

// Interp is one interpreter: all state that is not on a thread's stack.
type Interp struct {
	Machine  Machine
	Modules  *Dict // sys.modules
	Builtins *Dict // namespace of the builtins module
	BuiltinM Value // the builtins module
	SysM     Value // the sys module

	// What the host grants. nil means not granted.
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	FS     FileSystem
	Now    func() time.Time
	Random io.Reader // cryptographic randomness
	// System runs a command of the host and returns its wait status.
	System func(command string, env []string) (int, error)
	// OnInterrupt is called at the end of a slice when Thread.Interrupt is not 0; it
	// clears the bits it handles and returns the exception to raise, if any.
	OnInterrupt func(t *Thread) error
	// OnImport is told of modules that were imported; file is "" for those without one.
	OnImport func(name, file string)
	// Source returns a line of source text, for tracebacks; woma.New fills it in.
	Source func(filename string, line int) (string, bool)
	Env    []string
	Argv   []string
	Path   []string // initial sys.path

	Available ModuleList      // modules written in Go that can be imported
	State     map[*Module]any // state of those modules that were imported
	Streams   Streams         // filled by the io module
	Optimize  int             // -O level
	MaxDepth  int             // recursion limit in Python functions; see Machine.SetMaxDepth
	MemLimit  int64           // bytes, 0: none
	FIPS      bool            // only algorithms that FIPS 140-3 approves
	// WarnOptions are the -W options, sys.warnoptions. Without any the SyntaxWarnings of
	// files are not looked for.
	WarnOptions []string
	// MaxStrDigits is sys.set_int_max_str_digits: 0 means the default of 4300, -1 no limit.
	MaxStrDigits int
	memUsed      int64
	checks       uint8     // slices, see CheckMemory
	memNext      time.Time // when the heap is measured again
	memTold      int64     // size of heap that a MemoryError has been raised for
	Main         *Thread

	subclasses map[*Type][]*Type // of builtin types
	interned   map[string]*Str
	runes      *runeCache
	cases      *caseCache
	AtExit     []Value
	handles    Handles

	// HeapLocks counts micropython.heap_lock: above 0, what asks for memory gets
	// MemoryError.
	HeapLocks int
	// JIT lets hot loops become machine code.
	JIT bool
	// SliceSteps is the number of steps in a slice; see [Thread.Step].
	SliceSteps int64
	pending    []scheduled
	later      []scheduled // from other goroutines, under laterLock
	laterLock  sync.Mutex

	// WeakCallbacks is how many weak references were made with something to call.
	WeakCallbacks int
	scheduling    bool
	finalizers    finalizers
}

// FileSystem is where an interpreter's files are. Paths are as the program gives
// them; errors are *fs.PathError with a syscall.Errno or fs.Err… inside.
type FileSystem interface {
	OpenFile(name string, flag int, perm fs.FileMode) (File, error)
	Stat(name string) (fs.FileInfo, error)
	Lstat(name string) (fs.FileInfo, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	Mkdir(name string, perm fs.FileMode) error
	Remove(name string) error // file or empty directory
	Rename(from, to string) error
	Getwd() (string, error)
	Chdir(name string) error
}

// File is an open file of a FileSystem.
type File interface {
	io.Reader
	io.Writer
	io.Seeker
	io.Closer
	Stat() (fs.FileInfo, error)
	Truncate(size int64) error
	Sync() error
	Fd() uintptr
}

// Thread is one flow of Python execution. Native functions get it as their first
// argument; only one thread of an interpreter runs at a time.
type Thread struct {
	Interp *Interp
	// VM is the virtual machine's own state of this thread.
	VM any
	// Budget is the number of steps left in this slice; see [Thread.Step].
	Budget int64
	// Interrupt is set from outside (signal, cancelled context, scheduled call) and
	// makes the next back-edge or call end the slice.
	Interrupt atomic.Uint32
	// Depth is the nesting of native code that calls [Thread.Enter].
	Depth int

	wake atomic.Pointer[chan struct{}]
	// StopValue is what the generator that has just ended returned, for those who
	// make a StopIteration of the end; see [Thread.StopIteration].
	StopValue Value

	args     *Args     // those that no call uses
	consumer *Consumer // the one that no call uses
	scratch  []byte    // see Scratch
	// callArgs are the arguments of calls that Go code is making; see callSpecialFunc.
	callArgs []Value
	front    frontBuf
	reprs    []Value // objects whose repr is being made
	big      *BigRun // made when it is needed

	complexes batch[Complex]
}

// Bits of [Thread.Interrupt].
const (
	// InterruptSignal asks for one KeyboardInterrupt.
	InterruptSignal uint32 = 1 << iota
	// InterruptCancel says that the context of the run was cancelled: it stays set, and
	// everything that runs gets a KeyboardInterrupt, until the run has ended.
	InterruptCancel
	// InterruptCall says that scheduled calls are due.
	InterruptCall
)

// SetInterrupt sets bits of Interrupt and wakes native code that waits with
// [Thread.Wake]. Unlike all else of a thread it may be called from any goroutine.
func (t *Thread) SetInterrupt(bits uint32) {
	t.Interrupt.Or(bits)
	if c := t.wake.Load(); c != nil {
		select {
		case *c <- struct{}{}:
		default:
		}
	}
}

// Wake returns the channel that gets a token when an interrupt is set. Native code
// that blocks calls it first, then [Thread.Step] with 0, then waits for the channel
// and for what it wants, and after each token calls Step again.
func (t *Thread) Wake() <-chan struct{} {
	if c := t.wake.Load(); c != nil {
		return *c
	}
	c := make(chan struct{}, 1)
	t.wake.CompareAndSwap(nil, &c)
	return *t.wake.Load()
}

// Step charges n steps before a long piece of native work and returns the
// exception that ends it (KeyboardInterrupt, cancelled context), if any.
func (t *Thread) Step(n int) error {
	t.Budget -= int64(n)
	if t.Budget < 0 || t.Interrupt.Load() != 0 {
		return t.Interp.Machine.Slice(t)
	}
	return nil
}

// Alloc charges n bytes to the interpreter's memory account before they are
// allocated. Anything whose size a program chooses must ask here first.
func (t *Thread) Alloc(n int) error {
	const max = 1 << 36
	if n < 0 || int64(n) > max {
		return Raise(MemoryError, "memory allocation failed, allocating %d bytes", uint(n))
	}
	if t.Interp.HeapLocks > 0 {
		return HeapLocked()
	}
	if n >= largeBytes {
		t.Budget -= int64(n >> 8) // filling it takes time: the slice ends early
	}
	if lim := t.Interp.MemLimit; lim > 0 {
		if int64(n) > lim {
			return Raise(MemoryError, "memory allocation failed, allocating %d bytes", n)
		}
		used := t.Interp.memUsed + int64(n)
		t.Interp.memUsed = used
		if used > lim && (int64(n) > lim/16 || used > lim+t.Interp.slack()) {
			return t.Interp.remeasure(n)
		}
	}
	return nil
}

// largeBytes is the size from which bytes cost steps, one for 256 of them.
const largeBytes = 1 << 16

// HeapLocked is the error of what needs memory under micropython.heap_lock.
func HeapLocked() error { return Raise(MemoryError, "memory allocation failed, heap is locked") }

// heapCheck is the error of small objects under micropython.heap_lock.
func (t *Thread) heapCheck() error {
	if t.Interp.HeapLocks == 0 {
		return nil
	}
	return HeapLocked()
}

// maxNative is how deep native code may be nested, whatever the recursion limit of
// Python functions: CPython's limit for C code, and what Go's stack has room for on
// every machine.
const maxNative = 10000

// Enter counts one more level of native code that calls itself, through whatever
// lies between; pair it with [Thread.Leave].
func (t *Thread) Enter() error { return t.enter("") }

// enter is Enter with the end of the exception's text.
func (t *Thread) enter(where string) error {
	if t.Depth >= maxNative {
		return Raise(RecursionError, "maximum recursion depth exceeded%s", where)
	}
	t.Depth++
	return nil
}

// Leave undoes [Thread.Enter].
func (t *Thread) Leave() { t.Depth-- }

// Intern returns the interpreter's one Str of a text that is used as a name.
func (in *Interp) Intern(s string) *Str {
	if o := in.interned[s]; o != nil {
		return o
	}
	o := Name(s)
	if in.interned == nil {
		in.interned = map[string]*Str{}
	}
	in.interned[s] = o
	return o
}

// StopIteration returns the exception for an iterator that has just ended. Clear
// StopValue before asking the iterator.
func (t *Thread) StopIteration() error {
	v := t.StopValue
	t.StopValue = Nil
	if v.p == nil {
		return NewExc(StopIteration)
	}
	return NewExc(StopIteration, v)
}
