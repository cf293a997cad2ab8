package ciphers

import "crypto/cipher"

// feedback is a stream cipher made of a block cipher by CFB, CFB8 or OFB (NIST SP
// 800-38A). Go's own CFB and OFB are deprecated for new designs, which these are not.
type feedback struct {
	block     cipher.Block
	state     []byte // the shift register
	key       []byte // its encryption
	used      int
	mode      Feedback
	decrypter bool
}

// Feedback is a mode of [NewFeedback].
type Feedback uint8

// The modes.
const (
	CFB Feedback = iota
	CFB8
	OFB
)

// NewFeedback returns a stream; iv is one block.
func NewFeedback(block cipher.Block, iv []byte, mode Feedback, decrypt bool) cipher.Stream {
	n := block.BlockSize()
	return &feedback{block, append([]byte(nil), iv[:n]...), make([]byte, n), n, mode, decrypt}
}

// XORKeyStream implements cipher.Stream.
func (f *feedback) XORKeyStream(dst, src []byte) {
	if f.mode == CFB8 {
		last := len(f.state) - 1
		for i, c := range src {
			f.block.Encrypt(f.key, f.state)
			out := c ^ f.key[0]
			copy(f.state, f.state[1:])
			if f.state[last] = out; f.decrypter {
				f.state[last] = c
			}
			dst[i] = out
		}
		return
	}
	n := len(f.state)
	for len(src) > 0 {
		if f.used == n {
			f.block.Encrypt(f.key, f.state)
			f.used = 0
		}
		k := min(n-f.used, len(src))
		key, state := f.key[f.used:f.used+k], f.state[f.used:f.used+k]
		switch {
		case f.mode == OFB:
			copy(state, key)
			xor(dst[:k], src[:k], key)
		case f.decrypter:
			copy(state, src[:k])
			xor(dst[:k], state, key)
		default:
			xor(dst[:k], src[:k], key)
			copy(state, dst[:k])
		}
		f.used += k
		dst, src = dst[k:], src[k:]
	}
}
