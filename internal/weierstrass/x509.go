package weierstrass

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"
)

// oids are the curves' object identifiers, in the order of the table.
var oids = [len(table)]asn1.ObjectIdentifier{
	{1, 3, 132, 0, 10},
	{1, 3, 36, 3, 3, 2, 8, 1, 1, 7},
	{1, 3, 36, 3, 3, 2, 8, 1, 1, 11},
	{1, 3, 36, 3, 3, 2, 8, 1, 1, 13},
}

var errNotOurs = errors.New("the key is not on secp256k1 or a curve of Brainpool")

// ParseCertificate is crypto/x509's for certificates whose key is on a curve of this
// package, which that refuses. It lets crypto/x509 read the certificate with another key in its
// place and puts the right one back, a *ecdsa.PublicKey, with all that is signed; so
// such a certificate can be the leaf of a chain, but crypto/x509 takes it for no issuer.
func ParseCertificate(der []byte) (*x509.Certificate, error) {
	s, err := substitute(der, true)
	if err != nil {
		return nil, err
	}
	c, err := x509.ParseCertificate(s.der)
	if err != nil {
		return nil, err
	}
	c.Raw, c.RawTBSCertificate, c.RawSubjectPublicKeyInfo, c.PublicKey = bytes.Clone(der), s.signed, s.spki, s.key
	return c, nil
}

// ParseCertificateRequest is ParseCertificate for requests.
func ParseCertificateRequest(der []byte) (*x509.CertificateRequest, error) {
	s, err := substitute(der, false)
	if err != nil {
		return nil, err
	}
	r, err := x509.ParseCertificateRequest(s.der)
	if err != nil {
		return nil, err
	}
	r.Raw, r.RawTBSCertificateRequest, r.RawSubjectPublicKeyInfo, r.PublicKey = bytes.Clone(der), s.signed, s.spki, s.key
	return r, nil
}

// substituted is a certificate or request with another key, and what was there.
type substituted struct {
	der          []byte
	signed, spki []byte
	key          *ecdsa.PublicKey
}

func substitute(der cryptobyte.String, certificate bool) (*substituted, error) {
	var outer, signed, body, part, spki cryptobyte.String
	var tag tags.Tag
	if !der.ReadASN1(&outer, tags.SEQUENCE) || !der.Empty() || !outer.ReadASN1Element(&signed, tags.SEQUENCE) {
		return nil, errNotOurs
	}
	probe := signed
	if !probe.ReadASN1(&body, tags.SEQUENCE) {
		return nil, errNotOurs
	}
	// Before the key: version and subject; in a certificate with a version of its own also
	// serial number, algorithm, issuer and validity.
	before := 2
	if certificate {
		before = 6
		if !body.PeekASN1Tag(tags.Tag(0).ContextSpecific().Constructed()) {
			before = 5
		}
	}
	start := body
	for range before {
		if !body.ReadAnyASN1Element(&part, &tag) {
			return nil, errNotOurs
		}
	}
	head := start[:len(start)-len(body)]
	if !body.ReadASN1Element(&spki, tags.SEQUENCE) {
		return nil, errNotOurs
	}
	key := parseKey(spki)
	if key == nil {
		return nil, errNotOurs
	}
	// The base point of P-256 will do.
	p := elliptic.P256().Params()
	other, err := x509.MarshalPKIXPublicKey(&ecdsa.PublicKey{Curve: elliptic.P256(), X: p.Gx, Y: p.Gy})
	if err != nil {
		return nil, err
	}
	var b cryptobyte.Builder
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddBytes(head)
			b.AddBytes(other)
			b.AddBytes(body)
		})
		b.AddBytes(outer)
	})
	out, err := b.Bytes()
	if err != nil {
		return nil, err
	}
	return &substituted{out, bytes.Clone(signed), bytes.Clone(spki), key}, nil
}

// parseKey reads a SubjectPublicKeyInfo; nil if it is not of a curve of this package, or no point.
func parseKey(spki cryptobyte.String) *ecdsa.PublicKey {
	var body, algorithm cryptobyte.String
	var id, curve asn1.ObjectIdentifier
	var point []byte
	if !spki.ReadASN1(&body, tags.SEQUENCE) || !body.ReadASN1(&algorithm, tags.SEQUENCE) ||
		!algorithm.ReadASN1ObjectIdentifier(&id) || !id.Equal(asn1.ObjectIdentifier{1, 2, 840, 10045, 2, 1}) ||
		!algorithm.ReadASN1ObjectIdentifier(&curve) || !algorithm.Empty() ||
		!body.ReadASN1BitStringAsBytes(&point) || !body.Empty() {
		return nil
	}
	for i, oid := range oids {
		if !oid.Equal(curve) {
			continue
		}
		c := made(i)
		x, y := new(big.Int), new(big.Int)
		switch {
		case len(point) == 1+2*c.size && point[0] == 4:
			x.SetBytes(point[1 : 1+c.size])
			y.SetBytes(point[1+c.size:])
		case len(point) == 1+c.size && (point[0] == 2 || point[0] == 3):
			x.SetBytes(point[1:])
			y = c.Decompress(x, point[0] == 3)
		default:
			return nil
		}
		if y == nil || !c.IsOnCurve(x, y) {
			return nil
		}
		return &ecdsa.PublicKey{Curve: c, X: x, Y: y}
	}
	return nil
}
