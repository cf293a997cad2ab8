package ciphers

import (
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"math"
)

// GCM is AES-GCM (NIST SP 800-38D) that takes its data in pieces, which Go's does
// not. The key stream is Go's CTR; the hash is got out of Go's GCM, too: the tag of
// an empty message is the hash of its associated data, masked, and that is much
// faster than anything written here.
type GCM struct {
	block      cipher.Block
	oracle     cipher.AEAD
	mask       [blockSize]byte // of the oracle's only nonce
	h, s, last [blockSize]byte // hash key, state, what hides the tag
	counter    [blockSize]byte
	stream     cipher.Stream
	left       int64 // bytes until the counter's last 32 bits wrap
	buf        [blockSize]byte
	n          int // bytes in buf
	ad, text   uint64
}

// Limits of SP 800-38D, 5.2.1.1, in bytes.
const (
	maxText = (1<<32 - 2) * blockSize
	maxAD   = math.MaxUint64 / 8
)

// ErrTooLong is the answer to more data than GCM can protect with one nonce.
var ErrTooLong = errors.New("exceeded maximum encrypted byte limit")

// NewGCM starts a message. The block must be Go's AES, the nonce not empty.
func NewGCM(block cipher.Block, nonce []byte) (*GCM, error) {
	g := &GCM{block: block}
	var err error
	if g.oracle, err = cipher.NewGCM(block); err != nil {
		return nil, err
	}
	block.Encrypt(g.h[:], g.h[:])
	g.mask[blockSize-1] = 1
	block.Encrypt(g.mask[:], g.mask[:])
	if len(nonce) == 12 {
		copy(g.counter[:], nonce)
		g.counter[blockSize-1] = 1
	} else {
		g.absorb(nonce)
		g.pad()
		var size [blockSize]byte
		binary.BigEndian.PutUint64(size[8:], uint64(len(nonce))*8)
		g.mul(size[:])
		g.counter, g.s = g.s, [blockSize]byte{}
	}
	block.Encrypt(g.last[:], g.counter[:])
	n := binary.BigEndian.Uint32(g.counter[12:]) + 1
	binary.BigEndian.PutUint32(g.counter[12:], n)
	g.restart()
	return g, nil
}

// restart makes the key stream from the counter up to the next wrap.
func (g *GCM) restart() {
	g.stream = ctr(g.block, g.counter[:])
	g.left = (1<<32 - int64(binary.BigEndian.Uint32(g.counter[12:]))) * blockSize
	clear(g.counter[12:])
}

// mul adds one block to the hash.
func (g *GCM) mul(b []byte) {
	xor(g.s[:], g.s[:], b)
	ghashMul(&g.s, &g.s, &g.h)
}

// absorb adds data to the hash.
func (g *GCM) absorb(b []byte) {
	if g.n > 0 {
		k := copy(g.buf[g.n:], b)
		g.n += k
		b = b[k:]
		if g.n < blockSize {
			return
		}
		g.mul(g.buf[:])
		g.n = 0
	}
	var chunk [4096]byte
	for len(b) >= 4*blockSize {
		n := copy(chunk[:], b) / blockSize * blockSize
		b = b[n:]
		xor(chunk[:blockSize], chunk[:blockSize], g.s[:])
		// The oracle returns (s ^ l) * h for all blocks but the last, where l is the
		// block of lengths; wanted is (s ^ x) * h with the last block x.
		ad, x := chunk[:n-blockSize], chunk[n-blockSize:n]
		var nonce [12]byte
		var tag, l [blockSize]byte
		g.oracle.Seal(tag[:0], nonce[:], nil, ad)
		binary.BigEndian.PutUint64(l[:], uint64(len(ad))*8)
		xor(l[:], l[:], x)
		ghashMul(&l, &l, &g.h)
		xor(g.s[:], tag[:], g.mask[:])
		xor(g.s[:], g.s[:], l[:])
	}
	for len(b) >= blockSize {
		g.mul(b[:blockSize])
		b = b[blockSize:]
	}
	g.n = copy(g.buf[:], b)
}

// pad fills the hash up to whole blocks.
func (g *GCM) pad() {
	if g.n > 0 {
		clear(g.buf[g.n:])
		g.mul(g.buf[:])
		g.n = 0
	}
}

// AddData authenticates data; it must come before the text.
func (g *GCM) AddData(b []byte) error {
	if uint64(len(b)) > maxAD-g.ad {
		return ErrTooLong
	}
	g.ad += uint64(len(b))
	g.absorb(b)
	return nil
}

func (g *GCM) begin(n int) error {
	if uint64(n) > maxText-g.text {
		return ErrTooLong
	}
	if g.text == 0 && n > 0 {
		g.pad()
	}
	g.text += uint64(n)
	return nil
}

func (g *GCM) crypt(dst, src []byte) {
	for len(src) > 0 {
		n := len(src)
		if int64(n) > g.left {
			n = int(g.left)
		}
		g.stream.XORKeyStream(dst[:n], src[:n])
		dst, src = dst[n:], src[n:]
		if g.left -= int64(n); g.left == 0 {
			g.restart()
		}
	}
}

// Encrypt encrypts the next piece; dst may be src.
func (g *GCM) Encrypt(dst, src []byte) error {
	if err := g.begin(len(src)); err != nil {
		return err
	}
	g.crypt(dst, src)
	g.absorb(dst[:len(src)])
	return nil
}

// Decrypt decrypts the next piece, which is not yet known to be authentic.
func (g *GCM) Decrypt(dst, src []byte) error {
	if err := g.begin(len(src)); err != nil {
		return err
	}
	g.absorb(src)
	g.crypt(dst, src)
	return nil
}

// Tag ends the message.
func (g *GCM) Tag() [blockSize]byte {
	g.pad()
	var size [blockSize]byte
	binary.BigEndian.PutUint64(size[:], g.ad*8)
	binary.BigEndian.PutUint64(size[8:], g.text*8)
	g.mul(size[:])
	xor(g.s[:], g.s[:], g.last[:])
	return g.s
}
