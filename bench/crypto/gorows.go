package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha256"

	"golang.org/x/crypto/chacha20poly1305"
)

// row is one line of the table.
type row struct {
	key, name string
	size      int // bytes in one operation, 0 if the speed is not one of bytes
	openssl   string
	run       func(n int) // the same with Go's libraries, run n times
	targets   []target
}

// target says how many times as fast as a peer woma shall be.
type target struct {
	peer  string
	ratio float64
}

const (
	small = 16
	large = 1 << 20
)

var key = []byte("0123456789abcdef")

// sink keeps results that nobody looks at.
//
//lint:ignore U1000 it is only written
var sink any

var rows = []row{
	{"sha256-16", "SHA-256, 16 B", small, "-evp sha256", hashNew(small), []target{{"micropython", 1.2}}},
	{"sha256-update-64", "SHA-256, update with 64 B", 64, "", hashUpdate, nil},
	{"sha256-1M", "SHA-256, 1 MiB", large, "-evp sha256", hashNew(large), []target{{"go", 0.95}}},
	{"hmac-16", "HMAC-SHA-256, 16 B", small, "-hmac sha256", mac(small), []target{{"micropython", 20}}},
	{"hmac-1M", "HMAC-SHA-256, 1 MiB", large, "-hmac sha256", mac(large), nil},
	{"pbkdf2", "PBKDF2-SHA-256, one round", 0, "", rounds, []target{{"python3.13", 1}}},
	{"cbc-16", "AES-128-CBC, 16 B, object reused", small, "-evp aes-128-cbc", cbc(small), []target{{"micropython", 1}, {"cryptography", 5}}},
	{"cipher-cbc-16", "the same with Cipher", small, "-evp aes-128-cbc", cbc(small), []target{{"cryptography", 5}}},
	{"cbc-into-16", "AES-128-CBC, 16 B, into a buffer", small, "", cbcInto(small), nil},
	{"cbc-new-16", "AES-128-CBC, 16 B, new object", small, "", cbcNew, nil},
	{"cbc-1M", "AES-128-CBC, 1 MiB", large, "-evp aes-128-cbc", cbc(large), []target{{"go", 0.95}}},
	{"cbc-into-1M", "AES-128-CBC, 1 MiB, into a buffer", large, "-evp aes-128-cbc", cbcInto(large), []target{{"go", 0.95}}},
	{"ctr-16", "AES-128-CTR, 16 B, object reused", small, "-evp aes-128-ctr", ctr(small), nil},
	{"ctr-1M", "AES-128-CTR, 1 MiB", large, "-evp aes-128-ctr", ctr(large), []target{{"go", 0.95}}},
	{"ctr-into-1M", "AES-128-CTR, 1 MiB, into a buffer", large, "-evp aes-128-ctr", ctrInto(large), []target{{"go", 0.95}}},
	{"gcm-16", "AES-128-GCM, 16 B", small, "-evp aes-128-gcm", seal(small), []target{{"cryptography", 5}}},
	{"gcm-1M", "AES-128-GCM, 1 MiB", large, "-evp aes-128-gcm", seal(large), []target{{"go", 0.95}}},
	{"gcm-into-1M", "AES-128-GCM, 1 MiB, into a buffer", large, "-evp aes-128-gcm", sealInto(large), []target{{"go", 0.95}}},
	{"chacha-16", "ChaCha20-Poly1305, 16 B", small, "-evp chacha20-poly1305", chacha(small), nil},
	{"chacha-1M", "ChaCha20-Poly1305, 1 MiB", large, "-evp chacha20-poly1305", chacha(large), nil},
}

// message and places are rows.py's.
func message(size int) []byte { return bytes.Repeat([]byte("woma"), size/4) }

func places(size int) (outs [8][]byte) {
	out := make([]byte, size+len(outs)*8192)
	for i := range outs {
		outs[i] = out[i*8192:][:size]
	}
	return outs
}

// Where Python gets a new object with every call, so does Go: the same work.

func hashNew(size int) func(n int) {
	return func(n int) {
		data := message(size)
		for range n {
			h := sha256.New()
			h.Write(data)
			sink = h.Sum(nil)
		}
	}
}

func hashUpdate(n int) {
	h, data := sha256.New(), message(64)
	for range n {
		h.Write(data)
	}
}

func mac(size int) func(n int) {
	return func(n int) {
		data := message(size)
		for range n {
			h := hmac.New(sha256.New, key)
			h.Write(data)
			sink = h.Sum(nil)
		}
	}
}

func rounds(n int) {
	sink, _ = pbkdf2.Key(sha256.New, "password", []byte("salt"), max(n, 1), 32)
}

func block() cipher.Block {
	b, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	return b
}

func cbc(size int) func(n int) {
	return func(n int) {
		c, data := cipher.NewCBCEncrypter(block(), key), message(size)
		for range n {
			out := make([]byte, size)
			c.CryptBlocks(out, data)
			sink = out
		}
	}
}

func cbcInto(size int) func(n int) {
	return func(n int) {
		c, data, outs := cipher.NewCBCEncrypter(block(), key), message(size), places(size)
		for i := range n {
			c.CryptBlocks(outs[i&7], data)
		}
	}
}

func cbcNew(n int) {
	data := message(small)
	for range n {
		out := make([]byte, small)
		cipher.NewCBCEncrypter(block(), key).CryptBlocks(out, data)
		sink = out
	}
}

func ctr(size int) func(n int) {
	return func(n int) {
		c, data := cipher.NewCTR(block(), key), message(size)
		for range n {
			out := make([]byte, size)
			c.XORKeyStream(out, data)
			sink = out
		}
	}
}

func ctrInto(size int) func(n int) {
	return func(n int) {
		c, data, outs := cipher.NewCTR(block(), key), message(size), places(size)
		for i := range n {
			c.XORKeyStream(outs[i&7], data)
		}
	}
}

func gcm() cipher.AEAD {
	c, err := cipher.NewGCM(block())
	if err != nil {
		panic(err)
	}
	return c
}

func seal(size int) func(n int) {
	return func(n int) { sealAll(n, gcm(), size) }
}

func sealAll(n int, c cipher.AEAD, size int) {
	nonce, data := make([]byte, 12), message(size)
	for range n {
		sink = c.Seal(nil, nonce, data, nil)
	}
}

func sealInto(size int) func(n int) {
	return func(n int) {
		c, nonce, data, outs := gcm(), make([]byte, 12), message(size), places(size+16)
		for i := range n {
			sink = c.Seal(outs[i&7][:0], nonce, data, nil)
		}
	}
}

func chacha(size int) func(n int) {
	return func(n int) {
		c, err := chacha20poly1305.New(append(key, key...))
		if err != nil {
			panic(err)
		}
		sealAll(n, c, size)
	}
}
