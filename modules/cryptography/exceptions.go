package cryptography

import "github.com/woma-lang/woma/py"

// The exception classes; UnsupportedAlgorithm, which has a reason, is in Python.
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
)

func exception(name, module string) *py.Type {
	return py.NewType(py.TypeSpec{Name: name, Module: "cryptography." + module, Base: py.Exception})
}
