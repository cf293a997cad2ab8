package weierstrass

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"testing"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"
)

// certificate makes one of P-256's and puts another key into it; its signature is then wrong.
func certificate(t testing.TB, c *Curve, compress bool) (der []byte, x, y *big.Int) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: "meter"}, NotAfter: time.Now(), DNSNames: []string{"meter.example"}}
	old, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(old)
	if err != nil {
		t.Fatal(err)
	}
	x, y = c.ScalarBaseMult([]byte{77})
	point := append([]byte{4}, append(x.FillBytes(make([]byte, c.size)), y.FillBytes(make([]byte, c.size))...)...)
	if compress {
		point = append([]byte{2 + byte(y.Bit(0))}, point[1:1+c.size]...)
	}
	i := 0
	for shared[i].params.Name != c.params.Name {
		i++
	}
	spki := testSPKI(t, i, point)
	return replaceKey(t, parsed, spki), x, y
}

func TestParseCertificate(t *testing.T) {
	each(t, func(t *testing.T, c *Curve) {
		for _, compress := range []bool{false, true} {
			der, x, y := certificate(t, c, compress)
			if _, err := x509.ParseCertificate(der); err == nil {
				t.Fatal("crypto/x509 can read it by now: this file is not needed any more")
			}
			cert, err := ParseCertificate(der)
			if err != nil {
				t.Fatal(err)
			}
			key := cert.PublicKey.(*ecdsa.PublicKey)
			if !key.Equal(&ecdsa.PublicKey{Curve: c, X: x, Y: y}) || !bytes.Equal(cert.Raw, der) ||
				!bytes.Contains(der, cert.RawTBSCertificate) || !bytes.Contains(cert.RawTBSCertificate, cert.RawSubjectPublicKeyInfo) ||
				cert.DNSNames[0] != "meter.example" || cert.Subject.CommonName != "meter" {
				t.Errorf("%+v", cert)
			}
			if cert.CheckSignatureFrom(cert) == nil {
				t.Error("an issuer")
			}
			// No prefix of it, nothing behind it, and no point beside the curve.
			for i := range der {
				if _, err := ParseCertificate(der[:i]); err == nil {
					t.Fatalf("the first %d bytes are a certificate", i)
				}
			}
			if _, err := ParseCertificate(append(bytes.Clone(der), 0)); err == nil {
				t.Error("a byte too many")
			}
			if !compress {
				bad := bytes.Clone(der)
				bad[bytes.Index(bad, y.Bytes())] ^= 1
				if _, err := ParseCertificate(bad); err == nil {
					t.Error("no point")
				}
			}
			if _, err := ParseCertificateRequest(der); err == nil {
				t.Error("a request")
			}
		}
	})
}

func FuzzParseCertificate(f *testing.F) {
	for _, curve := range all {
		der, _, _ := certificate(f, curve().(*Curve), false)
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		if c, err := ParseCertificate(der); err == nil && !bytes.Equal(c.Raw, der) {
			t.Error("not what was given")
		}
		if r, err := ParseCertificateRequest(der); err == nil {
			r.CheckSignature()
		}
	})
}

// testSPKI is a SubjectPublicKeyInfo of the table's curve i.
func testSPKI(t testing.TB, i int, point []byte) []byte {
	var b cryptobyte.Builder
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(asn1.ObjectIdentifier{1, 2, 840, 10045, 2, 1})
			b.AddASN1ObjectIdentifier(oids[i])
		})
		b.AddASN1BitString(point)
	})
	return b.BytesOrPanic()
}

// replaceKey returns the certificate with another key.
func replaceKey(t testing.TB, c *x509.Certificate, spki []byte) []byte {
	tbs := cryptobyte.String(bytes.Replace(c.RawTBSCertificate, c.RawSubjectPublicKeyInfo, spki, 1))
	rest := cryptobyte.String(c.Raw)
	var body, old cryptobyte.String
	if !rest.ReadASN1(&body, tags.SEQUENCE) || !body.ReadASN1Element(&old, tags.SEQUENCE) {
		t.Fatal("no certificate")
	}
	// The length of what is signed has changed: take its contents from behind the old one.
	header := len(c.RawTBSCertificate) - contents(c.RawTBSCertificate)
	var b cryptobyte.Builder
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) { b.AddBytes(tbs[header:]) })
		b.AddBytes(body)
	})
	return b.BytesOrPanic()
}

// contents returns the length of a value without its header.
func contents(der cryptobyte.String) int {
	var inner cryptobyte.String
	der.ReadASN1(&inner, tags.SEQUENCE)
	return len(inner)
}
