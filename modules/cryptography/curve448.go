package cryptography

import (
	"bytes"
	"crypto"

	"github.com/cloudflare/circl/dh/x448"
	"github.com/cloudflare/circl/sign/ed448"

	"github.com/woma-lang/woma/py"
)

// The keys of Ed448 (RFC 8032) and X448 (RFC 7748), which Go's standard library lacks.
// Keys of Ed448 are circl's, which know their public half.
type (
	ed448Private struct{ privateKey }
	ed448Public  struct{ publicKey }
	x448Private  struct{ privateKey }
	x448Public   struct{ publicKey }
)

// x448Secret and x448Point are the Go keys of X448.
type (
	x448Secret x448.Key
	x448Point  x448.Key
)

var (
	ed448PrivateType, ed448PublicType, x448PrivateType, x448PublicType     = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	ed448PrivateShape, ed448PublicShape, x448PrivateShape, x448PublicShape py.Shape
)

// Public computes the public half by a multiplication of the base point, 5. The
// function for this purpose, x448.KeyGen, is faster with a table of 25 KB.
func (s *x448Secret) Public() crypto.PublicKey {
	base, pub := x448.Key{5}, new(x448.Key)
	x448.Shared(pub, (*x448.Key)(s), &base)
	return (*x448Point)(pub)
}

// Equal compares public keys.
func (p *x448Point) Equal(other crypto.PublicKey) bool {
	o, ok := other.(*x448Point)
	return ok && bytes.Equal(o[:], p[:])
}

func newX448Private(data []byte) *x448Secret { return (*x448Secret)(data) }

func newX448Public(data []byte) *x448Point { return (*x448Point)(data) }

// fixed is a function that makes a value of the argument data, which must have a size.
func fixed(size int, wrong string, make func(data []byte) py.Value) func(*py.Thread, *py.Args) (py.Value, error) {
	return func(t *py.Thread, a *py.Args) (py.Value, error) {
		data, err := raw(t, a, size, wrong)
		if err != nil {
			return py.Nil, err
		}
		return make(bytes.Clone(data)), t.Step(1000)
	}
}

// generated is a function that makes a value of random bytes.
func generated(size int, make func(data []byte) py.Value) func(*py.Thread, *py.Args) (py.Value, error) {
	return func(t *py.Thread, a *py.Args) (py.Value, error) {
		data, err := random(t, size)
		if err != nil {
			return py.Nil, err
		}
		return make(data), t.Step(1000)
	}
}

func defineEd448Private() {
	fromSeed := func(data []byte) py.Value { return newPrivateKey(ed448.NewKeyFromSeed(data)) }
	definePrivate(ed448PrivateType, &ed448PrivateShape, keyClass{"Ed448PrivateKey", "ed448", py.Members{
		py.ClassMethod("def Ed448PrivateKey.from_private_bytes(data)", fixed(ed448.SeedSize, "An Ed448 private key is 57 bytes long", fromSeed)),
		py.ClassMethod("def Ed448PrivateKey.generate()", generated(ed448.SeedSize, fromSeed)),
		py.MethodOf("def Ed448PrivateKey.private_bytes_raw(self)", private_bytes_raw),
		py.Method("def Ed448PrivateKey.sign(self, data)", (*ed448Private).sign),
	}})
}

func defineEd448Public() {
	definePublic(ed448PublicType, &ed448PublicShape, keyClass{"Ed448PublicKey", "ed448", py.Members{
		py.ClassMethod("def Ed448PublicKey.from_public_bytes(data)", fixed(ed448.PublicKeySize, "An Ed448 public key is 57 bytes long",
			func(data []byte) py.Value { return newPublicKey(ed448.PublicKey(data)) })),
		py.MethodOf("def Ed448PublicKey.public_bytes_raw(self)", public_bytes_raw),
		py.Method("def Ed448PublicKey.verify(self, signature, data)", (*ed448Public).verify),
	}})
}

func defineX448Private() {
	private := func(data []byte) py.Value { return newPrivateKey(newX448Private(data)) }
	definePrivate(x448PrivateType, &x448PrivateShape, keyClass{"X448PrivateKey", "x448", py.Members{
		py.Method("def X448PrivateKey.exchange(self, peer_public_key)", (*x448Private).exchange),
		py.ClassMethod("def X448PrivateKey.from_private_bytes(data)", fixed(x448.Size, "An X448 private key is 56 bytes long", private)),
		py.ClassMethod("def X448PrivateKey.generate()", generated(x448.Size, private)),
		py.MethodOf("def X448PrivateKey.private_bytes_raw(self)", private_bytes_raw),
	}})
}

func defineX448Public() {
	definePublic(x448PublicType, &x448PublicShape, keyClass{"X448PublicKey", "x448", py.Members{
		py.ClassMethod("def X448PublicKey.from_public_bytes(data)", fixed(x448.Size, "An X448 public key is 56 bytes long",
			func(data []byte) py.Value { return newPublicKey(newX448Public(data)) })),
		py.MethodOf("def X448PublicKey.public_bytes_raw(self)", public_bytes_raw),
	}})
}

func (k *ed448Private) sign(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := refuse(t, "circl's Ed448"); err != nil {
		return py.Nil, err
	}
	return py.NewBytes(ed448.Sign(k.key.(ed448.PrivateKey), data, "")), t.Step(2000 + len(data)/16)
}

func (k *ed448Public) verify(t *py.Thread, a *py.Args) (py.Value, error) {
	sig, data := arg(t, a, 0, "signature"), arg(t, a, 1, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := refuse(t, "circl's Ed448"); err != nil {
		return py.Nil, err
	}
	if !ed448.Verify(k.key.(ed448.PublicKey), data, sig, "") {
		return py.Nil, py.RaiseValue(invalidSignature)
	}
	return py.None, t.Step(2000 + len(data)/32)
}

func (k *x448Private) exchange(t *py.Thread, a *py.Args) (py.Value, error) {
	peer := a.Value(0)
	if !peer.ShapeIs(&x448PublicShape) {
		return py.Nil, py.Raise(py.TypeError, "argument 'peer_public_key': '%s' object is not an instance of 'X448PublicKey'", py.TypeName(peer))
	}
	if err := refuse(t, "X448"); err != nil {
		return py.Nil, err
	}
	// A peer's point of low order gives a secret of zeros, whoever has the private key.
	var secret x448.Key
	if !x448.Shared(&secret, (*x448.Key)(k.key.(*x448Secret)), (*x448.Key)(py.As[publicKey](peer).key.(*x448Point))) {
		return py.Nil, py.Raise(py.ValueError, "Error computing shared key.")
	}
	return py.NewBytes(secret[:]), t.Step(2000)
}
