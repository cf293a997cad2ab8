package py

import _ "github.com/woma-lang/woma/internal/stack" // grows the stack

// The one init of the package: it fills the builtin types in dependency order (a
// base before its subclasses). Each function stands in the file of its type.
func init() {
	specOfExc = excSpec
	initObject()
	initType()
	initNoneTypes() // NoneType, ellipsis, NotImplementedType
	initInt()
	initBool()
	initFloat()
	initComplex()
	initStr()
	initBytes()
	initByteArray()
	initMemoryView()
	initList()
	initTuple()
	initDict()
	initDictViews()
	initSet()
	initRange()
	initSlice()
	initIterators()   // seq iterators, callable iterator, enumerate, zip, map, filter, reversed
	initFunctions()   // native functions, method descriptors, slot wrappers, bound methods
	initDescriptors() // getset
	initMember()
	initProperty()
	initClassMethod()
	initSuper()
	initModule()
	initCell()
	initMappingProxy()
	initGenericAlias()
	initUnion()
	initTypeParams() // TypeVar, ParamSpec, TypeVarTuple
	initTypeAlias()
	initGeneric()
	initTemplate()
	initTraceback()
	initNamespace()
	initUnraisable()
}
