package cryptography

import (
	"crypto/des"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/asn1"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// pkcs12_build is pkcs12_build(name, key, certs, own, password, rounds, old, mac_hash, /):
// certs are (DER, name), own says that the first belongs to the key.
func pkcs12_build(t *py.Thread, a *py.Args) (py.Value, error) {
	var name, password []byte
	if a.Given(0) {
		name = a.Buffer(t, 0)
	}
	if a.Given(4) {
		password = a.Buffer(t, 4)
	}
	rounds := a.Int(t, 5)
	old := a.Bool(t, 6)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	items, err := py.Collect(t, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	mac, err := macHash(t, a.Value(7))
	if err != nil {
		return py.Nil, err
	}
	encrypt := func(der []byte) ([]byte, error) {
		if old {
			return encryptPBES1(t, der, password, rounds)
		}
		return encryptPKCS8(t, der, password, rounds)
	}
	var keyID []byte
	var safes [][]byte
	certs := make([][]byte, 0, len(items))
	for i, v := range items {
		pair, ok := py.AsTuple(v)
		if !ok || pair.Len() != 2 {
			return py.Nil, py.Raise(py.TypeError, "certs must be pairs")
		}
		der, err := py.AsBuffer(t, pair.Items()[0])
		if err != nil {
			return py.Nil, err
		}
		var certName, id []byte
		if b, ok := py.AsBytes(pair.Items()[1]); ok {
			certName = b
		}
		if i == 0 && a.Bool(t, 3) && a.Given(1) {
			sum := sha1.Sum(der)
			keyID = sum[:]
			id = keyID
		}
		bag, err := certBag(der, certName, id)
		if err != nil {
			return py.Nil, err
		}
		certs = append(certs, bag)
	}
	if len(certs) > 0 {
		contents, err := sequence(certs)
		if err != nil {
			return py.Nil, err
		}
		var safe []byte
		if password == nil {
			safe, err = dataContent(contents)
		} else {
			safe, err = encryptedContent(contents, encrypt)
		}
		if err != nil {
			return py.Nil, err
		}
		safes = append(safes, safe)
	}
	if a.Given(1) {
		key, ok := asPrivateKey(a.Value(1))
		if !ok {
			return py.Nil, py.Raise(py.TypeError, "Key must be RSA, DSA, EllipticCurve, ED25519, or ED448 private key, or None.")
		}
		der, err := marshalPKCS8(key.key)
		id := oidKeyBag
		if err == nil && password != nil {
			id = oidShroudedBag
			der, err = encrypt(der)
		}
		if err != nil {
			return py.Nil, err
		}
		bag, err := keyBag(id, der, name, keyID)
		if err != nil {
			return py.Nil, err
		}
		contents, err := sequence([][]byte{bag})
		if err != nil {
			return py.Nil, err
		}
		safe, err := dataContent(contents)
		if err != nil {
			return py.Nil, err
		}
		safes = append(safes, safe)
	}
	safe, err := sequence(safes)
	if err != nil {
		return py.Nil, err
	}
	salt, err := random(t, 16)
	if err != nil {
		return py.Nil, err
	}
	kind, _ := hashes.Find(digestOIDs[mac].hash)
	macKey, err := pkcs12KDF(t, kind, 3, bmpPassword(password), salt, macRounds, kind.Size)
	if err != nil {
		return py.Nil, err
	}
	h := hmac.New(kind.New, macKey)
	h.Write(safe)
	content, err := dataContent(safe)
	if err != nil {
		return py.Nil, err
	}
	der, err := build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1Int64(3)
			b.AddBytes(content)
			b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
					addAlgorithm(b, digestOIDs[mac].id, nil, true)
					b.AddASN1OctetString(h.Sum(nil))
				})
				b.AddASN1OctetString(salt)
				b.AddASN1Int64(macRounds)
			})
		})
	})
	return py.NewBytes(der), err
}

// macHash returns the place of a hash function in digestOIDs; None is SHA-256.
func macHash(t *py.Thread, v py.Value) (int, error) {
	name := "sha256"
	if v.Bound() && !v.IsNone() {
		kind, err := hashOf(t, v)
		if err != nil {
			return 0, err
		}
		name = kind.Name
	}
	for i, d := range digestOIDs {
		if d.hash == name {
			return i, nil
		}
	}
	return 0, py.Raise(unsupportedAlgorithm, "%s is not supported for the MAC of PKCS12", name)
}

// encryptPBES1 writes EncryptedPrivateKeyInfo with SHA-1 and triple DES.
func encryptPBES1(t *py.Thread, der, password []byte, rounds int) ([]byte, error) {
	salt, err := random(t, 8)
	if err != nil {
		return nil, err
	}
	key, iv, err := pbeKey(t, password, salt, int64(rounds))
	if err != nil {
		return nil, err
	}
	block, err := des.NewTripleDESCipher(key)
	if err != nil {
		return nil, py.Raise(py.ValueError, "%v", err)
	}
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidPBE3DES)
				b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
					b.AddASN1OctetString(salt)
					b.AddASN1Int64(int64(rounds))
				})
			})
			b.AddASN1OctetString(encryptCBC(block, iv, der))
		})
	})
}

func sequence(parts [][]byte) ([]byte, error) {
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			for _, p := range parts {
				b.AddBytes(p)
			}
		})
	})
}

// dataContent writes ContentInfo of type data.
func dataContent(data []byte) ([]byte, error) {
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(oidData)
			b.AddASN1(explicit0, func(b *cryptobyte.Builder) { b.AddASN1OctetString(data) })
		})
	})
}

// encryptedContent writes ContentInfo of type encryptedData.
func encryptedContent(data []byte, encrypt func([]byte) ([]byte, error)) ([]byte, error) {
	info, err := encrypt(data) // as a key: algorithm and octets
	if err != nil {
		return nil, err
	}
	var seq, alg, box cryptobyte.String
	der := cryptobyte.String(info)
	if !der.ReadASN1(&seq, tags.SEQUENCE) || !seq.ReadASN1Element(&alg, tags.SEQUENCE) || !seq.ReadASN1(&box, tags.OCTET_STRING) {
		return nil, notPKCS12()
	}
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(oidEncryptedData)
			b.AddASN1(explicit0, func(b *cryptobyte.Builder) {
				b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
					b.AddASN1Int64(0)
					b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
						b.AddASN1ObjectIdentifier(oidData)
						b.AddBytes(alg)
						b.AddASN1(tags.Tag(0).ContextSpecific(), func(b *cryptobyte.Builder) { b.AddBytes(box) })
					})
				})
			})
		})
	})
}

// addAttributes writes friendlyName and localKeyId.
func addAttributes(b *cryptobyte.Builder, name, keyID []byte) {
	if name == nil && keyID == nil {
		return
	}
	b.AddASN1(tags.SET, func(b *cryptobyte.Builder) {
		if keyID != nil {
			b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidLocalKeyID)
				b.AddASN1(tags.SET, func(b *cryptobyte.Builder) { b.AddASN1OctetString(keyID) })
			})
		}
		if name != nil {
			text := bmpPassword(name)
			b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidFriendlyName)
				b.AddASN1(tags.SET, func(b *cryptobyte.Builder) {
					b.AddASN1(asn1.TagBMPString, func(b *cryptobyte.Builder) { b.AddBytes(text[:len(text)-2]) })
				})
			})
		}
	})
}

func certBag(der, name, keyID []byte) ([]byte, error) {
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(oidCertBag)
			b.AddASN1(explicit0, func(b *cryptobyte.Builder) {
				b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
					b.AddASN1ObjectIdentifier(oidX509Cert)
					b.AddASN1(explicit0, func(b *cryptobyte.Builder) { b.AddASN1OctetString(der) })
				})
			})
			addAttributes(b, name, keyID)
		})
	})
}

func keyBag(id oid, der, name, keyID []byte) ([]byte, error) {
	return build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(id)
			b.AddASN1(explicit0, func(b *cryptobyte.Builder) { b.AddBytes(der) })
			addAttributes(b, name, keyID)
		})
	})
}
