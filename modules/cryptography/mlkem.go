package cryptography

import (
	"crypto/mlkem"

	"github.com/cloudflare/circl/kem/mlkem/mlkem512"

	"github.com/woma-lang/woma/py"
)

// The keys of ML-KEM (FIPS 203). A private key is its seed.
type (
	mlkemPrivate struct{ privateKey }
	mlkemPublic  struct{ publicKey }
)

// mlkemSecret and mlkemPoint are what the keys of both sizes can do.
type (
	mlkemSecret interface {
		Bytes() []byte
		Decapsulate(ciphertext []byte) ([]byte, error)
	}
	mlkemPoint interface {
		Bytes() []byte
	}
)

// mlkemKind is one size.
type mlkemKind struct {
	name, class string
	id          oid
	size        int // of a public key
	private     func(seed []byte) (any, error)
	public      func(data []byte) (any, error)
}

var mlkem768 = &mlkemKind{"ML-KEM-768", "MLKEM768", oid{2, 16, 840, 1, 101, 3, 4, 4, 2}, mlkem.EncapsulationKeySize768,
	func(seed []byte) (any, error) { return some(mlkem.NewDecapsulationKey768(seed)) },
	func(data []byte) (any, error) { return some(mlkem.NewEncapsulationKey768(data)) }}

var mlkem1024 = &mlkemKind{"ML-KEM-1024", "MLKEM1024", oid{2, 16, 840, 1, 101, 3, 4, 4, 3}, mlkem.EncapsulationKeySize1024,
	func(seed []byte) (any, error) { return some(mlkem.NewDecapsulationKey1024(seed)) },
	func(data []byte) (any, error) { return some(mlkem.NewEncapsulationKey1024(data)) }}

// encapsulate makes a shared secret, and the ciphertext for who has the private key.
func encapsulate(t *py.Thread, key any) (shared, ciphertext []byte, err error) {
	if p, ok := key.(*mlkem512Point); ok {
		if err := refuse(t, "circl's ML-KEM-512"); err != nil {
			return nil, nil, err
		}
		m, err := random(t, mlkem512.EncapsulationSeedSize)
		if err != nil {
			return nil, nil, err
		}
		shared, ciphertext = p.encapsulate(m)
		return shared, ciphertext, nil
	}
	if err := secure(t); err != nil {
		return nil, nil, err
	}
	shared, ciphertext = key.(interface {
		Encapsulate() (shared, ciphertext []byte)
	}).Encapsulate()
	return shared, ciphertext, nil
}

// some makes an any of a pointer, and nil of an error.
func some[T any](key *T, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return key, nil
}

var (
	mlkem768PrivateType, mlkem768PublicType, mlkem1024PrivateType, mlkem1024PublicType     = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	mlkem768PrivateShape, mlkem768PublicShape, mlkem1024PrivateShape, mlkem1024PublicShape py.Shape
)

func defineMLKEM(k *mlkemKind, private, public *py.Type, privateShape, publicShape *py.Shape) {
	fromSeed := func(seed []byte) (py.Value, error) {
		key, err := k.private(seed)
		if err != nil {
			return py.Nil, py.Raise(py.ValueError, "%v", err)
		}
		return newPrivateKey(key), nil
	}
	secret, point := k.class+"PrivateKey", k.class+"PublicKey"
	definePrivate(private, privateShape, keyClass{secret, "mlkem", py.Members{
		py.MethodOf("def "+secret+".decapsulate(self, ciphertext)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			data := arg(t, a, 0, "ciphertext")
			if err := a.Err(); err != nil {
				return py.Nil, err
			}
			if k == mlkem512Kind {
				if err := refuse(t, "circl's ML-KEM-512"); err != nil {
					return py.Nil, err
				}
			}
			shared, err := py.As[privateKey](a.Self).key.(mlkemSecret).Decapsulate(data)
			if err != nil {
				return py.Nil, py.Raise(py.ValueError, "Invalid %s ciphertext", k.name)
			}
			return py.NewBytes(shared), t.Step(1000)
		}),
		py.ClassMethod("def "+secret+".from_seed_bytes(data)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			seed, err := raw(t, a, mlkem.SeedSize, "An "+k.name+" seed is 64 bytes long")
			if err != nil {
				return py.Nil, err
			}
			return fromSeed(seed)
		}),
		py.ClassMethod("def "+secret+".generate()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			seed, err := random(t, mlkem.SeedSize)
			if err != nil {
				return py.Nil, err
			}
			return fromSeed(seed)
		}),
		py.MethodOf("def "+secret+".private_bytes_raw(self)", private_bytes_raw),
	}})
	definePublic(public, publicShape, keyClass{point, "mlkem", py.Members{
		py.MethodOf("def "+point+".encapsulate(self)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			shared, ciphertext, err := encapsulate(t, py.As[publicKey](a.Self).key)
			if err != nil {
				return py.Nil, err
			}
			return py.NewTuple(py.NewBytes(shared), py.NewBytes(ciphertext)), t.Step(1000)
		}),
		py.ClassMethod("def "+point+".from_public_bytes(data)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			data := arg(t, a, 0, "data")
			if err := a.Err(); err != nil {
				return py.Nil, err
			}
			key, err := k.public(data)
			if err != nil {
				return py.Nil, py.Raise(py.ValueError, "An %s public key is %d bytes long", k.name, k.size)
			}
			return newPublicKey(key), nil
		}),
		py.MethodOf("def "+point+".public_bytes_raw(self)", public_bytes_raw),
	}})
}
