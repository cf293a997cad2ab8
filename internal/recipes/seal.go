// Package recipes has the formats behind Python's module woma and the command
// woma crypto: sealed data, signatures of files, key stores, and files that are
// replaced whole. docs/crypto.md describes them byte by byte.
//
// There is no primitive of its own here: XChaCha20-Poly1305, Argon2id are
// golang.org/x/crypto's, AES-GCM, Ed25519, SHA-512, PBKDF2 Go's. approved, where a
// function has it, restricts the choice to what FIPS 140-3 approves.
package recipes

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/subtle"
	"errors"
	"io"

	"golang.org/x/crypto/chacha20poly1305"

	"github.com/woma-lang/woma/internal/ciphers"
)

const (
	// KeySize is the size of the key of sealed data.
	KeySize = 32
	// Overhead is what sealed data is longer than the data.
	Overhead = 1 + nonceSize + tagSize

	nonceSize = 24
	tagSize   = 16

	sealXChaCha = 1 // XChaCha20-Poly1305
	sealXAES    = 2 // XAES-256-GCM
)

// What can be wrong with sealed data, signatures and key stores. None of the texts says
// anything that depends on a key.
var (
	ErrKeySize     = errors.New("a key has 32 bytes")
	ErrFormat      = errors.New("not in a format that this version knows")
	ErrNotGenuine  = errors.New("wrong key, wrong associated data, or changed on the way")
	ErrNotApproved = errors.New("made with an algorithm that FIPS 140-3 does not approve")
)

// Seal encrypts and authenticates data, and authenticates ad, under a key of 32 bytes.
// The nonce is random: 24 bytes, so that chance never repeats one.
func Seal(random io.Reader, approved bool, key, data, ad []byte) ([]byte, error) {
	if len(key) != KeySize {
		return nil, ErrKeySize
	}
	version := byte(sealXChaCha)
	if approved {
		version = sealXAES
	}
	out := make([]byte, 1, Overhead+len(data))
	out[0] = version
	return sealWith(out, random, version, key, data, append(out[:1:1], ad...))
}

// sealWith appends nonce, ciphertext and tag to out.
func sealWith(out []byte, random io.Reader, version byte, key, data, ad []byte) ([]byte, error) {
	var nonce [nonceSize]byte
	if version == sealXAES {
		// Half of the nonce makes a key for this message, the other half comes from Go's
		// FIPS module, as it must.
		if _, err := io.ReadFull(random, nonce[:12]); err != nil {
			return nil, err
		}
		c, err := xaes(key, nonce[:12])
		if err != nil {
			return nil, err
		}
		return ciphers.Seal(c, append(out, nonce[:12]...), nil, data, ad), nil
	}
	if _, err := io.ReadFull(random, nonce[:]); err != nil {
		return nil, err
	}
	c, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	return ciphers.Seal(c, append(out, nonce[:]...), nonce[:], data, ad), nil
}

// Open returns the data that Seal has sealed, or no data at all.
func Open(approved bool, key, sealed, ad []byte) ([]byte, error) {
	switch {
	case len(key) != KeySize:
		return nil, ErrKeySize
	case len(sealed) < Overhead || sealed[0] != sealXChaCha && sealed[0] != sealXAES:
		return nil, ErrFormat
	}
	return openWith(approved, sealed[0], key, sealed[1:], append(sealed[:1:1], ad...))
}

func openWith(approved bool, version byte, key, sealed, ad []byte) ([]byte, error) {
	var out []byte
	var err error
	switch {
	case len(sealed) < nonceSize+tagSize:
		return nil, ErrFormat
	case version == sealXAES:
		var c cipher.AEAD
		if c, err = xaes(key, sealed[:12]); err == nil {
			out, err = ciphers.Open(c, nil, nil, sealed[12:], ad)
		}
	case approved:
		return nil, ErrNotApproved
	default:
		var c cipher.AEAD
		if c, err = chacha20poly1305.NewX(key); err == nil {
			out, err = ciphers.Open(c, nil, sealed[:nonceSize], sealed[nonceSize:], ad)
		}
	}
	if err != nil {
		return nil, ErrNotGenuine
	}
	return out, nil
}

// xaes is XAES-256-GCM (https://c2sp.org/XAES-256-GCM) for one message: AES-CMAC over
// the first half of the nonce makes the key. The second half is part of what the
// returned cipher writes and reads.
func xaes(key, half []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	var k1 [aes.BlockSize]byte
	block.Encrypt(k1[:], k1[:])
	var carry byte
	for i := len(k1) - 1; i >= 0; i-- {
		k1[i], carry = k1[i]<<1|carry, k1[i]>>7
	}
	k1[len(k1)-1] ^= carry * 0x87
	var derived [2 * aes.BlockSize]byte
	for i := range 2 {
		m := derived[i*aes.BlockSize : (i+1)*aes.BlockSize]
		copy(m, []byte{0, byte(i + 1), 'X', 0})
		copy(m[4:], half)
		subtle.XORBytes(m, m, k1[:])
		block.Encrypt(m, m)
	}
	if block, err = aes.NewCipher(derived[:]); err != nil {
		return nil, err
	}
	clear(derived[:])
	return cipher.NewGCMWithRandomNonce(block)
}
