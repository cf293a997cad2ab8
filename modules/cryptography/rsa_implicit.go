package cryptography

import (
	"crypto/hmac"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
)

// Decryption with PKCS #1 v1.5 and implicit rejection, as in OpenSSL from 3.2 on and thus
// in pyca/cryptography (draft-irtf-cfrg-rsa-guidance, section 7): what has no right
// padding gives a plaintext too, of a random length and random bytes that depend on key
// and ciphertext only. An error would tell a peer who sends chosen ciphertexts whether the
// padding was right, and so let it decrypt (Bleichenbacher 1998, Marvin 2023). The
// results are OpenSSL's to the byte; tests/cryptography/implicit.py compares.

// decryptImplicit returns the plaintext, or one made up. Only the size of the key, and that
// of the plaintext once all is done, show in the time it takes.
func decryptImplicit(key *rsa.PrivateKey, ciphertext []byte) ([]byte, error) {
	em, err := privateOperation(key, ciphertext)
	if err != nil {
		return nil, err
	}
	size := len(em)
	d := sha256.Sum256(key.D.FillBytes(make([]byte, size)))
	mac := hmac.New(sha256.New, d[:])
	mac.Write(ciphertext)
	kdk := mac.Sum(nil)
	synthetic := expand(kdk, "message", size)

	// The length of the made-up plaintext: the last of 128 candidates that fits.
	longest := size - 2 - 8 // of what can stand after the separator, one more than a plaintext can have
	mask := longest
	for shift := 1; shift < 16; shift *= 2 {
		mask |= mask >> shift
	}
	length := 0
	for candidates := expand(kdk, "length", 256); len(candidates) > 0; candidates = candidates[2:] {
		n := int(binary.BigEndian.Uint16(candidates)) & mask
		length = subtle.ConstantTimeSelect(subtle.ConstantTimeLessOrEq(n, longest-1), n, length)
	}

	// The padding: 0, 2, at least eight bytes that are not 0, then 0.
	good := subtle.ConstantTimeByteEq(em[0], 0) & subtle.ConstantTimeByteEq(em[1], 2)
	found, zero := 0, 0
	for i := 2; i < size; i++ {
		isZero := subtle.ConstantTimeByteEq(em[i], 0)
		zero = subtle.ConstantTimeSelect(isZero&^found, i, zero)
		found |= isZero
	}
	good &= found & subtle.ConstantTimeLessOrEq(2+8, zero)
	start := subtle.ConstantTimeSelect(good, zero+1, size-length)
	for i := range em {
		em[i] = byte(subtle.ConstantTimeSelect(good, int(em[i]), int(synthetic[i])))
	}
	return em[start:], nil
}

// expand makes size bytes of a key: HMAC-SHA256 of a counter, a label and the size in bits.
func expand(key []byte, label string, size int) []byte {
	var out []byte
	for i := 0; len(out) < size; i++ {
		mac := hmac.New(sha256.New, key)
		mac.Write(binary.BigEndian.AppendUint16(nil, uint16(i)))
		mac.Write([]byte(label))
		mac.Write(binary.BigEndian.AppendUint16(nil, uint16(size*8)))
		out = mac.Sum(out)
	}
	return out[:size]
}
