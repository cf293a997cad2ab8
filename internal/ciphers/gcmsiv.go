package ciphers

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/subtle"
	"encoding/binary"
)

// gcmSIV is AES-GCM-SIV (RFC 8452), which survives the reuse of a nonce.
type gcmSIV struct {
	block cipher.Block
	size  int // of the key
}

// NewGCMSIV returns AES-GCM-SIV for a key of 16 or 32 bytes; 24 as OpenSSL has it.
func NewGCMSIV(key []byte) (cipher.AEAD, error) {
	if len(key) != 16 && len(key) != 24 && len(key) != 32 {
		return nil, ErrSize
	}
	block, err := aes.NewCipher(key)
	return &gcmSIV{block, len(key)}, err
}

func (g *gcmSIV) NonceSize() int { return 12 }
func (g *gcmSIV) Overhead() int  { return blockSize }

// derive makes the keys of one nonce (section 4).
func (g *gcmSIV) derive(nonce []byte) (auth element, enc cipher.Block) {
	var in, out [blockSize]byte
	var keys [48]byte
	copy(in[4:], nonce)
	for i := range (16 + g.size) / 8 {
		binary.LittleEndian.PutUint32(in[:], uint32(i))
		g.block.Encrypt(out[:], in[:])
		copy(keys[8*i:], out[:8])
	}
	auth = load(keys[:])
	enc, _ = aes.NewCipher(keys[16 : 16+g.size]) // the size is right
	zero(keys[:])
	return auth, enc
}

func tagSIV(auth element, enc cipher.Block, nonce, plaintext, ad []byte) (tag [blockSize]byte) {
	p := polyval{h: auth}
	p.update(ad)
	p.update(plaintext)
	binary.LittleEndian.PutUint64(tag[:], uint64(len(ad))*8)
	binary.LittleEndian.PutUint64(tag[8:], uint64(len(plaintext))*8)
	p.block(tag[:])
	p.s.store(tag[:])
	xor(tag[:12], tag[:12], nonce)
	tag[15] &= 0x7f
	enc.Encrypt(tag[:], tag[:])
	return tag
}

// crypt is CTR with a little-endian counter of 32 bits in front: the blocks are made
// here, the key stream is AES's.
func cryptSIV(enc cipher.Block, tag [blockSize]byte, dst, src []byte) {
	tag[15] |= 0x80
	n := binary.LittleEndian.Uint32(tag[:])
	var key [blockSize]byte
	for len(src) > 0 {
		binary.LittleEndian.PutUint32(tag[:], n)
		n++
		enc.Encrypt(key[:], tag[:])
		k := subtle.XORBytes(dst, src, key[:])
		dst, src = dst[k:], src[k:]
	}
}

// Seal implements cipher.AEAD.
func (g *gcmSIV) Seal(dst, nonce, plaintext, ad []byte) []byte {
	auth, enc := g.derive(nonce)
	tag := tagSIV(auth, enc, nonce, plaintext, ad)
	head, tail := extend(dst, len(plaintext)+blockSize)
	cryptSIV(enc, tag, tail[:len(plaintext)], plaintext)
	copy(tail[len(plaintext):], tag[:])
	return head
}

// Open implements cipher.AEAD.
func (g *gcmSIV) Open(dst, nonce, ciphertext, ad []byte) ([]byte, error) {
	n := len(ciphertext) - blockSize
	if n < 0 || len(nonce) != g.NonceSize() {
		return nil, ErrTag
	}
	auth, enc := g.derive(nonce)
	tag := [blockSize]byte(ciphertext[n:])
	head, tail := extend(dst, n)
	cryptSIV(enc, tag, tail, ciphertext[:n])
	want := tagSIV(auth, enc, nonce, tail, ad)
	if subtle.ConstantTimeCompare(want[:], tag[:]) != 1 {
		zero(tail)
		return nil, ErrTag
	}
	return head, nil
}
