package cryptography

import "github.com/woma-lang/woma/py"

// The exception classes.
var (
	alreadyFinalized = exception("AlreadyFinalized", "exceptions")
	alreadyUpdated   = exception("AlreadyUpdated", "exceptions")
	internalError    = exception("InternalError", "exceptions")
	invalidKey       = exception("InvalidKey", "exceptions")
	invalidSignature = exception("InvalidSignature", "exceptions")
	invalidTag       = exception("InvalidTag", "exceptions")
	invalidToken     = exception("InvalidToken", "fernet")
	invalidUnwrap    = exception("InvalidUnwrap", "hazmat.primitives.keywrap")
	notYetFinalized  = exception("NotYetFinalized", "exceptions")

	// unsupportedAlgorithm says that what was asked for is not there.
	unsupportedAlgorithm = exception("UnsupportedAlgorithm", "exceptions")
)

func exception(name, module string) *py.Type {
	return py.LazyType(name, func() py.TypeSpec {
		return py.TypeSpec{Module: "cryptography." + module, Base: py.Exception}
	})
}
