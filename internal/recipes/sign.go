package recipes

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// signatureMark is the first line of a signature file, and of what is signed: a key used
// for other messages cannot be made to sign a file by chance.
const signatureMark = "woma-signature-v1"

// MaxSignature is the size beyond which a signature file is none.
const MaxSignature = 4096

const maxComment = 1024

// Errors of signatures.
var (
	ErrComment   = errors.New("a comment is one line of at most 1024 bytes of UTF-8")
	ErrSignature = errors.New("not a signature file")
	ErrOtherKey  = errors.New("signed with another key")
	ErrChanged   = errors.New("the file or its signature was changed")
	ErrKeyPEM    = errors.New("not an Ed25519 key in PEM")
	ErrIsPrivate = errors.New("this is the private key; who verifies needs the public one only")
	ErrIsPublic  = errors.New("this is the public key; only the private one signs")
)

// KeyID names a public key: the first half of the SHA-256 of its 32 bytes would do, half
// of that is enough to find the right one.
func KeyID(key ed25519.PublicKey) string {
	sum := sha256.Sum256(key)
	return hex.EncodeToString(sum[:8])
}

// signed is the message that is signed for a file.
func signed(comment string, sum []byte) []byte {
	return append([]byte(signatureMark+"\n"+comment+"\n"), sum...)
}

// Sign reads a file and returns what belongs into its signature file.
func Sign(file io.Reader, key ed25519.PrivateKey, comment string) ([]byte, error) {
	if len(comment) > maxComment || !utf8.ValidString(comment) || strings.ContainsAny(comment, "\r\n\x00") {
		return nil, ErrComment
	}
	h := sha512.New()
	if _, err := io.Copy(h, file); err != nil {
		return nil, err
	}
	sig := ed25519.Sign(key, signed(comment, h.Sum(nil)))
	return []byte(signatureMark + "\nkey: " + KeyID(key.Public().(ed25519.PublicKey)) + "\ncomment: " + comment +
		"\nsignature: " + base64.StdEncoding.EncodeToString(sig) + "\n"), nil
}

// Verify reads a file and returns the comment of its signature, if that is genuine.
func Verify(file io.Reader, key ed25519.PublicKey, signature []byte) (comment string, err error) {
	fields := [...]string{"", "key: ", "comment: ", "signature: "}
	lines := bytes.Split(signature, []byte("\n"))
	if len(signature) > MaxSignature || len(lines) != len(fields)+1 || string(lines[0]) != signatureMark || len(lines[4]) != 0 {
		return "", ErrSignature
	}
	for i, field := range fields {
		rest, ok := bytes.CutPrefix(lines[i], []byte(field))
		if !ok {
			return "", ErrSignature
		}
		lines[i] = rest
	}
	sig, err := base64.StdEncoding.Strict().DecodeString(string(lines[3]))
	if err != nil || len(sig) != ed25519.SignatureSize {
		return "", ErrSignature
	}
	if string(lines[1]) != KeyID(key) {
		return "", ErrOtherKey
	}
	h := sha512.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	if !ed25519.Verify(key, signed(string(lines[2]), h.Sum(nil)), sig) {
		return "", ErrChanged
	}
	return string(lines[2]), nil
}

// PrivatePEM writes a signing key as PKCS #8, PublicPEM the other half as SPKI.
func PrivatePEM(key ed25519.PrivateKey) []byte {
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil // cannot be: it is an Ed25519 key
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
}

// PublicPEM writes a public key.
func PublicPEM(key ed25519.PublicKey) []byte {
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return nil
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
}

// ParsePrivate reads a signing key.
func ParsePrivate(text []byte) (ed25519.PrivateKey, error) {
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, ErrKeyPEM
	}
	if block.Type == "PUBLIC KEY" {
		return nil, ErrIsPublic
	}
	v, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	key, ok := v.(ed25519.PrivateKey)
	if err != nil || !ok || block.Type != "PRIVATE KEY" {
		return nil, ErrKeyPEM
	}
	return key, nil
}

// ParsePublic reads a public key.
func ParsePublic(text []byte) (ed25519.PublicKey, error) {
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, ErrKeyPEM
	}
	if block.Type == "PRIVATE KEY" {
		return nil, ErrIsPrivate
	}
	v, err := x509.ParsePKIXPublicKey(block.Bytes)
	key, ok := v.(ed25519.PublicKey)
	if err != nil || !ok || block.Type != "PUBLIC KEY" {
		return nil, ErrKeyPEM
	}
	return key, nil
}
