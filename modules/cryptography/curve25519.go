package cryptography

import (
	"bytes"
	"crypto"
	"crypto/ecdh"
	"crypto/ed25519"

	"github.com/cloudflare/circl/sign/ed448"

	"github.com/woma-lang/woma/py"
)

// The keys of Ed25519 and X25519.
type (
	ed25519Private struct{ privateKey }
	ed25519Public  struct{ publicKey }
	x25519Private  struct{ privateKey }
	x25519Public   struct{ publicKey }
)

var (
	ed25519PrivateType, ed25519PublicType, x25519PrivateType, x25519PublicType     = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	ed25519PrivateShape, ed25519PublicShape, x25519PrivateShape, x25519PublicShape py.Shape
)

func defineEd25519Private() {
	definePrivate(ed25519PrivateType, &ed25519PrivateShape, keyClass{"Ed25519PrivateKey", "ed25519", py.Members{
		py.ClassMethod("def Ed25519PrivateKey.from_private_bytes(data)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			data, err := raw(t, a, 32, "An Ed25519 private key is 32 bytes long")
			if err != nil {
				return py.Nil, err
			}
			return newPrivateKey(ed25519.NewKeyFromSeed(data)), nil
		}),
		py.ClassMethod("def Ed25519PrivateKey.generate()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			seed, err := random(t, ed25519.SeedSize)
			if err != nil {
				return py.Nil, err
			}
			return newPrivateKey(ed25519.NewKeyFromSeed(seed)), nil
		}),
		py.MethodOf("def Ed25519PrivateKey.private_bytes_raw(self)", private_bytes_raw),
		py.Method("def Ed25519PrivateKey.sign(self, data)", (*ed25519Private).sign),
	}})
}

func defineEd25519Public() {
	definePublic(ed25519PublicType, &ed25519PublicShape, keyClass{"Ed25519PublicKey", "ed25519", py.Members{
		py.ClassMethod("def Ed25519PublicKey.from_public_bytes(data)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			data, err := raw(t, a, 32, "An Ed25519 public key is 32 bytes long")
			if err != nil {
				return py.Nil, err
			}
			return newPublicKey(ed25519.PublicKey(append([]byte(nil), data...))), nil
		}),
		py.MethodOf("def Ed25519PublicKey.public_bytes_raw(self)", public_bytes_raw),
		py.Method("def Ed25519PublicKey.verify(self, signature, data)", (*ed25519Public).verify),
	}})
}

func defineX25519Private() {
	definePrivate(x25519PrivateType, &x25519PrivateShape, keyClass{"X25519PrivateKey", "x25519", py.Members{
		py.Method("def X25519PrivateKey.exchange(self, peer_public_key)", (*x25519Private).exchange),
		py.ClassMethod("def X25519PrivateKey.from_private_bytes(data)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			data, err := raw(t, a, 32, "An X25519 private key is 32 bytes long")
			if err != nil {
				return py.Nil, err
			}
			return newX25519(t, data)
		}),
		py.ClassMethod("def X25519PrivateKey.generate()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			data, err := random(t, 32)
			if err != nil {
				return py.Nil, err
			}
			return newX25519(t, data)
		}),
		py.MethodOf("def X25519PrivateKey.private_bytes_raw(self)", private_bytes_raw),
	}})
}

func defineX25519Public() {
	definePublic(x25519PublicType, &x25519PublicShape, keyClass{"X25519PublicKey", "x25519", py.Members{
		py.ClassMethod("def X25519PublicKey.from_public_bytes(data)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			const wrong = "An X25519 public key is 32 bytes long"
			data, err := raw(t, a, 32, wrong)
			if err != nil {
				return py.Nil, err
			}
			key, err := ecdh.X25519().NewPublicKey(data)
			if err != nil {
				return py.Nil, py.Raise(py.ValueError, wrong)
			}
			return newPublicKey(key), nil
		}),
		py.MethodOf("def X25519PublicKey.public_bytes_raw(self)", public_bytes_raw),
	}})
}

// raw returns the argument data, which must have a size.
func raw(t *py.Thread, a *py.Args, size int, wrong string) ([]byte, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return nil, err
	}
	if len(data) != size {
		return nil, py.Raise(py.ValueError, "%s", wrong)
	}
	return data, nil
}

func newX25519(t *py.Thread, data []byte) (py.Value, error) {
	if err := refuse(t, "X25519"); err != nil {
		return py.Nil, err
	}
	key, err := ecdh.X25519().NewPrivateKey(data)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "Invalid X25519 private key")
	}
	return newPrivateKey(key), nil
}

func (k *ed25519Private) sign(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	// Sign returns an error, where the function ed25519.Sign would panic.
	sig, err := k.key.(ed25519.PrivateKey).Sign(nil, data, crypto.Hash(0))
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	return py.NewBytes(sig), t.Step(500 + len(data)/32)
}

func (k *ed25519Public) verify(t *py.Thread, a *py.Args) (py.Value, error) {
	sig, data := arg(t, a, 0, "signature"), arg(t, a, 1, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if !ed25519.Verify(k.key.(ed25519.PublicKey), data, sig) {
		return py.Nil, py.RaiseValue(invalidSignature)
	}
	return py.None, t.Step(500 + len(data)/64)
}

func (k *x25519Private) exchange(t *py.Thread, a *py.Args) (py.Value, error) {
	peer := a.Value(0)
	if !peer.ShapeIs(&x25519PublicShape) {
		return py.Nil, py.Raise(py.TypeError, "argument 'peer_public_key': '%s' object is not an instance of 'X25519PublicKey'", py.TypeName(peer))
	}
	if err := refuse(t, "X25519"); err != nil {
		return py.Nil, err
	}
	// A peer's point of low order gives a secret of zeros, which Go refuses.
	secret, err := k.key.(*ecdh.PrivateKey).ECDH(py.As[publicKey](peer).key.(*ecdh.PublicKey))
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "Error computing shared key.")
	}
	return py.NewBytes(secret), t.Step(500)
}

// rawPrivate returns the raw form of a key that has one.
func rawPrivate(key any) ([]byte, bool) {
	switch key := key.(type) {
	case ed25519.PrivateKey:
		return key.Seed(), true
	case *ecdh.PrivateKey:
		return key.Bytes(), true
	case ed448.PrivateKey:
		return key.Seed(), true
	case *x448Secret:
		return bytes.Clone(key[:]), true
	case mlkemSecret:
		return key.Bytes(), true
	case *mldsaSecret:
		return bytes.Clone(key.seed[:]), key.expanded == nil
	}
	return nil, false
}

// rawPublic returns the raw form of a key that has one.
func rawPublic(key any) ([]byte, bool) {
	switch key := key.(type) {
	case ed25519.PublicKey:
		return append([]byte(nil), key...), true
	case *ecdh.PublicKey:
		return key.Bytes(), true
	case ed448.PublicKey:
		return bytes.Clone(key), true
	case *x448Point:
		return bytes.Clone(key[:]), true
	case mlkemPoint:
		return key.Bytes(), true
	case *mldsaPoint:
		return append([]byte(nil), key.data...), true
	}
	return nil, false
}

func private_bytes_raw(t *py.Thread, a *py.Args) (py.Value, error) {
	b, ok := rawPrivate(py.As[privateKey](a.Self).key)
	if !ok {
		return py.Nil, py.Raise(py.ValueError, "The private key was loaded without its seed")
	}
	return py.NewBytes(b), nil
}

func public_bytes_raw(t *py.Thread, a *py.Args) (py.Value, error) {
	b, _ := rawPublic(py.As[publicKey](a.Self).key)
	return py.NewBytes(b), nil
}
