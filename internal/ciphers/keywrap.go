package ciphers

import (
	"crypto/cipher"
	"crypto/subtle"
	"encoding/binary"
)

// wrapIV is the initial value of RFC 3394, padIV the start of RFC 5649's.
const (
	wrapIV = 0xa6a6a6a6a6a6a6a6
	padIV  = 0xa65959a6
)

// wrap is W of NIST SP 800-38F: b is the semiblocks with room for the first.
func wrap(block cipher.Block, iv uint64, b []byte) {
	var x [blockSize]byte
	binary.BigEndian.PutUint64(x[:], iv)
	n := len(b)/8 - 1
	for t := uint64(1); t <= uint64(6*n); t++ {
		r := b[8*(1+(int(t)-1)%n):][:8]
		copy(x[8:], r)
		block.Encrypt(x[:], x[:])
		copy(r, x[8:])
		binary.BigEndian.PutUint64(x[:], binary.BigEndian.Uint64(x[:])^t)
	}
	copy(b, x[:8])
}

// unwrap is the inverse: it returns the first semiblock and turns b, with what
// follows, into the key.
func unwrap(block cipher.Block, b []byte) uint64 {
	var x [blockSize]byte
	copy(x[:], b[:8])
	n := len(b)/8 - 1
	for t := uint64(6 * n); t >= 1; t-- {
		r := b[8*(1+(int(t)-1)%n):][:8]
		binary.BigEndian.PutUint64(x[:], binary.BigEndian.Uint64(x[:])^t)
		copy(x[8:], r)
		block.Decrypt(x[:], x[:])
		copy(r, x[8:])
	}
	return binary.BigEndian.Uint64(x[:])
}

// Wrap is AES key wrap (RFC 3394) of a key of at least two semiblocks.
func Wrap(block cipher.Block, key []byte) []byte {
	b := append(make([]byte, 8, 8+len(key)), key...)
	wrap(block, wrapIV, b)
	return b
}

// Unwrap undoes [Wrap].
func Unwrap(block cipher.Block, wrapped []byte) ([]byte, error) {
	if len(wrapped) < 24 || len(wrapped)%8 != 0 {
		return nil, ErrSize
	}
	b := append([]byte(nil), wrapped...)
	var got, want [8]byte
	binary.BigEndian.PutUint64(got[:], unwrap(block, b))
	binary.BigEndian.PutUint64(want[:], wrapIV)
	if subtle.ConstantTimeCompare(got[:], want[:]) != 1 {
		zero(b)
		return nil, ErrTag
	}
	return b[8:], nil
}

// WrapPadded is AES key wrap with padding (RFC 5649) of a key of any length but 0.
func WrapPadded(block cipher.Block, key []byte) []byte {
	size := (len(key) + 7) / 8 * 8
	b := make([]byte, 8+size)
	copy(b[8:], key)
	iv := uint64(padIV)<<32 | uint64(len(key))
	if size == 8 {
		binary.BigEndian.PutUint64(b, iv)
		block.Encrypt(b, b)
		return b
	}
	wrap(block, iv, b)
	return b
}

// UnwrapPadded undoes [WrapPadded].
func UnwrapPadded(block cipher.Block, wrapped []byte) ([]byte, error) {
	if len(wrapped) < 16 || len(wrapped)%8 != 0 {
		return nil, ErrSize
	}
	b := append([]byte(nil), wrapped...)
	var iv uint64
	if len(b) == blockSize {
		block.Decrypt(b, b)
		iv = binary.BigEndian.Uint64(b)
	} else {
		iv = unwrap(block, b)
	}
	key := b[8:]
	n := int64(uint32(iv))
	head := uint32(padIV)
	good := subtle.ConstantTimeEq(int32(iv>>32), int32(head))
	if n > int64(len(key)) || n <= int64(len(key))-8 {
		good = 0
	} else {
		var pad byte
		for _, c := range key[n:] {
			pad |= c
		}
		good &= subtle.ConstantTimeByteEq(pad, 0)
	}
	if good != 1 {
		zero(b)
		return nil, ErrTag
	}
	return key[:n], nil
}
