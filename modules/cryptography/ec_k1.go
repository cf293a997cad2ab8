package cryptography

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"errors"
	"hash"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/internal/secp256k1"
	"github.com/woma-lang/woma/py"
)

// Keys on secp256k1 are crypto/ecdsa's, like those on other curves, but what is done with
// the private half is in internal/secp256k1: crypto/ecdsa would do it in variable time.
// Verifying is crypto/ecdsa's, with that package's points.

func isK1(c elliptic.Curve) bool { return c == secp256k1.Curve() }

// k1Private makes the key of a number; nil if that is out of range.
func k1Private(d []byte) *ecdsa.PrivateKey {
	if !secp256k1.Valid(d) {
		return nil
	}
	c := secp256k1.Curve()
	//lint:ignore SA1019 the only way to multiply on a curve that is not of the standard library
	x, y := c.ScalarBaseMult(d)
	return &ecdsa.PrivateKey{PublicKey: ecdsa.PublicKey{Curve: c, X: x, Y: y}, D: new(big.Int).SetBytes(d)}
}

// k1Public makes the key of coordinates; nil if y is nil or they are no point of the curve.
func k1Public(x, y *big.Int) *ecdsa.PublicKey {
	//lint:ignore SA1019 as above
	if y == nil || !secp256k1.Curve().IsOnCurve(x, y) {
		return nil
	}
	return &ecdsa.PublicKey{Curve: secp256k1.Curve(), X: x, Y: y}
}

// scalarBytes returns the number of a private key.
func scalarBytes(k *ecdsa.PrivateKey) ([]byte, error) {
	if isK1(k.Curve) {
		//lint:ignore SA1019 Bytes is for curves of the standard library
		return k.D.FillBytes(make([]byte, secp256k1.Size)), nil
	}
	return k.Bytes()
}

// pointBytes returns the encoding of a point with both coordinates.
func pointBytes(k *ecdsa.PublicKey) ([]byte, error) {
	if isK1(k.Curve) {
		b := make([]byte, 1+2*secp256k1.Size)
		b[0] = 4
		//lint:ignore SA1019 Bytes is for curves of the standard library
		x, y := k.X, k.Y
		x.FillBytes(b[1 : 1+secp256k1.Size])
		y.FillBytes(b[1+secp256k1.Size:])
		return b, nil
	}
	return k.Bytes()
}

// k1Agree is ECDH. Neither the number nor the point can be such that infinity comes out.
func k1Agree(key *ecdsa.PrivateKey, peer *ecdsa.PublicKey) ([]byte, error) {
	d, err := scalarBytes(key)
	if err != nil {
		return nil, err
	}
	x, y := coordinates(peer)
	//lint:ignore SA1019 as above
	x, y = key.Curve.ScalarMult(x, y, d)
	if x.Sign() == 0 && y.Sign() == 0 {
		return nil, errors.New("infinity")
	}
	return x.FillBytes(make([]byte, secp256k1.Size)), nil
}

// k1Sign signs a digest; deterministic means the nonce of RFC 6979.
func k1Sign(t *py.Thread, key *ecdsa.PrivateKey, d digestInfo, deterministic bool) ([]byte, error) {
	var h func() hash.Hash
	if deterministic {
		if d.hash == 0 || !d.hash.Available() {
			return nil, py.Raise(unsupportedAlgorithm, "Deterministic signing is not supported with this hash function")
		}
		h = d.hash.New
	} else if err := secure(t); err != nil {
		return nil, err
	}
	secret, err := scalarBytes(key)
	if err != nil {
		return nil, err
	}
	r, s, err := secp256k1.Sign(secret, d.sum, h, t.Interp.Random)
	if err != nil {
		return nil, py.FromGo(err)
	}
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1BigInt(new(big.Int).SetBytes(r))
			b.AddASN1BigInt(new(big.Int).SetBytes(s))
		})
	})
}

// ecWork charges what an operation takes on a curve beyond the usual: half a
// millisecond to a multiplication.
func ecWork(t *py.Thread, c elliptic.Curve) error {
	if !isK1(c) {
		return nil
	}
	if err := refuse(t, "secp256k1"); err != nil {
		return err
	}
	return t.Step(20000)
}
