package recipes

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"math/big"
	"net"
	"time"
)

// Identity is a certificate with its private key, in PEM.
type Identity struct{ Cert, Key []byte }

// ErrCA says that a certificate and key cannot sign others.
var ErrCA = errors.New("not the certificate and private key of a certificate authority")

// NewCA makes a certificate authority: an ECDSA key on P-256, which every TLS
// implementation on devices knows, and a certificate that it has signed itself.
func NewCA(name string, now time.Time, days int) (*Identity, error) {
	t := template(name, now, days)
	t.IsCA, t.BasicConstraintsValid, t.MaxPathLenZero = true, true, true
	t.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	return issue(t, nil, nil)
}

// NewDevice makes the certificate of a device or server, for the name that its peers use:
// a host name, an IP address, or just a name. It is good for either end of TLS.
func NewDevice(ca *Identity, name string, now time.Time, days int) (*Identity, error) {
	cert, key, err := ca.parse()
	if err != nil {
		return nil, err
	}
	t := template(name, now, days)
	if cert.NotAfter.Before(t.NotAfter) {
		t.NotAfter = cert.NotAfter
	}
	t.BasicConstraintsValid = true
	t.KeyUsage = x509.KeyUsageDigitalSignature
	t.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}
	if ip := net.ParseIP(name); ip != nil {
		t.IPAddresses = []net.IP{ip}
	} else {
		t.DNSNames = []string{name}
	}
	return issue(t, cert, key)
}

func template(name string, now time.Time, days int) *x509.Certificate {
	return &x509.Certificate{
		Subject: pkix.Name{CommonName: name},
		// The clocks of devices are late.
		NotBefore: now.Add(-24 * time.Hour).UTC(),
		NotAfter:  now.AddDate(0, 0, days).UTC(),
	}
}

// issue makes a key and has its certificate signed, by itself without a parent.
func issue(t, parent *x509.Certificate, signer crypto.Signer) (*Identity, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	if parent == nil {
		parent, signer = t, key
	}
	if t.SerialNumber, err = rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127)); err != nil {
		return nil, err
	}
	der, err := x509.CreateCertificate(rand.Reader, t, parent, key.Public(), signer)
	if err != nil {
		return nil, err
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	return &Identity{
		Cert: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}),
		Key:  pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}),
	}, nil
}

// parse reads the identity of a certificate authority.
func (id *Identity) parse() (*x509.Certificate, crypto.Signer, error) {
	c, _ := pem.Decode(id.Cert)
	k, _ := pem.Decode(id.Key)
	if c == nil || k == nil {
		return nil, nil, ErrCA
	}
	cert, err := x509.ParseCertificate(c.Bytes)
	if err != nil || !cert.IsCA {
		return nil, nil, ErrCA
	}
	key, err := x509.ParsePKCS8PrivateKey(k.Bytes)
	signer, ok := key.(crypto.Signer)
	if err != nil || !ok {
		return nil, nil, ErrCA
	}
	if pub, ok := cert.PublicKey.(interface{ Equal(crypto.PublicKey) bool }); !ok || !pub.Equal(signer.Public()) {
		return nil, nil, ErrCA
	}
	return cert, signer, nil
}
