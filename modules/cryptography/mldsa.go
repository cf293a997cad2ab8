package cryptography

import (
	"crypto"
	"crypto/sha3"
	"crypto/subtle"
	"slices"

	"github.com/cloudflare/circl/sign/mldsa/mldsa44"
	"github.com/cloudflare/circl/sign/mldsa/mldsa65"
	"github.com/cloudflare/circl/sign/mldsa/mldsa87"

	"github.com/woma-lang/woma/internal/mldsa"
	"github.com/woma-lang/woma/py"
)

// The keys of ML-DSA (FIPS 204), which Go's standard library lacks. A private key is
// its seed, or what was made of it where a file has no more; signatures are of the
// randomised kind.
type (
	mldsaPrivate struct{ privateKey }
	mldsaPublic  struct{ publicKey }
)

// mldsaKind is one parameter set.
type mldsaKind struct {
	name, class string
	id          oid
	params      *mldsa.Parameters
	fromSeed    func(seed *[32]byte) (pub, secret any, encoded []byte)
	parse       func(data []byte) (any, error)
	expand      func(data []byte) (secret any, encoded []byte, err error)
	bits        uint // of a coefficient of the secret vectors
	polynomials int  // in both of them
	sign        func(secret any, msg, ctx, sig []byte) error
	verify      func(pub any, msg, ctx, sig []byte) bool
}

// mldsaSecret and mldsaPoint are the Go keys in the objects.
type (
	mldsaSecret struct {
		kind     *mldsaKind
		seed     [32]byte
		expanded []byte // if the seed is not known
		secret   any
		pub      *mldsaPoint
	}
	mldsaPoint struct {
		kind *mldsaKind
		data []byte
		pub  any
	}
)

// Public is the method of a crypto.Signer; it takes more to sign.
func (s *mldsaSecret) Public() crypto.PublicKey { return s.pub }

// Equal compares public keys.
func (p *mldsaPoint) Equal(other crypto.PublicKey) bool {
	o, ok := other.(*mldsaPoint)
	return ok && o.kind == p.kind && slices.Equal(o.data, p.data)
}

var mldsa44Kind = &mldsaKind{"ML-DSA-44", "MLDSA44", oid{2, 16, 840, 1, 101, 3, 4, 3, 17}, &mldsa.MLDSA44,
	func(seed *[32]byte) (any, any, []byte) {
		pub, secret := mldsa44.NewKeyFromSeed(seed)
		return pub, secret, pub.Bytes()
	},
	func(data []byte) (any, error) {
		pub := new(mldsa44.PublicKey)
		return pub, pub.UnmarshalBinary(data)
	},
	func(data []byte) (any, []byte, error) {
		secret := new(mldsa44.PrivateKey)
		if err := secret.UnmarshalBinary(data); err != nil {
			return nil, nil, err
		}
		return secret, secret.Public().(*mldsa44.PublicKey).Bytes(), nil
	}, 3, 8,
	func(secret any, msg, ctx, sig []byte) error {
		return mldsa44.SignTo(secret.(*mldsa44.PrivateKey), msg, ctx, true, sig)
	},
	func(pub any, msg, ctx, sig []byte) bool {
		return mldsa44.Verify(pub.(*mldsa44.PublicKey), msg, ctx, sig)
	}}

var mldsa65Kind = &mldsaKind{"ML-DSA-65", "MLDSA65", oid{2, 16, 840, 1, 101, 3, 4, 3, 18}, &mldsa.MLDSA65,
	func(seed *[32]byte) (any, any, []byte) {
		pub, secret := mldsa65.NewKeyFromSeed(seed)
		return pub, secret, pub.Bytes()
	},
	func(data []byte) (any, error) {
		pub := new(mldsa65.PublicKey)
		return pub, pub.UnmarshalBinary(data)
	},
	func(data []byte) (any, []byte, error) {
		secret := new(mldsa65.PrivateKey)
		if err := secret.UnmarshalBinary(data); err != nil {
			return nil, nil, err
		}
		return secret, secret.Public().(*mldsa65.PublicKey).Bytes(), nil
	}, 4, 11,
	func(secret any, msg, ctx, sig []byte) error {
		return mldsa65.SignTo(secret.(*mldsa65.PrivateKey), msg, ctx, true, sig)
	},
	func(pub any, msg, ctx, sig []byte) bool {
		return mldsa65.Verify(pub.(*mldsa65.PublicKey), msg, ctx, sig)
	}}

var mldsa87Kind = &mldsaKind{"ML-DSA-87", "MLDSA87", oid{2, 16, 840, 1, 101, 3, 4, 3, 19}, &mldsa.MLDSA87,
	func(seed *[32]byte) (any, any, []byte) {
		pub, secret := mldsa87.NewKeyFromSeed(seed)
		return pub, secret, pub.Bytes()
	},
	func(data []byte) (any, error) {
		pub := new(mldsa87.PublicKey)
		return pub, pub.UnmarshalBinary(data)
	},
	func(data []byte) (any, []byte, error) {
		secret := new(mldsa87.PrivateKey)
		if err := secret.UnmarshalBinary(data); err != nil {
			return nil, nil, err
		}
		return secret, secret.Public().(*mldsa87.PublicKey).Bytes(), nil
	}, 3, 15,
	func(secret any, msg, ctx, sig []byte) error {
		return mldsa87.SignTo(secret.(*mldsa87.PrivateKey), msg, ctx, true, sig)
	},
	func(pub any, msg, ctx, sig []byte) bool {
		return mldsa87.Verify(pub.(*mldsa87.PublicKey), msg, ctx, sig)
	}}

var (
	mldsa44PrivateType, mldsa44PublicType, mldsa65PrivateType, mldsa65PublicType, mldsa87PrivateType, mldsa87PublicType       = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	mldsa44PrivateShape, mldsa44PublicShape, mldsa65PrivateShape, mldsa65PublicShape, mldsa87PrivateShape, mldsa87PublicShape py.Shape
)

func (k *mldsaKind) private(seed []byte) *mldsaSecret {
	s := &mldsaSecret{kind: k, pub: &mldsaPoint{kind: k}}
	copy(s.seed[:], seed)
	s.pub.pub, s.secret, s.pub.data = k.fromSeed(&s.seed)
	return s
}

// expandedKey makes the key of the encoding of FIPS 204, figure 18, which does not have
// the seed: rho, K, tr, then the vectors s1, s2 and t0.
func (k *mldsaKind) expandedKey(data []byte) (*mldsaSecret, bool) {
	secret, pub, err := k.expand(data)
	if err != nil {
		return nil, false
	}
	// The coefficients of s1 and s2 are from 0 to twice 2 or 4; there is room for more.
	most := byte(4)
	if k.bits == 4 {
		most = 8
	}
	wrong := 0
	for i := range uint(k.polynomials * 256) {
		at := 128*8 + i*k.bits
		pair := uint(data[at/8]) | uint(data[at/8+1])<<8
		wrong |= 1 - subtle.ConstantTimeLessOrEq(int(byte(pair>>(at%8))&(1<<k.bits-1)), int(most))
	}
	tr := sha3.SumSHAKE256(pub, 64)
	point, ok := k.public(pub)
	if wrong != 0 || !ok || !equal(tr, data[64:128]) {
		return nil, false
	}
	return &mldsaSecret{kind: k, expanded: slices.Clone(data), secret: secret, pub: point}, true
}

func (k *mldsaKind) public(data []byte) (*mldsaPoint, bool) {
	pub, err := k.parse(data)
	if err != nil || len(data) != k.params.PublicKeySize() {
		return nil, false
	}
	return &mldsaPoint{k, append([]byte(nil), data...), pub}, true
}

// mldsaArgs returns message and context.
func mldsaArgs(t *py.Thread, a *py.Args, i int) (data, ctx []byte, err error) {
	data, ctx = arg(t, a, i, "data"), argOrNone(t, a, i+1, "context")
	if err := a.Err(); err != nil {
		return nil, nil, err
	}
	if err := refuse(t, "circl's ML-DSA"); err != nil {
		return nil, nil, err
	}
	if len(ctx) > 255 {
		return nil, nil, py.Raise(py.ValueError, "Context must be at most 255 bytes")
	}
	return data, ctx, t.Step(2000 + len(data)/32)
}

func defineMLDSA(k *mldsaKind, private, public *py.Type, privateShape, publicShape *py.Shape) {
	secret, point := k.class+"PrivateKey", k.class+"PublicKey"
	definePrivate(private, privateShape, keyClass{secret, "mldsa", py.Members{
		py.ClassMethod("def "+secret+".from_seed_bytes(data)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			seed, err := raw(t, a, 32, "An "+k.name+" seed is 32 bytes long")
			if err != nil {
				return py.Nil, err
			}
			return newPrivateKey(k.private(seed)), nil
		}),
		py.ClassMethod("def "+secret+".generate()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			seed, err := random(t, 32)
			if err != nil {
				return py.Nil, err
			}
			return newPrivateKey(k.private(seed)), nil
		}),
		py.MethodOf("def "+secret+".private_bytes_raw(self)", private_bytes_raw),
		py.MethodOf("def "+secret+".sign(self, data, context=None)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			data, ctx, err := mldsaArgs(t, a, 0)
			if err != nil {
				return py.Nil, err
			}
			if err := secure(t); err != nil {
				return py.Nil, err
			}
			sig := make([]byte, k.params.SignatureSize())
			if err := k.sign(py.As[privateKey](a.Self).key.(*mldsaSecret).secret, data, ctx, sig); err != nil {
				return py.Nil, py.Raise(py.ValueError, "%v", err)
			}
			return py.NewBytes(sig), nil
		}),
		py.MethodOf("def "+secret+".sign_mu(self, mu)", sign_mu),
	}})
	definePublic(public, publicShape, keyClass{point, "mldsa", py.Members{
		py.ClassMethod("def "+point+".from_public_bytes(data)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			data := arg(t, a, 0, "data")
			if err := a.Err(); err != nil {
				return py.Nil, err
			}
			key, ok := k.public(data)
			if !ok {
				return py.Nil, py.Raise(py.ValueError, "An %s public key is %d bytes long", k.name, k.params.PublicKeySize())
			}
			return newPublicKey(key), nil
		}),
		py.MethodOf("def "+point+".public_bytes_raw(self)", public_bytes_raw),
		py.MethodOf("def "+point+".verify(self, signature, data, context=None)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			sig := arg(t, a, 0, "signature")
			data, ctx, err := mldsaArgs(t, a, 1)
			if err != nil {
				return py.Nil, err
			}
			if len(sig) != k.params.SignatureSize() || !k.verify(py.As[publicKey](a.Self).key.(*mldsaPoint).pub, data, ctx, sig) {
				return py.Nil, py.RaiseValue(invalidSignature)
			}
			return py.None, nil
		}),
		py.MethodOf("def "+point+".verify_mu(self, signature, mu)", verify_mu),
	}})
}
