package cryptography

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/pbkdf2"
	"crypto/subtle"
	"math"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// Encrypted PKCS #8 with PBES2 (RFC 8018): PBKDF2 or scrypt, AES or triple DES in CBC.

// pbkdf2Rounds is what private_bytes uses: OWASP's number of 2023 for HMAC-SHA-256.
const pbkdf2Rounds = 600_000

var (
	oidPBES2  = oid{1, 2, 840, 113549, 1, 5, 13}
	oidPBKDF2 = oid{1, 2, 840, 113549, 1, 5, 12}
	oidScrypt = oid{1, 3, 6, 1, 4, 1, 11591, 4, 11}
	oidAES256 = oid{2, 16, 840, 1, 101, 3, 4, 1, 42}

	oidHMACSHA256 = oid{1, 2, 840, 113549, 2, 9}
)

var prfs = []struct {
	id   oid
	hash string
}{
	{oid{1, 2, 840, 113549, 2, 7}, "sha1"},
	{oid{1, 2, 840, 113549, 2, 8}, "sha224"},
	{oid{1, 2, 840, 113549, 2, 9}, "sha256"},
	{oid{1, 2, 840, 113549, 2, 10}, "sha384"},
	{oid{1, 2, 840, 113549, 2, 11}, "sha512"},
	{oid{1, 2, 840, 113549, 2, 12}, "sha512_224"},
	{oid{1, 2, 840, 113549, 2, 13}, "sha512_256"},
}

var cbcCiphers = []struct {
	id   oid
	key  int
	make func([]byte) (cipher.Block, error)
}{
	{oid{2, 16, 840, 1, 101, 3, 4, 1, 2}, 16, aes.NewCipher},
	{oid{2, 16, 840, 1, 101, 3, 4, 1, 22}, 24, aes.NewCipher},
	{oid{2, 16, 840, 1, 101, 3, 4, 1, 42}, 32, aes.NewCipher},
	{oid{1, 2, 840, 113549, 3, 7}, 24, des.NewTripleDESCipher},
}

const wrongPassword = "Incorrect password, could not decrypt key"

// encryptedPKCS8 takes EncryptedPrivateKeyInfo apart.
func encryptedPKCS8(der cryptobyte.String) (id oid, params, data cryptobyte.String, ok bool) {
	var seq cryptobyte.String
	if !der.ReadASN1(&seq, tags.SEQUENCE) || !der.Empty() {
		return nil, nil, nil, false
	}
	id, params, ok = algorithmID(&seq)
	ok = ok && seq.ReadASN1(&data, tags.OCTET_STRING) && seq.Empty()
	return id, params, data, ok
}

// decryptPKCS8 decrypts EncryptedPrivateKeyInfo.
func decryptPKCS8(t *py.Thread, id oid, params, data cryptobyte.String, password []byte) ([]byte, error) {
	if !id.Equal(oidPBES2) {
		return decryptPBES1(t, id, params, data, password)
	}
	var seq, iv cryptobyte.String
	if !params.ReadASN1(&seq, tags.SEQUENCE) || !params.Empty() {
		return nil, badKey()
	}
	kdf, kdfParams, ok := algorithmID(&seq)
	if !ok {
		return nil, badKey()
	}
	enc, encParams, ok := algorithmID(&seq)
	if !ok || !seq.Empty() {
		return nil, badKey()
	}
	for _, c := range cbcCiphers {
		if !c.id.Equal(enc) {
			continue
		}
		if !encParams.ReadASN1(&iv, tags.OCTET_STRING) || !encParams.Empty() {
			return nil, badKey()
		}
		key, err := deriveKey(t, kdf, kdfParams, password, c.key)
		if err != nil {
			return nil, err
		}
		block, err := c.make(key)
		if err != nil {
			return nil, badKey()
		}
		return decryptCBC(block, iv, data)
	}
	return nil, py.Raise(unsupportedAlgorithm, "Unsupported encryption algorithm %s of a key", enc)
}

// decryptCBC decrypts and takes the padding off. A wrong password is the usual reason
// for a wrong padding.
func decryptCBC(block cipher.Block, iv, data []byte) ([]byte, error) {
	n := block.BlockSize()
	if len(iv) != n || len(data) == 0 || len(data)%n != 0 {
		return nil, badKey()
	}
	out := make([]byte, len(data))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(out, data)
	pad := int(out[len(out)-1])
	if pad < 1 || pad > n {
		return nil, py.Raise(py.ValueError, wrongPassword)
	}
	wrong := 0
	for _, b := range out[len(out)-pad:] {
		wrong |= subtle.ConstantTimeByteEq(b, byte(pad)) ^ 1
	}
	if wrong != 0 {
		return nil, py.Raise(py.ValueError, wrongPassword)
	}
	return out[:len(out)-pad], nil
}

func encryptCBC(block cipher.Block, iv, data []byte) []byte {
	n := block.BlockSize()
	pad := n - len(data)%n
	out := make([]byte, len(data)+pad)
	copy(out, data)
	for i := len(data); i < len(out); i++ {
		out[i] = byte(pad)
	}
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(out, out)
	return out
}

// deriveKey does what PBKDF2-params or scrypt-params say.
func deriveKey(t *py.Thread, kdf oid, params cryptobyte.String, password []byte, size int) ([]byte, error) {
	var seq, salt cryptobyte.String
	if !params.ReadASN1(&seq, tags.SEQUENCE) || !params.Empty() || !seq.ReadASN1(&salt, tags.OCTET_STRING) {
		return nil, badKey()
	}
	switch {
	case kdf.Equal(oidPBKDF2):
		var rounds int64
		keyLength := int64(size)
		if !seq.ReadASN1Integer(&rounds) || rounds < 1 {
			return nil, badKey()
		}
		if seq.PeekASN1Tag(tags.INTEGER) && !seq.ReadASN1Integer(&keyLength) || keyLength != int64(size) {
			return nil, badKey()
		}
		hash := "sha1"
		if !seq.Empty() {
			id, _, ok := algorithmID(&seq)
			if !ok || !seq.Empty() {
				return nil, badKey()
			}
			hash = ""
			for _, p := range prfs {
				if p.id.Equal(id) {
					hash = p.hash
				}
			}
			if hash == "" {
				return nil, py.Raise(unsupportedAlgorithm, "Unsupported pseudo-random function %s of an encrypted key", id)
			}
		}
		return derivePBKDF2(t, hash, password, salt, rounds, size)
	case kdf.Equal(oidScrypt):
		var n, r, p int64
		keyLength := int64(size)
		if !seq.ReadASN1Integer(&n) || !seq.ReadASN1Integer(&r) || !seq.ReadASN1Integer(&p) ||
			!seq.Empty() && !seq.ReadASN1Integer(&keyLength) || !seq.Empty() || keyLength != int64(size) {
			return nil, badKey()
		}
		return deriveScrypt(t, password, salt, n, r, p, size)
	}
	return nil, py.Raise(unsupportedAlgorithm, "Unsupported key derivation %s of an encrypted key", kdf)
}

// derivePBKDF2 charges the rounds before it works. More than 2**24, a minute of work,
// is refused: no key is stored so, and the work cannot be interrupted.
func derivePBKDF2(t *py.Thread, hash string, password, salt []byte, rounds int64, size int) ([]byte, error) {
	if rounds > 1<<24 {
		return nil, py.Raise(py.ValueError, "%d rounds of PBKDF2 are more than is supported", rounds)
	}
	kind, ok := hashes.Find(hash)
	if !ok {
		return nil, badKey()
	}
	if !kind.Approved() {
		if err := refuse(t, "PBKDF2 with "+kind.Name); err != nil {
			return nil, err
		}
	}
	blocks := (size + kind.Size - 1) / kind.Size
	if err := t.Step(int(rounds) * blocks * 4); err != nil {
		return nil, err
	}
	key, err := pbkdf2.Key(kind.Bare(), string(password), salt, int(rounds), size)
	if err != nil {
		return nil, py.Raise(py.ValueError, "%v", err)
	}
	return key, nil
}

// deriveScrypt charges memory and time before it works.
func deriveScrypt(t *py.Thread, password, salt []byte, n, r, p int64, size int) ([]byte, error) {
	if n < 2 || n&(n-1) != 0 || r < 1 || p < 1 || r > 1<<20 || p > 1<<20 || r*p >= 1<<30 {
		return nil, badKey()
	}
	if float64(n)*float64(r)*128 > math.MaxInt32 || float64(n)*float64(r)*float64(p) > 1<<28 {
		return nil, py.Raise(py.MemoryError, "Not enough memory to derive key. These parameters require %.0fMB of memory.", float64(n)*float64(r)/8192)
	}
	return weighedScrypt(t, password, salt, int(n), int(r), int(p), size)
}

// encryptPKCS8 writes EncryptedPrivateKeyInfo: PBKDF2 with HMAC-SHA-256, AES-256-CBC.
func encryptPKCS8(t *py.Thread, der, password []byte, rounds int) ([]byte, error) {
	seed, err := random(t, 32)
	if err != nil {
		return nil, err
	}
	salt, iv := seed[:16], seed[16:]
	key, err := derivePBKDF2(t, "sha256", password, salt, int64(rounds), 32)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, py.Raise(py.ValueError, "%v", err)
	}
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidPBES2)
				b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
					b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
						b.AddASN1ObjectIdentifier(oidPBKDF2)
						b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
							b.AddASN1OctetString(salt)
							b.AddASN1Int64(int64(rounds))
							addAlgorithm(b, oidHMACSHA256, nil, true)
						})
					})
					b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
						b.AddASN1ObjectIdentifier(oidAES256)
						b.AddASN1OctetString(iv)
					})
				})
			})
			b.AddASN1OctetString(encryptCBC(block, iv, der))
		})
	})
}
