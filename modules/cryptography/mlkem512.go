package cryptography

import (
	"bytes"
	"crypto"
	"errors"

	"github.com/cloudflare/circl/kem/mlkem/mlkem512"

	"github.com/woma-lang/woma/py"
)

// ML-KEM-512, the smallest size of FIPS 203, which neither Go's standard library nor
// pyca/cryptography has; small devices and the vectors do. It is circl's.

// mlkem512Secret and mlkem512Point are the Go keys, in the form of crypto/mlkem's.
type (
	mlkem512Secret struct {
		seed [mlkem512.KeySeedSize]byte
		key  *mlkem512.PrivateKey
		pub  *mlkem512Point
	}
	mlkem512Point struct {
		data []byte
		key  *mlkem512.PublicKey
	}
)

var (
	mlkem512PrivateType, mlkem512PublicType   = &py.Type{}, &py.Type{}
	mlkem512PrivateShape, mlkem512PublicShape py.Shape
)

var mlkem512Kind = &mlkemKind{"ML-KEM-512", "MLKEM512", oid{2, 16, 840, 1, 101, 3, 4, 4, 1}, mlkem512.PublicKeySize,
	func(seed []byte) (any, error) {
		if len(seed) != mlkem512.KeySeedSize {
			return nil, errors.New("invalid seed length")
		}
		s := &mlkem512Secret{}
		copy(s.seed[:], seed)
		pub, key := mlkem512.NewKeyFromSeed(seed)
		data := make([]byte, mlkem512.PublicKeySize)
		pub.Pack(data)
		s.key, s.pub = key, &mlkem512Point{data: data, key: pub}
		return s, nil
	},
	func(data []byte) (any, error) {
		if len(data) != mlkem512.PublicKeySize {
			return nil, errors.New("invalid key length")
		}
		pub := new(mlkem512.PublicKey)
		if err := pub.Unpack(data); err != nil { // numbers beyond the modulus
			return nil, err
		}
		return &mlkem512Point{data: bytes.Clone(data), key: pub}, nil
	}}

// Bytes returns the seed.
func (s *mlkem512Secret) Bytes() []byte { return bytes.Clone(s.seed[:]) }

// Public returns the public half.
func (s *mlkem512Secret) Public() crypto.PublicKey { return s.pub }

// Decapsulate returns the secret in a ciphertext; a wrong one gives some other secret.
func (s *mlkem512Secret) Decapsulate(ciphertext []byte) ([]byte, error) {
	if len(ciphertext) != mlkem512.CiphertextSize {
		return nil, errors.New("invalid ciphertext length")
	}
	shared := make([]byte, mlkem512.SharedKeySize)
	s.key.DecapsulateTo(shared, ciphertext)
	return shared, nil
}

// Bytes returns the encoding.
func (p *mlkem512Point) Bytes() []byte { return bytes.Clone(p.data) }

// Equal compares public keys.
func (p *mlkem512Point) Equal(other crypto.PublicKey) bool {
	o, ok := other.(*mlkem512Point)
	return ok && bytes.Equal(o.data, p.data)
}

// encapsulate makes a secret of 32 random bytes, and the ciphertext that says it.
func (p *mlkem512Point) encapsulate(random []byte) (shared, ciphertext []byte) {
	shared, ciphertext = make([]byte, mlkem512.SharedKeySize), make([]byte, mlkem512.CiphertextSize)
	p.key.EncapsulateTo(ciphertext, shared, random)
	return shared, ciphertext
}
