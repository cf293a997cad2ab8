package cryptography

import (
	"crypto/sha512"
	"encoding/binary"

	//lint:ignore SA1019 the format of OpenSSH's encrypted keys is made of it.
	"golang.org/x/crypto/blowfish"

	"github.com/woma-lang/woma/py"
)

// bcryptPBKDF is the key derivation of OpenSSH's encrypted keys (OpenBSD's
// bcrypt_pbkdf(3)). The Go package that has it, x/crypto/ssh/internal/bcrypt_pbkdf, can
// only be reached through x/crypto/ssh, which adds 0.45 MB.
func bcryptPBKDF(t *py.Thread, password, salt []byte, rounds, size int) ([]byte, error) {
	if err := refuse(t, "bcrypt"); err != nil {
		return nil, err
	}
	const block = 32
	n := (size + block - 1) / block
	out := make([]byte, n*block)
	pass := sha512.Sum512(password)
	for i := range n {
		h := sha512.New()
		h.Write(salt)
		h.Write(binary.BigEndian.AppendUint32(nil, uint32(i+1)))
		var sum [block]byte
		salted := h.Sum(nil)
		for range rounds {
			// One round takes some milliseconds.
			if err := t.Step(1 << 18); err != nil {
				return nil, err
			}
			tmp, err := bcryptHash(pass[:], salted)
			if err != nil {
				return nil, err
			}
			for j := range sum {
				sum[j] ^= tmp[j]
			}
			next := sha512.Sum512(tmp[:])
			salted = next[:]
		}
		for j, b := range sum {
			out[j*n+i] = b
		}
	}
	return out[:size], nil
}

func bcryptHash(pass, salt []byte) (out [32]byte, err error) {
	c, err := blowfish.NewSaltedCipher(pass, salt)
	if err != nil {
		return out, py.Raise(py.ValueError, "%v", err)
	}
	for range 64 {
		blowfish.ExpandKey(salt, c)
		blowfish.ExpandKey(pass, c)
	}
	copy(out[:], "OxychromaticBlowfishSwatDynamite")
	for i := 0; i < len(out); i += 8 {
		for range 64 {
			c.Encrypt(out[i:i+8], out[i:i+8])
		}
	}
	for i := 0; i < len(out); i += 4 {
		binary.LittleEndian.PutUint32(out[i:], binary.BigEndian.Uint32(out[i:]))
	}
	return out, nil
}
