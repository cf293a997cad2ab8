package weierstrass

import (
	"crypto/hmac"
	"crypto/sha256"
	"hash"
	"io"

	"filippo.io/bigmod"
)

// Valid reports whether d is a private key: Size bytes, from 1 to the order less 1.
func (f *Curve) Valid(d []byte) bool {
	if len(d) != f.size {
		return false
	}
	n, err := bigmod.NewNat().SetBytes(d, f.n)
	return err == nil && n.IsZero() == 0
}

// Generate returns a private key.
func (f *Curve) Generate(random io.Reader) ([]byte, error) {
	for {
		d := make([]byte, f.size)
		if _, err := io.ReadFull(random, d); err != nil {
			return nil, err
		}
		if f.Valid(d) {
			return d, nil
		}
	}
}

// Sign signs a digest with a private key and returns r and s. With a hash function the
// nonce is that of RFC 6979. Without, random bytes go into the same
// derivation, with SHA-256 (section 3.6 there): a bad source of randomness gives nothing away.
func (f *Curve) Sign(d, digest []byte, h func() hash.Hash, random io.Reader) (r, s []byte, err error) {
	if len(digest) > f.size {
		digest = digest[:f.size]
	}
	z, err := bigmod.NewNat().SetOverflowingBytes(append(make([]byte, f.size-len(digest)), digest...), f.n)
	if err != nil {
		return nil, nil, err
	}
	var extra []byte
	if h == nil {
		h, extra = sha256.New, make([]byte, f.size)
		if _, err := io.ReadFull(random, extra); err != nil {
			return nil, nil, err
		}
	}
	nonces := newNonces(h, f.size, d, z.Bytes(f.n), extra)
	secret := nat(d, f.n)
	for {
		k := nonces.next()
		if !f.Valid(k) {
			continue
		}
		x, _ := f.coordinates(f.multiply(&f.g, k))
		rn, err := bigmod.NewNat().SetOverflowingBytes(x.FillBytes(make([]byte, f.size)), f.n)
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
	size int
	k, v []byte
}

func newNonces(h func() hash.Hash, bytes int, parts ...[]byte) *nonces {
	size := h().Size()
	n := &nonces{h, bytes, make([]byte, size), make([]byte, size)}
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
	for len(out) < n.size {
		n.v = n.mac(n.v)
		out = append(out, n.v...)
	}
	n.step(0)
	return out[:n.size]
}
