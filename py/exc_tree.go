package py

// The exception classes, as in CPython's exception hierarchy.
var (
	BaseException             = &Type{late: true, Name: "BaseException"}
	BaseExceptionGroup        = &Type{late: true, Name: "BaseExceptionGroup"}
	GeneratorExit             = &Type{late: true, Name: "GeneratorExit"}
	KeyboardInterrupt         = &Type{late: true, Name: "KeyboardInterrupt"}
	SystemExit                = &Type{late: true, Name: "SystemExit"}
	Exception                 = &Type{late: true, Name: "Exception"}
	ArithmeticError           = &Type{late: true, Name: "ArithmeticError"}
	FloatingPointError        = &Type{late: true, Name: "FloatingPointError"}
	OverflowError             = &Type{late: true, Name: "OverflowError"}
	ZeroDivisionError         = &Type{late: true, Name: "ZeroDivisionError"}
	AssertionError            = &Type{late: true, Name: "AssertionError"}
	AttributeError            = &Type{late: true, Name: "AttributeError"}
	BufferError               = &Type{late: true, Name: "BufferError"}
	EOFError                  = &Type{late: true, Name: "EOFError"}
	ExceptionGroup            = &Type{late: true, Name: "ExceptionGroup"}
	ImportError               = &Type{late: true, Name: "ImportError"}
	ModuleNotFoundError       = &Type{late: true, Name: "ModuleNotFoundError"}
	LookupError               = &Type{late: true, Name: "LookupError"}
	IndexError                = &Type{late: true, Name: "IndexError"}
	KeyError                  = &Type{late: true, Name: "KeyError"}
	MemoryError               = &Type{late: true, Name: "MemoryError"}
	NameError                 = &Type{late: true, Name: "NameError"}
	UnboundLocalError         = &Type{late: true, Name: "UnboundLocalError"}
	OSError                   = &Type{late: true, Name: "OSError"}
	BlockingIOError           = &Type{late: true, Name: "BlockingIOError"}
	ChildProcessError         = &Type{late: true, Name: "ChildProcessError"}
	ConnectionError           = &Type{late: true, Name: "ConnectionError"}
	BrokenPipeError           = &Type{late: true, Name: "BrokenPipeError"}
	ConnectionAbortedError    = &Type{late: true, Name: "ConnectionAbortedError"}
	ConnectionRefusedError    = &Type{late: true, Name: "ConnectionRefusedError"}
	ConnectionResetError      = &Type{late: true, Name: "ConnectionResetError"}
	FileExistsError           = &Type{late: true, Name: "FileExistsError"}
	FileNotFoundError         = &Type{late: true, Name: "FileNotFoundError"}
	InterruptedError          = &Type{late: true, Name: "InterruptedError"}
	IsADirectoryError         = &Type{late: true, Name: "IsADirectoryError"}
	NotADirectoryError        = &Type{late: true, Name: "NotADirectoryError"}
	PermissionError           = &Type{late: true, Name: "PermissionError"}
	ProcessLookupError        = &Type{late: true, Name: "ProcessLookupError"}
	TimeoutError              = &Type{late: true, Name: "TimeoutError"}
	ReferenceError            = &Type{late: true, Name: "ReferenceError"}
	RuntimeError              = &Type{late: true, Name: "RuntimeError"}
	NotImplementedError       = &Type{late: true, Name: "NotImplementedError"}
	ViperTypeError            = &Type{late: true, Name: "ViperTypeError"} // MicroPython's
	PythonFinalizationError   = &Type{late: true, Name: "PythonFinalizationError"}
	RecursionError            = &Type{late: true, Name: "RecursionError"}
	StopAsyncIteration        = &Type{late: true, Name: "StopAsyncIteration"}
	StopIteration             = &Type{late: true, Name: "StopIteration"}
	SyntaxError               = &Type{late: true, Name: "SyntaxError"}
	IndentationError          = &Type{late: true, Name: "IndentationError"}
	TabError                  = &Type{late: true, Name: "TabError"}
	SystemError               = &Type{late: true, Name: "SystemError"}
	TypeError                 = &Type{late: true, Name: "TypeError"}
	ValueError                = &Type{late: true, Name: "ValueError"}
	UnicodeError              = &Type{late: true, Name: "UnicodeError"}
	UnicodeDecodeError        = &Type{late: true, Name: "UnicodeDecodeError"}
	UnicodeEncodeError        = &Type{late: true, Name: "UnicodeEncodeError"}
	UnicodeTranslateError     = &Type{late: true, Name: "UnicodeTranslateError"}
	Warning                   = &Type{late: true, Name: "Warning"}
	BytesWarning              = &Type{late: true, Name: "BytesWarning"}
	DeprecationWarning        = &Type{late: true, Name: "DeprecationWarning"}
	EncodingWarning           = &Type{late: true, Name: "EncodingWarning"}
	FutureWarning             = &Type{late: true, Name: "FutureWarning"}
	ImportWarning             = &Type{late: true, Name: "ImportWarning"}
	PendingDeprecationWarning = &Type{late: true, Name: "PendingDeprecationWarning"}
	ResourceWarning           = &Type{late: true, Name: "ResourceWarning"}
	RuntimeWarning            = &Type{late: true, Name: "RuntimeWarning"}
	SyntaxWarning             = &Type{late: true, Name: "SyntaxWarning"}
	UnicodeWarning            = &Type{late: true, Name: "UnicodeWarning"}
	UserWarning               = &Type{late: true, Name: "UserWarning"}
)

// excClass is one row of the tree: a class, its base, its own fields and operations.
type excClass struct {
	typ   *Type
	base  *Type
	doc   string
	flags TypeFlags
	slots *Slots
	table func() Members
}

// excTree lists all classes below BaseException, bases first.
var excTree = [...]excClass{
	{typ: BaseExceptionGroup, base: BaseException, doc: "Several exceptions at once.", flags: ownLayout, slots: &groupSlots, table: groupMembers},
	{typ: GeneratorExit, base: BaseException, doc: "A generator is being closed."},
	{typ: KeyboardInterrupt, base: BaseException, doc: "Ctrl-C."},
	{typ: SystemExit, base: BaseException, doc: "The program wants to end.", flags: ownLayout, slots: &Slots{Init: systemExitInit}, table: func() Members { return excFields("code") }},
	{typ: Exception, base: BaseException, doc: "The root of the exceptions that a program handles."},
	{typ: ArithmeticError, base: Exception, doc: "A calculation has no result."},
	{typ: FloatingPointError, base: ArithmeticError, doc: "A float calculation failed."},
	{typ: OverflowError, base: ArithmeticError, doc: "A number is too large."},
	{typ: ZeroDivisionError, base: ArithmeticError, doc: "Division by zero."},
	{typ: AssertionError, base: Exception, doc: "An assert statement does not hold."},
	{typ: AttributeError, base: Exception, doc: "There is no such attribute.", flags: ownLayout, slots: &Slots{Init: attributeErrorInit}, table: func() Members {
		return append(excFields("name", "obj"), MethodOf("__getstate__()", attributeErrorState))
	}},
	{typ: BufferError, base: Exception, doc: "The memory of an object cannot be used now."},
	{typ: EOFError, base: Exception, doc: "The input has ended."},
	{typ: ImportError, base: Exception, doc: "A module or a name in it cannot be imported.", flags: ownLayout, slots: &Slots{Init: importErrorInit, Str: importErrorStr}, table: func() Members { return excFields("name", "path", "name_from", "msg") }},
	{typ: ModuleNotFoundError, base: ImportError, doc: "There is no such module."},
	{typ: LookupError, base: Exception, doc: "There is no such index or key."},
	{typ: IndexError, base: LookupError, doc: "An index is outside the sequence."},
	{typ: KeyError, base: LookupError, doc: "There is no such key.", slots: &Slots{Str: keyErrorStr}},
	{typ: MemoryError, base: Exception, doc: "There is not enough memory."},
	{typ: NameError, base: Exception, doc: "There is no such name.", flags: ownLayout, slots: &Slots{Init: nameErrorInit}, table: func() Members { return excFields("name") }},
	{typ: UnboundLocalError, base: NameError, doc: "A local variable has no value yet."},
	{typ: OSError, base: Exception, doc: "The operating system refused.", flags: ownLayout, slots: &Slots{New: osErrorNew, Init: osErrorInit, Str: osErrorStr},
		table: func() Members {
			return append(excFields("errno", "strerror", "filename", "filename2"), GetSet("characters_written", osErrorGetWritten, osErrorSetWritten))
		}},
	{typ: BlockingIOError, base: OSError, doc: "The operation would have to wait."},
	{typ: ChildProcessError, base: OSError, doc: "Something is wrong with a child process."},
	{typ: ConnectionError, base: OSError, doc: "Something is wrong with a connection."},
	{typ: BrokenPipeError, base: ConnectionError, doc: "Nobody reads at the other end."},
	{typ: ConnectionAbortedError, base: ConnectionError, doc: "The connection was given up."},
	{typ: ConnectionRefusedError, base: ConnectionError, doc: "The other side does not accept connections."},
	{typ: ConnectionResetError, base: ConnectionError, doc: "The other side dropped the connection."},
	{typ: FileExistsError, base: OSError, doc: "There is such a file already."},
	{typ: FileNotFoundError, base: OSError, doc: "There is no such file."},
	{typ: InterruptedError, base: OSError, doc: "A signal came in between."},
	{typ: IsADirectoryError, base: OSError, doc: "It is a folder."},
	{typ: NotADirectoryError, base: OSError, doc: "It is no folder."},
	{typ: PermissionError, base: OSError, doc: "It is not allowed."},
	{typ: ProcessLookupError, base: OSError, doc: "There is no such process."},
	{typ: TimeoutError, base: OSError, doc: "It took too long."},
	{typ: ReferenceError, base: Exception, doc: "The object of a weak proxy is gone."},
	{typ: RuntimeError, base: Exception, doc: "Something that no other class names."},
	{typ: NotImplementedError, base: RuntimeError, doc: "To be written, or defined by a subclass."},
	{typ: PythonFinalizationError, base: RuntimeError, doc: "Not possible while the interpreter ends."},
	{typ: RecursionError, base: RuntimeError, doc: "Calls are nested too deeply."},
	{typ: StopAsyncIteration, base: Exception, doc: "An asynchronous iterator has ended."},
	{typ: StopIteration, base: Exception, doc: "An iterator has ended.", flags: ownLayout, slots: &Slots{Init: stopIterationInit}, table: func() Members { return excFields("value") }},
	{typ: SyntaxError, base: Exception, doc: "The source is no Python.", flags: ownLayout, slots: &Slots{Init: syntaxErrorInit, Str: syntaxErrorStr},
		table: func() Members {
			return excFields("filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line", "msg")
		}},
	{typ: IndentationError, base: SyntaxError, doc: "A line is indented wrongly."},
	{typ: TabError, base: IndentationError, doc: "Tabs and spaces are mixed."},
	{typ: SystemError, base: Exception, doc: "A fault of the interpreter."},
	{typ: TypeError, base: Exception, doc: "An argument has the wrong type."},
	{typ: ViperTypeError, base: TypeError, doc: "A function for @micropython.viper mixes types."},
	{typ: ValueError, base: Exception, doc: "An argument has the right type and a wrong value."},
	{typ: UnicodeError, base: ValueError, doc: "Text and bytes do not fit."},
	{typ: UnicodeDecodeError, base: UnicodeError, doc: "Bytes are no text in that encoding.", flags: ownLayout, slots: &Slots{Init: unicodeErrorInit, Str: unicodeDecodeErrorStr}, table: func() Members { return excFields(unicodeFields...) }},
	{typ: UnicodeEncodeError, base: UnicodeError, doc: "Text cannot be written in that encoding.", flags: ownLayout, slots: &Slots{Init: unicodeErrorInit, Str: unicodeEncodeErrorStr}, table: func() Members { return excFields(unicodeFields...) }},
	{typ: UnicodeTranslateError, base: UnicodeError, doc: "Text cannot be translated.", flags: ownLayout, slots: &Slots{Init: unicodeErrorInit, Str: unicodeTranslateErrorStr}, table: func() Members { return excFields(unicodeFields...) }},
	{typ: Warning, base: Exception, doc: "The root of the warnings."},
	{typ: BytesWarning, base: Warning, doc: "bytes and str are mixed."},
	{typ: DeprecationWarning, base: Warning, doc: "Not to be used in new code."},
	{typ: EncodingWarning, base: Warning, doc: "An encoding should be named."},
	{typ: FutureWarning, base: Warning, doc: "It will mean something else."},
	{typ: ImportWarning, base: Warning, doc: "An import may be wrong."},
	{typ: PendingDeprecationWarning, base: Warning, doc: "It will not be for new code some day."},
	{typ: ResourceWarning, base: Warning, doc: "Something was left open."},
	{typ: RuntimeWarning, base: Warning, doc: "Doubtful at run time."},
	{typ: SyntaxWarning, base: Warning, doc: "Doubtful source."},
	{typ: UnicodeWarning, base: Warning, doc: "Doubtful text."},
	{typ: UserWarning, base: Warning, doc: "A warning of the program."},
	{typ: ExceptionGroup, base: BaseExceptionGroup},
}
