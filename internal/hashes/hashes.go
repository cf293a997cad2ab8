// Package hashes names the hash functions that hashlib and hmac share. All of them
// are Go's or golang.org/x/crypto's.
package hashes

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding"
	"hash"
	"strings"
)

// Algorithm is one hash function.
type Algorithm struct {
	Name  string // hashlib's
	Size  int    // of the digest, 0: any length (shake)
	Block int
	New   func() hash.Hash
}

// list is in the order of hashlib's documentation; the first 14 are there on every
// platform (algorithms_guaranteed).
var list = []Algorithm{
	{"md5", 16, 64, md5.New},
	{"sha1", 20, 64, sha1.New},
	{"sha224", 28, 64, sha256.New224},
	{"sha256", 32, 64, sha256.New},
	{"sha384", 48, 128, sha512.New384},
	{"sha512", 64, 128, sha512.New},
	{"blake2b", 64, 128, func() hash.Hash { return newBlake2b(64) }},
	{"blake2s", 32, 64, func() hash.Hash { return newBlake2s(32) }},
	{"sha3_224", 28, 144, func() hash.Hash { return sha3.New224() }},
	{"sha3_256", 32, 136, func() hash.Hash { return sha3.New256() }},
	{"sha3_384", 48, 104, func() hash.Hash { return sha3.New384() }},
	{"sha3_512", 64, 72, func() hash.Hash { return sha3.New512() }},
	{"shake_128", 0, 168, func() hash.Hash { return shake{sha3.NewSHAKE128()} }},
	{"shake_256", 0, 136, func() hash.Hash { return shake{sha3.NewSHAKE256()} }},
	{"sha512_224", 28, 128, sha512.New512_224},
	{"sha512_256", 32, 128, sha512.New512_256},
}

// Guaranteed is how many of [All] every CPython has.
const Guaranteed = 14

// All returns all algorithms.
func All() []Algorithm { return list }

// Find returns the algorithm that a program names; OpenSSL's spellings are accepted.
func Find(name string) (*Algorithm, bool) {
	for i := range list {
		if list[i].Name == name {
			return &list[i], true
		}
	}
	key := strings.NewReplacer("-", "", "_", "", "/", "").Replace(strings.ToLower(name))
	if strings.HasPrefix(key, "sha2") && len(key) == 7 {
		key = "sha" + key[4:] // SHA2-256
	}
	switch key {
	case "blake2b512":
		key = "blake2b"
	case "blake2s256":
		key = "blake2s"
	}
	for i := range list {
		if strings.ReplaceAll(list[i].Name, "_", "") == key {
			return &list[i], true
		}
	}
	return nil, false
}

// Clone returns a copy of a hash made by this package in its present state.
func Clone(h hash.Hash) (hash.Hash, error) {
	switch h := h.(type) {
	case shake:
		return h.clone(), nil
	case hash.Cloner:
		return h.Clone()
	}
	return nil, errNoClone
}

// XOF is a hash with an output of any length.
type XOF interface {
	hash.Hash
	Digest(n int) []byte
}

// shake makes a hash of a SHAKE.
type shake struct{ *sha3.SHAKE }

func (s shake) clone() shake { c := *s.SHAKE; return shake{&c} }

// Sum appends nothing: a SHAKE has no digest of its own.
func (s shake) Sum(b []byte) []byte { return b }

func (s shake) Size() int { return 0 }

// Digest returns n bytes of output and leaves the state as it is.
func (s shake) Digest(n int) []byte {
	out := make([]byte, n)
	s.clone().Read(out)
	return out
}

type errorText string

func (e errorText) Error() string { return string(e) }

const errNoClone = errorText("hash cannot be copied")

var _ encoding.BinaryMarshaler = (*sha3.SHAKE)(nil)
