package hashes

import (
	"crypto/sha3"
	"hash"
)

// kmac is KMAC of SP 800-185, section 4: cSHAKE with the key in front and the size behind.
type kmac struct {
	x          *sha3.SHAKE
	start      *sha3.SHAKE // as it is with the key
	rate, size int
}

// NewKMAC returns KMAC128 or KMAC256, by strength, with a tag of size bytes.
func NewKMAC(strength int, key []byte, size int, custom []byte) hash.Hash {
	x, rate := sha3.NewCSHAKE128([]byte("KMAC"), custom), 168
	if strength == 256 {
		x, rate = sha3.NewCSHAKE256([]byte("KMAC"), custom), 136
	}
	// bytepad(encode_string(key), rate)
	head := leftEncode(uint64(rate))
	head = append(head, leftEncode(uint64(len(key))*8)...)
	head = append(head, key...)
	head = append(head, make([]byte, (rate-len(head)%rate)%rate)...)
	x.Write(head)
	clear(head)
	start := *x
	return &kmac{x, &start, rate, size}
}

// leftEncode writes a number after the count of its bytes.
func leftEncode(n uint64) []byte {
	b := bigEndian(n)
	return append([]byte{byte(len(b))}, b...)
}

// rightEncode writes it before.
func rightEncode(n uint64) []byte {
	b := bigEndian(n)
	return append(b, byte(len(b)))
}

// bigEndian returns a number in as few bytes as possible, at least one.
func bigEndian(n uint64) []byte {
	b := []byte{byte(n)}
	for n >>= 8; n > 0; n >>= 8 {
		b = append([]byte{byte(n)}, b...)
	}
	return b
}

func (k *kmac) Write(p []byte) (int, error) { return k.x.Write(p) }
func (k *kmac) Size() int                   { return k.size }
func (k *kmac) BlockSize() int              { return k.rate }

// Reset makes it as it was when new.
func (k *kmac) Reset() { *k.x = *k.start }

// Sum appends the tag to b.
func (k *kmac) Sum(b []byte) []byte {
	x := *k.x
	x.Write(rightEncode(uint64(k.size) * 8))
	out := make([]byte, k.size)
	x.Read(out)
	return append(b, out...)
}

// Clone implements hash.Cloner.
func (k *kmac) Clone() (hash.Cloner, error) {
	c, x := *k, *k.x
	c.x = &x
	return &c, nil
}
