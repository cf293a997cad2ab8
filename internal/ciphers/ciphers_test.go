package ciphers

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/hex"
	"math/rand"
	"testing"
)

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// RFC 8452, appendix A.
func TestPolyval(t *testing.T) {
	p := polyval{h: load(unhex(t, "25629347589242761d31f826ba4b757b"))}
	p.update(unhex(t, "4f4f95668c83dfb6401762bb2d01a262d1a24ddd2721d006bbe45f20d3c9f362"))
	var got [16]byte
	p.s.store(got[:])
	if want := unhex(t, "f7a3b47b846119fae5b7866cf5e5b77e"); !bytes.Equal(got[:], want) {
		t.Errorf("got %x, want %x", got, want)
	}
}

// RFC 3394, 4.6, and RFC 5649, 6.
func TestKeyWrap(t *testing.T) {
	kek := unhex(t, "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F")
	block, _ := aes.NewCipher(kek)
	key := unhex(t, "00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F")
	w := Wrap(block, key)
	if want := unhex(t, "28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21"); !bytes.Equal(w, want) {
		t.Errorf("got %x, want %x", w, want)
	}
	if k, err := Unwrap(block, w); err != nil || !bytes.Equal(k, key) {
		t.Errorf("unwrapped %x, %v", k, err)
	}
	block, _ = aes.NewCipher(unhex(t, "5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8"))
	w = WrapPadded(block, unhex(t, "466f7250617369"))
	if want := unhex(t, "afbeb0f07dfbf5419200f2ccb50bb24f"); !bytes.Equal(w, want) {
		t.Errorf("got %x, want %x", w, want)
	}
	for n := 1; n < 40; n++ {
		k, err := UnwrapPadded(block, WrapPadded(block, key[:min(n, len(key))]))
		if err != nil || !bytes.Equal(k, key[:min(n, len(key))]) {
			t.Errorf("%d bytes: %x, %v", n, k, err)
		}
	}
}

// GCM in pieces is GCM at once.
func TestGCM(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	for i := range 300 {
		key, nonce := make([]byte, 16+i%3*8), make([]byte, 1+rnd.Intn(40))
		if i%2 == 0 {
			nonce = make([]byte, 12)
		}
		ad, text := make([]byte, rnd.Intn(300)), make([]byte, rnd.Intn(9000))
		for _, b := range [][]byte{key, nonce, ad, text} {
			rnd.Read(b)
		}
		block, _ := aes.NewCipher(key)
		whole, err := cipher.NewGCMWithNonceSize(block, len(nonce))
		if err != nil {
			t.Fatal(err)
		}
		want := whole.Seal(nil, nonce, text, ad)
		g, err := NewGCM(block, nonce)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := NewGCM(block, nonce)
		for b := ad; len(b) > 0; {
			n := 1 + rnd.Intn(len(b))
			g.AddData(b[:n])
			d.AddData(b[:n])
			b = b[n:]
		}
		var got, back []byte
		for b := text; len(b) > 0; {
			n := 1 + rnd.Intn(len(b))
			out := make([]byte, n)
			g.Encrypt(out, b[:n])
			got = append(got, out...)
			d.Decrypt(out, out)
			back = append(back, out...)
			b = b[n:]
		}
		tag, tag2 := g.Tag(), d.Tag()
		if got = append(got, tag[:]...); !bytes.Equal(got, want) || tag != tag2 || !bytes.Equal(back, text) {
			t.Fatalf("case %d differs", i)
		}
	}
}
