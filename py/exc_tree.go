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
	ViperTypeError            = &Type{} // MicroPython's
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
		{typ: BaseExceptionGroup, name: "BaseExceptionGroup", base: BaseException, doc: "Several exceptions at once.", flags: ownLayout, slots: groupSlots, members: groupMembers},
		{typ: GeneratorExit, name: "GeneratorExit", base: BaseException, doc: "A generator is being closed."},
		{typ: KeyboardInterrupt, name: "KeyboardInterrupt", base: BaseException, doc: "Ctrl-C."},
		{typ: SystemExit, name: "SystemExit", base: BaseException, doc: "The program wants to end.", flags: ownLayout, slots: Slots{Init: systemExitInit}, members: excFields("code")},
		{typ: Exception, name: "Exception", base: BaseException, doc: "The root of the exceptions that a program handles."},
		{typ: ArithmeticError, name: "ArithmeticError", base: Exception, doc: "A calculation has no result."},
		{typ: FloatingPointError, name: "FloatingPointError", base: ArithmeticError, doc: "A float calculation failed."},
		{typ: OverflowError, name: "OverflowError", base: ArithmeticError, doc: "A number is too large."},
		{typ: ZeroDivisionError, name: "ZeroDivisionError", base: ArithmeticError, doc: "Division by zero."},
		{typ: AssertionError, name: "AssertionError", base: Exception, doc: "An assert statement does not hold."},
		{typ: AttributeError, name: "AttributeError", base: Exception, doc: "There is no such attribute.", flags: ownLayout, slots: Slots{Init: attributeErrorInit}, members: append(excFields("name", "obj"), MethodOf("__getstate__()", attributeErrorState))},
		{typ: BufferError, name: "BufferError", base: Exception, doc: "The memory of an object cannot be used now."},
		{typ: EOFError, name: "EOFError", base: Exception, doc: "The input has ended."},
		{typ: ImportError, name: "ImportError", base: Exception, doc: "A module or a name in it cannot be imported.", flags: ownLayout, slots: Slots{Init: importErrorInit, Str: importErrorStr}, members: excFields("name", "path", "name_from", "msg")},
		{typ: ModuleNotFoundError, name: "ModuleNotFoundError", base: ImportError, doc: "There is no such module."},
		{typ: LookupError, name: "LookupError", base: Exception, doc: "There is no such index or key."},
		{typ: IndexError, name: "IndexError", base: LookupError, doc: "An index is outside the sequence."},
		{typ: KeyError, name: "KeyError", base: LookupError, doc: "There is no such key.", slots: Slots{Str: keyErrorStr}},
		{typ: MemoryError, name: "MemoryError", base: Exception, doc: "There is not enough memory."},
		{typ: NameError, name: "NameError", base: Exception, doc: "There is no such name.", flags: ownLayout, slots: Slots{Init: nameErrorInit}, members: excFields("name")},
		{typ: UnboundLocalError, name: "UnboundLocalError", base: NameError, doc: "A local variable has no value yet."},
		{typ: OSError, name: "OSError", base: Exception, doc: "The operating system refused.", flags: ownLayout, slots: Slots{New: osErrorNew, Init: osErrorInit, Str: osErrorStr},
			members: append(excFields("errno", "strerror", "filename", "filename2"), GetSet("characters_written", osErrorGetWritten, osErrorSetWritten))},
		{typ: BlockingIOError, name: "BlockingIOError", base: OSError, doc: "The operation would have to wait."},
		{typ: ChildProcessError, name: "ChildProcessError", base: OSError, doc: "Something is wrong with a child process."},
		{typ: ConnectionError, name: "ConnectionError", base: OSError, doc: "Something is wrong with a connection."},
		{typ: BrokenPipeError, name: "BrokenPipeError", base: ConnectionError, doc: "Nobody reads at the other end."},
		{typ: ConnectionAbortedError, name: "ConnectionAbortedError", base: ConnectionError, doc: "The connection was given up."},
		{typ: ConnectionRefusedError, name: "ConnectionRefusedError", base: ConnectionError, doc: "The other side does not accept connections."},
		{typ: ConnectionResetError, name: "ConnectionResetError", base: ConnectionError, doc: "The other side dropped the connection."},
		{typ: FileExistsError, name: "FileExistsError", base: OSError, doc: "There is such a file already."},
		{typ: FileNotFoundError, name: "FileNotFoundError", base: OSError, doc: "There is no such file."},
		{typ: InterruptedError, name: "InterruptedError", base: OSError, doc: "A signal came in between."},
		{typ: IsADirectoryError, name: "IsADirectoryError", base: OSError, doc: "It is a folder."},
		{typ: NotADirectoryError, name: "NotADirectoryError", base: OSError, doc: "It is no folder."},
		{typ: PermissionError, name: "PermissionError", base: OSError, doc: "It is not allowed."},
		{typ: ProcessLookupError, name: "ProcessLookupError", base: OSError, doc: "There is no such process."},
		{typ: TimeoutError, name: "TimeoutError", base: OSError, doc: "It took too long."},
		{typ: ReferenceError, name: "ReferenceError", base: Exception, doc: "The object of a weak proxy is gone."},
		{typ: RuntimeError, name: "RuntimeError", base: Exception, doc: "Something that no other class names."},
		{typ: NotImplementedError, name: "NotImplementedError", base: RuntimeError, doc: "To be written, or defined by a subclass."},
		{typ: PythonFinalizationError, name: "PythonFinalizationError", base: RuntimeError, doc: "Not possible while the interpreter ends."},
		{typ: RecursionError, name: "RecursionError", base: RuntimeError, doc: "Calls are nested too deeply."},
		{typ: StopAsyncIteration, name: "StopAsyncIteration", base: Exception, doc: "An asynchronous iterator has ended."},
		{typ: StopIteration, name: "StopIteration", base: Exception, doc: "An iterator has ended.", flags: ownLayout, slots: Slots{Init: stopIterationInit}, members: excFields("value")},
		{typ: SyntaxError, name: "SyntaxError", base: Exception, doc: "The source is no Python.", flags: ownLayout, slots: Slots{Init: syntaxErrorInit, Str: syntaxErrorStr},
			members: excFields("filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line", "msg")},
		{typ: IndentationError, name: "IndentationError", base: SyntaxError, doc: "A line is indented wrongly."},
		{typ: TabError, name: "TabError", base: IndentationError, doc: "Tabs and spaces are mixed."},
		{typ: SystemError, name: "SystemError", base: Exception, doc: "A fault of the interpreter."},
		{typ: TypeError, name: "TypeError", base: Exception, doc: "An argument has the wrong type."},
		{typ: ViperTypeError, name: "ViperTypeError", base: TypeError, doc: "A function for @micropython.viper mixes types."},
		{typ: ValueError, name: "ValueError", base: Exception, doc: "An argument has the right type and a wrong value."},
		{typ: UnicodeError, name: "UnicodeError", base: ValueError, doc: "Text and bytes do not fit."},
		{typ: UnicodeDecodeError, name: "UnicodeDecodeError", base: UnicodeError, doc: "Bytes are no text in that encoding.", flags: ownLayout, slots: Slots{Init: unicodeErrorInit, Str: unicodeDecodeErrorStr}, members: excFields(unicodeFields...)},
		{typ: UnicodeEncodeError, name: "UnicodeEncodeError", base: UnicodeError, doc: "Text cannot be written in that encoding.", flags: ownLayout, slots: Slots{Init: unicodeErrorInit, Str: unicodeEncodeErrorStr}, members: excFields(unicodeFields...)},
		{typ: UnicodeTranslateError, name: "UnicodeTranslateError", base: UnicodeError, doc: "Text cannot be translated.", flags: ownLayout, slots: Slots{Init: unicodeErrorInit, Str: unicodeTranslateErrorStr}, members: excFields(unicodeFields...)},
		{typ: Warning, name: "Warning", base: Exception, doc: "The root of the warnings."},
		{typ: BytesWarning, name: "BytesWarning", base: Warning, doc: "bytes and str are mixed."},
		{typ: DeprecationWarning, name: "DeprecationWarning", base: Warning, doc: "Not to be used in new code."},
		{typ: EncodingWarning, name: "EncodingWarning", base: Warning, doc: "An encoding should be named."},
		{typ: FutureWarning, name: "FutureWarning", base: Warning, doc: "It will mean something else."},
		{typ: ImportWarning, name: "ImportWarning", base: Warning, doc: "An import may be wrong."},
		{typ: PendingDeprecationWarning, name: "PendingDeprecationWarning", base: Warning, doc: "It will not be for new code some day."},
		{typ: ResourceWarning, name: "ResourceWarning", base: Warning, doc: "Something was left open."},
		{typ: RuntimeWarning, name: "RuntimeWarning", base: Warning, doc: "Doubtful at run time."},
		{typ: SyntaxWarning, name: "SyntaxWarning", base: Warning, doc: "Doubtful source."},
		{typ: UnicodeWarning, name: "UnicodeWarning", base: Warning, doc: "Doubtful text."},
		{typ: UserWarning, name: "UserWarning", base: Warning, doc: "A warning of the program."},
		{typ: ExceptionGroup, name: "ExceptionGroup", base: BaseExceptionGroup},
	}
}
