package secp256k1

import (
	"crypto/hmac"
	"crypto/sha256"
	"hash"
	"io"

	"filippo.io/bigmod"
)

// Valid reports whether d is a private key: 32 bytes, from 1 to the order less 1.
func Valid(d []byte) bool {
	if len(d) != Size {
		return false
	}
	n, err := bigmod.NewNat().SetBytes(d, numbers().n)
	return err == nil && n.IsZero() == 0
}

// Generate returns a private key.
func Generate(random io.Reader) ([]byte, error) {
	for {
		d := make([]byte, Size)
		if _, err := io.ReadFull(random, d); err != nil {
			return nil, err
		}
		if Valid(d) {
			return d, nil
		}
	}
}

// Sign signs a digest with a private key and returns r and s. With a hash function the
// nonce is that of RFC 6979. Without, 32 bytes of random go into the same
// derivation, with SHA-256 (section 3.6 there): a bad source of randomness gives nothing away.
func Sign(d, digest []byte, h func() hash.Hash, random io.Reader) (r, s []byte, err error) {
	f := numbers()
	if len(digest) > Size {
		digest = digest[:Size]
	}
	z, err := bigmod.NewNat().SetOverflowingBytes(append(make([]byte, Size-len(digest)), digest...), f.n)
	if err != nil {
		return nil, nil, err
	}
	var extra []byte
	if h == nil {
		h, extra = sha256.New, make([]byte, Size)
		if _, err := io.ReadFull(random, extra); err != nil {
			return nil, nil, err
		}
	}
	nonces := newNonces(h, d, z.Bytes(f.n), extra)
	secret := nat(d, f.n)
	for {
		k := nonces.next()
		if !Valid(k) {
			continue
		}
		x, _ := f.coordinates(f.multiply(&f.g, k))
		rn, err := bigmod.NewNat().SetOverflowingBytes(x.FillBytes(make([]byte, Size)), f.n)
		if err != nil {
			return nil, nil, err
		}
		inverse := bigmod.NewNat().Exp(nat(k, f.n), f.invN, f.n)
		sn := mul(rn, secret, f.n).Add(z, f.n).Mul(inverse, f.n)
		if rn.IsZero() == 0 && sn.IsZero() == 0 {
			return rn.Bytes(f.n), sn.Bytes(f.n), nil
		}
	}
}

// nonces is the generator of RFC 6979, section 3.2.
type nonces struct {
	h    func() hash.Hash
	k, v []byte
}

func newNonces(h func() hash.Hash, parts ...[]byte) *nonces {
	size := h().Size()
	n := &nonces{h, make([]byte, size), make([]byte, size)}
	for i := range n.v {
		n.v[i] = 1
	}
	n.step(0, parts...)
	n.step(1, parts...)
	return n
}

func (n *nonces) mac(parts ...[]byte) []byte {
	m := hmac.New(n.h, n.k)
	for _, p := range parts {
		m.Write(p)
	}
	return m.Sum(nil)
}

func (n *nonces) step(mark byte, parts ...[]byte) {
	n.k = n.mac(append([][]byte{n.v, {mark}}, parts...)...)
	n.v = n.mac(n.v)
}

// next returns what may be a nonce, if it is below the order and not zero.
func (n *nonces) next() []byte {
	var out []byte
	for len(out) < Size {
		n.v = n.mac(n.v)
		out = append(out, n.v...)
	}
	n.step(0)
	return out[:Size]
}
