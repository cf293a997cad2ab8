package cryptography

import (
	"bytes"
	"crypto/des"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/asn1"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// PKCS #12 (RFC 7292), as far as programs meet it: one password for all, bags with a
// key and with certificates, PBES2 or SHA-1 with triple DES, a MAC. RC2, with which
// OpenSSL wrote certificates before version 3, is not supported.
//
// software.sslmate.com/src/go-pkcs12 reads the same, but neither charges nor limits the
// rounds that a file asks for, insists on a key and a certificate, and is 0.4 MB.

var (
	oidData          = oid{1, 2, 840, 113549, 1, 7, 1}
	oidEncryptedData = oid{1, 2, 840, 113549, 1, 7, 6}
	oidKeyBag        = oid{1, 2, 840, 113549, 1, 12, 10, 1, 1}
	oidShroudedBag   = oid{1, 2, 840, 113549, 1, 12, 10, 1, 2}
	oidCertBag       = oid{1, 2, 840, 113549, 1, 12, 10, 1, 3}
	oidX509Cert      = oid{1, 2, 840, 113549, 1, 9, 22, 1}
	oidFriendlyName  = oid{1, 2, 840, 113549, 1, 9, 20}
	oidLocalKeyID    = oid{1, 2, 840, 113549, 1, 9, 21}
	oidPBE3DES       = oid{1, 2, 840, 113549, 1, 12, 1, 3}
)

// explicit0 is the tag [0].
const explicit0 = tags.Tag(0x80 | 0x20)

// digestOIDs are the hash functions of the MAC.
var digestOIDs = []struct {
	id   oid
	hash string
}{
	{oid{1, 3, 14, 3, 2, 26}, "sha1"},
	{oid{2, 16, 840, 1, 101, 3, 4, 2, 4}, "sha224"},
	{oid{2, 16, 840, 1, 101, 3, 4, 2, 1}, "sha256"},
	{oid{2, 16, 840, 1, 101, 3, 4, 2, 2}, "sha384"},
	{oid{2, 16, 840, 1, 101, 3, 4, 2, 3}, "sha512"},
}

const (
	badPKCS12 = "Could not deserialize PKCS12 data"
	badMAC    = "Invalid password or PKCS12 data"
	macRounds = 2048
)

func notPKCS12() error { return py.Raise(py.ValueError, badPKCS12) }

// bmpPassword is the password as UTF-16 with an end, as the old derivation wants it.
func bmpPassword(password []byte) []byte {
	var out []byte
	text := string(password)
	if !utf8.ValidString(text) { // as Latin-1
		runes := make([]rune, len(password))
		for i, b := range password {
			runes[i] = rune(b)
		}
		text = string(runes)
	}
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return append(out, 0, 0)
}

// pkcs12KDF is the derivation of appendix B.2; id says what for.
func pkcs12KDF(t *py.Thread, kind *hashes.Algorithm, id byte, password, salt []byte, rounds int64, size int) ([]byte, error) {
	if err := refuse(t, "the key derivation of PKCS #12"); err != nil {
		return nil, err
	}
	if rounds < 1 || rounds > 1<<24 {
		return nil, py.Raise(py.ValueError, "%d rounds of key derivation are more than is supported", rounds)
	}
	v := kind.Block
	fill := func(b []byte) []byte {
		out := make([]byte, (len(b)+v-1)/v*v)
		for i := range out {
			out[i] = b[i%len(b)]
		}
		return out
	}
	state := append(fill(salt), fill(password)...)
	h := kind.New()
	var out []byte
	for len(out) < size {
		h.Reset()
		h.Write(bytes.Repeat([]byte{id}, v))
		h.Write(state)
		a := h.Sum(nil)
		for i := int64(1); i < rounds; i++ {
			if i%1024 == 0 {
				if err := t.Step(1 << 14); err != nil {
					return nil, err
				}
			}
			h.Reset()
			h.Write(a)
			a = h.Sum(a[:0])
		}
		out = append(out, a...)
		b := fill(a)[:v]
		for j := 0; j < len(state); j += v {
			carry := 1
			for k := v - 1; k >= 0; k-- {
				carry += int(state[j+k]) + int(b[k])
				state[j+k] = byte(carry)
				carry >>= 8
			}
		}
	}
	return out[:size], nil
}

var sha1Algorithm = &hashes.Algorithm{Name: "sha1", Size: sha1.Size, Block: sha1.BlockSize, New: sha1.New}

// decryptPBES1 is for the scheme of PKCS #12 that is left in use: SHA-1 and triple DES.
func decryptPBES1(t *py.Thread, id oid, params, data cryptobyte.String, password []byte) ([]byte, error) {
	if !id.Equal(oidPBE3DES) {
		return nil, py.Raise(unsupportedAlgorithm, "Unsupported encryption algorithm %s of a key: write the file anew with openssl pkcs8 or openssl pkcs12 -legacy", id)
	}
	var seq, salt cryptobyte.String
	var rounds int64
	if !params.ReadASN1(&seq, tags.SEQUENCE) || !params.Empty() || !seq.ReadASN1(&salt, tags.OCTET_STRING) || !seq.ReadASN1Integer(&rounds) || !seq.Empty() {
		return nil, badKey()
	}
	key, iv, err := pbeKey(t, password, salt, rounds)
	if err != nil {
		return nil, err
	}
	block, err := des.NewTripleDESCipher(key)
	if err != nil {
		return nil, badKey()
	}
	return decryptCBC(block, iv, data)
}

func pbeKey(t *py.Thread, password, salt []byte, rounds int64) (key, iv []byte, err error) {
	bmp := bmpPassword(password)
	if key, err = pkcs12KDF(t, sha1Algorithm, 1, bmp, salt, rounds, 24); err == nil {
		iv, err = pkcs12KDF(t, sha1Algorithm, 2, bmp, salt, rounds, 8)
	}
	return key, iv, err
}

// p12Cert is a certificate in a file.
type p12Cert struct {
	der, name, id []byte
	hasName       bool
}

// p12 is what a file contains.
type p12 struct {
	key   any
	keyID []byte
	certs []p12Cert
}

// contentInfo reads a ContentInfo.
func contentInfo(s *cryptobyte.String) (id oid, content cryptobyte.String, ok bool) {
	var seq cryptobyte.String
	ok = s.ReadASN1(&seq, tags.SEQUENCE) && seq.ReadASN1ObjectIdentifier(&id) && seq.ReadASN1(&content, explicit0) && seq.Empty()
	return id, content, ok
}

// pkcs12_load is pkcs12_load(data, password, /): the key or None, and a list of
// (certificate, name or None, whether it belongs to the key).
func pkcs12_load(t *py.Thread, a *py.Args) (py.Value, error) {
	data, password, _, err := keyData(t, a, true)
	if err != nil {
		return py.Nil, err
	}
	p, err := loadPKCS12(t, data, password)
	if err != nil {
		return py.Nil, err
	}
	key := py.None
	if p.key != nil {
		if key, err = privateObject(p.key, nil); err != nil {
			return py.Nil, err
		}
	}
	var certs []py.Value
	for _, c := range p.certs {
		name := py.None
		if c.hasName {
			name = py.NewBytes(c.name)
		}
		certs = append(certs, py.NewTuple(py.NewBytes(append([]byte(nil), c.der...)), name, py.Bool(len(c.id) > 0 && bytes.Equal(c.id, p.keyID))))
	}
	return py.NewTuple(key, py.NewList(certs).Value()), nil
}

func loadPKCS12(t *py.Thread, data, password []byte) (*p12, error) {
	der := cryptobyte.String(data)
	var seq, safe cryptobyte.String
	var version int
	if !der.ReadASN1(&seq, tags.SEQUENCE) || !der.Empty() || !seq.ReadASN1Integer(&version) || version != 3 {
		return nil, notPKCS12()
	}
	id, content, ok := contentInfo(&seq)
	if !ok || !id.Equal(oidData) || !content.ReadASN1(&safe, tags.OCTET_STRING) {
		return nil, notPKCS12()
	}
	if !seq.Empty() {
		if err := checkMAC(t, seq, safe, password); err != nil {
			return nil, err
		}
	}
	var list cryptobyte.String
	if !safe.ReadASN1(&list, tags.SEQUENCE) || !safe.Empty() {
		return nil, notPKCS12()
	}
	p := &p12{}
	for !list.Empty() {
		id, content, ok := contentInfo(&list)
		if !ok {
			return nil, notPKCS12()
		}
		var bags cryptobyte.String
		switch {
		case id.Equal(oidData):
			if !content.ReadASN1(&bags, tags.OCTET_STRING) {
				return nil, notPKCS12()
			}
		case id.Equal(oidEncryptedData):
			var enc, info, box cryptobyte.String
			var kind oid
			if !content.ReadASN1(&enc, tags.SEQUENCE) || !enc.ReadASN1Integer(&version) || !enc.ReadASN1(&info, tags.SEQUENCE) || !info.ReadASN1ObjectIdentifier(&kind) {
				return nil, notPKCS12()
			}
			alg, params, ok := algorithmID(&info)
			if !ok || !info.ReadASN1(&box, tags.Tag(0).ContextSpecific()) {
				return nil, notPKCS12()
			}
			plain, err := decryptPKCS8(t, alg, params, box, password)
			if err != nil {
				return nil, p12Error(err)
			}
			bags = plain
		default:
			return nil, py.Raise(unsupportedAlgorithm, "Unsupported content %s in PKCS12 data", id)
		}
		if err := p.addBags(t, bags, password); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// p12Error gives errors of decryption the text for PKCS #12.
func p12Error(err error) error {
	if py.ErrIs(err, py.ValueError) {
		return py.Raise(py.ValueError, badMAC)
	}
	return err
}

// checkMAC checks MacData.
func checkMAC(t *py.Thread, s cryptobyte.String, safe, password []byte) error {
	var mac, info, sum, salt cryptobyte.String
	rounds := int64(1)
	if !s.ReadASN1(&mac, tags.SEQUENCE) || !s.Empty() || !mac.ReadASN1(&info, tags.SEQUENCE) {
		return notPKCS12()
	}
	id, _, ok := algorithmID(&info)
	if !ok || !info.ReadASN1(&sum, tags.OCTET_STRING) || !mac.ReadASN1(&salt, tags.OCTET_STRING) || !mac.Empty() && !mac.ReadASN1Integer(&rounds) {
		return notPKCS12()
	}
	for _, d := range digestOIDs {
		if !d.id.Equal(id) {
			continue
		}
		kind, ok := hashes.Find(d.hash)
		if !ok || len(salt) == 0 {
			return notPKCS12()
		}
		key, err := pkcs12KDF(t, kind, 3, bmpPassword(password), salt, rounds, kind.Size)
		if err != nil {
			return err
		}
		h := hmac.New(kind.New, key)
		h.Write(safe)
		if !equal(h.Sum(nil), sum) {
			return py.Raise(py.ValueError, badMAC)
		}
		return nil
	}
	return py.Raise(unsupportedAlgorithm, "Unsupported MAC %s of PKCS12 data", id)
}

// addBags reads SafeContents.
func (p *p12) addBags(t *py.Thread, contents cryptobyte.String, password []byte) error {
	var list cryptobyte.String
	if !contents.ReadASN1(&list, tags.SEQUENCE) || !contents.Empty() {
		return py.Raise(py.ValueError, badMAC)
	}
	for !list.Empty() {
		var bag, value cryptobyte.String
		var id oid
		if !list.ReadASN1(&bag, tags.SEQUENCE) || !bag.ReadASN1ObjectIdentifier(&id) || !bag.ReadASN1(&value, explicit0) {
			return notPKCS12()
		}
		name, hasName, keyID, err := bagAttributes(bag)
		if err != nil {
			return err
		}
		switch {
		case id.Equal(oidKeyBag), id.Equal(oidShroudedBag):
			if p.key != nil {
				continue // as OpenSSL, which takes the first key
			}
			der := []byte(value)
			if id.Equal(oidShroudedBag) {
				alg, params, box, ok := encryptedPKCS8(value)
				if !ok {
					return notPKCS12()
				}
				if der, err = decryptPKCS8(t, alg, params, box, password); err != nil {
					return p12Error(err)
				}
			}
			if p.key, err = parsePKCS8(t, der); err != nil {
				return err
			}
			p.keyID = keyID
		case id.Equal(oidCertBag):
			var cert, der, wrapped cryptobyte.String
			var kind oid
			if !value.ReadASN1(&cert, tags.SEQUENCE) || !cert.ReadASN1ObjectIdentifier(&kind) || !cert.ReadASN1(&wrapped, explicit0) || !wrapped.ReadASN1(&der, tags.OCTET_STRING) {
				return notPKCS12()
			}
			if kind.Equal(oidX509Cert) {
				p.certs = append(p.certs, p12Cert{der, name, keyID, hasName})
			}
		}
	}
	return nil
}

// bagAttributes reads friendlyName and localKeyId.
func bagAttributes(bag cryptobyte.String) (name []byte, hasName bool, keyID []byte, err error) {
	var set cryptobyte.String
	if bag.Empty() {
		return nil, false, nil, nil
	}
	if !bag.ReadASN1(&set, tags.SET) {
		return nil, false, nil, notPKCS12()
	}
	for !set.Empty() {
		var attr, values, value cryptobyte.String
		var id oid
		if !set.ReadASN1(&attr, tags.SEQUENCE) || !attr.ReadASN1ObjectIdentifier(&id) || !attr.ReadASN1(&values, tags.SET) {
			return nil, false, nil, notPKCS12()
		}
		switch {
		case id.Equal(oidFriendlyName):
			if !values.ReadASN1(&value, asn1.TagBMPString) || len(value)%2 != 0 {
				return nil, false, nil, notPKCS12()
			}
			units := make([]uint16, len(value)/2)
			for i := range units {
				units[i] = uint16(value[2*i])<<8 | uint16(value[2*i+1])
			}
			name, hasName = []byte(string(utf16.Decode(units))), true
		case id.Equal(oidLocalKeyID):
			if !values.ReadASN1(&value, tags.OCTET_STRING) {
				return nil, false, nil, notPKCS12()
			}
			keyID = value
		}
	}
	return name, hasName, keyID, nil
}
