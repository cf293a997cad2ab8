package recipes

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// The tests read the formats with code of their own, from docs/crypto.md.

// The vectors of https://c2sp.org/XAES-256-GCM, one for each top bit of L.
func TestXAES(t *testing.T) {
	nonce := []byte("ABCDEFGHIJKLMNOPQRSTUVWX")
	for _, v := range []struct {
		key    byte
		ad, ct string
	}{
		{1, "", "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271"},
		{3, "c2sp.org/XAES-256-GCM", "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d"},
	} {
		ct, _ := hex.DecodeString(v.ct)
		out, err := openWith(true, sealXAES, bytes.Repeat([]byte{v.key}, 32), append(bytes.Clone(nonce), ct...), []byte(v.ad))
		if err != nil || string(out) != "XAES-256-GCM" {
			t.Errorf("key %d: %q, %v", v.key, out, err)
		}
	}
}

func TestSealFormat(t *testing.T) {
	key, data, ad := bytes.Repeat([]byte{7}, 32), []byte("some data"), []byte("for whom")
	b, err := Seal(rand.Reader, false, key, data, ad)
	if err != nil || b[0] != 1 {
		t.Fatal(b, err)
	}
	c, _ := chacha20poly1305.NewX(key)
	if got, err := c.Open(nil, b[1:25], b[25:], append([]byte{1}, ad...)); err != nil || !bytes.Equal(got, data) {
		t.Errorf("version 1: %q, %v", got, err)
	}
	if _, err := Open(true, key, b, ad); err != ErrNotApproved {
		t.Errorf("version 1 with approved algorithms only: %v", err)
	}
	if b, err = Seal(rand.Reader, true, key, data, ad); err != nil || b[0] != 2 {
		t.Fatal(b, err)
	}
	// XAES-256-GCM written out: two blocks of AES-CMAC make the key.
	block, _ := aes.NewCipher(key)
	var l [16]byte
	block.Encrypt(l[:], l[:])
	hi, lo := binary.BigEndian.Uint64(l[:8]), binary.BigEndian.Uint64(l[8:])
	khi, klo := hi<<1|lo>>63, lo<<1^hi>>63*0x87
	var derived []byte
	for i := byte(1); i <= 2; i++ {
		m := append([]byte{0, i, 'X', 0}, b[1:13]...)
		var x [16]byte
		binary.BigEndian.PutUint64(x[:8], binary.BigEndian.Uint64(m[:8])^khi)
		binary.BigEndian.PutUint64(x[8:], binary.BigEndian.Uint64(m[8:])^klo)
		block.Encrypt(x[:], x[:])
		derived = append(derived, x[:]...)
	}
	inner, _ := aes.NewCipher(derived)
	g, _ := cipher.NewGCM(inner)
	if got, err := g.Open(nil, b[13:25], b[25:], append([]byte{2}, ad...)); err != nil || !bytes.Equal(got, data) {
		t.Errorf("version 2: %q, %v", got, err)
	}
	if got, err := Open(false, key, b, ad); err != nil || !bytes.Equal(got, data) {
		t.Errorf("version 2 opened without restriction: %q, %v", got, err)
	}
}

func TestSignatureFormat(t *testing.T) {
	_, key, _ := ed25519.GenerateKey(rand.Reader)
	public := key.Public().(ed25519.PublicKey)
	sig, err := Sign(strings.NewReader("firmware"), key, "v2")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(sig), "\n")
	id := sha256.Sum256(public)
	raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[3], "signature: "))
	if err != nil || lines[0] != "woma-signature-v1" || lines[1] != "key: "+hex.EncodeToString(id[:8]) || lines[2] != "comment: v2" {
		t.Fatal(lines, err)
	}
	sum := sha512.Sum512([]byte("firmware"))
	message := "woma-signature-v1\nv2\n" + string(sum[:])
	if !ed25519.Verify(public, []byte(message), raw) {
		t.Error("plain Ed25519 does not verify")
	}
	openssl, err := exec.LookPath("openssl")
	if err != nil {
		t.Skip("no openssl")
	}
	dir := t.TempDir()
	write := func(name string, b []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	args := []string{"pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", write("pub.pem", PublicPEM(public)),
		"-sigfile", write("sig", raw), "-in", write("message", []byte(message))}
	if out, err := exec.Command(openssl, args...).CombinedOutput(); err != nil {
		t.Errorf("openssl: %v %s", err, out)
	}
	// A key that openssl made signs, too.
	made, err := exec.Command(openssl, "genpkey", "-algorithm", "ed25519").Output()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ParsePrivate(made); err != nil {
		t.Error(err)
	}
}

func TestStoreFormat(t *testing.T) {
	for _, approved := range []bool{false, true} {
		costs := Costs{Memory: MinMemory, Passes: 2, Lanes: 1}
		if approved {
			costs = Costs{Passes: MinIterations}
		}
		s, err := CreateStore(rand.Reader, approved, []byte("password"), costs)
		if err != nil {
			t.Fatal(err)
		}
		for name, value := range map[string]string{"b": "second", "a": "first"} {
			if _, err := s.Set(name, []byte(value)); err != nil {
				t.Fatal(err)
			}
		}
		b, err := s.Bytes(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		var key []byte
		var plain []byte
		if !approved {
			if string(b[:12]) != "WOMAKEYS\x01\x11\x01\x00" {
				t.Errorf("header %q", b[:12])
			}
			key = argon2.IDKey([]byte("password"), b[20:36], binary.BigEndian.Uint32(b[16:]), binary.BigEndian.Uint32(b[12:]), b[10], 32)
			c, _ := chacha20poly1305.NewX(key)
			plain, err = c.Open(nil, b[36:60], b[60:], b[:36])
		} else {
			if string(b[:12]) != "WOMAKEYS\x01\x22\x00\x00" {
				t.Errorf("header %q", b[:12])
			}
			key, _ = pbkdf2.Key(sha256.New, "password", b[20:36], int(binary.BigEndian.Uint32(b[16:])), 32)
			plain, err = openWith(true, sealXAES, key, b[36:], b[:36])
		}
		want := "\x00\x00\x00\x02\x00\x01\x00\x00\x00\x05afirst\x00\x01\x00\x00\x00\x06bsecond"
		if err != nil || string(plain) != want {
			t.Errorf("entries %q, %v", plain, err)
		}
		again, err := OpenStore(approved, b, []byte("password"))
		if err != nil || strings.Join(again.Names(), " ") != "a b" {
			t.Errorf("%v, %v", again, err)
		}
		if _, err := OpenStore(approved, b, []byte("Password")); err != ErrPassword {
			t.Errorf("wrong password: %v", err)
		}
	}
}

// No file, however wrong, may do anything but return an error; costs stay in bounds.
func FuzzStore(f *testing.F) {
	s, err := CreateStore(rand.Reader, false, []byte("p"), Costs{Memory: MinMemory, Passes: 1, Lanes: 1})
	if err != nil {
		f.Fatal(err)
	}
	b, _ := s.Bytes(rand.Reader)
	f.Add(b)
	f.Add([]byte(storeMark))
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := StoreCosts(b); err == nil && c.Check() != nil {
			t.Errorf("costs %v", c)
		}
		if entries, err := decodeEntries(b); err == nil {
			s := &Store{entries: entries}
			if _, err := s.encodeEntries(); err != nil {
				t.Error(err)
			}
		}
	})
}

// The same for sealed data and signatures.
func FuzzOpen(f *testing.F) {
	key := make([]byte, 32)
	b, _ := Seal(rand.Reader, false, key, []byte("x"), nil)
	f.Add(b)
	pub := ed25519.NewKeyFromSeed(key).Public().(ed25519.PublicKey)
	sig, _ := Sign(strings.NewReader(""), ed25519.NewKeyFromSeed(key), "")
	f.Add(sig)
	f.Fuzz(func(t *testing.T, b []byte) {
		if out, err := Open(false, key, b, []byte("ad")); err == nil {
			t.Errorf("opened %x", out)
		}
		if _, err := Verify(strings.NewReader("x"), pub, b); err == nil {
			t.Errorf("verified %q", b)
		}
	})
}
