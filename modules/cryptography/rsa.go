package cryptography

import (
	"bytes"
	"crypto/rsa"
	"math/big"

	"github.com/woma-lang/woma/py"
)

// The keys of RSA.
type (
	rsaPrivate struct{ privateKey }
	rsaPublic  struct{ publicKey }
)

func (k *rsaPrivate) k() *rsa.PrivateKey { return k.key.(*rsa.PrivateKey) }
func (k *rsaPublic) k() *rsa.PublicKey   { return k.key.(*rsa.PublicKey) }

var (
	rsaPrivateType, rsaPublicType   = &py.Type{}, &py.Type{}
	rsaPrivateShape, rsaPublicShape py.Shape
)

const (
	rsaModule = "cryptography.hazmat.primitives.asymmetric.rsa"
	// maxRSA is the largest modulus, as with OpenSSL.
	maxRSA = 16384
	// maxPrimes is how many primes a modulus may have, as with OpenSSL.
	maxPrimes = 5
)

func defineRsaPrivate() {
	definePrivate(rsaPrivateType, &rsaPrivateShape, keyClass{"RSAPrivateKey", "rsa", py.Members{
		py.Method("def RSAPrivateKey.decrypt(self, ciphertext, padding)", (*rsaPrivate).decrypt),
		py.GetSet("key_size", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.Int(int64(py.As[rsaPrivate](v).k().N.BitLen())), nil
		}, nil),
		py.Method("def RSAPrivateKey.private_numbers(self)", (*rsaPrivate).private_numbers),
		py.Method("def RSAPrivateKey.sign(self, data, padding, algorithm)", (*rsaPrivate).sign),
	}})
}

func defineRsaPublic() {
	definePublic(rsaPublicType, &rsaPublicShape, keyClass{"RSAPublicKey", "rsa", py.Members{
		py.Method("def RSAPublicKey.encrypt(self, plaintext, padding)", (*rsaPublic).encrypt),
		py.GetSet("key_size", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.Int(int64(py.As[rsaPublic](v).k().N.BitLen())), nil
		}, nil),
		py.Method("def RSAPublicKey.public_numbers(self)", (*rsaPublic).public_numbers),
		py.Method("def RSAPublicKey.recover_data_from_signature(self, signature, padding, algorithm)", (*rsaPublic).recover_data_from_signature),
		py.Method("def RSAPublicKey.verify(self, signature, data, padding, algorithm)", (*rsaPublic).verify),
	}})
}

// rsaCost charges the time of an operation with a key.
func rsaCost(t *py.Thread, bits int, private bool) error {
	n := bits / 64
	if private {
		return t.Step(n * n * n / 2)
	}
	return t.Step(n * n)
}

// rsa_generate is rsa_generate(key_size, /); the exponent is 65537. Python has checked
// that the size is at least 1024.
func rsa_generate(t *py.Thread, a *py.Args) (py.Value, error) {
	bits := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if bits > maxRSA {
		return py.Nil, py.Raise(py.ValueError, "key_size must be at most %d-bits.", maxRSA)
	}
	if err := secure(t); err != nil {
		return py.Nil, err
	}
	if err := t.Step(bits * bits / 32 * bits / 1024); err != nil {
		return py.Nil, err
	}
	var key *rsa.PrivateKey
	var err error
	source := t.Interp.Random // which crypto/rsa asks for and does not use
	if err := t.Outside(func() { key, err = rsa.GenerateKey(source, bits) }); err != nil {
		return py.Nil, err
	}
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	return newPrivateKey(key), nil
}

// newRSAPublic checks the numbers of a public key.
func newRSAPublic(e, n *big.Int) (*rsa.PublicKey, error) {
	switch {
	case n.Cmp(big.NewInt(3)) < 0:
		return nil, py.Raise(py.ValueError, "n must be >= 3.")
	case n.Bit(0) == 0:
		return nil, py.Raise(py.ValueError, "n must be odd.")
	case e.Cmp(big.NewInt(3)) < 0 || e.Cmp(n) >= 0:
		return nil, py.Raise(py.ValueError, "e must be >= 3 and < n.")
	case e.Bit(0) == 0:
		return nil, py.Raise(py.ValueError, "e must be odd.")
	case n.BitLen() > maxRSA:
		return nil, py.Raise(py.ValueError, "Unsupported RSA key size")
	case e.BitLen() > 31:
		return nil, py.Raise(unsupportedAlgorithm, "RSA public exponents of more than 31 bits are not supported")
	}
	return &rsa.PublicKey{N: new(big.Int).Set(n), E: int(e.Int64())}, nil
}

// newRSAPrivate checks the numbers of a private key. Go computes what it needs for
// speed itself; the numbers that were given must be the same.
func newRSAPrivate(t *py.Thread, p, q, d, dmp1, dmq1, iqmp, e, n *big.Int) (*rsa.PrivateKey, error) {
	switch {
	case n.Cmp(big.NewInt(3)) < 0:
		return nil, py.Raise(py.ValueError, "modulus must be >= 3.")
	case p.Cmp(n) >= 0:
		return nil, py.Raise(py.ValueError, "p must be < modulus.")
	case q.Cmp(n) >= 0:
		return nil, py.Raise(py.ValueError, "q must be < modulus.")
	case dmp1.Cmp(n) >= 0:
		return nil, py.Raise(py.ValueError, "dmp1 must be < modulus.")
	case dmq1.Cmp(n) >= 0:
		return nil, py.Raise(py.ValueError, "dmq1 must be < modulus.")
	case iqmp.Cmp(n) >= 0:
		return nil, py.Raise(py.ValueError, "iqmp must be < modulus.")
	case d.Cmp(n) >= 0:
		return nil, py.Raise(py.ValueError, "private_exponent must be < modulus.")
	case e.Cmp(big.NewInt(3)) < 0 || e.Cmp(n) >= 0:
		return nil, py.Raise(py.ValueError, "public_exponent must be >= 3 and < modulus.")
	case e.Bit(0) == 0:
		return nil, py.Raise(py.ValueError, "public_exponent must be odd.")
	case dmp1.Bit(0) == 0:
		return nil, py.Raise(py.ValueError, "dmp1 must be odd.")
	case dmq1.Bit(0) == 0:
		return nil, py.Raise(py.ValueError, "dmq1 must be odd.")
	case new(big.Int).Mul(p, q).Cmp(n) != 0:
		return nil, py.Raise(py.ValueError, "p*q must equal modulus.")
	}
	pub, err := newRSAPublic(e, n)
	if err != nil {
		return nil, err
	}
	if p.Sign() <= 0 || q.Sign() <= 0 || d.Sign() <= 0 {
		return nil, py.Raise(py.ValueError, "Invalid private key")
	}
	if err := rsaCost(t, n.BitLen(), true); err != nil {
		return nil, err
	}
	key := &rsa.PrivateKey{PublicKey: *pub, D: new(big.Int).Set(d), Primes: []*big.Int{new(big.Int).Set(p), new(big.Int).Set(q)}}
	key.Precompute()
	if key.Validate() != nil || key.Precomputed.Qinv == nil ||
		key.Precomputed.Dp.Cmp(dmp1) != 0 || key.Precomputed.Dq.Cmp(dmq1) != 0 || key.Precomputed.Qinv.Cmp(iqmp) != 0 {
		return nil, py.Raise(py.ValueError, "Invalid private key")
	}
	return key, nil
}

// newRSAMulti checks the numbers of a private key with more than two primes: n e d p q dp
// dq qinv, and prime, exponent and coefficient of each further one. Go has no use for the
// latter and does not compare d with the primes. Nobody makes such keys any more, and
// pyca/cryptography refuses them; Go computes with d, in four times the time.
func newRSAMulti(t *py.Thread, v []*big.Int, others [][3]*big.Int) (*rsa.PrivateKey, error) {
	if err := refuse(t, "RSA with more than two primes"); err != nil {
		return nil, err
	}
	pub, err := newRSAPublic(v[1], v[0])
	if err != nil {
		return nil, err
	}
	key := &rsa.PrivateKey{PublicKey: *pub, D: v[2], Primes: []*big.Int{v[3], v[4]}}
	for _, o := range others {
		key.Primes = append(key.Primes, o[0])
	}
	bits := 0
	for _, p := range key.Primes {
		bits += p.BitLen()
	}
	invalid := py.Raise(py.ValueError, "Invalid private key")
	if key.D.Cmp(key.N) >= 0 || bits > key.N.BitLen()+len(key.Primes) {
		return nil, invalid
	}
	if err := rsaCost(t, bits, true); err != nil {
		return nil, err
	}
	product, one := big.NewInt(1), big.NewInt(1)
	ed := new(big.Int).Mul(v[1], key.D)
	for _, p := range key.Primes {
		product.Mul(product, p)
		less := new(big.Int).Sub(p, one)
		if less.Sign() <= 0 || new(big.Int).Mod(ed, less).Cmp(one) != 0 {
			return nil, invalid
		}
	}
	if product.Cmp(key.N) != 0 {
		return nil, invalid
	}
	key.Precompute()
	pre := &key.Precomputed
	if key.Validate() != nil || pre.Qinv == nil || pre.Dp.Cmp(v[5]) != 0 || pre.Dq.Cmp(v[6]) != 0 || pre.Qinv.Cmp(v[7]) != 0 {
		return nil, invalid
	}
	for i, o := range others {
		if crt := otherPrime(key, i+2); crt[1] == nil || crt[0].Cmp(o[1]) != 0 || crt[1].Cmp(o[2]) != 0 {
			return nil, invalid
		}
	}
	return key, nil
}

// otherPrime returns exponent and coefficient of the i-th prime of a key.
func otherPrime(key *rsa.PrivateKey, i int) [2]*big.Int {
	p := key.Primes[i]
	exp := new(big.Int).Sub(p, big.NewInt(1))
	product := new(big.Int).Set(key.Primes[0])
	for _, q := range key.Primes[1:i] {
		product.Mul(product, q)
	}
	return [2]*big.Int{exp.Mod(key.D, exp), product.ModInverse(product, p)}
}

// rsa_private is rsa_private(p, q, d, dmp1, dmq1, iqmp, e, n, /).
func rsa_private(t *py.Thread, a *py.Args) (py.Value, error) {
	var n [8]*big.Int
	for i := range n {
		if n[i] = bigArg(a.Value(i)); n[i] == nil {
			return py.Nil, py.Raise(py.TypeError, "'%s' object cannot be interpreted as an integer", py.TypeName(a.Value(i)))
		}
	}
	key, err := newRSAPrivate(t, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7])
	if err != nil {
		return py.Nil, err
	}
	return newPrivateKey(key), nil
}

// rsa_public is rsa_public(e, n, /).
func rsa_public(t *py.Thread, a *py.Args) (py.Value, error) {
	e, n := bigArg(a.Value(0)), bigArg(a.Value(1))
	if e == nil || n == nil {
		return py.Nil, py.Raise(py.TypeError, "RSAPublicNumbers arguments must be integers.")
	}
	key, err := newRSAPublic(e, n)
	if err != nil {
		return py.Nil, err
	}
	return newPublicKey(key), nil
}

func (k *rsaPublic) public_numbers(t *py.Thread, a *py.Args) (py.Value, error) {
	return callModule(t, rsaModule, "RSAPublicNumbers", py.Int(int64(k.k().E)), bigValue(k.k().N))
}

func (k *rsaPrivate) private_numbers(t *py.Thread, a *py.Args) (py.Value, error) {
	key := k.k()
	pub, err := callModule(t, rsaModule, "RSAPublicNumbers", py.Int(int64(key.E)), bigValue(key.N))
	if err != nil {
		return py.Nil, err
	}
	if len(key.Primes) != 2 {
		return py.Nil, py.Raise(unsupportedAlgorithm, "RSA keys of more than two primes are not supported")
	}
	pre := &key.Precomputed
	return callModule(t, rsaModule, "RSAPrivateNumbers", bigValue(key.Primes[0]), bigValue(key.Primes[1]), bigValue(key.D),
		bigValue(pre.Dp), bigValue(pre.Dq), bigValue(pre.Qinv), pub)
}

// recover_data_from_signature returns what was signed with PKCS #1 v1.5 padding: the
// hash, or with no algorithm what stands in the padding.
func (k *rsaPublic) recover_data_from_signature(t *py.Thread, a *py.Args) (py.Value, error) {
	sig := arg(t, a, 0, "signature")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	mark, err := attr(t, a.Value(2), "_prehashed")
	if err != nil {
		return py.Nil, err
	}
	if mark.Bound() {
		return py.Nil, py.Raise(py.TypeError, "Prehashed is only supported in the sign and verify methods. It cannot be used with recover_data_from_signature.")
	}
	var prefix []byte
	size := -1
	if a.Given(2) {
		kind, err := hashOf(t, a.Value(2))
		if err != nil {
			return py.Nil, err
		}
		var known bool
		prefix, known = digestPrefix(goHash(kind.Name))
		if !known {
			return py.Nil, py.Raise(unsupportedAlgorithm, "%s is not supported by this backend for RSA signing.", kind.Name)
		}
		size = kind.Size
	}
	pad, err := paddingOf(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	if pad.name != "PKCS1v15" {
		return py.Nil, py.Raise(unsupportedAlgorithm, "%s is not supported for the RSA signature operation", pad.title)
	}
	if err := rsaCost(t, k.k().N.BitLen(), false); err != nil {
		return py.Nil, err
	}
	em, ok := publicOperation(k.k(), sig)
	if !ok || len(em) < 11 || em[0] != 0 || em[1] != 1 {
		return py.Nil, py.RaiseValue(invalidSignature)
	}
	i := 2
	for i < len(em) && em[i] == 0xff {
		i++
	}
	if i < 10 || i >= len(em) || em[i] != 0 {
		return py.Nil, py.RaiseValue(invalidSignature)
	}
	data := em[i+1:]
	if size >= 0 {
		if !bytes.HasPrefix(data, prefix) || len(data) != len(prefix)+size {
			return py.Nil, py.RaiseValue(invalidSignature)
		}
		data = data[len(prefix):]
	}
	return py.NewBytes(append([]byte(nil), data...)), nil
}
