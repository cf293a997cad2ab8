package ciphers

import (
	"crypto/cipher"
	"hash"
)

// cmac is CMAC (NIST SP 800-38B) of a cipher with blocks of 16 or 8 bytes.
type cmac struct {
	block  cipher.Block
	k1, k2 []byte
	state  []byte
	buf    []byte // the last block is treated differently, so one is held back
	n      int
}

// NewCMAC returns CMAC over a block cipher. The hash can be cloned.
func NewCMAC(block cipher.Block) hash.Hash {
	size := block.BlockSize()
	c := &cmac{block: block, state: make([]byte, size), buf: make([]byte, size)}
	c.k1 = make([]byte, size)
	block.Encrypt(c.k1, c.k1)
	doubleAny(c.k1)
	c.k2 = append([]byte(nil), c.k1...)
	doubleAny(c.k2)
	return c
}

// doubleAny is [double] for both block sizes.
func doubleAny(b []byte) {
	carry := byte(0)
	for i := len(b) - 1; i >= 0; i-- {
		next := b[i] >> 7
		b[i] = b[i]<<1 | carry
		carry = next
	}
	reduce := byte(0x87)
	if len(b) == 8 {
		reduce = 0x1b
	}
	b[len(b)-1] ^= carry * reduce
}

func (c *cmac) Size() int      { return len(c.state) }
func (c *cmac) BlockSize() int { return len(c.state) }

// Reset implements hash.Hash.
func (c *cmac) Reset() {
	clear(c.state)
	c.n = 0
}

// Write implements io.Writer; it never fails.
func (c *cmac) Write(b []byte) (int, error) {
	total, size := len(b), len(c.state)
	if c.n > 0 {
		k := copy(c.buf[c.n:], b)
		c.n += k
		if b = b[k:]; len(b) == 0 {
			return total, nil
		}
		c.absorb(c.buf)
		c.n = 0
	}
	for len(b) > size {
		c.absorb(b[:size])
		b = b[size:]
	}
	c.n = copy(c.buf, b)
	return total, nil
}

func (c *cmac) absorb(b []byte) {
	xor(c.state, c.state, b)
	c.block.Encrypt(c.state, c.state)
}

// Sum implements hash.Hash.
func (c *cmac) Sum(b []byte) []byte {
	size := len(c.state)
	last := make([]byte, size)
	copy(last, c.buf[:c.n])
	if c.n == size {
		xor(last, last, c.k1)
	} else {
		last[c.n] = 0x80
		xor(last, last, c.k2)
	}
	xor(last, last, c.state)
	c.block.Encrypt(last, last)
	return append(b, last...)
}

// Clone implements hash.Cloner.
func (c *cmac) Clone() (hash.Cloner, error) {
	k := *c
	k.state = append([]byte(nil), c.state...)
	k.buf = append([]byte(nil), c.buf...)
	return &k, nil
}
