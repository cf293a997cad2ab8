// Package ciphers has the modes of operation that Go's library lacks, over Go's own
// block ciphers: CCM, GCM-SIV, SIV, XTS, CMAC, key wrap, and GCM that takes its data
// in pieces. There is no cipher in it. Each is tested with Wycheproof's vectors,
// through Python (modules/cryptography).
package ciphers

import (
	"crypto/cipher"
	"crypto/subtle"
	"errors"
)

const blockSize = 16

// ErrTag is the answer to a message that is not authentic. Nothing says why.
var ErrTag = errors.New("message authentication failed")

// ErrSize is the answer to an input of a length that a mode does not allow.
var ErrSize = errors.New("invalid length")

// extend returns dst with room for n more bytes, and that room.
func extend(dst []byte, n int) (head, tail []byte) {
	if total := len(dst) + n; cap(dst) >= total {
		head = dst[:total]
	} else {
		head = make([]byte, total)
		copy(head, dst)
	}
	return head, head[len(dst):]
}

// xor sets dst to a xor b, whose length it has.
func xor(dst, a, b []byte) { subtle.XORBytes(dst, a, b) }

// double multiplies by x in GF(2^128) as CMAC and SIV write it: big-endian.
func double(b *[blockSize]byte) {
	carry := byte(0)
	for i := blockSize - 1; i >= 0; i-- {
		next := b[i] >> 7
		b[i] = b[i]<<1 | carry
		carry = next
	}
	b[blockSize-1] ^= carry * 0x87
}

// zero overwrites b: the best that can be done for a secret.
func zero(b []byte) { clear(b) }

// ctr returns the key stream from a first counter block.
func ctr(block cipher.Block, counter []byte) cipher.Stream { return cipher.NewCTR(block, counter) }
