package cryptolib

import (
	"crypto/aes"
	"crypto/cipher"

	"github.com/ProtonMail/go-crypto/eax"
	"github.com/cloudflare/circl/cipher/ascon"
	"golang.org/x/crypto/chacha20poly1305"

	"github.com/woma-lang/woma/internal/ciphers"
	"github.com/woma-lang/woma/internal/fips"
	"github.com/woma-lang/woma/py"
)

// aead is one message of an authenticated cipher. A nonce must not protect two
// messages, so an object encrypts once.
type aead struct {
	py.Head
	cipher cipher.AEAD
	nonce  []byte
	used   bool
}

var (
	aeadType, asconType, chachaType    = &py.Type{}, &py.Type{}, &py.Type{}
	aeadShape, asconShape, chachaShape py.Shape
)

func aeadMembers() py.Members {
	return py.Members{
		py.Method("decrypt(in_buf, out_buf=None, aad=b'', /)", (*aead).decrypt),
		py.Method("encrypt(in_buf, out_buf=None, aad=b'', /)", (*aead).encrypt),
	}
}

// aeadType is what aes() makes for the modes GCM, CCM and EAX.
func aeadSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "cryptolib", Flags: py.NotCallable,
		Doc:   "An AES cipher that authenticates: the output of encrypt() ends with a tag of 16 bytes.",
		Table: aeadMembers,
	}
}

func chachaSpec() py.TypeSpec {
	return classSpec("chacha20_poly1305(key, nonce, /)", newChacha, "chacha20_poly1305(key, nonce): ChaCha20-Poly1305, with a nonce of 24 bytes XChaCha20-Poly1305.")
}

func asconSpec() py.TypeSpec {
	return classSpec("ascon(key, variant, nonce, /)", newAscon, "ascon(key, variant, nonce): Ascon of version 1.2, ASCON_128, ASCON_128A or ASCON_80PQ; not NIST's Ascon-AEAD128.")
}

// classSpec is a cipher that is a class of its own.
func classSpec(sig string, make py.NativeFunc, doc string) py.TypeSpec {
	return py.TypeSpec{Module: "cryptolib", Doc: doc, Slots: py.Slots{New: py.Ctor(sig, make)}, Table: aeadMembers}
}

// newObject makes an object of a cipher with a key and a nonce.
func newObject(typ *py.Type, c cipher.AEAD, nonce []byte) py.Value {
	return py.Object(&aead{Head: typ.Root(), cipher: c, nonce: append([]byte(nil), nonce...)})
}

// newAEAD makes the object for aes(key, mode, nonce).
func newAEAD(block cipher.Block, mode int, nonce []byte) (py.Value, error) {
	var c cipher.AEAD
	var err error
	switch {
	case mode == modeCCM:
		c, err = ciphers.NewCCM(block, len(nonce), aes.BlockSize)
	case len(nonce) == 0:
		err = ciphers.ErrSize
	case mode == modeEAX:
		c, err = eax.NewEAXWithNonceAndTagSize(block, len(nonce), aes.BlockSize)
	default:
		c, err = cipher.NewGCMWithNonceSize(block, len(nonce))
	}
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "IV")
	}
	return newObject(aeadType, c, nonce), nil
}

// keyAndNonce reads two arguments of a constructor.
func keyAndNonce(t *py.Thread, k, n py.Value) (key, nonce []byte, err error) {
	if key, err = bytesOf(t, k); err == nil {
		nonce, err = bytesOf(t, n)
	}
	return key, nonce, err
}

func newAscon(t *py.Thread, a *py.Args) (py.Value, error) {
	variant := ascon.Mode(a.Int(t, 1))
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if variant != ascon.Ascon128 && variant != ascon.Ascon128a && variant != ascon.Ascon80pq {
		return py.Nil, py.Raise(py.ValueError, "mode")
	}
	key, nonce, err := keyAndNonce(t, a.Value(0), a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	c, err := ascon.New(key, variant)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "key")
	}
	if len(nonce) != ascon.NonceSize {
		return py.Nil, py.Raise(py.ValueError, "IV")
	}
	if fips.On(t.Interp.FIPS) {
		return py.Nil, py.Raise(py.ValueError, "Ascon is not approved by FIPS 140-3")
	}
	return newObject(asconType, c, nonce), nil
}

func newChacha(t *py.Thread, a *py.Args) (py.Value, error) {
	key, nonce, err := keyAndNonce(t, a.Value(0), a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	if len(key) != chacha20poly1305.KeySize {
		return py.Nil, py.Raise(py.ValueError, "key")
	}
	if fips.On(t.Interp.FIPS) {
		return py.Nil, py.Raise(py.ValueError, "ChaCha20-Poly1305 is not approved by FIPS 140-3")
	}
	var c cipher.AEAD
	switch len(nonce) {
	case chacha20poly1305.NonceSize:
		c, err = chacha20poly1305.New(key)
	case chacha20poly1305.NonceSizeX:
		c, err = chacha20poly1305.NewX(key)
	default:
		err = ciphers.ErrSize
	}
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "IV")
	}
	return newObject(chachaType, c, nonce), nil
}

// args reads input, output (of n more bytes than the input) and associated data.
func (c *aead) args(t *py.Thread, a *py.Args, n int) (in, out, ad []byte, result py.Value, err error) {
	if in, err = bytesOf(t, a.Value(0)); err != nil {
		return
	}
	if a.Given(2) {
		if ad, err = bytesOf(t, a.Value(2)); err != nil {
			return
		}
	}
	size := len(in) + n
	if size < 0 {
		err = py.Raise(py.ValueError, "tag")
		return
	}
	if a.Given(1) {
		result = a.Value(1)
		var release func()
		if out, release, err = output(t, result, size); err != nil {
			return
		}
		if release != nil {
			release() // the thread runs nothing else before the bytes are written
		}
	} else {
		if err = t.Alloc(size); err != nil {
			return
		}
		out = make([]byte, size)
		result = py.NewBytes(out)
	}
	err = t.Step((len(in) + len(ad)) / 64)
	return
}

func (c *aead) encrypt(t *py.Thread, a *py.Args) (py.Value, error) {
	in, out, ad, result, err := c.args(t, a, c.cipher.Overhead())
	if err != nil {
		return py.Nil, err
	}
	if c.used {
		return py.Nil, py.Raise(py.ValueError, "nonce used")
	}
	c.used = true
	// In place or into another object's bytes: what Go refuses is worked around.
	copy(out, ciphers.Seal(c.cipher, nil, c.nonce, in, ad))
	return result, nil
}

func (c *aead) decrypt(t *py.Thread, a *py.Args) (py.Value, error) {
	in, out, ad, result, err := c.args(t, a, -c.cipher.Overhead())
	if err != nil {
		return py.Nil, err
	}
	plain, err := ciphers.Open(c.cipher, nil, c.nonce, in, ad)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "tag")
	}
	copy(out, plain)
	return result, nil
}
