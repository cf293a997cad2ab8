package ciphers

import (
	"crypto/cipher"
	"crypto/subtle"
	"encoding/binary"
	"math"
)

// ccm is CCM (NIST SP 800-38C, RFC 3610).
type ccm struct {
	block      cipher.Block
	nonce, tag int
}

// NewCCM returns CCM with nonces of 7 to 13 bytes and tags of 4, 6 … 16 bytes.
func NewCCM(block cipher.Block, nonceSize, tagSize int) (cipher.AEAD, error) {
	if nonceSize < 7 || nonceSize > 13 || tagSize < 4 || tagSize > 16 || tagSize%2 != 0 || block.BlockSize() != blockSize {
		return nil, ErrSize
	}
	return &ccm{block, nonceSize, tagSize}, nil
}

func (c *ccm) NonceSize() int { return c.nonce }
func (c *ccm) Overhead() int  { return c.tag }

// MaxLength returns the longest message that a nonce of the size leaves room to count.
func (c *ccm) MaxLength() int {
	bits := 8 * (15 - c.nonce)
	if bits >= 63 {
		return math.MaxInt
	}
	if n := int64(1)<<bits - 1; n < math.MaxInt {
		return int(n)
	}
	return math.MaxInt
}

// mac returns the CBC-MAC of everything, encrypted: the tag.
func (c *ccm) mac(nonce, plaintext, ad []byte) [blockSize]byte {
	var b, state [blockSize]byte
	l := 15 - c.nonce
	b[0] = byte((c.tag-2)/2<<3 | (l - 1))
	if len(ad) > 0 {
		b[0] |= 0x40
	}
	binary.BigEndian.PutUint64(b[8:], uint64(len(plaintext)))
	copy(b[1:], nonce) // over the zeros above the length
	c.block.Encrypt(state[:], b[:])
	if len(ad) > 0 {
		var head []byte
		switch n := uint64(len(ad)); {
		case n < 0xff00:
			head = binary.BigEndian.AppendUint16(nil, uint16(n))
		case n <= math.MaxUint32:
			head = binary.BigEndian.AppendUint32([]byte{0xff, 0xfe}, uint32(n))
		default:
			head = binary.BigEndian.AppendUint64([]byte{0xff, 0xff}, n)
		}
		var first [blockSize]byte
		k := copy(first[:], head)
		k += copy(first[k:], ad)
		c.absorb(&state, first[:])
		c.absorb(&state, ad[k-len(head):])
	}
	c.absorb(&state, plaintext)
	var a0 [blockSize]byte
	a0[0] = byte(l - 1)
	copy(a0[1:], nonce)
	c.block.Encrypt(a0[:], a0[:])
	xor(state[:], state[:], a0[:])
	return state
}

// absorb adds b, padded with zeros, to a CBC-MAC.
func (c *ccm) absorb(state *[blockSize]byte, b []byte) {
	var buf [1024]byte
	if whole := len(b) / blockSize * blockSize; whole > 0 {
		cbc := cipher.NewCBCEncrypter(c.block, state[:])
		for i := 0; i < whole; {
			n := min(len(buf), whole-i)
			cbc.CryptBlocks(buf[:n], b[i:i+n])
			i += n
			copy(state[:], buf[n-blockSize:n])
		}
		b = b[whole:]
	}
	if len(b) > 0 {
		xor(state[:len(b)], state[:len(b)], b)
		c.block.Encrypt(state[:], state[:])
	}
}

func (c *ccm) crypt(dst, src, nonce []byte) {
	var a1 [blockSize]byte
	a1[0] = byte(15 - c.nonce - 1)
	copy(a1[1:], nonce)
	a1[blockSize-1] = 1
	ctr(c.block, a1[:]).XORKeyStream(dst, src)
}

// Seal implements cipher.AEAD.
func (c *ccm) Seal(dst, nonce, plaintext, ad []byte) []byte {
	if len(nonce) != c.nonce || len(plaintext) > c.MaxLength() {
		panic("ciphers: wrong size given to CCM") // callers check
	}
	tag := c.mac(nonce, plaintext, ad)
	head, tail := extend(dst, len(plaintext)+c.tag)
	c.crypt(tail[:len(plaintext)], plaintext, nonce)
	copy(tail[len(plaintext):], tag[:c.tag])
	return head
}

// Open implements cipher.AEAD.
func (c *ccm) Open(dst, nonce, ciphertext, ad []byte) ([]byte, error) {
	n := len(ciphertext) - c.tag
	if len(nonce) != c.nonce || n < 0 || n > c.MaxLength() {
		return nil, ErrTag
	}
	var want [blockSize]byte
	copy(want[:], ciphertext[n:])
	head, tail := extend(dst, n)
	c.crypt(tail, ciphertext[:n], nonce)
	got := c.mac(nonce, tail, ad)
	if subtle.ConstantTimeCompare(got[:c.tag], want[:c.tag]) != 1 {
		zero(tail)
		return nil, ErrTag
	}
	return head, nil
}
