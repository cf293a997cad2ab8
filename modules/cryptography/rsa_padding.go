package cryptography

import (
	"crypto"
	"crypto/rsa"
	"math/big"

	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// rsaPad is an instance of a class of the module padding.
type rsaPad struct {
	name  string // of the class
	title string // its attribute name
	hash  *hashes.Algorithm
	mgf   *hashes.Algorithm
	salt  int // of PSS; negative: saltMax …
	label []byte
}

// The salt lengths of PSS that are no numbers.
const (
	saltMax    = -1
	saltDigest = -2
	saltAuto   = -3
)

// paddingOf takes a padding object apart.
func paddingOf(t *py.Thread, v py.Value) (p rsaPad, err error) {
	if ok, err := instanceOf(t, v, "cryptography.hazmat.primitives._asymmetric", "AsymmetricPadding"); err != nil {
		return p, err
	} else if !ok {
		return p, py.Raise(py.TypeError, "Padding must be an instance of AsymmetricPadding.")
	}
	pad, err := attr(t, v, "_pad")
	if err != nil {
		return p, err
	}
	title, err := attr(t, v, "name")
	if err != nil {
		return p, err
	}
	p.name, _ = asText(pad)
	p.title, _ = asText(title)
	if p.name != "PSS" && p.name != "OAEP" {
		if p.name != "PKCS1v15" {
			return p, py.Raise(unsupportedAlgorithm, "%s is not supported by this backend.", p.title)
		}
		return p, nil
	}
	mgf, err := attr(t, v, "_mgf")
	if err != nil {
		return p, err
	}
	if ok, err := instanceOf(t, mgf, "cryptography.hazmat.primitives.asymmetric.padding", "MGF1"); err != nil {
		return p, err
	} else if !ok {
		return p, py.Raise(unsupportedAlgorithm, "Only MGF1 is supported.")
	}
	h, err := attr(t, mgf, "_algorithm")
	if err != nil {
		return p, err
	}
	if p.mgf, err = hashOf(t, h); err != nil {
		return p, err
	}
	if p.name == "OAEP" {
		h, err := attr(t, v, "_algorithm")
		if err != nil {
			return p, err
		}
		if p.hash, err = hashOf(t, h); err != nil {
			return p, err
		}
		label, err := attr(t, v, "_label")
		if err != nil || label.IsNone() {
			return p, err
		}
		p.label, err = bytesLike(t, label, "")
		return p, err
	}
	salt, err := attr(t, v, "_salt_length")
	if err != nil {
		return p, err
	}
	if n, ok := isInt(salt); ok {
		p.salt = n
		return p, nil
	}
	kind, err := attr(t, salt, "_salt")
	if err != nil {
		return p, err
	}
	switch s, _ := asText(kind); s {
	case "max":
		p.salt = saltMax
	case "digest":
		p.salt = saltDigest
	case "auto":
		p.salt = saltAuto
	default:
		return p, py.Raise(py.TypeError, "salt_length must be an integer.")
	}
	return p, nil
}

const tooLong = "Digest or salt length too long for key size. Use a larger key or shorter salt length if you are specifying a PSS salt"

// signing checks padding and hash for a signature with a key.
func signing(t *py.Thread, padding py.Value, d *digestInfo, key *rsa.PublicKey) (rsaPad, error) {
	p, err := paddingOf(t, padding)
	if err != nil {
		return p, err
	}
	switch p.name {
	case "OAEP":
		return p, py.Raise(unsupportedAlgorithm, "%s is not supported by this backend.", p.title)
	case "PKCS1v15":
		if d.plain {
			return p, refuse(t, "an RSA signature without a hash function") // Go panics
		}
		if _, ok := digestPrefix(d.hash); !ok {
			return p, py.Raise(unsupportedAlgorithm, "%s is not supported by this backend for RSA signing.", d.kind.Name)
		}
	default:
		if d.plain {
			return p, py.Raise(py.TypeError, "NoDigestInfo is only supported with PKCS1v15 padding.")
		}
		if len(d.sum)+2 > key.Size() {
			return p, py.Raise(py.ValueError, "Digest too large for key size. Use a larger key or different digest.")
		}
		if p.mgf.Size == 0 || d.kind.Size == 0 {
			return p, py.Raise(unsupportedAlgorithm, "%s is not supported by this backend for RSA signing.", d.kind.Name)
		}
		if p.salt == saltDigest {
			p.salt = len(d.sum)
		}
	}
	return p, nil
}

func (k *rsaPrivate) sign(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d, err := digestOf(t, data, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	key := k.k()
	p, err := signing(t, a.Value(1), &d, &key.PublicKey)
	if err != nil {
		return py.Nil, err
	}
	if err := secure(t); err != nil {
		return py.Nil, err
	}
	if err := rsaCost(t, key.N.BitLen(), true); err != nil {
		return py.Nil, err
	}
	var sig []byte
	if p.name == "PKCS1v15" {
		sig, err = rsa.SignPKCS1v15(nil, key, d.hash, d.sum)
		if err == rsa.ErrMessageTooLong {
			return py.Nil, py.Raise(py.ValueError, tooLong)
		}
	} else {
		most := pssMaxSalt(&key.PublicKey, d.kind.Size)
		switch {
		case p.salt == saltAuto:
			return py.Nil, py.Raise(py.ValueError, "PSS salt length can only be set to Auto when verifying")
		case p.salt == saltMax:
			p.salt = most
		}
		switch {
		case p.salt > most || most < 0:
			return py.Nil, py.Raise(py.ValueError, tooLong)
		case p.salt > 0 && p.mgf == d.kind && d.hash != 0:
			sig, err = rsa.SignPSS(t.Interp.Random, key, d.hash, d.sum, &rsa.PSSOptions{SaltLength: p.salt})
		default:
			// To Go a salt length of 0 means "choose one", and it has one hash for both.
			if e := refuse(t, "PSS with this salt length and these hash functions"); e != nil {
				return py.Nil, e
			}
			salt, e := random(t, p.salt)
			if e != nil {
				return py.Nil, e
			}
			sig, err = privateOperation(key, pssEncode(&key.PublicKey, d.kind, p.mgf, d.sum, salt))
		}
	}
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	return py.NewBytes(sig), nil
}

func (k *rsaPublic) verify(t *py.Thread, a *py.Args) (py.Value, error) {
	sig, data := arg(t, a, 0, "signature"), arg(t, a, 1, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	d, err := digestOf(t, data, a.Value(3))
	if err != nil {
		return py.Nil, err
	}
	key := k.k()
	p, err := signing(t, a.Value(2), &d, key)
	if err != nil {
		return py.Nil, err
	}
	if err := rsaCost(t, key.N.BitLen(), false); err != nil {
		return py.Nil, err
	}
	switch {
	case p.name == "PKCS1v15":
		err = rsa.VerifyPKCS1v15(key, d.hash, d.sum, sig)
	case p.salt == saltAuto && p.mgf == d.kind && d.hash != 0:
		err = rsa.VerifyPSS(key, d.hash, d.sum, sig, &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthAuto})
	case p.salt > 0 && p.mgf == d.kind && d.hash != 0:
		err = rsa.VerifyPSS(key, d.hash, d.sum, sig, &rsa.PSSOptions{SaltLength: p.salt})
	default:
		if p.salt == saltMax {
			p.salt = pssMaxSalt(key, d.kind.Size)
		}
		if !pssVerify(key, d.kind, p.mgf, d.sum, sig, p.salt) {
			err = rsa.ErrVerification
		}
	}
	if err != nil {
		return py.Nil, py.RaiseValue(invalidSignature)
	}
	return py.None, nil
}

// oaepHash is what pyca/cryptography allows, and the two short forms of SHA-512.
func oaepHash(a *hashes.Algorithm) (crypto.Hash, bool) {
	switch a.Name {
	case "sha1", "sha224", "sha256", "sha384", "sha512", "sha512_224", "sha512_256":
		return goHash(a.Name), true
	}
	return 0, false
}

// encryption checks the padding for encryption.
func encryption(t *py.Thread, v py.Value) (p rsaPad, opts *rsa.OAEPOptions, err error) {
	if p, err = paddingOf(t, v); err != nil {
		return p, nil, err
	}
	switch p.name {
	case "PKCS1v15":
		return p, nil, refuse(t, "RSA encryption with PKCS #1 v1.5")
	case "OAEP":
		h, ok1 := oaepHash(p.hash)
		m, ok2 := oaepHash(p.mgf)
		if !ok1 || !ok2 {
			return p, nil, py.Raise(unsupportedAlgorithm, "This combination of padding and hash algorithm is not supported")
		}
		return p, &rsa.OAEPOptions{Hash: h, MGFHash: m, Label: p.label}, nil
	}
	return p, nil, py.Raise(unsupportedAlgorithm, "%s is not supported by this backend.", p.title)
}

func (k *rsaPublic) encrypt(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "plaintext")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	_, opts, err := encryption(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	if err := secure(t); err != nil {
		return py.Nil, err
	}
	if err := rsaCost(t, k.k().N.BitLen(), false); err != nil {
		return py.Nil, err
	}
	var out []byte
	if opts == nil {
		//lint:ignore SA1019 pyca/cryptography has it, for old peers; new programs take OAEP
		out, err = rsa.EncryptPKCS1v15(t.Interp.Random, k.k(), data)
	} else {
		out, err = rsa.EncryptOAEPWithOptions(t.Interp.Random, k.k(), data, opts)
	}
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "Encryption failed")
	}
	return py.NewBytes(out), nil
}

// decrypt says of every wrong ciphertext the same, and with PKCS #1 v1.5 nothing.
func (k *rsaPrivate) decrypt(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "ciphertext")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if len(data) != k.k().Size() {
		return py.Nil, py.Raise(py.ValueError, "Ciphertext length must be equal to key size.")
	}
	_, opts, err := encryption(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	if err := rsaCost(t, k.k().N.BitLen(), true); err != nil {
		return py.Nil, err
	}
	var out []byte
	if opts == nil {
		out, err = decryptImplicit(k.k(), data)
	} else {
		out, err = k.k().Decrypt(nil, data, opts)
	}
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "Decryption failed")
	}
	return py.NewBytes(out), nil
}

// publicOperation is s**e mod n; nothing in it is secret.
func publicOperation(key *rsa.PublicKey, sig []byte) ([]byte, bool) {
	s := new(big.Int).SetBytes(sig)
	if len(sig) != key.Size() || s.Cmp(key.N) >= 0 {
		return nil, false
	}
	return s.Exp(s, big.NewInt(int64(key.E)), key.N).FillBytes(make([]byte, key.Size())), true
}

// digestPrefix returns the DER of DigestInfo before the hash (RFC 8017, section 9.2).
func digestPrefix(h crypto.Hash) ([]byte, bool) {
	switch h {
	case crypto.MD5:
		return []byte("\x30\x20\x30\x0c\x06\x08\x2a\x86\x48\x86\xf7\x0d\x02\x05\x05\x00\x04\x10"), true
	case crypto.SHA1:
		return []byte("\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14"), true
	case crypto.SHA224:
		return nistPrefix(4, 28), true
	case crypto.SHA256:
		return nistPrefix(1, 32), true
	case crypto.SHA384:
		return nistPrefix(2, 48), true
	case crypto.SHA512:
		return nistPrefix(3, 64), true
	case crypto.SHA512_224:
		return nistPrefix(5, 28), true
	case crypto.SHA512_256:
		return nistPrefix(6, 32), true
	case crypto.SHA3_224:
		return nistPrefix(7, 28), true
	case crypto.SHA3_256:
		return nistPrefix(8, 32), true
	case crypto.SHA3_384:
		return nistPrefix(9, 48), true
	case crypto.SHA3_512:
		return nistPrefix(10, 64), true
	}
	return nil, false
}

// nistPrefix is the prefix of the hash functions below 2.16.840.1.101.3.4.2.
func nistPrefix(id, size byte) []byte {
	return []byte{0x30, 17 + size, 0x30, 13, 0x06, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, id, 5, 0, 4, size}
}
