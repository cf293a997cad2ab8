package recipes

import (
	"bytes"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"encoding/hex"
	"encoding/pem"
	"strconv"
	"strings"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/internal/weierstrass"
)

// Info says in words what a file is: a key, a certificate, something of this package. It
// never shows a private key. The empty string: it does not know.
func Info(b []byte, now time.Time) string {
	if text := infoRecipe(b); text != "" {
		return text
	}
	var parts []string
	for rest := b; ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		text := infoDER(block.Bytes, now)
		switch {
		case block.Headers["DEK-Info"] != "":
			text = "a private key, encrypted in the old way of OpenSSL (weak: convert it to PKCS #8)\n"
		case block.Type == "ENCRYPTED PRIVATE KEY":
			text = "a private key, encrypted with a password (PKCS #8)\n"
		case block.Type == "OPENSSH PRIVATE KEY":
			text = "a private key of OpenSSH\n"
		case text == "":
			text = "a PEM block of type " + strconv.Quote(block.Type) + " that cannot be read\n"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return infoDER(b, now)
	}
	return strings.Join(parts, "\n")
}

// infoRecipe knows the formats of this package.
func infoRecipe(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte(storeMark)):
		c, err := StoreCosts(b)
		if err != nil {
			return "a key store of woma: " + err.Error() + "\n"
		}
		if c.Memory == 0 {
			return "a key store of woma: PBKDF2-HMAC-SHA256 with " + strconv.Itoa(int(c.Passes)) + " iterations\n"
		}
		return "a key store of woma: Argon2id with " + strconv.Itoa(int(c.Memory)/1024) + " MiB, " + strconv.Itoa(int(c.Passes)) + " passes\n"
	case bytes.HasPrefix(b, []byte(signatureMark+"\n")):
		text := "a signature of a file by woma\n"
		for _, line := range strings.Split(string(b), "\n") {
			if name, value, ok := strings.Cut(line, ": "); ok && (name == "key" || name == "comment") {
				text += "  " + name + ": " + strconv.Quote(value) + "\n"
			}
		}
		return text
	case len(b) == KeySize:
		return "32 bytes: perhaps a key for woma.seal\n"
	}
	return ""
}

// infoDER knows certificates, requests and keys.
func infoDER(der []byte, now time.Time) string {
	for _, parse := range []func([]byte) (*x509.Certificate, error){x509.ParseCertificate, weierstrass.ParseCertificate} {
		if c, err := parse(der); err == nil {
			return infoCert(c, now)
		}
	}
	for _, parse := range []func([]byte) (*x509.CertificateRequest, error){x509.ParseCertificateRequest, weierstrass.ParseCertificateRequest} {
		r, err := parse(der)
		if err != nil {
			continue
		}
		text := "a request for a certificate\n  for: " + r.Subject.String() + "\n  key: " + keyText(r.PublicKey) + "\n"
		return text + requestSignature(r)
	}
	if k, err := x509.ParsePKCS8PrivateKey(der); err == nil {
		return privateText(k)
	}
	if k, err := x509.ParsePKCS1PrivateKey(der); err == nil {
		return privateText(k)
	}
	if k, err := x509.ParseECPrivateKey(der); err == nil {
		return privateText(k)
	}
	if k, err := x509.ParsePKIXPublicKey(der); err == nil {
		text := "a public key: " + keyText(k) + "\n"
		if e, ok := k.(ed25519.PublicKey); ok {
			text += "  id for woma's signatures: " + KeyID(e) + "\n"
		}
		return text
	}
	if k, err := x509.ParsePKCS1PublicKey(der); err == nil {
		return "a public key: " + keyText(k) + "\n"
	}
	if name, private := otherKey(der); private {
		return "a private key, not encrypted: " + name + "\n"
	} else if name != "" {
		return "a public key: " + name + "\n"
	}
	if l, err := x509.ParseRevocationList(der); err == nil {
		return "a list of revoked certificates\n  of: " + l.Issuer.String() + "\n  entries: " + strconv.Itoa(len(l.RevokedCertificateEntries)) +
			"\n  until: " + l.NextUpdate.UTC().Format(time.DateOnly) + "\n"
	}
	return ""
}

// otherKeys are the algorithms and curves of keys that crypto/x509 cannot read.
var otherKeys = []struct {
	oid  asn1.ObjectIdentifier
	name string
}{
	{asn1.ObjectIdentifier{1, 3, 101, 111}, "X448"},
	{asn1.ObjectIdentifier{1, 3, 101, 113}, "Ed448"},
	{asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 3, 17}, "ML-DSA-44"},
	{asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 3, 18}, "ML-DSA-65"},
	{asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 3, 19}, "ML-DSA-87"},
	{asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 4, 1}, "ML-KEM-512"},
	{asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 4, 2}, "ML-KEM-768"},
	{asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 4, 3}, "ML-KEM-1024"},
	{asn1.ObjectIdentifier{1, 3, 132, 0, 10}, "ECDSA secp256k1"},
	{asn1.ObjectIdentifier{1, 3, 36, 3, 3, 2, 8, 1, 1, 7}, "ECDSA brainpoolP256r1"},
	{asn1.ObjectIdentifier{1, 3, 36, 3, 3, 2, 8, 1, 1, 11}, "ECDSA brainpoolP384r1"},
	{asn1.ObjectIdentifier{1, 3, 36, 3, 3, 2, 8, 1, 1, 13}, "ECDSA brainpoolP512r1"},
}

// otherKey names the algorithm of a PKCS #8 or SubjectPublicKeyInfo that crypto/x509
// cannot read; the empty string if it is none, or of an algorithm that is not known.
func otherKey(der cryptobyte.String) (name string, private bool) {
	var outer, alg cryptobyte.String
	var version int64
	if !der.ReadASN1(&outer, tags.SEQUENCE) || !der.Empty() {
		return "", false
	}
	if outer.PeekASN1Tag(tags.INTEGER) {
		private = outer.ReadASN1Integer(&version)
	}
	var id asn1.ObjectIdentifier
	if !outer.ReadASN1(&alg, tags.SEQUENCE) || !alg.ReadASN1ObjectIdentifier(&id) {
		return "", false
	}
	if id.Equal(asn1.ObjectIdentifier{1, 2, 840, 10045, 2, 1}) && !alg.ReadASN1ObjectIdentifier(&id) {
		return "", false
	}
	want := tags.BIT_STRING
	if private {
		want = tags.OCTET_STRING
	}
	for _, k := range otherKeys {
		if k.oid.Equal(id) && outer.PeekASN1Tag(want) {
			return k.name, private
		}
	}
	return "", false
}

// requestSignature warns of a wrong signature. With GODEBUG=fips140=only Go panics where
// hash function or curve are not approved.
func requestSignature(r *x509.CertificateRequest) (warning string) {
	defer func() {
		if recover() != nil {
			warning = "  WARNING: its signature is of a kind that FIPS 140-3 does not approve\n"
		}
	}()
	if r.CheckSignature() != nil {
		return "  WARNING: its signature is wrong\n"
	}
	return ""
}

// signatureName names the signature of a certificate if it is one that crypto/x509 does not know.
func signatureName(der cryptobyte.String) string {
	var outer, alg cryptobyte.String
	var id asn1.ObjectIdentifier
	if der.ReadASN1(&outer, tags.SEQUENCE) && outer.SkipASN1(tags.SEQUENCE) && outer.ReadASN1(&alg, tags.SEQUENCE) && alg.ReadASN1ObjectIdentifier(&id) {
		for _, k := range otherKeys { // those of signatures that stand for their keys too
			if k.oid.Equal(id) {
				return k.name
			}
		}
	}
	return "of an unknown kind"
}

func privateText(key any) string {
	text := "a private key, not encrypted: "
	switch k := key.(type) {
	case ed25519.PrivateKey:
		text += keyText(k.Public()) + "\n  id for woma's signatures: " + KeyID(k.Public().(ed25519.PublicKey))
	case *ecdsa.PrivateKey:
		text += keyText(k.Public())
	case *rsa.PrivateKey:
		text += keyText(k.Public())
	case *ecdh.PrivateKey:
		text += keyText(k.PublicKey())
	default:
		text += "of an unknown kind"
	}
	return text + "\n"
}

func keyText(key any) string {
	switch k := key.(type) {
	case ed25519.PublicKey:
		return "Ed25519"
	case *ecdsa.PublicKey:
		return "ECDSA " + k.Params().Name
	case *rsa.PublicKey:
		text := "RSA with " + strconv.Itoa(k.N.BitLen()) + " bits"
		if k.N.BitLen() < 2048 {
			text += " (WARNING: too short, 2048 is the least)"
		}
		return text
	case *ecdh.PublicKey:
		return "X25519"
	}
	return "of an unknown kind"
}

func infoCert(c *x509.Certificate, now time.Time) string {
	var b strings.Builder
	line := func(name, value string) { b.WriteString("  " + name + ": " + value + "\n") }
	selfSigned := bytes.Equal(c.RawIssuer, c.RawSubject)
	switch {
	case c.IsCA && selfSigned:
		b.WriteString("the certificate of a root authority\n")
	case c.IsCA:
		b.WriteString("the certificate of an intermediate authority\n")
	case selfSigned:
		b.WriteString("a certificate that vouches for itself\n")
	default:
		b.WriteString("a certificate\n")
	}
	line("for", c.Subject.String())
	if !selfSigned {
		line("signed by", c.Issuer.String())
	}
	names := append([]string{}, c.DNSNames...)
	for _, ip := range c.IPAddresses {
		names = append(names, ip.String())
	}
	names = append(names, c.EmailAddresses...)
	if len(names) > 0 {
		line("names", strings.Join(names, ", "))
	} else if !c.IsCA {
		line("names", "none (WARNING: no host name will match)")
	}
	valid := c.NotBefore.UTC().Format(time.DateOnly) + " to " + c.NotAfter.UTC().Format(time.DateOnly)
	switch {
	case now.After(c.NotAfter):
		valid += " (EXPIRED)"
	case now.Before(c.NotBefore):
		valid += " (NOT YET)"
	}
	line("valid", valid)
	key := keyText(c.PublicKey)
	if name, _ := otherKey(c.RawSubjectPublicKeyInfo); c.PublicKey == nil && name != "" {
		key = name
	}
	line("key", key)
	signature := c.SignatureAlgorithm.String()
	switch c.SignatureAlgorithm {
	case x509.UnknownSignatureAlgorithm:
		signature = signatureName(c.Raw)
	case x509.MD5WithRSA, x509.SHA1WithRSA, x509.ECDSAWithSHA1, x509.MD2WithRSA:
		signature += " (WARNING: weak)"
	}
	line("signature", signature)
	var uses []string
	for _, u := range c.ExtKeyUsage {
		switch u {
		case x509.ExtKeyUsageServerAuth:
			uses = append(uses, "TLS server")
		case x509.ExtKeyUsageClientAuth:
			uses = append(uses, "TLS client")
		case x509.ExtKeyUsageCodeSigning:
			uses = append(uses, "signing code")
		case x509.ExtKeyUsageAny:
			uses = append(uses, "anything")
		default:
			uses = append(uses, "something else")
		}
	}
	if len(uses) > 0 {
		line("for use as", strings.Join(uses, ", "))
	}
	line("serial", c.SerialNumber.Text(16))
	sum := sha256.Sum256(c.Raw)
	line("SHA-256", hex.EncodeToString(sum[:]))
	return b.String()
}
