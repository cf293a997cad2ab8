package womamod

import (
	"crypto/ed25519"
	"encoding/binary"

	"github.com/woma-lang/woma/internal/recipes"
	"github.com/woma-lang/woma/py"
)

// signingKey is a private key, verifyKey a public one. Being objects, they are not taken for
// each other, and show no key when printed.
type signingKey struct {
	py.Head
	key ed25519.PrivateKey
}

type verifyKey struct {
	py.Head
	key ed25519.PublicKey
}

var (
	signingKeyType, verifyKeyType   = &py.Type{}, &py.Type{}
	signingKeyShape, verifyKeyShape py.Shape
)

func signingKeySpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "woma", Flags: py.NotCallable | py.Final | py.DottedName,
		Doc: "A private key that signs files: SigningKey.generate() or SigningKey.load(pem).",
		Slots: py.Slots{Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.NewStr("<woma.SigningKey " + recipes.KeyID(public(py.As[signingKey](v).key)) + ">"), nil
		}},
		Members: py.Members{
			py.StaticMethod("def SigningKey.generate()", func(t *py.Thread, a *py.Args) (py.Value, error) {
				seed := make([]byte, ed25519.SeedSize)
				if _, err := (source{t}).Read(seed); err != nil {
					return py.Nil, failed(err, baseError, "")
				}
				return newSigningKey(ed25519.NewKeyFromSeed(seed)), nil
			}),
			py.GetSet("id", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.NewStr(recipes.KeyID(public(py.As[signingKey](v).key))), nil
			}, nil),
			py.StaticMethod("def SigningKey.load(pem)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				key, err := privateArg(t, a.Value(0))
				if err != nil {
					return py.Nil, err
				}
				return newSigningKey(key), nil
			}),
			py.Method("def SigningKey.pem(self)", func(k *signingKey, t *py.Thread, a *py.Args) (py.Value, error) {
				return py.NewBytes(recipes.PrivatePEM(k.key)), nil
			}),
			py.GetSet("verify_key", func(t *py.Thread, v py.Value) (py.Value, error) {
				return newVerifyKey(public(py.As[signingKey](v).key)), nil
			}, nil),
		},
	}
}

func verifyKeySpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "woma", Flags: py.NotCallable | py.Final | py.DottedName,
		Doc: "A public key that verifies files: key.verify_key or VerifyKey.load(pem).",
		Slots: py.Slots{
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.NewStr("<woma.VerifyKey " + recipes.KeyID(py.As[verifyKey](v).key) + ">"), nil
			},
			Compare: func(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
				if op != py.OpEq && op != py.OpNe || a.Type() != verifyKeyType || b.Type() != verifyKeyType {
					return py.NotImplemented, nil
				}
				return py.Bool(py.As[verifyKey](a).key.Equal(py.As[verifyKey](b).key) == (op == py.OpEq)), nil
			},
			Hash: func(t *py.Thread, v py.Value) (int64, error) {
				return int64(binary.LittleEndian.Uint64(py.As[verifyKey](v).key) >> 2), nil
			},
		},
		Members: py.Members{
			py.GetSet("id", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.NewStr(recipes.KeyID(py.As[verifyKey](v).key)), nil
			}, nil),
			py.StaticMethod("def VerifyKey.load(pem)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				key, err := publicArg(t, a.Value(0))
				if err != nil {
					return py.Nil, err
				}
				return newVerifyKey(key), nil
			}),
			py.Method("def VerifyKey.pem(self)", func(k *verifyKey, t *py.Thread, a *py.Args) (py.Value, error) {
				return py.NewBytes(recipes.PublicPEM(k.key)), nil
			}),
		},
	}
}

func newSigningKey(key ed25519.PrivateKey) py.Value {
	return py.Object(&signingKey{signingKeyType.Root(), key})
}

func newVerifyKey(key ed25519.PublicKey) py.Value {
	return py.Object(&verifyKey{verifyKeyType.Root(), key})
}

func public(key ed25519.PrivateKey) ed25519.PublicKey { return key.Public().(ed25519.PublicKey) }

// pemArg returns PEM from a str or a buffer.
func pemArg(t *py.Thread, v py.Value, want string) ([]byte, error) {
	if s, ok := py.AsStr(v); ok {
		return []byte(s.String()), nil
	}
	if v.Type().Slots.Buffer == nil {
		return nil, py.Raise(py.TypeError, "key must be %s, not %s", want, py.TypeName(v))
	}
	b, err := py.AsBuffer(t, v)
	if err == nil && len(b) == ed25519.SeedSize {
		return nil, py.Raise(py.ValueError, "key: 32 bytes do not say whether they are private or public; pass %s", want)
	}
	return b, err
}

// privateArg returns the key of sign_file: a SigningKey, PEM, or an Ed25519PrivateKey of the
// package cryptography.
func privateArg(t *py.Thread, v py.Value) (ed25519.PrivateKey, error) {
	const want = "a woma.SigningKey, PEM or an Ed25519PrivateKey"
	switch {
	case v.Type() == signingKeyType:
		return py.As[signingKey](v).key, nil
	case v.Type() == verifyKeyType || v.Type().Name == "Ed25519PublicKey":
		return nil, py.Raise(py.TypeError, "key: %s", recipes.ErrIsPublic)
	case v.Type().Name == "Ed25519PrivateKey":
		seed, err := raw(t, v, "private_bytes_raw")
		if err != nil {
			return nil, err
		}
		return ed25519.NewKeyFromSeed(seed), nil
	}
	text, err := pemArg(t, v, want)
	if err != nil {
		return nil, err
	}
	key, err := recipes.ParsePrivate(text)
	if err != nil {
		return nil, failed(err, py.ValueError, "key: ")
	}
	return key, nil
}

// publicArg returns the key of verify_file.
func publicArg(t *py.Thread, v py.Value) (ed25519.PublicKey, error) {
	const want = "a woma.VerifyKey, PEM or an Ed25519PublicKey"
	switch {
	case v.Type() == verifyKeyType:
		return py.As[verifyKey](v).key, nil
	case v.Type() == signingKeyType || v.Type().Name == "Ed25519PrivateKey":
		return nil, py.Raise(py.TypeError, "key: %s", recipes.ErrIsPrivate)
	case v.Type().Name == "Ed25519PublicKey":
		return raw(t, v, "public_bytes_raw")
	}
	text, err := pemArg(t, v, want)
	if err != nil {
		return nil, err
	}
	key, err := recipes.ParsePublic(text)
	if err != nil {
		return nil, failed(err, py.ValueError, "key: ")
	}
	return key, nil
}

// raw calls a method that returns the 32 bytes of a key.
func raw(t *py.Thread, v py.Value, method string) ([]byte, error) {
	r, err := py.CallMethod(t, v, py.Name(method))
	if err != nil {
		return nil, err
	}
	b, err := py.AsBuffer(t, r)
	if err == nil && len(b) != 32 {
		err = py.Raise(py.ValueError, "key: %s", recipes.ErrKeySize)
	}
	return append([]byte(nil), b...), err
}
