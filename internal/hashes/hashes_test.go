package hashes

import (
	"encoding/hex"
	"testing"
)

// Expectations come from CPython 3.13's hashlib.
func TestBlake2Parameters(t *testing.T) {
	for _, c := range []struct {
		name string
		s    bool
		p    Blake2Params
		want string
	}{
		{"b plain", false, Blake2Params{Size: 64, Fanout: 1, Depth: 1}, "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"},
		{"b size", false, Blake2Params{Size: 13, Fanout: 1, Depth: 1}, "16526c7186a8dfb54ecde4c858"},
		{"b key", false, Blake2Params{Size: 64, Fanout: 1, Depth: 1, Key: []byte("secret")}, "204c828c56fbe6dfe80f110efd16649b9baaad573a6fe4a9a3f492857ec46f8f01eb46d3d6b777f014802967b258fdf631947e68e70cbf9054edf69fa3bbb4a8"},
		{"b salt and person", false, Blake2Params{Size: 64, Fanout: 1, Depth: 1, Salt: []byte("salty"), Person: []byte("someone")}, "1833cc179865ca63433b8ce634bedc837cc1b093edd37463dc8211df0dde2f310221fc5c3ea119c23e195b415a17ba7ebe436c79261dc026ea12944f9a0f3812"},
		{"b all", false, Blake2Params{Size: 20, Fanout: 2, Depth: 3, Key: []byte("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"), Salt: []byte("12345678"), Person: []byte("abcdefgh"), LeafSize: 4096, NodeOffset: 12345678901, NodeDepth: 1, InnerSize: 32}, "dddde15905025384f3f8b89f9affa2496765aa97"},
		{"s plain", true, Blake2Params{Size: 32, Fanout: 1, Depth: 1}, "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982"},
		{"s size", true, Blake2Params{Size: 13, Fanout: 1, Depth: 1}, "96d9c406d8d7fcbc39bafef748"},
		{"s key", true, Blake2Params{Size: 32, Fanout: 1, Depth: 1, Key: []byte("secret")}, "d7d0d1441d31d042d6c1ef68ce5162e56f3b2a208de82b727b7c30c709b7bff2"},
		{"s salt and person", true, Blake2Params{Size: 32, Fanout: 1, Depth: 1, Salt: []byte("salty"), Person: []byte("someone")}, "d025d91de44896959deae3670ba55fc9c603c851bd84dc9816a55d83be64bb61"},
		{"s all", true, Blake2Params{Size: 20, Fanout: 2, Depth: 3, Key: []byte("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"), Salt: []byte("12345678"), Person: []byte("abcdefgh"), LeafSize: 4096, NodeOffset: 12345678901, NodeDepth: 1, InnerSize: 32}, "61a4a440a60accdbf039bad3fd9e046b75fb5be1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			make := NewBlake2b
			if c.s {
				make = NewBlake2s
			}
			h, err := make(c.p)
			if err != nil {
				t.Fatal(err)
			}
			h.Write([]byte("a"))
			k, err := Clone(h)
			if err != nil {
				t.Fatal(err)
			}
			k.Write([]byte("bc"))
			if got := hex.EncodeToString(k.Sum(nil)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestFind(t *testing.T) {
	for _, a := range All() {
		h := a.New()
		if h.BlockSize() != a.Block || h.Size() != a.Size {
			t.Errorf("%s: block %d, size %d", a.Name, h.BlockSize(), h.Size())
		}
		if _, err := Clone(h); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
	for alias, name := range map[string]string{"SHA256": "sha256", "sha2-512": "sha512", "SHA512-256": "sha512_256", "BLAKE2b512": "blake2b", "SHAKE128": "shake_128", "SHA3-256": "sha3_256"} {
		if a, ok := Find(alias); !ok || a.Name != name {
			t.Errorf("%s not found", alias)
		}
	}
	if _, ok := Find("nope"); ok {
		t.Error("nope found")
	}
}
