package ciphers

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/subtle"
	"hash"
)

// SIV is AES-SIV (RFC 5297): deterministic, with any number of associated inputs.
type SIV struct {
	mac   hash.Hash
	block cipher.Block
}

// NewSIV returns AES-SIV for a key of 32, 48 or 64 bytes, half of it for the tag.
func NewSIV(key []byte) (*SIV, error) {
	if len(key) != 32 && len(key) != 48 && len(key) != 64 {
		return nil, ErrSize
	}
	m, err := aes.NewCipher(key[:len(key)/2])
	if err != nil {
		return nil, err
	}
	e, err := aes.NewCipher(key[len(key)/2:])
	return &SIV{NewCMAC(m), e}, err
}

func (s *SIV) cmac(b []byte) (out [blockSize]byte) {
	s.mac.Reset()
	s.mac.Write(b)
	s.mac.Sum(out[:0])
	return out
}

// s2v is the function of the same name in RFC 5297, 2.4.
func (s *SIV) s2v(ads [][]byte, plaintext []byte) [blockSize]byte {
	var zeros [blockSize]byte
	d := s.cmac(zeros[:])
	for _, ad := range ads {
		double(&d)
		m := s.cmac(ad)
		xor(d[:], d[:], m[:])
	}
	s.mac.Reset()
	if n := len(plaintext) - blockSize; n >= 0 {
		s.mac.Write(plaintext[:n])
		xor(d[:], d[:], plaintext[n:])
	} else {
		double(&d)
		var last [blockSize]byte
		last[copy(last[:], plaintext)] = 0x80
		xor(d[:], d[:], last[:])
	}
	s.mac.Write(d[:])
	s.mac.Sum(d[:0])
	return d
}

func (s *SIV) crypt(v [blockSize]byte, dst, src []byte) {
	v[8] &= 0x7f
	v[12] &= 0x7f
	ctr(s.block, v[:]).XORKeyStream(dst, src)
}

// Seal appends tag and ciphertext to dst.
func (s *SIV) Seal(dst, plaintext []byte, ads [][]byte) []byte {
	v := s.s2v(ads, plaintext)
	head, tail := extend(dst, blockSize+len(plaintext))
	s.crypt(v, tail[blockSize:], plaintext)
	copy(tail, v[:])
	return head
}

// Open appends the plaintext to dst.
func (s *SIV) Open(dst, sealed []byte, ads [][]byte) ([]byte, error) {
	if len(sealed) < blockSize {
		return nil, ErrTag
	}
	v := [blockSize]byte(sealed)
	head, tail := extend(dst, len(sealed)-blockSize)
	s.crypt(v, tail, sealed[blockSize:])
	want := s.s2v(ads, tail)
	if subtle.ConstantTimeCompare(want[:], v[:]) != 1 {
		zero(tail)
		return nil, ErrTag
	}
	return head, nil
}
