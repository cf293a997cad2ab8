package cryptography

import (
	"crypto"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/elliptic"
	"io"
	"math/big"

	"github.com/woma-lang/woma/internal/weierstrass"
	"github.com/woma-lang/woma/py"
)

// curveInfo is an elliptic curve that can be used.
type curveInfo struct {
	name  string // of the class in pyca/cryptography, and below its class
	class string
	curve func() elliptic.Curve
	dh    func() ecdh.Curve // nil for those that crypto/ecdh lacks
}

var curves = [...]curveInfo{
	{"secp224r1", "SECP224R1", elliptic.P224, nil},
	{"secp256r1", "SECP256R1", elliptic.P256, ecdh.P256},
	{"secp384r1", "SECP384R1", elliptic.P384, ecdh.P384},
	{"secp521r1", "SECP521R1", elliptic.P521, ecdh.P521},
	{"secp256k1", "SECP256K1", weierstrass.Secp256k1, nil},
	{"brainpoolP256r1", "BrainpoolP256R1", weierstrass.BrainpoolP256r1, nil},
	{"brainpoolP384r1", "BrainpoolP384R1", weierstrass.BrainpoolP384r1, nil},
	{"brainpoolP512r1", "BrainpoolP512R1", weierstrass.BrainpoolP512r1, nil},
}

// ecPrivate and ecPublic are keys on elliptic curves. Curve is the object that the
// program gave, unbound if nobody asked for one yet.
type ecPrivate struct {
	privateKey
	curve py.Value
}

type ecPublic struct {
	publicKey
	curve py.Value
}

func (k *ecPrivate) k() *ecdsa.PrivateKey { return k.key.(*ecdsa.PrivateKey) }
func (k *ecPublic) k() *ecdsa.PublicKey   { return k.key.(*ecdsa.PublicKey) }

var (
	ecPrivateType, ecPublicType   = &py.Type{}, &py.Type{}
	ecPrivateShape, ecPublicShape py.Shape
)

const ecModule = "cryptography.hazmat.primitives.asymmetric.ec"

func defineEcPrivate() {
	definePrivate(ecPrivateType, &ecPrivateShape, keyClass{"EllipticCurvePrivateKey", "ec", py.Members{
		py.GetSet("curve", func(t *py.Thread, v py.Value) (py.Value, error) {
			k := py.As[ecPrivate](v)
			return curveObject(t, k.k().Curve, &k.curve)
		}, nil),
		py.GetSet("key_size", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.Int(int64(py.As[ecPrivate](v).k().Params().BitSize)), nil
		}, nil),
		py.Method("def EllipticCurvePrivateKey.exchange(self, algorithm, peer_public_key)", (*ecPrivate).exchange),
		py.Method("def EllipticCurvePrivateKey.private_numbers(self)", (*ecPrivate).private_numbers),
		py.Method("def EllipticCurvePrivateKey.sign(self, data, signature_algorithm)", (*ecPrivate).sign),
	}})
}

func defineEcPublic() {
	definePublic(ecPublicType, &ecPublicShape, keyClass{"EllipticCurvePublicKey", "ec", py.Members{
		py.GetSet("curve", func(t *py.Thread, v py.Value) (py.Value, error) {
			k := py.As[ecPublic](v)
			return curveObject(t, k.k().Curve, &k.curve)
		}, nil),
		py.ClassMethod("def EllipticCurvePublicKey.from_encoded_point(curve, data)", from_encoded_point),
		py.GetSet("key_size", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.Int(int64(py.As[ecPublic](v).k().Params().BitSize)), nil
		}, nil),
		py.Method("def EllipticCurvePublicKey.public_numbers(self)", (*ecPublic).public_numbers),
		py.Method("def EllipticCurvePublicKey.verify(self, signature, data, signature_algorithm)", (*ecPublic).verify),
	}})
}

// curveObject returns the object of a curve, making it at the first use.
func curveObject(t *py.Thread, c elliptic.Curve, have *py.Value) (py.Value, error) {
	if have.Bound() {
		return *have, nil
	}
	for i := range curves {
		if curves[i].curve() == c {
			v, err := callModule(t, ecModule, curves[i].class)
			*have = v
			return v, err
		}
	}
	return py.Nil, py.Raise(unsupportedAlgorithm, "Curve is not supported")
}

// curveOf returns the curve that an ec.EllipticCurve names.
func curveOf(t *py.Thread, v py.Value) (*curveInfo, error) {
	name, err := curveName(t, v)
	if err != nil {
		return nil, err
	}
	for i := range curves {
		if curves[i].name == name {
			return &curves[i], curves[i].allowed(t)
		}
	}
	return nil, py.Raise(unsupportedAlgorithm, "Curve %s is not supported", name)
}

func curveName(t *py.Thread, v py.Value) (string, error) {
	class, err := fromModule(t, ecModule, "EllipticCurve")
	if err != nil {
		return "", err
	}
	ok, err := py.IsInstanceOf(t, v, class)
	if err != nil {
		return "", err
	}
	if !ok {
		return "", py.Raise(py.TypeError, "curve must be an EllipticCurve instance")
	}
	n, err := attr(t, v, "name")
	if err != nil {
		return "", err
	}
	name, _ := asText(n)
	return name, nil
}

// allowed is the error for a curve that is not in Go's FIPS module, if only those may be used.
func (c *curveInfo) allowed(t *py.Thread) error {
	if own(c.curve()) != nil {
		return refuse(t, c.name)
	}
	return nil
}

func (c *curveInfo) size() int { return (c.curve().Params().BitSize + 7) / 8 }

// private makes the key of a number; nil if that is out of range.
func (c *curveInfo) private(d *big.Int) *ecdsa.PrivateKey {
	if d.Sign() <= 0 || d.Cmp(c.curve().Params().N) >= 0 {
		return nil
	}
	if w := own(c.curve()); w != nil {
		return ownPrivate(w, d.FillBytes(make([]byte, w.Size())))
	}
	key, err := ecdsa.ParseRawPrivateKey(c.curve(), d.FillBytes(make([]byte, (c.curve().Params().N.BitLen()+7)/8)))
	if err != nil {
		return nil
	}
	return key
}

// point parses the encoding of a point, compressed or not; nil if it is none.
func (c *curveInfo) point(data []byte) *ecdsa.PublicKey {
	if len(data) == 1+c.size() && (data[0] == 2 || data[0] == 3) {
		if w := own(c.curve()); w != nil {
			x := new(big.Int).SetBytes(data[1:])
			return ownPublic(w, x, w.Decompress(x, data[0] == 3))
		}
		x, y := elliptic.UnmarshalCompressed(c.curve(), data)
		if x == nil {
			return nil
		}
		return c.affine(x, y)
	}
	if w := own(c.curve()); w != nil {
		n := w.Size()
		if len(data) != 1+2*n || data[0] != 4 {
			return nil
		}
		return ownPublic(w, new(big.Int).SetBytes(data[1:1+n]), new(big.Int).SetBytes(data[1+n:]))
	}
	key, err := ecdsa.ParseUncompressedPublicKey(c.curve(), data)
	if err != nil {
		return nil
	}
	return key
}

// affine makes the key of coordinates; nil if that is no point of the curve.
func (c *curveInfo) affine(x, y *big.Int) *ecdsa.PublicKey {
	n := c.size()
	if x.Sign() < 0 || y.Sign() < 0 || x.BitLen() > 8*n || y.BitLen() > 8*n {
		return nil
	}
	if w := own(c.curve()); w != nil {
		return ownPublic(w, x, y)
	}
	b := make([]byte, 1+2*n)
	b[0] = 4
	x.FillBytes(b[1 : 1+n])
	y.FillBytes(b[1+n:])
	key, err := ecdsa.ParseUncompressedPublicKey(c.curve(), b)
	if err != nil {
		return nil
	}
	return key
}

// coordinates returns x and y of a key.
func coordinates(k *ecdsa.PublicKey) (x, y *big.Int) {
	b, err := pointBytes(k)
	if err != nil {
		return new(big.Int), new(big.Int)
	}
	n := len(b) / 2
	return new(big.Int).SetBytes(b[1 : 1+n]), new(big.Int).SetBytes(b[1+n:])
}

// encodePoint returns the X9.62 encoding of a point, compressed or not.
func encodePoint(k *ecdsa.PublicKey, compress bool) ([]byte, error) {
	b, err := pointBytes(k)
	if err != nil || !compress {
		return b, err
	}
	out := append([]byte{2 + b[len(b)-1]&1}, b[1:1+len(b)/2]...)
	return out, nil
}

// generate makes a random key.
func (c *curveInfo) generate(random io.Reader) (*ecdsa.PrivateKey, error) {
	w := own(c.curve())
	if w == nil {
		return ecdsa.GenerateKey(c.curve(), random)
	}
	d, err := w.Generate(random)
	if err != nil {
		return nil, err
	}
	return ownPrivate(w, d), nil
}

// ec_generate is ec_generate(curve, /).
func ec_generate(t *py.Thread, a *py.Args) (py.Value, error) {
	c, err := curveOf(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if err := secure(t); err != nil {
		return py.Nil, err
	}
	key, err := c.generate(t.Interp.Random)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	v := newPrivateKey(key)
	py.As[ecPrivate](v).curve = a.Value(0)
	return v, t.Step(1000)
}

// ec_private is ec_private(private_value, curve, x=None, y=None, /): with coordinates,
// they must be those of the number.
func ec_private(t *py.Thread, a *py.Args) (py.Value, error) {
	c, err := curveOf(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	key := c.private(py.AsBig(a.Value(0)))
	if key == nil {
		return py.Nil, py.Raise(py.ValueError, "Invalid EC key.")
	}
	if a.Given(2) {
		pub, err := c.fromNumbers(a.Value(2), a.Value(3))
		if err != nil {
			return py.Nil, err
		}
		if !pub.Equal(key.Public()) {
			return py.Nil, py.Raise(py.ValueError, "Invalid EC key.")
		}
	}
	v := newPrivateKey(key)
	py.As[ecPrivate](v).curve = a.Value(1)
	return v, t.Step(1000)
}

func (c *curveInfo) fromNumbers(x, y py.Value) (*ecdsa.PublicKey, error) {
	bx, by := py.AsBig(x), py.AsBig(y)
	if bx.Sign() < 0 || by.Sign() < 0 {
		return nil, py.Raise(py.ValueError, "Invalid EC key. Both x and y must be non-negative.")
	}
	key := c.affine(bx, by)
	if key == nil {
		return nil, py.Raise(py.ValueError, "Invalid EC key. Point is not on the curve specified.")
	}
	return key, nil
}

// ec_public is ec_public(x, y, curve, /).
func ec_public(t *py.Thread, a *py.Args) (py.Value, error) {
	c, err := curveOf(t, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	key, err := c.fromNumbers(a.Value(0), a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	v := newPublicKey(key)
	py.As[ecPublic](v).curve = a.Value(2)
	return v, nil
}

// ec_supported is ec_supported(curve, /).
func ec_supported(t *py.Thread, a *py.Args) (py.Value, error) {
	_, err := curveOf(t, a.Value(0))
	if py.ErrIs(err, unsupportedAlgorithm) {
		return py.False, nil
	}
	return py.True, err
}

func from_encoded_point(t *py.Thread, a *py.Args) (py.Value, error) {
	data, ok := py.Cast[py.Bytes](a.Value(1), py.BytesType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "data must be bytes")
	}
	if _, err := curveName(t, a.Value(0)); err != nil {
		return py.Nil, err
	}
	switch {
	case len(data.B) == 0:
		return py.Nil, py.Raise(py.ValueError, "data must not be an empty byte string")
	case data.B[0] < 2 || data.B[0] > 4:
		return py.Nil, py.Raise(py.ValueError, "Unsupported elliptic curve point type")
	}
	c, err := curveOf(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	key := c.point(data.B)
	if key == nil {
		return py.Nil, py.Raise(py.ValueError, "Invalid EC key.")
	}
	v := newPublicKey(key)
	py.As[ecPublic](v).curve = a.Value(0)
	return v, nil
}

// instanceOf checks that v is an instance of a class of module ec.
func instanceOf(t *py.Thread, v py.Value, module, class string) (bool, error) {
	c, err := fromModule(t, module, class)
	if err != nil {
		return false, err
	}
	return py.IsInstanceOf(t, v, c)
}

func (k *ecPrivate) exchange(t *py.Thread, a *py.Args) (py.Value, error) {
	if ok, err := instanceOf(t, a.Value(0), ecModule, "ECDH"); err != nil {
		return py.Nil, err
	} else if !ok {
		return py.Nil, py.Raise(unsupportedAlgorithm, "Unsupported EC exchange algorithm")
	}
	other := a.Value(1)
	if !other.ShapeIs(&ecPublicShape) {
		return py.Nil, py.Raise(py.TypeError, "argument 'peer_public_key': '%s' object is not an instance of 'ECPublicKey'", py.TypeName(other))
	}
	key, peer := k.k(), py.As[ecPublic](other).k()
	if key.Curve != peer.Curve {
		return py.Nil, py.Raise(py.ValueError, "public_key algorithm does not match self.")
	}
	if err := ecWork(t, key.Curve); err != nil {
		return py.Nil, err
	}
	secret, err := agree(key, peer)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "Error computing shared key.")
	}
	return py.NewBytes(secret), t.Step(1000)
}

// agree is ECDH.
func agree(key *ecdsa.PrivateKey, peer *ecdsa.PublicKey) ([]byte, error) {
	if key.Curve == elliptic.P224() {
		// The points are on the curve, and the arithmetic is in constant time.
		d, err := key.Bytes()
		if err != nil {
			return nil, err
		}
		x, y := coordinates(peer)
		//lint:ignore SA1019 crypto/ecdh has no P-224.
		x, _ = key.Curve.ScalarMult(x, y, d)
		return x.FillBytes(make([]byte, 28)), nil
	}
	if w := own(key.Curve); w != nil {
		return ownAgree(w, key, peer)
	}
	mine, err := key.ECDH()
	if err != nil {
		return nil, err
	}
	other, err := peer.ECDH()
	if err != nil {
		return nil, err
	}
	return mine.ECDH(other)
}

// deterministic are the options for signatures as in RFC 6979.
type deterministic struct{ hash crypto.Hash }

func (d deterministic) HashFunc() crypto.Hash { return d.hash }

func ecdsaDigest(t *py.Thread, data []byte, algorithm py.Value) (digestInfo, error) {
	ok, err := instanceOf(t, algorithm, ecModule, "ECDSA")
	if err != nil {
		return digestInfo{}, err
	}
	if !ok {
		return digestInfo{}, py.Raise(unsupportedAlgorithm, "Unsupported elliptic curve signature algorithm")
	}
	h, err := attr(t, algorithm, "_algorithm")
	if err != nil {
		return digestInfo{}, err
	}
	return digestOf(t, data, h)
}

func (k *ecPrivate) sign(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d, err := ecdsaDigest(t, data, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	det, err := attr(t, a.Value(1), "_deterministic_signing")
	if err != nil {
		return py.Nil, err
	}
	if err := ecWork(t, k.k().Curve); err != nil {
		return py.Nil, err
	}
	var sig []byte
	if w := own(k.k().Curve); w != nil {
		if sig, err = ownSign(t, w, k.k(), d, det.Bound() && det == py.True); err != nil {
			return py.Nil, err
		}
	} else if det.Bound() && det == py.True {
		if d.hash == 0 {
			return py.Nil, py.Raise(unsupportedAlgorithm, "Deterministic signing is not supported with this hash function")
		}
		sig, err = k.k().Sign(nil, d.sum, deterministic{d.hash})
	} else {
		if err := secure(t); err != nil {
			return py.Nil, err
		}
		sig, err = ecdsa.SignASN1(t.Interp.Random, k.k(), d.sum)
	}
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	return py.NewBytes(sig), t.Step(500)
}

func (k *ecPublic) verify(t *py.Thread, a *py.Args) (py.Value, error) {
	sig, data := arg(t, a, 0, "signature"), arg(t, a, 1, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d, err := ecdsaDigest(t, data, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	if err := ecWork(t, k.k().Curve); err != nil {
		return py.Nil, err
	}
	if !ecdsa.VerifyASN1(k.k(), d.sum, sig) {
		return py.Nil, py.RaiseValue(invalidSignature)
	}
	return py.None, t.Step(500)
}

func (k *ecPublic) public_numbers(t *py.Thread, a *py.Args) (py.Value, error) {
	c, err := curveObject(t, k.k().Curve, &k.curve)
	if err != nil {
		return py.Nil, err
	}
	x, y := coordinates(k.k())
	return callModule(t, ecModule, "EllipticCurvePublicNumbers", py.NewBig(x), py.NewBig(y), c)
}

func (k *ecPrivate) private_numbers(t *py.Thread, a *py.Args) (py.Value, error) {
	c, err := curveObject(t, k.k().Curve, &k.curve)
	if err != nil {
		return py.Nil, err
	}
	d, err := scalarBytes(k.k())
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	x, y := coordinates(&k.k().PublicKey)
	pub, err := callModule(t, ecModule, "EllipticCurvePublicNumbers", py.NewBig(x), py.NewBig(y), c)
	if err != nil {
		return py.Nil, err
	}
	return callModule(t, ecModule, "EllipticCurvePrivateNumbers", py.NewBig(new(big.Int).SetBytes(d)), pub)
}
