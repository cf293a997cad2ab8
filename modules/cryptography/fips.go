package cryptography

import (
	"github.com/woma-lang/woma/internal/fips"
	"github.com/woma-lang/woma/py"
)

// refuse is the error for an algorithm that FIPS 140-3 does not approve, or that is not in
// Go's FIPS module, if the interpreter is restricted to those; see docs/fips.md.
func refuse(t *py.Thread, what string) error {
	if fips.On(t.Interp.FIPS) {
		return py.Raise(unsupportedAlgorithm, "%s is not approved by FIPS 140-3", what)
	}
	return nil
}

// refuseNonce is refuse for AES-GCM with a nonce that the program chooses.
func refuseNonce(t *py.Thread, kind *aeadKind) error {
	if kind.name == "AESGCM" && fips.On(t.Interp.FIPS) {
		return py.Raise(unsupportedAlgorithm, "AES-GCM with a nonce of one's own choice is not approved by FIPS 140-3; woma.seal chooses it")
	}
	return nil
}
