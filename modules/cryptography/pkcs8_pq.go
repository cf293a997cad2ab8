package cryptography

import (
	"crypto/mlkem"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/py"
)

// ML-KEM and ML-DSA in PKCS #8 (RFC 9935, RFC 9881). A private key is written as its
// seed. Of the forms that can be read one must contain the seed; for ML-DSA the other is
// taken as well, and written again.

var (
	mlkemKinds = func() []*mlkemKind { return []*mlkemKind{mlkem512Kind, mlkem768, mlkem1024} }
	mldsaKinds = func() []*mldsaKind { return []*mldsaKind{mldsa44Kind, mldsa65Kind, mldsa87Kind} }
)

// seedOf reads seed [0] or both: SEQUENCE { seed, expandedKey }.
func seedOf(secret cryptobyte.String, size int) (seed, expanded cryptobyte.String, err error) {
	var both cryptobyte.String
	switch {
	case secret.PeekASN1Tag(tags.Tag(0).ContextSpecific()):
		if !secret.ReadASN1(&seed, tags.Tag(0).ContextSpecific()) || !secret.Empty() {
			return nil, nil, badKey()
		}
	case secret.PeekASN1Tag(tags.SEQUENCE):
		if !secret.ReadASN1(&both, tags.SEQUENCE) || !secret.Empty() || !both.ReadASN1(&seed, tags.OCTET_STRING) ||
			!both.ReadASN1(&expanded, tags.OCTET_STRING) || !both.Empty() {
			return nil, nil, badKey()
		}
	case secret.PeekASN1Tag(tags.OCTET_STRING):
		return nil, nil, py.Raise(unsupportedAlgorithm, "Private keys without a seed are not supported")
	}
	if len(seed) != size {
		return nil, nil, badKey()
	}
	return seed, expanded, nil
}

// parsePQPrivate is for the algorithms that it knows; ok is false for others.
func parsePQPrivate(id oid, secret cryptobyte.String) (key any, err error, ok bool) {
	for _, k := range mlkemKinds() {
		if k.id.Equal(id) {
			seed, _, err := seedOf(secret, mlkem.SeedSize)
			if err != nil {
				return nil, err, true
			}
			key, err := k.private(seed)
			if err != nil {
				return nil, badKey(), true
			}
			return key, nil, true
		}
	}
	for _, k := range mldsaKinds() {
		if k.id.Equal(id) {
			if secret.PeekASN1Tag(tags.OCTET_STRING) {
				var data cryptobyte.String
				if !secret.ReadASN1(&data, tags.OCTET_STRING) || !secret.Empty() {
					return nil, badKey(), true
				}
				key, ok := k.expandedKey(data)
				if !ok {
					return nil, badKey(), true
				}
				return key, nil, true
			}
			seed, expanded, err := seedOf(secret, 32)
			if err != nil {
				return nil, err, true
			}
			key := k.private(seed)
			if expanded != nil && !equal(key.secret.(interface{ Bytes() []byte }).Bytes(), expanded) {
				return nil, badKey(), true // the halves of two keys (RFC 9881, section 8)
			}
			return key, nil, true
		}
	}
	return nil, nil, false
}

func parsePQPublic(id oid, data []byte) (any, error) {
	for _, k := range mlkemKinds() {
		if k.id.Equal(id) {
			if key, err := k.public(data); err == nil {
				return key, nil
			}
			return nil, badKey()
		}
	}
	for _, k := range mldsaKinds() {
		if k.id.Equal(id) {
			if key, ok := k.public(data); ok {
				return key, nil
			}
			return nil, badKey()
		}
	}
	return nil, unsupportedKey()
}

func marshalPQPrivate(key any) (oid, []byte, error) {
	var id oid
	switch k := key.(type) {
	case *mlkem512Secret:
		id = mlkem512Kind.id
	case *mlkem.DecapsulationKey768:
		id = mlkem768.id
	case *mlkem.DecapsulationKey1024:
		id = mlkem1024.id
	case *mldsaSecret:
		id = k.kind.id
		if k.expanded != nil {
			der, err := build(func(b *cryptobyte.Builder) { b.AddASN1OctetString(k.expanded) })
			return id, der, err
		}
	default:
		return nil, nil, unsupportedKey()
	}
	seed, _ := rawPrivate(key)
	return id, append([]byte{0x80, byte(len(seed))}, seed...), nil
}

func marshalPQPublic(key any) (oid, []byte, error) {
	data, _ := rawPublic(key)
	switch k := key.(type) {
	case *mlkem512Point:
		return mlkem512Kind.id, data, nil
	case *mlkem.EncapsulationKey768:
		return mlkem768.id, data, nil
	case *mlkem.EncapsulationKey1024:
		return mlkem1024.id, data, nil
	case *mldsaPoint:
		return k.kind.id, data, nil
	}
	return nil, nil, unsupportedKey()
}
