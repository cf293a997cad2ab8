// Package hashes names the hash functions that hashlib and hmac share. All of them
// are Go's or golang.org/x/crypto's.
package hashes

import (
	"crypto/fips140"
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
	// Sum puts the hash of data into dst, which has the right size, without a state on
	// the heap. Not all have it.
	Sum func(dst, data []byte)
}

// list is in the order of hashlib's documentation; the first 14 are there on every
// platform (algorithms_guaranteed).
var list = []Algorithm{
	{"md5", 16, 64, md5.New, func(dst, data []byte) { s := md5.Sum(data); copy(dst, s[:]) }},
	{"sha1", 20, 64, sha1.New, func(dst, data []byte) { s := sha1.Sum(data); copy(dst, s[:]) }},
	{"sha224", 28, 64, sha256.New224, func(dst, data []byte) { s := sha256.Sum224(data); copy(dst, s[:]) }},
	{"sha256", 32, 64, sha256.New, func(dst, data []byte) { s := sha256.Sum256(data); copy(dst, s[:]) }},
	{"sha384", 48, 128, sha512.New384, func(dst, data []byte) { s := sha512.Sum384(data); copy(dst, s[:]) }},
	{"sha512", 64, 128, sha512.New, func(dst, data []byte) { s := sha512.Sum512(data); copy(dst, s[:]) }},
	{"blake2b", 64, 128, func() hash.Hash { return newBlake2b(64) }, nil},
	{"blake2s", 32, 64, func() hash.Hash { return newBlake2s(32) }, nil},
	{"sha3_224", 28, 144, func() hash.Hash { return sha3Hash{sha3.New224()} }, nil},
	{"sha3_256", 32, 136, func() hash.Hash { return sha3Hash{sha3.New256()} }, nil},
	{"sha3_384", 48, 104, func() hash.Hash { return sha3Hash{sha3.New384()} }, nil},
	{"sha3_512", 64, 72, func() hash.Hash { return sha3Hash{sha3.New512()} }, nil},
	{"shake_128", 0, 168, func() hash.Hash { return shake{sha3.NewSHAKE128()} }, nil},
	{"shake_256", 0, 136, func() hash.Hash { return shake{sha3.NewSHAKE256()} }, nil},
	{"sha512_224", 28, 128, sha512.New512_224, func(dst, data []byte) { s := sha512.Sum512_224(data); copy(dst, s[:]) }},
	{"sha512_256", 32, 128, sha512.New512_256, func(dst, data []byte) { s := sha512.Sum512_256(data); copy(dst, s[:]) }},
	{"ripemd160", 20, 64, newRIPEMD160, nil},
}

// Approved reports whether FIPS 140-3 approves the function: SHA-2 and SHA-3. It no longer
// approves SHA-1 for most ends, and never did the others.
func (a *Algorithm) Approved() bool {
	return strings.HasPrefix(a.Name, "sha2") || strings.HasPrefix(a.Name, "sha3") || strings.HasPrefix(a.Name, "sha5") || a.Size == 0
}

// Bare returns New for HMAC and PBKDF2. With GODEBUG=fips140=only, these panic unless the
// hash is of Go's own type; such a SHA-3 cannot be copied within an HMAC, so that it is
// used only there.
func (a *Algorithm) Bare() func() hash.Hash {
	if !fips140.Enforced() {
		return a.New
	}
	switch a.Name {
	case "sha3_224":
		return func() hash.Hash { return sha3.New224() }
	case "sha3_256":
		return func() hash.Hash { return sha3.New256() }
	case "sha3_384":
		return func() hash.Hash { return sha3.New384() }
	case "sha3_512":
		return func() hash.Hash { return sha3.New512() }
	}
	return a.New
}

// Guaranteed is how many of [All] every CPython has.
const Guaranteed = 14

// All returns all algorithms.
func All() []Algorithm { return list }

// spellings are OpenSSL's names, in lower case, of what hashlib names otherwise.
var spellings = [...][2]string{
	{"blake2b-512", "blake2b"}, {"blake2b512", "blake2b"}, {"blake2s-256", "blake2s"}, {"blake2s256", "blake2s"},
	{"ssl3-md5", "md5"}, {"ssl3-sha1", "sha1"}, {"sha-1", "sha1"},
	{"sha-224", "sha224"}, {"sha2-224", "sha224"}, {"sha-256", "sha256"}, {"sha2-256", "sha256"},
	{"sha-384", "sha384"}, {"sha2-384", "sha384"}, {"sha-512", "sha512"}, {"sha2-512", "sha512"},
	{"sha-512/224", "sha512_224"}, {"sha2-512/224", "sha512_224"}, {"sha512-224", "sha512_224"},
	{"sha-512/256", "sha512_256"}, {"sha2-512/256", "sha512_256"}, {"sha512-256", "sha512_256"},
	{"sha3-224", "sha3_224"}, {"sha3-256", "sha3_256"}, {"sha3-384", "sha3_384"}, {"sha3-512", "sha3_512"},
	{"shake-128", "shake_128"}, {"shake128", "shake_128"}, {"shake-256", "shake_256"}, {"shake256", "shake_256"},
	{"ripemd-160", "ripemd160"}, {"ripemd", "ripemd160"}, {"rmd160", "ripemd160"},
	{"md5", "md5"}, {"sha1", "sha1"}, {"sha224", "sha224"}, {"sha256", "sha256"}, {"sha384", "sha384"}, {"sha512", "sha512"},
	{"ripemd160", "ripemd160"},
}

// Find returns the algorithm that a program names; OpenSSL's spellings are accepted.
func Find(name string) (*Algorithm, bool) {
	for i := range list {
		if list[i].Name == name {
			return &list[i], true
		}
	}
	key := ""
	for lower, i := strings.ToLower(name), 0; i < len(spellings); i++ {
		if spellings[i][0] == lower {
			key = spellings[i][1]
		}
	}
	for i := range list {
		if list[i].Name == key {
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

// sha3Hash keeps crypto/hmac from unwrapping a SHA-3 into a type that cannot be cloned.
type sha3Hash struct{ *sha3.SHA3 }

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
