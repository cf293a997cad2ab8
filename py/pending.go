package py

// Temporary: init functions whose files are being written. Remove a line when its
// function exists elsewhere.
func initObject()              {}
func initType()                {}
func initNoneTypes()           {}
func initInt()                 {}
func initBool()                {}
func initFloat()               {}
func initComplex()             {}
func initStr()                 {}
func initBytes()               {}
func initByteArray()           {}
func initMemoryView()          {}
func initList()                {}
func initTuple()               {}
func initDict()                {}
func initDictViews()           {}
func initSet()                 {}
func initRange()               {}
func initSlice()               {}
func initIterators()           {}
func initFunctions()           {}
func initDescriptors()         {}
func initSuper()               {}
func initModule()              {}
func initCell()                {}
func initGenericAlias()        {}
func initExceptions()          {}
func initTraceback()           {}
func excText(e *Exc) string    { return e.Class().Name }
func initExcFields(e *Exc)     {}
func ToWTF8(s string) string   { return s }
func newSeqIter(v Value) Value { return Nil }

var (
	AttributeError = &Type{}
	TypeError      = &Type{}
	ValueError     = &Type{}
	MemoryError    = &Type{}
	RecursionError = &Type{}
	OverflowError  = &Type{}
	StopIteration  = &Type{}
)
