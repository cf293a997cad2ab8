package cryptography

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"errors"
	"hash"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/internal/weierstrass"
	"github.com/woma-lang/woma/py"
)

// Keys on secp256k1 and Brainpool's curves are crypto/ecdsa's, like those on other curves, but
// what is done with the private half is in internal/weierstrass: crypto/ecdsa would do it
// in variable time. Verifying is crypto/ecdsa's, with that package's points.

// own returns the curve if it is one of that package, nil otherwise.
func own(c elliptic.Curve) *weierstrass.Curve {
	w, _ := c.(*weierstrass.Curve)
	return w
}

// ownPrivate makes the key of a number; nil if that is out of range.
func ownPrivate(c *weierstrass.Curve, d []byte) *ecdsa.PrivateKey {
	if !c.Valid(d) {
		return nil
	}
	x, y := c.ScalarBaseMult(d)
	return &ecdsa.PrivateKey{PublicKey: ecdsa.PublicKey{Curve: c, X: x, Y: y}, D: new(big.Int).SetBytes(d)}
}

// ownPublic makes the key of coordinates; nil if y is nil or they are no point of the curve.
func ownPublic(c *weierstrass.Curve, x, y *big.Int) *ecdsa.PublicKey {
	if y == nil || !c.IsOnCurve(x, y) {
		return nil
	}
	return &ecdsa.PublicKey{Curve: c, X: x, Y: y}
}

// scalarBytes returns the number of a private key.
func scalarBytes(k *ecdsa.PrivateKey) ([]byte, error) {
	if c := own(k.Curve); c != nil {
		//lint:ignore SA1019 Bytes is for curves of the standard library
		return k.D.FillBytes(make([]byte, c.Size())), nil
	}
	return k.Bytes()
}

// pointBytes returns the encoding of a point with both coordinates.
func pointBytes(k *ecdsa.PublicKey) ([]byte, error) {
	if c := own(k.Curve); c != nil {
		b := make([]byte, 1+2*c.Size())
		b[0] = 4
		//lint:ignore SA1019 Bytes is for curves of the standard library
		x, y := k.X, k.Y
		x.FillBytes(b[1 : 1+c.Size()])
		y.FillBytes(b[1+c.Size():])
		return b, nil
	}
	return k.Bytes()
}

// ownAgree is ECDH. Neither the number nor the point can be such that infinity comes out.
func ownAgree(c *weierstrass.Curve, key *ecdsa.PrivateKey, peer *ecdsa.PublicKey) ([]byte, error) {
	d, err := scalarBytes(key)
	if err != nil {
		return nil, err
	}
	x, y := coordinates(peer)
	x, y = c.ScalarMult(x, y, d)
	if x.Sign() == 0 && y.Sign() == 0 {
		return nil, errors.New("infinity")
	}
	return x.FillBytes(make([]byte, c.Size())), nil
}

// ownSign signs a digest; deterministic means the nonce of RFC 6979.
func ownSign(t *py.Thread, c *weierstrass.Curve, key *ecdsa.PrivateKey, d digestInfo, deterministic bool) ([]byte, error) {
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
	r, s, err := c.Sign(secret, d.sum, h, t.Interp.Random)
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

// ecWork charges what an operation takes on a curve of ours beyond the usual: half a
// millisecond to a multiplication with 256 bits.
func ecWork(t *py.Thread, curve elliptic.Curve) error {
	c := own(curve)
	if c == nil {
		return nil
	}
	if err := refuse(t, c.Params().Name); err != nil {
		return err
	}
	n := c.Size() / 8
	return t.Step(20000 * n * n * n / 64)
}
