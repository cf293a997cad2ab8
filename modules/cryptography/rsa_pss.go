package cryptography

import (
	"crypto/rsa"
	"crypto/subtle"
	"errors"
	"hash"

	"filippo.io/bigmod"

	"github.com/woma-lang/woma/internal/hashes"
)

// PSS (RFC 8017, section 9.1) where crypto/rsa does not do it: with a salt of length 0,
// which it takes for "choose one", with two different hash functions, and with hash
// functions that it has no number for. The arithmetic with the private key is
// filippo.io/bigmod's, the same constant-time code that crypto/rsa has inside.

// pssMaxSalt returns the length of the longest salt; negative if there is room for none.
func pssMaxSalt(key *rsa.PublicKey, digest int) int {
	return (key.N.BitLen()-1+7)/8 - 2 - digest
}

// mask applies MGF1.
func mask(out []byte, h hash.Hash, seed []byte) {
	var counter [4]byte
	for done := 0; done < len(out); {
		h.Reset()
		h.Write(seed)
		h.Write(counter[:])
		block := h.Sum(nil)
		done += subtle.XORBytes(out[done:], out[done:], block)
		for i := 3; i >= 0; i-- {
			if counter[i]++; counter[i] != 0 {
				break
			}
		}
	}
}

// pssHash is the hash over eight zeros, the digest and the salt.
func pssHash(h hash.Hash, digest, salt []byte) []byte {
	var zeros [8]byte
	h.Write(zeros[:])
	h.Write(digest)
	h.Write(salt)
	return h.Sum(nil)
}

// pssEncode returns the encoded message; there must be room for the salt.
func pssEncode(key *rsa.PublicKey, kind, mgf *hashes.Algorithm, digest, salt []byte) []byte {
	bits := key.N.BitLen() - 1
	em := make([]byte, (bits+7)/8)
	h := pssHash(kind.New(), digest, salt)
	db := em[:len(em)-len(h)-1]
	db[len(db)-len(salt)-1] = 1
	copy(db[len(db)-len(salt):], salt)
	mask(db, mgf.New(), h)
	db[0] &= 0xff >> (8*len(em) - bits)
	copy(em[len(db):], h)
	em[len(em)-1] = 0xbc
	return em
}

// pssVerify checks a signature; with saltAuto the salt may have any length.
func pssVerify(key *rsa.PublicKey, kind, mgf *hashes.Algorithm, digest, sig []byte, saltLength int) bool {
	bits := key.N.BitLen() - 1
	if bits < 1023 {
		return false // as crypto/rsa
	}
	em, ok := publicOperation(key, sig)
	if !ok {
		return false
	}
	size := (bits + 7) / 8
	for len(em) > size {
		if em[0] != 0 {
			return false
		}
		em = em[1:]
	}
	n := kind.Size
	if size < n+2 || em[size-1] != 0xbc {
		return false
	}
	db, h := em[:size-n-1], em[size-n-1:size-1]
	top := byte(0xff >> (8*size - bits))
	if db[0]&^top != 0 {
		return false
	}
	mask(db, mgf.New(), h)
	db[0] &= top
	i := 0
	for i < len(db) && db[i] == 0 {
		i++
	}
	if i == len(db) || db[i] != 1 {
		return false
	}
	salt := db[i+1:]
	if saltLength != saltAuto && len(salt) != saltLength {
		return false
	}
	return equal(pssHash(kind.New(), digest, salt), h)
}

// privateOperation is m**d mod n in constant time. The result is checked with the
// public key, so that a faulty computation gives nothing away.
func privateOperation(key *rsa.PrivateKey, m []byte) ([]byte, error) {
	if key.N.BitLen() < 1024 {
		return nil, errors.New("crypto/rsa: key is too small")
	}
	n, err := bigmod.NewModulus(key.N.Bytes())
	if err != nil {
		return nil, err
	}
	size := key.Size()
	x, err := bigmod.NewNat().SetBytes(append(make([]byte, size-len(m)), m...), n)
	if err != nil {
		return nil, err
	}
	power := halves(key, x, n)
	if power == nil {
		power = bigmod.NewNat().Exp(x, key.D.FillBytes(make([]byte, size)), n)
	}
	sig := power.Bytes(n)
	check, ok := publicOperation(&key.PublicKey, sig)
	if !ok || !equal(check[size-len(m):], m) {
		return nil, errors.New("crypto/rsa: internal error")
	}
	return sig, nil
}

// halves computes x**d mod n from the powers modulo the two primes, in a quarter of the
// time (RFC 8017, section 5.1.2); nil if the key has not got the numbers for it.
func halves(key *rsa.PrivateKey, x *bigmod.Nat, n *bigmod.Modulus) *bigmod.Nat {
	pre := &key.Precomputed
	if len(key.Primes) != 2 || pre.Dp == nil || pre.Dq == nil || pre.Qinv == nil {
		return nil
	}
	p, err1 := bigmod.NewModulus(key.Primes[0].Bytes())
	q, err2 := bigmod.NewModulus(key.Primes[1].Bytes())
	if err1 != nil || err2 != nil {
		return nil
	}
	qInv, err := bigmod.NewNat().SetBytes(pre.Qinv.FillBytes(make([]byte, p.Size())), p)
	if err != nil || pre.Dp.BitLen() > p.BitLen() || pre.Dq.BitLen() > q.BitLen() {
		return nil
	}
	scratch := bigmod.NewNat()
	r := bigmod.NewNat().Exp(scratch.Mod(x, p), pre.Dp.FillBytes(make([]byte, p.Size())), p)
	r2 := bigmod.NewNat().Exp(scratch.Mod(x, q), pre.Dq.FillBytes(make([]byte, q.Size())), q)
	r.Sub(scratch.Mod(r2, p), p).Mul(qInv, p)
	r.ExpandFor(n).Mul(scratch.Mod(q.Nat(), n), n)
	return r.Add(r2.ExpandFor(n), n)
}
