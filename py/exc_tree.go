package py

// The exception classes, as in CPython's exception hierarchy.
var (
	BaseException             = &Type{}
	BaseExceptionGroup        = &Type{}
	GeneratorExit             = &Type{}
	KeyboardInterrupt         = &Type{}
	SystemExit                = &Type{}
	Exception                 = &Type{}
	ArithmeticError           = &Type{}
	FloatingPointError        = &Type{}
	OverflowError             = &Type{}
	ZeroDivisionError         = &Type{}
	AssertionError            = &Type{}
	AttributeError            = &Type{}
	BufferError               = &Type{}
	EOFError                  = &Type{}
	ExceptionGroup            = &Type{}
	ImportError               = &Type{}
	ModuleNotFoundError       = &Type{}
	LookupError               = &Type{}
	IndexError                = &Type{}
	KeyError                  = &Type{}
	MemoryError               = &Type{}
	NameError                 = &Type{}
	UnboundLocalError         = &Type{}
	OSError                   = &Type{}
	BlockingIOError           = &Type{}
	ChildProcessError         = &Type{}
	ConnectionError           = &Type{}
	BrokenPipeError           = &Type{}
	ConnectionAbortedError    = &Type{}
	ConnectionRefusedError    = &Type{}
	ConnectionResetError      = &Type{}
	FileExistsError           = &Type{}
	FileNotFoundError         = &Type{}
	InterruptedError          = &Type{}
	IsADirectoryError         = &Type{}
	NotADirectoryError        = &Type{}
	PermissionError           = &Type{}
	ProcessLookupError        = &Type{}
	TimeoutError              = &Type{}
	ReferenceError            = &Type{}
	RuntimeError              = &Type{}
	NotImplementedError       = &Type{}
	PythonFinalizationError   = &Type{}
	RecursionError            = &Type{}
	StopAsyncIteration        = &Type{}
	StopIteration             = &Type{}
	SyntaxError               = &Type{}
	IndentationError          = &Type{}
	TabError                  = &Type{}
	SystemError               = &Type{}
	TypeError                 = &Type{}
	ValueError                = &Type{}
	UnicodeError              = &Type{}
	UnicodeDecodeError        = &Type{}
	UnicodeEncodeError        = &Type{}
	UnicodeTranslateError     = &Type{}
	Warning                   = &Type{}
	BytesWarning              = &Type{}
	DeprecationWarning        = &Type{}
	EncodingWarning           = &Type{}
	FutureWarning             = &Type{}
	ImportWarning             = &Type{}
	PendingDeprecationWarning = &Type{}
	ResourceWarning           = &Type{}
	RuntimeWarning            = &Type{}
	SyntaxWarning             = &Type{}
	UnicodeWarning            = &Type{}
	UserWarning               = &Type{}
)

// excClass is one row of the tree: a class, its base, its own fields and operations.
type excClass struct {
	typ     *Type
	name    string
	base    *Type
	doc     string
	flags   TypeFlags
	slots   Slots
	members Members
}

// excTree lists all classes below BaseException, bases first.
func excTree() []excClass {
	return []excClass{
		{typ: BaseExceptionGroup, name: "BaseExceptionGroup", base: BaseException, doc: "A combination of multiple unrelated exceptions.", flags: ownLayout, slots: groupSlots, members: groupMembers},
		{typ: GeneratorExit, name: "GeneratorExit", base: BaseException, doc: "Request that a generator exit."},
		{typ: KeyboardInterrupt, name: "KeyboardInterrupt", base: BaseException, doc: "Program interrupted by user."},
		{typ: SystemExit, name: "SystemExit", base: BaseException, doc: "Request to exit from the interpreter.", flags: ownLayout, slots: Slots{Init: systemExitInit}, members: excFields("code")},
		{typ: Exception, name: "Exception", base: BaseException, doc: "Common base class for all non-exit exceptions."},
		{typ: ArithmeticError, name: "ArithmeticError", base: Exception, doc: "Base class for arithmetic errors."},
		{typ: FloatingPointError, name: "FloatingPointError", base: ArithmeticError, doc: "Floating-point operation failed."},
		{typ: OverflowError, name: "OverflowError", base: ArithmeticError, doc: "Result too large to be represented."},
		{typ: ZeroDivisionError, name: "ZeroDivisionError", base: ArithmeticError, doc: "Second argument to a division or modulo operation was zero."},
		{typ: AssertionError, name: "AssertionError", base: Exception, doc: "Assertion failed."},
		{typ: AttributeError, name: "AttributeError", base: Exception, doc: "Attribute not found.", flags: ownLayout, slots: Slots{Init: attributeErrorInit}, members: append(excFields("name", "obj"), MethodOf("__getstate__()", attributeErrorState))},
		{typ: BufferError, name: "BufferError", base: Exception, doc: "Buffer error."},
		{typ: EOFError, name: "EOFError", base: Exception, doc: "Read beyond end of file."},
		{typ: ImportError, name: "ImportError", base: Exception, doc: "Import can't find module, or can't find name in module.", flags: ownLayout, slots: Slots{Init: importErrorInit, Str: importErrorStr}, members: excFields("name", "path", "name_from", "msg")},
		{typ: ModuleNotFoundError, name: "ModuleNotFoundError", base: ImportError, doc: "Module not found."},
		{typ: LookupError, name: "LookupError", base: Exception, doc: "Base class for lookup errors."},
		{typ: IndexError, name: "IndexError", base: LookupError, doc: "Sequence index out of range."},
		{typ: KeyError, name: "KeyError", base: LookupError, doc: "Mapping key not found.", slots: Slots{Str: keyErrorStr}},
		{typ: MemoryError, name: "MemoryError", base: Exception, doc: "Out of memory."},
		{typ: NameError, name: "NameError", base: Exception, doc: "Name not found globally.", flags: ownLayout, slots: Slots{Init: nameErrorInit}, members: excFields("name")},
		{typ: UnboundLocalError, name: "UnboundLocalError", base: NameError, doc: "Local name referenced but not bound to a value."},
		{typ: OSError, name: "OSError", base: Exception, doc: "Base class for I/O related errors.", flags: ownLayout, slots: Slots{New: osErrorNew, Init: osErrorInit, Str: osErrorStr},
			members: append(excFields("errno", "strerror", "filename", "filename2"), GetSet("characters_written", osErrorGetWritten, osErrorSetWritten))},
		{typ: BlockingIOError, name: "BlockingIOError", base: OSError, doc: "I/O operation would block."},
		{typ: ChildProcessError, name: "ChildProcessError", base: OSError, doc: "Child process error."},
		{typ: ConnectionError, name: "ConnectionError", base: OSError, doc: "Connection error."},
		{typ: BrokenPipeError, name: "BrokenPipeError", base: ConnectionError, doc: "Broken pipe."},
		{typ: ConnectionAbortedError, name: "ConnectionAbortedError", base: ConnectionError, doc: "Connection aborted."},
		{typ: ConnectionRefusedError, name: "ConnectionRefusedError", base: ConnectionError, doc: "Connection refused."},
		{typ: ConnectionResetError, name: "ConnectionResetError", base: ConnectionError, doc: "Connection reset."},
		{typ: FileExistsError, name: "FileExistsError", base: OSError, doc: "File already exists."},
		{typ: FileNotFoundError, name: "FileNotFoundError", base: OSError, doc: "File not found."},
		{typ: InterruptedError, name: "InterruptedError", base: OSError, doc: "Interrupted by signal."},
		{typ: IsADirectoryError, name: "IsADirectoryError", base: OSError, doc: "Operation doesn't work on directories."},
		{typ: NotADirectoryError, name: "NotADirectoryError", base: OSError, doc: "Operation only works on directories."},
		{typ: PermissionError, name: "PermissionError", base: OSError, doc: "Not enough permissions."},
		{typ: ProcessLookupError, name: "ProcessLookupError", base: OSError, doc: "Process not found."},
		{typ: TimeoutError, name: "TimeoutError", base: OSError, doc: "Timeout expired."},
		{typ: ReferenceError, name: "ReferenceError", base: Exception, doc: "Weak ref proxy used after referent went away."},
		{typ: RuntimeError, name: "RuntimeError", base: Exception, doc: "Unspecified run-time error."},
		{typ: NotImplementedError, name: "NotImplementedError", base: RuntimeError, doc: "Method or function hasn't been implemented yet."},
		{typ: PythonFinalizationError, name: "PythonFinalizationError", base: RuntimeError, doc: "Operation blocked during Python finalization."},
		{typ: RecursionError, name: "RecursionError", base: RuntimeError, doc: "Recursion limit exceeded."},
		{typ: StopAsyncIteration, name: "StopAsyncIteration", base: Exception, doc: "Signal the end from iterator.__anext__()."},
		{typ: StopIteration, name: "StopIteration", base: Exception, doc: "Signal the end from iterator.__next__().", flags: ownLayout, slots: Slots{Init: stopIterationInit}, members: excFields("value")},
		{typ: SyntaxError, name: "SyntaxError", base: Exception, doc: "Invalid syntax.", flags: ownLayout, slots: Slots{Init: syntaxErrorInit, Str: syntaxErrorStr},
			members: excFields("filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line", "msg")},
		{typ: IndentationError, name: "IndentationError", base: SyntaxError, doc: "Improper indentation."},
		{typ: TabError, name: "TabError", base: IndentationError, doc: "Improper mixture of spaces and tabs."},
		{typ: SystemError, name: "SystemError", base: Exception, doc: "Internal error in the Python interpreter."},
		{typ: TypeError, name: "TypeError", base: Exception, doc: "Inappropriate argument type."},
		{typ: ValueError, name: "ValueError", base: Exception, doc: "Inappropriate argument value (of correct type)."},
		{typ: UnicodeError, name: "UnicodeError", base: ValueError, doc: "Unicode related error."},
		{typ: UnicodeDecodeError, name: "UnicodeDecodeError", base: UnicodeError, doc: "Unicode decoding error.", flags: ownLayout, slots: Slots{Init: unicodeErrorInit, Str: unicodeDecodeErrorStr}, members: excFields(unicodeFields...)},
		{typ: UnicodeEncodeError, name: "UnicodeEncodeError", base: UnicodeError, doc: "Unicode encoding error.", flags: ownLayout, slots: Slots{Init: unicodeErrorInit, Str: unicodeEncodeErrorStr}, members: excFields(unicodeFields...)},
		{typ: UnicodeTranslateError, name: "UnicodeTranslateError", base: UnicodeError, doc: "Unicode translation error.", flags: ownLayout, slots: Slots{Init: unicodeErrorInit, Str: unicodeTranslateErrorStr}, members: excFields(unicodeFields...)},
		{typ: Warning, name: "Warning", base: Exception, doc: "Base class for warning categories."},
		{typ: BytesWarning, name: "BytesWarning", base: Warning, doc: "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str."},
		{typ: DeprecationWarning, name: "DeprecationWarning", base: Warning, doc: "Base class for warnings about deprecated features."},
		{typ: EncodingWarning, name: "EncodingWarning", base: Warning, doc: "Base class for warnings about encodings."},
		{typ: FutureWarning, name: "FutureWarning", base: Warning, doc: "Base class for warnings about constructs that will change semantically\nin the future."},
		{typ: ImportWarning, name: "ImportWarning", base: Warning, doc: "Base class for warnings about probable mistakes in module imports"},
		{typ: PendingDeprecationWarning, name: "PendingDeprecationWarning", base: Warning, doc: "Base class for warnings about features which will be deprecated\nin the future."},
		{typ: ResourceWarning, name: "ResourceWarning", base: Warning, doc: "Base class for warnings about resource usage."},
		{typ: RuntimeWarning, name: "RuntimeWarning", base: Warning, doc: "Base class for warnings about dubious runtime behavior."},
		{typ: SyntaxWarning, name: "SyntaxWarning", base: Warning, doc: "Base class for warnings about dubious syntax."},
		{typ: UnicodeWarning, name: "UnicodeWarning", base: Warning, doc: "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems."},
		{typ: UserWarning, name: "UserWarning", base: Warning, doc: "Base class for warnings generated by user code."},
		{typ: ExceptionGroup, name: "ExceptionGroup", base: BaseExceptionGroup},
	}
}
