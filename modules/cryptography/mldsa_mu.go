package cryptography

import (
	"crypto/sha3"

	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/internal/mldsa"
	"github.com/woma-lang/woma/py"
)

// Signatures over μ, what ML-DSA makes of public key, context and message: MLDSAMuHasher
// makes it piece by piece, verify_mu verifies, so that a file need not be in memory. To sign
// over it takes the private key's parts, which circl does not give away.

var (
	muHasherType  = &py.Type{}
	muHasherShape py.Shape
)

func defineMuHasher() {
	defineDigester(muHasherType, &muHasherShape, "MLDSAMuHasher", "asymmetric.mldsa", "(public_key, context=None)",
		func(t *py.Thread, a *py.Args, d *digester) error {
			ctx := argOrNone(t, a, 1, "context")
			if err := a.Err(); err != nil {
				return err
			}
			if len(ctx) > 255 {
				return py.Raise(py.ValueError, "Context must be at most 255 bytes")
			}
			var point *mldsaPoint
			if key, ok := asPublicKey(a.Value(0)); ok {
				point, _ = key.key.(*mldsaPoint)
			}
			if point == nil {
				return py.Raise(py.TypeError, "public_key must be an ML-DSA public key.")
			}
			if err := refuse(t, "ML-DSA over a hash"); err != nil {
				return err
			}
			kind, _ := hashes.Find("shake_256")
			d.h, d.size = kind.New(), mldsa.MuSize
			d.h.Write(sha3.SumSHAKE256(point.data, 64))
			d.h.Write([]byte{0, byte(len(ctx))})
			d.h.Write(ctx)
			return nil
		}, copyRow("MLDSAMuHasher"))
}

// muArg is the argument mu.
func muArg(t *py.Thread, a *py.Args, i int) ([]byte, error) {
	mu := arg(t, a, i, "mu")
	if err := a.Err(); err != nil {
		return nil, err
	}
	if len(mu) != mldsa.MuSize {
		return nil, py.Raise(py.ValueError, "mu must be %d bytes", mldsa.MuSize)
	}
	if err := refuse(t, "ML-DSA over a hash"); err != nil {
		return nil, err
	}
	return mu, t.Step(4000)
}

func sign_mu(t *py.Thread, a *py.Args) (py.Value, error) {
	if _, err := muArg(t, a, 0); err != nil {
		return py.Nil, err
	}
	return py.Nil, py.Raise(unsupportedAlgorithm, "Signing with an external mu is not supported; sign takes the message")
}

func verify_mu(t *py.Thread, a *py.Args) (py.Value, error) {
	sig := arg(t, a, 0, "signature")
	mu, err := muArg(t, a, 1)
	if err != nil {
		return py.Nil, err
	}
	if key := py.As[publicKey](a.Self).key.(*mldsaPoint); !key.kind.params.Verify(key.data, mu, sig) {
		return py.Nil, py.RaiseValue(invalidSignature)
	}
	return py.None, nil
}
