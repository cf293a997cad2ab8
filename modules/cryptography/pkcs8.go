package cryptography

import (
	"bytes"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"encoding/asn1"
	"math/big"

	"github.com/cloudflare/circl/dh/x448"
	"github.com/cloudflare/circl/sign/ed448"
	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/py"
)

// The forms of keys in DER: PKCS #1, SEC 1, PKCS #8 and SubjectPublicKeyInfo. They are
// read with cryptobyte, which takes nothing but DER.

type oid = asn1.ObjectIdentifier

var (
	oidRSA     = oid{1, 2, 840, 113549, 1, 1, 1}
	oidRSAPSS  = oid{1, 2, 840, 113549, 1, 1, 10}
	oidEC      = oid{1, 2, 840, 10045, 2, 1}
	oidX25519  = oid{1, 3, 101, 110}
	oidX448    = oid{1, 3, 101, 111}
	oidEd25519 = oid{1, 3, 101, 112}
	oidEd448   = oid{1, 3, 101, 113}
)

// curveOIDs has the object identifiers of the curves, in the order of curves.
var curveOIDs = [len(curves)]oid{{1, 3, 132, 0, 33}, {1, 2, 840, 10045, 3, 1, 7}, {1, 3, 132, 0, 34}, {1, 3, 132, 0, 35}, {1, 3, 132, 0, 10},
	{1, 3, 36, 3, 3, 2, 8, 1, 1, 7}, {1, 3, 36, 3, 3, 2, 8, 1, 1, 11}, {1, 3, 36, 3, 3, 2, 8, 1, 1, 13}}

const cannotLoad = "Could not deserialize key data. The data may be in an incorrect format, it may be encrypted with an unsupported algorithm, or it may be an unsupported key type (e.g. EC curves with explicit parameters)."

func badKey() error { return py.Raise(py.ValueError, cannotLoad) }

func unsupportedKey() error { return py.Raise(unsupportedAlgorithm, "Unsupported key type.") }

// curveByOID returns the curve of namedCurve parameters.
func curveByOID(params cryptobyte.String) (*curveInfo, error) {
	var id oid
	if params.PeekASN1Tag(tags.SEQUENCE) {
		return nil, py.Raise(py.ValueError, "ECDSA keys with explicit parameters are unsupported at this time")
	}
	if !params.ReadASN1ObjectIdentifier(&id) || !params.Empty() {
		return nil, badKey()
	}
	for i, o := range curveOIDs {
		if o.Equal(id) {
			return &curves[i], nil
		}
	}
	return nil, py.Raise(unsupportedAlgorithm, "Curve %s is not supported", id)
}

// oidOf returns the object identifier of a key's curve.
func oidOf(k *ecdsa.PublicKey) oid {
	for i := range curves {
		if curves[i].curve() == k.Curve {
			return curveOIDs[i]
		}
	}
	return nil
}

// parsePKCS1 reads RSAPrivateKey.
func parsePKCS1(t *py.Thread, der cryptobyte.String) (any, error) {
	var seq cryptobyte.String
	var version int
	if !der.ReadASN1(&seq, tags.SEQUENCE) || !der.Empty() || !seq.ReadASN1Integer(&version) {
		return nil, badKey()
	}
	var v [8]*big.Int // n e d p q dp dq qinv
	if !readNumbers(&seq, v[:]) {
		return nil, badKey()
	}
	if version == 1 {
		return parseOtherPrimes(t, v[:], seq)
	}
	if version != 0 || !seq.Empty() {
		return nil, badKey()
	}
	return newRSAPrivate(t, v[3], v[4], v[2], v[5], v[6], v[7], v[1], v[0])
}

// readNumbers reads positive numbers.
func readNumbers(seq *cryptobyte.String, v []*big.Int) bool {
	for i := range v {
		v[i] = new(big.Int)
		if !seq.ReadASN1Integer(v[i]) || v[i].Sign() <= 0 {
			return false
		}
	}
	return true
}

// parseOtherPrimes reads what a key of more than two primes has behind the numbers that
// others have: OtherPrimeInfos of RFC 8017, appendix A.1.2.
func parseOtherPrimes(t *py.Thread, v []*big.Int, seq cryptobyte.String) (any, error) {
	var list cryptobyte.String
	if !seq.ReadASN1(&list, tags.SEQUENCE) || !seq.Empty() || list.Empty() {
		return nil, badKey()
	}
	var others [][3]*big.Int
	for !list.Empty() {
		var info cryptobyte.String
		var o [3]*big.Int
		if len(others) == maxPrimes-2 || !list.ReadASN1(&info, tags.SEQUENCE) || !readNumbers(&info, o[:]) || !info.Empty() {
			return nil, badKey()
		}
		others = append(others, o)
	}
	return newRSAMulti(t, v, others)
}

func marshalPKCS1(k *rsa.PrivateKey) ([]byte, error) {
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1Int64(int64(min(len(k.Primes)-2, 1)))
			for _, n := range []*big.Int{k.N, big.NewInt(int64(k.E)), k.D, k.Primes[0], k.Primes[1], k.Precomputed.Dp, k.Precomputed.Dq, k.Precomputed.Qinv} {
				b.AddASN1BigInt(n)
			}
			if len(k.Primes) == 2 {
				return
			}
			b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
				for i, prime := range k.Primes[2:] {
					crt := otherPrime(k, i+2)
					b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
						for _, n := range []*big.Int{prime, crt[0], crt[1]} {
							b.AddASN1BigInt(n)
						}
					})
				}
			})
		})
	})
}

func parsePKCS1Public(der cryptobyte.String) (any, error) {
	var seq cryptobyte.String
	n, e := new(big.Int), new(big.Int)
	if !der.ReadASN1(&seq, tags.SEQUENCE) || !der.Empty() || !seq.ReadASN1Integer(n) || !seq.ReadASN1Integer(e) || !seq.Empty() {
		return nil, badKey()
	}
	key, err := newRSAPublic(e, n)
	if err != nil {
		return nil, err
	}
	return key, nil
}

func marshalPKCS1Public(k *rsa.PublicKey) ([]byte, error) {
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1BigInt(k.N)
			b.AddASN1Int64(int64(k.E))
		})
	})
}

// parseSEC1 reads ECPrivateKey; c is the curve that was named outside, if one was.
func parseSEC1(der cryptobyte.String, c *curveInfo) (any, error) {
	var seq, secret, params, point cryptobyte.String
	var version int
	var hasParams, hasPoint bool
	if !der.ReadASN1(&seq, tags.SEQUENCE) || !der.Empty() || !seq.ReadASN1Integer(&version) || version != 1 ||
		!seq.ReadASN1(&secret, tags.OCTET_STRING) ||
		!seq.ReadOptionalASN1(&params, &hasParams, tags.Tag(0).Constructed().ContextSpecific()) ||
		!seq.ReadOptionalASN1(&point, &hasPoint, tags.Tag(1).Constructed().ContextSpecific()) || !seq.Empty() {
		return nil, badKey()
	}
	if hasParams {
		inner, err := curveByOID(params)
		if err != nil {
			return nil, err
		}
		if c != nil && c != inner {
			return nil, badKey()
		}
		c = inner
	}
	if c == nil || len(secret) > 2*c.size() {
		return nil, badKey()
	}
	key := c.private(new(big.Int).SetBytes(secret))
	if key == nil {
		return nil, py.Raise(py.ValueError, "Invalid EC key.")
	}
	if hasPoint {
		var bits asn1.BitString
		if !point.ReadASN1BitString(&bits) || !point.Empty() {
			return nil, badKey()
		}
		if pub := c.point(bits.RightAlign()); pub == nil || !pub.Equal(key.Public()) {
			return nil, py.Raise(py.ValueError, "Invalid EC key.")
		}
	}
	return key, nil
}

func marshalSEC1(k *ecdsa.PrivateKey, named bool) ([]byte, error) {
	d, err := scalarBytes(k)
	if err != nil {
		return nil, py.Raise(py.ValueError, "%v", err)
	}
	point, err := pointBytes(&k.PublicKey)
	if err != nil {
		return nil, py.Raise(py.ValueError, "%v", err)
	}
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1Int64(1)
			b.AddASN1OctetString(d)
			if named {
				b.AddASN1(tags.Tag(0).Constructed().ContextSpecific(), func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(oidOf(&k.PublicKey)) })
			}
			b.AddASN1(tags.Tag(1).Constructed().ContextSpecific(), func(b *cryptobyte.Builder) { b.AddASN1BitString(point) })
		})
	})
}

// algorithmID reads an AlgorithmIdentifier.
func algorithmID(s *cryptobyte.String) (id oid, params cryptobyte.String, ok bool) {
	var alg cryptobyte.String
	ok = s.ReadASN1(&alg, tags.SEQUENCE) && alg.ReadASN1ObjectIdentifier(&id)
	return id, alg, ok
}

// parsePKCS8 reads PrivateKeyInfo, or OneAsymmetricKey.
func parsePKCS8(t *py.Thread, der cryptobyte.String) (any, error) {
	var seq, secret cryptobyte.String
	var version int
	if !der.ReadASN1(&seq, tags.SEQUENCE) || !der.Empty() || !seq.ReadASN1Integer(&version) || version < 0 || version > 1 {
		return nil, badKey()
	}
	id, params, ok := algorithmID(&seq)
	if !ok || !seq.ReadASN1(&secret, tags.OCTET_STRING) {
		return nil, badKey()
	}
	// What follows, attributes and a public key, is not used.
	switch {
	case id.Equal(oidRSA), id.Equal(oidRSAPSS):
		return parsePKCS1(t, secret)
	case id.Equal(oidEC):
		c, err := curveByOID(params)
		if err != nil {
			return nil, err
		}
		return parseSEC1(secret, c)
	}
	if !params.Empty() {
		return nil, badKey()
	}
	return parseRawPrivate(id, secret)
}

// parseRawPrivate reads the keys that are strings of octets.
func parseRawPrivate(id oid, secret cryptobyte.String) (any, error) {
	if key, err, ok := parsePQPrivate(id, secret); ok {
		return key, err
	}
	var inner cryptobyte.String
	size := rawSize(id)
	if size == 0 {
		return nil, unsupportedKey()
	}
	if !secret.ReadASN1(&inner, tags.OCTET_STRING) || !secret.Empty() || len(inner) != size {
		return nil, badKey()
	}
	switch {
	case id.Equal(oidEd25519):
		return ed25519.NewKeyFromSeed(inner), nil
	case id.Equal(oidEd448):
		return ed448.NewKeyFromSeed(inner), nil
	case id.Equal(oidX448):
		return newX448Private(bytes.Clone(inner)), nil
	case id.Equal(oidX25519):
		key, err := ecdh.X25519().NewPrivateKey(inner)
		if err != nil {
			return nil, badKey()
		}
		return key, nil
	}
	return nil, unsupportedKey()
}

// rawSize returns how many bytes keys of an algorithm of RFC 8410 have, 0 if it is none.
func rawSize(id oid) int {
	switch {
	case id.Equal(oidEd25519), id.Equal(oidX25519):
		return 32
	case id.Equal(oidX448):
		return x448.Size
	case id.Equal(oidEd448):
		return ed448.SeedSize
	}
	return 0
}

// marshalPKCS8 writes PrivateKeyInfo.
func marshalPKCS8(key any) ([]byte, error) {
	var secret []byte
	var err error
	var id, params oid
	null := false
	switch k := key.(type) {
	case *rsa.PrivateKey:
		id, null = oidRSA, true
		secret, err = marshalPKCS1(k)
	case *ecdsa.PrivateKey:
		id, params = oidEC, oidOf(&k.PublicKey)
		secret, err = marshalSEC1(k, false)
	case ed25519.PrivateKey:
		id = oidEd25519
		secret = append([]byte{4, 32}, k.Seed()...)
	case *ecdh.PrivateKey:
		id = oidX25519
		secret = append([]byte{4, 32}, k.Bytes()...)
	case ed448.PrivateKey:
		id = oidEd448
		secret = append([]byte{4, ed448.SeedSize}, k.Seed()...)
	case *x448Secret:
		id = oidX448
		secret = append([]byte{4, x448.Size}, k[:]...)
	default:
		id, secret, err = marshalPQPrivate(key)
	}
	if err != nil {
		return nil, err
	}
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1Int64(0)
			addAlgorithm(b, id, params, null)
			b.AddASN1OctetString(secret)
		})
	})
}

// addAlgorithm writes an AlgorithmIdentifier.
func addAlgorithm(b *cryptobyte.Builder, id, params oid, null bool) {
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(id)
		if params != nil {
			b.AddASN1ObjectIdentifier(params)
		}
		if null {
			b.AddASN1NULL()
		}
	})
}

// parseSPKI reads SubjectPublicKeyInfo.
func parseSPKI(der cryptobyte.String) (any, error) {
	var seq cryptobyte.String
	if !der.ReadASN1(&seq, tags.SEQUENCE) || !der.Empty() {
		return nil, badKey()
	}
	id, params, ok := algorithmID(&seq)
	var bits asn1.BitString
	if !ok || !seq.ReadASN1BitString(&bits) || !seq.Empty() || bits.BitLength%8 != 0 {
		return nil, badKey()
	}
	data := bits.Bytes
	switch {
	case id.Equal(oidRSA), id.Equal(oidRSAPSS):
		return parsePKCS1Public(data)
	case id.Equal(oidEC):
		c, err := curveByOID(params)
		if err != nil {
			return nil, err
		}
		if len(data) == 1 && data[0] == 0 {
			return nil, py.Raise(py.ValueError, "Cannot load an EC public key where the point is at infinity")
		}
		key := c.point(data)
		if key == nil {
			return nil, py.Raise(py.ValueError, "Invalid EC key.")
		}
		return key, nil
	}
	if !params.Empty() {
		return nil, badKey()
	}
	if size := rawSize(id); size != 0 && len(data) != size {
		return nil, badKey()
	}
	switch {
	case id.Equal(oidEd25519):
		return ed25519.PublicKey(bytes.Clone(data)), nil
	case id.Equal(oidEd448):
		return ed448.PublicKey(bytes.Clone(data)), nil
	case id.Equal(oidX448):
		return newX448Public(bytes.Clone(data)), nil
	case id.Equal(oidX25519):
		key, err := ecdh.X25519().NewPublicKey(data)
		if err != nil {
			return nil, badKey()
		}
		return key, nil
	}
	return parsePQPublic(id, data)
}

// marshalSPKI writes SubjectPublicKeyInfo.
func marshalSPKI(key any) ([]byte, error) {
	var data []byte
	var err error
	var id, params oid
	null := false
	switch k := key.(type) {
	case *rsa.PublicKey:
		id, null = oidRSA, true
		data, err = marshalPKCS1Public(k)
	case *ecdsa.PublicKey:
		id, params = oidEC, oidOf(k)
		data, err = encodePoint(k, false)
	case ed25519.PublicKey:
		id, data = oidEd25519, k
	case *ecdh.PublicKey:
		id, data = oidX25519, k.Bytes()
	case ed448.PublicKey:
		id, data = oidEd448, k
	case *x448Point:
		id, data = oidX448, k[:]
	default:
		id, data, err = marshalPQPublic(key)
	}
	if err != nil {
		return nil, err
	}
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			addAlgorithm(b, id, params, null)
			b.AddASN1BitString(data)
		})
	})
}

// build returns what f writes.
func build(f func(b *cryptobyte.Builder)) ([]byte, error) {
	var b cryptobyte.Builder
	f(&b)
	out, err := b.Bytes()
	if err != nil {
		return nil, py.Raise(py.ValueError, "%v", err)
	}
	return out, nil
}
