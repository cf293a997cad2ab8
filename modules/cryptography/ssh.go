package cryptography

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"encoding/base64"
	"encoding/binary"
	"encoding/pem"
	"math/big"
	"slices"
	"strings"

	"golang.org/x/crypto/chacha20"
	"golang.org/x/crypto/poly1305" //lint:ignore SA1019 OpenSSH combines it with ChaCha20 in its own way

	"github.com/woma-lang/woma/internal/ciphers"
	"github.com/woma-lang/woma/py"
)

// OpenSSH's forms of keys: RFC 4253, RFC 5656, RFC 8709 and PROTOCOL.key.

const (
	sshMagic  = "openssh-key-v1\x00"
	sshRounds = 16 // as ssh-keygen and pyca/cryptography
	sshNo     = "Not OpenSSH private key format"
	sshBad    = "Corrupt data"
)

// sshCipher is a cipher of encrypted keys: the sizes of its key, its IV, its blocks, and
// what decrypts if there is a tag.
type sshCipher struct {
	name           string
	key, iv, block int
	open           func(key, iv, data, tag []byte) ([]byte, error)
}

// sshCiphers are all that ssh-keygen -Z offers; the first is what it takes by itself.
var sshCiphers = []sshCipher{
	{"aes256-ctr", 32, 16, 16, nil},
	{"aes192-ctr", 24, 16, 16, nil},
	{"aes128-ctr", 16, 16, 16, nil},
	{"aes256-cbc", 32, 16, 16, nil},
	{"aes192-cbc", 24, 16, 16, nil},
	{"aes128-cbc", 16, 16, 16, nil},
	{"3des-cbc", 24, 8, 8, nil},
	{"aes256-gcm@openssh.com", 32, 12, 16, openSSHGCM},
	{"aes128-gcm@openssh.com", 16, 12, 16, openSSHGCM},
	{"chacha20-poly1305@openssh.com", 64, 0, 8, openSSHChaCha},
}

// sshCurves are the names of curves, in the order of curves.
var sshCurves = [len(curves)]string{"", "nistp256", "nistp384", "nistp521"} // OpenSSH has no others

// sshReader reads the fields of a key; after an error all of them are empty.
type sshReader struct {
	b   []byte
	bad bool
}

func (r *sshReader) uint32() int {
	if len(r.b) < 4 {
		r.b, r.bad = nil, true
		return 0
	}
	n := binary.BigEndian.Uint32(r.b)
	r.b = r.b[4:]
	return int(n)
}

func (r *sshReader) bytes() []byte {
	n := r.uint32()
	if n < 0 || n > len(r.b) {
		r.b, r.bad = nil, true
		return nil
	}
	s := r.b[:n:n]
	r.b = r.b[n:]
	return s
}

// mpint reads a number that must be positive.
func (r *sshReader) mpint() *big.Int {
	b := r.bytes()
	if len(b) > 0 && b[0]&0x80 != 0 {
		r.bad = true
	}
	return new(big.Int).SetBytes(b)
}

// sshWriter writes fields.
type sshWriter []byte

func (w *sshWriter) uint32(n int)   { *w = binary.BigEndian.AppendUint32(*w, uint32(n)) }
func (w *sshWriter) bytes(b []byte) { w.uint32(len(b)); *w = append(*w, b...) }
func (w *sshWriter) text(s string)  { w.bytes([]byte(s)) }
func (w *sshWriter) mpint(n *big.Int) {
	b := n.Bytes()
	if len(b) > 0 && b[0]&0x80 != 0 {
		b = append([]byte{0}, b...)
	}
	w.bytes(b)
}

func sshCurveOf(k *ecdsa.PublicKey) string {
	for i := range curves {
		if curves[i].curve() == k.Curve {
			return sshCurves[i]
		}
	}
	return ""
}

// sshType returns the name of a key's type, "" if OpenSSH has none for it.
func sshType(key any) string {
	switch k := key.(type) {
	case *rsa.PrivateKey, *rsa.PublicKey:
		return "ssh-rsa"
	case ed25519.PrivateKey, ed25519.PublicKey:
		return "ssh-ed25519"
	case *ecdsa.PrivateKey:
		return sshType(&k.PublicKey)
	case *ecdsa.PublicKey:
		if name := sshCurveOf(k); name != "" {
			return "ecdsa-sha2-" + name
		}
	}
	return ""
}

// sshPublic returns the encoding of a public key.
func sshPublic(key any) []byte {
	var w sshWriter
	w.text(sshType(key))
	switch k := key.(type) {
	case *rsa.PublicKey:
		w.mpint(big.NewInt(int64(k.E)))
		w.mpint(k.N)
	case ed25519.PublicKey:
		w.bytes(k)
	case *ecdsa.PublicKey:
		point, _ := k.Bytes()
		w.text(sshCurveOf(k))
		w.bytes(point)
	}
	return w
}

func marshalSSHPublic(t *py.Thread, key any) (py.Value, error) {
	out := []byte(sshType(key) + " ")
	return py.NewBytes(base64.StdEncoding.AppendEncode(out, sshPublic(key))), nil
}

// sshCurve returns the curve of a type of key.
func sshCurve(kind string) *curveInfo {
	for i, name := range sshCurves {
		if name != "" && kind == "ecdsa-sha2-"+name {
			return &curves[i]
		}
	}
	return nil
}

// parseSSHPublic reads what follows the type in a public key.
func parseSSHPublic(kind string, r *sshReader) (any, error) {
	switch kind {
	case "ssh-rsa":
		e, n := r.mpint(), r.mpint()
		if r.bad {
			return nil, py.Raise(py.ValueError, "Invalid data")
		}
		key, err := newRSAPublic(e, n)
		if err != nil {
			return nil, err
		}
		return key, nil
	case "ssh-ed25519":
		b := r.bytes()
		if r.bad || len(b) != 32 {
			return nil, py.Raise(py.ValueError, "Invalid data")
		}
		return ed25519.PublicKey(append([]byte(nil), b...)), nil
	}
	c := sshCurve(kind)
	if c == nil {
		return nil, py.Raise(unsupportedAlgorithm, "Unsupported key type: %s", pyBytes(kind))
	}
	name, point := r.bytes(), r.bytes()
	if r.bad || "ecdsa-sha2-"+string(name) != kind {
		return nil, py.Raise(py.ValueError, "Curve name mismatch")
	}
	if len(point) == 0 || point[0] != 4 {
		return nil, py.Raise(py.NotImplementedError, "Need uncompressed point")
	}
	key := c.point(point)
	if key == nil {
		return nil, py.Raise(py.ValueError, "Invalid EC key.")
	}
	return key, nil
}

// pyBytes is the repr of bytes that are text.
func pyBytes(s string) string { return "b" + py.QuoteStr(py.ToWTF8(s)) }

// load_ssh_public_key loads one line of authorized_keys, without options.
func load_ssh_public_key(t *py.Thread, a *py.Args) (py.Value, error) {
	data, _, _, err := keyData(t, a, false)
	if err != nil {
		return py.Nil, err
	}
	data = bytes.TrimRight(data, "\r\n")
	parts := bytes.SplitN(data, []byte(" "), 3)
	if len(parts) < 2 || bytes.IndexByte(data, '\n') >= 0 {
		return py.Nil, py.Raise(py.ValueError, "Invalid line format")
	}
	kind := string(parts[0])
	if kind != "ssh-rsa" && kind != "ssh-ed25519" && sshCurve(kind) == nil {
		return py.Nil, py.Raise(unsupportedAlgorithm, "Unsupported key type: %s", pyBytes(kind))
	}
	blob, err := base64.StdEncoding.Strict().DecodeString(string(parts[1]))
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "Invalid format")
	}
	r := &sshReader{b: blob}
	if string(r.bytes()) != kind {
		return py.Nil, py.Raise(py.ValueError, "Invalid key format")
	}
	key, err := parseSSHPublic(kind, r)
	if err == nil && len(r.b) > 0 {
		err = py.Raise(py.ValueError, "Invalid data")
	}
	return publicObject(key, err)
}

// load_ssh_private_key loads a key that ssh-keygen made.
func load_ssh_private_key(t *py.Thread, a *py.Args) (py.Value, error) {
	data, password, given, err := keyData(t, a, true)
	if err != nil {
		return py.Nil, err
	}
	block, _ := pem.Decode(data)
	if block == nil || block.Type != "OPENSSH PRIVATE KEY" {
		return py.Nil, py.Raise(py.ValueError, sshNo)
	}
	return privateObject(loadSSHPrivate(t, block.Bytes, password, given))
}

func loadSSHPrivate(t *py.Thread, data, password []byte, given bool) (any, error) {
	rest, ok := bytes.CutPrefix(data, []byte(sshMagic))
	if !ok {
		return nil, py.Raise(py.ValueError, sshNo)
	}
	r := &sshReader{b: rest}
	name, kdf, options, keys, public, secret := string(r.bytes()), string(r.bytes()), r.bytes(), r.uint32(), r.bytes(), r.bytes()
	if r.bad {
		return nil, py.Raise(py.ValueError, "Invalid data")
	}
	if keys != 1 {
		return nil, py.Raise(py.ValueError, "Only one key supported")
	}
	pub := &sshReader{b: public}
	kind := string(pub.bytes())
	if pub.bad {
		return nil, py.Raise(py.ValueError, "Invalid data")
	}
	if kind != "ssh-rsa" && kind != "ssh-ed25519" && sshCurve(kind) == nil {
		return nil, py.Raise(unsupportedAlgorithm, "Unsupported key type: %s", pyBytes(kind))
	}
	want, err := parseSSHPublic(kind, pub)
	if err != nil {
		return nil, err
	}
	switch {
	case name == "none" && kdf == "none":
		if given && len(password) > 0 {
			return nil, py.Raise(py.TypeError, notNeeded)
		}
		if len(r.b) > 0 || len(secret)%8 != 0 {
			return nil, py.Raise(py.ValueError, sshBad)
		}
	case kdf != "bcrypt":
		return nil, py.Raise(unsupportedAlgorithm, "Unsupported KDF: %s", pyBytes(kdf))
	default:
		if secret, err = decryptSSH(t, name, options, secret, r.b, password); err != nil {
			return nil, err
		}
	}
	s := &sshReader{b: secret}
	if a, b := s.uint32(), s.uint32(); a != b || s.bad {
		return nil, py.Raise(py.ValueError, "Corrupt data: broken checksum")
	}
	if string(s.bytes()) != kind {
		return nil, py.Raise(py.ValueError, sshBad+": key type mismatch")
	}
	key, err := parseSSHSecret(t, kind, s)
	if err != nil {
		return nil, err
	}
	s.bytes() // the comment
	for i, b := range s.b {
		if int(b) != i+1 {
			return nil, py.Raise(py.ValueError, sshBad+": invalid padding")
		}
	}
	have := (&privateKey{key: key}).public()
	if s.bad || len(s.b) > 255 || !bytes.Equal(sshPublic(have), sshPublic(want)) {
		return nil, py.Raise(py.ValueError, sshBad)
	}
	return key, nil
}

// parseSSHSecret reads the numbers of a private key.
func parseSSHSecret(t *py.Thread, kind string, s *sshReader) (any, error) {
	switch kind {
	case "ssh-rsa":
		n, e, d, iqmp, p, q := s.mpint(), s.mpint(), s.mpint(), s.mpint(), s.mpint(), s.mpint()
		one := big.NewInt(1)
		if s.bad || p.Cmp(one) <= 0 || q.Cmp(one) <= 0 {
			return nil, py.Raise(py.ValueError, "Invalid private key")
		}
		dp := new(big.Int).Mod(d, new(big.Int).Sub(p, one))
		dq := new(big.Int).Mod(d, new(big.Int).Sub(q, one))
		key, err := newRSAPrivate(t, p, q, d, dp, dq, iqmp, e, n)
		if err != nil {
			return nil, err
		}
		return key, nil
	case "ssh-ed25519":
		pub, both := s.bytes(), s.bytes()
		if s.bad || len(pub) != 32 || len(both) != 64 {
			return nil, py.Raise(py.ValueError, sshBad)
		}
		key := ed25519.NewKeyFromSeed(both[:32])
		if !bytes.Equal(key[32:], pub) || !bytes.Equal(both[32:], pub) {
			return nil, py.Raise(py.ValueError, sshBad+": edata length")
		}
		return key, nil
	}
	c := sshCurve(kind)
	s.bytes() // the curve and the point, which stood in the public key too
	s.bytes()
	key := c.private(s.mpint())
	if s.bad || key == nil {
		return nil, py.Raise(py.ValueError, "Invalid EC key.")
	}
	return key, nil
}

// sshKey derives key and IV of an encrypted key.
func sshKey(t *py.Thread, c sshCipher, password, salt []byte, rounds int) (key, iv []byte, err error) {
	if rounds > 1<<14 {
		return nil, nil, py.Raise(py.ValueError, "%d rounds of bcrypt are more than is supported", rounds)
	}
	b, err := bcryptPBKDF(t, password, salt, rounds, c.key+c.iv)
	if err != nil {
		return nil, nil, err
	}
	return b[:c.key], b[c.key:], nil
}

// openSSHGCM and openSSHChaCha decrypt what has a tag. The second is OpenSSH's ChaCha20 and
// Poly1305 for what is no packet: the nonce is zero, and the tag of the ciphertext alone.
func openSSHGCM(key, iv, data, tag []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	return gcm.Open(nil, iv, append(data[:len(data):len(data)], tag...), nil)
}

func openSSHChaCha(key, _, data, tag []byte) ([]byte, error) {
	s, err := chacha20.NewUnauthenticatedCipher(key[:32], make([]byte, chacha20.NonceSize))
	if err != nil {
		return nil, err
	}
	var one [32]byte
	s.XORKeyStream(one[:], one[:])
	mac := poly1305.New(&one)
	mac.Write(data)
	if !mac.Verify(tag) {
		return nil, ciphers.ErrTag
	}
	s.SetCounter(1)
	out := make([]byte, len(data))
	s.XORKeyStream(out, data)
	return out, nil
}

func decryptSSH(t *py.Thread, name string, options, data, tag, password []byte) ([]byte, error) {
	i := slices.IndexFunc(sshCiphers, func(c sshCipher) bool { return c.name == name })
	if i < 0 {
		return nil, py.Raise(unsupportedAlgorithm, "Unsupported cipher: %s", pyBytes(name))
	}
	c := sshCiphers[i]
	if len(password) == 0 {
		return nil, py.Raise(py.TypeError, "Key is password-protected, but password was not provided.")
	}
	o := &sshReader{b: options}
	salt, rounds := o.bytes(), o.uint32()
	if o.bad || len(o.b) > 0 || len(salt) == 0 || rounds < 1 || len(data) == 0 || len(data)%c.block != 0 {
		return nil, py.Raise(py.ValueError, sshBad)
	}
	key, iv, err := sshKey(t, c, password, salt, rounds)
	if err != nil {
		return nil, err
	}
	if c.open != nil {
		if len(tag) != 16 {
			return nil, py.Raise(py.ValueError, "Corrupt data: invalid tag length for cipher")
		}
		out, err := c.open(key, iv, data, tag)
		if err != nil {
			return nil, py.Raise(py.ValueError, "Corrupt data: broken checksum")
		}
		return out, nil
	}
	if len(tag) > 0 {
		return nil, py.Raise(py.ValueError, sshBad)
	}
	create := aes.NewCipher
	if c.block == des.BlockSize {
		create = des.NewTripleDESCipher
	}
	block, err := create(key)
	if err != nil {
		return nil, py.Raise(py.ValueError, "%v", err)
	}
	out := make([]byte, len(data))
	if strings.HasSuffix(name, "-cbc") {
		cipher.NewCBCDecrypter(block, iv).CryptBlocks(out, data)
	} else {
		cipher.NewCTR(block, iv).XORKeyStream(out, data)
	}
	return out, nil
}

func marshalSSHPrivate(t *py.Thread, key any, e encryptionArg) (py.Value, error) {
	check, err := random(t, 4+16)
	if err != nil {
		return py.Nil, err
	}
	pub := (&privateKey{key: key}).public()
	var s sshWriter
	s = append(append(s, check[:4]...), check[:4]...)
	s.text(sshType(key))
	switch k := key.(type) {
	case *rsa.PrivateKey:
		if len(k.Primes) != 2 {
			return py.Nil, unsupportedKey()
		}
		for _, n := range []*big.Int{k.N, big.NewInt(int64(k.E)), k.D, k.Precomputed.Qinv, k.Primes[0], k.Primes[1]} {
			s.mpint(n)
		}
	case ed25519.PrivateKey:
		s.bytes(k[32:])
		s.bytes(k)
	case *ecdsa.PrivateKey:
		d, err := k.Bytes()
		if err != nil {
			return py.Nil, py.Raise(py.ValueError, "%v", err)
		}
		point, _ := k.PublicKey.Bytes()
		s.text(sshCurveOf(&k.PublicKey))
		s.bytes(point)
		s.mpint(new(big.Int).SetBytes(d))
	}
	s.text("") // comment
	size := 8
	if e.kind != "none" {
		size = 16
	}
	for i := byte(1); len(s)%size != 0; i++ {
		s = append(s, i)
	}
	out := sshWriter(sshMagic)
	if e.kind == "none" {
		out.text("none")
		out.text("none")
		out.text("")
	} else {
		salt, rounds := check[4:], e.rounds
		if rounds == 0 {
			rounds = sshRounds
		}
		key, iv, err := sshKey(t, sshCiphers[0], e.password, salt, rounds)
		if err != nil {
			return py.Nil, err
		}
		block, err := aes.NewCipher(key)
		if err != nil {
			return py.Nil, py.Raise(py.ValueError, "%v", err)
		}
		cipher.NewCTR(block, iv).XORKeyStream(s, s)
		var options sshWriter
		options.bytes(salt)
		options.uint32(rounds)
		out.text(sshCiphers[0].name)
		out.text("bcrypt")
		out.bytes(options)
	}
	out.uint32(1)
	out.bytes(sshPublic(pub))
	out.bytes(s)
	return py.NewBytes(pem.EncodeToMemory(&pem.Block{Type: "OPENSSH PRIVATE KEY", Bytes: out})), nil
}
