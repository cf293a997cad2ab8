package cryptography

import "github.com/woma-lang/woma/py"

// The exception classes.
var (
	alreadyFinalized = py.LazyType("AlreadyFinalized", exceptionSpec)
	alreadyUpdated   = py.LazyType("AlreadyUpdated", exceptionSpec)
	internalError    = py.LazyType("InternalError", exceptionSpec)
	invalidKey       = py.LazyType("InvalidKey", exceptionSpec)
	invalidSignature = py.LazyType("InvalidSignature", exceptionSpec)
	invalidTag       = py.LazyType("InvalidTag", exceptionSpec)
	invalidToken     = py.LazyType("InvalidToken", tokenSpec)
	invalidUnwrap    = py.LazyType("InvalidUnwrap", unwrapSpec)
	notYetFinalized  = py.LazyType("NotYetFinalized", exceptionSpec)

	// unsupportedAlgorithm says that what was asked for is not there.
	unsupportedAlgorithm = py.LazyType("UnsupportedAlgorithm", exceptionSpec)
)

func exceptionSpec() py.TypeSpec {
	return py.TypeSpec{Module: "cryptography.exceptions", Base: py.Exception}
}

func tokenSpec() py.TypeSpec {
	return py.TypeSpec{Module: "cryptography.fernet", Base: py.Exception}
}

func unwrapSpec() py.TypeSpec {
	return py.TypeSpec{Module: "cryptography.hazmat.primitives.keywrap", Base: py.Exception}
}
