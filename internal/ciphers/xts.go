package ciphers

import (
	"crypto/aes"
	"crypto/cipher"
)

// XTS is XTS-AES (IEEE 1619) with ciphertext stealing and any tweak of 16 bytes;
// x/crypto's has neither.
type XTS struct{ data, tweak cipher.Block }

// NewXTS returns XTS for a key of 32 or 64 bytes.
func NewXTS(key []byte) (*XTS, error) {
	if len(key) != 32 && len(key) != 64 {
		return nil, ErrSize
	}
	d, err := aes.NewCipher(key[:len(key)/2])
	if err != nil {
		return nil, err
	}
	t, err := aes.NewCipher(key[len(key)/2:])
	return &XTS{d, t}, err
}

// next multiplies a tweak by x: little-endian, unlike [double].
func next(t *[blockSize]byte) {
	carry := byte(0)
	for i := range t {
		c := t[i] >> 7
		t[i] = t[i]<<1 | carry
		carry = c
	}
	t[0] ^= carry * 0x87
}

// Crypt encrypts or decrypts one data unit of at least 16 bytes; dst may be src.
func (x *XTS) Crypt(dst, src []byte, tweak [blockSize]byte, decrypt bool) error {
	if len(src) < blockSize {
		return ErrSize
	}
	x.tweak.Encrypt(tweak[:], tweak[:])
	run := x.data.Encrypt
	if decrypt {
		run = x.data.Decrypt
	}
	one := func(dst, src []byte, t *[blockSize]byte) {
		var b [blockSize]byte
		xor(b[:], src[:blockSize], t[:])
		run(b[:], b[:])
		xor(dst[:blockSize], b[:], t[:])
	}
	rest := len(src) % blockSize
	whole := len(src) - rest
	if rest > 0 {
		whole -= blockSize
	}
	for i := 0; i < whole; i += blockSize {
		one(dst[i:], src[i:], &tweak)
		next(&tweak)
	}
	if rest == 0 {
		return nil
	}
	// The last whole block lends its end to the part that follows. Decryption meets
	// the two tweaks the other way round.
	first, second := tweak, tweak
	next(&second)
	if decrypt {
		first, second = second, first
	}
	var last, part [blockSize]byte
	one(last[:], src[whole:], &first)
	copy(part[:], last[:])
	copy(part[:rest], src[whole+blockSize:])
	copy(dst[whole+blockSize:], last[:rest])
	one(dst[whole:], part[:], &second)
	return nil
}
