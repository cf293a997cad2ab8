package cryptography

import (
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"strings"

	"golang.org/x/crypto/cryptobyte"

	"github.com/woma-lang/woma/py"
)

const (
	noPEM       = "Unable to load PEM file. See https://cryptography.io/en/latest/faq/#why-can-t-i-import-my-pem-file for more details."
	notGiven    = "Password was not given but private key is encrypted"
	notNeeded   = "Password was given but private key is not encrypted."
	notPublic   = "Valid PEM but no BEGIN PUBLIC KEY/END PUBLIC KEY delimiters. Are you sure this is a public key?"
	notPrivate  = "Valid PEM but no BEGIN/END delimiters for a private key found. Are you sure this is a private key?"
	longestKey  = 1 << 20 // of what is loaded: no key of any kind comes near
	maxPassword = 1023
)

// keyData returns the arguments data and password of a load function.
func keyData(t *py.Thread, a *py.Args, secret bool) (data, password []byte, given bool, err error) {
	data = arg(t, a, 0, "data")
	if secret {
		password = argOrNone(t, a, 1, "password")
		given = a.Given(1)
	}
	if err := a.Err(); err != nil {
		return nil, nil, false, err
	}
	if len(data) > longestKey {
		return nil, nil, false, badKey()
	}
	if err := t.Step(len(data) / 64); err != nil {
		return nil, nil, false, err
	}
	return data, password, given, nil
}

// loadPrivateDER loads a private key that is not in PEM: PKCS #8, encrypted or not,
// PKCS #1 or SEC 1.
func loadPrivateDER(t *py.Thread, der, password []byte, given bool) (any, error) {
	if id, params, data, ok := encryptedPKCS8(der); ok {
		if !given {
			return nil, py.Raise(py.TypeError, notGiven)
		}
		plain, err := decryptPKCS8(t, id, params, data, password)
		if err != nil {
			return nil, err
		}
		key, err := parsePKCS8(t, plain)
		if err != nil && py.ErrIs(err, py.ValueError) && !looksLikeKey(plain) {
			// The padding was right by chance.
			return nil, py.Raise(py.ValueError, wrongPassword)
		}
		return key, err
	}
	key, err := loadPlainDER(t, der)
	if err == nil && given {
		return nil, py.Raise(py.TypeError, notNeeded)
	}
	return key, err
}

// looksLikeKey reports whether der is one SEQUENCE, which what a wrong password gives
// is not.
func looksLikeKey(der cryptobyte.String) bool {
	var seq cryptobyte.String
	return der.ReadASN1(&seq, 0x30) && der.Empty()
}

func loadPlainDER(t *py.Thread, der cryptobyte.String) (any, error) {
	// Which form it is shows after the version.
	probe := der
	var seq cryptobyte.String
	var version int
	if !probe.ReadASN1(&seq, 0x30) || !seq.ReadASN1Integer(&version) {
		return nil, badKey()
	}
	switch {
	case seq.PeekASN1Tag(0x30):
		return parsePKCS8(t, der)
	case seq.PeekASN1Tag(0x04):
		return parseSEC1(der, nil)
	}
	return parsePKCS1(t, der)
}

// load_der_private_key loads a private key of any of the binary forms.
func load_der_private_key(t *py.Thread, a *py.Args) (py.Value, error) {
	data, password, given, err := keyData(t, a, true)
	if err != nil {
		return py.Nil, err
	}
	return privateObject(loadPrivateDER(t, data, password, given))
}

// load_pem_private_key loads the first private key in a text.
func load_pem_private_key(t *py.Thread, a *py.Args) (py.Value, error) {
	data, password, given, err := keyData(t, a, true)
	if err != nil {
		return py.Nil, err
	}
	found := false
	for rest := data; ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		found = true
		if !strings.HasSuffix(block.Type, "PRIVATE KEY") {
			continue
		}
		return privateObject(loadPrivateBlock(t, block, password, given))
	}
	if found {
		return py.Nil, py.Raise(py.ValueError, notPrivate)
	}
	return py.Nil, py.Raise(py.ValueError, noPEM)
}

func loadPrivateBlock(t *py.Thread, block *pem.Block, password []byte, given bool) (any, error) {
	if block.Type == "OPENSSH PRIVATE KEY" {
		return loadSSHPrivate(t, block.Bytes, password, given)
	}
	if !strings.Contains(block.Headers["Proc-Type"], "ENCRYPTED") {
		switch block.Type {
		case "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY":
		default:
			return nil, unsupportedKey()
		}
		return loadPrivateDER(t, block.Bytes, password, given)
	}
	// OpenSSL's old form, whose key comes of one round of MD5; the padding is all that
	// tells a wrong password.
	if !given {
		return nil, py.Raise(py.TypeError, notGiven)
	}
	if err := refuse(t, "the encryption of traditional PEM"); err != nil {
		return nil, err
	}
	//lint:ignore SA1019 old files must be readable.
	der, err := x509.DecryptPEMBlock(block, password)
	if err == x509.IncorrectPasswordError {
		return nil, py.Raise(py.ValueError, wrongPassword)
	}
	if err != nil {
		return nil, badKey()
	}
	if !looksLikeKey(der) {
		return nil, py.Raise(py.ValueError, wrongPassword)
	}
	return loadPlainDER(t, der)
}

func privateObject(key any, err error) (py.Value, error) {
	if err != nil {
		return py.Nil, err
	}
	v := newPrivateKey(key)
	if !v.Bound() {
		return py.Nil, unsupportedKey()
	}
	return v, nil
}

func publicObject(key any, err error) (py.Value, error) {
	if err != nil {
		return py.Nil, err
	}
	v := newPublicKey(key)
	if !v.Bound() {
		return py.Nil, unsupportedKey()
	}
	return v, nil
}

// load_der_public_key loads SubjectPublicKeyInfo or PKCS #1.
func load_der_public_key(t *py.Thread, a *py.Args) (py.Value, error) {
	data, _, _, err := keyData(t, a, false)
	if err != nil {
		return py.Nil, err
	}
	return publicObject(loadPublicDER(data))
}

func loadPublicDER(der []byte) (any, error) {
	key, err := parseSPKI(der)
	if err != nil {
		if k, e := parsePKCS1Public(der); e == nil {
			return k, nil
		}
	}
	return key, err
}

// load_pem_public_key loads the first block of a text.
func load_pem_public_key(t *py.Thread, a *py.Args) (py.Value, error) {
	data, _, _, err := keyData(t, a, false)
	if err != nil {
		return py.Nil, err
	}
	block, _ := pem.Decode(data)
	if block == nil {
		return py.Nil, py.Raise(py.ValueError, noPEM)
	}
	switch block.Type {
	case "PUBLIC KEY":
		return publicObject(parseSPKI(block.Bytes))
	case "RSA PUBLIC KEY":
		key, err := loadPublicDER(block.Bytes)
		if _, ok := key.(*rsa.PublicKey); err == nil && !ok {
			return py.Nil, py.Raise(py.ValueError, "Incorrect PEM delimiter for key type.")
		}
		return publicObject(key, err)
	}
	return py.Nil, py.Raise(py.ValueError, notPublic)
}

// encodeDER returns DER or the PEM of it.
func encodeDER(der []byte, err error, encoding, label string) (py.Value, error) {
	if err != nil {
		return py.Nil, err
	}
	switch encoding {
	case "DER":
		return py.NewBytes(der), nil
	case "PEM":
		return py.NewBytes(pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der})), nil
	}
	return py.Nil, py.Raise(py.TypeError, "encoding must be Encoding.DER or Encoding.PEM")
}

// encryptionArg is an instance of serialization.KeySerializationEncryption.
type encryptionArg struct {
	obj      py.Value
	kind     string // none, best, or built by an encryption_builder
	format   string // of the builder
	password []byte
	rounds   int // 0: the default
}

func encryptionOf(t *py.Thread, v py.Value) (e encryptionArg, err error) {
	kind, err := attr(t, v, "_encryption")
	if err != nil {
		return e, err
	}
	e.obj = v
	if _, isClass := py.IsType(v); !isClass {
		e.kind, _ = asText(kind)
	}
	switch e.kind {
	case "none":
		return e, nil
	case "best", "built":
	default:
		return e, py.Raise(py.TypeError, "Encryption algorithm must be a KeySerializationEncryption instance")
	}
	p, err := attr(t, v, "password")
	if err != nil {
		return e, err
	}
	if e.password, err = bytesLike(t, p, ""); err != nil {
		return e, err
	}
	if len(e.password) > maxPassword {
		return e, py.Raise(py.ValueError, "Passwords longer than 1023 bytes are not supported by this backend")
	}
	if e.kind == "built" {
		f, err := attr(t, v, "_format")
		if err != nil {
			return e, err
		}
		if e.format, err = formatArg(f, &privateFormatShape, "format", "PrivateFormat"); err != nil {
			return e, err
		}
		r, err := attr(t, v, "_kdf_rounds")
		if err != nil {
			return e, err
		}
		if r.Bound() && !r.IsNone() {
			if e.rounds, err = py.AsInt(t, r); err != nil {
				return e, err
			}
		}
	}
	return e, nil
}

// private_bytes is the method of all private keys.
func private_bytes(t *py.Thread, a *py.Args) (py.Value, error) {
	encoding, err := formatArg(a.Value(0), &encodingShape, "encoding", "Encoding")
	if err != nil {
		return py.Nil, err
	}
	format, err := formatArg(a.Value(1), &privateFormatShape, "format", "PrivateFormat")
	if err != nil {
		return py.Nil, err
	}
	e, err := encryptionOf(t, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	key := py.As[privateKey](a.Self).key
	raw, hasRaw := rawPrivate(key)
	if hasRaw && (encoding == "Raw" || format == "Raw") {
		if encoding != format || e.kind != "none" {
			return py.Nil, py.Raise(py.ValueError, "When using Raw both encoding and format must be Raw and encryption_algorithm must be NoEncryption()")
		}
		return py.NewBytes(raw), nil
	}
	if e.kind == "built" && e.format != format {
		return py.Nil, py.Raise(py.ValueError, "Unsupported encryption type")
	}
	switch format {
	case "PKCS8":
		der, err := marshalPKCS8(key)
		if err == nil && e.kind != "none" {
			der, err = encryptPKCS8(t, der, e.password, pbkdf2Rounds)
			return encodeDER(der, err, encoding, "ENCRYPTED PRIVATE KEY")
		}
		return encodeDER(der, err, encoding, "PRIVATE KEY")
	case "TraditionalOpenSSL":
		switch k := key.(type) {
		case *rsa.PrivateKey:
			der, err := marshalPKCS1(k)
			return traditional(t, der, err, encoding, "RSA PRIVATE KEY", e)
		case *ecdsa.PrivateKey:
			der, err := marshalSEC1(k, true)
			return traditional(t, der, err, encoding, "EC PRIVATE KEY", e)
		}
	case "OpenSSH":
		if sshType(key) == "" {
			break
		}
		if encoding != "PEM" {
			return py.Nil, py.Raise(py.ValueError, "OpenSSH private key format can only be used with PEM encoding")
		}
		return marshalSSHPrivate(t, key, e)
	}
	return py.Nil, py.Raise(py.ValueError, "format is invalid with this key")
}

// traditional writes OpenSSL's old form.
func traditional(t *py.Thread, der []byte, err error, encoding, label string, e encryptionArg) (py.Value, error) {
	if err == nil && encoding != "PEM" && encoding != "DER" {
		err = py.Raise(py.ValueError, "format is invalid with this key")
	}
	if err != nil || e.kind == "none" {
		return encodeDER(der, err, encoding, label)
	}
	if encoding == "DER" {
		return py.Nil, py.Raise(py.ValueError, "Encryption is not supported for DER encoded traditional OpenSSL keys")
	}
	if err := refuse(t, "the encryption of traditional PEM"); err != nil {
		return py.Nil, err
	}
	if err := secure(t); err != nil {
		return py.Nil, err
	}
	//lint:ignore SA1019 whoever asks for the old form gets it.
	block, err := x509.EncryptPEMBlock(t.Interp.Random, label, der, e.password, x509.PEMCipherAES256)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	return py.NewBytes(pem.EncodeToMemory(block)), nil
}

// public_bytes is the method of all public keys.
func public_bytes(t *py.Thread, a *py.Args) (py.Value, error) {
	encoding, err := formatArg(a.Value(0), &encodingShape, "encoding", "Encoding")
	if err != nil {
		return py.Nil, err
	}
	format, err := formatArg(a.Value(1), &publicFormatShape, "format", "PublicFormat")
	if err != nil {
		return py.Nil, err
	}
	key := py.As[publicKey](a.Self).key
	raw, hasRaw := rawPublic(key)
	if hasRaw && (encoding == "Raw" || format == "Raw") {
		if encoding != format {
			return py.Nil, py.Raise(py.ValueError, "When using Raw both encoding and format must be Raw")
		}
		return py.NewBytes(raw), nil
	}
	if format == "SubjectPublicKeyInfo" {
		der, err := marshalSPKI(key)
		return encodeDER(der, err, encoding, "PUBLIC KEY")
	}
	switch k := key.(type) {
	case *ecdsa.PublicKey:
		if encoding == "X962" {
			if format != "CompressedPoint" && format != "UncompressedPoint" {
				return py.Nil, py.Raise(py.ValueError, "X962 encoding must be used with CompressedPoint or UncompressedPoint format")
			}
			b, err := encodePoint(k, format == "CompressedPoint")
			if err != nil {
				return py.Nil, py.Raise(py.ValueError, "%v", err)
			}
			return py.NewBytes(b), nil
		}
	case *rsa.PublicKey:
		if format == "PKCS1" {
			der, err := marshalPKCS1Public(k)
			return encodeDER(der, err, encoding, "RSA PUBLIC KEY")
		}
	}
	if format == "OpenSSH" && sshType(key) != "" {
		if encoding != "OpenSSH" {
			return py.Nil, py.Raise(py.ValueError, "OpenSSH format must be used with OpenSSH encoding")
		}
		return marshalSSHPublic(t, key)
	}
	return py.Nil, py.Raise(py.ValueError, "format is invalid with this key")
}
