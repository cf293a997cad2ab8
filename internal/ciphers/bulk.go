package ciphers

import (
	"crypto/cipher"

	"github.com/woma-lang/woma/internal/stack"
)

// bulk is the size in bytes from which it matters how the stack lies in its pages.
const bulk = 4096

// Seal is c.Seal, without the bad luck that [stack.InPage] tells of.
func Seal(c cipher.AEAD, dst, nonce, plaintext, ad []byte) []byte {
	if len(plaintext) < bulk {
		return c.Seal(dst, nonce, plaintext, ad)
	}
	return sealBulk(c, dst, nonce, plaintext, ad)
}

// Open is c.Open in the same way.
func Open(c cipher.AEAD, dst, nonce, ciphertext, ad []byte) ([]byte, error) {
	if len(ciphertext) < bulk {
		return c.Open(dst, nonce, ciphertext, ad)
	}
	return openBulk(c, dst, nonce, ciphertext, ad)
}

func sealBulk(c cipher.AEAD, dst, nonce, plaintext, ad []byte) (out []byte) {
	stack.InPage(func() { out = c.Seal(dst, nonce, plaintext, ad) })
	return out
}

func openBulk(c cipher.AEAD, dst, nonce, ciphertext, ad []byte) (out []byte, err error) {
	stack.InPage(func() { out, err = c.Open(dst, nonce, ciphertext, ad) })
	return out, err
}
