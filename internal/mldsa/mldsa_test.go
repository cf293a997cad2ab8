package mldsa

import (
	"bytes"
	"crypto/rand"
	"crypto/sha3"
	mathrand "math/rand/v2"
	"testing"

	"github.com/cloudflare/circl/sign/mldsa/mldsa44"
	"github.com/cloudflare/circl/sign/mldsa/mldsa65"
	"github.com/cloudflare/circl/sign/mldsa/mldsa87"
)

// sets are the parameter sets with circl's functions for them.
var sets = []struct {
	name   string
	params *Parameters
	make   func(seed *[32]byte) (pub []byte, sign func(msg, ctx []byte) []byte)
	verify func(pub, msg, ctx, sig []byte) bool
}{
	{"ML-DSA-44", &MLDSA44, func(seed *[32]byte) ([]byte, func(msg, ctx []byte) []byte) {
		pub, key := mldsa44.NewKeyFromSeed(seed)
		return pub.Bytes(), func(msg, ctx []byte) []byte {
			sig := make([]byte, mldsa44.SignatureSize)
			mldsa44.SignTo(key, msg, ctx, true, sig)
			return sig
		}
	}, func(pub, msg, ctx, sig []byte) bool {
		var key mldsa44.PublicKey
		return key.UnmarshalBinary(pub) == nil && mldsa44.Verify(&key, msg, ctx, sig)
	}},
	{"ML-DSA-65", &MLDSA65, func(seed *[32]byte) ([]byte, func(msg, ctx []byte) []byte) {
		pub, key := mldsa65.NewKeyFromSeed(seed)
		return pub.Bytes(), func(msg, ctx []byte) []byte {
			sig := make([]byte, mldsa65.SignatureSize)
			mldsa65.SignTo(key, msg, ctx, true, sig)
			return sig
		}
	}, func(pub, msg, ctx, sig []byte) bool {
		var key mldsa65.PublicKey
		return key.UnmarshalBinary(pub) == nil && mldsa65.Verify(&key, msg, ctx, sig)
	}},
	{"ML-DSA-87", &MLDSA87, func(seed *[32]byte) ([]byte, func(msg, ctx []byte) []byte) {
		pub, key := mldsa87.NewKeyFromSeed(seed)
		return pub.Bytes(), func(msg, ctx []byte) []byte {
			sig := make([]byte, mldsa87.SignatureSize)
			mldsa87.SignTo(key, msg, ctx, true, sig)
			return sig
		}
	}, func(pub, msg, ctx, sig []byte) bool {
		var key mldsa87.PublicKey
		return key.UnmarshalBinary(pub) == nil && mldsa87.Verify(&key, msg, ctx, sig)
	}},
}

func mu(pub, ctx, msg []byte) []byte {
	h := sha3.NewSHAKE256()
	h.Write(sha3.SumSHAKE256(pub, 64))
	h.Write([]byte{0, byte(len(ctx))})
	h.Write(ctx)
	h.Write(msg)
	out := make([]byte, MuSize)
	h.Read(out)
	return out
}

// TestAgainstCircl: what circl signs is accepted, and of what is changed both accept the same.
// The published vectors run through module cryptography.
func TestAgainstCircl(t *testing.T) {
	for _, set := range sets {
		t.Run(set.name, func(t *testing.T) {
			for i := range 40 {
				var seed [32]byte
				rand.Read(seed[:])
				pub, sign := set.make(&seed)
				msg, ctx := make([]byte, i*7), make([]byte, i*6)
				rand.Read(msg)
				sig := sign(msg, ctx)
				if len(sig) != set.params.SignatureSize() || len(pub) != set.params.PublicKeySize() {
					t.Fatal("sizes")
				}
				if !set.params.Verify(pub, mu(pub, ctx, msg), sig) {
					t.Fatalf("seed %x: refused", seed)
				}
				for range 10 {
					bad, badPub := bytes.Clone(sig), bytes.Clone(pub)
					at := mathrand.IntN(len(bad))
					if mathrand.IntN(2) == 0 { // the hints at the end, where encodings could be many
						at = len(bad) - 1 - mathrand.IntN(set.params.omega+set.params.k)
					}
					bad[at] ^= 1 << mathrand.IntN(8)
					if set.params.Verify(pub, mu(pub, ctx, msg), bad) || set.verify(pub, msg, ctx, bad) {
						t.Fatalf("seed %x: byte %d does not matter", seed, at)
					}
					badPub[mathrand.IntN(len(pub))] ^= 1 << mathrand.IntN(8)
					if set.params.Verify(badPub, mu(badPub, ctx, msg), sig) {
						t.Fatalf("seed %x: another key", seed)
					}
				}
				other := mu(pub, ctx, append(msg, 0))
				if set.params.Verify(pub, other, sig) || set.params.Verify(pub, other[:63], sig) || set.params.Verify(pub, mu(pub, ctx, msg), sig[1:]) ||
					set.params.Verify(pub[1:], mu(pub, ctx, msg), sig) || set.params.Verify(nil, nil, nil) {
					t.Fatal("accepted")
				}
			}
		})
	}
}

// FuzzVerify: nothing makes it fail other than by refusing.
func FuzzVerify(f *testing.F) {
	for i, set := range sets {
		pub, sign := set.make(&[32]byte{byte(i)})
		f.Add(byte(i), pub, sign([]byte("message"), nil))
	}
	f.Fuzz(func(t *testing.T, which byte, pub, sig []byte) {
		set := sets[which%3]
		got := set.params.Verify(pub, mu(pub, nil, []byte("message")), sig)
		if want := set.verify(pub, []byte("message"), nil, sig); got != want {
			t.Errorf("%v, circl says %v", got, want)
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	for i, set := range sets {
		pub, sign := set.make(&[32]byte{byte(i)})
		sig, m := sign(nil, nil), mu(pub, nil, nil)
		b.Run(set.name, func(b *testing.B) {
			for b.Loop() {
				if !set.params.Verify(pub, m, sig) {
					b.Fatal("refused")
				}
			}
		})
	}
}
