package hashes

import (
	"encoding"
	"encoding/binary"
	"hash"

	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/blake2s"
)

// Blake2Params are the parameters of BLAKE2 (RFC 7693 and the BLAKE2 paper, 2.8).
type Blake2Params struct {
	Size       int
	Key        []byte
	Salt       []byte
	Person     []byte
	Fanout     byte
	Depth      byte
	LeafSize   uint32
	NodeOffset uint64
	NodeDepth  byte
	InnerSize  byte
	LastNode   bool
}

// blake2 is a BLAKE2 hash with parameters that x/crypto has no function for. A
// parameter block does nothing but go into the first state by exclusive or, and a
// key is the first block of the input; x/crypto lets its state be saved and
// restored, so the state is made there and all hashing is x/crypto's.
type blake2 struct {
	hash.Hash
	fresh func() (hash.Hash, error)
}

// Clone implements hash.Cloner, which HMAC's copy needs.
func (b *blake2) Clone() (hash.Cloner, error) {
	h, err := b.clone()
	return &blake2{h, b.fresh}, err
}

func (b *blake2) clone() (hash.Hash, error) {
	h, err := b.fresh()
	if err != nil {
		return nil, err
	}
	state, err := b.Hash.(encoding.BinaryMarshaler).MarshalBinary()
	if err != nil {
		return nil, err
	}
	return h, h.(encoding.BinaryUnmarshaler).UnmarshalBinary(state)
}

func newBlake2b(size int) hash.Hash {
	h, err := NewBlake2b(Blake2Params{Size: size, Fanout: 1, Depth: 1})
	if err != nil {
		panic(err) // cannot be: the size is right
	}
	return h
}

func newBlake2s(size int) hash.Hash {
	h, err := NewBlake2s(Blake2Params{Size: size, Fanout: 1, Depth: 1})
	if err != nil {
		panic(err)
	}
	return h
}

// NewBlake2b returns BLAKE2b with the given parameters, which the caller has checked.
func NewBlake2b(p Blake2Params) (hash.Hash, error) {
	if p.LastNode {
		return lastBlake2b(p)
	}
	fresh := func() (hash.Hash, error) { return blake2b.New(p.Size, nil) }
	h, err := fresh()
	if err != nil {
		return nil, err
	}
	b := &blake2{h, fresh}
	var block [64]byte
	block[0], block[1], block[2], block[3] = byte(p.Size), byte(len(p.Key)), p.Fanout, p.Depth
	binary.LittleEndian.PutUint32(block[4:], p.LeafSize)
	binary.LittleEndian.PutUint64(block[8:], p.NodeOffset)
	block[16], block[17] = p.NodeDepth, p.InnerSize
	copy(block[32:48], p.Salt)
	copy(block[48:64], p.Person)
	block[0] ^= byte(p.Size)
	block[2] ^= 1
	block[3] ^= 1
	if block != [64]byte{} {
		state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
		if err != nil {
			return nil, err
		}
		const words = len("b2b")
		for i := range block {
			// The parameters are little-endian words, the saved state big-endian.
			state[words+i/8*8+7-i%8] ^= block[i]
		}
		if err := h.(encoding.BinaryUnmarshaler).UnmarshalBinary(state); err != nil {
			return nil, err
		}
	}
	if len(p.Key) > 0 {
		var key [blake2b.BlockSize]byte
		copy(key[:], p.Key)
		h.Write(key[:])
	}
	return b, nil
}

// NewBlake2s returns BLAKE2s with the given parameters, which the caller has checked.
func NewBlake2s(p Blake2Params) (hash.Hash, error) {
	if p.LastNode {
		return lastBlake2s(p)
	}
	fresh := func() (hash.Hash, error) { return blake2s.New256(nil) }
	h, err := fresh()
	if err != nil {
		return nil, err
	}
	b := &blake2{h, fresh}
	var block [32]byte
	block[0], block[1], block[2], block[3] = byte(p.Size), byte(len(p.Key)), p.Fanout, p.Depth
	binary.LittleEndian.PutUint32(block[4:], p.LeafSize)
	var off [8]byte
	binary.LittleEndian.PutUint64(off[:], p.NodeOffset)
	copy(block[8:14], off[:])
	block[14], block[15] = p.NodeDepth, p.InnerSize
	copy(block[16:24], p.Salt)
	copy(block[24:32], p.Person)
	block[0] ^= 32
	block[2] ^= 1
	block[3] ^= 1
	if block != [32]byte{} {
		state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
		if err != nil {
			return nil, err
		}
		const words = len("b2s")
		for i := range block {
			state[words+i/4*4+3-i%4] ^= block[i]
		}
		state[words+8*4+2*4] = byte(p.Size)
		if err := h.(encoding.BinaryUnmarshaler).UnmarshalBinary(state); err != nil {
			return nil, err
		}
	}
	if len(p.Key) > 0 {
		var key [blake2s.BlockSize]byte
		copy(key[:], p.Key)
		h.Write(key[:])
	}
	return b, nil
}
