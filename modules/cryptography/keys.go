package cryptography

import (
	"bytes"
	"crypto"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/mlkem"
	"crypto/rsa"
	"math/big"

	"github.com/cloudflare/circl/sign/ed448"

	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// privateKey is what the private keys of all algorithms begin with. Its key is one of
// *rsa.PrivateKey, *ecdsa.PrivateKey, ed25519.PrivateKey, *ecdh.PrivateKey (X25519), or
// the types of curve448.go, mlkem.go and mldsa.go. It never changes.
type privateKey struct {
	py.Head
	key any
}

// publicKey is privateKey for public keys: *rsa.PublicKey, *ecdsa.PublicKey,
// ed25519.PublicKey, *ecdh.PublicKey …
type publicKey struct {
	py.Head
	key any
}

// privateShapes and publicShapes list the shapes of the key classes.
var (
	privateShapes = []*py.Shape{
		&rsaPrivateShape, &ecPrivateShape, &ed25519PrivateShape, &x25519PrivateShape, &ed448PrivateShape, &x448PrivateShape,
		&mlkem512PrivateShape, &mlkem768PrivateShape, &mlkem1024PrivateShape, &mldsa44PrivateShape, &mldsa65PrivateShape, &mldsa87PrivateShape,
	}
	publicShapes = []*py.Shape{
		&rsaPublicShape, &ecPublicShape, &ed25519PublicShape, &x25519PublicShape, &ed448PublicShape, &x448PublicShape,
		&mlkem512PublicShape, &mlkem768PublicShape, &mlkem1024PublicShape, &mldsa44PublicShape, &mldsa65PublicShape, &mldsa87PublicShape,
	}
)

// asPrivateKey returns v if it is a private key of this package.
func asPrivateKey(v py.Value) (*privateKey, bool) {
	if hasShape(v, privateShapes) {
		return py.As[privateKey](v), true
	}
	return nil, false
}

// asPublicKey returns v if it is a public key of this package.
func asPublicKey(v py.Value) (*publicKey, bool) {
	if hasShape(v, publicShapes) {
		return py.As[publicKey](v), true
	}
	return nil, false
}

func hasShape(v py.Value, shapes []*py.Shape) bool {
	if v.Bound() {
		for _, s := range shapes {
			if v.ShapeIs(s) {
				return true
			}
		}
	}
	return false
}

// public returns the Go key of the public half.
func (k *privateKey) public() any {
	type hasPublic interface{ Public() crypto.PublicKey }
	switch k := k.key.(type) {
	case hasPublic:
		return k.Public()
	case *mlkem.DecapsulationKey768:
		return k.EncapsulationKey()
	case *mlkem.DecapsulationKey1024:
		return k.EncapsulationKey()
	}
	return nil
}

// newPrivateKey makes the Python object of a Go key; unbound if it is of no known type.
func newPrivateKey(key any) py.Value {
	switch k := key.(type) {
	case *rsa.PrivateKey:
		return py.Object(&rsaPrivate{privateKey{py.HeadOf(&rsaPrivateShape), key}})
	case *ecdsa.PrivateKey:
		return py.Object(&ecPrivate{privateKey{py.HeadOf(&ecPrivateShape), key}, py.Nil})
	case ed25519.PrivateKey:
		return py.Object(&ed25519Private{privateKey{py.HeadOf(&ed25519PrivateShape), key}})
	case *ecdh.PrivateKey:
		return py.Object(&x25519Private{privateKey{py.HeadOf(&x25519PrivateShape), key}})
	case ed448.PrivateKey:
		return py.Object(&ed448Private{privateKey{py.HeadOf(&ed448PrivateShape), key}})
	case *x448Secret:
		return py.Object(&x448Private{privateKey{py.HeadOf(&x448PrivateShape), key}})
	case *mlkem512Secret:
		return py.Object(&mlkemPrivate{privateKey{py.HeadOf(&mlkem512PrivateShape), key}})
	case *mlkem.DecapsulationKey768:
		return py.Object(&mlkemPrivate{privateKey{py.HeadOf(&mlkem768PrivateShape), key}})
	case *mlkem.DecapsulationKey1024:
		return py.Object(&mlkemPrivate{privateKey{py.HeadOf(&mlkem1024PrivateShape), key}})
	case *mldsaSecret:
		switch k.kind {
		case mldsa44Kind:
			return py.Object(&mldsaPrivate{privateKey{py.HeadOf(&mldsa44PrivateShape), key}})
		case mldsa65Kind:
			return py.Object(&mldsaPrivate{privateKey{py.HeadOf(&mldsa65PrivateShape), key}})
		}
		return py.Object(&mldsaPrivate{privateKey{py.HeadOf(&mldsa87PrivateShape), key}})
	}
	return py.Nil
}

// newPublicKey makes the Python object of a Go key; unbound if it is of no known type.
func newPublicKey(key any) py.Value {
	switch key := key.(type) {
	case *rsa.PublicKey:
		return py.Object(&rsaPublic{publicKey{py.HeadOf(&rsaPublicShape), key}})
	case *ecdsa.PublicKey:
		return py.Object(&ecPublic{publicKey{py.HeadOf(&ecPublicShape), key}, py.Nil})
	case ed25519.PublicKey:
		return py.Object(&ed25519Public{publicKey{py.HeadOf(&ed25519PublicShape), key}})
	case *ecdh.PublicKey:
		return py.Object(&x25519Public{publicKey{py.HeadOf(&x25519PublicShape), key}})
	case ed448.PublicKey:
		return py.Object(&ed448Public{publicKey{py.HeadOf(&ed448PublicShape), key}})
	case *x448Point:
		return py.Object(&x448Public{publicKey{py.HeadOf(&x448PublicShape), key}})
	case *mlkem512Point:
		return py.Object(&mlkemPublic{publicKey{py.HeadOf(&mlkem512PublicShape), key}})
	case *mlkem.EncapsulationKey768:
		return py.Object(&mlkemPublic{publicKey{py.HeadOf(&mlkem768PublicShape), key}})
	case *mlkem.EncapsulationKey1024:
		return py.Object(&mlkemPublic{publicKey{py.HeadOf(&mlkem1024PublicShape), key}})
	case *mldsaPoint:
		switch key.kind {
		case mldsa44Kind:
			return py.Object(&mldsaPublic{publicKey{py.HeadOf(&mldsa44PublicShape), key}})
		case mldsa65Kind:
			return py.Object(&mldsaPublic{publicKey{py.HeadOf(&mldsa65PublicShape), key}})
		}
		return py.Object(&mldsaPublic{publicKey{py.HeadOf(&mldsa87PublicShape), key}})
	}
	return py.Nil
}

// keyClass describes the class of a private or public key.
type keyClass struct {
	name, module string
	rows         py.Members
}

// definePrivate makes the class of a private key. All keys are immutable, so a copy is
// the key itself; the key cannot be pickled, and its repr says nothing.
func definePrivate(typ *py.Type, shape *py.Shape, c keyClass) {
	py.DefineType(typ, shape, py.TypeSpec{
		Name: c.name, Module: "cryptography.hazmat.primitives.asymmetric." + c.module,
		Flags: py.Final | py.NotCallable | py.DottedName,
		Members: append(py.Members{
			py.MethodOf("def "+c.name+".__copy__(self)", same),
			py.MethodOf("def "+c.name+".__deepcopy__(self, memo)", same),
			py.MethodOf("def "+c.name+".__reduce_ex__(self, protocol)", noPickle),
			py.MethodOf("def "+c.name+".private_bytes(self, encoding, format, encryption_algorithm)", private_bytes),
			py.MethodOf("def "+c.name+".public_key(self)", public_key),
		}, c.rows...),
	})
}

// definePublic makes the class of a public key, which can be compared for equality.
func definePublic(typ *py.Type, shape *py.Shape, c keyClass) {
	py.DefineType(typ, shape, py.TypeSpec{
		Name: c.name, Module: "cryptography.hazmat.primitives.asymmetric." + c.module,
		Flags: py.Final | py.NotCallable | py.DottedName,
		Slots: py.Slots{Compare: comparePublic},
		Members: append(py.Members{
			py.MethodOf("def "+c.name+".__copy__(self)", same),
			py.MethodOf("def "+c.name+".__deepcopy__(self, memo)", same),
			py.MethodOf("def "+c.name+".__reduce_ex__(self, protocol)", noPickle),
			py.MethodOf("def "+c.name+".public_bytes(self, encoding, format)", public_bytes),
		}, c.rows...),
	})
}

func same(t *py.Thread, a *py.Args) (py.Value, error) { return a.Self, nil }

func noPickle(t *py.Thread, a *py.Args) (py.Value, error) {
	typ := a.Self.Type()
	return py.Nil, py.Raise(py.TypeError, "cannot pickle '%s.%s' object", typ.Module, typ.Name)
}

func public_key(t *py.Thread, a *py.Args) (py.Value, error) {
	pub := newPublicKey(py.As[privateKey](a.Self).public())
	if a.Self.ShapeIs(&ecPrivateShape) {
		py.As[ecPublic](pub).curve = py.As[ecPrivate](a.Self).curve
	}
	return pub, nil
}

func comparePublic(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	y, ok := asPublicKey(b)
	if !ok || op != py.OpEq && op != py.OpNe {
		return py.NotImplemented, nil
	}
	x := py.As[publicKey](a)
	type equaler interface{ Equal(crypto.PublicKey) bool }
	same := false
	if e, ok := x.key.(equaler); ok {
		same = e.Equal(y.key)
	} else if e, ok := x.key.(interface{ Bytes() []byte }); ok && a.Shape() == b.Shape() {
		same = bytes.Equal(e.Bytes(), y.key.(interface{ Bytes() []byte }).Bytes())
	}
	return py.Bool(same == (op == py.OpEq)), nil
}

// secure is nil if the interpreter was granted randomness; Go's own functions take
// theirs from the same place, the system's.
func secure(t *py.Thread) error {
	_, err := random(t, 0)
	return err
}

// fromModule returns an attribute of a module written in Python.
func fromModule(t *py.Thread, module, name string) (py.Value, error) {
	m, err := t.Interp.Machine.Import(t, module, nil, py.NewTuple(py.NewStr(name)), 0)
	if err != nil {
		return py.Nil, err
	}
	return py.GetAttr(t, m, t.Interp.Intern(name))
}

// callModule calls a function or class of a module written in Python.
func callModule(t *py.Thread, module, name string, args ...py.Value) (py.Value, error) {
	f, err := fromModule(t, module, name)
	if err != nil {
		return py.Nil, err
	}
	return py.Call(t, f, args...)
}

// bigArg returns an int of any size; nil (and no error) if v is none.
func bigArg(v py.Value) *big.Int {
	if v.Bound() && py.IsInstance(v, py.IntType) {
		return py.AsBig(v)
	}
	return nil
}

func bigValue(n *big.Int) py.Value { return py.NewBig(new(big.Int).Set(n)) }

// attr returns the attribute of an object, unbound if it has none.
func attr(t *py.Thread, v py.Value, name string) (py.Value, error) {
	if !v.Bound() {
		return py.Nil, nil
	}
	return py.LookupAttr(t, v, t.Interp.Intern(name))
}

// goHash returns Go's number of a hash function, for signatures; 0 if it has none.
func goHash(name string) crypto.Hash {
	switch name {
	case "md5":
		return crypto.MD5
	case "sha1":
		return crypto.SHA1
	case "sha224":
		return crypto.SHA224
	case "sha256":
		return crypto.SHA256
	case "sha384":
		return crypto.SHA384
	case "sha512":
		return crypto.SHA512
	case "sha512_224":
		return crypto.SHA512_224
	case "sha512_256":
		return crypto.SHA512_256
	case "sha3_224":
		return crypto.SHA3_224
	case "sha3_256":
		return crypto.SHA3_256
	case "sha3_384":
		return crypto.SHA3_384
	case "sha3_512":
		return crypto.SHA3_512
	}
	return 0
}

// digest is what is signed: the hash of the data, or the data itself if the algorithm
// is utils.Prehashed. plain says that it is utils.NoDigestInfo.
type digestInfo struct {
	sum   []byte
	kind  *hashes.Algorithm
	hash  crypto.Hash // 0 if Go does not know the function
	plain bool
}

// digestOf hashes what is to be signed.
func digestOf(t *py.Thread, data []byte, algorithm py.Value) (digestInfo, error) {
	var d digestInfo
	mark, err := attr(t, algorithm, "_prehashed")
	if err != nil {
		return d, err
	}
	name, marked := asText(mark)
	if marked && name == "" {
		d.sum, d.plain = data, true
		return d, nil
	}
	inner := algorithm
	if marked {
		if inner, err = attr(t, algorithm, "_algorithm"); err != nil {
			return d, err
		}
	}
	if d.kind, err = hashOf(t, inner); err != nil {
		return d, err
	}
	d.hash = goHash(d.kind.Name)
	h, size, err := newHash(t, inner)
	if err != nil {
		return d, err
	}
	if marked {
		if len(data) != size {
			return d, py.Raise(py.ValueError, "The provided data must be the same length as the hash algorithm's digest size.")
		}
		d.sum = data
		return d, nil
	}
	h.Write(data)
	if err := t.Step(len(data) / 64); err != nil {
		return d, err
	}
	if x, ok := h.(hashes.XOF); ok && d.kind.Size == 0 {
		if err := work(t, size); err != nil {
			return d, err
		}
		d.sum = x.Digest(size)
		return d, nil
	}
	d.sum = h.Sum(nil)
	return d, nil
}
