package cryptography

import (
	"crypto"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/hpke"

	"github.com/woma-lang/woma/py"
)

// Numbers of IANA's registry that -X fips refuses.
const (
	hpkeX25519   = 0x20
	hpkeHybrid   = 0x647a // ML-KEM-768 and X25519
	hpkeChaCha20 = 3
)

// hpkeSuite returns KDF and AEAD by their numbers in IANA's registry.
func hpkeSuite(t *py.Thread, a *py.Args) (kem int, kdf hpke.KDF, aead hpke.AEAD, err error) {
	kem = a.Int(t, 0)
	kdfID, aeadID := a.Int(t, 1), a.Int(t, 2)
	if err := a.Err(); err != nil {
		return 0, nil, nil, err
	}
	if kem == hpkeX25519 || kem == hpkeHybrid || aeadID == hpkeChaCha20 {
		if err := refuse(t, "HPKE with this suite"); err != nil {
			return 0, nil, nil, err
		}
	}
	if kdf, err = hpke.NewKDF(uint16(kdfID)); err == nil {
		aead, err = hpke.NewAEAD(uint16(aeadID))
	}
	if err != nil {
		return 0, nil, nil, py.Raise(unsupportedAlgorithm, "%v", err)
	}
	return kem, kdf, aead, nil
}

// exchangeKey returns a key for ECDH, private or public.
func exchangeKey(key any) any {
	switch k := key.(type) {
	case *ecdsa.PrivateKey:
		if e, err := k.ECDH(); err == nil {
			return e
		}
	case *ecdsa.PublicKey:
		if e, err := k.ECDH(); err == nil {
			return e
		}
	}
	return key
}

// hpkePublic makes the key for a KEM of one or two public keys.
func hpkePublic(kem int, first, second py.Value) (hpke.PublicKey, error) {
	wrong := py.Raise(py.TypeError, "the public key does not fit the KEM")
	k1, ok := asPublicKey(first)
	if !ok {
		return nil, wrong
	}
	var pub hpke.PublicKey
	var err error
	if k2, ok := asPublicKey(second); ok {
		pq, ok1 := k1.key.(crypto.Encapsulator)
		dh, ok2 := exchangeKey(k2.key).(*ecdh.PublicKey)
		if !ok1 || !ok2 {
			return nil, wrong
		}
		pub, err = hpke.NewHybridPublicKey(pq, dh)
	} else if dh, ok := exchangeKey(k1.key).(*ecdh.PublicKey); ok {
		pub, err = hpke.NewDHKEMPublicKey(dh)
	} else if pq, ok := k1.key.(crypto.Encapsulator); ok {
		pub, err = hpke.NewMLKEMPublicKey(pq)
	} else {
		return nil, wrong
	}
	if err != nil || int(pub.KEM().ID()) != kem {
		return nil, wrong
	}
	return pub, nil
}

// hpkePrivate is hpkePublic for private keys.
func hpkePrivate(kem int, first, second py.Value) (hpke.PrivateKey, error) {
	wrong := py.Raise(py.TypeError, "the private key does not fit the KEM")
	k1, ok := asPrivateKey(first)
	if !ok {
		return nil, wrong
	}
	var key hpke.PrivateKey
	var err error
	if k2, ok := asPrivateKey(second); ok {
		pq, ok1 := k1.key.(crypto.Decapsulator)
		dh, ok2 := exchangeKey(k2.key).(*ecdh.PrivateKey)
		if !ok1 || !ok2 {
			return nil, wrong
		}
		key, err = hpke.NewHybridPrivateKey(pq, dh)
	} else if dh, ok := exchangeKey(k1.key).(*ecdh.PrivateKey); ok {
		key, err = hpke.NewDHKEMPrivateKey(dh)
	} else if pq, ok := k1.key.(crypto.Decapsulator); ok {
		key, err = hpke.NewMLKEMPrivateKey(pq)
	} else {
		return nil, wrong
	}
	if err != nil || int(key.KEM().ID()) != kem {
		return nil, wrong
	}
	return key, nil
}

// hpke_seal is hpke_seal(kem, kdf, aead, key, second_key, info, aad, plaintext, /): the
// encapsulated key and the ciphertext.
func hpke_seal(t *py.Thread, a *py.Args) (py.Value, error) {
	info, aad, plaintext := argOrNone(t, a, 5, "info"), argOrNone(t, a, 6, "aad"), arg(t, a, 7, "plaintext")
	kem, kdf, aead, err := hpkeSuite(t, a)
	if err != nil {
		return py.Nil, err
	}
	pub, err := hpkePublic(kem, a.Value(3), a.Value(4))
	if err != nil {
		return py.Nil, err
	}
	if err := secure(t); err != nil {
		return py.Nil, err
	}
	if err := work(t, 2*len(plaintext)); err != nil {
		return py.Nil, err
	}
	enc, sender, err := hpke.NewSender(pub, kdf, aead, info)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	ct, err := sender.Seal(aad, plaintext)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	return py.NewBytes(append(enc, ct...)), t.Step(2000)
}

// hpke_open is hpke_open(kem, kdf, aead, key, second_key, info, aad, size, ciphertext, /);
// size is that of the encapsulated key. Whatever is wrong with the ciphertext, the error
// is the same.
func hpke_open(t *py.Thread, a *py.Args) (py.Value, error) {
	info, aad, size, ciphertext := argOrNone(t, a, 5, "info"), argOrNone(t, a, 6, "aad"), a.Int(t, 7), arg(t, a, 8, "ciphertext")
	kem, kdf, aead, err := hpkeSuite(t, a)
	if err != nil {
		return py.Nil, err
	}
	key, err := hpkePrivate(kem, a.Value(3), a.Value(4))
	if err != nil {
		return py.Nil, err
	}
	if err := work(t, len(ciphertext)); err != nil {
		return py.Nil, err
	}
	if len(ciphertext) < size {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	recipient, err := hpke.NewRecipient(ciphertext[:size], key, kdf, aead, info)
	if err != nil {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	plaintext, err := recipient.Open(aad, ciphertext[size:])
	if err != nil {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	return py.NewBytes(plaintext), t.Step(2000)
}
